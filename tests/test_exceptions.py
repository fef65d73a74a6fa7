"""Exceptions that pass through a gradient, and what is left behind them."""

import contextlib
import threading
import traceback

import pytest

import srcad
from tests.checking import assert_gradient

lock = threading.Lock()
events = []


class Mine(Exception):
    pass


def note(word):
    print(word)


def raised(f, *args):
    with pytest.raises(Exception) as caught:
        f(*args)
    return caught.value


def same_exception(f, *args):
    """What f raises, which its gradient raises too."""
    want, got = raised(f, *args), raised(srcad.value_and_grad(f), *args)
    while want is not None or got is not None:
        assert type(got) is type(want) and got.args == want.args
        want, got = want.__cause__ or want.__context__, got.__cause__ or got.__context__
    return raised(srcad.value_and_grad(f), *args)


def chooses(x, n):
    if n > 2:
        raise Mine('large', n)
    return x * x


def test_an_exception_of_the_program_is_raised_unchanged():
    same_exception(chooses, 2.0, 3)
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), chooses, (2.0, 1), (0,))


def test_the_traceback_shows_the_line_of_the_generated_text():
    error = same_exception(chooses, 2.0, 3)
    lines = [frame.line for frame in traceback.extract_tb(error.__traceback__)]
    assert "raise Mine('large', n)" in lines


def asked_for_its_truth(x, n):
    if n:
        y = x
    if y:
        return x * x
    return 2 * x


def compared(x, n):
    for k in range(n):
        y = x * k
    if y == 3:
        return x * y
    return 2 * x


def summed(x, n):
    if n:
        y = [x, x]
    else:
        x = x * 2
    if not y:
        return x
    return sum(y) * x


@pytest.mark.parametrize('f', [asked_for_its_truth, compared, summed])
def test_a_variable_without_a_value_fails_where_it_is_read(f):
    assert isinstance(same_exception(f, 2.0, 0), UnboundLocalError)
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), f, (2.0, 1), (0,))


def wraps(x, d):
    try:
        y = x / d
        z = y * y
    except ZeroDivisionError as error:
        raise Mine('wrapped') from error
    return z


def wraps_after_loop(x, d):
    y = x
    try:
        for a in d:
            y = y / a
    except ZeroDivisionError:
        y = y * 2
        raise Mine('in the handler')
    return y


def raises_again(x, d):
    y = x
    try:
        y = y / d[0]
        y = y / d[1]
    except ZeroDivisionError:
        if len(d) > 2:
            y = y * 3
        else:
            raise
    return y


def passes_by(x, d):
    try:
        y = x / d
    except ValueError:
        y = x
    return y


def fails_in_finally(x, d):
    y = x
    try:
        y = y / d
    finally:
        y = [y][1]
    return y


@pytest.mark.parametrize(
    'f, args',
    [
        (wraps, (2.0, 0.0)),
        (wraps_after_loop, (2.0, [1.0, 0.0])),
        (raises_again, (2.0, [1.0, 0.0])),
        (passes_by, (1.5, 0.0)),
        (fails_in_finally, (1.5, 2.0)),
        (fails_in_finally, (1.5, 0.0)),
    ],
)
def test_exceptions_that_leave_a_try(f, args):
    same_exception(f, *args)


def locked(x, d):
    with lock:
        y = x / d
    return y * y


def locked_by_hand(x, d):
    lock.acquire()
    try:
        y = x / d
        if y > 100:
            return y
        y = y * x
    finally:
        lock.release()
    return y


@pytest.mark.parametrize('f', [locked, locked_by_hand])
def test_a_lock_is_released(f):
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), f, (1.5, 2.0), (0, 1))
    same_exception(f, 1.5, 0.0)
    assert lock.acquire(blocking=False)
    lock.release()


class Announced:
    def __enter__(self):
        print('in')

    def __exit__(self, kind, error, traceback):
        print('out', kind)


@contextlib.contextmanager
def announced(word):
    print('in', word)
    try:
        yield
    finally:
        print('out', word)


def order_of_exits(x, d):
    total = x
    for a in d:
        try:
            with Announced(), announced(1):
                if a > 5:
                    return total
                if a > 3:
                    break
                if a > 2:
                    continue
                total = total / a
        except ZeroDivisionError:
            print('handler')
        finally:
            print('finally', a)
    return total * x


@pytest.mark.parametrize('d', [[1.0, 0.0, 2.0], [2.5, 1.5, 4.0, 1.0], [1.5, 6.0], []])
def test_what_is_done_at_an_exit_is_done_in_order(d, capsys):
    order_of_exits(1.2, list(d))
    want = capsys.readouterr().out
    srcad.value_and_grad(order_of_exits)(1.2, list(d))
    assert capsys.readouterr().out == want


def order_of_failures(x, d):
    u = [x, x]
    try:
        y = x / d + helper_that_fails(x)
    except ZeroDivisionError:
        y = x * 2
    except Mine:
        y = x * 3
    return y + u[0]


def helper_that_fails(x):
    raise Mine(x * 2)


def test_the_first_failure_counts():
    for d in (0.0, 1.0):
        assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), order_of_failures, (1.3, d), (0,))
