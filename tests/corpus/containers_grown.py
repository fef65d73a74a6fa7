"""Containers that grow and shrink while they are run over, and whose items are made where they are missing."""
import bisect
import copy
from collections import defaultdict


def grows_unread(x, n):
    ys = [x]
    total = x
    for _ in ys:
        total = total * 0.9 + x
        if len(ys) < n:
            ys.append(2.0)
    ys.pop()
    return total + sum(ys) * x


def grows_helper(x, n):
    ys = [x]
    total = x
    for _ in ys:
        total = total * x
        more(ys, n)
    return total + sum(ys)


def more(ys, n):
    if len(ys) < n:
        ys.append(ys[-1] * 0.5)


def shrinks_unread(xs):
    ys = [x * x for x in xs]
    total = 1.0
    for _ in ys:
        total = total * xs[0] + 0.1
        ys.pop()
    ys.append(total)
    return sum(ys) * total


def shrinks_enumerate(xs):
    ys = [x * x for x in xs]
    total = 1.0
    for k, _ in enumerate(ys):
        total = total * xs[k] + 0.1
        if k < 2:
            del ys[-1]
    ys.extend([total, total])
    return sum(ys) * total


def dict_grown_after(x, n):
    d = {'a': x, 'b': x * x}
    total = 1.0
    for k in d:
        total = total * x + d[k]
    d['c'] = total
    for i in range(n):
        for k in d:
            total += x
        d[i] = total
    return total * d['c']


def loop_in_helper(rows):
    total = 0.0
    for row in rows:
        total += helper_sum(row)
        row.append(total)
    return total + sum(rows[0])


def helper_sum(row):
    t = 0.0
    for v in row:
        t = t * 0.5 + v * row[0]
    row.pop(0)
    for v in row:
        t *= 1.1
    return t


def insort_key(xs):
    out = []
    for x in xs:
        bisect.insort(out, x, key=lambda v: -v)
    return out[0] * 2 + out[-1]


def lambda_default_reads(x):
    k = 2.0
    d = defaultdict(lambda: k * x)
    a = d['a']
    k = 5.0
    b = d['b']
    return a * b


def default_in_test(xs):
    d = defaultdict(lambda: [xs[0]])
    total = 0.0
    for i, x in enumerate(xs):
        if d[i % 2][0] > 1 and len(d[i % 3]) < 3:
            d[i % 2].append(x)
        total += d[i % 3][-1]
    return total + sum(sum(v) for v in d.values())


def default_compre(xs):
    d = defaultdict(lambda: xs[1])
    ys = [d[k % 2] * x for k, x in enumerate(xs)]
    zs = {k: d[k] for k in (0, 1, 5)}
    return sum(ys) + sum(zs.values()) * len(d)


def default_cond(xs, flag):
    d = defaultdict(lambda: xs[1] * 2)
    y = d['a'] if flag else xs[0]
    z = flag and d['b']
    return y * xs[0] + len(d) * xs[2] + (z or 0.0)


def default_function(xs):
    d = defaultdict(start)
    for i, x in enumerate(xs):
        d[i % 2].append(x * d[i % 2][0])
    return sum(d[0]) * sum(d[1])


def start():
    return [1.0]


def default_class(xs):
    d = defaultdict(Acc)
    for i, x in enumerate(xs):
        d[i % 2].add(x)
    return d[0].total * d[1].total


class Acc:
    def __init__(self):
        self.total = 1.0
    def add(self, x):
        self.total = self.total * 0.5 + x


def default_helper(xs):
    d = defaultdict(lambda: xs[0] * 3)
    fill(d, xs)
    return d['z'] * d['a']


def fill(d, xs):
    for x in xs:
        d['a'] += x * x


def setattr_loop_methods(xs):
    o = Acc()
    for n in ('lo', 'hi'):
        setattr(o, n, xs[0] if n == 'lo' else xs[-1])
    return getattr(o, 'lo') * o.hi + (o.total if hasattr(o, 'total') else 0.0)


def copy_in_branch(xs, flag):
    ys = [[x] for x in xs]
    zs = copy.deepcopy(ys) if flag else ys
    zs[0][0] *= xs[1]
    return ys[0][0] * zs[0][0]


def copy_while(x):
    best = cur = {'v': x, 'h': [x]}
    i = 0
    while cur['v'] < 10:
        cur = copy.deepcopy(cur)
        cur['v'] *= 1.7
        cur['h'].append(cur['v'] * x)
        if i == 1:
            best = copy.copy(cur)
        i += 1
    return best['v'] * len(best['h']) + sum(cur['h']) + best['h'][-1]


XS = [1.2, 0.9, 3.1, 1.5, 0.4]


CASES = [
    (grows_unread, (1.2, 4), (0,)), (grows_helper, (1.2, 4), (0,)), (shrinks_unread, (XS,), (0,)),
    (shrinks_enumerate, (XS,), (0,)), (dict_grown_after, (1.2, 2), (0,)),
    (loop_in_helper, ([[1.2, 0.4, 0.6], [0.9, 1.1]],), (0,)), (insort_key, (XS,), (0,)),
    (lambda_default_reads, (1.2,), (0,)), (default_in_test, (XS,), (0,)), (default_compre, (XS,), (0,)),
    (default_cond, (XS, True), (0,)), (default_cond, (XS, False), (0,)), (default_function, (XS,), (0,)),
    (default_class, (XS,), (0,)), (default_helper, (XS,), (0,)), (setattr_loop_methods, (XS,), (0,)),
    (copy_in_branch, (XS, True), (0,)), (copy_in_branch, (XS, False), (0,)), (copy_while, (1.2,), (0,)),
]
