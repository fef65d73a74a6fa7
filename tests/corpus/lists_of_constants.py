"""Lists of constants that are written under a second name, by helpers and beside the tuples or objects that hold them."""

from collections import namedtuple


class Box:
    def __init__(self, a):
        self.a = a

    def put(self, v):
        M = self.a
        M[0] = v


Pair = namedtuple('Pair', 'a n')


def put_second(L, v):
    M = L
    M[0] = v


def written_by_a_helper(x, h):
    put_second(h, x)
    return h[0] * x


def own_list_written_by_a_helper(x):
    h = [1.0, 2.0]
    put_second(h, x)
    return h[0] * x


def put_inner_row(L, v):
    for row in L:
        row[0] = v


def rows_written_by_a_helper(x, h):
    put_inner_row(h, x)
    return h[0][0] * x


def rows_captured(x, h):
    def put():
        for row in h:
            row[0] = x

    put()
    return h[0][0] * x


def put_first_row(L, v):
    row = L[0]
    row[0] = v


def first_row_by_a_helper(x, h):
    put_first_row(h, x)
    return h[0][0] * x


def put_either(L, K, v):
    M = L if v > 0 else K
    M[0] = v


def either_by_a_helper(x, h, k):
    put_either(h, k, x)
    return h[0] * x


def append_second(L, v):
    M = L
    M.append(v)


def appended_by_a_helper(x, h):
    append_second(h, x)
    return sum(h) * x


def captured(x, h):
    def put():
        M = h
        M[0] = x

    put()
    return h[0] * x


def scale_first(L, v):
    M = L
    M[0] = M[0] * v


def scaled_by_a_helper(x, h):
    scale_first(h, x)
    return h[0] * h[1]


def append_from(L, v):
    M = L
    M.append((v, 1.0))
    yield v


def appended_by_a_generator(x, h):
    for _ in append_from(h, x):
        pass
    return sum(p * q for p, q in h)


def read_by_a_tuple(x):
    a = [1.0, 2.0]
    h = (a, 3.0)
    a[0] = x
    return h[0][0] * x


def written_by_a_tuple(x):
    a = [1.0, 2.0]
    h = (a, 3.0)
    h[0][0] = x
    return a[0] * x


def list_of_a_tuple(x, h):
    L = h[0]
    L[0] = x
    return h[0][0] * x


def lists_of_a_tuple_in_a_loop(x, h):
    for L in h:
        L[0] = x
    return h[0][0] * x


def list_of_a_namedtuple(x, h):
    L = h.a
    L[0] = x
    return h.a[0] * x


def put_unpacked(p, v):
    a, n = p
    a[0] = v


def unpacked_by_a_helper(x, h):
    put_unpacked(h, x)
    return h.a[0] * x


def second_name_of_a_tuple(x, h):
    g = h
    g[0][0] = x
    return h[0][0] * x


def list_of_a_tuple_by_walrus(x, h):
    if (L := h[0]) is not None:
        L.append(x)
    return h[0][-1] * x


def list_of_an_object(x, h):
    L = h.a
    L[0] = x
    return h.a[0] * x


def appended_to_a_list_of_an_object(x, h):
    L = h.a
    L.append(x)
    return L[-1] * x


def written_by_a_method(x, h):
    h.put(x)
    return h.a[0] * x


def list_of_an_object_by_a_helper(x, h):
    put_second(h.a, x)
    return h.a[0] * x


def list_of_an_object_in_a_list(x, h):
    t = [h.a]
    t[0][0] *= x
    return h.a[0] * x


def rows_of_an_object(x, h):
    for row in h.a:
        row[0] = x
    return h.a[0][0] * x


TWO, ROWS = [1.0, 2.0], [[1.0, 2.0], [3.0, 4.0]]
CASES = [
    *[(f, (1.3,), (0,)) for f in (own_list_written_by_a_helper, read_by_a_tuple, written_by_a_tuple)],
    *[(f, (1.3, TWO), (0,)) for f in (written_by_a_helper, appended_by_a_helper, captured)],
    *[(scaled_by_a_helper, (1.3, TWO), wrt) for wrt in ((0,), (0, 1), (1,))],
    *[(f, (1.3, ROWS), (0,)) for f in (rows_written_by_a_helper, rows_captured, first_row_by_a_helper)],
    (either_by_a_helper, (1.3, TWO, [3.0]), (0,)),
    (appended_by_a_generator, (1.3, [(1.0, 2.0)]), (0,)),
    *[(f, (1.3, (TWO, 3.0)), (0,)) for f in (list_of_a_tuple, second_name_of_a_tuple, list_of_a_tuple_by_walrus)],
    (lists_of_a_tuple_in_a_loop, (1.3, (TWO, [3.0])), (0,)),
    *[(f, (1.3, Pair(TWO, 2)), (0,)) for f in (list_of_a_namedtuple, unpacked_by_a_helper)],
    *[
        (f, (1.3, Box(TWO)), (0,))
        for f in (
            list_of_an_object, appended_to_a_list_of_an_object, written_by_a_method, list_of_an_object_by_a_helper,
            list_of_an_object_in_a_list,
        )
    ],
    (rows_of_an_object, (1.3, Box(ROWS)), (0,)),
]  # fmt: skip
