"""Programs whose gradients were wrong, or crashed, in the last hunts of November."""
import numpy as np

WEIGHTS = np.array([1.5, -2.0, 0.7, 3.0, 1.1, -0.4])


# Helpers that write what carries no derivative: a boundary, a reset

def reset_1(x):
    x.fill(1.)


def reset_2(x):
    np.copyto(x, 1.)


def reset_3(x):
    x[x < .5] = .3


def reset_4(x):
    x[0] = np.sign(x[1])


def reset_5(x):
    x[0], x[1] = 0., 1.


def reset_6(x):
    x[1:3] = 0.5


def reset_7(x, k):
    x[k] = 7.0


def reset_8(x):
    reset_1(x[:2])
    reset_7(x, 3)


def reset_9(x):
    x[0] = 1.0
    return x[1] * 2


def reset_10(x):
    x[0] = 1.0
    return 5.0


def reset_11(x, flag):
    if flag:
        x[0] = 1.0


def reset_12(x):
    for k in range(0, 6, 2):
        x[k] = 2.0


def reset_13(x):
    x[0] = 1.0
    x[1] = x[2] * 3


def reset_14(x):
    x.sort()


def reset_15(x):
    x *= 0


def reset_16(x):
    x[:] = np.arange(6.)


def reset_17(x):
    np.put(x, [0, 1], 3.0)


def reset_18(x):
    v = x[1:]
    v[0] = 1.0


def reset_19(x):
    x += 1.0


def reset_20(x):
    x[0] += 1.0


class Reset:
    def __init__(self, a):
        self.a = a
    def reset(self):
        self.a[0] = 1.0
    def clear(self):
        self.a.fill(0.0)


def after_reset_1(x):
    reset_1(x)
    return np.sum(x * WEIGHTS)


def after_reset_2(x):
    reset_2(x)
    return np.sum(x * WEIGHTS)


def after_reset_3(x):
    reset_3(x)
    return np.sum(x * WEIGHTS)


def after_reset_4(x):
    reset_4(x)
    return np.sum(x * WEIGHTS)


def after_reset_5(x):
    reset_5(x)
    return np.sum(x * WEIGHTS)


def after_reset_6(x):
    reset_6(x)
    return np.sum(x * WEIGHTS)


def after_reset_7(x):
    reset_7(x, 2)
    return np.sum(x * WEIGHTS)


def after_reset_8(x):
    reset_8(x)
    return np.sum(x * WEIGHTS)


def after_reset_9(x):
    t = reset_9(x)
    return np.sum(x * WEIGHTS) * t


def after_reset_10(x):
    t = reset_10(x)
    return np.sum(x * WEIGHTS) * t


def after_reset_11(x):
    reset_11(x, x[0] > 0)
    return np.sum(x * WEIGHTS)


def after_reset_12(x):
    reset_12(x)
    return np.sum(x * WEIGHTS)


def after_reset_13(x):
    reset_13(x)
    return np.sum(x * WEIGHTS)


def after_reset_14(x):
    reset_14(x)
    return np.sum(x * WEIGHTS)


def after_reset_15(x):
    reset_15(x)
    return np.sum(x * WEIGHTS) + x[0]


def after_reset_16(x):
    reset_16(x)
    return np.sum(x * WEIGHTS)


def after_reset_17(x):
    reset_17(x)
    return np.sum(x * WEIGHTS)


def after_reset_18(x):
    reset_18(x)
    return np.sum(x * WEIGHTS)


def after_reset_19(x):
    reset_19(x)
    return np.sum(x * WEIGHTS * x)


def after_reset_20(x):
    reset_20(x)
    return np.sum(x * WEIGHTS * x)


def part_reset(x):
    y = x * 2
    reset_1(y[:3])
    return np.sum(y * WEIGHTS)


def reset_in_a_loop(x):
    y = x * 2
    for k in range(3):
        reset_7(y, k)
        y = y * x
    return np.sum(y * WEIGHTS)


def reset_by_methods(x):
    o = Reset(x * 2)
    o.reset()
    t = np.sum(o.a * WEIGHTS)
    o.clear()
    return t + np.sum(o.a * WEIGHTS)


def reset_under_two_names(x):
    y = x * 1.0
    z = y
    reset_7(z, 0)
    return np.sum(y * WEIGHTS)


def reset_by_inner_functions(x):
    def b():
        x[0] = 1.0
    def c(k=1):
        x[k] = 2.0
    b()
    c()
    c(3)
    return np.sum(x * WEIGHTS)


def rows_reset(x):
    m = x.reshape(2, 3) * 1.0
    reset_7(m[1], 0)
    reset_7(m, 0)
    return np.sum(m * WEIGHTS.reshape(2, 3))


def items_reset(x):
    m = [x * 1.0, x * 2.0]
    reset_1(m[0])
    reset_7(m[1], 2)
    return np.sum(m[0] * WEIGHTS) + np.sum(m[1] * WEIGHTS)


def two_places_reset(x):
    x[0], x[1] = 0., 1.
    x[2], x[3] = x[0], 5.0
    return np.sum(x * WEIGHTS)


def filled_on_the_way(x):
    x.fill(1.0)
    y = x * WEIGHTS
    np.copyto(y, 2.0)
    return np.sum(y * WEIGHTS) + np.sum(x)


def reset_on_one_way(x):
    y = x * 2
    if x[0] > 0:
        reset_7(y, 1)
    else:
        reset_7(y, 2)
    while y[3] > 2:
        reset_7(y, 3)
    return np.sum(y * WEIGHTS)


def boundary_of_a_stencil(x):
    u = np.zeros(6)
    u[1:] = x[1:]
    for _ in range(3):
        v = u.copy()
        v[1:-1] = 0.5 * (u[2:] + u[:-2]) * x[0]
        reset_7(v, 0)
        reset_7(v, -1)
        u, v = v, u
    return np.sum(u * WEIGHTS)


# np.where whose test has fewer axes than its values

def chosen_1(x, y):
    return np.sum(np.where(np.array([True, False]), x + y, 0.0))


def chosen_2(x, y):
    return np.sum(np.where(True, x + y, 0.0))


def chosen_3(x, y):
    return np.sum(x + y, where=np.array([True, False]))


def chosen_4(x, y):
    s = x.std(axis=0, keepdims=True)
    return np.sum(np.where(s > 0, x / (s + 0.1), 0.0)) * y


def chosen_5(x, y):
    return np.sum(np.where(x > 0.1, np.ones((2, 1, 1)) * y, 0.2))


def chosen_6(x, y):
    return np.sum(np.where(np.array([[True], [False], [True]]), x * y, y))


def chosen_7(x, y):
    return np.sum(np.sum(np.where(np.array([True, False]), x * y, y), axis=0) * np.array([1., 3.]))


def chosen_8(x, y):
    return np.sum(np.where(y > 0, x, y * x)) + np.sum(np.where(x[0] > 0.2, y, x))


def chosen_9(x, y):
    return np.sum(np.mean(np.where(x[:, :1] > 0.2, y * x[0], x), axis=1) ** 2)


def chosen_10(x, y):
    m = x > .3
    return np.mean(np.where(m, y, 0)) + np.sum(np.where(m.any(axis=0), x, x[0] * y)) + np.max(np.where(m[0], x * y, y))


# A name that goes on as its own sum

def summed(x):
    x = x.sum(0)
    return np.sum(x * 3)


def sum_of_itself_1(s):
    return summed(np.ones((3, 2)) + s)


def sum_of_itself_2(s):
    x = np.ones((3, 2)) + s
    x = x.sum(0)
    return np.sum(x * 3)


def sum_of_itself_3(s):
    x = np.ones((3, 2)) + s
    x = x + 1
    x = x.sum(axis=0)
    x = x.sum()
    return x * 2


def sum_of_itself_5(s):
    x = np.ones((3, 2)) + s
    x = x + 1
    x = np.sum(x, axis=0)
    x = np.sum(x)
    return x * 2


def sum_of_itself_6(s):
    x = np.ones((3, 2)) + s
    for a in range(2):
        x = np.sum(x, axis=0) * s
    return x


def sum_of_itself_7(s):
    x = np.ones((3, 3)) + s
    for a in range(2):
        x = np.sum(x, axis=0) + np.zeros((3, 3))
    return np.sum(x)


def sum_of_itself_8(s):
    x = np.ones((1, 3)) * s
    x = x + np.zeros((3, 3))
    x = np.broadcast_to(x[0], (2, 3))
    x = x.sum(axis=0)
    return np.sum(x * x)


def sum_of_itself_9(s):
    def g(x):
        x = x.sum(0)
        return x
    y = np.ones((3, 2)) + s
    return np.sum(g(y)) + np.sum(g(g(y)[:, None]))


def sum_of_itself_10(s):
    x = np.ones((4, 3, 2)) + s
    x = x.sum((0, 1))
    return np.sum(x)


def sum_of_itself_11(s):
    x = np.ones((3, 2)) + s
    for a in range(2):
        x = np.mean(2 * x + s, axis=0) * s
    return x


def sum_of_itself_12(s):
    x = np.ones((2, 2, 2)) * s
    while x.ndim > 0:
        x = np.sum(x, axis=0) - np.max(x, axis=-1) * s
    return x


def sum_of_itself_13(s):
    x = np.ones((3, 2)) + s
    for a in range(2):
        y = x
        x = np.sum(x, axis=0)
    return x * s + np.sum(y)


def skipped_f(x):
    skip = x
    x = x.sum(0)
    return np.sum(x) + np.sum(skip)


def skipped_f2(x):
    skip = x
    x = np.mean(x, 0) * 2
    return np.sum(x ** 2) + np.sum(skip ** 3)


def skipped_f3(x):
    skip = x
    x = np.sum(x)
    return x + np.sum(skip)


def skipped_f4(x):
    h = x * 2
    skip = h
    h = h.sum(axis=1)
    return np.sum(h * h) + np.sum(skip)


# Numbers and arrays in turn, changed in place by what is called there

class Kept:
    def __init__(self, a):
        self.a = a
    def put(self, w):
        self.a = w
        return w


def in_turn_f(x, v):
    l = [x, v]
    def g():
        l[0] = l[0] * 5
        return l[0]
    l[0] += g()
    return l[0] * np.sum(v)


def in_turn_h(x, v):
    o = Kept(v)
    o.a += o.put(x)
    return np.sum(o.a)


def in_turn_k(x, v):
    n = -1
    def nxt():
        nonlocal n
        n += 1
        return n
    l = [x, x * 2, v]
    l[nxt()] *= nxt()
    return (l[0] + l[1]) * np.sum(v)


def in_turn_m(x, v):
    acc = x
    def g(w):
        nonlocal acc
        acc = acc * 2
        return w
    acc += g(v)
    acc *= g(x)
    return np.sum(acc)


def in_turn_q(x, v):
    d = {'a': x, 'b': v}
    def g(k):
        d['a'] = d['a'] * 2
        return k
    d[g('a')] *= d[g('a')]
    return np.sum(d['a']) * np.sum(d['b'])


def in_turn_r(x, v):
    n = 0
    a = v * x
    def nxt():
        nonlocal n
        n += 1
        return x
    a[n] += nxt()
    a[n] *= nxt() + nxt()
    return a[0] * 3 + a[1]


def in_turn_s(x, v):
    n = 0
    l = [x, x * 2, x * 3]
    def nxt():
        nonlocal n
        n += 1
        return x
    l[n] += nxt()
    l[n] = nxt()
    return l[0] * 3 + l[1] * l[2] + np.sum(v)


def in_turn_t(x, v):
    n = 0
    l = [x, v, x * 3]
    def nxt():
        nonlocal n
        n += 1
        return x
    l[n] += nxt()
    l[n] *= nxt()
    return l[0] * 3 + np.sum(l[1]) * l[2]


# Names twice among targets, tuples of several lengths, objects that are added up, the rest of a mapping

def twice_f1(x):
    _, _ = 2.0, x
    return _ * _


def twice_f2(x):
    t = 0.0
    for a, a in [(1.0, x), (x, 2.0)]:
        t = t + a * x
    return t


def twice_f3(x):
    (a, b), a = (x, 2.0), x * 3
    return a * b


def twice_f4(x):
    a, *a = x, x * 2, 3.0
    return sum(a)


def twice_f5(x):
    return sum(k * x for k, k in [(1.0, 2.0), (x, 3.0)])


def lengths_f1(x):
    l = [(x, 2.0), {'w': x}, (x, 2.0, 3.0)]
    return l[0][0]


def lengths_f2(x):
    l = [(x, 2.0), {'w': x}, (x,)]
    return l[0][0] * l[2][0]


def lengths_f3(x):
    l = [(x, 2.0), [x], (x,)]
    return l[0][0] * l[1][0]


def lengths_f4(x):
    l = [{'w': x}, (x, 2.0), (x, 1.0, 3.0)]
    t = 0.0
    for q in l:
        if isinstance(q, dict):
            t = t + q['w'] ** 2
        else:
            t = t + q[0] * len(q)
    return t


def lengths_f5(x):
    l = [(x, 2.0), None, (x, 2.0, 3.0), 'a']
    return sum(q[0] * len(q) for q in l if isinstance(q, tuple))


class Right:
    def __init__(self, n):
        self.n = n
    def __radd__(self, o):
        return self.n + o


class Both:
    def __init__(self, n):
        self.n = n
    def __add__(self, o):
        return Both(self.n + (o.n if isinstance(o, Both) else o))
    __radd__ = __add__


def added_f1(x):
    return sum([Right(x), Right(x * x)])


def added_f2(x):
    l = [Right(x), Right(x * x)]
    return sum(l)


def added_f4(x):
    s = sum(Both(x * k) for k in range(3))
    return s.n ** 2


def added_f5(x):
    return sum([Both(x), Both(x * x)], Both(1.0)).n


def added_f6(x):
    t = 0
    for u in [Both(x), Both(x * x)]:
        t = t + u
    return t.n


def rest_of_a_mapping(x):
    def area(sh):
        match sh:
            case {'kind': 'c', 'r': r}:
                return r * r
            case {'kind': 'v', 'r': r, **rest}:
                return r * len(rest)
    return area({'kind': 'c', 'r': x}) + area({'kind': 'v', 'r': x, 'q': 1})


# Parts whose index may be a slice

class Grid:
    def __init__(self, x):
        self.a = x * 1.0


def part_u1(x, ax=0):
    b = Grid(x)
    s = slice(0, 2) if ax == 0 else slice(1, 3)
    v = b.a[s]
    d = v - b.a[s] * 2
    return np.sum(d ** 2) + np.sum(v)


def part_u2(x, ax=0):
    b = Grid(x)
    keys = [slice(0, 2), slice(1, 3)]
    t = 0.0
    for k in keys:
        v = b.a[k]
        t = t + np.sum(v ** 2)
    return t


def part_u6(x, ax=0):
    k = [0, slice(None)]
    v = x[k[0]]
    i = np.s_[1:3, ::2]
    w = x[i]
    w2 = x[i] * 2
    return np.sum(v * v) + np.sum(w * w2)


def part_w1(x, ax=0):
    b = Grid(x)
    t = 0.0
    for k in [0, slice(0, 2), [1, 1], np.array([0, 2]), slice(None, None, 2), (0, 1)]:
        v = b.a[k]
        t = t + np.sum(v ** 2) * (1 + np.sum(b.a[k]))
    return t


# Other functions of NumPy

def made_anew_and_written(a, b):
    a = a * 1.0
    a[0] = b[1]
    return np.sum(a * b)


def rows_inserted(a, b):
    return np.sum(np.insert(np.outer(a, b), 1, a[None], axis=0) ** 2) + np.sum(np.insert(np.outer(a, b), 1, np.outer(a, a)[:2], axis=1) ** 2 * np.arange(15.).reshape(3, 5))


def greatest_of_none(a, b):
    return np.max(a[:0], initial=0.5) * a[0] + np.min(b, initial=b[0])


def flattened_product(a, b):
    return np.vdot(a[:, None], b[None])


def flattened_product_of_columns(s, b):
    s = s[0]
    x = s * np.ones((3, 1))
    return np.vdot(x, b)


def list_among_complex(a, b):
    return np.sum(np.fft.ifft(np.fft.fft(np.convolve(a, [1.0, 2.0]))).real)


def list_times_complex(a, b):
    return np.sum((np.dot(np.outer(a, b), [1.0, 2.0, 3.0]) * (1 + 1j)).real)


# One name for arrays of several axes

def halved_rank(x):
    x = x.sum(0)
    x = x * 2
    return x


def one_name_1(s, b):
    x = np.ones((3, 2)) * s + b
    y = s * b
    x, y = x.sum(0), y * 2
    return np.sum(x) * np.sum(y)


def one_name_2(s, b):
    x = np.ones((3, 2)) + s * b
    (x, y), z = (x.sum(0), x), s
    return np.sum(x) + np.sum(y) * z


def one_name_3(s, b):
    x = np.ones((3, 2)) + s
    if s > 0:
        x = x.sum(0)
    else:
        x = x[0]
    return np.sum(x * b)


def one_name_4(s, b):
    x = np.ones((3, 2)) + s
    x = np.where(b > 0, x.sum(axis=0), 0.0)
    return np.sum(x)


def one_name_5(s, b):
    x = np.ones((3, 2)) + s
    def red():
        return x.sum(0)
    x = red()
    return np.sum(x * b)


def one_name_6(s, b):
    x = np.ones((3, 2)) + s
    for k in range(2):
        y = x
        y = y.sum(0)
        x = x + y * b
    return np.sum(x)


def one_name_8(s, b):
    x = np.ones((3, 2)) + s
    x = -x.sum(0)
    x = 2 * x
    x = x - b
    return np.sum(x)


def one_name_9(s, b):
    x = np.ones((3, 2)) + s
    if (x := x.sum(0))[0] > 0:
        x = x * b
    return np.sum(x)


def one_name_10(s, b):
    x = b * s
    x = x + np.zeros((3, 2))
    x = np.stack([x, x]).sum(0)
    x = x.sum(0) + x.sum(0)
    return np.sum(x * x)


def one_name_11(s, b):
    x = b * s
    x = np.broadcast_to(x, (3, 2))
    x = np.sum(x, 0, keepdims=True)
    x = np.sum(x, 0)
    x = np.sum(x)
    x = x + 0
    return x


def one_name_12(s, b):
    x = np.ones((3, 2)) + s
    x = halved_rank(x)
    y = halved_rank(np.ones((3, 2)) * s + b)
    return np.sum(x) + np.sum(y)


def one_name_13(s, b):
    x = np.ones((2, 3, 2)) * s
    x = x.sum((0, 1))
    x = x.sum()
    y = np.ones((3, 1)) * s
    y = y.sum(0)
    y = y.sum(0)
    return x + y + np.sum(b)


# A helper whose argument is written, and means another array later

def lent_w3(p, q):
    for i in range(2):
        p *= 0.25
    p = p + q


def lent_w4(p):
    p *= 0.25
    p = p + 1
    return np.sum(p)


def lent_w5(p):
    p[0] = 2.0
    p = p * 3


def rebound_d1(x, y, s):
    lent_w3(x, y)
    return np.sum(x * 0.3)


def rebound_d2(x, y, s):
    lent_w3(x.T, y)
    return np.sum(x * 0.3)


def rebound_d3(x, y, s):
    t = lent_w4(x)
    return np.sum(x * 0.3) + t * s


def rebound_d4(x, y, s):
    lent_w5(x)
    return np.sum(x * 0.3)


# A number on one way, an array on the other, summed; a diagonal of what has no name

def laid_out_b1(s, y):
    x = s
    if y.shape[0] > 1:
        s = np.repeat(s, 2)
    return np.sum(x) + np.sum(s)


def laid_out_b3(s, y):
    if y[0] > .1:
        s = np.tile(s, 3)
    return np.sum(s * 2)


def laid_out_b4(s, y):
    if y[0] > .1:
        s = np.full(4, s)
    return np.sum(s)


def laid_out_b5(s, y):
    if y[0] > .1:
        s = s + np.zeros(4)
    return np.sum(s)


def laid_out_b6(s, y):
    if y[0] > .1:
        s = np.array([s, s * 2])
    return np.sum(s)


def laid_out_b7(s, y):
    if y[0] > .1:
        s = np.broadcast_to(s, (3,))
    return np.sum(s)


def laid_out_b8(s, y):
    if y[0] > .1:
        s = np.linspace(s, 2 * s, 5)
    return np.mean(s)


def laid_out_b9(s, y):
    if y[0] > .1:
        s = np.outer(s * y, y)
    return np.sum(s)


def diagonal_of_a_result(x, y, s):
    y = np.diag(y[:, None].mean(axis=0, keepdims=True)**2)
    s = s - np.max(x)
    x -= 0.1
    z = x
    z[0] = s
    return np.sum(y**2) + np.sum(x)


def blocks_of_both_kinds(x, s):
    return np.sum(np.block([[x], [s]]) * np.array([[2.0], [3.0]]))


def rows_of_both_kinds(x, s):
    rows = []
    for a in [x, s]:
        rows.append(np.atleast_2d(a))
    return np.sum(np.vstack(rows) * np.array([[2.0], [3.0]]))


def expanded_of_both_kinds(x, s):
    kept = []
    for a in [x, s]:
        kept.append(np.expand_dims(a, 0))
    return np.sum(kept[0] ** 2) * np.sum(kept[1])


_x, _m = np.array([0.15, 0.43, 0.71, 0.99, 1.27, 1.55]), 0.1 + 0.1 * np.arange(12.0).reshape(3, 4)
CASES = [
    *((f, (_x,), (0,)) for f in (
        after_reset_1, after_reset_2, after_reset_3, after_reset_4, after_reset_5, after_reset_6,
        after_reset_7, after_reset_8, after_reset_9, after_reset_10, after_reset_11, after_reset_12,
        after_reset_13, after_reset_14, after_reset_15, after_reset_16, after_reset_17, after_reset_18,
        after_reset_19, after_reset_20, part_reset, reset_in_a_loop, reset_by_methods, reset_under_two_names,
        reset_by_inner_functions, rows_reset, items_reset, two_places_reset, filled_on_the_way, reset_on_one_way,
        boundary_of_a_stencil,
    )),
    *((f, (0.7,), (0,)) for f in (
        sum_of_itself_1, sum_of_itself_2, sum_of_itself_3, sum_of_itself_5, sum_of_itself_6, sum_of_itself_7,
        sum_of_itself_8, sum_of_itself_9, sum_of_itself_10, sum_of_itself_11, sum_of_itself_12, sum_of_itself_13,
        twice_f1, twice_f2, twice_f3, twice_f4, twice_f5, lengths_f1,
        lengths_f2, lengths_f3, lengths_f4, lengths_f5, added_f1, added_f2,
        added_f4, added_f5, added_f6, rest_of_a_mapping,
    )),
    *((f, (_m,), (0,)) for f in (skipped_f, skipped_f2, skipped_f3, skipped_f4, part_u1, part_u2, part_u6, part_w1)),
    *((f, (0.11 + 0.2 * np.arange(6.0).reshape(3, 2), 0.7), (0, 1)) for f in (chosen_1, chosen_2, chosen_3, chosen_4, chosen_5, chosen_6, chosen_7, chosen_8, chosen_9, chosen_10)),
    *((f, (1.3, np.array([0.7, 1.9])), (0, 1)) for f in (in_turn_f, in_turn_h, in_turn_k, in_turn_m, in_turn_q, in_turn_r, in_turn_s, in_turn_t)),
    *((f, (np.array([0.5, 0.9, 1.4]), np.array([1.1, 0.3, 0.7])), (0, 1)) for f in (
        made_anew_and_written, rows_inserted, greatest_of_none, flattened_product, flattened_product_of_columns, list_among_complex, list_times_complex,
    )),
    *((f, (0.7, np.array([0.3, 0.9])), (0, 1)) for f in (
        one_name_1, one_name_2, one_name_3, one_name_4, one_name_5, one_name_6, one_name_8, one_name_9, one_name_10, one_name_11, one_name_12, one_name_13,
    )),
    *((f, (np.array([0.3, 0.8, 1.1]), np.array([0.4, 0.9, 0.6]), 0.7), (0, 1, 2)) for f in (rebound_d1, rebound_d2, rebound_d3, rebound_d4, diagonal_of_a_result)),
    *((f, (0.7, np.array([0.4, 0.9, 0.6])), (0, 1)) for f in (
        laid_out_b1, laid_out_b3, laid_out_b4, laid_out_b5, laid_out_b6, laid_out_b7, laid_out_b8, laid_out_b9,
    )),
    *((f, (np.array([0.4]), 0.7), (0, 1)) for f in (blocks_of_both_kinds, rows_of_both_kinds, expanded_of_both_kinds)),
]
