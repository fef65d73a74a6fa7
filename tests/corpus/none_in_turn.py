"""What is called, and what items are ordered by, where that is None on some ways."""


def negative(v):
    return -v


def none_called(x, flag):
    f = negative if flag else None
    try:
        return f(x) * 2
    except TypeError:
        return x * 5


class Perhaps:
    def __init__(self, f=None):
        self.f = f

    def go(self, x):
        try:
            return self.f(x)
        except TypeError:
            return 7 * x


def none_in_an_attribute(x, flag):
    return Perhaps(negative if flag else None).go(x)


def some_are_none(x, flag):
    ts = [Perhaps(), Perhaps(negative), Perhaps(lambda v: v * v)]
    return sum(t.go(x) for t in ts)


def none_or_lambda(x, flag):
    f = None
    if flag:
        f = lambda v: v * x
    try:
        y = f(x)
    except TypeError:
        y = 0.0
    return y + x


def none_in_a_dict(x, flag):
    fs = {'a': negative, 'b': None}
    t = 0.0
    for k in fs:
        try:
            t += fs[k](x)
        except TypeError:
            t += 3 * x
    return t


def none_as_key(x, flag):
    f = negative if flag else None
    return sorted([x, -x, 0.3], key=f)[0] + max((v * x for v in (1.0, -2.0)), key=f) * (2 if flag else 3)


def key_chosen(x, flag):
    k = negative if flag else None
    return min([x, -x, 0.3], key=k)


def key_captures(x, flag):
    k = (lambda v: v * x) if flag else None
    return min([x, -x], key=k)


def key_sorted(x, flag):
    k = None
    if flag:
        k = negative
    s = sorted([x, -x, 0.3], key=k)
    return s[0]


def key_in_loop(x):
    return sum(min([x, -x, 2.0], key=k) for k in (None, negative))


CASES = [
    (f, (0.8, flag), (0,))
    for f in (none_called, none_in_an_attribute, some_are_none, none_or_lambda, none_in_a_dict, none_as_key)
    for flag in (True, False)
]
CASES += [
    (f, (0.8, flag), (0,))
    for f in (
        key_chosen,
        key_captures,
        key_sorted,
    )
    for flag in (True, False)
]
CASES += [(f, (0.8,), (0,)) for f in (key_in_loop,)]


class Sorter:
    def __init__(self, key=None):
        self.key = key

    def by(self, key):
        self.key = key
        return self

    def top(self, xs):
        return max(xs, key=self.key)


def key_attribute_to_none(x, m):
    c = Sorter(negative)
    if m:
        c.key = None
    return min([x, 0.3, 2 * x], key=c.key)


def key_attribute_sorted(x, m):
    c = Sorter(negative)
    if m:
        c.key = None
    return sorted([x, 0.3, 2 * x], key=c.key)[0]


def key_attribute_by_setter(x, m):
    s = Sorter(abs)
    if m:
        s.by(None)
    return s.top([x, -3 * x])


def key_attribute_from_none(x, m):
    c = Sorter()
    if m:
        c.key = negative
    return max([x, -2.0, 0.5 * x], key=c.key)


def key_attribute_from_none_in_try(x, m):
    c = Sorter()
    if m:
        c.key = negative
    try:
        return min([x, 0.2, 0.5 * x], key=c.key) * x
    except TypeError:
        return x * 7


def big(v):
    return v > 1.0


def filter_by_one_or_none(x, m):
    f = big if m else None
    return sum(filter(f, [x, 0.0, 2 * x])) * x


def keep(xs, f=None):
    return sum(filter(f, xs))


def filter_by_a_parameter(x, m):
    return keep([x, 0.0, 2 * x]) + keep([x, 2 * x], big)


def filter_by_none(x, m):
    f = None
    return sum(filter(f, [x, 0.0, 2 * x]))


def filter_by_both(x, m):
    return sum(filter(None, [x, 0.0, 2 * x])) + sum(filter(big, [x, 3 * x]))


def filter_tried(x, m):
    f = (lambda v: v > 1) if m else None
    try:
        return sum(filter(f, [x, 0.0, 2 * x])) * x
    except TypeError:
        return x * 9


CASES += [
    (f, (0.7, flag), (0,))
    for f in (
        key_attribute_to_none,
        key_attribute_sorted,
        key_attribute_by_setter,
        key_attribute_from_none,
        key_attribute_from_none_in_try,
        filter_by_one_or_none,
        filter_by_a_parameter,
        filter_by_none,
        filter_by_both,
        filter_tried,
    )
    for flag in (True, False)
]


class KeptKey:
    def __init__(self, key=None):
        self.key = key

    def get(self):
        return self.key

    @property
    def by(self):
        return self.key

    @by.setter
    def by(self, key):
        self.key = key


def key_got_by_a_method(x, flag):
    kept = KeptKey()
    kept.by = negative
    return max([x, -2 * x, 0.3], key=kept.get()) * x


def key_got_as_none(x, flag):
    kept = KeptKey(negative)
    setattr(kept, 'by', None if flag else abs)
    return min([x, -2 * x, 0.3], key=kept.get()) * x


CASES += [(f, (0.8, flag), (0,)) for f in (key_got_by_a_method, key_got_as_none) for flag in (True, False)]
