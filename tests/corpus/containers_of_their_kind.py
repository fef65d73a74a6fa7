"""Containers stay of their kind: copies, sums, what a missing key does, what is left when they are cleared."""

import collections
import copy


def weighed(items):
    return sum(item * (k + 1) for k, item in enumerate(items))


def copied_set(x, y):
    seen = {1, 2}
    old = seen.copy()
    return x * y if old == seen else x


def until_nothing_is_new(x, y):
    reach, edges, total, n = {0}, {0: [1, 2], 1: [3], 2: [3], 3: []}, 0.0, 0
    while n < 10:
        old = reach.copy()
        for u in sorted(old):
            reach.update(edges[u])
            total += x * u
        n += 1
        if reach == old:
            break
    return total * y + n * x


def copied_set_is_changed(x, y):
    seen = {1, 2}
    old = seen.copy()
    old.update([2, 5])
    old.remove(1)
    return x * len(old - seen) * y + len(seen & old)


def copied_deque_of_a_length(x, y):
    d = collections.deque([x, y], maxlen=2)
    e = d.copy()
    e.append(x * y)
    return weighed(e) + d[0]


def copied_deque_is_turned(x, y):
    d = collections.deque([x, y, x * y])
    e = d.copy()
    e.rotate(-1)
    first = e.popleft()
    e.appendleft(first * x)
    return weighed(e) * d[0]


def deques_added(x, y):
    one, other = collections.deque([x, y], maxlen=2), collections.deque([x * y])
    a, b = one + other, other + one
    a.append(y)
    return weighed(a) + weighed(b) * x + len(one)


def copied_with_default(x, y):
    d = collections.defaultdict(float, a=x)
    e = d.copy()
    try:
        e['b'] += y
    except KeyError:
        e['b'] = 10.0 * x
    return e['a'] * e['b']


def copied_in_order(x, y):
    d = collections.OrderedDict(b=y, a=x)
    e = d.copy()
    e.move_to_end('b')
    return weighed(e.values()) + (x if d == e else y)


def joined_in_order(x, y):
    d = collections.OrderedDict(b=y, a=x) | {'c': y * y}
    d.move_to_end('c', last=False)
    return weighed(d.values())


def joined_with_default(x, y):
    d = collections.defaultdict(lambda: y, a=x) | {'b': x * x}
    return d['a'] * d['b'] + d['q']


def taken_without_default(x, y):
    d = collections.defaultdict(float, a=x)
    try:
        taken = d.pop('b')
    except KeyError:
        taken = y
    return taken * x + d['a']


def taken_from_a_counter(x, y):
    c = collections.Counter()
    c['a'] = x
    try:
        taken = c.pop('b')
    except KeyError:
        taken = y
    return taken * x + c['a']


def cleared_each_time(x, y):
    d, out = collections.defaultdict(float), 0.0
    for step in range(3):
        for key, value in [('a', x), ('b', y), ('a', x * y)]:
            d[key] += value * (step + 1)
        out += d['a'] * d['b']
        d.clear()
    return out


def read_when_cleared(x, y):
    c = collections.Counter()
    c['a'] = x
    c.clear()
    return c['a'] * 5 + x * y


class Sums:
    def __init__(self):
        self.of = collections.defaultdict(float)

    def add(self, key, value):
        self.of[key] += value

    def reset(self):
        product = self.of['w'] * self.of['b']
        self.of.clear()
        return product


def sums_that_begin_anew(x, y):
    sums, total = Sums(), 0.0
    for k in range(3):
        sums.add('w', x * k)
        sums.add('b', y)
        total += sums.reset()
        total += sums.of['w'] * x
    return total


def deleted_and_read_again(x, y):
    d = collections.defaultdict(float)
    d['a'], d['q'] = x, y
    product = d['q'] * d['a']
    del d['q']
    e = d.copy()
    first = e['q']
    second = e['a']
    return first * 3 + second * product + len(d)


def views_in_functions(x, y):
    a, b = {'q': x, 'r': 2.0}, {'r': y, 'z': 1.0}
    shared = sum(a[n] * b[n] for n in sorted(a.keys() & b.keys()))
    return shared + y * len(a.keys() - b.keys()) + sorted(a.items())[0][1] * max(b.values())


def rows_set_in_a_try(x, y):
    d = {'a': [x], 'b': [y]}
    try:
        for key, row in d.items():
            row.append(x / y)
            d[key] = [v * 2 for v in row]
        for row in d.values():
            row[0] = row[0] / y
    except ZeroDivisionError:
        return x
    return sum(map(sum, d.values()))


def numbered_in_a_try(x, y):
    d, total = {'a': x, 'b': y}, 0.0
    try:
        for k, (key, value) in enumerate(d.items()):
            total += value / y * k
            d[key] = value * 2
    except Exception:
        total = x
    return total + sum(d.values())


def copied_twice(x, y):
    a = collections.deque([x, y, 2.0], maxlen=3)
    b, c = copy.copy(a), copy.deepcopy(a)
    b.append(x * y)
    c.appendleft(y)
    return weighed(a) + weighed(b) * 2 + weighed(c) * 3


CASES = [(f, (1.3, 0.6), (0, 1)) for f in (
    copied_set, until_nothing_is_new, copied_set_is_changed, copied_deque_of_a_length, copied_deque_is_turned,
    deques_added, copied_with_default, copied_in_order, joined_in_order, joined_with_default, taken_without_default,
    taken_from_a_counter, cleared_each_time, read_when_cleared, sums_that_begin_anew, deleted_and_read_again,
    views_in_functions, rows_set_in_a_try, numbered_in_a_try, copied_twice,
)]  # fmt: skip
