"""Classes that inherit from list or dict, as classes whose objects hold one: what is differentiated in their place.

Each method does what that of the list or the dict does, and gives what that gives: a slice of such a list is a list.
"""

import inspect
import typing

from srcad.by_memory import is_of_library

PLUMBING = {'__dict__', '__weakref__', '__new__', '__class_getitem__', '__orig_bases__', '__parameters__'}


class HoldsList:
    """An object that holds a list.

    >>> items = HoldsList([1.0, 2.0]); items.append(3.0)
    >>> items[1:], len(items), items + [4.0]
    ([2.0, 3.0], 3, [1.0, 2.0, 3.0, 4.0])
    """

    def __init__(self, *items):
        object.__setattr__(self, 'items_held', list(*items))

    def append(self, item):
        self.items_held.append(item)

    def extend(self, items):
        self.items_held.extend([item for item in items])

    def insert(self, index, item):
        self.items_held.insert(index, item)

    def pop(self, index=-1):
        return self.items_held.pop(index)

    def remove(self, item):
        self.items_held.remove(item)

    def reverse(self):
        self.items_held.reverse()

    def clear(self):
        self.items_held.clear()

    def sort(self, *, key=None, reverse=False):
        self.items_held.sort(key=key, reverse=reverse)

    def index(self, item):
        return self.items_held.index(item)

    def count(self, item):
        return self.items_held.count(item)

    def copy(self):
        return list(self.items_held)

    def __len__(self):
        return len(self.items_held)

    def __iter__(self):
        return iter(self.items_held)

    def __contains__(self, item):
        return item in self.items_held

    def __getitem__(self, index):
        return self.items_held[index]

    def __setitem__(self, index, item):
        self.items_held[index] = item

    def __add__(self, other):
        return self.items_held + list_of(other)

    def __radd__(self, other):
        return other + self.items_held

    def __iadd__(self, other):
        self.items_held.extend([item for item in other])  # which may be this one
        return self

    def __mul__(self, count):
        return self.items_held * count

    def __imul__(self, count):
        self.items_held *= count
        return self

    def __rmul__(self, count):
        return self.items_held * count

    def __eq__(self, other):
        return self.items_held == list_of(other)

    def __ne__(self, other):
        return self.items_held != list_of(other)

    def __lt__(self, other):
        return self.items_held < list_of(other)

    def __le__(self, other):
        return self.items_held <= list_of(other)

    def __gt__(self, other):
        return self.items_held > list_of(other)

    def __ge__(self, other):
        return self.items_held >= list_of(other)

    def __repr__(self):
        return repr(self.items_held)


def list_of(x):
    """A list, or that which an object holds."""
    return x.items_held if isinstance(x, HoldsList) else x


class HoldsDict:
    """An object that holds a dict.

    >>> table = HoldsDict(a=1.0); table['b'] = 2.0
    >>> list(table), table['b'], table.get('c'), dict(table.items())
    (['a', 'b'], 2.0, None, {'a': 1.0, 'b': 2.0})
    """

    def __init__(self, *items, **more):
        object.__setattr__(self, 'items_held', dict(*items, **more))

    def update(self, *items, **more):
        self.items_held.update(*items, **more)

    def get(self, key, default=None):
        return self.items_held.get(key, default)

    def setdefault(self, key, default=None):
        return self.items_held.setdefault(key, default)

    def pop(self, key, *default):
        return self.items_held.pop(key, *default)

    def popitem(self):
        return self.items_held.popitem()

    def clear(self):
        self.items_held.clear()

    def copy(self):
        return dict(self.items_held)

    def keys(self):
        return self.items_held.keys()

    def values(self):
        return self.items_held.values()

    def items(self):
        return self.items_held.items()

    def __len__(self):
        return len(self.items_held)

    def __iter__(self):
        return iter(self.items_held)

    def __contains__(self, key):
        return key in self.items_held

    def __getitem__(self, key):
        return self.items_held[key]

    def __setitem__(self, key, item):
        self.items_held[key] = item

    def __or__(self, other):
        out = dict(self.items_held)
        out.update(dict_of(other))
        return out

    def __ior__(self, other):
        self.items_held.update(dict_of(other))
        return self

    def __eq__(self, other):
        return self.items_held == dict_of(other)

    def __ne__(self, other):
        return self.items_held != dict_of(other)

    def __repr__(self):
        return repr(self.items_held)


def dict_of(x):
    """A dict, or that which an object holds."""
    return x.items_held if isinstance(x, HoldsDict) else x


class HoldsDictWithDefaults(HoldsDict):
    """One whose class says, as `__missing__`, what stands under a key that is not there."""

    def __getitem__(self, key):
        if key in self.items_held:
            return self.items_held[key]
        return self.__missing__(key)


HOLDING = {list: HoldsList, dict: HoldsDict}
STANDING = {}  # what stands for a class


def holding(cls):
    """The class that stands for one that inherits from list or dict; a class that does not, itself.

    It is another one as soon as the class has been given something else.

    >>> class Stack(list):
    ...     def push(self, item):
    ...         self.append(item)
    >>> stack = holding(Stack)(); stack.push(1.0); stack, holding(int) is int
    ([1.0], True)
    """
    if is_of_library(cls) or not issubclass(cls, tuple(HOLDING)) or not can_stand(cls):
        return cls
    holders = {**HOLDING, dict: HoldsDictWithDefaults} if hasattr(cls, '__missing__') else HOLDING
    bases = tuple(holders.get(base) or holding(base) for base in cls.__bases__ if base is not typing.Generic)
    if any(issubclass(base, tuple(HOLDING)) for base in bases):
        return cls
    own = {k: v for k, v in vars(cls).items() if k not in PLUMBING}
    known, before = STANDING.get(cls, (None, {}))
    if known is None or known.__bases__ != bases or own.keys() != before.keys() or any(own[k] is not before[k] for k in own):
        body = {k: of_holder(v) for k, v in own.items()}
        STANDING[cls] = type(cls.__name__, bases, {**body, '__meant__': cls}), own
    return STANDING[cls][0]


def of_holder(value):
    """What a class has under a name; for a method of list or dict, that of what stands for these."""
    holder = HOLDING.get(getattr(value, '__objclass__', None))
    return vars(holder).get(value.__name__, value) if holder is not None else value


def can_stand(cls):
    """Whether another class can do as this one does: nobody else has a hand in how it, or its objects, are made."""
    own = [c for c in cls.__mro__ if not is_of_library(c)]
    ways = ('__new__', '__init_subclass__', '__slots__', '__getattribute__')
    return type(cls) is type and not any(way in vars(c) for c in own for way in ways) and not takes_held(own)


def takes_held(own):
    """Whether classes have an attribute by the name of what is held."""
    words = {n for c in own for f in vars(c).values() if inspect.isfunction(f) for n in f.__code__.co_names}
    return 'items_held' in words or any('items_held' in vars(c) for c in own)


def holder_to_begin(cls):
    """What stands for list or dict, if some `__init__` of a class does not begin as that does; None else."""
    own = [c for c in cls.__mro__ if meant(c) is not c]
    inits = [vars(c)['__init__'] for c in own if inspect.isfunction(vars(c).get('__init__'))]
    if all('__init__' in init.__code__.co_names for init in inits):
        return None
    return next(holder for holder in HOLDING.values() if issubclass(cls, holder))


def meant(cls):
    """The class of the program for which one stands."""
    return vars(cls).get('__meant__', cls)


def is_of_holder(f):
    """Whether a method does what that of the list or dict does, which is held when it is called."""
    text = getattr(f, '__name__', '__')
    return any(f is vars(holder).get(text) for holder in HOLDING.values()) and (
        not text.startswith('__') or text in ('__getitem__', '__setitem__')
    )
