"""Generator expressions that nothing uses up at once: generators, under a name."""

import functools
import inspect
import itertools

import gast

from srcad.by_memory import is_of_library, iterator
from srcad.iterators import KEPT, columns_in_turn, stand_in
from srcad.lower.comprehensions import KINDS
from srcad.lower.evaluation import is_in
from srcad.lower.names import MISSING
from srcad.lower.taken import methods, takes_at_once, written
from srcad.tree import FUNCTIONS, Ours, blocks, call, children, name, placed, transform, walk

LAZY = (functools.reduce, next, iter, zip, enumerate, map, filter, *filter(callable, vars(itertools).values()))
# Methods of lists, texts and sets that take all that they are given
EAGER = {'extend', 'extendleft', 'join', 'update', 'union', 'intersection', 'difference', 'symmetric_difference'}
EAGER |= {'issubset', 'issuperset', 'isdisjoint', 'writelines'}
EAGER |= {f'{n}_update' for n in ('difference', 'intersection', 'symmetric_difference')}


def pieces(function, means):
    """A generator expression that is taken a piece at a time is a generator that is defined before.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(v, x):
    ...     terms = (a * x for a in v)
    ...     return next(terms) * sum(terms)
    >>> source = parse(f)
    >>> print(to_source(pieces(source.tree, Means(source.tree, source))), end='')
    def f(v, x):
        def terms_of(items):
            for a in items:
                yield a * x
    <BLANKLINE>
        terms = terms_of(v)
        return next(terms) * sum(terms)
    """

    def rewrite(s):
        if isinstance(s, gast.FunctionDef):
            return [s]
        made = []
        found = set(kept(s, means))

        def named(n):
            if n not in found:
                return None
            if is_transposed(n, means):
                rows = transform(n.args[0].value, named)
                return gast.copy_location(call(Ours(columns_in_turn.__name__, columns_in_turn), rows), n)
            if isinstance(n, gast.Call):
                f = stand_in(means(n.func), len(n.args), KEPT)
                args = [transform(a, named) for a in n.args]
                return gast.copy_location(gast.Call(Ours(f.__name__, f), args, n.keywords), n)
            text = s.targets[0].id if isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Name) else 'pieces'
            f = definition(means.fresh(f'{text}_of'), n, means)
            made.extend(placed([f], n))
            first = transform(n.generators[0].iter, named)
            if isinstance(first, gast.Call) and means(first.func) is range:  # what is kept is a list
                first = call('list', first)
            if isinstance(first, gast.Call) and getattr(first.func, 'attr', None) in ('items', 'values') and not first.args:
                first = call(Ours('iterator', iterator), first)  # of a view, which is kept nowhere
            return gast.copy_location(call(f.name, first), n)

        new = transform(s, named)
        return [*made, new]

    function.body = blocks(function.body, rewrite)
    return function


def refuse_pieces(tree, means):
    """Refuse generator expressions that are taken a piece at a time: they are objects, known by reference only."""
    found = [n for s in walk(tree) if isinstance(s, gast.stmt) and s is not tree for n in kept(s, means)]
    generators = [n for n in found if isinstance(n, gast.GeneratorExp)]
    if generators:
        means.refuse('generators that no call uses up at once: make a list', generators[0])


def kept(s, means):
    """What in the head of a statement may live longer than what it stands in: generator expressions, `z = zip(...)`."""
    todo = [(s, None)]
    while todo:
        node, around = todo.pop()
        if isinstance(node, gast.GeneratorExp) and not any(g.is_async for g in node.generators):
            taken_up = uses_up(around, means) or takes_at_once(node, around, means)
            if not taken_up:
                yield node
            todo.append((node.generators[0].iter, node.generators[0] if taken_up else None))
            continue
        if isinstance(node, FUNCTIONS + KINDS):
            not_inside(node, means)
            continue
        if (
            isinstance(node, gast.Call)
            and is_in(means(node.func), KEPT)
            and not uses_up(around, means)
            and not isinstance(s, gast.For)
        ):
            starred = any(isinstance(a, gast.Starred) for a in node.args)
            if (
                is_transposed(node, means)
                and not takes_at_once(node, around, means)
                or not starred
                and stand_in(means(node.func), len(node.args), KEPT) is not None
            ):
                yield node
        inside = [c for c in children(node) if not isinstance(c, gast.stmt)]
        todo += [(c, around if isinstance(node, gast.keyword) else node) for c in inside]


def is_transposed(node, means):
    """`zip(*rows)`, and nothing else."""
    alone = isinstance(node, gast.Call) and len(node.args) == 1 and isinstance(node.args[0], gast.Starred)
    return alone and not node.keywords and means(node.func) is zip


def not_inside(node, means):
    """Refuse a generator expression that is handed to a function where no statement can stand before."""
    for n in walk(node):
        handed = n.args + [k.value for k in n.keywords] if isinstance(n, gast.Call) and not uses_up(n, means) else []
        for g in handed:
            if isinstance(g, gast.GeneratorExp) and not takes_at_once(g, n, means):
                means.refuse('a generator that is handed over inside a comprehension or a lambda: make a list', g)


def uses_up(node, means):
    """Whether what a generator stands in takes all its pieces at once: a call of a function of a library."""
    if isinstance(node, (gast.comprehension, gast.Starred)):
        return True
    if isinstance(node, (gast.Assign, gast.AugAssign)):
        to = node.targets[0] if isinstance(node, gast.Assign) else node.target
        return isinstance(to, (gast.Tuple, gast.List))
    if not isinstance(node, gast.Call):
        return False
    f = means(node.func)
    if f is MISSING:
        return isinstance(node.func, gast.Attribute) and node.func.attr in EAGER and not methods(node.func.attr, means)
    return not is_in(f, LAZY) and written(f) is None and (is_of_library(f) or not inspect.isclass(f))


def definition(text, node, means):
    items = means.fresh('items')
    body, first = gast.Expr(gast.Yield(node.elt)), name(items)
    first.late = True
    for k, g in reversed(list(enumerate(node.generators))):
        for test in reversed(g.ifs):
            body = gast.If(test, [body], [])
        body = gast.For(g.target, first if k == 0 else g.iter, [body], [], None)
    params = gast.arguments([gast.Name(items, gast.Param(), None, None)], [], None, [], [], None, [])
    return gast.FunctionDef(text, params, [body], [], None, None, [])
