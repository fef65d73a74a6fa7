"""Values that exceptions carry to their handlers, and contexts that keep exceptions from leaving their lines."""
import math

import numpy as np


class Negative(ValueError):
    def __init__(self, value, scale=2.0):
        super().__init__('negative', value)
        self.value = value
        self.doubled = value * scale


def root(x):
    if x < 0:
        raise Negative(x)
    return math.sqrt(x)


def attributes_and_args(x, y):
    try:
        z = root(x - y)
    except Negative as error:
        z = error.doubled**2 + error.args[1]
    return z * x


def raising_call_in_an_expression(x, y):
    try:
        z = root(x - y) * 2
    except Negative as error:
        z = error.value
    return z


def two_handlers_in_a_loop(x, y):
    t = 0.0
    for k in range(5):
        try:
            if k % 2:
                raise ValueError(x * k)
            t += root(y - k)
        except Negative as error:
            t = t + error.value * x
        except ValueError as error:
            t += error.args[0]**2
    return t


def keyword_and_base_class(x, y):
    try:
        z = x * y
        raise Negative(z, scale=y)
    except (KeyError, ValueError) as error:
        z = 0.0
        z = z + error.doubled
    return z


def grown(x, n):
    for k in range(n):
        x = x * 1.3
        root(2.0 - x)
    return x


def through_two_calls(x, n):
    try:
        z = grown(x, n)
    except Negative as error:
        return error.value * x
    return z


def changed_before_the_handler_reads(x, y):
    try:
        z = x
        if x > y:
            raise Negative(z)
        z = z * y
    except Negative as error:
        z = y * y
        x = 5.0
        z += error.value * x
    return z


def raised_in_a_handler(x, y):
    try:
        try:
            raise ValueError(x * y)
        except ValueError as error:
            raise Negative(error.args[0] * x)
    except Negative as error:
        return error.value * y


def array_carried(v, y):
    try:
        for k in range(3):
            v[k] = v[k] * y
            if k == 1:
                raise Negative(v[k] * v)
    except Negative as error:
        return np.sum(error.value) + np.sum(error.doubled**2)
    return 0.0


def from_elsewhere_unread(x, y):
    z = x
    try:
        if y > 5.0:
            raise ValueError(x)
        z = x * y
    except ValueError as error:
        z = z + error.args[0]
    return z


# Contexts

class Forgiving:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, ArithmeticError)


class Counted:
    def __init__(self, scale):
        self.count, self.scale = 0, scale

    def __enter__(self):
        return self.scale * 2

    def __exit__(self, kind, error, traceback):
        self.count += 1
        self.scale = self.scale * 3
        return kind is ZeroDivisionError


def swallowed_at_one_of_two(x, y):
    z = x
    with Forgiving():
        z = x / y
        z = z / (x - 2.0)
        z = z * 3.0
    return z * x


def swallowed_in_a_loop(x, y):
    t = 0.0
    for k in range(4):
        with Forgiving():
            t = t + x * k
            if k == 2:
                raise ZeroDivisionError
            t = t * y
    return t


def not_swallowed(x, y):
    z = x
    try:
        with Forgiving():
            z = x * y
            z = z * math.log(x - 5.0)
            z = 2 * z
    except ValueError:
        z = z * y
    return z


def context_with_a_value(x, y):
    context = Counted(x)
    z = y
    with context as d:
        z = d * y
        z = z / (x - x)
        z = 5.0
    return z * context.scale + context.count


def forgiving_helper(x):
    with Forgiving():
        x = x * x
        1 / 0
        x = 1.0
    return x * 3


def swallowed_in_a_helper(x, y):
    return forgiving_helper(x) * y + forgiving_helper(y)


def loop_in_a_context(x, y):
    z = x
    with Forgiving():
        for k in range(5):
            z = z * y
            if k == 3:
                raise ArithmeticError('stop')
    return z


def named_context(x, y):
    guard = Forgiving()
    z = x
    for k in range(3):
        with guard:
            z = z * y + k
            if k == 1:
                raise OverflowError
            z = z * x
    return z


def array_in_a_context(v, y):
    with Forgiving():
        v[0] = v[0] * y
        v[1] = v[0] * v[1]
        raise ZeroDivisionError
    return np.sum(v**2)


class Writing:
    def __init__(self, a):
        self.a = a

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.a[0] = 7.0
        return True


def context_that_writes(x, y):
    buffer = np.zeros(2)
    with Writing(buffer):
        buffer[0] = x
        buffer[1] = x * x * y
        1 / 0
    return np.sum(buffer**2) * y


class Collecting:
    def __init__(self):
        self.items = []

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.items.append(1.0)
        return kind is ZeroDivisionError


def context_that_collects(x, y):
    collecting = Collecting()
    z = x
    with collecting as c:
        c.items.append(x * y)
        z = z * y
        1 / 0
    return z * collecting.items[0] + len(collecting.items)


class Doubling:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, kind, error, traceback):
        if kind is ZeroDivisionError:
            self.value = self.value * 2
            return True
        return False


def changed_as_it_swallows(x, y):
    doubling = Doubling(x * y)
    with doubling as value:
        z = value * y
        z = z / (x - x)
    return z * doubling.value


_v = np.array([1.1, 0.7, 1.3])


class Tidy:
    """Looks at what it is left with, and lets it pass."""

    def __init__(self):
        self.failed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.failed += 1


def told_and_let_pass(x, d):
    tidy = Tidy()
    y = x
    with tidy as t:
        y = y * x + t.failed
        y = y / d
    return y * (1 + tidy.failed)


def told_in_a_loop(x, n):
    y = x
    for i in range(n):
        with Tidy() as t:
            y = y * x + i
        y = y * (t.failed + 1)
    return y


CASES = [
    *((f, (x, y), (0, 1)) for f in (attributes_and_args, raising_call_in_an_expression, changed_before_the_handler_reads)
      for x, y in ((2.0, 0.7), (0.5, 1.2))),
    (two_handlers_in_a_loop, (1.1, 2.5), (0, 1)), (keyword_and_base_class, (1.1, 0.6), (0, 1)),
    (through_two_calls, (0.9, 3), (0,)), (through_two_calls, (0.9, 4), (0,)), (raised_in_a_handler, (1.3, 0.7), (0, 1)),
    (array_carried, (_v, 0.7), (0, 1)), (from_elsewhere_unread, (1.3, 0.7), (0, 1)), (from_elsewhere_unread, (1.3, 5.7), (0, 1)),
    (swallowed_at_one_of_two, (3.0, 0.7), (0, 1)), (swallowed_at_one_of_two, (1.5, 0.7), (0, 1)),
    *((f, (1.5, 0.7), (0, 1)) for f in (
        swallowed_in_a_loop, not_swallowed, context_with_a_value, swallowed_in_a_helper, loop_in_a_context, named_context)),
    *((f, (1.5, 0.7), (0, 1)) for f in (context_that_writes, context_that_collects, changed_as_it_swallows)),
    (array_in_a_context, (_v, 0.7), (0, 1)),
    (told_and_let_pass, (1.3, 2.0), (0, 1)),
    (told_in_a_loop, (1.3, 3), (0,)),
]
