"""`match` as a chain of `if`."""

import gast

from srcad.core import always_leaves
from srcad.lower.patterns import Patterns, captures
from srcad.tree import assign, blocks, constant, name, placed, shared_names, walk


def matches(function, means):
    """A match is a chain of tests of its subject; captures are assigned before the guard.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('''
    ... def f(x, kind):
    ...     match kind:
    ...         case 'square' | 2:
    ...             return x * x
    ...         case None:
    ...             x = 1.0
    ...         case n if n > 2:
    ...             x = x**n
    ...     return x
    ... ''').body[0]
    >>> print(to_source(matches(f, Means(f, None))), end='')
    def f(x, kind):
        if kind == 'square' or kind == 2:
            return x * x
        elif kind is None:
            x = 1.0
        else:
            n = kind
            if n > 2:
                x = x**n
        return x
    """
    function.body = blocks(function.body, lambda s: Match(s, means).run() if isinstance(s, gast.Match) else [s])
    return function


class Match:
    def __init__(self, s, means):
        self.s, self.means = s, means

    def run(self):
        before = []
        subject = self.subject(before)
        patterns = Patterns(self.means, self.s.subject)
        cases = [(case, *patterns.read(case.pattern, subject)) for case in self.s.cases]
        return [*before, *self.chain(cases)]

    def subject(self, before):
        """A name for the subject that nothing assigns while the cases are tried."""
        subject = self.s.subject
        tried = {n for case in self.s.cases for n in captures(case.pattern)}
        tried |= {n.target.id for case in self.s.cases for n in walk(case) if isinstance(n, gast.NamedExpr)}
        if any(case.guard is not None for case in self.s.cases):
            tried |= shared_names(self.means.tree)
        if isinstance(subject, gast.Name) and subject.id in self.means.local and subject.id not in tried:
            return subject
        text = self.means.fresh('subject')
        before += placed([assign(text, subject)], subject)
        return gast.copy_location(name(text), subject)

    def chain(self, cases):
        """The statements for these cases; what follows a case that leaves needs no `else`."""
        if not cases:
            return []
        (case, test, binds), rest = cases[0], self.chain(cases[1:])
        if case.guard is None:
            body = [*binds, *case.body]
            return body if test is None else self.made(case, gast.If(test, body, rest))
        if test is None:
            return [*binds, *self.made(case, gast.If(case.guard, case.body, rest))]
        if not rest:
            return self.made(case, gast.If(test, [*binds, *self.made(case, gast.If(case.guard, case.body, []))], []))
        if not binds:
            return self.made(case, gast.If(gast.BoolOp(gast.And(), [test, case.guard]), case.body, rest))
        if always_leaves(case.body):
            inside = self.made(case, gast.If(case.guard, case.body, []))
            return [*self.made(case, gast.If(test, [*binds, *inside], [])), *rest]
        flag = self.means.fresh('matched')
        tried = gast.If(test, [*binds, assign(flag, case.guard)], [])
        return self.made(case, assign(flag, constant(False)), tried, gast.If(name(flag), case.body, rest))

    def made(self, case, *statements):
        return placed(list(statements), case.pattern)
