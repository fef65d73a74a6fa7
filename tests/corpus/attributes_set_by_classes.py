"""Programs whose classes say what happens where an attribute is set or read: `__setattr__`, descriptors."""

from dataclasses import dataclass, replace

import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data


class Module:
    """Registers its parameters and modules, as frameworks for networks do."""

    def __init__(self):
        object.__setattr__(self, '_parameters', {})
        super().__setattr__('_modules', {})
        self.training = True

    def __setattr__(self, name, value):
        if isinstance(value, Parameter):
            self._parameters[name] = value
        elif isinstance(value, Module):
            self._modules[name] = value
        super().__setattr__(name, value)

    def parameters(self):
        out = list(self._parameters.values())
        for m in self._modules.values():
            out.extend(m.parameters())
        return out

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, w, b):
        super().__init__()
        self.w, self.b = Parameter(w), Parameter(b)
        self.calls = 0

    def forward(self, x):
        self.calls += 1
        return self.w.data * x + self.b.data


class Net(Module):
    def __init__(self, w, b):
        super().__init__()
        self.first = Linear(w, b)
        self.second = Linear(b, w)

    def forward(self, x):
        return self.second(np.tanh(self.first(x)))


def registered(w, b):
    net = Net(w, b)
    y = net(1.5)
    decay = sum(p.data**2 for p in net.parameters())
    return y + 0.1 * decay * net.first.calls * len(net.parameters())


class Limited:
    def __setattr__(self, name, value):
        if name.startswith('_') or name == 'limit':
            object.__setattr__(self, name, value)
        elif value > self.limit:
            object.__setattr__(self, name, self.limit * 2.0)
        else:
            object.__setattr__(self, name, value * 3.0)


def limited(x, y):
    one = Limited()
    one.limit = y
    one.a = x
    one.b = x + 10.0
    one.a += y
    setattr(one, 'c', x * y)
    return one.a * one.b + one.c


class Logged:
    def __init__(self):
        object.__setattr__(self, 'log', [])
        self.value = 1.0

    def __setattr__(self, name, value):
        self.log.append((name, value))
        object.__setattr__(self, name, value)


def logged(x):
    one = Logged()
    for k in range(3):
        one.value = one.value * x + k
    return sum(v for _, v in one.log) * one.value


class Proxy:
    """Hands on what it is asked for, and what it is given."""

    def __init__(self, target):
        object.__setattr__(self, '_target', target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


def proxied(x, y):
    target = Parameter(x)
    proxy = Proxy(target)
    y = proxy.data * y
    proxy.data = y * y
    return target.data + proxy.data * x


class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, obj, owner=None):
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError('not positive')
        setattr(obj, self.name, value)


class Scaled:
    def __init__(self, by):
        self.by = by

    def __set_name__(self, owner, name):
        self.key = f'{name}_given'

    def __get__(self, obj, owner):
        return getattr(obj, self.key) * self.by

    def __set__(self, obj, value):
        setattr(obj, self.key, value)


class Body:
    mass, radius = Positive(), Positive()
    speed = Scaled(0.5)

    def __init__(self, mass, radius, speed):
        self.mass, self.radius, self.speed = mass, radius, speed

    def volume(self):
        return self.radius**3


class Planet(Body):
    @property
    def density(self):
        return self.mass / self.volume()


def described(m, r):
    body = Planet(m, r, m + r)
    body.mass += 1.0
    try:
        body.radius = -r
    except ValueError:
        body.speed = body.speed * m
    return body.mass * body.speed**2 + body.density * body.radius


def of_arrays(v, x):
    body = Body(x, x, v)
    body.speed[0] = 100.0  # of what was computed: a new array
    return np.sum(body.speed * v) * body.mass


@dataclass
class Doubled:
    """Its `__init__`, which dataclass makes, sets the fields by `__setattr__`."""

    a: float
    b: float = 2.0

    def __setattr__(self, name, value):
        if value < 0.0:
            raise ValueError(name)
        object.__setattr__(self, name, value * 2)


def fields_set_by_the_class(x):
    d = Doubled(x)
    e = replace(d, a=3 * x)
    try:
        return Doubled(-x).a
    except ValueError:
        return d.a * d.b + e.a * e.b


CASES = [
    (registered, (0.7, 0.3), (0, 1)),
    (limited, (0.7, 1.2), (0, 1)),
    (logged, (0.7,), (0,)),
    (proxied, (0.7, 1.2), (0, 1)),
    (described, (0.7, 1.2), (0, 1)),
    (of_arrays, (np.array([0.5, 1.5]), 1.2), (0, 1)),
    (fields_set_by_the_class, (0.7,), (0,)),
]
