"""Iterators of the standard library as the loops that they are.

A `Stream` is what `(element for v in a for w in b if t)` runs through: the same
elements, computed at the same moments.
"""

import inspect
import itertools
from dataclasses import dataclass

import gast
import numpy as np

from srcad.lower.apply import applied, generator, items_of, plus_one
from srcad.lower.built import Built
from srcad.lower.comprehensions import with_own_names
from srcad.lower.names import MISSING
from srcad.lower.evaluation import CALLERS, TOOLS, asks_objects, builtin, is_atom, is_calm, is_in, is_only_read
from srcad.tree import Ours, assign, assigned_names, call, clone, constant, name, target, tuple_of, walk

ENDLESS = {itertools.count, itertools.cycle, itertools.repeat}


@dataclass
class Stream:
    generators: list  # of gast.comprehension; `for y in [e]` gives a name to e
    element: gast.AST
    early: int = 0  # 1: the items are taken before the first is asked for; 2: computed before

    def list(self):
        return gast.ListComp(self.element, self.generators)

    def is_mapped(self):
        """Whether each item of one source gives one element."""
        return len(self.generators) == 1 and not self.generators[0].ifs


class Streams(Built):
    """Finds streams in a program; `before` takes the statements that one needs, None where they have no place."""

    def __init__(self, means, before=None):
        self.means, self.before, self.early = means, before, 0
        self.bound = set()  # the variables of what has been gone into: those of another have other names

    def of(self, node):
        """The stream that an expression makes, or None."""
        if isinstance(node, (gast.GeneratorExp, gast.ListComp)) and not any(g.is_async for g in node.generators):
            generators, element = with_own_names(node.generators, node.elt, self.bound.__contains__, self.means.fresh)
            self.bound |= assigned_names(*(g.target for g in generators))
            return Stream(generators, element)
        if not isinstance(node, gast.Call) or any(isinstance(a, gast.Starred) for a in node.args):
            return None
        f = self.means(node.func)
        if not is_in(f, MAKERS) or not builtin(self.means, 'range', 'len', 'zip', 'enumerate', 'max', 'min'):
            return None
        if f in (zip, enumerate) and not any(self.is_stream(a) or self.is_same_again(a) for a in node.args):
            return None
        if f in AHEAD and self.means.by_reference and any(map(self.may_be_iterator, node.args)):
            return None
        start = len(self.before or ())
        made = MAKERS[f](self, node.args, {k.arg: k.value for k in node.keywords})
        if f in AHEAD:
            for n in (n for s in (self.before or ())[start:] for n in walk(s)):
                if isinstance(n, (gast.For, gast.ListComp, gast.Attribute)):
                    n.early = True
        self.early = max(self.early, made.early if made is not None else 0)  # of what enumerate and zip run over, too
        return made

    def is_stream(self, node):
        """Whether a tree makes a stream; a list that is written there is one already."""
        trial = Streams(self.means, None if self.before is None else [])
        return not isinstance(node, gast.ListComp) and trial.of(node) is not None

    # Parts

    def over(self, source, text='item'):
        """(generators, element) of what goes over a source: a fresh name, or the elements of another stream."""
        inner = self.of(source) if not isinstance(source, gast.ListComp) else None
        if inner is not None:
            return self.named(inner)
        v = self.means.fresh(text)
        return [generator(v, source)], name(v)

    def named(self, stream):
        """A stream's generators, and its element as a name."""
        if isinstance(stream.element, gast.Name):
            return stream.generators, stream.element
        v = self.means.fresh('item')
        return [*stream.generators, generator(v, gast.List([stream.element], gast.Load()))], name(v)

    def kept(self, source, text='items'):
        """The name of a list of all items of a source, made before; None if there is no place, or no end."""
        if isinstance(source, gast.Name) and self.is_list(source.id):
            return source.id
        if self.before is None or not self.is_finite(source):
            return None
        generators, element = self.over(source)
        text = self.means.fresh(text)
        self.before.append(assign(text, gast.ListComp(element, generators)))
        return text

    def may_be_iterator(self, node):
        """Whether a source may be a generator of the program, of which only so much is taken as is asked for."""
        if isinstance(node, gast.Name):
            values = self.means.values(node.id)
            return any(isinstance(v, (gast.GeneratorExp, gast.Name)) or self.is_made_lazily(v) for v in values)
        if not isinstance(node, gast.Call) or self.is_stream(node):
            return False
        f = self.means(node.func)
        return f in (iter, MISSING) and not isinstance(node.func, gast.Attribute) or inspect.isfunction(f)

    def is_made_lazily(self, value):
        return isinstance(value, gast.Call) and (self.is_stream(value) or self.may_be_iterator(value))

    def is_list(self, text):
        """Whether a name means one list, made once, which never changes."""
        values = self.means.values(text)
        return len(values) == 1 and isinstance(values[0], gast.ListComp) and is_only_read(text, self.means)

    def is_finite(self, node):
        for n in walk(node):
            if isinstance(n, gast.Call) and self.is_endless(n):
                return False
            if isinstance(n, gast.Name) and any(
                isinstance(v, gast.Call) and self.is_endless(v) for v in self.means.values(n.id)
            ):
                return False
        return True

    def is_endless(self, node):
        f = self.means(node.func)
        return is_in(f, ENDLESS) and not (f is itertools.repeat and len(node.args) + len(node.keywords) == 2)

    def is_steady(self, f):
        """Whether a function's name means the same as long as an iterator lives."""
        while isinstance(f, gast.Attribute):
            f = f.value
        return not isinstance(f, gast.Name) or f.id not in self.means.local or self.means.is_bound_once(f.id)

    def call(self, f, args):
        return applied(f, args, self.means) if self.is_steady(f) else None

    def evaluated(self, args):
        """The arguments, where one acts when it is gone over: names for all that are to be evaluated before; or None."""
        asking = [a for a in args if asks_objects(a, self.means)]  # properties, which may act
        if all(is_calm(a, self.means) for a in args) and len(asking) < 2 or all(map(self.waits, args)):
            return args
        late = [a for a in args if not self.waits(a)]
        if self.before is None or any(map(self.is_stream, late)):
            return None
        texts = {a: self.means.fresh('items') for a in late}
        self.before += [assign(texts[a], a) for a in late]
        return [name(texts[a]) if a in texts else a for a in args]

    def waits(self, node):
        """Whether an argument is the same whenever it is gone over: a name, a literal, an iterator of such."""
        if isinstance(node, (gast.List, gast.Tuple)):
            return all(map(is_atom, node.elts))
        if isinstance(node, gast.GeneratorExp):
            return self.waits(node.generators[0].iter)
        if isinstance(node, gast.Call) and self.is_stream(node):
            calls = is_in(self.means(node.func), CALLERS)
            return all(self.waits(a) or calls and a is node.args[0] for a in node.args)
        return is_atom(node) or isinstance(node, gast.Lambda)

    # One method for each function

    def map(self, args, keywords):
        if keywords or len(args) < 2:
            return None
        if len(args) == 2:
            generators, element = self.over(args[1])
            elements = [element]
        else:
            zipped = self.zip(args[1:], {})
            if zipped is None:
                return None
            generators, elements = zipped.generators, zipped.element.elts
        value = self.call(args[0], elements)
        if value is None or not all(map(is_atom, elements)) and not isinstance(args[0], (gast.Name, gast.Attribute)):
            return None
        return Stream(generators, value)

    def filter(self, args, keywords, negate=False):
        if keywords or len(args) != 2:
            return None
        generators, element = self.over(args[1])
        if isinstance(args[0], gast.Constant) and args[0].value is None:
            test = element
        else:
            test = self.call(args[0], [element])
        if test is None:
            return None
        test = self.if_there(args[0], test, element)
        test = gast.UnaryOp(gast.Not(), test) if negate else test
        last = generators[-1]
        generators = [*generators[:-1], gast.comprehension(last.target, last.iter, [*last.ifs, test], 0)]
        return Stream(generators, element)

    def if_there(self, f, called, other):
        """What calls f, or something other in the runs where f is None, if there may be such."""
        if not self.may_be_none(f):
            return called
        return gast.IfExp(gast.Compare(clone(f), [gast.Is()], [constant(None)]), clone(other), called)

    def may_be_none(self, f):
        """Whether a function is None in some runs, for all that is known before the types are."""
        if not self.means.by_reference or self.means(f) is not MISSING:
            return False
        if isinstance(f, gast.Name):
            return not all(isinstance(v, (gast.FunctionDef, gast.Lambda)) for v in self.means.values(f.id))
        return isinstance(f, (gast.Attribute, gast.Subscript))

    def filterfalse(self, args, keywords):
        return self.filter(args, keywords, negate=True)

    def starmap(self, args, keywords):
        if keywords or len(args) != 2:
            return None
        count = self.arity(args[0], args[1])
        inner = self.of(args[1])
        if count is None and inner is not None:
            count = len(getattr(inner.element, 'elts', ())) or None
        if count is None:
            return None
        if inner is not None and isinstance(inner.element, gast.Tuple) and len(inner.element.elts) == count:
            generators, parts = inner.generators, inner.element.elts
            if not all(map(is_atom, parts)) and isinstance(args[0], gast.Lambda):
                return None
        else:
            names = [self.means.fresh('item') for _ in range(count)]
            generators = [gast.comprehension(gast.Tuple([target(n) for n in names], gast.Store()), args[1], [], 0)]
            parts = [name(n) for n in names]
        value = self.call(args[0], parts)
        return value and Stream(generators, value)

    def arity(self, f, source):
        """How many values each item of a source has that are handed to f."""
        if isinstance(f, gast.Lambda) and not (f.args.vararg or f.args.kwonlyargs or f.args.defaults):
            return len(f.args.args)
        if isinstance(source, gast.Call) and self.means(source.func) is zip:
            return len(source.args)
        return 2 if self.means(f) in TOOLS and not isinstance(self.means(f), type) else None

    def zip(self, args, keywords):
        strict = keywords.get('strict')
        if set(keywords) - {'strict'} or strict is not None and not isinstance(strict, gast.Constant):
            return None
        targets, sources, elements = [], [], []
        for k, a in enumerate(args):
            inner = self.of(a) if self.is_stream(a) else None
            if self.is_same_again(a):
                elements.append(a.args[0])
            elif inner is None:
                text = self.means.fresh('item')
                targets.append(target(text)), sources.append(a), elements.append(name(text))
            elif inner.is_mapped() and (
                k == len(args) - 1 or not any(isinstance(n, gast.Call) for n in walk(inner.element))
            ):
                # of the others none is asked for an item that is not used: nothing is called too often or too rarely
                g = inner.generators[0]
                for n in walk(inner.element) if k < len(args) - 1 else ():
                    n.early = True  # one item less than Python may make
                targets.append(g.target), sources.append(g.iter), elements.append(inner.element)
            else:
                return None
        if len(args) < 2 or strict is not None and strict.value and any(self.is_stream(a) for a in args):
            return None
        if not sources:
            return None
        if len(sources) == 1:
            return Stream([gast.comprehension(targets[0], sources[0], [], 0)], tuple_of(elements))
        zipped = gast.Call(name('zip'), sources, [gast.keyword('strict', strict)] if strict is not None else [])
        return Stream([gast.comprehension(gast.Tuple(targets, gast.Store()), zipped, [], 0)], tuple_of(elements))

    def is_same_again(self, node):
        """`itertools.repeat(e)`, without end, of a name or literal."""
        call = isinstance(node, gast.Call) and self.means(node.func) is itertools.repeat and len(node.args) == 1
        return call and not node.keywords and is_atom(node.args[0]) and self.is_steady(node.args[0])

    def enumerate(self, args, keywords):
        start = keywords.get('start', args[1] if len(args) > 1 else None)
        inner = self.of(args[0]) if args else None
        if inner is None or not inner.is_mapped() or set(keywords) - {'start'} or isinstance(args[0], gast.ListComp):
            return None
        k, g = self.means.fresh('k'), inner.generators[0]
        counted = call('enumerate', g.iter, *([start] if start is not None else []))
        both = gast.Tuple([target(k), g.target], gast.Store())
        return Stream([gast.comprehension(both, counted, [], 0)], tuple_of([name(k), inner.element]))

    def repeat(self, args, keywords):
        times = keywords.get('times', args[1] if len(args) > 1 else None)
        if times is None or len(args) == 0 or not is_atom(args[0]) or not self.is_steady(args[0]):
            return None
        return Stream([generator(self.means.fresh('_'), call('range', times))], args[0])

    def compress(self, args, keywords):
        if keywords or len(args) != 2 or any(self.is_stream(a) for a in args):
            return None
        v, t = self.means.fresh('item'), self.means.fresh('chosen')
        both = gast.Tuple([target(v), target(t)], gast.Store())
        return Stream([gast.comprehension(both, call('zip', *args), [name(t)], 0)], name(v))

    def product(self, args, keywords):
        repeat = keywords.pop('repeat', constant(1))
        if keywords or not args or not isinstance(repeat, gast.Constant) or not isinstance(repeat.value, int):
            return None
        if any(map(is_view, args)) and not all(is_view(a) or is_calm(a, self.means) for a in args):
            return None  # what is called may change the dict, of which all is taken after that
        args = self.evaluated([call('list', a) if is_view(a) else a for a in args])  # it takes all at once
        texts = [self.kept(a) if not is_plain_range(a, self.means) else a for a in args] if args else []
        if not texts or None in texts or not 1 <= len(texts) * repeat.value <= 6:
            return None
        names = [self.means.fresh('item') for _ in texts * repeat.value]
        sources = [name(t) if isinstance(t, str) else t for t in texts * repeat.value]
        return Stream([generator(n, s) for n, s in zip(names, sources)], tuple_of(map(name, names)))

    def picks(self, args, keywords, low, tests):
        """Places of a list in nested loops: `low(k)` is where a loop starts, `tests(names)` what it skips."""
        if keywords or len(args) != 2 or not isinstance(args[1], gast.Constant) or args[1].value not in (1, 2, 3, 4):
            return None
        text = self.kept(args[0])
        if text is None:
            return None
        names, generators = [], []
        for _ in range(args[1].value):
            i = self.means.fresh('ijlm'[len(names)])
            start = low(names[-1]) if names else None
            places = call('range', *([start] if start is not None else []), call('len', name(text)))
            generators.append(gast.comprehension(target(i), places, tests(i, names), 0))
            names.append(i)
        return Stream(generators, tuple_of(items_of(text, *names)))

    def combinations(self, args, keywords):
        found = self.picks(args, keywords, plus_one, lambda i, others: [])
        return found or self.of_places(itertools.combinations, args, keywords)

    def combinations_with_replacement(self, args, keywords):
        found = self.picks(args, keywords, name, lambda i, others: [])
        return found or self.of_places(itertools.combinations_with_replacement, args, keywords)

    def permutations(self, args, keywords):
        differs = lambda i, others: [gast.Compare(name(i), [gast.NotEq()], [name(o)]) for o in others]
        items = getattr(args[0], 'elts', None) if len(args) == 1 else None
        if items and not any(isinstance(e, gast.Starred) for e in items):  # of all of them
            args = [args[0], constant(len(items))]
        found = self.picks(args, keywords, lambda i: None, differs)
        return found or self.of_places(itertools.permutations, args, keywords)

    def of_places(self, f, args, keywords):
        """As many items of a list as the run tells: the places are taken from `f`, which carry no derivative."""
        count = [*args[1:], *keywords.values()]
        if len(count) > 1 or set(keywords) - {'r'} or not args or not all(map(is_atom, count)):
            return None
        if is_plain_range(args[0], self.means) or isinstance(args[0], gast.Constant):
            return None
        text = self.kept(args[0])
        if text is None:
            return None
        places, k = self.means.fresh('places'), self.means.fresh('k')
        picked = gast.ListComp(gast.Subscript(name(text), name(k), gast.Load()), [generator(k, name(places))])
        f = gast.Attribute(Ours('itertools', itertools), f.__name__, gast.Load())
        source = call(f, call('range', call('len', name(text))), *count)
        return Stream([generator(places, source)], call('tuple', picked))

    def pairwise(self, args, keywords):
        if keywords or len(args) != 1:
            return None
        text = self.kept(args[0])
        if text is None:
            return None
        k = self.means.fresh('k')
        last = gast.BinOp(call('len', name(text)), gast.Sub(), constant(1))
        return Stream([generator(k, call('range', last))], tuple_of(items_of(text, k, plus_one(k))), 1)

    def flattened(self, args, keywords):
        if keywords or len(args) != 1:
            return None
        outer, row = self.over(args[0], 'row')
        inner, element = self.over(row)
        return Stream([*outer, *inner], element)

    def zip_longest(self, args, keywords):
        fill = keywords.pop('fillvalue', constant(None))
        if keywords or not args or self.before is None or not is_atom(fill) or not builtin(self.means, 'max'):
            return None
        args = self.evaluated(args) if self.is_steady(fill) else None
        texts = [self.kept(a) for a in args] if args else []
        if not texts or None in texts:
            return None
        k = self.means.fresh('k')
        counts = [call('len', name(t)) for t in texts]
        within = lambda t: gast.Compare(name(k), [gast.Lt()], [call('len', name(t))])
        parts = [gast.IfExp(within(t), items_of(t, k)[0], fill) for t in texts]
        longest = call('max', *counts) if len(counts) > 1 else counts[0]
        return Stream([generator(k, call('range', longest))], tuple_of(parts), 1)


def is_view(node):
    """Whether an expression is `d.items()`, `d.values()` or `d.keys()`."""
    method = isinstance(node, gast.Call) and isinstance(node.func, gast.Attribute) and not node.args
    return method and node.func.attr in ('items', 'values', 'keys')


def is_plain_range(node, means):
    """A range whose bounds are numbers that are written there, or the lengths of something."""
    if not isinstance(node, gast.Call) or means(node.func) is not range or node.keywords:
        return False
    return all(
        is_atom(a) or isinstance(a, gast.Call) and means(a.func) is len and is_atom(a.args[0]) for a in node.args
    )


# Those that are taken from a list which is made before
AHEAD = {
    itertools.islice, itertools.pairwise, itertools.zip_longest, itertools.chain, itertools.accumulate
}  # fmt: skip
MAKERS = {
    map: Streams.map, filter: Streams.filter, zip: Streams.zip, enumerate: Streams.enumerate,
    itertools.filterfalse: Streams.filterfalse, itertools.starmap: Streams.starmap, itertools.repeat: Streams.repeat,
    itertools.compress: Streams.compress, itertools.product: Streams.product,
    itertools.combinations: Streams.combinations, itertools.permutations: Streams.permutations,
    itertools.combinations_with_replacement: Streams.combinations_with_replacement,
    itertools.pairwise: Streams.pairwise, itertools.chain.from_iterable: Streams.flattened,
    itertools.zip_longest: Streams.zip_longest, itertools.chain: Streams.chain, itertools.islice: Streams.islice,
    itertools.accumulate: Streams.accumulate, itertools.takewhile: Streams.takewhile,
    itertools.dropwhile: Streams.dropwhile, np.ndenumerate: Streams.ndenumerate,
}  # fmt: skip
