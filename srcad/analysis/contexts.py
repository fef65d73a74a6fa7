"""Objects that a `with` enters, and methods that `contextlib.contextmanager` made such."""

import inspect

import gast

from srcad.analysis.marks import as_site
from srcad.analysis.types import Bottom, Ref
from srcad.lower.contexts import is_generated, place_of
from srcad.tree import arguments, walk


class Contexts:
    """The part of `References` for `with`."""

    def With(self, s, env):
        item = s.items[0]
        self.put_manager(item.context_expr, env)
        t = self.expr(item.context_expr, env)
        if not isinstance(t, (Ref, Bottom)) or isinstance(t, Ref) and not self.heap.is_object(t):
            return super().With(s, env)
        if isinstance(t, Bottom):
            return env
        self.lets_exceptions_pass(t, item.context_expr)
        enter = gast.copy_location(
            gast.Call(gast.Attribute(item.context_expr, '__enter__', gast.Load()), [], []), item.context_expr
        )
        enter.site = *as_site(self.site(item.context_expr)), 'enter'
        given = self.method_call(enter, self.methods(t, '__enter__'), [item.context_expr], env)
        if item.optional_vars is not None:
            self.bind(item.optional_vars, given, item.context_expr, env)
        return self.block(s.body, env)

    def put_manager(self, head, env):
        """Have the text of a method that `contextlib.contextmanager` made a context put where it is called."""
        if not isinstance(head, gast.Call) or not isinstance(head.func, gast.Attribute):
            return
        owner = self.expr(head.func.value, env)
        if not isinstance(owner, Ref) or not self.heap.is_object(owner):
            return
        found = [getattr(f, '__func__', f) for f in self.methods(owner, head.func.attr)]
        if not any(map(is_generated, found)):
            return
        where = place_of(head, self.source)
        if len(found) > 1 or where in self.places.managers or where[1] is None or hasattr(head, 'of_another'):
            self.refuse(
                f'srcad cannot put the text of {head.func.attr} around these lines: use try and finally', head
            )
        for cls in self.heap.kinds_of(owner):
            self.source.watch(cls, head.func.attr)
        self.places.manage(where, found[0])

    def lets_exceptions_pass(self, t, node):
        """Refuse a context that may swallow exceptions, or that asks for them."""
        for kind in self.heap.kinds_of(t):
            f = inspect.getattr_static(kind, '__exit__', None)
            if not inspect.isfunction(f):
                self.refuse(
                    f'srcad does not know what {kind.__name__} does around these lines: use try and finally', node
                )
            tree = self.program.parsed(f)
            asked = {a.id for a in arguments(tree)[1:]} & {
                n.id for s in tree.body for n in walk(s) if isinstance(n, gast.Name)
            }
            swallows = [
                r
                for r in walk(tree)
                if isinstance(r, gast.Return)
                and not (r.value is None or isinstance(r.value, gast.Constant) and not r.value.value)
            ]
            if asked or swallows:
                self.refuse(
                    f'srcad does not know what {kind.__name__} does with an exception: use try and except', node
                )
