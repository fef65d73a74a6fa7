"""Programs with try, with, raise and exits, which print; some leave with an exception."""

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
CASES = '''
CASES = [
    (program, (0.7, 0.9, [0.0, 1.3, 0.8], 3), (0, 1)),
    (program, (-0.4, 0.5, [1.0, 0.0, 0.6, 0.9, 0.7], 2), (0, 1)),
    (program, (0.3, 1.2, [0.9, 0.4, 0.6, 1.1, 0.8, 1.2], 0), (0, 1)),
]
'''


def indented(lines):
    return ['    ' + line for line in lines]


class Writer:
    """Writes one function; `ints` are the counters of the loops around a place."""

    def __init__(self, random):
        self.r, self.count, self.left = random, 0, 26

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
        return '\n'.join(['def program(x, y, d, n):', '    z, w, v, u = x * y, 0.6, [x, y], np.zeros(4)', '    u[1] = x',
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


def program(random):
    return '\n'.join([HELPERS, Writer(random).program(), CASES])
