"""Every way to call and to define what is called, with an active value in it."""
import collections
import dataclasses
import functools
import math
import operator
from typing import NamedTuple

import numpy as np

WEIGHTS = np.array([0.5, 1.5, 2.5])


# Parameters

def positional_only(x, y, /):
    return x * x * y


def keyword_helper(x, *, power, shift=1.0):
    return x**power + shift * x


def keyword_only_helper(x, y):
    return keyword_helper(x, power=3) * keyword_helper(y, shift=x, power=2)


def keywords_out_of_order(x, y):
    return keyword_helper(shift=x * y, power=2, x=y)


def keywords_evaluated_in_written_order(x):
    def changed():
        nonlocal x
        x = x * 2
        return x

    return keyword_helper(shift=changed(), x=x, power=2)


def with_defaults(x, y=2.0, n=3):
    total = 0.0
    for k in range(n):
        total = total * y + x**k
    return total


def uses_defaults(x):
    return with_defaults(x) + with_defaults(x, x) + with_defaults(x, n=2)


def default_array(v, w=WEIGHTS):
    return np.sum(v * w * w)


def uses_default_array(v):
    return default_array(v) * default_array(v, v)


def default_list_written(x, seen=None):
    seen = [] if seen is None else seen
    seen.append(x * x)
    return sum(seen)


def uses_default_list(x):
    seen = [x]
    return default_list_written(x) + default_list_written(x, seen) * default_list_written(x, seen)


def starred_parameters(first, *others):
    total = first
    for k, a in enumerate(others, start=2):
        total += a**k
    return total * first


def starred_then_keyword(x, *rest, scale=2.0):
    return x * scale + sum(r * r for r in rest)


def calls_starred(x, y, z):
    return starred_parameters(x) + starred_parameters(x, y, z) * starred_then_keyword(y, x, scale=z)


def keyword_collector(**values):
    return sum(k * value**2 for k, value in enumerate(values.values(), start=1)) + values.get('b', 0.0)


def calls_keyword_collector(x, y):
    return keyword_collector(b=x, a=y) + keyword_collector() + keyword_collector(a=x * y)


def everything(a, /, b, *args, c, d=4.0, **kwargs):
    return a * b + sum(args) * c + d * sum(kwargs.values()) + len(kwargs)


def calls_everything(x, y):
    return everything(x, y, x * y, 2.0, c=y, e=x, f=y**2) + everything(x, b=y, c=1.0, d=x, a=y)


def star_call_of_list(xs):
    def product(a, b, c):
        return a * b**c

    return product(*xs) + product(*xs[::-1])


def star_call_mixed(x, pair):
    return starred_parameters(x, *pair, x * x, *pair)


def star_call_of_dict(x, y):
    options = {'power': 2, 'shift': y}
    first = keyword_helper(x, **options)
    options['shift'] = x * y
    return first * keyword_helper(y, **options)


def star_call_of_array(v):
    return math.hypot(*v) * max(*v) + with_defaults(*v[:2])


def forwards_everything(f, *args, **kwargs):
    return f(*args, **kwargs)


def calls_through_forwarder(x, y):
    return forwards_everything(keyword_helper, x, power=2, shift=y) + forwards_everything(math.atan2, x, y)


def arguments_evaluated_left_to_right(x):
    values = [x]

    def push():
        values.append(values[-1] * x + 1)
        return values[-1]

    return operator.sub(push(), push() ** 2) + push()


def same_argument_twice(v):
    def mixed(a, b):
        a *= 2.0
        return np.sum(a * b)

    w = v * 1.0
    return mixed(w, w) + np.sum(w)


def views_as_arguments(v):
    def move(a, b):
        a += b * b
        b *= 0.5

    w = v * 1.0
    move(w[:2], w[1:3])
    return np.sum(w * v)


def parameter_named_like_function(x, sin):
    return math.sin(x) * sin + keyword_helper(x, power=sin)


# Results

def sum_and_product(x, y):
    return x + y, x * y


def returns_several(x, y):
    s, p = sum_and_product(x, y)
    q = sum_and_product(p, s)
    return q[0] * q[1] + sum_and_product(x, x)[1]


def returns_nested(x):
    def split(t):
        return (t, [t * t, (t**3, 1)]), {'t': t}

    (a, [b, (c, k)]), d = split(x)
    return a * b + c * k + d['t']


def returns_dict(x, n):
    def statistics(values):
        mean = sum(values) / len(values)
        return {'mean': mean, 'spread': sum((a - mean) ** 2 for a in values), 'count': len(values)}

    found = statistics([x**k for k in range(n)])
    return found['mean'] * found['spread'] / found['count']


def returns_nothing(v):
    def square_into(out, a):
        for k in range(len(a)):
            out[k] = a[k] ** 2

    w = np.zeros(len(v))
    answer = square_into(w, v)
    return np.sum(w) * (v[0] if answer is None else 1.0)


def returns_none_sometimes(x):
    def root(t):
        if t < 0:
            return None
        return math.sqrt(t)

    y = root(-x)
    z = root(x)
    return (z if y is None else y) * x


def returns_its_argument(v):
    def doubled_in_place(a):
        a *= 2.0
        return a

    w = v * 1.0
    u = doubled_in_place(w)
    u += v
    return np.sum(w * u)


def returns_constant(x):
    def nothing(t):
        return 3.0

    return nothing(x) * x + nothing(x * x)


def result_ignored(x):
    def record(t, log):
        log.append(t * t)
        return t**5

    log = []
    record(x, log)
    record(log[0], log)
    return sum(log)


# Classes

class Vector:
    dimension = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __mul__(self, factor):
        if isinstance(factor, Vector):
            return self.x * factor.x + self.y * factor.y
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __truediv__(self, factor):
        return self * (1 / factor)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __matmul__(self, other):
        return self.x * other.y - self.y * other.x

    def __pow__(self, n):
        return Vector(self.x**n, self.y**n)

    def __getitem__(self, k):
        return (self.x, self.y)[k]

    def __setitem__(self, k, value):
        if k == 0:
            self.x = value
        else:
            self.y = value

    def __len__(self):
        return self.dimension

    def __iter__(self):
        yield self.x
        yield self.y

    def __abs__(self):
        return math.sqrt(self * self)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __float__(self):
        return float(self.x)

    def __contains__(self, value):
        return value in (self.x, self.y)


def vector_sum(x, y):
    v = Vector(x, y) + Vector(y, x * y)
    return v.x * v.y


def vector_scaled_both_sides(x, y):
    v = 3.0 * Vector(x, y) - Vector(y, x) * x / y
    return v * v


def vector_cross_and_power(x, y):
    v = Vector(x, y)
    return (v @ Vector(y, y)) * (v**3)[1] - abs(v)


def vector_accumulated_in_place(x, n):
    v = Vector(x, 1.0)
    w = v
    for _ in range(n):
        v += Vector(v.y, x)
    return w.x * w.y


def vector_added_not_in_place(x):
    v = Vector(x, 1.0)
    w = v
    v = v + Vector(x * x, x)
    return w.x * v.x + w.y * v.y


def vector_indexed(x, y):
    v = Vector(x, y)
    v[0] = v[1] * v[0]
    v[1] += v[0]
    return v[-1] * v[0] + len(v)


def vector_iterated(x, y):
    a, b = Vector(x, y)
    total = 0.0
    for c in Vector(a * b, b):
        total = total * a + c
    return total + sum(Vector(x, y)) * max(Vector(x, y))


def vector_compared(x, y):
    v, w = Vector(x, y), Vector(y, 2.0)
    if v < w and v != w and v and x in v:
        return abs(v) * float(w)
    return abs(w) * x


def vectors_summed_and_sorted(points):
    vectors = [Vector(a, b) for a, b in points]
    total = sum(vectors, Vector(0.0, 0.0))
    largest = max(vectors)
    first, *_ = sorted(vectors)
    return total * largest + first * first


def operator_functions_on_objects(x, y):
    v = functools.reduce(operator.add, [Vector(x, y), Vector(y, x), Vector(x, x)])
    return operator.matmul(v, Vector(x * y, 1.0)) + operator.itemgetter(0)(v) * operator.attrgetter('y')(v)


class Polynomial:
    evaluations = 0

    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)

    def __call__(self, x):
        self.evaluations += 1
        y = 0.0
        for c in reversed(self.coefficients):
            y = y * x + c
        return y

    @classmethod
    def from_roots(cls, roots):
        p = cls(1.0)
        for root in roots:
            p = p.times_linear(root)
        return p

    def times_linear(self, root):
        cs = self.coefficients
        shifted = [0.0] + cs
        for k, c in enumerate(cs):
            shifted[k] -= root * c
        return type(self)(*shifted)

    @staticmethod
    def monomial(x, n):
        return x**n

    @property
    def leading(self):
        return self.coefficients[-1]

    @leading.setter
    def leading(self, value):
        self.coefficients[-1] = value * 2

    @property
    def derivative(self):
        return Polynomial(*[k * c for k, c in enumerate(self.coefficients)][1:])


def called_object(x, cs):
    p = Polynomial(*cs)
    return p(x) * p(p(x) * 0.1) + p.evaluations


def classmethod_constructor(x, roots):
    return Polynomial.from_roots(roots)(x)


def staticmethod_both_ways(x):
    p = Polynomial(x)
    return Polynomial.monomial(x, 3) + p.monomial(p.coefficients[0], 2)


def property_read_and_written(x, y):
    p = Polynomial(x, y)
    p.leading = p.leading * x
    p.leading += y
    return p.leading * p(x)


def property_builds_object(x, cs):
    return Polynomial(*cs).derivative.derivative(x)


def method_unbound_and_bound(x, y):
    p = Polynomial(x, y)
    evaluate = p.__call__
    p.coefficients[0] = x * y
    return evaluate(y) + Polynomial.__call__(p, x)


class Shape:
    factor = 1.0
    made = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return self.factor * self.size**2

    def describe(self):
        return self.area() + self.bonus()

    def bonus(self):
        return self.size

    def scaled(self, by):
        return self.__class__(self.size * by)


class Disc(Shape):
    factor = math.pi

    def bonus(self):
        return super().bonus() * 2


class Ring(Disc):
    def __init__(self, size, hole):
        super().__init__(size)
        self.hole = hole

    def area(self):
        return super().area() - Disc(self.hole).area()

    def scaled(self, by):
        return Ring(self.size * by, self.hole)


def inherited_methods(x, y):
    return Shape(x).describe() + Disc(y).describe() * Ring(x, y).describe()


def shapes_in_loop(x, y):
    total = 0.0
    for shape in (Shape(x), Disc(y), Ring(y, x)):
        total += shape.scaled(x).describe() * (2 if isinstance(shape, Disc) else 1)
    return total


def class_attribute_shadowed(x):
    a, b = Shape(x), Shape(x)
    a.factor = x
    a.factor *= a.factor
    return a.area() + b.area() * Shape.factor


class Tracer:
    total = 0.0

    @classmethod
    def reset(cls):
        cls.total = 0.0

    @classmethod
    def add(cls, value):
        cls.total = cls.total * 0.5 + value


def class_attribute_accumulates(v):
    Tracer.reset()
    for a in v:
        Tracer.add(a * a)
    result = Tracer.total * v[0]
    Tracer.reset()
    return result


class Left:
    def value(self, x):
        return x + 1


class Middle(Left):
    def value(self, x):
        return super().value(x) * x


class Right(Left):
    def value(self, x):
        return super().value(x) ** 2


class Diamond(Middle, Right):
    def value(self, x):
        return super().value(x * 0.5)


def diamond_of_supers(x):
    return Diamond().value(x) + Middle().value(x)


class Account:
    __slots__ = ('balance', 'log')

    def __init__(self, balance):
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        self.log.append(self.balance)
        self.balance += amount
        return self

    def grow(self, rate):
        self.log.append(self.balance)
        self.balance *= 1 + rate
        return self


def chained_methods(x, rate):
    account = Account(x).deposit(x * x).grow(rate).deposit(1.0).grow(rate)
    return account.balance + sum(account.log)


def two_names_for_one_object(x):
    a = Account(x)
    b = a
    b.deposit(x * x)
    a.grow(x)
    return a.balance * b.log[1]


class Lazy:
    def __init__(self, x):
        self.x = x
        self.computed = 0

    @functools.cached_property
    def square(self):
        self.computed += 1
        return self.x * self.x

    def __getattr__(self, name):
        if name == 'cube':
            return self.x**3
        raise AttributeError(name)


def cached_property_keeps_old_value(x):
    lazy = Lazy(x)
    before = lazy.square
    lazy.x = x + 1
    return before * lazy.square + lazy.x * lazy.computed


def attribute_made_up(x):
    lazy = Lazy(x)
    return lazy.cube * lazy.x + getattr(lazy, 'missing', x) + (x if hasattr(lazy, 'cube') else 0.0)


@dataclasses.dataclass
class Particle:
    position: float
    velocity: float = 1.0
    trail: list = dataclasses.field(default_factory=list)
    energy: float = dataclasses.field(init=False)

    def __post_init__(self):
        self.energy = 0.5 * self.velocity**2

    def step(self, dt, force):
        self.trail.append(self.position)
        self.velocity += dt * force(self.position)
        self.position += dt * self.velocity


def particle_stepped(x, stiffness):
    p = Particle(x)
    for _ in range(4):
        p.step(0.1, lambda q: -stiffness * q)
    return p.position * p.velocity + sum(p.trail) + p.energy


def particle_replaced(x, v):
    p = Particle(x, velocity=v)
    q = dataclasses.replace(p, position=p.position * 2, trail=[x])
    p.velocity = 0.0
    return q.energy * q.position + q.velocity + p.energy + len(p.trail)


@dataclasses.dataclass(frozen=True)
class Interval:
    low: float
    high: float

    def __post_init__(self):
        if self.low > self.high:
            low, high = self.high, self.low
            object.__setattr__(self, 'low', low)
            object.__setattr__(self, 'high', high)

    @property
    def width(self):
        return self.high - self.low

    def halves(self):
        middle = 0.5 * (self.low + self.high)
        return Interval(self.low, middle), Interval(middle, self.high)


def intervals_halved(x, y):
    left, right = Interval(x, y).halves()
    return left.width * right.high + right.halves()[0].low ** 2


class Sample(NamedTuple):
    value: float
    weight: float = 1.0

    def weighted(self):
        return self.value * self.weight


Pair = collections.namedtuple('Pair', 'a b')


def named_tuples(x, y):
    s = Sample(x)
    t = s._replace(weight=y * x)
    pair = Pair(b=t.weighted(), a=s.weighted())
    a, b = pair
    return a * b + pair.a * t[1] + s.weight


def object_returned_from_helper(x):
    def make(kind, size):
        return Disc(size) if kind == 'disc' else Shape(size)

    return make('disc', x).describe() * make('other', x * x).describe()


def object_changed_by_helper(x):
    def enlarge(shape, by):
        shape.size *= by
        shape = Shape(100.0)
        return shape.size

    shape = Shape(x)
    ignored = enlarge(shape, x + 1)
    return shape.area() + ignored


def linked_list(v):
    @dataclasses.dataclass
    class Node:
        value: float
        next: object = None

    head = None
    for a in v:
        head = Node(a * a, head)
    total = 0.0
    while head is not None:
        total = total * 0.5 + head.value
        head = head.next
    return total


# Recursion

def power_by_squaring(x, n):
    if n == 0:
        return 1.0
    half = power_by_squaring(x, n // 2)
    return half * half * x if n % 2 else half * half


def deep_recursion(x, n):
    if n == 0:
        return x
    return 0.99 * deep_recursion(math.sin(x) + 0.1, n - 1) + x * 0.01


def is_even(x, n):
    if n == 0:
        return x
    return is_odd(x * 1.1 + n, n - 1)


def is_odd(x, n):
    if n == 0:
        return -x
    return is_even(x * x * 0.01, n - 1)


def mutual_recursion(x, n):
    return is_even(x, n) + is_odd(x, n) * x


def recursive_sum(values):
    if not values:
        return 0.0
    head, *tail = values
    return head * head + 0.5 * recursive_sum(tail)


def recursive_halves(v):
    if len(v) == 1:
        return v[0]
    middle = len(v) // 2
    left, right = recursive_halves(v[:middle]), recursive_halves(v[middle:])
    return left * right + left


def recursion_that_appends(x, depth, found=None):
    if found is None:
        found = []
    if depth == 0:
        return sum(found) * x
    found.append(x * depth)
    return recursion_that_appends(x * x, depth - 1, found)


def nested_recursive_closure(x, n):
    def fibonacci(k):
        if k < 2:
            return x
        return fibonacci(k - 1) + fibonacci(k - 2) * x

    return fibonacci(n)


def recursive_in_place(v):
    def double_all(w):
        if len(w) == 0:
            return
        w[0] = w[0] ** 2 + len(w)
        double_all(w[1:])

    w = v * 1.0
    double_all(w)
    return np.sum(w * v)


def fixed_point_combinator(x):
    def fix(f):
        return lambda n: f(fix(f), n)

    return fix(lambda again, n: 1.0 if n == 0 else x * again(n - 1) + n)(4)


def ackermann_like(x, m, n):
    if m == 0:
        return x + n
    if n == 0:
        return ackermann_like(x * x, m - 1, 1)
    return 0.1 * ackermann_like(ackermann_like(x, m, n - 1), m - 1, n)


# Functions as values

def bisect(f, low, high, steps=3):
    for _ in range(steps):
        middle = 0.5 * (low + high)
        if f(middle) > 0:
            high = middle
        else:
            low = middle
    return low - f(low) * (high - low) / (f(high) - f(low))


def callback_closure(a):
    return bisect(lambda t: t * t - a, 1.0, a)


def callback_counts(f, xs):
    return sum(f(x) for x in xs) * f(xs[0])


def square(x):
    return x * x


def callback_of_every_kind(x):
    p = Polynomial(1.0, x)
    xs = [x, x * x]
    return (callback_counts(square, xs) + callback_counts(p, xs) + callback_counts(multiplier(x), xs)
            + callback_counts(functools.partial(operator.mul, x), xs) + callback_counts(math.sin, xs))


def callback_method(x, y):
    integrand = Polynomial(x, y, 1.0)
    return callback_counts(integrand.__call__, [y]) + callback_counts(integrand.times_linear(x), [x, y])


def callback_with_state(v):
    largest = v[0]

    def observe(a):
        nonlocal largest
        largest = a if a > largest else largest
        return a

    total = sum(map(observe, v))
    return total * largest


def partial_keeps_value(x):
    y = x
    shifted = functools.partial(keyword_helper, power=2, shift=y)
    y = 100.0
    return shifted(x) + shifted(x, shift=x * x) + y


def chosen_by_condition(x, flag):
    f = math.sin if flag else square
    g = (lambda t: t * x) if x > 1 else math.exp
    return f(x) * g(f(x))


def chosen_by_name(x, names):
    table = {'sin': math.sin, 'square': square, 'deep': lambda t: power_by_squaring(t, 3)}
    for name in names:
        f = table.get(name, math.cos)
        x = f(x) + 0.5
    return x


def chosen_by_index(x, n):
    functions = [math.sin, square, lambda t: t * x]
    total = 0.0
    for k in range(n):
        total += functions[k % 3](x + k)
    return total


def function_rebound_in_loop(x, n):
    f = square
    for k in range(n):
        f = (lambda g, k: lambda t: g(t) * 0.5 + k)(f, k)
    return f(x)


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x
    return composed


def multiplier(factor):
    def multiply(x):
        return factor * x
    return multiply


def factories(x, y):
    by_x, by_y = multiplier(x), multiplier(y)
    x = 50.0
    return compose(by_x, square, by_y)(y) + by_x(1.0) + x


def factory_of_factory(x):
    adder = lambda a: lambda b: lambda c: a * b + c  # noqa: E731
    return adder(x)(x * x)(x) * adder(1.0)(2.0)(x)


def function_attribute(x):
    def scaled(t):
        return t * scaled.factor

    scaled.factor = x
    y = scaled(x)
    scaled.factor = y
    return scaled(x)


def apply_twice(f):
    @functools.wraps(f)
    def wrapper(x, *args, **kwargs):
        return f(f(x, *args, **kwargs), *args, **kwargs)
    return wrapper


@apply_twice
def scaled_sine(x, scale=1.0):
    return math.sin(x) * scale


def decorated_with_keywords(x, y):
    return scaled_sine(x) + scaled_sine(x, scale=y) * scaled_sine(y, x)


# Caches

@functools.lru_cache(maxsize=None)
def binomial(n, k):
    if k in (0, n):
        return 1
    return binomial(n - 1, k - 1) + binomial(n - 1, k)


@functools.cache
def node(k, n):
    return math.cos(math.pi * (k + 0.5) / n)


def cached_coefficients(x, n):
    return sum(binomial(n, k) * x**k for k in range(n + 1))


def cached_nodes(x, n):
    return sum(math.exp(x * node(k, n)) for k in range(n)) / n


def memoized_by_hand(x, n):
    memo = {}

    def chebyshev(k):
        if k not in memo:
            memo[k] = 1.0 if k == 0 else x if k == 1 else 2 * x * chebyshev(k - 1) - chebyshev(k - 2)
        return memo[k]

    return chebyshev(n) + chebyshev(n - 1) * x


def local_cache_of_active_values(x, n):
    @functools.lru_cache(maxsize=None)
    def legendre(k):
        if k < 2:
            return x**k
        return ((2 * k - 1) * x * legendre(k - 1) - (k - 1) * legendre(k - 2)) / k

    return legendre(n) * legendre(n - 1)


def memoized(f):
    table = {}

    @functools.wraps(f)
    def wrapper(n):
        if n not in table:
            table[n] = f(n)
        return table[n]
    return wrapper


@memoized
def harmonic(n):
    return 0.0 if n == 0 else 1 / n + harmonic(n - 1)


def own_memo_decorator(x, n):
    return sum(harmonic(k) * x**k for k in range(n))


# The differentiated function itself

def own_positional_and_starred(x, /, *rest):
    return x * sum(r * r for r in rest) + len(rest)


def own_defaults(x, y=1.5, *, z=2.0):
    return x * y**2 * z


def own_keywords(x, y, **options):
    return x * y * options.get('scale', 3.0)


def own_recursive(x, n=4):
    return x if n == 0 else own_recursive(x, n - 1) * x + n


def own_array_default(x, v=WEIGHTS):
    v = v * x
    v[0] = x
    return np.sum(v)


# What stands behind a star, for classes and functions of NumPy

Three = collections.namedtuple('Three', 'a b c')


@dataclasses.dataclass
class Two:
    a: float
    b: float


class Rotation:
    def __init__(self, w, a, b):
        self.w, self.a, self.b = w, a, b

    @classmethod
    def by(cls, t, v):
        return cls(math.cos(t), *(math.sin(t) * c for c in v))


def named_tuple_of_a_generator(x):
    v = Three(x, 2 * x, x * x)
    n = sum(v)
    w = Three(*(c / n for c in v))
    return w.a * w.b


def dataclass_of_a_map(x):
    d = Two(*map(lambda t: t * x, (1.0, 2.0)))
    e = Two(*[t * x for t in (d.a, d.b)])
    return d.a * d.b + e.a


def object_of_a_generator(x):
    q = Rotation.by(x, (1.0, x))
    return q.w * q.a + q.b


def function_of_columns(x):
    c = np.array([[0.0, 0.0], [x, 1.0], [2.0, x * x]])
    return np.sum(np.hypot(*np.diff(c, axis=0).T))

CASES = [
    (positional_only, (1.3, 0.7), (0, 1)),
    (keyword_only_helper, (1.3, 0.7), (0, 1)),
    (keywords_out_of_order, (1.3, 0.7), (0, 1)),
    (keywords_evaluated_in_written_order, (1.3,), (0,)),
    (uses_defaults, (1.3,), (0,)),
    (uses_default_array, (np.array([0.5, 1.5, -0.7]),), (0,)),
    (uses_default_list, (1.3,), (0,)),
    (calls_starred, (1.3, 0.7, 0.4), (0, 1, 2)),
    (calls_keyword_collector, (1.3, 0.7), (0, 1)),
    (calls_everything, (1.3, 0.7), (0, 1)),
    (star_call_of_list, ([1.3, 0.7, 2.0],), (0,)),
    (star_call_mixed, (1.3, (0.7, 0.4)), (0, 1)),
    (star_call_of_dict, (1.3, 0.7), (0, 1)),
    (star_call_of_array, (np.array([1.3, 0.7]),), (0,)),
    (calls_through_forwarder, (1.3, 0.7), (0, 1)),
    (arguments_evaluated_left_to_right, (1.3,), (0,)),
    (same_argument_twice, (np.array([1.3, 0.7]),), (0,)),
    (views_as_arguments, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (parameter_named_like_function, (1.3, 2.0), (0, 1)),
    (returns_several, (1.3, 0.7), (0, 1)),
    (returns_nested, (1.3,), (0,)),
    (returns_dict, (1.3, 4), (0,)),
    (returns_nothing, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (returns_none_sometimes, (1.3,), (0,)),
    (returns_none_sometimes, (-1.3,), (0,)),
    (returns_its_argument, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (returns_constant, (1.3,), (0,)),
    (result_ignored, (1.3,), (0,)),
    (vector_sum, (1.3, 0.7), (0, 1)),
    (vector_scaled_both_sides, (1.3, 0.7), (0, 1)),
    (vector_cross_and_power, (1.3, 0.7), (0, 1)),
    (vector_accumulated_in_place, (1.3, 4), (0,)),
    (vector_added_not_in_place, (1.3,), (0,)),
    (vector_indexed, (1.3, 0.7), (0, 1)),
    (vector_iterated, (1.3, 0.7), (0, 1)),
    (vector_compared, (1.3, 0.7), (0, 1)),
    (vector_compared, (2.3, 0.7), (0, 1)),
    (vectors_summed_and_sorted, ([(1.3, 0.7), (0.2, 0.3), (2.0, -1.0)],), (0,)),
    (operator_functions_on_objects, (1.3, 0.7), (0, 1)),
    (called_object, (1.3, [0.5, -0.7, 1.1]), (0, 1)),
    (classmethod_constructor, (1.3, [0.5, -0.7]), (0, 1)),
    (staticmethod_both_ways, (1.3,), (0,)),
    (property_read_and_written, (1.3, 0.7), (0, 1)),
    (property_builds_object, (1.3, (0.5, -0.7, 1.1, 0.4)), (0, 1)),
    (method_unbound_and_bound, (1.3, 0.7), (0, 1)),
    (inherited_methods, (1.3, 0.7), (0, 1)),
    (shapes_in_loop, (1.3, 0.7), (0, 1)),
    (class_attribute_shadowed, (1.3,), (0,)),
    (class_attribute_accumulates, ([1.3, 0.7],), (0,)),
    (diamond_of_supers, (1.3,), (0,)),
    (chained_methods, (1.3, 0.1), (0, 1)),
    (two_names_for_one_object, (1.3,), (0,)),
    (cached_property_keeps_old_value, (1.3,), (0,)),
    (attribute_made_up, (1.3,), (0,)),
    (particle_stepped, (1.3, 0.7), (0, 1)),
    (particle_replaced, (1.3, 0.7), (0, 1)),
    (intervals_halved, (1.3, 0.7), (0, 1)),
    (intervals_halved, (0.3, 0.7), (0, 1)),
    (named_tuples, (1.3, 0.7), (0, 1)),
    (object_returned_from_helper, (1.3,), (0,)),
    (object_changed_by_helper, (1.3,), (0,)),
    (linked_list, ([1.3, 0.7, -0.4],), (0,)),
    (power_by_squaring, (1.3, 11), (0,)),
    (deep_recursion, (1.3, 200), (0,)),
    (mutual_recursion, (1.3, 5), (0,)),
    (recursive_sum, ([1.3, 0.7, -0.4],), (0,)),
    (recursive_halves, (np.array([1.3, 0.7, -0.4, 2.0, 0.9]),), (0,)),
    (recursion_that_appends, (1.1, 4), (0,)),
    (nested_recursive_closure, (1.3, 6), (0,)),
    (recursive_in_place, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (fixed_point_combinator, (1.3,), (0,)),
    (ackermann_like, (1.3, 2, 2), (0,)),
    (callback_closure, (2.3,), (0,)),
    (callback_of_every_kind, (1.3,), (0,)),
    (callback_method, (1.3, 0.7), (0, 1)),
    (callback_with_state, ([1.3, 2.7, -0.4],), (0,)),
    (partial_keeps_value, (1.3,), (0,)),
    (chosen_by_condition, (1.3, True), (0,)),
    (chosen_by_condition, (0.3, False), (0,)),
    (chosen_by_name, (1.3, ['sin', 'deep', 'other', 'square']), (0,)),
    (chosen_by_index, (1.3, 5), (0,)),
    (function_rebound_in_loop, (1.3, 4), (0,)),
    (factories, (1.3, 0.7), (0, 1)),
    (factory_of_factory, (1.3,), (0,)),
    (function_attribute, (1.3,), (0,)),
    (scaled_sine, (1.3,), (0,)),
    (scaled_sine, (1.3, 0.7), (0, 1)),
    (decorated_with_keywords, (1.3, 0.7), (0, 1)),
    (cached_coefficients, (0.3, 5), (0,)),
    (cached_nodes, (1.3, 4), (0,)),
    (memoized_by_hand, (1.3, 5), (0,)),
    (local_cache_of_active_values, (0.4, 5), (0,)),
    (own_memo_decorator, (0.4, 5), (0,)),
    (own_positional_and_starred, (1.3, 0.7, -0.4), (0, 1, 2)),
    (own_positional_and_starred, (1.3, 0.7, -0.4), (2,)),
    (own_defaults, (1.3,), (0,)),
    (own_defaults, (1.3, 0.7), (0, 1)),
    (own_keywords, (1.3, 0.7), (0, 1)),
    (own_recursive, (1.3,), (0,)),
    (own_array_default, (1.3,), (0,)),
    (own_array_default, (1.3, np.array([0.5, 0.9])), (0, 1)),
    (starred_parameters, (1.3, 0.7, 0.4), (0, 1, 2)),
    *((f, (1.3,), (0,)) for f in (
        named_tuple_of_a_generator, dataclass_of_a_map, object_of_a_generator, function_of_columns)),
]
