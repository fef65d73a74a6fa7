"""What is taken a piece at a time: generators, and objects with `__next__` or `__getitem__`."""

import inspect
import itertools

import gast

from srcad.analysis.by_steps import acts_by_steps
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.calls import hashable
from srcad.analysis.heap import references
from srcad.analysis.late import is_late
from srcad.analysis.marks import Iterated, Method, as_site
from srcad.analysis.steps import changes
from srcad.analysis.types import BOOL, BOTTOM, INT, NONE, Array, Bottom, Known, Number, ListOf, Ref, TupleOf, kind_of_value
from srcad.by_memory import Generator, iterator
from srcad.iterators import (
    accumulated_by,
    accumulated_from,
    backwards,
    chained,
    counted,
    flattened,
    grouped,
    indexed,
    items,
    itself,
    nothing,
    pairs_of,
    plus,
    produced,
    stand_in,
    values_of,
)
from srcad.lower.evaluation import is_dotted
from srcad.orders import is_reversed
from srcad.tree import COMPREHENSIONS, Ours, assigned_names, blocks_of, call, constant, leaves, walk, walk_here

VIEWS = {'values': values_of, 'items': pairs_of}
METHODS = {'send', 'close', 'throw', '__next__', '__iter__'}


class Iterators:
    """The part of `References` for iterators."""

    def is_generator(self, t):
        return isinstance(t, Ref) and bool(t.sites) and all(issubclass(k, Generator) for k in self.heap.kinds_of(t))

    def has_method(self, t, name):
        return (
            isinstance(t, Ref) and self.heap.is_object(t) and not self.is_generator(t) and bool(self.methods(t, name))
        )

    def gives_itself(self, t):
        """Whether `iter` of an iterator, which Python asks for once more where it makes a list of the rest, changes nothing."""
        if not self.has_method(t, '__iter__'):
            return True
        return all(returns_first(self.program.parsed(f)) for f in self.methods(t, '__iter__'))

    def generator(self, node, env):
        """`Generator('g_next', g_next, x=x)`: an object with what the generator was given."""
        made = self.function_value(node, env)
        step = self.expr(node.args[1], env).node
        self.heap.store(made, 'place', INT)
        self.heap.store(made, 'over', BOOL)
        self.heap.store(made, 'result', NONE)
        if step.receives:
            self.heap.store(made, 'sent', NONE)
        if step.closes:
            self.heap.store(made, 'closed', BOOL)
        return made

    def user_call(self, function, node, env, *rest, **options):
        t = super().user_call(function, node, env, *rest, **options)
        if self.is_generator(t) and any(k.local.node.closes for k in self.heap.kinds_of(t)):
            self.runs_to_its_end(node)
        return t

    def runs_to_its_end(self, node):
        """Refuse a generator with `finally` that may be left before: Python closes it when nobody knows it any more."""
        if self.site(node) in self.program.used_up or is_used_up(self.tree, node):
            self.program.used_up.add(self.site(node))
            return
        self.refuse(
            'srcad cannot tell when the `finally` of this generator runs: loop over it where it is made, or give it a '
            'name and .close() it in the same block',
            node,
        )

    def is_reversed(self, node):
        return is_reversed(node, self.types)

    def only_sequences(self, source):
        """Refuse `reversed()` as an iterator of what is no sequence: of a dict, of what says itself what that is."""
        t = self.types.get(source)
        plain = isinstance(t, (Bottom, TupleOf, ListOf, Array)) or self.heap.is_list(t) or is_range(source)
        if not plain and not (self.has_method(t, '__len__') and not self.has_method(t, '__reversed__')):
            self.refuse('srcad follows reversed() of lists, tuples and arrays: make a list of it', source)

    def part_of(self, node, *parts):
        """An expression that is made of one of the program, with a site of its own."""
        for made in parts:
            gast.copy_location(made, node)
            made.site = (*as_site(self.site(node)), 'piece')
        return parts[0]

    def piece(self, t, node, env):
        """The type of what a generator gives."""
        self.expr(self.part_of(node, call(node)), env)
        return self.heap.load(t, 'value')

    def iterator(self, node, env):
        """`iter(x)`: a generator over x, or what x itself makes of it."""
        over = node.args[0]
        t = self.expr(over, env)
        found = self.each_container(over, node, lambda: self.iterator(node, env))
        if found is not None:
            return found
        view = self.calls.get(over)
        if isinstance(view, Method) and view.name in VIEWS and self.heap.is_dict(self.types.get(view.owner)):
            made = VIEWS[view.name]
            return self.rewritten(node, call(Ours(made.__name__, made), view.owner), env)
        if self.is_reversed(over):
            self.only_sequences(over.args[0])
            return self.rewritten(node, call(Ours('backwards', backwards), *over.args), env)
        if self.has_method(t, '__iter__'):
            over = self.part_of(node, call(gast.Attribute(over, '__iter__', gast.Load())))
            t = self.expr(over, env)
        if isinstance(t, Bottom) or isinstance(t, Number) and not t.maybe:  # over a number Python raises TypeError
            return BOTTOM
        if self.is_generator(t) or self.has_method(t, '__next__') and self.types[node.func].value is iter:
            return self.rewritten(node, over, env)
        f = items
        if self.has_method(t, '__next__') or self.has_method(t, '__getitem__'):
            f = produced if self.has_method(t, '__next__') else indexed
        elif isinstance(t, Ref) and len({self.heap.is_object(self.heap.ref({s})) for s in t.sites}) > 1:
            self.refuse('srcad does not run over a list and an object in turn: make a list of both', node)
        elif (
            isinstance(t, Ref)
            and not self.heap.is_object(t)
            and not self.heap.is_list(t)
            or is_range(over)
            or isinstance(t, ListOf)
            or isinstance(over, gast.Call) and getattr(self.types.get(over.func), 'value', None) is sorted
            or isinstance(self.calls.get(over), Method)
        ):
            over = self.part_of(node, call(Ours('list', list), over))
        elif not self.heap.is_list(t) and not isinstance(t, (TupleOf, Array)) and kind_of_value(t) != 'text':
            self.refuse('srcad does not follow an iterator of this: make a list of it', node)
        if isinstance(t, TupleOf) and not t.items:
            return self.rewritten(node, call(Ours('nothing', nothing)), env)
        return self.rewritten(node, call(Ours(f.__name__, f), over), env)

    def by_pieces(self, node, env):
        """A function of itertools as a generator; None for other calls."""
        dotted = isinstance(node.func, gast.Attribute) and is_dotted(node.func)
        plain = dotted and isinstance(self.expr(node.func.value, env), Known)
        t = self.expr(node.func, env) if plain or isinstance(node.func, gast.Name) else None
        f = t.value if isinstance(t, Known) and hashable(t.value) else None
        made = stand_in(f, len(node.args) + len(node.keywords)) if f is not None else None
        if made is None or any(isinstance(a, gast.Starred) for a in node.args):
            return None
        if f is itertools.accumulate:
            return self.accumulated(node, env)
        if f is itertools.combinations and getattr(node.args[1], 'value', None) != 2:
            t = self.expr(node.args[0], env)
            if isinstance(t, Ref) or t.active:
                self.refuse('srcad follows combinations of two where they are no loop of their own: write the loop', node)
            return None
        if made is grouped:
            key = [*node.args[1:], *(k.value for k in node.keywords)]
            key = self.or_else(key, itself, env)
            return self.rewritten(node, call(Ours('grouped', grouped), node.args[0], key), env)
        if node.keywords and made is not counted:
            return None
        if made in (chained, flattened):
            made_of = [self.part_of(node, call(Ours('iterator', iterator), a)) for a in node.args]
            for k, a in enumerate(made_of):
                a.site = (*a.site, k)
            return self.rewritten(node, gast.Call(Ours(made.__name__, made), made_of, []), env)
        return self.rewritten(node, gast.Call(Ours(made.__name__, made), node.args, node.keywords), env)

    def accumulated(self, node, env):
        given = {k.arg: k.value for k in node.keywords}
        initial = given.pop('initial', None)
        f = [*node.args[1:], *given.values()]
        if len(f) > 1 or set(given) - {'func'}:
            return None
        start = NONE if initial is None else self.expr(initial, env)
        if getattr(start, 'maybe', False):
            self.refuse('srcad cannot tell whether accumulate() begins with a value here: call it in an if for each', initial)
        made, more = (accumulated_by, []) if start == NONE else (accumulated_from, [initial])
        return self.rewritten(node, call(Ours(made.__name__, made), node.args[0], self.or_else(f, plus, env), *more), env)

    def or_else(self, given, usual, env):
        """The function that is given, if one is, or the usual one: as the run has it where it may be None."""
        t = self.expr(given[0], env) if given else NONE
        usual = Ours(usual.__name__, usual)
        if t == NONE:
            return usual
        if not getattr(t, 'maybe', False):
            return given[0]
        test = gast.Compare(given[0], [gast.Is()], [constant(None)])
        return gast.copy_location(gast.IfExp(test, usual, given[0]), given[0])

    def next_piece(self, node, env):
        """`next(it)`, `next(it, default)`."""
        t = self.expr(node.args[0], env)
        default = [self.expr(a, env) for a in node.args[1:]]
        if isinstance(t, Bottom):
            return BOTTOM
        if self.is_generator(t):
            out = self.piece(t, node.args[0], env)
        elif self.has_method(t, '__next__'):
            made = self.part_of(node, call(gast.Attribute(node.args[0], '__next__', gast.Load())))
            if not default:
                return self.rewritten(node, made, env)
            out = self.expr(made, env)
        else:
            self.refuse(
                'srcad does not follow this iterator: make it with iter(...) of a list, or with a generator', node
            )
        self.calls[node] = Method(node.args[0], 'next')
        return self.join(out, default[0], 'piece') if default else out

    def stops_early(self, node):
        """Refuse what leaves an iterator half taken: any, all, `in`."""
        held = [node, *(i for g in getattr(node, 'generators', []) for i in (g.iter, *getattr(g.iter, 'args', [])))]
        if any(map(self.goes_by_pieces, held)):
            self.refuse('srcad does not follow what takes a part of an iterator here: write the loop', node)
        acting = next((n for n in walk(node) if self.acts_unseen(n)), None) if isinstance(node, gast.GeneratorExp) else None
        if acting is not None:
            self.refuse('srcad does not follow a property or an operator that changes things here: write the loop', acting)

    def acts_unseen(self, n):
        """Whether a node that looks like no call runs a function of the program's that may change something."""
        call = self.calls.get(n)
        return isinstance(call, UserCall) and not isinstance(n, gast.Call) and changes(
            call.instance.source.function, set(self.heap.kinds.values())
        )

    def not_ahead(self, node, sources):
        """Refuse a list of all pieces where Python takes them one by one."""
        if getattr(node, 'early', False) and any(self.goes_by_pieces(i) for i in sources):
            self.refuse('srcad takes all of this iterator at once, where Python does not: write the loop', sources[0])

    def goes_by_pieces(self, node):
        t = self.types.get(node)
        return self.is_generator(t) or self.has_method(t, '__next__') or self.takes_steps(t, node)

    def takes_steps(self, t, node):
        """Whether what runs over an object runs its class, which may do more with each step than hand out what it holds."""
        if not isinstance(t, Ref) or not self.heap.is_object(t):
            return False
        found, kinds = self.methods(t, '__iter__'), self.kinds_at_hand()
        run = [f for f in found if inspect.isgeneratorfunction(f)] if found else self.methods(t, '__getitem__')
        made = getattr(self.calls.get(node), 'made', None) if found and not run else None
        return made is not None and self.goes_by_pieces(made) or any(acts_by_steps(f, kinds) for f in run)

    def kinds_at_hand(self):
        """The classes of all objects, but for generators that no object holds: they are made for one run."""
        heap = self.heap
        kinds = {s: k for s, k in heap.kinds.items() if isinstance(k, type) and not issubclass(k, Generator)}
        held = {s for site in kinds for t in heap.fields.get(site, {}).values() for r in references(t) for s in r.sites}
        return {*kinds.values(), *(heap.kinds[s] for s in held if isinstance(heap.kinds[s], type))}

    def _ListComp(self, node, env):
        t = super()._ListComp(node, env)
        self.not_ahead(node, [g.iter for g in node.generators])
        return t

    def For(self, s, env):
        out = super().For(s, env)
        self.not_ahead(s, [s.iter])
        return out

    def _Compare(self, node, env):
        t = super()._Compare(node, env)
        if isinstance(node.ops[0], (gast.In, gast.NotIn)):
            self.stops_early(node.comparators[0])
        return t

    def generator_method(self, owner, node, env):
        """The type of `g.send(v)` and of other methods of generators."""
        text, types = node.func.attr, [self.types[a] for a in node.args]
        if text not in METHODS:  # one of its variables
            return BOTTOM if isinstance(self.heap.load(owner, text), Bottom) else None
        self.calls[node] = Method(node.func.value, 'next' if text == '__next__' else text)
        if text in ('send', '__next__'):
            if types:
                self.may_receive(owner, node)
                self.heap.store(owner, 'sent', types[0])
            return self.piece(owner, node.func.value, env)
        if text == 'close':
            return NONE
        if text == '__iter__':
            return self.rewritten(node, node.func.value, env)
        self.refuse(f'srcad does not follow .{text}() of a generator: use next, send or close', node)

    def may_receive(self, owner, node):
        if any(k.local.node.delegates for k in self.heap.kinds_of(owner)):
            self.refuse('srcad does not follow what is sent through `yield from`: use a loop', node)

    def iterated(self, t, node):
        """The type of what a loop takes from an object, and what it takes it from."""
        if self.types.get(node) != t or not isinstance(getattr(node, 'ctx', None), (gast.Load, type(None))):
            return self.heap.load(t, 'value') if self.is_generator(t) else BOTTOM  # until it is a list
        env = self.env
        if self.is_generator(t):
            return self.piece(t, node, env)
        if self.has_method(t, '__iter__'):
            made = self.part_of(node, call(gast.Attribute(node, '__iter__', gast.Load())))
            inner = self.expr(made, env)
            if isinstance(inner, Bottom):
                return BOTTOM
            self.calls[node] = Iterated(made)
            if is_late(node, self.source):
                self.program.run_over.append((self, node, t))
            if getattr(node, 'is_unpacked', False) and not self.gives_itself(inner):
                self.refuse('srcad does not unpack with a star what __iter__ begins anew: make a list of it', node)
            if self.has_method(inner, '__next__'):
                return self.expr(self.part_of(node, call(gast.Attribute(made, '__next__', gast.Load()))), env)
            if not self.heap.is_object(inner) or self.is_generator(inner):
                return self.item_of(inner, made)
        elif self.has_method(t, '__getitem__'):
            place = gast.copy_location(gast.Constant(0, None), node)
            self.types[place] = INT
            return self.method_call(
                self.part_of(node, gast.Subscript(node, place, gast.Load())),
                self.methods(t, '__getitem__'),
                [node, place],
                env,
            )
        self.refuse('srcad does not run over this object: loop over a list, a tuple or an array that it holds', node)


def is_range(node):
    return isinstance(node, gast.Call) and getattr(node.func, 'id', '') == 'range'


ENDING = {'sum', 'max', 'min', 'list', 'tuple', 'sorted', 'set', 'dict'}


def is_used_up(tree, node):
    """Whether a generator that a node makes is taken to its end, or closed, before anything else may forget it."""
    for part in walk(tree):
        if isinstance(part, gast.For) and node in (part.iter, *over(part.iter)):
            return not any(isinstance(n, (gast.Return, gast.Raise)) for s in part.body for n in walk_here(s))
        if isinstance(part, gast.Call) and getattr(part.func, 'id', '') in ENDING and part.args:
            held = part.args[0]
            if (
                held is node
                or isinstance(held, COMPREHENSIONS)
                and node in [i for g in held.generators for i in (g.iter, *over(g.iter))]
            ):
                return True
        if isinstance(part, gast.ListComp) and node in [i for g in part.generators for i in (g.iter, *over(g.iter))]:
            return True
        for block in (
            blocks_of(part) if isinstance(part, gast.stmt) and part is not tree else [tree.body] if part is tree else []
        ):
            for k, s in enumerate(block):
                if isinstance(s, gast.Assign) and s.value is node and isinstance(s.targets[0], gast.Name):
                    return is_closed(s.targets[0].id, block[k + 1 :])
    return False


def over(node):
    return node.args[:1] if isinstance(node, gast.Call) and getattr(node.func, 'id', '') == 'enumerate' else []


def is_closed(text, statements):
    """Whether statements close a generator before they can be left."""
    for s in statements:
        last = s.finalbody if isinstance(s, gast.Try) and not leaves(s.body) else [s]
        if any(closes(b, text) for b in last):
            return True
        if leaves([s]) or text in assigned_names(s):
            return False
    return False


def closes(s, text):
    f = s.value.func if isinstance(s, gast.Expr) and isinstance(s.value, gast.Call) else None
    return isinstance(f, gast.Attribute) and f.attr == 'close' and getattr(f.value, 'id', None) == text


def returns_first(function):
    """Whether all that a function does is to give back its first argument."""
    s = function.body[-1]
    given = getattr(s.value, 'id', '') if isinstance(s, gast.Return) and len(function.body) == 1 else None
    return given == function.args.args[0].id
