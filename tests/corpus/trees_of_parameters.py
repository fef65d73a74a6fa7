"""Trees of dicts, lists and tuples with numbers as leaves: merged, mapped, run over; `type(t)(...)`."""

import math

import numpy as np


def merged(a, b):
    out = dict(a)
    for k, v in b.items():
        if isinstance(v, dict) and k in out:
            out[k] = merged(out[k], v)
        else:
            out[k] = v
    return out


def settings_merged(x, y):
    base = {'rate': 0.1, 'net': {'w': 2.0, 'b': 1.0}}
    made = merged(base, {'net': {'w': x, 'c': y}})
    return made['net']['w'] ** 2 * made['rate'] + made['net']['b'] * made['net']['c'] + base['net']['w']


def merged_copies(a, b):
    out = a.copy()
    for k, v in b.items():
        out[k] = merged_copies(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out


def copies_merged(x, y):
    base = {'rate': 0.1, 'net': {'w': 2.0, 'b': 1.0}}
    made = merged_copies(base, {'net': {'w': x}, 'rate': y})
    return made['net']['w'] ** 2 * made['rate'] + made['net']['b']


def merge_into(a, b):
    for k, v in b.items():
        if isinstance(v, dict) and k in a:
            merge_into(a[k], v)
        else:
            a[k] = v
    return a


def merged_in_place(x, y):
    base = {'rate': 0.1, 'net': {'w': 2.0, 'b': 1.0}}
    net = base['net']
    made = merge_into(base, {'net': {'w': x}, 'rate': y})
    return made['net']['w'] ** 2 * base['rate'] + net['w']


def constants_merged(x, y):
    made = merged({'net': {'w': 2.0, 'b': 1.0}}, {'net': {'w': 3.0}})
    return made['net']['w'] ** 2 * x + made['net']['b'] * y


def scaled(t, s):
    if isinstance(t, dict):
        return {k: scaled(v, s) for k, v in t.items()}
    if isinstance(t, list):
        return [scaled(v, s) for v in t]
    if isinstance(t, tuple):
        return tuple(scaled(v, s) for v in t)
    return t * s


def tree_scaled(x, y):
    d = scaled({'a': x, 'b': [2.0, {'e': x * y}], 't': (y, 1.0)}, x)
    return d['a'] + d['b'][0] + d['b'][1]['e'] + d['t'][0]


def tree_map(f, *trees):
    t = trees[0]
    if isinstance(t, dict):
        return {k: tree_map(f, *[u[k] for u in trees]) for k in t}
    if isinstance(t, (list, tuple)):
        return type(t)([tree_map(f, *parts) for parts in zip(*trees)])
    return f(*trees)


def step_downhill(x, y):
    parameters = {'w': x, 'layers': [2.0, x * y]}
    slopes = {'w': y, 'layers': [x, 3.0]}
    after = tree_map(lambda p, g: p - 0.1 * g, parameters, slopes)
    return after['w'] + after['layers'][0] * after['layers'][1]


def mapped_two(f, t, u):
    if isinstance(t, dict):
        return {k: mapped_two(f, t[k], u[k]) for k in t}
    if isinstance(t, (list, tuple)):
        return type(t)(mapped_two(f, a, b) for a, b in zip(t, u))
    return f(t, u)


def mapped_in_pairs(x, y):
    made = mapped_two(lambda a, b: a * b + a, {'a': x, 'l': [2.0, y]}, {'a': 1.0, 'l': [x, 3.0]})
    return made['a'] + made['l'][0] * made['l'][1]


def leaves(t):
    if isinstance(t, dict):
        for k in t:
            yield from leaves(t[k])
    elif isinstance(t, (list, tuple)):
        for v in t:
            yield from leaves(v)
    else:
        yield t


def sum_of_squares(x, y):
    return sum(v**2 for v in leaves({'a': x, 'b': [2 * x, x * y, {'c': y}]}))


def leaves_of_dicts(t):
    for v in t.values():
        if isinstance(v, dict):
            yield from leaves_of_dicts(v)
        else:
            yield v


def sum_over_dicts(x, y):
    return sum(v**2 for v in leaves_of_dicts({'a': x, 'b': {'c': 2 * x, 'd': y}}))


def named_leaves(t, around=''):
    for k, v in t.items():
        name = f'{around}/{k}'
        if isinstance(v, dict):
            yield from named_leaves(v, name)
        elif isinstance(v, (list, tuple)):
            for i, w in enumerate(v):
                yield f'{name}[{i}]', w
        else:
            yield name, v


def weighed_by_depth(x, y):
    tree = {'a': x, 'b': {'c': 2 * x, 'd': y}, 'e': [x, 1.0]}
    return sum(k.count('/') * v**2 for k, v in named_leaves(tree))


def same_kind(x, y):
    def doubled(a):
        return type(a)(v * 2 for v in a)

    a, b = doubled((x, y)), doubled([x, 3.0])
    return a[0] * b[1] * a[1] + (10 if isinstance(a, tuple) else 0) + (100 if type(b) is list else 0)


def kinds_in_turn(x, y):
    out = 0.0
    for a in [(x, 2.0), [y, x]]:
        b = type(a)(v * v for v in a)
        out += b[0] * (3 if isinstance(b, tuple) else 5)
    return out


def classes_in_turn(x, y):
    out = 0.0
    for k, make in enumerate((tuple, list)):
        b = make([v * v for v in [x, y]])
        c = make(v * x for v in b)
        out += b[0] * (3 if isinstance(b, tuple) else 5) + c[1] * (7 if type(c) is list else 11) * (k + 1)
    return out


def class_chosen(x, y):
    make = tuple if x > 0 else list
    b = make(map(lambda v: math.sin(v), [x, y]))
    return b[1] * (3 if isinstance(b, tuple) else 5)


def map_of_tree(f, t):
    if isinstance(t, dict):
        return {k: map_of_tree(f, v) for k, v in t.items()}
    return f(t)


def layers_mapped(x, y):
    params = {f'layer{k}': {'w': np.full((2, 2), 0.1 * k), 'b': np.zeros(2)} for k in range(2)}
    params = map_of_tree(lambda w: w * x + 0.1, params)
    h = np.ones(2) * y
    for i in range(2):
        p = params[f'layer{i}']
        h = np.tanh(h @ p['w'] + p['b'])
    return h.sum()


def branches_of_unlike_depth(x, y):
    params = {'a': {'w': np.full((2, 2), 0.1), 'b': np.zeros(2)}, 'c': np.ones(2)}
    q = map_of_tree(lambda w: w * x + 0.1, params)
    return float((q['a']['w'] @ q['c'] + q['a']['b'] * y).sum())


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    settings_merged, copies_merged, merged_in_place, constants_merged, tree_scaled, step_downhill, mapped_in_pairs,
    sum_of_squares, sum_over_dicts, weighed_by_depth, same_kind, kinds_in_turn, classes_in_turn, class_chosen,
)]  # fmt: skip
