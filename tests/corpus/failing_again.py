"""Calls in the handlers of other failures, calls in a try that always fail, functions that return what they run for its effect."""

import heapq
import math


class W(Exception):
    pass


class U(Exception):
    def __init__(self, a):
        self.a = a


def c1_again_from_value(x, y):
    def f(v):
        raise U(v)

    t = 0.0
    try:
        f(x)
    except U as a:
        try:
            f(a.a * 2)
        except U as b:
            t = b.a
    return t


def c1_conditional(x, y):
    def f(v):
        if v > 0.5:
            raise U(v)
        return v

    t = 0.0
    for k in range(3):
        try:
            t = f(x * k)
        except U as a:
            try:
                t = t + f(a.a * y)
            except U as b:
                t = t + a.a * b.a
    return t


def c1_outer_handler(x, y):
    def f(v):
        if v > 0.2:
            raise W(v, 0.4)
        return v

    t = y
    try:
        try:
            t += f(y)
        except W:
            t = f(y + x)
    except W as e:
        t = e.args[0]
    return t


def c1_other_function_crash(x, y):
    def f(v):
        raise U(v)

    def g(v):
        raise W(v)

    t = 0.0
    try:
        f(x)
    except U as a:
        try:
            g(a.a * 2)
        except W as b:
            t = a.a * b.args[0]
    return t


def add(l, v):
    l.append(v)
    if v > 0.2:
        raise W()
    return v * v


def c2_in_handler(x, y):
    l = []
    t = 1.0
    try:
        add(l, x)
        t += x
    except W:
        try:
            t = t * 0.5 + add(l, y)
        except W:
            t = t * x
    return t


def c2_in_else(x, y):
    l = []
    t = y
    try:
        t += add(l, 0.1 * x)
    except W:
        t = 1.0
    else:
        try:
            t += add(l, y)
        except W:
            t = t * x
    return t


class O:
    def __init__(self, q):
        self.q = q

    def up(self, v):
        self.q = self.q * 1.1
        if v > 0.2:
            raise W()
        return self.q * v

    def go(self, v):
        raise ValueError(v)

    def cond(self, v):
        if v < 1.7:
            raise ValueError(v * v)
        return self.q * v


def c2_method(x, y):
    o = O(y)
    t = 1.0
    try:
        o.up(x)
        t += x
    except W:
        try:
            t = t * 0.5 + o.up(y)
        except W:
            t = t * x
    return t


def bad(v):
    if v > 0.2:
        raise U(v)
    return v


def two(v):
    return v * 2


def c4_method_stated(x, y):
    o = O(x)
    t = x
    try:
        o.go(math.sin(y))
    except ValueError as e:
        t += e.args[0]
    return t


def c4_division(x, y):
    o = O(x)
    t = x
    for z in (y, x, 0.3):
        try:
            o.go(1 / z)
        except (ValueError, ZeroDivisionError) as e:
            t += e.args[0]
    return t


def c4_inner_assigned(x, y):
    def f(v):
        raise ValueError(v)

    t = x
    for z in (y, 0.3):
        try:
            t = f(math.sin(x))
        except ValueError as e:
            c = e.args[0]
            break
    else:
        t += y
    return t


def c6_left_behind(x, y):
    def step(v):
        if v > 0.2:
            raise U(v)
        return v

    t = y
    try:
        t = step(x) + t
    except U as e:
        try:
            t = step(e.a) + t
            t += e.a
        except U as b:
            t *= x
    return t


def r1_method_again_in_handler(x, y):
    o = O(x)
    t = 1.0
    try:
        o.cond(x)
    except ValueError:
        try:
            t += o.cond(y)
        except ValueError as e:
            t += e.args[0]
    return t


def low(v):
    if v < 0.4:
        raise W(v, 3.0)
    return v * v


def r2_guarded_in_try(x, y):
    def guard(f):
        def g(v):
            try:
                return f(v)
            except W as e:
                return e.args[0] * x

        return g

    f1 = guard(low)
    t = x
    try:
        t = f1(y + x)
    except U as e:
        t = t * 0.5 + e.a
    return t


def fin(v):
    try:
        return bad(v)
    finally:
        pass


class Bad(Exception):
    def __init__(self, v):
        self.v = v


class Worse(Bad):
    pass


def chk(v):
    if v > 1.0:
        raise Bad(v)
    if v < 0.0:
        raise Worse(v * v)
    return v


def r4_base_and_subclass(x, y):
    try:
        t = chk(x * y)
    except Bad as e:
        t = e.v * 3
    return t


def r6_name_of_wrapped(x, y):
    log = []

    def deco(f):
        def g(v):
            log.append((f.__name__, v))
            return f(v)

        return g

    @deco
    def sq(v):
        return v * v

    return sq(x) + sum(v * len(n) for n, v in log) * y


class Stop(Exception):
    pass


def change(l, x):
    if l[0] > 5:
        raise Stop
    l[0] = l[0] * x


def call(l, x):
    return change(l, x)


def twice(l, x):
    change(l, x)
    return change(l, x) if x > 1 else None


class Runs:
    def __init__(self, x):
        self.l = [x]

    def go(self, x):
        return change(self.l, x)

    def run(self, x):
        return self.go(x)


def returned_none(x, y):
    l = [y]
    for k in range(4):
        try:
            call(l, 2 * x)
        except Stop:
            l[0] *= 0.3
    return l[0] * x


def returned_none_twice(x, y):
    l = [y]
    for k in range(4):
        try:
            twice(l, 2 * x)
        except Stop:
            l[0] *= 0.3
    return l[0] * x


def returned_none_method(x, y):
    o = Runs(y)
    for k in range(4):
        try:
            o.run(2 * x)
        except Stop:
            o.l[0] *= 0.3
    return o.l[0] * x


class Unsteady:
    def __init__(self, x):
        self.count, self.value = 0, x

    def step(self):
        self.count += 1
        self.value = self.value * 1.5
        if self.count < 3:
            raise RuntimeError('not yet')
        return self.value


def raised_again_at_last(x, y):
    o = Unsteady(x * y)
    for i in range(5):
        try:
            return o.step()
        except RuntimeError:
            if i == 4:
                raise


def retried_by_a_helper(x, y):
    def retry(f, n):
        for i in range(n):
            try:
                return f()
            except RuntimeError:
                if i == n - 1:
                    raise

    return retry(Unsteady(x).step, 5) * y


def raised_again_or_left(x, y):
    o = Unsteady(x * y)
    for i in range(5):
        try:
            v = o.step()
            break
        except RuntimeError:
            if i == 4:
                raise
            y = y * 1.1
    return v * y


CASES = [
    (h, (0.83, 1.37), (0, 1))
    for h in (
        c1_again_from_value,
        c1_conditional,
        c1_outer_handler,
        c1_other_function_crash,
        c2_in_handler,
        c2_in_else,
        c2_method,
        c4_method_stated,
        c4_division,
        c4_inner_assigned,
        c6_left_behind,
        r1_method_again_in_handler,
        r2_guarded_in_try,
        r4_base_and_subclass,
        r6_name_of_wrapped,
    )
]
CASES += [(f, (1.3, 0.8), (0, 1)) for f in (returned_none, returned_none_twice, returned_none_method)]


class Tank:
    def __init__(self, v):
        self.v = v

    def take(self, k):
        self.v *= k
        if self.v > 1:
            raise U(self.v)
        return self.v


def nested_def_returns(x, y):
    b = Tank(x)

    def f(k):
        def g(v):
            return v * 2

        h = lambda v: g(v) + 1
        return h(b.take(k))

    t = 0.0
    for k in (y, 3.0):
        try:
            t += f(k)
        except U as e:
            t += e.a
    return t


def match_returns(x, y):
    b = Tank(x)

    def f(k):
        match k:
            case 0:
                return b.take(y)
            case 1:
                return b.take(3.0)
            case _:
                return x

    t = 0.0
    for k in range(3):
        try:
            t += f(k)
        except U as e:
            t += e.a * 2
    return t


class Seen(Exception):
    seen = 2.0

    def __init__(self, seen):
        self.seen = seen


def attr_called_seen(x, y):
    class M:
        def go(self, v):
            if v > 1:
                raise Seen(v * x)
            return v

    t = 0.0
    for v in (x, y):
        try:
            t += M().go(v)
        except Seen as e:
            t += e.seen * 2
    return t


def overwritten_variable(x, y):
    b = Tank(x)
    t = 0.0
    a = y
    for k in (y, 2.0, 0.3):
        try:
            a = a * 2
            t += b.take(k) * a
        except U as e:
            a = e.a + a
            t += a
    return t * a


def used_after(x, y):
    b = Tank(x)
    last = 0.0
    for k in (y, 2.0, 0.3):
        try:
            b.take(k)
        except U as e:
            last = e.a
    return last * b.v


def deep(x, y):
    b = Tank(x)

    def one(k):
        return b.take(k) + 1

    def two(k):
        return one(k) * 2

    t = 0.0
    for k in (y, 2.0, 0.1):
        try:
            t += two(k)
        except U as e:
            t -= e.a
    return t + b.v


def with_return(x, y):
    b = Tank(x)

    def f(k):
        try:
            return b.take(k)
        except U as e:
            return e.a * 5

    return f(y) + f(2.0) * f(0.1)


def two_objects(x, y):
    a, b = Tank(x), Tank(y)
    t = 0.0
    for o in (a, b, a):
        try:
            t += o.take(1.5)
        except U as e:
            t += e.a**2
    return t + a.v * b.v


def both_vars(x, y):
    failed = x
    seen = y
    b = Tank(x)
    try:
        failed = b.take(2.0)
    except U as e:
        seen = e.a
    if failed:
        seen = seen * failed
    return seen


def tried_name(x, y):
    tried, error, caught = x, y, 2.0
    b = Tank(x)
    try:
        tried = b.take(2.0)
    except U as e:
        error = e.a * caught
    return tried * error


def heap_in_handler(x, y):
    h = [y]

    def f(k):
        try:
            return {0: x}[k]
        except KeyError:
            heapq.heappush(h, x * k)
            raise

    for k in (0, 1):
        try:
            h[0] *= f(k)
        except KeyError:
            pass
    return sum(h) * h[0]


CASES += [
    (f, (0.83, 1.37), (0, 1))
    for f in (
        nested_def_returns,
        match_returns,
        attr_called_seen,
        overwritten_variable,
        used_after,
        deep,
        with_return,
        two_objects,
        both_vars,
        tried_name,
        heap_in_handler,
    )
]


class Missed(Exception):
    pass


MISSED = (Missed, KeyError)


def tuple_of_the_module(x):
    try:
        if x > 0:
            raise Missed(x)
        return x
    except MISSED:
        return 2 * x
    except LookupError:
        return 5 * x


def tuple_in_another_try(x):
    try:
        try:
            if x > 0:
                raise Missed(x)
            return x
        except MISSED:
            return 2 * x
    except TypeError:
        return 11 * x


CASES += [(f, (0.8,), (0,)) for f in (tuple_of_the_module, tuple_in_another_try)]
CASES += [(f, (0.83, 1.37), (0, 1)) for f in (raised_again_at_last, retried_by_a_helper, raised_again_or_left)]
