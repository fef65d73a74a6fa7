"""Loops over generators that the program defines: the generator's statements, with the loop's body at each `yield`."""

import gast

from srcad.lower.closures import KINDS
from srcad.lower.scopes import here
from srcad.parse import parse
from srcad.tree import (
    arguments,
    assign,
    blocks,
    call,
    clone,
    constant,
    name,
    placed,
    stored_names,
    target,
    transform,
    walk,
    walk_here,
)

LISTED = (list, sum, tuple, sorted, max, min, set)
DEPTH = 8


def yields(function, means):
    """A loop over a generator function runs the generator's own statements.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     def powers(n):
    ...         y = 1.0
    ...         for _ in range(n):
    ...             yield y
    ...             y = y * x
    ...     total = 0.0
    ...     for p in powers(3):
    ...         total += p
    ...     return total
    >>> source = parse(f)
    >>> print(to_source(yields(source.tree, Means(source.tree, source))), end='')
    def f(x):
        total = 0.0
        n = 3
        y = 1.0
        for _ in range(n):
            p = y
            total += p
            y = y * x
        return total
    """
    inner = {
        f.name: f for f in walk(function) if isinstance(f, gast.FunctionDef) and f is not function and is_generator(f)
    }
    once = {
        n for n, f in inner.items() if sum(isinstance(m, gast.FunctionDef) and m.name == n for m in walk(function)) == 1
    }
    Inline(function, means, {n: f for n, f in inner.items() if n in once}).run()
    return function


def is_generator(f):
    return any(isinstance(n, (gast.Yield, gast.YieldFrom)) for n in here(f))


class Inline:
    def __init__(self, function, means, inner):
        self.function, self.means, self.inner, self.changed, self.depth = function, means, inner, True, 0

    def run(self):
        while self.changed and self.depth < DEPTH:
            self.changed, self.depth = False, self.depth + 1
            self.function.body = blocks(self.function.body, self.statement)
        used = {n.id for s in self.function.body for n in outside(s, self.inner) if isinstance(n, gast.Name)}

        def kept(s):
            return [] if isinstance(s, gast.FunctionDef) and s.name in self.inner and s.name not in used else [s]

        self.function.body = blocks(self.function.body, kept)

    def statement(self, s):
        if isinstance(s, gast.FunctionDef):
            return [s]
        if isinstance(s, gast.For) and not s.orelse:
            found = self.generator(s.iter)
            if found is not None:
                made = self.inlined(s, *found)
                if made is not None:
                    self.changed = True
                    return made
            return [s]
        return self.listed(s)

    def listed(self, s):
        """`sum(generator(...))` and the like: its values in a list before the statement."""
        if isinstance(s, (gast.If, gast.While, gast.For)) or not isinstance(getattr(s, 'value', None), gast.AST):
            return [s]
        made = []

        def named(n):
            if isinstance(n, KINDS):
                g = n.generators[0]
                if self.generator(g.iter) is not None:
                    g.iter = self.values(g.iter, made)
                return n
            if isinstance(n, (gast.Lambda, gast.IfExp, gast.BoolOp)):
                return n
            if (
                isinstance(n, gast.Call)
                and n.args
                and self.means(n.func) in LISTED
                and self.generator(n.args[0]) is not None
            ):
                new = gast.copy_location(gast.Call(n.func, [self.values(n.args[0], made), *n.args[1:]], n.keywords), n)
                return new
            return None

        s.value = transform(s.value, named)
        if made:
            self.changed = True
        return [*made, s]

    def values(self, node, made):
        text, item = self.means.fresh('values'), self.means.fresh('value')
        body = gast.Expr(call(gast.Attribute(name(text), 'append', gast.Load()), name(item)))
        made += placed([assign(text, gast.List([], gast.Load())), gast.For(target(item), node, [body], [], None)], node)
        return gast.copy_location(name(text), node)

    def generator(self, node):
        """The tree of the generator function that an expression calls, and the values of its parameters."""
        if not isinstance(node, gast.Call):
            return None
        if isinstance(node.func, gast.Name) and node.func.id in self.inner:
            tree, f = self.inner[node.func.id], None
        else:
            f = self.means(node.func)
            if not hasattr(f, '__code__') or not f.__code__.co_flags & 0x20 or f.__code__.co_freevars:
                return None
            try:
                source = parse(f)
            except (OSError, TypeError, SyntaxError):
                return None
            if f.__globals__ is not self.means.source.function.__globals__ or not is_generator(source.tree):
                return None
            tree = source.tree
        a = tree.args
        if (
            a.vararg
            or a.kwarg
            or a.kwonlyargs
            or any(isinstance(x, gast.Starred) for x in node.args)
            or any(k.arg is None for k in node.keywords)
        ):
            return None
        params = [p.id for p in arguments(tree)]
        given = dict(zip(params, node.args)) | {k.arg: k.value for k in node.keywords}
        defaults = dict(zip(params[len(params) - len(a.defaults) :], a.defaults))
        if (
            len(node.args) > len(params)
            or not set(given) <= set(params)
            or not set(params) <= set(given) | set(defaults)
        ):
            return None
        if any(n not in given and not isinstance(defaults[n], gast.Constant) for n in params):
            return None
        return tree, [(n, given.get(n) or defaults[n]) for n in params]

    def inlined(self, loop, tree, params):
        """The statements that take the loop's place; None if it cannot be done exactly."""
        values = [n for s in tree.body for n in walk_here(s) if isinstance(n, (gast.Yield, gast.YieldFrom))]
        statements = [s.value for b in tree.body for s in walk_here(b) if isinstance(s, gast.Expr)]
        simple = all(any(v is e for e in statements) for v in values)
        returns = [s for b in tree.body for s in walk_here(b) if isinstance(s, gast.Return)]
        simple = simple and not any(isinstance(n, gast.Name) and n.id == tree.name for b in tree.body for n in walk(b))
        if not simple or len(values) > 4 or any(r.value is not None for r in returns):
            return None
        if any(
            isinstance(n, (gast.Try, gast.With, gast.Global, gast.Nonlocal, gast.FunctionDef, gast.Lambda))
            for b in tree.body
            for n in walk(b)
        ):
            return None
        leaves = leaving(loop.body)
        renames = {}
        for n in sorted(stored_names(tree)):
            renames[n] = n if n not in self.means.taken or n in self.free_here(tree) else self.means.fresh(n)
            self.means.taken.add(renames[n])
        body = [clone(s) for s in tree.body if not is_docstring(s)]
        body = [
            transform(
                s,
                lambda n: (
                    gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n)
                    if isinstance(n, gast.Name) and n.id in renames
                    else None
                ),
            )
            for s in body
        ]
        flag = self.means.fresh('left') if leaves or returns else None
        made = self.block(body, loop, flag, leaves, 0)
        start = [assign(renames[n], value) for n, value in params]
        if flag:
            start.append(assign(flag, constant(False)))
            made = [gast.For(target(self.means.fresh('once')), call('range', constant(1)), made, [], None)]
        return placed([*start, *made], loop)

    def free_here(self, tree):
        """The names of an inner generator that nothing else in the function uses."""
        if tree.name not in self.inner:
            return set()
        others = {n.id for s in self.function.body for n in outside(s, {tree.name: tree}) if isinstance(n, gast.Name)}
        return stored_names(tree) - others

    def block(self, statements, loop, flag, leaves, depth):
        """A block of the generator with the loop's body in the place of each yield."""
        out = []
        for s in statements:
            if isinstance(s, gast.Return):
                out += [assign(flag, constant(True)), gast.Break()]
                return out
            value = getattr(s, 'value', None) if isinstance(s, gast.Expr) else None
            if isinstance(value, gast.YieldFrom):
                text = self.means.fresh('value')
                s = gast.For(target(text), value.value, [gast.Expr(gast.Yield(name(text)))], [], None)
                value = None
            if isinstance(value, gast.Yield):
                out += self.body(value.value, loop, flag, leaves)
                continue
            held = [f for f in ('body', 'orelse') if isinstance(getattr(s, f, None), list) and getattr(s, f)]
            stops = any(isinstance(n, (gast.Yield, gast.YieldFrom, gast.Return)) for n in walk(s))
            for f in held:
                setattr(
                    s, f, self.block(getattr(s, f), loop, flag, leaves, depth + isinstance(s, (gast.For, gast.While)))
                )
            out.append(s)
            if flag and stops and isinstance(s, (gast.For, gast.While)):
                out.append(gast.If(name(flag), [gast.Break()], []))
        return out

    def body(self, value, loop, flag, leaves):
        first = gast.Assign([clone(loop.target)], value if value is not None else constant(None), None)
        body = [clone(s) for s in loop.body]
        if not leaves and not continues(loop.body):
            return [first, *body]
        if leaves:
            body = left_by(body, flag)
        once = gast.For(target(self.means.fresh('once')), call('range', constant(1)), body, [], None)
        return [first, once, gast.If(name(flag), [gast.Break()], [])] if leaves else [first, once]


def outside(node, inner):
    """The nodes of a statement, but for those of some inner functions."""
    todo = [node]
    while todo:
        n = todo.pop()
        if isinstance(n, gast.FunctionDef) and inner.get(n.name) is n:
            continue
        yield n
        todo += list(gast.iter_child_nodes(n))


def is_docstring(s):
    return isinstance(s, gast.Expr) and isinstance(s.value, gast.Constant)


def leaving(statements):
    """Whether a loop's body leaves the loop by `break`."""
    return any(isinstance(n, gast.Break) for n in jumps(statements))


def continues(statements):
    return any(isinstance(n, gast.Continue) for n in jumps(statements))


def jumps(statements):
    """The breaks and continues of the loop around these statements."""
    for s in statements:
        if isinstance(s, (gast.Break, gast.Continue)):
            yield s
        elif not isinstance(s, (gast.For, gast.While, gast.FunctionDef)):
            for f in ('body', 'orelse', 'finalbody'):
                yield from jumps(getattr(s, f, None) or [])


def left_by(statements, flag):
    """Statements whose breaks also set a flag."""
    out = []
    for s in statements:
        if isinstance(s, gast.Break):
            out.append(gast.copy_location(assign(flag, constant(True)), s))
        elif not isinstance(s, (gast.For, gast.While, gast.FunctionDef)):
            for f in ('body', 'orelse', 'finalbody'):
                if isinstance(getattr(s, f, None), list):
                    setattr(s, f, left_by(getattr(s, f), flag))
        out.append(s)
    return out
