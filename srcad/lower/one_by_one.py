"""What sums and extremes take one by one: each item as it is at that moment, though a list of all comes before them."""

import gast

from srcad.of_objects import as_it_is
from srcad.lower.evaluation import is_in, may_change
from srcad.tree import Ours, call, constant, walk

TAKING = (sum, max, min)


def one_by_one(function, means):
    """`sum(f(k) for k in ...)` where f may change what it has given before.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs):
    ...     return sum(xs.pop() for _ in range(3))
    >>> source = parse(f)
    >>> print(to_source(one_by_one(source.tree, Means(source.tree, source))), end='')
    def f(xs):
        return sum(as_it_is(xs.pop()) for _ in range(3))
    """
    for n in walk(function):
        whole = n.args[0] if isinstance(n, gast.Call) and n.args and is_in(means(n.func), TAKING) else None
        if isinstance(whole, gast.GeneratorExp) and not isinstance(whole.elt, gast.Constant) and may_change(whole, means):
            whole.elt = now(whole.elt)
    return function


def now(item, copies=True):
    return gast.copy_location(call(Ours('as_it_is', as_it_is), item, *([] if copies else [constant(False)])), item)
