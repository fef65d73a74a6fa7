"""Functions of the standard library in Python: what is differentiated where a program calls them.

Each computes what the library's does, ties and the order of what is left included.
"""

import bisect
import functools
import heapq
import operator

from srcad.errors import Unfollowed
from srcad.standins.operators import OPERATORS


def heappush(heap, item):
    """As `heapq.heappush`.

    >>> heap = [1.0, 3.0]; heappush(heap, 0.5); heap
    [0.5, 3.0, 1.0]
    """
    heap.append(item)
    rise(heap, len(heap) - 1, 0)


def heappop(heap):
    """As `heapq.heappop`.

    >>> heap = [1.0, 3.0, 2.0]; heappop(heap), heap
    (1.0, [2.0, 3.0])
    """
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    sink(heap, 0)
    return first


def heapreplace(heap, item):
    """As `heapq.heapreplace`.

    >>> heap = [1.0, 3.0, 2.0]; heapreplace(heap, 4.0), heap
    (1.0, [2.0, 3.0, 4.0])
    """
    first = heap[0]
    heap[0] = item
    sink(heap, 0)
    return first


def heappushpop(heap, item):
    """As `heapq.heappushpop`.

    >>> heap = [1.0, 3.0, 2.0]; heappushpop(heap, 0.5), heappushpop(heap, 4.0), heap
    (0.5, 1.0, [2.0, 3.0, 4.0])
    """
    if not heap or not heap[0] < item:
        return item
    return heapreplace(heap, item)


def heapify(heap):
    """As `heapq.heapify`.

    >>> heap = [3.0, 2.0, 1.0]; heapify(heap); heap
    [1.0, 2.0, 3.0]
    """
    for k in range(len(heap) // 2 - 1, -1, -1):
        sink(heap, k)


def rise(heap, k, top):
    """The item at k moves up, as far as it is less than what is there, and not above `top`."""
    item, here = heap[k], k
    while here > top:
        parent = (here - 1) // 2
        if not item < heap[parent]:
            break
        heap[here] = heap[parent]
        here = parent
    heap[here] = item


def sink(heap, top):
    """The item at `top` takes the place of the smaller child down to a leaf, and moves up from there, as in `heapq`."""
    item, k = heap[top], top
    child = 2 * k + 1
    while child < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child = child + 1
        heap[k] = heap[child]
        k = child
        child = 2 * k + 1
    heap[k] = item
    rise(heap, k, top)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """As `bisect.insort`.

    >>> a = [1.0, 3.0]; insort_right(a, 2.0); a
    [1.0, 2.0, 3.0]
    """
    if key is None:
        place = bisect.bisect_right(a, x, lo, hi)
    else:
        place = bisect.bisect_right(a, key(x), lo, hi, key=key)
    a.insert(place, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """As `bisect.insort_left`.

    >>> a = [1, 3]; insort_left(a, 3.0); a
    [1, 3.0, 3]
    """
    if key is None:
        place = bisect.bisect_left(a, x, lo, hi)
    else:
        place = bisect.bisect_left(a, key(x), lo, hi, key=key)
    a.insert(place, x)


def columns_of(rows):
    """What `zip(*rows)` runs over.

    >>> columns_of([(1, 2), (3, 4), (5, 6)])
    [(1, 3, 5), (2, 4, 6)]
    """
    rows = [list(row) for row in rows]
    columns = min([len(row) for row in rows], default=0)
    return [tuple([row[k] for row in rows]) for k in range(columns)]


def unzipped(rows, count):
    """What `zip(*rows)` runs over, for as many names.

    >>> unzipped([(1, 2), (3, 4)], 2)
    [(1, 3), (2, 4)]
    """
    columns = columns_of(rows)
    if len(columns) != count:
        raise ValueError(f'{count} names are assigned {len(columns)} values')
    return columns


def added(items, total=0):
    """As `sum(items, total)`, where that is no sum of numbers.

    >>> added([[1], [2, 3]], [])
    [1, 2, 3]
    """
    for item in items:
        total = total + item
    return total


def product_of(items, start=1):
    """As `math.prod(items, start=start)`, where that is no product of numbers.

    >>> product_of([2.0, 3.0])
    6.0
    """
    total = start
    for item in items:
        total = total * item
    return total


def extended(items, others):
    """As `items + others` of deques, of which the second may be longer than the first can be.

    >>> from collections import deque
    >>> extended(deque([1, 2], 3), deque([3, 4]))
    deque([2, 3, 4], maxlen=3)
    """
    made = items.copy()
    made.extend(others)
    return made


def merged(items, others):
    """As `items | others` of dicts: of the kind of the first.

    >>> from collections import OrderedDict
    >>> merged(OrderedDict(a=1), {'b': 2})
    OrderedDict([('a', 1), ('b', 2)])
    """
    made = items.copy()
    made.update(others)
    return made


def reduce(function, items, *first):
    """As `functools.reduce`.

    >>> reduce(lambda a, b: a * b, [2.0, 3.0], 4.0), reduce(max, [2.0, 3.0])
    (24.0, 3.0)
    """
    if len(first) > 0:
        total = first[0]
        for item in items:
            total = function(total, item)
        return total
    begun = False
    for item in items:
        if begun:
            total = function(total, item)
        else:
            total = item
        begun = True
    if not begun:
        raise TypeError('reduce() of empty iterable with no initial value')
    return total


def largest(items, key, *default):
    """As `max(items, key=key, default=...)`, which asks for the key of an item before it takes the next.

    >>> largest([1.0, -3.0, 3.0], abs)
    -3.0
    """
    return foremost(items, key, operator.gt, 'max', *default)


def smallest(items, key, *default):
    """As `min(items, key=key, default=...)`.

    >>> smallest([-3.0, 1.0, -1.0], abs)
    1.0
    """
    return foremost(items, key, operator.lt, 'min', *default)


def foremost(items, key, goes_before, name, *default):
    begun = False
    for item in items:
        by = item if key is None else key(item)
        if not begun:
            found, first, begun = item, by, True
        elif goes_before(by, first):
            found, first = item, by
    if begun:
        return found
    if not default:
        raise ValueError(f'{name}() iterable argument is empty')
    return default[0]


def without_keys(items, keys):
    """The items of a dict but for some keys.

    >>> without_keys({'a': 1, 'b': 2}, ('b', 'c'))
    {'a': 1}
    """
    return {k: v for k, v in items.items() if k not in keys}


def rearrange(items, places):
    """Put the items of a list into another order, in place.

    >>> xs = [0.5, 1.5, 2.5]
    >>> rearrange(xs, [2, 0, 1])
    >>> xs
    [2.5, 0.5, 1.5]
    """
    items[:] = [items[k] for k in places]


def rearrange_rows(a, places):
    """Put the rows of an array into another order, in place.

    >>> import numpy as np
    >>> a = np.array([0.5, 1.5, 2.5])
    >>> rearrange_rows(a, [2, 0, 1])
    >>> a
    array([2.5, 0.5, 1.5])
    """
    a[:] = a[places]


def sorted_by(items, compare, reverse=False):
    """As `sorted(items, key=functools.cmp_to_key(compare), reverse=reverse)`.

    >>> sorted_by([2, -3, 1, 3], lambda a, b: abs(a) - abs(b)), sorted_by([2, -3, 3], lambda a, b: abs(a) - abs(b), True)
    ([1, 2, -3, 3], [-3, 3, 2])
    """
    out = [item for item in items]
    order_by(out, compare, reverse)
    return out


def sort_by(items, compare, reverse=False):
    """As `items.sort(key=functools.cmp_to_key(compare), reverse=reverse)` of a list, which is empty meanwhile.

    >>> items = [2, -3, 1]; sort_by(items, lambda a, b: b - a); items
    [2, 1, -3]
    """
    if not isinstance(items, list):
        raise Unfollowed('srcad knows sort() by a comparison of lists only')
    held = items[:]
    items[:] = []
    try:
        order_by(held, compare, reverse)
    finally:
        modified = len(items) > 0
        items[:] = held
    if modified:
        raise ValueError('list modified during sort')


def order_by(items, compare, reverse):
    """Put a list in order, in place; up to 63 items are compared, and stand after a failure, as Python does it: the run
    that is there first, then each item's place by halves."""
    if reverse:
        items.reverse()
    end = 1
    if len(items) > 1:
        falls = compare(items[1], items[0]) < 0
        end = 2
        while end < len(items) and (compare(items[end], items[end - 1]) < 0) == falls:
            end += 1
        if falls:
            items[:end] = items[:end][::-1]
    for k in range(end, len(items)):
        item = items[k]
        low, high = 0, k
        while low < high:
            middle = (low + high) // 2
            if compare(item, items[middle]) < 0:
                high = middle
            else:
                low = middle + 1
        items.insert(low, items.pop(k))
    if reverse:
        items.reverse()


class ExitStack:
    """As `contextlib.ExitStack`, of which `callback` is used alone.

    >>> with ExitStack() as stack:
    ...     _ = stack.callback(print, 'last'), stack.callback(print, 'first')
    first
    last
    """

    def __init__(self):
        self.calls = []

    def callback(self, function, *args, **options):
        self.calls.append((function, args, options))
        return function

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        while self.calls:
            function, args, options = self.calls.pop()
            function(*args, **options)


IN_PYTHON = {
    functools.reduce: reduce,
    heapq.heappush: heappush,
    heapq.heappop: heappop,
    heapq.heapreplace: heapreplace,
    heapq.heappushpop: heappushpop,
    heapq.heapify: heapify,
    bisect.insort_right: insort_right,
    bisect.insort_left: insort_left,
    **OPERATORS,
}
