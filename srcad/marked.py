"""Marks of srcad's own that are asked as soon as they are set: what they lead to goes to where they are set."""

from collections import Counter

import gast

from srcad.lower.exits import all_blocks
from srcad.tree import all_names, blocks, blocks_of, read_names, walk, walk_here


def without_marks(instance):
    """Leave out marks that are set in one place and asked right behind it; whether there were any.

    >>> from types import SimpleNamespace
    >>> from srcad.printer import to_source
    >>> tree = gast.parse('''def f(x, error):
    ...     failed = False
    ...     if error is None:
    ...         y = x
    ...     else:
    ...         failed = True
    ...     if failed:
    ...         y = 2 * x
    ...     return y''').body[0]
    >>> without_marks(SimpleNamespace(tree=tree, source=SimpleNamespace(tree=gast.parse('lambda x, y, error: 0'))))
    True
    >>> print(to_source(tree), end='')
    def f(x, error):
        if error is None:
            y = x
        else:
            y = 2 * x
        return y
    """
    written, found = all_names(instance.source.tree), False
    while answered(instance.tree, written):
        found = True
    gone = unread(instance.tree) - written
    begun = {names_it(s) for s in walk_here(instance.tree) if is_beginning(s)}
    begun = {n for n in begun if is_set_before(instance.tree.body, n, False)}
    if gone or begun:
        leave_out = lambda s: stored(s) in gone or is_beginning(s) and names_it(s) in begun
        instance.tree.body = blocks(instance.tree.body, lambda s: [] if leave_out(s) else [s])
    while (found or gone or begun) and (drop_copies(instance.tree, written) or merge_copies(instance.tree, written)):
        pass
    return bool(found or gone or begun)


def answered(tree, written):
    """Put what one `if` does to where its mark is set; whether there was one."""
    for block in all_blocks(tree):
        for k, s in enumerate(block):
            asked = mark_of(s)
            if asked is not None and asked not in written:
                if known_before(block, k, asked) or moved(tree, block, k, asked):
                    return True
    return False


def unread(tree):
    """The names that are only given True or False, and that nobody reads."""
    marks = {id(s.targets[0]): stored(s) for s in walk_here(tree) if isinstance(s, gast.stmt) and stored(s) is not None}
    names = [n for n in walk(tree) if isinstance(n, gast.Name)]
    return set(marks.values()) - {n.id for n in names if id(n) not in marks}


def is_beginning(s):
    """Whether a statement gives a name the value that nobody reads."""
    return isinstance(s, gast.Assign) and isinstance(s.value, gast.Constant) and hasattr(s.value, 'is_unset')


def is_set_before(block, text, known):
    """Whether a name is given another value, in its block or one around that, before each place that reads it."""
    for s in block:
        inner = blocks_of(s)
        heads = [s] if not inner else [getattr(s, 'test', None), getattr(s, 'iter', None), *getattr(s, 'items', [])]
        if not known and text in read_names(*filter(None, heads)):
            return False
        if not all(is_set_before(b, text, known) for b in inner):
            return False
        known = known or names_it(s) == text and not is_beginning(s)
    return True


def drop_copies(tree, written):
    """Leave out second names, of what srcad has given a name, that nobody reads; whether there were any."""
    read = read_names(tree) | {
        n for s in walk_here(tree) if isinstance(s, (gast.Global, gast.Nonlocal)) for n in s.names
    }

    def is_unread(s):
        copy = isinstance(s, gast.Assign) and isinstance(s.value, gast.Name) and isinstance(s.targets[0], gast.Name)
        return copy and s.value.id not in written and s.targets[0].id not in read

    unread = [s for s in walk_here(tree) if is_unread(s)]
    tree.body = blocks(tree.body, lambda s: [] if s in unread else [s])
    return bool(unread)


def merge_copies(tree, written):
    """Give a value at once the name that srcad's own name for it is only read for; whether there were any."""
    count = Counter(n.id for n in walk(tree) if isinstance(n, gast.Name))
    for block in all_blocks(tree):
        for k, (first, second) in enumerate(zip(block, block[1:])):
            text = names_it(first) if names_it(second) is not None else None
            if count[text] == 2 and text not in written and text == getattr(second.value, 'id', None):
                block[k : k + 2] = [gast.copy_location(gast.Assign(second.targets, first.value, None), first)]
                return True
    return False


def names_it(s):
    """The name that a statement gives to a value; None for other statements."""
    return getattr(s.targets[0], 'id', None) if isinstance(s, gast.Assign) else None


def mark_of(s):
    """The name that `if name:` or `if not name:` asks."""
    test = s.test if isinstance(s, gast.If) else None
    if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
        test = test.operand
    return getattr(test, 'id', None)


def sides(s):
    """What an `if` that asks a mark does where it is set, and where not."""
    return (s.orelse, s.body) if isinstance(s.test, gast.UnaryOp) else (s.body, s.orelse)


def stored(s):
    """The name to which a statement gives True or False."""
    if not isinstance(s, gast.Assign) or not isinstance(getattr(s.value, 'value', None), bool):
        return None
    return getattr(s.targets[0], 'id', None)


def stores(s, text):
    return any(isinstance(n, gast.Name) and n.id == text and isinstance(n.ctx, gast.Store) for n in walk_here(s))


def known_before(block, k, text):
    """Put what an `if` does in its place where the mark was set to a constant before it in its block."""
    last = next((s for s in reversed(block[:k]) if stores(s, text)), None)
    if last is None or stored(last) != text:
        return False
    done, otherwise = sides(block[k])
    block[k : k + 1] = done if last.value.value else otherwise  # behind what sets it, so that something is left
    return True


def moved(tree, block, k, text):
    """Put what an `if` does behind the only place that sets its mark, in a side of the `if` right before it."""
    before = block[k - 1] if k else None
    marks = [s for s in walk_here(tree) if isinstance(s, gast.stmt) and stored(s) == text]
    raised = [s for s in marks if s.value.value]
    begun = any(s in marks and not s.value.value for s in block[: max(k - 1, 0)])
    only = sum(isinstance(n, gast.Name) and n.id == text and isinstance(n.ctx, gast.Store) for n in walk_here(tree))
    if not isinstance(before, gast.If) or len(raised) != 1 or not begun or only != len(marks):
        return False
    if raised[0] not in [*before.body, *before.orelse] or sum(stores(s, text) for s in before.body + before.orelse) > 1:
        return False
    done, otherwise = sides(block[k])
    mine, other = (before.body, before.orelse) if raised[0] in before.body else (before.orelse, before.body)
    mine += done
    other += otherwise
    del block[k]
    return True
