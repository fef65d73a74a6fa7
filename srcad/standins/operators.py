"""The functions of `operator` that change what they are given, or ask it in an order of their own, in Python."""

import operator
from collections import deque

SEQUENCES = (list, tuple, str, deque)

def setitem(items, key, value):
    """As `operator.setitem`.

    >>> items = [1, 2]; setitem(items, 0, 3); items
    [3, 2]
    """
    items[key] = value


def delitem(items, key):
    """As `operator.delitem`.

    >>> items = [1, 2]; delitem(items, 0); items
    [2]
    """
    del items[key]


def contains(items, value):
    """As `operator.contains`.

    >>> contains([1, 2], 2)
    True
    """
    return value in items


def concat(a, b):
    """As `operator.concat`, which knows sequences alone.

    >>> concat([1], [2])
    [1, 2]
    """
    if not isinstance(a, SEQUENCES):
        raise TypeError('this object cannot be concatenated')
    return a + b


def iconcat(a, b):
    """As `operator.iconcat`."""
    if not isinstance(a, SEQUENCES):
        raise TypeError('this object cannot be concatenated')
    a += b
    return a


def iadd(a, b):
    """As `operator.iadd`.

    >>> iadd([1], [2])
    [1, 2]
    """
    a += b
    return a


def isub(a, b):
    """As `operator.isub`.

    >>> isub(3, 1)
    2
    """
    a -= b
    return a


def imul(a, b):
    """As `operator.imul`.

    >>> imul(2, 3)
    6
    """
    a *= b
    return a


def itruediv(a, b):
    """As `operator.itruediv`.

    >>> itruediv(1, 2)
    0.5
    """
    a /= b
    return a


def ifloordiv(a, b):
    """As `operator.ifloordiv`.

    >>> ifloordiv(7, 2)
    3
    """
    a //= b
    return a


def imod(a, b):
    """As `operator.imod`.

    >>> imod(7, 2)
    1
    """
    a %= b
    return a


def ipow(a, b):
    """As `operator.ipow`.

    >>> ipow(2, 3)
    8
    """
    a **= b
    return a


def imatmul(a, b):
    """As `operator.imatmul`."""
    a @= b
    return a


def iand(a, b):
    """As `operator.iand`.

    >>> iand(6, 3)
    2
    """
    a &= b
    return a


def ior(a, b):
    """As `operator.ior`.

    >>> ior(6, 3)
    7
    """
    a |= b
    return a


def ixor(a, b):
    """As `operator.ixor`.

    >>> ixor(6, 3)
    5
    """
    a ^= b
    return a


OPERATORS = {
    operator.setitem: setitem, operator.delitem: delitem, operator.contains: contains,
    operator.concat: concat, operator.iconcat: iconcat, operator.iadd: iadd, operator.isub: isub, operator.imul: imul, operator.itruediv: itruediv,
    operator.ifloordiv: ifloordiv, operator.imod: imod, operator.ipow: ipow, operator.imatmul: imatmul,
    operator.iand: iand, operator.ior: ior, operator.ixor: ixor,
}  # fmt: skip
