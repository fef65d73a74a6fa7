"""What exceptions carry out of functions, methods, recursion and inner functions to the handlers that read it."""

import math

import numpy as np


class Lack(Exception):
    def __init__(self, need):
        self.need = need


class Gap(Lack):
    pass


class Lacking(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need}')
        self.need = need
        self.have = have


class Account:
    def __init__(self, b):
        self.balance = b

    def take(self, a):
        if a > self.balance:
            raise Lacking(a, self.balance)
        self.balance -= a
        return a


def take(b, a):
    if a > b:
        raise Lacking(a, b)
    return b - a


def by_function(x):
    t = 0.0
    for a in (1.0, 2.0):
        try:
            t += take(x, a)
        except Lacking as e:
            t += e.need * e.have
    return t


def by_method(x):
    acc = Account(x)
    t = 0.0
    for a in (1.0, 2.0):
        try:
            t += acc.take(a * x * 0.6)
        except Lacking as e:
            t += 10 * (e.need - e.have)
    return t + acc.balance


def by_recursion(x):
    def find(lo, hi, n):
        if n == 0:
            raise Lacking(lo, hi)
        return find((lo + hi) / 2, hi, n - 1) * 2

    try:
        return find(x, 2 * x, 3)
    except Lacking as e:
        return e.need * e.have


def by_inner(x):
    def go(v):
        if v > 1:
            raise ValueError(v * x, 'too large')
        return v * x

    t = 0.0
    for v in (0.5, 1.5):
        try:
            t += go(v)
        except ValueError as e:
            t += e.args[0] * 3
    return t


def args_of(x):
    def go(v):
        if v > 1:
            raise ValueError('too large', v * x)
        return v * x

    t = 0.0
    for v in (0.5, 1.5):
        try:
            t += go(v)
        except ValueError as e:
            msg, w = e.args
            t += w * 3
    return t


class Found(Exception):
    pass


def visit(node, want, acc):
    if node is None:
        return
    v, left, right = node
    visit(left, want, acc * 0.9)
    if v > want:
        raise Found(v * acc)
    visit(right, want, acc * 1.1)


def by_search(x):
    tree = (2.0 * x, (x, None, None), (3 * x, None, None))
    try:
        visit(tree, 1.5, x)
    except Found as f:
        return f.args[0]
    return x


def logged(x):
    errs = []
    for a in (1.0, 2.0, 3.0):
        try:
            take(x, a)
        except Lacking as e:
            errs.append(e.need - e.have)
    return sum(errs)


class Base(Exception):
    pass


class Short(Base):
    def __init__(self, need, have=0.5):
        super().__init__(need, have)
        self.need = need
        self.have = have


class Diverged(Base):
    def __init__(self, x, step):
        self.x, self.step = x, step
        super().__init__(f'diverged at {step}')


class WithDefault(Exception):
    scale = 3.0

    def __init__(self, v):
        self.v = v


class Plain(Exception):
    pass


class Tank:
    def __init__(self, level, cap):
        self.level, self.cap, self.log = level, cap, []

    def add(self, q):
        self.level += q
        self.log.append(self.level)
        if self.level > self.cap:
            over = self.level - self.cap
            self.level = self.cap
            raise Short(over, q)
        return self.level

    def fill(self, qs):
        for q in qs:
            self.add(q)
        return self.level

    def safe(self, qs):
        try:
            return self.fill(qs)
        except Short as e:
            return e.need * 2 + e.have


def spill(x):
    t = Tank(x, 2.0)
    out = 0.0
    for q in (0.5 * x, x, 0.3):
        try:
            out += t.add(q)
        except Short as e:
            out -= e.need * e.have
    return out + sum(t.log) * t.level


def spill_deep(x):
    t = Tank(x, 2.0)
    try:
        v = t.fill([x, x * x, 1.0])
    except Short as e:
        v = e.need * 3
    return v + t.level * x


def spill_safe(x):
    t = Tank(x, 2.0)
    return t.safe([x, 2 * x]) + t.level * len(t.log)


def spill_args(x):
    t = Tank(x, 2.0)
    try:
        v = t.fill([x, x * x, 1.0])
    except Short as e:
        v = e.args[0] * e.args[1]
    return v


def iterate(x, n):
    v = x
    for k in range(n):
        v = v * v
        if v > 5:
            raise Diverged(v, k)
    return v


def newton_like(x):
    try:
        return iterate(x, 10)
    except Diverged as d:
        return math.log(d.x) * d.step


def two_classes(x):
    def f(k):
        if k == 0:
            raise Short(x * 2)
        if k == 1:
            raise Diverged(x * 3, 4)
        return x

    t = 0.0
    for k in range(3):
        try:
            t += f(k)
        except Short as e:
            t += e.need * e.have
        except Diverged as e:
            t += e.x * e.step
    return t


def base_caught(x):
    def f(k):
        if k == 0:
            raise Short(x * 2)
        if k == 1:
            raise Plain(x)
        return x

    t = 0.0
    for k in range(3):
        try:
            t += f(k)
        except (Short, Plain) as e:
            t += e.args[0] * 5
    return t


def array_carried(v):
    def check(a):
        if a.sum() > 2:
            raise Plain(a * 2)
        return a

    try:
        w = check(v)
    except Plain as e:
        w = e.args[0]
        w[0] *= 3.0
    return float((w * w).sum())


def array_alias_carried(v):
    a = v * 1.0

    def check(b):
        b[1] += b[0]
        if b.sum() > 2:
            raise Plain(b)
        return b.sum()

    try:
        s = check(a)
    except Plain as e:
        e.args[0][0] *= 3.0
        s = 0.0
    return float((a * a).sum() + s)


class Node:
    def __init__(self, v):
        self.v = v


def object_carried(x):
    def find(nodes):
        for n in nodes:
            if n.v > 1:
                raise Plain(n)
        return nodes[0]

    ns = [Node(0.5 * x), Node(x), Node(2 * x)]
    try:
        n = find(ns)
    except Plain as e:
        n = e.args[0]
        n.v = n.v * 2
    return n.v + sum(k.v for k in ns)


def default_of_class(x):
    def f(k):
        if k:
            raise WithDefault(x * x)
        return x

    t = 0.0
    for k in (0, 1):
        try:
            t += f(k)
        except WithDefault as e:
            t += e.v * e.scale
    return t


def unpack_args(x):
    def f(k):
        if k:
            raise Plain('bad', x * x)
        return x

    t = 0.0
    for k in (0, 1):
        try:
            t += f(k)
        except Plain as e:
            msg, v = e.args
            t += v
    return t


def chained_raise(x):
    def inner(a):
        if a > 1:
            raise Plain(a * 2)
        return a

    def outer(a):
        try:
            return inner(a)
        except Plain as e:
            raise Short(e.args[0] * a) from e

    try:
        return outer(x)
    except Short as e:
        return e.need * e.have


def limited(a):
    if a > 1:
        raise Plain(a * 2)
    return a


def noted(a, log):
    try:
        return limited(a)
    except Plain as e:
        log.append(e.args[0])
        raise


def reraised(x):
    log = []
    try:
        t = noted(x, log)
    except Plain as e:
        t = e.args[0] ** 2
    return t + sum(log)


def in_finally(x):
    t = Tank(x, 2.0)
    out = 0.0
    try:
        out = t.add(3 * x)
    except Short as e:
        out = e.need
    finally:
        out += t.level * 2
    return out


def nested_two(x):
    t = Tank(x, 1.0)
    out = 0.0
    try:
        try:
            out += t.add(x)
        except Diverged as e:
            out += e.x * 100
        out += 7
    except Short as e:
        out += e.need * x
    return out


def nested_stale(x):
    out = 0.0

    def f(k):
        if k == 1:
            raise Short(x * k)
        if k == 2:
            raise Short(x * k * k, x)
        return x

    for k in range(4):
        try:
            try:
                out += f(k)
            except Short as e:
                if k == 2:
                    raise Plain(e.need * 2)
                out += e.need
        except Plain as p:
            out *= p.args[0]
    return out


def else_branch(x):
    t = Tank(x, 2.0)
    out = 0.0
    for q in (0.2, x, 0.1):
        try:
            v = t.add(q)
        except Short as e:
            out += e.need * 3
            break
        else:
            out += v * v
    return out


def while_retry(x):
    t = Tank(x, 2.0)
    q, n = 3.0 * x, 0
    while n < 5:
        n += 1
        try:
            v = t.add(q)
            break
        except Short as e:
            t.level = 0.5 * x
            q = q - e.need * 0.9
    else:
        v = -1.0
    return v * q


def recursion_depth(x):
    def down(v, d):
        if d == 0 or v > 10:
            raise Short(v, d)
        return down(v * x, d - 1) + v

    try:
        return down(x, 4)
    except Short as e:
        return e.need * (1 + e.have)


def partly_caught(x):
    def down(v, d):
        if v > 10:
            raise Short(v, d)
        if d == 0:
            return v
        try:
            return down(v * x, d - 1) + v
        except Short as e:
            if d > 2:
                return e.need * 0.1
            raise Short(e.need + v, d)

    return down(2 * x, 5)


def sum_of_raised(x):
    def f(k):
        if k % 2:
            raise Plain(k * x)
        return k

    good, bad = [], []
    for k in range(5):
        try:
            good.append(f(k) * x)
        except Plain as e:
            bad.append(e.args[0] ** 2)
    return sum(good) - sum(bad)


def condition_on(x):
    t = Tank(x, 2.0)
    try:
        t.add(3 * x)
        v = t.level
    except Short as e:
        v = e.need if e.have > 1 else -e.need
    return v * x


def stored_last(x):
    worst = 0.0
    t = Tank(x, 1.5)
    for q in (x, 2 * x, 0.5 * x):
        try:
            t.add(q)
        except Short as e:
            worst = max(worst, e.need)
    return worst * t.level


def zero_division(x):
    def f(a, b):
        if b == 0:
            raise ZeroDivisionError('no', a * 2)
        return a / b

    t = 0.0
    for b in (2.0, 0.0):
        try:
            t += f(x, b)
        except ZeroDivisionError as e:
            t += e.args[1]
    return t


def mixed_native(x):
    def f(k):
        if k == 1:
            raise KeyError('abc', x)
        return {0: x}[k]

    t = 0.0
    for k in (0, 1):
        try:
            t += f(k)
        except KeyError as e:
            t += e.args[1]
    return t


def hidden(x, k):
    if k == 1:
        raise Lack(x)
    if k == 2:
        raise Gap(x * x)
    return x


def sub_caught(x):
    t = 0.0
    for k in range(3):
        try:
            t += hidden(x, k)
        except Gap as e:
            t += 10 * e.need
        except Lack as e:
            t += 100 * e.need
    return t


def again(x, k):
    try:
        return hidden(x, k)
    except Lack as e:
        if e.need > 1.5:
            raise
        return e.need * 7


def sub_again(x):
    t = 0.0
    for k in range(3):
        try:
            t += again(x, k)
        except Lack as e:
            t += 100 * e.need
    return t


def swallow(x):

    class A:
        def go(self, k):
            if k:
                raise Lack(x)
            return x

    t = 0.0
    try:
        try:
            a = {}
            t += A().go(1)
        except Lack as e:
            t += e.need
    except Exception:
        t = 100.0 * x
    return t


def raise_name(x):
    def f(k):
        try:
            return hidden(x, k)
        except Lack as err:
            err2 = err
            raise err

    t = 0.0
    for k in range(3):
        try:
            t += f(k)
        except Lack as e:
            t += e.need
    return t


class Bank:
    def __init__(self, x):
        self.accounts = {'a': x, 'b': 2 * x}
        self.fees = []

    def withdraw(self, who, amount):
        if self.accounts[who] < amount:
            raise Lack(amount - self.accounts[who])
        self.accounts[who] -= amount

    def transfer(self, p, q, amount):
        try:
            self.withdraw(p, amount)
        except Lack as e:
            self.fees.append(0.1 * e.need)
            raise
        self.accounts[q] += amount

    def run(self, orders):
        failed = 0.0
        for p, q, a in orders:
            try:
                self.transfer(p, q, a)
            except Lack as e:
                failed += e.need
        return failed


def banking(x):
    b = Bank(x)
    f = b.run([('a', 'b', 0.5 * x), ('a', 'b', 0.7 * x), ('b', 'a', 3.0), ('b', 'a', 1.0)])
    return f + sum(b.fees) * b.accounts['a'] + b.accounts['b'] ** 2


def comprehension_raises(x):
    def f(k):
        if k == 2:
            raise Lack(x * k)
        return x + k

    try:
        t = sum([f(k) for k in range(4)])
    except Lack as e:
        t = e.need**2
    return t


def init_raises(x):
    class P:
        def __init__(self, v):
            if v > 1:
                raise Lack(v * 2)
            self.v = v

    t = 0.0
    for k in (0.5, 1.0):
        try:
            t += P(x * k).v
        except Lack as e:
            t += e.need * 3
    return t


def lambda_raises(x):
    def bad(v):
        raise Lack(v * v)

    ops = {'ok': lambda v: 2 * v, 'bad': lambda v: bad(v) + 1}
    t = 0.0
    for n in ('ok', 'bad'):
        try:
            t += ops[n](x)
        except Lack as e:
            t += e.need * 3
    return t


def several_calls(x):
    def f(k):
        if k > 1:
            raise Lack(x * k)
        return x * k

    t = 0.0
    for k in range(3):
        try:
            t += f(k) * f(k + 1) + f(0)
        except Lack as e:
            t += e.need * 3
    return t


def nested_call(x):
    def f(k):
        if k > 1:
            raise Lack(x * k)
        return x * k

    def g(v):
        return v * v

    t = 0.0
    for k in range(3):
        try:
            t = g(f(k) + t)
        except Lack as e:
            t = g(e.need)
    return t


CASES = [(f, (1.3,), (0,)) for f in (
    by_function, by_method, by_recursion, by_inner, args_of, by_search, logged, spill, spill_deep, spill_safe,
    spill_args, newton_like, two_classes, base_caught, object_carried, default_of_class, unpack_args,
    chained_raise, reraised, in_finally, nested_two, nested_stale, else_branch, while_retry, recursion_depth,
    partly_caught, sum_of_raised, condition_on, stored_last, zero_division, mixed_native, sub_caught, sub_again,
    swallow, raise_name, banking, comprehension_raises, init_raises, lambda_raises, several_calls, nested_call,
)] + [(f, (np.array([0.9, 1.4]),), (0,)) for f in (array_carried, array_alias_carried)]  # fmt: skip


class Spilled(Exception):
    def __init__(self, v):
        super().__init__('bad')
        self.v = v


class Vat:
    def __init__(self, l):
        self._level = l

    @property
    def level(self):
        if self._level > 1:
            raise Spilled(self._level * 2)
        return self._level

    def __add__(self, v):
        if v > 1:
            raise Spilled(v * 3)
        return self._level + v


def value_of_a_property(x, y):
    t = Vat(y)
    try:
        return t.level * x
    except Spilled as e:
        return e.v


def value_of_an_operator(x, y):
    t = Vat(y)
    try:
        return t + x
    except Spilled as e:
        return e.v


def property_by_itself(x, y):
    t = Vat(y)
    try:
        l = t.level
    except Spilled as e:
        l = e.v
    return l * x


CASES += [
    (f, at, (0, 1))
    for f in (value_of_a_property, value_of_an_operator, property_by_itself)
    for at in ((0.83, 1.37), (1.73, 0.61))
]
