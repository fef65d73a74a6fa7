"""The iterators of Python that are taken a piece at a time, as generators: what srcad differentiates in their place.

Each gives the same pieces at the same moments as what it stands for.
"""

import itertools

from srcad.errors import Unfollowed


def items(source):
    """`iter(source)` of what has a length and indices.

    >>> list(items([1, 2]))
    [1, 2]
    """
    k = 0
    while k < len(source):
        yield source[k]
        k += 1


def values_of(source):
    """`iter(source.values())`: each value as it is when it is asked for.

    >>> list(values_of({'a': 1}))
    [1]
    """
    for key in source:
        yield source[key]


def pairs_of(source):
    """`iter(source.items())`.

    >>> list(pairs_of({'a': 1}))
    [('a', 1)]
    """
    for key in source:
        yield key, source[key]


def indexed(source):
    """`iter(source)` of an object that has `__getitem__` and no `__iter__`."""
    k = 0
    while True:
        try:
            item = source[k]
        except IndexError:
            return
        yield item
        k += 1


def produced(source):
    """`iter(source)` of an object that has `__next__`."""
    while True:
        try:
            item = source.__next__()
        except StopIteration:
            return
        yield item


def nothing():
    """`iter(())`."""
    left = 0
    while left > 0:
        yield left


def enumerated(source, start=0):
    """`enumerate(source, start)`.

    >>> list(enumerated('ab', 1))
    [(1, 'a'), (2, 'b')]
    """
    k = start
    for item in source:
        yield k, item
        k += 1


def paired(first, second):
    """`zip(first, second)`.

    >>> it = iter([1, 2, 3]); list(paired(it, it))
    [(1, 2)]
    """
    for a, b in zip(first, second):
        yield a, b


def columns_in_turn(rows):
    """`zip(*rows)` of lists or arrays, each column as it is when it is asked for.

    >>> list(columns_in_turn([[1, 2], [3, 4, 5]]))
    [(1, 3), (2, 4)]
    """
    return each_column(list(rows))


def each_column(rows):
    k = 0
    while len(rows) > 0 and k < min([len(row) for row in rows]):
        yield tuple([row[k] for row in rows])
        k += 1


def backwards(source):
    """`reversed(source)`, which begins at the end that there is when it is made.

    >>> list(backwards([1, 2, 3]))
    [3, 2, 1]
    """
    return below(source, len(source))


def below(source, k):
    while 0 < k <= len(source):
        k -= 1
        yield source[k]


def mapped(f, source):
    """`map(f, source)`.

    >>> list(mapped(abs, [-1, 2]))
    [1, 2]
    """
    for item in source:
        yield f(item)


def filtered(f, source):
    """`filter(f, source)`.

    >>> list(filtered(abs, [0, 2]))
    [2]
    """
    for item in source:
        if f(item):
            yield item


def starmapped(f, source):
    """`itertools.starmap(f, source)`.

    >>> list(starmapped(pow, [(2, 3)]))
    [8]
    """
    for args in source:
        yield f(*args)


def flattened(rows):
    """`itertools.chain.from_iterable(rows)`.

    >>> list(flattened([[1, 2], [3]]))
    [1, 2, 3]
    """
    for row in rows:
        for item in row:
            yield item


def chained(*sources):
    """`itertools.chain(*sources)`.

    >>> list(chained([1], [2]))
    [1, 2]
    """
    for source in sources:
        for item in source:
            yield item


def combined(source, n):
    """`itertools.combinations(source, 2)`, which takes all of the source at once.

    >>> list(combined([1, 2, 3], 2))
    [(1, 2), (1, 3), (2, 3)]
    """
    if n != 2:
        raise Unfollowed('srcad follows combinations of two where they are no loop of their own: make a list of them')
    return in_twos(list(source))


def in_twos(pool):
    for i in range(len(pool)):
        for j in range(i + 1, len(pool)):
            yield pool[i], pool[j]


def multiplied(first, second):
    """`itertools.product(first, second)`, which takes all of both at once.

    >>> list(multiplied([1, 2], [3]))
    [(1, 3), (2, 3)]
    """
    return all_pairs(list(first), list(second))


def all_pairs(first, second):
    for a in first:
        for b in second:
            yield a, b


def filtered_out(f, source):
    """`itertools.filterfalse(f, source)`.

    >>> list(filtered_out(bool, [0, 2]))
    [0]
    """
    for item in source:
        if not f(item):
            yield item


def counted(start=0, step=1):
    """`itertools.count(start, step)`."""
    value = start
    while True:
        yield value
        value = value + step


def cycled(source):
    """`itertools.cycle(source)`."""
    seen = []
    for item in source:
        seen.append(item)
        yield item
    while seen:
        for item in seen:
            yield item


def first_of(source, stop):
    """`itertools.islice(source, stop)`, which takes no piece more than it gives.

    >>> it = iter([1, 2, 3]); list(first_of(it, 2)), next(it)
    ([1, 2], 3)
    """
    source = iter(source)
    k = 0
    while stop is None or k < stop:
        try:
            item = next(source)
        except StopIteration:
            return
        k += 1
        yield item


def part_of(source, start, stop, step=1):
    """`itertools.islice(source, start, stop, step)`.

    >>> list(part_of(range(9), 1, None, 3)), list(part_of(range(9), 2, 5))
    ([1, 4, 7], [2, 3, 4])
    """
    source = iter(source)
    start, step = 0 if start is None else start, 1 if step is None else step
    k = 0
    while stop is None or k < max(start, stop):
        try:
            item = next(source)
        except StopIteration:
            return
        k += 1
        if k > start and (k - 1 - start) % step == 0:
            yield item


def taken_while(f, source):
    """`itertools.takewhile(f, source)`.

    >>> list(taken_while(bool, [1, 0, 2]))
    [1]
    """
    for item in source:
        if not f(item):
            return
        yield item


def dropped_while(f, source):
    """`itertools.dropwhile(f, source)`.

    >>> list(dropped_while(bool, [1, 0, 2]))
    [0, 2]
    """
    dropping = True
    for item in source:
        dropping = dropping and f(item)
        if not dropping:
            yield item


def plus(a, b):
    """What `itertools.accumulate` does without a function."""
    return a + b


def accumulated_by(source, f):
    """`itertools.accumulate(source, f)`.

    >>> list(accumulated_by([3, 1, 2], max))
    [3, 3, 3]
    """
    source = iter(source)
    try:
        total = next(source)
    except StopIteration:
        return
    yield total
    for item in source:
        total = f(total, item)
        yield total


def accumulated_from(source, f, initial):
    """`itertools.accumulate(source, f, initial=...)`.

    >>> list(accumulated_from([3, 1, 2], max, initial=2))
    [2, 3, 3, 3]
    """
    total = initial
    yield total
    for item in source:
        total = f(total, item)
        yield total


def neighbours(source):
    """`itertools.pairwise(source)`.

    >>> list(neighbours([1, 2, 3]))
    [(1, 2), (2, 3)]
    """
    source = iter(source)
    try:
        before = next(source)
    except StopIteration:
        return
    for item in source:
        yield before, item
        before = item


def copies(source, n=2):
    """`itertools.tee(source, n)`.

    >>> a, b = copies([1, 2]); next(a), list(b), list(a)
    (1, [1, 2], [2])
    """
    source, seen = iter(source), []
    return [copy(source, seen) for _ in range(n)]


def copy(source, seen):
    """One of several that give the same pieces: `seen` holds what one of them has taken."""
    k = 0
    while True:
        if k == len(seen):
            try:
                item = next(source)
            except StopIteration:
                return
            seen.append(item)
        yield seen[k]
        k += 1


def grouped(source, key):
    """`itertools.groupby(source, key)`.

    >>> [(k, list(group)) for k, group in grouped([1, 3, 2], lambda n: n % 2)]
    [(1, [1, 3]), (0, [2])]
    """
    it = iter(source)
    try:
        item = next(it)
    except StopIteration:
        return
    here, turn, more = key(item), 0, True

    def group(mine, mine_turn):
        nonlocal item, here, more
        while more and here == mine and turn == mine_turn:
            yield item
            try:
                item = next(it)
            except StopIteration:
                more = False
            else:
                here = key(item)

    while more:
        mine = here
        pieces = group(mine, turn)
        yield mine, pieces
        for _ in pieces:
            pass
        turn += 1


def itself(item):
    """The key of `itertools.groupby` without one."""
    return item


# What stands for a function of itertools; by its number of arguments where that counts
STAND_INS = {
    itertools.tee: copies,
    itertools.starmap: starmapped,
    itertools.combinations: combined,
    itertools.product: {2: multiplied},
    itertools.filterfalse: filtered_out,
    itertools.chain: chained,
    itertools.chain.from_iterable: flattened,
    itertools.count: counted,
    itertools.cycle: cycled,
    itertools.takewhile: taken_while,
    itertools.dropwhile: dropped_while,
    itertools.accumulate: accumulated_by,
    itertools.islice: {2: first_of, 3: part_of, 4: part_of},
    itertools.groupby: grouped,
    getattr(itertools, 'pairwise', None): neighbours,
}
# The same for builtins whose value is kept
KEPT = {zip: {2: paired}, map: {2: mapped}, filter: {2: filtered}, enumerate: enumerated, reversed: {1: backwards}}


def stand_in(f, count, table=STAND_INS):
    """The generator that stands for a function of so many arguments; None without one.

    >>> stand_in(itertools.islice, 2).__name__
    'first_of'
    """
    found = table.get(f)
    return found.get(count) if isinstance(found, dict) else found
