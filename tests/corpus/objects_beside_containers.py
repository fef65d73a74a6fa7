"""Objects beside lists, dicts and tuples in one container; methods of classes that inherit, override and are static."""
import numpy as np


class Item:
    rate = 2.0

    def __init__(self, v):
        self.v = v

    def pop(self):
        return self.v * 2

    def get(self):
        return self.v**2

    @classmethod
    def scaled(cls, x):
        return cls.rate * x

    @staticmethod
    def twice(x):
        return 2 * x

    @classmethod
    def made(cls, x):
        return cls(x * cls.rate)


class Faster(Item):
    rate = 3.0

    @staticmethod
    def twice(x):
        return 5 * x


class Other(Item):
    rate = 4.0

    @classmethod
    def scaled(cls, x):
        return cls.rate * x * x


class Unlike:
    rate = 7.0
    scaled = staticmethod(lambda x: 3 * x)

    def __init__(self, v):
        self.v = v

    def twice(self, x):
        return self.v + x

    @staticmethod
    def made(x):
        return Faster(x + 1)


def taken_from_a_dict(x, s):
    d = {'a': Item(x[0] * s), 'b': Item(x[1])}
    d['n'] = {'m': s}
    e = d.pop('n')['m']
    total = 0.0
    for k, v in enumerate(d.values()):
        total += (k + 1.3) * v.v
    return total + e


def attribute_by_place(x, s):
    row = [Item(x[0] * s), {'m': x[1]}, (x[2], s), [x[2], s]]
    return row[0].v * row[1]['m'] + row[2][0] * row[3][1]


def attribute_in_a_loop(x, s):
    row = [Item(x[0] * s), [2.0]]
    row.pop()
    total = 0.0
    for k in range(len(row)):
        total += row[k].v
    return total


def attribute_written(x, s):
    row = [Item(x[0] * s), [2.0, x[1]]]
    row[0].v = s * 2
    row[0].v *= x[2]
    return row[0].v + row[1].pop()


def method_that_both_have(x, s):
    row = [Item(x[0] * s), [2.0, x[1]]]
    return row[0].pop() * 3 + row[1].pop()


def told_by_class(x, s):
    total = 0.0
    for v in [Item(x[0] * s), [2.0, x[1]], {'p': x[2]}]:
        if isinstance(v, list):
            total += v.pop()
        elif isinstance(v, dict):
            total += v.pop('p')
        else:
            total += v.pop()
    return total


def class_methods_inherited(x, s):
    total = 0.0
    for o in [Item(s), Faster(x[1])]:
        total += o.scaled(x[0]) + o.v
    return total


def methods_of_each_class(x, s):
    total = 0.0
    for k, o in enumerate([Item(s), Faster(x[0]), Other(x[1]), Unlike(x[2])]):
        total += (o.twice(s) + o.scaled(x[0]) * 2 + o.made(s).v * 4) * (k + 1)
    return total


def class_methods_mapped(x, s):
    total = 0.0
    for k, o in enumerate([Item(s), Faster(x[1])]):
        total += sum(map(o.scaled, x)) * (k + 1)
    return total


def loop_over_nothing(x, s):
    items, none = [Item(x[0] * s), Item(x[1])], []
    total = 0.0
    for v in [v for v in reversed(items)]:
        total += v.v * s
    for v in none:
        total += v.v
    return total


def list_or_object_in_turn(x, s):
    total = 0.0
    for k in range(3):
        v = [x[0] * s, x[2]] if k % 2 else Item(1.0)
        if k % 2:
            v.append(s)
            total += len(v) * s + v[1]
        else:
            v.v = s
            total += v.v * s
    return total


def text_or_set_in_turn(x, s):
    row = ['abc', {1, 2}]
    w = row.pop()
    total = len(w) * s + sum(x[k] for k in w)
    row.insert(0, w)
    return total + len(row[1]) * s + sum(row[0]) * s + sum(x[k] for k in row[0])


def object_and_then_a_function(x, s):
    v = Item(x[1])
    total, w = v.v, v
    v = lambda y: y * x[1]
    return total + v(s) + w.v


def rows_in_parallel(x, s):
    rows = [[v, v * s] for v in x]
    rows[0], t = [p + q for p, q in zip(rows[0], rows[1])], rows[0][1]
    rows[1], rows[2] = [rows[1][1], rows[2][0]], [2 * v for v in rows[0]]
    return rows[0][0] * t + rows[1][1] * rows[2][0]


class Total:
    rate = 1.0

    def __init__(self, a):
        self.a = a

    def total(self, k=1):
        return self.a * 2 + k

    def same(self):
        return self.a**2

    @classmethod
    def rated(cls, y):
        return cls.rate * y

    @staticmethod
    def fixed(y):
        return Total.rate * y


class Squared(Total):
    def total(self, k=1):
        return self.a**2 * k


class Times(Total):
    def total(self, k=2):
        return super().total(k) * self.a


def methods_kept_in_a_list(x, s):
    items = [Total(x[0]), Squared(x[1]), Times(x[2])]
    kept = [o.total for o in items]
    items[1].a = s
    return sum(f(k) for k, f in enumerate(kept))


def methods_kept_in_turn(x, s):
    total = 0.0
    for o in [Total(x[0]), Squared(x[1] * s)]:
        f = o.total
        total += f(2) + f(s) + o.same()
    return total


def methods_given_to_a_helper(x, s):
    def used(f):
        return f(3) * 2

    return sum(used(o.total) for o in [Total(x[0]), Squared(s), Total(x[1])])


def method_of_one_of_two(x, s):
    o = Total(x[0]) if s > 5 else Squared(x[1] * s)
    f = o.total
    o.a *= 2
    return f(x[2]) + getattr(Total(x[0]) if s < 0 else Times(s), 'total')(3)


def methods_of_the_class_as_values(x, s):
    Total.rate = x[0]
    o = Squared(s)
    f, g = o.rated, o.fixed
    total = f(2.0) * g(x[1]) + o.a
    Total.rate = 1.0
    return total


CASES = [
    (f, (np.array([1.3, 0.7, 0.4]), 0.8), (0, 1))
    for f in (
        taken_from_a_dict, attribute_by_place, attribute_in_a_loop, attribute_written, method_that_both_have,
        told_by_class, class_methods_inherited, methods_of_each_class, class_methods_mapped, loop_over_nothing, list_or_object_in_turn, text_or_set_in_turn,
        object_and_then_a_function, rows_in_parallel, methods_kept_in_a_list, methods_kept_in_turn,
        methods_given_to_a_helper, method_of_one_of_two, methods_of_the_class_as_values,
    )
]  # fmt: skip
