"""Calls with a list behind one star and a dict behind two, each of any length."""


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
