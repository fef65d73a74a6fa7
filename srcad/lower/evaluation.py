"""The order in which a program does things: what may be moved, and how a part gets statements of its own before it."""

import builtins
import functools
import itertools
import math
import operator
from types import BuiltinFunctionType, FunctionType, ModuleType

import gast
import numpy as np

from srcad.analysis.steps import CHANGING, changes
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, assign, assigned_names, children, clone, name, shared_names, transform, walk

ATOMS = (gast.Name, gast.Constant)
TOOLS = {
    getattr(operator, n)
    for n in 'add sub mul truediv floordiv mod pow matmul neg pos abs eq ne lt le gt ge not_ is_ '
    'is_not and_ or_ xor getitem itemgetter attrgetter'.split()
}
TOOLS |= {
    getattr(itertools, n)
    for n in 'product chain combinations combinations_with_replacement permutations islice count '
    'repeat cycle zip_longest compress'.split()
}
TOOLS |= {itertools.chain.from_iterable, getattr(itertools, 'pairwise', zip), zip, enumerate, reversed, list, tuple}
CALLERS = {
    map: 0,
    filter: 0,
    functools.reduce: 0,
    functools.partial: 0,
    itertools.starmap: 0,
    itertools.takewhile: 0,
    itertools.dropwhile: 0,
    itertools.filterfalse: 0,
    itertools.accumulate: 1,
}


OPERATIONS = (gast.BinOp, gast.UnaryOp, gast.Compare, gast.BoolOp, gast.Subscript, gast.Call)


class Stuck(Exception):
    """A part cannot be given statements of its own."""


def is_atom(node):
    """A name or a literal: it may stand in several places, at any time before it is bound anew."""
    return isinstance(node, ATOMS) or isinstance(node, gast.UnaryOp) and isinstance(node.operand, gast.Constant)


def is_calm(node, means):
    """Whether a tree only computes: it calls nothing but functions that change nothing.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> def f(x, g):
    ...     return abs(x) + g(x)
    >>> source = parse(f)
    >>> both, means = source.tree.body[0].value, Means(source.tree, source)
    >>> is_calm(both.left, means), is_calm(both, means)
    (True, False)
    """
    return all(calls_calmly(n, means) for n in walk(node) if not isinstance(n, gast.expr_context))


def calls_calmly(n, means):
    if isinstance(n, (gast.NamedExpr, gast.Yield, gast.YieldFrom, gast.Await)):
        return False
    if not isinstance(n, gast.Call):
        return True
    if isinstance(n.func, gast.Lambda):
        return True
    f = means(n.func)
    if any(k.arg in ('out', None) for k in n.keywords) or f is print:
        return False
    if is_in(f, CALLERS):
        called = n.args[CALLERS[f] :][:1] + [k.value for k in n.keywords if k.arg in ('func', 'function')]
        return all(isinstance(c, (gast.Lambda, gast.Call, gast.Constant)) or is_known(means(c)) for c in called)
    return is_known(f) and all(
        k.arg != 'key' or isinstance(k.value, gast.Lambda) or is_known(means(k.value)) for k in n.keywords
    )


def may_change(tree, means):
    """Whether something in a tree calls what may change things."""
    calls = [n for n in walk(tree) if isinstance(n, gast.Call)]
    calling = [f for f in CALLERS if f is not functools.partial]  # what they are given
    return any(not calls_calmly(n, means) and (is_in(f, tuple(calling)) or not only_computes(f)) for n in calls for f in [means(n.func)])


def only_computes(f):
    """Whether a function of the program changes nothing, as far as its steps tell."""
    acts = isinstance(f, BuiltinFunctionType) and f.__name__ in CHANGING
    return isinstance(f, FunctionType | BuiltinFunctionType | type) and not acts and not changes(f)


def is_known(f):
    """Whether a function changes nothing, and gives the same for the same."""
    return is_in(f, RULES) or is_in(f, TOOLS) or getattr(f, '__module__', None) == 'math' or isinstance(f, np.ufunc)


def asks_objects(tree, means):
    """Whether attributes are read that are no module's: methods that are called only look."""
    if means.operators_act and any(isinstance(n, OPERATIONS) for n in walk(tree)):
        return True
    called = {n.func for n in walk(tree) if isinstance(n, gast.Call)}
    return any(isinstance(n, gast.Attribute) and n not in called and not is_of_module(n, means) for n in walk(tree))


def is_dotted(node):
    """A name, or an attribute of one."""
    while isinstance(node, gast.Attribute):
        node = node.value
    return isinstance(node, gast.Name)


def is_of_module(node, means):
    """`np.pi`, or a function of a module."""
    return isinstance(node, gast.Attribute) and isinstance(means(node.value), ModuleType)


def operands(f):
    """How many operands a function of numbers has, if it always has so many; None for others.

    >>> operands(np.hypot), operands(math.atan2), operands(math.log), operands(len)
    (2, 2, None, None)
    """
    if isinstance(f, np.ufunc):
        return f.nin
    rule = RULES[f] if is_in(f, RULES) else None
    fixed = rule is not None and rule.kind == 'elementwise' and not (rule.others or rule.variadic)
    return len(rule.params) if fixed and not any(rule.params.values()) else None


def is_namedtuple(f):
    return isinstance(f, type) and issubclass(f, tuple) and hasattr(f, '_fields')


def is_in(f, group):
    """Whether a function is one of a group, whatever it is."""
    if isinstance(group, tuple):
        return any(f is g for g in group)
    try:
        return f in group
    except TypeError:
        return False


def is_quiet(statements, means, source=None):
    """Whether statements change nothing but what their own names stand for, and lists that only grow under one name."""
    kept = {n.id for n in walk(source) if isinstance(n, gast.Name)} if source is not None else set()
    for n in (m for s in statements for m in walk(s)):
        if isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load):
            return False
        if isinstance(n, gast.AugAssign) and not isinstance(n.target, gast.Name):
            return False
        if isinstance(n, gast.AugAssign) and not is_sum(n.target.id, means):
            return False
        if isinstance(n, gast.Call) and not calls_calmly(n, means) and not is_append(n, means, kept):
            return False
    return True


def is_untouched(nodes, means):
    """Whether what nodes read is changed nowhere else in the function: numbers, functions, arrays that nobody writes to."""
    own = {n for s in nodes for n in walk(s)}
    read = {n.id for s in nodes for n in walk(s) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load)}
    changed = shared_names(means.tree)
    for n in (n for n in walk(means.tree) if n not in own):
        part = isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load)
        called = isinstance(n, gast.Call) and not calls_calmly(n, means)
        if part or called or isinstance(n, gast.AugAssign):
            parts = [n.func, *n.args, *(k.value for k in n.keywords)] if called else [getattr(n, 'target', n)]
            changed |= names_in(parts)
    changed = with_other_names(changed, means)
    return all(n not in changed if n in means.local else callable(means(name(n))) for n in read)


def names_in(nodes):
    return {m.id for n in nodes for m in walk(n) if isinstance(m, gast.Name)}


def with_other_names(texts, means):
    """Names, and all that may stand for the same, or for what these hold: `turn = o.turn` changes o."""
    pairs = [
        names_in([*n.targets, n.value])
        for n in walk(means.tree)
        if isinstance(n, gast.Assign) and not isinstance(n.value, (gast.BinOp, gast.Constant))
    ]
    pairs += [names_in([n.target, n.iter]) for n in walk(means.tree) if isinstance(n, (gast.For, gast.comprehension))]
    more = set(texts)
    while any(p & more and not p <= more for p in pairs):
        more = more.union(*(p for p in pairs if p & more))
    return more


def is_append(n, means, kept):
    """`items.append(e)` of a list that has no other name."""
    items = n.func.value if isinstance(n.func, gast.Attribute) and n.func.attr == 'append' else None
    if not isinstance(items, gast.Name) or items.id in kept:
        return False
    made_here = all(isinstance(v, (gast.List, gast.ListComp)) for v in means.values(items.id))
    return made_here and is_only_read(items.id, means, grows=True)


def is_only_read(text, means, grows=False, slices=True):
    """Whether only the items of what a local name stands for are used, its length, and known functions of it."""
    fine = set()
    for n in walk(means.tree):
        if (
            isinstance(n, gast.Subscript)
            and isinstance(n.ctx, gast.Load)
            and (slices or not isinstance(n.slice, gast.Slice))
        ):
            fine.add(n.value)
        elif isinstance(n, (gast.For, gast.comprehension)):
            fine.add(n.iter)
        elif isinstance(n, gast.Call):
            fine.update(n.args if is_in(means(n.func), OF_ITEMS) else ())
            if grows and isinstance(n.func, gast.Attribute) and n.func.attr == 'append':
                fine.add(n.func.value)
        elif grows and isinstance(n, gast.Return):
            fine.update([n.value, *getattr(n.value, 'elts', ())])
    reads = [n for n in walk(means.tree) if isinstance(n, gast.Name) and n.id == text and isinstance(n.ctx, gast.Load)]
    return text in means.local and all(n in fine for n in reads)


OF_ITEMS = (len, sum, max, min, enumerate, zip, reversed, math.fsum, math.prod, np.array)


def is_sum(text, means):
    """Whether a name only ever gets numbers that are written there, or what arithmetic gives: += changes no other."""
    values = means.values(text)
    return bool(values) and all(isinstance(v, (gast.Constant, gast.BinOp, gast.UnaryOp)) for v in values)


class Rewrite:
    """Rewrites expressions by a rule; what it puts into `before` runs before them, everything else in its order.

    `rule(node, plain)` gives a new tree or None. Where `plain`, the place is
    evaluated exactly once whenever its statement runs, and the rule may use
    `before`.
    """

    def __init__(self, means, rule):
        self.means, self.rule, self.before, self.origin = means, rule, [], None
        self.is_stuck = False  # whether the last statement stays as it is, though a rule knows a part of it

    def statement(self, s):
        """The statements that a statement becomes."""
        field = next((f for f in ('value', 'test', 'iter', 'exc') if isinstance(getattr(s, f, None), gast.AST)), None)
        if field is None or isinstance(s, (gast.FunctionDef, gast.ClassDef)):
            return [s]
        self.before, self.origin, self.is_stuck = [], s, False
        old = getattr(s, field)
        try:
            new = self.visit(old, not isinstance(s, gast.While))
            if self.before and isinstance(s, gast.AugAssign) and not self.commutes(s.target, self.before):
                raise Stuck
        except Stuck:
            self.is_stuck = True
            return [s]
        if new is old and not self.before:
            return [s]
        setattr(s, field, new)
        return [*(place(clone(made), s) for made in self.before), s]

    def visit(self, node, plain):
        parts = in_order(node)
        done = {}
        for k, (part, when) in enumerate(parts):
            start = len(self.before)
            new = self.visit(part, plain and when)
            if new is not part:
                done[part] = new
            if len(self.before) > start:
                called = node.func if isinstance(node, gast.Call) else None
                earlier = [p for p, _ in parts[:k] if p is not called or not is_dotted(p)]  # that is only looked up
                self.before[start:start] = self.keep_order(earlier, done, self.before[start:])
        if done:
            node = transform(node, lambda n: done.get(n))
        new = self.rule(node, plain)
        return node if new is None else place(clone(new), node)

    def keep_order(self, earlier, done, moved):
        """Give names to what is evaluated before the part that moved, where the order counts."""
        made = []
        for part in earlier:
            now = done.get(part, part)
            if self.commutes(now, [*made, *moved]):
                continue
            if not isinstance(now, gast.expr) or isinstance(now, (gast.Starred, gast.Slice)):
                raise Stuck
            text = self.means.fresh('first')
            made.append(place(assign(text, now), now))
            done[part] = place(name(text), now)
        return made

    def commutes(self, node, statements):
        if isinstance(node, gast.Name) and self.may_rebind(node.id, statements):
            return False
        if is_atom(node) or isinstance(node, gast.Lambda) or is_of_module(node, self.means):
            return True
        asked = asks_objects(node, self.means) and any(asks_objects(s, self.means) for s in statements)  # one may act
        return not asked and is_calm(node, self.means) and all(is_quiet([s], self.means) for s in statements)

    def may_rebind(self, text, statements):
        """Whether statements assign a name, or call what may do so from within."""
        if text in assigned_names(*statements):
            return True
        return text in shared_names(self.means.tree) and not all(is_calm(s, self.means) for s in statements)

    def assigned(self, text, value, like):
        """A name for a value, by a statement before."""
        text = self.means.fresh(text)
        self.before.append(place(assign(text, value), like))
        return name(text)


def in_order(node):
    """(part, whether it is evaluated exactly once, when the node is) for each part, in the order of evaluation."""
    parts = children(node)
    if isinstance(node, gast.BoolOp):
        return [(p, k == 0) for k, p in enumerate(parts)]
    if isinstance(node, gast.IfExp):
        return [(node.test, True), (node.body, False), (node.orelse, False)]
    if isinstance(node, gast.Compare):
        return [(p, k < 2 and isinstance(p, gast.expr)) for k, p in enumerate(parts) if isinstance(p, gast.expr)]
    if isinstance(node, COMPREHENSIONS) or isinstance(node, (gast.DictComp, gast.SetComp)):
        first = node.generators[0]
        rest = [p for p in parts if not isinstance(p, gast.comprehension)]
        rest += [t for g in node.generators for t in [*g.ifs, *([g.iter] if g is not first else [])]]
        return [(first.iter, True), *((p, False) for p in rest)]
    if isinstance(node, gast.Lambda):
        return [(node.body, False)]
    if isinstance(node, gast.Call):
        return [(node.func, True), *((a, True) for a in node.args), *((k.value, True) for k in node.keywords)]
    if isinstance(node, (gast.Name, gast.Constant, gast.JoinedStr)):
        return []
    return [(p, True) for p in parts if isinstance(p, gast.expr)]


def place(new, old):
    """Give new nodes the position of the one that they come from."""
    for n in walk(new):
        if getattr(n, 'lineno', None) is None and isinstance(n, (gast.expr, gast.stmt, gast.keyword)):
            gast.copy_location(n, old)
    return new


def builtin(means, *texts):
    """Whether these names mean the builtins, so that new text may call them."""
    return all(means(name(t)) is getattr(builtins, t) for t in texts)
