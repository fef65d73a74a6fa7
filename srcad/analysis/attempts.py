"""The types of what stands in `try` and `with`."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import EXCEPTION, Anything, Array, Struct
from srcad.analysis.valued import all_have_values
from srcad.core import is_wrapper
from srcad.lower.contexts import why_unknown
from srcad.lower.names import Means
from srcad.tree import read_names, walk


class Attempts:
    """The part of `Inference` that looks at `try` and `with`."""

    @property
    def means(self):
        return Means(self.tree, self.source)

    def With(self, s, env):
        for item in s.items:
            why = why_unknown(item.context_expr, self.means, self.tree)
            t = self.expr(item.context_expr, env)
            if why is not None:
                self.refuse(why, item.context_expr)
            if t.active or not isinstance(t, (Anything, Struct)):
                self.refuse(
                    'srcad does not know what this context does around these lines: use try and finally',
                    item.context_expr,
                )
            if item.optional_vars is not None:
                if not isinstance(item.optional_vars, gast.Name):
                    self.refuse('srcad wants one name for what a context gives', item.optional_vars)
                self.bind(item.optional_vars, Anything(), item.context_expr, env)
        return self.block(s.body, env)

    def Try(self, s, env):
        if is_wrapper(s):
            before = dict(env)
            env = self.block(s.body, env)
            if s.finalbody:
                self.block(s.finalbody, before if env is None else env)
            for h in s.handlers:
                self.on_the_way_out(h, dict(before))
            return env
        (handler,) = s.handlers
        done, failed = self.block(s.body, dict(env)), dict(env)
        if handler.type is not None:
            self.expr(handler.type, env)
        self.changes_all_or_nothing(s, handler)
        self.no_missing_names(handler.type, s)
        if handler.name is not None:
            failed[handler.name.id] = self.types[handler.name] = EXCEPTION
        before, self.handled = self.handled, True
        failed, self.handled = self.block(handler.body, failed), before
        if failed is not None and handler.name is not None:
            failed.pop(handler.name.id, None)
        done = self.block(s.orelse, done) if done is not None else None
        return self.merge([done, failed])

    def on_the_way_out(self, handler, env):
        """Look at what is changed before an exception goes on, which others may catch."""
        if handler.name is not None:
            env[handler.name.id] = self.types[handler.name] = EXCEPTION
        before, self.handled = self.handled, True
        for s in handler.body:
            if isinstance(s, gast.Raise):  # of what it raises, only what is called may change something
                text = getattr(handler.name, 'id', None)
                calls = [n for n in walk(s) if isinstance(n, gast.Call) and n is not s.exc and text not in read_names(n)]
                for n in calls:
                    self.expr(n, env)
                break
            env = self.block([s], env)
            if env is None:
                break
        self.handled = before

    def changes_all_or_nothing(self, s, handler):
        """A statement that fails must have changed nothing, where others read that."""
        if getattr(handler, 'leaves_function', False):
            return
        for n in walk(s.body[0]):
            c = self.calls.get(n)
            if isinstance(c, UserCall) and c.instance.writes:
                self.refuse(
                    f'{c.instance.name} writes into its argument {min(c.instance.writes)}, and may fail halfway: '
                    'call it outside the try',
                    n,
                )
        write = s.body[0]
        whole = isinstance(write, gast.AugAssign) and isinstance(self.old_types.get(write), (Array, Anything))
        part = isinstance(write, gast.Assign) and isinstance(self.types.get(write.targets[0]), (Array, Anything))
        part = part and isinstance(write.targets[0], gast.Subscript)
        if (whole or part) and self.catches_warnings(handler.type):
            self.refuse(
                'an array that is changed in place may have been changed when NumPy raises a FloatingPointError or a '
                'warning: compute the new values first, and write them outside the try',
                write,
            )

    def no_missing_names(self, kind, s):
        for part in getattr(kind, 'elts', [kind]):
            value = getattr(self.types.get(part), 'value', None)
            if not (isinstance(value, type) and issubclass(value, NameError)):
                continue
            told = {h.name.id for h in walk(self.source.tree) if isinstance(h, gast.ExceptHandler) and h.name is not None}
            deleted = told & read_names(*s.body)  # behind its handler
            if deleted or not all(all_have_values(self, body) for body in s.body):
                self.refuse('srcad does not follow variables without a value: give them one before the try', part)

    def catches_warnings(self, kind):
        if kind is None:
            return True
        if isinstance(kind, gast.Tuple):
            return any(map(self.catches_warnings, kind.elts))
        value = getattr(self.types.get(kind), 'value', None)
        return not isinstance(value, type) or any(
            issubclass(value, w) or issubclass(w, value) for w in (FloatingPointError, Warning)
        )
