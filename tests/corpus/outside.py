"""What lies outside a function and is written: globals, objects and arrays of modules, attributes of classes and functions.

Each program leaves what it writes as it found it, so that it means the same each time it is called.
"""
import functools
import math
import types

import numpy as np

from tests import outside_other as other

total = 0.0
best = None
log = []
state = types.SimpleNamespace(log=log, scale=2.0)
table = np.array([1.0, 2.0, 3.0])
row = table[1:]
grid = np.ones((2, 3))
weights = np.array([0.5, 1.5, 2.5])
cache = {}


def add(x):
    global total
    total += x
    return total


def subtract(x):
    global total
    total = total - x * x
    return total


def leaves_as_it_was(reset):
    """A program before and after which `reset` is called."""

    def decorator(f):
        @functools.wraps(f)
        def program(*args):
            reset()
            result = f(*args)
            reset()
            return result

        return program

    return decorator


def globals_():
    global total, best
    total, best = 0.0, None


def modules():
    other.scale, other.total = 1.0, 5.0


def containers():
    log.clear()
    cache.clear()
    state.scale = 2.0


def arrays():
    table[:] = [1.0, 2.0, 3.0]
    grid[:] = 1.0


def classes():
    Counted.made, Counted.sum, Node.first = 0, 0.0, None
    log.clear()


def counters():
    global total
    total, counted.calls = 0.0, 0
    log.clear()


# Globals


@leaves_as_it_was(globals_)
def written_in_loop(v):
    global total
    for x in v:
        total = 0.5 * total + x * x
        if total > 2.0:
            break
    else:
        total = total * total
    return total * v[0]


@leaves_as_it_was(globals_)
def written_and_left_by_continue(x):
    y = 0.0
    while total < 5.0:
        add(x)
        if total > 4.0:
            continue
        y = y + total * x
    return y * total


@leaves_as_it_was(globals_)
def none_until_it_is_set(v):
    global best
    for x in v:
        if best is None or x > best:
            best = x
    return best * best


@leaves_as_it_was(globals_)
def loop_variable(v):
    global total
    for total in v:
        total = total * total
    return total * v[0]


@leaves_as_it_was(globals_)
def assigned_in_an_expression(x):
    global total
    if (total := x * x) > 0.1:
        return total * x
    return add(x)


@leaves_as_it_was(globals_)
def swapped_with_a_local(x, y):
    global total
    total, other_one = x * y, y
    total, other_one = other_one + x, total
    return total * other_one**2


@leaves_as_it_was(globals_)
def several_functions_write(x):
    product = 1.0
    for f in [add, subtract, add]:
        product = product * f(x)
    return product + total


def twice(f, x):
    return f(x) * f(2 * x)


@leaves_as_it_was(globals_)
def callbacks_write(x):
    return twice(add, x) + twice(lambda v: subtract(v) * x, x) + functools.partial(add, x)()


@leaves_as_it_was(globals_)
def shadowed_by_a_local(x):
    total = 3 * x

    def write():
        global total
        total = x * x

    write()
    return total * add(x)


@leaves_as_it_was(globals_)
def inner_function_writes(x):
    count = 0.0

    def step(v):
        nonlocal count
        global total
        count += v
        total = total * 0.5 + count
        return total * count

    return step(x) * step(2 * x)


@leaves_as_it_was(globals_)
def in_comprehensions(v):
    return sum(add(x) * total for x in v) + sum([subtract(x) for x in v])


@leaves_as_it_was(globals_)
def only_sometimes(x):
    return add(x) if x < 0 else (add(2 * x) or 1.0) and add(x) * total


@leaves_as_it_was(globals_)
def carries_nothing(x):
    add(1.0)
    add(2.0)
    text = f'{add(0.5)} {total}'
    return x * total * len(text)


@leaves_as_it_was(globals_)
def recursive(x, n):
    global total
    if n == 0:
        return total
    total = total + x**n
    return recursive.__wrapped__(x, n - 1) * 1.5


def sum_of_powers(x, n):
    add(x**n)
    return total * x if n == 0 else sum_of_powers(x, n - 1) + total


@leaves_as_it_was(globals_)
def helper_recursive(x, n):
    return sum_of_powers(x, n)


@leaves_as_it_was(containers)
def caught(x):
    try:
        log.append(x)
        y = log[3]
    except IndexError:
        y = log[0] * x
    return y


# Other modules


@leaves_as_it_was(modules)
def of_another_module(x):
    other.scale = x * x
    return other.scaled(x) * other.scale


@leaves_as_it_was(globals_)
def two_of_one_name(x):
    global total
    other.set_total(x)
    total = 3 * x
    return other.total * total + other.get_total()  # which sets it back


# Containers and objects


@leaves_as_it_was(containers)
def under_two_names(x):
    log.append(x * x)
    state.log.append(x)
    return log[-1] * state.log[0] * len(log)


@leaves_as_it_was(containers)
def given_to_a_helper(x):
    set_scale(state, x * x)
    return state.scale * x


def set_scale(model, value):
    model.scale = value


@leaves_as_it_was(containers)
def list_under_a_local_name(x):
    items = log
    items += [x, x * x]
    items.insert(0, 2 * x)
    last = items.pop()
    del items[0]
    return log[0] * last


@leaves_as_it_was(containers)
def dict_in_many_ways(x):
    cache['a'] = x
    cache.setdefault('b', x * x)
    cache.update(c=x**3)
    cache['a'] *= 2
    return cache.pop('a') * cache['b'] * cache['c']


push = log.append


@leaves_as_it_was(containers)
def method_with_a_name(x):
    push(x)
    push(1.0)
    return log[0] * x + len(log)


def collected(x, found=[]):  # noqa: B006
    found.append(x)
    value = sum(found) * x
    if len(found) == 2:
        found.clear()
    return value


def default_that_remembers(x):
    return collected(x) * collected(x * x)


@leaves_as_it_was(containers)
def written_in_a_branch_that_did_not_run(x):
    if x > 100:
        log.append(x)
    return x * x + len(log)


# Arrays


@leaves_as_it_was(arrays)
def array_written(x):
    table[0] = x
    part = table[1:]
    part[0] = x * table[0]
    part *= 2
    return np.sum(table * weights)


@leaves_as_it_was(arrays)
def view_of_another(x):
    row[0] = x
    grid[1] += grid[0] * x
    return table[1] * x + np.sum(grid)


def filled(a, x):
    a[:] = x * a
    return a


@leaves_as_it_was(arrays)
def array_given_to_a_helper(x):
    b = filled(table, x)
    b[0] = 1.0
    return np.sum(table) * x


@leaves_as_it_was(arrays)
def rows_written(x):
    for k, line in enumerate(grid):
        line *= x * (k + 1)
    np.add.at(table, [0, 0, 1], x)
    return grid[0, 0] * grid[1, 1] * table[0] * table[1]


# Classes and functions


class Counted:
    made, sum = 0, 0.0

    def __init__(self, x):
        Counted.made += 1
        Counted.sum += x
        self.x = x

    def __add__(self, other):
        type(self).sum *= 2
        return Counted(self.x * other.x)

    @property
    def value(self):
        Counted.sum += self.x
        return self.sum

    @classmethod
    def mean(cls):
        return cls.sum / cls.made

    def __enter__(self):
        add(self.x)
        return self

    def __exit__(self, *error):
        add(2 * self.x)

    def __call__(self, v):
        log.append(v * self.x)
        return log[-1]


@leaves_as_it_was(classes)
def instances_are_counted(x):
    return (Counted(x) + Counted(2 * x)).x * Counted.made * Counted.mean()


@leaves_as_it_was(classes)
def property_writes_to_the_class(x):
    a, b = Counted(x), Counted(x * x)
    return a.value * b.value * Counted.sum


@leaves_as_it_was(counters)
def context_writes(x):
    with Counted(x) as c:
        y = c.x * total
    return y * total


@leaves_as_it_was(classes)
def bound_method_writes(x):
    f = Counted(x).__call__
    return f(x) * f(2 * x) * len(log) * sum(log)


class Node:
    first = None

    def __init__(self, value, rest):
        self.value, self.rest = value, rest


@leaves_as_it_was(classes)
def list_in_a_class(x):
    for k in range(3):
        Node.first = Node(x * (k + 1), Node.first)
    total, node = 0.0, Node.first
    while node is not None:
        total, node = total * 0.5 + node.value * node.value, node.rest
    return total


class Registry:
    items = []

    def put(self, x):
        self.items.append(x)

    def take(self):
        return self.items.pop()


def container_of_a_class(x):
    a, b = Registry(), Registry()
    a.put(x)
    b.put(x * x)
    first = b.take()
    return first * a.take() + x


def counted(x):
    counted.calls += 1
    return x**counted.calls


@leaves_as_it_was(counters)
def attribute_of_a_function(x):
    return counted(x) + counted(x) * counted(x)


def traced(f):
    @functools.wraps(f)
    def wrapper(x):
        log.append(x)
        return f(x) * len(log)

    return wrapper


@traced
def cube(x):
    return x**3


@leaves_as_it_was(counters)
def decorator_writes(x):
    return cube(x) + cube(2 * x) * log[-1]


def made():
    level = 0.0

    def rise(x):
        nonlocal level
        level += x
        return level

    return rise


rise, climb = made(), made()


def variables_of_functions_that_have_run(x):
    value = rise(x) * climb(x * x) + rise(x)
    rise(-2 * x)
    climb(-x * x)
    return value


def memoized(f):
    known = {}

    @functools.wraps(f)
    def wrapper(n):
        if n not in known:
            known[n] = f(n)
        return known[n]

    return wrapper


@memoized
def factorial(n):
    return 1.0 if n == 0 else n * factorial(n - 1)


def series(x, n):
    return sum(x**k / factorial(k) for k in range(n)) - math.exp(x)


_v = np.array([0.7, 1.2, 0.4])

CASES = [
    (written_in_loop, (_v,), (0,)), (written_in_loop, (0.5 * _v,), (0,)), (written_and_left_by_continue, (0.7,), (0,)),
    (none_until_it_is_set, (_v,), (0,)), (loop_variable, (_v,), (0,)), (assigned_in_an_expression, (0.7,), (0,)),
    (assigned_in_an_expression, (0.2,), (0,)), (swapped_with_a_local, (0.7, 1.2), (0, 1)),
    (several_functions_write, (0.7,), (0,)), (callbacks_write, (0.7,), (0,)), (shadowed_by_a_local, (0.7,), (0,)),
    (inner_function_writes, (0.7,), (0,)), (in_comprehensions, (_v,), (0,)), (only_sometimes, (0.7,), (0,)),
    (only_sometimes, (-0.7,), (0,)), (carries_nothing, (0.7,), (0,)), (recursive, (0.7, 3), (0,)),
    (helper_recursive, (0.7, 3), (0,)), (caught, (0.7,), (0,)), (of_another_module, (0.7,), (0,)),
    (two_of_one_name, (0.7,), (0,)), (under_two_names, (0.7,), (0,)), (given_to_a_helper, (0.7,), (0,)),
    (list_under_a_local_name, (0.7,), (0,)), (dict_in_many_ways, (0.7,), (0,)), (method_with_a_name, (0.7,), (0,)),
    (default_that_remembers, (0.7,), (0,)), (written_in_a_branch_that_did_not_run, (0.7,), (0,)),
    (array_written, (0.7,), (0,)), (view_of_another, (0.7,), (0,)), (array_given_to_a_helper, (0.7,), (0,)),
    (rows_written, (0.7,), (0,)), (instances_are_counted, (0.7,), (0,)),
    (property_writes_to_the_class, (0.7,), (0,)), (context_writes, (0.7,), (0,)), (bound_method_writes, (0.7,), (0,)),
    (list_in_a_class, (0.7,), (0,)), (container_of_a_class, (0.7,), (0,)), (attribute_of_a_function, (0.7,), (0,)),
    (decorator_writes, (0.7,), (0,)), (variables_of_functions_that_have_run, (0.7,), (0,)), (series, (0.7, 4), (0,)),
]
