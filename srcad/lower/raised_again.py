"""`raise` alone in a branch of a handler, which names what it raises."""

import gast

from srcad.lower.handlers import without_bare_raise
from srcad.tree import target, walk


def raised_again(function, means):
    """Handlers with a name for what they raise again in one case; by reference, which follows names.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(g, k):
    ...     try:
    ...         return g(k)
    ...     except KeyError:
    ...         if k > 3:
    ...             raise
    ...     return 0.0
    >>> source = parse(f)
    >>> print(to_source(raised_again(source.tree, Means(source.tree, source, True))), end='')
    def f(g, k):
        try:
            return g(k)
        except KeyError as again:
            if k > 3:
                raise again
        return 0.0
    """
    handlers = [n for n in walk(function) if isinstance(n, gast.ExceptHandler) and means.by_reference]
    for h in handlers:
        text = h.name.id if h.name is not None else means.fresh('again')
        for k, s in enumerate(h.body):
            (named,) = without_bare_raise([s], text)
            if named is not s and isinstance(s, gast.If):
                h.body[k], h.name = named, h.name or target(text)
    return function
