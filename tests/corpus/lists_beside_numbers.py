"""Lists, dicts and objects beside numbers in one container, of the module or made here; what changes behind a reading."""

import collections
import copy
import functools

import numpy as np

xs, arr, options, leaf = [0.5, 0.2, 0.8], np.array([0.5, 0.2]), {'a': 0.5}, [3.0, 4.0]
mixed, in_a_dict, in_a_tuple = [1.0, xs], {'a': [xs, 2.0]}, [1.0, (xs,)]
with_a_dict, in_a_deque, by_number = [True, options], collections.deque([1.0, xs]), {1: xs, 2: 2.0}
with_an_array, by_pairs, tree = [1.0, arr], {('a', 1): xs, ('b', 2): 1.0}, [1.0, [2.0, leaf], 5.0]
ONE = 1


class Holds:
    mixed = [1.0, xs]

    def __init__(self, t):
        self.t = t


held, of_two_kinds = Holds([1.0, xs]), [Holds(1.0), Holds(xs)]


def as_it_was():
    xs[:], arr[:], options['a'], leaf[0] = [0.5, 0.2, 0.8], [0.5, 0.2], 0.5, 3.0
    acc.__defaults__[0].clear()
    lazy.kept = None


def by_default(c=[1.0, xs]):
    return c


def given():
    return mixed


def item_of_a_mixed_list(x, y):
    xs[0] = x
    return mixed[1][0] * y + in_a_dict['a'][0][0] * y + in_a_tuple[1][0][0] + in_a_deque[1][0] * x


def value_beside_a_mixed_list(x, y):
    xs[0] = 3.0
    return mixed[1][0] * y * x


def item_by_other_ways(x, y):
    xs[0] = x
    return Holds.mixed[1][0] * y + by_default()[1][0] + held.t[1][0] * x + given()[-1][0] * y


def dict_in_a_mixed_list(x, y):
    options['a'] = x
    return with_a_dict[1]['a'] * y


def array_in_a_mixed_list(x, y):
    arr[0] = x
    return with_an_array[1][0] * y


def mixed_dict_by_a_name(x, y):
    xs[0] = x
    s = 0.0
    for q in by_number:
        s += by_number[q][0] if q == 1 else 1.0
    return s * y + by_number[ONE][0] + by_pairs['a', 1][0] * x


def objects_of_two_kinds(x, y):
    xs[0] = x
    return sum(np.sum(o.t) for o in of_two_kinds) * y


def total(t):
    return sum(total(q) for q in t) if isinstance(t, list) else t * t


def tree_of_lists(x, y):
    leaf[0] = x
    return total(tree) * y


def taken_apart(x, y):
    xs[0] = x
    a, b = mixed
    match mixed:
        case [p, q]:
            c = q[0]
    return b[0] * y + a + c * copy.deepcopy(mixed)[1][0]


def mixed_list_made_here(x, y):
    m = [options, 1.0]
    m[0].update(a=3.0)
    return options['a'] * x * y


def acc(t, c=[]):
    c.append(t)
    return c


def default_that_grows(x, y):
    a, b = acc(1.0), acc(2.0)
    return a[-1] * x + b[-1] * y


class Lazy:
    def __init__(self):
        self.kept = None

    @property
    def value(self):
        if self.kept is None:
            self.kept = 3.0
        return self.kept


lazy = Lazy()


def lazy_property_of_the_module(x, y):
    return lazy.value * x * y


# What is read of a list that gets longer behind the reading, or whose arrays are written


def mean_of_a_list_in_turn(x, y):
    v = [x, y]
    q = v if x > 0 else [y]
    r = np.mean(q)
    v.append(3.0)
    return r * y


def mean_of_a_list_or_an_array(x, y):
    v = [x, y]
    r = x
    for k in range(3):
        q = v if k else np.array([x])
        r = r + np.mean(q)
        v.append(r)
    return r


def means_of_a_dict(x, y):
    d = {'a': [x, y], 'b': np.array([x, y])}
    r = sum(np.mean(d[k]) for k in d)
    d['a'].append(3.0)
    return r * y


def norm_of_a_list_in_a_mixed_list(x, y):
    p = [np.array([x, 0.2]), np.array([0.3, y])]
    d = [p, 1.0]
    r = np.linalg.norm(d[0])
    p[1][0] = x
    return y * r


def norm_of_a_list_or_an_array(x, y):
    p = [np.array([x, 0.2]), np.array([0.3, y])]
    q = p if x > 0 else np.ones((2, 2))
    r = np.linalg.norm(q)
    p[1][0] = x
    return y * r


# Views of dicts within what is run over, and variables of generators beside those of lambdas


def sums_of_views_that_are_counted(x, y):
    d = {0.2: y, 0.9: x}
    r = x
    for i, b in enumerate([sum(d.values())], 1):
        r += b * i
    for p, q in zip([x, max(d.values())], [y, 0.3]):
        r += p * q
    for v, (k, w) in zip(d.values(), d.items()):
        r += v * w * k
    return r


def variable_of_a_generator_and_of_a_lambda(x, y):
    w = y
    r = sum(functools.reduce(lambda w, o: w + o, [x, 0.3]) for w in (x, 0.3))
    return r + w


def variable_of_a_generator_that_a_function_reads(x, y):
    stop = y

    def scaled(v):
        return stop * v

    return sum((lambda stop: stop)(scaled(0.4)) for stop in (x, 0.3)) * x


CASES = [
    (f, (0.7, 0.4), (0, 1))
    for f in (
        item_of_a_mixed_list,
        value_beside_a_mixed_list,
        item_by_other_ways,
        dict_in_a_mixed_list,
        array_in_a_mixed_list,
        mixed_dict_by_a_name,
        objects_of_two_kinds,
        tree_of_lists,
        taken_apart,
        mixed_list_made_here,
        default_that_grows,
        lazy_property_of_the_module,
        mean_of_a_list_in_turn,
        mean_of_a_list_or_an_array,
        means_of_a_dict,
        norm_of_a_list_in_a_mixed_list,
        norm_of_a_list_or_an_array,
        sums_of_views_that_are_counted,
        variable_of_a_generator_and_of_a_lambda,
        variable_of_a_generator_that_a_function_reads,
    )
]


# Integers of few bits: what is multiplied by them must not have to fit

PIXELS = np.array([200, 150, 2], dtype=np.uint8)


def pixels_times_a_number(v, pixels):
    r = v.copy()
    r += 2 * np.sin(v) * pixels[1]
    r -= pixels[1] * v
    return np.sum(r)


def squares_times_pixels(v, pixels):
    r = v * pixels[1]
    q = r**2 * pixels[0]
    return np.sum(q) * 1e-6


def truths_inverted(v, pixels):
    r = v.copy()
    r -= v * ~(pixels[1] > 5)
    r -= (pixels[0] > 5) * v**2
    return np.sum(r)


CASES += [
    (f, (np.array([0.7, 1.3, -0.4]), PIXELS), (0,))
    for f in (pixels_times_a_number, squares_times_pixels, truths_inverted)
]
