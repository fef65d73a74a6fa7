"""Arguments that share memory: refused by name where what they share is changed, else each has its own gradient."""
import collections
import functools
import operator

import numpy as np
import pytest

import srcad


class Point:
    def __init__(self, x):
        self.x = x


def scaled_item(xs):
    xs[0] *= 2
    return np.sum(xs[1] * xs[1])


def scaled_value(d, x):
    d['a'] *= 2.0
    return np.sum(x * d['a'])


def scaled_attribute(p, x):
    p.x[0] = x[1]
    return np.sum(p.x * x)


def lengthened(xs, ys):
    xs.append(1.0)
    return sum(ys) * xs[0]


def moved(p, q):
    p.x = p.x * 2
    return p.x * q.x


def compared(p, q):
    return (2.0 if p is q else 1.0) * p.x


def in_a_helper(points):
    for p in points:
        moved(p, p)
    return points[0].x * points[1].x


def popped(queue, other):
    return queue.pop() * len(other)


def caught(xs):
    try:
        xs[0][0] *= 2
    except ValueError:
        return np.sum(xs[1])
    return np.sum(xs[1] * xs[1])


def shared():
    a, p, xs, d = np.array([1.0, 2.0]), Point(3.0), [1.0, 2.0], {'a': 1.0}
    q = collections.deque(xs)
    return [
        (scaled_item, ([a, a],)), (scaled_item, ([a, a[::-1]],)), (scaled_value, ({'a': a}, a)),
        (scaled_attribute, (Point(a), a)), (lengthened, (xs, xs)), (moved, (p, p)), (compared, (p, p)),
        (in_a_helper, ([p, p],)), (popped, (q, q)), (caught, ([a, a],)), (lengthened, ([1.0, d], [d])),
    ]


@pytest.mark.parametrize('f, args', shared()[:-1], ids=lambda v: getattr(v, '__name__', ''))
def test_what_is_shared_and_changed_is_refused(f, args):
    with pytest.raises(ValueError, match='share memory|are one|one place'):
        srcad.grad(f)(*args)


def halved(d, shown):
    d['a'] = d['a'] * 0.5
    return sum(shown) * d['a']


def grown(xs, shown):
    xs.append(xs[0] * 2)
    return sum(shown) * xs[0]


def doubled(a, shown):
    a[0] *= 2
    return float(shown[0]) * a[1]


@pytest.mark.parametrize(
    'f, shown',
    [
        (halved, dict.values), (halved, lambda d: map(float, d.values())), (halved, lambda d: (v for v in d.values())),
        (grown, iter), (grown, lambda xs: map(sum, zip(xs, xs))), (doubled, memoryview), (doubled, lambda a: a.flat),
    ],
)  # fmt: skip
def test_what_an_iterator_or_a_view_shows_of_what_is_changed_is_refused(f, shown):
    given = {halved: {'a': 1.0, 'b': 3.0}, grown: [1.0, 3.0], doubled: np.array([1.0, 3.0])}[f]
    with pytest.raises(ValueError, match='shares? memory|are one'):
        srcad.grad(f)(given, shown(given))


def test_what_an_iterator_shows_of_what_is_not_changed_is_another_argument():
    xs, d, a = [2.0, 3.0], {'a': 2.0, 'b': 3.0}, np.array([2.0, 3.0])
    assert srcad.grad(lambda xs, i: xs[0] * next(i))(xs, iter(xs)) == [2.0, 0.0]
    assert srcad.grad(lambda d, v: d['a'] * sum(v))(d, d.values()) == {'a': 5.0, 'b': 0.0}
    assert srcad.grad(lambda a, v: a[0] * sum(v))(a, a.flat).tolist() == [5.0, 0.0]


def test_elements_that_share_memory_are_not_written():
    rows = np.lib.stride_tricks.as_strided(np.arange(3.0), (2, 2), (8, 8))
    with pytest.raises(ValueError, match='one place in memory'):
        srcad.grad(scaled_item)([rows, np.ones((2, 2))])


def test_what_is_shared_and_not_changed_has_a_gradient_at_each_place():
    def f(xs, p, q):
        out = [x * 2 for x in xs]  # what is changed is another's
        out[0] = out[0] * p.x
        rest = xs[1] * 1.0
        rest[0] = 5.0
        return np.sum(out[0]) + np.sum(rest) * q.x

    a, p = np.array([1.0, 2.0]), Point(3.0)
    xs, by_p, by_q = srcad.grad(f, argnums=(0, 1, 2))([a, a], p, p)
    assert xs[0].tolist() == [6.0, 6.0] and xs[1].tolist() == [0.0, 3.0]
    assert (by_p.x, by_q.x) == (6.0, 7.0)
    assert a.tolist() == [1.0, 2.0]


def test_what_numpy_refuses_to_write_is_refused_as_in_a_plain_call():
    a = np.array([1.0, 2.0])
    a.flags.writeable = False
    for f in (scaled_item, srcad.grad(scaled_item)):
        with pytest.raises(ValueError, match='read-only'):
            f([a, np.ones(2)])


def test_an_argument_that_contains_itself_is_refused():
    xs = [1.0]
    xs.append(xs)
    p = Point(1.0)
    p.x = p
    for f, a in ((lambda xs: xs[0] * 2, xs), (lambda p: 2.0, p), (lambda d: d['a'] * 2, {'a': 1.0, 'b': xs})):
        with pytest.raises(ValueError, match='contains itself'):
            srcad.grad(f)(a)


OUTSIDE, POINT, LIST = np.array([1.0, 2.0, 3.0]), Point(2.0), [1.0, 2.0]


def written_and_read_outside(x, a):
    a[0] = x
    return OUTSIDE[0] * x


def default_read_outside(x, p=POINT):
    p.x = x
    return POINT.x * x


def listed_and_read_outside(x, xs):
    xs[0] = x
    return LIST[0] * x


@pytest.mark.parametrize(
    'f, args',
    [
        (written_and_read_outside, (1.3, OUTSIDE)), (written_and_read_outside, (1.3, OUTSIDE[1:])),
        (default_read_outside, (1.3,)), (listed_and_read_outside, (1.3, LIST)),
    ],
)
def test_an_argument_that_is_written_and_read_from_outside_is_refused(f, args):
    with pytest.raises(ValueError, match='from outside too: pass a copy'):
        srcad.grad(f)(*args)


def test_what_is_read_in_both_ways_and_not_written_has_a_gradient():
    def f(x, a):
        a = a.copy()
        a[0] = x * OUTSIDE[1]
        return a[0] * OUTSIDE[0] * a[1]

    assert srcad.grad(f)(1.3, OUTSIDE) == 4.0
    assert OUTSIDE.tolist() == [1.0, 2.0, 3.0]


def test_an_array_at_two_places_is_not_compared_by_identity():
    def f(p):
        q = p
        return np.sum(q['x']) if q['x'] is q['y'] else q['x'][1] * 3

    a = np.array([1.0, 2.0])
    with pytest.raises(ValueError, match="p\\['x'\\] and p\\['y'\\] are one array, which is compared"):
        srcad.grad(f)({'x': a, 'y': a})
    assert srcad.grad(f)({'x': a, 'y': a.copy()})['x'].tolist() == [0.0, 3.0]


def reversed_rows(x, points):
    t = x * float(points[0].x @ points[0].x)
    rows = points[0].x[::-1]
    rows += 1
    return t + float(points[1].x @ points[1].x) * x


def test_one_object_twice_in_a_list_that_is_only_given():
    point = Point(np.array([1.0, 2.0]))
    with pytest.raises(ValueError, match='share memory|are one'):
        srcad.grad(reversed_rows)(1.3, [point, point])
    points = [Point(np.array([1.0, 2.0])), Point(np.array([3.0, 4.0]))]
    assert srcad.grad(reversed_rows)(1.3, points) == pytest.approx(5.0 + 25.0)
    assert points[0].x.tolist() == [1.0, 2.0]


# Functions among the arguments that keep a part of an argument themselves

class Fitted:
    def __init__(self):
        self.w = 1.5
        self.act = lambda v: v * self.w


def of_its_lambda(x, m):
    return m.act(x)


def of_a_list_and_a_function(x, a, get):
    return get() * x + a[1]


def written_beside_a_function(x, a, get):
    a[0] = x
    return get() * x


def first(v):
    return v[0]


def test_functions_that_keep_a_part_of_what_is_differentiated():
    grad = srcad.grad(of_its_lambda, argnums=(0, 1))
    with pytest.raises(ValueError, match='<lambda> keeps a part of m, which is differentiated'):
        grad(0.7, Fitted())
    assert srcad.grad(of_its_lambda)(0.7, Fitted()) == 1.5
    a = [1.0, 2.0]
    grad = srcad.grad(of_a_list_and_a_function, argnums=(0, 1))
    for get in (functools.partial(first, a), functools.partial(operator.getitem, a, 0), lambda: a[0], lambda a=a: a[0]):
        with pytest.raises(ValueError, match='keeps a part of a, which is differentiated'):
            grad(0.7, a, get)
    assert grad(0.7, a, lambda: 1.0) == (1.0, [0.0, 1.0])


def test_functions_that_keep_a_part_of_what_is_changed():
    a = [1.0, 2.0]
    for get in (functools.partial(first, a), functools.partial(operator.getitem, a, 0), lambda: a[0], lambda *, a=a: a[0]):
        with pytest.raises(ValueError, match='keeps a part of a, which is changed'):
            srcad.grad(written_beside_a_function)(0.7, a, get)
    assert srcad.grad(written_beside_a_function)(0.7, a, lambda: 2.0) == 2.0


items = [1.0, 2.0]


def reads_its_default(x, k=items):  # noqa: B006
    return k[0] * x


def written_and_a_default(x, a):
    a[0] = x
    return reads_its_default(x)


def test_an_argument_that_is_written_and_the_default_of_a_function():
    with pytest.raises(ValueError, match='from outside too: pass a copy'):
        srcad.grad(written_and_a_default)(0.7, items)
    assert srcad.grad(written_and_a_default)(0.7, [3.0]) == 1.0


def read_in_an_array_of_objects(x, a, o):
    a[0] = x
    return o[0][0] * x


def test_an_array_of_objects_that_holds_another_argument():
    a, o = [1.0, 2.0], np.empty(1, dtype=object)
    o[0] = a
    with pytest.raises(ValueError, match=r'a and o\[0\] are one list, which is changed'):
        srcad.grad(read_in_an_array_of_objects)(0.7, a, o)


def of_two_with_one_dict(x, p, q):
    p.x = x
    return q.x * x


def test_two_objects_with_one_dict():
    p, q = Point(1.0), Point(2.0)
    assert srcad.grad(of_two_with_one_dict)(0.7, p, q) == 2.0
    q.__dict__ = p.__dict__
    with pytest.raises((ValueError, srcad.NoDerivative), match='that has the same|are one'):
        srcad.grad(of_two_with_one_dict)(0.7, p, q)
