"""itertools.chain of what stands behind a star."""

import itertools
from itertools import chain

import numpy as np


def sum_of_chain(x):
    lists = [[x, 1.0], [2 * x], [3.0]]
    return sum(v * v for v in itertools.chain(*lists))


def chain_then_append(x):
    lists = [[x, 1.0], [2 * x], [3.0]]
    flat = list(chain(*lists))
    lists.append([x])
    return flat[0] * flat[2] + len(lists)


def chain_while_it_grows(x):
    lists = [[x, 1.0], [2 * x], [3.0]]
    t = 0.0
    for v in chain(*lists):
        t = t * 0.5 + v
        if len(lists) < 5:
            lists.append([x])
    return t


def chain_of_displays(x):
    return sum(chain(*[[x, 2.0], (3 * x,)])) + max(chain(*([k * x, -k * x] for k in range(3))))


def numbered_chain(x):
    d = {'a': [x, 2.0], 'b': [x * x]}
    return sum(k * v for k, v in enumerate(chain(*d.values())))


def chain_of_array(x):
    m = np.array([[x, 2.0], [3.0, x * x]])
    return sum(v**2 for v in chain(*m))


def rows(x, log):
    for k in range(3):
        log.append(k)
        yield [k * x, len(log)]


def chain_of_generator(x):
    log = []
    t = 0.0
    for v in chain(*rows(x, log)):
        t = t * 0.7 + v * len(log)
    return t


def flatten(*lists):
    return [v for v in chain(*lists)]


def flattened_arguments(x):
    return sum(flatten([x, 1.0], [x * x], []))


def chain_kept(x):
    groups = [[x, 2 * x], [3 * x]]
    it = chain(*groups)
    first = next(it)
    return first * sum(it)


def chain_beside_list(x):
    return sum(a * b for a, b in zip(chain(*[[x], [2 * x]]), [1.0, x]))


def asked_in_turn(x):
    it = iter(chain.from_iterable([[x, 1.0], [x]]))
    return next(it) * next(it) + next(it, 0.0) ** 2 + next(it, 5.0)


CASES = [
    (f, (1.3,), (0,))
    for f in (
        sum_of_chain,
        chain_then_append,
        chain_while_it_grows,
        chain_of_displays,
        numbered_chain,
        chain_of_array,
        chain_of_generator,
        flattened_arguments,
        chain_kept,
        chain_beside_list,
        asked_in_turn,
    )
]


class Bag:
    def __init__(self):
        self.g = {'a': [], 'b': []}

    @property
    def all(self):
        return itertools.chain.from_iterable(self.g.values())

    def every(self):
        return chain.from_iterable(self.g.values())

    def lists(self):
        return chain.from_iterable([self.g['a'], self.g['b']])

    def total(self):
        return sum(v * v for v in self.all)


def bag(x):
    b = Bag()
    b.g['a'].append(x)
    b.g['b'].append(2 * x)
    return b


def property_of_chain(x):
    return bag(x).total()


def method_of_chain(x):
    return sum(bag(x).every())


def chain_of_lists(x):
    return sum(bag(x).lists())


def numbered_rows(x):
    t = 0.0
    for k, v in enumerate(chain.from_iterable(bag(x).g.values())):
        t += k * v
    return t


def chain_begun(x):
    it = chain.from_iterable(list(bag(x).g.values()))
    return next(it) * 2 + sum(it)


CASES += [
    (f, (1.3,), (0,))
    for f in (
        property_of_chain,
        method_of_chain,
        chain_of_lists,
        numbered_rows,
        chain_begun,
    )
]
