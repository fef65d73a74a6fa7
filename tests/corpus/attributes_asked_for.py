"""What hasattr and getattr with a default ask: of objects, of their classes, of functions that keep something."""

class Body:
    def __init__(self, x):
        self.x = x


class Weighed(Body):
    mass = 2.0


class Lazy:
    _twin = None

    def __init__(self, x, k):
        self.x, self.k = x, k

    @property
    def twin(self):
        if self._twin is None and self.k:
            self._twin = Body(self.x)
        return self._twin


def default_of_what_is_never_there(x, k):
    body = Body(x)
    return body.x * getattr(body, 'mass', 2.0) + (body.mass if hasattr(body, 'mass') else x * x)


def default_of_some(x, k):
    total = 0.0
    for body in (Body(x), Weighed(x * x)):
        total += body.x * getattr(body, 'mass', x)
    return total


def property_asked_once(x, k):
    lazy = Lazy(x, k)
    r = getattr(lazy.twin, 'x', None) or 2 * x
    return r * getattr(lazy.twin, 'x', 3.0)


def logged(item, log):
    log.append(1)
    return item


def asked_once_in_its_place(x, k):
    log, bodies = [], [Lazy(x, k), Lazy(x * x, 1)]
    total = sum(getattr(b.twin, 'x', x) * getattr(logged(b, log), 'k', 2.0) for b in bodies)
    return total * len(log) + getattr(bodies[0], 'x', logged(x, log)) * len(log)


def given_later(x, k):
    body, total = Body(x), 0.0
    for i in range(3):
        total += getattr(body, 'late', x)
        if i == 1:
            body.late = total * 2
    return total


def asked_before_it_is_there(x, k):
    body, y = Body(x), x
    if not hasattr(body, 'late'):
        body.late = x * x
        y = body.late * y
    if hasattr(body, 'late'):
        y *= body.late
    return y


class Memo:
    def __init__(self, x):
        self.x = x

    def value(self):
        if not hasattr(self, '_value'):
            self._value = self.x**2
            self.made = getattr(self, 'made', 0) + 1
        return self._value


def attribute_as_a_memo(x, k):
    memo = Memo(x)
    return memo.value() * memo.value() * memo.made


PLAIN = (
    default_of_what_is_never_there, default_of_some, property_asked_once, asked_once_in_its_place, given_later,
    asked_before_it_is_there, attribute_as_a_memo,
)  # fmt: skip
CASES = [(f, (1.3, k), (0,)) for f in PLAIN for k in (0, 1)]
