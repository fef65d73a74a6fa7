"""Small rewritings that need types: what is evaluated only sometimes and calls a function that is to be
differentiated becomes a statement of its own, so that its record has a place.
"""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import NONE, Anything, Array, ListOf
from srcad.analysis.views import is_choice_of_parts
from srcad.lower.exceptions import exceptions
from srcad.lower.names import Means
from srcad.tree import (
    COMPREHENSIONS,
    all_names,
    assign,
    assigned_names,
    blocks,
    call,
    constant,
    name,
    placed,
    target,
    transform,
    tuple_of,
    unused,
    walk,
)

LAZY = (gast.IfExp, gast.BoolOp) + COMPREHENSIONS


def tidy(instance):
    """Rewrite an instance's tree where its types ask for it; whether anything changed."""
    return Tidy(instance).run()


class Tidy:
    def __init__(self, instance):
        self.instance, self.inference = instance, instance.inference
        self.taken = all_names(instance.tree)
        self.changed = False

    def run(self):
        self.instance.tree.body = blocks(self.instance.tree.body, self.statement)
        if self.changed:
            exceptions(self.instance.tree, Means(self.instance.tree, self.instance.source))
        return self.changed

    def fresh(self, text):
        return unused(text, self.taken)

    def statement(self, s):
        if isinstance(s, gast.FunctionDef):
            return [s]
        if isinstance(s, gast.For):
            return self.loop_head(s)
        if isinstance(s, (gast.If, gast.While, gast.Assert)) and self.writes(s.test):
            return placed(self.with_test(s), s)
        if not isinstance(s, (gast.Assign, gast.AugAssign, gast.Return, gast.Expr)) or s.value is None:
            return [s]
        if isinstance(s, gast.Return) and self.gives_nothing(s.value):
            self.changed = True
            return placed([gast.Expr(s.value), gast.Return(constant(None))], s)
        if isinstance(s, gast.Return) and isinstance(s.value, gast.Call) and self.writes(s.value):
            self.changed = True
            text = self.fresh('value')  # what was there before is not what is there when the function ends
            return placed([assign(text, s.value), gast.Return(name(text))], s)
        lazy = self.first_lazy(s.value)
        if lazy is None:
            return self.apart(s) if isinstance(s, gast.Assign) else [s]
        self.changed = True
        if lazy is s.value and (
            isinstance(s, gast.Return)
            or isinstance(s, gast.Assign)
            and isinstance(s.targets[0], gast.Name)
            and not isinstance(s.value, gast.GeneratorExp)
        ):
            return [gast.copy_location(o, s) for o in self.spelled_out(s, lazy)]
        if self.inference.heap is None and self.writes(lazy):  # into what stands before it in the line, perhaps
            self.inference.only_by_reference('srcad follows by reference what a part of a line writes', lazy)
        text = self.fresh('items' if isinstance(lazy, COMPREHENSIONS) else 'choice')
        value = gast.ListComp(lazy.elt, lazy.generators) if isinstance(lazy, gast.GeneratorExp) else lazy
        s.value = transform(s.value, lambda n: gast.copy_location(name(text), n) if n is lazy else None)
        return [gast.copy_location(assign(text, value), s), s]

    def apart(self, s):
        """`s = f(s)` of a function that writes into s, and returns something else, as `value = f(s)` and `s = value`."""
        c, to = self.inference.calls.get(s.value), s.targets[0]
        names = [e.id for e in getattr(to, 'elts', [to]) if isinstance(e, gast.Name)]
        if not isinstance(c, UserCall) or not names or len(names) < len(getattr(to, 'elts', [to])):
            return [s]
        written = c.instance.writes - c.instance.inference.result_params
        given = {m.id for p, a in zip(c.instance.params, c.args) if p in written for m in walk(a) if isinstance(m, gast.Name)}
        if not given & set(names):
            return [s]
        self.changed = True
        texts = [self.fresh('value') for _ in names]
        if isinstance(to, gast.Name):
            return placed([assign(texts[0], s.value), assign(to.id, name(texts[0]))], s)
        first = gast.Assign([gast.Tuple([target(t) for t in texts], gast.Store())], s.value, None)
        return placed([first, gast.Assign([to], tuple_of([name(t) for t in texts]), None)], s)

    def gives_nothing(self, value):
        """Whether a value is a call that is made for what it writes."""
        c = self.inference.calls.get(value)
        return isinstance(c, UserCall) and bool(c.instance.writes) and c.instance.result == NONE

    def writes(self, node):
        """Whether an expression calls a function that writes into what it is given."""
        calls = [self.inference.calls.get(n) for n in walk(node)]
        return any(isinstance(c, UserCall) and c.instance.writes for c in calls)

    def with_test(self, s):
        """A statement whose test is one of its own before."""
        self.changed = True
        text = self.fresh('test')
        first, s.test = assign(text, s.test), name(text)
        if not isinstance(s, gast.While):
            return [first, s]
        stop = gast.If(gast.UnaryOp(gast.Not(), s.test), [gast.Break()], [])
        return [gast.While(constant(True), [first, stop, *s.body], s.orelse)]

    def loop_head(self, s):
        """Give a name to what a loop runs over if it has none, or one that changes its meaning before the loop ends."""
        bound = assigned_names(s.target, *s.body)
        made = []
        for source in sources(s.iter):
            if self.needs_name(source, bound):
                self.changed = True
                text = self.fresh('items')
                made.append(gast.copy_location(assign(text, source), s))
                new = gast.copy_location(name(text), source)
                s.iter = transform(s.iter, lambda n, source=source, new=new: new if n is source else None)
        return [*made, s]

    def needs_name(self, source, bound=frozenset()):
        """Whether active values that are run over have no name, or one of those that are bound anew."""
        t = self.inference.types.get(source)
        if t is None or not t.active:
            return False
        inner = sources(source)
        if inner != [source]:
            return any(self.needs_name(a, bound) for a in inner)
        return not is_path(source) or any(isinstance(n, gast.Name) and n.id in bound for n in walk(source))

    def first_lazy(self, node):
        """The outermost expression that is evaluated as the program goes and holds a call to be differentiated."""
        if isinstance(node, LAZY):
            t = self.inference.types.get(node)
            return (
                node
                if any(
                    isinstance(self.inference.calls.get(n), UserCall) and (t.active or self.matters(n))
                    for n in walk(node)
                )
                or isinstance(node, COMPREHENSIONS)
                and self.too_rich(node)
                or t is not None
                and t.active
                and not is_choice_of_parts(node, self.inference)
                and (
                    any(self.may_be_another(n) for part in sometimes(node) for n in walk(part))
                    or any(map(self.may_grow, truths(node)))
                )
                else None
            )
        for child in gast.iter_child_nodes(node):
            found = self.first_lazy(child)
            if found is not None:
                return found
        return None

    def may_be_another(self, node):
        """Whether a part of a list or an array changes, so that it is kept where it is read, and only there."""
        of = self.inference.aliases(node.value) if isinstance(node, gast.Subscript) else ()
        return any(n in self.inference.listed or self.inference.groups.find(n) in self.inference.written for n in of)

    def may_grow(self, test):
        """Whether a test may ask for the truth of a list that changes, so that its answer is kept."""
        t = self.inference.types.get(test)
        unknown = isinstance(t, Anything) and not t.array and isinstance(test, gast.Name)
        return unknown or isinstance(t, ListOf) and bool(self.inference.aliases(test) & self.inference.listed)

    def matters(self, node):
        return self.inference.types[node].active or self.inference.calls[node].instance.writes

    def too_rich(self, node):
        """A comprehension whose gradient is better written as that of a loop."""
        t = self.inference.types.get(node)
        if t is None or not t.active:
            return False
        return (
            len(node.generators) > 1
            or any(
                isinstance(n, LAZY)
                and n is not node
                and self.inference.types.get(n) is not None
                and self.inference.types[n].active
                for n in walk(node.elt)
            )
            or any(self.needs_name(g.iter) or self.is_used_up(g.iter) for g in node.generators)
            or not isinstance(node.elt, gast.Name)
            and isinstance(self.inference.types.get(node.elt), (Array, ListOf))
        )

    def is_used_up(self, source):
        """Whether a comprehension may go over an iterator, which gives its items only once: a loop keeps them."""
        types = [self.inference.types.get(part) for part in sources(source)]
        return any(isinstance(t, Anything) and not t.active for t in types)

    def spelled_out(self, s, lazy):
        to = s.targets[0].id if isinstance(s, gast.Assign) else None
        if isinstance(lazy, gast.IfExp):
            make = (
                (lambda v: [gast.copy_location(assign(to, v), s)])
                if to
                else (lambda v: [gast.copy_location(gast.Return(v), s)])
            )
            return [gast.If(lazy.test, make(lazy.body), make(lazy.orelse))]
        if to is None:
            to = self.fresh('choice' if isinstance(lazy, gast.BoolOp) else 'items')
            return [
                *self.spelled_out(gast.copy_location(assign(to, lazy), s), lazy),
                gast.Return(gast.copy_location(name(to), s)),
            ]
        if isinstance(lazy, gast.BoolOp):
            first, *rest = lazy.values
            rest = rest[0] if len(rest) == 1 else gast.copy_location(gast.BoolOp(lazy.op, rest), lazy)
            if any(isinstance(n, gast.Name) and n.id == to for n in walk(rest)):
                text = self.fresh('choice')
                return [
                    *self.spelled_out(gast.copy_location(assign(text, lazy), s), lazy),
                    gast.copy_location(assign(to, gast.copy_location(name(text), s)), s),
                ]
            test = name(to) if isinstance(lazy.op, gast.And) else gast.UnaryOp(gast.Not(), name(to))
            return [assign(to, first), gast.If(test, [gast.copy_location(assign(to, rest), s)], [])]
        return self.loop_of(to, lazy, s)

    def loop_of(self, to, comprehension, s):
        """`[E for v in us if t]` as a loop that appends."""
        text = self.fresh('items') if to in {n.id for n in walk(comprehension) if isinstance(n, gast.Name)} else to
        renames, outside = {}, set(walk(comprehension.generators[0].iter))  # where its names mean nothing yet
        for g in comprehension.generators:
            for n in walk(g.target):
                if isinstance(n, gast.Name) and self.used_outside(n.id, comprehension):
                    renames[n.id] = self.fresh(n.id + '_')
        comprehension = transform(
            comprehension,
            lambda n: (
                gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n)
                if isinstance(n, gast.Name) and n.id in renames and n not in outside
                else None
            ),
        )
        body = [
            gast.Expr(gast.copy_location(call(gast.Attribute(name(text), 'append', gast.Load()), comprehension.elt), s))
        ]
        for g in reversed(comprehension.generators):
            for test in reversed(g.ifs):
                body = [gast.If(test, body, [])]
            body = [gast.For(g.target, g.iter, body, [], None)]
        for n in walk(body[0]):
            if isinstance(n, gast.stmt):
                gast.copy_location(n, s)
        out = [assign(text, gast.copy_location(gast.List([], gast.Load()), s)), *body]
        return out if text == to else [*out, assign(to, gast.copy_location(name(text), s))]

    def used_outside(self, n, comprehension):
        inside = set(walk(comprehension))
        return any(isinstance(m, gast.Name) and m.id == n and m not in inside for m in walk(self.instance.tree))


def sources(node):
    """What a loop runs over: the arguments of `enumerate`, `zip` and `reversed`, or the thing itself."""
    if (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Name)
        and node.func.id in ('enumerate', 'zip', 'reversed')
    ):
        return [inner for a in node.args for inner in sources(a)]
    return [node]


def is_path(node):
    """A name, or subscripts and transposes of one."""
    if isinstance(node, gast.Name):
        return True
    if isinstance(node, gast.Subscript):
        return is_path(node.value)
    return isinstance(node, gast.Attribute) and node.attr == 'T' and is_path(node.value)


def sometimes(node):
    """The parts of a choice that are evaluated only where what stands before them says so."""
    out = []
    for n in walk(node):
        out += [n.body, n.orelse] if isinstance(n, gast.IfExp) else []
        out += n.values[1:] if isinstance(n, gast.BoolOp) else n.comparators[1:] if isinstance(n, gast.Compare) else []
    return out


def truths(node):
    """The expressions whose truth a choice asks for."""
    if isinstance(node, gast.IfExp):
        return [*asked(node.test), *truths(node.body), *truths(node.orelse)]
    if isinstance(node, gast.BoolOp):
        return [t for v in node.values[:-1] for t in asked(v)] + truths(node.values[-1])
    return []


def asked(test):
    """The expressions whose truth is that of a test, or a part of it."""
    if isinstance(test, gast.BoolOp):
        return [t for v in test.values for t in asked(v)]
    return asked(test.operand) if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not) else [test]
