"""Builtins that loops run over, under other names: all that comes later knows them by their own."""

import gast

from srcad.tree import Ours, transform

RUN_OVER = (zip, enumerate, reversed, range)


def renamed(function, means):
    """`izip(xs, ys)` where the module says `izip = zip`, and `builtins.zip(xs, ys)`.

    >>> import builtins
    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs):
    ...     return [k * x for k, x in builtins.enumerate(xs)]
    >>> source = parse(f)
    >>> print(to_source(renamed(source.tree, Means(source.tree, source))), end='')
    def f(xs):
        return [k * x for k, x in enumerate(xs)]
    """

    def by_name(n):
        f = means(n.func) if isinstance(n, gast.Call) else None
        known = next((b for b in RUN_OVER if f is b), None)
        if known is None or getattr(n.func, 'id', None) == known.__name__:
            return None
        n.func = gast.copy_location(Ours(known.__name__, known), n.func)
        return transform(n, lambda m: None if m is n else by_name(m))

    function.body = [transform(s, by_name) for s in function.body]
    return function
