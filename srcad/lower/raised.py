"""What a class of exceptions keeps of its arguments."""

import builtins
import inspect

import gast

from srcad.lower.contextmanagers import bound, defaults_of
from srcad.parse import parse
from srcad.tree import Ours, arguments, clone, transform, walk

# Whose args are not just the arguments
SPECIAL = (OSError, UnicodeError, ImportError, SystemExit, SyntaxError, StopIteration)
SPECIAL += (BaseExceptionGroup,) if hasattr(builtins, 'BaseExceptionGroup') else ()  # noqa: F821  (from Python 3.11 on)


class Unknown(Exception):
    """It cannot be told what an exception carries."""


def fields(kind, made):
    """The trees of an exception's attributes, `args` among them, in terms of those of its arguments."""
    init = inspect.getattr_static(kind, '__init__')
    own = [c for c in kind.__mro__ if c.__module__ != 'builtins']
    if any({'__new__', '__setattr__', '__getattribute__', '__getattr__'} & set(vars(c)) for c in own):
        raise Unknown
    if not inspect.isfunction(init):
        if issubclass(kind, SPECIAL) or made.keywords:
            raise Unknown
        return {'args': list(made.args)}
    try:
        tree = clone(parse(init).tree)
    except (OSError, SyntaxError):
        raise Unknown from None
    call = gast.Call(made.func, [gast.Constant(None, None), *made.args], made.keywords)
    given = bound(tree, call, defaults_of(tree, init))
    if given is None:
        raise Unknown
    values = dict(given)
    mine = arguments(tree)[0].id
    out = {'args': list(made.args)}
    for s in [part for s in tree.body for part in one_by_one(s)]:
        to = s.targets[0] if isinstance(s, gast.Assign) and len(s.targets) == 1 else None
        if isinstance(s, gast.Pass) or isinstance(s, gast.Expr) and isinstance(s.value, gast.Constant):
            continue
        own = isinstance(to, gast.Attribute) and getattr(to.value, 'id', None) == mine
        if own and is_arithmetic(s.value, values, mine):
            if to.attr == 'args' or hasattr(inspect.getattr_static(kind, to.attr, None), '__set__'):
                raise Unknown
            out[to.attr] = filled(s.value, values)
        elif is_call_of_init(s, mine):
            out['args'] = [filled(a, values) for a in s.value.args[len(s.value.args) - count(s) :]]
        else:
            raise Unknown
    _, above, *_ = [vars(c)['__init__'] for c in kind.__mro__ if '__init__' in vars(c)]
    if any(is_call_of_init(s, mine) for s in tree.body) and inspect.isfunction(above):
        raise Unknown
    return out


def one_by_one(s):
    """`self.a, self.b = x, y` as two statements: what is given there reads no attribute."""
    pair = isinstance(s, gast.Assign) and len(s.targets) == 1 and isinstance(s.targets[0], gast.Tuple)
    if not pair or not isinstance(s.value, gast.Tuple) or len(s.value.elts) != len(s.targets[0].elts):
        return [s]
    return [gast.Assign([to], value, None) for to, value in zip(s.targets[0].elts, s.value.elts)]


def is_call_of_init(s, mine):
    """`super().__init__(...)` or `Base.__init__(self, ...)`, with positional arguments."""
    c = s.value if isinstance(s, gast.Expr) else None
    if not isinstance(c, gast.Call) or getattr(c.func, 'attr', '') != '__init__' or c.keywords:
        return False
    owner = c.func.value
    by_super = isinstance(owner, gast.Call) and getattr(owner.func, 'id', '') == 'super' and not owner.args
    return by_super or bool(c.args) and getattr(c.args[0], 'id', None) == mine


def count(s):
    """How many arguments the base's `__init__` gets behind `self`."""
    return len(s.value.args) - (not isinstance(s.value.func.value, gast.Call))


def is_arithmetic(tree, values, mine):
    """Whether a tree only computes with parameters, so that it may be computed twice."""
    allowed = (gast.Name, gast.Constant, gast.BinOp, gast.UnaryOp, gast.operator, gast.unaryop, gast.expr_context)
    names = {n.id for n in walk(tree) if isinstance(n, gast.Name)}
    return all(isinstance(n, allowed) for n in walk(tree)) and names <= set(values) - {mine}


def filled(tree, values):
    return transform(tree, lambda n: clone(values[n.id]) if isinstance(n, gast.Name) and n.id in values else None)


def found_in(found, key, kind):
    if isinstance(key, tuple):
        args = found['args']
        if not -len(args) <= key[1] < len(args) or key[2:] not in ((), (len(args),)):
            raise Unknown
        return args[key[1]]
    if key not in found:
        if not isinstance(inspect.getattr_static(kind, key, None), (bool, int, float, str)):
            raise Unknown
        return gast.Attribute(Ours(kind.__name__, kind), key, gast.Load())
    return found[key]
