"""What a `finally`, or an `except` that raises again, changes before an exception goes on to one who catches it."""

import contextlib

import numpy as np

TABLE, SETTINGS = [1.0, 2.0], {'a': 1.0}


def set_outside(q):
    try:
        raise KeyError
    finally:
        TABLE[0] = q


def of_the_module(x, y):
    try:
        set_outside(y)
    except KeyError:
        pass
    found, TABLE[0] = TABLE[0], 1.0
    return found * x


def set_where_a_key_is_missing(q):
    try:
        SETTINGS['zz']
    finally:
        SETTINGS['a'] = q


def of_a_dict(x, y):
    with contextlib.suppress(KeyError):
        set_where_a_key_is_missing(y)
    found, SETTINGS['a'] = SETTINGS['a'], 1.0
    return found * x


def append_finally(q, items):
    try:
        raise KeyError
    finally:
        items.append(q)


def of_a_list(x, y):
    items = [x]
    try:
        append_finally(y, items)
    except KeyError:
        pass
    return sum(items) * x


def set_finally(q, a):
    try:
        raise KeyError
    finally:
        a[0] = q


def of_an_array(x, y):
    a = np.array([x, 2.0])
    try:
        set_finally(y, a)
    except KeyError:
        pass
    return np.sum(a) * x


def append_and_raise_again(q, items):
    try:
        raise KeyError
    except KeyError:
        items.append(q * q)
        raise
    finally:
        items.append(q)


def raised_again(x, y):
    items = [x]
    try:
        append_and_raise_again(y, items)
    except KeyError:
        items.append(x)
    return sum(items) * x


def append_in_a_handler(q, items):
    try:
        raise KeyError
    except KeyError:
        try:
            raise ValueError
        finally:
            items.append(q)


def raised_in_a_handler(x, y):
    items = [x]
    try:
        append_in_a_handler(y, items)
    except ValueError:
        pass
    return sum(items) * x


def append_for_either(q, items):
    try:
        if q > 0:
            raise KeyError
        else:
            raise ValueError
    finally:
        items.append(q)


def raised_on_either_side(x, y):
    items = [x]
    try:
        append_for_either(y, items)
    except (KeyError, ValueError):
        pass
    return sum(items) * x


def append_each(q, items):
    for a in (q, -q, 2 * q):
        try:
            if a < 0:
                raise KeyError
        finally:
            items.append(a)


def raised_in_a_loop(x, y):
    items = [x]
    try:
        append_each(y, items)
    except KeyError:
        pass
    return sum(v * v for v in items) * x


class Steps:
    def __init__(self):
        self.log = [1.0]

    def step(self, q):
        raise NotImplementedError

    def run(self, q):
        try:
            return self.step(q)
        finally:
            self.log.append(q)


def of_an_object(x, y):
    steps = Steps()
    try:
        steps.run(y)
    except NotImplementedError:
        x = x * 2
    return sum(steps.log) * x


def finally_outside(x, y):
    try:
        if x < 0:
            raise ValueError
    finally:
        SETTINGS['a'] *= x
    found, SETTINGS['a'] = SETTINGS['a'], 1.0
    return found * y


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    of_the_module, of_a_dict, of_a_list, of_an_array, raised_again, raised_in_a_handler, raised_on_either_side,
    raised_in_a_loop, of_an_object, finally_outside,
)]  # fmt: skip
