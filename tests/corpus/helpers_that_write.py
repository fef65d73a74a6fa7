"""Helpers that write: through another name, what they capture, into arrays of lists, in a call that is returned."""
import numpy as np


def set_second(p, s):
    p[1] = s


# Through another name of the argument

def under_second_name(p, s):
    r = p
    r[0] = s


def under_inner_part(p, s):
    r = p[1:-1]
    r[...] = s * 2


def under_rows(p, s):
    for r in p:
        r[0] = s


def under_a_choice(p, s):
    q = p if np.sum(p) > 100 else p[1:]
    q[0] = s


def under_one_row(p, s):
    r = p.reshape(-1)
    r[0] = s


def under_numbered_rows(p, s):
    for i, r in enumerate(p):
        r[i] = s


def under_what_asarray_gives(p, s):
    r = np.asarray(p)
    np.add(r, s, out=r)


def two_deep(p, s):
    under_second_name(p, s)
    return 1.0


def second_name(y, s):
    a = np.zeros(3)
    under_second_name(a, s)
    return np.sum(a * y)


def inner_part(y, s):
    a = np.zeros(3)
    under_inner_part(a, s)
    return np.sum(a * y)


def rows(y, s):
    a = np.ones((2, 3))
    under_rows(a, s)
    return np.sum(a * y)


def choice(y, s):
    a = np.zeros(3)
    under_a_choice(a, s)
    return np.sum(a * y)


def one_row(y, s):
    a = np.zeros(3)
    under_one_row(a, s)
    return np.sum(a * y)


def numbered_rows(y, s):
    a = np.ones((2, 3))
    under_numbered_rows(a, s)
    return np.sum(a * y)


def as_array(y, s):
    a = np.ones((2, 3))
    under_what_asarray_gives(a, s)
    return np.sum(a * y)


def deeper(y, s):
    a = np.ones(3)
    two_deep(a, s)
    return np.sum(a * y)


# What inner functions capture

def scaled_by_what_is_captured(y, s):
    def put(p):
        p *= s

    a = y * 2
    put(a)
    return np.sum(a)


def captured_and_written(y, s):
    a = y * 2

    def put():
        a[0] = s

    put()
    return np.sum(a)


def captured_is_added(y, s):
    def put(p):
        p += y

    a = np.zeros(3)
    put(a)
    return np.sum(a * a) * s


def captured_is_passed_on(y, s):
    def put(p):
        return set_second(p, s)

    a = np.zeros(3)
    put(a)
    return np.sum(a * y)


def captured_by_a_lambda(y, s):
    a = np.zeros(3)
    put = lambda p: set_second(p, s)
    put(a)
    return np.sum(a * y)


# Arrays inside lists and tuples

def add_to_all(ps, s):
    for u in ps:
        u += s


def first_of_two(ps, s):
    a, b = ps
    a[0] = s


def first_of_each(ps, s):
    for k in range(2):
        ps[k][0] = s


def first_by_name(ps, s):
    u = ps[0]
    u[0] = s


def all_of_a_list(y, s):
    l = [y * 1, y * 2]
    add_to_all(l, s)
    return np.sum(l[0] * l[1])


def one_of_a_tuple(y, s):
    u = y * 1
    v = y * 2
    first_of_two((u, v), s)
    return np.sum(u * v)


def each_of_a_list(y, s):
    l = [y * 1, y * 2]
    first_of_each(l, s)
    return np.sum(l[0] * l[1])


def one_of_a_list(y, s):
    l = [y * 1, y * 2]
    first_by_name(l, s)
    return np.sum(l[0] * l[1])


# Places that a loop writes one after the other

def first_two(p, s):
    for i in range(2):
        p[i] = s


def rest_then_first(p, s):
    p[1:] = s
    p[0] = s


def first_two_while(p, s):
    i = 0
    while i < 2:
        p[i] = s
        i += 1


def places_in_a_loop(y, s):
    a = y * 2
    first_two(a, s)
    return np.sum(a * y)


def whole_in_parts(y, s):
    a = y * 2
    rest_then_first(a, s)
    return np.sum(a * y)


def places_of_a_part(y, s):
    a = y * 2
    first_two_while(a, s)
    first_two_while(a[1:], s)
    return np.sum(a * y)


# Calls of them that are returned, given a name or asked

def passes_on(p, s):
    return set_second(p, s)


def passes_on_either(p, s):
    return set_second(p, s) if s > 0 else set_second(p, s * 2)


def passes_on_once(p, s):
    if s > 0:
        return set_second(p, s)
    p[0] = s


def passes_on_in_a_loop(p, s):
    for k in range(2):
        if k == 1:
            return set_second(p, s)
        p[0] += s


def passes_on_by_name(p, s):
    r = set_second(p, s)
    return r


def passes_on_twice(p, s):
    return passes_on(p, s)


def passes_on_copyto(p, s):
    return np.copyto(p, s)


def passes_on_fill(p, s):
    return p.fill(s)


def passes_on_put(p, s):
    return p.put(1, s)


def writes_and_counts(p, s):
    p[1] = s
    return 3


def passes_on_a_count(p, s):
    return writes_and_counts(p, s)


def count_for_a_number(p, s):
    r = s
    p[0] *= r
    r = writes_and_counts(p, s)
    return r


def count_beside_a_number(p, s):
    return writes_and_counts(p, s), s


def count_or_number(p, s):
    return writes_and_counts(p, s) if s > 0 else s


def counts_of_parts(p, s):
    n = writes_and_counts(p, s) + writes_and_counts(p[1:], s)
    return n


def call_of(act):
    def run(y, s):
        a = y * 2
        act(a, s)
        return np.sum(a * y)

    run.__name__ = act.__name__
    return run


def asked_for_none(y, s):
    a = np.zeros(3)
    if set_second(a, s) is None:
        return np.sum(a * y)
    return s


def in_a_comprehension(y, s):
    a = np.zeros(3)
    [set_second(a, s * k) for k in range(3)]
    return np.sum(a * y)


class Holder:
    def __init__(self, v):
        self.v = v

    def set(self, s):
        self.v = s

    def pass_on(self, s):
        return self.set(s)


def method_passed_on(y, s):
    holder = Holder(s)
    holder.pass_on(s * s)
    return holder.v * np.sum(y)


# Helpers that return arrays which share their memory

def whole_and_rest(x):
    u = x * 1
    return u, u[1:]


def the_same_twice(x):
    return x, x


def either_first(x):
    u = x * 1
    v = u.reshape(3, 1)
    if x[0] > 0:
        return u, v
    return v, u


def passed_on_twice(x):
    return the_same_twice(x * 1)


def in_turn_first(n, x):
    if n == 0:
        return x, x * 2
    return in_turn_second(n - 1, x)


def in_turn_second(n, x):
    return in_turn_first(n, x * 1.5)


def written_after_recursion(y, s):
    a, b = in_turn_first(3, y * 1)
    a *= s
    return np.sum(a * b)


def pair_and_a_number(x):
    u = x * 1
    return u, (u, 2.0)


def written_after_the_call(y, s):
    a, b = whole_and_rest(y)
    a *= 2
    return np.sum(a * a) + np.sum(b * s)


def written_through_the_part(y, s):
    a, b = whole_and_rest(y)
    t = np.sum(b * b)
    b *= a[:2]
    return np.sum(a * a) + t * b[0] * s


def one_array_two_names(y, s):
    a, b = the_same_twice(y * 1)
    a[0] = b[1] * s
    return np.sum(b * b * b)


def shape_of_either(y, s):
    a, b = either_first(y)
    a += s
    return np.sum(b * b)


def passed_on_and_written(y, s):
    a, b = passed_on_twice(y)
    a *= s
    return np.sum(b * b)


def one_in_a_pair(y, s):
    a, (b, c) = pair_and_a_number(y)
    a *= s
    return np.sum(b * b) * c


_y = np.array([0.4, 1.2, -0.5])
CASES = [
    *((f, (_y, s), (0, 1)) for s in (0.6, np.array(0.6)) for f in (
        second_name, inner_part, rows, choice, one_row, numbered_rows, as_array, deeper, scaled_by_what_is_captured,
        captured_and_written, captured_is_added, captured_is_passed_on, captured_by_a_lambda, all_of_a_list, one_of_a_tuple,
        each_of_a_list, one_of_a_list, places_in_a_loop, whole_in_parts, places_of_a_part,
    )),
    *((call_of(act), (_y, s), (0, 1)) for s in (0.6, -0.7) for act in (
        passes_on, passes_on_either, passes_on_once, passes_on_in_a_loop, passes_on_by_name, passes_on_twice,
        passes_on_copyto, passes_on_fill, passes_on_put, passes_on_a_count, count_for_a_number, count_beside_a_number,
        count_or_number, counts_of_parts,
    )),
    *((f, (_y, 0.6), (0, 1)) for f in (
        written_after_the_call, written_through_the_part, one_array_two_names, shape_of_either, passed_on_and_written,
        one_in_a_pair, written_after_recursion,
    )),
    *((f, (_y, 0.6), (0, 1)) for f in (asked_for_none, in_a_comprehension, method_passed_on)),
]
