"""What fails by the kinds of its operands, or of what it runs over, where a `try` around it would catch that.

Such statements are taken out of their `try`, as they only compute.
"""

import gast

from srcad.analysis import resized
from srcad.analysis.marks import Method
from srcad.analysis.types import NONE, Anything, Array, Bottom, Known, Number, Ref, TupleOf, is_complex, is_surely_array, is_text
from srcad.tree import blocks_of, children, walk

# The method of the left operand, and that of the right, which Python asks where the left has none
ORDERS = {
    gast.Lt: ('__lt__', '__gt__'), gast.LtE: ('__le__', '__ge__'), gast.Gt: ('__gt__', '__lt__'), gast.GtE: ('__ge__', '__le__')
}  # fmt: skip
ITERATORS = enumerate, zip, reversed, iter
TEST = 'srcad does not follow a test that fails in a try: make it before, or elsewhere'


def refuse_by_kind(s, inference):
    """Refuse a statement that may fail so."""
    if isinstance(s, (gast.For, gast.Assign)) and may_not_fit(s, inference):
        inference.refuse('srcad does not follow a loop that may fail at its items in a try: unpack them in the loop', s)
    if isinstance(s, gast.For) and may_be_resized(s, inference):
        why = 'srcad does not follow a loop over what it makes longer or shorter in a try'
        inference.refuse(f'{why}: loop over a list of it', s)
    inside = {b for block in blocks_of(s) for b in block}
    heads = [m for c in children(s) if c not in inside and not isinstance(c, gast.ExceptHandler) for m in walk(c)]
    if is_caught(s, inference, ValueError):
        refuse_values(s, heads, inference)
    if is_caught(s, inference, TypeError):
        refuse_kinds(s, heads, inference)


def refuse_values(s, heads, inference):
    """Refuse what may be a ValueError: lengths, steps, the truth of an array."""
    asked = [e for n in heads if isinstance(n, gast.BoolOp) for e in n.values[:-1]]
    asked += [n.operand for n in heads if isinstance(n, gast.UnaryOp) and isinstance(n.op, gast.Not)]
    for e in (*asked, getattr(s, 'test', None)):
        if isinstance(inference.types.get(e), Array) and inference.types[e].dims:
            inference.refuse(TEST, e)
    for n in heads:
        if any(k.arg == 'strict' for k in getattr(n, 'keywords', ())):
            inference.refuse('srcad does not follow what zip(strict=True) raises in a try: compare the lengths before', s)
        f = getattr(inference.types.get(getattr(n, 'func', None)), 'value', None)
        if f is range and len(n.args) == 3 and not is_written_step(n.args[2]):
            inference.refuse('srcad does not follow a step of 0 in a try: ask before whether it is', n)


def refuse_kinds(s, heads, inference):
    """Refuse what may be a TypeError."""
    if isinstance(s, gast.For) and runs_over_no_items(s.iter, inference):
        inference.refuse('srcad does not follow a loop that fails in a try: ask before what it runs over', s)
    for n in heads:
        if fails_by_kind(n, inference):
            inference.refuse(TEST, n)


def is_written_step(node):
    node = node.operand if isinstance(node, gast.UnaryOp) else node
    return isinstance(node, gast.Constant) and node.value != 0


def runs_over_no_items(source, inference):
    """Whether a loop, or an iterator, may be over what has no items."""
    f = getattr(inference.types.get(getattr(source, 'func', None)), 'value', None)
    parts = source.args if isinstance(source, gast.Call) and any(f is g for g in ITERATORS) else [source]
    types = [inference.types.get(p) for p in parts if kind(p, inference)]
    return any(isinstance(t, Number) or isinstance(t, Known) and not hasattr(t.value, '__iter__') for t in types)


def fails_by_kind(n, inference):
    """Whether an operation may have operands for which Python has none: `1 < None`, `'a' in 5`, `-None`."""
    if isinstance(n, gast.UnaryOp) and not isinstance(n.op, gast.Not):
        return kind(n.operand, inference) not in ('number', 'object', None)
    if isinstance(n, gast.Call):
        f = getattr(inference.types.get(n.func), 'value', None)
        whole = lambda a: getattr(inference.types.get(a), 'kind', 'int') in ('int', 'bool') and kind(a, inference) in ('number', None)
        return any(f is g for g in ITERATORS) and runs_over_no_items(n, inference) or f is range and not all(map(whole, n.args))
    if not isinstance(n, gast.Compare):
        return False
    operands = [n.left, *n.comparators]
    return any(map(lambda op, a, b: is_unordered(op, a, b, inference), n.ops, operands, operands[1:]))


def is_unordered(op, a, b, inference):
    """Whether Python may have no such comparison of two operands."""
    left, right = kind(a, inference), kind(b, inference)
    if isinstance(op, (gast.In, gast.NotIn)):
        return right in ('number', 'none') or right == 'text' and left not in ('text', None)
    if type(op) not in ORDERS or None in (left, right) or left == right and left in ('number', 'text', 'row'):
        return False
    asked = zip((a, b), ORDERS[type(op)])
    return not any(inference.operator_methods(inference.types.get(e), text) for e, text in asked if inference.heap is not None)


def kind(node, inference):
    """What an operand is: a number, a text, a row of numbers, another container, an object, or nothing; None if unknown."""
    t = inference.types.get(node)
    heap = inference.heap
    if t == NONE or getattr(t, 'maybe', False):
        return 'none'
    if isinstance(t, Anything) and not t.array and heap is None:
        inference.only_by_reference(TEST, node)
    if is_text(t):
        return 'text'
    if isinstance(t, Known):
        return 'number' if isinstance(t.value, (bool, int, float)) else None
    if isinstance(t, (Number, Array)) or is_surely_array(t):
        return 'other' if is_complex(t) else 'number'
    if isinstance(t, TupleOf):
        return 'row' if all(isinstance(i, Number) for i in t.items) else None
    if not isinstance(t, Ref) or heap is None:
        return None
    if heap.is_list(t):
        return 'row'
    return 'other' if not heap.is_object(t) else 'object'


def is_caught(s, inference, *errors):
    found = [inference.means(t) for t in s.caught_by]
    return any(isinstance(c, type) and issubclass(e, c) for c in found for e in errors)


def may_be_resized(s, inference):
    """Whether Python may end a loop as what it runs over changes its size, where that failure is caught."""
    if not is_caught(s, inference, RuntimeError):
        return False
    held = [inference.types.get(n) for n in walk(s.iter)]
    moving = [t for t in held if isinstance(t, Ref) and not inference.heap.kinds_of(t) <= {list, tuple}]
    keys = {n.id for n in walk(s.target) if isinstance(n, gast.Name)}
    for b in s.body:  # `item = key, d[key]`, `k = item[0]`
        made_of = [n for n in walk(b.value) if isinstance(n, gast.Name)] if isinstance(b, gast.Assign) else []
        if isinstance(getattr(b, 'value', None), (gast.Name, gast.Subscript, gast.Tuple)) and any(n.id in keys for n in made_of):
            keys |= {n.id for to in b.targets for n in walk(to) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)}

    def grown_by(n, c):
        if isinstance(c, Method):
            return c.owner if c.name in resized.RESIZING | {'add', 'discard', 'setdefault'} else None
        put = isinstance(n, gast.Subscript) and not isinstance(n.ctx, gast.Load)
        return n.value if put and (isinstance(n.ctx, gast.Del) or getattr(n.slice, 'id', None) not in keys) else None

    return any(resized.changes(inference, s.body, t, grown_by, set()) for t in moving)


def may_not_fit(s, inference):
    """Whether there may be no items, or not as many as there are names for them, where that failure is caught."""
    if not is_caught(s, inference, ValueError, TypeError):
        return False
    loop = isinstance(s, gast.For)
    to, given = (s.target, s.iter) if loop else (s.targets[0], s.value)
    t = inference.types.get(given)
    if loop and isinstance(t, Number):
        return True
    if not isinstance(to, (gast.Tuple, gast.List)) or t is None:
        return False
    item = inference.item_of(t, given) if loop else t
    fits = isinstance(item, Array) or isinstance(item, TupleOf) and len(item.items) == len(to.elts)
    return not fits and not isinstance(item, Bottom)
