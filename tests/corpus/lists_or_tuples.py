"""Tuples made of what is a list on some ways and a tuple, which tuple() gives back, on others."""


def tuple_of_a_part(x, m):
    r = ([x, x], 1.0) if m else ((x, 2.0), 2.0)
    a, k = r
    return sum(tuple(a)) * k


def tuple_again(x, m):
    r = [x, x] if m else (x, 2.0)
    for i in range(2):
        r = tuple(r)
        r = [v * 2 for v in r]
    return r[0] * r[1]


def tuple_and_more(x, m):
    r = [x, x]
    if m:
        r = tuple(r)
    r = tuple(r) + (x,)
    return r[0] * r[1] * r[2]


def tuple_in_a_dict(x, m):
    r = [x, x] if m else (x, 2.0)
    d = {'p': tuple(r)}
    return d['p'][0] * d['p'][1]


def rows_mapped(x, m):
    r = [[x, 2.0], (x, x)]
    return sum(map(sum, map(tuple, r)))


def tuple_grown(x, m):
    a = (x, 2.0)
    if m:
        a = [*a, x]
    b = tuple(a)
    return sum(b)


def tuple_or_list(x, m):
    a = None
    if m:
        a = [x, x]
    b = tuple(a or (x,))
    return sum(b)


def sums_of_rows(x):
    s = 0.0
    for r in [(x, 2.0), [x, x]]:
        s += sum(tuple(r))
    return s


def rows_as_tuples(x):
    s = 0.0
    for r in [(x, 2.0), [x, x]]:
        t = tuple(r)
        s += t[0] * t[1]
    return s


def list_or_tuple(x, m):
    r = [x, 2.0] if m else (x, x)
    t = tuple(r)
    return t[0] * t[1]


def norm(r):
    r = tuple(r)
    return sum(v * v for v in r)


def norms_of_rows(x):
    return sum(norm(r) for r in ([x, 1.0], (x, x)))


class V:
    def __init__(self, c):
        self.c = tuple(c)

    def n(self):
        return self.c[0] * self.c[1]


def kept_as_tuple(x):
    return sum(V(r).n() for r in ([x, 2.0], (x, x)))


class W:
    def __init__(self, c):
        self.c = c

    def n(self):
        return sum(tuple(self.c))


def summed_as_tuple(x):
    return sum(o.n() for o in [W([x, 2.0]), W((x, x))])


def values_as_tuples(x):
    d = {'a': [x, 1.0], 'b': (x, x)}
    return sum(sum(tuple(v)) for v in d.values())


def made_by_a_function(x, m):
    def pts(m):
        if m:
            return [x, x]
        return (x, 2.0)

    return sum(tuple(pts(m)))


CASES = [
    (f, (1.3, m), (0,))
    for f in (
        tuple_of_a_part,
        tuple_again,
        tuple_and_more,
        tuple_in_a_dict,
        rows_mapped,
        tuple_grown,
        tuple_or_list,
        list_or_tuple,
        made_by_a_function,
    )
    for m in (True, False)
]
CASES += [
    (f, (1.3,), (0,))
    for f in (sums_of_rows, rows_as_tuples, norms_of_rows, kept_as_tuple, summed_as_tuple, values_as_tuples)
]


def part_of_either(x, flag):
    t = [x, 1.0] if flag else (x, 2.0)
    s = t[1:]
    try:
        s[0] = x * x
    except TypeError:
        return x
    return s[0]


def either_twice(x, flag):
    t = [x, 1.0] if flag else (x, 2.0)
    s = t + t
    try:
        s[0] = x * x
    except TypeError:
        return x
    return s[0]


def either_repeated(x, flag):
    t = [x, 1.0] if flag else (x, 2.0)
    s = t * 2
    try:
        s.append(x * x)
    except AttributeError:
        return x
    return s[-1]


def parts_in_a_loop(x, flag):
    t, total = ([x, 1.0, x * x] if flag else (x, 2.0)), 0.0
    for v in t[1:] + t[:1]:
        total = total * x + v
    return total + (t + t)[1] + sum(t[::-1]) * x + len(t[:1] + t)


CASES += [
    (f, (0.8, flag), (0,)) for f in (part_of_either, either_twice, either_repeated, parts_in_a_loop) for flag in (True, False)
]
