"""What the class of an object runs where an attribute is read or set."""

import functools
import inspect
import re

import gast

from srcad.analysis.inits import is_set_at_once
from srcad.analysis.marks import MUTATING, is_frozen
from srcad.by_memory import is_of_library
from srcad.lower.names import MISSING
from srcad.holding import HoldsDict, HoldsList
from srcad.parse import parse
from srcad.tree import Ours, arguments, base_name, constant, walk


def setter_of(cls, target):
    """The function that sets an attribute, and what it is given before the value; None where it is simply stored.

    >>> class Body:
    ...     mass = property(lambda self: self.m, lambda self, m: setattr(self, 'm', m))
    >>> f, given = setter_of(Body, gast.parse('body.mass = 1').body[0].targets[0])
    >>> f is Body.mass.fset, given[0].id
    (True, 'body')
    """
    found = inspect.getattr_static(cls, target.attr, None)
    whole = inspect.getattr_static(cls, '__setattr__')
    if inspect.isfunction(whole) and not is_by_hand(target) and not is_frozen(cls) and not is_of_library(whole):
        return whole, [target.value, constant(target.attr)]
    if isinstance(found, property):
        return (found.fset, [target.value]) if found.fset is not None else None
    one = descriptor_method(found, '__set__')
    return (one, [of_class(cls, target.attr, found), target.value]) if one is not None else None


def is_by_hand(target):
    """Whether an attribute is set past what the class says of that."""
    return getattr(target, 'frozen', False) or getattr(target, 'into_dict', False)


def getter_of(cls, node):
    """The function that computes an attribute for a descriptor of the program, and what it is given; None without one."""
    found = inspect.getattr_static(cls, node.attr, None)
    f = descriptor_method(found, '__get__')
    return (f, [of_class(cls, node.attr, found), node.value, Ours(cls.__name__, cls)]) if f is not None else None


def descriptor_method(value, text):
    """A method of a descriptor that a class of the program makes, and that keeps nothing in itself."""
    cls = type(value)
    found = inspect.getattr_static(cls, text, None) if not is_of_library(cls) else None
    plain = inspect.isfunction(found) and not any(map(changes_itself, functions_of(cls)))
    return found if plain else None


def sets_by_itself(value):
    """Whether a descriptor of the program runs when an attribute is set."""
    return not is_of_library(type(value)) and inspect.isfunction(inspect.getattr_static(type(value), '__set__', None))


def acts_when_read(value):
    """Whether what a class has under a name gives something of its own each time that it is asked for."""
    made = isinstance(value, (functools.singledispatchmethod, functools.partialmethod))
    return made or not is_of_library(type(value)) and hasattr(type(value), '__get__')


@functools.lru_cache(maxsize=None)
def may_be_given(cls, attr):
    """Whether the module of a class says that objects may get an attribute of their own, which the program may come to
    later than it reads it."""
    if not cls.__dictoffset__ or sets_by_itself(inspect.getattr_static(cls, attr, None)):
        return False
    try:
        texts = [inspect.getsource(inspect.getmodule(c)) for c in cls.__mro__ if not is_of_library(c)]
    except (OSError, TypeError):
        return True
    by_name = ('setattr', '__dict__', 'vars(')
    return any(re.search(rf'\.{attr}\b[^=\n]*=(?!=)', t) or any(w in t for w in by_name) for t in texts)


def functions_of(cls):
    """The methods of a class of the program, but for those that make its objects."""
    making = ('__init__', '__new__', '__set_name__')
    return [f for c in cls.__mro__ for n, f in vars(c).items() if inspect.isfunction(f) and n not in making]


@functools.lru_cache(maxsize=None)
def changes_itself(f):
    """Whether a method changes its own object, or something that this holds, as far as its text tells."""
    try:
        tree = parse(f).tree
    except (OSError, SyntaxError):
        return True
    me = arguments(tree)[0].id if arguments(tree) else None
    stored = [n for n in walk(tree) if isinstance(n, (gast.Attribute, gast.Subscript)) and not isinstance(n.ctx, gast.Load)]
    called = [n.func for n in walk(tree) if isinstance(n, gast.Call) and isinstance(n.func, gast.Attribute)]
    changed = [n for n in called if n.attr in MUTATING] + stored
    handed = [a for n in walk(tree) if isinstance(n, gast.Call) for a in n.args if isinstance(a, gast.Name)]
    return any(base_name(n) == me for n in [*changed, *handed])


def of_class(cls, attr, value):
    """What a class holds under a name, by itself."""
    home = next(c for c in cls.__mro__ if vars(c).get(attr) is value)
    return Ours(f'{attr}_of_{home.__name__}', value)


def is_surely_there(cls, name):
    """Whether each object of a class has an attribute: its class says what it is, or `__init__` sets it first of all."""
    held = name == 'items_held' and issubclass(cls, (HoldsList, HoldsDict))
    return held or inspect.getattr_static(cls, name, MISSING) is not MISSING or is_set_at_once(cls, name)


def is_plainly_read(cls):
    """Whether a class leaves it to Python how an attribute is found."""
    return inspect.getattr_static(cls, '__getattribute__') is object.__getattribute__
