"""Calls of functions of the program, which are followed into them."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import BOTTOM, Anything, Array, Bottom, Fields, ListOf, Local
from srcad.errors import NoDerivative, UnsupportedSyntax, at
from srcad.lower.contexts import is_generated
from srcad.pointed import is_stand_in, with_arguments
from srcad.tree import base_name


class NotYet(Exception):
    """The arguments of a call are not known in this round."""


class Followed:
    """The part of `Calls` for such calls."""

    def followed(self, function, node, env, leading=()):
        """A call of a function that is differentiated; what is refused in a stand-in is said of its call."""
        try:
            return self.user_call(function, node, env, leading)
        except (NoDerivative, UnsupportedSyntax) as error:
            if not is_stand_in(error.filename) or is_stand_in(self.source.filename):
                raise
            raise type(error)(with_arguments(node, error), at(self.source, self.placed(node))) from None

    def user_call(self, function, node, env, leading=(), key=None, closure=None, kept=None):
        if is_generated(getattr(function, 'value', None)):
            name = function.value.__name__
            self.refuse(f'srcad cannot put the text of {name} around the lines of a with here: use try and finally', node)
        try:
            args = self.program.bind(self, function, node, leading, env)
        except NotYet:
            return BOTTOM
        except OSError as error:
            self.refuse(str(error), node)
        if closure is not None:  # which also keeps what defaults were when it was made
            args = [gast.Attribute(closure, a.id, gast.Load()) if getattr(a, 'once', False) else a for a in args]
        for a in args:
            if a not in self.types:
                self.expr(a, env)
            if isinstance(a, gast.List):
                self.of_kinds_in_turn([self.types[e] for e in a.elts], a)
        types = [self.types[a] for a in args]
        if any(isinstance(t, Bottom) for t in types):
            return BOTTOM
        self.field_owners.update(a for a in args if isinstance(self.types[a], Fields))
        for t in types:
            self.stays_here(t, env, node)
        if closure is None:
            kept = self.program.around(function, self, node, env) if isinstance(function, Local) else env
        instance = self.program.instance(function, types, self, kept)
        captured = [self.captured(n, instance, closure, kept) for n in instance.captured]
        call = UserCall(instance, [*captured, *args], len(leading))
        self.calls[key or node] = call
        shared = self.twins(instance, call, node)
        if shared:  # a text of its own, whose parameters are names of one array
            instance = self.program.instance(function, types, self, kept, shared)
            call = self.calls[key or node] = UserCall(instance, call.args, len(leading))
        for p, a in zip(instance.params, call.args):
            if p in instance.writes:
                name = base_name(a)
                if name is None or name not in env:
                    self.refuse(f'{instance.name} writes into its argument {p}: give the array a name first', a)
                self.wrote(name, any(self.types[b].active for b in call.args), env)
            elif p in instance.unseen:
                self.may_change(a, node, env)
        return self.program.result(instance, self, call, node)

    def captured(self, n, instance, closure, kept):
        """What a function gets for a variable that it captures."""
        if n == instance.outside:
            made = gast.Name(self.places.name_in(self.source), gast.Load(), None, None)
        else:
            made = gast.Name(n, gast.Load(), None, None) if closure is None else gast.Attribute(closure, n, gast.Load())
        self.types[made] = self.run_object() if n == instance.outside else kept[n]
        self.field_owners |= {made} if isinstance(self.types[made], Fields) else set()
        return made

    def stays_here(self, t, env, node):
        """A function that captures variables must not leave the function they belong to."""
        for inner in getattr(t, 'items', [getattr(t, 'item', None)]):
            self.stays_here(inner, env, node) if inner is not None else None
        if isinstance(t, Local) and (self.program.captures(t.node, env)[0] or self.keeps_active(t.node, env)):
            self.refuse(
                f'srcad does not follow {t.node.name}, which captures variables, out of this function: '
                'pass what it captures as arguments',
                node,
            )

    def keeps_active(self, function, env):
        """Whether a default of a function, or what a partial one was given, carries a derivative."""
        defaults = [getattr(d, 'id', None) for d in [*function.args.defaults, *function.args.kw_defaults]]
        return any(getattr(env.get(n), 'active', False) for n in defaults)

    def twins(self, instance, call, node):
        """The parameters that are given memory of one array, where the function writes it: a tuple for each array."""
        roots = {}
        for p, a in zip(instance.params, call.args):
            if isinstance(self.types[a], (Array, Anything, ListOf)):
                for n in self.aliases(a):
                    roots.setdefault(self.groups.find(n), []).append(p)
        found = [tuple(dict.fromkeys(params)) for params in roots.values()]
        found = [params for params in found if len(params) > 1 and not instance.writes.isdisjoint(params)]
        for p, a in zip(instance.params, call.args):
            if any(p in params for params in found) and not isinstance(self.types[a], Array):
                self.refuse(
                    f'{instance.name} writes into an argument that may share memory with {p}: pass a copy', node
                )
        return tuple(found)
