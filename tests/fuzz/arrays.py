"""Programs with arrays that change, through views, in helpers, in loops.

Every expression is drawn with its shape known, so that the programs run.
"""
import re

import numpy as np

HELPERS = '''import math
import numpy as np
def scale(u, c=0.5): u *= c
def same(u): return u
def mix(u, v): return np.tanh(u) * v
def total(u): return np.sum(np.sin(u) * u)
def sweep(u, c):
    for i in range(1, len(u)): u[i] += 0.3 * c * u[i - 1]
def push(u, v):
    u[...] = u * v + 0.1
    return np.sum(u)
def rows(B):
    for r in B: r *= np.sum(r)
def blend(u, v):
    u *= 1 + 0.3 * v
    u += 0.1 * v
'''
UNARY = '''np.sin({}) | np.tanh({}) | -{} | 0.5 * {} | {} ** 2 | np.exp(-0.3 * {} ** 2) | np.sqrt(1 + {} ** 2) | np.cos({}) | {} / 3
 | 1 / (2 + {} ** 2) | np.log(2 + {} ** 2) | np.abs({}) | 2.0 ** (0.2 * {}) | np.arctan({})'''.split(' | ')
BINARY = '''{} + {} | {} - {} | {} * {} | {} * {} | {} / (2 + {} ** 2) | np.maximum({}, {}) | np.hypot({}, 1 + {} ** 2)
 | np.where({} > 0.2, {}, 0.7) | np.arctan2({}, 2 + {} ** 2) | (1.5 + {} ** 2) ** (0.3 * {}) | np.minimum({}, {})'''.split(' | ')
# Shapes by letters: '' a number, 'n' (4,), 'm' (3,), 'o' (1,), 'mn' (3, 4) and so on; {mn} is an expression of that shape
SHAPES = ['', 'n', 'm', 'o', 'mn', 'nn', 'mo', 'on']
SIZES = {shape: tuple({'n': 4, 'm': 3, 'o': 1}[c] for c in shape) for shape in SHAPES}
SPECIAL = {
    '': '''np.sum({*}) | np.mean({*}) | np.max({*}) | ({*}).sum() | np.var({*}) | total({*}) | np.dot({n}, {n}) | ({m}) @ ({m}) | sum({n})
 | np.prod({m}) | np.linalg.norm({m}) | math.sin({}) | np.trace({nn}) | ({n})[k].sum() | push({mn} * 1.0, {o}) | np.sum({mn}, axis=(0, -1))''',
    'n': '''np.sum({mn}, axis=0) | np.sum({nn}, -1) | np.max({mn}, axis=-2) | np.mean({nn}, axis=1) | np.cumsum({n}) | mix({n}, {n}) | np.roll({n}, 1)
 | np.concatenate([({n})[1:], {o}]) | np.stack([{n}, {n}])[1] | np.flip({n}) | ({nn}) @ ({n}) | ({m}) @ ({mn}) | ({n})[np.argsort({n})]
 | np.array([{}, {}, {}, {}]) | ({n}).copy() | np.ravel({on}) | np.linspace({}, {}, 4) | np.where({n} > 0.1, {n}, {n?}) | np.diag({nn})''',
    'm': '''np.sum({mn}, axis=1) | np.max({mn}, axis=-1) | ({mn}) @ ({n}) | ({n})[k] | ({m})[k] | ({mn})[k, [0, 1, 0]] | np.squeeze({mo})
 | np.concatenate((({n})[:2], {o})) | mix({m}, {m}) | np.diff({n}) | np.mean({mn}, axis=(1,)) | ({mo})[:, 0] | ({mn})[:, k][0]''',
    'o': 'np.array([{}]) | np.sum({m}, keepdims=True) | ({n})[2:3] | np.reshape({}, 1) | ({mo}).sum(axis=0)',
    'mn': '''({mn}) @ ({nn}) | np.stack([{n}, {n}, {n}]) | np.concatenate([{on}, ({mn})[1:]]) | ({mn})[k] | np.stack([{m}, {m}, {m}, {m}], axis=1)
 | np.outer({m}, {n}) | np.reshape({mn}, (4, 3)).reshape(3, -1) | ({nn})[k] | np.where({mn} > 0.1, {mn}, {mn?}) | np.vstack([{n}, {on}, {n}])
 | ({mn})[:, [0, 1, 1, 3]]''',
    'nn': '({mn}).T @ ({mn}) | np.transpose({nn}) | np.tril({nn}) | ({nn}).swapaxes(0, 1) | np.outer({n}, {n}) | np.diag({n}) | ({nn}).reshape(-1).reshape(4, 4)',
    'mo': 'np.sum({mn}, axis=-1, keepdims=True) | np.expand_dims({m}, 1) | ({m}).reshape(3, 1) | ({m})[:, None] | ({mn}) @ ({n})[:, None]',
    'on': 'np.max({mn}, axis=0, keepdims=True) | np.mean({nn}, axis=(0,), keepdims=True) | ({n}).reshape(1, -1) | ({n})[None]',
}
SPECIAL = {shape: rows.split(' | ') for shape, rows in SPECIAL.items()}
# Views: (shape of the array, shape of the part) -> how it is read or written; {i} and {j} are legal subscripts
VIEWS = {
    ('n', ''): '{v}[{i}]', ('m', ''): '{v}[{i}]', ('o', ''): '{v}[0]', ('n', 'o'): '{v}[1:2] | {v}[-1:]', ('m', 'o'): '{v}[:1] | {v}[::3]',
    ('n', 'm'): '{v}[1:] | {v}[:-1] | {v}[::-1][1:] | {v}[:3]', ('n', 'on'): '{v}[None] | {v}[None, :]', ('m', 'mo'): '{v}[:, None]',
    ('mn', ''): '{v}[{i}, {j}] | {v}[{i}][{j}]', ('nn', ''): '{v}[{i}, {j}] | {v}.T[{i}, {j}]', ('nn', 'mn'): '{v}[1:] | {v}[:-1] | {v}.T[:3] | {v}[1:][::-1]',
    ('mn', 'n'): '{v}[{i}] | {v}[{i}, :] | {v}[{i}, ...] | {v}[{i}, ::-1]', ('nn', 'n'): '{v}[{i}] | {v}[:, {i}] | {v}.T[{i}] | {v}[1:, :][0]',
    ('mn', 'm'): '{v}[:, {j}] | {v}.T[{j}] | {v}[..., {j}]', ('mn', 'mo'): '{v}[:, 1:2] | {v}[:, -1:] | {v}[:, {j}, None]',
    ('mn', 'on'): '{v}[1:2] | {v}[{i}][None] | {v}[None, {i}]', ('mo', 'm'): '{v}[:, 0]', ('on', 'n'): '{v}[0] | {v}[-1, :]', ('mo', ''): '{v}[{i}, 0]',
    ('nn', 'nn'): '{v} | {v}[::-1] | {v}.T | {v}[:, ::-1]', **{(s, s): '{v} | {v}[:] | {v}[...] | {v}[::-1]' for s in SHAPES[1:] if s != 'nn'},
}


class Draw:
    def __init__(self, random):
        self.r, self.count = random, 0

    def pick(self, *options):
        return self.r.choice(options)

    def new(self, env, shape):
        self.count += 1
        env[f'v{self.count}'] = shape
        return f'v{self.count}'

    def index(self, env, size):
        loops = [n for n, s in env.items() if isinstance(s, int) and s <= size]
        if loops and self.r.random() < 0.7:
            i = self.r.choice(loops)
            return self.pick(i, i, f'-1 - {i}', f'{i} - 1', f'({i} + 1) % {size}')
        return str(self.r.randrange(-size, size))

    def place(self, env, shape):
        """An array of this shape, or a part of one: something that can be read and written."""
        found = [(n, s) for n, s in env.items() if (s, shape) in VIEWS]
        if not found:
            return None
        v, s = self.r.choice(found)
        subscripts = {c: self.index(env, size) for c, size in zip('ij', SIZES[s])}
        return self.pick(*VIEWS[s, shape].split(' | ')).format(v=v, **subscripts)

    def narrow(self, shape):
        """A shape that broadcasts to this one."""
        fits = [s for s in SHAPES if len(s) <= len(shape) and all(c in ('o', d) for c, d in zip(s[::-1], shape[::-1]))]
        return shape if self.r.random() < 0.5 else self.r.choice(fits)

    def filled(self, pattern, env, depth):
        """The pattern with an expression for each shape in braces."""
        def shape(word):
            return self.pick(*SHAPES[1:]) if word == '*' else self.narrow(word[:-1]) if word.endswith('?') else word
        return re.sub(r'\{([nmo]*[?*]?)\}', lambda found: self.expr(env, shape(found.group(1)), depth), pattern)

    def expr(self, env, shape, depth):
        r = self.r.random()
        if depth <= 0 or r < 0.2:
            names = [n for n, s in env.items() if s == shape]
            here = self.place(env, shape) if self.r.random() < 0.6 or not names else self.r.choice(names)
            return here or (repr(round(self.r.uniform(-1, 1), 2)) if not shape else f'np.full({SIZES[shape]}, 0.3)')
        if r < 0.4:
            return self.pick(*UNARY).strip().format(f'({self.expr(env, shape, depth - 1)})')
        if r < 0.65:
            parts = self.r.sample([shape, self.narrow(shape)], 2)
            return self.pick(*BINARY).strip().format(*[f'({self.expr(env, p, depth - 1)})' for p in parts])
        return self.filled(self.pick(*SPECIAL[shape]).strip(), env, depth - 1)

    def block(self, env, depth, room):
        return [line for _ in range(self.r.randint(1, room)) for line in self.statement(env, depth)] or ['pass']

    def statement(self, env, depth):
        r, shape = self.r.random(), self.pick(*SHAPES)
        some = self.pick(*[n for n, s in env.items() if isinstance(s, str) and s])
        number, alike = self.expr(env, '', 1), [n for n, s in env.items() if s == env[some]]
        if r < 0.16:
            made = self.pick(self.expr(env, shape, 2), f'np.zeros({SIZES[shape]})' if shape else '0.0', f'np.copy({self.expr(env, shape, 1)})')
            return [f'{self.new(env, shape)} = {made}']
        if r < 0.30:
            here = self.place(env, shape := shape or 'n')
            other, mine = self.place(env, shape), [n for n, s in env.items() if s == shape and n[0] == 'v']
            choice = self.pick(f'{here}.copy()', f'{here} if {number} > {self.pick(-0.4, 0.3)} else {other}', here, here)
            to = self.pick(*mine) if mine and self.r.random() < 0.3 else self.new(env, shape)
            return [f'{to} = {choice}'] if here else []
        if r < 0.56:
            here, op = self.place(env, shape), self.pick('=', '+=', '-=', '*=', '/=', '=')
            if not here:
                return []
            value = self.expr(env, shape if op == '=' and here in env else self.narrow(shape), 2)
            return [f'{here}{"[...]" if here.endswith(".T") else ""} {op} {f"1.5 + ({value}) ** 2" if op == "/=" else value}']
        if r < 0.60:
            return [f'{some}[{self.pick(f"{some} > 0.1", "[0, -1]", "[0, 0]")}] {self.pick("=", "+=", "*=")} {number}']
        if r < 0.68 or depth <= 0 and r >= 0.8:
            return [f'out += {self.expr(env, "", 2)}']
        if r < 0.77:
            if self.r.random() < 0.2:
                return [f'{self.new(env, env[some])} = same({some})']
            here, v = self.place(env, shape) if shape else some, self.expr(env, env[some], 1)
            other = self.place(env, shape) if shape else some
            return [self.pick(f'blend({here or some}, {other or some})', f'scale({here or some})', f'scale(c={number}, u={some})', f'sweep({some}, {number})', 'rows(A)', 'rows(B.T)',
                              f'out += push({some}, {v})', f'out += push({some}, 2.0) * {number}')]
        if r < 0.80:
            return [f'{some}, {alike[0]} = {alike[0]}, {some}'] if alike[0] != some else []
        inside = dict(env)
        if r < 0.88:
            n = inside[f'i{depth}'] = self.pick(2, 3)
            head = f'for i{depth} in {self.pick(f"range({n})", f"range({n})", f"reversed(range({n}))", f"range({n - 1}, -1, -1)")}:'
        elif r < 0.94:
            head = f'for {self.new(inside, "n")} in {self.pick(*[n for n, s in env.items() if s in ("mn", "nn")])}:'
        else:
            head = f'if {number} > {self.pick(-0.4, 0.0, 0.3)}:'
        lines = [head, *['    ' + b for b in self.block(inside, depth - 1, 4)]]
        if head.startswith('if') and self.r.random() < 0.4:
            lines += ['else:', *['    ' + b for b in self.block(dict(env), 0, 2)]]
        return lines


def program(random):
    draw, rng = Draw(random), np.random.default_rng(random.randrange(1000))
    env = {'x': 'n', 'A': 'mn', 's': '', 'y': draw.pick('m', 'n', 'o', 'mo'), 'B': 'nn'}
    dtype = draw.pick(*['float'] * 9, 'np.float32')
    args = [argument(rng.uniform(-1, 1, SIZES[s]).round(3), dtype, draw) for s in env.values()]
    body = ['out = 0.0', *draw.block(env, 2, 7)]
    ends = draw.r.sample(sorted(env), min(len(env), 4))
    body += [*(f'out += np.sum(np.sin({n}) * {draw.pick("1.0", "0.7", n)})' for n in ends), 'return out']
    lines = [HELPERS, 'def program(x, A, s, y, B, k):', *('    ' + line for line in body), '', '']
    return '\n'.join([*lines, f'CASES = [(program, ({", ".join(args)}, np.array([0, 2, 0])), (0, 1, 2, 3, 4))]', ''])


def argument(value, dtype, draw):
    if not value.ndim:
        return f'{draw.pick("", "np.float64")}({value})'
    return f'np.array({value.tolist()}, {dtype}, order={draw.pick("C", "F")!r})'
