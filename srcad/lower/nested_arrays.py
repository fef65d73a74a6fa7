"""Arrays made of lists within lists."""

import gast
import numpy as np

from srcad.lower.evaluation import Rewrite
from srcad.tree import blocks, clone

LISTS = (gast.ListComp, gast.List)
FLOATS = (float, np.float64)


def nested_arrays(function, means):
    """The rows of an array are arrays; what `np.fromiter` takes from a generator is a list.

    >>> import numpy as np
    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs, ys):
    ...     return np.array([[x * y for x in xs] for y in ys]) @ np.fromiter((x**2 for x in xs), float)
    >>> source = parse(f)
    >>> print(to_source(nested_arrays(source.tree, Means(source.tree, source))).strip())
    def f(xs, ys):
        return np.array([np.array([x * y for x in xs]) for y in ys]) @ np.array([x**2 for x in xs], dtype=float)
    """

    def rule(node, plain):
        f = means(node.func) if isinstance(node, gast.Call) and node.args else None
        if f is np.array:
            rows = with_rows(node.args[0], node)
            return None if rows is node.args[0] else gast.Call(node.func, [rows, *node.args[1:]], node.keywords)
        return from_iterator(node, means) if f is np.fromiter else None

    function.body = blocks(function.body, lambda s: Rewrite(means, rule).statement(s))
    return function


def with_rows(tree, call):
    """A list whose items are lists, of which one is a comprehension, with arrays for items."""
    if isinstance(tree, gast.ListComp) and isinstance(tree.elt, LISTS):
        return gast.copy_location(gast.ListComp(row(tree.elt, call), tree.generators), tree)
    if isinstance(tree, gast.List) and tree.elts and all(isinstance(e, gast.ListComp) for e in tree.elts):
        return gast.copy_location(gast.List([row(e, call) for e in tree.elts], gast.Load()), tree)
    return tree


def row(tree, call):
    return gast.copy_location(gast.Call(clone(call.func), [with_rows(tree, call)], []), tree)


def from_iterator(node, means):
    """`np.fromiter(generator, float)`."""
    dtype = node.args[1:] + [k.value for k in node.keywords if k.arg == 'dtype']
    others = [k for k in node.keywords if k.arg != 'dtype']
    source = node.args[0]
    if (
        len(dtype) != 1
        or others
        or means(dtype[0]) not in FLOATS
        or not isinstance(source, (gast.GeneratorExp, gast.ListComp))
    ):
        return None
    name = node.func.value if isinstance(node.func, gast.Attribute) else None
    if name is None:
        return None
    listed = gast.ListComp(source.elt, source.generators)
    return gast.Call(gast.Attribute(name, 'array', gast.Load()), [listed], [gast.keyword('dtype', dtype[0])])
