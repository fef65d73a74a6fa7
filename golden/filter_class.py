"""filter_class(start, gain), differentiated by start, gain.

Written by srcad from examples/filter_class.py.
"""
from srcad.runtime import Adjoints, Outside, new


class Filter:
    def __init__(self, state):
        self.state = state


def filter_class_primal(start, gain):
    outside = Outside()
    outside.gain = gain
    f = new(Filter)
    __init___saved = __init___primal(f, start)
    steps = []
    for k in range(3):
        steps.append(update_primal(outside, f, k * 1.0))
    return f.state**2, (outside, f, __init___saved, steps)


def filter_class_adjoint(outside, f, __init___saved, steps, bvalue):
    bars = Adjoints()
    # return f.state**2
    bf = bars[f]
    bf.state += 2 * bvalue * f.state
    for update_saved in reversed(steps):
        # f.update(k * 1.0)
        update_adjoint(*update_saved, bars)
    # f = Filter(start)
    bstart = __init___adjoint(*__init___saved, bars)
    # outside.gain = gain
    boutside = bars[outside]
    bgain_2 = boutside.gain
    boutside.gain = 0.0
    bgain = bgain_2
    return bstart, bgain


def __init___primal(self, state):
    self.state = state
    return self,


def __init___adjoint(self, bars):
    # self.state = state
    bself = bars[self]
    bstate_2 = bself.state
    bself.state = 0.0
    bstate = bstate_2
    return bstate


def update_primal(outside, self, seen):
    was = outside.gain
    was_2 = self.state
    self.state = self.state + outside.gain * (seen - self.state)
    return outside, self, seen, was, was_2


def update_adjoint(outside, self, seen, was, was_2, bars):
    # self.state += gain * (seen - self.state)
    bself = bars[self]
    boutside = bars[outside]
    bstate = bself.state
    bself.state = 0.0
    bself.state += bstate - bstate * was
    boutside.gain += bstate * (seen - was_2)
