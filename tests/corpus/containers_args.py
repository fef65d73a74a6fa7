"""Dicts, lists, tuples, namedtuples, dataclasses and objects as arguments, nested; gradients in the same structure."""
import collections
import dataclasses
import enum
import math
import typing

import numpy as np

Point = collections.namedtuple('Point', 'x y')
Body = collections.namedtuple('Body', ['mass', 'position', 'velocity'], defaults=[0.0])


class Line(typing.NamedTuple):
    start: Point
    end: Point
    label: str = 'line'

    def length(self):
        return math.hypot(self.end.x - self.start.x, self.end.y - self.start.y)


class Kind(enum.Enum):
    LINEAR = 1
    CUBIC = 2


@dataclasses.dataclass
class Spring:
    k: float
    rest: float = 1.0
    name: str = 'spring'

    def energy(self, length):
        return 0.5 * self.k * (length - self.rest) ** 2

    @property
    def frequency(self):
        return math.sqrt(self.k / 2.0)


@dataclasses.dataclass(frozen=True)
class Material:
    young: float
    poisson: float
    kind: Kind = Kind.LINEAR
    limit: typing.Optional[float] = None

    def shear(self):
        return self.young / (2 * (1 + self.poisson))


@dataclasses.dataclass
class Box:
    width: float
    height: float
    verbose: bool = False
    area: float = dataclasses.field(init=False)

    def __post_init__(self):
        self.area = self.width * self.height


@dataclasses.dataclass
class Beam:
    material: Material
    section: Box
    loads: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray
    activation: str = 'tanh'


@dataclasses.dataclass
class Options:
    scale: float
    degree: int = 2
    method: str = 'sum'
    weights: typing.Any = None


class Particle:
    def __init__(self, position, velocity, mass=1.0):
        self.position = position
        self.velocity = velocity
        self.mass = mass

    def kinetic(self):
        return 0.5 * self.mass * np.sum(self.velocity**2)

    @property
    def momentum(self):
        return self.mass * self.velocity


class Model:
    scale = 0.5

    def __init__(self, layers, bias, name='model'):
        self.layers = layers
        self.bias = bias
        self.name = name
        self.cache = None

    def predict(self, x):
        for W in self.layers:
            x = np.tanh(W @ x)
        return self.scale * np.sum(x) + self.bias


class Oscillator:
    __slots__ = ('k', 'c', 'label')

    def __init__(self, k, c):
        self.k = k
        self.c = c
        self.label = 'osc'

    def force(self, x, v):
        return -self.k * x - self.c * v


class System:
    def __init__(self, oscillator, particle, couplings):
        self.oscillator = oscillator
        self.particle = particle
        self.couplings = couplings
        self._gain = 0.3

    def total(self):
        f = self.oscillator.force(self.particle.position[0], self.particle.velocity[0])
        return f * self._gain + self.particle.kinetic() * self.couplings['ab']


def dict_by_key(p):
    return p['a'] * p['b'] ** 2


def dict_unused_key(p):
    return math.sin(p['a']) * 2


def dict_key_in_variable(p, keys):
    total = 0.0
    for key in keys:
        total += p[key] ** 2
    return total * p[keys[0]]


def dict_items(p):
    total = 0.0
    for key, value in p.items():
        total += value * len(key)
        total *= value
    return total


def dict_values(p):
    return sum(v**2 for v in p.values()) * max(p.values())


def dict_iterated(p):
    acc = 1.0
    for key in p:
        acc = acc * p[key] + 1
    return acc


def dict_sorted_keys(p):
    acc = 0.0
    for key in sorted(p):
        acc = acc * 0.5 + p[key] ** 2
    return acc


def dict_get_default(p):
    return p.get('a', 1.0) * p.get('missing', 3.0) + (p.get('nothing') or p['b'])


def dict_membership(p, x):
    if 'offset' in p:
        x = x + p['offset']
    if 'gain' in p:
        x = x * p['gain']
    return x * x


def dict_comprehension_of_dict(p):
    q = {key: value * 2 for key, value in p.items() if key != 'b'}
    return sum(q.values()) * p['b']


def dict_star_star(p):
    return rosen(**p) + rosen(p['y'], y=p['x'])


def rosen(x, y, a=1.0):
    return (a - x) ** 2 + 5 * (y - x * x) ** 2


def dict_merged(p, q):
    r = {**p, **q, 'c': p['a'] * q['b']}
    return r['a'] * r['b'] + r['c']


def dict_union(p, q):
    r = p | q
    return sum(r.values()) + p['b'] * r['b']


def dict_of_arrays(params, x):
    h = np.tanh(params['W1'] @ x + params['b1'])
    return np.sum(params['W2'] * h) + params['b2']


def dict_of_dicts(params, x):
    for name in ('first', 'second'):
        layer = params[name]
        x = np.tanh(layer['W'] @ x + layer['b'])
    return np.sum(x * x)


def dict_of_dicts_all(params):
    total = 0.0
    for name, layer in params.items():
        for key, w in layer.items():
            total += np.sum(w**2) if key == 'W' else np.sum(w)
    return total


def dict_of_lists(data):
    return sum(a * b for a, b in zip(data['a'], data['b'])) * data['a'][0]


def dict_int_keys(c, x):
    return sum(a * x**k for k, a in c.items()) + c[2]


def dict_tuple_keys(J):
    spins = [1, -1, 1]
    energy = 0.0
    for (i, j), coupling in J.items():
        energy += coupling**2 * spins[i] * spins[j]
    return energy * J[0, 1]


def dict_with_options(p):
    y = p['scale'] * p['x']
    if p['mode'] == 'square':
        y = y * y
    if p['shift'] is not None:
        y += p['shift']
    return -y if p['negate'] else y


def list_unpacked(xs):
    a, b, *rest = xs
    return a * b + sum(rest) * a


def list_indexed_in_loop(xs, n):
    total = 0.0
    for i in range(n):
        total += xs[i % len(xs)] * xs[-1 - i % len(xs)]
    return total


def list_star_call(xs):
    return weighted(*xs) + weighted(*xs[1:], xs[0])


def weighted(a, b, c):
    return a + 2 * b * c + 3 * c**2


def nested_list(rows):
    total = 0.0
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            total += value * (i + 1) * rows[j % len(rows)][0]
    return total


def list_of_weight_bias(params, x):
    for W, b in params[:-1]:
        x = np.tanh(W @ x + b)
    W, b = params[-1]
    return np.sum(W @ x + b)


def list_of_dicts(layers, x):
    for layer in layers:
        x = x * layer['gain'] + layer.get('bias', 0.0)
    return x * x


def mixed_list(things):
    total = 0.0
    for thing in things:
        if isinstance(thing, (int, float)):
            total += thing**2
        elif isinstance(thing, np.ndarray):
            total += np.sum(thing**2)
    return total


def tuple_of_everything(t):
    name, (a, b), xs, flag = t
    return (a * b + xs[0] if flag else a) * len(name)


def nested_unpacking(t):
    (a, (b, c)), d = t
    return a * b + c * d


def tuple_in_comprehension(pairs):
    return sum([w * (y - 1) ** 2 for w, y in pairs]) / sum(w for w, _ in pairs)


def tuple_swapped(t):
    a, b = t
    a, b = b, a * b
    return a - b * t[0]


def point_attributes(p):
    return p.x**2 * p.y


def point_unpacked(p):
    x, y = p
    return x * y + p[0]


def points_compared(p, q):
    far = max(p, q, key=lambda r: r.x * r.x + r.y * r.y)
    return far.x * 3 + p.y * q.x


def points_in_list(points):
    area = 0.0
    for p, q in zip(points, points[1:] + points[:1]):
        area += p.x * q.y - q.x * p.y
    return 0.5 * area


def line_with_method(line):
    return line.length() * line.start.x + len(line.label)


def bodies(system):
    energy = 0.0
    for i, a in enumerate(system):
        energy += 0.5 * a.mass * a.velocity**2
        for b in system[i + 1:]:
            energy -= a.mass * b.mass / abs(a.position - b.position)
    return energy


def body_replaced(body, dt):
    for _ in range(3):
        body = body._replace(position=body.position + dt * body.velocity, velocity=body.velocity - dt * body.position)
    return body.mass * body.position + body.velocity


def body_asdict(body):
    d = body._asdict()
    return d['mass'] * d['velocity'] ** 2 + sum(d.values())


def spring_fields(spring, x):
    return 0.5 * spring.k * (x - spring.rest) ** 2


def spring_method(spring, x):
    return spring.energy(x) + spring.energy(2 * x) * spring.frequency


def springs_in_series(springs, x):
    total = 0.0
    for i, s in enumerate(springs):
        x = x + 0.1 * s.k
        total += s.energy(x) / (i + 1)
    return total


def springs_by_name(springs, x):
    table = {s.name: s for s in springs}
    return table['hard'].energy(x) - table['soft'].energy(x) * table['hard'].k


def spring_replaced(spring, x):
    stiff = dataclasses.replace(spring, k=spring.k * x)
    return stiff.energy(2.0) + spring.energy(3.0)


def spring_rest_unused(spring):
    return spring.frequency * spring.k


def frozen_material(m, strain):
    stress = m.young * strain
    if m.kind is Kind.CUBIC:
        stress += m.shear() * strain**3
    if m.limit is not None and stress > m.limit:
        stress = m.limit + 0.1 * (stress - m.limit)
    return stress * strain


def post_init_field_read(box):
    return box.area * box.width + box.height


def post_init_field_stale(box):
    box.width = box.width * 2
    return box.area + box.width * box.height


def nested_dataclasses(beam):
    inertia = beam.section.width * beam.section.height**3 / 12
    moment = 0.0
    for position, load in beam.loads:
        moment += position * load
    return moment / (beam.material.young * inertia) + beam.material.poisson


def dataclass_layers(layers, x):
    for layer in layers:
        x = layer.W @ x + layer.b
        if layer.activation == 'tanh':
            x = np.tanh(x)
    return np.sum(x**2)


def dataclass_options(xs, options):
    if options.method == 'sum':
        y = np.sum(xs**2)
    else:
        y = np.prod(xs)
    if options.weights is not None:
        y += np.sum(options.weights * xs)
    for _ in range(options.degree):
        y = y * options.scale
    return y


def dataclass_fields_by_getattr(spring):
    total = 0.0
    for name in ('k', 'rest'):
        total += getattr(spring, name) ** 2
    return total * spring.k


def object_attributes(particle):
    return particle.mass * np.sum(particle.position**2) + particle.velocity[0]


def object_method(particle):
    return particle.kinetic() * particle.mass


def object_property(particle):
    return np.sum(particle.momentum * particle.position) + np.sum(particle.momentum) ** 2


def object_local_alias(particle):
    x, v, m = particle.position, particle.velocity, particle.mass
    return m * (x @ v)


def objects_in_list(particles):
    centre = sum(p.mass * p.position for p in particles) / sum(p.mass for p in particles)
    return np.sum(centre**2) + sum(p.kinetic() for p in particles)


def objects_in_dict(named):
    return named['sun'].mass * named['earth'].kinetic() + np.sum(named['sun'].position * named['earth'].position)


def object_holding_list(model, x):
    return model.predict(x) * model.bias


def object_class_attribute(model, x):
    return np.sum(model.layers[0] @ x) * model.scale * Model.scale


def object_with_slots(osc, x):
    v = 0.0
    for _ in range(4):
        v += 0.1 * osc.force(x, v)
        x += 0.1 * v
    return x


def object_holding_objects(system):
    return system.total() + system.couplings['ab'] ** 2


def object_and_dict_of_it(system):
    c = system.couplings
    total = 0.0
    for name, value in c.items():
        total += value * system.particle.mass if name.startswith('a') else value
    return total + system.oscillator.k ** 2


def object_written(particle, dt):
    particle.position += dt * particle.velocity
    particle.velocity = particle.velocity * (1 - dt)
    return np.sum(particle.position * particle.velocity)


def object_attribute_rebound(particle, s):
    old = particle.position
    particle.position = old * s
    return np.sum(particle.position * old) + particle.mass


def dict_argument_written(p, x):
    before = p['a']
    p['a'] = p['a'] * x
    p['new'] = p['b'] + x
    return before * p['a'] + p['new'] ** 2


def list_argument_grown(xs, y):
    xs.append(y * xs[0])
    xs[0] = y
    return sum(xs) * xs[-1]


def helper_writes_dict(p, x):
    scale_entries(p, x)
    return p['a'] * p['b']


def scale_entries(p, s):
    for key in p:
        p[key] *= s


def same_class_as_list_and_tuple(xs, ys):
    return sum(x * y for x, y in zip(xs, ys)) + xs[0] * ys[-1]


def parameters_flattened(params):
    flat = [w for layer in params for w in layer]
    return sum(np.sum(w**2) for w in flat) + np.sum(flat[0])


def gradient_step_of_params(params, lr):
    new = [(W - lr * 2 * W, b - lr * b) for W, b in params]
    return sum(np.sum(W**2) + np.sum(b) for W, b in new)


def structure_in_branch(p, flag):
    source = p['left'] if flag else p['right']
    return source['x'] ** 2 + p['left']['x'] * 0.1


def default_dict_argument(d):
    return d['a'] * 2 + d['b'] ** 2


def deque_argument(window):
    return sum(a * (i + 1) for i, a in enumerate(window)) * window[-1]


_u = np.array([0.5, -1.2, 2.0])
_v = np.array([1.1, 0.4, 0.7])
_W = np.array([[0.5, -0.2, 0.3], [0.1, 0.4, -0.7]])
_p = {'a': 0.7, 'b': 1.3}
_pqr = {'a': 0.7, 'b': 1.3, 'ccc': -0.4}
_params = [(_W, np.array([0.1, -0.3])), (np.array([[0.7, -0.9]]), np.array([0.2]))]
_net = {'W1': _W, 'b1': np.array([0.1, -0.3]), 'W2': np.array([0.7, -0.9]), 'b2': 0.4}
_deep = {'first': {'W': _W, 'b': np.array([0.1, -0.3])}, 'second': {'W': np.array([[0.7, -0.9]]), 'b': 0.2}}
_springs = [Spring(2.0, 0.5, 'soft'), Spring(5.0, name='hard'), Spring(3, 1)]
_beam = Beam(Material(2.5, 0.3), Box(0.8, 1.4), [(0.5, 1.5), (1.2, -0.7)])
_layers = [Layer(_W, np.array([0.1, -0.3])), Layer(np.array([[0.7, -0.9]]), np.array([0.2]), 'linear')]
_sun, _earth = Particle(np.array([0.1, 0.2]), np.array([0.0, -0.3]), 3.0), Particle(_v[:2], _u[:2], 0.5)
_model = Model([_W, np.array([[0.7, -0.9]])], 0.3)
_system = System(Oscillator(2.0, 0.3), _earth, {'ab': 0.7, 'bc': 1.3, 'ac': 0.2})
_points = [Point(0.1, 0.2), Point(1.3, 0.4), Point(0.9, 1.7)]

CASES = [
    (dict_by_key, (_p,), (0,)), (dict_by_key, ({'b': 2, 'a': 3},), (0,)), (dict_unused_key, (_pqr,), (0,)),
    (dict_key_in_variable, (_pqr, ['b', 'a']), (0,)), (dict_items, (_pqr,), (0,)), (dict_items, ({},), (0,)),
    (dict_items, ({'ccc': -0.4, 'b': 1.3, 'a': 0.7},), (0,)), (dict_values, (_pqr,), (0,)),
    (dict_iterated, (_pqr,), (0,)), (dict_sorted_keys, ({'z': 0.3, 'a': 1.2},), (0,)), (dict_get_default, (_p,), (0,)),
    (dict_membership, ({'gain': 1.7}, 0.7), (0, 1)), (dict_membership, ({'gain': 1.7, 'offset': 0.4}, 0.7), (0, 1)),
    (dict_comprehension_of_dict, (_pqr,), (0,)), (dict_star_star, ({'x': 0.7, 'y': 1.2},), (0,)),
    (dict_star_star, ({'y': 1.2, 'a': 0.4, 'x': 0.7},), (0,)), (dict_merged, (_p, {'b': 2.0}), (0, 1)),
    (dict_union, (_p, {'b': 2.0, 'd': 0.3}), (0, 1)), (dict_of_arrays, (_net, _u), (0, 1)),
    (dict_of_dicts, (_deep, _u), (0, 1)), (dict_of_dicts_all, (_deep,), (0,)),
    (dict_of_lists, ({'a': [0.7, 1.2], 'b': (0.3, 2.0)},), (0,)),
    (dict_int_keys, ({0: 0.3, 2: 1.1, 5: 0.4}, 0.7), (0, 1)),
    (dict_tuple_keys, ({(0, 1): 0.5, (1, 2): 1.2, (0, 2): 0.9},), (0,)),
    (dict_with_options, ({'scale': 2.0, 'x': 0.7, 'mode': 'square', 'shift': None, 'negate': True},), (0,)),
    (dict_with_options, ({'scale': 2.0, 'x': 0.7, 'mode': 'plain', 'shift': 0.3, 'negate': False},), (0,)),
    (list_unpacked, ([0.7, 1.2, 0.4, -0.3],), (0,)), (list_unpacked, ((0.7, 1.2),), (0,)),
    (list_indexed_in_loop, ([0.7, 1.2, 0.4], 5), (0,)), (list_star_call, ([0.7, 1.2, 0.4],), (0,)),
    (nested_list, ([[0.7, 1.2], [0.4, -0.3, 0.9]],), (0,)), (list_of_weight_bias, (_params, _u), (0, 1)),
    (list_of_dicts, ([{'gain': 1.5}, {'gain': 0.7, 'bias': 0.2}, {'bias': 0.1, 'gain': 2}], 0.7), (0, 1)),
    (mixed_list, ([0.7, _u, 'skip', None, 2],), (0,)),
    (tuple_of_everything, (('abc', (0.7, 1.2), [0.3, 9.0], True),), (0,)),
    (tuple_of_everything, (('abc', (0.7, 1.2), [0.3, 9.0], False),), (0,)),
    (nested_unpacking, (((0.7, [1.2, 0.4]), 2.0),), (0,)), (tuple_in_comprehension, (((0.7, 1.2), (0.4, 2.0)),), (0,)),
    (tuple_swapped, ((0.7, 1.2),), (0,)), (point_attributes, (Point(0.7, 1.2),), (0,)),
    (point_unpacked, (Point(0.7, 1),), (0,)), (points_compared, (Point(0.7, 1.2), Point(2.0, 0.1)), (0, 1)),
    (points_in_list, (_points,), (0,)), (line_with_method, (Line(_points[0], _points[1]),), (0,)),
    (bodies, ([Body(1.0, 0.0, 0.2), Body(2.0, 1.5), Body(0.5, -1.0, 0.3)],), (0,)),
    (body_replaced, (Body(1.5, 0.4, 0.7), 0.1), (0, 1)), (body_asdict, (Body(1.5, 0.4, 0.7),), (0,)),
    (spring_fields, (_springs[0], 0.7), (0, 1)), (spring_method, (_springs[0], 0.7), (0, 1)),
    (springs_in_series, (_springs, 0.7), (0, 1)), (springs_by_name, (_springs, 0.7), (0, 1)),
    (spring_replaced, (_springs[0], 0.7), (0, 1)), (spring_rest_unused, (_springs[0],), (0,)),
    (frozen_material, (Material(2.0, 0.3), 0.7), (0, 1)),
    (frozen_material, (Material(2.0, 0.3, Kind.CUBIC), 0.7), (0, 1)),
    (frozen_material, (Material(2.0, 0.3, limit=0.9), 0.7), (0, 1)), (post_init_field_read, (Box(0.8, 1.4),), (0,)),
    (post_init_field_stale, (Box(0.8, 1.4),), (0,)), (nested_dataclasses, (_beam,), (0,)),
    (dataclass_layers, (_layers, _u), (0, 1)), (dataclass_options, (_u, Options(0.7)), (0, 1)),
    (dataclass_options, (_u, Options(0.7, 3, 'prod', _v)), (0, 1)), (dataclass_fields_by_getattr, (_springs[0],), (0,)),
    (object_attributes, (_earth,), (0,)), (object_method, (_earth,), (0,)), (object_property, (_earth,), (0,)),
    (object_local_alias, (_earth,), (0,)), (objects_in_list, ([_sun, _earth],), (0,)),
    (objects_in_dict, ({'sun': _sun, 'earth': _earth},), (0,)), (object_holding_list, (_model, _u), (0, 1)),
    (object_class_attribute, (_model, _u), (0, 1)), (object_with_slots, (Oscillator(2.0, 0.3), 0.7), (0, 1)),
    (object_holding_objects, (_system,), (0,)), (object_and_dict_of_it, (_system,), (0,)),
    (object_written, (_earth, 0.1), (0, 1)), (object_attribute_rebound, (_earth, 0.7), (0, 1)),
    (dict_argument_written, (_p, 0.7), (0, 1)), (list_argument_grown, ([0.7, 1.2], 0.4), (0, 1)),
    (helper_writes_dict, (_p, 0.7), (0, 1)), (same_class_as_list_and_tuple, ([0.7, 1.2], (0.4, 2)), (0, 1)),
    (parameters_flattened, (_params,), (0,)), (gradient_step_of_params, (_params, 0.1), (0, 1)),
    (structure_in_branch, ({'left': {'x': 0.7}, 'right': {'x': 1.2}}, True), (0,)),
    (structure_in_branch, ({'left': {'x': 0.7}, 'right': {'x': 1.2}}, False), (0,)),
    (default_dict_argument, (collections.defaultdict(float, a=0.7, b=1.2),), (0,)),
    (deque_argument, (collections.deque([0.7, 1.2, 0.4]),), (0,)),
]
