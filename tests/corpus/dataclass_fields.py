"""Dataclasses whose fields are not all attributes of each object: of the class, for __post_init__, by name only."""

import math
from dataclasses import InitVar, dataclass, field
from typing import Callable, ClassVar

import numpy as np


@dataclass
class Planet:
    mass: float
    radius: float
    G: ClassVar[float] = 6.67

    def gravity(self):
        return self.G * self.mass / self.radius**2


@dataclass
class Gas:
    temperature: float
    ratio: InitVar[float]
    pressure: float = field(init=False)

    def __post_init__(self, ratio):
        self.pressure = ratio * self.temperature


@dataclass
class Spring:
    stiffness: float
    damping: float = field(default=2.0, kw_only=True)
    length: float = 1.0
    scale: InitVar[float] = 3.0
    MODES: ClassVar[list] = [1.0, 2.0]

    def __post_init__(self, scale):
        self.stiffness *= scale

    def energy(self):
        return self.stiffness * self.damping + self.length**2 + self.MODES[1] * self.stiffness


class Stiff(Spring):
    def energy(self):
        return super().energy() * self.length


@dataclass
class Scaled:
    x: float
    y: float
    factor: InitVar[float]

    def __post_init__(self, factor):
        self.x = factor * self.x


def a_constant_of_the_class(m, r):
    return Planet(m, r).gravity()


def given_to_post_init(t, ratio):
    gas = Gas(t, ratio)
    return gas.pressure * gas.temperature


def by_name_only_between(x, y):
    return Spring(x, y).energy() + Spring(x, y, x * y, damping=x).energy()


def inherited_behind_a_star(x, y):
    args = (x, y)
    return Stiff(*args, damping=2 * y).energy()


def all_behind_a_star(x):
    return Scaled(*x).x * Scaled(*x).y


def linear(t, k=2.0):
    return t * k


@dataclass
class Decay:
    start: float
    law: Callable = linear

    def total(self, x):
        return self.law(x) * self.start


def function_by_default(x, y):
    return Decay(y).total(x)


def function_given(x, y):
    return Decay(y, lambda t: t * x).total(x) + Decay(x).total(y)


@dataclass
class Annealer:
    energy: Callable
    cooling: Callable = lambda k: 0.9**k
    f: Callable = math.sin

    def total(self, x):
        return sum(self.cooling(k) * self.energy(x) for k in range(3)) + self.f(x)


def functions_by_default(x, y):
    return Annealer(lambda v: v * v).total(x) * y


def functions_of_several(x, y):
    return sum(d.law(x) for d in [Decay(x), Decay(y, math.exp)])


@dataclass(frozen=True)
class FrozenLaw:
    a: float
    g: Callable = linear


def function_of_a_frozen_one(x, y):
    return FrozenLaw(x).g(y) * FrozenLaw(x, lambda v: v * 3).g(x)


CASES = [
    (a_constant_of_the_class, (2.0, 1.5), (0, 1)),
    (given_to_post_init, (2.0, 1.5), (0, 1)),
    (by_name_only_between, (0.5, 0.7), (0, 1)),
    (inherited_behind_a_star, (0.5, 0.7), (0, 1)),
    (all_behind_a_star, (np.array([0.3, 1.2, -0.7]),), (0,)),
    (function_by_default, (1.3, 0.8), (0, 1)),
    (function_given, (1.3, 0.8), (0, 1)),
    (functions_by_default, (1.3, 0.8), (0, 1)),
    (functions_of_several, (1.3, 0.8), (0, 1)),
    (function_of_a_frozen_one, (1.3, 0.8), (0, 1)),
]
