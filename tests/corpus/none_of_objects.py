"""Objects and containers that are None in some runs: their methods, items, loops over them, in a try and outside."""


class Body:
    def __init__(self, p):
        self.p = p

    def scaled(self, u):  # asks nothing of the object
        return 3.0 * u

    def late(self, u):
        if u > 100:
            return self.p
        return u * u

    def use(self, u):
        return self.p * u

    @property
    def two(self):
        return 2.0

    def __getitem__(self, k):
        return 5.0 * k

    @classmethod
    def make(cls, p):
        return cls(p)

    @staticmethod
    def four(u):
        return u * 4


class Twice(Body):
    def scaled(self, u):
        return 4.0 * u

    def use(self, u):
        return self.p * u * u

    @classmethod
    def make(cls, p):
        return cls(2 * p)


def one(x, k):
    return Body(x) if k else None


def two(x, k):
    return Body(x) if k == 1 else Twice(x) if k == 2 else None


def method_that_asks_nothing(x, k):
    body = one(x, k)
    try:
        return body.scaled(x)
    except AttributeError:
        return 7 * x


def method_of_two_classes(x, k):
    body = two(x, k)
    try:
        return body.scaled(x)
    except AttributeError:
        return 7 * x


def property_that_asks_nothing(x, k):
    body = one(x, k)
    try:
        return body.two * x
    except AttributeError:
        return 7 * x


def item_of_none(x, k):
    body = two(x, k)
    try:
        return body[2] * x
    except AttributeError:
        return 7 * x
    except TypeError:
        return 11 * x


def outside_of_a_try(x, k):
    body = two(x, k + 1)
    return body.late(x) + body.scaled(x)


def static_method(x, k):
    body = one(x, k)
    try:
        return body.four(x)
    except AttributeError:
        return 7 * x


def class_or_none(x, k):
    cls = Body if k == 1 else Twice if k == 2 else None
    try:
        return cls.make(x).use(x)
    except AttributeError:
        return 7 * x


def one_class_or_none(x, k):
    cls = Body if k else None
    try:
        return cls.make(x).use(x)
    except AttributeError:
        return 7 * x


def class_called_or_none(x, k):
    cls = Body if k == 1 else Twice if k == 2 else None
    try:
        return cls(x).use(x)
    except TypeError:
        return 7 * x


class Holder:
    def __init__(self, held):
        self.held = held


def attribute_that_is_none(x, k):
    holder = Holder(two(x, k))
    try:
        return holder.held.use(x) + holder.held.scaled(x)
    except AttributeError:
        return 7 * x


def some_of_a_list(x, k):
    total = 0.0
    for body in [one(x, k), Body(x), two(x, k)]:
        try:
            total += body.scaled(x)
        except AttributeError:
            total += 7 * x
    return total


def sum_over_none(x, k):
    row = [x, 2 * x] if k else None
    try:
        return sum(w * w for w in row)
    except TypeError:
        return 3 * x


def sorted_none(x, k):
    row = [3.0, x] if k else None
    try:
        return sorted(row)[0] * x
    except TypeError:
        return 3 * x


def popped_from_none(x, k):
    d = {'s': x} if k else None
    try:
        return d.pop('s')
    except AttributeError:
        return x * x


def asked_first(x, k):
    row = [x, 2 * x] if k else None
    try:
        total = 0.0
        if row:
            for w in row:
                total += w
        return total + x + sum(row or [x * x])
    except TypeError:
        return 3 * x


class Node:
    def __init__(self, v, after=None):
        self.v, self.after = v, after

    def value(self):
        return self.v**2


def linked(x, k):
    node, total = Node(x, Node(x * x, Node(2.0)) if k else None), 0.0
    while node:
        total += node.value()
        node = node.after
    return total


FOUND = (
    method_that_asks_nothing, method_of_two_classes, property_that_asks_nothing, item_of_none, outside_of_a_try,
    static_method, class_or_none, one_class_or_none, class_called_or_none, attribute_that_is_none, some_of_a_list,
    sum_over_none, sorted_none, popped_from_none, asked_first, linked,
)  # fmt: skip
CASES = [(f, (1.3, k), (0,)) for f in FOUND for k in (0, 1, 2) if not (f is outside_of_a_try and k == 2)]


def matched_or_none(x, k):
    row = tuple([x, 2 * x]) if k else None
    match row:
        case [a, b]:
            return a * b
        case None:
            return x * 2.0
    return 1.0


CASES += [(matched_or_none, (1.3, k), (0,)) for k in (0, 1)]


class Doubles:
    def __add__(self, o):
        return o * 2

    def __neg__(self):
        return 0.5

    def __call__(self, o):
        return o * 7


class Triples:
    def __add__(self, o):
        return o * 3

    def __neg__(self):
        return 0.25

    def __call__(self, o):
        return o * 9


def either(k):
    return Doubles() if k == 1 else Triples() if k == 2 else None


def operator_of_either(x, k):
    one = either(k)
    try:
        return one + x
    except TypeError:
        return 7 * x


def sign_of_either(x, k):
    one = either(k)
    try:
        return x * (-one)
    except TypeError:
        return 7 * x


def call_of_either(x, k):
    one = either(k)
    try:
        return one(x) * x
    except TypeError:
        return 7 * x


CASES += [(f, (1.3, k), (0,)) for f in (operator_of_either, sign_of_either, call_of_either) for k in (0, 1, 2)]
