"""Dicts of every kind: popitem, setdefault, defaults that functions make, views, updates, orders that change."""
from collections import defaultdict, Counter, OrderedDict


def popped_all(x, y):
    d = {'a': x, 'b': y, 'c': x * y}
    key, value = d.popitem()
    d[key + 'x'] = value * 2
    pair = d.popitem()
    return pair[1] * d['a'] + len(pair[0]) * d['b']


def popitem_first(xs):
    d = OrderedDict()
    for i, x in enumerate(xs):
        d[i] = x * x
    total = 0.0
    while d:
        k, v = d.popitem(last=False)
        total = total * 0.5 + v * (k + 1)
        if k == 0:
            d[7] = v * 3
    return total


def popitem_dropped(x):
    d = {'a': x, 'b': x * x}
    d.popitem()
    return d['a'] * len(d)


def popitem_try(x):
    d = {'a': x}
    total = x
    for _ in range(3):
        try:
            k, v = d.popitem()
        except KeyError:
            total *= 2
        else:
            total += v * v
    return total


def lru(xs, keys):
    cache = OrderedDict()
    total = 0.0
    for k, x in zip(keys, xs):
        if k in cache:
            cache.move_to_end(k)
            cache[k] += x
        else:
            cache[k] = x * x
        if len(cache) > 2:
            old, v = cache.popitem(last=False)
            total += v * x
    for i, v in enumerate(cache.values()):
        total += v * (i + 1)
    return total


def moved_front(x, y):
    d = OrderedDict(a=x, b=y, c=x * y)
    d.move_to_end('c', last=False)
    acc = 0.0
    for k, v in d.items():
        acc = acc * 2 + v
    d.move_to_end('a')
    for v in d.values():
        acc = acc * 0.5 + v
    return acc


def setdefault_append(xs):
    groups = {}
    for i, x in enumerate(xs):
        groups.setdefault(i % 3, []).append(x * x)
    return sum(sum(g) * len(g) * (k + 1) for k, g in groups.items())


def setdefault_nested(xs):
    t = {}
    for i, x in enumerate(xs):
        row = t.setdefault(i % 2, {})
        row[i] = row.get(i - 2, 1.0) * x
        t.setdefault(i % 2, {}).setdefault('n', x)
    return sum(v for row in t.values() for v in row.values())


def setdefault_value(x, y):
    d = {'a': x}
    v = d.setdefault('a', y) + d.setdefault('b', y)
    d['b'] *= 2
    return v * d['b'] + d.setdefault('b', 3.0)


def default_lambda(xs):
    d = defaultdict(lambda: 1.0)
    for i, x in enumerate(xs):
        d[i % 2] *= x
    return d[0] * d[1] + d[9]


def default_lambda_list(xs):
    d = defaultdict(lambda: [0.0, 1.0])
    for i, x in enumerate(xs):
        d[i % 2][0] += x
        d[i % 2][1] *= x
    return d[0][0] * d[1][1] + d[0][1]


def default_nested(xs):
    d = defaultdict(lambda: defaultdict(float))
    for i, x in enumerate(xs):
        d[i % 2][i % 3] += x * x
    return sum(v * (j + 1) for row in d.values() for j, v in row.items())


def default_captured(x, n):
    d = defaultdict(lambda: x * 2)
    total = 0.0
    for i in range(n):
        d[i % 2] += x * i
    return d[0] * d[1]


def default_list(xs):
    d = defaultdict(list)
    for i, x in enumerate(xs):
        d['even' if i % 2 == 0 else 'odd'].append(x)
    return sum(d['even']) * sum(d['odd']) + max(d['even'])


def counter_numbers(words, x):
    c = Counter(words)
    total = 0.0
    for w, n in c.most_common(2):
        total += x ** n * len(w)
    return total + c['zz'] * x


def counter_of_values(xs):
    c = Counter()
    for i, x in enumerate(xs):
        c[i % 2] += x
    return c[0] * c[1]


def merged_in_place(x, y):
    d = {'a': x, 'b': y}
    e = {'b': x * y, 'c': 2.0 * x}
    d |= e
    f = d | {'a': y}
    e['b'] = 100.0
    return d['a'] * d['b'] + f['a'] * f['c']


def deleted(x, y):
    d = {'a': x, 'b': y, 'c': x * y}
    v = d['a'] * 2
    del d['a']
    d['a'] = v * y
    del d['b'], d['c']
    return sum(d.values()) * v


def dict_of_pairs(xs):
    d = dict(zip('abc', xs))
    e = dict([(k, v * 2) for k, v in d.items()])
    f = dict.fromkeys('ab', xs[0])
    return d['a'] * e['b'] + f['b'] * sum(d.values())


def sorted_items(d):
    total = 0.0
    for k, v in sorted(d.items(), key=lambda kv: kv[1]):
        total = total * 0.5 + v
    best = max(d, key=d.get)
    low = min(d.items(), key=lambda kv: kv[1])
    return total * d[best] + low[1]


def inverted(d):
    inv = {round(v): (k, v) for k, v in d.items()}
    return sum(v * len(k) for k, v in inv.values())


def tuple_keys(xs):
    d = {}
    for i in range(3):
        for j in range(2):
            d[i, j] = xs[i] * (j + 1)
    return sum(v * k[0] for k, v in d.items()) * d[1, 1] + d.get((2, 0), 0.0)


def dict_popped_default(x, y):
    d = {'a': x}
    a = d.pop('a', y)
    b = d.pop('a', y)
    return a * b * len(d) + a * b


def nested_update(x, y):
    cfg = {'opt': {'lr': x, 'mom': 0.5}, 'scale': y}
    new = {**cfg, 'opt': {**cfg['opt'], 'mom': y * y}}
    return new['opt']['lr'] * new['opt']['mom'] + new['scale'] * cfg['opt']['mom']


def view_in_loop(xs):
    total = 0.0
    for x in xs:
        d = {'a': x}
        values = d.values()
        d['b'] = x * x
        total += sum(values)
    return total


def updates(xs):
    d = {'n': 1.0}
    for i, x in enumerate(xs):
        e = {i % 2: x, 'last': x * d['n']}
        d.update(e)
        e[0] = 5.0
        d.update(n=d['last'] * 0.5)
    d.update([(7, xs[0])])
    return sum(d.values()) * d[0]


def update_arg(d, x):
    e = {'a': x, 'new': x * x}
    d.update(e)
    d['b'] *= d['a']
    return sum(d.values())


D = {'a': 1.2, 'b': 0.4, 'cc': 2.9}
XS = [1.2, 0.9, 3.1, 1.5]


CASES = [
    (popped_all, (1.2, 0.9), (0, 1)), (popitem_first, (XS,), (0,)), (popitem_dropped, (1.2,), (0,)),
    (popitem_try, (1.2,), (0,)), (lru, (XS + [0.7], [1, 2, 1, 3, 4]), (0,)), (moved_front, (1.2, 0.9), (0, 1)),
    (setdefault_append, (XS,), (0,)), (setdefault_nested, (XS,), (0,)), (setdefault_value, (1.2, 0.9), (0, 1)),
    (default_lambda, (XS,), (0,)), (default_lambda_list, (XS,), (0,)), (default_nested, (XS,), (0,)),
    (default_captured, (1.2, 3), (0,)), (default_list, (XS,), (0,)),
    (counter_numbers, (['a', 'bb', 'a', 'bb', 'bb'], 1.3), (1,)), (counter_of_values, (XS,), (0,)),
    (merged_in_place, (1.2, 0.9), (0, 1)), (deleted, (1.2, 0.9), (0, 1)), (dict_of_pairs, (XS[:3],), (0,)),
    (sorted_items, (D,), (0,)), (inverted, (D,), (0,)), (tuple_keys, (XS,), (0,)),
    (dict_popped_default, (1.2, 0.9), (0, 1)), (nested_update, (1.2, 0.9), (0, 1)), (view_in_loop, (XS,), (0,)),
    (updates, (XS,), (0,)), (update_arg, (D, 0.7), (0, 1)),
]
