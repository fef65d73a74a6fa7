"""Texts of errors that ask for properties."""


class Sized:
    def __init__(self, v):
        self.v = v

    @property
    def size(self):
        return self.v * 2

    @property
    def name(self):
        return 'abc'

    def check(self, limit):
        if self.v > limit:
            raise ValueError(f'too large: {self.size}')
        return self.v * limit

    def check2(self, limit):
        if self.v > limit:
            raise ValueError('too large: %s %.2f' % (self.name, self.size))
        return self.v * limit

    def check3(self, limit):
        if self.v > limit:
            raise ValueError('too large: ' + self.name)
        return self.v * limit

    def check4(self, limit):
        if self.v > limit:
            raise ValueError('too large', self.size)
        return self.v * limit

    def check5(self, limit):
        assert self.v < limit, f'too large: {self.size:.3f}'
        return self.v * limit

    def __str__(self):
        return f'Sized({self.size})'

    def check6(self, limit):
        if self.v > limit:
            raise ValueError(f'too large: {self}')
        return self.v * limit

    def check7(self, limit):
        if self.v > limit:
            raise ValueError('too large: {} {}'.format(self.size, self.name))
        return self.v * limit


def shown(x, y):
    return Sized(x).check(y)


def in_percents(x, y):
    return Sized(x).check2(y)


def added(x, y):
    return Sized(x).check3(y)


def as_an_argument(x, y):
    return Sized(x).check4(y)


def of_an_assert(x, y):
    return Sized(x).check5(y)


def of_the_object(x, y):
    return Sized(x).check6(y)


def formatted(x, y):
    return Sized(x).check7(y)


def caught(x, y):
    a = Sized(x)
    try:
        return a.check(0.1)
    except ValueError as e:
        return x * 3


def read_again(x, y):
    a = Sized(x)
    try:
        return a.check4(0.1)
    except ValueError as e:
        return e.args[1] * 3


def how_long(x, y):
    a = Sized(x)
    try:
        return a.check2(0.1)
    except ValueError as e:
        return len(str(e)) * x


def printed(x, y):
    a = Sized(x)
    print(f'{a.size} {a.name}', a.size)
    s = f'{a.size} {a.name}'
    return a.v * len(a.name)


class TooLarge(Exception):
    def __init__(self, msg, v):
        super().__init__(msg)
        self.v = v


def in_an_error_of_its_own(x, y):
    a = Sized(x)
    try:
        if a.size > 0.2:
            raise TooLarge(f'{a.size}', a.size)
    except TooLarge as e:
        return e.v * y
    return x


CASES = [
    (shown, (0.8, 1.3), (0, 1)),
    (in_percents, (0.8, 1.3), (0, 1)),
    (added, (0.8, 1.3), (0, 1)),
    (as_an_argument, (0.8, 1.3), (0, 1)),
    (of_an_assert, (0.8, 1.3), (0, 1)),
    (of_the_object, (0.8, 1.3), (0, 1)),
    (formatted, (0.8, 1.3), (0, 1)),
    (caught, (0.8, 1.3), (0, 1)),
    (read_again, (0.8, 1.3), (0, 1)),
    (how_long, (0.8, 1.3), (0, 1)),
    (printed, (0.8, 1.3), (0, 1)),
    (in_an_error_of_its_own, (0.8, 1.3), (0, 1)),
]
