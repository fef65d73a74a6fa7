"""What hunts found: super(), tuples given to NumPy, single truths as indices, powers of parts, the best of a search."""
import numpy as np


# super() on an object that is an argument


class Shape:
    def __init__(self, s):
        self.s = s
    def area(self):
        return self.s ** 2
    def cost(self, rate):
        return self.area() * rate


class Tile(Shape):
    def area(self):
        return super().area() * 0.9


def super_zero(o):
    return o.area()


def super_part(o):
    return o.area() + o.s


def super_rate(o, r):
    return o.cost(r)


class LogMixin:
    def total(self):
        return super().total() * 2


class Acc:
    def __init__(self, xs):
        self.xs = xs
    def total(self):
        return float(np.sum(self.xs))


class LAcc(LogMixin, Acc):
    pass


def super_mixin(o):
    return o.total()


class Fancy(Tile):
    def __init__(self, s, extra):
        super().__init__(s)
        self.extra = extra
    def area(self):
        return super().area() * self.extra


def super_kept(o):
    return o.area()


class Mod(Shape):
    def fit(self, x):
        return super().cost(x) + super().area()


class Base:
    def __init__(self, a):
        self.a = a
    def bump(self):
        self.a = self.a * 1.5


class Sub(Base):
    def bump(self):
        super().bump()


def super_changes(o, x):
    o.bump()
    return o.a * x


# Tuples as arguments of functions of NumPy


def sum_of_tuple(a):
    return float(np.sum(a))


def square_of_a_sum(a):
    return float(np.sum(a) * np.sum(a) + a[0])


def sums_of_both_kinds(a):
    return float(np.sum(a) + sum(a))


def mean_of_tuple(a, x):
    return float(np.mean(a) * x)


def sum_along_a_tuple(a):
    return float(np.sum(a, axis=0) * 2)


def sum_of_a_display(x):
    t = (x, x * 2, 3.0)
    return float(np.sum(t) * np.mean(t))


def sum_of_nested_displays(x):
    t = ((x, x * 2), (3.0, x))
    return float(np.sum(t) * np.mean(t) + np.mean(t, axis=0)[0])


def sum_and_mean(a):
    return float(np.sum(a) + np.mean(a) + np.prod(a[0]))


def beside_full_like(a):
    return np.full_like(a, 1.0, dtype=float).sum() * np.sum(a)


def sums_of_slices(a):
    return np.sum(a[1:]) * np.mean(a[:2]) + np.sum(a[::-1])


def norm_and_dot_of_slices(a):
    return np.linalg.norm(a[:2]) + np.dot(a[1:], a[:2])


def sum_of_a_slice(a):
    return np.sum(a[1:])


def slice_and_whole(a):
    return np.sum(a[1:]) + np.mean(a)


def std_of_a_slice(a):
    return np.std(a[1:]) + np.sum(np.sin(a[::2]))


def dot_of_tuples(a):
    return np.dot(a, a) + np.inner(a, a[::-1])


def multiplied_tuples(a):
    return np.sum(np.multiply(a, a)) + np.sum(np.add(a, 1.0) * np.array(a))


def concatenated_tuples(a):
    return np.sum(np.concatenate([a, a[1:]]) ** 2) + np.sum(np.stack([a, a]) ** 2)


def functions_of_a_tuple(a):
    at = np.polyval(a, 2.0) + np.interp(0.5, (0.0, 1.0, 2.0), a)
    return at + np.sum(np.cumsum(a) * np.arange(3)) + np.sum(np.diff(a) ** 2)


# One truth as an index: a new axis of length 1, or 0


def truth_written(x, s):
    m = np.ones(3)
    m[s > 0] = np.sum(x)
    return float(np.sum(m * np.arange(3)))


def truth_augmented(x, s):
    m = np.ones(3)
    m[s > 0] += np.mean(x)
    return float(np.sum(m * np.arange(3)))


def flag_written(x, flag):
    m = np.ones(3)
    m[flag] = np.sum(x)
    return float(np.sum(m * np.arange(3)))


def row_by_truth(x, s):
    m = np.ones((2, 3))
    m[0, s > 0] = np.sum(x)
    return float(np.sum(m * np.arange(6).reshape(2, 3)))


def truth_first(x, s):
    m = np.ones((2, 3))
    m[s > 0, 1] = np.sum(x)
    return float(np.sum(m * np.arange(6).reshape(2, 3)))


def truths_in_loop(x):
    m = np.ones(3)
    for q in x > 1:
        m[q] += np.sum(x)
    return float(np.sum(m * np.arange(3)))


def truth_by_number(s, x):
    m = x * 1.0
    m[s > 0] = s
    return float(np.sum(m))


def truth_matrix_row(x, s):
    m = np.outer(x, x)
    m[s > 0] = x
    return float(np.sum(m * np.arange(9).reshape(3, 3)))


def truth_false(s, x):
    m = x * 1.0
    m[s > 9] = s
    return float(np.sum(m))


def truth_read_dots(x, s):
    return float(np.sum(x[..., s > 0] ** 2))


def truth_read_axis(x, s):
    return float(np.sum(x[None, s > 0] ** 2))


def truth_read_dots_sum(x, s):
    m = x * np.sum(x)
    return float(np.sum(m[..., s > 0] * np.arange(3)[:, None]))


def true_read(x, s):
    return float(x[True][0, 1] * s)


def true_row_read(x, s):
    a = x * s
    a = a[True][0] * s
    return float(np.sum(a * a))


def flag_read(x, flag):
    m = x * np.sum(x)
    return float(np.sum(m[flag] * np.arange(3)))


def flag_read_plain(x, flag):
    return float(np.sum(x[flag] * np.arange(3)))


def any_read(x, s):
    return float(np.sum(x[np.any(x > 1)] * np.arange(3)))


def any_read_sum(x, s):
    m = x * np.sum(x)
    return float(np.sum(m[np.any(x > 1)] * np.arange(3)))


def column_read(x, s):
    M = np.outer(x, x) * np.sum(x)
    return float(np.sum(M[:, s > 0] * np.arange(9).reshape(3, 3)[:, None]))


def truth_then_first(x, s):
    a = x[s > 0][0] * s
    return float(np.sum(a * a))


# A part by an index array, raised to a power


def masked_power(x, s):
    a = x * s
    a[x > 0.5] **= s
    return np.sum(a * a)


def listed_power(x, s):
    a = x * s
    a[[0, 1]] **= s
    return np.sum(a * a)


def masked_power_of_two_names(x, s):
    a = x * s
    L = [a]
    a[x > .5] **= s
    return np.sum(L[0] * a)


def power_by_a_truth(x, s):
    a = x * s
    k = s > 0
    a[k] **= s
    return np.sum(a * a)


def powers_and_steps(x, s):
    a = x * s
    k = np.array([0, 1])
    a[k] **= x[:2]
    a[k] //= 0.1
    return np.sum(a * a) + np.sum(x)


def listed_power_in_a_list(x, s):
    a = x * s
    L = [a]
    L[0][[0, 1]] **= s
    L[0][[0, 1]] /= x[:2]
    return np.sum(a * a)


# Items of [number, place]


def colon_item(y):
    p = [y[0], 2]
    M = np.outer(y, y)
    s = M[:, p[1]].sum()
    p[0] = s
    p[1] = 0
    return s * p[0]


def best_column(y):
    best = [y[0], 0]
    M = np.outer(y, y)
    for j in range(1, 3):
        c = M[:, j].sum()
        if c > best[0]:
            best[0], best[1] = c, j
    return best[0] * M[:, best[1]].max()


def times_item(y):
    p = [y[0], 2]
    return sum([y[1]] * p[1])


def in_front(y):
    p = [y[0], 3]
    t = p[1] * [y[1] * p[0]]
    t[0] *= 2
    p[1] = 1
    return sum(t) * p[1]


def counted_by_an_item(y):
    p = [y[0], 2]
    s = 0.0
    for k in range(p[1]):
        s += y[k] * p[0]
    p[0] = s
    for k in range(int(p[1])):
        s += p[0]
    return s


def isotonic(y):
    blocks = []
    for v in y:
        blocks.append([v, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            v2, n2 = blocks.pop()
            v1, n1 = blocks.pop()
            blocks.append([(v1 * n1 + v2 * n2) / (n1 + n2), n1 + n2])
    fit = []
    for m, n in blocks:
        fit += [m] * n
    return sum((a - b) ** 2 for a, b in zip(fit, y)) + sum(f * k for k, f in enumerate(fit))


def repeated_blocks(y):
    fit = []
    for m, n in [[v, 2] for v in y]:
        fit += [m] * n
    return sum(fit)


def mean_weights(y):
    acc = [0, 0]
    for v in y:
        acc[0] += v
        acc[1] += 1
    w = [1.0 / acc[1]] * acc[1]
    return sum(a * b for a, b in zip(w, y)) * acc[0]


# The best of a search, taken apart


def best_tuple(y):
    best = None
    for i in range(3):
        s = y[i] ** 2
        if best is None or s > best[0]:
            best = s, i
    s, i = best
    return s * y[i]


def boosted(y):
    best = None
    for j in range(2):
        for t in y:
            left = [v for v in y if v <= t]
            right = [v for v in y if v > t]
            if not right:
                continue
            e = sum((v - sum(left) / len(left)) ** 2 for v in left)
            e += sum((v - sum(right) / len(right)) ** 2 for v in right)
            if best is None or e < best[0]:
                best = (e, t, j)
    e, t, j = best
    return e * t + j


def none_then_list(y):
    best = None
    for v in y:
        if best is None or v > best[0]:
            best = [v, v * 2]
    a, b = best
    return a * b


def first_pair(y):
    for i in range(3):
        for j in range(3):
            if y[i] * y[j] > 1.5:
                return y[i], j
    return None


def tuple_or_none(y):
    r = first_pair(y)
    if r is None:
        return y[0]
    v, j = r
    return v * y[j]


def tuple_or_none2(y):
    r = first_pair(y)
    v, j = r or (y[0], 1)
    return v * y[j]


def arrays_best(y):
    best = None
    A = np.array(y)
    for k in range(3):
        c = A * A[k]
        if best is None or c.sum() > best[0]:
            best = c.sum(), c
    s, c = best
    c = c * s
    return np.sum(c)


# Methods that are lambdas; trees of lists and tuples


class Q:
    def __init__(self, a):
        self.a = a
    val = lambda self: self.a * 2
    cond = lambda self: self.a * 3
    def plain(self):
        return self.a * 4


def chosen_lambda(o, k):
    m = o.val if k else o.plain
    return m()


def chosen_lambdas(o, k):
    m = o.val if k else o.cond
    return m()


def dict_of_tuple_mapped(x, s):
    def tmap(t):
        if isinstance(t, dict):
            return {k: tmap(v) for k, v in t.items()}
        if isinstance(t, (list, tuple)):
            return type(t)(tmap(v) for v in t)
        return t * 2
    q = tmap({'w': [s], 'b': (s,)})
    return float(q['w'][0] * q['b'][0] * x[0])


class Box:
    def __init__(self, b):
        self.b = b
    @property
    def c(self):
        return self.b
    @c.setter
    def c(self, q):
        self.b = q


def popped_of_property(x, s):
    o = Box([s])
    o.c = [s, x[0]]
    v = o.c.pop()
    return float(v * s)


# Sums that begin with something of other axes


def rows_begun_with_a_number(x, s):
    return np.sum(sum(np.outer(x, x) * s, s) * x)


def arrays_begun_with_a_number(x, s):
    return np.sum(sum([x, x * s], s) * x)


def generated_rows_begun_with_a_number(x, s):
    return np.sum(sum((r * s for r in np.outer(x, x)), s) * x)


def list_begun_with_a_number(x, s):
    L = [x * s]
    L.append(x)
    return np.sum(sum(L, s) * x)


def sum_of_a_list_with_a_name(x, s):
    L = [x * s]
    L.append(x)
    t = sum(L, s)
    return np.sum(t * x)


def matrices_begun_with_a_vector(x, s):
    return np.sum(sum([np.outer(x, x), np.outer(x, x) * s], x) * x)


def sums_begun_with_other_axes(x, s):
    L = [np.outer(x, x)]
    L.append(np.outer(x, x) * s)
    t = sum(L, x)
    u = sum([s, s * 2], x)
    w = sum(L[0], s)
    return np.sum(t * x) + np.sum(u * x * x) + np.sum(w ** 2)


def values_begun_with_a_number(x, s):
    d = {'a': x, 'b': x * s}
    return np.sum(sum(d.values(), s) ** 2) + np.sum(sum(x, s)) + sum([s, s * s], s)


def numbers_begun_with_an_array(x, s):
    u = sum([s, s * 2], x)
    return np.sum(u * x * x)


def list_of_numbers_begun_with_an_array(x, s):
    L = [s]
    L.append(s * s)
    u = sum(L, x)
    return np.sum(u * x * x)


def elements_begun_with_an_array(x, s):
    return np.sum(sum((v * s for v in x), x) * x) + np.sum(sum(x, x * s) * x)


def two_sums_begun_with_an_array(x, s):
    L = [s]
    L.append(s * s)
    return np.sum(sum(L, x) * x) + np.sum(sum(tuple(L), x) * x)


def arrays_and_numbers_begun_with_an_array(x, s):
    L = [s, x, s * x]
    return np.sum(sum(L) * x) + np.sum(sum(L, x) * x)


_x, _v = np.array([1.3, 0.7, 2.1]), np.array([0.3, 0.4])
_t = (0.2, 0.9, 0.4)
_y = [1.1, 0.72, 1.3]

CASES = [
    (super_zero, (Tile(0.4),), (0,)), (super_part, (Tile(0.4),), (0,)), (super_rate, (Tile(0.4), 0.3), (0, 1)),
    (super_mixin, (LAcc(_v),), (0,)), (super_kept, (Fancy(0.4, 0.2),), (0,)), (Mod.fit, (Mod(0.4), 0.3), (1,)),
    (Mod.fit, (Mod(0.4), 0.3), (0, 1)), (super_changes, (Sub(0.4), 0.6), (1,)), (mean_of_tuple, (_t, 0.4), (0, 1)),
    (sum_of_a_display, (0.4,), (0,)), (sum_of_nested_displays, (0.4,), (0,)), (truths_in_loop, (_x,), (0,)),
    (truth_by_number, (0.8, _x), (0,)), (truth_false, (0.8, _x), (0, 1)), (dict_of_tuple_mapped, (_x, 0.8), (0, 1)),
    (popped_of_property, (_x, 0.8), (0, 1)), (chosen_lambda, (Q(0.4), True), (0,)),
    (chosen_lambdas, (Q(0.4), True), (0,)), (chosen_lambdas, (Q(0.4), False), (0,)),
]
CASES += [
    (f, (a,), (0,))
    for f in (
        sum_of_tuple, square_of_a_sum, sums_of_both_kinds, sum_along_a_tuple, beside_full_like, sums_of_slices,
        norm_and_dot_of_slices, sum_of_a_slice, slice_and_whole, std_of_a_slice, dot_of_tuples,
        multiplied_tuples, concatenated_tuples, functions_of_a_tuple,
    )
    for a in (_t, list(_t))
]
CASES += [(f, (a,), (0,)) for f in (sum_of_tuple, sum_and_mean) for a in (((0.2, 0.3), (0.4, 0.5)), (_v, _v * 2))]
CASES += [(f, (_x, s), (0,)) for f in (flag_written, flag_read, flag_read_plain) for s in (True, False)]
CASES += [
    (f, (_x, 0.8), (0,))
    for f in (
        truth_written, truth_augmented, row_by_truth, truth_first, truth_matrix_row, truth_read_dots,
        truth_read_axis, truth_read_dots_sum, true_read, true_row_read, any_read, any_read_sum, column_read,
        truth_then_first,
    )
]
CASES += [
    (f, (_x, 0.8), (0, 1))
    for f in (
        masked_power, listed_power, masked_power_of_two_names, power_by_a_truth, powers_and_steps,
        listed_power_in_a_list,
    )
]
CASES += [
    (f, (_y,), (0,))
    for f in (
        colon_item, best_column, times_item, in_front, counted_by_an_item, isotonic, repeated_blocks,
        mean_weights, best_tuple, boosted, none_then_list, tuple_or_none, tuple_or_none2, arrays_best,
    )
]
CASES += [
    (f, (_x, 0.8), (0, 1))
    for f in (
        rows_begun_with_a_number, arrays_begun_with_a_number, generated_rows_begun_with_a_number,
        list_begun_with_a_number, sum_of_a_list_with_a_name, matrices_begun_with_a_vector,
        sums_begun_with_other_axes, values_begun_with_a_number, numbers_begun_with_an_array,
        list_of_numbers_begun_with_an_array, elements_begun_with_an_array, two_sums_begun_with_an_array,
        arrays_and_numbers_begun_with_an_array,
    )
]
