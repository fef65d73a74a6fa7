"""Dicts of what map, zip, enumerate, filter and accumulate give."""

import itertools


def of_texts(texts, y):
    d = dict(zip('abc', map(float, texts)))
    return d['a'] * y + d['c']


def of_products(xs, y):
    d = dict(zip('abc', map(lambda v: v * y, xs)))
    return d['a'] * y + d['c']


def of_numbers(xs, y):
    d = dict(enumerate(map(lambda v: v * y, xs)))
    return d[0] * y + d[2]


def of_sums(xs, y):
    d = dict(zip('abc', itertools.accumulate(xs)))
    return d['a'] * y + d['c']


def of_what_acts(xs, y):
    log = []

    def scaled(v):
        log.append(v)
        return v * y

    d = dict(zip(['a', 'b'], map(scaled, xs)))
    return d['a'] * y + d['b'] * sum(log)


def of_items(xs, y):
    d = dict(zip('abc', xs))
    again = dict(d.items())
    scaled = dict(map(lambda kv: (kv[0], kv[1] * y), d.items()))
    large = dict(filter(lambda kv: kv[1] > 0.3, scaled.items()))
    return again['a'] * scaled['b'] + sum(large.values())


def in_a_try(xs, y):
    def scaled(v):
        if v > 0.6:
            raise ValueError
        return v * y

    t = y
    try:
        d = dict(zip('abc', map(scaled, xs)))
        t = d['a'] * t
    except ValueError:
        t = t + xs[0]
    return t


def texts_in_a_try(texts, y):
    t = y
    try:
        d = dict(zip('abc', map(float, texts)))
        t = t * d['a'] * y
    except ValueError:
        t = t * 3
    return t


LARGE, SMALL = [0.5, 0.7, 0.9], [0.1, 0.2, 0.3]
CASES = [(f, (xs, 0.8), (0, 1)) for xs in (LARGE, SMALL) for f in (
    of_products, of_numbers, of_sums, of_what_acts, of_items, in_a_try,
)] + [(f, (texts, 0.8), (1,)) for f, texts in (
    (of_texts, ['1', '2', '3']), (texts_in_a_try, ['1', '2', '3']), (texts_in_a_try, ['1', 'x', '3']),
)]  # fmt: skip
