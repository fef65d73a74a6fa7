"""Objects that hold only constants and change them: what is read of them is kept, and in Python's order."""
from types import SimpleNamespace

import numpy as np


class State:
    def __init__(self):
        self.v, self.i = 0.3, 1
        self.w = np.array([0.2, 0.6, 0.4])
        self.table = [[0.3, 0.8], [0.1, 0.5]]
        self.named = {'w': np.array([0.5, 0.1, 0.2])}

    def up(self, k=1):
        self.v += 0.5
        self.i = 1 - self.i
        self.w[1] += 0.3
        self.table[0][1] += 0.4
        self.named['w'][0] *= 3
        return k

    def array(self):
        return self.w

    @property
    def first(self):
        self.v += 0.25
        return 0

    def __bool__(self):
        return self.v > 0.5


def array_of_an_object(x):
    z = State()
    r = z.w @ x
    z.up()
    return float(r * r)


def part_that_a_method_gives(x):
    z = State()
    r = z.array()[1:] @ x[1:]
    z.up()
    return float(r * r)


def arrays_deeper_in(x):
    z = State()
    r = z.named['w'] @ x + np.dot(z.table[0], x[:2])
    z.up()
    return float(r * r)


def arrays_in_a_loop(x):
    z, r = State(), 0.0
    for k in range(3):
        r = r * 0.5 + z.array()[k:] @ x[k:] * r + z.w[::-1] @ x
        z.up()
    return float(r)


class Rate:
    def __init__(self):
        self.rate = np.array([0.1])

    def step(self):
        self.rate *= 0.5


def steps_of_a_rate(x):
    s = Rate()
    for _ in range(3):
        x = x - s.rate * x**2
        s.step()
    return np.sum(x)


def tuple_with_a_call(x):
    z = State()
    r = (x[0], z.up(), z.v * x[1])
    s = [x[0], z.up(), x[z.i]]
    return r[0] * r[1] + r[2] * s[2]


def targets_with_a_call(x):
    z, m = State(), x * 2
    m[0], m[1], m[2] = x[0], z.up(), z.v * x[1]
    return float(m @ m)


def choice_after_a_call(x):
    z = State()
    r = x[1] * z.up() * (x[2] if z else x[1])
    return float(r * r * z.v)


def place_that_a_property_says(x):
    z, m = State(), x * 2
    m[z.first:] = z.v * x[0]
    m[z.first] *= z.v
    return float(m @ m)


def place_that_is_popped(x):
    z, m, counts = State(), x * 1.5, [1, 1, 0]
    m[counts.pop():] *= sum(z.w) * z.up()
    return float(m @ m * len(counts))


def place_beside_its_value(x):
    z, m = State(), x * 2
    m[z.i] = x[0] + z.up() * z.v
    m[z.up():] = z.v * m[z.up():]
    return float(m @ m)


def place_with_a_comprehension(x):
    counts = iter([1, 2, 1, 2, 1, 2])
    x[:len([q for q in x if next(counts) > 1])] *= sum({j: q for j, q in enumerate(x)}.values())
    return float(x @ x * x[0])


def part_of_a_row(x):
    z, rows = State(), [x * 2, x * 3]
    rows[z.up()][z.up():] *= sum(z.table[0])
    return float(sum(rows) @ rows[1] * z.v)


def sum_in_reverse(x):
    r = sum(reversed([v * 0.5 for v in x]))
    s = max(reversed(list(x)))
    return r * r + s * s * sum(reversed((x[0], x[1])))


# Objects without methods, whose arrays are written elsewhere or under another name

class Held:
    def __init__(self):
        self.w = np.array([0.2, 0.6, 0.4])


class Around:
    def __init__(self):
        self.inner = State()


def bump(held):
    held.w[1] += 0.3


def written_by_a_function(x):
    z = Held()
    r = z.w @ x
    bump(z)
    return float(r * r)


def written_by_an_inner_function(x):
    z = Held()

    def put():
        z.w[1] += 0.3

    r = z.w @ x
    put()
    return float(r * r)


def written_under_another_name(x):
    z = Held()
    w = z.w
    r = z.w @ x
    w[1] += 0.3
    return float(r * r)


def of_a_namespace(x):
    z = SimpleNamespace(w=np.array([0.2, 0.6, 0.4]))
    r = z.w @ x
    bump(z)
    return float(r * r)


def of_an_object_inside(x):
    z = Around()
    r = (x[0], z.inner.up(), z.inner.v * x[1])
    s = z.inner.w @ x
    z.inner.up()
    return float(r[0] * r[1] + r[2] * s * s)


def argument_under_another_name(x, held):
    w = held.w
    r = held.w @ x
    w[1] += 0.3
    return float(r * r)


CASES = [(f, (np.array([0.71, 1.23, 0.53]),), (0,)) for f in (
    array_of_an_object, part_that_a_method_gives, arrays_deeper_in, arrays_in_a_loop, steps_of_a_rate, tuple_with_a_call,
    targets_with_a_call, choice_after_a_call, place_that_a_property_says, place_that_is_popped, place_beside_its_value,
    place_with_a_comprehension, part_of_a_row, sum_in_reverse,
    written_by_a_function, written_by_an_inner_function, written_under_another_name, of_a_namespace, of_an_object_inside,
)] + [(argument_under_another_name, (np.array([0.71, 1.23, 0.53]), Held()), (0,))]
