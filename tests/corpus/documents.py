"""Documents of json: read, overwritten, merged with what is differentiated."""

import copy
import json

DOC = """{"name": "plant", "tanks": [{"k": 0.4, "id": "a"}, {"k": 0.6, "id": "b", "tags": ["x"]}], "options": {"dt": 0.1, "steps": 3, "verbose": false, "note": null}, "mixed": [1, "a", 2.5, [1, 2]]}"""


def read_only(x, y):
    d = json.loads(DOC)
    s = x
    for _ in range(d['options']['steps']):
        for t in d['tanks']:
            s -= t['k'] * s * d['options']['dt']
    return s


def overwritten(x, y):
    d = json.loads(DOC)
    d['options']['dt'] = 0.1 * x
    return sum(t['k'] for t in d['tanks']) * d['options']['dt']


def of_several_kinds(x, y):
    d = json.loads(DOC)
    return (
        x * len(d['mixed']) + x * d['mixed'][3][1] + (y if d['options']['note'] is None else 0.0) + x * len(d['name'])
    )


def by_their_ids(x, y):
    d = json.loads(DOC)
    by = {t['id']: t['k'] * x for t in d['tanks']}
    return by['a'] + by['b'] * 2


def arrays_of_it(x, y):
    d = json.loads('{"w": [[1.0, 2.0], [3.0, 4.0]], "b": [0.1, 0.2]}')
    import numpy as np

    w, b = np.array(d['w']), np.array(d['b'])
    return (w @ np.array([x, y]) + b).sum()


class Options:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def options_of_it(x, y):
    c = Options(**json.loads('{"rate": 0.3, "steps": 4, "name": "abc"}'))
    s = x
    for _ in range(c.steps):
        s += c.rate * s
    return s


def told_by_kind(x, y):
    d = json.loads(DOC)
    total = 0.0
    for k, v in d['options'].items():
        if isinstance(v, float):
            total += v * x
    return total


def scaled_in_place(x, y):
    d = json.loads(DOC)
    for t in d['tanks']:
        t['k'] *= x
    return sum(t['k'] for t in d['tanks'])


def appended_to(x, y):
    d = json.loads(DOC)
    d['tanks'].append({'k': x, 'id': 'c'})
    return sum(t['k'] for t in d['tanks']) * x


def merge(base, extra):
    out = copy.deepcopy(base)
    for key, value in extra.items():
        if isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = merge(out[key], value)
        else:
            out[key] = value
    return out


def merged_deeply(x, y):
    doc = json.loads('{"tanks": [{"k": 0.4}], "options": {"dt": 0.1, "steps": 25, "tags": ["a", "b"]}}')
    doc = merge(doc, {'options': {'inflow': x, 'steps': 3}})
    return doc['options']['inflow'] ** doc['options']['steps'] * y


def merged_by_stars(x, y):
    doc = json.loads('{"name": "plant", "tanks": [{"k": 0.4}], "options": {"dt": 0.1, "steps": 3}}')
    doc = {**doc, 'options': {**doc['options'], 'inflow': x, 'steps': 2}}
    return doc['options']['inflow'] ** doc['options']['steps'] * y


CASES = [
    (read_only, (1.3, 0.8), (0, 1)),
    (overwritten, (1.3, 0.8), (0, 1)),
    (of_several_kinds, (1.3, 0.8), (0, 1)),
    (by_their_ids, (1.3, 0.8), (0, 1)),
    (arrays_of_it, (1.3, 0.8), (0, 1)),
    (options_of_it, (1.3, 0.8), (0, 1)),
    (told_by_kind, (1.3, 0.8), (0, 1)),
    (scaled_in_place, (1.3, 0.8), (0, 1)),
    (appended_to, (1.3, 0.8), (0, 1)),
    (merged_deeply, (1.3, 0.8), (0, 1)),
    (merged_by_stars, (1.3, 0.8), (0, 1)),
]
