"""`zip(*rows)`."""

import gast

from srcad.library import columns_of, unzipped
from srcad.lower.taken import TAKERS, takes_at_once
from srcad.tree import Ours, call, constant, walk


def columns(function, means):
    """Where `zip(*rows)` is run over at once, a list of the columns.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> from srcad.parse import parse
    >>> def f(rows):
    ...     xs, ys = zip(*rows)
    ...     return sum(sum(column) for column in zip(*rows))
    >>> source = parse(f)
    >>> print(to_source(columns(source.tree, Means(source.tree, source))), end='')
    def f(rows):
        xs, ys = unzipped(rows, 2)
        return sum(sum(column) for column in columns_of(rows))
    """

    def listed(node, count=None):
        """What is run over, with lists in place of such iterators."""
        if isinstance(node, gast.Call) and means(node.func) is enumerate and node.args:
            node.args[0] = listed(node.args[0])
        if not isinstance(node, gast.Call) or means(node.func) is not zip or node.keywords or len(node.args) != 1:
            return node
        if not isinstance(node.args[0], gast.Starred):
            return node
        rows = listed(node.args[0].value)
        if count is None:
            return gast.copy_location(call(Ours('columns_of', columns_of), rows), node)
        return gast.copy_location(call(Ours('unzipped', unzipped), rows, constant(count)), node)

    for n in walk(function):
        if isinstance(n, (gast.For, gast.comprehension)):
            n.iter = listed(n.iter)
        elif isinstance(n, gast.Assign) and isinstance(n.targets[0], (gast.Tuple, gast.List)):
            n.value = listed(n.value, len(n.targets[0].elts))
        elif isinstance(n, gast.Call) and n.args and any(means(n.func) is f for f in TAKERS):
            n.args[0] = listed(n.args[0])
        elif isinstance(n, gast.Call):
            n.args = [listed(a) if takes_at_once(a, n, means) else a for a in n.args]
    return function
