"""Attributes by name: `getattr(o, 'x')` is `o.x`, `setattr(o, 'x', v)` is an assignment."""

import gast

from srcad.tree import blocks, call, name, transform


def attributes(function, means):
    """What is read or set under a name that is written there.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(o, x):
    ...     setattr(o, 'x', x)
    ...     return getattr(o, 'x')
    >>> source = parse(f)
    >>> print(to_source(attributes(source.tree, Means(source.tree, source))), end='')
    def f(o, x):
        o.x = x
        return o.x
    """

    def read(n):
        if isinstance(n, gast.List):  # becomes loops over what stands behind its stars
            return gast.copy_location(gast.List([shown(e) for e in n.elts], n.ctx), n)
        if isinstance(n, gast.Starred) and isinstance(n.value, gast.GeneratorExp):  # `f(*(...))`: all are made first
            made = gast.copy_location(gast.ListComp(transform(n.value.elt, read), n.value.generators), n.value)
            return gast.copy_location(gast.Starred(made, n.ctx), n)
        if isinstance(n, gast.Starred) and is_iterator(n.value, means):  # `f(*reversed(xs))`: of a list
            made = gast.copy_location(call('list', transform(n.value, read)), n.value)
            return gast.copy_location(gast.Starred(made, n.ctx), n)
        if is_call(n, getattr, 2, means):
            owner = transform(n.args[0], read)
            return gast.copy_location(gast.Attribute(owner, n.args[1].value, gast.Load()), n)
        return None

    def shown(e):
        if isinstance(e, gast.Starred) and isinstance(e.value, gast.Call) and means(e.value.func) not in (map, filter):
            return gast.copy_location(gast.Starred(transform(e.value, read), e.ctx), e)
        return transform(e, read)

    def rewrite(s):
        if isinstance(s, gast.Expr) and is_call(s.value, setattr, 3, means):
            owner, key, value = s.value.args
            to = gast.copy_location(gast.Attribute(transform(owner, read), key.value, gast.Store()), s)
            return [gast.copy_location(gast.Assign([to], transform(value, read), None), s)]
        return [s if hasattr(s, 'body') else transform(s, read)]

    function.body = blocks(function.body, rewrite)
    return function


def is_iterator(node, means):
    """Whether a value can only be run over: that of `map(f, xs)`, `d.values()`."""
    if not isinstance(node, gast.Call) or means(name('list')) is not list:
        return False
    view = isinstance(node.func, gast.Attribute) and node.func.attr in ('items', 'keys', 'values')
    return view and not node.args or any(means(node.func) is f for f in (map, filter, zip, reversed, enumerate))


def is_call(node, f, count, means):
    return (
        isinstance(node, gast.Call)
        and len(node.args) == count
        and not node.keywords
        and isinstance(node.args[1], gast.Constant)
        and isinstance(node.args[1].value, str)
        and node.args[1].value.isidentifier()
        and means(node.func) is f
    )
