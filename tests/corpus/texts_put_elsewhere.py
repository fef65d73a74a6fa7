"""Context managers that are generators, and generators as `__iter__`: their text stands where they are used."""

import contextlib

import numpy as np

from tests import made_here, made_there


@contextlib.contextmanager
def with_loop_else(b):
    yield b
    for _ in range(2):
        pass
    else:
        b[0] *= 2


@contextlib.contextmanager
def with_chained_assignment(b):
    yield b
    t = u = b[0] * 2
    b[0] = t * u


@contextlib.contextmanager
def with_match(v, box):
    yield box
    match v:
        case float():
            box['r'] = v * 2
        case _:
            box['r'] = v


@contextlib.contextmanager
def with_stars(b):
    t: float = b[0]
    a, *c = [*b, t]
    yield b
    b[0] = sum(u * u for u in [a, *c])


@contextlib.contextmanager
def with_walrus(b):
    yield b
    b.append(sum(t * 2 for t in b) + (z := b[0]) * z)


class Pieces:
    def __init__(self, v):
        self.v = v

    def __iter__(self):
        v = self.v
        for _ in range(2):
            pass
        else:
            v = v * 2
        yield v
        t = u = self.v * 2
        yield t * u
        items = [*[self.v, self.v], 1.0]
        yield items[0] * 2
        match items:
            case [a, *_]:
                yield a * a
        a, *b = [v, v * 2, 3.0]
        yield a * b[0]
        q: float = a * 3
        yield q
        yield sum(w * w for w in b)
        scaled = lambda s: s * v
        yield scaled(v)
        try:
            last = b[7]
        except IndexError:
            last = v**3
        yield last


class More(Pieces):
    def __iter__(self):
        def scaled(s):
            return s * self.v
        with contextlib.suppress(ValueError):
            z = scaled(self.v)
        for u in range(3):
            if u == 1:
                continue
            yield scaled(u * 1.0) * z
        yield from [z, z * z]


def contexts(x):
    with with_loop_else([x]) as b, with_chained_assignment([x]) as c:
        c[0] += b[0]
    return b[0] * c[0]


def contexts_with_more(x):
    box = {}
    with with_match(x, box):
        pass
    with with_stars([x, 2 * x]) as b:
        b[1] += x
    with with_walrus([x, 2 * x]) as c:
        c[1] += x
    return box['r'] * b[0] * b[1] + c[0] * c[-1]


def added(x):
    return sum(Pieces(x)) + sum(t * t for t in Pieces(x)) * 0.01 + np.array(list(Pieces(x))).sum()


def run_over(x):
    y = 1.0
    for t in Pieces(x):
        y = y * 0.5 + t
    a, b, *c = Pieces(x)
    return y + a * b + c[0]


def with_functions_and_contexts(x):
    y = 1.0
    for t in More(x):
        if t > 100:
            break
        y += t * y * 0.1
    else:
        y *= x
    return y + sum(More(x))


def contexts_at_one_place(x):
    """In two files, at the same line and column."""
    return made_here.scaled(x) + made_there.scaled(x) * 2


class Kept:
    def __init__(self):
        self.parts = {'a': 1.0, 'b': 2.0}

    def __iter__(self):
        for _, part in self.parts.items():
            yield part


def part_of_what_is_kept(x):
    kept = Kept()
    kept.parts['c'] = x
    return x * (2 if any(part > 0.5 for part in kept) else 1) + sum(kept)


class Slot:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        setattr(obj, self.name, value)


class SlotByHand:
    m = Slot('x')

    def put(self, value):
        object.__setattr__(self, 'm', value)


def set_past_the_class(x):
    slot = SlotByHand()
    slot.put(x * 3)
    return slot.x


CASES = [
    (f, (1.3,), (0,))
    for f in (
        contexts,
        contexts_with_more,
        added,
        run_over,
        with_functions_and_contexts,
        contexts_at_one_place,
        part_of_what_is_kept,
        set_past_the_class,
    )
]
