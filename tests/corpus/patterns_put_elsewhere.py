"""`match` in generators whose text is put where they are used up, in contexts, and with a `yield` in a case."""

import contextlib


def with_a_name_of_its_own(a):
    p = 1.0
    match a:
        case float(p):
            pass
    yield p


def callers_name(x, y):
    p = 5.0
    for v in with_a_name_of_its_own(x):
        s = v * 2
    return s * y + p


def used_up_twice(x, y):
    total = 0.0
    for v in with_a_name_of_its_own(x):
        total += v
    for v in with_a_name_of_its_own(x * y):
        total += v * v
    return total


def rests(q):
    for part in q:
        match part:
            case [first, *rest]:
                yield first * sum(rest)
            case {'gain': k, **others}:
                yield k * len(others)
            case v:
                yield v


def rests_of_sequences(x, y):
    rest, k, others, v = x, y, 2.0, 3.0
    total = 0.0
    for part in rests([[x, y, 2.0], [y, x]]):
        total += part * rest
    return total * k + others + v


def events(es):
    for e in es:
        match e:
            case {'t': 'a', 'v': value}:
                yield value * 2
            case {'t': 'b', 'v': [value, w]}:
                yield value * w


def yields_in_cases(x, y):
    s = 0.0
    for e in events([{'t': 'a', 'v': x}, {'t': 'b', 'v': [y, x]}]):
        s += e
    return s


def tree(t):
    match t:
        case (left, right):
            yield from tree(left)
            yield from tree(right)
        case v:
            yield v


def recursion(x, y):
    s = 0.0
    for a in tree(((x, 1.0), (y, (x, x)))):
        s = s * y + a
    return s


@contextlib.contextmanager
def scaled(a):
    match a:
        case float(p) if p > 1:
            k = p
        case p:
            k = p * 2
    yield k * p


def in_a_context(x, y):
    p = y
    with scaled(x) as s:
        out = s * p
    with scaled(y) as s:
        out += s * p
    return out


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    callers_name, used_up_twice, rests_of_sequences, yields_in_cases, recursion, in_a_context,
)]  # fmt: skip
