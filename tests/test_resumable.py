"""Random generator functions beside what `lower.resumable` makes of them: the same pieces, in the same order."""

import random

import gast
import pytest

from srcad.lower.names import Means
from srcad.lower.resumable import resumable
from srcad.printer import to_source


class Pieces:
    def __iter__(self):
        return self

    def __next__(self):
        self()
        if self.over:
            raise StopIteration
        return self.value


class Object(Pieces):
    """What stands for by_memory.Generator, with its function."""

    place, over, closed, sent, result = 0, False, False, None, None

    def __init__(self, name, function, **variables):
        self.function = function
        vars(self).update(variables)

    def __call__(self):
        self.function(self)


class Iterator(Pieces):
    """What goes over anything of Python's own."""

    over, result = False, None

    def __init__(self, x):
        self.source = iter(x)

    def __call__(self):
        try:
            self.value = next(self.source)
        except StopIteration as end:
            self.over, self.result = True, end.value


def iterator(x):
    return x if isinstance(x, Object) else Iterator(x)


class Builtins(Means):
    def __call__(self, node):
        return {'range': range, 'enumerate': enumerate, 'zip': zip}.get(getattr(node, 'id', None))


class Writer:
    """A random generator function of the variables a, b, c, and a log."""

    def __init__(self, seed):
        self.random, self.loops, self.names, self.depth = random.Random(seed), 0, 0, 0

    def text(self):
        body = self.block(1) + self.block(1)
        return '\n'.join(['def f(a, log):', '    b, c = 1, 2', *('    ' + line for line in body)])

    def value(self):
        return self.random.choice(['a', 'b', 'c', 'a + b', 'b * 2 - c', 'c + 1', '3'])

    def test(self):
        return f'({self.value()}) % {self.random.choice([2, 3])} == {self.random.choice([0, 1])}'

    def block(self, depth):
        out = []
        for _ in range(self.random.randint(1, 3)):
            out += self.statement(depth)
        return out

    def inside(self, depth):
        return ['    ' + line for line in self.block(depth + 1)]

    def statement(self, depth):
        kinds = ['set', 'set', 'yield', 'yield', 'yield', 'log', 'sent', 'add']
        if depth < 4:
            kinds += ['if', 'if', 'for', 'for', 'while', 'from', 'pairs', 'try', 'else']
        if self.loops:
            kinds += ['break', 'continue']
        if depth > 1:
            kinds += ['return']
        kind = self.random.choice(kinds)
        v, name = self.value(), self.random.choice('abc')
        self.names += 1
        k = f'k{self.names}'
        if kind == 'set':
            return [f'{name} = ({v}) % 17']
        if kind == 'add':
            return [f'{name} += yield {v}', f'{name} %= 19']
        if kind == 'yield':
            return [f'yield {v}']
        if kind == 'log':
            return [f'log.append({v})']
        if kind == 'sent':
            return [f'{name} = {v} + (yield {self.value()}) % 7']
        if kind == 'return':
            return [f'if {self.test()}:', f'    return {v}']
        if kind in ('break', 'continue'):
            return [f'if {self.test()}:', f'    {kind}']
        if kind == 'if':
            return [f'if {self.test()}:', *self.inside(depth)]
        if kind == 'else':
            return [f'if {self.test()}:', *self.inside(depth), 'else:', *self.inside(depth)]
        if kind == 'from':
            return [f'{name} = yield from other({v}, log)']
        if kind == 'try':
            loops, self.loops = self.loops, 0
            made = ['try:', *self.inside(depth), 'finally:', f'    log.append({v})', f'    {name} = ({v}) % 5']
            self.loops = loops
            return made
        self.loops += 1
        body = self.inside(depth)
        self.loops -= 1
        if kind == 'for':
            return [
                f'for {self.random.choice([k, name])} in range({self.random.choice(["2", "3", "a % 4", "1, 4"])}):',
                *body,
            ]
        if kind == 'pairs':
            over = self.random.choice(
                [
                    'enumerate([1, a, 3])',
                    'zip([b, 2], other(a, log))',
                    'enumerate(zip([1, 2], [3, c]), 2)',
                    '[(1, c), (b, 2)]',
                ]
            )
            return [f'for {k}, {name} in {over}:', *([f'    {name} = 5'] if 'e(zip' in over else []), *body]
        return [f'{k} = 0', f'while {k} < 3 and not {self.test()}:', f'    {k} += 1', *body]


OTHER = '''
def other(n, log):
    log.append(('begun', n))
    for k in range(n % 3):
        yield k + n
    log.append(('over', n))
    return n * 2
'''


def run(text, lowered, seed):
    """What a generator gives until it ends or is closed, and what it has logged."""
    chance = random.Random(seed)
    space = {'Generator': Object, 'iterator': iterator}
    exec(compile(text, '<generator>', 'exec'), space)
    log, out = [], []
    g = space['f'](chance.randint(0, 9), log)
    for k in range(chance.choice([3, 60])):
        sent = k * 3 % 11
        if not lowered:
            try:
                out.append(g.send(sent) if k else next(g))
            except StopIteration as end:
                out.append(('end', end.value))
                break
            except Exception as error:
                out.append(type(error))
                break
        else:
            g.sent = sent
            try:
                g()
            except Exception as error:
                out.append(type(error))
                break
            if g.over:
                out.append(('end', g.result))
                break
            out.append(g.value)
        log.append(('given', k))
    else:
        if not lowered:
            g.close()
        elif g.place and 'closed' in text:
            g.closed = True
            g()
    return out, log


def lower(text):
    module = gast.parse(text)
    for f in module.body:
        resumable(f, Builtins(f, None))
    return '\n\n'.join(to_source(f) for f in module.body)


@pytest.mark.parametrize('seed', range(120))
def test_same_pieces(seed):
    text = Writer(seed).text()
    if 'yield' not in text:
        return
    made = lower(OTHER + text)
    for arguments in range(3):
        assert run(OTHER + text, False, arguments) == run(made, True, arguments), f'{text}\n\n{made}'
