"""Can a later write hit what an earlier place read?

An instance of a read and one of a write are described by differences `x - y <= c` between loop counters, sizes,
constants and the places they touch. A negative cycle contradicts itself: then the two never meet. Whatever is not
understood adds no difference, and so counts as a hit.
"""
import itertools
from collections import Counter
from dataclasses import dataclass
from math import gcd

import gast

ZERO = 0  # the variable that stands for the number 0; a term (variable, c) is the number variable + c


@dataclass(frozen=True, eq=False)
class Access:
    """One place in the program that reads or writes (a part of) an array.

    array: identity of the storage; different ones never share memory
    index: layers of subscripts, each a tuple of gast expressions: `row = A[i]`, then `row[1:]`, is ((i,), (1:,)).
        () is the whole array, None an unknown part of it. A flat tuple of expressions is one layer.
        Names must have the values that they had where the view was made, which is in the same trip.
    order: its position among what runs within one trip of all common loops
    loops: those around it, outermost first (not around their `else` part). A comprehension is one too, like `while`.
    """
    array: object
    index: tuple
    order: tuple
    loops: tuple


class Dependence:
    """Which accesses of one function meet.

    constants: names of ints that never change during a call; values: name of one -> the expression that defines it
    sizes: name of an array -> its identity, if this shape never changes during a call (`len(A)`, `A.shape[k]`)
    """

    def __init__(self, function, constants=frozenset(), sizes=None, values=None):
        loops = [n for n in gast.walk(function) if isinstance(n, gast.For)]
        counted = Counter(name for loop in loops for name in bindings(loop.target))
        self.bound = Counter(bindings(function))
        inside = {loop: Counter(bindings(loop)) for loop in loops}
        # A name counts a loop if only loops bind it, and in there only this one. A constant bound twice may be two
        # variables, one of them in a comprehension or a lambda.
        self.counters = {loop: {name for name in bindings(loop.target)
                                if inside[loop][name] == 1 and self.bound[name] == counted[name]} for loop in loops}
        self.constants = {n for n in constants if self.bound[n] <= 1 and not counted[n]}
        self.sizes, self.values = sizes or {}, values or {}
        self.variables, self.twins, self.boxes = {}, [ZERO], {}

    def meets_later(self, read, write):
        """May an instance of write run after one of read, at a common element?"""
        differences, solution = self.pair(read, write)
        for here, there, step in self.common(read, write) if solution else ():
            if settled(differences, solution, (here, there, -step) if step > 0 else (there, here, step)):
                return True
            for same in ((here, there, 0), (there, here, 0)):  # not in a later trip: then in the same, or never
                solution = solution and settled(differences, solution, same)
                differences.append(same)
            if not solution:
                break
        return bool(solution) and write.order > read.order

    def meets_earlier(self, access, write):
        """May an instance of write run before one of access, at a common element?"""
        return self.meets_later(write, access)

    def overlap(self, a, b):
        """May they touch a common element in one and the same trip of all their common loops?"""
        differences, solution = self.pair(a, b)
        for here, there, _ in self.common(a, b) if solution else ():
            differences += [(here, there, 0), (there, here, 0)]
        return bool(solution and settled(differences, solution))

    def common(self, a, b):
        """(counter of a, counter of b, step) of each common loop"""
        pairs = itertools.takewhile(lambda pair: pair[0] is pair[1], zip(a.loops, b.loops))
        return [(turn, self.twins[turn], step) for (turn, step), _ in zip(self.boxes[a].turns, pairs)]

    def pair(self, a, b):
        """What holds if a and b touch the same element, and a solution of it; None if they never do."""
        if a.array != b.array:
            return [], None
        one, other = (self.boxes.get(x) or self.boxes.setdefault(x, Box(self, x)) for x in (a, b))
        differences = one.facts + other.twin_facts
        for place in one.places.keys() & other.places.keys():
            (r, s), (q, t) = one.places[place], other.places[place]
            if (r - q) % gcd(s, t) if s or t else r != q:
                return [], None
            differences += [(place, self.twins[place], 0), (self.twins[place], place, 0)]
        return differences, settled(differences, [0] * len(self.twins))

    def variable(self, *key, twin=False):
        """The number of a variable; with a twin, the second access of a pair has its own, else they share it."""
        if key not in self.variables:
            new = self.variables[key] = len(self.twins)
            self.twins += [new + 1, new + 1] if twin else [new]
        return self.variables[key]

    def builtin(self, e, name):
        """The arguments if e is a plain call of the builtin, else None."""
        if (isinstance(e, gast.Call) and isinstance(e.func, gast.Name) and e.func.id == name and not e.keywords
                and not self.bound[name] and not any(isinstance(a, gast.Starred) for a in e.args)):
            return e.args


class Box:
    """What is known of one access: the counters of its loops, and the place that it touches on each axis."""

    def __init__(self, known, access):
        self.known = known
        self.facts = []  # (x, y, c): x - y <= c
        self.counters = {}  # name -> variable of the loop that counts with it, None if it may be something else
        self.strides = {ZERO: (0, 0)}  # variable -> (r, s): it is r plus a multiple of s
        self.places = {}  # the same for the variables of the axes
        self.turns = [self.turn(loop) for loop in access.loops]  # (variable, least change from trip to later trip)
        self.subscript(access.array, access.index or ())
        self.twin_facts = [(known.twins[x], known.twins[y], c) for x, y, c in self.facts]

    def turn(self, loop):
        turn, step, name = self.known.variable('turn', loop, twin=True), 1, None
        target, e = (loop.target, loop.iter) if isinstance(loop, gast.For) else (None, None)
        backwards = self.known.builtin(e, 'reversed')
        e = backwards[0] if backwards else e
        if (args := self.known.builtin(e, 'range')) and len(args) <= 3:
            terms = [self.term(a) for a in args]
            start, stop, by = [*[(ZERO, 0)][len(args) > 1:], *terms, *[(ZERO, 1)][len(args) > 2:]]
            if by and by[0] == ZERO and by[1]:
                name, step = target, by[1]
                self.between(*(start, turn, plus(stop, -1)) if step > 0 else (plus(stop, 1), turn, start))
                rest, stride = self.stride(start)
                self.strides[turn] = rest, gcd(stride, step)
                step = -step if backwards else step
        elif (args := self.known.builtin(e, 'enumerate')) and isinstance(target, gast.Tuple):
            name, start = target.elts[0], self.term(args[1]) if len(args) > 1 else (ZERO, 0)
            self.between(start, turn, plus(plus(start, self.size(args[0], 0)), -1))
            self.counters[trip(loop).id] = turn if start == (ZERO, 0) else None
        else:
            self.between((ZERO, 0), turn, None)  # no counter of the program's: trips are counted from 0
            self.counters[trip(loop).id] = turn
        for n in bindings(target) if target else ():  # a name that two loops share is the counter of neither
            sure = isinstance(name, gast.Name) and n == name.id and n in self.known.counters.get(loop, ())
            self.counters[n] = turn if sure and n not in self.counters else None
        return turn, step

    def between(self, low, variable, high):
        self.facts += [(low[0], variable, -low[1])] if low else []
        self.facts += [(variable, high[0], high[1])] if high else []

    def stride(self, t):
        rest, stride = self.strides.get(t[0], (0, 1)) if t else (0, 1)
        return rest + t[1] if t else 0, stride

    def size(self, e, axis):
        """The size of an array as a term."""
        if isinstance(e, gast.Name) and e.id in self.known.sizes:
            size = self.known.variable('size', self.known.sizes[e.id], axis)
            self.facts.append((ZERO, size, 0))
            return size, 0

    def term(self, e, counters=None):
        """e as a term; None if it is none, or its names may have other values elsewhere."""
        counters = self.counters if counters is None else counters
        match e:
            case gast.Constant(value=int(c)) if not isinstance(c, bool):
                return ZERO, c
            case gast.Name(id=name) if name in counters:
                return None if counters[name] is None else (counters[name], 0)
            case gast.Name(id=name) if name in self.known.constants:  # its definition may not use the counters here
                value = self.term(self.known.values.get(name), dict.fromkeys([*counters, name]))
                return value or (self.known.variable('name', name), 0)
            case gast.UnaryOp(op=gast.USub(), operand=x):
                return minus((ZERO, 0), self.term(x, counters))
            case gast.BinOp(left=x, op=gast.Add() | gast.Sub() as op, right=y):
                return (plus if isinstance(op, gast.Add) else minus)(self.term(x, counters), self.term(y, counters))
            case gast.Subscript(slice=k, value=gast.Attribute(value=x, attr='shape') | gast.Call(
                    func=gast.Attribute(value=gast.Name(id='np' | 'numpy'), attr='shape'), args=[x], keywords=[])):
                axis = self.term(k, {})
                return self.size(x, axis[1]) if axis and axis[0] == ZERO else None
        array = self.known.builtin(e, 'len')
        return self.size(array[0], 0) if array else None

    def single(self, e):
        """Is e a slice or one int for certain? Then it takes one axis, even if nobody knows which place on it."""
        match e:
            case gast.UnaryOp(op=gast.USub() | gast.UAdd(), operand=x):
                return self.single(x)
            case gast.BinOp(op=gast.Add() | gast.Sub() | gast.Mult() | gast.FloorDiv() | gast.Mod(), left=x, right=y):
                return self.single(x) and self.single(y)
        return isinstance(e, gast.Slice) or bool(self.term(e) or any(self.known.builtin(e, f) for f in ('int', 'len')))

    def subscript(self, array, layers):
        """Follow the layers as far as each subscript's axis is certain."""
        layers = layers if all(isinstance(layer, tuple) for layer in layers) else [layers]
        axes, number = [], 0  # what the layers before have left, and the first axis that none of them has touched
        for layer in layers:
            dots = next((k for k, e in enumerate(layer) if constant(e, Ellipsis)), len(layer))
            last = [e for e in layer[dots + 1:] if not constant(e, None)]
            waiting, axes, untouched = axes, [], number == 0
            for e in layer[:dots]:
                if constant(e, None):
                    axes.append(None)
                elif not self.single(e):
                    return  # a mask or an array of integers may take several axes, and moves those that are left
                elif waiting:
                    axes += self.narrowed(e, waiting.pop(0))
                else:
                    axes, number = axes + self.narrowed(e, self.axis(array, number)), number + 1
            if last:  # nobody knows how many axes the dots are: count from the end, and stop
                if untouched and not waiting and all(map(self.single, last)):
                    for k, e in enumerate(last):
                        self.narrowed(e, self.axis(array, k - len(last)))
                return
            axes += waiting

    def axis(self, array, number):
        """(place, low, end): the place touched is from low to before end; both are None if unknown."""
        # One size for both accesses, though their array may be made anew: if they meet, they have the same one.
        place, size = self.known.variable('place', number, twin=True), self.known.variable('size', array, number)
        self.places[place] = 0, 1
        self.between((ZERO, 0), place, (size, -1))
        return place, (ZERO, 0), (size, 0)

    def narrowed(self, e, axis):
        """Apply one subscript to one axis: what is left of it, [] after a number."""
        if axis is None:  # made by a None, not one of the array's
            return [None] if isinstance(e, gast.Slice) else []
        place, low, end = axis
        if not isinstance(e, gast.Slice):
            at, _ = self.bound(e, low, end)
            self.between(at, place, at)
            self.places[place] = self.stride(at) if at else self.places[place]
            return []
        step = self.term(e.step) if e.step else (ZERO, 1)
        if not step or step[0] != ZERO or step[1] < 1:
            return [(place, None, None)]
        start, stop = low, end
        if e.lower:
            start, back = self.bound(e.lower, low, end)
            self.between(start, place, None)
            start = None if back else start  # counted from the end it may be before low, which then counts
        if e.upper:
            stop, back = self.bound(e.upper, low, end)
            self.between(None, place, plus(stop, -1))
            stop = stop if back else None  # counted from low it may be behind end
        if start:
            rest, stride = self.stride(start)
            self.places[place] = rest, gcd(stride, step[1])
        return [(place, start, stop) if step[1] == 1 else (place, None, None)]

    def bound(self, e, low, end):
        """(the place that e stands for, is it counted from the end?), place None if it is not known."""
        t = self.term(e)
        if t and t[0] == ZERO and t[1] < 0:
            return plus(end, t[1]), True
        # Only a number that is never negative counts from low: suppose it is, and look for a contradiction.
        if t and not settled([*self.facts, (t[0], ZERO, -t[1] - 1)], [0] * len(self.known.twins)):
            return plus(low, t), False
        return None, False


def trip(loop):
    """The number of the trip in which a loop is, as an expression: the place of its item in what it runs over."""
    return gast.Name(f'<trip {id(loop)}>', gast.Load(), None, None)


def plus(s, t):
    """The sum of two terms, or of a term and a number, if it is a term."""
    t = (ZERO, t) if isinstance(t, int) else t
    return (s[0] or t[0], s[1] + t[1]) if s and t and ZERO in (s[0], t[0]) else None


def minus(s, t):
    return (s[0] - t[0], s[1] - t[1]) if s and t and t[0] in (ZERO, s[0]) else None


def constant(e, value):
    return isinstance(e, gast.Constant) and e.value is value


def bindings(tree):
    """The names that a tree binds in any way, each as often as it does."""
    for node in gast.walk(tree):
        read = isinstance(node, gast.Name) and isinstance(node.ctx, gast.Load)
        if not read and not isinstance(node, (gast.Attribute, gast.keyword, gast.Constant)):
            for _, field in gast.iter_fields(node):
                names = field if isinstance(field, list) else [field]
                yield from (name.split('.')[0] for name in names if isinstance(name, str))


def settled(differences, solution, new=None):
    """Bellman and Ford: numbers that meet all differences, and a new one if those given meet the others; else None."""
    solution = solution[:]
    x, y, c = new or (ZERO, ZERO, 0)
    before = solution[y]
    solution[x] = min(solution[x], before + c)
    for _ in range(len({x for x, _, _ in differences}) + 2):
        changed = False
        for x, z, c in differences:
            if solution[z] + c < solution[x]:
                solution[x], changed = solution[z] + c, True
        if new and solution[y] < before:  # only what came from x can have lowered y: round a negative cycle
            return None
        if not changed:
            return solution
