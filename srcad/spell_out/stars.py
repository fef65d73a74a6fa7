"""Calls with stars: one argument for each parameter, evaluated as Python comes to it."""

import gast

from srcad.analysis.call_kinds import PlainCall, RuleCall
from srcad.analysis.types import Ref, TupleOf
from srcad.lower.names import like
from srcad.spell_out.nodes import same_call
from srcad.spell_out.unfit import beyond, given_never, given_twice, miscounted, missing, unexpected
from srcad.tree import Ours, call, name, positional_names, target, walk


class BehindStars:
    """The part of `Calls` for arguments behind stars."""

    def needs_binding(self, node, c):
        stars = any(isinstance(a, gast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords)
        return stars or self.takes_all(c)

    def takes_all(self, c):
        """Whether a function has parameters for any number of arguments."""
        return c.instance.tree.args.vararg is not None or c.instance.tree.args.kwarg is not None

    def as_function(self, node, c):
        """A call of a method by itself, with the object as one argument of several; None if it is not known."""
        method = self.instance.inference.program.function_of(c.instance)
        if method is None:
            return None
        args = list(c.args[len(c.instance.captured) :])
        return self.is_bound(gast.Call(Ours(method.__name__, method), args, []), node, c)

    def is_bound(self, made, node, c):
        made = same_call(gast.copy_location(made, node), node)
        made.bound = True
        self.calls[made], self.types[made] = c, self.types.get(node)
        self.changed = True
        return made

    def bound(self, node, c):
        """A call with stars, of itself or of its function, as one argument for each parameter."""
        given = [*node.args, *(k.value for k in node.keywords)]
        stars = [*(a.value if isinstance(a, gast.Starred) else None for a in node.args),
                 *(k.value if k.arg is None else None for k in node.keywords)]  # fmt: skip
        behind = next((k for k, a in enumerate(stars) if a is not None and not isinstance(a, gast.Name)), None)
        if behind is not None:
            return self.with_name_behind_star(node, given[:behind], stars[behind])
        if any(star is None and self.acts(a) for a, star in zip(given, stars)) and any(map(self.may_change, filter(None, stars))):
            return self.evaluated_in_turn(node, given)
        args = list(c.args[len(c.instance.captured) + c.leading :])
        for a in node.args:
            if hasattr(a, 'least'):
                self.count(a.value, a.least if self.may_be_caught else 0, a.most, c.instance.tree.name, bool(a.parts))
            if getattr(a, 'parts', None):  # a list of as many values as are needed
                names = {part: self.fresh(n) for part, n in a.parts.items()}
                self.emit(gast.Assign([gast.Tuple([target(n) for n in names.values()], gast.Store())], a.value, None))
                args = [name(names[part]) if part in names else part for part in args]
        for k in node.keywords:
            self.check_keys(k, c.instance.tree)
        if self.may_be_caught:
            self.emit(*(given_twice(*given, c.instance.tree.name) for given in getattr(node, 'given_twice', ())))
            self.emit(*(given_never(*given, c.instance.tree.name) for given in getattr(node, 'given_never', ())))
        if c.leading > len(positional_names(c.instance.tree)):  # its star takes the object too
            whole = self.as_function(node, c)
            if whole is not None:
                return whole
        return self.is_bound(gast.Call(node.func, args, []), node, c)

    def count(self, values, least, most, called, unpacked):
        """Python's own error where the values behind a star are not as many as there are parameters.

        Unpacking them, and reading those that are not there, fails by itself, which is enough where nothing catches it.
        """
        if (least or most is not None) and (self.may_be_caught or not unpacked):
            self.emit(miscounted(values, least, most, called))

    def check_keys(self, k, function):
        """Python's own error where a dict behind two stars has keys that are no parameters, or lacks some that are.

        To read what it lacks fails by itself, which is enough where nothing catches it.
        """
        called, names = function.name, getattr(k, 'names', None)
        if names is not None and function.args.kwarg is None:
            self.emit(beyond(names, k.value, called))
        for key in getattr(k, 'unfit', ()):
            self.emit(unexpected(key, k.value, called, names or ()))
        for key in getattr(k, 'required', ()) if self.may_be_caught else ():
            self.emit(missing(key, k.value, called))

    def with_name_behind_star(self, node, before, value):
        """What stands behind a star has a name, and what stands before it is evaluated before."""
        plain = [a for a in before if not isinstance(a, gast.Starred)]
        *new, text = self.several([*plain, value], lambda n: self.named(n) if n is value else self.flat(n))
        swaps = dict(zip(plain, new))
        for k, a in enumerate(node.args):
            is_it = isinstance(a, gast.Starred) and a.value is value
            node.args[k] = like(gast.Starred(text, gast.Load()), a) if is_it else swaps.get(a, a)
        for k in node.keywords:
            k.value = text if k.value is value else swaps.get(k.value, k.value)
        return node

    def acts(self, node):
        """Whether an expression calls what may change something."""
        calls = [self.calls.get(n) for n in walk(node) if isinstance(n, gast.Call)]
        return any(not isinstance(c, (RuleCall, PlainCall)) for c in calls)

    def may_change(self, node):
        """Whether what a value holds may become something else while the program runs."""
        t, heap = self.types.get(node), self.instance.inference.heap
        return not isinstance(t, TupleOf) and (heap.arrays_written if not isinstance(t, Ref) else bool(t.sites & heap.touched))

    def evaluated_in_turn(self, node, given):
        """Each argument is evaluated, and what stands behind a star is looked at, as Python comes to it.

        To a star alone before the names it comes last, when it calls.
        """
        given = given[1:] if len(node.args) == 1 and isinstance(node.args[0], gast.Starred) else given
        last = max(k for k, a in enumerate(given) if self.acts(a))
        dicts = {k.value for k in node.keywords if k.arg is None}

        def one(n):
            if isinstance(n, gast.Starred):
                return self.stored(n)
            if n in dicts and given.index(n) < last:
                return self.named(like(call(Ours('dict', dict), n), n), always=True)
            return self.named(n) if self.acts(n) else self.flat(n)

        new = dict(zip(given, self.several(given, one)))
        node.args = [new.get(a, a) for a in node.args]
        for k in node.keywords:
            k.value = new[k.value]
        return node
