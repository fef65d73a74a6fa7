"""What generated code calls where the shapes or the calculus need more than an expression."""

import math

import numpy as np

from srcad.arranged import (  # noqa: F401  (one module for all that generated code calls)
    cumprod_dx,
    diff_dx,
    differences_dx,
    pad_dx,
    part,
    parted,
    quantile_dx,
    repeat_dx,
    row_axis,
    tile_dx,
    windows_dx,
)
from srcad.asked import (  # noqa: F401
    basic_index,
    index_of,
    is_array,
    is_flat,
    is_sequence,
    no_array,
    no_number,
)
from srcad.broadcasting import (  # noqa: F401
    centered,
    chosen,
    count,
    expanded,
    number,
    others,
    sign,
    spread,
    unbroadcast,
)
from srcad import by_memory
from srcad.of_objects import as_it_is, end_key, has_others, is_active, lacks, new, set_own  # noqa: F401
from srcad.by_memory import (  # noqa: F401
    Adjoints,
    Closure,
    Generator,
    Outside,
    Twins,
    gradient,
    same_memory,
    structure,
)
from srcad.contractions import (  # noqa: F401
    average_dw,
    average_dx,
    convolve_dx,
    correlate_dx,
    correlate_dy,
    cross_dx,
    einsum_dv,
    einsum_dw,
    einsum_dx,
    einsum_dy,
    interp_dfp,
    interp_dx,
    interp_dxp,
    kron_dx,
    kron_dy,
    one_axis,
    polyval_dp,
    tensordot_dx,
    tensordot_dy,
    trapezoid_dh,
    trapezoid_dx,
    trapezoid_dy,
)
from srcad.copied import separated  # noqa: F401
from srcad.elements import diagonal_dx, read_first  # noqa: F401
from srcad.factors import (  # noqa: F401
    cofactors,
    column,
    eigenvectors_dx,
    left,
    left_dx,
    lower_dx,
    orthogonal,
    orthogonal_dx,
    least_squares_dx,
    pseudoinverse_dx,
    right,
    right_dx,
    scaled,
    singular_values,
    transposed,
    triangular,
    triangular_dx,
)
from srcad.fourier import fft_dx, fftn_dx, ifft_dx, ifftn_dx, irfft_dx, rfft_dx  # noqa: F401
from srcad.holding import holding  # noqa: F401
from srcad.matrices import (  # noqa: F401
    eigvalsh_dx,
    matrix_power_dx,
    norm_dx,
    of_lower,
    of_triangle,
    solve_dx,
    solve_dy,
    trace_dx,
)
from srcad.products import (  # noqa: F401
    dot_dx,
    dot_dy,
    inner_dx,
    inner_dy,
    matmul_dx,
    matmul_dy,
    outer_dx,
    outer_dy,
)
from srcad.real_parts import AdjointsOfBoth  # noqa: F401
from srcad.undone import (  # noqa: F401
    give,
    uncopied,
    uninserted,
    unpopped,
    unrotated,
    unspliced,
    unupdated,
)


def pow_dx(x, y):
    """The derivative of x**y by x; 0 where y is 0, also at x = 0.

    >>> pow_dx(3.0, 2), pow_dx(0.0, 0)
    (6.0, 0.0)
    """
    if isinstance(y, (int, float)):
        return y * x ** (y - 1) if y != 0 else 0.0
    if np.ndim(x) or np.ndim(y):
        return np.where(
            np.equal(y, 0), 0.0, y * np.power(np.where(np.equal(y, 0), 1.0, x), np.where(np.equal(y, 0), 1, y) - 1.0)
        )
    return y * x ** (y - 1) if y != 0 else 0.0


def pow_dy(x, y, z):
    """The derivative of z = x**y by y; 0 where x is 0 and y is not negative (its limit from above), nan for x < 0.

    >>> pow_dy(1.0, 2.0, 1.0), pow_dy(0.0, 2.0, 0.0)
    (0.0, 0.0)
    """
    if np.iscomplexobj(x) or np.iscomplexobj(y):
        zero = np.equal(x, 0)
        d = np.where(zero, 0.0, z * np.log(np.where(zero, 1.0, x) + 0j))
        return d if np.ndim(x) or np.ndim(y) else complex(d)
    if not isinstance(x, (int, float)) or np.ndim(y):
        return z * np.log(np.where(np.equal(x, 0) & np.greater_equal(y, 0), 1.0, x))
    if x == 0 and y >= 0:
        return 0.0
    return z * math.log(x) if x > 0 else math.nan


def digamma(x):
    """The derivative of the logarithm of the gamma function, by its recurrence and its series for large numbers.

    >>> round(digamma(1.0), 12), round(digamma(-0.5), 12)
    (-0.577215664902, 0.036489973979)
    """
    if x <= 0:
        return digamma(1.0 - x) - math.pi / math.tan(math.pi * x)
    out = 0.0
    while x < 10:
        out -= 1 / x
        x = x + 1
    y = 1 / (x * x)
    series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12))))))
    return out + math.log(x) - 0.5 / x - series


def phase_of(x):
    """x / abs(x) of complex numbers, the direction in which abs(x) grows; 0 at 0.

    >>> phase_of(3 + 4j), phase_of(0j)
    ((0.6+0.8j), 0j)
    """
    size = abs(x)
    return x / (size + (size == 0))


def sinc_dx(x):
    """The derivative of sin(pi x) / (pi x); 0 at 0.

    >>> sinc_dx(0.0)
    0.0
    """
    safe = np.where(np.equal(x, 0), 1.0, x)
    d = np.where(np.equal(x, 0), 0.0, (np.cos(np.pi * safe) - np.sinc(safe)) / safe)
    return d if np.ndim(x) else number(d)


def inside(x, low, high):
    """Where low <= x <= high; None is no bound.

    >>> inside(2.0, None, 3.0)
    True
    """
    above = True if low is None else low <= x
    return above if high is None else above & (x <= high)


def transpose_dx(bz, axes):
    """The transpose of `bz` that undoes one by `axes`.

    >>> transpose_dx(np.zeros((2, 3, 4)), (2, 0, 1)).shape
    (3, 4, 2)
    """
    return np.transpose(bz) if axes is None else np.transpose(bz, np.argsort(np.mod(axes, np.ndim(bz))))


def linspace_dx(bz, x, other, first, last, num, endpoint):
    """What an end `x` of np.linspace receives, which counts from `first` to `last` in what that gives.

    The `other` end may have other axes.

    >>> linspace_dx(np.ones((3, 2)), np.zeros(2), 1.0, 0.0, 1.0, 3, True)
    array([1.5, 1.5])
    """
    return unbroadcast(np.tensordot(np.linspace(first, last, num, endpoint), bz, 1), x)


def roll_dx(bz, shift, axis):
    """`bz` rolled back, also where several shifts go with several axes.

    >>> roll_dx(np.array([[1, 2], [3, 4]]), (1, 1), (0, 1))
    array([[4, 3],
           [2, 1]])
    """
    return np.roll(bz, np.negative(shift), axis)


def rollaxis_dx(bz, axis, start):
    """What x receives from z = np.rollaxis(x, axis, start).

    >>> rollaxis_dx(np.zeros((4, 2, 3)), 2, 0).shape
    (2, 3, 4)
    """
    axis, start = axis % np.ndim(bz), start + np.ndim(bz) if start < 0 else start
    return np.moveaxis(bz, start - 1 if axis < start else start, axis)


def diag_dx(bz, x, k=0):
    """What `x` receives from z = np.diag(x, k).

    >>> diag_dx(np.array([1.0, 2.0]), np.zeros((2, 3)), 1)
    array([[0., 1., 0.],
           [0., 0., 2.]])
    """
    return np.diag(bz, k).copy() if np.ndim(x) == 1 else diagonal_dx(bz, x, k, 0, 1)


def cumsum_dx(bz, x, axis):
    """What `x` receives from z = np.cumsum(x, axis).

    >>> cumsum_dx(np.array([1.0, 2.0]), np.zeros(2), None)
    array([3., 2.])
    """
    if axis is None or np.ndim(x) == 0:
        return np.reshape(np.cumsum(bz[::-1])[::-1], np.shape(x))
    return np.flip(np.cumsum(np.flip(bz, axis), axis), axis)


def sort_dx(bz, x, axis):
    """What `x` receives from z = np.sort(x, axis).

    >>> sort_dx(np.array([1.0, 2.0]), np.array([7.0, 5.0]), -1)
    array([2., 1.])
    """
    if axis is None:
        return np.reshape(sort_dx(bz, np.ravel(x), -1), np.shape(x))
    return take_along_dx(bz, x, np.argsort(x, axis, kind='stable'), axis)


def take_along_dx(bz, x, indices, axis):
    """What `x` receives from z = np.take_along_axis(x, indices, axis).

    >>> take_along_dx(np.array([1.0, 2.0]), np.zeros(3), np.array([2, 2]), 0)
    array([0., 0., 3.])
    """
    if axis is None:
        return np.reshape(take_along_dx(bz, np.ravel(x), np.ravel(indices), 0), np.shape(x))
    shape = list(np.shape(bz))  # that of x, where its axes of one are laid along those of the indices
    shape[axis] = np.shape(x)[axis]
    bx, places = np.zeros(shape, bz.dtype), list(np.ogrid[tuple(slice(n) for n in np.shape(bz))])
    places[axis] = indices
    np.add.at(bx, tuple(places), bz)
    return unbroadcast(bx, x)


def take_dx(bz, x, indices, axis):
    """What `x` receives from z = np.take(x, indices, axis).

    >>> take_dx(np.array([1.0, 2.0]), np.zeros(3), [0, 0], None)
    array([3., 0., 0.])
    """
    bx = np.zeros(np.shape(x), np.result_type(x))
    if axis is None:
        np.add.at(bx.reshape(-1), indices, bz)
    else:
        axis = axis % np.ndim(x)
        np.add.at(bx, (slice(None),) * axis + (np.asarray(indices),), bz)
    return bx


def prod_dx(bz, items, start):
    """What each item receives from z = math.prod(items, start=start).

    >>> prod_dx(2.0, [3.0, 0.0], 1)
    [0.0, 6.0]
    """
    bx = [float(b) for b in bz * start * others(np.array(items, float), 0)] if len(items) else []
    return np.array(bx) if isinstance(items, np.ndarray) else bx


OF_NO_SIZE = (str, type(None))  # what a dict or an object may hold beside numbers and arrays


def zeros_like(x):
    """Zeros of the structure of `x`: a number, an array, a list or tuple of those (as a list), a dict or an object.

    >>> zeros_like([1.0, np.ones(2)]), zeros_like({'w': 1.0})
    ([0.0, array([0., 0.])], {'w': 0.0})
    """
    if isinstance(x, (list, tuple)):
        return [zeros_like(item) for item in x]
    if isinstance(x, dict) or by_memory.is_plain(x):
        return by_memory.mapped(x, lambda item, of, key: item if isinstance(item, OF_NO_SIZE) else zeros_like(item))
    return np.zeros_like(x) if np.ndim(x) else 0.0


def copied(x):
    """A copy of an array or a container; a number, or an object, is its own.

    >>> copied(1.0), copied([1.0])
    (1.0, [1.0])
    """
    return x.copy() if isinstance(x, (np.ndarray, list, dict, set, by_memory.deque)) else x


def copied_down(x):
    """A copy of what carries no derivative down to its numbers; an object of a library is its own.

    >>> rows = [[1.0]]; other = copied_down(rows); rows[0][0] = 2.0; other
    [[1.0]]
    """
    own = by_memory.is_plain(x) and by_memory.is_of_library(type(x))
    return x if own else by_memory.copied_whole(x, {})


def stayed(bz, index):
    """What v receives from `z[index] = v`: where one place was written twice, only the write that stayed counts.

    >>> stayed(np.array([1.0, 2.0]), np.array([0, 0]))
    array([0., 1.])
    """
    bv = bz[index]
    number = np.arange(np.size(bv)).reshape(np.shape(bv))
    last = np.empty(bz.shape, number.dtype)
    last[index] = number
    return np.where(last[index] == number, bv, 0)


def add_to(items, bz):
    """Add to the adjoint of a list, in place, what each item receives: one value for all, or one for each.

    >>> bys = [1.0, [2.0, 3.0]]; add_to(bys, [1.0, [1.0, 1.0]]); bys
    [2.0, [3.0, 4.0]]
    >>> bys = [1.0, 2.0]; add_to(bys, 3.0); bys
    [4.0, 5.0]
    """
    if by_memory.is_plain(items):
        return add_to(vars(items), vars(bz))
    each = isinstance(bz, (list, tuple, dict)) or np.ndim(bz) > 0
    for k in items if isinstance(items, dict) else range(len(items)):
        if isinstance(items[k], (list, dict)) or by_memory.is_plain(items[k]):
            add_to(items[k], bz[k] if each else bz)
        elif not isinstance(items[k], OF_NO_SIZE):
            items[k] = items[k] + (bz[k] if each else bz)


def max_dx(bz, x, z):
    """What a list or an array receives from z = max(x) or min(x), the builtin: its first extreme takes all.

    >>> max_dx(2.0, [1.0, 5.0, 5.0], 5.0)
    [0.0, 2.0, 0.0]
    """
    place = list(x).index(z)
    bx = [bz if k == place else 0.0 for k in range(len(x))]
    return bx if isinstance(x, list) else np.array(bx)


class Scope:
    """The variables of a function that functions within it assign."""


def shuffled_places(shuffle, n):
    """The numbers below n as a generator's method `shuffle` puts them.

    >>> import random
    >>> shuffled_places(random.Random(1).shuffle, 3)
    [1, 2, 0]
    """
    places = list(range(n))
    shuffle(places)
    return places


def length(x):
    """`math.hypot(*x)`, which neither overflows nor underflows on the way.

    >>> length([3.0, 4.0, 12.0]), length([3e-200, 0.0]) > 0.0
    (13.0, True)
    """
    return math.hypot(*x)
