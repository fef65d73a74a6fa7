"""Lists in an attribute, or under a key, that are filled and then replaced by an array of them."""

import numpy as np


class Curve:
    def __init__(self, x):
        self.values = []
        for i in range(3):
            self.values.append(x * i)
        self.values = np.array(self.values)


def in_the_beginning(x, y):
    return (Curve(x).values ** 2).sum() * y


class History:
    def __init__(self):
        self.values = []

    def add(self, v):
        self.values.append(v)

    def finish(self):
        self.values = np.array(self.values)


def by_a_method(x, y):
    history = History()
    history.add(x)
    history.add(x * y)
    history.finish()
    return history.values.sum() * history.values.max()


def under_a_key(x, y):
    d = {'k': [], 'j': []}
    for i in range(3):
        d['k'].append(x * i)
        d['j'].append(y + i)
    for n in d:
        d[n] = np.array(d[n])
    return (d['k'] * d['j']).sum()


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (in_the_beginning, by_a_method, under_a_key)]
