"""Programs with lists, dicts, objects, arrays and closures that change under several names.

They are smooth by construction: branches ask numbers about constants that no value meets, no list is ever empty, and
numbers stay small.
"""
import re

HELPERS = '''import math
import numpy as np


class Point:
    def __init__(self, p, q):
        self.p = p
        self.q = q
        self.items = [q, p]
        self.arr = np.array([p, 0.5, q])
        self.other = None

    def move(self, d):
        self.p, self.q = self.q + d, self.p * 0.7
        return self

    def add(self, d):
        self.items.append(0.6 * d * self.p)
        self.items[0] += 0.3 * self.q

    def size(self):
        return math.sin(self.p) * self.q + self.items[0] * self.items[-1] + np.sum(self.arr)

    def spread(self, d):
        self.arr *= math.cos(d)
        self.arr[0] += self.p
        return self.arr

    def __call__(self, d):
        self.q = math.tanh(self.q + d)
        return self.q * self.p


def push(ys, d):
    ys.append(0.5 * d)
    return ys


def either(ys, zs, k):
    return ys if k else zs


def swap(ys, zs):
    ys[0], zs[-1] = zs[-1], 0.8 * ys[0]


def fill(a, d):
    a[0] = d * a[1]
    a[1:] *= 0.9
    return a


def put(d, key, v):
    d[key] = v + d['a']
    return d


def counter(c):
    def step(d):
        nonlocal c
        c = math.tanh(c + 0.5 * d)
        return c * d
    return step


def total(*vs, scale=0.5):
    out = 0.0
    for v in vs:
        out = out + scale * v * v
    return out


def options(into, **more):
    for k, v in more.items():
        into[k] = v
    return into


def fails(ys, d):
    ys[0] = d * ys[0]
    if d > -9.1:
        raise ValueError('always')
    ys[0] = 0.0


def nested(ys, depth):
    if depth == 0:
        return ys[-1]
    ys[0] = 0.8 * ys[0] + 0.1
    return 0.9 * nested(ys, depth - 1) + ys[0]


def pairs(ys):
    for k, y in enumerate(ys):
        yield k, y * 0.7
'''
START = {'x': 'num', 'y': 'num', 'v': 'arr', 'ys': 'list', 'ds': 'dict', 'o': 'obj'}
CASES = '''CASES = [
    (program, (0.61, 0.83, np.array([0.42, -0.73, 1.17]), [0.35, -0.64], {{'a': 0.55, 'b': -0.36, 'c': 0.91}},
     Point(0.47, 0.76)), {}),
]'''
UNARY = 'math.sin({}) | math.tanh({}) | -{} | 0.5 * {} | math.cos({}) | {} * 0.7 + 0.2 | 1 / (1.5 + {} ** 2) | math.exp(-{} ** 2)'.split(' | ')
BINARY = '{} + {} | {} - {} | {} * {} | 0.8 * {} * {} | math.sin({} * {})'.split(' | ')
# What an expression of each kind may be: {kind} is an expression of that kind, {i} an index, {c} a key, {?} a test
READ = {
    'num': '''{list}[{i}] | {dict}[{c}] | {obj}.p | {obj}.q | {obj}.items[{i}] | {obj}.size() | {obj}.arr[{i}] | {arr}[{i}] | np.sum({arr})
 | sum({list}) | {nest}[{j}][{i}] | {objs}[{j}].p | {objs}[{j}].size() | {arrs}[{j}][{i}] | np.sum({arrs}[{j}]) | {lists}[{b}][{i}] | {fun}({num})
 | {pair}[0] | {pair}[1][{i}] | total({num}, {num}) | total(*{list}) | total({num}, scale={num}) | {dict}.get('z', {num}) | {obj}({num})
 | sum({dict}.values()) | {obj}.move({num}).q | push({list}, {num})[-1] | nested({list}, 2) | sum([t * t for t in {list}])
 | np.dot({arr}, {arr}) | ({num} if {?} else {num}) | {obj}.spread({num})[{i}] | {dict}.pop('d', {num}) | len({list}) * {num} | {mat}[{j}, {i}] | np.sum({mat}[{j}])
 | {lists}['b'].pop() | sum(t for k, t in pairs({list})) | {num}''',
    'list': '[{num}, {num}] | {list}[:] | {list} | {list} | {obj}.items | {nest}[{j}] | {lists}[{b}] | push({list}, {num}) | either({list}, {list}, {?}) | {pair}[1] | [t * {num} for t in {list}] | {list} + [{num}] | list({list}) | {list}[::-1] | ({list} if {?} else {list})',
    'dict': "dict(a={num}, b={num}, c={num}) | {'a': {num}, 'c': {num}, 'b': {num}} | {dict} | put({dict}, {c}, {num}) | dict({dict}) | options({dict}, b={num}, e={num}) | {k: 0.7 * t for k, t in {dict}.items()}",
    'obj': 'Point({num}, {num}) | {obj} | {objs}[{j}] | {obj}.move({num}) | ({obj} if {?} else {obj})',
    'arr': 'np.array([{num}, {num}, {num}]) | {arr} * {num} | {arr} + {arr} | np.sin({arr}) | {arr} | {arr}[::-1] | {arr}[:] | {arr}.copy() | {obj}.arr | {arrs}[{j}] | fill({arr}, {num}) | {mat}[{j}] | {obj}.spread({num}) | either({arr}, {arr}, {?}) | np.array({list} + [{num}, {num}])[:3] | {mat}.T[{i}, 0] * {arr}',
    'mat': 'np.array([{arr}, {arr}]) | {mat} | {mat}[::-1] | {mat} * {num} | {mat} + {arr} | np.stack([{arr}, {arr}]) | {mat}[:, ::-1]',
    'nest': '[{list}, {list}] | {nest} | [t for t in {nest}]',
    'objs': '[{obj}, {obj}] | {objs} | {objs}[::-1]',
    'arrs': '[{arr}, {arr}] | {arrs} | [{arr}, {arr} * 1.0] | {arrs}[:]',
    'lists': "{'a': {list}, 'b': [{num}] + {list}} | {lists}",
    'pair': '({num}, {list}) | {pair}',
    'fun': 'counter({num}) | {fun} | (lambda t: t * {num}) | {obj}',
}
WRITE = '''{list}[{i}] = {num} | {list}[{i}] += {num} | {list}.append({num}) | {list}.insert({j}, {num}) | {list}[1:] = [{num}, {num}] | {list}.extend([{num}])
 | {dict}[{c}] = {num} | {dict}[{c}] *= {num} | {obj}.p = {num} | {obj}.q *= {num} | {obj}.add({num}) | {obj}.move({num}) | {obj}.items = {list} | {obj}.arr = {arr}
 | {obj}.items[{i}] = {num} | {obj}.arr[{i}] = {num} | {obj}.arr *= {num} | {obj}.spread({num}) | {arr}[{i}] = {num} | {arr}[{i}] *= {num} | {arr}[1:] = {num} | {arr}[...] = {arr}
 | {arr} += {num} | {arr} *= {arr} | {mat}[{j}] = {arr} | {mat}[{j}] *= {num} | {mat}[:, {i}] = {num} | {mat} *= {num} | {nest}[{j}][{i}] = {num} | {nest}[{j}] = {list}
 | {nest}[{j}].append({num}) | {objs}[{j}].q = {num} | {objs}[{j}] = {obj} | {objs}[{j}].move({num}) | {arrs}[{j}] = {arr} | {arrs}[{j}][{i}] = {num} | {arrs}[{j}] *= {num} | {arrs}[{j}] += {arr}
 | {lists}[{b}][{i}] = {num} | {lists}[{b}].append({num}) | {lists}[{b}] = {list} | swap({list}, {list}) | fill({arr}, {num}) | push({list}, {num}) | put({dict}, {c}, {num}) | options({dict}, f={num}, a={num})
 | {list}.reverse() | {obj}.other = {obj} | {pair}[1][{i}] = {num} | {pair}[1].append({num}) | {list}[0], {list}[-1] = {num}, {num} | {list}[{i}], {obj}.p = {obj}.q, {list}[{i}] | {obj}.arr[1:] += {num}
 | {dict}.update(b={num}) | {dict}.update({dict}) | {dict}.setdefault('d', {num}) | {obj}.arr, {obj}.arr = {arr}, {arr} | {arr}[[0, 2]] = {num} | {arr}[:2] += {arr}[1:] | {objs}[0], {objs}[1] = {objs}[1], {objs}[0]
 | {obj}.p, {obj}.q = {obj}.q, {obj}.p | np.add.at({arr}, [0, 0, 1], {num}) | {arrs}.append({arr}) | {objs}.append({obj}) | {nest}.insert(0, {list}) | {arr}[:], {arr}[0] = {num}, {num}'''


def rows_of(tables):
    return {kind: [row.strip() for row in rows.split(' | ')] for kind, rows in tables.items()}


READ, WRITE = rows_of(READ), rows_of({'': WRITE})['']
KINDS = ['num', 'num', 'num', 'list', 'list', 'dict', 'obj', 'arr', 'arr', 'mat', 'nest', 'objs', 'arrs', 'lists', 'pair', 'fun']
BY_REFERENCE_ONLY = 'dict', 'obj', 'objs', 'lists', 'fun'
FILLED = re.compile(r'\{(\w+|\?)\}')
ENDS = {'num': '{}', 'list': 'sum({0}) * {0}[0]', 'dict': "{0}['a'] * sum({0}.values())", 'obj': '{}.size()', 'arr': 'np.sum({0} * {0})', 'mat': 'np.sum(np.sin({}))',
        'nest': '{0}[0][0] * {0}[1][-1]', 'objs': '{}[0].size()', 'arrs': 'np.sum({0}[0] * {0}[1])', 'lists': "{}['a'][0]", 'pair': 'sum({}[1])', 'fun': '{}(0.3)'}


class Writer:
    helpers, start, cases, kinds, read, change, ends = HELPERS, START, CASES, KINDS, READ, WRITE, ENDS
    first, most = ('out = x * y',), 7
    may_leave_out = (), (), BY_REFERENCE_ONLY

    def __init__(self, random):
        self.pick, self.count, self.allow = random.choice, 0, 60
        self.up_to = lambda n: random.randint(0, n)
        self.left_out = self.pick(self.may_leave_out)

    def program(self):
        env = {n: kind for n, kind in self.start.items() if kind not in self.left_out}
        wrt = tuple(k for k, n in enumerate(self.start) if n in env)
        body = self.block(env, 2, self.most)
        last = [f'out += {self.ends[kind].format(n)}' for n, kind in env.items() if kind in self.ends and n not in ('x', 'y')]
        lines = [self.helpers, '', f'def program({", ".join(self.start)}):', *indented([*self.first, *body, *last, 'return out'])]
        return '\n'.join([*lines, '', '', self.cases.format(wrt), ''])

    def kind(self):
        return self.pick([kind for kind in self.kinds if kind not in self.left_out])

    def of(self, rows):
        return [row for row in rows if not any('{%s}' % kind in row for kind in self.left_out)]

    def new(self, env, kind):
        self.count += 1
        env[n := f'{kind[0]}{self.count}'] = kind
        return n

    def filled(self, pattern, env, depth):
        return FILLED.sub(lambda found: self.part(found.group(1), env, depth), pattern)

    def part(self, word, env, depth):
        loops = [n for n, kind in env.items() if kind == 'index']
        if word == 'i':
            return self.pick(['0', '-1', '1', *loops])
        if word == 'j':
            return self.pick(['0', '1', '-1', *loops])
        if word == 'b':
            return self.pick(["'a'", "'b'"])
        if word == 'c':
            return self.pick(["'a'", "'b'", "'c'", *(f"'abc'[{n}]" for n in loops)])
        if word == '?':
            return f'{self.expr(env, "num", 0)} > {self.pick(["0.2137", "-9.137", "-0.1371"])}'
        return self.expr(env, word, depth)

    def expr(self, env, kind, depth):
        names = [n for n, k in env.items() if k == kind]
        self.allow -= 1
        if names and (depth <= 0 or self.allow < 0 or self.up_to(2) == 0):
            return self.pick(names[::-1])
        if kind == 'num':
            how = self.up_to(5) if depth > 0 and self.allow > 0 else 0
            if how == 0:
                return self.pick(['0.7', '1.3', '-0.4', '0.3'])
            if how <= 1:
                return f'({self.pick(UNARY).format(self.expr(env, "num", depth - 1))})'
            if how == 2:
                return f'({self.pick(BINARY).format(self.expr(env, "num", depth - 1), self.expr(env, "num", depth - 1))})'
        rows = self.of(self.read[kind])
        if depth <= 0 or self.allow < 0:
            rows = rows[:1]
        text = self.filled(self.pick(rows), env, depth - 1)
        return f'({text})' if re.search(r' [-+*] | if ', text) and text[0] not in '([{' else text

    def owner(self, env, word):
        names = [n for n, k in env.items() if k == word]
        return self.pick(names[::-1]) if names else None

    def write(self, env):
        """A statement that changes something that has a name."""
        pattern = self.pick(self.of(self.change))
        heads = re.split(r' [-+*]?= ', pattern)[0] if '=' in pattern.split('(')[0] else pattern
        first = True

        def at(found):
            nonlocal first
            word = found.group(1)
            if word in self.read and word != 'num' and (found.start() < len(heads)):
                n = self.owner(env, word)
                if n is None:
                    raise LookupError
                return n
            return self.part(word, env, 1)
        try:
            return [FILLED.sub(at, pattern)]
        except LookupError:
            value = self.filled(self.pick(self.of(self.read[kind := self.kind()])), env, 1)
            return [f'{self.new(env, kind)} = {value}']

    def block(self, env, depth, room):
        return [line for _ in range(1 + self.up_to(room)) for line in self.statement(env, depth)]

    def statement(self, env, depth):
        self.allow = min(self.allow + 8, 60)
        how = self.up_to(17 if depth > 0 else 12)
        if how <= 3:
            kind = self.kind()
            value = self.filled(self.pick(self.of(self.read[kind])), env, 1)
            return [f'{self.new(env, kind)} = {value}']
        if how <= 9:
            return self.write(env)
        if how == 10:
            return [f'out += {self.expr(env, "num", 2)}']
        if how == 11:
            n = self.pick([n for n, k in env.items() if k not in ('index', 'item')])
            return [f'{n} = {self.expr(env, env[n], 1)}']
        if how == 12:
            n = self.pick([n for n, k in env.items() if k in ('list', 'num', 'obj', 'arr')])
            line = {'list': f'if len({n}) > 2:\n    out += {n}.pop({self.pick(["", "0", "1"])})', 'num': f'{n} += {self.expr(env, "num", 1)}',
                    'obj': f'if {n}.other is not None:\n    out += {n}.other.p\n    {n}.other.q = {self.expr(env, "num", 1)}', 'arr': f'{n}[0], {n}[1] = {n}[1], {n}[2] * 0.9'}
            return line[env[n]].split('\n')
        inside = dict(env)
        if how == 13:
            test = self.part('?', env, 0)
            lines = [f'if {test}:', *indented(self.block(inside, depth - 1, 2))]
            return lines + ['else:', *indented(self.block(dict(env), depth - 1, 1))] if self.up_to(1) else lines
        if how == 14:
            i = self.new(inside, 'index')
            return [f'for {i} in range(2):', *indented(self.block(inside, depth - 1, 2)), *self.leaving(inside)]
        if how == 15:
            n = self.pick([n for n, k in env.items() if k in ('list', 'dict', 'objs', 'arrs', 'nest', 'arr')])
            kind = env[n]
            one = self.new(inside, {'objs': 'obj', 'arrs': 'arr', 'nest': 'list'}.get(kind, 'num'))
            if kind == 'dict':
                self.count += 1
                head = f'for key{self.count}, {one} in {self.pick([n, f"dict({n})"])}.items():'
                return [head, *indented([f'{n}[key{self.count}] = {self.expr(inside, "num", 1)}', *self.block(inside, 0, 1)]).copy()] if self.up_to(1) else [
                    head.replace(n, f'dict({n})', 1) if f'dict({n})' not in head else head, *indented(self.block(inside, 0, 1))]
            return [f'for {one} in {n}[:2]:', *indented(self.block(inside, depth - 1, 2)), *self.leaving(inside)]
        if how == 16:
            ys = self.owner(env, 'list')
            end = self.pick([f'fails({ys}, {self.expr(env, "num", 1)})', 'raise ValueError', f'out += {ys}[99]', "out += {'a': 1.0}['b']", 'pass'])
            handler = self.block(dict(env), 0, 1)
            body = [*self.block(inside, 0, 2), end, *self.block(inside, 0, 1)]
            return ['try:', *indented(body), 'except (ValueError, LookupError):', *indented(handler)]
        self.count += 1
        captured = self.pick([n for n, k in env.items() if k == 'num'])
        own = {**env, 't': 'num'}
        body = [f'{captured} = {self.expr(own, "num", 1)}'] if self.up_to(1) else []
        body += self.write(dict(own)) if self.up_to(1) else []
        changed = sorted({m for line in body for m in re.findall(r'^(\w+) (?:[-+*]?=)', line)} & env.keys())
        body = [*(f'nonlocal {n}' for n in changed), *body]
        f = f'f{self.count}'
        body += [f'return t * {captured} + {self.expr(own, "num", 1)}']
        env[f] = 'fun'
        return [f'def {f}(t):', *indented(body)]

    def leaving(self, inside):
        """The last lines of a loop: it may stop, or go on, or leave the function."""
        how = self.up_to(8)
        if how < 6:
            return []
        return indented([f'if {self.part("?", inside, 0)}:', '    ' + ['break', 'continue', 'return out'][how - 6], f'out += {self.expr(inside, "num", 1)}'])


def indented(lines):
    return ['    ' + line for line in lines]


def program(random):
    return Writer(random).program()
