"""Copies of arguments, which are no others', and whose methods are their own."""

from types import MethodType

import numpy as np

from srcad.by_memory import SCALARS, is_plain, mapped


def separated(x):
    """A copy of an argument down to its numbers, whose arrays and containers are no others'.

    >>> a = np.zeros(2); b, c = separated([a, a]); b is c
    False
    """
    methods = []
    made = apart(x, (), methods)
    return with_own_methods(made, x) if methods else made


def apart(x, inside, methods):
    if isinstance(x, MethodType) and id(x.__self__) in inside:
        methods.append(x)
    if isinstance(x, np.ndarray):
        out = x.copy(order='K')
        out.flags.writeable = x.flags.writeable
        return out
    if id(x) in inside:
        raise ValueError('an argument that contains itself cannot be differentiated')
    inside = (*inside, id(x))
    return x if isinstance(x, SCALARS) else mapped(x, lambda item, of, key: apart(item, inside, methods))


def with_own_methods(made, x):
    """`made`, a copy of `x`, where the methods of what was copied are those of the copies.

    >>> from types import SimpleNamespace
    >>> m = SimpleNamespace(w=1.0); m.f = MethodType(lambda self: self.w, m)
    >>> c = mapped(m, lambda item, of, key: item); c.w = 2.0
    >>> c.f(), with_own_methods(c, m).f()
    (1.0, 2.0)
    """
    copies, done = {}, {}

    def note(old, new):
        if new is not old and not isinstance(old, (*SCALARS, np.ndarray, set)) and id(old) not in copies:
            copies[id(old)] = new
            child = lambda k: getattr(new, k) if is_plain(new) else new[k]
            mapped(old, lambda item, of, k: note(item, child(k)))

    def mended(item):
        if isinstance(item, MethodType) and id(item.__self__) in copies:
            return MethodType(item.__func__, copies[id(item.__self__)])
        if isinstance(item, (*SCALARS, np.ndarray, set)):
            return item
        if id(item) not in done:
            done[id(item)] = item
            parts = {}
            mapped(item, lambda part, of, k: parts.update({k: (part, mended(part))}))
            if any(old is not new for old, new in parts.values()):
                done[id(item)] = put(item, {k: new for k, (_, new) in parts.items()})
        return done[id(item)]

    def put(item, parts):
        """A container with other parts: itself, if it is a copy that nobody else has."""
        if isinstance(item, tuple) or not any(item is own for own in copies.values()):
            return mapped(item, lambda part, of, k: parts[k])
        for k, part in parts.items():
            object.__setattr__(item, k, part) if is_plain(item) else item.__setitem__(k, part)
        return item

    note(x, made)
    return mended(made)
