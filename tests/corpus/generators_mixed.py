"""Generators among everything else: objects, arrays, dicts, branches, recursion, other generators."""
import numpy as np


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def terms(self):
        self.a = self.a * 2
        yield self.a
        self.b = self.b * self.a
        yield self.b


def object_changed_in_generator(x):
    p = Pair(x, x * x)
    it = p.terms()
    a = next(it)
    p.a = p.a + 1.0
    return a * next(it) + p.a * p.b


def generator_in_loop(x):
    total = 0.0
    for k in range(3):
        def g(n=k):
            yield x * n
            yield x * x * n
        it = g()
        total += next(it) * 2
        total += next(it)
    return total


def genexp_in_loop_late(x):
    total = 0.0
    for k in range(3):
        g = (a * x * k for a in [1.0, 2.0])
        total += next(g)
    return total


def late_binding(x):
    k = 1.0
    g = (a * x * k for a in [1.0, 2.0])
    k = x
    return next(g) + next(g)


def eager_first(x):
    ys = [x, 2.0]
    g = (a * x for a in ys)
    ys = [5.0]
    return sum(a for a in g) + ys[0]


def nested_genexp(x):
    g = (a * b for a in [x, 2.0] for b in [1.0, x] if a != b)
    return next(g) * next(g)


def unused_rest(x):
    it = iter([x, x * x, x**3])
    for v in it:
        break
    return v * next(it)


def inactive_generator(x):
    def evens(n):
        k = 0
        while k < n:
            yield k
            k += 2
    total = 0.0
    it = evens(8)
    for k in it:
        if k == 4:
            break
        total += x**k
    return total + sum(it) * x


def inactive_side(x):
    log = []
    def ticks():
        for k in range(3):
            log.append(x * k)
            yield k
    for k in ticks():
        pass
    it = ticks()
    next(it)
    return sum(v * i for i, v in enumerate(log))


def array_row_generator(x):
    A = np.ones((3, 2)) * x
    def rows():
        for k in range(3):
            row = A[k]
            row[0] = row[0] * (k + 1)
            yield row
    it = rows()
    r = next(it)
    s = np.sum(next(it) * r)
    A[0, 0] = 5.0
    return s + np.sum(A) + np.sum(r)


def two_consumers(x):
    def source():
        y = x
        while True:
            yield y
            y = y * x
    s = source()
    def odd():
        while True:
            next(s)
            yield next(s)
    o = odd()
    return next(s) * next(o) * next(s) + next(o)


def returns_early(x):
    def search(limit):
        for v in powers():
            if v > limit:
                return v * x
    def powers():
        y = 1.0
        while True:
            y = y * x
            yield y
    return search(2.0) + search(4.0)


def in_while_test(x):
    it = iter([x, x * x, 9.0])
    total = 0.0
    while next(it) < 5.0:
        total += x
    return total + next(it, x)


def ternary(x):
    it = iter([x, x * x, 9.0])
    a = next(it) if x > 1.0 else 0.0
    b = next(it) if x > 2.0 else x
    return a * b * next(it)


def bool_op(x):
    it = iter([x, x * x, 9.0])
    if x > 2.0 and next(it) > 1.0:
        return x
    return next(it) * 3


def walrus(x):
    it = iter([x, x * x, 9.0])
    return (a := next(it)) * a + next(it)


def dict_of_generators(x):
    d = {'a': iter([x, 2.0]), 'b': iter([x * x, 3.0])}
    return next(d['a']) * next(d['b']) + next(d['a']) * next(d['b'])


def tuple_pieces(x):
    def pairs():
        for k in range(3):
            yield x * k, k
    total = 0.0
    for v, k in pairs():
        total += v * k
    it = pairs()
    next(it)
    v, k = next(it)
    return total * v + k


def dict_pieces(x):
    def records():
        for k in range(3):
            yield {'v': x * k, 'w': x}
    it = records()
    next(it)
    r = next(it)
    r['v'] = r['v'] * r['w']
    return r['v'] + next(it)['v']


def recursion_depth(x):
    def count(n):
        if n > 0:
            yield x * n
            yield from count(n - 1)
            yield x * x
    it = count(3)
    return next(it) + sum(a * a for a in it)


def hanoi(x):
    def moves(n, a, b, c):
        if n:
            yield from moves(n - 1, a, c, b)
            yield a * x - b
            yield from moves(n - 1, c, b, a)
    total = 0.0
    for m in moves(3, 1.0, x, 2.0):
        total = total * 0.9 + m
    return total


def permutations_by_hand(x):
    def perms(items):
        if len(items) <= 1:
            yield items
            return
        for k in range(len(items)):
            rest = items[:k] + items[k + 1 :]
            for p in perms(rest):
                yield [items[k]] + p
    total = 0.0
    for p in perms([x, 2.0, x * x]):
        total += p[0] * p[1] - p[2]
    return total


def gen_with_kwargs(x):
    def g(**options):
        for k in options:
            yield options[k] * x
    it = g(a=x, b=2.0)
    return next(it) * next(it)


def moving_average(x):
    def averages(values, n):
        window = []
        for v in values:
            window.append(v)
            if len(window) > n:
                window.pop(0)
            if len(window) == n:
                yield sum(window) / n
    it = averages([x, 2.0, x * x, 4.0, x], 3)
    return next(it) * sum(it)


class Wrapped:
    def __init__(self, it):
        self.it = iter(it)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.it) * 2


def both(terms):
    return sum(terms) + 10 * sum(terms)


def inside_lambda(x):
    f = lambda r: both(a * x for a in r)
    return f([1.0, 2.0])


def wrapped(x):
    w = Wrapped([x, x * x, 3.0])
    return next(w) * sum(w)


def in_try(x):
    def p():
        for k in range(3):
            if k == 2:
                raise ValueError
            yield x * k
    total = 0.0
    try:
        for v in p():
            total += v * x
    except ValueError:
        total += x
    return total


def default_arg(x):
    def p(n, rate=2 * x, *rest, scale=1.0):
        for k in range(n):
            yield rate * scale + sum(rest)
    it = p(3, 1.5, x, x, scale=x)
    jt = p(2)
    return next(it) * next(jt)


def list_of_gens_zip(x):
    gens = [iter([x, 1.0]), iter([2.0, x])]
    out = 0.0
    for g in gens:
        out = out * x + next(g)
    for g in gens:
        out = out * x + next(g)
    return out


def extend_with(x):
    ys = [x]
    it = iter([x * x, 2.0, x])
    next(it)
    ys.extend(it)
    return sum(a * k for k, a in enumerate(ys))


def in_dict(x):
    it = iter([x, 2 * x, 3 * x, 4.0])
    d = dict(zip('ab', zip(it, it)))
    return d['a'][0] * d['b'][1] + d['b'][0]


def closure_in_gen(x):
    def p():
        k = 1.0
        f = lambda v: v * k
        yield f(x)
        k = 3.0 * x
        yield f(x)
    it = p()
    return next(it) + next(it)


def helper_in_gen(x):
    def p():
        s = x
        def up(a):
            nonlocal s
            s = s + a
            return s * s
        yield up(x)
        yield up(2.0)
    it = p()
    return next(it) * next(it)


def comp_in_gen(x):
    def p(xs):
        a = x
        for v in xs:
            ys = [a * w for w in xs if w is not None]
            yield sum(ys) * v
            a = a + v
    return sum(p([x, 2.0]))* next(p([x]))


def while_next(x):
    def p():
        n = 0
        while n < 5:
            n += 1
            if n == 2:
                continue
            if n == 4:
                break
            yield x * n
        yield x * 100
    it = p()
    s = 0.0
    for v in it:
        s = s * x + v
    return s


def gen_of_lists(x):
    def p():
        ys = []
        for k in range(3):
            ys.append(x * k)
            yield ys
    it = p()
    a = next(it)
    b = next(it)
    a[0] = x * x
    return sum(next(it)) * sum(b)


def mutated_arg(x):
    def fill(out):
        while True:
            v = yield
            out.append(v * x)
    out = []
    sink = fill(out)
    next(sink)
    sink.send(x)
    sink.send(2.0)
    return out[0] * out[1]


def siblings(x):
    def scaled(s):
        for v in s:
            yield v * x

    def both():
        yield from scaled([x, x * x])

    g = both()
    return next(g) * next(g)


def value_of_a_sibling(x):
    def summed(s):
        total = 0.0
        for v in s:
            total += v * x
            yield v
        return total

    def both():
        r = yield from summed([x, x * x])
        yield r * 10

    return sum(v * v for v in both())


def doubled_once(u):
    yield u * 2


def halved_total(g):
    t = 0.0
    for e in g:
        t = t * 0.5 + e
    return t


def constants_handed_on(x):
    g = doubled_once(3.0)
    return halved_total(doubled_once(2.0)) * x + halved_total(doubled_once(x)) * halved_total(g)


CASES = [
    (constants_handed_on, (1.3,), (0,)), (siblings, (1.3,), (0,)), (value_of_a_sibling, (1.3,), (0,)), (object_changed_in_generator, (1.3,), (0,)), (generator_in_loop, (1.3,), (0,)),
    (genexp_in_loop_late, (1.3,), (0,)), (late_binding, (1.3,), (0,)), (eager_first, (1.3,), (0,)),
    (nested_genexp, (1.3,), (0,)), (unused_rest, (1.3,), (0,)), (inactive_generator, (1.3,), (0,)),
    (inactive_side, (1.3,), (0,)), (array_row_generator, (1.3,), (0,)), (two_consumers, (1.3,), (0,)),
    (returns_early, (1.3,), (0,)), (in_while_test, (1.3,), (0,)), (ternary, (1.3,), (0,)), (bool_op, (1.3,), (0,)),
    (walrus, (1.3,), (0,)), (dict_of_generators, (1.3,), (0,)), (tuple_pieces, (1.3,), (0,)),
    (dict_pieces, (1.3,), (0,)), (recursion_depth, (1.3,), (0,)), (hanoi, (1.3,), (0,)),
    (permutations_by_hand, (1.3,), (0,)), (gen_with_kwargs, (1.3,), (0,)), (moving_average, (1.3,), (0,)),
    (inside_lambda, (1.3,), (0,)), (wrapped, (1.3,), (0,)), (in_try, (1.3,), (0,)), (default_arg, (1.3,), (0,)),
    (list_of_gens_zip, (1.3,), (0,)), (extend_with, (1.3,), (0,)), (in_dict, (1.3,), (0,)),
    (closure_in_gen, (1.3,), (0,)), (helper_in_gen, (1.3,), (0,)), (comp_in_gen, (1.3,), (0,)),
    (while_next, (1.3,), (0,)), (gen_of_lists, (1.3,), (0,)), (mutated_arg, (1.3,), (0,)),
]
