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
