"""Programs with what scripts are made of, beside numbers, lists and arrays.

Values of several kinds and None in one list or dict, functions in lists and dicts, generators taken by next, stars,
globals and module lists that are written, copies, sorted tuples, exceptions with values, sets, orders that are shuffled.
They are smooth by construction, as those of objects.py are, whose Writer puts them together.
"""
from tests.fuzz import objects

HELPERS = objects.HELPERS + '''

rate, log, settings = 0.5, [], {}


def reset():
    global rate
    rate = 0.5
    log.clear()
    settings.clear()


def learn(d):
    global rate
    rate = 0.5 * rate + 0.3 * d
    return rate * d


def remember(d):
    log.append(d)
    settings['last'] = log[0] * d
    return log[-1] + 0.2 * log[0]


class Unfit(ValueError):
    def __init__(self, value, others=()):
        super().__init__('unfit')
        self.value = value
        self.others = others


def check(d, ys):
    ys[0] = 0.9 * ys[0]
    if d > -9.1:
        raise Unfit(0.7 * d, ys)
    return d


def weigh(thing):
    if thing is None:
        return 0.3
    if isinstance(thing, list):
        return sum(weigh(t) for t in thing)
    if isinstance(thing, np.ndarray):
        return np.sum(thing * thing)
    return 0.5 * thing


def scaled(thing, d):
    if thing is None:
        return d
    if isinstance(thing, list):
        return 0.5 * d
    return thing * d


def terms(d, n=4):
    for k in range(n):
        d = math.sin(d) + 0.1 * k
        yield d


def growing(ys):
    while len(ys) < 9:
        ys.append(0.8 * ys[-1])
        yield ys[-1]


def apply(f, *args):
    return f(*args)


def shuffled(n, start):
    order = list(range(n))
    random.Random(start).shuffle(order)
    return order
'''
HELPERS = HELPERS.replace('import math\n', 'import copy\nimport functools\nimport math\nimport random\n', 1)
START = {'x': 'num', 'y': 'num', 'v': 'arr', 'ys': 'list', 'ds': 'dict'}
CASES = '''CASES = [
    (program, (0.61, 0.83, np.array([0.42, -0.73, 1.17]), [0.35, -0.64], {{'a': 0.55, 'b': -0.36, 'c': 0.91}}), {}),
]'''
READ = {
    'num': '''{list}[{i}] | {arr}[{i}] | np.sum({arr}) | {dict}[{c}] | {obj}.size() | weigh({thing}) | weigh({thing}) | sum(weigh(t) for t in {things})
 | sum(np.sum(t) for t in {things} if t is not None) | weigh({table}[{b}]) | {fun}({num}) | {funs}[{j}]({num}) | {acts}[{b}]({num}) | {acts}.get('z', math.sin)({num})
 | apply({fun}, {num}) | sum(f({num}) for f in {funs}) | next({gen}) | next({gen}, {num}) | sum({gen}) | total(*{list}) | total({num}, *{list}, scale={num}) | total(*{arr}, *{list})
 | learn({num}) | rate | rate * {num} | remember({num}) | settings.get('last', {num}) | sum(log) | sorted([(2, {num}), (1, {num})])[0][1] | sorted([({num}, {num}), ({num}, {num})])[{j}][1]
 | sorted({list})[{j}] | max([({num}, 0.3), ({num}, {num})])[1] | sorted({dict}.items())[{j}][1] | sorted({list}, key=lambda t: -t)[0] | {list}[{order}[0]] | {arr}[{order}[1]]
 | sum(t * k for k, t in zip({order}, {list})) | {dict}.get('z', {num}) | {dict}.popitem()[1] | sum({dict}[k] for k in sorted({dict}.keys() & {'a', 'c'})) | functools.reduce(lambda s, t: s * 0.5 + t, {list}, {num})
 | functools.partial(total, {num})(scale={num}) | (lambda *ts: ts[0] * ts[-1])(*{list}) | copy.copy({obj}).q | {pair}[0] | {pair}[1][{i}]''',
    'list': '''[{num}, {num}] | {list}[:] | {list} | copy.copy({list}) | copy.deepcopy({list}) | [*{list}, {num}] | [*{arr}] | sorted({list}) | [*{gen}, {num}, {num}]
 | [*{dict}.values(), {num}] | [f({num}) for f in {funs}] | {nest}[{j}] | copy.deepcopy({nest})[{j}] | [weigh(t) for t in {things}] | [{list}[k] for k in {order}[:2]]''',
    'dict': '''dict(a={num}, b={num}, c={num}) | {**{dict}, 'b': {num}} | {dict} | {'b': {num}} | {dict} | {dict} | {'c': {num}, 'a': {num}} | copy.deepcopy({dict}) | options({**{dict}}, e={num}) | dict(zip('abc', [*{list}, {num}, {num}][:3]), a={num}, b={num}, c={num})
 | {k: t * {num} for k, t in {dict}.items()} | {'a': {num}, 'b': {num}, 'c': {num}}.copy()''',
    'arr': 'np.array([{num}, {num}, {num}]) | {arr} * {num} | {arr} | {arr}.copy() | copy.deepcopy({arr}) | np.array([*{list}, {num}, {num}][:3]) | scaled({arr}, {num}) | np.array([t for t in terms({num}, 3)]) | {arr}[{order}]',
    'obj': 'Point({num}, {num}) | {obj} | copy.copy({obj}) | copy.deepcopy({obj}) | Point(*[{num}, {num}])',
    'thing': '{num} | {arr} | {things}[{j}] | {table}[{b}] | scaled({thing}, {num}) | ({thing} if {?} else {thing}) | {list} | None',
    'things': '[{num}, {arr}] | [{arr}, {num}, {arr}] | [{num}, None, {arr}] | [{arr}, {num}] | {things} | {things}[::-1] | copy.copy({things}) | copy.deepcopy({things}) | [scaled(t, {num}) for t in {things}]',
    'table': "{'a': {num}, 'b': {arr}} | dict(a={arr}, b=None) | {table} | {'b': {num}, 'a': {num}} | {**{table}, 'b': {arr}} | copy.copy({table})",
    'fun': 'counter({num}) | math.sin | {fun} | (lambda t: t * {num}) | {funs}[{j}] | {acts}[{b}] | functools.partial(total, {num}) | learn',
    'funs': '[math.sin, {fun}] | [{fun}, math.tanh, total] | {funs} | {funs}[::-1] | [lambda t: t * {num}, counter({num})]',
    'acts': "{'a': math.tanh, 'b': {fun}} | {'b': total, 'a': lambda t: t + {num}} | {acts}",
    'gen': 'terms({num}) | iter([{num}, {num}, {num}, {num}]) | (t * {num} for t in [{num}, *{list}, {num}]) | growing([{num}])',
    'order': '[1, 0, 1] | [*shuffled(2, {k}), 1] | {order}',
    'nest': '[{list}, {list}] | {nest} | copy.copy({nest}) | copy.deepcopy({nest})',
    'pair': '({num}, {list}) | {pair} | copy.copy({pair}) | copy.deepcopy({pair}) | (lambda first, *rest: (first, rest + ({num},)))(*{list})',
}
READ = objects.rows_of(READ)
CHANGE = '''{list}[{i}] = {num} | {list}.append({num}) | {dict}[{c}] = {num} | {arr}[{i}] = {num} | {arr} *= {num} | {obj}.p = {num} | {obj}.other = {obj} | {things}[{j}] = {thing} | {things}[{j}] = scaled({things}[{j}], {num})
 | {things}.append({thing}) | {things}[0], {things}[1] = {things}[1], {things}[0] | {table}[{b}] = {thing} | {table}[{b}] = None | {table}.update(a={thing}) | {funs}[{j}] = {fun} | {funs}.append({fun}) | {acts}[{b}] = {fun}
 | {nest}[{j}][{i}] = {num} | {nest}[{j}] = {list} | log.append({num}) | settings['last'] = {num} | {list}.sort() | {list}.sort(key=lambda t: -t) | {list}[:] = sorted({list}) | random.Random({k}).shuffle({order}) | {order}.reverse()
 | {dict}.update(b={num}, d={num}) | {dict}.update({'a': {num}, 'e': {num}}) | {dict}.setdefault('d', {num}) | {list}.extend(t for t in {list}[:2]) | {list}.extend(terms({num}, 2))'''
CHANGE = objects.rows_of({'': CHANGE})['']
# Statements of several lines; {n} is a number of their own
PARAGRAPHS = '''for t{n} in {things}:
    if isinstance(t{n}, np.ndarray):
        t{n} *= {num}
        out += t{n}[0] * {num}
    elif t{n} is not None and not isinstance(t{n}, list):
        out += t{n} * {num}

for k{n}, t{n} in {table}.items():
    if t{n} is None:
        continue
    out += weigh(t{n}) * {num}

for f{n} in {funs}:
    out += f{n}({num})

s{n} = {num}
for f{n} in [{fun}, *{funs}]:
    s{n} = f{n}(s{n}) * 0.8
out += s{n}

try:
    out += check({num}, {list})
    out += {num}
except Unfit as error:
    out += error.value * error.others[0]

try:
    out += {num}
    raise ValueError({num}, 'text')
except ValueError as error:
    out += error.args[0] * {num}

a{n}, *b{n} = {list}
out += a{n} * sum(b{n})

*a{n}, b{n} = [{num}, *{list}]
a{n}.append(b{n} * {num})
out += total(*a{n}, b{n})

g{n} = {gen}
out += next(g{n}) * {num}
out += next(g{n}) * {num}

g{n} = {gen}
for t{n} in g{n}:
    out += t{n} * {num}
    if {?}:
        break
out += next(g{n}, {num})

s{n} = set()
for k{n} in ['a', 'c', 'a', 'b']:
    if k{n} in s{n}:
        continue
    s{n}.add(k{n})
    out += {dict}[k{n}] * {num}

i{n} = np.arange(3)
np.random.default_rng({k}).shuffle(i{n})
for j{n} in i{n}:
    out = 0.7 * out + {arr}[j{n}] * {num}

l{n}, i{n} = {list}, [0, 1]
for j{n} in range(2):
    random.Random(j{n}).shuffle(i{n})
    l{n}[i{n}[0]] += {num}

c{n} = copy.deepcopy({obj})
c{n}.items[0] = {num}
c{n}.arr[1] += {num}
out += c{n}.size()

c{n} = copy.copy({obj})
c{n}.items[0] = {num}
c{n}.p = {num}
out += c{n}.size()

best{n} = None
for t{n} in {list}[:2]:
    best{n} = t{n} * {num} if best{n} is None else best{n} + t{n}
out += best{n}

for k{n}, (t{n}, s{n}) in enumerate(sorted([({num}, {num}), ({num}, {num})])):
    out += (k{n} + 1) * t{n} * s{n}

def f{n}(t, *more, scale=0.5, **options):
    return scale * t + sum(more) + options.get('a', 0.2)
out += f{n}(*{list}, **dict(a={num}, b={num}))

def f{n}(t):
    global rate
    rate = 0.4 * rate + t * {num}
    log.append(rate)
    return rate * {num}
out += f{n}({num}) + f{n}({num})'''.split('\n\n')
ENDS = {'num': '{}', 'list': 'sum({0}) * {0}[0]', 'dict': "{0}['a'] * sum({0}.values())", 'arr': 'np.sum({0} * {0})', 'obj': '{}.size()', 'thing': 'weigh({})', 'things': 'sum(weigh(t) for t in {})',
        'table': "weigh({0}['a']) * weigh({0}['b'])", 'fun': '{}(0.3)', 'funs': '{0}[0](0.3) * {0}[-1](0.4)', 'acts': "{}['b'](0.6)", 'gen': 'sum({})', 'nest': '{0}[0][0] * {0}[1][-1]', 'pair': 'sum({}[1])'}


class Writer(objects.Writer):
    helpers, start, cases, read, change, ends = HELPERS, START, CASES, READ, CHANGE, ENDS
    kinds = ['num', 'num', 'list', *READ]
    may_leave_out = (), ('obj', 'gen'), ('thing', 'things', 'table', 'obj')
    first, most = ('reset()', *objects.Writer.first), 3

    def part(self, word, env, depth):
        if word == 'k':
            return self.pick(['1', '2', '3'])
        return super().part(word, env, depth)

    def statement(self, env, depth):
        if self.up_to(2) > 0:
            return super().statement(env, depth)
        self.count += 1
        paragraph = self.pick(self.of(PARAGRAPHS)).replace('{n}', str(self.count))
        return self.filled(paragraph, env, 1).split('\n')


def program(random):
    return Writer(random).program()
