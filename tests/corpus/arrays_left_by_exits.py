"""Arrays written in a `try` with `finally`, or in a `with`, that break, continue or return leave."""

import numpy as np


class Counted:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        self.n += 1
        return self

    def __exit__(self, *error):
        self.n -= 1


def left_by_break(x, y):
    v = np.ones(2)
    for k in range(3):
        try:
            v *= x
            if k == 1:
                break
        finally:
            x = x + y
    return v @ v


def left_by_return(x, y):
    v = np.ones(2)
    try:
        v *= x
        v[0] += y
        return v @ v
    finally:
        x = 0


def left_by_continue_in_a_context(x, y):
    v = np.ones(2)
    for k in range(3):
        with Counted(k) as c:
            v *= x
            if k == 1:
                continue
            v[0] += y * c.n
    return v @ v


def left_by_return_in_a_context(x, y):
    v = np.ones(2)
    with np.errstate(all='ignore'), Counted(1) as c:
        v *= x
        np.add.at(v, [0, 0], [y, x])
        if x > 0:
            return v @ v * c.n
    return 0.0


def views_and_an_inner_function(x, y):
    log = []

    def f(a):
        try:
            v = np.zeros(3)
            np.add.at(v, [0, 2, 0], [a, x, a * x])
            v *= 0.5
            w = v
            w += 0.1 * y
            a = v @ w * 0.3 + v[0] * 0.2
            if a > 0:
                return a * x
            return a
        finally:
            log.append(x)

    return f(x) + f(0.5 * x + 0.1) * sum(log)


def with_a_list_of_arrays(x, y):
    rows = [np.ones(2), np.zeros(2)]
    for k in range(4):
        try:
            rows[k % 2] += x * k
            if k == 2:
                break
            rows[1][0] *= y
        finally:
            rows[0] *= y
    return np.sum(rows[0] * rows[1])


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    left_by_break, left_by_return, left_by_continue_in_a_context, left_by_return_in_a_context,
    views_and_an_inner_function, with_a_list_of_arrays,
)]  # fmt: skip
