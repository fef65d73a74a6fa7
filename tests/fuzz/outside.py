"""What a module holds, written and read under several names and ways, with names that clash."""

HEAD = '''import functools

import numpy as np

numbers = [1.5, 0.4, 2.0]
table = {'a': 0.7, 'b': 1.2}
array = np.array([0.6, 1.1, 0.3])
scale = 1.4


class Holder:
    rate = 1.3
    shared = numbers

    def __init__(self):
        self.v, self.items, self.array, self.table = 0.9, numbers, array, table

    def put(self, e):
        self.items[0] = e
        return self

    def total(self):
        return sum(self.items) * self.v + self.rate

    @property
    def first(self):
        return self.items[0]


holder = Holder()
lists, arrays, tables, pair = [numbers], [array], {'t': table}, (2.0, holder)


def given(p=numbers):
    return p


def written(p, e):
    p[0] = e * 1.1


def added(p, e):
    p[1] += e


def counted(e):
    counted.n = getattr(counted, 'n', 0.5) + e
    return counted.n


def restored(f):
    def back():
        global scale
        numbers[:], scale = [1.5, 0.4, 2.0], 1.4
        table.clear()
        table.update(a=0.7, b=1.2)
        array[:] = [0.6, 1.1, 0.3]
        holder.v, Holder.rate, counted.n = 0.9, 1.3, 0.5

    @functools.wraps(f)
    def program(x):
        back()
        y = f(x)
        back()
        return y
    return program


'''

# For each thing of outside: the ways to it, what writes it, what reads it
LIST = (
    ['numbers', 'holder.items', 'Holder.shared', 'lists[0]', 'given()', 'pair[1].items', 'local', 'got'],
    ['W[0] = E', 'W[1] += E', 'W.append(E)', 'W.insert(0, E)', 'W.extend([E, x])', 'written(W, E)', 'added(W, E)',
     'holder.put(E)', 'W[1:] = [E, E * 2]', 'W.pop()', 'W.reverse()', 'W[-1] *= E'],
    ['R[0]', 'R[-1] * len(R)', 'sum(R)', 'max(R)', '[v * v for v in R][1]', 'holder.total()', 'holder.first',
     'np.mean(R)', 'sum(a * b for a, b in zip(R, R[1:]))', 'next(iter(R))', 'seen(R)'],
)  # fmt: skip
DICT = (
    ['table', 'holder.table', "tables['t']", 'pair[1].table', 'local', 'got'],
    ["W['a'] = E", "W['b'] *= E", 'W.update(a=E)', "W.setdefault('c', E)", "W['d'] = W.pop('a') * E"],
    ["R['b']", 'sum(R.values())', "R.get('a', x)", "R.get('c', 0.5)", 'sum(len(k) * v for k, v in R.items())', "R['b'] * len(R)"],
)
ARRAY = (
    ['array', 'holder.array', 'arrays[0]', 'local', 'got'],
    ['W[0] = E', 'W[:] = W * E', 'W[1:] *= E', 'W += E', 'np.add.at(W, [0, 0, 2], E)', 'written(W, E)', 'added(W, E)',
     'np.multiply(W, E, out=W)', 'W[::-1][0] = E', 'W[W > 0.5] = E'],
    ['R.sum()', 'R[1]', '(R * R).sum()', 'np.mean(R) * R[0]', 'np.sort(R)[0]', 'float(R @ R)', 'R[::-1].cumsum()[1]', 'seen(R)'],
)  # fmt: skip
PLAIN = (
    [''],
    ['holder.v = E', 'holder.v *= E', 'Holder.rate += E', 'scale = E', 'scale *= E', 'counted(E)'],
    ['holder.v', 'Holder.rate * holder.rate', 'scale', 'counted.n', 'holder.total()'],
)
VALUES = 'x', 'x * x', 'y', 'np.sin(y)', 'x + 0.5', '2.0', 'y * 0.3', 'holder.v * x', 'scale'
AROUND = (
    ['{0}', '{1}'], ['for k in range(2):', '    {0}', '{1}'], ['if x > 0.2:', '    {0}', 'else:', '    y = y + 1', '{1}'],
    ['try:', '    {0}', '    y / (x - x)', 'except ZeroDivisionError:', '    y = y * 1.1', '{1}'],
    ['def act{3}(v):', '    {0}', '    return v', 'y = y + act{3}(x)', '{1}'],
    ['{0}', 'def look{3}():', '    return {2}', 'y = y + look{3}()'],
    ['def again{3}(n):', '    nonlocal y', '    {0}', '    {1}', '    if n:', '        again{3}(n - 1)', 'again{3}(1)'],
)  # fmt: skip
CLASHING = 'v', 'bx', 'steps', 'np_1', 'items', 'value', 'sum_', 'outside', 'bars', 'was', 'table_2', 'first'


def program(random):
    of = random.choice([LIST, DICT, ARRAY, PLAIN])
    lines, bound = [], set()

    def way():
        found = random.choice(of[0])
        if found in ('local', 'got') and found not in bound:
            bound.add(found)
            plain = random.choice([w for w in of[0] if w not in ('local', 'got')])
            lines.append(f'{found} = {plain}')
        return found

    def fill(text):
        to = way() if 'W' in text or 'R' in text else ''
        if text == 'W += E' and not to.isidentifier():
            text = 'W[:] += E'
        if text == 'W += E' and to == 'array':
            text = 'W[:] += E'
        return text.replace('W', to).replace('R', to).replace('E', random.choice(VALUES))

    for k in range(random.randint(1, 4)):
        write, read = fill(random.choice(of[1])), fill(random.choice(of[2]))
        shape = random.choice(AROUND)
        lines += [line.format(write, f'y = y * 0.7 + {read}', read, k) for line in shape]
    body = '\n'.join(f'    {line}' for line in lines)
    text = random.choice(CLASHING)
    if random.random() < 0.3:  # another name for y
        body = '\n'.join(renamed(line, text) for line in body.split('\n'))
        start, end = f'    {text} = x', f'    return float({text})'
    else:
        start, end = '    y = x', '    return float(y)'
    seen = f'    def seen(p):\n        return sum({random.choice(CLASHING)} for {{0}} in p)\n'
    name = seen.split('sum(')[1].split(' ')[0]
    helper = seen.format(name)
    return f'{HEAD}@restored\ndef f(x):\n    global scale\n{start}\n{helper}{body}\n{end}\n\n\nCASES = [(f, (0.8,), (0,)), (f, (0.1,), (0,))]\n'


def renamed(line, text):
    """A line in which y has another name."""
    out = ''
    for k, letter in enumerate(line):
        around = line[k - 1 : k] + line[k + 1 : k + 2]
        alone = letter == 'y' and not any(c.isalnum() or c in '_.' for c in around)
        out += text if alone else letter
    return out
