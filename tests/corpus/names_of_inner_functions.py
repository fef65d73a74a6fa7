"""Inner functions with names that others have too: functions, variables and parameters around or inside them."""


class K:
    def __init__(self, x):
        self.x = x

    def run(self, y):
        def outer(f):
            def inner(v):
                return f(v) * y

            return inner

        def inner(v):
            return v * self.x

        return outer(inner)(y)


def logged(f):
    g = f

    def f(v):
        return g(v) * 2

    return f


def scaled(f):
    z = f(1.0)

    def f(v):
        return z * v

    return f


def same_name_returned(x, y):
    def outer():
        def inner(v):
            return v * y

        return inner

    def inner(v):
        return v * x

    h = outer()
    return h(x) + inner(y)


def same_name_decorated(x, y):
    def b(h):
        def f(v):
            return h(v) + y

        return f

    def f(v):
        return v * x

    f = b(f)
    return f(y)


def same_name_lambda(x, y):
    def a(v):
        s = lambda t: t * v
        return s

    s = lambda t: t + y
    return a(x)(y) + s(x)


def same_name_tuple(x, y):
    def counter():
        n = x

        def add(v):
            nonlocal n
            n = n + v
            return n

        def get():
            return n

        return add, get

    def add(v):
        return v * y

    def get():
        return y

    a, g = counter()
    a(y)
    return g() * add(x) + get()


def same_name_nonlocal(x, y):
    total = x

    def f():
        total = y

        def add(v):
            nonlocal total
            total = total * v
            return total

        return add

    def add(v):
        nonlocal total
        total = total + v
        return total

    a = f()
    a(x)
    add(a(y))
    return total * a(1.0)


def same_name_method(x, y):
    return K(x).run(y)


def same_name_crash(x, y):
    def deco(f):
        def wrapper(*args):
            return f(*args) * y

        return wrapper

    def deco2(f):
        def wrapper(*args):
            return f(*args) + x

        return wrapper

    @deco2
    @deco
    def g(v):
        return v * v

    def wrapper(v):
        return v

    return g(x) * wrapper(y)


def same_name_refused(x, y):
    def a(p):
        def s():
            return p * y

        return s

    def s(p):
        return p

    return a(x)() * s(y)


def same_name_composed(x, y):
    def compose(f, g):
        def h(v):
            return f(g(v))

        return h

    def f(v):
        return v * x

    def g(v):
        return v + y

    def h(v):
        return v**2

    return compose(compose(f, g), h)(x) + h(y)


def same_name_called_by_lambda(x, y):
    def deco(f):
        def g(v):
            return f(v) * 2

        return g

    def g(v):
        return v + y

    f = deco(lambda v: g(v) * x)
    return f(x)


def same_name_yielded(x, y):
    def it():
        def f(v):
            return v * x

        yield f

        def g(v):
            return v + y

        yield g

    def f(v):
        return v**3

    r = y
    for h in it():
        r = h(r)
    return r + f(x)


def same_name_recursion(x, y):
    def model(p):
        def loss(d):
            return (p * d - y) ** 2

        return loss

    def loss(p):
        return sum(model(p)(d) for d in (1.0, 2.0, x))

    return loss(x) + loss(y)


def same_name_itself(x, y):
    def g(k):
        def h(v):
            return v

        return h

    m = g(lambda v: x)

    def h(f):
        return f * y

    return m(y) + h(x)


def same_name_ref(x, y):
    def g(k):
        def h(v):
            return v * x

        return h

    m = g(y)

    def h(f):
        def g(x):
            return y

        return g

    return m(y) + h(x)(x)


def parameter_rebound_by_def(x, y):
    def a(f):
        z = f(y)

        def f(v):
            return z * v

        return f

    h = a(lambda v: v * x)
    return h(x)


def parameter_rebound_by_lambda(x, y):
    def a(f):
        z = f(y)
        f = lambda v: z * v
        return f

    return a(lambda v: v * x)(x)


def parameter_rebound_in_helper(x, y):
    return scaled(lambda v: v * x)(y)


def parameter_rebound_nonlocal(x, y):
    def de(h):
        z = h(x) * 2

        def h(v):
            nonlocal z
            z = z * 1.1
            return z

        return h

    a = de(lambda v: x * v)
    return a(x) + a(y)


def parameter_kept_and_rebound(x, y):
    @logged
    def h(v):
        return v * x

    return h(y)


def number_rebound_by_def(x, y):
    def a(f):
        z = f * y

        def f(v):
            return z * v

        return f

    return a(x)(y)


def number_rebound_in_list(x, y):
    def a(n):
        r = [n, y]

        def n(v):
            return r[0] * v

        return n

    return a(x)(y)


def argument_rebound_by_def(x, y):
    z = x * y

    def x(v):
        return z * v

    return x(y)


def decorated_recursion(x, y):
    def plain(f):
        def wrapper(r):
            return f(r)

        return wrapper

    @plain
    def fact(r):
        return 1.0 if r == 0 else r * fact(r - 1)

    return x * fact(3) * y


def decorated_recursion_active(x, y):
    def plain(f):
        def wrapper(r):
            return f(r)

        return wrapper

    @plain
    def p(r):
        return x if r == 0 else y * p(r - 1)

    return p(3) * y


def decorator_named_as_its_wrapper(x, y):
    def wrapper(f):
        def wrapper(*args):
            return f(*args) * 2.0

        return wrapper

    run = wrapper(lambda v: v * y)
    return run(x)


def default_function(x, y):
    def go(v, key=None):
        if key is None:

            def key(u):
                return u * y

        return key(v) * 2

    return go(x) + go(x, lambda u: u * u)


def in_one_case(x, y):
    def a(f, c):
        if c:

            def f(v):
                return v * y

        return f

    return a(lambda v: v * v, True)(x) + a(lambda v: v * v, False)(x)


def twice(v, key=None):
    if key is None:
        key = lambda u: u * 3
    return key(v) * 2


def default_lambda(x, y):
    return twice(x) * twice(y, lambda u: u * x)


def variable_of_its_iterable(x, y):
    x = [x, y]
    return max(x * y for x in x) * x[0]


def variable_of_its_iterator(x, y):
    p = iter([x, y, x * y])
    return sum(p * y for p in p) + 10 * sum(p)


def memo(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    return g


def memoized(x, y):
    @memo
    def fib(n):
        return x if n < 2 else fib(n - 1) * y + fib(n - 2)

    return fib(6)


def traced(x, y):
    def trace(f):
        log = []

        def g(n):
            log.append(n)
            return f(n) * (1 + 0.1 * len(log))

        return g

    @trace
    def fact(n):
        return x if n == 0 else y * fact(n - 1)

    return fact(3)


def captured_before_it_is_set(x, y):
    def f(t):
        return t * k

    h = [f]
    k = y * 2
    return h[0](x) * f(y)


def counter_set_later(x, y):
    def integ(f, a):
        return f(a) + f(2 * a)

    def f(t):
        evals[0] += 1
        return t * x

    evals = [0]
    return integ(f, y) * evals[0]


def values_of_each_other(x, y):
    def a(n):
        return x if n == 0 else b(n - 1) * y

    def b(n):
        return y if n == 0 else a(n - 1) + 1

    fs = {'a': a, 'b': b}
    return fs['a'](3) * fs['b'](2)


def captured_from_a_loop(x, y):
    def f(t):
        return t * k

    g = [f]
    s = 0.0
    for k in (x, y, 2.0):
        s += g[0](k)
    return s


def one_of_two_captured(x, y):
    if x > 0:

        def f(t):
            return t * k

    else:

        def f(t):
            return k

    k = x * y
    g = (f,)
    r = g[0](2.0)
    k = y
    return r * g[0](x)


def method_of_inner_class(x):
    class M:
        def a(self, v):
            return v * 3

        def b(self, v):
            return v**2

    z = M()
    for m in [M.a, M.b]:
        x = m(z, x)
    return x


def static_of_inner_class(x):
    class M:
        @staticmethod
        def a(v):
            return v * 3

        @staticmethod
        def b(v):
            return v**2

    for m in [M.a, M.b]:
        x = m(x)
    return x


def method_in_a_dict(x):
    class M:
        def __init__(self, y):
            self.y = y

        def a(self):
            self.y = self.y * 3

        def b(self):
            self.y = self.y**2

    z = M(x)
    ops = {'a': M.a, 'b': M.b}
    for k in 'ab':
        ops[k](z)
    return z.y


def method_by_ternary(x):
    class M:
        def __init__(self, y):
            self.y = y

        def a(self):
            self.y = self.y * 3

        def b(self):
            self.y = self.y**2

    z = M(x)
    for k in range(3):
        m = M.a if k % 2 else M.b
        m(z)
    return z.y


def method_kept_as_mode(x):
    class M:
        def __init__(s, y):
            s.y = y
            s.mode = M.fast

        def fast(s):
            s.y *= 3
            s.mode = M.slow

        def slow(s):
            s.y += s.y**2
            s.mode = M.fast

    m = M(x)
    for _ in range(3):
        m.mode(m)
    return m.y


def method_as_key(x):
    class M:
        def __init__(self, y):
            self.y = y

        def area(self):
            return self.y**2

        def perim(self):
            return 4 * self.y

    sq = [M(x), M(2 * x)]
    key = M.area if x > 1 else M.perim
    return sum(key(s) for s in sq)


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    same_name_returned, same_name_decorated, same_name_lambda, same_name_tuple, same_name_nonlocal,
    same_name_method, same_name_crash, same_name_refused, same_name_composed, same_name_called_by_lambda,
    same_name_yielded, same_name_recursion, same_name_itself, same_name_ref, parameter_rebound_by_def,
    parameter_rebound_by_lambda, parameter_rebound_in_helper, parameter_rebound_nonlocal,
    parameter_kept_and_rebound, number_rebound_by_def, number_rebound_in_list, argument_rebound_by_def,
    decorated_recursion, decorated_recursion_active, decorator_named_as_its_wrapper, default_function, in_one_case,
    default_lambda, variable_of_its_iterable, variable_of_its_iterator, memoized, traced,
    captured_before_it_is_set, counter_set_later, values_of_each_other, captured_from_a_loop, one_of_two_captured,
)] + [(f, (1.3,), (0,)) for f in (
    method_of_inner_class, static_of_inner_class, method_in_a_dict, method_by_ternary, method_kept_as_mode,
    method_as_key,
)]  # fmt: skip
