"""What further hunts and tables found: parts of unknown axes, sums of nothing, operators, views of dicts."""
from collections import namedtuple

import numpy as np

Pt = namedtuple('Pt', 'u v')


# Parts of arrays of unknown axes that are written; constants without axes; reductions whose axis is None at times


def rows_doubled_in_turn(A, v):
    ps = [v * 1.0, A * 1.0]
    for k in range(2):
        ps[k][0] *= 2.0
    return np.sum(ps[0]) + np.sum(ps[1])


def row_over_row(A, v):
    ps = [v * 1.0, A * 1.0]
    for p in ps:
        p[0] = p[1]
    return np.sum(ps[0]) + np.sum(ps[1])


def one_of_two_written(A, v, k):
    p = [v, A][k]
    q = p * 1.0
    q[0] *= 2.0
    return np.sum(q)


def axes_added_and_written(p, n):
    for _ in range(n):
        p = p[None]
    p = p * 1.0
    p[0] *= 2.0
    return np.sum(p)


def stacked_in_turn(s, v):
    t = 0.0
    for y in (s, v):
        ys = np.array([y, y * 2, y])
        ys[2] = ys[1]
        t += np.sum(ys)
    return t


def rest_by_its_first(A, v):
    ps = [v * 1.0, A * 1.0]
    for p in ps:
        f = p[0]
        f *= 2.0
        p[1:] = f
    return np.sum(ps[0]) + np.sum(ps[1])


def part_of_a_part(A, v):
    ps = [v * 1.0, A * 1.0]
    for p in ps:
        q = p[1:]
        q[0] += v[0]
    return np.sum(ps[0]) + np.sum(ps[1])


def constants_without_axes(x, v):
    ps = [np.array(x), v * 1.0]
    cs = [np.array(1.0), np.ones(3)]
    for i in range(2):
        ps[i] = 0.5 * cs[i] + ps[i]
    return float(ps[0])


def momentum_without_axes(x, v):
    ps = [np.array(x), v * 1.0]
    st = [np.zeros_like(p) for p in ps]
    for i in range(2):
        st[i] = 0.5 * st[i] + ps[i]
    return float(st[0] * np.sum(st[1]))


def sum_by_axis_or_all(x, A):
    t = 0.0
    for ax in (None, 0):
        s = np.sum(A, axis=ax)
        r = s
        r += x
        t += np.sum(s)
    return t


def shapes_in_turn(x, v):
    t = 0.0
    for shape in ((), 3):
        s = np.ones(shape) * v[1]
        r = s
        r *= x
        t += np.sum(s)
    return t


def largest_of_constants(v):
    s = np.zeros(2)
    t = max([s, s - 1.0], key=np.sum)
    t += v[1]
    return np.sum((s + 1) * t)


def item_of_a_new_dict(v):
    s = np.zeros(2)
    t = dict(a=s)['a']
    t += v[1]
    return np.sum((s + 1) * t)


def sums_by_each_axis(A, x):
    t = 0.0
    for ax in (None, 0, 1):
        t += np.sum(np.sum(A * x, axis=ax) ** 2)
    return t


def normalized_by_an_axis(A, x):
    def norm(A, axis=None):
        m = np.mean(A, axis=axis)
        s = np.std(A, axis=axis)
        return (A - m) / s
    return np.sum(norm(A) * A) + np.sum(norm(A, 0) * x) + np.sum(norm(A, axis=0) ** 3)


def norms_with_an_axis(A, x):
    class Norm:
        def __init__(self, axis=None):
            self.axis = axis
        def __call__(self, A):
            return A - A.mean(axis=self.axis)
    ns = [Norm(), Norm(0)]
    return sum(np.sum(n(A) * A * x) for n in ns)


def zeros_of_a_shape(A, x, shape):
    W = np.zeros(shape)
    W += x
    W[0] = A[0]
    return np.sum(W * A)


def ones_of_a_shape(A, x, shape):
    W = np.ones(tuple(shape)) * x
    for k in range(2):
        W = W + A * x
    return np.sum(W ** 2)


def largest_of_one(v):
    s = np.zeros(2)
    t = max([s], key=np.sum)
    t += v[1]
    return np.sum((s + 1) * t)


def smaller_of_two(v):
    s = np.zeros(2)
    t = min(s, s + 1, key=np.sum)
    t += v[1]
    return np.sum((s + 1) * t)


def sum_of_nothing_but_its_start(v):
    s = np.zeros(2)
    t = sum([], s)
    t += v[1]
    return np.sum((s + 1) * t)


def kept_by_casts(v):
    s = np.zeros(2)
    t = np.asarray(s, dtype=float)
    t += v[1]
    u = s.astype(float, copy=False)
    u *= 2
    w = np.broadcast_to(s, (2,))
    return np.sum((s + 1) * t) + np.sum(w * u)


def items_of_dicts_of_pairs(v):
    s = np.zeros(2)
    t = dict([('a', s)])['a']
    t += v[1]
    u = dict(zip('a', [s]))['a']
    u *= v[0]
    return np.sum((s + 1) * t)


# Sums of nothing


def sum_of_none(l, x):
    l.pop()
    h = sum(l, x * x)
    return float(h @ x)


class Node:
    def __init__(self, x, *kids):
        self.x, self.kids = x, kids
    def total(self):
        return sum((c.total() for c in self.kids), self.x * 1.5)
    def total_by_steps(self):
        t = sum(c.total_by_steps() for c in self.kids)
        t += self.x
        return t


def tree_by_start(x, k):
    return float(Node(x, Node(x * k)).total() @ x)


# Operators that the other operand answers, or nobody


class Scaled:
    def __init__(self, a):
        self.a = a
    def __add__(self, o):
        return Scaled(self.a + o.a)
    def __radd__(self, o):
        return self if o == 0 else self + o
    def __rmul__(self, k):
        return Scaled(self.a * k)


class Added:
    def __init__(self, v):
        self.v = v
    def __radd__(self, o):
        return self.v + o


def total_of_objects(x):
    s = 0
    for i in range(3):
        s += Scaled(x * i)
    return s.a


def number_times_object(x):
    s = 2.0
    s *= Scaled(x)
    return s.a


def number_plus_object(x, k):
    s = x
    s += Added(k)
    return s * s


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        if isinstance(o, Vector):
            return Vector(self.x + o.x, self.y + o.y)
        return NotImplemented
    def __radd__(self, o):
        if o == 0:
            return self
        return NotImplemented
    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        if isinstance(k, (int, float)):
            return Vector(self.x * k, self.y * k)
        return NotImplemented
    __rmul__ = __mul__
    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y)
    def __neg__(self):
        return Vector(-self.x, -self.y)
    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self


class Weight:
    def __init__(self, v):
        self.v = v
    def __add__(self, o):
        return Weight(self.v + (o.v if isinstance(o, Weight) else o))
    def __radd__(self, o):
        return self if o == 0 else self + o
    def __mul__(self, o):
        return Weight(self.v * (o.v if isinstance(o, Weight) else o))
    __rmul__ = __mul__


def vectors_and_numbers(x, s):
    a, b = Vector(x, s), Vector(s, 2.0)
    c = a + b
    return c.x * c.y + (a * b) + (2 * a).x + (a * s).y


def sum_of_vectors_from_one(x, s):
    return sum([Vector(x, s), Vector(s, x * s)], Vector(0, 0)).x


def sum_of_vectors(x, s):
    t = sum([Vector(x, s), Vector(s, x * s)])
    return t.x * t.y


def sum_of_made_objects(x, s):
    t = sum(Weight(x * k) for k in range(1, 4))
    return t.v * s


def sum_of_listed_objects(x, s):
    t = sum([Weight(x), Weight(s), Weight(x * s)])
    return t.v ** 2


def total_from_zero(x, s):
    t = 0
    for k in range(3):
        t += Weight(x * k + s)
    return t.v


def grown_under_two_names(x, s):
    t = Vector(0.0, 0.0)
    for k in range(3):
        t += Vector(x * k, s)
    u = t
    u += Vector(s, s)
    return t.x * u.y


def objects_and_numbers(x, s):
    t = Weight(x) + 2 + s
    u = 3 * t * Weight(s) * x
    return u.v


# Views of dicts without a name, loops over zips of zips, exceptions with two attributes


class Maker:
    def __init__(self):
        self.n = 0
    def make(self, x, s):
        self.n += 1
        return {'a': x[0] * s * self.n, 'b': x[1], 'c': s}


def values_of_a_result(x, s):
    o = Maker()
    return sum(o.make(x, s).values()) * o.n


def items_of_a_result(x, s):
    o = Maker()
    t = 0.0
    for k, v in o.make(x, s).items():
        t += v * len(k)
    return t * o.n


def values_of_a_comprehension(x, s):
    o = Maker()
    t = sum({k: o.make(x, s)['a'] for k in 'ab'}.values())
    return t * o.n


def values_of_new_dicts(x, s):
    o = Maker()
    t = sum(dict(a=o.make(x, s)['a'], b=s).values())
    u = [v * 2 for v in dict(zip('ab', [o.make(x, s)['b'], s])).values()]
    return t * o.n * u[0] + u[1]


def values_of_displays(x, s):
    o = Maker()
    def f():
        o.n += 1
        return x * s * o.n
    t = sum({'a': f()[0], 'b': s}.values()) + sum([*{'a': f()[1]}.values()])
    for v in {'a':
        f()[0], **{'b': s * f()[2]}}.values():
        t += v * o.n
    return t * o.n


def values_that_are_logged(x, s):
    log = []
    def f(v):
        log.append(v)
        return v * s
    a = list({k: f(v) for k, v in enumerate(x)}.values())
    b = max({k: f(v) for k, v in enumerate(x)}.items(), key=lambda p: p[1])[1]
    c = {**{k: f(v) for k, v in enumerate(x)}}
    return sum(a) * len(log) + b * len(log) + c[0] * len(log)


class Holder:
    def __init__(self, items):
        self.items = items
    def each(self):
        for v in self.items:
            yield v * v


def constants_begun_with_a_number(x, s):
    return float(np.sum(sum(range(3), s)))


def values_of_a_generated_dict(x, s):
    o = Holder([x[0] * s, x[1], s])
    C = o.each()
    return float(sum(dict(enumerate(C)).values()))


def dict_of_generated(x, s):
    o = Holder([x[0] * s, x[1], s])
    d = dict(enumerate(o.each()))
    return d[0] * d[2]


def pairs_of_pairs(ys, zs):
    t = 0.0
    for item in enumerate(zip(ys, zs)):
        k, (a, b) = item
        t += k * a * b
    L = []
    for item in enumerate(zip(ys, zs)):
        L.append(item)
    return t + sum(k * a for k, (a, b) in L)


def zips_in_zips(ys, zs):
    t = 0.0
    L = []
    for item in zip(enumerate(ys), zs):
        L.append(item)
        (k, a), b = item
        t += k * a * b
    for item in zip(zip(ys, zs), enumerate(zip(zs, ys))):
        L.append((item[1][0], item[0][1]))
        t += item[0][0] * item[1][1][0] * item[1][0]
    return t + len(L)


def each(items):
    for item in items:
        yield item


def sorted_and_paired(xs):
    ys = [x * x - 1 for x in xs]
    ys.sort(key=abs)
    zs = sorted(ys, key=lambda v: -v)
    return sum((y * (k + 1) * z for k, (y, z) in each(enumerate(zip(ys, zs)))))


class Halt(Exception):
    def __init__(self, v, k):
        super().__init__('stop')
        self.v, self.k = v, k


def two_attributes_at_once(x, s):
    try:
        raise Halt(x[0] * s, 1)
    except Halt as e:
        r = e.v * e.k
    return r * s


def captured_second_name(x, k):
    class S:
        def __init__(self, v):
            self.x = v

        def __mul__(self, t):
            return S(self.x * t * k)

        __rmul__ = __mul__

    return (2 * S(x)).x


def generated_without_axes(x, v):
    def params():
        yield np.array(x)
        yield v * 1.0

    t = 0.0
    for p in params():
        p *= 2.0
        t += np.sum(p)
    return t


def generated_numbers(x):
    def params():
        yield np.array(x)
        yield x

    t = 0.0
    for p in params():
        p *= 2.0
        t += p
    return float(t)


# Several names of several kinds in one statement, and in the one behind it


def two_names_in_turn(s, v):
    t = 0.0
    for p, q in [(s, v * 2.0), (v * 1.0, s)]:
        p *= np.sum(q)
        t += np.sum(p * q)
    return float(t)


def parameters_and_gradients(s, v):
    d = {'w': v * 1.0, 'b': s}
    m = {'w': v * 0.5, 'b': s * s}
    t = 0.0
    for k in d:
        p, g = d[k], m[k]
        p -= 0.1 * np.sum(g)
        t += np.sum(p * g)
    return float(t)


def points_and_vectors(s, v):
    ps, qs = [np.array(s), v * 1.0], [np.array(s), v * 1.0]
    t = 0.0
    for i in range(2):
        p = ps[i]
        q = qs[i]
        p *= np.sum(q)
        t += np.sum(p * q)
    return float(t)


def product_with_a_name(s, v):
    t = 0.0
    for p, q in [(s, v * 2.0), (v * 1.0, s)]:
        p -= 0.1 * np.max(q)
        r = p * q
        t += np.sum(r)
    return float(t)


def sums_of_both(s, A):
    ps, qs = [s, A * 1.0], [s, A * 1.0]
    t = 0.0
    for i in range(2):
        p = ps[i]
        q = qs[i]
        t += np.sum(q) * np.sum(p)
        q /= 1 + np.sum(p)
        t += np.sum(q)
    return float(t)


def where_of_both(s, A):
    t = 0.0
    for p, q in [(s, s), (A * 1.0, A * 2.0)]:
        p *= np.sum(q)
        t += np.sum(np.where(p > q, p, q))
    return float(t)


def stacked_and_renamed(v, A):
    t = 0.0
    for p in [v * 1.0, A * 1.0]:
        Y = np.array([p, p])
        p = Y
        Y[-1] += np.sum(p)
        t += np.sum(Y * p)
    return float(t)


def sum_of_all_of_each(s, v, A):
    d = {'a': s, 'b': v * s, 'c': A * s}
    t = 0.0
    for k, p in d.items():
        if k == 'a':
            p = p * s
        else:
            p += s
        t += np.max(p) ** 2
        t += np.sum(p, None) ** 2
    return float(t)


def max_of_all_behind_a_try(s, v, A):
    d = {'a': s, 'b': v * s, 'c': A * s}
    t = 0.0
    for k, p in d.items():
        try:
            p += s
        except TypeError:
            p += s
        t += np.max(p)
        t += np.max(p, axis=None)
    return float(t)


def sum_of_all_under_two_names(s, v):
    t = 0.0
    p = 0.0
    for k in range(2):
        if k == 0:
            p = np.array(s)
        elif k == 1:
            p = v * 1.0
        q = p
        if np.ndim(p):
            q -= 1.0
        t += np.var(p)
        t += np.sum(p, axis=None) ** 2
    return float(t)


def masks_joined(s):
    p = np.array(s)
    try:
        p[(p > 0) & (p < 2)] *= s
    except IndexError:
        p += s
    return float(p)


# What gives back a constant that is written later


def default_of_max(x):
    a = np.zeros(3)
    b = max([], default=a)
    b[0] = x[0] * x[1]
    return np.sum(a)


def default_of_max_list(x):
    a = [0.0]
    b = max([], default=a)
    b[0] = x[0]
    return a[0]


def copied_list(x):
    a = np.zeros(3)
    b = [a].copy()[0]
    b[0] += x[2]
    return np.sum(a**2)


def replaced(x):
    a = np.full(3, 0.3)
    b = Pt(u=1, v=a)._replace(u=2).v
    a[0] = x[0] * x[1]
    return np.sum(b**3)


def max_of_pairs(x):
    a = np.zeros(3)
    b = max([(1, a), (0, None)])[1]
    b[0] = x[0] * x[1]
    return np.sum(a)


def min_of_pairs(x):
    a = np.zeros(3)
    b = min([(0, a)])[1]
    b[0] = x[0] * x[1]
    return np.sum(a)


def max_pairs_unpack(x):
    a = np.zeros(3)
    c = np.ones(3)
    _, b = max((2.0, a), (1.0, c))
    b[0] = x[0] * x[1]
    return np.sum(a)


def lists_of_a_copy(x):
    h = [[0.0], [0.0]]
    for b in h.copy():
        b[0] = b[0] + x[0]
    return h[0][0] * h[1][0]


def arrays_of_a_copy(x, h):
    for b in h.copy():
        b += x
    return np.sum(h[0] * h[1])


_A = np.array([[0.3, 0.7], [1.2, -0.4], [0.5, 0.9]])
_B = np.array([[0.3, 0.7], [1.2, -0.4]])
_v, _x = np.array([0.4, 0.7, 1.1]), np.array([1.3, 0.7, 0.4])
_u, _w = np.array([0.7, 0.4, 1.1]), np.array([0.4, -0.7, 1.1])
_M = np.array([[0.5, -0.3, 0.9], [1.2, 0.35, -0.8], [-0.45, 0.65, 1.4]])

CASES = [
    (f, (_x, 0.8), (0, 1))
    for f in (
        values_of_a_result, items_of_a_result, values_of_a_comprehension, values_of_new_dicts,
        values_of_displays, values_that_are_logged, constants_begun_with_a_number, values_of_a_generated_dict,
        dict_of_generated, two_attributes_at_once,
    )
]
CASES += [(f, (1.3, 0.8), (0, 1)) for f in (
        vectors_and_numbers, sum_of_vectors_from_one, sum_of_vectors, sum_of_made_objects,
        sum_of_listed_objects, total_from_zero, grown_under_two_names, objects_and_numbers,
)]
CASES += [(f, ([1.2, 0.9, 3.1], [0.3, 0.4, 0.5]), (0, 1)) for f in (pairs_of_pairs, zips_in_zips)]
CASES += [(f, (_v[:2],), (0,)) for f in (
        largest_of_one, smaller_of_two, sum_of_nothing_but_its_start, kept_by_casts, items_of_dicts_of_pairs,
        largest_of_constants, item_of_a_new_dict,
)]
CASES += [(f, (_B, 0.8), (0, 1)) for f in (sums_by_each_axis, normalized_by_an_axis, norms_with_an_axis)]
CASES += [(f, (_B, 0.8, s), (0, 1)) for f in (zeros_of_a_shape, ones_of_a_shape) for s in ((2, 2), [2, 2])]
CASES += [
    (sum_of_none, ([_x], _x), (0, 1)), (tree_by_start, (_x, 0.4), (0, 1)), (total_of_objects, (1.3,), (0,)),
    (captured_second_name, (1.3, 0.4), (0, 1)), (number_times_object, (1.3,), (0,)),
    (number_plus_object, (1.3, 0.4), (0, 1)),
    (sorted_and_paired, ([1.2, 0.9, 3.1, 1.5, 0.4],), (0,)),
]
CASES += [(f, (_A, _v), (0, 1)) for f in (rows_doubled_in_turn, row_over_row, rest_by_its_first, part_of_a_part)]
CASES += [
    (one_of_two_written, (_A, _v, 1), (0,)), (axes_added_and_written, (_A, 1), (0,)),
    (axes_added_and_written, (_A, 0), (0,)), (stacked_in_turn, (0.6, _v), (0, 1)),
    (constants_without_axes, (1.3, _v), (0,)), (momentum_without_axes, (1.3, _v), (0, 1)),
    (sum_by_axis_or_all, (1.3, _A), (0,)), (shapes_in_turn, (1.3, _v), (0,)),
]
CASES += [(generated_without_axes, (1.3, _v), (0, 1)), (generated_numbers, (1.3,), (0,))]
CASES += [
    (f, (1.3, _w), (0, 1))
    for f in (two_names_in_turn, parameters_and_gradients, points_and_vectors, product_with_a_name)
]
CASES += [(f, (1.3, _M), (0, 1)) for f in (sums_of_both, where_of_both)]
CASES += [
    (stacked_and_renamed, (_w, _M), (0, 1)), (sum_of_all_of_each, (1.3, _w, _M), (0, 1, 2)),
    (max_of_all_behind_a_try, (1.3, _w, _M), (0, 1, 2)), (sum_of_all_under_two_names, (1.3, _w), (0, 1)),
    (masks_joined, (1.3,), (0,)), (arrays_of_a_copy, (_u, [np.zeros(3), np.zeros(3)]), (0,)),
]
CASES += [
    (f, (_u,), (0,))
    for f in (
        default_of_max, default_of_max_list, copied_list, replaced, max_of_pairs, min_of_pairs, max_pairs_unpack,
        lists_of_a_copy,
    )
]
