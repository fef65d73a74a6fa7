"""Programs over numbers and lists: branches, loops and their exits, helpers, recursion, comprehensions."""
import numpy as np

UNARY = ('math.sin({})', 'math.cos({})', 'math.tanh({})', 'math.exp(-abs({}))', 'math.sqrt(abs({}) + 0.5)',
         'math.atan({})', 'math.log(1 + ({})**2)', 'abs({})', '(-{})', '({})**2', 'math.exp(min({}, 1.0))', '(+{})',
         'float({})', '0.5 * ({})', 'math.log(2.0 + math.sin({}), 3)', 'math.fabs({})')
RARE = ('round({})', '({}) % 1.3', '({}) // 0.7', 'int({})', 'math.fmod({}, 0.9)')
BINARY = ('({} + {})', '({} - {})', '{} * {}', '({}) / (1 + ({})**2)', 'max({}, {})', 'min({}, {})', '({} + {})',
          'math.hypot({}, 0.3 + abs({}))', '(abs({}) + 0.5)**({})', 'math.atan2({}, 1.5 + math.sin({}))',
          'max({}, {}, 0.1)', '({} or {})', '({} and {})')


class Writer:
    """Writes one function; `helpers` maps names of functions that it may call to their kinds."""

    def __init__(self, random, helpers, floats, ints, lists=(), tuples=(), result='F', inner=False):
        self.r, self.helpers, self.result, self.inner = random, dict(helpers), result, inner
        self.floats, self.ints, self.lists, self.tuples = list(floats), list(ints), list(lists), list(tuples)
        self.lines, self.loops, self.count = [], 0, 0

    def f(self, d=2):
        r, p = self.r, self.r.random()
        if d <= 0 or p < .2:
            q = r.random()
            if q < .68:
                return r.choice(self.floats)
            if q < .78 and self.ints:
                return r.choice(self.ints)
            if q < .88 and self.lists:
                return f'{r.choice(self.lists)}[{r.choice(["0", "-1", "0"])}]'
            if q < .93 and self.tuples:
                return f'{r.choice(self.tuples)}[{r.randrange(2)}]'
            return r.choice(('0.5', '1.3', '2', '-0.7', '1', '0.0'))
        if p < .38:
            return r.choice(UNARY if r.random() < .95 else RARE).format(self.f(d - 1))
        if p < .68:
            return r.choice(BINARY).format(self.f(d - 1), self.f(d - 1))
        if p < .76:
            return f'({self.f(d - 1)} if {self.b()} else {self.f(d - 1)})'
        if p < .80:
            return f'({self.b()} and {self.f(d - 1)} or {self.f(d - 1)})'
        if p < .86 and self.lists:
            some = r.choice(self.lists)
            return r.choice((f'sum({some})', f'len({some})', f'max({some})', f'sum([{self.over("e", d)} for e in {some}])',
                             f'{some}[len({some}) // 2]', f'{some}[{self.i()} % len({some})]',
                             f'sum({self.over("e", d)} for e in {some} if {self.over("e", 1)} > 0.2)',
                             f'sum({some}[1:])', f'sum([u * v for u, v in zip({some}, {r.choice(self.lists)})])',
                             f'min({some})', f'sum({some}, {self.f(1)})'))
        calls = [h for h in self.helpers if self.helpers[h] != 'T']
        if calls and p < .96:
            return self.call(r.choice(calls), d)
        if p < .98:
            return f'sum([{self.over("q", d)} for q in range({self.i()})])'
        return self.f(0)

    def over(self, name, d):
        """An expression over one name more."""
        self.floats += [name] * 3
        text = self.f(d - 1)
        del self.floats[-3:]
        return text

    def call(self, name, d):
        a, b, k = self.f(d - 1), self.f(d - 1), self.i()
        kind = self.helpers[name]
        if kind == 'I':
            return f'{name}({a})'
        if kind == 'R':
            return f'{name}({a}, min(3, {k}))'
        if kind == 'L':
            return f'{name}({self.r.choice(self.lists) if self.lists else f"[{a}, {b}]"}, {a})'
        return self.r.choice((f'{name}({a})', f'{name}({a}, {b})', f'{name}({a}, {b}, {k})', f'{name}({a}, k={k})',
                              f'{name}(b={b}, a={a})', f'{name}(k={k}, a={a}, b={b})'))

    def i(self):
        names = [f'min({n}, 3)' for n in self.ints]
        return self.r.choice([*names, *names, '2', '3', '1', '0'] + [f'len({n}) % 4' for n in self.lists[:1]])

    def b(self, d=1):
        r, p = self.r, self.r.random()
        if p < .3 and self.ints:
            n = r.choice(self.ints)
            return r.choice((f'{n} % 2 == {r.randrange(2)}', f'{n} > {r.randrange(4)}', f'{n} != 1', n))
        if p < .7 or d <= 0:
            return f'{self.f(1)} {r.choice(("<", ">", "<=", ">="))} {self.f(0)}'
        if p < .8:
            return f'{self.f(0)} < {self.f(1)} {r.choice(("<", ">", "<="))} {self.f(0)}'
        if p < .87:
            return f'not ({self.b(0)})'
        return f'({self.b(0)} {r.choice(("and", "or"))} {self.b(0)})'

    def emit(self, level, line):
        self.lines.append('    ' * level + line)

    def new(self, prefix):
        self.count += 1
        return f'{prefix}{self.count}'

    def target(self):
        if self.r.random() < .12:
            return self.new('z' if self.inner else 't')
        free = [x for x in self.floats if not self.inner or x in self.own]
        return self.r.choice(free) if free else self.new('z')

    def bind(self, *names):
        self.floats += [name for name in names if name not in self.floats]

    def block(self, level, size):
        """Names that are first assigned within it are forgotten after it, or, now and then, not."""
        kept = [list(x) for x in (self.floats, self.ints, self.lists, self.tuples)], dict(self.helpers)
        start = len(self.lines)
        for _ in range(self.r.randint(1, size)):
            self.statement(level)
        if len(self.lines) == start:
            self.emit(level, 'pass')
        if self.r.random() < .75:
            (self.floats, self.ints, self.lists, self.tuples), self.helpers = kept

    def give(self, level):
        self.emit(level, f'return {self.f()}' if self.result == 'F' else f'return {self.f()}, {self.f(1)}')

    def statement(self, level):
        r, p = self.r, self.r.random()
        deep = level > 4
        if p < .22 or deep and p < .5:
            name = self.target()
            self.emit(level, f'{name} = {self.f(3)}')
            self.bind(name)
        elif p < .34 or deep:
            name = self.r.choice([x for x in self.floats if not self.inner or x in self.own] or ['own'])
            self.emit(level, f'{name} ' + r.choice(('+= {}', '-= {}', '*= math.cos({})', '/= 1 + ({})**2', '+= {}', '*= {}'))
                      .format(self.f()) if name != 'own' else 'pass')
        elif p < .42:
            a, b = self.target(), self.target()
            b = self.new('t') if a == b and not self.inner else b
            text = r.choice((f'{a}, {b} = {self.f(0)}, {self.f(0)}', f'{a}, {b} = {self.f()}, {self.f()}',
                             f'{a} = {b} = {self.f()}', f'({a}, {b}) = ({self.f(1)}, {self.f(1)})'))
            if a != b and a in self.floats and b in self.floats and r.random() < .5:
                text = f'{a}, {b} = {b}, {a}'
            pairs = [h for h in self.helpers if self.helpers[h] == 'T']
            if pairs and r.random() < .4:
                text = f'{a}, {b} = {self.call(r.choice(pairs), 2)}'
            elif r.random() < .15 and not self.inner:
                name = self.new('p')
                text = f'{name} = ({self.f()}, {self.f()})'
                self.tuples.append(name)
                a = b = self.floats[0]
            self.emit(level, text)
            self.bind(a, b)
        elif p < .56:
            self.emit(level, f'if {self.b()}:')
            self.block(level + 1, 3)
            for _ in range(r.choice((0, 0, 1))):
                self.emit(level, f'elif {self.b()}:')
                self.block(level + 1, 2)
            if r.random() < .5:
                self.emit(level, 'else:')
                self.block(level + 1, 3)
        elif p < .74 and self.loops < 3:
            self.loop(level)
        elif p < (.81 if self.loops else .77):
            self.emit(level, f'if {self.b()}:')
            if r.random() < .4:
                self.statement(level + 1)
            word = r.choice(('break', 'continue', 'return', 'break')) if self.loops else 'return'
            self.give(level + 1) if word == 'return' else self.emit(level + 1, word)
        elif p < .92 and not self.inner:
            self.listing(level)
        elif p < .95 and not self.inner:
            name = self.new('inner')
            nested = Writer(r, self.helpers, self.floats + ['u', 'u'], self.ints, self.lists, self.tuples, inner=True)
            self.lines += ([f"{'    ' * level}{name} = lambda u: {nested.f(2)}"] if r.random() < .3 else
                           nested.function(name, 'u', r.randint(0, 2), level, ['u']))
            self.helpers[name] = 'I'
        elif self.ints and not self.inner:
            name = self.r.choice(self.ints + ['m'])
            self.emit(level, f'{name} = {r.choice((self.i() + " + 1", self.i(), "len([" + self.f(1) + "])"))}')
            self.ints += ['m'] * ('m' not in self.ints and name == 'm')

    def listing(self, level):
        r, e = self.r, self.emit
        if not self.lists or r.random() < .35:
            name = self.new('l')
            e(level, f'{name} = ' + r.choice((f'[{self.f(1)}, {self.f()}]', f'[{self.over("q", 2)} for q in range(1, 4)]',
                                             '[' + self.f() + ']')))
            self.lists.append(name)
            return
        name = r.choice(self.lists)
        other = self.new('l')
        kind = r.randrange(9)
        e(level, (f'{name}.append({self.f()})', f'{name}[0] = {self.f()}', f'{name}[-1] += {self.f()}',
                  f'{other} = [{self.over("e", 2)} for e in {name}]', f'{other} = {name}', f'{name}.append({self.f()})',
                  f'{other} = {name}[:2]', f'{name}[{self.i()} % len({name})] *= {self.f(1)}',
                  f'{other} = [e for e in {name} if e > 0.2] + [0.3]' if r.random() < .1 else f'{other} = {name}[:]')[kind])
        self.lists += [other] * (kind in (3, 4, 6, 8))

    def loop(self, level):
        r, i = self.r, self.new('i')
        self.loops += 1
        p = r.random()
        if p < .25:
            self.emit(level, f'{i} = 0')
            self.emit(level, f'while {i} < {r.choice((self.i(), "3", "2"))}' + r.choice(('', f' and {self.b()}')) + ':')
            self.emit(level + 1, f'{i} += 1')
            self.ints.append(i)
        elif p < .45 and self.lists:
            name, e = r.choice(self.lists), self.new('e')
            name = r.choice((name, f'reversed({name})', f'{name}[:]'))
            over = r.choice((f'{e} in {name}', f'{i}, {e} in enumerate({name})'))
            self.emit(level, f'for {over}:')
            self.ints += [i] if i in over else []
            self.bind(e)
        else:
            count = r.choice((f'range({self.i()})', f'range(1, {self.i()} + 1)', f'range({self.i()}, 0, -1)',
                              f'reversed(range({self.i()}))', 'range(0, 5, 2)', f'range({self.i()})'))
            self.emit(level, f'for {i} in {count}:')
            self.ints.append(i)
        self.block(level + 1, 4)
        self.loops -= 1
        if r.random() < .6 and i in self.ints:
            self.ints.remove(i)

    def function(self, name, params, size, level=0, own=()):
        self.own, loops, outer, self.lines = own, self.loops, self.lines, []
        self.emit(level, f'def {name}({params}):')
        for _ in range(size):
            self.statement(level + 1)
        self.give(level + 1)
        self.loops, lines, self.lines = loops, self.lines, outer
        return lines


def program(r):
    lines, helpers = ['import math', '', ''], {}
    for name, kind in r.sample((('h', 'F'), ('pair', 'T'), ('again', 'R'), ('total', 'L')), r.randint(0, 3)):
        w = Writer(r, helpers, *{'R': (('a',), ('k',)), 'L': (('a',), ())}.get(kind, (('a', 'b'), ('k',))), result='F')
        if kind == 'R':
            lines += [f'def {name}(a, k):', '    if k <= 0:', f'        return {w.f()}', f'    a = {w.f()}',
                      f'    return {w.f(1)} + {r.choice(("0.5", "a", "k"))} * {name}({w.f(1)}, k - 1)']
        elif kind == 'L':
            w.lists.append('items')
            lines += w.function(name, 'items, a', r.randint(0, 3))
        else:
            w.result = kind
            lines += w.function(name, f'a, b={r.choice(("0.5", "2", "-1.0"))}, k={r.randint(0, 3)}', r.randint(0, 4))
        helpers[name] = kind
        lines += ['', '']
    params = ['x', 'y', 'w'][:r.randint(2, 3)]
    main = Writer(r, helpers, params, ['n'])
    start = [f'{v} = {r.choice(("0.0", main.f(2), "1.0", "0"))}' for v in ('s', 'c')]
    main.floats += ['s', 'c', 's']
    lines += main.function('program', ', '.join([*params, 'n']), r.randint(2, 7))
    at = next(k for k, line in enumerate(lines) if line.startswith('def program')) + 1
    lines[at:at] = ['    ' + line for line in start]
    numbers = np.random.default_rng(r.randrange(1000)).uniform(-1.6, 1.9, len(params)).round(3).tolist()
    args = *numbers, r.randint(0, 4)
    every = tuple(range(len(params)))
    wrt = r.choice((every, every, (0,), (r.randrange(len(params)),)))
    return '\n'.join([*lines, '', '', f'CASES = [(program, {args}, {wrt})]', ''])
