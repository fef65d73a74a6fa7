"""Functions called where they are made, and functions that are operators."""

import functools
import heapq
import inspect
import itertools
import operator
from dataclasses import asdict, astuple, replace

import gast
import numpy as np

from srcad.library import sort_by, sorted_by
from srcad.lower.apply import WITH_ARGUMENTS, applied, as_lambda, as_slice, bound, for_each
from srcad.lower.evaluation import Rewrite, builtin, is_atom, is_calm, is_dotted, is_in, is_namedtuple, is_only_read, may_change
from srcad.lower.names import MISSING
from srcad.tree import DivMod, Ours, blocks, call, clone, constant, name, named_function, shared_names, target, tuple_of, walk


def operators(function, means):
    """`operator.add(a, b)` is `a + b`, `divmod(a, b)` two operators, and a lambda that is called at once its body.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x, y):
    ...     q, r = divmod(x * y, 0.7)
    ...     return operator.sub(q, r) * (lambda a: a * a)(x + y)
    >>> source = parse(f)
    >>> print(to_source(operators(source.tree, Means(source.tree, source))).strip())
    def f(x, y):
        left = x * y
        q, r = left // 0.7, left % 0.7
        a_2 = x + y
        return (q - r) * (a_2 * a_2)
    """
    rules = Operators(means)

    def rewrite(s):
        rules.rewrite = Rewrite(means, rules.expression)
        return rules.rewrite.statement(s)

    function.body = blocks(function.body, rewrite)
    return function


class Operators:
    def __init__(self, means):
        self.means, self.rewrite = means, None

    def expression(self, node, plain):
        if isinstance(node, gast.Subscript):
            return self.half(node) or self.joined(node) or self.sliced(node)
        if isinstance(node, gast.Call) and self.means(node.func) is np.ndindex and len(node.args) == 1:
            shape = getattr(node.args[0], 'value', None)  # np.ndindex(*a.shape) is np.ndindex(a.shape)
            return gast.Call(node.func, [shape], []) if getattr(shape, 'attr', None) == 'shape' else None
        if not isinstance(node, gast.Call):
            return None
        if any(isinstance(a, gast.Starred) for a in node.args):
            return self.joined_by_rows(node)
        if self.means(node.func) is dict and not node.args and any(k.arg is None for k in node.keywords):
            keys = [None if k.arg is None else constant(k.arg) for k in node.keywords]
            return gast.Dict(keys, [k.value for k in node.keywords])
        if self.means(node.func) is divmod and len(node.args) == 2 and not node.keywords:
            return self.both(node, plain)
        if self.means(node.func) is enumerate and [k.arg for k in node.keywords] == ['start']:
            start = node.keywords[0].value
            return None if is_atom(start) else gast.Call(node.func, [*node.args, start], [])
        if self.means(node.func) is inspect.isclass and len(node.args) == 1 and not node.keywords:
            return call(Ours('isinstance', isinstance), node.args[0], Ours('type', type))
        if getattr(node.func, 'attr', None) == '_make' and self.has_all_fields(node):
            return gast.Call(node.func.value, [gast.Starred(node.args[0], gast.Load())], [])
        if plain and self.takes_apart(node):
            return self.with_named_owner(node)
        if any(k.arg == 'key' for k in node.keywords) and (made := self.ordered_by(node)) is not None:
            return made
        if is_in(self.means(node.func), (heapq.nlargest, heapq.nsmallest)) and len(node.args) in (2, 3):
            return self.first_ones(node)
        if getattr(node.func, 'attr', None) == 'fromkeys' and self.means(node.func.value) is dict and not node.keywords:
            return self.from_keys(plain, *node.args) if len(node.args) in (1, 2) else None
        if self.may_call(node) and (made := self.with_lambdas(node)) is not None:
            return made
        if isinstance(node.func, gast.Lambda):
            return self.called_at_once(node, plain)
        if isinstance(self.means(node.func), np.vectorize) and is_plain(self.means(node.func)) and not node.keywords:
            f = self.means(node.func).pyfunc
            return for_each(named_function(f), node.args)
        if isinstance(node.func, (gast.Name, gast.Attribute)):
            made = applied(node.func, node.args, self.means, node.keywords)
            return None if isinstance(made, gast.Call) else made
        if isinstance(node.func, gast.Call) and is_in(self.means(node.func.func), WITH_ARGUMENTS):
            several = self.means(node.func.func) is operator.itemgetter and len(node.func.args) > 1 and len(node.args) == 1
            if several and plain and not is_atom(node.args[0]):
                node = gast.Call(node.func, [self.rewrite.assigned('items', node.args[0], node)], node.keywords)
            made = applied(node.func, node.args, self.means, node.keywords)
            return made and (self.expression(made, plain) or made)
        return None

    def joined_by_rows(self, node):
        """`itertools.chain(*rows)` as `itertools.chain.from_iterable(rows)`, of the rows that there are now."""
        if self.means(node.func) is not itertools.chain or node.keywords:
            return None
        if len(node.args) > 1:
            rows = gast.List(node.args, gast.Load())
            return gast.Call(gast.Attribute(node.func, 'from_iterable', gast.Load()), [rows], [])
        rows = node.args[0].value
        stays = isinstance(rows, gast.ListComp) or isinstance(rows, gast.Name) and is_only_read(rows.id, self.means)
        whole = rows if stays else call('list', rows)
        return gast.Call(gast.Attribute(node.func, 'from_iterable', gast.Load()), [whole], [])

    def sliced(self, node):
        """`x[slice(1, None)]` as `x[1:None]`."""
        found = as_slice(node.slice, self.means)
        return found and gast.Subscript(node.value, found, node.ctx)

    def half(self, node):
        """`divmod(a, b)[0]` and `divmod(a, b)[1]`."""
        c, k = node.value, node.slice
        if (
            isinstance(c, gast.Tuple)
            and getattr(c, 'halves', False)
            and isinstance(k, gast.Constant)
            and k.value in (0, 1)
        ):
            return c.elts[k.value]
        return None

    def joined(self, node):
        """`np.r_[a, b]` and `np.c_[a, b]` of arrays and numbers."""
        whole = self.means(node.value)
        items = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        if not is_in(whole, (np.r_, np.c_)) or any(map(is_of_grid, items)):
            return None
        numpy = lambda f, a: call(self.of_numpy(node, f), a)
        if whole is np.c_:
            made = numpy('column_stack', gast.List(items, gast.Load()))
            made.flat = True  # of more axes than two it would join others
            return made
        single = lambda a: gast.List([a], gast.Load()) if isinstance(a, gast.Constant) else numpy('atleast_1d', a)
        rows = [a if isinstance(a, gast.List) else single(a) for a in items]
        return numpy('concatenate', gast.List(rows, gast.Load()))

    def of_numpy(self, node, text):
        """A function of NumPy, from where the program has `np.r_`."""
        module = getattr(node.value, 'value', None)
        return gast.Attribute(clone(module), text, gast.Load()) if module else Ours(text, getattr(np, text))

    def both(self, node, plain):
        a, b = node.args
        if not is_atom(a) or not is_atom(b):
            if plain:
                again = isinstance(a, gast.Name) and self.rewrite.may_rebind(a.id, [gast.Expr(b)])
                a = self.rewrite.assigned('left', a, a) if again else self.named(a, 'left')
                b = self.named(b, 'right')
            elif not is_calm(a, self.means) or not is_calm(b, self.means):
                return None
        return gast.BinOp(a, DivMod(), b) if self.means.by_reference else quotient_and_rest(a, b)

    def has_all_fields(self, node):
        """Whether a call is `Point._make(values)` of a class without defaults."""
        cls = self.means(node.func.value)
        return is_namedtuple(cls) and not cls._field_defaults and len(node.args) == 1 and not node.keywords

    def takes_apart(self, node):
        """Whether a call asks for the fields of an object one by one: `t._replace(...)`, `dataclasses.asdict(o)`."""
        if getattr(node.func, 'attr', None) in ('_replace', '_asdict'):
            return True
        return bool(node.args) and is_in(self.means(node.func), (replace, asdict, astuple))

    def with_named_owner(self, node):
        """The same of what has a name: it is made once, before what the new object is given."""
        method = not node.args and isinstance(node.func, gast.Attribute)
        owner = node.func.value if method else node.args[0]
        acts = not all(is_calm(k.value, self.means) for k in node.keywords)
        if isinstance(owner, gast.Name) or is_dotted(owner) and not acts:
            return None
        whole = self.rewrite.assigned('whole', owner, owner)
        if method:
            return gast.Call(gast.Attribute(whole, node.func.attr, gast.Load()), [], node.keywords)
        return gast.Call(node.func, [whole, *node.args[1:]], node.keywords)

    def ordered_by(self, node):
        """`sorted(xs, key=functools.cmp_to_key(f))`, and `xs.sort(...)`, by the comparison itself; None for other keys."""
        given = {k.arg: k.value for k in node.keywords}
        key = given.pop('key')
        if not isinstance(key, gast.Call) or self.means(key.func) is not functools.cmp_to_key or len(key.args) != 1:
            return None
        if not set(given) <= {'reverse'} or not is_calm(key.args[0], self.means):
            return None
        if self.means(node.func) is sorted and len(node.args) == 1:
            return call(Ours('sorted_by', sorted_by), node.args[0], key.args[0], *given.values())
        if getattr(node.func, 'attr', None) == 'sort' and not node.args:
            return call(Ours('sort_by', sort_by), node.func.value, key.args[0], *given.values())
        return None

    def may_call(self, node):
        """Whether a function calls, in a way that the program tells, what it is given."""
        f = self.means(node.func)
        return f is MISSING or inspect.isfunction(f) or is_in(f, (itertools.groupby, sorted, max, min))

    def with_lambdas(self, node):
        """`g(xs, operator.itemgetter(0))` as `g(xs, lambda item: item[0])`; None where nothing is such a function."""
        at_once = is_in(self.means(node.func), (sorted, max, min))
        found = {a: as_lambda(a, self.means, at_once) for a in [*node.args, *(k.value for k in node.keywords)]}
        if not any(found.values()):
            return None
        keywords = [gast.keyword(k.arg, found[k.value] or k.value) for k in node.keywords]
        return gast.Call(node.func, [found[a] or a for a in node.args], keywords)

    def first_ones(self, node):
        """`heapq.nlargest(n, xs, key=f)`: `sorted(xs, key=f, reverse=True)[:n]`."""
        n, items, *key = node.args
        if not builtin(self.means, 'sorted', 'max') or not is_atom(n):
            return None
        reverse = [gast.keyword('reverse', constant(True))] if self.means(node.func) is heapq.nlargest else []
        keywords = [*(gast.keyword('key', k) for k in key), *node.keywords, *reverse]
        end = n if isinstance(n, gast.Constant) else call('max', n, constant(0))
        return gast.Subscript(
            gast.Call(name('sorted'), [items], keywords), gast.Slice(None, end, None), gast.Load()
        )

    def from_keys(self, plain, keys, value=None):
        """`dict.fromkeys(keys, value)`, whose one value is under every key."""
        value, key = value or constant(None), self.means.fresh('key')
        if not is_atom(value):
            if not plain or not is_calm(keys, self.means):
                return None
            value = self.named(value, 'value')
        return gast.DictComp(name(key), value, [gast.comprehension(target(key), keys, [], 0)])

    def named(self, node, text):
        return node if is_atom(node) else self.rewrite.assigned(text, node, node)

    def called_at_once(self, node, plain):
        """`(lambda a: ...)(e)`: its body, where a is a name for e."""
        if node.keywords:
            return None
        shared, defaults = shared_names(self.means.tree), [d for d in node.func.args.defaults if isinstance(d, gast.Name)]
        changed = [a for a in [*node.args, *defaults] if isinstance(a, gast.Name) and a.id in shared]
        if changed and may_change(node.func.body, self.means):  # what it calls may give the name another value
            if not plain or any(d in changed for d in defaults):
                return None
            args = [self.rewrite.assigned('given', a, a) if a in changed else a for a in node.args]
            node = gast.Call(node.func, args, [])
        made = applied(node.func, node.args, self.means)
        if made is None and plain:
            given = bound(node.func, node.args)
            if given is None or not all(is_calm(a, self.means) for a in node.args):
                return None
            args = [a if isinstance(a, gast.Lambda) else self.named(a, p) for p, a in given.items()]
            made = applied(node.func, args, self.means)
        return made and self.inner(made, plain)

    def inner(self, made, plain):
        """What was put into a lambda may be called there."""
        return self.rewrite.visit(made, plain) if any(isinstance(n, gast.Lambda) for n in walk(made)) else made


def quotient_and_rest(a, b):
    """`a // b, a % b`, which `divmod(a, b)` is of numbers and arrays."""
    pair = tuple_of([gast.BinOp(clone(a), gast.FloorDiv(), clone(b)), gast.BinOp(clone(a), gast.Mod(), clone(b))])
    pair.halves = True
    return pair


def is_of_grid(node):
    """Whether an index of np.r_ is none of what it joins: a range, or a text that says along which axis."""
    return isinstance(node, (gast.Slice, gast.Starred)) or isinstance(node, gast.Constant) and isinstance(node.value, str)


def is_plain(f):
    """Whether an np.vectorize was made with a function alone."""
    return not f.excluded and f.otypes is None and f.signature is None and not f.cache
