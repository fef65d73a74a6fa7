"""Loops over what an object's attributes are: over their names, each with the attribute of that name."""

import gast

from srcad.by_memory import names_of
from srcad.tree import Ours, blocks, call, clone, name, placed, target, transform, tuple_of, walk
from srcad.lower.comprehensions import KINDS

VIEWS = ('items', 'values', 'keys')


def own_names(function, means):
    """`for k, v in o.__dict__.items()`, and `for v in vars(o).values()`.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(o):
    ...     total = 0.0
    ...     for key, value in o.__dict__.items():
    ...         total += value
    ...     return total
    >>> source = parse(f)
    >>> print(to_source(own_names(source.tree, Means(source.tree, source))), end='')
    def f(o):
        total = 0.0
        for text in names_of(o):
            key, value = text, getattr(o, text)
            total += value
        return total
    """

    if means(name('getattr')) is not getattr:
        return function

    def rewrite(s):
        found = view(s.iter, means) if isinstance(s, gast.For) else None
        if found is not None and not stores(s.body, found[0].id):
            text = means.fresh('text')
            first = gast.Assign([s.target], item(*found, text), None)
            body = [*placed([first], s), *s.body]
            return placed([gast.For(target(text), over(found[0]), body, s.orelse, None)], s)
        return [s if hasattr(s, 'body') else transform(s, comprehension)]

    def comprehension(n):
        found = [view(g.iter, means) for g in n.generators] if isinstance(n, KINDS) else []
        if not any(found):
            return None
        made = []
        for g, of in zip(n.generators, found):
            if of is None:
                made.append(g)
                continue
            text = means.fresh('text')
            made.append(gast.comprehension(target(text), over(of[0]), [], 0))
            made.append(gast.comprehension(g.target, tuple_of([item(*of, text)]), g.ifs, 0))
        n.generators = made
        return n

    function.body = blocks(function.body, rewrite)
    return function


def view(node, means):
    """The object, and what is run over: of `o.__dict__`, `vars(o)`, and their items, values and keys."""
    what = 'keys'
    if isinstance(node, gast.Call) and isinstance(node.func, gast.Attribute) and node.func.attr in VIEWS and not node.args:
        node, what = node.func.value, node.func.attr
    if isinstance(node, gast.Attribute) and node.attr == '__dict__' and isinstance(node.value, gast.Name):
        return node.value, what
    of_vars = isinstance(node, gast.Call) and means(node.func) is vars and len(node.args) == 1
    return (node.args[0], what) if of_vars and isinstance(node.args[0], gast.Name) else None


def item(owner, what, text):
    value = gast.Call(name('getattr'), [clone(owner), name(text)], [])
    return {'keys': name(text), 'values': value, 'items': tuple_of([name(text), value])}[what]


def over(owner):
    return call(Ours('names_of', names_of), clone(owner))


def stores(body, text):
    return any(isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load) for s in body for n in walk(s))
