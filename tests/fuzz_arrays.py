"""Random programs with arrays that change: `python -m tests.fuzz_arrays SEED COUNT` prints what srcad gets wrong.

Programs are drawn with the shape of every expression known, so that they run; they are judged by central differences.
A failing program is shrunk, statement by statement, and printed in full. Refusals are counted by message.
"""
import collections
import copy
import importlib.util
import pathlib
import random
import re
import sys
import tempfile
import traceback
import warnings

import numpy as np

import srcad
from tests import checking

M, N = 3, 4
HELPERS = '''import math
import numpy as np

def scale(u, c=0.5):
    u *= c

def sweep(u, c):
    for i in range(1, len(u)):
        u[i] += 0.3 * c * u[i - 1]

def push(u, v):
    u[...] = u * v + 0.1
    return np.sum(u)

def inner(u):
    return u[1:]

def same(u):
    return u

def mix(u, v):
    return np.tanh(u) * v

def rows(B):
    for r in B:
        r *= np.sum(r)
    return B

def total(u):
    return np.sum(np.sin(u) * u)
'''
UNARY = ['np.sin({})', 'np.tanh({})', '-{}', '0.5 * {}', '{} ** 2', 'np.exp(-0.3 * {} ** 2)', 'np.sqrt(1 + {} ** 2)', 'np.cos({})',
         '{} / 3', '1 / (2 + {} ** 2)', 'np.log(2 + {} ** 2)', 'np.abs({})', '2.0 ** (0.2 * {})', 'np.arctan({})']
BINARY = ['{} + {}', '{} - {}', '{} * {}', '{} * {}', '{} / (2 + {} ** 2)', 'np.maximum({}, {})', 'np.hypot({}, 1 + {} ** 2)',
          'np.where({} > 0.2, {}, 0.7)', 'np.arctan2({}, 2 + {} ** 2)', '(1.5 + {} ** 2) ** (0.3 * {})', 'np.minimum({}, {})']
SHAPES = [(), (N,), (M,), (1,), (M, N), (N, N), (M, 1), (1, N)]


class Draw:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.count = 0
        self.lines, self.used = [], 0

    def pick(self, *options):
        return self.r.choice(options)

    def name(self):
        self.count += 1
        return f'v{self.count}'

    def of(self, env, shape):
        return [n for n, s in env.items() if s == shape]

    def index(self, env, size):
        """A number that is a legal index below `size`."""
        loops = [n for n, s in env.items() if isinstance(s, int) and s <= size]
        if loops and self.r.random() < 0.7:
            i = self.r.choice(loops)
            return self.pick(i, i, f'-1 - {i}', f'{i} - 1', f'({i} + 1) % {size}')
        return str(self.r.randrange(-size, size))

    def place(self, env, shape):
        """(name, subscripts) of something of this shape within an array: a path of views."""
        found = []
        for n, s in env.items():
            if not isinstance(s, tuple) or not s:
                continue
            i, a = self.index(env, s[0]), s[0]
            last = s[-1]
            if s == shape:
                found += [n, f'{n}[:]', f'{n}[...]', f'{n}[::-1]']
            if len(s) == 1 and shape == ():
                found += [f'{n}[{i}]'] * 2
            if len(s) == 1 and shape == (1,):
                found += [f'{n}[1:2]' if a > 1 else f'{n}[:1]', f'{n}[-1:]']
            if len(s) == 2 and shape == ():
                found += [f'{n}[{i}, {self.index(env, last)}]', f'{n}[{i}][{self.index(env, last)}]']
            if len(s) == 2 and shape == (last,):
                found += [f'{n}[{i}]', f'{n}[{i}, :]', f'{n}[{i}, ...]', f'{n}[{i}, ::-1]']
            if len(s) == 2 and shape == (a,):
                j = self.index(env, last)
                found += [f'{n}[:, {j}]', f'{n}.T[{j}]', f'{n}[..., {j}]']
            if len(s) == 2 and shape == (a, 1) and last > 1:
                found += [f'{n}[:, 1:2]', f'{n}[:, -1:]', f'{n}[:, {self.index(env, last)}, None]']
            if len(s) == 2 and shape == (1, last) and a > 1:
                found += [f'{n}[1:2]', f'{n}[{i}][None]', f'{n}[None, {i}]']
            if s == (a,) and shape == (a, 1):
                found.append(f'{n}[:, None]')
            if s == (a,) and shape == (1, a):
                found += [f'{n}[None]', f'{n}[None, :]']
            if s == (N, N) and shape == (N, N):
                found.append(f'{n}.T')
            if s == (N, N) and shape == (M, N):
                found += [f'{n}[1:]', f'{n}[:-1]', f'{n}.T[:3]', f'{n}[1:][::-1]']
            if s == (N, N) and shape == (N,):
                found.append(f'{n}[:, 1:][{i}, 0] * np.ones(4)' if False else f'{n}[1:, :][0]')
            if s == (N,) and shape == (M,):
                found += [f'{n}[1:]', f'{n}[:-1]', f'{n}[::-1][1:]', f'{n}[:3]']
        return self.r.choice(found) if found else None

    def narrow(self, shape):
        """A shape that broadcasts to this one."""
        if self.r.random() < 0.5:
            return shape
        shape = tuple(1 if self.r.random() < 0.3 else n for n in shape)
        shape = shape[self.r.randrange(len(shape) + 1):] if self.r.random() < 0.5 else shape
        return shape if shape in SHAPES else ()

    def expr(self, env, shape, depth):
        r = self.r.random()
        if depth <= 0 or r < 0.2:
            here = self.place(env, shape) if self.r.random() < 0.6 else None
            names = self.of(env, shape)
            if here or names:
                return here or self.r.choice(names)
            return repr(round(self.r.uniform(-1, 1), 2)) if shape == () else self.constant(shape)
        d = depth - 1
        if r < 0.4:
            return self.pick(*UNARY).format(f'({self.expr(env, shape, d)})')
        if r < 0.65:
            parts = [shape, self.narrow(shape)]
            self.r.shuffle(parts)
            return self.pick(*BINARY).format(*[f'({self.expr(env, p, d)})' for p in parts])
        return self.special(env, shape, d) or self.expr(env, shape, d)

    def constant(self, shape):
        return self.pick(f'np.ones({shape})', f'np.full({shape}, 0.3)', f'np.linspace(0, 1, {int(np.prod(shape))}).reshape({shape})')

    def special(self, env, shape, d):
        e = lambda *s: self.expr(env, s, d)  # noqa: E731
        if shape == ():
            big = self.r.choice(SHAPES[1:])
            return self.pick(f'np.sum({e(*big)})', f'np.mean({e(*big)})', f'np.max({e(*big)})', f'np.dot({e(N)}, {e(N)})', f'({e(M)}) @ ({e(M)})',
                             f'({e(*big)}).sum()', f'np.var({e(*big)})', f'total({e(*big)})', f'sum({e(N)})', f'np.prod({e(M)})',
                             f'np.linalg.norm({e(M)})', f'math.sin({e()})', f'np.trace({e(N, N)})', f'({e(N)})[k].sum()')
        if len(shape) == 1 and shape != (1,):
            a, = shape
            b = self.pick(M, N) if a == N else N
            pair = (a, b) if (a, b) in SHAPES else (b, a)
            ax = 0 if pair == (b, a) and a != b else 1
            return self.pick(f'np.sum({e(*pair)}, axis={self.pick(ax, ax - 2)})', f'np.mean({e(*pair)}, axis={ax})', f'np.max({e(*pair)}, {ax})',
                             f'np.cumsum({e(a)})', f'np.where({e(a)} > 0, {e(a)}, {e(*self.narrow(shape))})', f'np.concatenate([{e(a)}[1:], {e(1)}])',
                             f'np.concatenate(({e(a)}, {e(M)}))[:{a}]', f'np.array([{", ".join(e() for _ in range(a))}])', f'mix({e(a)}, {e(a)})',
                             f'np.stack([{e(a)}, {e(a)}])[{self.pick(0, 1)}]', f'np.roll({e(a)}, 1)', f'({e(a)}).copy()', f'np.flip({e(a)})',
                             f'({e(N, N) if a == N else e(M, N)}) @ ({e(N)})', f'({e(a)})[np.argsort({e(a)})]', f'np.ravel({e(1, N)})[:{a}]',
                             f'np.sort({e(a)})' if False else f'np.diff(np.concatenate([{e(1)}, {e(a)}]))',
                             *([f'({e(N)})[k]', f'({e(M)})[k]', f'({e(M, N)})[k, [0, 1, 0]]', f'np.take({e(N)}, k)'] if a == M else []))
        if shape == (1,):
            return self.pick(f'np.array([{e()}])', f'np.sum({e(M)}, keepdims=True)', f'({e(N)})[2:3]', f'np.reshape({e()}, 1)')
        if len(shape) == 2:
            a, b = shape
            both = [f'np.outer({e(a)}, {e(b)})'] if a > 1 < b else []
            if shape == (M, N):
                both += [f'({e(M, N)}) @ ({e(N, N)})', f'np.stack([{e(N)}, {e(N)}, {e(N)}])', f'np.concatenate([{e(1, N)}, ({e(M, N)})[1:]])', f'({e(M, N)})[k]',
                         f'np.stack([{e(M)}, {e(M)}, {e(M)}, {e(M)}], axis=1)', f'np.reshape({e(M, N)}, ({N}, {M})).reshape({M}, {N})', f'({e(N, N)})[k]']
            if shape == (N, N):
                both += [f'({e(M, N)}).T @ ({e(M, N)})', f'np.transpose({e(N, N)})', f'np.tril({e(N, N)})', f'({e(N, N)}).swapaxes(0, 1)']
            if b == 1:
                both += [f'np.sum({e(M, N)}, axis={self.pick(1, -1)}, keepdims=True)', f'np.expand_dims({e(M)}, 1)', f'({e(M)}).reshape({M}, 1)', f'({e(M)}).reshape(-1, 1)']
            if a == 1:
                both += [f'np.max({e(M, N)}, axis=0, keepdims=True)', f'np.mean({e(N, N)}, axis=(0,), keepdims=True)', f'({e(N)}).reshape(1, -1)']
            return self.pick(*both, f'np.where({e(*shape)} > 0.1, {e(*shape)}, {e(*self.narrow(shape))})')

    def block(self, env, depth, room):
        out = []
        for _ in range(self.r.randint(1, room)):
            out += self.statement(env, depth)
        return out

    def statement(self, env, depth):
        r, shapes = self.r.random(), SHAPES[1:]
        arrays = {n: s for n, s in env.items() if isinstance(s, tuple) and s}
        if r < 0.16:
            shape = self.r.choice(SHAPES)
            made = self.pick(self.expr(env, shape, 2), f'np.zeros({shape})' if shape else '0.0', f'np.copy({self.expr(env, shape, 1)})')
            n = self.name()
            env[n] = shape
            return [f'{n} = {made}']
        if r < 0.30:  # a view, an alias, a copy
            shape = self.r.choice(shapes)
            here, n = self.place(env, shape), self.name()
            if not here:
                return []
            env[n] = shape
            return [f'{n} = {here}{self.pick("", "", "", ".copy()")}']
        if r < 0.56:  # a write
            shape = self.r.choice(SHAPES)
            here = self.place(env, shape)
            if not here or 'None' in here and self.r.random() < 0.8 or here in env and shape == ():
                return []
            op = self.pick('=', '+=', '-=', '*=', '/=', '=')
            value = self.expr(env, self.narrow(shape), 2)
            if op == '/=':
                value = f'1.5 + ({value}) ** 2'
            if op == '=' and here in env:
                env[here] = shape
                value = self.expr(env, shape, 2)
            if here.endswith('.T'):
                here += '[...]'
            return [f'{here} {op} {value}']
        if r < 0.60:
            n = self.pick(*arrays)
            mask = f'{n}[{n} > 0.1] {self.pick("*= 0.5", "= 0.2", "+= " + self.expr(env, (), 1), "= -" + self.expr(env, (), 1))}'
            fancy = f'{n}[[0, {self.pick(0, -1)}]] {self.pick("=", "+=", "*=")} {self.expr(env, (), 2)}'
            return [self.pick(mask, fancy)]
        if r < 0.68:
            return [f'out += {self.expr(env, (), 2)}']
        if r < 0.76:  # helpers that write
            n = self.pick(*arrays)
            here = self.place(env, self.r.choice(shapes)) or n
            m = self.pick(*self.of(env, (M, N)), n)
            v = self.name()
            env[v] = env[n]
            return [self.pick(f'scale({here})', f'scale({here}, c={self.expr(env, (), 1)})', f'sweep({n}, {self.expr(env, (), 1)})', f'out += push({n}, {self.expr(env, env[n], 1)})',
                              f'inner({n})[...] *= {self.expr(env, (), 1)}', f'same({n})[0] = {self.expr(env, (), 1)}', f'rows({m})' if len(env[m]) == 2 else f'scale({m}, 0.7)')] + [f'{v} = {self.pick(f"same({n})", n + ".copy()")}']
        if r < 0.80:
            a = self.pick(*arrays)
            b = self.pick(*self.of(env, env[a]))
            return [f'{a}, {b} = {b}, {a}'] if a != b else []
        if depth <= 0:
            return [f'out += {self.expr(env, (), 1)}']
        inside = dict(env)
        if r < 0.88:
            i, n = f'i{depth}', self.pick(2, 3)
            inside[i] = n
            head = f'for {i} in {self.pick(f"range({n})", f"range({n})", f"reversed(range({n}))", f"range({n - 1}, -1, -1)")}:'
        elif r < 0.94:
            two = self.of(env, (M, N)) + self.of(env, (N, N))
            v = self.name()
            inside[v] = (N,)
            head = f'for {v} in {self.r.choice(two)}:'
        else:
            head = f'if {self.expr(env, (), 1)} > {round(self.r.uniform(-0.5, 0.5), 2)}:'
        body = self.block(inside, depth - 1, 4) or ['pass']
        more = ['else:', ['    ' + b for b in self.block(dict(env), 0, 2) or ['pass']]] if head[0] == 'i' and self.r.random() < 0.4 else []
        return [head, *['    ' + b for b in body], *([more[0], *more[1]] if more else [])]


def program(seed):
    draw = Draw(seed)
    params = {'x': (N,), 'A': (M, N), 's': (), 'y': draw.pick((M,), (N,), (1,), (M, 1)), 'B': (N, N)}
    env = dict(params)
    body = ['out = 0.0', *draw.block(env, 2, 7)]
    ends = [n for n, s in env.items() if isinstance(s, tuple)]
    body += [f'out += np.sum(np.sin({n}) * {draw.pick("1.0", "0.7", n)})' for n in draw.r.sample(ends, min(len(ends), 4))] + ['return out']
    rng = np.random.default_rng(seed)
    args = [rng.uniform(-1, 1, s) if s else draw.pick(float, np.float64)(rng.uniform(-1, 1)) for s in params.values()]
    if draw.r.random() < 0.1:
        args = [a.astype(np.float32) if isinstance(a, np.ndarray) else a for a in args]
    if draw.r.random() < 0.1:
        args[1] = np.asfortranarray(args[1])
    return body, [*args, np.array([0, 2, 0])]


def imported(text, folder=tempfile.mkdtemp(), count=iter(range(10**9))):
    path = pathlib.Path(folder, f'case{next(count)}.py')
    path.write_text(text)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(f, args, wrt):
    """'' if all is well, 'skipped', or what is wrong, its first words the kind of failure."""
    try:
        checking.assert_well_posed(f, args, wrt)
    except Exception as error:
        return f'skipped {type(error).__name__} {error}'
    try:
        checking.assert_gradient(lambda g, w: srcad.value_and_grad(g, argnums=w), f, args, wrt)
        d = srcad.value_and_grad(f, argnums=wrt)
        grads = d(*args)[1]
        kept = copy.deepcopy(grads)
        for n, g in enumerate(grads):
            if isinstance(g, np.ndarray):
                if not g.flags.writeable or not g.flags.owndata:
                    return f'wrong: gradient {n} is not writable or does not own its memory'
                g[...] = 77.0
                if any(isinstance(h, np.ndarray) and not checking.same(h, w) for h, w in list(zip(grads, kept))[n + 1:]):
                    return f'wrong: gradient {n} shares memory with another'
        if not checking.same(d(*args)[1], kept):
            return 'wrong: changing a gradient changed a later call'
    except (srcad.NoDerivative, srcad.UnsupportedSyntax) as error:
        return f'refused: {error.msg} | {(error.text or "").strip()}'
    except checking.WrongGradient as error:
        return f'wrong: {error}'
    except Exception as error:
        return f'crash: {type(error).__name__}: ' + ''.join(traceback.format_exc().splitlines(True)[-5:])
    return ''


def run(body, args, head='x, A, s, y, B, k'):
    text = HELPERS + f'\ndef f({head}):\n' + ''.join(f'    {line}\n' for line in body)
    wrt = tuple(n for n, a in enumerate(args) if not (isinstance(a, np.ndarray) and a.dtype.kind == 'i'))
    try:
        return judge(imported(text).f, args, wrt)
    except SyntaxError as error:
        return f'skipped {error}'


def kind(verdict):
    return re.match(r'wrong: f: \w+ \w+ \w+|[^:]*(: \w+)?', verdict).group()


def shrunk(body, args, verdict):
    """Leave statements away, with what hangs below them, while the failure stays of its kind."""
    changed = True
    while changed:
        changed = False
        for n in reversed(range(len(body) - 1)):
            depth = len(body[n]) - len(body[n].lstrip())
            end = next((m for m in range(n + 1, len(body)) if len(body[m]) - len(body[m].lstrip()) <= depth), len(body))
            for shorter in (body[:n] + body[end:], body[:n] + [b[4:] for b in body[n + 1:end]] + body[end:], body[:n] + body[n + 1:]):
                if len(shorter) < len(body) and kind(new := run(shorter, args)) == kind(verdict):
                    body, verdict, changed = shorter, new, True
                    break
    return body, verdict


def main(seed, count):
    warnings.simplefilter('ignore')
    seen = collections.Counter()
    for n in range(seed, seed + count):
        body, args = program(n)
        verdict = run(body, args)
        label = verdict.split(' ')[0] if not verdict.startswith('refused') else re.sub(r"'[^']*'|\b[vb]+\w*\d+\b", '_', verdict.split(' | ')[0])
        seen[label or 'right'] += 1
        if verdict.startswith(('wrong', 'crash')):
            body, verdict = shrunk(body, args, verdict)
            print(f'--- seed {n}: y {np.shape(args[3])}, {args[0].dtype}', *body, verdict[:900], sep='\n    ', flush=True)
    print(*(f'{c:6} {label}' for label, c in seen.most_common()), sep='\n')


if __name__ == '__main__':
    main(*map(int, sys.argv[1:]))
