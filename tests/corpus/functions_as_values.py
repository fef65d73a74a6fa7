"""Functions as values: in containers, attributes and results, chosen when the program runs."""

import contextlib, functools, math, operator
import numpy as np


def square(x):
    return x * x


def cube(x):
    return x**3


OPS = {'sin': math.sin, 'sq': square, 'cube': cube}
TABLE = [(square, 0.5), (math.exp, 0.1), (lambda t: t * 2, 3.0)]


def module_table(x, name):
    return OPS[name](x) * OPS['sq'](x)


def module_list(x):
    return sum(w * f(x) for f, w in TABLE)


def local_dict(x, n):
    ops = {'sin': math.sin, 'sq': square}
    total = 0.0
    for k in range(n):
        total += ops['sin' if k % 2 else 'sq'](x + total)
    return total


def activation_by_name(v, kind):
    acts = {'tanh': np.tanh, 'relu': lambda z: np.maximum(z, 0), 'id': lambda z: z}
    f = acts[kind]
    return np.sum(f(v) * v)


def chosen_by_if(x, c):
    f = square if c > 0 else math.sin
    return f(x) * f(x + 1)


def composed(x):
    def compose(*fs):
        def g(t):
            for f in fs:
                t = f(t)
            return t

        return g

    return compose(math.sin, square, cube)(x)


def pipeline(x):
    stages = [square]
    stages.append(math.sin)
    stages.append(lambda t: t * x)
    y = x
    for s in stages:
        y = s(y)
    return y


def reduce_functions(x):
    return functools.reduce(lambda acc, f: f(acc), [math.sin, square, math.exp], x)


def operator_table(x, y, symbol):
    table = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv}
    return table[symbol](x, y) * x


def partials(x, y):
    fs = [functools.partial(operator.mul, x), functools.partial(math.pow, y)]
    return fs[0](3.0) + fs[1](2.0)


def returned_function(x):
    def make(n):
        if n > 1:
            return lambda t: t**n * x
        return math.sin

    return make(3)(x) + make(1)(x)


def methods_table(x):
    class_ = Thing(x)
    table = {'a': class_.double, 'b': class_.triple}
    return table['a'](2.0) * table['b'](x)


class Thing:
    def __init__(self, k):
        self.k = k

    def double(self, t):
        return 2 * self.k * t

    def triple(self, t):
        return 3 * self.k * t * t


class Layer:
    def __init__(self, w, act):
        self.w, self.act = w, act

    def __call__(self, x):
        return self.act(self.w * x)


def layers_with_functions(w, x):
    layers = [Layer(w, math.tanh), Layer(2.0, square), Layer(w * w, lambda t: t + w)]
    for l in layers:
        x = l(x)
    return x


def callback_default(x, f=math.sin):
    return f(x) * x


def getter(points):
    key = operator.itemgetter(1)
    return max(points, key=key)[0] * min(points, key=operator.itemgetter(0))[1]


def rk(f, y, h):
    k1 = f(y)
    k2 = f(y + h / 2 * k1)
    return y + h * k2


def steppers(y, h):
    fields = [lambda u: -u, lambda u: u * u, math.sin]
    for f in fields:
        y = rk(f, y, h)
    return y


@functools.lru_cache(maxsize=None)
def leg(n, x):
    if n == 0:
        return 1.0
    if n == 1:
        return x
    return ((2 * n - 1) * x * leg(n - 1, x) - (n - 1) * leg(n - 2, x)) / n


def cached_active(x):
    return leg(4, x) * x


def memo_local(x, n):
    @functools.cache
    def fib(k):
        if k < 2:
            return x**k
        return fib(k - 1) + fib(k - 2) * x

    return fib(n)


def while_function(x):
    f = square
    while x < 50:
        x = f(x) + 1
        f = cube if f is square else square
    return x


def optional_callback(x, callback=None):
    y = x * x
    if callback is not None:
        y = callback(y)
    return y


def rec_functions(x):
    def even(n, y):
        return y if n == 0 else odd(n - 1, y * x)

    def odd(n, y):
        return y + 1 if n == 0 else even(n - 1, y + x)

    table = [even, odd]
    return table[0](4, x) + table[1](3, x)


def signal(x, events):
    handlers = {}

    def on(name):
        def deco(f):
            handlers.setdefault(name, []).append(f)
            return f

        return deco

    @on('a')
    def ha(y):
        return y * x

    @on('a')
    def hb(y):
        return y + x

    @on('b')
    def hc(y):
        return math.sin(y)

    y = x
    for e in events:
        for h in handlers[e]:
            y = h(y)
    return y


# Methods of lists under names of their own

def pushed(x):
    out = []
    push = out.append
    for k in range(3):
        push(x**k)
    return sum(out) * out[1]


def two_rows(x):
    rows = []
    for r in range(2):
        row = []
        put, r_x = row.append, x * r
        for c in range(3):
            put(r_x + c)
        rows.append(row)
    return sum(sum(r) * r[-1] for r in rows)


def pushed_to_the_old_list(x):
    out = []
    push = out.append
    old, out = out, [x]
    push(2 * x)
    return out[0] * len(out) * old[0]


def emit(sink, v):
    sink(v)
    sink(v * 2)


def sinks(x):
    out, other = [], []
    emit(out.append, x)
    emit(other.append, x * x)
    out, other = other, out
    emit(out.append, x**3)
    acts = {'add': other.append}
    acts['add'](x)
    return sum(k * v for k, v in enumerate(out)) + sum(other) * len(other)


def popped(x):
    out = [x, 2.0, x * x]
    pop = out.pop
    return pop() * pop() + pop()**3


def stack_of_calls(x):
    state = {'v': x, 'w': 1.0}

    def restore(key, old, by=1.0):
        state[key] = old * by
    with contextlib.ExitStack() as stack:
        stack.callback(restore, 'v', state['v'], by=2.0)
        stack.callback(restore, 'w', x, by=x)
        state['v'] = x * x
        y = state['v'] * 3
    return y * state['v'] * state['w']


def stack_left_by_an_exception(x):
    log = []
    try:
        with contextlib.ExitStack() as stack:
            stack.callback(log.append, x * x)
            raise ValueError
    except ValueError:
        return log[0] * x
    return x


# functools.reduce whose function acts, or makes functions

class Filter:
    def __init__(self, b):
        self.b, self.z = b, 0.0

    def __call__(self, x):
        y = self.b * x + self.z
        self.z = y * 0.5
        return y


def reduced_by_objects(x):
    chain = [Filter(x), Filter(x * 2)]
    y = [functools.reduce(lambda v, s: s(v), chain, v) for v in (1.0, x)]
    return y[0] * y[1] + chain[0].z


def reduced_to_a_function(x):
    fs = [lambda t: t * x, lambda t: t + x]
    return functools.reduce(lambda f, g: lambda t: g(f(t)), fs)(2.0)


def reduced_by_a_function_that_acts(x):
    c = [x]
    def f(a, b):
        c[0] += b
        return a * b + c[0]
    return c[0] * functools.reduce(f, (1., 2., 3.))


V = np.array([0.3, -0.7, 1.1])
class Maker:
    def __init__(self, c):
        self.g = lambda x: x * c


class Use:
    def __init__(self, f):
        self.f = f

    def scaled(self, c):
        return Use(lambda x: self.f(x) * c)


def cubed(v):
    return v**3


def kept_by_a_constant_object(x):
    return Maker(3.0).g(x)


def combined_of_constants(x):
    return Use(cubed).scaled(3.0).f(x)


def in_a_dict_of_a_helper(x):
    def made(c):
        return {'f': lambda v: v * c}

    return made(3.0)['f'](x)


def both(c):
    return [lambda v: v * c, lambda v: v**2 + c]


def in_a_list_of_a_helper(x):
    for f in both(3.0):
        x = f(x)
    return x


def library_function_by_a_name(x):
    g = math.sin
    f = lambda v: g(v) * x
    a = f(x)
    g = math.exp
    return a + f(2.0 * x)


CASES = [
    *((f, (1.3,), (0,)) for f in (pushed, two_rows, pushed_to_the_old_list, sinks, popped, stack_of_calls, stack_left_by_an_exception,
        reduced_by_objects, reduced_to_a_function, reduced_by_a_function_that_acts, kept_by_a_constant_object,
        combined_of_constants, in_a_dict_of_a_helper, in_a_list_of_a_helper, library_function_by_a_name)),
    (module_table, (1.3, 'sin'), (0,)),
    (module_list, (0.7,), (0,)),
    (local_dict, (0.4, 4), (0,)),
    (activation_by_name, (V, 'tanh'), (0,)),
    (activation_by_name, (V, 'relu'), (0,)),
    (chosen_by_if, (0.7, 1.0), (0, 1)),
    (chosen_by_if, (0.7, -1.0), (0,)),
    (composed, (0.7,), (0,)),
    (pipeline, (0.7,), (0,)),
    (reduce_functions, (0.7,), (0,)),
    (operator_table, (0.7, 1.3, '/'), (0, 1)),
    (partials, (0.7, 1.3), (0, 1)),
    (returned_function, (0.7,), (0,)),
    (methods_table, (0.7,), (0,)),
    (layers_with_functions, (0.7, 0.4), (0, 1)),
    (callback_default, (0.7,), (0,)),
    (getter, ([(0.3, 0.5), (0.7, 0.2), (0.9, 1.4)],), (0,)),
    (steppers, (0.7, 0.1), (0, 1)),
    (cached_active, (0.7,), (0,)),
    (memo_local, (0.7, 7), (0,)),
    (while_function, (1.3,), (0,)),
    (optional_callback, (0.7, square), (0,)),
    (optional_callback, (0.7,), (0,)),
    (rec_functions, (0.7,), (0,)),
    (signal, (0.7, ['a', 'b', 'a']), (0,)),
]
