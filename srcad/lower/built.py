"""Iterators whose items are best collected in a list first."""

import gast
import numpy as np

from srcad.lower.apply import generator, items_of
from srcad.lower.comprehensions import stands_outside, with_own_names
from srcad.lower.evaluation import is_calm
from srcad.tree import Ours, assign, call, clone, constant, name, target, tuple_of


class Built:
    """The part of `Streams` for what takes a loop of its own before."""

    def from_list(self, text, early=2):
        from srcad.lower.streams import Stream

        v = self.means.fresh('item')
        return Stream([generator(v, name(text))], name(v), early)

    def loop(self, source, body):
        """The statements of a loop over a source; `body(item)` makes those of a trip."""
        generators, element = self.apart(*self.over(source))
        return nested(generators, body(element))

    def apart(self, generators, element):
        """What goes over a source, as loops of the function: their variables are the function's, too."""
        clashes = lambda n: any(stands_outside(n, s) for s in (self.means.tree.args, *self.means.tree.body))
        return with_own_names(generators, element, clashes, self.means.fresh)

    def chain(self, args, keywords):
        if (
            keywords
            or not args
            or self.before is None
            or not all(map(self.is_finite, args))
        ):
            return None
        args = self.evaluated(args)
        if args is None:
            return None
        text = self.means.fresh('items')
        generators, element = self.over(args[0])
        made = [assign(text, gast.ListComp(element, generators))]
        for a in args[1:]:
            made += self.loop(a, lambda v: [append(text, v)])
        self.before += made
        return self.from_list(text, 1)

    def islice(self, args, keywords):
        if keywords or not 2 <= len(args) <= 4 or self.is_stream(args[0]):
            return None
        bounds = [gast.Constant(None, None), args[1], gast.Constant(None, None)]
        bounds = bounds if len(args) == 2 else [*args[1:], gast.Constant(None, None)][:3]
        if not all(isinstance(b, gast.Constant) for b in bounds):
            return None
        start, stop, step = (b.value for b in bounds)
        before = len(self.before or ())
        text = self.kept(args[0])
        if text is None:
            return None
        for made in self.before[before:]:
            made.value.early = True  # Python takes no more of it than it is asked for
        count = call('len', name(text))
        end = count if stop is None else call('min', constant(stop), count)
        places = [end] if not start and step in (None, 1) else [constant(start or 0), end]
        places += [constant(step)] if step not in (None, 1) else []
        from srcad.lower.streams import Stream

        k = self.means.fresh('k')
        return Stream([generator(k, call('range', *places))], items_of(text, k)[0], 1)

    def ndenumerate(self, args, keywords):
        """The places of an array and its elements, each read when the loop comes to it."""
        if keywords or len(args) != 1 or self.before is None:
            return None
        text = args[0].id if isinstance(args[0], gast.Name) and self.means.is_bound_once(args[0].id) else None
        if text is None:
            text = self.means.fresh('items')
            self.before.append(assign(text, args[0]))
        from srcad.lower.streams import Stream

        of_np = lambda function: gast.Attribute(Ours('np', np), function, gast.Load())
        place, shape = self.means.fresh('place'), call(of_np('shape'), name(text))
        places = call(of_np('ndindex'), shape)
        return Stream([generator(place, places)], tuple_of([name(place), *items_of(text, place)]))

    def accumulate(self, args, keywords):
        f = keywords.pop('func', args[1] if len(args) > 1 else None)
        start = keywords.pop('initial', None)
        if keywords or not 1 <= len(args) <= 2 or self.before is None or not self.is_finite(args[0]):
            return None
        given = self.evaluated([args[0], *([start] if start is not None else [])])
        if given is None:
            return None
        args, start = [given[0], *args[1:]], (given[1] if start is not None else None)
        text, total = self.means.fresh('sums'), self.means.fresh('total')
        step = lambda v: self.sum_or_step(f, total, v)
        if step(name(total)) is None:
            return None
        if start is not None and not is_none(start) and not self.may_be_none(start):
            made = [assign(total, start), assign(text, gast.List([name(total)], gast.Load()))]
            made += self.loop(args[0], lambda v: [assign(total, step(v)), append(text, name(total))])
        else:
            first = lambda v: gast.If(is_empty(text), [assign(total, v)], [assign(total, step(v))])
            made = [assign(text, gast.List([], gast.Load()))]
            if start is not None and not is_none(start):
                there = gast.Compare(clone(start), [gast.IsNot()], [constant(None)])
                made.append(gast.If(there, [assign(total, start), append(text, name(total))], []))
            made += self.loop(args[0], lambda v: [first(v), append(text, name(total))])
        self.before += made
        return self.from_list(text)

    def sum_or_step(self, f, total, item):
        usual = gast.BinOp(name(total), gast.Add(), item)
        if f is None or is_none(f):
            return usual
        called = self.step(f, total, item)
        return called and self.if_there(f, called, usual)

    def step(self, f, total, item):
        return self.call(f, [name(total), item])

    def takewhile(self, args, keywords):
        return self.whiles(
            args, keywords, lambda text, test, v: [gast.If(negated(test), [gast.Break()], []), append(text, v)]
        )

    def dropwhile(self, args, keywords):
        dropping = self.means.fresh('dropping')

        def trip(text, test, v):
            still = gast.BoolOp(gast.And(), [name(dropping), test])
            return [assign(dropping, still), gast.If(negated(name(dropping)), [append(text, v)], [])]

        found = self.whiles(args, keywords, trip)
        if found is not None:
            self.before.insert(len(self.before) - 1, assign(dropping, constant(True)))
        return found

    def whiles(self, args, keywords, trip):
        if keywords or len(args) != 2 or self.before is None or self.is_stream(args[1]):
            return None
        v, text = self.means.fresh('item'), self.means.fresh('items')
        test = self.call(args[0], [name(v)])
        if test is None or not self.is_finite(args[1]):
            return None
        self.before.append(assign(text, gast.List([], gast.Load())))
        self.before.append(gast.For(target(v), args[1], trip(text, test, name(v)), [], None))
        return self.from_list(text)

    def reduced(self, args):
        """The name of what `functools.reduce(f, source, start)` is, computed before; None if that cannot be."""
        if not 2 <= len(args) <= 3 or self.before is None or not self.is_finite(args[1]):
            return None
        acts = not all(is_calm(n, self.means) for n in (args[1], gast.Call(args[0], [], [])))
        f, *given = args
        given = self.evaluated(given)
        if given is None:
            return None
        args = [f, *given]
        total = self.means.fresh('total')
        if self.step(args[0], total, name(total)) is None:
            return None
        if len(args) == 3:
            made = [assign(total, args[2])]
            made += self.loop(args[1], lambda v: [assign(total, self.step(args[0], total, v))])
            self.before += made
            return name(total)
        if self.means.by_reference and not acts:  # it may be an iterator, which goes on between the steps
            return self.reduced_in_turn(args[0], args[1], total)
        text = self.kept(args[1]) if not acts else None
        if text is None:
            return None
        k = self.means.fresh('k')
        rest = call('range', constant(1), call('len', name(text)))
        value = self.step(args[0], total, items_of(text, k)[0])
        trip = [assign(total, value)]
        if value is None:
            v = self.means.fresh('item')
            trip = [assign(v, items_of(text, k)[0]), assign(total, self.step(args[0], total, name(v)))]
        self.before += [
            gast.If(is_empty(text), [nothing_to_reduce()], []),
            assign(total, items_of(text, constant(0))[0]),
            gast.For(target(k), rest, trip, [], None),
        ]
        return name(total)


    def reduced_in_turn(self, f, source, total):
        begun = self.means.fresh('begun')

        def trip(v):
            text = v.id if isinstance(v, gast.Name) else self.means.fresh('item')
            following = assign(total, self.step(f, total, name(text)))
            first = [assign(total, name(text)), assign(begun, constant(True))]
            return [*([] if isinstance(v, gast.Name) else [assign(text, v)]), gast.If(name(begun), [following], first)]

        self.before += [
            assign(begun, constant(False)),
            *self.loop(source, trip),
            gast.If(negated(name(begun)), [nothing_to_reduce()], []),
        ]
        return name(total)


def nothing_to_reduce():
    why = gast.Constant('reduce() of empty iterable with no initial value', None)
    return gast.Raise(call('TypeError', why), None)


def is_none(node):
    return isinstance(node, gast.Constant) and node.value is None


def is_empty(text):
    return gast.Compare(call('len', name(text)), [gast.Eq()], [constant(0)])


def negated(test):
    return gast.UnaryOp(gast.Not(), test)


def append(text, value):
    return gast.Expr(call(gast.Attribute(name(text), 'append', gast.Load()), value))


def nested(generators, body):
    """The generators of a comprehension as loops around a body; `for y in [e]` is `y = e`."""
    for g in reversed(generators):
        for test in reversed(g.ifs):
            body = [gast.If(test, body, [])]
        if isinstance(g.iter, gast.List) and len(g.iter.elts) == 1:
            body = [gast.Assign([g.target], g.iter.elts[0], None), *body]
        else:
            body = [gast.For(g.target, g.iter, body, [], None)]
    return body
