"""`x.flat[k]` and `x.squeeze()` with the axes that they mean."""

import gast
import numpy as np

from srcad.analysis.types import Array, Dim, ListOf, Number
from srcad.lower.evaluation import is_calm, is_in, place
from srcad.lower.template import expression, statements
from srcad.tree import COMPREHENSIONS, Ours, call, constant, name, transform, tuple_of

CONSUMERS = (sum, list, tuple, sorted, max, min, np.sum, np.mean, np.prod, np.array, np.max, np.min)


def is_short(d):
    """Whether a size is that of a slice of one element: 1, or 0 if the array ends before.

    >>> is_short(Dim((Dim('n'), None, 1, None))), is_short(Dim((Dim('n'), None, 2, None)))
    (True, False)
    """
    if not isinstance(d, Dim) or d.less or not isinstance(d.base, tuple) or len(d.base) != 4:
        return False
    of, low, high, step = d.base
    if not isinstance(of, (Dim, int)) or step not in (None, 1):
        return False
    return high - (low or 0) == 1 if high is not None and (low or 0) >= 0 and high > 0 else high is None and low == -1


def is_unsure_squeeze(t):
    """Whether `squeeze()` of an array takes away an axis of a slice of one element: it is said which, then."""
    return isinstance(t, Array) and any(map(is_short, t.dims)) and all(is_short(d) or is_known(d) for d in t.dims)


def is_known(d):
    return isinstance(d, int) or d.many


def squeezed(node, types):
    """`x.squeeze(axis=0)`, which fails if the axis is not one."""
    x = node.args[0] if node.args else node.func.value
    gone = [constant(k) for k, d in enumerate(types[x].dims) if d == 1 or is_short(d)]
    made = gast.Call(node.func, node.args, [gast.keyword('axis', gone[0] if len(gone) == 1 else tuple_of(gone))])
    return place(made, node)


def with_axes(node):
    """`s[..., None]` of a NumPy number as `np.expand_dims(s, -1)`, and `s[()]` as the number."""
    index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
    dots = [k for k, e in enumerate(index) if getattr(e, 'value', None) is ...]
    if len(index) == len(dots):
        return node.value if not dots else place(call(numpy_name('asarray'), node.value), node)
    axes = [k if not dots or k < dots[0] else k - len(index) for k in range(len(index)) if k not in dots]
    where = constant(axes[0]) if len(axes) == 1 else tuple_of([constant(a) for a in axes])
    return place(call(numpy_name('expand_dims'), node.value, where), node)


def numpy_name(text):
    return gast.Attribute(Ours('np', np), text, gast.Load())


class Flat:
    """Rewrites the statements in which the flat iterator of an array stands."""

    def __init__(self, instance, means):
        self.inference, self.means = instance.inference, means
        self.types, self.np = self.inference.types, means.numpy()

    def statement(self, s):
        """The statements that take its place; None if there is none that srcad knows."""
        if isinstance(s, gast.For) and self.is_flat(s.iter):
            return self.loop(s)
        own = {f: getattr(s, f) for f in ('value', 'test', 'iter') if isinstance(getattr(s, f, None), gast.AST)}
        read = {f: self.read(tree) for f, tree in own.items()}
        if any(read[f] is not tree for f, tree in own.items()):
            for f, tree in read.items():
                setattr(s, f, tree)
            return [s]
        to = s.targets[0] if isinstance(s, gast.Assign) and len(s.targets) == 1 else getattr(s, 'target', None)
        if isinstance(s, (gast.Assign, gast.AugAssign)) and isinstance(to, gast.Subscript) and self.is_flat(to.value):
            return self.write(s, to)
        return None

    def is_flat(self, node):
        return isinstance(node, gast.Attribute) and node.attr == 'flat' and node in self.inference.pending

    def element(self, x, k):
        """The element number k of an array, of any k that is a number or an array of such."""
        rank = len(self.types[x].dims)
        if rank == 1:
            return expression('x[k]', x=x, k=k)
        index = []
        for axis in range(rank):
            inner = [f'x.shape[{a}]' for a in range(axis + 1, rank)]
            under = inner[0] if len(inner) == 1 else f'({" * ".join(inner)})'
            text = f'k // {under}' if inner else 'k'
            index.append(text if axis == 0 else f'{text} % x.shape[{axis}]')
        return expression(f'x[{", ".join(index)}]', x=x, k=k)

    def may_stand_twice(self, node):
        return isinstance(self.types.get(node), Number) and is_calm(node, self.means)

    def write(self, s, to):
        """`x.flat[k] = v`, `x.flat[k] += v`."""
        x, k, before = to.value.value, to.slice, []
        if not is_calm(x, self.means) or not is_calm(k, self.means) or not is_calm(s.value, self.means):
            return None
        v, t = s.value, self.types[s.value]
        if not self.may_stand_twice(k):
            if self.np is None:
                return None
            places = self.means.fresh('places')
            before += statements('places = np.arange(x.size)[k]', places=places, np=self.np, x=x, k=k)
            k = name(places)
            if isinstance(t, Array) and len(t.dims) == 1 and isinstance(s, gast.Assign):  # a short one begins again
                values = self.means.fresh('values')
                before += statements('values = v', values=values, v=v)
                v = expression('values[np.arange(places.size) % len(values)]', values=values, np=self.np, places=places)
            elif not isinstance(t, Number) and not (isinstance(t, Array) and len(t.dims) == 1):
                return None
        elif not isinstance(t, Number):
            return None
        element = self.element(x, k)
        element.ctx = gast.Store()
        made = gast.Assign([element], v, None) if isinstance(s, gast.Assign) else gast.AugAssign(element, s.op, v)
        return [place(m, s) for m in (*before, made)]

    def loop(self, s):
        """`for v in x.flat`."""
        x = s.iter.value
        if not isinstance(x, gast.Name) or not isinstance(s.target, gast.Name):
            return None
        k = self.means.fresh('place')
        element = self.element(x, name(k))
        made = statements('for k in range(x.size):\n    v = e', k=k, x=x, v=s.target.id, e=element)
        made[0].body += s.body
        made[0].orelse = s.orelse
        return [place(made[0], s)]

    def read(self, tree):
        """An expression without flat iterators."""
        def new(n):
            if isinstance(n, gast.Subscript) and self.is_flat(n.value):
                return self.item(n)
            if isinstance(n, COMPREHENSIONS) and any(self.is_flat(g.iter) for g in n.generators) and self.np:
                made = shallow(n)
                made.generators = [self.over(g) for g in n.generators]
                return place(transform(made, lambda m: None if m is made else new(m)), n)
            if self.np and is_consumed(n, self.means) and self.is_flat(n.args[0]):
                rest = [transform(a, new) for a in n.args[1:]]
                return place(gast.Call(n.func, [self.ravel(n.args[0].value), *rest], n.keywords), n)
            return None

        return transform(tree, new)

    def over(self, g):
        return gast.comprehension(g.target, self.ravel(g.iter.value), g.ifs, g.is_async) if self.is_flat(g.iter) else g

    def ravel(self, x):
        return expression('np.ravel(x)', np=self.np, x=x)

    def item(self, n):
        x, k = n.value.value, n.slice
        if is_calm(x, self.means) and self.may_stand_twice(k):
            return place(self.element(x, k), n)
        if self.np is None or not isinstance(self.types.get(k), (Array, ListOf)) and not isinstance(k, gast.Slice):
            return None
        gathers = not isinstance(k, gast.Slice)
        return place(expression('np.ravel(x)[k]' if gathers else 'np.copy(np.ravel(x)[k])', np=self.np, x=x, k=k), n)


def is_consumed(n, means):
    """Whether a call takes all that its first argument runs over at once."""
    return isinstance(n, gast.Call) and bool(n.args) and is_in(means(n.func), CONSUMERS)


def shallow(n):
    new = n.__class__.__new__(n.__class__)
    new.__dict__.update(n.__dict__)
    return new

