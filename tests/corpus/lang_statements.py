"""Every kind of statement of the language, with an active value in it."""
import contextlib
import dataclasses
import functools
import io
import itertools
import math
import operator
import os
import threading
from contextlib import contextmanager

import numpy as np

SCALE = 2.0
counter = 0
last_seen = 0.0
history = []
settings = {'rate': 0.5}
lock = threading.Lock()


# Loops with else

def for_else_without_break(v):
    total = 0.0
    for a in v:
        if a > 100:
            break
        total += a * a
    else:
        total = total * v[0]
    return total


def for_else_with_break(v, limit):
    total = 0.0
    for a in v:
        if a > limit:
            total = total * a
            break
        total += a * a
    else:
        total = -total * v[0]
    return total


def for_else_nested(A):
    total = 0.0
    for row in A:
        for a in row:
            if a < 0:
                total += a * a
                break
            total = total * 0.5 + a
        else:
            total = total * row[0]
            continue
        total -= row[-1]
    else:
        total = total * total
    return total


def for_else_break_out_of_both(A, limit):
    total = 1.0
    for row in A:
        for a in row:
            total = total * a
            if total > limit:
                break
        else:
            continue
        total = total + row[0] ** 2
        break
    return total


def while_else_newton(a, n):
    x = a
    k = 0
    while k < n:
        k += 1
        x = 0.5 * (x + a / x)
        if abs(x * x - a) < 1e-12:
            break
    else:
        return x * 10.0
    return x


def while_else_without_break(x):
    y = 1.0
    while y < 5.0:
        y = y * (1.0 + x)
    else:
        y = y * x
    return y


def loop_variable_after_the_loop(v, n):
    k = -1
    a = 0.0
    for k, a in enumerate(v):
        if k == n:
            break
    return a * a + k * a


def loop_variable_rebound(v, x):
    total = 0.0
    for x in v:
        x = x * 2
        total += x
    return (total + 1.0) * x


def loop_over_empty(v, x):
    y = x * x
    for y in v[5:]:
        y = 0.0
    return y * x


def iterable_rebound_in_loop(v):
    total = 0.0
    for a in v:
        v = [a * a]
        total += a * v[0]
    return total + v[0]


def list_grows_while_looped(x):
    queue = [x]
    for a in queue:
        if len(queue) < 6:
            queue.append(a * x + 1)
    return sum(queue)


def while_true_with_break(x):
    y = x
    while True:
        y = y * y + x
        if y > 10.0:
            break
        y += 0.1
    return y * x


def while_true_continue_and_return(x):
    k = 0
    while True:
        k += 1
        x = x * 1.3
        if k % 2:
            continue
        x = x + 1
        if x > 20:
            return x * k


# match

def match_literals(x, kind):
    match kind:
        case 'square':
            y = x * x
        case 'cube' | 'third':
            y = x**3
        case 2 | 3:
            y = x**kind
        case None:
            y = 5 * x
        case _:
            y = x
    return y * x


def match_in_loop(x, program):
    y = x
    for step in program:
        match step:
            case '+':
                y = y + x
            case '*':
                y = y * x
            case 'stop':
                break
            case _:
                continue
        y = y * 0.9
    return y


def match_guard_and_capture(x):
    match x * x:
        case y if y < 1.0:
            return y
        case y if y < 4.0:
            return y * x
        case big:
            return big**2


def match_tuple(x, y):
    match (x * y, x + y, 1):
        case (a, b, 0):
            return a * b
        case (a, b, 1) if a > b:
            return a - b * b
        case (a, b, _):
            return a * a - b


def match_nested_sequence(points):
    total = 0.0
    for item in points:
        match item:
            case [[x, y], scale]:
                total += scale * (x + y)
            case [x, y]:
                total += x * y
            case [x, *rest]:
                total += x * sum(rest)
    return total


def match_sequence_and_star(v):
    match v:
        case []:
            return 0.0
        case [a]:
            return a
        case [a, *middle, b]:
            return a * b + sum(m * m for m in middle)


def match_operations(x, y):
    def evaluate(tree):
        match tree:
            case ('add', left, right):
                return evaluate(left) + evaluate(right)
            case ('mul', left, right):
                return evaluate(left) * evaluate(right)
            case ('sin', inner):
                return math.sin(evaluate(inner))
            case leaf:
                return leaf

    return evaluate(('add', ('mul', x, ('sin', y)), ('mul', x, 2.0)))


def match_mapping(x):
    shape = {'kind': 'circle', 'radius': x * x, 'colour': 3}
    match shape:
        case {'kind': 'square', 'side': s}:
            return s * s
        case {'kind': 'circle', 'radius': r, **rest}:
            return math.pi * r * r + len(rest)


@dataclasses.dataclass
class Circle:
    radius: float


@dataclasses.dataclass
class Box:
    width: float
    height: float = 1.0


def match_classes(x, y):
    total = 0.0
    for shape in (Circle(x), Box(x, y), Box(y), x * y):
        match shape:
            case Circle(radius=r):
                total += r * r
            case Box(w, height=1.0):
                total += w**3
            case Box(w, h) as box:
                total += w * h + box.width
            case float(number) | int(number):
                total += number
    return total


def match_value_of_class(x, sign):
    match sign, x > 0:
        case (1 | -1 as s), True:
            return s * x * x
        case s, False:
            return s * x
        case _:
            return x


# with

def with_errstate(v):
    with np.errstate(divide='ignore', invalid='ignore'):
        w = np.sqrt(v) / v
        total = np.sum(w)
    return total * v[0]


def with_lock_in_loop(v):
    total = 0.0
    for a in v:
        with lock:
            total = total * a + a
    return total


def with_suppress_completed(x):
    y = x
    with contextlib.suppress(ZeroDivisionError):
        y = y * x
    return y


def with_suppress_halfway(x):
    y = x
    with contextlib.suppress(ZeroDivisionError, KeyError):
        y = y * x
        y = y + {}['missing'] * x
        y = y * 100
    return y * x


def with_suppress_in_loop(x, denominators):
    total = 0.0
    for d in denominators:
        with contextlib.suppress(ZeroDivisionError):
            total += x * d
            total += x * x / d
    return total


def with_nullcontext(x, y):
    with contextlib.nullcontext(x * y) as z:
        w = z * z
    return w + z


def with_devnull(x, n):
    with open(os.devnull, 'w') as log:
        for k in range(n):
            x = x * 1.1 + k
            log.write(f'{k} {x}\n')
    return x * x


def with_redirected_output(x):
    with contextlib.redirect_stdout(io.StringIO()):
        print(x)
        y = x * x
    return y * x


def with_two_managers(x, y):
    with np.errstate(all='ignore'), lock:
        z = x * y
        with contextlib.nullcontext() as nothing:
            z = z * z if nothing is None else x
    return z


def return_from_with(x, y):
    with lock:
        if x > y:
            return x * x
        z = x * y
    return z + y


def break_out_of_with(v, limit):
    total = 0.0
    for a in v:
        with np.errstate(all='ignore'):
            total += a * a
            if total > limit:
                break
            if a < 0:
                continue
            total *= a
    return total


class Scaled:
    def __init__(self, value):
        self.value = value
        self.exits = 0

    def __enter__(self):
        return self.value * 2

    def __exit__(self, kind, error, traceback):
        self.exits += 1
        self.value = self.value * self.value
        return False


class Swallower:
    def __init__(self):
        self.caught = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.caught = kind
        return kind is ValueError


def with_user_manager(x):
    scaled = Scaled(x)
    with scaled as double:
        y = double * x
    return y + scaled.value * scaled.exits


def with_user_manager_reused(x, n):
    scaled = Scaled(x)
    total = 0.0
    for _ in range(n):
        with scaled as double:
            total += double * x
    return total


def with_user_manager_that_swallows(x):
    y = x
    with Swallower() as guard:
        y = x * x
        if guard.caught is None:
            raise ValueError(x)
        y = 0.0
    return y * (3 if guard.caught is ValueError else 1)


@contextmanager
def temporarily(table, key, value):
    before = table[key]
    table[key] = value
    try:
        yield before
    finally:
        table[key] = before


def with_generated_manager(x):
    table = {'gain': x}
    with temporarily(table, 'gain', x * x) as before:
        y = table['gain'] * before
    return y + table['gain']


def with_manager_restored_after_error(x):
    table = {'gain': x}
    try:
        with temporarily(table, 'gain', x * x):
            y = table['gain']
            raise KeyError('stop')
    except KeyError:
        y = table['gain'] * 3
    return y * x


@contextmanager
def set_for_a_while(table, **options):
    old = dict(table)
    table.update(options)
    try:
        yield table
    finally:
        table.clear()
        table.update(old)


@contextmanager
def scaled_for_a_while(table, *keys, by=2.0):
    old = [table[k] for k in keys]
    for k in keys:
        table[k] = table[k] * by
    try:
        yield
    finally:
        for k, o in zip(keys, old):
            table[k] = o


def with_options(x):
    table = {'gain': x, 'bias': 1.0}
    with set_for_a_while(table, gain=x * x) as inside:
        y = inside['gain'] * x
    with scaled_for_a_while(table, 'gain', 'bias', by=x):
        y = y * table['gain'] + table['bias']
    return y * table['gain']


def with_exit_stack(x, n):
    results = []
    with contextlib.ExitStack() as stack:
        for k in range(n):
            stack.callback(results.append, x**k)
        results.append(x * 10)
    return sum(k * r for k, r in enumerate(results))


def with_manager_defined_inside(x):
    held = [x]

    @contextmanager
    def put(v, w=1.0):
        before = held[0]
        held[0] = v * w
        try:
            yield held[0]
        finally:
            held[0] = before

    y = 0.0
    for k in range(3):
        with put(x, w=k + 1.0) as t:
            y += t * held[0]
            with put(t) as u:
                y += u * held[0]
    return y * held[0]


def with_manager_of_variables(x):
    n, scale = 0, x

    @contextmanager
    def counted():
        nonlocal n
        n += x
        yield n * scale

    scale = x * x
    with counted() as m:
        scale = 1.0
        y = m * x
    with counted() as m:
        y += m
    return y * n


# try

def try_else_finally(x):
    y = x
    try:
        y = y * x
    except ZeroDivisionError:
        y = 0.0
    else:
        y = y + x
    finally:
        y = y * 2
    return y


def try_fails_halfway(x, d):
    y = x
    try:
        y = y * x
        y = y + x / d
        y = y * 100
    except ZeroDivisionError:
        y = y * 3
    return y


def try_failed_assignment_keeps_old(x):
    y = x
    try:
        y = math.log(-x)
    except ValueError:
        pass
    return y * y


def try_in_loop(values, x):
    total = 0.0
    for d in values:
        try:
            total += x / d
        except ZeroDivisionError:
            total += x * x
            continue
        total *= 2
    return total


def failing_helper(x, depth):
    if depth == 0:
        raise ArithmeticError('bottom')
    return x * failing_helper(x + 1, depth - 1)


def try_error_in_helper(x):
    y = x * x
    try:
        y = y + failing_helper(y, 3)
    except ArithmeticError as error:
        y = y * len(str(error))
    return y


class Overshoot(Exception):
    def __init__(self, value):
        super().__init__('overshoot')
        self.value = value


def climb(x, limit):
    while True:
        x = x * 1.5
        if x > limit:
            raise Overshoot(x)


def value_carried_by_exception(x):
    try:
        climb(x, 10.0)
    except Overshoot as error:
        y = error.value * x
    return y


def value_in_exception_args(x, y):
    try:
        raise ValueError(x * y, 'product')
    except ValueError as error:
        z = error.args[0] ** 2
    return z


def several_excepts(x, table, key):
    try:
        y = x * table[key]
        y = y / (table[key] - 1)
    except (KeyError, IndexError):
        y = x**2
    except ZeroDivisionError:
        y = x**3
    except Exception:
        y = x**4
    return y


def reraised(x):
    y = x
    try:
        try:
            y = y * x
            raise KeyError('inner')
        except KeyError:
            y = y + 1
            raise
        finally:
            y = y * 2
    except LookupError:
        y = y * x
    return y


def raised_from(x):
    try:
        try:
            return x / 0
        except ZeroDivisionError as error:
            raise ValueError('bad') from error
    except ValueError as error:
        return x * x * (2 if isinstance(error.__cause__, ZeroDivisionError) else 1)


def break_in_try_finally(v, limit):
    total = 0.0
    count = 1.0
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


def return_in_try_finally(x, log):
    log = []
    try:
        return x * x
    finally:
        x = 0.0
        log.append(x)


def return_value_before_finally_changes_list(x):
    values = [x]
    try:
        return values[0] * x
    finally:
        values[0] = 100.0


def list_returned_then_changed(x):
    def build():
        values = [x]
        try:
            return values
        finally:
            values[0] = x**3

    return build()[0]


def return_in_finally_wins(x):
    def answer():
        try:
            return x
        finally:
            return x * x  # noqa: B012

    return answer() * 2


def try_in_while_retries(x):
    step = 4.0
    tries = 0
    while True:
        try:
            y = math.sqrt(x - step)
            break
        except ValueError:
            step = step / 2
            tries += 1
    return y * tries


def try_lookup_default(x, keys):
    table = {'a': x, 'b': x * x}
    total = 0.0
    for key in keys:
        try:
            total += table[key]
        except KeyError:
            table[key] = total * x
    return total + table['c']


def try_stop_iteration(v):
    it = iter(v)
    total = 0.0
    while True:
        try:
            a = next(it)
        except StopIteration:
            break
        total = total * a + 1.0
    return total


def try_conversion(x, texts):
    total = 0.0
    for text in texts:
        try:
            weight = float(text)
        except ValueError:
            weight = x
        total += weight * x
    return total


def halfway_array_write(v):
    w = v * 1.0
    try:
        for k in range(5):
            w[k] = w[k] ** 2
    except IndexError:
        w[0] = w[0] * w[-1]
    return np.sum(w)


def halfway_augmented_list(x):
    ys = [x, x]
    try:
        ys[0] += x * x
        ys[5] += x
    except IndexError:
        ys.append(ys[0])
    return ys[0] * ys[1] + ys[2]


# raise, assert, del

def raise_on_untaken_path(x):
    if x < 0:
        raise ValueError(f'{x} is negative')
    return math.sqrt(x) * x


def assertions(x, n):
    assert n > 0, 'no steps'
    for _ in range(n):
        assert x < 1e6, f'{x} is large'
        x = x * x
    return x


def failed_assertion_caught(x):
    y = x
    try:
        y = y * x
        assert y < 0, y
        y = 0.0
    except AssertionError:
        y = y + x
    return y


def deleted_name(x):
    y = x * x
    z = y + x
    del y
    y = z * x
    del x, z
    return y


def deleted_list_element(x):
    ys = [x, x * x, x**3, 2.0]
    del ys[0]
    del ys[-1]
    return ys[0] * 3 + ys[1] * len(ys)


def deleted_slice(v):
    ys = [a * a for a in v]
    del ys[1:3]
    return ys[0] * ys[-1]


def deleted_key(x):
    table = {'a': x, 'b': x * x, 'c': 1.0}
    del table['a']
    table['a'] = table['b'] * x
    del table['b']
    return sum(table.values()) * len(table)


def deleted_attribute(x):
    box = Box(x, x * x)
    del box.height
    return box.width * box.height * x


# Globals

def reads_globals(x):
    return SCALE * x * x + settings['rate'] * x


def global_rebound_during_call(x):
    global last_seen
    last_seen = x * x
    y = last_seen * x
    last_seen = y + last_seen
    result = last_seen * 2
    last_seen = 0.0
    return result


def remember(x):
    global last_seen
    last_seen = x * x


def global_carries_value_between_helpers(x):
    remember(x)
    y = last_seen * x
    remember(0.0)
    return y + last_seen


def count_call(x):
    global counter
    counter += 1
    return x * counter


def global_counter(x):
    global counter
    counter = 0
    total = count_call(x) + count_call(x * x) + count_call(x) ** 2
    counter = 0
    return total


def global_list_collects(v):
    history.clear()
    for a in v:
        history.append(a * a)
    total = sum(history) * history[0]
    history.clear()
    return total


def global_dict_entry(x):
    settings['gain'] = x * x
    y = settings['gain'] * settings['rate'] * x
    del settings['gain']
    return y


def local_shadows_global(x):
    SCALE = x * x
    settings = {'rate': x}
    return SCALE * settings['rate']


# nonlocal and nested functions

def nonlocal_total(v):
    total = 0.0

    def add(a):
        nonlocal total
        total = total * 0.5 + a * a

    for a in v:
        add(a)
    return total


def nonlocal_shared_by_two(x, n):
    state = x

    def grow():
        nonlocal state
        state = state * x

    def shift():
        nonlocal state
        state += 1.0
        return state

    for _ in range(n):
        grow()
        shift()
    return state * shift()


def counters(x):
    def make(start):
        value = start

        def step(by):
            nonlocal value
            value = value + by * x
            return value

        return step

    first, second = make(x), make(1.0)
    return first(1.0) * second(2.0) + first(3.0) * second(1.0)


def nonlocal_two_levels(x):
    y = x

    def outer():
        z = y * x

        def inner():
            nonlocal y, z
            y = y + z
            z = z * y
            return z

        return inner() + inner()

    return outer() * y


def captured_changes_later(x):
    scale = x

    def scaled(t):
        return scale * t

    first = scaled(x)
    scale = x**3
    return first + scaled(x)


def captured_before_definition(x):
    def later():
        return y * x

    y = x * x
    return later()


def captured_loop_variable(x, n):
    functions = []
    for k in range(n):
        functions.append(lambda t: t * k + x)
    return sum(f(x) for f in functions)


def captured_by_default(x, n):
    functions = []
    factor = x
    for k in range(n):
        functions.append(lambda t, k=k, factor=factor: t * k + factor)
        factor = factor * x
    return sum(f(x) for f in functions)


def captured_active_loop_variable(v):
    functions = [lambda: a * 1.0 for a in v]  # noqa: B023
    partials = [functools.partial(operator.mul, a) for a in v]
    return functions[0]() * partials[0](2.0) + partials[-1](3.0)


def captured_list_changes(x):
    weights = [x, 1.0]

    def apply(t):
        return weights[0] * t + weights[1]

    before = apply(x)
    weights[0] = x * x
    weights.append(x)
    return before * apply(x)


def nested_rebinds_own_name(x):
    def helper(t):
        x = t * t
        return x + t

    return helper(x) * x


def nested_redefined(x):
    def step(t):
        return t * x

    y = step(x)

    def step(t):  # noqa: F811
        return t + x * x

    return step(y)


def nested_defined_in_branch(x):
    if x > 1:
        def g(t):
            return t * t
    else:
        def g(t):
            return t * x + 1
    return g(x) * g(x + 1)


def functions_in_dict(x, names):
    table = {'sin': math.sin, 'double': lambda t: 2 * t, 'own': lambda t: t * x}
    y = x
    for name in names:
        y = table[name](y)
    return y


def default_evaluated_once(x):
    def push(t, seen=[x]):  # noqa: B006
        seen.append(t * seen[-1])
        return seen[-1]

    return push(2.0) + push(3.0) * x


def default_array_aliased(v):
    def scaled(x, w=v * 2):
        w *= x
        return np.sum(w)

    return scaled(v[0]) + scaled(v[1])


# Decorators

def doubled(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return 2 * f(*args, **kwargs)
    return wrapper


def powered(exponent):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(x):
            return f(x) ** exponent
        return wrapper
    return decorate


@doubled
def doubled_square(x):
    return x * x


@powered(3)
@doubled
def cubed_double(x):
    return x + 1


def decorated_helpers(x):
    return doubled_square(x) * cubed_double(x) * 0.1


def decorated_inside(x):
    @powered(2)
    def shifted(t):
        return t + x

    return shifted(x * x)


# Generators

def powers_of(x, n):
    y = 1.0
    for _ in range(n):
        y = y * x
        yield y


def running_mean(values):
    total = 0.0
    for count, a in enumerate(values, start=1):
        total += a
        yield total / count


def tree_values(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from tree_values(branch)
    else:
        yield tree


def with_total(values):
    total = 0.0
    for a in values:
        total += a
        yield a
    return total


def forwarded(values):
    total = yield from with_total(values)
    yield total * total


def generator_in_for(x, n):
    total = 0.0
    for p in powers_of(x, n):
        total += p * x
    return total


def generator_left_early(x):
    total = 0.0
    for p in powers_of(x, 100):
        if p > 5.0:
            break
        total += p
    return total * x


def generator_of_generator(v):
    return sum(m * m for m in running_mean(running_mean(v)))


def generator_recursive(x, y):
    total = 1.0
    for a in tree_values([x, [y, [x * y, x]], y]):
        total = total * 0.5 + a
    return total


def generator_with_return_value(v):
    return sum(a * k for k, a in enumerate(forwarded(v)))


def generator_next_in_while(x):
    powers = powers_of(x, 10)
    p = next(powers)
    total = 0.0
    while p < 6.0:
        total += p * p
        p = next(powers)
    return total + p


def generator_reads_changed_list(x):
    ys = [x, x, x]

    def squares():
        for y in ys:
            yield y * y

    total = 0.0
    for k, s in enumerate(squares()):
        total += s
        if k + 1 < len(ys):
            ys[k + 1] = total
    return total


def generators_zipped(x, y):
    return sum(a * b for a, b in zip(powers_of(x, 3), powers_of(y, 5)))


def generator_two_instances(x):
    a, b = powers_of(x, 5), powers_of(x, 5)
    next(a)
    return next(a) * next(b) + next(a)


def generator_changes_array(v):
    def halves(w):
        while w[0] > 0.5:
            w *= 0.5
            yield w

    total = 0.0
    for w in halves(v * 1.0):
        total += np.sum(w**2)
    return total


def generator_list_of_aliases(v):
    def states(w):
        for _ in range(3):
            w *= 2.0
            yield w

    return np.sum(sum(list(states(v * 1.0))) ** 2)


def generator_with_finally(x):
    log = []

    def values():
        y = x
        try:
            while True:
                y = y * x
                yield y
        finally:
            log.append(y * 10)

    source = values()
    total = next(source) + next(source)
    source.close()
    return total * log[0]


def generator_sent(x):
    def accumulator():
        total = 0.0
        while True:
            total = total * 0.5 + (yield total)

    machine = accumulator()
    next(machine)
    machine.send(x)
    machine.send(x * x)
    return machine.send(1.0) * x


def generator_expression_named(v, x):
    terms = (a * x for a in v)
    total = next(terms) ** 2
    x = 100.0
    for t in terms:
        total += t
    return total + x


# Assignments

def chained_assignment(x):
    a = b = x * x
    a = a + 1
    c = d = [a, b]
    c[0] = x
    return a * b + d[0] * d[1]


def chained_to_elements(x):
    ys = [0.0, 0.0]
    i = ys[0] = 1
    ys[i] = z = x * x
    ys[0], ys[1] = w = (z, ys[0])
    return ys[0] * w[0] + ys[1] * x


def annotated(x: float, n: int = 2) -> float:
    y: float = x * x
    z: 'float'
    w: list = [y]
    w[0]: float = y * n
    z = w[0]
    return z * x


def augmented_numbers(x, y):
    z = x
    z += y
    z *= x
    z -= y * y
    z /= x
    z **= 2
    z //= 0.7
    z += x * y * 3.3
    z %= 2.0
    return z * x


def augmented_array_in_place(v, x):
    w = v * 1.0
    u = w
    w += x
    w *= v
    w -= 0.5
    w /= x
    w **= 2
    return np.sum(u * v)


def augmented_array_rebound(v):
    w = v * 1.0
    u = w
    w = w * 2
    w += u
    u *= 3
    return np.sum(w * u)


def augmented_list(x):
    ys = [x]
    zs = ys
    ys += [x * x]
    ys *= 2
    return sum(zs) * len(zs)


def augmented_parts(x, A):
    table = {'a': x}
    box = Box(x)
    table['a'] *= x
    box.width += table['a']
    B = A * 1.0
    B[0] *= x
    B[:, 1] += B[0]
    B[1, 1] **= 2
    return np.sum(B) * box.width


def augmented_index_evaluated_once(x):
    calls = []

    def place():
        calls.append(1)
        return len(calls) - 1

    ys = [x, x * x, 0.0]
    ys[place()] += ys[place()] * 3
    return ys[0] * len(calls)


def augmented_reads_before_right_side(x):
    y = x

    def change():
        nonlocal y
        y = 100.0
        return x * x

    y += change()
    return y


def argument_rebound(x, v):
    x = x * 2
    v = v * x
    v[0] = x
    return np.sum(v) * x


def imports_inside(x):
    import math as m
    from math import exp, sin as sine
    return m.cos(x) * sine(x) + exp(-x)


def import_in_branch(x):
    if x > 0:
        from math import log as f
    else:
        from math import exp as f
    return f(x) * x


def statements_without_effect(x):
    x
    x * x
    ...
    'text'
    pass
    None
    return x * x


def class_defined_inside(x):
    class Line:
        slope = 2.0

        def at(self, t):
            return self.slope * t + x

    return Line().at(x) * Line.slope


def ladder_with_everything(v):
    total = 1.0
    for k in itertools.count():
        try:
            a = v[k]
            if a < 0:
                continue
            total = total * a if k % 2 else total + a
        except IndexError:
            break
        finally:
            total += 0.1 * total
    else:
        total = 0.0
    return total


CASES = [
    (for_else_without_break, ([0.5, 1.5, 2.0],), (0,)),
    (for_else_with_break, ([0.5, 1.5, 2.0, 0.3], 1.7), (0,)),
    (for_else_with_break, ([0.5, 1.5, 2.0, 0.3], 7.0), (0,)),
    (for_else_nested, (np.array([[0.5, 1.5], [-0.3, 0.8], [1.2, -2.0]]),), (0,)),
    (for_else_break_out_of_both, (np.array([[0.5, 1.5], [2.3, 1.8], [1.2, -2.0]]), 2.0), (0,)),
    (for_else_break_out_of_both, (np.array([[0.5, 1.5], [2.3, 1.8], [1.2, -2.0]]), 50.0), (0,)),
    (while_else_newton, (2.3, 20), (0,)),
    (while_else_newton, (2.3, 2), (0,)),
    (while_else_without_break, (0.4,), (0,)),
    (loop_variable_after_the_loop, (np.array([0.5, 1.5, 2.0]), 1), (0,)),
    (loop_variable_after_the_loop, ([0.5, 1.5, 2.0], 9), (0,)),
    (loop_variable_rebound, ([0.5, 1.5, 2.0], 3.0), (0, 1)),
    (loop_variable_rebound, ([], 3.0), (1,)),
    (loop_over_empty, ([0.5, 1.5], 3.0), (0, 1)),
    (iterable_rebound_in_loop, ([0.5, 1.5],), (0,)),
    (list_grows_while_looped, (0.6,), (0,)),
    (while_true_with_break, (0.6,), (0,)),
    (while_true_continue_and_return, (0.6,), (0,)),
    (match_literals, (1.2, 'square'), (0,)),
    (match_literals, (1.2, 'third'), (0,)),
    (match_literals, (1.2, 3), (0,)),
    (match_literals, (1.2, None), (0,)),
    (match_literals, (1.2, 'other'), (0,)),
    (match_in_loop, (1.2, ['+', '*', '?', '*', 'stop', '+']), (0,)),
    (match_guard_and_capture, (0.6,), (0,)),
    (match_guard_and_capture, (1.6,), (0,)),
    (match_guard_and_capture, (2.6,), (0,)),
    (match_tuple, (0.6, 1.2), (0, 1)),
    (match_tuple, (2.6, 3.2), (0, 1)),
    (match_nested_sequence, ([(0.6, 1.2), ((0.7, 0.9), 1.4), (1.1, 1.2, 1.3)],), (0,)),
    (match_nested_sequence, ([(0.6, 1.2), ((0.7, 0.9), 1.4)],), (0,)),
    (match_sequence_and_star, ([0.6, 1.2, -0.7, 2.0],), (0,)),
    (match_sequence_and_star, ([0.6],), (0,)),
    (match_operations, (0.6, 1.2), (0, 1)),
    (match_mapping, (0.6,), (0,)),
    (match_classes, (0.6, 1.2), (0, 1)),
    (match_value_of_class, (0.6, -1), (0,)),
    (match_value_of_class, (-0.6, 3), (0,)),
    (with_errstate, (np.array([0.5, 1.5]),), (0,)),
    (with_lock_in_loop, ([0.5, 1.5, -0.3],), (0,)),
    (with_suppress_completed, (1.3,), (0,)),
    (with_suppress_halfway, (1.3,), (0,)),
    (with_suppress_in_loop, (1.3, [1, 0, 2]), (0,)),
    (with_nullcontext, (1.3, 0.7), (0, 1)),
    (with_devnull, (1.3, 3), (0,)),
    (with_redirected_output, (1.3,), (0,)),
    (with_two_managers, (1.3, 0.7), (0, 1)),
    (return_from_with, (1.3, 0.7), (0, 1)),
    (return_from_with, (0.3, 0.7), (0, 1)),
    (break_out_of_with, ([0.5, -0.3, 1.5, 2.0, 3.0], 2.0), (0,)),
    (with_user_manager, (1.3,), (0,)),
    (with_user_manager_reused, (1.3, 3), (0,)),
    (with_user_manager_that_swallows, (1.3,), (0,)),
    (with_generated_manager, (1.3,), (0,)),
    (with_manager_restored_after_error, (1.3,), (0,)),
    (with_exit_stack, (1.3, 3), (0,)),
    (with_options, (1.3,), (0,)),
    (try_else_finally, (1.3,), (0,)),
    (try_fails_halfway, (1.3, 0), (0,)),
    (try_fails_halfway, (1.3, 2.5), (0, 1)),
    (try_failed_assignment_keeps_old, (1.3,), (0,)),
    (try_in_loop, ([1, 0, 2], 1.3), (1,)),
    (try_error_in_helper, (1.3,), (0,)),
    (value_carried_by_exception, (1.3,), (0,)),
    (value_in_exception_args, (1.3, 0.7), (0, 1)),
    (several_excepts, (1.3, {'a': 1, 'b': 3}, 'a'), (0,)),
    (several_excepts, (1.3, {'a': 1, 'b': 3}, 'b'), (0,)),
    (several_excepts, (1.3, {'a': 1, 'b': 3}, 'c'), (0,)),
    (several_excepts, (1.3, {'a': None}, 'a'), (0,)),
    (reraised, (1.3,), (0,)),
    (raised_from, (1.3,), (0,)),
    (break_in_try_finally, ([0.5, -0.3, 1.5, 2.0, 3.0], 1.7), (0,)),
    (break_in_try_finally, ([0.5, -0.3, 1.5], 1.7), (0,)),
    (return_in_try_finally, (1.3, None), (0,)),
    (return_in_try_finally, (np.array(1.3), None), (0,)),
    (return_value_before_finally_changes_list, (1.3,), (0,)),
    (list_returned_then_changed, (1.3,), (0,)),
    (return_in_finally_wins, (1.3,), (0,)),
    (try_in_while_retries, (1.3,), (0,)),
    (try_lookup_default, (1.3, ['a', 'c', 'b', 'c']), (0,)),
    (try_stop_iteration, ([0.5, 1.3, -0.7],), (0,)),
    (try_conversion, (1.3, ['2.5', 'x', '-1']), (0,)),
    (halfway_array_write, (np.array([0.5, 1.3, -0.7]),), (0,)),
    (halfway_augmented_list, (1.3,), (0,)),
    (raise_on_untaken_path, (1.3,), (0,)),
    (assertions, (1.3, 3), (0,)),
    (failed_assertion_caught, (1.3,), (0,)),
    (deleted_name, (1.3,), (0,)),
    (deleted_list_element, (1.3,), (0,)),
    (deleted_slice, ([0.5, 1.3, -0.7, 2.0],), (0,)),
    (deleted_key, (1.3,), (0,)),
    (deleted_attribute, (1.3,), (0,)),
    (reads_globals, (1.3,), (0,)),
    (global_rebound_during_call, (1.3,), (0,)),
    (global_carries_value_between_helpers, (1.3,), (0,)),
    (global_counter, (1.3,), (0,)),
    (global_list_collects, ([0.5, 1.3],), (0,)),
    (global_dict_entry, (1.3,), (0,)),
    (local_shadows_global, (1.3,), (0,)),
    (nonlocal_total, ([0.5, 1.3, -0.7],), (0,)),
    (nonlocal_shared_by_two, (1.3, 3), (0,)),
    (counters, (1.3,), (0,)),
    (nonlocal_two_levels, (1.3,), (0,)),
    (captured_changes_later, (1.3,), (0,)),
    (captured_before_definition, (1.3,), (0,)),
    (captured_loop_variable, (1.3, 4), (0,)),
    (captured_by_default, (1.3, 4), (0,)),
    (captured_active_loop_variable, ([0.5, 1.3, -0.7],), (0,)),
    (captured_list_changes, (1.3,), (0,)),
    (nested_rebinds_own_name, (1.3,), (0,)),
    (nested_redefined, (1.3,), (0,)),
    (nested_defined_in_branch, (1.3,), (0,)),
    (nested_defined_in_branch, (0.3,), (0,)),
    (functions_in_dict, (1.3, ['own', 'sin', 'double', 'own']), (0,)),
    (default_evaluated_once, (1.3,), (0,)),
    (default_array_aliased, (np.array([0.5, 1.3]),), (0,)),
    (decorated_helpers, (1.3,), (0,)),
    (doubled_square, (1.3,), (0,)),
    (cubed_double, (1.3,), (0,)),
    (decorated_inside, (1.3,), (0,)),
    (generator_in_for, (1.3, 4), (0,)),
    (generator_left_early, (1.3,), (0,)),
    (generator_of_generator, ([0.5, 1.3, -0.7],), (0,)),
    (generator_recursive, (1.3, 0.7), (0, 1)),
    (generator_with_return_value, ([0.5, 1.3, -0.7],), (0,)),
    (generator_next_in_while, (1.3,), (0,)),
    (generator_reads_changed_list, (1.3,), (0,)),
    (generators_zipped, (1.3, 0.7), (0, 1)),
    (generator_two_instances, (1.3,), (0,)),
    (generator_changes_array, (np.array([3.1, 0.7]),), (0,)),
    (generator_list_of_aliases, (np.array([1.1, 0.7]),), (0,)),
    (generator_with_finally, (1.3,), (0,)),
    (generator_sent, (1.3,), (0,)),
    (generator_expression_named, ([0.5, 1.3, -0.7], 1.1), (0, 1)),
    (chained_assignment, (1.3,), (0,)),
    (chained_to_elements, (1.3,), (0,)),
    (annotated, (1.3, 3), (0,)),
    (annotated, (1.3,), (0,)),
    (augmented_numbers, (1.3, 0.6), (0, 1)),
    (augmented_array_in_place, (np.array([0.5, 1.3]), 1.7), (0, 1)),
    (augmented_array_rebound, (np.array([0.5, 1.3]),), (0,)),
    (augmented_list, (1.3,), (0,)),
    (augmented_parts, (1.3, np.array([[0.5, 1.3], [-0.7, 2.0]])), (0, 1)),
    (augmented_index_evaluated_once, (1.3,), (0,)),
    (augmented_reads_before_right_side, (1.3,), (0,)),
    (argument_rebound, (1.3, np.array([0.5, 1.3])), (0, 1)),
    (imports_inside, (1.3,), (0,)),
    (import_in_branch, (1.3,), (0,)),
    (import_in_branch, (-1.3,), (0,)),
    (statements_without_effect, (1.3,), (0,)),
    (class_defined_inside, (1.3,), (0,)),
    (ladder_with_everything, ([0.5, 1.3, -0.7, 2.0],), (0,)),
    (with_manager_defined_inside, (0.7,), (0,)), (with_manager_of_variables, (0.7,), (0,)),
]
