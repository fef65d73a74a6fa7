"""Expressions that assign, or that only statements can spell out, before the statement they stand in."""

import math
import statistics
from collections import Counter
from types import FunctionType, ModuleType

import gast
import numpy as np

from srcad.by_memory import is_of_library
from srcad.lower.comprehensions import KINDS, added, collected, loop, movable, walrus_targets
from srcad.lower.evaluation import calls_calmly, is_in, only_computes
from srcad.lower.names import MISSING
from srcad.lower.order import has_star, slots
from srcad.lower.quiet import is_guarded
from srcad.tree import FUNCTIONS, Ours, assign, blocks, call, children, clone, constant, name, placed, shared_names, target, transform, walk

USES_UP = {
    sum,
    max,
    min,
    list,
    tuple,
    sorted,
    set,
    frozenset,
    Counter,
    dict,
    math.prod,
    math.fsum,
    statistics.mean,
    statistics.fmean,
    statistics.median,
    statistics.variance,
    statistics.stdev,
    statistics.pvariance,
    statistics.pstdev,
}  # each takes a whole generator
LOOKING = {'get', 'keys', 'values', 'items'}  # methods of dicts that change nothing
CHANGING = {'sort', 'fill', 'put', 'partition', 'resize', 'setfield', 'setflags', 'byteswap', 'itemset'}  # of arrays


def hoist(function, means):
    """Walruses, stars in lists, and comprehensions of dicts and sets become statements, in the order of evaluation.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x, v):
    ...     while (x := x / 2) > 0.1:
    ...         x = x - 0.01
    ...     if x > 0 and (y := x * x) > 0:
    ...         return x * (x := y) + sum([*v, x])
    >>> source = parse(f)
    >>> print(to_source(hoist(source.tree, Means(source.tree, source))), end='')
    def f(x, v):
        while True:
            x = x / 2
            if not x > 0.1:
                break
            x = x - 0.01
        if x > 0:
            y = x * x
            if y > 0:
                x_2 = x
                x = y
                part = x_2 * x
                items = []
                for item in v:
                    items.append(item)
                items.append(x)
                return part + sum(items)
    """
    function.body = blocks(function.body, Hoist(function, means).statement)
    return function


class Hoist:
    def __init__(self, function, means):
        self.function, self.means = function, means
        self.shared = shared_names(function)
        self.captured = {
            n.id
            for f in walk(function)
            if isinstance(f, FUNCTIONS) and f is not function
            for n in walk(f)
            if isinstance(n, gast.Name)
        }
        self.is_guarded = is_guarded(function.body)
        self.around = set()  # the variables of the loops that are being made

    # What has to become a statement

    def needs(self, node):
        if isinstance(node, FUNCTIONS):
            return False
        if isinstance(node, gast.NamedExpr):
            return True
        if isinstance(node, gast.GeneratorExp):
            return self.needs(node.generators[0].iter)
        if isinstance(node, KINDS):
            return self.needs(node.generators[0].iter) or self.is_loop(node)
        if isinstance(node, gast.List) and isinstance(node.ctx, gast.Load) and has_star(node):
            return True
        if isinstance(node, gast.Call) and self.used_up(node):
            return True
        if isinstance(node, gast.Compare) and any(map(self.acts, node.comparators[1:])):
            return True
        if isinstance(node, gast.Call) and (self.acting_owner(node) or self.acting_names(node)):
            return True
        if isinstance(node, gast.FormattedValue) and self.may_change(node.value):
            return True
        return any(map(self.needs, children(node)))

    def may_change(self, node):
        """Whether what an f-string shows calls something that may change what the program reads later."""
        calls = [n for n in walk(node) if isinstance(n, gast.Call) and not is_method(n.func)]
        return not all(calls_calmly(n, self.means) for n in calls)

    def acts(self, node):
        """Whether an expression calls something that may change something: how often it is evaluated matters."""
        return any(
            isinstance(n, gast.Call)
            and not calls_calmly(n, self.means)
            and not (is_method(n.func) or isinstance(n.func, gast.Attribute) and n.func.attr in LOOKING)
            and not only_computes(self.means(n.func))
            for n in walk(node)
        )

    def acting_owner(self, node):
        """What says which function a call calls, if that changes something itself: `f()(x)`, `o.scaled().area()`."""
        base = node.func
        while isinstance(base, gast.Attribute):
            base = base.value
        is_super = isinstance(base, gast.Call) and getattr(base.func, 'id', '') == 'super'
        return base if not isinstance(base, gast.Name) and not is_super and self.acts(base) else None

    def acting_names(self, node):
        """The name and the default that `getattr` and its kin are given, if to find them changes something."""
        return [a for a in node.args[1:] if self.acts(a)] if self.means(node.func) in (getattr, hasattr, setattr) else []

    def may_fail(self, node):
        """Whether a part is a call of the program's: what any() and all() do not come to is not to be computed."""
        f = self.means(node.func) if isinstance(node, gast.Call) else len
        local = f is MISSING and isinstance(node.func, gast.Name)
        return local or isinstance(f, FunctionType) and not is_of_library(f)

    def is_loop(self, node):
        """Whether a comprehension is to be a loop."""
        if not movable(node, self.means):
            return False
        if isinstance(node, (gast.DictComp, gast.SetComp)) or self.needs(node.elt) or self.orders(node.elt):
            return True
        first, *others = node.generators
        lazy = [*first.ifs, *(part for g in others for part in (g.iter, *g.ifs))]
        stars = [n for g in node.generators for n in walk(g.target) if isinstance(n, gast.Starred)]
        return bool(stars) or any(map(self.needs, lazy))

    def orders(self, node):
        """Whether an expression orders items by a key, which takes several statements."""
        keyed = [n for n in walk(node) if isinstance(n, gast.Call) and any(k.arg == 'key' for k in n.keywords)]
        return any(is_in(self.means(n.func), (max, min, sorted)) for n in keyed)

    def used_up(self, node):
        """Whether a call takes all of a generator that is to be a loop, or as much as any() and all() take."""
        if not node.args or not isinstance(node.args[0], gast.GeneratorExp):
            return False
        f, whole = self.means(node.func), node.args[0]
        if f is any or f is all:
            asks = any(map(self.asks_an_object, walk(whole)))
            in_turn = asks or self.acts(whole) or self.is_guarded or any(map(self.may_fail, walk(whole)))
            return movable(whole, self.means) and (self.is_loop(whole) and len(whole.generators) == 1 or in_turn)
        joins = getattr(node.func, 'attr', None) == 'join' and isinstance(node.func.value, gast.Constant)
        return self.is_loop(whole) and (joins or any(f is known for known in USES_UP))

    def asks_an_object(self, n):
        """Whether this calls a method that may be of a class of the program, whatever its name: `o.count(x)`."""
        if not isinstance(n, gast.Call) or not isinstance(n.func, gast.Attribute):
            return False
        of_text = hasattr(str, n.func.attr) and not hasattr(list, n.func.attr)
        return not of_text and not isinstance(self.means(n.func.value), ModuleType)

    # Statements

    def statement(self, s):
        if isinstance(s, gast.While) and self.needs(s.test):
            return placed(self.while_loop(s), s)
        if isinstance(s, gast.If) and self.needs(s.test):
            return placed(self.branch(s), s)
        if isinstance(s, gast.AugAssign):
            return placed(self.augmented(s), s)
        if isinstance(s, gast.Assign) and len(s.targets) == 1:
            return placed(self.assignment(s), s)
        if isinstance(s, gast.Assert) and s.msg is not None and self.acts(s.msg):
            failing = self.statement(placed([gast.Raise(call('AssertionError', s.msg), None)], s)[0])
            return self.statement(placed([gast.If(gast.UnaryOp(gast.Not(), s.test), failing, [])], s)[0])
        if isinstance(s, (gast.Raise, gast.Delete)):
            return placed([*self.acting_parts(s), s], s)
        out, owner = [], s.items[0] if isinstance(s, gast.With) else s
        for field in ('value', 'iter', 'test', 'exc', 'context_expr'):
            value = getattr(owner, field, None)
            if isinstance(value, gast.expr) and self.needs(value) and not isinstance(s, (gast.While, gast.AnnAssign)):
                setattr(owner, field, self.expr(value, out))
        if isinstance(s, gast.Expr) and isinstance(s.value, gast.Name) and out:
            return placed(out, s)
        return placed([*out, s], s)

    def acting_parts(self, s):
        """The lines before a `raise` or a `del` that do what its parts do besides."""
        out = []
        if isinstance(s, gast.Raise):
            given = s.exc.args if isinstance(s.exc, gast.Call) else []
            for k, a in enumerate(given):
                if self.needs(a) or self.acts(a):
                    given[k] = self.named(a, out)
        else:
            for to in s.targets:
                if isinstance(to, gast.Subscript) and not isinstance(to.slice, gast.Slice) and self.acts(to.slice):
                    to.value = self.named(to.value, out) if self.acts(to.value) else to.value
                    to.slice = self.named(to.slice, out)
        return out

    def named(self, node, out):
        text = self.means.fresh('part')
        out.append(assign(text, self.expr(node, out)))
        return gast.copy_location(name(text), node)

    def while_loop(self, s):
        """`while a and b` with walruses as `while True: ... if not a: break ... if not b: break`."""
        is_and = isinstance(s.test, gast.BoolOp) and isinstance(s.test.op, gast.And)
        tests = []
        for test in s.test.values if is_and else [s.test]:
            test = self.expr(test, tests)
            tests.append(gast.If(gast.UnaryOp(gast.Not(), test), [gast.Break()], []))
        s.test, s.body = constant(True), [*placed(tests, s.test), *s.body]
        return [s]

    def branch(self, s):
        out = []
        if isinstance(s.test, gast.BoolOp) and isinstance(s.test.op, gast.And) and not s.orelse:
            lazy = next((k for k, v in enumerate(s.test.values) if k and self.needs(v)), None)
            if lazy is not None:
                first, rest = (joined(s.test, part) for part in (s.test.values[:lazy], s.test.values[lazy:]))
                inner = self.branch(gast.copy_location(gast.If(rest, s.body, []), s))
                s.test, s.body = self.expr(first, out), inner
                return [*out, s]
        s.test = self.expr(s.test, out)
        return [*out, s]

    def assignment(self, s):
        out, (to,) = [], s.targets
        if self.needs(s.value):
            hint = to.id if isinstance(to, gast.Name) and self.may_hold(to.id, s.value) else None
            s.value = self.expr(s.value, out, hint)
            if hint and isinstance(s.value, gast.Name) and s.value.id == hint and out:
                return out
        if isinstance(to, (gast.Subscript, gast.Attribute)) and self.needs(to):
            s.value = self.freeze(s.value, [to], out)
            self.operands(slots(to), out)
        return [*out, s]

    def may_hold(self, text, value):
        """Whether a variable may hold a value while it is being made: nothing reads the variable meanwhile."""
        read = any(isinstance(n, gast.Name) and n.id == text for n in walk(value))
        return not read and not self.is_guarded and text not in self.captured | self.shared

    def augmented(self, s):
        out, to = [], s.target
        if not self.needs(s.value):
            self.operands(slots(to), out)
            return [*out, s]
        if isinstance(to, gast.Name) and to.id not in walrus_targets([s.value]) | self.shared:
            s.value = self.expr(s.value, out)
            return [*out, s]
        places = slots(to)
        for k, slot in enumerate(places):  # what is added to is read before the value is computed
            slot.set(self.freeze(self.expr(slot.get(), out), [p.get() for p in places[k + 1 :]] + [s.value], out))
        part = self.means.fresh('part')
        read = clone(to)
        read.ctx = gast.Load()
        out.append(assign(part, read))
        s.value, s.target = self.expr(s.value, out), target(part)
        return [*out, s, gast.Assign([to], name(part), None)]

    # Expressions

    def expr(self, node, out, to=None):
        """The expression with what it needs before it added to `out`; `to` may hold a value that is made in steps."""
        if not self.needs(node):
            return node
        made = len(out)
        kind = type(node).__name__
        write = getattr(self, 'write_' + kind, None)
        node = (write(node, out, to) if write else None) or self.strict(node, out)
        placed(out[made:], node)
        return node

    def strict(self, node, out):
        self.operands(slots(node), out)
        return node

    def operands(self, places, out):
        """Expressions that are evaluated one after the other, those before the last that needs statements by names."""
        last = max((k for k, p in enumerate(places) if self.needs(p.get())), default=-1)
        for k, place in enumerate(places[: last + 1]):
            value = self.expr(place.get(), out)
            place.set(self.freeze(value, [p.get() for p in places[k + 1 : last + 1]], out) if k < last else value)

    def freeze(self, node, later, out):
        """What a node is now, however its variables change in the expressions that come later."""
        if isinstance(node, gast.Constant) or isinstance(node, gast.Lambda) and not node.args.defaults:
            return node
        if isinstance(node, gast.Name) and node.id not in walrus_targets(later) | self.shared:
            return node
        if isinstance(node, gast.Attribute) and isinstance(self.means(node.value), ModuleType):
            return node
        if isinstance(node, gast.Starred):
            node.value = self.expr(gast.copy_location(gast.List([clone(node)], gast.Load()), node), out)
            return node
        text = self.means.fresh(node.id if isinstance(node, gast.Name) else 'part')
        value = gast.JoinedStr([node]) if isinstance(node, gast.FormattedValue) else node
        out += placed([assign(text, value)], node)
        held = gast.copy_location(name(text), node)
        return gast.FormattedValue(held, -1, None) if isinstance(node, gast.FormattedValue) else held

    def write_NamedExpr(self, node, out, to):
        out += placed([assign(node.target.id, self.expr(node.value, out))], node)
        return gast.copy_location(name(node.target.id), node.target)

    def write_FormattedValue(self, node, out, to):
        text = self.means.fresh('part')
        out += placed([assign(text, self.expr(node.value, out))], node)
        node.value = gast.copy_location(name(text), node.value)
        return node

    def write_IfExp(self, node, out, to):
        node.test = self.expr(node.test, out)
        if not self.needs(node.body) and not self.needs(node.orelse):
            return node
        text = to or self.means.fresh('choice')
        sides = []
        for value in (node.body, node.orelse):
            side = []
            value = self.expr(value, side)
            sides.append(placed([*side, assign(text, value)], value))
        out.append(gast.If(node.test, *sides))
        return gast.copy_location(name(text), node)

    def write_BoolOp(self, node, out, to):
        lazy = next((k for k, v in enumerate(node.values) if k and self.needs(v)), None)
        if lazy is None:
            return None
        first = self.expr(joined(node, node.values[:lazy]), out)
        return self.chosen(node, first, isinstance(node.op, gast.And), joined(node, node.values[lazy:]), out)

    def write_Compare(self, node, out, to):
        """`a < b < c` where c needs statements: `a < b`, and if that is so, `b < c`."""
        if not any(self.needs(c) or self.acts(c) for c in node.comparators[1:]):
            return None
        self.operands(slots(node), out)
        later = node.comparators[1:]
        node.left = self.freeze(node.left, [node.comparators[0]], out)
        middle = self.freeze(node.comparators[0], later, out)
        if not isinstance(middle, (gast.Name, gast.Constant)):  # evaluated once
            text = self.means.fresh('part')
            out += placed([assign(text, middle)], middle)
            middle = gast.copy_location(name(text), middle)
        first = gast.Compare(node.left, node.ops[:1], [middle])
        return self.chosen(node, first, True, gast.Compare(clone(middle), node.ops[1:], later), out)

    def chosen(self, node, first, go_on, rest, out):
        """`first`, and `rest` in its place where its truth says so."""
        text, inner = self.means.fresh('test'), []
        gast.copy_location(rest, node)
        out.append(assign(text, first))
        rest = self.expr(rest, inner)
        test = name(text) if go_on else gast.UnaryOp(gast.Not(), name(text))
        out.append(gast.If(test, [*inner, assign(text, rest)], []))
        return gast.copy_location(name(text), node)

    # Containers

    def write_ListComp(self, node, out, to):
        self.operands(slots(node), out)
        if not self.is_loop(node):
            return node
        text = to or self.means.fresh('items')
        empty, store = collected(text, node, self.means.fresh)
        out.append(assign(text, empty))
        self.loops(node, store, out)
        return gast.copy_location(name(text), node)

    write_SetComp = write_DictComp = write_ListComp

    def loops(self, node, body, out):
        """The loops of a comprehension, with what its parts need in them."""
        fresh = self.means.fresh
        made = placed(loop(node, body, self.function, fresh, self.around | self.shared), node)
        before, self.around = self.around, self.around | {n.id for n in walk(made[0]) if isinstance(n, gast.Name)}
        out += blocks(made, self.statement)
        self.around = before

    def write_Call(self, node, out, to):
        first = [*filter(None, [self.acting_owner(node)]), *self.acting_names(node)]
        if first:
            names = {}
            for part in first:
                names[part] = self.means.fresh('part')
                out += placed([assign(names[part], self.expr(part, out))], part)
            return transform(node, lambda n: gast.copy_location(name(names[n]), n) if n in names else None)
        if not self.used_up(node):
            return None
        generator = node.args[0]
        f = self.means(node.func)
        if f is any or f is all:
            if len(generator.generators) > 1:
                inner = gast.GeneratorExp(generator.elt, generator.generators[1:])
                generator.elt = gast.copy_location(call(Ours(f.__name__, f), inner), node)
                del generator.generators[1:]
            self.operands(slots(generator), out)
            text = to or self.means.fresh('found' if f is any else 'holds')
            out.append(assign(text, constant(f is all)))

            def body(c):
                test = c.elt if f is any else gast.UnaryOp(gast.Not(), c.elt)
                return [gast.If(test, [assign(text, constant(f is any)), gast.Break()], [])]

            self.loops(generator, body, out)
            return gast.copy_location(name(text), node)
        node.args[0] = gast.copy_location(gast.ListComp(generator.elt, generator.generators), generator)
        return self.strict(node, out)

    def write_List(self, node, out, to):
        if not has_star(node):
            return None
        text = to or self.means.fresh('items')
        first = next(k for k, e in enumerate(node.elts) if isinstance(e, gast.Starred))
        start = gast.copy_location(gast.List(node.elts[:first], gast.Load()), node)
        out.append(assign(text, self.expr(start, out)))
        for e in node.elts[first:]:
            if (
                isinstance(e, gast.Starred)
                and isinstance(e.value, (gast.GeneratorExp, gast.ListComp))
                and movable(e.value, self.means)
            ):
                self.operands(slots(e.value), out)
                self.loops(e.value, lambda c: [added(text, 'append', c.elt)], out)
            elif isinstance(e, gast.Starred):
                item = self.means.fresh('item')
                append = added(text, 'append', name(item))
                out += placed([gast.For(target(item), self.expr(e.value, out), [append], [], None)], e)
            else:
                out += placed([added(text, 'append', self.expr(e, out))], e)
        return gast.copy_location(name(text), node)


def is_method(func):
    """Whether a call is one of a method of texts or arrays that changes nothing."""
    if not isinstance(func, gast.Attribute) or func.attr in CHANGING:
        return False
    return any(hasattr(kind, func.attr) for kind in (str, np.ndarray))


def joined(node, values):
    return values[0] if len(values) == 1 else gast.copy_location(gast.BoolOp(node.op, values), node)
