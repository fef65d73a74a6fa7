"""Which attributes the objects of a class have from the start."""

import dataclasses
import functools
import inspect

import gast

from srcad.analysis.steps import is_made
from srcad.by_memory import is_of_library
from srcad.parse import parse
from srcad.tree import walk


@functools.lru_cache(4096)
def is_set_at_once(cls, name):
    """Whether `__init__` surely gives each object an attribute, before it reads it.

    >>> from dataclasses import make_dataclass
    >>> is_set_at_once(make_dataclass('Pair', ['x', 'y']), 'x')
    True
    """
    if any(f.name == name and f.init for f in fields_of(cls)):
        return True
    init = inspect.getattr_static(cls, '__init__', None)
    if not inspect.isfunction(init) or is_of_library(init) or is_made(init):
        return False
    try:
        tree = parse(init).tree
    except OSError:  # of a class in a function, which was made once more
        return False
    me = tree.args.args[0].id if tree.args.args else None
    for s in tree.body:
        of_me = [n for n in walk(s) if isinstance(n, gast.Attribute) and getattr(n.value, 'id', None) == me]
        mine = [n for n in of_me if n.attr == name]
        if any(isinstance(n.ctx, gast.Load) for n in mine) or any(isinstance(n, gast.Return) for n in walk(s)):
            return False
        own = inspect.getattr_static(cls, '__setattr__')  # which may put it elsewhere
        if mine and isinstance(s, gast.Assign) and not inspect.isfunction(own) or sets_by_hand(s, name, me):
            return True
    return False


def sets_by_hand(s, name, me):
    """Whether a statement is `object.__setattr__(self, 'x', v)`, or the same by `super()`."""
    f = s.value.func if isinstance(s, gast.Expr) and isinstance(s.value, gast.Call) else None
    if not isinstance(f, gast.Attribute) or f.attr != '__setattr__':
        return False
    given = [getattr(a, 'value', getattr(a, 'id', None)) for a in s.value.args]
    of_super = isinstance(f.value, gast.Call) and getattr(f.value.func, 'id', None) == 'super'
    return given[:1] == [name] if of_super else given[:2] == [me, name] and getattr(f.value, 'id', None) == 'object'


def fields_of(cls):
    """The fields of a dataclass; none of another class."""
    return dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()


def taken(cls):
    """What the `__init__` of a dataclass takes: its parameters by their names, those for `__post_init__` among them."""
    me, *rest = inspect.signature(cls.__init__).parameters.values()
    return {p.name: p for p in rest}


def is_field(cls, attr):
    return any(f.name == attr for f in fields_of(cls))


def is_own(node, attr, me):
    return isinstance(node, gast.Attribute) and node.attr == attr and getattr(node.value, 'id', None) == me


def reads_attribute(n, attr, me):
    """Whether an expression of `__init__` reads an attribute, or calls what may."""
    if is_own(n, attr, me):
        return isinstance(n.ctx, gast.Load)
    if not isinstance(n, gast.Call):
        return False
    given = [n.func, *n.args, *(k.value for k in n.keywords)]
    return any(getattr(m, 'id', None) in (me, 'super') for part in given for m in walk(part))
