"""Dicts behind two stars whose keys only the run knows."""

from dataclasses import dataclass


def model(t, a=1.0, b=2.0, c=3.0):
    return a * t + b * t * t + c


def exactly(t, a, b, *, c):
    return a * t + b * t * t + c


def scaled(t, scale=2.0, **others):
    return scale * model(t, **others)


def called(f, *args, **options):
    return f(*args, **options)


@dataclass
class Line:
    a: float
    b: float = 2.0
    more: list = None

    def area(self):
        return self.a * self.b


class Basket:
    def __init__(self, a=1.0, b=3.0):
        self.a, self.b, self.items = a, b, {}

    def put(self, **items):
        for k, v in items.items():
            self.items[k] = v
        return self

    def total(self, **weights):
        return sum(w * self.items[k] for k, w in weights.items()) + self.a * self.b


def named(x, names):
    return {n: x * (k + 1) for k, n in enumerate(names)}


def all_options(x):
    def poly(t, **kw):
        return sum(kw[k] * t**i for i, k in enumerate(sorted(kw)))
    return poly(0.5, **named(x, 'cab'))


def some_defaults(x):
    return model(0.5, **dict(zip(['a', 'b'], [x, x * x])))


def fitted(theta, ts):
    names = ['a', 'c']
    return sum((model(t, **dict(zip(names, theta))) - 1.0) ** 2 for t in ts)


def by_name_only(x):
    return exactly(0.5, **named(x, 'abc')) + exactly(0.7, x, **named(x, 'bc'))


def one_too_many(x):
    try:
        return exactly(0.5, **named(x, 'abcd'))
    except TypeError:
        return 5 * x


def one_is_missing(x):
    try:
        return exactly(0.5, **named(x, 'ab'))
    except TypeError:
        return 5 * x


def given_by_place_too(x):
    try:
        return exactly(0.5, 1.0, x, **named(x, 'bc'))
    except TypeError:
        return 5 * x


def handed_on(x):
    pars = named(x, ['a', 'scale', 'c'])
    more = named(x * x, ['a'])
    return scaled(0.7, **pars) + scaled(0.7, **more, scale=x) + called(model, 0.5, **more)


def of_classes(x):
    pars = named(x, 'ab')
    line, basket = Line(more=[x], **pars), Basket(**pars)
    for k in range(3):
        basket.put(**{f'p{k}': x * k})
    return line.area() * line.more[0] + basket.total(p1=2.0, p2=x) + called(Line, **pars).area()


def no_field(x):
    try:
        return Line(**named(x, 'az')).a
    except TypeError:
        return 7 * x


def of_a_list_and_a_dict(x):
    args, pars = [0.5], named(x, 'ab')
    del pars['b']
    return model(*args, **pars) + (lambda t, a, b=1.0: a * t * t + b)(2.0, **pars)


def displayed(x):
    pars = named(x, 'ab')
    whole = dict(c=x, **pars)
    return sum(whole.values()) + whole['a'] * whole['c'] + model(0.3, **{**pars, 'c': x})


def summed(**kw):
    return sum(kw.values()) + len(kw)


def given_by_name_too(x):
    try:
        return summed(b=x, **named(x, 'b'))
    except TypeError:
        return x * 9


def told_which_is_twice(x):
    try:
        return model(1.0, **named(x, 't'))
    except TypeError as error:
        return x * (50 if 'multiple' in str(error) else 60)


def updated(x):
    d = {'a': x * 3}
    d.update(**named(x, 'ab'))
    more = dict(d, **named(x * x, 'bc'))
    return d['a'] * sum(d.values()) + sum(more.values()) * more['b'] + dict(**named(x, 'a'))['a']


CASES = [(f, (1.3,), (0,)) for f in (
    given_by_name_too, told_which_is_twice, updated,
    all_options, some_defaults, by_name_only, one_too_many, one_is_missing, given_by_place_too, handed_on, of_classes, no_field,
    of_a_list_and_a_dict, displayed,
)] + [(fitted, ([0.7, 1.2], [0.1, 0.5]), (0,))]  # fmt: skip
