"""Arguments behind stars: they are what they were before a later argument changed it."""

import gast

from srcad.lower.evaluation import Rewrite, is_atom, is_untouched, may_change
from srcad.tree import blocks


def poured(function, means):
    """Names for what stands behind stars before a call that may change it.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(g, options, o):
    ...     return g(**options, last=o.step(options))
    >>> source = parse(f)
    >>> print(to_source(poured(source.tree, Means(source.tree, source))), end='')
    def f(g, options, o):
        given = {**options}
        return g(**given, last=o.step(options))
    """
    rewrite = Rewrite(means, lambda node, plain: with_copies(node, plain, rewrite))
    function.body = blocks(function.body, rewrite.statement)
    return function


def with_copies(node, plain, rewrite):
    means = rewrite.means
    given = [*node.args, *node.keywords] if isinstance(node, gast.Call) else []
    alone = given[0] if given and len(node.args) == 1 and isinstance(given[0], gast.Starred) else None  # is looked at last
    changing = [k for k, a in enumerate(given) if may_change(a, means)]
    stars = [k for k, a in enumerate(given) if is_star(a) and may_be_another(a.value, means)]
    if not changing or not any(k < changing[-1] for k in stars):
        return None
    if not plain:
        means.refuse('a star before a call that may change what stands behind it: give that a name before', node)
    last = changing[-1] + (alone is not None)

    def kept(a):
        if a is alone:
            return a if is_atom(a.value) else gast.Starred(rewrite.assigned('given', a.value, node), gast.Load())
        if isinstance(a, gast.Starred):
            return gast.Starred(rewrite.assigned('given', gast.List([a], gast.Load()), node), gast.Load())
        value = a.value if isinstance(a, gast.keyword) else a
        whole = gast.Dict([None], [value]) if is_star(a) else value
        named = value if is_atom(whole) else rewrite.assigned('given' if is_star(a) else 'first', whole, node)
        return gast.keyword(a.arg, named) if isinstance(a, gast.keyword) else named

    new = [kept(a) if k < last else a for k, a in enumerate(given)]
    count = len(node.args)
    return gast.Call(node.func, new[:count], new[count:])


def is_star(a):
    return isinstance(a, gast.Starred) or isinstance(a, gast.keyword) and a.arg is None


def may_be_another(value, means):
    """Whether a call may change what stands behind a star."""
    return not isinstance(value, (gast.List, gast.Tuple, gast.Dict)) and not is_untouched([value], means)
