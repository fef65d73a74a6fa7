"""Programs whose gradients were wrong, or that failed, in the hunts of this winter."""
import numpy as np


# Places that a call says, of what is kept

def one_more(n):
    return n + 1


def place_by_a_count(x, n):
    b = np.array([0.2, 0.5, 0.1])
    r = x[1] * b[int(np.sum(n) == 3)]
    b[1] = 0.7
    return float(r)


def place_of_the_greatest(x, n):
    b = np.array([0.2, 0.5, 0.1])
    r = x[1] * b[np.argmax(b)]
    b[1] = 0.7
    return float(r)


def place_by_rounding(x, n):
    b = [0.2, 0.5, 0.1]
    r = x[1] * b[round(b[1])]
    b[0] = 0.7
    return float(r)


def place_of_a_choice(x, n):
    b = np.array([0.2, 0.5, 0.1])
    r = x[1] * b[1 if np.any(b > 9) else 0]
    b[0] = 0.7
    return float(r)


def place_by_a_helper(x, n):
    b = np.array([0.2, 0.5, 0.1])
    r = x[1] * b[one_more(0)]
    b[1] = 0.7
    return float(r)


def key_by_a_count(x, n):
    b = {0: 0.2, 1: 0.5}
    r = x[1] * b[int(np.sum(n) == 3)]
    b[1] = 0.7
    return float(r)


def rows_by_a_count(x, n):
    b = [np.array([0.2, 0.5]), np.array([0.9, 0.8])]
    r = float(x[:2] @ b[int(np.sum(n) == 3)])
    b[1] = b[0]
    return float(r)


def places_in_a_helper(x, n):
    b = np.array([0.2, 0.5, 0.1])

    def taken(b, v):
        r = v * b[int(np.max(n) == 2)]
        b[1] *= 0.7
        return r

    return float(taken(b, x[0]) + taken(b, x[1]))


def part_from_a_count(x, n):
    b = np.array([0.2, 0.5, 0.1])
    r = float(x[1:] @ b[int(np.sum(n) == 3):])
    b[1] = 0.7
    return float(r)


def places_in_a_loop(x, n):
    b = np.array([0.2, 0.5, 0.1])
    total = 0.0
    for k in range(3):
        total = total * 0.5 + x[k] * b[int(np.sum(n)) - 1 - k] * total + x[k]
        b[int(np.sum(n)) - 1 - k] = 0.7 + k
    return total


# Reductions of three axes, times what has one

def pooled(x, w):
    return float(np.sum(x.mean(axis=1) * w))


def pooled_last(x, w):
    return np.sum(x.sum(axis=2) * w) + np.sum(np.max(x, axis=1) / w)


def pooled_by_turns(x, w):
    s = 0.0
    for axis in (0, 1, 2):
        s = s + np.sum(x.sum(axis=axis) * w)
    return s


def pooled_where(x, w):
    return np.sum(np.where(w > 0.7, np.std(x, axis=1), 0.0) * w) + np.sum(np.sum(np.where(w > 0.7, x * w, x), axis=1))


def pooled_beside_a_number(x, w):
    s = 0.0
    for y in [x, 1.0]:
        s = s + np.sum(np.sum(y * x, axis=1) * w)
    return s


# Real numbers in containers, beside complex ones

def list_in_a_tuple(x, n):
    c, d = [x[0], 2 * x[1]], 2.0
    return abs(sum(v * 1j for v in c) + d * x[2])


def list_that_a_helper_gives(x, n):
    def both():
        return [x[0], 2 * x[1]], x[2] * 1j

    c, d = both()
    return abs(c[0] * d + 1)


# One of several values of a call, in a tuple of more

def factor_beside_a_number(x, w):
    a, b = np.linalg.qr(x[0] + 3 * np.eye(3))[0], 2.0
    a, b = a * b, np.sum(a)
    return np.sum(a) * b * w[0]


# What is read before a call that writes into constants

def add(a, s):
    a += s
    return s * s


def less_what_a_helper_gives(x, n):
    t = np.array([0.9, 1.3, 0.25])
    t[0] -= add(t, 0.9)
    return t @ x


def less_what_an_inner_function_gives(x, n):
    t = [0.9, 1.3, 0.25]

    def put():
        t[0] = 5.0
        return 2.0

    t[0] -= put()
    return t[0] * x[0]


def parts_changed_by_a_helper(x, n):
    t = np.array([0.9, 1.3, 0.25])
    u = t[:2]
    t[1:] *= add(u, 1.0)
    u -= add(t, 2.0)
    return t @ x + t[0] * add(t, 0.9) * x[0]


def places_that_a_call_moves(x, n):
    places = n.copy()

    def put():
        places[0] = 2
        return 1

    k = places[0] - put()
    places[0] += put()
    return x[k] * places[0] + x[places[0] - places[1]]


class Counter:
    def __init__(self):
        self.value = 0.9

    def doubled(self):
        self.value *= 2
        return self.value


def attribute_less_what_a_method_gives(x, n):
    o = Counter()
    r = o.value * x[0] + o.doubled() * x[1] + o.value * x[2]
    o.value -= o.doubled()
    return r + o.value * x[0]


# Tuples of targets, of which one says where another is

def place_that_is_written_first(x, n):
    x[0], x[int(x[0])] = 2.0, x[1] ** 2
    return float(x @ np.array([1.0, 2.0, 3.0]))


def greatest_after_it_is_written(x, n):
    x[0], x[np.argmax(x)] = 2.0, x[1] ** 2
    return float(x @ np.array([1.0, 2.0, 3.0]))


def places_in_a_list(x, n):
    t = [0, 1, 2]
    t[0], t[t[0]] = 2, x[1] ** 2
    return float(t[2] * t[0] + t[1])


def places_in_an_array(x, n):
    t = np.array([0, 1, 2])
    t[0], x[t[0]] = 2, x[1] ** 2
    return float(x[2] * x[0] + x[1])


def attribute_of_an_attribute(x, n):
    o, p = Counter(), Counter()
    o.next, p.next = p, o
    o.next, o.next.value = o, x[0] * x[1]
    return o.value * p.value + o.next.value * x[2]


def name_between_its_values(x, n):
    i, x[i], i = 1, x[2] ** 2, 0
    return float(x @ np.array([1.0, 2.0, 3.0]) * x[i])


def name_that_had_a_value(x, n):
    i = 0
    i, x[i], i = 1, x[2] ** 2, 0
    return float(x @ np.array([1.0, 2.0, 3.0]) * x[i])


def array_between_its_values(x, n):
    b, c = x * 2, x * 3
    b, b[0], b = c, x[1] ** 2, x
    return float(c[0] * b[0])


# Sums of arrays in comprehensions and loops

def sums_of_none_and_more(x, w):
    g = [sum((x[j] * w[i] for j in range(i)), np.zeros((3, 3))) for i in range(3)]
    return sum((v**2).sum() for v in g)


def sums_appended(x, w):
    g = []
    for i in range(3):
        g.append(sum((x[j] * w[i] for j in range(i)), np.zeros((3, 3))))
    return sum((v**2).sum() for v in g)


def sums_of_two(x, w):
    g = [sum(x[j] * w[i] for j in range(2)) for i in range(2)]
    return (g[1]**2).sum() + g[0].sum()


# Calls that write into arrays, and give constants

def bumped(t, s):
    t[0] = t[0] * 1.5 + s
    return s * s + 0.3


def less_a_constant_of_a_writer(x, n):
    t = np.array([x[0], 0.7])
    r = t.sum()
    r -= bumped(t, 0.31)
    return float(np.sum(r) * x[2] + np.sum(t.sum()) * x[0] * 0.3)


def steps_by_a_writer(x, n):
    t, k = np.array([x[0], 0.7]), 1

    def put():
        t[1] = x[1] * t[0]
        return 2

    k += put()
    t[0] *= x[2]
    k -= put()
    return float(k * x[2] + np.sum(t**2) * x[0] * 0.3)


# Orders and products

def sorted_into_a_captured_list(x, n):
    u = [x[0], x[1]]

    def put(p):
        nonlocal u
        u = sorted(p)
        return p[1]

    r = put(u)
    r += put(u)
    return float(r * u[0])


def averaged_along_two(x, w):
    return np.sum(np.average(x, axis=(0, 1), weights=x[:, :, 0] ** 2) ** 2) + np.average(x[0], axis=(1, 0), weights=w[:, None] * w) * w[0]


def product_of_one_and_many(x, w):
    return np.sum(np.einsum('ij,jk->ik', x[:, :1, 0], x[0]) ** 2) + np.einsum('i,i->', w[:1], x[0, :, 1]) ** 2


def product_of_stacks(x, w):
    v = np.einsum('...i,ij->...j', x, x[0])
    u = np.sort(v, axis=-2)
    return np.sum((u - v.sum(axis=-3, keepdims=True))[None, ..., 0] * w)


def attention(x, w):
    scores = x @ np.swapaxes(x, -1, -2) * w
    weights = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return np.sum((weights @ x).mean(axis=1) * w)


# Arguments behind stars, and what stands before them

def weighed(u, v=0.5, w=0.3):
    return u * v + w * w


def squares_of(*v, k=1.0):
    return sum(a * a for a in v) * k


def element_before_a_star(x, n):
    s = [x[0], x[1]]

    def put():
        s[0] = 0.4
        return 1.5

    r = weighed(s[0], *(put(), 0.3))
    return float(r * x[2] + s[0] * s[1])


def element_before_two_stars(x, n):
    s = [x[0], x[1]]

    def put():
        s[0] = 0.4
        return {'w': 1.5}

    return float(weighed(s[0], **put()) * x[2] + s[0] * s[1])


def elements_around_a_star(x, n):
    s = [x[0], x[1]]

    def put():
        s[0] = 0.4 * x[2]
        return [1.5, 2.0]

    r = squares_of(s[0], *put(), s[0], k=s[1])
    q = squares_of(s[0], *put(), **{'k': put()[0]})
    return float(r * x[2] + s[0] * s[1] + q + weighed(*s, *put()[:1]))


def part_from_a_call(x, n):
    c, m = Counter(), x * 2

    def start():
        c.value *= 1.5
        return 1

    m[start():] *= sum([c.value, x[0]])
    return float(m @ m * c.value)


# Functions that are values and have one name, orders by keys

def adding(k):
    def f(v):
        return v + k
    return f


def scaling(k):
    def f(v):
        return v * k
    return f


def layers_of_one_name(x, n):
    z = 1.0
    for f in [adding(x[0]), scaling(x[1]), adding(x[2])]:
        z = f(z)
    return z * z


class Value:
    def __init__(self, data, parts=()):
        self.data, self.grad, self.parts, self.pull = data, 0.0, parts, lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def back():
            self.grad += out.grad
            other.grad += out.grad

        out.pull = back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pull = back
        return out

    def backward(self):
        order = []

        def build(v):
            if not any(v is s for s in order):
                for p in v.parts:
                    build(p)
                order.append(v)

        build(self)
        self.grad = 1.0
        for v in reversed(order):
            v.pull()


def gradient_of_a_gradient(x, n):
    a, b = Value(x[0]), Value(x[1])
    z = a * b + a
    z.backward()
    return a.grad * z.data + b.grad * x[2]


def best_path(x, n):
    steps = np.outer(x, x[::-1]) + np.arange(9.0).reshape(3, 3) / 10
    states = [0, 1, 2]
    score = {s: x[s] for s in states}
    for _ in range(2):
        best = {s: max(states, key=lambda p: score[p] * steps[p][s]) for s in states}
        score = {s: score[best[s]] * steps[best[s]][s] for s in states}
    return max(score.values())


def middle_of_numbers(x, n):
    import statistics
    return statistics.median([x[0], x[1] * 2, x[2]]) * statistics.geometric_mean(list(x)) + statistics.harmonic_mean([x[0], x[1]])


def smoothed_spectrum(x, n):
    k = np.fft.fftfreq(3)
    return np.sum(np.fft.ifft(np.fft.fft(x) / (1 + k**2)).real ** 2)


LINE, COUNTS = np.array([0.668, 1.05, 0.91]), np.array([1, 2])
CUBE = np.cos(np.arange(27.0)).reshape(3, 3, 3)

CASES = [(f, (LINE, COUNTS), (0,)) for f in (
    place_by_a_count, place_of_the_greatest, place_by_rounding, place_of_a_choice, place_by_a_helper, key_by_a_count, rows_by_a_count,
    places_in_a_helper, part_from_a_count, places_in_a_loop, list_in_a_tuple, list_that_a_helper_gives,
    less_what_a_helper_gives, less_what_an_inner_function_gives, parts_changed_by_a_helper, places_that_a_call_moves,
    attribute_less_what_a_method_gives, place_that_is_written_first, greatest_after_it_is_written, places_in_a_list,
    places_in_an_array, attribute_of_an_attribute, name_between_its_values, name_that_had_a_value, array_between_its_values,
    less_a_constant_of_a_writer, steps_by_a_writer, sorted_into_a_captured_list,
    element_before_a_star, element_before_two_stars, elements_around_a_star, part_from_a_call, layers_of_one_name,
    gradient_of_a_gradient, best_path, middle_of_numbers, smoothed_spectrum,
)] + [(f, (CUBE, LINE), (0, 1)) for f in (
    pooled, pooled_last, pooled_by_turns, pooled_where, pooled_beside_a_number, factor_beside_a_number, sums_of_none_and_more, sums_appended, sums_of_two, averaged_along_two,
    product_of_one_and_many, product_of_stacks, attention,
)]
