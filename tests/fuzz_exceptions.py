"""Random programs with try, with, raise and exits: python -m tests.fuzz_exceptions [START] [COUNT]

Each is judged by central differences, by what it prints, and by the exception that leaves it.
"""
import collections
import contextlib
import copy
import io
import linecache
import math
import random
import sys
import traceback

import srcad
from tests.checking import central_differences, near

HELPERS = '''
import contextlib, math, threading
import numpy as np

class Mine(ValueError):
    pass

def helper(a, k):
    if k % 3 == 1:
        raise Mine('helper')
    b = math.sin(a) * k
    if k % 5 == 4:
        raise KeyError(k)
    return b + a * 0.5

def deep(a, k):
    try:
        c = helper(a, k) * a
    except Mine:
        c = a * 0.3
        if k > 6:
            raise
    finally:
        print('deep', k)
    return c

@contextlib.contextmanager
def scaled(s):
    print('enter')
    try:
        yield s * 0.9
    finally:
        print('leave')

@contextlib.contextmanager
def catching(s):
    t = s * 0.5
    try:
        yield t
    except ZeroDivisionError:
        print('caught')

class Plain:
    def __enter__(self):
        print('in')
        return 2.0
    def __exit__(self, kind, error, trace):
        print('out', kind)
'''
RISKY = ('{a} / d[{i}]', 'math.log({a})', 'math.sqrt({a} - 0.4)', 'helper({a}, {i})', 'deep({a}, {i})',
         '{a} * d[{i} + 2]', '{a} / {i}', '{a} * 0.7 + {b} / d[{i}]', 'math.exp({a}) * helper({b}, {i})', 'math.acos({a})')
SURE = ('math.sin({a}) + {b} * 0.3', '{a} * {b} * 0.5', '{a} - 0.2 * {b}', 'math.cos({a})', '{a}', '0.7', '{a} * 0.9')
KINDS = ('ZeroDivisionError', 'ValueError', 'KeyError', 'IndexError', 'ArithmeticError', 'LookupError', 'Exception', 'Mine',
         '(ValueError, KeyError)', '(ZeroDivisionError, IndexError)', 'BaseException')
CONTEXTS = ('threading.Lock()', 'np.errstate(all="ignore")', 'contextlib.suppress(ZeroDivisionError, ValueError)',
            'contextlib.suppress(LookupError)', 'contextlib.nullcontext({e}) as {a}', 'scaled({a}) as {b}', 'Plain()',
            'catching({e}) as {a}', 'np.errstate(divide="ignore"), threading.Lock()')
ARGUMENTS = [(0.7, 0.9, [0.0, 1.3, 0.8], 3), (-0.4, 0.5, [1.0, 0.0, 0.6, 0.9, 0.7], 2),
             (0.3, 1.2, [0.9, 0.4, 0.6, 1.1, 0.8, 1.2], 0)]


def indented(lines):
    return ['    ' + line for line in lines]


class Writer:
    """Writes one function; `ints` are the counters of the loops around a place."""

    def __init__(self, seed):
        self.r, self.count, self.left = random.Random(seed), 0, 26

    def name(self):
        return self.r.choice('xyzw')

    def filled(self, text, ints):
        e = self.expression(ints) if '{e}' in text else ''
        return text.format(a=self.name(), b=self.name(), i=self.integer(ints), e=e)

    def integer(self, ints):
        return self.r.choice([*ints * 3, 'n', str(self.r.randrange(5))])

    def expression(self, ints):
        return self.filled(self.r.choice(RISKY if self.r.random() < 0.45 else SURE), ints)

    def condition(self, ints):
        return self.filled(self.r.choice(('{i} % 3 == 1', '{a} > 0.3', '{a} > -0.2', '{i} > 1', 'd[{i}] > 0.5',
                                          '{a} / d[{i}] > 0.4')), ints)

    def program(self):
        body = [line for _ in range(4) for line in self.statement(4, [], False, False)]
        return '\n'.join(['def f(x, y, d, n):', '    z, w, v, u = x * y, 0.6, [x, y], np.zeros(4)', '    u[1] = x',
                          *indented(body), '    return x + y * z + w + sum(v) + np.sum(u * u)', ''])

    def block(self, depth, ints, in_loop, in_handler, exits=0.0):
        if self.r.random() < exits:
            return [self.r.choice(['break', 'continue', 'pass'] if in_loop else ['pass', f'return {self.name()}'])]
        out = []
        for _ in range(self.r.randrange(1, 4)):
            if self.left > 0 or not out:
                out += self.statement(depth, ints, in_loop, in_handler)
        return out

    def statement(self, depth, ints, in_loop, in_handler):
        self.left, self.count, p = self.left - 1, self.count + 1, self.r.random()
        if depth <= 0 or p < 0.38:
            return self.simple(ints)
        if p < 0.46:
            return self.exit(ints, in_loop, in_handler)
        if p < 0.54:
            out = [f'if {self.condition(ints)}:', *indented(self.block(depth - 1, ints, in_loop, in_handler))]
            other = self.block(depth - 1, ints, in_loop, in_handler) if self.r.random() < 0.5 else []
            return out + (['else:', *indented(other)] if other else [])
        if p < 0.64:
            return self.loop(depth, ints, in_handler)
        if p < 0.74:
            head = self.filled(self.r.choice(CONTEXTS), ints)
            return [f'with {head}:', *indented(self.block(depth - 1, ints, in_loop, in_handler))]
        return self.tried(depth, ints, in_loop, in_handler)

    def simple(self, ints):
        places = ('{a} = ', '{a} = ', '{a} = ', '{a} += ', '{a} *= ', 'u[{i}] = ', 'u[{i}] += ')
        other = [f'print({self.count})', f'v.append({self.expression(ints)})', f'assert {self.condition(ints)}',
                 self.filled('{a} = u[{i}] * {b}', ints)]
        assigned = self.filled(self.r.choice(places), ints) + self.expression(ints)
        return [assigned if self.r.random() < 0.8 else self.r.choice(other)]

    def exit(self, ints, in_loop, in_handler):
        kinds = [f'return {self.expression(ints)}', f'return {self.name()}', 'raise Mine(1)', 'raise ZeroDivisionError']
        kinds += ['break', 'continue'] * in_loop + ['raise', 'raise ValueError(4) from None'] * in_handler
        return [f'if {self.condition(ints)}:', '    ' + self.r.choice(kinds)]

    def loop(self, depth, ints, in_handler):
        k, p = f'k{self.count}', self.r.random()
        body = indented(self.block(depth - 1, [*ints, k], True, in_handler))
        if p < 0.5:
            return [f'for {k} in range({self.r.choice(("n", "3", "2"))}):', *body]
        if p < 0.7:
            return [f'for {k}, {self.name()} in enumerate(d):', *body]
        return [f'{k} = 0', f'while {k} < 3 and {self.condition([k])}:', f'    {k} += 1', *body]

    def tried(self, depth, ints, in_loop, in_handler):
        r, out = self.r, ['try:', *indented(self.block(depth - 1, ints, in_loop, in_handler))]
        kinds = r.sample(KINDS, r.randrange(0, 4))
        for kind in kinds:
            e = f'e{self.count}'
            use = r.choice((f'print(type({e}).__name__)', f'{self.name()} *= len(type({e}).__name__) * 0.1'))
            named = r.random() < 0.35
            out += [f'except {kind}' + f' as {e}:' * named + ':' * (not named), *([f'    {use}'] if named else [])]
            out += indented(self.block(depth - 1, ints, in_loop, True, exits=0.3))
        if kinds and r.random() < 0.35:
            out += ['else:', *indented(self.block(depth - 1, ints, in_loop, in_handler))]
        if not kinds or r.random() < 0.3:
            out += ['finally:', *indented(self.block(min(depth - 1, 1), ints, in_loop and r.random() < 0.1, in_handler))]
        return out


def made(seed):
    """(the function of a seed, its text)"""
    text, file = HELPERS + Writer(seed).program(), f'<exceptions {seed}>'
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    names = {'__name__': 'fuzz_exceptions'}
    exec(compile(text, file, 'exec', dont_inherit=True), names)
    return names['f'], text[len(HELPERS) :]


def outcome(f, arguments):
    """(value or None, (kind, text) of what was raised or None, what was printed, traceback)"""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            return f(*copy.deepcopy(arguments)), None, printed.getvalue(), ''
        except Exception as error:
            return None, (type(error), str(error)), printed.getvalue(), traceback.format_exc()


def judge(seed):
    """(verdict, what is wrong)"""
    try:
        f, _ = made(seed)
    except SyntaxError:
        return 'no program', ''
    verdict = 'raised'
    for arguments in ARGUMENTS:
        value, error, printed, _ = outcome(f, arguments)
        got, mine, seen, trace = outcome(srcad.value_and_grad(f, argnums=(0, 1)), arguments)
        if mine and issubclass(mine[0], (srcad.UnsupportedSyntax, srcad.NoDerivative)):
            return 'refused', mine[1]
        if 'in f_adjoint' in trace:  # numbers so large that only NumPy has a value for the gradient
            continue
        if mine and error and mine != error:  # two failures in one statement outside all try: their order may change
            verdict = 'another exception'
            continue
        if mine != error or error is None and seen != printed:
            return 'wrong', f'{arguments}: {mine}, {seen!r}; {error}, {printed!r}\n{trace}'
        if error is None:
            if not near([got[0]], [value], 1e-9, 1e-12):
                return 'wrong', f'{arguments}: the value is {got[0]}, not {value}'
            for k in (0, 1):
                want = slopes(f, arguments, k)
                if want and not near([got[1][k]], [want[0]], 1e-4, 1e-5):
                    return 'wrong', f'{arguments}: the gradient by {k} is {got[1][k]}, not {want[0]}'
            verdict = 'right'
    return verdict, ''


def slopes(f, arguments, k):
    """Central differences of two sizes that agree; nothing where they do not."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            fine, coarse = (central_differences(f, arguments, k, h) for h in (1e-6, 1e-5))
    except Exception:
        return ()
    return (fine,) if math.isfinite(fine) and abs(fine) < 1e4 and near([fine], [coarse], 1e-4, 1e-5) else ()


def main(start=0, count=200):
    verdicts = collections.Counter()
    for seed in range(int(start), int(start) + int(count)):
        verdict, message = judge(seed)
        verdicts[verdict] += 1
        if verdict in ('wrong', 'refused'):
            print(seed, verdict, message)
            print(made(seed)[1])
    print(dict(verdicts))


if __name__ == '__main__':
    main(*sys.argv[1:])
