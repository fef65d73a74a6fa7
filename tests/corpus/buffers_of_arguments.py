"""Arrays of objects, dicts and lists that are given and not differentiated by, which helpers write with numbers alone."""
import numpy as np


class Buffer:
    def __init__(self):
        self.a = np.zeros(2)

    def put(self, v):
        self.a[0] = v


SHARED = Buffer()


def put_into(b, v):
    b.a[0] = v


def put_twice(b, v):
    put_into(b, v * 2)


def first_of(b):
    return b.a[0]


def by_a_method(x, b):
    b.put(x * x)
    return b.a[0] * x


def by_a_helper(x, b):
    put_into(b, x * x)
    return b.a[0] * x


def by_a_helper_of_a_helper(x, b):
    put_twice(b, x * x)
    return first_of(b) * x


def by_an_inner_function(x, b):
    def put(v):
        b.a[0] = v

    put(x * x)
    return b.a[0] * x


def in_a_loop(x, b):
    for k in range(3):
        b.put(x * k)
    return b.a[0] * x


def of_a_dict(x, d):
    def put(d, v):
        d['a'][0] = v

    put(d, x * x)
    return d['a'][0] * x


def of_a_list(x, rows):
    def put(rows, v):
        rows[0][0] = v

    put(rows, x * x)
    return rows[0][0] * x


def of_the_module_by_a_method(x, s):
    SHARED.put(x * s)
    v = SHARED.a[0] * x
    SHARED.a[0] = 0.0
    return v


def of_the_module_by_a_helper(x, s):
    put_into(SHARED, x * s)
    v = SHARED.a[0] * x
    SHARED.a[0] = 0.0
    return v


CASES = [
    (f, (0.9, Buffer()), (0,))
    for f in (by_a_method, by_a_helper, by_a_helper_of_a_helper, by_an_inner_function, in_a_loop)
] + [
    (of_a_dict, (0.9, {'a': np.zeros(2)}), (0,)),
    (of_a_list, (0.9, [np.zeros(2)]), (0,)),
    (of_the_module_by_a_method, (0.9, 1.3), (0, 1)),
    (of_the_module_by_a_helper, (0.9, 1.3), (0, 1)),
]
