"""sorted, max, min and sort by a key that may be None."""


def first_by(items, key=None):
    return sorted(items, key=key)[0]


def top_by(items, key=None):
    return max(items, key=key)


def sorted_by(x):
    return first_by([x, 2 * x, -x]) + first_by([x, -x], key=lambda v: v * v)


def largest_by(x):
    return top_by([x, 2 * x]) + top_by([x, -3 * x], key=abs)


def span_by(items, key=None, reverse=False):
    items = list(items)
    items.sort(key=key, reverse=reverse)
    return items[0] - items[-1]


def sorts_in_place(x):
    return span_by([x, 2 * x, -x]) + 3 * span_by([x, -x, 0.5], key=lambda v: v * v, reverse=True)


class Pool:
    def __init__(self, key=None):
        self.key = key

    def first_by(self, xs):
        return min(xs, key=self.key)


def attribute_as_key(x):
    return Pool().first_by([x, x * x]) + Pool(lambda v: -v).first_by([x, x * x])


def rank(xs, by=None):
    if by is None:
        xs = sorted(xs)
    else:
        xs = sorted(xs, key=by)
    return xs[0]


def asked_before(x):
    return rank([x, 1.0]) + rank([x, 1.0], lambda v: -v)


def grouped_by(xs, key=None):
    out = {}
    for v in sorted(xs, key=key):
        out.setdefault(key(v) if key else 0, []).append(v)
    return sum(k * sum(v) for k, v in out.items())


def groups(x):
    return grouped_by([x, 2 * x, 3.0]) + grouped_by([x, 2 * x, 3.0], key=int)


CASES = [(f, (1.3,), (0,)) for f in (sorted_by, largest_by, sorts_in_place, attribute_as_key, asked_before, groups)]
