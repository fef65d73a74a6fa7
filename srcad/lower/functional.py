"""Functions of iterables as loops, comprehensions and operators."""

import functools
import math
from collections import deque

import gast
import numpy as np

from srcad.lower.apply import generator, items_of, read_first, read_once
from srcad.lower.built import nested
from srcad.lower.comprehensions import stands_outside, with_own_names
from srcad.lower.evaluation import ATOMS, Rewrite, builtin, is_calm, is_in, is_quiet, is_untouched, place
from srcad.lower.streams import Stream, Streams
from srcad.tree import COMPREHENSIONS, assign, blocks, clone, constant, name, transform, walk

EAGER = (
    sum,
    list,
    tuple,
    max,
    min,
    sorted,
    math.fsum,
    math.prod,
    set,
    frozenset,
    np.fromiter,
)  # take every item, at once
LAZY = (any, all)


def functional(function, means):
    """What goes over `map`, `filter` and the iterators of itertools goes over what they go over.

    >>> import itertools
    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs, ys, x):
    ...     total = sum(map(lambda a: a * x, xs))
    ...     for a, b in itertools.product(xs, ys):
    ...         total += a * b
    ...     return total
    >>> source = parse(f)
    >>> print(to_source(functional(source.tree, Means(source.tree, source))).strip())
    def f(xs, ys, x):
        total = sum(item * x for item in xs)
        items = [item_2 for item_2 in xs]
        items_2 = [item_3 for item_3 in ys]
        for a in items:
            for b in items_2:
                total += a * b
        return total
    """
    rules = Functional(means)

    def rewrite(s):
        for n in walk(s):
            if isinstance(n, gast.Call) and n.args and is_in(means(n.func), EAGER):
                n.args[0].at_once = True
        rules.rewrite = Rewrite(means, rules.expression)
        made = rules.rewrite.statement(rules.unpacked(s))
        return [*made[:-1], *(rules.loop(made[-1]) if isinstance(s, gast.For) else made[-1:])]

    function.body = blocks(function.body, rewrite)
    return function


class Functional:
    def __init__(self, means):
        self.means, self.rewrite = means, None

    def streams(self, plain):
        return Streams(self.means, [] if plain else None)

    def expression(self, node, plain):
        if isinstance(node, COMPREHENSIONS):
            return self.comprehension(node, plain)
        if not isinstance(node, gast.Call) or not node.args:
            return None
        f = self.means(node.func)
        if f is functools.reduce and not node.keywords:
            streams = self.streams(plain)
            found = streams.reduced(node.args) if builtin(self.means, 'range', 'len', 'TypeError') else None
            return self.taken(streams, found)
        if f is dict:
            return self.pairs(node, plain)
        joins = getattr(node.func, 'attr', '') == 'join' and isinstance(getattr(node.func.value, 'value', None), str)
        if not joins and not is_in(f, (*EAGER, *LAZY, deque)):
            return None
        backwards = isinstance(node.args[0], gast.Call) and self.means(node.args[0].func) is reversed
        if backwards and f in (sum, max, min, math.fsum, math.prod, deque):
            v = self.means.fresh('item')
            items = place(gast.ListComp(name(v), [generator(v, node.args[0])]), node.args[0])
            made = place(gast.Call(node.func, [items, *node.args[1:]], node.keywords), node)
            return self.expression(made, plain) or made
        if f is deque:
            return None
        if f is math.prod and plain and isinstance(node.args[0], (gast.List, gast.Tuple) + COMPREHENSIONS):
            named = self.rewrite.assigned('items', listed(node.args[0]), node)
            return gast.Call(node.func, [named, *node.args[1:]], node.keywords)
        streams = self.streams(plain and f not in LAZY)
        stream = streams.of(node.args[0]) if not isinstance(node.args[0], COMPREHENSIONS) else None
        if stream is None:
            if f is list and isinstance(node.args[0], gast.GeneratorExp) and not node.keywords and len(node.args) == 1:
                return gast.ListComp(node.args[0].elt, node.args[0].generators)
            return None
        if f is list and len(node.args) == 1:
            made = stream.list()
        elif f in (sum, tuple, math.fsum, np.fromiter, *LAZY):
            made = gast.Call(
                node.func, [gast.GeneratorExp(stream.element, stream.generators), *node.args[1:]], node.keywords
            )
        else:
            made = gast.Call(node.func, [stream.list(), *node.args[1:]], node.keywords)
        return self.taken(streams, made)

    def pairs(self, node, plain):
        """`dict(zip(keys, map(f, xs)))` as a comprehension."""
        streams = self.streams(plain)
        alone = len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], COMPREHENSIONS)
        stream = streams.of(node.args[0]) if alone else None
        if stream is None:
            return None
        pair, source = parts(stream.element), stream.generators[-1].iter
        if isinstance(stream.element, gast.Name) and isinstance(source, gast.Call):
            is_items = isinstance(source.func, gast.Attribute) and source.func.attr == 'items'
            pair = items_of(stream.element.id, constant(0), constant(1)) if is_items else pair
        return self.taken(streams, gast.DictComp(*pair, stream.generators)) if len(pair) == 2 else None

    def unpacked(self, s):
        """`a, b = map(f, xs)`: from a list."""
        if isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Tuple) and isinstance(s.value, gast.Call):
            stream = self.streams(False).of(s.value) if is_calm(s.value, self.means) else None
            if stream is not None:
                s.value = place(clone(stream.list()), s.value)
        return s

    def taken(self, streams, made):
        """A new tree, if there is one, with the statements that it needs before."""
        if made is not None:
            self.rewrite.before += streams.before or []
        return made

    def comprehension(self, node, plain):
        """A comprehension over a stream, as one over what the stream goes over."""
        for k, g in enumerate(node.generators):
            if isinstance(g.iter, gast.ListComp) or g.is_async:
                continue
            streams = self.streams(plain and k == 0)
            stream = streams.of(g.iter)
            if stream is None:
                continue
            if max(stream.early, streams.early) and isinstance(node, gast.GeneratorExp) and not hasattr(node, 'at_once'):
                continue  # what runs over it may change what it is made of
            if max(stream.early, streams.early):
                around = [node.elt, *(t for h in node.generators for t in h.ifs)]
                if not self.is_calm_around(node) or not self.are_apart(streams.before, around):
                    continue
            around = [node.elt, *(p for h in node.generators for p in (h.target, *h.ifs, *([h.iter] if h is not g else [])))]
            clashes = lambda n: any(stands_outside(n, p) for p in around)
            own = with_own_names(stream.generators, stream.element, clashes, self.means.fresh)
            made = spliced(node, k, Stream(*own), self.means)
            if made is not None:
                again = self.comprehension(made, plain)
                return self.taken(streams, again or made)
        return None

    def are_apart(self, before, around):
        """Whether statements that run before a loop change nothing that it reads."""
        return is_quiet(before or [], self.means) or is_untouched(around, self.means)

    def is_calm_around(self, node):
        return is_calm(node.elt, self.means) and all(is_calm(t, self.means) for h in node.generators for t in h.ifs)

    def loop(self, s):
        """A `for` over a stream, as loops over what the stream goes over."""
        streams = self.streams(True)
        stream = streams.of(s.iter) if not isinstance(s.iter, COMPREHENSIONS) else None
        if stream is None or s.orelse:
            return [s]
        early = max(stream.early, streams.early)
        if early and not (is_quiet(s.body, self.means, s.iter) and self.are_apart(streams.before, s.body)):
            return [s]
        if early > 1 and leaves(s.body):
            return [s]
        stream.generators, stream.element = streams.apart(stream.generators, stream.element)
        loops = [g for g in stream.generators if not is_binding(g)]
        if len(loops) > 1 and breaks(s.body):
            if not is_calm(stream.element, self.means) or not is_quiet(s.body, self.means, s.iter) or leaves(s.body):
                if not all(isinstance(e, gast.Name) for e in parts(stream.element)):
                    return [s]
            text = self.means.fresh('items')
            s.iter = name(text)
            return [*(place(clone(b), s) for b in [*streams.before, assign(text, stream.list())]), s]
        assignments, renamed = self.bound_in(s, stream)
        made = nested(stream.generators, [*assignments, *s.body])
        made = [transform(m, lambda n: renamed_node(n, renamed)) for m in self.headed(made, s)]
        return [place(clone(b), s) for b in [*streams.before, *made]]

    def bound_in(self, s, stream):
        """The statements that give a loop's target its element, and names of the stream that may be the target."""
        assignments, renamed = [], {}
        for a in bound(s.target, stream.element):
            to, value = a.targets[0], a.value
            new = isinstance(value, gast.Name) and value.id not in renamed and is_target(value.id, stream.generators)
            if new and isinstance(to, gast.Name) and self.is_only_here(to.id, s):
                renamed[value.id] = to.id
            else:
                assignments.append(a)
        return assignments, renamed

    def is_only_here(self, text, s):
        """Whether a name is bound by the target of one loop, and nowhere else, and read only in its body."""
        inside = sum(isinstance(n, gast.Name) and n.id == text for n in walk(s))
        everywhere = sum(isinstance(n, gast.Name) and n.id == text for n in walk(self.means.tree))
        return inside == everywhere and self.means.is_bound_once(text)

    def headed(self, made, s):
        """The first loop stands where the user's stood."""
        for outer in made:
            if isinstance(outer, gast.For):
                place(outer.iter, s.iter)
        return made


def listed(node):
    """A list display or comprehension of the same items."""
    if isinstance(node, COMPREHENSIONS):
        return gast.ListComp(node.elt, node.generators)
    return gast.List(node.elts, gast.Load())


def bound(to, element):
    """The statements that give a loop's target its element."""
    if isinstance(to, gast.Tuple) and isinstance(element, gast.Tuple) and len(to.elts) == len(element.elts):
        if all(isinstance(e, (gast.Name, gast.Tuple)) for e in to.elts):
            return [s for t, e in zip(to.elts, element.elts) for s in bound(t, e)]
    return [gast.Assign([to], element, None)]


def is_target(text, generators):
    return any(isinstance(n, gast.Name) and n.id == text for g in generators for n in walk(g.target))


def renamed_node(n, renamed):
    if isinstance(n, gast.Name) and n.id in renamed:
        return gast.copy_location(gast.Name(renamed[n.id], n.ctx, None, None), n)
    return None


def parts(element):
    return element.elts if isinstance(element, gast.Tuple) else [element]


def is_binding(g):
    return isinstance(g.iter, gast.List) and len(g.iter.elts) == 1


def breaks(statements):
    """Whether statements of a loop's body break off that loop."""
    return any(isinstance(s, gast.Break) for s in of_this_loop(statements))


def leaves(statements):
    return breaks(statements) or any(isinstance(n, gast.Return) for s in statements for n in walk(s))


def of_this_loop(statements):
    for s in statements:
        yield s
        if not isinstance(s, (gast.For, gast.While, gast.FunctionDef)):
            for field in ('body', 'orelse'):
                yield from of_this_loop(getattr(s, field, []) or [])


def spliced(node, k, stream, means):
    """A comprehension with its k-th generator replaced by those of a stream; None if names would clash."""
    g, before, after = node.generators[k], node.generators[:k], node.generators[k + 1 :]
    targets = {n.id for h in node.generators for n in walk(h.target) if isinstance(n, gast.Name)}
    read = [stream.element, *(t for h in stream.generators for t in h.ifs), *(h.iter for h in stream.generators[1:])]
    if k == 0 and any(isinstance(n, gast.Name) and n.id in targets for r in read for n in walk(r)):
        return None
    rest = [node.elt, *g.ifs, *(t for h in after for t in (h.target, h.iter, *h.ifs))]
    given = matched(g.target, stream.element, rest, means)
    generators = list(stream.generators)
    if given is None:
        generators.append(gast.comprehension(g.target, gast.List([stream.element], gast.Load()), g.ifs, 0))
        return type(node)(node.elt, [*before, *generators, *after])
    put = lambda tree: transform(
        tree, lambda n: clone(given[n.id]) if isinstance(n, gast.Name) and n.id in given else None
    )
    last = generators.pop()
    generators.append(gast.comprehension(last.target, last.iter, [*last.ifs, *map(put, g.ifs)], 0))
    after = [gast.comprehension(h.target, put(h.iter), list(map(put, h.ifs)), 0) for h in after]
    return type(node)(put(node.elt), [*before, *generators, *after])


def matched(to, element, rest, means):
    """What each name of a target stands for, if it may be written wherever the name is read; None if not."""
    if isinstance(to, gast.Tuple) and isinstance(element, gast.Tuple) and len(to.elts) == len(element.elts):
        out = {}
        for t, e in zip(to.elts, element.elts):
            one = matched(t, e, rest, means)
            if one is None or set(one) & set(out):
                return None
            out.update(one)
        return out
    if not isinstance(to, gast.Name) or any(rebinds(n, to.id) for r in rest for n in walk(r)):
        return None
    if isinstance(element, ATOMS) or is_item(element) and all(is_calm(r, means) for r in rest):
        return {to.id: element}
    once = (
        len(rest) == 1
        and read_once(rest[0], to.id)
        and is_calm(rest[0], means)
        and not isinstance(element, gast.Tuple)
        and (is_calm(element, means) or read_first(rest[0], to.id, means))
    )
    return {to.id: element} if once else None


def is_item(node):
    """`items[k]` or `items[k + 1]`, of names."""
    if not isinstance(node, gast.Subscript) or not isinstance(node.value, gast.Name):
        return False
    return all(
        isinstance(n, (gast.Name, gast.BinOp, gast.Constant, gast.operator, gast.expr_context))
        for n in walk(node.slice)
    )


def rebinds(n, text):
    """Whether a node gives a name of its own to something that has the same text."""
    return isinstance(n, gast.Lambda) or isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load)
