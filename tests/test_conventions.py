"""What srcad answers where a derivative does not exist: one row for each line of the README's table.

No expected value was read off srcad. Each is the limit or a subgradient that the remark names, or what JAX 0.9 and
PyTorch 2.13 both answer ('both'), or one of them.
"""

import math

import numpy as np
import pytest

import srcad

inf, nan = math.inf, math.nan


def absv(x):
    if x > 0:
        return x
    else:
        return -x


def relu_by_max(x):
    return max(x, 0.0)


def relu_by_max_turned(x):
    return max(0.0, x)


def relu_by_choice(x):
    return x if x > 0 else 0.0


def relu_by_maximum(x):
    return np.maximum(x, 0.0)


def relu_by_where(v):
    return np.sum(np.where(v > 0, v, 0.0))


def relu_by_mask(x):
    return x * (x > 0)


def median(v):
    return np.median(v)


def interpolated(x):
    return np.interp(x, [0.0, 1.0, 2.0], [0.0, 1.0, 3.0])


def norm_1(v):
    return np.linalg.norm(v, 1)


def norm_3(v):
    return np.linalg.norm(v, 3)


def norm_inf(v):
    return np.linalg.norm(v, np.inf)


def dist(x, y):
    return math.dist((x, 1.0), (y, 1.0))


def larger(x, y):
    return max(x, y)


def smaller(x, y):
    return min(x, y)


def largest(xs):
    return max(xs)


def np_max(v):
    return np.max(v)


def np_min(v):
    return v.min()


def maximum(x, y):
    return np.maximum(x, y)


def minimum(x, y):
    return np.minimum(x, y)


def absolute(x):
    return abs(x) + math.fabs(x) + np.abs(x)


def magnitude(x, y):
    return abs(complex(x, y))


def root(x):
    return math.sqrt(x)


def np_root(v):
    return np.sum(np.sqrt(v))


def half_power(x):
    return x**0.5


def cube_root(x):
    return np.cbrt(x)


def root_of_square(x):
    return math.sqrt(x * x)


def power(x, y):
    return x**y


def np_power(v, w):
    return np.sum(v**w)


def power_zero(x):
    return x**0


def norm(v):
    return np.linalg.norm(v)


def distance(v):
    return np.sqrt(np.sum(v**2))


def hypotenuse(x, y):
    return math.hypot(x, y)


def np_hypotenuse(x, y):
    return np.hypot(x, y)


def deviation(v):
    return np.std(v)


def variance(v):
    return np.var(v)


def where_bad_branch(v):
    return np.sum(np.where(v > 0, np.log(v), 0.0))


def where_mended(v):
    return np.sum(np.where(v > 0, np.log(np.where(v > 0, v, 1.0)), 0.0))


GAPS = np.array([1.0, np.nan, 2.0])


def nansum_of_a_product(x):
    return np.nansum(x * GAPS)


def endless_exponent(x):
    return math.exp(-math.inf / x) + x


def nansum_mended(x):
    return np.sum(x * GAPS[~np.isnan(GAPS)])


def clipped(x, low, high):
    return np.clip(x, low, high)


def steps(x):
    return (
        math.floor(x) + np.floor(x) + np.ceil(x) + round(x) + np.round(x) + np.sign(x) + np.trunc(x) + int(x) + x // 1
    )


def remainder(x, y):
    return x % y


def np_remainder(x, y):
    return np.mod(x, y) + np.fmod(x, y)


def heaviside(x, h):
    return np.heaviside(x, h)


def direction(x, y):
    return math.atan2(x, y)


def angle(x, y):
    return np.angle(x + 1j * y)


def np_log(x):
    return np.log(x)


def np_reciprocal(v):
    return np.sum(1 / v)


def arcsine(x):
    return np.arcsin(x)


def product(v):
    return np.prod(v)


def sinc(x):
    return np.sinc(x)


def ordered(v):
    return np.sum(np.sort(v) * np.arange(1.0, 4.0))


def ordered_list(v):
    return sum(k * x for k, x in enumerate(sorted(v), 1))


def fmaximum(x, y):
    return np.fmax(x, y)


def fminimum(x, y):
    return np.fmin(x, y)


def copysign(x, y):
    return math.copysign(x, y)


def array(*values):
    return np.array(values)


ROWS = [
    (absv, (0.0,), (-1.0,)),  # the side that ran: -x
    (relu_by_max, (0.0,), (1.0,)),  # Python's max returns its first argument: x
    (relu_by_max_turned, (0.0,), (0.0,)),
    (relu_by_choice, (0.0,), (0.0,)),
    (relu_by_where, (array(0.0, 1.0),), (array(0.0, 1.0),)),
    (relu_by_mask, (0.0,), (0.0,)),
    (relu_by_maximum, (0.0,), (0.5,)),  # both
    (larger, (1.0, 1.0), (1.0, 0.0)),  # Python returns the first
    (smaller, (1.0, 1.0), (1.0, 0.0)),
    (largest, ([1.0, 2.0, 2.0],), ([0.0, 1.0, 0.0],)),
    (np_max, (array(1.0, 2.0, 2.0),), (array(0.0, 0.5, 0.5),)),  # both
    (np_min, (array(1.0, 1.0, 2.0),), (array(0.5, 0.5, 0.0),)),
    (maximum, (1.0, 1.0), (0.5, 0.5)),  # both
    (minimum, (1.0, 1.0), (0.5, 0.5)),
    (fmaximum, (1.0, 1.0), (0.5, 0.5)),
    (fminimum, (1.0, 1.0), (0.5, 0.5)),
    (ordered, (array(2.0, 1.0, 1.0),), (array(3.0, 1.0, 2.0),)),  # equal elements keep their order
    (ordered_list, ([2.0, 1.0, 1.0],), ([3.0, 1.0, 2.0],)),
    (absolute, (0.0,), (0.0,)),  # PyTorch; the subgradient of least size
    (magnitude, (0.0, 0.0), (0.0, 0.0)),  # both
    (root, (0.0,), (inf,)),  # both; the limit
    (np_root, (array(0.0, 1.0),), (array(inf, 0.5),)),
    (half_power, (0.0,), (inf,)),
    (cube_root, (0.0,), (inf,)),  # both; the limit
    (root_of_square, (0.0,), (nan,)),  # both: the chain rule meets inf * 0
    (power, (0.0, 0.0), (0.0, 0.0)),  # PyTorch: by x, x**0 is 1 everywhere; by y, 0**y is 0 to the right
    (power, (0.0, 2.0), (0.0, 0.0)),  # both
    (power, (0.0, 1.0), (1.0, 0.0)),  # both
    (power, (0.0, 0.5), (inf, 0.0)),  # both
    (power, (-2.0, 2.0), (-4.0, nan)),  # both: no power of a negative number beside a whole exponent is real
    (np_power, (array(0.0, 3.0), array(0.0, 2.0)), (array(0.0, 6.0), array(0.0, 9 * math.log(3)))),
    (power_zero, (0.0,), (0.0,)),  # both
    (norm, (np.zeros(2),), (np.zeros(2),)),  # PyTorch; the subgradient of least norm
    (hypotenuse, (0.0, 0.0), (0.0, 0.0)),
    (np_hypotenuse, (0.0, 0.0), (0.0, 0.0)),
    (norm_1, (np.zeros(2),), (np.zeros(2),)),  # the subgradient of least norm, for every order
    (norm_3, (np.zeros(2),), (np.zeros(2),)),
    (norm_inf, (np.zeros(2),), (np.zeros(2),)),
    (dist, (0.5, 0.5), (0.0, 0.0)),  # the subgradient of least norm
    (median, (array(1.0, 2.0, 2.0),), (array(0.0, 1.0, 0.0),)),  # the middle one, as a stable sort has them
    (median, (array(2.0, 2.0, 1.0),), (array(1.0, 0.0, 0.0),)),
    (interpolated, (1.0,), (2.0,)),  # the interval to the right
    (interpolated, (0.0,), (1.0,)),
    (interpolated, (-0.5,), (0.0,)),  # a constant outside
    (interpolated, (2.5,), (0.0,)),
    (distance, (np.zeros(2),), (array(nan, nan),)),  # both: inf * 0
    (deviation, (np.ones(3),), (np.zeros(3),)),  # PyTorch; the subgradient of least norm
    (variance, (np.ones(3),), (np.zeros(3),)),  # it exists
    (where_bad_branch, (array(0.0, 2.0),), (array(nan, 0.5),)),  # both: 0 * inf
    (where_mended, (array(0.0, 2.0),), (array(0.0, 0.5),)),
    (nansum_of_a_product, (1.5,), (nan,)),  # both: 0 * nan
    (nansum_mended, (1.5,), (3.0,)),
    (endless_exponent, (1.5,), (nan,)),  # both: 0 * inf
    (clipped, (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)),  # PyTorch: x is within the bounds
    (clipped, (1.0, 0.0, 1.0), (1.0, 0.0, 0.0)),
    (clipped, (2.0, 0.0, 1.0), (0.0, 0.0, 1.0)),
    (steps, (1.0,), (0.0,)),  # both: zero on each side
    (remainder, (4.0, 2.0), (1.0, -2.0)),  # both; the limit from the right
    (np_remainder, (4.0, 2.0), (2.0, -4.0)),
    (heaviside, (0.0, 0.5), (0.0, 1.0)),  # JAX; at 0 the value is the second argument
    (direction, (0.0, 0.0), (nan, nan)),  # JAX; no limit exists
    (np_log, (0.0,), (inf,)),  # both
    (np_reciprocal, (array(0.0, 1.0),), (array(-inf, -1.0),)),  # both
    (arcsine, (1.0,), (inf,)),  # both
    (product, (array(0.0, 2.0, 3.0),), (array(6.0, 0.0, 0.0),)),  # it exists: the product of the others
    (product, (array(0.0, 2.0, 0.0),), (np.zeros(3),)),
    (sinc, (0.0,), (0.0,)),  # it exists
    (copysign, (0.0, 1.0), (1.0, 0.0)),  # JAX; x counts as positive
    (copysign, (-0.0, 1.0), (-1.0, 0.0)),
    (copysign, (0.0, -1.0), (-1.0, 0.0)),
    (copysign, (-2.0, 0.0), (-1.0, 0.0)),
]


@pytest.mark.filterwarnings('ignore::RuntimeWarning')
@pytest.mark.parametrize('f, args, want', ROWS, ids=[f'{f.__name__}{a}' for f, a, _ in ROWS])
def test_row(f, args, want):
    got = srcad.grad(f, argnums=tuple(range(len(args))))(*args)
    for g, w in zip(got, want):
        np.testing.assert_allclose(g, w, rtol=1e-12, atol=0)


@pytest.mark.filterwarnings('ignore::RuntimeWarning')
def test_angle_at_zero():
    assert not np.all(np.isfinite(srcad.grad(angle, argnums=(0, 1))(0.0, 0.0)))


def eigenvectors(A):
    return np.linalg.eigh(A)[1][0, 0]


def singular_vectors(A):
    return np.linalg.svd(A)[0][0, 0]


@pytest.mark.filterwarnings('ignore::RuntimeWarning')
@pytest.mark.parametrize('f', [eigenvectors, singular_vectors])
def test_vectors_of_equal_values(f):
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    for A in (np.eye(2), turn @ turn.T):  # equal, and equal but for rounding
        assert not np.all(np.isfinite(srcad.grad(f)(A)))


def logarithm(x):
    return math.log(x)


def reciprocal(x):
    return 1 / x


def test_what_the_program_raises_is_raised():
    with pytest.raises(ValueError):
        srcad.grad(logarithm)(0.0)
    with pytest.raises(ZeroDivisionError):
        srcad.grad(reciprocal)(0.0)


def told_in_texts(p):
    d = {'w2': p[1], 'w2.0': 5 * p[1]}
    return d[f'w{p[0]}'] + d['w{}'.format(p[0])] * d['w%s' % p[0]]


def asked_what_it_is(p):
    n, x = p
    y = x if isinstance(n, int) else x * x
    return y * len(str(n)) + (x if type(n) is int else 2 * x)


def truths_asked(p):
    return p[1] * (2.0 if p[0] is True else 3.0) + (p[1] if isinstance(p[0], bool) else p[1] ** 2)


def told_by_percent(p):
    return p[1] * len('%s' % p[0]) * len('%s %s' % (p[0], 1))


def place_and_factor(p):
    k, w = p
    return [1.0, 2.0, 5.0][k] * k * w


@pytest.mark.parametrize('f, p, gradient', [
    (told_in_texts, (2, 0.5), (0.0, 1 + 2 * 0.5)),
    (asked_what_it_is, (2, 0.5), (0.0, 2.0)),
    (truths_asked, (True, 0.5), (0.0, 3.0)),
    (told_by_percent, (2, 0.5), (0.0, 3.0)),
    (place_and_factor, (2, 0.5), (5.0 * 0.5, 5.0 * 2)),
])
def test_integers_within_an_argument(f, p, gradient):
    """They are integers where they point or are asked, and give no derivative there."""
    assert srcad.value_and_grad(f)(p) == (f(p), gradient)


def test_integers_that_no_float_is():
    with pytest.raises(ValueError, match='an integer that no float is'):
        srcad.grad(place_and_factor)((2**53 + 1, 0.5))
