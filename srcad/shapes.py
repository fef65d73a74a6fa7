"""Shorter forms for the calls of `srcad.runtime`, where the axes are known."""
from collections import deque

import gast

from srcad.analysis.types import Anything, Array, Either, ListOf, Number, Ref, dims_of
from srcad.runtime import copied, copied_down
from srcad.tree import Ours, call, constant

SHORTER = {}


def shorter(f):
    SHORTER[f.__name__] = f
    return f


def attribute(tree, attr):
    return gast.Attribute(tree, attr, gast.Load())


def method(tree, attr, **keywords):
    return gast.Call(attribute(tree, attr), [], [gast.keyword(k, v) for k, v in keywords.items()])


def copy_of(tree, t):
    """A copy of an array or a list of type `t`; a number is its own."""
    if isinstance(t, ListOf) and t.fixed and not isinstance(t.item, (Array, ListOf)):
        return tree  # a tuple
    if isinstance(t, Number) or isinstance(t, Ref) and not any(holds_items(site[-1]) for site in t.sites):
        return tree
    if isinstance(t, Anything) and not t.active and not t.array:
        return call(Ours('copied_down', copied_down), tree)
    unsure = t is None or isinstance(t, Anything) or isinstance(t, Array) and not t.dims  # may be a number here
    unsure |= isinstance(t, Ref) and not all(holds_items(site[-1]) for site in t.sites)  # or an object
    unsure |= isinstance(t, Either)
    return call(Ours('copied', copied), tree) if unsure else call(attribute(tree, 'copy'))


def holds_items(kind):
    return isinstance(kind, type) and issubclass(kind, (list, dict, set, deque))


def subscript(tree, index):
    return gast.Subscript(tree, index, gast.Load())


def matmul(a, b):
    return gast.BinOp(a, gast.MatMult(), b)


def is_literal(tree, value):
    return isinstance(tree, gast.Constant) and type(tree.value) is type(value) and tree.value == value


def static(tree):
    """The int or None that a tree is, or `...`."""
    if isinstance(tree, gast.Constant) and (tree.value is None or type(tree.value) in (int, bool)):
        return tree.value
    if isinstance(tree, gast.UnaryOp) and isinstance(tree.op, gast.USub) and isinstance(static(tree.operand), int):
        return -tree.operand.value
    return ...


@shorter
def conj(x, types):
    return method(x, 'conjugate')


@shorter
def spread(bz, x, axis, keepdims, types):
    rank, a = len(dims_of(types['x'])) if dims_of(types['x']) is not None else None, static(axis)
    if a is None or static(keepdims) is True or rank == 0:
        return bz
    if rank is not None and isinstance(a, int) and static(keepdims) is False:
        return bz if a % rank == 0 else call('np.expand_dims', bz, constant(a))
    return None


@shorter
def count(x, axis, types):
    if static(axis) is None:
        return call('np.size', x)
    if isinstance(static(axis), int):
        return subscript(call('np.shape', x), axis)
    return None


@shorter
def pow_dx(x, y, types):
    n = static(y)
    if isinstance(y, gast.Constant) and type(y.value) in (int, float) and y.value != 0:
        if y.value == 1:
            return constant(1)
        power = x if y.value == 2 else gast.BinOp(x, gast.Pow(), constant(y.value - 1))
        return gast.BinOp(y, gast.Mult(), power)
    if isinstance(n, int) and n < 0:
        return gast.BinOp(constant(n), gast.Mult(), gast.BinOp(x, gast.Pow(), constant(n - 1)))
    return None


@shorter
def sign(x, types):
    if isinstance(types['x'], Array):
        return call('np.sign', x)
    return None


@shorter
def matmul_dx(bz, x, y, types):
    ranks = ranks_of(types)
    if ranks == (2, 2):
        return matmul(bz, attribute(y, 'T'))
    if ranks == (2, 1):
        return call('np.outer', bz, y)
    if ranks == (1, 2):
        return matmul(y, bz)
    if ranks == (1, 1):
        return gast.BinOp(bz, gast.Mult(), y)
    return None


@shorter
def matmul_dy(bz, x, y, types):
    ranks = ranks_of(types)
    if ranks in ((2, 2), (2, 1)):
        return matmul(attribute(x, 'T'), bz)
    if ranks == (1, 2):
        return call('np.outer', x, bz)
    if ranks == (1, 1):
        return gast.BinOp(bz, gast.Mult(), x)
    return None


@shorter
def dot_dx(bz, x, y, types):
    return matmul_dx(bz, x, y, types)


@shorter
def dot_dy(bz, x, y, types):
    return matmul_dy(bz, x, y, types)


@shorter
def outer_dx(bz, x, y, types):
    return matmul(bz, y) if ranks_of(types) == (1, 1) else None


@shorter
def outer_dy(bz, x, y, types):
    return matmul(x, bz) if ranks_of(types) == (1, 1) else None


@shorter
def transpose_dx(bz, axes, types):
    return attribute(bz, 'T') if static(axes) is None else None


@shorter
def linspace_dx(bz, x, other, first, last, num, endpoint, types):
    if not isinstance(types.get('x'), Number) or not isinstance(types.get('other'), Number):
        return None
    return matmul(bz, call('np.linspace', first, last, num, *([] if static(endpoint) is True else [endpoint])))


@shorter
def roll_dx(bz, shift, axis, types):
    if not isinstance(types.get('shift'), Number):
        return None
    back = constant(-static(shift)) if static(shift) is not ... else gast.UnaryOp(gast.USub(), shift)
    return call('np.roll', bz, back, *([] if static(axis) is None else [axis]))


@shorter
def diag_dx(bz, x, k, types):
    more = [] if static(k) == 0 else [k]
    if ranks_of(types)[:1] != (1,):
        return call('diag_dx', bz, x, *more)
    return call(gast.Attribute(call('np.diag', bz, *more), 'copy', gast.Load()))  # np.diag cannot be written


@shorter
def trace_dx(bz, x, offset, axis1, axis2, types):
    if (static(offset), static(axis1), static(axis2)) != (0, 0, 1) or ranks_of(types)[:1] != (2,):
        return None
    return gast.BinOp(bz, gast.Mult(), call('np.eye', gast.Starred(call('np.shape', x), gast.Load())))


@shorter
def differences_dx(bz, x, n, axis, types):
    return call('diff_dx', bz) if (static(n), static(axis)) == (1, -1) else None


@shorter
def norm_dx(bz, x, z, ord, axis, keepdims, types):
    """`bz / z * x`: 0 at 0, the subgradient of least norm."""
    if static(ord) is not None or static(axis) is not None:
        return None
    apart = gast.BinOp(z, gast.Add(), gast.Compare(z, [gast.Eq()], [constant(0)]))
    return gast.BinOp(gast.BinOp(bz, gast.Div(), apart), gast.Mult(), x)


@shorter
def inside(x, low, high, types):
    if static(low) is None or static(high) is None:
        return None
    both = [gast.Compare(low, [gast.LtE()], [x]), gast.Compare(x, [gast.LtE()], [high])]
    if all(isinstance(t, Number) for t in types.values()):
        return gast.Compare(low, [gast.LtE(), gast.LtE()], [x, high])
    return gast.BinOp(both[0], gast.BitAnd(), both[1])


def ranks_of(types):
    return tuple(len(dims_of(types[p])) if dims_of(types[p]) is not None else None for p in ('x', 'y') if p in types)


def simplify(tree, bindings, types):
    """A formula of the table with its parameters filled in, its runtime calls in their shorter forms."""
    if isinstance(tree, gast.Name):
        return bindings.get(tree.id, tree)
    if isinstance(tree, gast.Call) and isinstance(tree.func, gast.Name) and tree.func.id in SHORTER:
        args = [simplify(a, bindings, types) for a in tree.args]
        mine = {formal: types[a.id] for formal, a in zip(formals(tree.func.id), tree.args)
                if isinstance(a, gast.Name) and a.id in types}
        short = SHORTER[tree.func.id](*args, types=mine)
        return short if short is not None else gast.Call(tree.func, args, [])
    new = tree.__class__.__new__(tree.__class__)
    for k, v in tree.__dict__.items():
        if isinstance(v, gast.AST):
            v = simplify(v, bindings, types)
        elif isinstance(v, list):
            v = [simplify(e, bindings, types) if isinstance(e, gast.AST) else e for e in v]
        setattr(new, k, v)
    return new


def formals(runtime_name):
    f = SHORTER[runtime_name]
    return f.__code__.co_varnames[:f.__code__.co_argcount - 1]
