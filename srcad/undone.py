"""Changes of lists, dicts and objects, backwards: what their items receive, by reference."""

import itertools
from collections import deque

import numpy as np

from srcad.broadcasting import unbroadcast
from srcad.by_memory import Zero
from srcad.errors import Unfollowed


def give(bars, items, bitems, bz, each=False):
    """Add to the adjoints of what is in a list: `bz` to all of them, or to each its own part of it.

    The items may be those of a copy: `bitems` is the adjoint of the list itself.

    >>> from srcad.by_memory import Adjoints
    >>> bars, x = Adjoints(), np.zeros(2)
    >>> give(bars, [x, [x], 3.0], bys := [0.0] * 3, [1.0, [2.0], 4.0], True); bars[x], bys
    (array([3., 3.]), [0.0, 0.0, 4.0])
    """
    if each and not len(items):
        raise Unfollowed('srcad does not follow what NumPy makes of a list of no arrays: give it one, or test before')
    # a list within may have grown since
    for k, (item, part) in enumerate(zip(items, bz if each else itertools.repeat(bz))):
        if isinstance(item, (list, tuple)):
            give(bars, item, bars[item], part, each)
        elif isinstance(item, np.ndarray) and not isinstance(items, np.ndarray):  # rows are no memory of their own
            if item.dtype.kind in 'fc':
                here = bars[item]
                here += unbroadcast(part, item)
        else:
            bitems[k] += unbroadcast(part, item)


def unpopped(bys, k, b):
    """The adjoint of `v = ys.pop(k)`: what v has received is put where v was.

    >>> bys = [1.0, 2.0]; unpopped(bys, -1, 5.0); bys
    [1.0, 2.0, 5.0]
    """
    bys.insert(range(len(bys) + 1)[k], b)


def uninserted(bys, k):
    """The adjoint of `ys.insert(k, v)`: what v receives is taken out again.

    >>> bys = [1.0, 2.0, 3.0]; uninserted(bys, -1), bys
    (2.0, [1.0, 3.0])
    """
    n = len(bys) - 1
    return bys.pop(min(max(k + n if k < 0 else k, 0), n))


def unspliced(bys, places, count, was):
    """The adjoint of `ys[places] = zs`, with `count` items in place of `was`: what those of zs receive.

    >>> bys = [1.0, 2.0, 3.0]; unspliced(bys, slice(0, 1), 1, 2), bys
    ([1.0], [0.0, 0.0, 2.0, 3.0])
    """
    if places.step not in (None, 1):
        taken = bys[places]
        bys[places] = [0.0] * was
        return taken
    start = places.indices(len(bys) - count + was)[0]
    taken = bys[start : start + count]
    bys[start : start + count] = [0.0] * was
    return taken


def unupdated(bd, be, keys):
    """The adjoint of `d.update(e)`, where e had these keys: its items receive what they have become.

    >>> bd, be = {'a': 1.0, 'b': 2.0}, {'b': 0.5}; unupdated(bd, be, ['b']); bd, be
    ({'a': 1.0, 'b': 0.0}, {'b': 2.5})
    """
    if bd is not be:
        for k in keys:
            be[k] = be.get(k, 0.0) + bd.get(k, 0.0)
            bd[k] = 0.0


def uncopied(bars, pairs):
    """The adjoint of a copy: the numbers in the things receive what those in their copies have.

    >>> from srcad.by_memory import Adjoints
    >>> bars, x = Adjoints(), [1.0, 2.0]; y = x.copy(); bars[y][1] = 3.0
    >>> uncopied(bars, [(x, y)]); bars[x]
    [0.0, 3.0]
    """
    for x, y in pairs:
        if isinstance(x, np.ndarray):
            if x.dtype.kind in 'fc':
                here = bars[x]
                here += bars[y]
            continue
        bx, by = bars[x], bars[y]
        if isinstance(by, Zero):
            for k, b in vars(by).items():
                setattr(bx, k, getattr(bx, k) + b)
        else:
            for k, b in by.items() if isinstance(by, dict) else enumerate(by):
                bx[k] += b


def unrotated(bys, steps):
    """The adjoint of `ys.rotate(steps)`.

    >>> bys = [1.0, 2.0, 3.0]; unrotated(bys, 1); bys
    [2.0, 3.0, 1.0]
    """
    ys = deque(bys)
    ys.rotate(-steps)
    bys[:] = ys
