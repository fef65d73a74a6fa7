"""Lists whose items are of several kinds, each at its place: [name, number], [weight, count, table]."""

import heapq
import re


def scaled_in_place(x, y):
    fl = ['a', 2.0]
    fl[1] *= x
    return fl[1]


def made_and_scaled(x, y):
    fl = ['a', 2.0 * y]
    fl[1] *= x
    return fl[1]


def taken_apart_after_it(x, y):
    fl = ['a', 2.0 * y]
    fl[1] *= x
    src, f = fl
    return f


def rows_scaled(x, y):
    flows = [['a', 2.0 * y], ['b', 3.0]]
    for fl in flows:
        fl[1] *= x
    s = 0.0
    for src, f in flows:
        s += f
    return s


def rows_set_anew(x, y):
    flows = [['a', 2.0 * y], ['b', 3.0]]
    for fl in flows:
        fl[1] = fl[1] * x
    s = 0.0
    for fl in flows:
        s += fl[1]
    return s


def constant_rows_set_anew(x, y):
    flows = [['a', 2.0], ['b', 3.0]]
    for fl in flows:
        fl[1] = fl[1] * x
    s = 0.0
    for fl in flows:
        s += fl[1]
    return s


def set_in_a_loop(x, y):
    fl = ['a', 2.0]
    for k in range(2):
        fl[1] = fl[1] * x
    return fl[1]


def rows_grown_in_a_loop(x, y):
    flows = []
    for k, v in {'a': 2.0, 'b': 3.0}.items():
        flows.append([k, v])
    for fl in flows:
        fl[1] *= x
    s = 0.0
    for src, f in flows:
        s += f
    return s


def one_row_of_several(x, y):
    flows = []
    for k, v in {'a': 2.0, 'b': 3.0}.items():
        flows.append([k, float(v)])
    flows[0][1] *= x
    s = 0.0
    for src, f in flows:
        s += f
    return s


def rows_of_texts_read(x, y):
    flows = []
    for k, v in {'a': '2.0', 'b': '3.0'}.items():
        flows.append([k, float(v)])
    flows[0][1] *= x
    s = 0.0
    for src, f in flows:
        s += f
    return s


CFG = {'f': {'a->b': '0.9', 'b->c': '1.1'}}


def rows_of_a_table(x, y):
    flows = []
    for k, v in CFG['f'].items():
        flows.append([k, float(v)])
    flows[0][1] *= x
    s = 0.0
    for src, f in flows:
        s += f
    return s


ARROWS = {'a->b': '0.9', 'b->c': '1.1'}


class M:
    pat = re.compile(r'(\w+)->(\w+)')

    def __init__(self):
        self.flows = []
        for key, val in ARROWS.items():
            m = self.pat.fullmatch(key)
            self.flows.append((m.group(1), m.group(2), float(val)))

    def add(self, x):
        self.flows.append(('c', 'd', x))


class M2(M):
    def __init__(self):
        self.flows = []
        for key, val in ARROWS.items():
            m = self.pat.match(key)
            self.flows.append([m.group(1), m.group(2), float(val)])

    def scale(self, x):
        for f in self.flows:
            f[2] *= x


def rows_of_a_pattern(x, y):
    m = M2()
    m.scale(x)
    s = 0.0
    for fl in m.flows:
        s += fl[2]
    return s


class M3(M):
    def __init__(self):
        self.flows = []
        for key, val in ARROWS.items():
            m = self.pat.match(key)
            self.flows.append([m.group(1), m.group(2), float(val)])


def rows_and_a_tuple(x, y):
    m = M3()
    m.add(x)
    s = 0.0
    for fl in m.flows:
        s += fl[2]
    return s


def rows_set_from_outside(x, y):
    m = M3()
    m.flows[0][2] = x
    m.flows[1][2] = y
    s = 0.0
    for a, b, f in m.flows:
        s += f
    return s


def none_filled_in(x, y):
    posts = [['a:b', x], ['c', None], ['d:e', 2.0]]
    for p in posts:
        if p[1] is None:
            p[1] = -y
    tot = {}
    for acc, amt in posts:
        parts = acc.split(':')
        tot[parts[0]] = amt
    return tot['a'] * tot['c']


def names_split(x, y):
    posts = [['a:b', x], ['c', 1.0], ['d:e', 2.0]]
    for p in posts:
        p[1] *= y
    tot = {}
    for acc, amt in posts:
        parts = acc.split(':')
        tot[parts[0]] = amt
    return tot['a'] * tot['c']


def names_asked(x, y):
    posts = [['a:b', x], ['c', 1.0], ['d:e', 2.0]]
    for p in posts:
        p[1] *= y
    s = 0.0
    for acc, amt in posts:
        if acc == 'c':
            s += amt
        elif acc.startswith('a'):
            s += 2 * amt
    return s + max(a for _, a in posts) * 3


def codes_of_letters(x, y):
    heap = [[x, 0, {'a': ''}], [x * y, 1, {'b': ''}], [0.3, 2, {'c': ''}]]
    heapq.heapify(heap)
    while len(heap) > 1:
        w1, _, c1 = heapq.heappop(heap)
        w2, _, c2 = heapq.heappop(heap)
        merged = {s: '0' + c for s, c in c1.items()}
        merged.update({s: '1' + c for s, c in c2.items()})
        heapq.heappush(heap, [w1 + w2 * y, len(heap) + 5, merged])
    return heap[0][0] * len(heap[0][2]['a'])


def kinds_asked_for(x, y):
    r = 0.0
    for v in [x, {'a': y * x}, 'abc']:
        if isinstance(v, dict):
            r += sum(v.values())
        elif isinstance(v, str):
            r += len(v.upper())
        else:
            r += v
    return r


def none_in_turn(x):
    t = 0.0
    a, b = None, 1.0
    for k in range(3):
        l = [a, b]
        t = t * 2 + (x if l[0] is None else l[0] * x**2)
        a, b = b, x
    return t


def tell(v, x):
    if isinstance(v, str):
        return x * 2
    return v * x**3


def texts_in_turn(x):
    a, b = 1.0, 's'
    t = 0.0
    for k in range(3):
        l = [a, b]
        t = t * 2 + tell(l[0], x)
        a, b = b, a
    return t


CASES = [
    (scaled_in_place, (1.3, 0.8), (0, 1)),
    (made_and_scaled, (1.3, 0.8), (0, 1)),
    (taken_apart_after_it, (1.3, 0.8), (0, 1)),
    (rows_scaled, (1.3, 0.8), (0, 1)),
    (rows_set_anew, (1.3, 0.8), (0, 1)),
    (constant_rows_set_anew, (1.3, 0.8), (0, 1)),
    (set_in_a_loop, (1.3, 0.8), (0, 1)),
    (rows_grown_in_a_loop, (1.3, 0.8), (0, 1)),
    (one_row_of_several, (1.3, 0.8), (0, 1)),
    (rows_of_texts_read, (1.3, 0.8), (0, 1)),
    (rows_of_a_table, (1.3, 0.8), (0, 1)),
    (rows_of_a_pattern, (1.3, 0.8), (0, 1)),
    (rows_and_a_tuple, (1.3, 0.8), (0, 1)),
    (rows_set_from_outside, (1.3, 0.8), (0, 1)),
    (none_filled_in, (1.3, 0.8), (0, 1)),
    (names_split, (1.3, 0.8), (0, 1)),
    (names_asked, (1.3, 0.8), (0, 1)),
    (codes_of_letters, (1.3, 0.8), (0, 1)),
    (kinds_asked_for, (1.3, 0.8), (0, 1)),
    (none_in_turn, (1.3,), (0,)),
    (texts_in_turn, (1.3,), (0,)),
]
