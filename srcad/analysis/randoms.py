"""The types of random numbers that NumPy's generators draw: they carry no derivative, and have the axes asked for.

What is drawn from values that carry one is what stands at drawn places: for each method, NumPy and Python draw those as
they draw from the values.
"""

import math
import random
from collections import deque

import gast
import numpy as np

from srcad.analysis.types import INT, Anything, Array, Dim, ListOf, Number, Ref, Struct, TupleOf
from srcad.lower.template import expression
from srcad.library import rearrange, rearrange_rows
from srcad.runtime import shuffled_places
from srcad.tree import Ours, all_names, base_name, call, constant, name, unused, walk

GENERATORS = (np.random.Generator, np.random.RandomState, random.Random)
# Where `size` stands among the arguments
SIZE = {
    'random': 0, 'random_sample': 0, 'standard_normal': 0, 'standard_exponential': 0,
    'exponential': 1, 'poisson': 1, 'geometric': 1, 'chisquare': 1, 'standard_gamma': 1, 'standard_t': 1, 'rayleigh': 1,
    'normal': 2, 'uniform': 2, 'gamma': 2, 'beta': 2, 'binomial': 2, 'lognormal': 2, 'laplace': 2, 'logistic': 2,
    'gumbel': 2, 'integers': 2, 'randint': 2, 'randrange': 3,
}  # fmt: skip
# What gives the same numbers, and carries a derivative by the parameters
BY_PARAMETERS = {
    'normal': 'loc + scale * rng.standard_normal(size)', 'gauss': 'mu + sigma * rng.gauss(0.0, 1.0)',
    'uniform': 'low + (high - low) * rng.random(size)', 'exponential': 'scale * rng.standard_exponential(size)',
    'lognormal': 'np.exp(mean + sigma * rng.standard_normal(size))',
}  # fmt: skip
# The same numbers by what is drawn without parameters: their names, the formula, and what draws, of NumPy's and Python's
OF_NUMPY = {
    'normal': ('loc scale', 'loc + scale * draw', 'standard_normal'), 'uniform': ('low high', 'low + (high - low) * draw', 'random'),
    'exponential': ('scale', 'scale * draw', 'standard_exponential'),
    'lognormal': ('mean sigma', 'exp(mean + sigma * draw)', 'standard_normal'),
}  # fmt: skip
OF_PYTHON = {
    'gauss': ('mu sigma', 'mu + sigma * draw', 'gauss', 0.0, 1.0), 'uniform': ('a b', 'a + (b - a) * draw', 'random'),
    'normalvariate': ('mu sigma', 'mu + sigma * draw', 'normalvariate', 0.0, 1.0),
    'lognormvariate': ('mu sigma', 'exp(mu + sigma * draw)', 'normalvariate', 0.0, 1.0),
    'expovariate': ('lambd', 'draw / lambd', 'expovariate', 1.0),
}  # fmt: skip
BY_DEFAULT = {'loc': 0.0, 'scale': 1.0, 'low': 0.0, 'high': 1.0, 'mean': 0.0, 'sigma': 1.0, 'mu': 0.0}
# Numbers that Python's own generators draw
OF_ONE = {
    *('gauss', 'normalvariate', 'expovariate', 'betavariate', 'gammavariate', 'lognormvariate', 'triangular'),
    *('vonmisesvariate', 'paretovariate', 'weibullvariate'),
}
FROM_VALUES = {'choice': 'a', 'permutation': 'x', 'shuffle': 'x', 'sample': 'population', 'choices': 'population'}
AT_MOST = {'choice': 3, 'permutation': 0, 'shuffle': 0, 'sample': 1, 'choices': 1}  # arguments by place behind; then an axis
KINDS = {'i': 'int', 'u': 'int', 'f': 'float', 'c': 'complex'}
WHOLE = {'poisson', 'geometric', 'binomial', 'integers', 'randint', 'randrange'}


class Randoms:
    """The part of `Inference` for `np.random`."""

    def random_generator(self, f):
        """The type of what `np.random.default_rng(...)` makes; None for other functions."""
        if f is np.random.default_rng:
            return Struct(cls=np.random.Generator)
        return Struct(cls=f) if f in GENERATORS else None

    def drawn(self, node, f, types):
        """The type of what a generator draws; None where that is not known."""
        if not self.is_draw(node, f):
            return None
        self.draws.add(node)
        return self.type_drawn(node, f, types)

    def type_drawn(self, node, f, types):
        name = f.__name__ if f is not None else node.func.attr
        keywords = {k.arg: self.types[k.value] for k in node.keywords}
        if any(t.active for t in [*types, *keywords.values()]) or 'dtype' in keywords:
            return None
        of_python = self.is_of(node, f, random.Random)
        if of_python and name in OF_ONE:
            return Number(kind='float')
        if name in ('rand', 'randn'):
            size = TupleOf(items=tuple(types)) if types else None
        elif of_python and name == 'choice' and isinstance(types[0] if types else None, ListOf) and types[0].item == INT:
            return INT
        elif name in ('choice', 'permutation') and types and not of_python:
            return self.from_constants(node, name, types, keywords)
        elif name in SIZE:
            k = SIZE[name]
            size = keywords.get('size', types[k] if len(types) > k else None)
            others = [t for n, t in keywords.items() if n != 'size'] + types[:k]
            if not all(isinstance(t, Number) for t in others):
                return None
        else:
            return None
        whole = name in WHOLE
        if size is None or getattr(size, 'value', 0) is None:
            return Number(kind='int' if whole else 'float')
        dims = self.dims_of_size(size, node)
        return Anything() if dims is None else Array(dims=dims, dtype='int64' if whole else 'float64')

    def dims_of_size(self, size, node):
        sizes = size.items if isinstance(size, TupleOf) else [size]
        return tuple(self.length(t, node, k) for k, t in enumerate(sizes)) if all(map(is_int, sizes)) else None

    def from_constants(self, node, name, types, keywords):
        """The type of what is drawn from whole numbers below one, or along the first axis of an array."""
        whole, *more = types
        if is_int(whole):
            item, dtype, count = (), 'int64', self.length(whole, node, 0)
        elif isinstance(whole, Array) and whole.dims and not whole.maybe and np.dtype(whole.dtype).kind in KINDS:
            item, dtype, count = whole.dims[1:], whole.dtype, whole.dims[0]
        else:
            return None
        if name == 'permutation':
            return None if more or keywords else Array(dims=(count, *item), dtype=dtype)
        size = keywords.get('size', more[0] if more else None)
        if len(more) > 3 or 'axis' in keywords:
            return None
        if size is None or getattr(size, 'value', 0) is None:
            return Array(dims=item, dtype=dtype) if item else Number(kind=KINDS[np.dtype(dtype).kind], dtype=dtype)
        dims = self.dims_of_size(size, node)
        return None if dims is None else Array(dims=(*dims, *item), dtype=dtype)

    def drawn_by_places(self, node, f):
        """What stands at drawn places, instead of what is drawn from values that carry a derivative; None for others."""
        method = node.func.attr if isinstance(node.func, gast.Attribute) else None
        if method not in FROM_VALUES or not self.is_draw(node, f) or not node.args and not node.keywords:
            return None
        whole, *args = node.args or [k.value for k in node.keywords if k.arg == FROM_VALUES[method]]
        keywords = [k for k in node.keywords if k.value is not whole]
        others = any(self.types[a].active for a in [*args, *(k.value for k in keywords)])
        of_python = self.is_of(node, f, random.Random)
        matters = self.types[whole].active or of_python and has_name(whole) and self.holds_references(self.types[whole])
        if not matters or others or any(k.arg == 'axis' for k in keywords) or len(args) > AT_MOST[method]:
            return None
        if not self.draws_places(method, whole, of_python, node, f):
            return None
        length = call('len', whole)
        if method == 'shuffle':
            function = rearrange if isinstance(self.types[whole], Ref) else rearrange_rows
            return call(Ours(function.__name__, function), whole, self.new_order(node, of_python, length))
        places = gast.Call(node.func, [call('range', length) if of_python else length, *args], keywords)
        return self.at_places(whole, places, method, of_python)

    def drawn_by_parameters(self, node, f):
        """The formula of what is drawn by parameters that carry a derivative; None of others.

        It does not fail as NumPy does where a scale is negative: not where that may be caught.
        """
        method = node.func.attr if isinstance(node.func, gast.Attribute) else None
        of_python = self.is_of(node, f, random.Random)
        found = (OF_PYTHON if of_python else OF_NUMPY).get(method) if self.is_draw(node, f) else None
        if found is None or not of_python and any(isinstance(n, gast.Try) for n in walk(self.tree)):
            return None
        names, formula, draws, *given = found
        names = names.split()
        by_place = dict(zip([*names, *([] if of_python else ['size'])], node.args))
        parts = by_place | {k.arg: k.value for k in node.keywords}
        size = parts.pop('size', None)
        if not any(self.types[v].active for v in parts.values()):
            return None
        parts = {n: parts.pop(n, constant(BY_DEFAULT.get(n))) for n in names} | parts
        if set(parts) != set(names) or len(by_place) < len(node.args) or any(getattr(v, 'value', 0) is None for v in parts.values()):
            return None
        again = [parts[n] for n in names if formula.count(n) > 1]
        if any(isinstance(n, gast.Call) for v in again for n in walk(v)):
            return None
        size = size if size is not None and not is_none(size) else self.size_of_parameters(list(parts.values()))
        if size is None:
            return None
        function = node.func if draws == method else gast.Attribute(node.func.value, draws, gast.Load())
        draw = gast.Call(function, [*map(constant, given), *([size] if size else [])], [])
        exp = Ours('exp', math.exp if of_python else np.exp)
        return expression(formula, draw=draw, exp=exp, **parts)

    def size_of_parameters(self, values):
        """How many numbers parameters ask for: nothing of numbers; None where it cannot be said."""
        arrays = [v for v in values if not isinstance(self.types.get(v), Number) and not isinstance(v, gast.Constant)]
        if not arrays:
            return ()
        one = len(arrays) == 1 and isinstance(arrays[0], gast.Name) and isinstance(self.types[arrays[0]], Array)
        return call('np.shape', arrays[0]) if one else None

    def holds_references(self, t):
        """Whether objects or containers are drawn, which may carry a derivative later: by reference."""
        return False

    def draws_places(self, method, whole, of_python, node, f):
        """Whether places are drawn from values as the values are; those that are not are refused, or left to Python."""
        t, axes = self.types[whole], len(getattr(self.types[whole], 'dims', (0, 0)))
        if of_python and method == 'sample' and not isinstance(t, (Ref, TupleOf, ListOf)):  # Python raises TypeError
            return False
        listed = isinstance(t, (Ref, TupleOf, ListOf))
        if method == 'choice' and not listed and axes != 1 and self.is_of(node, f, np.random.RandomState):
            self.refuse('a generator of this kind chooses from arrays of one axis: use np.random.default_rng()', node)
        if method == 'shuffle' and not listed and axes != 1 and of_python:
            self.refuse('random.shuffle() loses rows of an array, which it exchanges by views: use a generator of NumPy', node)
        if isinstance(t, Ref) and any(issubclass(kind, deque) for kind in self.heap.kinds_of(t)):
            self.refuse(f'srcad does not differentiate what .{method}() draws from a deque: make a list of it', node)
        if not has_name(whole):
            self.refuse(f'srcad differentiates what .{method}() draws from values that have a name: give them one', whole)
        return True

    def at_places(self, whole, places, method, of_python):
        """What stands at places that are drawn by an expression."""
        t = self.types[whole]
        if method in ('sample', 'choices'):
            k = unused('place', all_names(self.tree) | set(self.params))
            over = gast.comprehension(gast.Name(k, gast.Store(), None, None), places, [], 0)
            return gast.ListComp(gast.Subscript(whole, name(k), gast.Load()), [over])
        array = whole if of_python or not isinstance(t, (Ref, TupleOf)) else call('np.array', whole)
        if method == 'choice' and not of_python and not (isinstance(t, Array) and len(t.dims) == 1):  # a row is a copy
            return call('np.take', array, places, gast.Constant(0, None))
        return gast.Subscript(array, places, gast.Load())

    def new_order(self, node, of_python, length):
        """The places of a sequence in the order to which a generator shuffles it."""
        if of_python:
            return call(Ours('shuffled_places', shuffled_places), node.func, length)
        return call(gast.Attribute(node.func.value, 'permutation', gast.Load()), length)

    def is_draw(self, node, f):
        owner = self.types.get(node.func.value) if isinstance(node.func, gast.Attribute) else None
        known = isinstance(owner, Struct) and owner.cls in GENERATORS
        return known or isinstance(getattr(f, '__self__', None), GENERATORS)

    def is_of(self, node, f, kind):
        """Whether a method is one of a generator of this class."""
        owner = self.types.get(node.func.value) if isinstance(node.func, gast.Attribute) else None
        return issubclass(owner.cls if isinstance(owner, Struct) else type(getattr(f, '__self__', None)), kind)

    def counted_by_draw(self, node, f):
        """Whether the size of what is drawn is an integer that is differentiated."""
        name = node.func.attr if isinstance(node.func, gast.Attribute) else getattr(f, '__name__', None)
        if not self.is_draw(node, f) or name not in SIZE:
            return False
        sizes = node.args[SIZE[name] :] + [k.value for k in node.keywords if k.arg == 'size']
        return self.points([e for a in sizes for e in getattr(a, 'elts', [a])], kept=True)

    def not_by_parameters(self, node, f):
        """Refuse to differentiate what a generator draws by what it is given."""
        name = node.func.attr if isinstance(node.func, gast.Attribute) else getattr(f, '__name__', None)
        if self.is_draw(node, f) and name in SIZE | BY_PARAMETERS | FROM_VALUES:
            others = [*node.args[1:], *(k.value for k in node.keywords if k.arg != FROM_VALUES.get(name))]
            if name in FROM_VALUES and not any(self.types[a].active for a in others):
                why = f'srcad differentiates what .{name}() draws along the first axis, from values that have a name'
                self.refuse(f'{why}: turn the array before, and give it one', node)
            instead = f'write {BY_PARAMETERS[name]}' if name in BY_PARAMETERS else 'transform what is drawn without any'
            self.refuse(f'srcad does not differentiate what .{name}() draws by its parameters: {instead}', node)

    def length(self, t, node, k):
        return t.size if t.size is not None else Dim((node, k))


def is_none(node):
    return isinstance(node, gast.Constant) and node.value is None


def is_int(t):
    return isinstance(t, Number) and t.kind == 'int'


def has_name(node):
    """Whether what is drawn from has a name, or is a part of what has, and need not be made again for its places."""
    return base_name(node) is not None and not any(isinstance(n, gast.Call) for n in walk(node))
