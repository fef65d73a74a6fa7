"""Programs with complex numbers and arrays of them between two real arguments and a real result."""
import re

import numpy as np

HEAD = '''import cmath
import math

import numpy as np

TURN = np.exp(1j * np.arange(3.0))


def mix(a, b):
    return a * 0.5 - b * b * 0.25j


def polar(a, b):
    if abs(a) > 1:
        a = a / (abs(a) + 1)
    return abs(a) + 0.5, np.angle(b + 2)


def scale(z, a):
    z[0] = a
    z[1:] *= 0.5 * a


def total(zs):
    out = 0
    for z in zs:
        out = out * 0.5 + z
    return out


'''


# Expressions by kind: r is a real number, c a complex one, v a real array, z a complex one; <c> stands for an expression,
# <zz> for a name, <k> for an index. First those without parts.
LEAVES = {
    'r': '<rr> <rr> <rr> 0.5 2 -1.5',
    'c': '<cc> <cc> (0.3+1j*<rr>) complex(<rr>,0.5) (1-2j)',
    'v': '<vv> <vv> np.array([<rr>,0.7,<rr>])',
    'z': '<zz> <zz> (<vv>*TURN) (<vv>+1j*<vv>)',
}
FORMS = {
    'r': [
        '(<r> + <r>)',
        '(<r> * <r>)',
        '(<r> - <r>)',
        '(<c>).real',
        '(<c>).imag',
        'abs(<c>)',
        'np.real(<c>)',
        'math.sin(<r>)',
        'np.imag(<c>)',
        '<r> / (2 + abs(<c>))',
        'np.angle(<c> + 4)',
        'cmath.phase(<c> - 3j)',
        'abs(<r>)',
        'max(<r>, <r>)',
        '(1 + <r>**2)**0.5',
        '(<c> * <c>.conjugate()).real',
        '(<r> if <r> > 0.1 else <r>)',
        '<z>[<k>].real',
        '<z>.imag[<k>]',
        'np.sum(np.abs(<z>))',
        'np.sum(<z> * <z>).imag',
        'np.vdot(<z>, <z>).real',
        'np.sum((<z>).real * (<z>).imag)',
        'np.linalg.norm(<z>)',
        'np.sum(<v> * <v>)',
        '<v>[<k>]',
        'np.var(<z>)',
    ],
    'c': [
        '(<c> + <c>)',
        '(<c> * <c>)',
        '(<c> - <r>)',
        '(<r> * <c>)',
        'complex(<r>, <r>)',
        '(<r> + 1j * <r>)',
        '-<c>',
        '(2j * <r> - <c>)',
        '<c> / (3 + 0.1 * <c>)',
        '<r> / (<c> + 3j)',
        '(<c>).conjugate()',
        'np.conj(<c>)',
        '(<c>)**2',
        'np.exp(0.3j * <r>)',
        'cmath.sqrt(<c> + 2)',
        'cmath.sin(0.3 * <c>)',
        '(2 + <c>)**3',
        '(2 + <c>)**0.5',
        '(2 + <c>)**-1',
        'mix(<r>, <c>)',
        'mix(<c>, <r>)',
        'mix(<c>, <c>)',
        '(<r> if <r> > 0.1 else <c>)',
        'total([<r>, <c>, <c>])',
        'sum([<c>, <r>])',
        'cmath.exp(0.2 * <c>)',
        '<z>[<k>]',
        'np.sum(<z>)',
        'np.vdot(<z>, <z>)',
        '(<z> @ <z>)',
        '(<z> @ <v>)',
        'np.mean(<z>)',
        'np.prod(<z> * 0.5)',
        'sum([a * <c> for a in <z>])',
    ],
    'v': [
        '(<v> * <v>)',
        '(<v> - <r>)',
        '(<z>).real',
        'np.abs(<z>)',
        '(<z>).imag',
        'np.cos(<v>)',
        'np.imag(<z> * <z>)',
        'np.array([<r>, <r>, 1.0])',
        'np.fft.irfft(<z>, 3)',
        'np.angle(<z> + 4)',
    ],
    'z': [
        '(<z> * <z>)',
        '(<v> * <z>)',
        '(<z> + <c>)',
        '(<c> * <v>)',
        '(<z> - <r>)',
        'np.conj(<z>)',
        'np.exp(0.3j * <v>)',
        '<z> / (3 + 0.1 * <z>)',
        '(<z>)**2',
        'np.fft.fft(<z>)',
        'np.fft.fft(<v>)',
        'np.array([<c>, <r>, <c>])',
        '(<v> + 1j * <v>)',
        'np.where(<v> > 0.2, <v>, <z>)',
        'np.fft.ifft(<z>)',
        'np.roll(<z>, 1)',
        '<z>[::-1]',
        '(<v>).astype(complex)',
        'np.outer(<z>, <v>)[1]',
        '(np.outer(<v>, TURN) @ <z>)',
        'np.cumsum(<z>)',
        '<z>[[2, 0, 2]]',
    ],
}
CHANGES = [
    '<zz>[<s>] = <r>',
    '<zz>[<s>] = <c>',
    '<zz>[<s>] *= <c>',
    '<zz>[<s>] += <r>',
    '<zz>.imag[<s>] = <r>',
    '<zz> *= <c>',
    '<zz> += <z>',
    'scale(<zz>, <c>)',
    'scale(<zz>, <r>)',
    '<zz>.real[<s>] *= <r>',
    '<zz>[<s>] -= <c>',
    '<zz> /= <c> + 3',
]


class Maker:
    """Makes one program: its names by kind, and its statements."""

    def __init__(self, random):
        self.random = random
        self.names = {'r': ['x', 'y'], 'c': [], 'v': [], 'z': []}
        self.count = 0

    def pick(self, *options):
        return self.random.choice(options)

    def expression(self, kind, depth=2):
        leaf = depth <= 0 or self.random.random() < 0.2
        return self.filled(self.pick(*(LEAVES[kind].split() if leaf else FORMS[kind])), depth)

    def filled(self, form, depth):
        def part(match):
            what = match[1]
            if what in ('k', 's'):
                return self.pick('0', '1', '2', '-1') if what == 'k' else self.pick('0', '1', '-1', '1:', ':2', ':')
            if len(what) == 1:
                return self.expression(what, depth - 1)
            names = self.names[what[0]]
            return self.pick(*names) if names else self.filled(LEAVES[what[0]].split()[-1], depth)

        return re.sub('<(r|c|v|z|rr|cc|vv|zz|k|s)>', part, form)

    def new(self, kind):
        self.count += 1
        return f'{kind}{self.count}'

    def block(self, lines, indent, size, depth):
        for _ in range(size):
            self.statement(lines, indent, depth)

    def inner(self, lines, indent, depth):
        """A nested block: its new names are forgotten after it, since it may not run."""
        before = {k: list(v) for k, v in self.names.items()}
        self.block(lines, indent + '    ', self.random.randint(1, 3), depth - 1)
        self.names = before

    def statement(self, lines, indent, depth):
        kind, way = self.pick(*'rccvzz'), self.random.random()
        add = lambda text: lines.append(indent + text)
        if way < 0.45:
            known = [n for n in self.names[kind] if n not in 'xy']
            name = self.pick(*known) if known and self.random.random() < 0.3 else self.new(kind)
            text = self.expression(kind)
            add(f'{name} = {text}' + (' * 1' if kind in 'vz' and text in self.names[kind] else ''))
            if name not in self.names[kind]:
                self.names[kind].append(name)
        elif way < 0.6 and self.names['c']:
            add(self.filled(f'<cc> {self.pick("+", "-", "*")}= <{self.pick("r", "c")}>', 2))
        elif way < 0.78 and self.names['z']:
            add(self.filled(self.pick(*CHANGES), 2))
        elif way < 0.82:
            a, b = self.new('r'), self.new('r')
            add(f'{a}, {b} = ' + self.filled(self.pick('polar(<r>, <c>)', 'polar(<c>, <c>)'), 2))
            self.names['r'] += [a, b]
        elif depth and way < 0.92:
            add(self.filled('if <r> > 0.2:', 2))
            self.inner(lines, indent, depth)
            if self.random.random() < 0.5:
                add('else:')
                self.inner(lines, indent, depth)
        elif depth:
            add(f'for k in range({self.pick(1, 2, 3)}):')
            self.inner(lines, indent, depth)
        else:
            name = self.new('c')
            add(f'{name} = {self.expression(self.pick("r", "c"))}')
            self.names['c'].append(name)


def program(random):
    maker, lines = Maker(random), []
    maker.block(lines, '    ', maker.random.randint(3, 9), 2)
    ends = {
        'r': '{} * 0.3',
        'c': '({} * (1 - 0.4j)).real',
        'v': 'np.sum({} * TURN.real)',
        'z': 'np.sum({} * TURN).imag',
    }
    lines.append('    return ' + ' + '.join(ends[k].format(n) for k, names in maker.names.items() for n in names))
    args = tuple(np.random.default_rng(random.randrange(1000)).uniform(-1.5, 1.5, 2).round(3).tolist())
    return '\n'.join([HEAD + 'def program(x, y):', *lines, '', '', f'CASES = [(program, {args}, (0, 1))]', ''])
