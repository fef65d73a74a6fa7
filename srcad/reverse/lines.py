"""The lines of an adjoint once they are written: what turned out to be no use goes, two lines that can be one become one."""

import gast

from srcad.past import BLOCKS, Past, adjoint_names, lines_in, trees_in
from srcad.printer import Comment
from srcad.reverse.receive import renamed_in
from srcad.reverse.settings import is_comment
from srcad.tree import assign, base_name, call, name, transform, walk


def collected_at_once(lines, append):
    """The lines with `bys.append(e)` in the place of `by = e`, if they append that name and do nothing else with it."""
    item = append.value.args[0]
    uses = [l for l in lines if isinstance(item, gast.Name) and item.id in adjoint_names([l]) and l is not append]
    made = uses[0] if len(uses) == 1 and isinstance(uses[0], gast.Assign) else None
    if made is None or not isinstance(made.targets[0], gast.Name) or lines.index(made) > lines.index(append):
        return lines
    made_append = gast.Expr(call(append.value.func, made.value))
    comments = [lines[k - 1] for k, l in enumerate(lines) if l is append]
    return [made_append if l is made else l for l in lines if l is not append and l is not comments[0]]


def without_last_zeros(lines, own):
    """The lines without `bbuf[...] = 0` where nothing reads bbuf any more, by that name or another: `bpart = bbuf[1:]`."""
    later, out, shown = set(), [], shown_by(lines)
    for line in reversed(lines):
        to = line.targets[0] if isinstance(line, gast.Assign) else None
        if (
            isinstance(to, gast.Subscript)
            and isinstance(line.value, gast.Constant)
            and getattr(to.value, 'id', '') in own - later
            and not shown.get(to.value.id, set()) & later
        ):
            continue
        if not (is_comment(line) and (not out or is_comment(out[0]))):
            out.insert(0, line)
        later |= adjoint_names([line])
    return out


def shown_by(lines):
    """{name of an array: the names under which it, or a part of it, may be seen}."""
    shown = {}
    for line in flat(lines):
        if isinstance(line, gast.Assign) and isinstance(line.targets[0], gast.Name) and is_part(line.value):
            for b in adjoint_names([line.value]):
                shown.setdefault(b, set()).add(line.targets[0].id)
    for names in shown.values():
        todo = list(names)
        while todo:
            more = shown.get(todo.pop(), set()) - names
            names |= more
            todo += more
    return shown


def is_part(value):
    """Whether a value may show a part of an array: a name, subscripts and attributes of it, one of two such."""
    while isinstance(value, (gast.Subscript, gast.Attribute)):
        value = value.value
    return isinstance(value, (gast.Name, gast.Call, gast.IfExp))


def handed_on(lines, values, outs):
    """The lines without `btotal = bvalue`: where neither changes, one name will do."""
    stored = [
        n.id
        for tree in trees_in(lines)
        for n in walk(tree)
        if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)
    ]
    for line in [
        l for l in lines if isinstance(l, gast.Assign) and type(l.value) is gast.Name and l.value.id in values
    ]:
        to, value = line.targets[0], line.value.id
        if isinstance(to, gast.Name) and to.id not in outs and stored.count(to.id) == 1 and value not in stored:
            lines = renamed_in([l for l in lines if l is not line], to.id, value)
    return lines


def shapeless(tree):
    """A tree with the places forgotten at which arrays are asked for their shapes."""
    return transform(tree, lambda n: name(n.id) if isinstance(n, Past) and n.shape else None)


def with_blocks_rewritten(lines, rewrite):
    """The lines as a new list, after `rewrite` of each block in them."""
    for line in lines:
        for field in ('body', 'orelse'):
            if isinstance(line, BLOCKS) and hasattr(line, field):
                setattr(line, field, rewrite(getattr(line, field)))
    return list(lines)


def folded(lines):
    """`bx = 0.0`, then `bx += e`: `bx = e`, where nothing between them mentions bx."""
    lines = with_blocks_rewritten(lines, folded)
    for zero in [l for l in lines if is_zero(l)]:
        b = zero.targets[0].id
        after = lines[next(k for k, l in enumerate(lines) if l is zero) + 1:]
        use = next((l for l in after if b in adjoint_names([l])), None)
        if isinstance(use, gast.AugAssign) and isinstance(use.op, gast.Add) and getattr(use.target, 'id', '') == b:
            if b not in {n.id for n in walk(use.value) if isinstance(n, gast.Name)}:
                lines[next(k for k, l in enumerate(lines) if l is use)] = assign(b, use.value)
                lines = [l for l in lines if l is not zero]
    return lines


def set_first(lines):
    """`bu = np.zeros_like(u)`, then `bu[1:] += e`: `bu[1:] = e`, where nothing between them mentions bu."""
    lines = with_blocks_rewritten(lines, set_first)
    for k, line in enumerate(lines):
        b = line.targets[0].id if is_zeros(line) else None
        at = next((j for j in range(k + 1, len(lines)) if b in adjoint_names([lines[j]])), None) if b else None
        use = lines[at] if at is not None else None
        if (
            isinstance(use, gast.AugAssign)
            and isinstance(use.op, gast.Add)
            and getattr(getattr(use.target, 'value', None), 'id', '') == b
        ):
            if sum(isinstance(n, gast.Name) and n.id == b for n in walk(use)) == 1:
                lines[at] = gast.Assign([use.target], use.value, None)
    return lines


def is_zeros(line):
    """`bu = np.zeros_like(u)`."""
    return (
        isinstance(line, gast.Assign)
        and isinstance(line.targets[0], gast.Name)
        and isinstance(line.value, gast.Call)
        and getattr(line.value.func, 'attr', '') == 'zeros_like'
    )


def is_zero(line):
    """`bx = 0.0`."""
    return (
        isinstance(line, gast.Assign)
        and isinstance(line.targets[0], gast.Name)
        and isinstance(line.value, gast.Constant)
        and line.value.value == 0.0
    )


def flat(lines):
    return [l for l in lines_in(lines) if not isinstance(l, BLOCKS)]


def is_bare_pop(line, b):
    v = line.value if isinstance(line, (gast.Expr, gast.Assign)) else None
    return (
        isinstance(v, gast.Call)
        and isinstance(v.func, gast.Attribute)
        and v.func.attr == 'pop'
        and getattr(v.func.value, 'id', '') == b
        and isinstance(line, gast.Expr)
    )


def without_pops(lines, b):
    out = []
    for l in lines:
        if isinstance(l, BLOCKS):
            for field in ('body', 'orelse'):
                if hasattr(l, field):
                    setattr(l, field, without_pops(getattr(l, field), b))
            if l.body or getattr(l, 'orelse', None):
                out.append(l)
        elif not is_bare_pop(l, b):
            out.append(l)
    while out and isinstance(getattr(getattr(out[-1], 'value', None), 'value', None), Comment):
        out.pop()
    return out


def is_laid_out(n, lines):
    """Whether the adjoint of this name may be a part of what only repeats its elements, and cannot be written."""
    lines = [l for l in flat(lines) if isinstance(l, gast.Assign)]
    names, todo = set(), [n]
    while todo:
        n = todo.pop()
        for tree in [v for l in lines for v in values_of(n, l)] if n not in names else ():
            while is_call_of(tree, 'unbroadcast'):
                tree = tree.args[0]
            if is_call_of(tree, 'expanded'):
                return True
            todo.append(base_name(tree))
        names.add(n)
    return False


def values_of(n, line):
    """What an assignment gives to a name: one of its values, or a part of what it takes apart."""
    for to in line.targets:
        paired = isinstance(to, gast.Tuple) and isinstance(line.value, gast.Tuple)
        for t, value in zip(to.elts, line.value.elts) if paired else [(to, line.value)]:
            if isinstance(t, gast.Name) and t.id == n:
                yield value


def is_call_of(tree, text):
    return isinstance(tree, gast.Call) and isinstance(tree.func, gast.Name) and tree.func.id == text
