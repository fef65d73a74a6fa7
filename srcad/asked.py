"""What a run asks of values, where their types leave it open: part of srcad.runtime."""

from collections.abc import Sequence

import numpy as np

from srcad.errors import Unfollowed


def is_array(x):
    """Whether a value is an array, where it may be a number; an array without axes would be both.

    >>> is_array(np.zeros(2)), is_array(1.0)
    (True, False)
    >>> is_array(np.array(1.0))
    Traceback (most recent call last):
    srcad.errors.Unfollowed: srcad cannot follow an array without axes in turn with numbers or other arrays: use numbers
    """
    if is_flat(x):
        raise Unfollowed(
            'srcad cannot follow an array without axes in turn with numbers or other arrays: use numbers'
        )
    return isinstance(x, np.ndarray)


def no_number(x):
    """Refuse a number where arrays have been added up.

    >>> no_number(sum([np.ones(2)]))
    >>> no_number(sum([]))
    Traceback (most recent call last):
    srcad.errors.Unfollowed: srcad took this sum for an array, and of no arrays it is a number: begin it with zeros
    """
    if not isinstance(x, np.ndarray):
        raise Unfollowed('srcad took this sum for an array, and of no arrays it is a number: begin it with zeros')


def is_flat(x):
    """Whether a value is an array without axes, where it may be a number or another array.

    >>> is_flat(np.array(1.0)), is_flat(np.zeros(2)), is_flat(1.0)
    (True, False, False)
    """
    return isinstance(x, np.ndarray) and x.ndim == 0


def basic_index(index):
    """A tuple that is an index, of slices and places.

    >>> basic_index((slice(0, 2), 1, None))
    (slice(0, 2, None), 1, None)
    >>> basic_index(([0, 1], 2))
    Traceback (most recent call last):
    srcad.errors.Unfollowed: srcad follows indices by a tuple that holds slices and whole numbers: this one has a list
    """
    for k in index:
        if not isinstance(k, (slice, int, np.integer, type(None), type(...))) or isinstance(k, bool):
            raise Unfollowed(
                f'srcad follows indices by a tuple that holds slices and whole numbers: this one has a {type(k).__name__}'
            )
    return index


def index_of(k):
    """An index of a list, which must be a number.

    >>> index_of(slice(0, 2))
    Traceback (most recent call last):
    srcad.errors.Unfollowed: srcad follows slices of lists that are written in brackets: xs[i:j]
    """
    if isinstance(k, slice):
        raise Unfollowed('srcad follows slices of lists that are written in brackets: xs[i:j]')
    return k


def no_array(items):
    """What `xs += items` adds to a list: of a list and an array NumPy makes a new array.

    >>> no_array('ab'), no_array(np.ones(2))
    Traceback (most recent call last):
    srcad.errors.Unfollowed: of a list and an array += makes a new array: write xs = np.array(xs) + x
    """
    if isinstance(items, (np.ndarray, np.generic)):
        raise Unfollowed('of a list and an array += makes a new array: write xs = np.array(xs) + x')
    return items


def is_sequence(value):
    """Whether a pattern in brackets may fit a value.

    >>> is_sequence([1]), is_sequence((1, 2)), is_sequence('text'), is_sequence(np.zeros(2))
    (True, True, False, False)
    """
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray))
