"""What looks at each item before the next is made: `next` of a generator expression; `any`, `all`, and `max` and `min` by
a key, of what changes something."""

import gast

from srcad.library import largest, smallest
from srcad.lower.comprehensions import movable
from srcad.lower.evaluation import is_calm, is_in, is_known
from srcad.lower.hoist import Hoist
from srcad.lower.lazy import place_of_generator
from srcad.lower.order import Slot
from srcad.tree import FUNCTIONS, Ours, arguments, assign, blocks, call, children, name, placed, transform, walk


def searches(function, means):
    """`next(...)` of a generator expression, and `any(...)` and `all(...)` of what changes something, become loops that
    stop where these stop.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs, x):
    ...     return x if any(xs.pop() > 1.0 for k in range(3)) else 0.0
    >>> source = parse(f)
    >>> print(to_source(searches(source.tree, Means(source.tree, source))), end='')
    def f(xs, x):
        found = False
        for k in range(3):
            if xs.pop() > 1.0:
                found = True
                break
        return x if found else 0.0
    >>> def g(xs, x):
    ...     return x * next((v for v in xs if v > x), 0.0)
    >>> source = parse(g)
    >>> print(to_source(searches(source.tree, Means(source.tree, source))), end='')
    def g(xs, x):
        found = 0.0
        for v in xs:
            if v > x:
                found = v
                break
        return x * found
    """
    rules = Searches(function, means)
    function.body = blocks([transform(s, rules.in_turn) for s in function.body], rules.statement)
    return function


class Searches(Hoist):
    """As `Hoist`, for searches alone: before generators are spelled out, which would give all they have."""

    def needs(self, node):
        if isinstance(node, FUNCTIONS):
            return False
        found = isinstance(node, gast.Call) and (self.stops_early(node) or self.is_next(node))
        return found or any(map(self.needs, children(node)))

    def is_next(self, node):
        """`next(generator)` or `next(generator, default)`, of one loop."""
        whole = node.args[0] if 1 <= len(node.args) <= 2 and not node.keywords else None
        one = isinstance(whole, gast.GeneratorExp) and len(whole.generators) == 1
        return one and self.means(node.func) is next and movable(whole, self.means)

    def write_Call(self, node, out, to):
        return self.first_of(node, out, to) if self.is_next(node) else super().write_Call(node, out, to)

    def first_of(self, node, out, to):
        """The first item of a generator, or its default."""
        whole, default = node.args[0], node.args[1:]
        self.operands([Slot(whole.generators[0], 'iter'), *(Slot(node, 'args', 1) for _ in default)], out)
        text = to or self.means.fresh('found')
        out += [assign(text, node.args[1]) for _ in default]
        self.loops(whole, lambda c: [assign(text, c.elt), gast.Break()], out)
        if not default:
            out[-1].orelse = placed([gast.Raise(Ours('StopIteration', StopIteration), None)], node)
        return gast.copy_location(name(text), node)

    def stops_early(self, node):
        whole = node.args[0] if len(node.args) == 1 else None
        f = self.means(node.func) if isinstance(whole, gast.GeneratorExp) and movable(whole, self.means) else None
        return (f is any or f is all) and (self.acts(whole) or any(map(self.asks_an_object, walk(whole))))

    def in_turn(self, node):
        """`max(..., key=f)` of what a generator makes, where both may change what the other reads."""
        f = self.means(node.func) if place_of_generator(node, self.means) == 0 else None
        given = {k.arg: k.value for k in node.keywords} if f is max or f is min else {}
        made, key = node.args[0] if given else None, given.get('key')
        if key is None or isinstance(key, gast.Constant) or len(node.args) > 1:
            return None
        if not self.may_act(key) and (self.is_apart(key) or not self.makes_by_acts(made)):
            return None
        found, default = largest if f is max else smallest, [given['default']] if 'default' in given else []
        return gast.copy_location(call(Ours(found.__name__, found), made, key, *default), node)

    def makes_by_acts(self, made):
        """Whether to make the items may change something."""
        maps = isinstance(made, gast.Call) and is_in(self.means(made.func), (map, filter))
        return self.acts(made) or maps and self.may_act(made.args[0])

    def is_apart(self, key):
        """Whether a key is the same for the same item, whatever has happened meanwhile."""
        own = {a.id for a in arguments(key)} if isinstance(key, gast.Lambda) else ()
        reads = {n.id for n in walk(key) if isinstance(n, gast.Name)} - set(own)
        return is_calm(key, self.means) and all(is_known(self.means(name(n))) for n in reads)

    def may_act(self, key):
        """Whether to call a function may change something."""
        return self.acts(key.body if isinstance(key, gast.Lambda) else gast.Call(key, [], []))

    def statement(self, s):
        return [s] if isinstance(s, gast.While) and s.orelse else super().statement(s)
