"""`left, right = np.split(x, 2)` as slices."""

import gast
import numpy as np

from srcad.analysis.types import Array
from srcad.lower.evaluation import place
from srcad.lower.template import statements
from srcad.tree import assign, constant

SPLITS = {np.split: None, np.array_split: None, np.hsplit: 1, np.vsplit: 0, np.dsplit: 2}  # and their axes


def split(s, inference, means):
    """The statements of a split whose parts get names, or are a list; None for other statements."""
    f = inference.pending.get(getattr(s, 'value', None))
    to = s.targets[0] if isinstance(s, gast.Assign) else None
    if f not in SPLITS or not isinstance(s.value, gast.Call) or len(s.value.args) < 2:
        return None
    named = isinstance(to, gast.Tuple) and all(isinstance(e, gast.Name) for e in to.elts)
    if not named and not isinstance(to, gast.Name):
        return None
    axis = axis_of(f, s.value, inference.types[s.value.args[0]])
    x, texts = s.value.args[0], [e.id for e in to.elts] if named else [to.id]
    if axis is None or len(set(texts)) < len(texts):
        return None
    out = []
    if not isinstance(x, gast.Name) or x.id in texts:
        out.append(assign(means.fresh('whole'), x))
        x = gast.Name(out[0].targets[0].id, gast.Load(), None, None)
    count = len(texts) if named else count_of(s.value.args[1])
    bounds = limits(f, s.value.args[1], count, x, axis, means, out)
    if bounds is None:
        return None
    parts = [part(x, low, high, axis) for low, high in bounds]
    whole = [(to.id, gast.List(parts, gast.Load()))] if not named else zip(texts, parts)
    out += [assign(text, p) for text, p in whole]
    return [place(o, s) for o in out]


def count_of(sections):
    """How many parts the second argument of a split asks for, if it is written there."""
    if isinstance(sections, (gast.List, gast.Tuple)):
        return len(sections.elts) + 1
    return sections.value if isinstance(sections, gast.Constant) and type(sections.value) is int else 0


def part(x, low, high, axis):
    index = gast.Slice(low, high, None)
    index = index if axis == 0 else gast.Tuple([gast.Slice(None, None, None)] * axis + [index], gast.Load())
    return gast.Subscript(x, index, gast.Load())


def axis_of(f, node, t):
    """The axis of a split, not negative; None if it is not written there."""
    axis = [k.value for k in node.keywords if k.arg == 'axis'] + node.args[2:]
    if not isinstance(t, Array) or len(node.args) < 2 or len(axis) != len(node.args) - 2 + len(node.keywords):
        return None
    k = SPLITS[f] if SPLITS[f] is not None else written_int(axis[0]) if axis else 0
    k = 0 if f is np.hsplit and len(t.dims) == 1 else k
    k = k + len(t.dims) if isinstance(k, int) and k < 0 else k
    return k if isinstance(k, int) and 0 <= k < len(t.dims) else None


def written_int(node):
    """The value of `2` or `-1`; None of all else."""
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub) and isinstance(node.operand, gast.Constant):
        return -node.operand.value
    return node.value if isinstance(node, gast.Constant) else None


def limits(f, sections, count, x, axis, means, out):
    """The two ends of each part; `out` takes statements that find them."""
    if isinstance(sections, (gast.List, gast.Tuple)):
        if len(sections.elts) != count - 1 or not all(isinstance(e, gast.Constant) for e in sections.elts):
            return None
        ends = [None, *sections.elts, None]
        return list(zip(ends, ends[1:]))
    if f is np.array_split or not isinstance(sections, gast.Constant) or sections.value != count or count < 2:
        return None
    size = means.fresh('size')
    parts = dict(size=size, x=x, axis=constant(axis), n=constant(count))
    why = 'array split does not result in an equal division'
    out += statements(f'if x.shape[axis] % n != 0:\n    raise ValueError({why!r})\nsize = x.shape[axis] // n', **parts)
    multiple = lambda k: statements('size' if k == 1 else f'{k} * size', size=size)[0].value
    ends = [None, *map(multiple, range(1, count)), None]
    return list(zip(ends, ends[1:]))
