"""The types of random numbers that NumPy's generators draw: they carry no derivative, and have the axes asked for."""

import random

import gast
import numpy as np

from srcad.analysis.types import Anything, Array, Dim, Number, Struct, TupleOf

GENERATORS = (np.random.Generator, np.random.RandomState, random.Random)
# Where `size` stands among the arguments
SIZE = {
    'random': 0, 'random_sample': 0, 'standard_normal': 0, 'standard_exponential': 0,
    'exponential': 1, 'poisson': 1, 'geometric': 1, 'chisquare': 1, 'standard_gamma': 1, 'standard_t': 1, 'rayleigh': 1,
    'normal': 2, 'uniform': 2, 'gamma': 2, 'beta': 2, 'binomial': 2, 'lognormal': 2, 'laplace': 2, 'logistic': 2,
    'gumbel': 2, 'integers': 2, 'randint': 2,
}  # fmt: skip
# What gives the same numbers, and carries a derivative by the parameters
BY_PARAMETERS = {
    'normal': 'loc + scale * rng.standard_normal(size)', 'gauss': 'mu + sigma * rng.gauss(0.0, 1.0)',
    'uniform': 'low + (high - low) * rng.random(size)', 'exponential': 'scale * rng.standard_exponential(size)',
    'lognormal': 'np.exp(mean + sigma * rng.standard_normal(size))',
}  # fmt: skip
WHOLE = {'poisson', 'geometric', 'binomial', 'integers', 'randint'}


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
        name = f.__name__ if f is not None else node.func.attr
        keywords = {k.arg: self.types[k.value] for k in node.keywords}
        if any(t.active for t in [*types, *keywords.values()]) or 'dtype' in keywords:
            return None
        if name in ('rand', 'randn'):
            size = TupleOf(items=tuple(types)) if types else None
        elif name == 'permutation' and len(types) == 1:
            return Array(dims=(self.length(types[0], node, 0),), dtype='int64') if is_int(types[0]) else None
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
        sizes = size.items if isinstance(size, TupleOf) else [size]
        if not all(map(is_int, sizes)):
            return Anything()
        dims = tuple(self.length(t, node, k) for k, t in enumerate(sizes))
        return Array(dims=dims, dtype='int64' if whole else 'float64')

    def is_draw(self, node, f):
        owner = self.types.get(node.func.value) if isinstance(node.func, gast.Attribute) else None
        known = isinstance(owner, Struct) and owner.cls in GENERATORS
        return known or isinstance(getattr(f, '__self__', None), GENERATORS)

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
        if self.is_draw(node, f) and name in SIZE | BY_PARAMETERS:
            instead = f'write {BY_PARAMETERS[name]}' if name in BY_PARAMETERS else 'transform what is drawn without any'
            self.refuse(f'srcad does not differentiate what .{name}() draws by its parameters: {instead}', node)

    def length(self, t, node, k):
        return t.size if t.size is not None else Dim((node, k))


def is_int(t):
    return isinstance(t, Number) and t.kind == 'int'
