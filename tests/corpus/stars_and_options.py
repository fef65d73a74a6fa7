"""Calls with a list behind one star and a dict behind two, each of any length."""

from dataclasses import dataclass


def weighed(a=1.0, b=2.0, c=0.5):
    return a * b + c


def needing(a, b, c=0.5):
    return a * b + c


class Task:
    def __init__(self, f, *a, **kw):
        self.f, self.a, self.kw = f, a, kw

    def run(self):
        return self.f(*self.a, **self.kw)

    def safe(self):
        try:
            return self.f(*self.a, **self.kw)
        except TypeError:
            return -1.0


def tasks(x):
    return sum(
        t.run()
        for t in [
            Task(weighed, x),
            Task(weighed, x, b=x),
            Task(weighed, a=x, c=x),
            Task(weighed),
            Task(weighed, x, x, x),
        ]
    )


def tasks_tried(x):
    return sum(
        t.safe()
        for t in [
            Task(weighed, x),
            Task(weighed, x, b=x),
            Task(weighed, a=x, c=x),
            Task(weighed, x, a=x),
            Task(weighed, x, x, x, x),
            Task(weighed, x, x, c=x),
        ]
    )


def tasks_of_two(x):
    return sum(t.run() for t in [Task(needing, x, x), Task(needing, x, b=x), Task(needing, a=x, c=x, b=2.0)])


def tasks_of_two_tried(x):
    return sum(
        t.safe()
        for t in [
            Task(needing, x),
            Task(needing, x, b=x),
            Task(needing, a=x, c=x),
            Task(needing, x, b=x, a=1.0),
            Task(needing, c=1.0),
            Task(needing),
        ]
    )


def grown_options_tried(x):
    o = {'b': x}
    if x > 0.7:
        o['c'] = x**3
    a = [x] if x > 0.5 else []
    try:
        return weighed(*a, **o)
    except TypeError:
        return 7 * x


def rows_of_both(x):
    rows = [((x,), {}), ((), {'a': x}), ((x, 2.0), {'c': x})]
    return sum(weighed(*a, **k) for a, k in rows)


def star_and_name(x):
    a = [x, 2.0] if x > 0.5 else [x]
    return weighed(*a, c=x) + needing(*a, c=x)


def name_before_the_star_ends(x):
    a = [x] if x > 0.5 else [x, x]
    return weighed(*a, b=x * x)


def given_twice(x):
    xs = [x, 5.0] if x > 0.5 else [x]
    try:
        return weighed(*xs, b=x)
    except TypeError:
        return 11 * x


def slices_behind_a_star(x):
    xs = [x, 2.0]
    return weighed(*xs[:1], b=x) + weighed(*xs, c=x) + sum(weighed(*xs[:k], c=1.0) for k in range(3))


CASES = [
    (f, (0.8,), (0,))
    for f in (
        tasks,
        tasks_tried,
        tasks_of_two,
        tasks_of_two_tried,
        grown_options_tried,
        rows_of_both,
        star_and_name,
        name_before_the_star_ends,
        given_twice,
        slices_behind_a_star,
    )
]


@dataclass
class Pair:
    v: float
    w: float = 1.0

    def val(self):
        return self.v * self.w


class Reg:
    def __init__(self, kind=Pair):
        self.kind = kind

    def make(self, *a, **kw):
        return self.kind(*a, **kw)

    def make2(self, *a):
        return self.kind(*a)

    def make3(self, **kw):
        return self.kind(**kw)


def dataclass_of_an_attribute(x):
    return Reg().make2(x, x).val()


def dataclass_by_name(x):
    return Reg().make3(v=x).val()


class Plain:
    def __init__(self, v, w=2.0):
        self.v, self.w = v, w

    def val(self):
        return self.v * self.w


def make(k, *a, **kw):
    return k(*a, **kw)


def class_of_an_argument(x):
    try:
        return make(Plain, x, w=x).val()
    except TypeError:
        return 7 * x


def added(*a):
    return sum(a)


def rows_behind_a_star(x):
    s = 0.0
    for a in [(x, x), [x, 2.0]]:
        s += added(*a)
    return s


def rows_of_two_lengths(x):
    rows = [(1.0, x), [x]]
    return sum(added(*r) for r in rows)


CASES += [
    (f, (0.8,), (0,))
    for f in (
        rows_behind_a_star,
        rows_of_two_lengths,
        dataclass_of_an_attribute,
        dataclass_by_name,
        class_of_an_argument,
    )
]


def weighed2(a, b=2.0, c=0.5):
    return a * b + c * c


def handed_on(f, *a, **kw):
    return f(*a, **kw)


def given_twice_through_a_helper(x):
    s = 0.0
    for a, kw in [((x, x, 1.0), {}), ((x, x), {'b': x})]:
        try:
            s += handed_on(weighed2, *a, **kw)
        except TypeError:
            s += x**3
    return s


def by_place(a, b, /, c=1.0):
    return a * b - c


def positional_only_by_keyword(x):
    s = 0.0
    for a, kw in [((x,), {"b": x}), ((x, 0.5), {})]:
        try:
            s += by_place(*a, **kw)
        except TypeError:
            s += 7 * x
    return s


def both_needed(a, b):
    return a * b * b


def required_left_out(x):
    s = 0.0
    for a, kw in [((), {"a": x}), ((x, 2.0), {})]:
        try:
            s += both_needed(*a, **kw)
        except TypeError:
            s += 7 * x
    return s


CASES += [(f, (0.7,), (0,)) for f in (given_twice_through_a_helper, positional_only_by_keyword, required_left_out)]
