"""The judge itself: structures as arguments, and gradients it must not let pass."""
import collections
import copy
import dataclasses
import enum

import numpy as np
import pytest

from tests.checking import (WrongGradient, assert_gradient, central_differences, leaves, misfit, near, same, widened)

Point = collections.namedtuple('Point', 'x y')


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Spring:
    k: float
    rest: float = 1.0
    name: str = 'spring'
    half: float = dataclasses.field(init=False)

    def __post_init__(self):
        if isinstance(self.k, np.floating):
            raise RuntimeError('made anew')
        self.half = 0.5 * self.k


@dataclasses.dataclass(frozen=True)
class Frozen:
    w: np.ndarray
    n: int = 2
    color: Color = Color.RED


class Slotted:
    __slots__ = ('a', 'b', '__c')

    def __init__(self, a):
        self.a = a
        self.__c = 2 * a

    def c(self):
        return self.__c


class Net:
    def __init__(self, layers, **options):
        self.layers, self.options, self.act = layers, options, np.tanh


def energy(net, spring):
    total = spring.half * spring.rest**2 + spring.k
    for W, b in net.layers:
        total += np.sum(net.act(W * b))
    return total + net.options['point'].x * net.options['point'].y


def frozen(p, s):
    return sum(p.w[i]**2 for i in range(p.n)) + s.a**2 * s.c()


NET = Net([(np.array([0.3, 0.7]), 2), (np.array([[0.1]], dtype=np.float32), 0.5)],
          point=Point(2.0, 3), name='n', mask=None)


def test_differences_in_the_structure_of_the_argument():
    by_net, by_spring = (central_differences(energy, (NET, Spring(0.7)), k) for k in (0, 1))
    assert type(by_net) is Net and type(by_net.layers[0]) is tuple and type(by_net.options['point']) is Point
    assert near(by_net.options['point'], Point(3.0, 2.0), 1e-8, 1e-8) and type(by_net.options['point'].y) is float
    assert near(by_net.layers[0][0], 2 / np.cosh([0.6, 1.4])**2, 1e-8, 1e-8)
    assert type(by_spring) is Spring and by_spring.name == 'spring'
    assert near([by_spring.k, by_spring.rest, by_spring.half], [1.0, 0.7, 1.0], 1e-8, 1e-8)


def test_frozen_and_slots():
    args = (Frozen(np.array([1.0, 2.0, 3.0])), Slotted(0.5))
    by_w, by_s = (central_differences(frozen, args, k) for k in (0, 1))
    assert near(by_w.w, np.array([2.0, 4.0, 0.0]), 1e-8, 1e-8) and by_w.n == 0.0 and by_w.color is Color.RED
    assert near([by_s.a, by_s.c()], [1.0, 0.25], 1e-8, 1e-8) and not hasattr(by_s, 'b')


def test_shared_part_is_moved_once():
    shared = [2.0]
    assert near(central_differences(lambda p: p['a'][0] * p['b'][0], ({'a': shared, 'b': shared},), 0)['a'], [4.0],
                1e-6, 1e-6)


def test_copies_and_sameness():
    args = (NET, Spring(0.7), Frozen(np.arange(3.0)), Slotted(1.5))
    assert same(args, copy.deepcopy(args)) and leaves(args)[0] is NET.layers[0][0]
    assert widened(NET).layers[1][0].dtype == float and NET.layers[1][0].dtype == np.float32
    changed = copy.deepcopy(args)
    changed[0].options['mask'] = 0
    assert not same(args, changed)
    assert not same({'a': 1, 'b': 2}, {'b': 2, 'a': 1}) and not same(Slotted(1.5), Slotted(1.25))


@pytest.mark.parametrize('arg, right, wrong', [
    ({'a': 1, 'n': 'x'}, {'a': 0.0, 'n': None}, {'a': 0.0}),
    (Point(1.0, [2]), Point(1.0, [0.5]), (1.0, [0.5])),
    (Spring(1.0), Spring(2.0, name=None), Spring(2.0, rest=None)),
    ([True, np.zeros(2, np.float32)], [None, np.ones(2, np.float32)], [None, np.ones(2)]),
    (Slotted(1), Slotted(1.0), Slotted(1)),
])
def test_form_of_a_gradient(arg, right, wrong):
    assert misfit(right, arg) == '' and misfit(wrong, arg) != ''


def test_object_may_leave_out_what_is_no_leaf():
    gradient = Spring.__new__(Spring)
    gradient.k = gradient.rest = gradient.half = 0.0
    assert misfit(gradient, Spring(1.0)) == ''
    del gradient.half
    assert 'half' in misfit(gradient, Spring(1.0))


def test_gradient_of_a_structure_is_judged():
    def grad_function(f, wrt):
        return lambda *args: (f(*copy.deepcopy(args)), tuple(central_differences(f, args, k) for k in wrt))

    def spoiled(f, wrt):
        def differentiated(*args):
            value, gradients = grad_function(f, wrt)(*args)
            gradients[0].layers[0][0][1] += 0.01
            return value, gradients
        return differentiated

    def impure(f, wrt):
        def differentiated(*args):
            args[1].extra = 1
            return grad_function(f, wrt)(*args)
        return differentiated

    args = (Net(NET.layers[:1], point=Point(2.0, 3)), Spring(0.7))
    assert_gradient(grad_function, energy, args, (0, 1))
    with pytest.raises(WrongGradient, match='argument 0'):
        assert_gradient(spoiled, energy, args, (0,))
    with pytest.raises(WrongGradient, match='changed its arguments'):
        assert_gradient(impure, energy, args, (0,))
