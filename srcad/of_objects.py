"""What the text that is made asks of objects and dicts, or does to them, besides what Python has a function for."""


def new(cls):
    """An object of a class, before its `__init__`."""
    return cls.__new__(cls)


def set_own(x, name, value):
    """Give an object an attribute past what its class says of that: `x.__dict__[name] = value`."""
    vars(x)[name] = value


def lacks(x, name):
    """Whether an object has no attribute of its own of this name.

    >>> from types import SimpleNamespace
    >>> lacks(SimpleNamespace(k=1), 'k')
    False
    """
    return name not in vars(x)


def has_others(d, keys):
    """Whether a dict has a key that is none of these.

    >>> has_others({'a': 1}, ('a', 'b')), has_others({'c': 1}, ('a', 'b'))
    (False, True)
    """
    return not d.keys() <= set(keys)


def is_active(key):
    """Whether a key carries a derivative: of equal values of two variables, a cache must not take one for the other.

    srcad puts the answer in its place.
    """
    return False


def as_it_is(item, copies=True):
    """An item of a sum as it is when its turn comes, which may change afterwards: srcad puts a copy in its place, if so,
    or refuses to, where the item itself is what comes of it."""
    return item


def end_key(d, last=True):
    """The key that `d.popitem(last)` takes.

    >>> end_key({'a': 1, 'b': 2}), end_key({'a': 1, 'b': 2}, False)
    ('b', 'a')
    """
    if not d:
        raise KeyError('popitem(): dictionary is empty')
    return next(reversed(d) if last else iter(d))
