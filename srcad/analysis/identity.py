"""Whether a program may ask whether two things are one, which copies of them are not."""

import gast

from srcad.analysis.types import NONE, Array, Known, ListOf, Number, TupleOf, is_text
from srcad.tree import walk

# Names of functions and methods that ask which thing they are given; that compare it, or hash it
ASKING = {'id', 'is_', 'is_not', 'shares_memory', 'may_share_memory'}
COMPARING = {
    'hash', 'set', 'frozenset', 'Counter', 'eq', 'ne', 'contains', 'countOf', 'indexOf', 'index', 'remove', 'count', 'discard',
    'add', 'setdefault', 'get', 'pop', 'fromkeys', 'groupby', 'union', 'intersection', 'difference', 'issubset', 'issuperset',
}  # fmt: skip


def asks_identity(instance):
    """Whether a function asks which of several things one is, or compares or hashes what is not told by its value."""
    inference = instance.inference
    if inference is None:
        return False
    plain, apart = (lambda n, told=told: told(inference.types.get(n)) for told in (is_plain, is_told_by_value))
    for n in walk(instance.tree):
        if isinstance(n, gast.Compare):
            found = compared(n, plain, apart)
        elif isinstance(n, gast.Call):
            text = getattr(n.func, 'attr', getattr(n.func, 'id', ''))
            found = text in ASKING and not all(map(plain, n.args)) or text in COMPARING and not all(map(apart, n.args))
        elif isinstance(n, (gast.Set, gast.SetComp, gast.Dict, gast.DictComp)):
            keys = getattr(n, 'elts', None) or getattr(n, 'keys', None) or [getattr(n, 'elt', getattr(n, 'key', None))]
            found = not all(k is None or apart(k) for k in keys)
        else:
            found = isinstance(n, gast.Subscript) and not isinstance(n.slice, (gast.Slice, gast.Tuple)) and not apart(n.slice)
        if found:
            return True
    return False


def compared(node, plain, apart):
    """Whether a comparison may ask for identity."""
    operands = [node.left, *node.comparators]
    for op, a, b in zip(node.ops, operands, operands[1:]):
        if isinstance(op, (gast.In, gast.NotIn)):
            found = not apart(a)
        else:
            told = plain if isinstance(op, (gast.Is, gast.IsNot)) else apart
            found = not (told(a) or told(b))
        if found:
            return True
    return False


def is_plain(t):
    """Whether a value is a number, a text, or known: which of two equal ones it is, nobody asks."""
    if isinstance(t, Known):
        return t == NONE or isinstance(t.value, (bool, int, float, str, bytes, type, type(...))) or callable(t.value)
    return isinstance(t, Number) or is_text(t)


def is_told_by_value(t):
    """Whether a value is compared by its value: it is plain, an array, or a list or tuple of such."""
    if isinstance(t, TupleOf) and t.of is tuple:
        return all(map(is_told_by_value, t.items))
    if isinstance(t, ListOf):
        return t.item is None or is_told_by_value(t.item)
    return is_plain(t) or isinstance(t, Array)
