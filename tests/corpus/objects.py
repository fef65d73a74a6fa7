"""Classes of the user's own, end to end: state, methods, operators, inheritance, protocols, composition."""
import abc
import contextlib
import dataclasses
import enum
import functools
import math

import numpy as np


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @classmethod
    def polar(cls, r, angle):
        return cls(r * math.cos(angle), r * math.sin(angle))

    @staticmethod
    def dot(a, b):
        return a.x * b.x + a.y * b.y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, s):
        return Vector(self.x * s, self.y * s)

    __rmul__ = __mul__

    def __truediv__(self, s):
        return self * (1 / s)

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __matmul__(self, other):
        return Vector.dot(self, other)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __abs__(self):
        return math.sqrt(self @ self)

    def __getitem__(self, k):
        return (self.x, self.y)[k]

    def __setitem__(self, k, value):
        if k == 0:
            self.x = value
        else:
            self.y = value

    def __iter__(self):
        yield self.x
        yield self.y

    def __len__(self):
        return 2

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __float__(self):
        return float(self.x)

    @property
    def norm2(self):
        return self.x**2 + self.y**2


class Polynomial:
    def __init__(self, *coefficients):
        self.c = list(coefficients)

    def __call__(self, x):
        total = 0.0
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __add__(self, other):
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        n = max(len(self.c), len(other.c))
        a = self.c + [0.0] * (n - len(self.c))
        b = other.c + [0.0] * (n - len(other.c))
        return Polynomial(*(s + t for s, t in zip(a, b)))

    __radd__ = __add__

    def __mul__(self, other):
        c = [0.0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                c[i + j] += a * b
        return Polynomial(*c)

    def __pow__(self, n):
        result = Polynomial(1.0)
        for _ in range(n):
            result = result * self
        return result

    def derivative(self):
        return Polynomial(*[k * a for k, a in enumerate(self.c)][1:])

    @property
    def degree(self):
        return len(self.c) - 1


class Dual:
    def __init__(self, value, slope=0.0):
        self.value = value
        self.slope = slope

    @staticmethod
    def lift(a):
        return a if isinstance(a, Dual) else Dual(a)

    def __add__(self, other):
        other = Dual.lift(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = Dual.lift(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    __radd__, __rmul__ = __add__, __mul__

    def sin(self):
        return Dual(math.sin(self.value), math.cos(self.value) * self.slope)


class Quaternion:
    def __init__(self, w, x, y, z):
        self.parts = (w, x, y, z)

    def __mul__(self, other):
        a, b, c, d = self.parts
        e, f, g, h = other.parts
        return Quaternion(a * e - b * f - c * g - d * h, a * f + b * e + c * h - d * g,
                          a * g - b * h + c * e + d * f, a * h + b * g - c * f + d * e)

    def conjugate(self):
        w, x, y, z = self.parts
        return Quaternion(w, -x, -y, -z)

    def rotate(self, v):
        return (self * Quaternion(0.0, *v) * self.conjugate()).parts[1:]


class Rational:
    def __init__(self, top, bottom):
        self.top = top
        self.bottom = bottom

    def __call__(self, x):
        return self.top(x) / self.bottom(x)

    def __add__(self, other):
        return Rational(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)


class Interval:
    def __init__(self, low, high):
        self.low, self.high = min(low, high), max(low, high)

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __mul__(self, other):
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __contains__(self, x):
        return self.low <= x <= self.high

    @property
    def width(self):
        return self.high - self.low


class Optimizer:
    def __init__(self, rate):
        self.rate = rate
        self.steps = 0

    def step(self, w, g):
        self.steps += 1
        return w - self.rate * g


class Momentum(Optimizer):
    def __init__(self, rate, beta=0.9):
        super().__init__(rate)
        self.beta = beta
        self.m = 0.0

    def step(self, w, g):
        self.m = self.beta * self.m + g
        return super().step(w, self.m)


class Adam(Optimizer):
    b1, b2 = 0.9, 0.99

    def __init__(self, rate):
        super().__init__(rate)
        self.m, self.v = 0.0, 0.0

    def step(self, w, g):
        self.steps += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g * g
        m = self.m / (1 - self.b1**self.steps)
        v = self.v / (1 - self.b2**self.steps)
        return w - self.rate * m / (np.sqrt(v) + 1e-3)


class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def __call__(self, x):
        return self.W @ x + self.b

    def parameters(self):
        return [self.W, self.b]


class Tanh:
    def __call__(self, x):
        return np.tanh(x)

    def parameters(self):
        return []


class Scale:
    def __init__(self, s):
        self.s = s
        self.calls = 0

    def __call__(self, x):
        self.calls += 1
        return self.s * x

    def parameters(self):
        return [self.s]


class Network:
    def __init__(self, *layers):
        self.layers = list(layers)

    def add(self, layer):
        self.layers.append(layer)
        return self

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def penalty(self):
        return sum(np.sum(p**2) for layer in self.layers for p in layer.parameters())


class Residual(Network):
    def forward(self, x):
        return x + super().forward(x)


class Shape(abc.ABC):
    density = 2.0

    @abc.abstractmethod
    def area(self):
        """The area."""

    def mass(self):
        return self.density * self.area()

    def scaled(self, s):
        return type(self)(*[s * a for a in self.sizes()])


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    def sizes(self):
        return [self.side]


class Rectangle(Shape):
    density = 0.5

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def sizes(self):
        return [self.width, self.height]


class Circle(Shape):
    def __init__(self, radius):
        self._radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, value):
        self._radius = abs(value)

    def area(self):
        return math.pi * self.radius**2

    def mass(self):
        return super().mass() + self.radius

    def sizes(self):
        return [self.radius]


class Pendulum:
    g = 9.8

    def __init__(self, angle, speed=0.0, length=1.0):
        self.angle, self.speed, self.length = angle, speed, length
        self.trace = [angle]

    def acceleration(self):
        return -self.g / self.length * math.sin(self.angle)

    def step(self, dt):
        self.speed += dt * self.acceleration()
        self.angle += dt * self.speed
        self.trace.append(self.angle)

    def run(self, n, dt):
        for _ in range(n):
            self.step(dt)
        return self

    @property
    def energy(self):
        return 0.5 * (self.length * self.speed) ** 2 - self.g * self.length * math.cos(self.angle)


class Damped(Pendulum):
    def __init__(self, angle, friction, **others):
        super().__init__(angle, **others)
        self.friction = friction

    def acceleration(self):
        return super().acceleration() - self.friction * self.speed


class Particles:
    def __init__(self, x, v):
        self.x, self.v = x, v

    def forces(self):
        return -self.x + 0.1 * np.sum(self.x)

    def step(self, dt):
        self.v += dt * self.forces()
        self.x += dt * self.v
        return np.sum(self.x * self.v)


class Countdown:
    def __init__(self, x, n):
        self.x, self.n = x, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        self.x = self.x * 0.9 + self.n
        return self.x


class Signal:
    def __init__(self, samples):
        self.samples = samples

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, k):
        if k >= len(self.samples):
            raise IndexError(k)
        return self.samples[k] * 2

    def __setitem__(self, k, value):
        self.samples[k] = value / 2

    def __contains__(self, x):
        return any(x == s for s in self.samples)


class Unit:
    def __init__(self, state, s):
        self.state = state
        self.s = s

    def __enter__(self):
        self.before = self.state['scale']
        self.state['scale'] *= self.s
        return self

    def __exit__(self, *error):
        self.state['scale'] = self.before
        return False


class Account:
    fee = 0.01

    def __init__(self, balance):
        self._balance = balance
        self.log = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, amount):
        self.log.append(amount - self._balance)
        self._balance = amount * (1 - self.fee)


class Cell:
    def __init__(self, f, *inputs):
        self.f, self.inputs = f, inputs

    @functools.cached_property
    def value(self):
        return self.f(*[cell.value for cell in self.inputs])


class Mode(enum.Enum):
    EULER = 'euler'
    MIDPOINT = 'midpoint'


@dataclasses.dataclass
class Solver:
    f: object
    mode: Mode = Mode.EULER
    steps: int = 3
    path: list = dataclasses.field(default_factory=list)

    def solve(self, y, t):
        h = t / self.steps
        for _ in range(self.steps):
            if self.mode is Mode.EULER:
                y = y + h * self.f(y)
            else:
                y = y + h * self.f(y + 0.5 * h * self.f(y))
            self.path.append(y)
        return y


@dataclasses.dataclass
class Money:
    amount: float
    rate: float = 1.0

    def __add__(self, other):
        return Money(self.amount + other.amount * other.rate / self.rate, self.rate)

    def __post_init__(self):
        self.total = self.amount * self.rate


@dataclasses.dataclass(order=True)
class Bid:
    price: float
    amount: float = dataclasses.field(compare=False)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    @classmethod
    def zeros(cls, m, n):
        return cls([[0.0] * n for _ in range(m)])

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, value):
        i, j = ij
        self.rows[i][j] = value

    def __matmul__(self, other):
        result = Matrix.zeros(len(self.rows), len(other.rows[0]))
        for i in range(len(self.rows)):
            for j in range(len(other.rows[0])):
                for k in range(len(other.rows)):
                    result[i, j] += self[i, k] * other[k, j]
        return result


class Logged:
    def describe(self):
        return f'{type(self).__name__}: {self.gain():.3f}'


class Gain:
    def gain(self):
        return 1.0


class Doubled(Gain):
    def gain(self):
        return 2.0 * super().gain()


class Shifted(Gain):
    def __init__(self, shift):
        self.shift = shift

    def gain(self):
        return self.shift + super().gain()


class Both(Logged, Doubled, Shifted):
    pass


class Default:
    def __init__(self, x, parts=[]):
        self.x = x
        self.parts = list(parts)
        self.parts.append(x)


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name) * 2


def vector_arithmetic(x, y):
    a = Vector(x, y)
    b = Vector(y, 1.0)
    c = 2 * (a + b) - a * x / y
    return c.x * c.y + a @ (-b)


def vector_norms(x, y):
    a = Vector(x, y)
    return abs(a) * a.norm2 + Vector.dot(a, a * 3)


def vector_added_in_place(x, y):
    a = Vector(x, y)
    b = a
    b += Vector(y, x)
    a += a
    c = a
    c = c + b
    return a.x * b.y + c.x


def vector_items(x, y):
    a = Vector(x, y)
    a[0] = a[1] * x
    a[1] += a[0]
    s, t = a
    return s * t + sum(c * c for c in a) * len(a)


def vector_polar(r, angle):
    a = Vector.polar(r, angle)
    b = Vector.polar(r * 2, angle + 0.3)
    return a @ b + a.x


def vectors_summed(xs):
    total = Vector(0.0, 0.0)
    for i, x in enumerate(xs):
        total = total + Vector(x, x * i)
    return total.norm2 + float(total)


def vectors_sorted(xs):
    vectors = sorted(Vector(x, x * x - 1) for x in xs)
    largest = max(vectors)
    return vectors[0].x * 3 + vectors[1].y + largest.norm2


def vector_truth(x):
    a = Vector(x, 0.0)
    b = Vector(0.0, 0.0) or a
    return b.x * 2 if a == b and not Vector(0, 0) else a.x**3


def vector_argument(a, b):
    return (a + b).norm2 * a.x - a @ b


def vector_argument_changed(a, s):
    a += a * s
    a[1] = a.x * a.y
    return abs(a) ** 2 + a.y


def polynomial_value(a, b, x):
    p = Polynomial(a, b, 1.0)
    return p(x) * p.derivative()(x) + p.degree


def polynomial_algebra(a, x):
    p = Polynomial(1.0, a)
    q = p**3 + Polynomial(a, 0.0, a * a)
    return (q * p)(x) + (2.0 + p)(a)


def newton_on_polynomial(c, x):
    p = Polynomial(*c)
    dp = p.derivative()
    for _ in range(4):
        x = x - p(x) / dp(x)
    return x


def polynomial_sum(xs, x):
    return sum((Polynomial(a, 1.0) for a in xs), Polynomial(0.0))(x)


def dual_numbers(x, y):
    a = Dual(x, 1.0)
    b = (a * a + 3.0 * a * y).sin() + y
    return b.slope * b.value


def dual_newton(x):
    for _ in range(3):
        f = Dual(x, 1.0)
        f = f * f * f + f * 2.0 + (-1.0)
        x = x - f.value / f.slope
    return x


def quaternion_rotation(angle, v):
    q = Quaternion(math.cos(angle / 2), 0.0, math.sin(angle / 2), 0.0)
    x, y, z = q.rotate(v)
    return x * 2 + y * z


def quaternion_products(x, n):
    q = Quaternion(1.0, x, 0.3, -0.2)
    r = Quaternion(1.0, 0.0, 0.0, 0.0)
    for _ in range(n):
        r = r * q
    return r.parts[0] + r.parts[1] * r.parts[2]


def rational_functions(a, x):
    f = Rational(Polynomial(a, 1.0), Polynomial(2.0, 0.0, a))
    g = f + Rational(Polynomial(x), Polynomial(1.0, a))
    return f(x) * g(x)


def intervals(x, y):
    a = Interval(x, y) * Interval(-y, x) + Interval(1.0, x * y)
    return a.width * a.high - a.low if 0.0 in a else a.low


def gradient_descent(w, rate):
    optimizer = Optimizer(rate)
    for _ in range(4):
        w = optimizer.step(w, 2 * (w - 1))
    return w**2 + optimizer.steps


def momentum_descent(w, rate, beta):
    optimizer = Momentum(rate, beta)
    for _ in range(4):
        w = optimizer.step(w, np.sin(w))
    return np.sum(w * w)


def adam_descent(w, rate):
    optimizer = Adam(rate)
    for _ in range(4):
        w = optimizer.step(w, w**3 - w * 2)
    return np.sum(w)


def optimizer_argument(optimizer, w):
    for _ in range(3):
        w = optimizer.step(w, 2 * w)
    return w * optimizer.rate + optimizer.m


def optimizer_for_each_weight(ws, rate):
    optimizers = [Momentum(rate * (i + 1)) for i in range(len(ws))]
    for _ in range(3):
        for i, w in enumerate(ws):
            ws[i] = optimizers[i].step(w, w - ws[i - 1])
    return sum(w * w for w in ws) + optimizers[0].m


def network(W, b, x):
    net = Network(Dense(W, b), Tanh())
    net.add(Scale(2.0)).add(Tanh())
    return np.sum(net.forward(x)) + 0.01 * net.penalty()


def network_argument(net, x):
    return np.sum(net.forward(x) ** 2) + 0.1 * net.penalty()


def network_called_twice(net, x):
    y = net.forward(x)
    net.layers[-1].s = net.layers[-1].s * 2
    return np.sum(y * net.forward(x)) + net.layers[-1].calls


def shared_layer(s, x):
    layer = Scale(s)
    net = Network(layer, Tanh(), layer)
    y = net.forward(x)
    layer.s += 1
    return np.sum(y * net.forward(x)) + net.penalty()


def residual_network(W, x):
    net = Residual(Dense(W, 0.1), Tanh())
    return np.sum(net.forward(net.forward(x)) ** 2)


def parameters_updated(net, x, rate):
    for layer in net.layers:
        for p in layer.parameters():
            if isinstance(p, np.ndarray):
                p -= rate * p
    return np.sum(net.forward(x))


def shapes(x, y):
    total = 0.0
    for shape in [Square(x), Circle(y), Rectangle(x, y)]:
        total += shape.mass() * shape.area()
    return total


def shapes_scaled(x, y, s):
    shapes = [shape.scaled(s) for shape in (Square(x), Rectangle(x, y), Circle(y))]
    return sum(shape.area() for shape in shapes) * shapes[1].width


def shapes_argument(shapes):
    return sum(shape.mass() * (i + 1) for i, shape in enumerate(shapes)) + max(shape.area() for shape in shapes)


def shape_chosen(x, y, name):
    shape = {'square': Square, 'circle': Circle}[name](x) if name != 'rectangle' else Rectangle(x, y)
    return shape.mass() * y


def shape_by_loop(x, n):
    total = 0.0
    for i in range(n):
        cls = (Square, Circle)[i % 2]
        shape = cls(x * (i + 1))
        total += shape.area() / (i + 1)
    return total


def property_set(x, y):
    circle = Circle(x)
    circle.radius = -circle.radius * y
    circle.radius *= 2
    return circle.area()


def class_attribute_shadowed(x):
    a, b = Square(x), Square(2 * x)
    a.density = x * x
    return a.mass() + b.mass() * Square.density


def pendulum(angle, n):
    p = Pendulum(angle)
    for _ in range(n):
        p.step(0.1)
    return p.energy + sum(p.trace)


def pendulum_run_twice(angle, speed, length):
    p = Pendulum(angle, speed=speed, length=length)
    first = p.run(2, 0.1).angle
    return p.run(3, 0.05).angle * first + p.trace[1]


def pendulum_argument(p, dt):
    p.run(4, dt)
    return p.energy * p.angle


def damped_pendulum(angle, friction):
    p = Damped(angle, friction, speed=0.5)
    p.run(4, 0.1)
    return p.energy


def two_pendulums(a, b):
    pair = [Damped(a, 0.1), Pendulum(b)]
    for _ in range(4):
        for one, other in zip(pair, reversed(pair)):
            one.speed += 0.1 * (other.angle - one.angle)
            one.step(0.1)
    return pair[0].angle * pair[1].angle


def particles_stepped(x, v, n):
    system = Particles(x, v)
    total = 0.0
    for _ in range(n):
        total += system.step(0.1)
    return total * np.sum(system.x**2)


def particles_keep_the_callers_arrays(x, v):
    system = Particles(x, v.copy())
    system.step(0.1)
    return np.sum(x * v) + np.sum(system.v**2)


def iterator_consumed(x, n):
    total = 0.0
    for k, y in enumerate(Countdown(x, n)):
        total += y * k
    return total


def iterator_by_next(x):
    it = Countdown(x, 5)
    a = next(it)
    b = next(it)
    return a * b + sum(it) + next(it, 7.0)


def sequence_protocol(xs):
    s = Signal(xs)
    s[0] = s[1] * s[0]
    return sum(a * i for i, a in enumerate(s)) + len(s)


def context_manager(x, y):
    state = {'scale': x}
    with Unit(state, y):
        inside = state['scale'] ** 2
        with Unit(state, 2.0) as unit:
            inside += state['scale'] * unit.before
    return inside * state['scale']


def context_manager_by_generator(x):
    log = []

    @contextlib.contextmanager
    def noted(a):
        log.append(a)
        yield a * 2
        log.append(log[0] * x)
    with noted(x * x) as b:
        y = b * len(log)
    return y + log[1] * log[0]


def property_with_log(x, y):
    account = Account(x)
    account.balance = 20 * y
    account.balance += x
    account.balance *= 1.5
    return account.balance + account.log[0] * account.log[-1] * 0.1


def cached_properties(x, y):
    a, b = Cell(lambda: x * y), Cell(lambda: y)
    c = Cell(lambda s, t: s * t, a, b)
    d = Cell(lambda s, t: s + t**2, a, c)
    return d.value * c.value


def cached_value_stays(x):
    data = [x]
    cell = Cell(lambda: data[0] * 2)
    first = cell.value
    data[0] = 100.0
    return first * cell.value + data[0] * x


def solver(y, k, mode):
    s = Solver(lambda u: -k * u * u, Mode(mode))
    return s.solve(y, 0.6) + sum(s.path)


def solver_default_lists_apart(y):
    a, b = Solver(math.sin), Solver(math.cos, steps=2)
    a.solve(y, 0.3)
    b.solve(a.path[-1], 0.4)
    return a.path[0] * b.path[0] + len(a.path) * sum(b.path)


def money(x, rate):
    wallet = Money(x) + Money(2 * x, rate)
    wallet = wallet + Money(1.0, rate * rate)
    return wallet.total * wallet.amount


def money_total_stale(x, rate):
    m = Money(x, rate)
    m.amount *= 3
    return m.total * m.amount


def bids_ordered(xs):
    bids = sorted((Bid(x, x * x) for x in xs), reverse=True)
    best = max(bids)
    return best.amount * bids[-1].price + bids[1].amount


def matrix_class(x, y):
    A = Matrix([[x, 1.0], [y, x * y]])
    B = A @ A
    B[0, 0] *= A[1, 0]
    A[0, 0] = 5.0
    return (A @ B)[1, 1] + B[0, 0]


def method_resolution(x):
    b = Both(x)
    text = b.describe()
    return b.gain() * x + len(text)


def method_stored(x, y):
    a = Vector(x, y)
    plus, times = a.__add__, a.__mul__
    a.x = x * y
    return plus(a).x * times(2.0).y


def bound_methods_in_list(x):
    p, s = Polynomial(1.0, x), Scale(x)
    total = 0.0
    for f in (p, s, p.derivative(), Square(x).scaled(2.0).area):
        total = total * 0.5 + (f(x) if f is not None and not hasattr(f, '__self__') else f())
    return total


def unbound_method(x, y):
    return Vector.__add__(Vector(x, y), Vector(y, x * x)).norm2 + Shape.mass(Circle(x))


def closure_in_attribute(x, y):
    scale = Scale(x)
    scale.f = lambda t: t * scale.s + y
    before = scale.f(2.0)
    scale.s = y * y
    return before * scale.f(x)


def callable_passed_along(x, n):
    return applied(Scale(x), x, n) + applied(Polynomial(x, 0.5), 0.3, n)


def applied(f, x, n):
    for _ in range(n):
        x = f(x)
    return x


def default_list_not_shared(x):
    a, b = Default(x), Default(x * 2, [x])
    a.parts[0] *= 3
    c = Default(1.0, a.parts)
    return sum(a.parts) * sum(b.parts) + sum(c.parts) * a.x


def attribute_by_proxy(x, y):
    p = Proxy(Vector(x, y))
    return p.x * p.y + p.norm2


def object_rebound_in_branch(x, flag):
    a = Scale(x)
    b = a
    if flag:
        b = Scale(x * x)
    b.s *= 3
    return a(2.0) * b(x)


def object_returned_by_helper(x):
    scale, shape = made(x)
    scale.s += shape.side
    return scale(x) * shape.area()


def made(x):
    return Scale(x * x), Square(x + 1)


def helper_changes_object(x, n):
    s = Scale(x)
    for _ in range(n):
        sharpen(s, x)
    return s(1.0) + s.calls


def sharpen(scale, x):
    scale.s = scale(x) + 1
    scale = Scale(0.0)
    scale.s = 10 * x


def object_made_again_in_loop(x, n):
    best = None
    for i in range(n):
        circle = Circle(math.sin(x + i) + 1)
        if best is None or circle.area() > best.area():
            best = circle
    return best.area() * best.radius


def visitor(x, y):
    tree = ('add', ('mul', 'x', 'y'), ('neg', ('mul', 'x', 'x')))

    class Evaluator:
        def visit(self, node):
            if isinstance(node, str):
                return x if node == 'x' else y
            return getattr(self, node[0])(*map(self.visit, node[1:]))

        def add(self, a, b):
            return a + b

        def mul(self, a, b):
            return a * b

        def neg(self, a):
            return -a

    return Evaluator().visit(tree) * y


def kalman(z, q, r):
    class Filter:
        def __init__(self, x, p):
            self.x, self.p = x, p

        def update(self, z):
            self.p += q
            gain = self.p / (self.p + r)
            self.x += gain * (z - self.x)
            self.p *= 1 - gain

    f = Filter(0.0, 1.0)
    for one in z:
        f.update(one)
    return f.x**2 + f.p


_u = np.array([0.5, -1.2, 2.0])
_W = np.array([[0.5, -0.2, 0.3], [0.1, 0.4, -0.7], [0.2, 0.6, 0.1]])
_xs = [0.7, 1.2, 0.4]
_net = Network(Dense(_W, np.array([0.1, -0.3, 0.2])), Tanh(), Scale(1.5))

CASES = [
    (vector_arithmetic, (0.7, 1.2), (0, 1)), (vector_arithmetic, (np.array(0.7), np.array(1.2)), (0, 1)), (vector_norms, (0.7, 1.2), (0, 1)),
    (vector_added_in_place, (0.7, 1.2), (0, 1)), (vector_items, (0.7, 1.2), (0, 1)), (vector_polar, (0.7, 1.2), (0, 1)),
    (vectors_summed, (_xs,), (0,)), (vectors_sorted, (_xs,), (0,)), (vector_truth, (0.7,), (0,)),
    (vector_argument, (Vector(0.7, 1.2), Vector(0.4, -0.3)), (0, 1)),
    (vector_argument_changed, (Vector(0.7, 1.2), 0.3), (0, 1)), (polynomial_value, (0.7, 1.2, 0.4), (0, 1, 2)),
    (polynomial_algebra, (0.7, 1.2), (0, 1)), (newton_on_polynomial, ([-2.0, 0.3, 1.0], 1.5), (0, 1)),
    (polynomial_sum, (_xs, 0.3), (0, 1)), (dual_numbers, (0.7, 1.2), (0, 1)), (dual_newton, (0.7,), (0,)),
    (quaternion_rotation, (0.7, [0.7, 1.2, 0.4]), (0, 1)), (quaternion_products, (0.7, 3), (0,)),
    (rational_functions, (0.7, 1.2), (0, 1)), (intervals, (0.7, 1.2), (0, 1)), (gradient_descent, (0.7, 0.1), (0, 1)),
    (momentum_descent, (0.7, 0.1, 0.8), (0, 1, 2)), (momentum_descent, (_u, 0.1, 0.8), (0, 1, 2)),
    (adam_descent, (_u, 0.1), (0, 1)), (optimizer_argument, (Momentum(0.1, 0.8), 0.7), (0, 1)),
    (optimizer_for_each_weight, (_xs, 0.1), (0, 1)), (network, (_W, 0.3, _u), (0, 1, 2)),
    (network_argument, (_net, _u), (0, 1)), (network_called_twice, (_net, _u), (0, 1)),
    (shared_layer, (0.7, _u), (0, 1)), (residual_network, (_W, _u), (0, 1)),
    (parameters_updated, (_net, _u, 0.1), (0, 1, 2)), (shapes, (0.7, 1.2), (0, 1)),
    (shapes_scaled, (0.7, 1.2, 0.4), (0, 1, 2)),
    (shapes_argument, ([Square(0.7), Circle(1.2), Rectangle(0.4, 2)],), (0,)),
    (shape_chosen, (0.7, 1.2, 'square'), (0, 1)), (shape_chosen, (0.7, 1.2, 'circle'), (0, 1)),
    (shape_chosen, (0.7, 1.2, 'rectangle'), (0, 1)), (shape_by_loop, (0.7, 4), (0,)),
    (property_set, (0.7, 1.2), (0, 1)), (class_attribute_shadowed, (0.7,), (0,)), (pendulum, (0.7, 4), (0,)),
    (pendulum_run_twice, (0.7, 0.2, 1.2), (0, 1, 2)), (pendulum_argument, (Pendulum(0.7, 0.1), 0.1), (0, 1)),
    (damped_pendulum, (0.7, 0.3), (0, 1)), (pendulum_argument, (Damped(0.7, 0.3), 0.1), (0, 1)),
    (two_pendulums, (0.7, -0.4), (0, 1)), (particles_stepped, (_u, _u[::-1] * 0.5, 3), (0, 1)),
    (particles_keep_the_callers_arrays, (_u, _u[::-1] * 0.5), (0, 1)), (iterator_consumed, (0.7, 4), (0,)),
    (iterator_consumed, (0.7, 0), (0,)), (iterator_by_next, (0.7,), (0,)), (sequence_protocol, (_xs,), (0,)),
    (context_manager, (0.7, 1.2), (0, 1)), (context_manager_by_generator, (0.7,), (0,)),
    (property_with_log, (0.7, 1.2), (0, 1)), (cached_properties, (0.7, 1.2), (0, 1)),
    (cached_value_stays, (0.7,), (0,)), (solver, (0.7, 1.2, 'euler'), (0, 1)), (solver, (0.7, 1.2, 'midpoint'), (0, 1)),
    (solver_default_lists_apart, (0.7,), (0,)), (money, (0.7, 1.2), (0, 1)), (money_total_stale, (0.7, 1.2), (0, 1)),
    (bids_ordered, (_xs,), (0,)), (matrix_class, (0.7, 1.2), (0, 1)), (method_resolution, (0.7,), (0,)),
    (method_stored, (0.7, 1.2), (0, 1)), (bound_methods_in_list, (0.7,), (0,)), (unbound_method, (0.7, 1.2), (0, 1)),
    (closure_in_attribute, (0.7, 1.2), (0, 1)), (callable_passed_along, (0.7, 3), (0,)),
    (default_list_not_shared, (0.7,), (0,)), (attribute_by_proxy, (0.7, 1.2), (0, 1)),
    (object_rebound_in_branch, (0.7, True), (0,)), (object_rebound_in_branch, (0.7, False), (0,)),
    (object_returned_by_helper, (0.7,), (0,)), (helper_changes_object, (0.7, 3), (0,)),
    (object_made_again_in_loop, (0.7, 5), (0,)), (visitor, (0.7, 1.2), (0, 1)), (kalman, (_xs, 0.1, 0.5), (0, 1, 2)),
]
