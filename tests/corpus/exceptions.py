"""try, with and raise: failures in some trips and not in others, and what runs at every exit."""

import contextlib
import math
import os
import threading
import warnings

import numpy as np

lock = threading.Lock()


class Mine(ValueError):
    pass


class Counted:
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, error, traceback):
        self.entered -= 1


def part(x, k):
    if k % 3 == 1:
        raise Mine('no part of this')
    return math.sin(x) * k


def chain(x, k):
    try:
        return part(x, k) * x
    except Mine:
        if k > 5:
            raise
        return x / 2


def deepest(x, depth):
    if depth == 0:
        raise KeyError('bottom')
    return x * deepest(x + 1, depth - 1)


@contextlib.contextmanager
def damped(x, rate):
    y = x * rate
    yield y


@contextlib.contextmanager
def forgiving(start):
    kept = start
    try:
        yield kept * kept
    except ZeroDivisionError:
        kept = 0.0
    else:
        kept = kept * 2


@contextlib.contextmanager
def under_errstate(kind):
    with np.errstate(divide=kind):
        yield


# One statement


def one_log(x):
    try:
        y = math.log(x)
    except ValueError:
        y = x * x
    return x * y


def one_division(x, d):
    y = x
    try:
        y = y / d
    except ZeroDivisionError:
        pass
    return y * y


def one_augmented(x, d):
    y = x
    try:
        y += x * y / d
    except ZeroDivisionError:
        y *= 3.0
    return y


def one_return(x, d):
    try:
        return x / d
    except ZeroDivisionError:
        return x * x


def one_call(x, k):
    try:
        y = part(x, k)
    except ValueError:
        y = x**3
    return y + x


def one_element(x, k):
    u = np.zeros(3)
    u[0] = x
    try:
        u[k] = x * x
    except IndexError:
        u[1] = x**3
    return np.sum(u * u)


def one_append(v, k):
    out = [v[0] * 2]
    try:
        out.append(v[k] * v[0])
    except IndexError:
        out.append(v[0])
    return sum(out) * out[1]


def else_runs(x, d):
    y = x
    try:
        z = y / d
    except ZeroDivisionError:
        y = y * 4
    else:
        y = y * z
    return y


def else_is_not_caught(x, d):
    y = x
    try:
        try:
            z = x * d
        except ZeroDivisionError:
            y = 0.0
        else:
            y = z / d
    except ZeroDivisionError:
        y = y * x
    return y


def several_classes(x, k):
    try:
        y = deepest(x, 2) if k == 0 else part(x, k) if k < 3 else x / (k - 3)
    except KeyError:
        y = x**2
    except (ZeroDivisionError, OverflowError):
        y = x**3
    except Mine:
        y = x**4
    return y


def every_class(x, d):
    try:
        y = x / d
    except:  # noqa: E722
        y = x * 5
    return y


def named_exception(x, d):
    try:
        y = x / d
    except ArithmeticError as error:
        y = x * len(type(error).__name__)
    return y


def exception_asked(x, k):
    y = x
    try:
        y = part(x, k) / (k - 2)
    except Exception as error:
        if isinstance(error, Mine):
            y = y * 7
        else:
            y = y * y
    return y


# Several statements


def halfway(x, d):
    y = x
    try:
        y = y * x
        y = y + x / d
        y = y * 10
    except ZeroDivisionError:
        y = y * 3
    return y


def branches_in_try(x, d, k):
    y = x
    try:
        if k > 1:
            y = y * x / d
        else:
            y = math.sqrt(y)
        y = y * y
    except ZeroDivisionError:
        y = y + x
    return y


def loop_in_try(x, d):
    y = x
    try:
        for a in d:
            y = y * x + y / a
            y = y * 0.5
    except ZeroDivisionError:
        y = y * y
    return y


def while_in_try(x, d):
    y, k = x, 0
    try:
        while y / d[k] < 10:
            y = y * x
            k += 1
    except (ZeroDivisionError, IndexError):
        y = y + x
    return y


def loops_in_loops_in_try(A, k):
    total = 1.0
    try:
        for row in A:
            for a in row:
                total = total * a
                if total > 1.5:
                    total = total * (1 / k)
            total = total + row[0]
    except ZeroDivisionError:
        total = total * 2
    return total


def condition_that_fails(x, d):
    y = x
    try:
        if x / d > 1:
            y = y * y
        y = y * 2
    except ZeroDivisionError:
        y = y * 5
    return y


def raise_in_try(x, limit):
    y = x
    try:
        y = y * y
        if y > limit:
            raise Mine('too large')
        y = y * y
    except Mine:
        y = limit * x
    return y


def assert_in_try(x, limit):
    y = x * x
    try:
        assert y < limit
        y = y * x
    except AssertionError:
        y = y - x
    return y


def returns_in_try(x, d):
    y = x
    try:
        y = y / d
        if y > 1:
            return y * x
        y = y * 2
    except ZeroDivisionError:
        return x * 3
    return y


def tuple_assigned_at_once(x, d):
    a, b = x, x * x
    try:
        a, b = b * 2, a / d
    except ZeroDivisionError:
        a = a * 3
    return a * b


# In loops


def loop_of_tries(x, d):
    total = 0.0
    for a in d:
        try:
            total += x / a
        except ZeroDivisionError:
            total = total * x
    return total


def loop_with_continue(x, d):
    total = x
    for a in d:
        try:
            total = total * x / a
        except ZeroDivisionError:
            total = total + x
            continue
        total = total * 2
    return total


def loop_with_break(x, d):
    total = x
    for a in d:
        try:
            total = total * x / a
        except ZeroDivisionError:
            break
        total = total + x
    return total


def loop_with_return(x, d):
    total = x
    for a in d:
        try:
            total = total / a
        except ZeroDivisionError:
            return total * total
        total = total + x
    return total


def break_in_try(x, d):
    total = x
    for a in d:
        try:
            if a > 3:
                break
            if a < 0:
                continue
            total = total * x / a
        except ZeroDivisionError:
            total = total + 1.0
        total = total * x
    return total


def log_until_it_fails(x):
    y, count = x, 0
    while True:
        try:
            y = math.log(y) * 2
            count += 1
        except ValueError:
            break
    return y * count + x


def bisect_until_defined(x):
    step = 4.0
    while True:
        try:
            return math.sqrt(x - step) * x
        except ValueError:
            step = step / 2


def array_in_loop(v, d):
    u = np.zeros(len(v))
    for k in range(len(v)):
        try:
            u[k] = float(v[k]) ** 2 / d[k]
            u[k] += float(v[0]) / d[k - 1]
        except ZeroDivisionError:
            u[k] += v[k] ** 3
    return np.sum(u * v)


def helper_in_loop(x, n):
    total = x
    for k in range(n):
        try:
            total = total + part(total, k)
        except Mine:
            total = total * 0.9
    return total


# Nested


def nested_inner_catches(x, d):
    y = x
    try:
        try:
            y = y / d
        except ZeroDivisionError:
            y = y * 2
        y = math.sqrt(y - 0.5)
    except ValueError:
        y = y * 3
    return y


def nested_outer_catches(x, k):
    y = x
    try:
        y = y * 2
        try:
            y = y * part(x, k)
            y = y / (k - 2)
        except ZeroDivisionError:
            y = y * 5
        y = y * 7
    except Mine:
        y = y * y
    return y


def handler_fails(x, d):
    y = x
    try:
        try:
            y = y / d
        except ZeroDivisionError:
            y = y * 2
            y = y / d
        y = y * 3
    except ArithmeticError:
        y = y * x
    return y


def raised_again(x, k):
    y = x
    try:
        try:
            y = y * 2
            y = y * part(x, k)
        except Mine:
            y = y + x
            raise
        y = y * 3
    except ValueError:
        y = y * y
    return y


def raised_as_another(x, d):
    try:
        try:
            y = x / d
            y = y * y
        except ZeroDivisionError as error:
            raise Mine('no quotient') from error
    except Mine as error:
        y = x * (2 if isinstance(error.__cause__, ZeroDivisionError) else 3)
    return y


def through_a_recursion(x, depth):
    y = x * x
    try:
        y = y + deepest(y, depth)
    except LookupError as error:
        y = y * len(str(error))
    return y


def through_a_helper(x, n):
    total = 0.0
    for k in range(n):
        try:
            total += chain(x, k)
        except Mine:
            total += x**2
    return total


# finally


def finally_after(x, d):
    y = x
    try:
        y = y * d
    finally:
        y = y * y
    return y


def finally_after_failure(x, d):
    y = x
    try:
        try:
            y = y / d
        finally:
            y = y * x
    except ZeroDivisionError:
        y = y + 1.0
    return y


def finally_with_return(x, d):
    y = x
    try:
        if d > 1:
            return y * x
        y = y * d
    finally:
        y = 0.5
    return y * x


def finally_in_loop(v, limit):
    total, count = 0.0, 1.0
    for a in v:
        try:
            if a > limit:
                break
            if a < 0:
                continue
            total += a * a
        finally:
            count = count * a
    return total * count


def return_in_finally(x, d):
    y = x
    try:
        y = y / d
        y = y * y
    finally:
        return y * x  # noqa: B012


def all_four(x, k):
    y = x
    try:
        y = y * part(x, k)
    except Mine:
        y = y * 2
    else:
        y = y * 3
    finally:
        y = y + x * y
    return y


def finally_in_finally(x, d):
    y = x
    try:
        try:
            y = y / d
        finally:
            try:
                y = y + math.sqrt(d - 1)
            except ValueError:
                y = y * 2
            finally:
                y = y * x
    except ZeroDivisionError:
        y = y * 3
    return y


# with


def under_settings(v):
    with np.errstate(divide='ignore', invalid='ignore'):
        w = np.log(np.abs(v)) * v
        w = w / v
    return np.sum(w * v)


def settings_in_loop(v, n):
    u = v
    for _ in range(n):
        with np.errstate(all='ignore'):
            u = np.sin(u) * v
            if np.sum(u) < 0:
                break
        u = u + v
    return np.sum(u)


def floating_point_errors(x):
    v = np.array([x, 2.0])
    with np.errstate(all='raise'):
        try:
            w = np.exp(v * 500.0)
        except FloatingPointError:
            w = v * v
    return np.sum(w)


def without_warnings(v):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        w = v * v
    return np.sum(w)


def locked(v):
    total = 1.0
    for a in v:
        with lock:
            if a < 0:
                continue
            total = total * a + a
    return total


def local_lock(x, d):
    guard = threading.Lock()
    try:
        with guard:
            y = x / d
            y = y * x
    except ZeroDivisionError:
        with guard:
            y = x * 3
    return y


def lock_by_hand(x, d):
    guard = threading.RLock()
    guard.acquire()
    try:
        if x > d:
            return x * x
        y = x * d
    finally:
        guard.release()
    return y


def suppressed(x, d):
    total = x
    for a in d:
        with contextlib.suppress(ZeroDivisionError, KeyError):
            total = total * x
            total = total + x / a
    return total


def null_context(x, y):
    with contextlib.nullcontext(x * y) as z, contextlib.nullcontext():
        w = z * z
    return w + z


def to_a_file(x, n):
    with open(os.devnull, 'w') as log:
        for k in range(n):
            x = x * 1.1 + k
            log.write(f'{k} {x}\n')
    return x * x


def closed(x):
    with contextlib.closing(open(os.devnull)) as source:
        y = x * (1 + len(source.read()))
    return y * y


def missing_file(x):
    try:
        with open('/no/such/file') as source:
            y = x * len(source.read())
    except OSError:
        y = x * x
    return y


def own_context(x, d):
    y = x
    with Counted() as counted:
        try:
            y = y / d
        except ZeroDivisionError:
            y = y * 2
        y = y * (3 if counted is not None else 1)
    return y


def generated_context(x, n):
    total = x
    for _ in range(n):
        with damped(total, 0.5) as y:
            total = y * x
    return total + x


def generated_and_caught(x, d):
    y = x
    with forgiving(x * 2) as z:
        y = y * z
        y = y / d
        y = y * 100
    return y * z


def generated_settings(v):
    with under_errstate('ignore'):
        w = np.log(v * v)
    return np.sum(w * v)


def shifted_in_place_in_try(v, w):
    try:
        v[:2] += v[1:3] * w[0]
        raise ValueError
    except (ValueError, LookupError):
        scale = w[1]
    return np.sum(v * v) * scale


_d = [1.5, 0.0, 2.0, -0.7]
_e = [0.8, 1.2, 0.5]
_v = np.array([0.8, 1.3, -0.4, 2.1])
_w = [0.8, 1.3, -0.4, 2.1]
_A = np.array([[0.5, 1.2, 2.0], [1.1, 0.9, 0.7]])

class Account:
    def __init__(self, balance):
        self.balance, self.log = balance, []

    def withdraw(self, x):
        """All that can fail comes before the first change."""
        if x > self.balance:
            raise ValueError('too much')
        part = x / self.balance
        self.balance = self.balance - x
        self.log.append(part)

    def withdraw_with_fee(self, x):
        self.withdraw(x)
        self.balance = self.balance - 0.01


def method_that_changes_all_or_nothing(balance, xs):
    account = Account(balance)
    for x in xs:
        try:
            account.withdraw(x)
        except ValueError:
            account.balance = account.balance * 0.5 + x
    return account.balance + sum(account.log)


def methods_that_change_all_or_nothing(balance, xs):
    account = Account(balance)
    for x in xs:
        try:
            account.withdraw_with_fee(x)
        except (ValueError, ZeroDivisionError):
            account.balance = account.balance * 0.5 + x
    return account.balance + sum(account.log)


CASES = [
    (method_that_changes_all_or_nothing, (1.5, [0.3, 2.0, 0.7, 0.1]), (0, 1)),
    (methods_that_change_all_or_nothing, (1.5, [0.3, 2.0, 0.7, 0.1]), (0, 1)),
    (shifted_in_place_in_try, (_v, _w), (0, 1)),
    *(
        (f, (x,), (0,))
        for f, xs in [
            (one_log, (1.7, -0.6)),
            (log_until_it_fails, (1.7, 30.0)),
            (bisect_until_defined, (1.2, 5.0)),
            (closed, (0.7,)),
            (floating_point_errors, (0.4,)),
            (missing_file, (0.8,)),
        ]
        for x in xs
    ),
    *(
        (f, (1.3, d), (0, 1) if d else (0,))
        for f in [
            one_division,
            one_augmented,
            one_return,
            else_runs,
            every_class,
            named_exception,
            halfway,
            condition_that_fails,
            returns_in_try,
            tuple_assigned_at_once,
            nested_inner_catches,
            handler_fails,
            raised_as_another,
            finally_after_failure,
            return_in_finally,
            finally_in_finally,
            local_lock,
            own_context,
            generated_and_caught,
            finally_after,
            lock_by_hand,
        ]
        for d in (0.0, 0.6, 1.1)
    ),
    *(
        (f, (1.1, d), (0,))
        for f in [
            loop_in_try,
            while_in_try,
            loop_of_tries,
            loop_with_continue,
            loop_with_break,
            loop_with_return,
            break_in_try,
            suppressed,
        ]
        for d in (_d, _e, [], [0.0])
    ),
    *(
        (f, (1.2, k), (0,))
        for f in [
            one_call,
            several_classes,
            exception_asked,
            nested_outer_catches,
            raised_again,
            all_four,
            helper_in_loop,
            through_a_helper,
        ]
        for k in range(0, 9, 1 if f is several_classes else 2)
    ),
    *((one_element, (1.4, k), (0,)) for k in (2, 3)),
    *((one_append, (_w, k), (0,)) for k in (1, 9)),
    *((else_is_not_caught, (1.4, d), (0,)) for d in (2.0, 0.0)),
    *((branches_in_try, (1.4, d, k), (0,)) for d in (2.0, 0.0) for k in (1, 2)),
    *((loops_in_loops_in_try, (_A, k), (0,)) for k in (0, 3)),
    *((f, (1.4, limit), (0, 1)) for f in (raise_in_try, assert_in_try) for limit in (1.0, 3.0)),
    *((array_in_loop, (_v, d), (0,)) for d in ([1.0, 2.0, 0.5, 3.0], [1.0, 0.0, 0.0, 2.0])),
    *((through_a_recursion, (0.7, k), (0,)) for k in (0, 3)),
    *((finally_with_return, (1.4, d), (0, 1)) for d in (0.5, 2.0)),
    *((finally_in_loop, (_w, limit), (0,)) for limit in (1.0, 3.0)),
    *((f, (_v,), (0,)) for f in (under_settings, without_warnings, generated_settings)),
    (locked, (_w,), (0,)),
    *((settings_in_loop, (v, 4), (0,)) for v in (_v, -_v)),
    (null_context, (0.7, 1.9), (0, 1)),
    *((to_a_file, (0.7, n), (0,)) for n in (0, 3)),
    *((generated_context, (0.7, n), (0,)) for n in (0, 3)),
]
