"""The core: the function's statements in a shape that can be walked backwards.

The statements themselves are shared with the user's tree; only the nest around
them changes. What follows an exit (`break`, `continue`, `return`) moves to the
other side of its `if`, or under a flag that says whether the exit was taken;
a `return` in a loop stands after the loop, where it ran last.
"""

import gast

from srcad.tree import raises_always

EXITS = (gast.Break, gast.Continue, gast.Return, gast.Raise)


class Node:
    """A node of the core; `level` is the innermost loop around it, `parent` the node around it, `block` its list."""

    level = parent = block = None


class Leaf(Node):
    """A statement without statements in it; a `return` too, where the function ends with it."""

    def __init__(self, stmt):
        self.stmt = stmt


class Flag:
    """How a path ended, as a constant of its record: a bool, or one of several returns."""

    def __init__(self, name, cases=1):
        self.name, self.cases = name, cases


class Failed:
    """The test of a guarded statement: whether it raised, which cannot be asked again."""


class Branch(Node):
    """`if`: on a test of the program, on a flag that has a given value on its first side, or on a failure."""

    def __init__(self, stmt, test, body, orelse, value=None):
        self.stmt, self.test, self.body, self.orelse, self.value = stmt, test, body, orelse, value


class Loop(Node):
    """A `for` or `while`."""

    def __init__(self, stmt, body):
        self.stmt, self.body = stmt, body


class End(Node):
    """A trip of the loop ends here; its record is written before each of these statements."""

    def __init__(self, stmts):
        self.stmts = stmts


class Dead(Node):
    """Nothing gets here, or nothing comes back from here."""


def build(function, decided=lambda test: None):
    """The core of a function's body, with levels and parents set; `decided` says if a test is always true or false.

    >>> f = gast.parse('def f(x):\\n    if x > 1:\\n        return x\\n    return -x').body[0]
    >>> branch, = build(f)
    >>> [type(side[0].stmt).__name__ for side in (branch.body, branch.orelse)]
    ['Return', 'Return']
    """
    block = Builder(decided).block(function.body, 0)
    attach(block, None, None)
    return block


def attach(block, parent, level):
    for node in block:
        node.parent, node.level, node.block = parent, level, block
        if isinstance(node, Branch):
            attach(node.body, node, level)
            attach(node.orelse, node, level)
        elif isinstance(node, Loop):
            attach(node.body, node, node)


def exits(statements):
    """The statements that leave a block: returns anywhere in it, breaks of loops around it."""
    out = []
    for s in statements:
        if isinstance(s, EXITS):
            out.append(s)
        elif isinstance(s, gast.If):
            out += exits(s.body) + exits(s.orelse)
        elif isinstance(s, gast.With) or is_wrapper(s):
            out += exits(s.body)
        elif isinstance(s, gast.Try):
            out += exits(s.handlers[0].body) + (exits(s.orelse) if not isinstance(s.body[0], gast.Raise) else [])
        elif isinstance(s, (gast.For, gast.While)):
            out += [e for e in exits(s.body) if isinstance(e, gast.Return)]
    return out


def always_leaves(statements):
    """Whether control never passes the end of a block."""
    if not statements:
        return False
    last = statements[-1]
    return (
        isinstance(last, EXITS)
        or isinstance(last, gast.If)
        and always_leaves(last.body)
        and always_leaves(last.orelse)
        or isinstance(last, gast.While)
        and never_ends(last)
        or (isinstance(last, gast.With) or is_wrapper(last))
        and always_leaves(last.body)
        or isinstance(last, gast.Try)
        and not is_wrapper(last)
        and all(always_leaves(h.body) for h in last.handlers)
        and always_leaves([*last.body, *last.orelse])
    )


def head(s):
    """The `with` alone, which binds what its context gives."""
    return gast.copy_location(gast.With(s.items, [], None), s)


def is_wrapper(s):
    """Whether a `try` changes nothing of the order: an exception never gets past it."""
    return isinstance(s, gast.Try) and not s.orelse and all(raises_always(h.body) for h in s.handlers)


def never_ends(loop):
    """Whether a loop is left by `return` only."""
    return (
        isinstance(loop, gast.While)
        and isinstance(loop.test, gast.Constant)
        and bool(loop.test.value)
        and not breaks(loop.body)
    )


def breaks(statements):
    return any(isinstance(e, gast.Break) for e in exits(statements))


class Builder:
    def __init__(self, decided):
        self.decided = decided

    def block(self, statements, depth):
        out = []
        for k, s in enumerate(statements):
            rest = statements[k + 1 :]
            if isinstance(s, gast.Raise):
                return [*out, Dead()]
            if isinstance(s, EXITS):
                return [*out, Leaf(s) if depth == 0 else End([s])]
            if isinstance(s, gast.With):
                return [*out, Leaf(head(s)), *self.block(s.body + rest, depth)]
            if is_wrapper(s):
                return [*out, *self.block(s.body + rest, depth)]
            if isinstance(s, gast.Try):
                if isinstance(s.body[0], gast.Raise):
                    return [*out, *self.block(s.handlers[0].body + rest, depth)]
                if self.branch(s, Failed(), s.handlers[0].body, [*s.body, *s.orelse], rest, depth, out):
                    return out
            elif isinstance(s, gast.If):
                taken = self.decided(s.test)
                if taken is not None:
                    return [*out, *self.block((s.body if taken else s.orelse) + rest, depth)]
                if self.branch(s, s.test, s.body, s.orelse, rest, depth, out):
                    return out
            elif isinstance(s, (gast.For, gast.While)):
                if self.loop(s, rest, depth, out):
                    return out
            elif not isinstance(s, (gast.FunctionDef, gast.Pass)):
                out.append(Leaf(s))
        return out

    def branch(self, s, test, body, orelse, rest, depth, out):
        """Add a branch; True if what follows it went into it."""
        if not exits([s]) or not rest:
            out.append(Branch(s, test, self.block(body, depth), self.block(orelse, depth)))
            return False
        if always_leaves(body):
            out.append(Branch(s, test, self.block(body, depth), self.block(orelse + rest, depth)))
        elif always_leaves(orelse):
            out.append(Branch(s, test, self.block(body + rest, depth), self.block(orelse, depth)))
        else:
            out.append(Branch(s, test, self.block(body, depth), self.block(orelse, depth)))
            out.append(Branch(None, Flag('whole'), self.block(rest, depth), [Dead()], True))
        return True

    def loop(self, s, rest, depth, out):
        """Add a loop; True if what follows it went under a flag."""
        out.append(Loop(s, self.block(s.body, depth + 1)))
        returns = [e for e in exits([s]) if isinstance(e, gast.Return)]
        if not returns:
            return never_ends(s)
        if depth:
            out.append(Branch(None, Flag('whole'), self.block(rest, depth), [End(returns)], True))
            return True
        after = [Dead()] if never_ends(s) else self.block(rest, depth)
        if len(returns) == 1:
            out += (
                [Leaf(returns[0])] if never_ends(s) else [Branch(None, Flag('early'), [Leaf(returns[0])], after, True)]
            )
            return True
        flag = Flag('way', len(returns))
        for k in reversed(range(len(returns))):
            after = [Branch(None, flag, [Leaf(returns[k])], after, k)]
        out += after
        return True


def is_dead(block):
    """Whether nobody comes back from a side of a branch."""
    return bool(block) and isinstance(block[-1], Dead)


def has_one_way(branch):
    """Whether one side of a branch of the program only raises: who comes back went the other way."""
    return branch.stmt is not None and is_dead(branch.body) != is_dead(branch.orelse)


def nodes(block):
    """All nodes of a core, in the order of the text."""
    for node in block:
        yield node
        if isinstance(node, Branch):
            yield from nodes(node.body)
            yield from nodes(node.orelse)
        elif isinstance(node, Loop):
            yield from nodes(node.body)


def levels(node):
    """The loops around a node, innermost first."""
    while node.level is not None:
        node = node.level
        yield node


def at_level(node, level):
    """The node itself, or the one around it, whose level is `level`."""
    while node.level is not level:
        node = node.level
    return node
