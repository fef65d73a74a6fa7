"""The variable of a loop, read behind it: the last item has an adjoint of its own shape."""
import numpy as np


def last_of_two_sums(x, v):
    s = 0.0
    for r in [v + x, v * x]:
        s = s + r.sum()
    return s + r.sum()


def last_of_two_sums_after_another(x, v):
    s = 0.0
    r = np.array([x])
    for r in [v + x, v * x]:
        s = s + r.sum()
    return s + r.sum()


def last_row_of_a_display(x, M):
    for r in [M[0], M[1]]:
        x = x + r[0]
    return x + r.sum()


def last_of_a_named_tuple_of_arrays(x, v):
    s = 0.0
    rs = (v + x, v * x)
    for r in rs:
        s = s + r.sum()
    return s + r.sum()


def loop_over_parts_of_its_own_name(x, v):
    for v in [v[:3], v[1:]]:
        pass
    return v.sum() * x


def layers_of_several_shapes(x, v):
    s, h = (0.0, v)
    for W, b in [(np.outer(v[:2], v) * x, v[:2] + x), (np.outer(v, v[:2]), v - x)]:
        h = np.tanh(W @ h + b)
        s += b.sum()
    return h.sum() + s + b.sum()


def last_of_two_displays(x, v):
    s = 0.0
    for a, b in zip([v + x, v * x], (v[1:] - x, v[:2] * x)):
        s = s + a.sum() + b.sum()
    return s + b.sum() + a.sum()


def loop_over_its_own_name(x, v):
    for v in v:
        x = x + v
    return v * x


def rows_under_the_name_of_the_matrix(x, M):
    for M in M:
        M = M * x
    return M.sum()


def two_loops_names_as_arrays(x, v):
    a, b = (v[:2] * x, v[2:] * 1.0)
    for a, b in zip(a, b):
        x = x + a * b
    return x + a * b


def kept_values_and_an_adjoint_of_one_name(x):
    s = x
    b = 0.0
    for i in range(3):
        b += x * b

    def g(t):
        nonlocal s
        s = s * t
        return s * t
    for t in [1.0, 2.0]:
        s = s + g(t)
    return s + b


class Growing:
    def __init__(self, s): self.s = s
    def g(self, t):
        self.s = self.s * t
        return self.s * t


def kept_values_and_an_attribute_of_one_name(x, v):
    o = Growing(x)
    b = x
    for t in v:
        b = b * b + t
    for t in v:
        o.s = o.s + o.g(t) * x
    return o.s + b


def lambdas_that_read_the_last(x, v):
    fs = []
    for r in [v * x, v + x]:
        fs.append(lambda: r.sum())
    return sum((f() for f in fs))


def candidate_that_was_left(x, v):
    for c in [v * x, v + x, v - x]:
        if c.sum() > 7.5:
            break
    return c @ v


def last_of_a_list_of_arrays(x, ws):
    for w in ws:
        x = x + w.sum()
    return x * w[0]


def last_of_pairs_of_arrays(x, ps):
    for w, b in ps:
        x = x + (w * b).sum()
    return x + b.sum()


def last_of_lists_of_numbers(x, v):
    for l in ([x, 1.0], [2.0, x]):
        x = x + sum(l)
    return x * l[-1]


def last_of_tuples_of_numbers(x, v):
    for p in [(x, v[0]), (v[1], x * 2)]:
        x = x + p[0] * p[1]
    return x + p[1]


def last_number_read_alone(x, l):
    n = 0
    for t in l:
        n += 1
    return t * n * x


def last_of_a_display_read_alone(x, v):
    for t in [x, v[0] * x]:
        pass
    return t * x


def last_array_read_alone(x, ws):
    n = 0
    for w in ws:
        n += len(w)
    return w[0] * n * x


def last_array_only_tested(x, ws):
    for w in ws:
        if w[0] > 0.6:
            continue
        x = x * 2
    return w.sum() * x


V = np.array([1.5, 0.7, 2.3, 1.17])
M = np.array([[1.5, 0.7, 2.3], [0.4, 1.1, 0.2], [1.1, 0.9, 0.6]])
ARRAYS = [V[:3].copy(), V[1:3].copy(), V * 0.5]
PAIRS = [(ARRAYS[0], ARRAYS[0] * 2), (ARRAYS[1], ARRAYS[1] + 1)]

CASES = [
    *((f, (0.73, V), (0, 1)) for f in (
        last_of_two_sums, last_of_two_sums_after_another, last_of_a_named_tuple_of_arrays,
        loop_over_parts_of_its_own_name, layers_of_several_shapes, last_of_two_displays, loop_over_its_own_name,
        two_loops_names_as_arrays, lambdas_that_read_the_last, candidate_that_was_left, last_of_lists_of_numbers,
        last_of_tuples_of_numbers, last_of_a_display_read_alone,
    )),
    *((f, (0.73, M), (0, 1)) for f in (last_row_of_a_display, rows_under_the_name_of_the_matrix)),
    *((f, (0.93, ARRAYS), (0, 1)) for f in (last_of_a_list_of_arrays, last_array_read_alone, last_array_only_tested)),
    (last_of_pairs_of_arrays, (0.93, PAIRS), (0, 1)),
    (last_number_read_alone, (0.93, [1.2, 0.4, 0.7]), (0, 1)),
    (kept_values_and_an_adjoint_of_one_name, (0.83,), (0,)),
    (kept_values_and_an_attribute_of_one_name, (0.83, np.array([0.9, 0.45, -0.3, 0.7])), (0, 1)),
]
