"""Functions of NumPy that write into an array, as the writes that they are."""

import gast
import numpy as np

from srcad.analysis.heap import ITEM
from srcad.analysis.pending import UFUNCS_AT, arrays, at, out_of
from srcad.analysis.results import dtype_of, known_value
from srcad.analysis.types import Anything, Array, Dim, Either, Known, ListOf, Number, TupleOf
from srcad.lower.evaluation import is_atom, is_calm
from srcad.lower.template import expression, statements
from srcad.tree import clone

BY_DTYPE = (np.sum, np.mean, np.prod, np.cumsum, np.std, np.var)  # which compute in the type of the array they fill


class InPlace:
    """Rewrites one call; `before` takes the statements that it becomes, the value is what is left of it."""

    def __init__(self, instance, means):
        self.inference, self.means, self.before = instance.inference, means, []
        self.types = self.inference.types

    def expression(self, node, what, plain):
        self.np = self.means.numpy()
        if not plain or any(isinstance(a, gast.Starred) for a in node.args):
            return None
        if isinstance(what, str):
            return self.of_method(node, what)
        if at(what) is not None:
            return self.at(node, at(what))
        if arrays(what) and what.__name__ in PARAMETERS:
            given = named(node, PARAMETERS[what.__name__].split())
            return None if given is None or self.np is None else getattr(self, what.__name__)(**given)
        if out_of(what, node) is not None:
            return self.out(node, what, out_of(what, node))
        return None

    def write(self, text, **parts):
        """Add statements; their value is None, as that of the functions that they stand for."""
        self.before += statements(text, np=self.np, **parts)
        return gast.Constant(None, None)

    def array(self, node, axes=None):
        """Whether a tree is an array that may be written through, of so many axes."""
        t = self.types.get(node)
        part = node
        while isinstance(part, gast.Subscript):
            if self.inference.may_gather(part) or not is_calm(part.slice, self.means):
                return False
            part = part.value
        while self.inference.heap is not None and isinstance(part, gast.Attribute):
            part = part.value
        return isinstance(part, gast.Name) and isinstance(t, Array) and bool(t.dims) and axes in (None, len(t.dims))

    # Methods

    def of_method(self, node, name):
        if not self.array(node.func.value):
            return self.method_out(node, name)
        a, args = node.func.value, {k.arg: k.value for k in node.keywords}
        if name == 'fill' and len(node.args) == 1 and isinstance(self.types[node.args[0]], Number):
            return self.write('a[...] = v', a=a, v=node.args[0])
        if name == 'put' and len(node.args) == 2 and not args:
            return self.put(a, *node.args)
        if name == 'sort' and set(args) <= {'axis'} and len(node.args) < 2 and self.np:
            axis = [*node.args, *args.values(), None][0]
            text = 'a[...] = np.sort(a)' if axis is None else 'a[...] = np.sort(a, axis)'
            return self.write(text, a=a, axis=axis if axis is not None else 'axis')
        return self.method_out(node, name)

    def method_out(self, node, name):
        to = next((k.value for k in node.keywords if k.arg == 'out'), None)
        f = getattr(np, name, None)
        return self.out(node, f, to, self.types[node.func.value]) if to is not None and callable(f) else None

    # Functions with out=

    def out(self, node, f, to, first=None):
        if not self.array(to) and not self.is_new(to, node):
            return None
        first = first or self.types[node.args[0]]
        if f in BY_DTYPE and (not isinstance(first, Array) or dtype_of(first) != self.types[to].dtype):
            return None
        keywords = [k for k in node.keywords if k.arg not in ('out', 'where')]
        where = next((k.value for k in node.keywords if k.arg == 'where'), None)
        args = [a for a in node.args if a is not to]
        if not self.array(to):
            made = gast.Name(self.means.fresh('out'), gast.Load(), None, None)
            self.write('made = a', made=made.id, a=to)
            self.types[made], to = self.types[to], made
        if where is None:
            self.write('a[...] = e', a=to, e=gast.Call(node.func, args, keywords))
            return clone(to)
        if (
            keywords
            or not isinstance(f, np.ufunc)
            or self.np is None
            or not isinstance(self.types[where], (Array, Number))
        ):
            return None
        if not all(is_calm(a, self.means) and isinstance(self.types[a], (Array, Number)) for a in [*args, where]):
            return None
        chosen = self.means.fresh('chosen')
        self.write('chosen = np.broadcast_to(where, np.shape(a))', chosen=chosen, where=where, a=to)
        parts = [a if isinstance(self.types[a], Number) else self.part(a, to, chosen) for a in args]
        self.write('a[chosen] = e', a=to, chosen=chosen, e=gast.Call(node.func, parts, []))
        return clone(to)

    def is_new(self, to, node):
        """Whether `out=` makes an array, and may do so before the other arguments are computed."""
        made = isinstance(to, gast.Call) and isinstance(self.types.get(to), Array) and self.types[to].dims
        return made and all(is_calm(a, self.means) for a in [*node.args, to])

    def part(self, a, to, chosen):
        """The part of an operand that a mask chooses."""
        if self.types[a].dims == self.types[to].dims:
            return expression('a[chosen]', a=a, chosen=chosen)
        return expression('np.broadcast_to(a, np.shape(to))[chosen]', np=self.np, a=a, to=to, chosen=chosen)

    # Functions that write and return nothing

    def copyto(self, dst, src, where=None):
        if not self.array(dst):
            return None
        if where is None:
            return self.write('a[...] = e', a=dst, e=src)
        return self.write('a[...] = np.where(m, e, a)', a=dst, e=src, m=where)

    def put(self, a, ind, v):
        t = self.types[ind]
        listed = self.inference.heap is not None and self.inference.heap.is_list(t)
        if self.may_be_truths(ind):  # which are places here, and no mask
            return None
        if not self.array(a, 1) or not (listed or isinstance(t, (Array, ListOf, TupleOf, Number))) or self.np is None:
            return None
        if isinstance(self.types[v], Number):
            return self.write('a[places] = v', a=a, places=ind, v=v)
        places = ind if is_atom(ind) else self.named('places', ind)
        return self.cycled(a, places, v, ind, 'np.arange(np.size(places))')

    def may_be_truths(self, node):
        """Whether a number, or an item of a list or an array, may be True or False."""
        heap, t = self.inference.heap, self.types[node]
        listed = heap is not None and heap.is_list(t)
        items = [heap.load(t, ITEM)] if listed else [*getattr(t, 'items', ()), getattr(t, 'item', None) or t]
        truth = lambda i: getattr(i, 'kind', '') == 'bool' or isinstance(i, Known) and isinstance(i.value, bool)
        return any(truth(i) or isinstance(i, (Anything, Either)) for i in items)

    def putmask(self, a, mask, values):
        if not self.array(a) or not isinstance(self.types[mask], Array):
            return None
        if isinstance(self.types[values], Number):
            return self.write('a[mask] = v', a=a, mask=mask, v=values)
        mask = mask if is_atom(mask) else self.named('mask', mask)
        return self.cycled(a, mask, values, None, 'np.flatnonzero(places)') if self.array(a, 1) else None

    def place(self, arr, mask, vals):
        if not self.array(arr) or not isinstance(self.types[mask], Array):
            return None
        if isinstance(self.types[vals], Array) and self.types[vals].dtype != self.types[arr].dtype:
            return None  # which NumPy may refuse
        mask = mask if is_atom(mask) else self.named('mask', mask)
        return self.cycled(arr, mask, vals, None, 'np.arange(np.count_nonzero(places))')

    def cycled(self, a, places, v, ind, counts):
        """`a[places] = v`, where v begins again if it is too short, and may be too long."""
        t = self.types[v]
        if isinstance(t, Number):
            return self.write('a[places] = v', a=a, places=places, v=v)
        if isinstance(v, (gast.List, gast.Tuple)):
            t, v = Array(dims=(len(v.elts),)), expression('np.array(v)', np=self.np, v=v)
        if not isinstance(t, Array) or len(t.dims) != 1:
            return None
        if ind is not None and t.dims[0] == self.size(ind):
            return self.write('a[places] = v', a=a, places=places, v=v)
        v = v if is_atom(v) else self.named('values', v)
        return self.write(f'a[places] = v[{counts} % len(v)]', a=a, places=places, v=v)

    def size(self, ind):
        t = self.types[ind]
        return t.dims[0] if isinstance(t, Array) and len(t.dims) == 1 else getattr(t, 'length', None)

    def named(self, text, value):
        """A name for a value, in a statement before."""
        text = self.means.fresh(text)
        self.write('kept = value', kept=text, value=value)
        return gast.Name(text, gast.Load(), None, None)

    def put_along_axis(self, arr, indices, values, axis):
        t = self.types[arr]
        if (
            not self.array(arr)
            or not isinstance(self.types[indices], Array)
            or not isinstance(self.types[values], (Array, Number))
        ):
            return None
        k = known_value(self.types[axis])
        if len(t.dims) == 1 and k in (0, -1):
            return self.write('a[k] = v', a=arr, k=indices, v=values)
        if len(t.dims) != 2 or k not in (0, 1, -1, -2):
            return None
        if k in (1, -1):
            return self.write('a[np.arange(a.shape[0])[:, None], k] = v', a=arr, k=indices, v=values)
        return self.write('a[k, np.arange(a.shape[1])] = v', a=arr, k=indices, v=values)

    def fill_diagonal(self, a, val):
        if not self.array(a, 2):
            return None
        d = self.means.fresh('diagonal')
        self.write('d = np.arange(min(a.shape[0], a.shape[1]))', d=d, a=a)
        if isinstance(self.types[val], Number):
            return self.write('a[d, d] = v', a=a, d=d, v=val)
        t = self.types[val]
        if not isinstance(t, Array) or len(t.dims) != 1:
            return None
        val = val if is_atom(val) else self.named('values', val)
        return self.write('a[d, d] = v[d % len(v)]', a=a, d=d, v=val)

    # ufunc.at

    def at(self, node, ufunc):
        if len(node.args) != 3 or node.keywords or not self.array(node.args[0]):
            return None
        a, k, v = node.args
        if ufunc in (np.add, np.subtract):
            made = gast.AugAssign(gast.Subscript(a, k, gast.Store()), UFUNCS_AT[ufunc](), v)
            made.at = node.func  # prints as the call that it is: a place that comes twice is added to twice
            self.before.append(made)
            return gast.Constant(None, None)
        return self.one_by_one(a, k, v, UFUNCS_AT[ufunc])

    def one_by_one(self, a, k, v, op):
        """`multiply.at`: an element at a time, since one that comes twice is multiplied twice."""
        if not self.array(a, 1) or not isinstance(self.types[k], (Array, ListOf)) or not is_atom(k):
            return None
        if isinstance(self.types[k], Array) and (len(self.types[k].dims) != 1 or self.types[k].kind != 'int'):
            return None
        i, n, t = self.means.fresh('i'), self.means.fresh('n'), self.types[v]
        v = v if is_atom(v) else self.named('values', v)
        if isinstance(t, Number):
            self.write('for i in k:\n    a[i] *= v', i=i, k=k, a=a, v=v)
        elif (
            isinstance(t, Array)
            and len(t.dims) == 1
            and (isinstance(t.dims[0], Dim) and t.dims[0].many or t.dims[0] == self.size(k))
        ):
            self.write('for n, i in enumerate(k):\n    a[i] *= v[n]', i=i, n=n, k=k, a=a, v=v)
        else:
            return None
        self.before[-1].body[0].op = op()
        return gast.Constant(None, None)


PARAMETERS = {
    'copyto': 'dst src where', 'put': 'a ind v', 'putmask': 'a mask values', 'place': 'arr mask vals',
    'put_along_axis': 'arr indices values axis', 'fill_diagonal': 'a val',
}  # fmt: skip


def named(node, params):
    """The arguments of a call by their names; None if there are others."""
    if len(node.args) > len(params) - (params[0] == 'dst'):
        return None
    given = dict(zip(params, node.args))
    for k in node.keywords:
        if k.arg not in params or k.arg in given:
            return None
        given[k.arg] = k.value
    missing = [p for p in params if p not in given and p != 'where']
    return None if missing else given
