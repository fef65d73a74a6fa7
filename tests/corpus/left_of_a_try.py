"""What is left of a `try` where nothing can fail, and loops in it whose steps alone may fail."""


class Fail(Exception):
    pass


def gen(xs):
    for v in xs:
        if v > 1:
            raise Fail
        yield v


def inv(xs):
    for v in xs:
        yield 1 / v


class It:
    def __init__(self, xs):
        self.xs, self.i = xs, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= len(self.xs):
            raise StopIteration
        self.i += 1
        return 1 / self.xs[self.i - 1]


class S:
    def __init__(self, v):
        self.v = v

    def __str__(self):
        if self.v > 1:
            raise Fail
        return 'small'


def step(v):
    return v * 3


def last_of_a_generator(x, y):
    last = y
    try:
        for v in enumerate(gen([y, x, y])):
            last = v[1]
    except Fail:
        last = last * x
    return last


def last_step(x, y):
    last = y
    try:
        for v in It([y, 0 * x, y]):
            last = v
    except ZeroDivisionError:
        last = last * x
    return last


def last_step_caught_inside(x, y):
    try:
        return last_step(x, y)
    except ZeroDivisionError:
        return 9 * x


def last_inverse(x, y):
    last = y
    g = inv([y, 0 * x])
    try:
        for v in g:
            last = v
    except ZeroDivisionError:
        last = last * x
    return last


def last_inverse_caught_inside(x, y):
    try:
        return last_inverse(x, y)
    except ZeroDivisionError:
        return 9 * x


def text_that_fails(x, y):
    try:
        t = f'{S(x)}'
    except Fail:
        t = 'large'
    return x * len(t)


def text_caught_inside(x, y):
    try:
        return text_that_fails(x, y)
    except Fail:
        return 9 * x


def function_of_the_module_beside(x, y):
    def step(v):
        return v * y

    def a(v):
        global step
        return step(v)

    def b(step):
        return step * 2

    return a(x) + b(y) + step(x)


def left_by_a_break(x, y):
    t = 0.0
    for v in [x, y]:
        try:
            if v > 1:
                raise Fail('a')
            t += v
            break
        except Fail:
            t += 2 * v
    else:
        t += 100
    return t


def ways_out_of_a_try(x, y):
    while True:
        try:
            if x > 2:
                return x * y
            x = x * 2
            continue
        except Fail:
            return y


def ways_on_in_a_try(x, y):
    t = 0.0
    for v in (x, y, 2.0):
        try:
            if v > 1.5:
                t += v
                continue
            if v > 1:
                return t * v + y
            t += y
            continue
        except Fail as e:
            t += len(str(e))
            w = t
        t += w
    return t


def values_in_a_try(x, y):
    def f(v):
        try:
            if v > 1:
                return v * 2
            else:
                return v * 3
        except Fail:
            pass
        return 5.0

    return f(x) * f(y)


def argument_set_at_the_end(x, y):
    try:
        return x * y
    except Fail:
        return y
    finally:
        x = 2.0


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    last_of_a_generator, last_step, last_step_caught_inside, last_inverse, last_inverse_caught_inside,
    text_that_fails, text_caught_inside, function_of_the_module_beside, left_by_a_break, ways_out_of_a_try,
    ways_on_in_a_try, values_in_a_try, argument_set_at_the_end,
)]  # fmt: skip
