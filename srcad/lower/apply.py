"""What a call of a function that is written in place amounts to: a lambda's body, an operator, an item."""

import functools
import operator

import gast
import numpy as np

from srcad.lower.evaluation import in_order, is_atom, is_calm, place
from srcad.lower.names import MISSING
from srcad.standins.arrays import vectorized, vectorized_over_two
from srcad.tree import COMPREHENSIONS, Ours, arguments, assigned_names, call, clone, constant, name, shared_names, target, transform, walk

WITH_ARGUMENTS = (  # which keep arguments
    functools.partial, operator.itemgetter, operator.attrgetter, operator.methodcaller, np.vectorize,
)  # fmt: skip
GETTERS = (operator.itemgetter, operator.attrgetter, operator.methodcaller)
BINARY = {
    operator.add: gast.Add, operator.sub: gast.Sub, operator.mul: gast.Mult, operator.truediv: gast.Div,
    operator.floordiv: gast.FloorDiv, operator.mod: gast.Mod, operator.pow: gast.Pow, operator.matmul: gast.MatMult,
    operator.and_: gast.BitAnd, operator.or_: gast.BitOr, operator.xor: gast.BitXor, operator.lshift: gast.LShift,
    operator.rshift: gast.RShift,
}  # fmt: skip
COMPARE = {
    operator.eq: gast.Eq, operator.ne: gast.NotEq, operator.lt: gast.Lt, operator.le: gast.LtE, operator.gt: gast.Gt,
    operator.ge: gast.GtE, operator.is_: gast.Is, operator.is_not: gast.IsNot,
}  # fmt: skip
CALL = getattr(operator, 'call', None)  # from Python 3.11 on
UNARY = {operator.neg: gast.USub, operator.pos: gast.UAdd, operator.invert: gast.Invert, operator.not_: gast.Not}


def applied(f, args, means, keywords=()):
    """The expression that `f(*args)` is; None where it cannot be written down.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import expression
    >>> tree = gast.parse('def g(u, v):\\n    return h((lambda a, b: a * b), (lambda a: a**u))').body[0]
    >>> two, one = tree.body[0].value.args
    >>> expression(applied(two, [name('u'), name('v')], Means(tree, None)))
    'u * v'
    """
    if isinstance(f, gast.Lambda):
        return None if keywords else substituted(f, args, means)
    if isinstance(f, (gast.Name, gast.Attribute)):
        made = None if keywords else by_operator(means(f), args)
        return made or gast.Call(f, list(args), list(keywords))
    if isinstance(f, gast.Call) and not any(isinstance(a, gast.Starred) for a in f.args):
        return of_made_function(f, args, means, keywords)
    return None


def overridden(kept, given):
    """The keywords of a partial function and of its call: what is given again takes the place of what was kept."""
    again, names = {k.arg: k for k in given}, {k.arg for k in kept}
    return [again.get(k.arg, k) for k in kept] + [k for k in given if k.arg not in names]


def of_made_function(f, args, means, keywords):
    """A call of `functools.partial(...)`, `operator.itemgetter(...)`, `attrgetter(...)`, `methodcaller(...)`."""
    maker = means(f.func)
    if maker is functools.partial and f.args and all(map(is_atom, f.args[1:])):
        if any(k.arg is None or not is_atom(k.value) for k in f.keywords):
            return None
        if f.keywords and any(k.arg is None for k in keywords):  # which may be there again
            return None
        given = [*args, *(k.value for k in keywords)]
        first = [a for a in [*f.args[1:], *(k.value for k in f.keywords)] if isinstance(a, gast.Name)]
        assigns = any(isinstance(n, gast.NamedExpr) for a in given for n in walk(a))
        acts = assigns or not all(is_calm(a, means) for a in given)
        if first and acts and (assigns or not all(is_steady(a, means) for a in first)):
            return None  # what the function was given before may be another thing then
        if {k.arg for k in f.keywords} & {k.arg for k in keywords} and not all(is_calm(k.value, means) for k in keywords):
            return None  # they would be evaluated in another order
        return applied(f.args[0], [*f.args[1:], *args], means, overridden(f.keywords, keywords))
    if maker is np.vectorize and not keywords and len(f.args) == 1:
        known = [k.value.elts[0] if isinstance(k.value, gast.List) else k.value for k in f.keywords if k.arg == 'otypes']
        if len(known) == len(f.keywords) and all(means(k) in (float, np.float64, 'd') for k in known):
            return for_each(f.args[0], args, bool(known))
        return None
    if keywords or len(args) != 1 or not f.args:
        return None
    if maker is operator.methodcaller and isinstance(getattr(f.args[0], 'value', None), str):
        given = [*f.args[1:], *(k.value for k in f.keywords)]
        method = gast.Attribute(args[0], f.args[0].value, gast.Load())
        return gast.Call(method, f.args[1:], f.keywords) if all(map(is_atom, given)) else None
    if f.keywords:
        return None
    if len(f.args) > 1 and not is_atom(args[0]):
        return None
    keys = [as_index(k, means) for k in f.args] if maker is operator.itemgetter else [None]
    if None not in keys:
        parts = [gast.Subscript(args[0], k, gast.Load()) for k in keys]
    elif maker is operator.attrgetter and all(is_path(a) or isinstance(a, gast.Name) for a in f.args):
        asked = lambda a: call(Ours('getattr', getattr), args[0], a)  # of a path with dots there is none: it is refused
        parts = [attribute(args[0], a.value) if is_path(a) else asked(a) for a in f.args]
    else:
        return None
    return parts[0] if len(parts) == 1 else gast.Tuple(parts, gast.Load())


def as_lambda(f, means, at_once):
    """`operator.itemgetter(0)` and its like as a lambda; None for other expressions.

    What it is made with keeps its value as a default, but for names that mean the same when it is called: `at_once`, or
    whenever that is.
    """
    if not isinstance(f, gast.Call) or means(f.func) not in GETTERS:
        return None
    item, kept, values = means.fresh('item'), [], []
    assigned = assigned_names(means.tree)

    def given(a):
        stays = isinstance(a, gast.Constant) or is_steady(a, means) and (at_once or a.id not in assigned)
        if stays or isinstance(a, gast.Starred):
            return a
        kept.append(means.fresh('kept'))
        values.append(a)
        return name(kept[-1])

    made = gast.Call(f.func, list(map(given, f.args)), [gast.keyword(k.arg, given(k.value)) for k in f.keywords])
    body = of_made_function(made, [name(item)], means, ())
    if body is None or any(isinstance(a, gast.Starred) for a in f.args) or any(k.arg is None for k in f.keywords):
        return None
    params = [gast.Name(n, gast.Param(), None, None) for n in (item, *kept)]
    return gast.copy_location(gast.Lambda(gast.arguments(params, [], None, [], [], None, values), body), f)


def for_each(f, args, known_type=False):
    """`np.vectorize(f)(x)`, `np.vectorize(f)(x, y)`: loops over the elements."""
    loop = {1: vectorized, 2: vectorized_over_two}.get(len(args))
    return loop and gast.Call(Ours(loop.__name__, loop), [f, *args, *[constant(True)] * known_type], [])


def is_path(node):
    return isinstance(node, gast.Constant) and isinstance(node.value, str)


def attribute(tree, path):
    for part in path.split('.'):
        tree = gast.Attribute(tree, part, gast.Load())
    return tree


def by_operator(f, args):
    """What a function of the module `operator` does, as the operator itself."""
    if isinstance(f, type(operator.add)) and not any(isinstance(a, gast.Starred) for a in args):
        if f in BINARY and len(args) == 2:
            return gast.BinOp(args[0], BINARY[f](), args[1])
        if f in COMPARE and len(args) == 2:
            return gast.Compare(args[0], [COMPARE[f]()], [args[1]])
        if f in UNARY and len(args) == 1:
            return gast.UnaryOp(UNARY[f](), args[0])
        if f is operator.getitem and len(args) == 2:
            return gast.Subscript(args[0], args[1], gast.Load())
        if f is operator.truth and len(args) == 1:
            return gast.UnaryOp(gast.Not(), gast.UnaryOp(gast.Not(), args[0]))
        if f is operator.contains and len(args) == 2 and all(map(is_atom, args)):  # Python asks for the second first
            return gast.Compare(args[1], [gast.In()], [args[0]])
        if f is operator.abs and len(args) == 1:
            return call(Ours('abs', abs), args[0])
        if f is CALL and args:
            return gast.Call(args[0], list(args[1:]), [])
    return None


def as_slice(node, means):
    """`slice(1, None)` as `1:None`; None for other expressions."""
    plain = isinstance(node, gast.Call) and means(node.func) is slice and not node.keywords
    if not plain or not 1 <= len(node.args) <= 3 or any(isinstance(a, gast.Starred) for a in node.args):
        return None
    bounds = [None, *node.args] if len(node.args) == 1 else node.args
    return gast.Slice(*[*bounds, None, None][:3])


def as_index(node, means):
    """What stands in the brackets for a key of `itemgetter`; None for what is not known to be the same later."""
    if is_atom(node):
        return node
    if isinstance(node, gast.Tuple):
        parts = [as_index(e, means) for e in node.elts]
        return None if None in parts else gast.Tuple(parts, gast.Load())
    found = as_slice(node, means)
    return found if found is not None and all(map(is_atom, node.args)) else None


def substituted(function, args, means):
    """The body of a lambda with its arguments put in; None where that would not compute the same."""
    given = bound(function, args)
    if given is None:
        return None
    inner = {n.id for n in walk(function.body) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)}
    outer = {n.id for a in given.values() for n in walk(a) if isinstance(n, gast.Name)}
    if inner & (outer | set(given)) or any(isinstance(n, (gast.Lambda, gast.NamedExpr)) for n in walk(function.body)):
        return None
    for p, a in given.items():
        if not is_atom(a) and not isinstance(a, gast.Lambda):
            if not (read_once(function.body, p) and is_calm(a, means) and is_calm(function.body, means)):
                return None
    put = lambda n: place(clone(given[n.id]), n) if isinstance(n, gast.Name) and n.id in given else None
    return transform(clone(function.body), put)


def bound(function, args):
    """The argument for each parameter of a lambda; None for what is not written plainly."""
    a, params = function.args, arguments(function)
    plain = not (a.vararg or a.kwarg or a.kwonlyargs) and not any(isinstance(x, gast.Starred) for x in args)
    if not plain or len(args) > len(params):
        return None
    defaults = dict(zip([p.id for p in params[len(params) - len(a.defaults) :]], a.defaults))
    given = {p.id: x for p, x in zip(params, args)}
    for p in params[len(args) :]:
        if p.id not in defaults or not is_atom(defaults[p.id]):
            return None
        given[p.id] = defaults[p.id]
    return given


def read_once(body, text):
    """Whether a name is read exactly once whenever an expression is evaluated."""
    if sum(isinstance(n, gast.Name) and n.id == text for n in walk(body)) != 1:
        return False
    lazy = (gast.IfExp, gast.BoolOp, gast.Lambda, gast.Compare) + COMPREHENSIONS
    return not any(isinstance(n, lazy) and any(getattr(m, 'id', None) == text for m in walk(n)) for n in walk(body))


def read_first(body, text, means):
    """Whether nothing is computed before a name is read, but what names mean."""
    if isinstance(body, gast.Name):
        return body.id == text
    for part, _ in in_order(body):
        if any(getattr(n, 'id', None) == text for n in walk(part)):
            return read_first(part, text, means)
        called = isinstance(body, gast.Call) and part is body.func and means(part) is not MISSING
        if not called and not isinstance(part, gast.Constant) and not is_steady(part, means):
            return False
    return False


def is_steady(node, means):
    """Whether a node is a name that means the same, whatever functions are called."""
    return isinstance(node, gast.Name) and node.id in means.local and node.id not in shared_names(means.tree)


def items_of(text, *indices):
    """`items[i]` for each index, a name or a tree."""
    return [gast.Subscript(name(text), name(k) if isinstance(k, str) else k, gast.Load()) for k in indices]


def plus_one(text):
    return gast.BinOp(name(text), gast.Add(), constant(1))


def generator(text, source):
    """`for text in source` of a comprehension."""
    return gast.comprehension(target(text), source, [], 0)
