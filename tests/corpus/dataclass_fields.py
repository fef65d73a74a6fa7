"""Dataclasses whose fields are not all attributes of each object: of the class, for __post_init__, by name only."""
from dataclasses import InitVar, dataclass, field
from typing import ClassVar

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


CASES = [
    (a_constant_of_the_class, (2.0, 1.5), (0, 1)),
    (given_to_post_init, (2.0, 1.5), (0, 1)),
    (by_name_only_between, (0.5, 0.7), (0, 1)),
    (inherited_behind_a_star, (0.5, 0.7), (0, 1)),
    (all_behind_a_star, (np.array([0.3, 1.2, -0.7]),), (0,)),
]
