"""Loops over the attributes of objects: o.__dict__ and vars(o), by their items, values and names."""


class Parameter:
    def __init__(self, data):
        self.data = data


class Module:
    def parameters(self):
        for _, p in self.__dict__.items():
            if isinstance(p, Parameter):
                yield p
            elif isinstance(p, Module):
                yield from p.parameters()

    def listed(self):
        out = []
        for name, p in self.__dict__.items():
            if isinstance(p, Parameter):
                out.append(p)
            elif isinstance(p, Module):
                out.extend(p.listed())
        return out

    def own(self):
        for p in vars(self).values():
            if isinstance(p, Parameter):
                yield p


class Linear(Module):
    def __init__(self, w, b):
        self.w, self.b = Parameter(w), Parameter(b)


class Net(Module):
    def __init__(self, w, b):
        self.name = 'net'
        self.first = Linear(w, b)
        self.rate = 0.5
        self.second = Linear(b, w * b)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.z = 2.0


def yielded(w, b):
    return sum((k + 1) * p.data**2 for k, p in enumerate(Linear(w, b).parameters()))


def listed(w, b):
    return sum((k + 1) * p.data**2 for k, p in enumerate(Net(w, b).listed()))


def stepped(w, b):
    layer = Linear(w, b)
    for p in layer.own():
        p.data = p.data - 0.1 * p.data**2
    return layer.w.data * layer.b.data


def values_added(w, b):
    p = Point(w, w * b)
    return sum(v * v for v in vars(p).values())


def weighed_by_name(w, b):
    p, weights = Point(w, w * b), {'x': 2.0, 'y': b, 'z': w}
    return sum(weights[name] * value for name, value in p.__dict__.items())


def doubled(w, b):
    p = Point(w, b)
    for name in vars(p):
        setattr(p, name, getattr(p, name) * 2)
    return p.x * p.y * p.z


def of_an_argument(p, s):
    total = s
    for name, value in p.__dict__.items():
        total = total * value if name == 'y' else total + value
    return total


CASES = [
    (f, (1.5, 0.8), (0, 1))
    for f in (yielded, listed, stepped, values_added, weighed_by_name, doubled)
] + [(of_an_argument, (Point(0.7, 1.2), 0.4), (0, 1))]
