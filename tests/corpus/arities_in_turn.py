"""Callbacks that take different numbers of arguments, chosen by the run; objects as defaults."""


class Bus:
    def __init__(self):
        self.subscribers = {}

    def on(self, topic, fn):
        self.subscribers.setdefault(topic, []).append(fn)

    def emit(self, topic, *args):
        for fn in self.subscribers.get(topic, []):
            fn(*args)


class Counter:
    def __init__(self):
        self.s = 0.0

    def add(self, v):
        self.s += v

    def square(self):
        self.s *= self.s


def events(x):
    c, bus = Counter(), Bus()
    bus.on('a', c.add)
    bus.on('end', c.square)
    bus.emit('a', x)
    bus.emit('end')
    bus.emit('nothing', 1, 2)
    return c.s


def wrong_number(x):
    c, bus = Counter(), Bus()
    bus.on('a', c.add)
    bus.on('end', c.square)
    bus.emit('a', x)
    try:
        bus.emit('end', x)
    except TypeError:
        c.s *= 3
    return c.s


class Table:
    def __init__(self, k):
        self.k = k

    def __call__(self, x):
        return self.k * x

    def more(self, x):
        return self.k + x


usual = Table(2.0)


def looked_up(x, table=usual):
    return table(x)


def by_name(x, *, table=usual):
    return table.more(x) * table.k


def given_back(table=usual):
    return table


def objects_as_defaults(x):
    return looked_up(x) * by_name(x) + looked_up(x, Table(x)) + given_back()(x)


CASES = [(f, (1.3,), (0,)) for f in (events, wrong_number, objects_as_defaults)]
