"""Each pass computes the same in the same order: the lowered text is run beside the function itself."""

import dataclasses
import enum
import math
from collections import OrderedDict, deque, namedtuple

import gast
import numpy as np
import pytest

from srcad.of_objects import as_it_is
from srcad.errors import UnsupportedSyntax
from srcad.lower import lowered
from srcad.parse import parse
from srcad.printer import to_source
from srcad.subset import check
from srcad.tree import walk

log = []


def note(value):
    """The value, whose evaluation is remembered."""
    log.append(value)
    return value


def outcome(f, args):
    """What a call gives, and what it notes on the way."""
    log.clear()
    try:
        result = f(*args())
    except Exception as error:
        result = type(error), str(error).partition('\n')[0]  # pytest adds lines to those of asserts
    return result, list(log)


def same_behaviour(f, *calls, gone=()):
    """The lowered function does what f does, for arguments that each call makes anew; kinds of nodes that are gone."""
    source = parse(f)
    tree = lowered(source)
    text = to_source(tree)
    assert not any(isinstance(n, gone) for n in walk(tree)), text
    assert all(hasattr(n, 'lineno') for n in walk(tree) if isinstance(n, (gast.stmt, gast.expr)))
    names = {'as_it_is': as_it_is, **f.__globals__, **{n: b.value for n, b in source.bound.items()}}
    exec(text, names)
    for args in calls:
        args = args if callable(args) else (lambda args=args: args)
        want, got = outcome(f, args), outcome(names[f.__name__], args)
        assert repr(got) == repr(want), f'{text}\n{got}\n{want}'


# Walrus


def in_tests(x):
    if (y := note(x)) > 1:
        y = y + note(2)
    elif (z := note(-x)) > 1 and note(z) < 3:
        y = z
    elif x == 0 and (w := note(7)) and note(w) > 5 and (v := note(w + 1)):
        return v
    while (y := y - note(1)) > 0 and note(y) and (k := note(y * 2)) < 100:
        if k % 3 == 0:
            continue
        note(k)
    return y


def in_operands(x):
    y = note(x) + (x := note(x) + 1) * note(x) + x
    z = [x, (x := x * 2), note(x), f'{x:>4}{(x := 3)}{x!r}']
    return y, z, math.atan2(note(x), (q := note(x) + 1)) + q, [*z, (t := 4), t]


def in_lazy_operands(x):
    a = note(x) or (b := note(5))
    c = (b := note(1)) if note(x) > 1 else (b := note(2)) + note(b)
    d = 0 < note(x) < (e := note(10)) < note(e + x) or note('no')
    f = x > 2 and note(x) and (g := note(3)) and note(g)
    return a, b, c, d, f


def in_comprehensions(xs):
    kept = [note(y) for x in xs if (y := note(x * x)) > 1]
    total = 0
    sums = [total := total + note(x) for x in xs]
    last = 1
    all_of_it = sum((last := note(last * x)) for x in xs)
    some = any((w := note(x)) > 2 for x in xs)
    every = all((v := note(x)) > 0 for x in xs if x != 3)
    pairs = [(u := x) + note(z) for x in xs for z in range(x)]
    return kept, total, sums, last, all_of_it, some, every, pairs, xs and (y, w, v)


def shadowed(x):
    xs = [x := x + note(k) for k in range(3) if (y := k) >= 0]
    k = 'kept'
    rows = [[(last := k) for k in range(k)] for k in range(3)]
    return x, xs, k, rows, last, [x * x for x in [y]]


def in_other_statements(xs):
    for x in (ys := note(xs)):
        note(x)
    total = 1
    total += (total := note(5)) + 1
    zs = [1, 2, 3]
    k = 0
    zs[k] += (k := note(1))
    zs[(k := 2)] = note(k)
    zs[note(0)] *= note(zs[0]) + (k := 4)
    assert (n := len(ys)) < 4, note(n)
    return total, zs, k, n


def test_walrus():
    numbers = [(3,), (0,), (-2,), (1,), (2,)]
    same_behaviour(in_tests, *numbers, gone=gast.NamedExpr)
    same_behaviour(in_operands, *numbers, gone=gast.NamedExpr)
    same_behaviour(in_lazy_operands, *numbers, gone=gast.NamedExpr)
    same_behaviour(in_comprehensions, ([1, 2, 3],), ([],), ([3, 1],), ([-1, 3],), gone=gast.NamedExpr)
    same_behaviour(shadowed, (3,), gone=gast.NamedExpr)
    same_behaviour(in_other_statements, ([1, 2],), ([],), ([1, 2, 3, 4],), gone=gast.NamedExpr)


# The else of loops


def loops_with_else(xs, limit):
    for x in xs:
        if x > limit:
            note('break')
            break
    else:
        note('else')
        for y in xs:
            note(y)
            for z in range(y):
                if z == limit:
                    break
            else:
                if y == 2:
                    continue
                note('inner')
                if y == 3:
                    break
        else:
            note('outer')
    k = 0
    while k < 5:
        k += 1
        for x in xs:
            if x == k + 1:
                break
        else:
            continue
        if k == limit:
            return 'returned'
        break
    else:
        k = -k
    for x in xs:
        pass
    else:
        note('always')
    return k


def test_else_of_loops():
    calls = [(xs, limit) for xs in ([], [1], [2, 3], [3, 2, 1], [1, 2, 3, 4]) for limit in (0, 1, 2, 5)]
    same_behaviour(loops_with_else, *calls)


# match


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Circle:
    radius: float


@dataclasses.dataclass
class Box:
    width: float
    height: float = 1.0


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Computed:
    @property
    def size(self):
        return note(1)


Point = namedtuple('Point', 'x y')


def match_anything(value):
    a = b = rest = None
    match note(value):
        case 1 | -1 | 'one' as a:
            kind = 'literal'
        case None | True:
            kind = 'singleton'
        case Color.RED:
            kind = 'value'
        case []:
            kind = 'empty'
        case [a] if note(a) == 5:
            kind = 'five'
        case [a, 0] | [0, a]:
            kind = 'zero'
        case [0.5, [a, b], *_]:
            kind = 'nested'
        case Point(a, 7):
            kind = 'point'
        case [a, *rest, (9 | 8) as b]:
            kind = 'starred'
        case [a, b] if note(a) > 100:
            kind = 'large'
        case {'kind': 'box', 'size': [a, b], **rest}:
            kind = 'mapping'
        case {'kind': a} if a != 'box':
            return 'left', a
        case {}:
            kind = 'any mapping'
        case Circle(radius=a) | Box(0, a):
            kind = 'class'
        case Box(a, height=1.0 as b) as rest:
            kind = 'box'
        case Plain(a=a, b=2):
            kind = 'plain'
        case float(b) | int(b):
            kind = 'number'
        case str():
            kind = 'text'
        case a if a is rest:
            kind = 'never'
        case b:
            kind = 'other'
    return kind, a, b, rest


def match_of_tuple(x, y):
    for _ in range(2):
        match note(x), note(y), 1:
            case x, y, 0:
                return 'no'
            case (x, y, 1) if note(x) > y:
                x = x - 1
                continue
            case (_, 2, _):
                break
            case x, *y:
                y = y[0]
    return x, y


def match_without_case(x):
    match x:
        case [x, y] if (z := note(x)) > 1:
            return x, y, z
    return x


VALUES = [1, -1, 'one', 1.0, None, True, False, Color.RED, [], (), [5], (6,), [3, 0], [0, 3], [0, 0], [0.5, [1, 2], 3],
          (0.5, (1, 2)), Point(2, 7), [1, 9], [1, 2, 3, 8], (101, 2), [4, 2], deque([1, 2, 9]), range(7, 10), 'ab', b'ab',
          {'kind': 'box', 'size': (1, 2), 'more': 3}, {'kind': 'box'}, {'kind': 'x'}, OrderedDict(), Circle(3), Box(0, 4),
          Box(2), Box(2, 3), Plain(a=1, b=2), Plain(a=1), 2.5, 7, {1, 2}]


def test_match():
    same_behaviour(match_anything, *((v,) for v in VALUES), gone=gast.Match)
    same_behaviour(match_of_tuple, (1, 2), (3, 2), (5, 4), (2, 2), (0, 1), gone=gast.Match)
    same_behaviour(match_without_case, ([1, 2],), ([2, 2],), (3,), gone=gast.Match)


# del, imports, stars, comprehensions, generators


def deletes(x, ys):
    y = note(x)
    z = y + x
    del y
    for y in ys:
        w = y
        del w, (y)
    y = z
    del ys[0], [z, x]
    return y, ys


def imports(x):
    import math as m
    import os.path
    from collections import OrderedDict as Ordered
    from math import pi, sin
    if x:
        from math import cos
    def inner():
        import operator
        return operator.neg(m.sqrt(x))
    return sin(x) + pi, cos(x), Ordered(a=1), inner(), os.path.join('a', 'b')


def imports_two_things(x):
    if x > 0:
        from math import log as f
    else:
        from math import exp as f
    y = f(x)
    from math import sin
    z = sin(x)
    sin = x
    return y, z, sin


def unpacks(xs, rows):
    a, *rest = note(xs)
    *head, (b, *more) = a, rest, [1, 2, 3]
    (c, d), e = [note(1), note(2)], note(3)
    (c, d), c = (5, 6), 7
    first, *_, last = (x for x in xs)
    *everything, = xs
    i, rest[i] = 0, note('set')
    out = []
    for k, (p, *q) in enumerate(rows):
        out.append((k, p, q))
    found = [q for p, *q in rows if p]
    return a, rest, head, b, more, c, d, e, first, last, everything, out, found, [0, *xs, *rest, *(x * 2 for x in xs), 9]


def containers(xs, x):
    squares = {note(k): note(k * x) for k in xs if note(k) != 2}
    found = {k % 2 for k in xs}
    nested = {k: {j: [j * k for j in range(j)] for j in range(k)} for k in range(3)}
    k = len({x: x for x in xs for y in range(2) if {y}})
    return squares, found, nested, k, x, sum({k for k in xs}) if xs else {x: 1 for x in range(2)}


def named_generators(xs, x):
    terms = (note(a * x) for a in note(xs))
    others = (a + x for a in xs if note(a))
    x = note(x + 1)
    xs = [1]
    total = sum(terms)
    if x > 2:
        total += max(others, default=note(0))
    thrice = (a for a in range(3))
    for _ in range(2):
        total += sum(thrice)
    return total


def test_other_statements():
    same_behaviour(deletes, lambda: (1, [1, 2]), lambda: (2, []))
    same_behaviour(imports, (1.0,), (2.0,), gone=(gast.Import, gast.ImportFrom))
    same_behaviour(imports_two_things, (1.0,), (-2.0,), gone=(gast.Import, gast.ImportFrom))
    rows = [(1, 2, 3), (0,), [5, 6]]
    same_behaviour(unpacks, ([1, 2, 3], rows), ([1, 2], rows), ([], rows), ([1], []), ([1, 2], [()]), gone=gast.Starred)
    same_behaviour(unpacks, ({1: 2, 3: 4}, rows), ('abc', rows), (np.arange(3.0), rows))
    same_behaviour(containers, ([1, 2, 3], 5), ([], 2), gone=(gast.DictComp, gast.SetComp))
    same_behaviour(named_generators, ([1, 2], 1), ([0, 3], 4), ([], 2))


# nonlocal


def shared_variables(x, n):
    """A docstring."""
    total = 0
    unused = x

    def add(by):
        nonlocal total, x
        total += by * x
        x += 1
        return [total for _ in range(2)] + [total * total for total in [by]]

    def nested():
        count = 0

        def inner(n=n):
            nonlocal count, total
            count += n
            for total in range(total, total + 2):
                note(total)
            return (lambda total: total + count + x)(total)

        return inner(), inner(2), count

    return add(n), nested(), add(total), total, x, unused, n


def test_nonlocal():
    same_behaviour(shared_variables, (1, 2), (3, 4), gone=gast.Nonlocal)


# What is refused by name


def deleted_and_read(x):
    y = x
    if x > 1:
        del y
    return y


def deleted_in_a_loop(x):
    y = x
    for k in range(3):
        x += y
        if k == 2:
            del y
            continue
    return x


def deleted_and_captured(x):
    y = x

    def g():
        return y

    z = g()
    del y
    return z


def deleted_twice(x):
    y = x
    del y
    del y
    return x


def imports_nothing(x):
    import no_such_module_at_all
    return x


def computed_attribute(x):
    match x:
        case Computed(size=1):
            return 1


def too_many_positions(x):
    match x:
        case Circle(1, 2):
            return 1


def class_of_argument(x, kind):
    match x:
        case kind(y=1):
            return 1


def walrus_in_lambda(x):
    return (lambda t: (y := t) * y)(x)


@pytest.mark.parametrize('f', [deleted_and_read, deleted_in_a_loop, deleted_and_captured, deleted_twice,
    imports_nothing, computed_attribute, too_many_positions, class_of_argument, walrus_in_lambda])
def test_refused_by_name(f):
    with pytest.raises(UnsupportedSyntax) as caught:
        source = parse(f)
        lowered(source)
        check(source, lambda: lowered(source))
    assert caught.value.msg.startswith('srcad does not differentiate ')
    assert caught.value.lineno > f.__code__.co_firstlineno
