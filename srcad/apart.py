"""A name for each array that is written in place: where one name means several in turn, or one of two.

A part of an array has its adjoint within that of the array. Which array that is must be known from the name.
"""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import Array, Number
from srcad.analysis.views import is_path
from srcad.tree import all_names, blocks_of, target, transform, unused, walk


def named_apart(instance):
    """Rewrite an instance's tree where a name means several arrays that are written; whether anything changed."""
    inference, tree = instance.inference, instance.tree
    roots = {inference.groups.find(n) for n in inference.written}
    types = types_of_names(inference)
    parts = {
        n
        for n, found in types.items()
        if n in inference.locals and n not in instance.params and inference.groups.find(n) in roots
        and (all(isinstance(t, Array) for t in found) or is_without_axes(found))
    }
    if not parts or any(isinstance(n, (gast.Lambda, gast.FunctionDef)) for s in tree.body for n in walk(s)):
        return False
    changed = [choices(block, parts, inference) for block in every_block(tree.body)]
    return any(changed) or any(
        is_bound_anew(block, n, inference, tree, types[n]) and apart(block, n, all_names(tree) | set(instance.params))
        for block in every_block(tree.body)
        for n in sorted(parts)
    )


def types_of_names(inference):
    """The types that each name has in turn."""
    types = {}
    for node, t in inference.types.items():
        if isinstance(node, gast.Name):
            types.setdefault(node.id, []).append(t)
    return types


def every_block(body):
    yield body
    for s in body:
        for block in blocks_of(s):
            yield from every_block(block)


def choices(block, parts, inference):
    """`if c: w = A` and `else: w = B` as one choice; whether there was any."""
    found = [k for k, s in enumerate(block) if isinstance(s, gast.If) and is_choice(s, parts, inference)]
    for k in found:
        s = block[k]
        value = gast.copy_location(gast.IfExp(s.test, s.body[0].value, s.orelse[0].value), s)
        block[k] = gast.copy_location(gast.Assign(s.body[0].targets, value, None), s)
    return bool(found)


def is_choice(s, parts, inference):
    sides = [block[0] if len(block) == 1 else None for block in (s.body, s.orelse)]
    names = [getattr(side.targets[0], 'id', None) if isinstance(side, gast.Assign) else None for side in sides]
    return (
        names[0] in parts
        and names[0] == names[1]
        and not inference.types[s.test].active
        and all(is_path(side.value, inference) for side in sides)
        and not any(isinstance(inference.calls.get(n), UserCall) for n in walk(s))  # whose record has its own place
    )


def is_without_axes(types):
    """Whether a name means arrays without axes, and numbers that operations on them give."""
    return all(isinstance(t, Number) or isinstance(t, Array) and not t.dims for t in types)


def is_bound_anew(block, n, inference, tree, types):
    """Whether a name is bound several times, all in this block, to parts of arrays, and used only behind the first time.

    Or to an array without axes and then to a number.
    """
    definitions = [s for s in block if defines(s, n)]
    mentions = lambda s: sum(getattr(m, 'id', None) == n for m in walk(s))
    if len(definitions) < 2 or mentions(definitions[0]) > 1:
        return False
    behind = block[block.index(definitions[0]) :]
    stored = [m for m in walk(tree) if getattr(m, 'id', None) == n and not isinstance(m.ctx, gast.Load)]
    in_place = [s for s in walk(tree) if isinstance(s, gast.AugAssign) and getattr(s.target, 'id', None) == n]
    return (
        mentions(tree) == sum(map(mentions, behind))
        and len(stored) == len(definitions) + len(in_place)
        and (any(inference.aliases(s.value) for s in definitions) or is_without_axes(types))
        and not any(s in inference.moves for s in definitions)
    )


def defines(s, n):
    return isinstance(s, gast.Assign) and len(s.targets) == 1 and getattr(s.targets[0], 'id', None) == n


def apart(block, n, taken):
    """Give each array that the name `n` means in turn a name of its own; the first keeps it."""
    now, count = n, 0
    for k, s in enumerate(block):
        s = block[k] = transform(s, lambda m, now=now: renamed(m, n, now))
        if defines(s, now):
            count += 1
            now = n if count == 1 else unused(n, taken)
            s.targets = [gast.copy_location(target(now), s.targets[0])]
    return True


def renamed(node, n, new):
    """The name `n` under its new name, and nothing for any other node."""
    if type(node) is gast.Name and node.id == n:
        return gast.copy_location(gast.Name(new, node.ctx, None, None), node)
    return None
