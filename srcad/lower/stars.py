"""Targets with a star, `a, *rest = xs`, and names for what stands behind a star in a call."""

import dataclasses

import gast

from srcad.lower.evaluation import Rewrite, is_namedtuple, operands
from srcad.tree import assign, blocks, call, constant, name, placed, target

def stars(function, means):
    """The values are a list, whose items and middle are assigned one by one.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(xs, y):\\n    a, *rest = xs\\n    *b, c = y, a, 1\\n    return a').body[0]
    >>> print(to_source(stars(f, Means(f, None))), end='')
    def f(xs, y):
        part = [item for item in xs]
        if len(part) < 1:
            raise ValueError(f'not enough values to unpack (expected at least 1, got {len(part)})')
        a = part[0]
        rest = [part[k] for k in range(1, len(part))]
        b, c = [y, a], 1
        return a
    """

    names = Rewrite(means, lambda node, plain: named(node) if plain else None)

    def named(node):
        """`Point(*(a, b))`, `np.hypot(*f(x))`: what stands behind the star is computed before, as a list or an array."""
        star = node.args[-1] if isinstance(node, gast.Call) and node.args else None
        if not isinstance(star, gast.Starred) or isinstance(star.value, (gast.Name, gast.Tuple)):
            return None
        f = means(node.func)
        if not (is_namedtuple(f) or dataclasses.is_dataclass(f) or operands(f)):
            return None
        whole = names.assigned('items', star.value, star)
        return gast.Call(node.func, [*node.args[:-1], gast.Starred(whole, gast.Load())], node.keywords)

    def rewrite(s):
        made = names.statement(s)
        return [part for one in made for part in unpacked_targets(one)]

    def unpacked_targets(s):
        if isinstance(s, gast.For) and has_star(s.target):
            return [loop_head(s)]
        to = s.targets[0] if isinstance(s, gast.Assign) and len(s.targets) == 1 else None
        if isinstance(to, (gast.Tuple, gast.List)) and has_star(to):
            return placed(unpacked(s.targets[0].elts, s.value), s)
        return [s]

    def loop_head(s):
        """`for i, (a, *b) in e` as `for i, part in e`, and `a, *b = part` first in the loop."""
        made = []

        def simpler(t):
            if isinstance(t, (gast.Tuple, gast.List)) and any(isinstance(e, gast.Starred) for e in t.elts):
                text = means.fresh('part')
                made.append(gast.copy_location(gast.Assign([t], name(text), None), t))
                return gast.copy_location(target(text), t)
            if isinstance(t, (gast.Tuple, gast.List)):
                t.elts = [simpler(e) for e in t.elts]
            return t

        s.target = simpler(s.target)
        s.body = [part for one in made for part in unpacked_targets(one)] + s.body
        return s

    def unpacked(elts, value):
        star = next(k for k, e in enumerate(elts) if isinstance(e, gast.Starred))
        after = len(elts) - star - 1
        if isinstance(value, (gast.Tuple, gast.List)) and len(value.elts) >= star + after and not has_star(value):
            end = len(value.elts) - after
            middle = gast.copy_location(gast.List(value.elts[star:end], gast.Load()), value)
            values = [*value.elts[:star], middle, *value.elts[end:]]
            elts = [e.value if isinstance(e, gast.Starred) else e for e in elts]
            if len(elts) == 1:
                return [gast.Assign(elts, middle, None)]
            return [gast.Assign([gast.Tuple(elts, gast.Store())], gast.Tuple(values, gast.Load()), None)]
        text = means.fresh('part')
        out = [assign(text, copied(value)), *([too_few(text, star + after)] if star + after else [])]
        for k, e in enumerate(elts):
            if isinstance(e, gast.Starred):
                out.append(gast.Assign([e.value], middle_of(text, star, after), None))
            else:
                out.append(gast.Assign([e], item(text, constant(k if k < star else k - len(elts))), None))
        return out

    def copied(value):
        text, value.is_unpacked = means.fresh('item'), True
        return gast.ListComp(name(text), [gast.comprehension(target(text), value, [], 0)])

    def middle_of(text, first, after):
        if not first and not after:
            return name(text)
        end = call('len', name(text))
        end = gast.BinOp(end, gast.Sub(), constant(after)) if after else end
        k = means.fresh('k')
        over = call('range', *([constant(first)] if first else []), end)
        made = gast.ListComp(item(text, name(k)), [gast.comprehension(target(k), over, [], 0)])
        made.middle_of = text, first, after
        return made

    function.body = blocks(function.body, rewrite)
    return function


def has_star(node):
    """Whether a display, or a target, has a star, or one within it has."""
    return any(isinstance(e, gast.Starred) or has_star(e) for e in getattr(node, 'elts', ()))


def item(text, index):
    return gast.Subscript(name(text), index, gast.Load())


def too_few(text, needed):
    """Python's own error where there are too few values."""
    said = f'not enough values to unpack (expected at least {needed}, got '
    length = gast.FormattedValue(call('len', name(text)), -1, None)
    message = gast.JoinedStr([gast.Constant(said, None), length, gast.Constant(')', None)])
    test = gast.Compare(call('len', name(text)), [gast.Lt()], [constant(needed)])
    return gast.If(test, [gast.Raise(call('ValueError', message), None)], [])
