"""Arrays of the module that functions and methods write with numbers, and others read."""
import numpy as np

A = np.array([1.0, 2.0, 3.0])
D = {'a': np.zeros(2)}


def reset():
    A[:] = [1.0, 2.0, 3.0]
    D['a'][:] = 0.0


def product():
    return A[0] * A[1]


def put(v):
    A[1] = v


def put_by_a_view(v):
    a = A[1:]
    a[0] = v


def put_by_another_name(v):
    a = A
    a[1] = v


def put_if(v):
    if v > 0:
        put(v * 2)


def squared():
    A[0] = A[1] * A[1]


def tripled():
    A[0] *= 3.0


def filled(v):
    A[:] = v * np.ones(3)


def put_into_a_dict(v):
    D['a'][0] = v


class Keeper:
    def put(self, v):
        A[0] = v
        return self

    def get(self):
        return A[0]


def by_a_helper(x, s):
    put(x * s)
    v = product()
    reset()
    return v * x


def read_here(x, s):
    put(x * s)
    v = A[0] * A[1]
    A[1] = 2.0
    return v * x


def by_a_view(x, s):
    put_by_a_view(x * s)
    v = product()
    reset()
    return v * x


def by_another_name(x, s):
    put_by_another_name(x * s)
    v = product()
    reset()
    return v * x


def by_a_helper_of_a_helper(x, s):
    put_if(x)
    v = product()
    reset()
    return v * s


def without_arguments(x, s):
    A[1] = x * s
    squared()
    v = A[0]
    reset()
    return v * x


def in_place_without_arguments(x, s):
    A[0] = x * s
    tripled()
    v = A[0]
    reset()
    return v * x


def whole(x, s):
    filled(x * s)
    v = np.sum(A * A)
    reset()
    return v * x


def within_a_dict(x, s):
    put_into_a_dict(x * s)
    v = D['a'][0] * x
    reset()
    return v


def by_methods(x, s):
    keeper = Keeper()
    keeper.put(x * s)
    v = keeper.get() * x
    reset()
    return v


CASES = [
    (f, (0.9, 1.3), (0, 1))
    for f in (
        by_a_helper, read_here, by_a_view, by_another_name, by_a_helper_of_a_helper, without_arguments,
        in_place_without_arguments, whole, within_a_dict, by_methods,
    )
]  # fmt: skip
