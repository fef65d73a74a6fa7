"""Programs that got a wrong gradient once, or an error of srcad's own, and are refused by name."""

import collections
import contextlib
import copy
import dataclasses
import decimal
import enum
import functools
import importlib
import inspect
import io
import itertools
import json
import math
import operator
import random
import re
import sys
import weakref
from itertools import count, takewhile

import numpy as np

from tests import made_here, made_there

REFUSED = []


def refused(says):
    """The function is refused for the argument 1.3, in words that hold `says`."""
    def mark(f):
        REFUSED.append((f, says))
        return f
    return mark


class Acts:
    def __init__(self, act=None):
        if act:
            self.act = act

    def act(self, v):
        return v * 2

    def go(self, v):
        return self.act(v)


_acting = Acts(math.tanh)


@refused('use two names')
def attribute_over_a_method(x):
    return Acts(math.tanh).go(x)


@refused('use two names')
def attribute_over_a_method_outside(x):
    return _acting.act(x)


@refused('cannot tell which function')
def method_of_a_dict_as_a_value(x):
    get = {'a': x}.get
    return get('a')


class Doubling(list):
    def append(self, v):
        list.append(self, v * 2)


class Tripling(dict):
    def __setitem__(self, k, v):
        dict.__setitem__(self, k, v * 3)


_doubling, _tripling = Doubling([1.0]), Tripling()


@refused('list.append')
def list_with_its_own_append(x):
    _doubling.append(x)
    return _doubling[-1]


@refused('does not know what is written')
def dict_with_its_own_items(x):
    _tripling['a'] = x
    return _tripling['a']


class Users(collections.UserList):
    pass


@refused('cannot see what this call does')
def made_by_a_library_class(x):
    return Users([x])[0]


@refused('of what class')
def iterator_asked_for_its_method(x):
    it = iter([x])
    return x if hasattr(it, '__next__') else x * x


@refused('of what class')
def view_asked_for_its_class(x):
    held = {'a': x}
    return x if isinstance(held.keys(), collections.abc.KeysView) else x * x


class Empty:
    pass


@refused('del of what belongs to a class')
def attribute_set_on_a_class(x):
    Empty.n = x
    n = getattr(Empty, 'n', 0.0)
    del Empty.n
    return n


@functools.cache
def _kept(n):
    return [0.0] * n


@refused('a cache keeps')
def change_of_what_a_cache_keeps(x):
    _kept(3)[0] = x
    return _kept(3)[0]


@dataclasses.dataclass
class Pair:
    a: float
    items: dict


@refused('dataclass of numbers, arrays, lists and tuples only')
def dict_of_a_dataclass_with_a_dict(x):
    p = Pair(x, {'k': x})
    dataclasses.asdict(p)['items']['k'] *= x
    return p.items['k']


class Deletes:
    def __init__(self, v):
        self.v = v

    @property
    def p(self):
        return self.v

    @p.deleter
    def p(self):
        self.v = 0.0


@refused('at this del')
def deleted_property(x):
    o = Deletes(x)
    del o.p
    return x + o.v


@refused('in a statement of its own')
def attribute_set_in_an_expression(x):
    o = Deletes(x)
    return (setattr(o, 'v', o.v * 2), o.v)[1]


class Changing:
    def __init__(self, v):
        self.v = v
        self.reads = 0

    def __bool__(self):
        self.v = self.v * 2
        return True

    def __iter__(self):
        self.v = self.v * 2
        return iter([1.0])

    def __index__(self):
        self.v = self.v * 2
        return 0

    @property
    def p(self):
        self.reads += 1
        return self.v * self.reads


@refused('__bool__ changes')
def truth_of_what_a_list_holds(x):
    o = Changing(x)
    any([o])
    return o.v


@refused('__iter__ changes')
def sought_in_an_object(x):
    o = Changing(x)
    1.0 in o  # noqa: B015
    return o.v


@refused('does not index by an object')
def object_as_a_bound(x):
    o = Changing(x)
    return sum([x, x][o:]) * o.v


@refused('make a list of it first')
def object_over_a_slice(x):
    o, items = Changing(x), [x, x]
    items[:] = o
    return o.v * items[0]


@refused('asking for .p changes')
def property_that_counts(x):
    o = Changing(x)
    return o.p if getattr(o, 'p', None) is not None else 1.0


@refused('an array of object')
def array_of_objects(x):
    a = np.empty(2, dtype=object)
    a[0] = x
    return a[0] * 2


@refused('arrays of object')
def cast_to_objects(x):
    a = (x * np.ones(2)).astype(object)
    return float((a * a).sum())


@refused('carries a derivative')
def grid_with_an_active_end(x):
    return np.mgrid[0:x:3j].sum()


@refused('make it two lines')
def item_beside_the_number_of_items(x):
    held = collections.defaultdict(float)
    y = held['a'] + x * len(held)
    return y + held['b']


@refused('no end of the kinds')
def tuples_in_tuples(x):
    head = None
    for k in range(4):
        head = (x * k, head)
    total = 0.0
    while head:
        v, head = head
        total = total * 2 + v
    return total


@refused('.remove() of a deque')
def removed_from_a_deque(x):
    q = collections.deque([1.0, x])
    q.remove(1.0)
    return q[0]


# What has the objects of outside themselves, where the text works on copies

_state = {'k': 2.0}
_array = np.arange(1.0, 5.0)


class Held:
    def __init__(self, v):
        self.v = v


_held = Held(2.0)


class Meta(type):
    def __getitem__(cls, k):
        return cls.k * k


class OfMeta(metaclass=Meta):
    k = 2.0


class Third:
    def __get__(self, o, cls):
        return cls.k * 3


class WithThird:
    k = 2.0
    third = Third()

    def __class_getitem__(cls, k):
        return cls.k * k


_values, _flat = _state.values(), _array.flat
_reference, _attributes = weakref.ref(_held), vars(_held)


@refused('dict_values, which reads')
def view_outside(x):
    _state['k'] = x
    return sum(_values) * x


@refused('flatiter, which reads')
def flat_outside(x):
    _array[0] = x
    return _flat[0] * x


@refused('ReferenceType, which reads')
def weak_reference(x):
    _held.v = x
    return _reference().v * x


@refused('an object beside its __dict__')
def attributes_read(x):
    _held.v = x
    return _attributes['v'] * x


@refused('an object beside its __dict__')
def attributes_written(x):
    _attributes['v'] = x
    return _held.v * x


@refused('Meta, which reads')
def item_of_a_class(x):
    OfMeta.k = x
    return OfMeta[3] * x


@refused('WithThird, which reads')
def item_by_the_class(x):
    WithThird.k = x
    return WithThird[3] * x


@refused('Third, which reads')
def descriptor_of_a_class(x):
    WithThird.k = x
    return WithThird.third * x


@refused('in one case, and a generator')
def generator_in_turn(x):
    it = [x, 2 * x]
    for _ in range(2):
        it = (t * x for t in it)
    return sum(it)


@refused('no end of the kinds of values')
def tree_of_tuples(x):
    def inserted(t, v):
        if t is None:
            return (None, v, None)
        return (inserted(t[0], v), t[1], t[2]) if v < t[1] else (t[0], t[1], inserted(t[2], v))

    t = None
    for v in (x, 1.0, 2 * x):
        t = inserted(t, v)
    return t[1]


class Node:
    def __init__(self, v, kids=()):
        self.v, self.kids = v, list(kids)

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k


@refused('returns one real number')
def number_then_array_without_axes(x):
    x = np.array(x, dtype=float)
    x *= 2
    return x


class Made:
    def __new__(cls, v):
        return super().__new__(cls)

    def __init__(self, v):
        self.v = v


@refused('Made.__new__')
def made_by_new(x):
    return Made(x).v * x


@refused('give its result a name')
def sorted_beside_an_element(x):
    xs, v = [x, 2 * x], np.array([x, 1.0])
    v[0] *= sorted(xs)[0]
    return v[0]


@refused('two functions apart that have one name')
def made_in_two_modules(x):
    return sum(f(x) * k for f, k in zip([made_here.make(1.0), made_there.make(1.0)], (10, 1)))


_rest = slice(1, None)


@refused('written in brackets')
def slice_written(x):
    xs = [x, x * x, 3.0]
    xs[_rest] = [2 * x]
    return xs[0] * xs[1]


@refused('of what class this is')
def lambda_asked_about(x):
    node = Node(x, [])
    node.value = 2 * x
    g = lambda q: q
    return node.value * x if inspect.isfunction(g) else node.value


@refused('NumPy may read what it has just written')
def overlapping_steps(x):
    v = np.array([x, 2 * x, 3.0, x * x])
    v[::2] = v[:2]
    return np.sum(v**2)


@refused('NumPy may read what it has just written')
def column_from_a_row(x):
    A = np.array([[x, 2 * x], [3.0, x * x]])
    A[:, 1] = A[1]
    return np.sum(A**2)


@refused('NumPy may read what it has just written')
def overlapping_unknown_steps(x):
    v, k, n = np.array([x, 2 * x, 3.0, x * x]), 1, 2
    v[:2:k] = v[::n]
    return np.sum(v**2)


@refused('NumPy may read what it has just written')
def column_from_a_row_and_the_rest(x):
    A = np.array([[x, 2 * x], [3.0, x * x]])
    A[..., 1] = A[1, ...]
    return np.sum(A**2)


class Cached:
    def __init__(self, v):
        self.v = v

    @functools.cached_property
    def square(self):
        return self.v**2

    def __lt__(self, other):
        return self.square < other.square

    def __repr__(self):
        return f'Cached({self.square})'


class Truthful(Cached):
    def __bool__(self):
        return self.square > 1


@refused('where Python calls it')
def cached_by_a_comparison(x):
    a, b = Cached(x), Cached(2.0)
    return a.square if a < b else b.square


@refused('where Python calls it')
def cached_by_sorted(x):
    return sorted([Cached(x), Cached(2.0)])[0].square


@refused('where Python calls it')
def cached_when_shown(x):
    a = Cached(x)
    return a.square * len(f'{a}')


@refused('where Python calls it')
def cached_when_tested(x):
    a = Truthful(x)
    return a.square if a else 0.0


@refused('transform what is drawn without any')
def drawn_by_a_shape(x):
    rng = np.random.default_rng(3)
    return rng.gamma(x) * x


@refused('sets of values that carry a derivative')
def summed_as_a_set(x):
    return sum(set([x, 2 * x]))


@refused('does not know the axes of what np.fft.ifft takes')
def transform_of_what_may_be_a_number(x):
    k = int(x)
    return np.sum(np.imag(np.fft.ifft([1.0, np.full(4, x)][k], 6)))


@refused('np.c_ of arrays of up to two axes')
def columns_of_cubes(x):
    y = np.full((2, 3, 3), x)
    return np.sum(np.c_[y, y * y].max(axis=1))


class Shrinking:
    def __init__(self, held):
        self.held = held

    def __iter__(self):
        self.held[0] *= 1.7
        return iter([1, 0])


@refused('where Python calls it')
def greatest_of_what_changes(x):
    held = np.array([0.3, 0.4])
    shrinking = Shrinking(held)
    y = x * held[0]
    place = max(shrinking)
    return y * held[0] * place


@refused('method .__setitem__()')
def set_by_its_method(x):
    w = [0.3, 0.4]
    y = w[0] * x
    w.__setitem__(0, 3.0)
    return y * y


class Indexed:
    def __init__(self, a):
        self.a = a

    def __getitem__(self, k):
        return self.a[k]


@refused('a list in one case, and a generator or an object in another')
def slice_of_a_list_or_an_object(x):
    a = [1.0, 2.0, 3.0]
    if x > 0:
        a = Indexed([x, x * x])
    return sum(a[1:])


@refused('a list in one case, and a generator or an object in another')
def item_of_a_dict_or_an_object(x):
    a = {1: 2.0}
    if x > 0:
        a = Indexed([x, x * x])
    return a[1] * x


# Arrays of whole numbers, as NumPy says or the run does, into which active values are written

def into(a, x):
    a[0] = x * 3.3
    return float(np.sum(a))


WHOLE = np.array([1, 0, 2])


@refused('array of int64, which truncates it')
def identity_of_whole_numbers(x):
    return into(np.eye(3, dtype=int)[0], x)


@refused('array of int64, which truncates it')
def rounded_whole_numbers(x):
    return into(np.round(WHOLE), x)


@refused('array of int64, which truncates it')
def product_of_whole_numbers(x):
    return into(np.inner(WHOLE, np.identity(3, int)), x)


@refused('whether this array holds whole numbers')
def greatest_of_a_whole_number(x):
    return into(np.array([max(2, x), 2, 3]), x)


@refused('whether this array holds whole numbers')
def whole_or_not(x):
    t = 0
    t = t if x < 5 else x
    return into(np.full(3, t), x)


@refused('whether this array holds whole numbers')
def array_of_one_kind_or_another(x):
    return into(np.ones(3) if x > 5 else np.ones(3, int), x)


@refused('whether this array holds whole numbers')
def whole_numbers_of_a_comprehension(x):
    return into(np.array([1 if v > 0.1 else v for v in (x, 2.0)]), x)


@refused('does not know what is written here')
def whole_numbers_of_a_library(x):
    return into(np.linspace(0, 2, 3, dtype=int), x)


# Tests in a `try` that fail

def doubled_below(x, n):
    try:
        if n < 3:
            return x * 2
    except TypeError:
        return x * x
    return x


@refused('does not follow a test that fails in a try')
def compared_to_none_in_a_try(x):
    return doubled_below(x, None)


@refused('does not follow a test that fails in a try')
def truth_of_an_array_in_a_try(x):
    a = np.array([x, 2 * x])
    try:
        if a > 0:
            return x * 2
    except ValueError:
        return x * x
    return x


# A list and an array, of which += makes a new array

@refused('makes a new array')
def list_or_array_under_two_names(x):
    w = [0.1, 0.3, 0.5]
    if x > 0:
        w = np.array([0.2, 0.6, 0.4])
    u = w
    u += np.array([x, x, x])
    return float(w[1])


@refused('makes a new array')
def list_and_array(x):
    t = [x, 2 * x]
    same = t
    t += np.array([x, x])
    return float(sum(t) * same[0])


@refused('a dict in one case, and a list')
def run_over_a_dict_or_a_list(x):
    w = [x, x * x] if x > 2 else {1: x, 2: 3.0}
    r = 0.0
    for v in w:
        r += v * x
    return r


@refused('a dict in one case, and a list')
def popped_from_a_dict_or_a_list(x):
    w = [x, x * x] if x > 2 else {0: x, 1: 3.0}
    return w.pop(0) * x


@refused('makes a new array')
def list_and_a_number_of_numpy(x):
    t = [x, 2.0]
    same = t
    t += np.sum(np.array([x, x]))
    return float(sum(t) * same[0])


@refused('an index may name twice')
def columns_named_twice_multiplied(x):
    a = np.array([[x, 2.0], [1.0, x]])
    a[:, [0, 0]] @= np.array([[x, 1.0], [0.5, x]])
    return np.sum(a)


@refused('begun with a number')
def product_begun_with_an_array(x):
    factors = [x, 2.0 * x]
    return float(np.sum(math.prod(factors, start=np.array([x, 1.0]))))


class Keyed:
    def __init__(self, v):
        self.v = v


@refused('whose keys are objects')
def deep_copy_of_what_objects_are_keys_of(x):
    d = {Keyed(x): x}
    return sum(n.v * w for n, w in copy.deepcopy(d).items())


class Sequence:
    def __init__(self, c):
        self.c = list(c)

    def __len__(self):
        return len(self.c)

    def __getitem__(self, k):
        return self.c[k]

    def __mul__(self, o):
        return Sequence([c * o for c in self.c])

    __rmul__ = __mul__

    def __radd__(self, o):
        return [2 * v for v in o] + self.c


@refused('of an array before it NumPy asks')
def number_of_numpy_before_a_sequence(x):
    v = np.array([x, 2.0])
    q = v[0] * Sequence([1.0, x])
    return q[0] + q[1]


@refused('+= asks the object')
def list_and_an_object_that_adds_itself(x):
    xs = [x]
    xs += Sequence([x, 3.0])
    return xs[0] * xs[1]


@refused('define its class at the top')
def method_of_a_class_that_captures_as_a_value(x):
    k = 2.0 * x

    class Held:
        def __init__(self, v):
            self.v = v

        def times(self):
            return self.v * k

    f = Held(x).times
    return f()


@refused('arguments x only')
def raveled_as_it_lies(x):
    a = np.zeros((2, 3))
    b = a.ravel('K')
    a += x
    return np.sum(b**3)


@refused('use x[()]')
def flat_of_no_axes(x):
    b = np.array(x)
    return b.flat[0] * 3.0


@refused('sets of values that carry a derivative')
def popped_from_a_set_of_numbers(x):
    s = set([x, 2.0 * x])
    return s.pop() + s.pop()


@refused('the second of these sets')
def set_less_what_is_made(x):
    a, seen = Keyed(x), []

    def noted(n):
        seen.append(n)
        return n

    s = {a, Keyed(2.0 * x)}
    return sum(n.v for n in s - {noted(a)}) * len(seen)


@refused('whether np.squeeze gives a number or an array')
def squeezed_in_a_list(x):
    row = [x * np.ones(2)[1], 0.0]
    row[1] = np.squeeze(row[0])
    return np.sum(row[1] ** 2)


@refused('whether np.transpose gives a number or an array')
def transposed_in_a_list(x):
    row = [x * np.ones(2)[1], 0.0]
    row[1] = np.transpose(row[0])
    return np.sum(row[1] ** 2)


@refused('knows enumerate() by its name')
def enumerate_in_a_variable(x):
    numbered, total = enumerate, 0.0
    for k, v in numbered([x, 2.0 * x]):
        total += k * v
    return total


@refused('knows zip() by its name')
def zip_as_a_default(x, joined=zip):
    return sum(a * b for a, b in joined([x, 2.0 * x], [1.0, x]))


class Geared:
    rate = 1.1

    def __init__(self, v):
        self.v = v * self.rate
        self.rate = v


class GearedLater(Geared):
    def __init__(self, v):
        super().__init__(v)
        self.rate = 2.0 * v


@refused('of an object and of its class in turn')
def read_of_the_class_first(x):
    Geared.rate = x
    total = Geared(x).v
    Geared.rate = 1.1
    return total


@refused('of an object and of its class in turn')
def read_of_the_class_by_its_base(x):
    Geared.rate = x
    total = GearedLater(x).v * GearedLater(2.0).rate
    Geared.rate = 1.1
    return total


class Set:
    def __init__(self, v):
        self._v = v

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, v):
        self._v = v * 2


class SetTwice(Set):
    @property
    def v(self):
        return self._v * 3

    @v.setter
    def v(self, v):
        self._v = v * 5


@refused('which class sets .v here')
def set_by_two_classes(x):
    total = 0.0
    for o in [Set(x), SetTwice(2.0)]:
        o.v = x * x
        total += o.v
    return total


class WithStatic:
    def __init__(self, v):
        self.v = v

    @staticmethod
    def total(k):
        return k * 3.0


class WithMethod(WithStatic):
    def total(self, k):
        return self.v * k


@refused('cannot tell which function this is')
def static_method_or_method(x):
    total = 0.0
    for o in [WithStatic(x), WithMethod(x)]:
        f = o.total
        total += f(2.0)
    return total


@refused('what __class__ changes')
def class_assigned(x):
    o = WithStatic(x)
    o.__class__ = WithMethod
    return o.total(3.0)


@refused('.__defaults__')
def defaults_assigned(x):
    def f(v, k=2.0):
        return v * k

    f.__defaults__ = (x,)
    return f(x)


class FindsItsOwn:
    def __init__(self, v):
        self.v = v

    def __getattr__(self, n):
        if n.startswith('_'):
            raise AttributeError(n)
        return lambda k: self.__dict__['v'] * 2


@refused('what .get of FindsItsOwn is')
def found_beside_a_dict(x):
    row = [FindsItsOwn(x), {'a': x}]
    return row[0].get('a') * row[1].get('a')


class WithSine:
    f = staticmethod(math.sin)

    def __init__(self, v):
        self.v = v


class WithOwn:
    def __init__(self, v):
        self.f = lambda t: t * v


@refused('is a method of one class, and an attribute of another')
def library_method_or_attribute(x):
    return sum(o.f(0.5) for o in [WithSine(x), WithOwn(x)])


@refused('how many values stand behind this star')
def enumerated_from_a_star(x):
    t = 0.0
    for i, v in enumerate([x, x * x], *[1][:1]):
        t += i * v
    return t


@refused('srcad knows np.sum with the arguments')
def method_of_an_array_with_a_star(x):
    a = np.array([x, x * x])
    return a.sum(*[0]) * x


@refused('of an array where it is called')
def method_that_writes_with_a_name(x):
    a = np.array([x, 1.0])
    f = a.sort
    f()
    return a[0]


class Texts(str, enum.Enum):
    ONE = 'one'
    TWO = 'two'

    def f(self, x):
        return x * len(self)


@refused('which has no .f')
def method_of_texts_in_turn(x):
    t = 0.0
    for k in (Texts.ONE, Texts.TWO):
        t += k.f(x)
    return t


class MakesUp:
    def __init__(self, v):
        self.v = v

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        self.v *= 1.5
        return self.v


@refused('what asking for .more changes')
def asked_whether_it_has(x):
    o = MakesUp(x)
    t = x if hasattr(o, 'more') else 0.1
    return t * o.v


@refused('what asking for .more changes')
def asked_with_a_default(x):
    o = MakesUp(x)
    return getattr(o, 'more', 0.0) * o.v


class Cursor:
    def __init__(self):
        self.n = 0

    def __index__(self):
        return self.n % 3


@refused('does not index by an object')
def indexed_by_an_object(x):
    o = Cursor()
    v = [x, 2.0, x * x]
    t = v[o] * x
    o.n += 1
    return t + v[o]


@refused('does not index by an object')
def written_by_an_object(x):
    o = Cursor()
    v = np.array([x, 2.0, x * x])
    v[o:] *= x
    o.n += 1
    return v[0] + v[1] * 3


class Ranked:
    def __init__(self, n):
        self.n = n

    def __lt__(self, k):
        return self.n < k.n


@refused('does not compare objects here')
def greatest_of_objects(x):
    o, p = Ranked(1), Ranked(7)
    t = x * max([o, p]).n
    p.n += 1
    return t


@functools.singledispatch
def _measured(s):
    return 7.0


@_measured.register(list)
def _(s):
    return sum(s)


@refused('how many values stand behind this star')
def dispatched_behind_a_star(x):
    return _measured(*[x])


class _Ticking:
    def __init__(self, v):
        self.v = v

    @property
    def tick(self):
        self.v = self.v * 1.5
        return self.v


@refused('a property or an operator that changes things here')
def any_of_properties_that_act(x):
    o = _Ticking(x)
    return o.v * x if any(o.tick > 1.0 for _ in range(5)) else o.v


@refused('at another moment than Python does')
def pairs_of_properties_that_act(x):
    o = _Ticking(x)
    return sum(a * b * o.v for a, b in itertools.pairwise(o.tick * v for v in [x, 0.5, x]))


@refused('at another moment than Python does')
def zip_of_properties_that_act(x):
    o = _Ticking(x)
    return sum(a * b for a, b in zip((o.tick * v for v in [x, 0.5, x]), [x, x]))


@dataclasses.dataclass
class _Record:
    p: float
    q: float = 1.0


@refused('give it a name before')
def replaced_in_a_comprehension(x):
    xs = [x, x * x, 3.0, x]
    return sum([dataclasses.replace(_Record(xs.pop(), 1.0), q=xs.pop()).q for _ in range(2)])


class _Truth:
    def __init__(self):
        self.n = 0

    def __bool__(self):
        self.n += 1
        return self.n % 2 == 1


class _Size:
    def __init__(self):
        self.n = 0

    def __abs__(self):
        self.n += 1
        return self.n


@refused('__bool__ changes')
def all_of_truths_that_change(x):
    o, p = _Truth(), _Truth()
    s = x**2 if all([o, p]) else x
    return s + o.n * x * x


@refused('__abs__ changes')
def greatest_by_an_abs_that_changes(x):
    o, p = _Size(), _Size()
    d = {0: x, 1: x * x, 2: x**3}
    return d[max([o, p], key=abs).n % 3] * d[max([o, p], key=abs).n % 3] * o.n


@refused('which changes it')
def values_backwards_that_change(x):
    d = {'p': x, 'q': 2.0}
    r = 0.0
    for v in reversed(d.values()):
        r += v * x
        d['p'] = r
    return r


@refused('reversed() of lists, tuples and arrays')
def keys_backwards_in_pieces(x):
    d = {0: x, 1: x * 2.0}
    r = reversed(d)
    return next(r) * x + sum(r)


class _Backwards:
    def __init__(self, xs):
        self.xs = xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, k):
        return self.xs[k]

    def __reversed__(self):
        return iter([v * 10.0 for v in self.xs])


@refused('reversed() of lists, tuples and arrays')
def object_with_its_own_order_backwards(x):
    r = reversed(_Backwards([x, 2.0 * x]))
    return next(r) * x + sum(r)


@refused('which changes it')
def columns_of_dicts_that_change(x):
    rows, t = [{0: x, 1: 2.0}, {0: 1.0, 1: x}], 0.0
    for p, q in zip(*rows):
        t += (p + 1) * x + q
        rows[0][1] = t
    return t


class _Turning:
    def __init__(self, a):
        self.a = a

    def turn(self, v):
        self.a = self.a * v + 0.1
        return self.a


class _Doubles:
    def m(self, x):
        return x * 2.0


class _MayFail:
    def m(self, x):
        return _of_two(x) if x > 100.0 else x * 3.0


def _of_two(u, v):
    return u * v


@refused('is missing its argument')
def argument_missing_within_one_of_two(x):
    return sum(o.m(x) for o in [_Doubles(), _MayFail()])


class _Again:
    def __init__(self, x):
        self.x = x

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        self.i += 1
        if self.i > 3:
            raise StopIteration
        return self.x * self.i


@refused('what __iter__ begins anew')
def rest_of_what_begins_anew(x):
    first, *rest = _Again(x)
    return first * rest[0]


class _Large(Exception):
    def __init__(self, v):
        self.v = v


def _small(v):
    if v > 2:
        raise _Large(v)
    return v


@refused('of an exception carries a derivative')
def exception_beside_none(x):
    err = None
    try:
        _small(2 * x)
    except _Large as e:
        err = e
    return x if err is None else err.v * x


def _tried(v):
    try:
        return _small(v), None
    except _Large as e:
        return 0.0, e


@refused('of an exception carries a derivative')
def exception_given_back(x):
    y, err = _tried(2 * x)
    return y if err is None else err.v * x


@refused('of an exception carries a derivative')
def exception_in_a_loop(x):
    last = None
    for k in (1.0, 2.0):
        try:
            _small(k * x)
        except _Large as e:
            last = e
    return x + last.v if last else x


@refused('of an exception carries a derivative')
def cause_of_an_exception(x):
    try:
        try:
            _small(2 * x)
        except _Large as e:
            raise KeyError('large') from e
    except KeyError as f:
        return f.__cause__.v * x
    return x


@refused('of an exception carries a derivative')
def exception_in_a_list(x):
    kept = [None]
    try:
        _small(2 * x)
    except _Large as e:
        kept[0] = e
    return kept[0].v * x


class _Keeps:
    def __init__(self):
        self.err = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.err = error
        return True


@refused('of an exception carries a derivative')
def exception_kept_by_a_context(x):
    with _Keeps() as c:
        _small(2 * x)
    return c.err.v * x


@refused('exc_info()')
def exception_asked_for(x):
    try:
        _small(2 * x)
    except _Large:
        return sys.exc_info()[1].v * x
    return x


def _at_most_one(v):
    if v > 1:
        raise KeyError
    return v


@refused('goes on behind a failure')
def map_that_goes_on(x):
    m = map(_at_most_one, [0.5, x, 0.5])
    try:
        t = sum(m)
    except KeyError:
        t = x
    return t + sum(m)


@refused('goes on behind a failure')
def map_asked_in_a_loop(x):
    m, t = map(lambda d: x / d, [1.0, 0.0, 2.0]), 0.0
    while True:
        try:
            t += next(m)
        except ZeroDivisionError:
            t += x
        except StopIteration:
            break
    return t


class _Checks:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        _at_most_one(self.v)
        return self

    def __exit__(self, *error):
        return False

    def __bool__(self):
        return _at_most_one(self.v) > 0.5

    def __lt__(self, other):
        return _at_most_one(self.v) < other.v

    def __contains__(self, v):
        return _at_most_one(self.v) > v

    def __iter__(self):
        if self.v > 1:
            raise KeyError
        return iter([self.v, self.v * 2])


@refused('runs by itself')
def context_that_fails_in_a_try(x):
    t = x
    try:
        with _Checks(x) as c:
            t += c.v
    except KeyError:
        t = t * x
    return t


@refused('runs by itself')
def truth_that_fails_in_a_try(x):
    t = x
    try:
        t += x if _Checks(x) else 1.0
    except KeyError:
        t = t * x
    return t


@refused('runs by itself')
def order_that_fails_in_a_try(x):
    t = x
    try:
        t += x if _Checks(x) < _Checks(2 * x) else 1.0
    except KeyError:
        t = t * x
    return t


@refused('runs by itself')
def test_that_fails_in_a_try(x):
    t = x
    try:
        t += x if 0.1 in _Checks(x) else 1.0
    except KeyError:
        t = t * x
    return t


@refused('runs by itself')
def loop_that_fails_to_begin(x):
    t = x
    try:
        for v in _Checks(x):
            t += v
    except KeyError:
        t = t * x
    return t


@refused('may fail at its items')
def items_that_do_not_fit(x):
    t = x
    try:
        for a, b in [(x, 2.0), (2.0, x, x)]:
            t += a * b
    except ValueError:
        t = t * x
    return t


def _made_class():
    class M:
        def a(self, v):
            return v * 3

        def b(self, v):
            return v**2

    return M


@refused('that another function makes')
def methods_of_a_class_that_is_made(x):
    M = _made_class()
    for m in [M.a, M.b]:
        x = m(M(), x)
    return x


@refused('__name__ is of a function that is made here')
def name_of_a_lambda(x):
    g = lambda z: z * x
    return g(x) if g.__name__ == '<lambda>' else 0.0 * x


@refused('__doc__ is of a function that is made here')
def text_of_an_inner_function(x):
    def squares(z):
        "Squares."
        return z * z

    return squares(x) * len(squares.__doc__)


@refused('__name__ is of a function that is made here')
def name_from_wraps(x):
    def named(f):
        @functools.wraps(f)
        def wrapper(*args):
            return f(*args)

        return wrapper

    @named
    def twice(z):
        return 2 * z

    return twice(x) * (1 if twice.__name__ == 'twice' else 5)


class _Lack(Exception):
    def __init__(self, need):
        self.need = need


class _Gap(_Lack):
    pass


def _lacks(x, k):
    if k == 1:
        raise _Lack(x)
    if k == 2:
        raise _Gap(x * x)
    return x


def _raised_again(x, k):
    try:
        return _lacks(x, k)
    except _Lack as e:
        if e.need > 1.5:
            raise
        return e.need * 7


@refused('.need of an exception')
def attribute_set_in_a_handler(x):
    try:
        if x > 0:
            raise _Lack(x)
        t = x
    except _Lack as e:
        e.need = e.need * 2
        t = e.need
    return t


@refused('.need of an exception')
def raised_again_as_one_of_two(x):
    t = 0.0
    for k in range(3):
        try:
            t += _raised_again(x, k)
        except _Gap as e:
            t += 10 * e.need
        except _Lack as e:
            t += 100 * e.need
    return t


@refused('.need of an exception')
def kept_beyond_its_handler(x):
    last = None
    for k in (1, 2):
        try:
            _lacks(x, k)
        except _Lack as e:
            last = e
    return last.need * x if last is not None else x


@refused('.args of an exception')
def argument_of_a_key_error(x):
    t = 0.0
    for k in 'ab':
        try:
            t += {'a': x}[k]
        except KeyError as e:
            t += len(e.args[0]) * x
    return t


@refused('.args of an exception')
def raised_again_by_an_inner_function(x):
    log = []

    def inner(a):
        if a > 1:
            raise ArithmeticError(a * 2)
        return a

    def outer(a):
        try:
            return inner(a)
        except ArithmeticError as e:
            log.append(e.args[0])
            raise

    try:
        t = outer(x)
    except ArithmeticError as e:
        t = e.args[0] ** 2
    return t + sum(log)


@refused('call one by its name, in an `if` for each choice')
def method_of_a_dict_or_none(x):
    d = {'a': x}
    get = None
    if x > 1:
        get = d.get
    v = get('a') if get else 2.0
    return v * x


@refused('call one by its name, in an `if` for each choice')
def method_of_a_list_or_none(x):
    items = [x, 2.0, x * x]
    (items.reverse if x > 0 else None)()
    return items[0] * 3 + items[1]


@refused('what this method gives')
def method_of_one_of_two_dicts(x):
    d = {'a': 1.0}
    d = {'a': x}
    return sum(map(d.get, 'a')) * x


@refused('call one by its name, in an `if` for each choice')
def next_of_an_iterator_or_none(x):
    it = iter([x, 2.0, x * x])
    take = it.__next__ if x > 1 else None
    v = take() if take else 2.0
    return v * x


@refused('in the except around it only')
def raise_alone_in_another_function(x):
    def again():
        raise

    try:
        raise ValueError
    except ValueError:
        try:
            try:
                y = x * 2
                raise KeyError
            except KeyError:
                again()
        except KeyError:
            y = y * x
        except ValueError:
            y = y * 7
    return y * x


@refused('no derivative for contextlib.contextmanager')
def context_with_the_variable_of_another_function(x):
    s = x

    @contextlib.contextmanager
    def scaled(k):
        nonlocal s
        s = s * k
        try:
            yield s
        finally:
            s = s * 2

    def run():
        s = 2.0
        with scaled(x) as a:
            s = s * a
        return s

    return run() * s


@refused('hands an iterator to')
def one_of_several_of_an_iterator(x):
    f = min if x > 1 else max
    return f(v * x for v in [x, 2.0])


class Listed(collections.deque):
    def total(self):
        return sum(self)


@refused('which is a deque by inheritance')
def deque_by_inheritance(x):
    return Listed([x, 2 * x]).total()


def catches(types, v):
    try:
        if v > 0:
            raise KeyError(v)
        return v
    except types:
        return 2 * v
    except ValueError:
        return 5 * v


@refused('`except` of a variable beside another handler')
def classes_under_a_name(x):
    return catches((KeyError, IndexError), x)


@dataclasses.dataclass
class Placed:
    at: float
    list: list = None


@refused('dataclass of numbers, arrays, lists and tuples only')
def list_or_none_of_a_dataclass(x):
    return sum(dataclasses.asdict(p)['at'] for p in [Placed(x), Placed(x, [x])])


def weighed(a=1.0, b=2.0, c=0.5):
    return a * b + c


@refused("unexpected or repeated argument 'b'")
def partial_given_a_place_again(x):
    total = 0.0
    for g in [functools.partial(weighed, b=x), functools.partial(weighed, c=x)]:
        try:
            total += g(x, 3.0)
        except TypeError:
            total += 100 * x
    return total


class Asked:
    def __init__(self, x):
        self.x, self.times = x, 0.0

    @property
    def scaled(self):
        self.times += self.x
        return functools.partial(weighed, b=self.x)


@refused('would evaluate this twice')
def partial_of_a_property(x):
    asked = Asked(x)
    return asked.scaled(1.0) + asked.times


class FirstItems:
    def __init__(self, p):
        self.p = p

    def __getitem__(self, k):
        return (self.p, 2.0)[k]


class AndIterated(FirstItems):
    def __iter__(self):
        yield self.p * 3.0


@refused('that have __iter__ and those that do not')
def items_or_an_iterator(x):
    return sum(w for o in (FirstItems(x), AndIterated(x)) for w in o)


@refused('of a deque')
def slice_of_a_deque(x):
    try:
        return collections.deque([x, 2.0])[1:][0]
    except TypeError:
        return x * x


@refused('of a deque')
def deque_repeated(x):
    return sum(v * k for k, v in enumerate(collections.deque([x, 2.0], maxlen=2) * 2))


@refused('follows .items()')
def items_compared(x):
    a, b = {'q': 1, 'r': 2}, {'r': 2, 'q': 1}
    return x * 3 if a.items() == b.items() and {'s': x} else x


@refused('which kind of dict')
def dict_joined_with_an_ordered_one(x):
    joined = {'z': x} | collections.OrderedDict(b=1.0)
    return x * 3 if type(joined) is dict else x


@refused('longer or shorter in a try')
def dict_that_grows_in_its_loop(x):
    d = {'a': x}
    try:
        for k in d:
            d[k + 'b'] = 1.0
    except RuntimeError:
        return x * 3
    return x


@refused('a test that fails in a try')
def item_asked_of_none(x):
    row = [x, 3.0] if x > 5 else None
    try:
        return x if 3.0 in row else 2 * x
    except TypeError:
        return 3 * x


@refused('of the object or of its class')
def attribute_of_an_object_or_of_its_class(x):
    held = [Asked(x), Empty()][int(x < 1)]
    Empty.n = x
    return getattr(held, 'n', 2.0)


@refused('a test that fails in a try')
def none_among_what_is_compared(x):
    total = 0.7
    for v in [x, None, 0.7]:
        try:
            if v > 1:
                total += v
        except TypeError:
            total *= x
    return total


@refused("doesn't support item deletion")
def item_of_a_tuple_deleted(x):
    c = tuple([x, 0.7])
    try:
        del c[0]
    except TypeError:
        return x * x
    return c[0]


@refused('abs() of numbers and arrays')
def abs_of_a_tuple(x):
    try:
        return sum(abs((x, -0.7)))
    except TypeError:
        return x * x


@refused('of sets only')
def set_joined_with_a_list(x):
    s = {'a'}
    try:
        s |= ['q']
        return x * 2
    except TypeError:
        return x * x


@refused("'set' object has no attribute 'popitem'")
def dict_method_of_a_set(x):
    s = {'a', 'b'}
    try:
        s.popitem()
        return x * 2
    except AttributeError:
        return x * x


@refused('whether .zz is there')
def made_up_by_a_class_of_the_function(x):
    class Here:
        def __getattr__(self, n):
            return x * len(n)

    return x * getattr(Here(), 'zz', 5.0)


@refused('behind this del')
def attribute_of_the_class_behind_one_deleted(x):
    class Here:
        k = x

        def __init__(self):
            self.k = 0.7

    here = Here()
    del here.k
    try:
        return here.k * 2
    except AttributeError:
        return 7.0 * x


@refused('of what may be None')
def deques_added_or_none(x):
    row = collections.deque([x]) if x > 5 else None
    try:
        return (row + row)[0]
    except TypeError:
        return x * x


class OneOfTwo:
    q = 0.5


class OtherOfTwo:
    q = 0.1


@refused('whose .q this sets')
def attribute_of_a_chosen_class(x):
    cls = OneOfTwo if x > 5 else OtherOfTwo
    cls.q = x
    return cls.q * 2


@refused('takes no arguments')
def first_item_of_a_plain_dict(x):
    d = {'a': x, 'b': 2.0}
    try:
        return d.popitem(last=False)[1]
    except TypeError:
        return x * x


class SurelyTrue:
    def __bool__(self):
        return True


@refused('ask whether it is None before')
def truth_of_what_may_be_none(x):
    held = SurelyTrue() if x > 5 else None
    try:
        return x + bool(held)
    except TypeError:
        return x * x


@refused('a test that fails in a try')
def truth_of_an_array_in_a_try(x):
    v = np.array([x, 2.0])
    try:
        for t in v or ():
            x += t
    except ValueError:
        x = x * x
    return x


@refused('a step of 0')
def range_without_a_step(x):
    total, step = x, int(x < 1)
    try:
        for _ in range(0, 4, step):
            total += x
    except ValueError:
        total = x * x
    return total


@refused('does with this object')
def sum_of_a_list_of_objects(x):
    return np.sum([AddedUp(x), AddedUp(x)])


class AddedUp:
    def __init__(self, p):
        self.p = p

    def __add__(self, o):
        return self.p + o.p


@refused('there may be None')
def array_with_none_in_it(x):
    w = x if x > 5 else None
    a = np.array([x, w])
    return a[0] * x if a[1] is None else a[1] * 3.0


@refused('what a missing key does')
def dict_or_defaultdict(x):
    d = {'a': x} if x > 5 else collections.defaultdict(float)
    try:
        d['z'] += x
    except KeyError:
        return x * x
    return d['z']


@refused('an if for each kind')
def slice_of_a_dict_or_a_list(x):
    held = {0: x} if x > 5 else [0.5, x]
    return np.sum(held[1:])


class WithANumber:
    q = 0.9


class WithNone:
    q = None


@refused('a class or a function in one case, and an object in another')
def class_or_object(x):
    held = WithANumber if x < 5 else WithNone()
    return x if held.q is None else held.q * x


@refused('ask before whether it is')
def copy_of_what_may_be_none(x):
    row = [x] if x > 5 else None
    try:
        u = copy.copy(row)
        return x if u is None else u[0] * x
    except TypeError:
        return x * x


@refused('an index that may be None')
def index_of_several_kinds(x):
    v, k = np.array([x, 2.0, 3.0]), int(x)
    place = (x, 1.0) if k == 5 else [x] if k == 6 else None
    try:
        v[place] = x * 2
        return v[0] * x
    except (TypeError, IndexError):
        return x * 5.0


@refused('a test that fails in a try')
def compared_with_a_dict(x):
    def asked(k):
        d = {'a': x}
        try:
            c = k < d
            return x * 3.0
        except TypeError:
            return x * x

    try:
        return asked(1) + 1.0
    except TypeError:
        return x * 7.0


class OrderedByLess:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v


@refused('a test that fails in a try')
def compared_by_what_the_class_lacks(x):
    a, b = OrderedByLess(x), OrderedByLess(2 * x)
    try:
        big = a <= b
    except TypeError:
        big = x > 5
    return x * (2 if big else 3)


@functools.singledispatch
def by_class_of(v, x):
    return v * v + 5.0


@by_class_of.register(bool)
def _(v, x):
    return x


@refused('which of the registered functions')
def dispatched_by_a_number_in_turn(x):
    return sum(by_class_of(v, x) for v in [True, x])


@refused('a number or an array')
def stacked_in_turn(x):
    box = [np.array([x, 2.0]), x]
    box[0], box[1] = box[1], box[0]
    y = box[1]
    return np.sum(np.stack((y, y), axis=-1) ** 2)


@refused('no derivative for numpy.fromfunction')
def default_handed_to_a_library(x):
    return np.fromfunction(lambda i, a=x: a * i, (4,)).sum()


@refused('no derivative for numpy.fromfunction')
def partial_handed_to_a_library(x):
    return np.fromfunction(functools.partial(math.dist, x), (4,)).sum() if x > 5 else x


@refused('whether this text tells')
def text_read_by_a_library(x):
    return json.loads(f'[{x}]')[0]


@refused('whether this text tells')
def text_matched(x):
    return float(re.match(r'[\d.e+-]+', str(x)).group())


@refused('whether this text tells')
def text_as_a_decimal(x):
    return float(decimal.Context(prec=20).create_decimal(str(x)))


@refused('whether this text tells')
def text_in_a_buffer(x):
    buffer = io.StringIO()
    print(x, file=buffer)
    return float(buffer.getvalue())


@refused('whether this text tells')
def text_as_bytes(x):
    return float(str(x).encode().decode())


class Shelf(enum.Enum):
    TOP = 1

    def __init__(self, v):
        self.data = {}

    def put(self, k, v):
        self.data[k] = v


@refused('does not follow a change of .data')
def written_in_a_member(x):
    Shelf.TOP.put('k', x)
    return Shelf.TOP.data['k'] * x


@refused('takes no 3 arguments')
def too_many_for_a_method(x):
    try:
        v = {'a': x}.get('a', 1.0, 2.0)
    except TypeError:
        v = 3 * x
    return v


@refused('takes no 2 arguments')
def too_many_for_a_function(x):
    try:
        return sorted([2 * x, x], None)[0]
    except TypeError:
        return 3 * x


@refused('must be None or integers from 0 on')
def a_part_from_behind(x):
    try:
        return sum(itertools.islice([x, 2.0], -1))
    except ValueError:
        return x * x


@refused('Python makes a RuntimeError of it')
def stopped_within_a_generator(x):
    def pieces():
        yield x
        raise StopIteration

    s = 0.0
    try:
        for q in pieces():
            s += q
    except StopIteration:
        s *= 5
    except RuntimeError:
        s *= 3
    return s


@refused('whether np.diag shows this array')
def diagonal_of_what_is_written(x):
    a = (np.outer([x, 1.0], [x, 2.0]) if x > 1 else np.array([x, 2.0])) * 1.0
    d = np.diag(a)
    a *= 2.0
    return np.sum(d * a)


class Bag:
    def __init__(self, *v):
        self.v = list(v)

    def __iter__(self):
        return iter(self.v)


class CountsIterators(Bag):
    n = 0

    def __iter__(self):
        self.n += 1
        return iter(self.v)


@refused('asks this object for its iterator')
def generator_over_what_is_set_anew(x):
    bag = Bag(x, 2.0)
    doubled = (v * 2 for v in bag)
    bag.v = [7.0, 8.0]
    return sum(doubled)


@refused('asks this object for its iterator')
def map_over_what_is_set_anew(x):
    bag = Bag(x, 2.0)
    m = map(abs, bag)
    bag.v = [7.0, 8.0]
    return sum(m)


@refused('asks this object for its iterator')
def iterators_that_are_counted(x):
    bag = CountsIterators(x, 2.0)
    e = enumerate(bag)
    return x * bag.n + sum(i * v for i, v in e)


@refused('by way of .modules')
def read_from_the_modules(x):
    return sys.modules[__name__].__dict__['math'].sin(x) if x > 5 else x


@refused('the StopIteration of this next()')
def stopped_within_what_is_summed(x):
    it = iter([x, 2 * x])
    try:
        return sum(list(next(it) for _ in range(3)))
    except RuntimeError:
        return 3 * x
    except StopIteration:
        return 5 * x


@refused('the StopIteration of this next()')
def stopped_within_map(x):
    it = iter([x, 2 * x, 5 * x])
    try:
        return sum(map(lambda k: k * next(it), [1, 2, 3, 4]))
    except StopIteration:
        return 99.0


@refused('by way of import_module')
def imported_by_name(x):
    return importlib.import_module('math').sin(x)


@refused('by way of .__globals__')
def globals_of_a_function(x):
    return imported_by_name.__globals__['math'].sin(x)


def product(a, b):
    return a * b


trebled = functools.partial(product, b=3.0)


@refused('where e has another value')
def raised_alone_with_another_name(x):
    try:
        try:
            raise KeyError('a')
        except Exception as e:
            e = ValueError(e)
            raise
    except KeyError:
        return x * 2
    except ValueError:
        return x * 3


@refused('variables without a value')
def name_of_a_handler_is_deleted(x):
    e = 'abc'
    try:
        try:
            raise ValueError('a')
        except ValueError as e:
            pass
        return x * len(str(e))
    except NameError:
        return x * 8


class BagByMethod(Bag):
    def items(self):
        return self.v

    def __iter__(self):
        return iter(self.items())


@refused('asks this object for its iterator')
def generator_over_what_a_method_gives(x):
    bag = BagByMethod(x, 2 * x)
    doubled = (v * 2 for v in bag)
    bag.v = [9 * x]
    return sum(doubled)


@refused('which inner function this is')
def inner_function_that_is_compared(x):
    def squared(y):
        return y * y

    def chosen(g):
        return g(x) * (1.0 if g is squared else 7.0)

    return chosen(squared)


def keeps_in_its_default(t, kept=[]):
    kept.append(t)
    return sum(kept)


@refused('.__defaults__')
def read_by_way_of_a_default(x):
    del keeps_in_its_default.__defaults__[0][:]
    return keeps_in_its_default(x) * keeps_in_its_default.__defaults__[0][-1]


class Rated:
    rate = 0.5


class LowRated(Rated):
    pass


@refused('whose attributes these are')
def read_by_way_of_the_attributes_of_a_class(x):
    Rated.rate = x
    return Rated.__dict__['rate'] * x


@refused('.__subclasses__')
def read_by_way_of_what_inherits(x):
    Rated.rate = x
    return sum(c.rate for c in Rated.__subclasses__())


class InASet:
    t = 0.5


in_a_set = InASet()
a_set, keys_of_objects = {in_a_set}, {in_a_set: 2.0}
held_list, held_array = [0.5, 0.2], np.array([0.5, 0.2])
of_objects, masked = np.array([held_list, [1.0]], dtype=object), np.ma.masked_array(held_array, copy=False)


@refused('what a set, the keys of a dict or an array of objects')
def object_that_a_set_holds(x):
    in_a_set.t = x
    return next(iter(a_set)).t


@refused('what a set, the keys of a dict or an array of objects')
def object_set_by_way_of_a_set(x):
    for o in a_set:
        o.t = x
    return in_a_set.t


@refused('reads what is written outside')
def object_that_is_a_key(x):
    in_a_set.t = x
    return sum(o.t * w for o, w in keys_of_objects.items())


@refused('reads what is written outside')
def list_in_an_array_of_objects(x):
    held_list[0] = x
    return of_objects[0][0] * x


@refused('reads what is written outside')
def array_behind_a_mask(x):
    held_array[0] = x
    return float(masked[0])


shown_scale = 2.0
by_name = globals()


@refused('an object beside its __dict__')
def global_by_the_dict_of_the_module(x):
    global shown_scale
    shown_scale = x * 3.0
    return by_name['shown_scale'] * x


@refused('an object beside its __dict__')
def global_among_all_of_the_module(x):
    global shown_scale
    shown_scale = x * 3.0
    return sum(v for k, v in by_name.items() if k == 'shown_scale') * x


class Shown:
    scale = 2.0


of_shown = Shown.__dict__


@refused('reads what is written outside')
def attribute_by_the_dict_of_its_class(x):
    Shown.scale = x * 3.0
    return of_shown['scale'] * x


def with_attribute(x):
    return x


with_attribute.scale = 2.0
of_function = with_attribute.__dict__


@refused('reads what is written outside')
def attribute_by_the_dict_of_its_function(x):
    with_attribute.scale = x * 3.0
    return of_function['scale'] * x


class Meta(type):
    scale = 1.0


class Scaled(metaclass=Meta):
    pass


@refused('.scale of a metaclass')
def attribute_of_a_metaclass(x):
    Meta.scale = x
    return Scaled.scale


counted = 0.63


def counts_on(k):
    global counted
    counted = counted * k + 0.1
    return k * counted


@refused('cannot follow what')
def key_that_sets_a_global(x):
    return x * max([0.5, 0.3], key=counts_on) * counted


crowd = {InASet(): 2.0 for _ in range(6000)}
first_of_the_crowd = next(iter(crowd))


@refused('reads what is written outside')
def object_that_is_a_key_among_thousands(x):
    first_of_the_crowd.t = x
    return next(iter(crowd)).t


# Memos that outlive the call: what a plain call left in them is found again, as a constant

_memo = {}


@refused('of a dict that was there before')
def memo_of_the_module(x):
    if x not in _memo:
        _memo[x] = x * x
    return _memo[x]


@refused('of a dict that was there before')
def memo_poured_outside(x):
    _memo.update({x: x * x})
    return _memo[x]


def _memoized(f):
    known = {}

    def found(t):
        if t not in known:
            known[t] = f(t)
        return known[t]
    return found


@_memoized
def _memo_cubed(t):
    return t**3


@refused('of a dict that was there before')
def memo_of_a_decorator(x):
    return _memo_cubed(x)


@refused('of a dict that was there before')
def memo_as_a_default(x, memo={}):
    if x not in memo:
        memo[x] = x * x
    return memo[x]


@refused('keys of this dict carry a derivative')
def greatest_key(x):
    return max({x: 1.0, 3 * x: 2.0}) * x


@refused('keys of this dict carry a derivative')
def keys_of_pairs(x):
    return sum(k for k in dict(zip([x, 2 * x], [1.0, 2.0])))


# Other ways to what is written outside

_kept_array = np.array([1.0, 2.0])
_kept_list = [1.4, 0.3, 2.0]
_kept_in = {'w': _kept_array}
_kept_sum, _kept_first = functools.partial(np.sum, _kept_array), functools.partial(lambda v: v, _kept_list)
_kept_view = memoryview(_kept_array)


@refused('does not follow a change of .args')
def partial_of_a_library_function(x):
    _kept_in['w'] *= x
    return _kept_sum() * x


@refused('does not follow a change of .args')
def partial_that_gives_what_is_changed(x):
    _kept_first().pop(0)
    return x * _kept_list[0]


@refused('does not follow memoryview')
def memory_of_an_array_in_a_dict(x):
    _kept_in['w'] *= 2.0
    return _kept_view[0] * x


class Borg:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state


_borg, _other_borg = Borg(), Borg()
_borg.v = 2.0


@refused('another object that has the same')
def objects_of_one_dict(x):
    _borg.v = x
    return _other_borg.v * x


class _Scale:
    def __init__(self):
        self.s = 2.0

    def scaled(self, x):
        return self.s * x


_scale = _Scale()
_of_a_method = functools.partial(_scale.scaled)


@refused('does not follow what this method changes')
def partial_of_a_method_of_what_is_changed(x):
    _scale.s = x * x
    return _of_a_method(x)


@refused('.permutation() draws along the first axis')
def columns_in_another_order(x):
    return np.random.default_rng(3).permutation(x * np.eye(3), 1)[0, 1]


@refused('.shuffle() draws along the first axis')
def columns_shuffled(x):
    m = x * np.eye(3)
    np.random.default_rng(3).shuffle(m, 1)
    return m[0, 1]


@refused('loses rows of an array')
def rows_shuffled_by_python(x):
    m = np.arange(8.0).reshape(4, 2) * x
    random.shuffle(m)
    return m[0, 0]


@refused('draws from values that have a name')
def drawn_from_what_is_drawn(x):
    rows = [[x, 2.0], [3 * x, x]]
    return random.choice(rows[random.randrange(2)])


@refused('draws from a deque')
def shuffled_deque(x):
    items = collections.deque([x, 2.0])
    random.shuffle(items)
    return items[0]


@refused("name 'no_such_name' is not defined")
def name_before_a_call_in_a_try(x):
    items = [x]
    try:
        items[0] = no_such_name + items.pop()
    except NameError:
        items.append(x * 3)
    return sum(items)


@refused("name 'no_such_name' is not defined")
def name_alone_in_a_try(x):
    y = x
    try:
        y = x * 3
        z = no_such_name
        y = x * 5
    except NameError:
        pass
    return y


class RateOfTuple(collections.namedtuple('RateOfTuple', 'a')):
    def __call__(self, x):
        return self.a * x


@refused('cannot tell which function r is')
def tuple_that_is_called(x):
    r = RateOfTuple(x)
    return r(2.0) if callable(r) else x * 7


class Totals:
    """Each step changes the object: how far it is run over matters."""

    def __init__(self, b):
        self.b, self.total = b, 0.0

    def __iter__(self):
        for k in range(10):
            self.total += self.b * k
            yield self.total


class Logs:
    def __init__(self, b):
        self.b, self.n = b, 0.0

    def __getitem__(self, k):
        if k >= 4:
            raise IndexError
        self.n += self.b
        return k * self.b


class Draws:
    def __init__(self, b, rng):
        self.b, self.rng = b, rng

    def __iter__(self):
        for _ in range(10):
            yield self.b * self.rng.normal()


@refused('takes all of this iterator at once')
def islice_of_steps(x):
    s = Totals(x)
    return sum(itertools.islice(s, 3)) + s.total**2


@refused('takes all of this iterator at once')
def islice_of_draws(x):
    rng = np.random.default_rng(0)
    return sum(itertools.islice(Draws(x, rng), 3)) + x * rng.normal()


@refused('takes a part of an iterator here')
def any_of_steps(x):
    log = Logs(x)
    return (1.0 if any(log) else 2.0) * x + log.n**2


@refused('takes a part of an iterator here')
def any_of_draws(x):
    rng = np.random.default_rng(0)
    return (1.0 if any(v > 0.5 for v in Draws(x, rng)) else 2.0) * x + x * rng.normal()


@refused('takes a part of an iterator here')
def all_of_an_endless_one(x):
    class Endless:
        def __iter__(self):
            while True:
                yield x

    return x * (1.0 if all(v < 0 for v in Endless()) else 2.0)


class Same(list):
    def __eq__(self, other):
        return isinstance(other, Same) and len(self) == len(other)


class Lower(dict):
    def __contains__(self, key):
        return super().__contains__(key.lower())


class Doubles(list):
    def __iter__(self):
        return iter([e * 2 for e in list.__iter__(self)])


class Wraps:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return isinstance(self.v, list)


class Plain(dict):
    pass


@refused('which may tell what stands for Same')
def equality_that_asks_for_the_class(x):
    return x if Same([x]) == Same([1.0]) else 2 * x


@refused('which may tell what stands for Lower')
def membership_by_super(x):
    return x if 'A' in Lower(a=x) else 2 * x


@refused('which may tell what stands for Same')
def another_class_that_asks(x):
    return x if Wraps(Same([x])) else 2 * x


@refused('which may tell what stands for Doubles')
def key_that_asks(x):
    return x * max([Doubles([2.0]), Doubles([1.0])], key=lambda q: q[0] if isinstance(q, Doubles) else -q[0])[0]


@refused('does not know what np.sum does with this object')
def numpy_of_an_iterator_of_its_own(x):
    r = Doubles([x, 1.0])
    return np.sum(r)


@refused('pattern in brackets')
def matched_in_brackets(x):
    match Same([x, 2.0]):
        case [p, q]:
            return p * q + 1.0
    return x


@refused('a view of this that is kept')
def kept_view_of_a_dict_by_inheritance(x):
    d = Plain(a=x)
    names = d.keys()
    d['b'] = x
    return len(names) * x


@refused('loop over a list of it')
def loop_that_resizes_in_a_try(x):
    d = Plain(a=x, b=2.0)
    try:
        for k in d:
            d[k + 'q'] = 1.0
    except RuntimeError:
        return x * 5
    return x


@refused('does not put this into an array')
def put_into_an_array(x):
    h, w = Plain(a=x), np.zeros(2)
    r = Same([x, 1.0])
    w[:] = r
    return w.sum() + len(h)


@refused('make a list or dict of it')
def written_as_json(x):
    a = Same([1.0])
    return len(json.dumps(a)) * x


@refused('in one case, and a list or dict in another')
def slice_or_itself(x):
    a = Same([x])
    b = a
    if x > 0:
        b = a[:]
    return sum(b)


@contextlib.contextmanager
def with_else(log, by):
    try:
        yield by
    except ValueError:
        log.append(by)
    else:
        log.append(10 * by)


@refused('cannot put the text of with_else')
def context_with_else_that_is_left(x):
    log = []
    for k in range(2):
        with with_else(log, x):
            if k == 1:
                continue
    return sum(log)


class Counting:
    """Keeps a state of its own."""

    def __init__(self):
        self.n = 0

    def __get__(self, obj, owner=None):
        self.n += 1
        return obj._a * self.n

    def __set__(self, obj, value):
        obj._a = value


class WithCounting:
    a = Counting()


@refused('what setting .a runs')
def descriptor_that_counts(x):
    h = WithCounting()
    h.a = x
    return h.a * 3 + h.a


class Slot:
    """Under a name of its own in each object."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        setattr(obj, self.name, value)


class FirstSlot:
    m = Slot('x')
    x = y = 1.0


class SecondSlot:
    m = Slot('y')
    x = y = 1.0


@refused('which class sets .m')
def descriptors_of_two_classes(x):
    t = 0.0
    for o in (FirstSlot(), SecondSlot()):
        o.m = x
        t += o.x * 2 + o.y * 5
    return t


class CountingElsewhere(Counting):
    """Counts in a method that Python does not call by itself."""

    def count(self):
        self.n += 1

    def __get__(self, obj, owner=None):
        self.count()
        return obj._a * self.n


class WithCountingElsewhere:
    a = CountingElsewhere()


@refused('what setting .a runs')
def descriptor_that_counts_elsewhere(x):
    h = WithCountingElsewhere()
    h.a = x
    return h.a * 3 + h.a


class Sums:
    def __init__(self, by):
        self.by, self.total = by, 0.0

    @property
    def following(self):
        self.total += self.by
        return self.total

    def __iter__(self):
        for _ in range(5):
            self.total += self.by
            yield self.total


class SumsOfAnother:
    def __init__(self, sums):
        self.sums = sums

    def __iter__(self):
        for v in self.sums:
            yield v


class SumsByProperty(Sums):
    def __iter__(self):
        for _ in range(5):
            yield self.following


def noted(x, log):
    for k in range(5):
        log.append(x)
        yield x * k


@refused('all of this iterator at once')
def iterator_of_another_class(x):
    sums = Sums(x)
    return sum(itertools.islice(SumsOfAnother(sums), 2)) + sums.total


@refused('all of this iterator at once')
def iterator_by_a_property(x):
    sums = SumsByProperty(x)
    return sum(itertools.islice(sums, 2)) + sums.total


@refused('takes a part of an iterator')
def iterator_of_a_generator(x):
    log = []
    held = SumsOfAnother(noted(x, log))
    far = any(v > 0.5 for v in held)
    return sum(log) * (2.0 if far else 1.0)


class Deeper:
    level = 1

    def __enter__(self):
        Deeper.level += 1

    def __exit__(self, *error):
        Deeper.level -= 1


@refused('Deeper.__enter__ changes')
def entered_by_a_stack(x):
    with contextlib.ExitStack() as stack:
        stack.enter_context(Deeper())
        y = x * Deeper.level
    return y


NOTES = [1.0]


class Noting:
    def __enter__(self):
        NOTES.append(5.0)

    def __exit__(self, *error):
        NOTES.append(6.0)


@refused('Noting.__enter__ changes')
def noted_by_a_stack(x):
    with contextlib.ExitStack() as stack:
        stack.enter_context(Noting())
        y = x * NOTES[-1]
    return y


NAMES_MADE_UP = {'a', 'b'}


class OfAnyName:
    def op_a(self, x):
        return x * 2

    def __getattr__(self, name):
        return lambda v: v * 10


@refused('cannot tell which attribute this is')
def names_made_up_by_the_class(x):
    o = OfAnyName()
    return sum(getattr(o, 'op_' + text)(x) for text in sorted(NAMES_MADE_UP))


class Priced(collections.namedtuple('Priced', 'amount price')):
    price = 9.0


@refused('says itself what the field price is')
def field_that_the_class_says_anew(x):
    return Priced(x, x * 2).price * x


@refused('says itself what the field price is')
def replaced_with_a_field_said_anew(x):
    return Priced(x, x * 2)._replace(amount=x)[1]


FIELDS = np.dtype([('place', float, 2), ('mass', float)])


@refused('arrays with fields')
def array_with_fields(x):
    bodies = np.zeros(3, dtype=FIELDS)
    bodies['place'][1] = x, -x
    return bodies['place'].sum() + x


def divided_in_place(a):
    a /= np.array([2.0, 0.0])


@refused('may have been changed when NumPy raises')
def partly_written_by_a_helper(x):
    a = np.array([x, x])
    with np.errstate(all='raise'):
        try:
            divided_in_place(a)
        except FloatingPointError:
            pass
    return a[0] + x


@refused('whether this array holds whole numbers')
def grid_of_integers_or_floats(x):
    s = 0.0
    for n in (2, 3.0):
        places = np.mgrid[0:n]
        places[0] = x
        s = s + places.sum()
    return s


@refused('.put() of these arguments')
def put_at_truths(x):
    a = np.array([x, 2.0, 3.0])
    a.put([True, False, True], x * x)
    return a.sum()


class Doubling:
    def __init__(self, x):
        self.held = {'a': x, 'b': 2 * x}

    def doubled(self):
        self.held['a'] = self.held['a'] * 10
        return [1.0, 2.0]

    def total(self):
        s = 0.0
        for v, w in zip(self.held.values(), self.doubled()):
            s += v * w
        if s > 500:
            raise ValueError
        return s


@refused('a view of a dict that is kept')
def view_beside_a_call_that_changes_its_dict(x):
    try:
        return Doubling(x).total()
    except ValueError:
        return x


TELLS = 'whether this text tells a value'


def as_text(v):
    return f'{v:.6f}'


@refused(TELLS)
def text_of_a_helper(x):
    return float(as_text(x)) * x


@refused(TELLS)
def texts_of_both_kinds_in_a_list(x):
    log = [f'{x:.3f}', '2.5']
    return sum(float(t) for t in log) * x


@refused(TELLS)
def text_of_one_side(x):
    t = '1.5' if x > 2 else f'{x:.9f}'
    return float(t) * x


@refused(TELLS)
def part_of_a_text(x):
    line = 'v=%s;%s' % (x, 3)
    return x * float(line.split(';')[0][2:])


@refused(TELLS)
def text_joined(x):
    parts = ['1.0', '2.0']
    parts.append('%.12f' % x)
    line = ','.join(parts)
    return sum(float(v) for v in line.split(','))


@refused(TELLS)
def text_of_a_later_trip(x):
    s = ''
    for k in range(3):
        s += '1'
        if k == 1:
            s = f'{x:.10f}'
    return float(s) * 2


class Label:
    def __init__(self):
        self.text = '1.5'


@refused(TELLS)
def text_of_an_attribute_set_later(x):
    w = Label()
    a = float(w.text) * x
    w.text = str(x)
    return a + float(w.text)


@refused(TELLS)
def text_that_is_none_of_some(x):
    s = str(x)
    if s != 'nan':
        return float(s) * 2
    return x


class Couple:
    def __init__(self, a, b):
        self.b = b
        self.a = a


@refused('what vars() reads')
def kept_values_of_vars(x):
    o = Couple(x, 2 * x)
    v = vars(o).values()
    o.c = x * x
    return sum(v)


@refused('.__dict__')
def kept_keys_of_attributes(x):
    o = Couple(x, 2 * x)
    v = o.__dict__.keys()
    o.c = x * x
    return len(v) * x


def cubes_an_attribute(o, x, answer):
    o.a = x**3
    return answer


@refused('what vars() reads')
def key_that_changes_what_vars_shows(x):
    o = Couple(x, 2 * x)
    return vars(o)[cubes_an_attribute(o, x, 'a')] * x


@refused('what vars() reads')
def default_that_changes_what_vars_shows(x):
    o = Couple(x, 2 * x)
    return vars(o).get('a', cubes_an_attribute(o, x, 1.0)) * x


@refused('what vars() reads')
def argument_that_changes_what_vars_shows(x):
    o = Couple(x, 2 * x)
    return dict(vars(o), z=cubes_an_attribute(o, x, 1.0))['a']


@refused('what vars() reads')
def view_of_vars_in_a_zip(x):
    o = Couple(x, 2 * x)
    pairs = zip(vars(o).values(), [1.0, 2.0])
    o.a = x * x
    return sum(v * w for v, w in pairs)


@refused('the StopIteration of this next()')
def stop_in_a_try_that_catches_others(x):
    def pieces():
        it = iter([x])
        try:
            yield next(it)
            yield next(it)
        except ValueError:
            yield 5.0

    total = 0.0
    try:
        for v in pieces():
            total += v
    except RuntimeError:
        return x**3 + total
    except StopIteration:
        return total
    return total


@refused('cannot be concatenated')
def numbers_concatenated(x):
    try:
        return operator.concat(x, 1.0)
    except TypeError:
        return x**3


@refused('cannot be concatenated')
def arrays_concatenated(x):
    try:
        return operator.concat(np.array([x]), np.array([1.0]))[0]
    except TypeError:
        return x**3


@refused(TELLS)
def text_of_a_width_that_tells(x):
    s = str(x)
    return float(f'{"":{s[:1]}>3}' + '.5') * x


class CachedCounting:
    def __init__(self, b):
        self.b, self.n = b, 1.0

    @functools.cached_property
    def area(self):
        self.n *= 2.0
        return self.b**2


@refused('what asking for .area changes')
def asked_for_what_is_computed_then(x):
    c = CachedCounting(x)
    if hasattr(c, 'area'):
        c.b = 3 * x
    return c.area * c.n


class KeptUnderItsName:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return obj.__dict__[self.name]

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value


class WithKeptUnderItsName:
    a = KeptUnderItsName()

    def __init__(self, a):
        self.a = a


@refused('which attribute this is')
def kept_under_the_name_of_the_descriptor(x):
    return WithKeptUnderItsName(x).a * x


class CachedValue:
    def __init__(self, b):
        self.b = b

    @functools.lru_cache
    def value(self, k=1):
        return self.b * k


@refused('when a method runs again')
def method_whose_cache_is_cleared(x):
    o = CachedValue(x)
    a = o.value(2)
    o.b = x * x
    CachedValue.value.cache_clear()
    return a + o.value(2)


@refused('or is in its cache')
def cached_method_as_a_value(x):
    f = CachedValue(x).value
    return f(2)


@refused('or is in its cache')
def cached_method_with_a_keyword(x):
    return CachedValue(x).value(k=2)


@refused('by its parameters')
def drawn_by_a_negative_scale(x):
    try:
        return np.random.default_rng(0).normal(0.0, -x)
    except ValueError:
        return 3 * x


@refused('names for what is drawn here')
def drawn_for_a_place_and_a_value(x):
    rng, v = np.random.default_rng(1), np.zeros(3)
    v[rng.integers(3)] += x * rng.random()
    return v @ np.array([1.0, 2.0, 3.0])


@refused('before another argument may change it')
def view_before_what_changes_the_dict(x):
    d = {'a': x, 'b': 2.0}

    def more():
        d['c'] = x * x
        return 2.0

    return (lambda values, k: sum(values) * k)(d.values(), more())


@refused('an iterator that changes things')
def too_many_of_an_iterator(x):
    n = [x]

    def f(v):
        n[0] *= 2
        return v

    try:
        a, b = map(f, [x, x, x, x])
    except ValueError:
        pass
    return n[0]


class TimesItself:
    def __init__(self, v):
        self.v = v

    def __mul__(self, k):
        self.v = self.v * k
        return self.v

    def __lt__(self, other):
        return self.v < other.v


@refused('at another moment than Python does')
def zipped_products_of_what_changes(x):
    both = [TimesItself(x), TimesItself(2 * x)]
    for _ in zip((o * 3 for o in both), [1.0]):
        pass
    return both[1].v


@refused('changes after it is given')
def greatest_of_what_changes_later(x):
    a, b = TimesItself(x), TimesItself(2.0)

    def g():
        yield a
        yield b
        a.v = 3 * x

    return max(g()).v


@refused('assigns a name twice')
def class_that_assigns_twice(x):
    class C:
        a = 3 * x
        b = a
        a = 2.0

    return C.a * x


@refused('a cache that forgets')
def cache_of_one(x):
    kept = [x]

    @functools.lru_cache(maxsize=1)
    def f(k):
        return k * kept[0]

    f(1), f(2)
    kept[0] = 5 * x
    return f(1)


@refused('by the names of its parameters')
def cache_by_name(x):
    kept = [x]

    @functools.cache
    def f(k):
        return k * kept[0]

    f(1)
    kept[0] = 5 * x
    return f(k=1)


@refused('twice')
def argument_given_twice(x):
    def f(**kw):
        return sum(kw.values())

    try:
        return f(a=x, **{'a': 2.0})
    except TypeError:
        return 3 * x


class AskedByNumPy:
    def __init__(self, v):
        self.v = v

    def __array_ufunc__(self, f, m, *i, **k):
        return self.v * 100

    def __rmul__(self, o):
        return self.v * 3


@refused('NumPy asks AskedByNumPy')
def array_times_what_numpy_asks(x):
    return np.array([1.0, 2.0]) * AskedByNumPy(x)


@refused('transform what is drawn without any')
def drawn_by_a_shape(x):
    return np.random.default_rng(3).gamma(x, 1.0) * x
