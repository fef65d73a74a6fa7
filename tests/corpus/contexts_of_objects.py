"""Programs with `with` around methods that `contextlib.contextmanager` made contexts."""

import contextlib
from contextlib import contextmanager

import numpy as np


class Net:
    training = True

    def __init__(self, w):
        self.w, self.depth, self.log = w, 0, []

    @contextmanager
    def eval_mode(self):
        before = self.training
        self.training = False
        try:
            yield self
        finally:
            self.training = before

    @contextmanager
    def scaled(self, by, *, log=False):
        self.w = self.w * by
        self.depth += 1
        yield self.w
        if log:
            self.log.append(self.w)
        self.w = self.w / by

    @contextmanager
    def forgiving(self, value):
        try:
            yield
        except ValueError:
            self.w = value

    def forward(self, x):
        return self.w * x * 2 if self.training else self.w * x

    def both(self, x):
        with self.eval_mode():
            a = self.forward(x)
        return a * self.forward(x)


class Wide(Net):
    def __init__(self, w, width):
        super().__init__(w)
        self.width = width

    def forward(self, x):
        with self.scaled(self.width, log=True) as w:
            return w * super().forward(x)


class Other:
    def __init__(self, v):
        self.v = v

    @contextmanager
    def scaled(self, by):
        self.v = self.v + by
        yield self.v
        self.v = self.v - by


class Settings:
    rate = 0.5

    @classmethod
    @contextmanager
    def faster(cls, by):
        before = cls.rate
        cls.rate = before * by
        try:
            yield
        finally:
            cls.rate = before

    @staticmethod
    @contextmanager
    def named(value):
        yield value * value


class Holder:
    def __init__(self, net):
        self.net = net

    @property
    def inner(self):
        return self.net


def modes(w, x):
    net = Net(w)
    a = net.forward(x)
    with net.eval_mode():
        b = net.forward(x)
    with net.eval_mode() as same:
        c = same.forward(b)
    return a * b + c + net.forward(x)


def by_self(w, x):
    return Net(w).both(x) + Net(x).both(w)


def inherited(w, x):
    net = Wide(w, 1.5)
    value = net.forward(x) + net.forward(w)
    return value * net.depth + net.log[0] * net.w


def behind_attributes(w, x):
    holder = Holder(Net(w))
    with holder.net.scaled(3.0) as v, holder.inner.scaled(by=x) as u:
        y = v * u + holder.net.forward(x)
    return y * holder.net.w


def in_a_loop(w, xs):
    net, total = Net(w), 0.0
    for k, x in enumerate(xs):
        with net.scaled(1.0 + 0.1 * x, log=k % 2 == 0) as v:
            if x < 0.0:
                continue
            total += v * net.forward(x)
            if total > 4.0:
                break
    return total * net.w + sum(net.log)


def returned_from(w, x):
    net = Net(w)
    with net.eval_mode():
        if x > 0.5:
            return net.forward(x)
        y = net.forward(x) ** 2
    return y * net.forward(x)


def caught(w, x):
    net = Net(w)
    with net.forgiving(w * x):
        y = net.forward(x)
        if y > 1.0:
            raise ValueError('too much')
        net.w = y
    return net.forward(x) * net.w


def raised_through(w, x):
    net = Net(w)
    try:
        with net.eval_mode():
            y = net.forward(x)
            if y > 1.0:
                raise KeyError('too much')
    except KeyError:
        y = net.forward(x)
    return y * net.w


def of_an_argument(w, net):
    with net.scaled(w) as v:
        y = v * net.forward(w)
    return y + net.w


def of_classes(w, x):
    with Settings.faster(w):
        y = Settings.rate * x
        with Settings.named(y) as v:
            y = y * v
    return y * Settings.rate


def of_two_kinds(w, x):
    one, other = Net(w), Other(x)
    with one.scaled(2.0) as a:
        with other.scaled(a) as b:
            y = a * b
    return y * one.w * other.v


_net = Net(np.array([0.5, -1.0]))


def of_the_module(w):
    with _net.eval_mode():
        return float(np.sum(_net.forward(w)))


def in_lists(w, x):
    nets = [Net(w), Net(w * x)]
    total = 0.0
    for net in nets:
        with net.eval_mode(), contextlib.suppress(ZeroDivisionError):
            total += net.forward(x) * net.w
    with nets[1].scaled(x) as v:
        total *= v
    return total


def arrays(w, x):
    net = Net(w)
    with net.scaled(2.0):
        net.w[0] += x
        y = np.sum(net.forward(w))
    return y * np.sum(net.w)


@contextmanager
def counted(counts, by):
    """What follows the yield runs where the body is left by an exit, not where it fails."""
    value = by * by
    try:
        yield value
        counts.append(value)
    except ZeroDivisionError:
        counts.append(by)
    counts.append(value * 2)


def left_early(w, xs):
    counts, total = [], 0.0
    for x in xs:
        with counted(counts, w * x) as v:
            if x < 0.0:
                continue
            try:
                if x > 2.5:
                    total += v
                    return total * sum(counts)
                if x > 1.5:
                    break
                total += v / (x - 1.0)
            finally:
                total = total * w
    return total + sum(counts) + len(counts)


def left_in_a_try(w, x):
    counts = []
    try:
        with counted(counts, w):
            if x > 1.0:
                raise ValueError('too much')
            return w * x + sum(counts)
    except ValueError:
        w = w * 3.0
    return w * x + sum(counts)


def failing_afterwards(w, x):
    """The end of the context fails, after an exit and at the end of the body."""

    @contextmanager
    def strict(v):
        yield v * v
        if v > 1.0:
            raise ValueError('too much')

    total = 0.0
    for k in range(3):
        try:
            with strict(w * k) as v:
                if k < 2:
                    total += v
                    continue
                total += v * x
        except ValueError:
            total = total * w + k
    return total


CASES = [
    (modes, (0.8, 1.3), (0, 1)),
    (by_self, (0.8, 1.3), (0, 1)),
    (inherited, (0.8, 1.3), (0, 1)),
    (behind_attributes, (0.8, 1.3), (0, 1)),
    (in_a_loop, (0.8, [1.0, -0.5, 0.7, 2.0, 3.0]), (0, 1)),
    (in_a_loop, (0.8, []), (0,)),
    (returned_from, (0.8, 1.3), (0, 1)),
    (returned_from, (0.8, 0.3), (0, 1)),
    (caught, (0.8, 1.3), (0, 1)),
    (caught, (0.8, 0.3), (0, 1)),
    (raised_through, (0.8, 1.3), (0, 1)),
    (raised_through, (0.8, 0.3), (0, 1)),
    (of_an_argument, (0.8, Net(1.7)), (0, 1)),
    (of_classes, (0.8, 1.3), (0, 1)),
    (of_two_kinds, (0.8, 1.3), (0, 1)),
    (of_the_module, (0.8,), (0,)),
    (in_lists, (0.8, 1.3), (0, 1)),
    (arrays, (np.array([0.5, 1.5]), 0.7), (0, 1)),
    (left_early, (0.8, [1.2, -0.5, 0.7, 2.0, 3.0]), (0, 1)),
    (left_early, (0.8, [1.2, 1.0, 0.7, 3.0]), (0,)),
    (left_in_a_try, (0.8, 0.5), (0, 1)),
    (left_in_a_try, (0.8, 1.5), (0, 1)),
    (failing_afterwards, (0.8, 1.3), (0, 1)),
    (failing_afterwards, (1.1, 1.3), (0, 1)),
]
