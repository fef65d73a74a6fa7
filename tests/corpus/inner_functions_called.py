"""Inner functions that others call, without any derivative: counters, checks, tests, texts."""

from functools import partial


def note(k):
    pass


def another_of_the_module(x, y):
    cnt = [0]
    l = [x]

    def note(k):
        cnt[0] += k

    def step(s):
        l[0] *= s
        note(1)

    step(y)
    return l[0] * cnt[0]


def push(n, s):
    pass


class B:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r


def another_recursion_of_the_module(x, y):
    root = B(x, B(y))

    def push(n, s):
        if n is None:
            return
        n.v *= s
        push(n.l, s)
        push(n.r, s * x)

    push(root, y)
    return root.v * root.l.v


def that_counter(x, y):
    cnt = [0]
    l = [x]

    def tick(k):
        cnt[0] += k

    def step(s):
        l[0] *= s
        tick(1)

    step(y)
    return l[0] * cnt[0]


def that_number(x, y):
    cnt = [0]

    def tick(k):
        cnt[0] += k

    def step(s):
        tick(1)
        return s * y

    return step(x) * cnt[0]


def that_nonlocal(x, y):
    n = 0

    def tick():
        nonlocal n
        n += 1

    def step(s):
        tick()
        return s * y

    v = step(x)
    return v * n


def that_print(x, y):
    def log(msg):
        print(msg)

    def step(s):
        log('step')
        return s * y

    return step(x)


def that_visited(x, y):
    seen = set()

    def mark(k):
        seen.add(k)

    def step(k):
        mark(k)
        return x * k * y

    return step(1) + step(2) * len(seen)


def that_value(x, y):
    seen = []

    def number():
        seen.append(1)
        return len(seen)

    def step(s):
        k = number()
        return s * y * k

    return step(x) + step(x)


def that_tree(x, y):
    root = B(x, B(y))

    def grow(n, s):
        if n is None:
            return
        n.v *= s
        grow(n.l, s)
        grow(n.r, s * x)

    grow(root, y)
    return root.v * root.l.v


def that_nested_list(x, y):
    t = [x, []]

    def dbl(n):
        for i, v in enumerate(n):
            if isinstance(v, list):
                dbl(v)
            else:
                n[i] = v * y

    dbl(t)
    return t[0] * x


def that_nested_dict(x, y):
    t = {'v': x, 'sub': {'v': y, 'sub': {}}}

    def dbl(n):
        for k, v in n.items():
            if isinstance(v, dict):
                dbl(v)
            else:
                n[k] = v * y

    dbl(t)
    return t['v'] * t['sub']['v']


def that_none(x, y):
    l = [x]

    def show(n):
        if n is None:
            return
        n[0] *= y

    def both(n):
        show(n)
        show(None)

    both(l)
    return l[0]


def tab(k):
    return 3.0


def another_value_of_the_module(x, y):
    def tab(k):
        return [1.0, 2.0][k]

    def step(s):
        return s * tab(1)

    return step(x) * y


class M:
    def __init__(self, x):
        self.x, self.n = x, 0

    def run(self, y):
        def tick():
            self.n += 1

        def step(s):
            tick()
            return s * y

        return step(self.x) * self.n


def that_method(x, y):
    return M(x).run(y)


def that_check(x, y):
    def check(k):
        if k < 0:
            raise ValueError(k)

    def step(s, k):
        check(k)
        return s * y**k

    return step(x, 2)


def that_lambda(x, y):
    seen = []
    log = lambda k: seen.append(k)

    def step(s):
        log(1)
        return s * y

    return step(x) * len(seen)


def helper(x, y):
    cnt = [0]

    def bump_count(k):
        cnt[0] += k

    def step(s):
        bump_count(1)
        return s * y

    return step(x) * cnt[0]


def that_helper(x, y):
    return helper(x, y) * x


def keys_of_a_table(x, y):
    order = {'a': 2, 'b': 1}

    def rank(k):
        return order[k]

    def step(s):
        ks = sorted(['a', 'b'], key=rank)
        return s * (2.0 if ks[0] == 'b' else 3.0)

    return step(x) * y


def filtered_by_one(x, y):
    tab = [1, 2, 3]

    def good(k):
        return tab[k] > 1

    def step(s):
        n = len(list(filter(good, range(3))))
        return s * n

    return step(x) * y


def partial_of_one(x, y):
    tab = [1, 2, 3]

    def size(k):
        return tab[k]

    def step(s):
        f = partial(size, 1)
        return s * f()

    return step(x) * y


def chosen_by_key(x, y):
    def one():
        return 1.0

    def two():
        return 2.0

    fs = {'a': one, 'b': two}

    def step(s, k):
        return s * fs[k]()

    return step(x, 'a') * y + step(y, 'b')


def given_by_another(x, y):
    def one():
        return 1.0

    def two():
        return 2.0

    def pick(k):
        return one if k else two

    def step(s, k):
        f = pick(k)
        return s * f()

    return step(x, 0) * y + step(y, 1)


def counts_in_a_choice(x, y):
    n = [0]

    def count():
        n[0] += 1
        return True

    def step(s):
        return s * 2 if count() and s > 0 else s

    return step(x) * y * n[0]


def fails_in_a_try(x, y):
    n = [0]

    def check(v):
        n[0] += 1
        if v < 0:
            raise ValueError

    def step(s):
        try:
            check(-1)
        except ValueError:
            s = s * 3
        while n[0] < 4:
            check(1)
        return s

    return step(x) * y * n[0]


def noted_by_a_generator(x, y):
    log = []

    def note(t):
        log.append(t)

    def gen(n):
        for i in range(n):
            note(i)
            yield x * i

    return sum(gen(3)) * y * len(log)


def depth_of_recursion(x, y):
    depth = [0]

    def enter():
        depth[0] += 1

    def leave():
        depth[0] -= 1

    best = [0]

    def rec(n, s):
        enter()
        try:
            best[0] = max(best[0], depth[0])
            return s if n == 0 else rec(n - 1, s * y)
        finally:
            leave()

    return rec(3, x) * best[0]


def one_after_another(x, y):
    names = []

    def tag(k):
        names.append(k)
        return len(names)

    def f(s):
        return s * tag('f')

    def g(s):
        return f(s) + tag('g')

    h = lambda s: g(s) * tag('h')
    return h(x) * y


def each_other(x, y):
    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)

    def step(s, n):
        return s * y if even(n) else s

    return step(x, 3) + step(y, 4)


def with_defaults(x, y):
    cfg = {'k': 2}

    def get(name, default=1):
        return cfg.get(name, default)

    def step(s):
        return s ** get('k') * get('q') + get('z', default=5)

    return step(x) * y


def visited_once(x, y):
    seen = set()

    def visit(k):
        if k in seen:
            return False
        seen.add(k)
        return True

    def walk(k, s):
        if not visit(k):
            return 0.0
        return s + sum(walk(j, s * y) for j in (k + 1, k + 2) if j < 4)

    return walk(0, x)


def in_all_displays(x, y):
    from math import sqrt

    def size(v):
        return int(v)

    def step(s):
        a, b = size(2.5), [size(v) for v in (1.5, 3.2)]
        d = {k: size(k) for k in (1.1, 2.2)}
        return s * a * sum(b) * d[1.1] * max((1.0, 2.0), key=lambda v: -size(v))

    return step(x) * y


def in_texts(x, y):
    def fmt(v):
        return f'{v:.1f}'

    def step(s):
        k = fmt(2.0)
        assert fmt(1.0) == '1.0', fmt(3.0)
        return s * len(k) * len(' '.join(map(fmt, (1.0, 2.0))))

    return step(x) * y


def asked_in_a_choice(x, y):
    def even(n):
        return n % 2 == 0

    def step(s, n):
        return s * y if even(n) else s

    return step(x, 3) + step(y, 4)


def asked_in_loops(x, y):
    def even(n):
        return n % 2 == 0

    def step(s, n):
        if even(n):
            s = s * y
        while not even(n):
            n += 1
            s = s * x
        return s

    return step(x, 3) + step(y, 4)


def asked_of_each_other(x, y):
    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)

    def step(s, n):
        if even(n):
            s = s * y
        return s

    return step(x, 3) + step(y, 4)


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    another_of_the_module, another_recursion_of_the_module, that_counter, that_number, that_nonlocal, that_print,
    that_visited, that_value, that_tree, that_nested_list, that_nested_dict, that_none,
    another_value_of_the_module, that_method, that_check, that_lambda, that_helper, keys_of_a_table,
    filtered_by_one, partial_of_one, chosen_by_key, given_by_another, counts_in_a_choice, fails_in_a_try,
    noted_by_a_generator, depth_of_recursion, one_after_another, each_other, with_defaults, visited_once,
    in_all_displays, in_texts, asked_in_a_choice, asked_in_loops, asked_of_each_other,
)]  # fmt: skip
