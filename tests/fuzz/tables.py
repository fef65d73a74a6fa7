"""Builtins, operators and writes from tables, with operands of every kind: numbers, arrays, ints, truths."""
import warnings

import numpy as np

HEAD = '''import math
import operator
import statistics
from collections import deque
from functools import reduce
from itertools import accumulate, chain, combinations, islice

import numpy as np


class Holder:
    def __init__(self, items):
        self.items = items

    @property
    def doubled(self):
        return [2 * v for v in self.items]

    def squares(self):
        for v in self.items:
            yield v * v

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


'''

KINDS = 's', 'x', 'M', 'z', '2', 'x[:1]', 'M[:1]', 'M[:, :1]', 's > 0', 'x > 0.5', 'np.float64(s)', 'L[1]', "d['b']"

OF_TWO = (
    'sum([A, s], B)', 'sum([A, A], B)', 'sum((v for v in [A, s * A]), B)', 'math.prod([A, s], start=B)',
    'reduce(lambda p, q: p * q, [A, s], B)', 'reduce(operator.add, [A, A * s], B)',
    'list(accumulate([A, s], lambda p, q: p + q * s, initial=B))[-1]', 'list(accumulate([A, A * s, B]))[-1]',
    'pow(A, B)', 'divmod(A, B)[1]', 'operator.mul(A, B)', '[A, B][0] * [A, B][1]', '(lambda p, q=B: p * q)(A)',
    '(A if s > 0 else B) * s', '[p * q for p, q in zip([A, s], [B, B])][0]', 'sum(p * q for p, q in [(A, B), (B, s)])',
    'list(map(lambda p, q: p / q, [A, s], [B, s]))[0]', 'sum(map(operator.mul, [A, s], [B, s]))',
    'next(iter([A])) * B', "dict(a=A, b=B)['a'] - B", 'A @ B', 'A / B', 'A // B + B', 'A % B', 'abs(A) ** B',
    'sum(np.array([A, A]), B)', "sum({'a': A, 'b': s}.values(), B)", 'sum((A, s), B)', 'sum([A], B) * sum([B], A)',
    'sum([*[A], *[s]], B)', 'sum(reversed([A, s]), B)', 'sum([A] * 2, B)', 'sum(range(3), A) * B', 'A or B', 'A and B',
    'np.where(x > 0.5, A, B)', 'np.maximum(A, B) * s', 'np.hypot(A, B)', 'np.clip(A, 0.1, B)', 'np.full(3, s) * A + B',
    'np.stack([A, B]).sum(axis=0)', 'np.append(A, B)', 'np.dot(A, B)', 'np.outer(A, B)', 'np.add.outer(A, B)',
)

CONTAINERS = (
    '[x[0] * s, x[1], s]', '(x[0] * s, x[1], s)', '(v * s for v in x)', 'x * s', '[v * s for v in x]',
    "list({'a': x[0] * s, 'b': x[1], 'c': s}.values())", 'deque([x[0] * s, x[1], s])', 'map(lambda v: v * s, x)',
    'filter(lambda v: v > 0, [x[0] * s, x[1], s])', '[a * b for a, b in zip(x, x[1:])]', '[x[0] * s, 2, True, s]',
    '[np.array(x[0] * s), x[1], np.array(s)]', '[x * s, x, x + s]', 'M', 'sorted([x[0] * s, x[1], s])',
    'chain([x[0] * s], x)', 'accumulate(x * s)', 'islice(x * s, 2)', '[*x, s]', '[x[0] * s] * 3',
    '[t[1] for t in enumerate(x * s)]', 'o.items', 'o.doubled', 'o.squares()', 'o', '(x * s).tolist()', '{1: s, 2: s}',
    'range(3)', 'tuple(dict(enumerate(x * s)).values())', 'list(zip(x, x * s))[1]', 'L', 'list(d.values())',
)

USES = (
    'sum(C)', 'sum(C, s)', 'sum(C, x)', 'max(C)', 'min(C, key=lambda v: -v)', 'max(C, default=s)', 's * len(C)',
    's * any(C)', 's * all(v > 0 for v in C)', 'list(C)[0]', 'tuple(C)[-1]', 'sorted(C)[0]',
    'sorted(C, key=lambda v: -v, reverse=True)[1]', 'sum(k * v for k, v in enumerate(C))',
    'sum(v * w for v, w in zip(C, x))', 'sum(map(lambda v: v * v, C))', 'reduce(lambda a, b: a * b, C)',
    'next(iter(C))', '[*C][1]', 's if s in C else x[0]', 'np.array(C) ** 2', 'np.sum(C)', 'math.fsum(C)', 'math.prod(C)',
    'math.hypot(*C)',
    'list(reversed(list(C)))[0]', 'statistics.mean(C)', 'list(accumulate(C))[-1]',
    'sum(a * b for a, b in combinations(C, 2))', 'np.asarray(C) * s', 'np.stack(C)', 'np.dot(C, C)', 'C[0]',
    'sum(dict(enumerate(C)).values())', '[v * v for v in C][0]', '{k: v for k, v in enumerate(C)}[1]',
)

TARGETS = (
    'a', 'a[x > 0.5]', 'a[[0, 1]]', 'a[:1]', 'a[1]', 'a[..., -1]', 'L[0]', 'L[0][1]', 'L[0][:, None]', 'o.v',
    'o.v[[0, 0]]',
    "d['k']", "d['k'][x > 0.5]", 'N[0]', 'N.T[0]', 'N[:, [0, 1]]', 'N[0][1]', 'N.reshape(-1)[2]', 'n',
)
OPERATORS = '+', '-', '*', '/', '**', '//', '%', '@'
VALUES = 's', 'x', 'x[0]', 'x[:1]', '2', 'a', 'a[0]', 'np.sin(s)', 'np.sum(a)', '[1.0, 2.0, 0.5]', 'M', 'M[0]', 'z', 'n'


def program(random):
    """A module; what does not run, or is not finite, is drawn again."""
    while True:
        text = drawn(random)
        module = {}
        exec(text, module)
        f, args, _ = module['CASES'][0]
        try:
            with warnings.catch_warnings(), np.errstate(all='ignore'):
                warnings.simplefilter('ignore')
                if np.isfinite(f(*args)):
                    return text
        except Exception:
            continue


def drawn(random):
    operand = lambda: random.choice(KINDS)
    lines = [
        'M = np.outer(x, x) * s + 1.0',
        'z = np.array(s * s)',
        'n = s * 1.5',
        'a = x * s',
        'N = M * 0.5',
        'L = [x * 1.5, x * x]',
        "d = {'k': x * x, 'b': s * x}",
        'o = Holder([x[0] * s, x[1], s])',
        'o.v = x + s',
    ]
    total = []
    for k in range(random.randint(1, 3)):
        way = random.randrange(3)
        if way == 0:
            lines += [f'A = {operand()}', f'B = {operand()}', f'r{k} = {random.choice(OF_TWO)}']
        elif way == 1:
            lines += [f'C = {random.choice(CONTAINERS)}', f'r{k} = {random.choice(USES)}']
        else:
            lines += [f'r{k} = s', f'{random.choice(TARGETS)} {random.choice(OPERATORS)}= {random.choice(VALUES)}']
        total.append(f'np.sum(np.cos(r{k}) * r{k})')
    kept = ['np.sum(a * a)', 'np.sum(N * M)', 'np.sum(L[0] * L[1])', "np.sum(d['k'] ** 2)", 'np.sum(o.v * x)', 'n']
    body = ''.join(f'    {line}\n' for line in lines)
    values = ' + '.join(total + random.sample(kept, 3))
    case = 'CASES = [(f, (np.array([1.3, 0.7, 0.4]), 0.8), (0, 1))]'
    return f'{HEAD}def f(x, s):\n{body}    return float({values})\n\n\n{case}\n'
