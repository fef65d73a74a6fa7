"""Loops over what an object's attributes are: over their names, each with the attribute of that name."""

import gast

from srcad.by_memory import names_of
from srcad.tree import Ours, blocks, call, clone, name, placed, target, transform, tuple_of, walk
from srcad.lower.comprehensions import KINDS
from srcad.lower.evaluation import is_calm, is_in

READERS = {dict, len, list, tuple, set, sorted, sum, max, min, any, all}
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
    for n in list(walk(function)):
        read_at(n, means)
    return function


def read_at(n, means):
    """`{'a': o.a}` for `vars(o)`, at what only reads it: behind two stars, in `dict(...)`, `len(...)`, before a key."""
    fresh = lambda node: as_dict(node, means)
    if isinstance(n, gast.Call):
        for k in n.keywords:  # each is poured in before the next is computed
            k.value = fresh(k.value) if k.arg is None else k.value
        more = [*n.args[1:], *(k.value for k in n.keywords)]
        if not all(is_calm(a, means) for a in more):  # which might change it before it is read
            return
        if is_in(means(n.func), READERS) or getattr(n.func, 'attr', None) == 'update':
            n.args = [fresh(a) for a in n.args]
            for a in n.args:  # a view, which is used up there
                if isinstance(a, gast.Call) and getattr(a.func, 'attr', None) in VIEWS:
                    a.func.value = fresh(a.func.value)
        if isinstance(n.func, gast.Attribute) and n.func.attr in ('get', 'copy') and all(is_calm(a, means) for a in n.args):
            n.func.value = fresh(n.func.value)
    elif isinstance(n, gast.Dict):
        n.values = [v if k is not None else fresh(v) for k, v in zip(n.keys, n.values)]
    elif isinstance(n, gast.Subscript) and isinstance(n.ctx, gast.Load) and is_calm(n.slice, means):
        n.value = fresh(n.value)
    elif isinstance(n, gast.Compare):
        n.comparators = [fresh(c) if isinstance(op, (gast.In, gast.NotIn)) else c for op, c in zip(n.ops, n.comparators)]


def as_dict(node, means):
    owner = owner_of(node, means)
    if owner is None:
        return node
    text = means.fresh('text')
    value = item(owner, 'values', text)
    return gast.copy_location(gast.DictComp(name(text), value, [gast.comprehension(target(text), over(owner), [], 0)]), node)


def view(node, means):
    """The object, and what is run over: of `o.__dict__`, `vars(o)`, and their items, values and keys."""
    what = 'keys'
    if isinstance(node, gast.Call) and isinstance(node.func, gast.Attribute) and node.func.attr in VIEWS and not node.args:
        node, what = node.func.value, node.func.attr
    owner = owner_of(node, means)
    return (owner, what) if owner is not None else None


def owner_of(node, means):
    """The object of `o.__dict__` and `vars(o)`; None of other expressions, and of objects that have no name."""
    if isinstance(node, gast.Attribute) and node.attr == '__dict__':
        owner = node.value
    elif isinstance(node, gast.Call) and means(node.func) is vars and len(node.args) == 1:
        owner = node.args[0]
    else:
        return None
    return owner if isinstance(owner, gast.Name) else None


def item(owner, what, text):
    value = gast.Call(name('getattr'), [clone(owner), name(text)], [])
    return {'keys': name(text), 'values': value, 'items': tuple_of([name(text), value])}[what]


def over(owner):
    return call(Ours('names_of', names_of), clone(owner))


def stores(body, text):
    return any(isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load) for s in body for n in walk(s))
