"""Small questions about nodes, and the kinds of them."""

import inspect

import gast
import numpy as np

from srcad.analysis.types import Array, Number, Ref, TupleOf
from srcad.lower.names import like
from srcad.tree import COMPREHENSIONS, Ours, constant, name, transform, walk

LOOPS = COMPREHENSIONS + (gast.DictComp, gast.SetComp)
ITERATORS = ('reversed', 'enumerate', 'zip')  # which loops run over as they stand
DISPLAYS = (gast.List, gast.Tuple, gast.Dict, gast.Set)


def replace_owner(made, owner):
    """`x.__iter__()` of the name that x has been given."""
    return like(gast.Call(gast.Attribute(owner, made.func.attr, gast.Load()), [], []), made)


def is_number_type(t):
    """Whether a type is that of numbers; None where it is not known, or None itself."""
    if isinstance(t, Number):
        return True
    return False if isinstance(t, (Ref, TupleOf, Array)) else None


def captured_in(statements):
    """The names that functions defined in statements read or write."""
    defined = [f for s in statements for f in walk(s) if isinstance(f, gast.FunctionDef)]
    return {n.id for f in defined for n in walk(f) if isinstance(n, gast.Name)}


def renamed_in(s, old, new):
    return transform(
        s,
        lambda n: (
            like(gast.copy_location(gast.Name(new, n.ctx, None, None), n), n)
            if isinstance(n, gast.Name) and n.id == old
            else None
        ),
    )


def item(base, k):
    return gast.Subscript(base, k if isinstance(k, gast.AST) else constant(k), gast.Load())


def is_literal(node):
    return isinstance(node, gast.Constant) or isinstance(node, gast.UnaryOp) and isinstance(node.operand, gast.Constant)


def is_view_path(node):
    while isinstance(node, gast.Subscript) or isinstance(node, gast.Attribute) and node.attr == 'T':
        node = node.value
    return isinstance(node, gast.Name)


def is_generated(init):
    """Whether `dataclass` has written this `__init__`."""
    return inspect.isfunction(init) and init.__code__.co_filename == '<string>'


def inplace(op):
    from srcad.analysis.marks import OPERATORS

    return OPERATORS[type(op).__name__]


def same_call(made, node):
    """A call of the same function in the place of another, with what was said of that."""
    for said in ('bound', 'attempts', 'is_there', 'is_own'):
        if hasattr(node, said):
            setattr(made, said, getattr(node, said))
    return like(made, node)


def asks_none(named):
    return gast.Compare(name(named.id), [gast.Is()], [constant(None)])


def kind_of(node):
    return node.func.id if isinstance(node, gast.Call) and isinstance(node.func, gast.Name) else None


def array_of(node):
    """A list of numbers as an array of them."""
    func = gast.Attribute(Ours('np', np), 'array', gast.Load())
    return like(gast.copy_location(gast.Call(func, [node], []), node), node)


def noun_of(node):
    """What a value is called that has no name."""
    if isinstance(node, gast.Attribute):
        return node.attr
    if isinstance(node, gast.Subscript):
        return 'item'
    if isinstance(node, gast.Call):
        text = getattr(node.func, 'attr', getattr(node.func, 'id', 'value')).strip('_').lower()
        text = text if text.isidentifier() else 'value'
        return 'items' if text in ('list', 'tuple', 'dict', 'set', 'sorted', 'reversed') else text
    return 'items' if isinstance(node, LOOPS + DISPLAYS) else 'value'


def parts_of(node):
    """The parts of an expression in the order of their evaluation, and what makes it of others."""
    if isinstance(node, gast.BinOp):
        return [node.left, node.right], lambda p: gast.BinOp(p[0], node.op, p[1])
    if isinstance(node, gast.UnaryOp):
        return [node.operand], lambda p: gast.UnaryOp(node.op, p[0])
    if isinstance(node, gast.Compare):
        return [node.left, *node.comparators], lambda p: gast.Compare(p[0], node.ops, p[1:])
    if isinstance(node, gast.Attribute):
        return [node.value], lambda p: gast.Attribute(p[0], node.attr, node.ctx)
    if isinstance(node, gast.Subscript):
        return [node.value, node.slice], lambda p: gast.Subscript(p[0], p[1], node.ctx)
    if isinstance(node, gast.JoinedStr):
        parts = [n.value for n in walk(node) if isinstance(n, gast.FormattedValue)]
        return parts, lambda p: transform(node, dict(zip(parts, p)).get)
    if isinstance(node, gast.Starred):
        return [node.value], lambda p: gast.Starred(p[0], node.ctx)
    if isinstance(node, (gast.Tuple, gast.List, gast.Set)):
        return list(node.elts), lambda p: gast.Set(p) if isinstance(node, gast.Set) else type(node)(p, node.ctx)
    if isinstance(node, gast.Call):
        is_method = isinstance(node.func, gast.Attribute)
        made = isinstance(node.func, (gast.Call, gast.Subscript))
        owner = [node.func.value] if is_method else [node.func] if made else []
        args = [*node.args, *(k.value for k in node.keywords)]

        def rebuild(p):
            func = gast.Attribute(p[0], node.func.attr, gast.Load()) if is_method else (*p[: len(owner)], node.func)[0]
            if is_method and hasattr(node.func, 'site'):
                func.site = node.func.site
            rest = p[len(owner) :]
            keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, rest[len(node.args) :])]
            return gast.Call(func, rest[: len(node.args)], keywords)

        return [*owner, *args], rebuild
    return [], lambda p: node
