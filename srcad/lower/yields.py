"""Loops over generators that the program defines: the generator's statements, with the loop's body at each `yield`."""

import gast

from srcad.lower.comprehensions import KINDS, collected, loop, movable
from srcad.lower.contextmanagers import means_the_same, means_the_same_inside
from srcad.lower.evaluation import Rewrite, is_in
from srcad.lower.imports import to_put_elsewhere
from srcad.lower.loops import continues, leaving, left_by
from srcad.lower.one_by_one import TAKING, now
from srcad.lower.scopes import here
from srcad.lower.tried import YIELDS, Tried, has_yield
from srcad.parse import parse
from srcad.tree import (
    all_names,
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
    unused,
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
        f.name: f for f in walk(function) if f is not function and is_generator(f)
    }
    once = {
        n for n, f in inner.items() if sum(isinstance(m, gast.FunctionDef) and m.name == n for m in walk(function)) == 1
    }
    Inline(function, means, {n: f for n, f in inner.items() if n in once}).run()
    return function


def is_generator(f):
    return isinstance(f, gast.FunctionDef) and any(isinstance(n, (gast.Yield, gast.YieldFrom)) for n in here(f))


class Inline:
    def __init__(self, function, means, inner):
        self.function, self.means, self.inner, self.changed, self.depth = function, means, inner, True, 0

    def run(self):
        while self.changed and self.depth < DEPTH:
            self.changed, self.depth = False, self.depth + 1
            self.function.body = blocks(self.function.body, self.statement)
        names = lambda nodes: {n.id for n in nodes if isinstance(n, gast.Name)}
        used = names(n for s in self.function.body for n in outside(s, self.inner))
        for _ in self.inner:  # and by generators that are used
            used |= {m for n in used & self.inner.keys() for m in names(walk(self.inner[n]))}

        def kept(s):
            return [] if isinstance(s, gast.FunctionDef) and s.name in self.inner and s.name not in used else [s]

        self.function.body = blocks(self.function.body, kept)

    def statement(self, s):
        self.at = s
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
        """`sum(generator(...))`, `[f(y) for y in generator(...)]` and the like: a loop before the statement."""
        if isinstance(s, (gast.If, gast.While, gast.For)):
            return [s]
        rewrite = Rewrite(self.means, lambda node, plain: self.used_up(node, rewrite) if plain else None)
        made = rewrite.statement(s)
        self.changed |= len(made) > 1
        return made

    def used_up(self, node, rewrite):
        """What stands for an expression that takes all that a generator gives, whose loop goes before; or None."""
        f = self.means(node.func) if isinstance(node, gast.Call) and node.args else None
        source = node.args[0] if is_in(f, LISTED) else node
        whole = source if isinstance(source, KINDS) else None
        if whole is node and isinstance(node, gast.GeneratorExp) or source is node and whole is None:
            return None
        if self.generator(whole.generators[0].iter if whole is not None else source) is None:
            return None
        if whole is None:
            item = name(self.means.fresh('value'))
            whole = gast.GeneratorExp(item, [gast.comprehension(target(item.id), source, [], 0)])
        if not movable(whole, self.means):
            return None
        if f is sum and self.changes_its_values(whole):
            text = self.means.fresh('total')
            start = node.args[1] if len(node.args) > 1 else constant(0)
            body = lambda c: [assign(text, gast.BinOp(name(text), gast.Add(), c.elt))]
        else:
            text = self.means.fresh('values')
            if is_in(f, TAKING):
                whole = gast.GeneratorExp(now(whole.elt, f is sum), whole.generators)
            start, body = collected(text, whole, self.means.fresh)
        others = self.means.taken - {n.id for n in walk(whole) if isinstance(n, gast.Name)}
        lines = [assign(text, start), *loop(whole, body, self.function, self.means.fresh, others)]
        rewrite.before += placed(lines, node)
        if source is node or f is sum and self.changes_its_values(whole):
            return name(text)
        return gast.Call(node.func, [name(text), *node.args[1:]], node.keywords)

    def changes_its_values(self, whole):
        """Whether a comprehension hands on what its generator yields under a name, and may change in place."""
        tree = self.generator(whole.generators[0].iter)[0]
        yielded = {n.value.id for n in walk(tree) if isinstance(n, gast.Yield) and isinstance(n.value, gast.Name)}
        written = {base_of(n.target) for n in walk(tree) if isinstance(n, gast.AugAssign)}
        written |= {base_of(n) for n in walk(tree) if isinstance(n, gast.Subscript) and isinstance(n.ctx, gast.Store)}
        return isinstance(whole.elt, gast.Name) and bool(yielded & written)

    def generator(self, node):
        """The tree of the generator function that an expression calls, and the values of its parameters."""
        if not isinstance(node, gast.Call):
            return None
        if isinstance(node.func, gast.Name) and node.func.id in self.inner:
            tree, f = self.inner[node.func.id], None
            if not means_the_same_inside(tree, self.at, self.function):
                return None
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
            tree = to_put_elsewhere(source, self.means.source)
            if not means_the_same(tree, f, self.means):
                return None
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
        return tree, list(given.items()) + [(n, defaults[n]) for n in params if n not in given]  # in Python's order

    def inlined(self, loop, tree, params):
        """The statements that take the loop's place; None if it cannot be done exactly."""
        tree = self.divided(tree)
        values = [n for s in tree.body for n in walk_here(s) if isinstance(n, (gast.Yield, gast.YieldFrom))]
        statements = [s.value for b in tree.body for s in walk_here(b) if isinstance(s, gast.Expr)]
        simple = all(any(v is e for e in statements) for v in values)
        returns = [s for b in tree.body for s in walk_here(b) if isinstance(s, gast.Return)]
        simple = simple and not any(isinstance(n, gast.Name) and n.id == tree.name for b in tree.body for n in walk(b))
        if not simple or len(values) > 4 or any(r.value is not None for r in returns):
            return None
        if any(
            isinstance(n, (gast.With, gast.Global, gast.Nonlocal, gast.FunctionDef, gast.Lambda))
            or isinstance(n, gast.Try)
            and (n.finalbody or any(isinstance(m, (*YIELDS, gast.Return)) for m in walk(n)))
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

    def divided(self, tree):
        """A generator whose yields stand between its tries, where that needs no loop that goes on at a yield."""

        def rewrite(s):
            if not isinstance(s, gast.Try) or s.finalbody or not has_yield(s) or not all(map(is_simple, s.body)):
                return [s]
            tried = Tried(s, self.means, lambda text: unused(text, taken))
            return [s] if tried.why_not() else placed(tried.statements(), s)

        if not any(isinstance(n, gast.Try) for n in walk(tree)):
            return tree
        tree, taken = clone(tree), self.means.taken | all_names(tree)
        tree.body = blocks(tree.body, rewrite)
        return tree

    def free_here(self, tree):
        """The names of an inner generator that nothing else in the function uses, nor it itself for a function in turn."""
        if tree.name not in self.inner:
            return set()
        named = [n for s in self.function.body for n in walk(s) if getattr(n, 'id', None) == tree.name]
        called = {getattr(n.func, 'id', None) for n in walk(tree) if isinstance(n, gast.Call)} if len(named) > 1 else set()
        others = {n.id for s in self.function.body for n in outside(s, {tree.name: tree}) if isinstance(n, gast.Name)}
        return stored_names(tree) - others - called

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


def is_simple(s):
    """Whether the yields in a statement of a `try` are statements, in no other statement than an `if`."""
    if isinstance(s, gast.If):
        return all(map(is_simple, [*s.body, *s.orelse]))
    return not has_yield(s) or isinstance(s, gast.Expr) and isinstance(s.value, gast.Yield)


def base_of(node):
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    return getattr(node, 'id', None)


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
