"""Numbers and names side by side: tokens, rows of settings, and the parsers that read them."""


class Token:
    def __init__(self, kind, value):
        self.kind, self.value = kind, value


def tokens_of(text):
    out, i = [], 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            out.append(Token('number', float(text[i:j])))
            i = j
        elif c.isalpha():
            out.append(Token('name', c))
            i += 1
        else:
            out.append(Token('sign', c))
            i += 1
    return out


class Parser:
    def __init__(self, tokens, names):
        self.tokens, self.at, self.names = tokens, 0, names

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self):
        t = self.tokens[self.at]
        self.at += 1
        return t

    def sum(self):
        v = self.product()
        while self.peek() is not None and self.peek().kind == 'sign' and self.peek().value in '+-':
            sign = self.next().value
            r = self.product()
            v = v + r if sign == '+' else v - r
        return v

    def product(self):
        v = self.factor()
        while self.peek() is not None and self.peek().kind == 'sign' and self.peek().value in '*/':
            sign = self.next().value
            r = self.factor()
            v = v * r if sign == '*' else v / r
        return v

    def factor(self):
        t = self.next()
        if t.kind == 'number':
            return t.value
        if t.kind == 'name':
            return self.names[t.value]
        v = self.sum()
        self.next()
        return v


def parsed(names):
    return Parser(tokens_of('3 * x + y * (x - 2) / 4'), names).sum()


def atom(token, names):
    kind, value = token
    if kind == 'number':
        return value
    return names[value]


def pairs(x):
    total = 1.0
    for t in [('number', 2.0), ('name', 'x'), ('number', 3)]:
        total = total * atom(t, {'x': x}) + x
    return total


def classified(text):
    if text.isdigit():
        return ('number', float(text))
    return ('name', text)


def looked_up(pair, names):
    if pair[0] == 'number':
        return pair[1]
    return names[pair[1]]


def pairs_from_texts(x):
    names = {'x': x, 'y': x * x}
    return looked_up(classified('2'), names) * looked_up(classified('x'), names) + looked_up(classified('y'), names)


def settings(x):
    total = 0.0
    for v in {'n': 3, 'name': 'run', 'rate': 0.5}.values():
        if isinstance(v, str):
            total += len(v) * x
        else:
            total += v * x
    return total


def columns(x):
    total = 0.0
    for c in [1.5, 'skip', x, 'b', 2]:
        if c == 'skip':
            continue
        total += c if not isinstance(c, str) else x * x
    return total


def a_name_where_a_number_is_wanted(x):
    try:
        return atom(('number', 'x'), {}) * x + atom(('name', 'y'), {'y': x})
    except TypeError:
        return 3 * x


CASES = [
    (parsed, ({'x': 1.3, 'y': 0.4},), (0,)),
    *[(f, (0.7,), (0,)) for f in (pairs, pairs_from_texts, settings, columns, a_name_where_a_number_is_wanted)],
]
