"""`del name`."""

import gast

from srcad.analysis.liveness import Liveness, reads
from srcad.tree import FUNCTIONS, blocks, placed, shared_names, walk


def deletions(function, means):
    """A name that is not read again needs no `del`; each other target has one of its own.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n    y = x * x\\n    del x, y\\n    y = [1.0]\\n    del y[0]\\n    return y').body[0]
    >>> print(to_source(deletions(f, Means(f, None))), end='')
    def f(x):
        y = x * x
        y = [1.0]
        del y[0]
        return y
    """
    for scope in [n for n in walk(function) if isinstance(n, gast.FunctionDef)]:
        if any(isinstance(n, gast.Delete) for s in scope.body for n in walk(s)):
            check(scope, means)

    def rewrite(s):
        if not isinstance(s, gast.Delete):
            return [s]
        return placed([gast.Delete([t]) for t in parts(s.targets) if not isinstance(t, gast.Name)], s)

    function.body = blocks(function.body, rewrite)
    return function


def parts(targets):
    """The targets of a `del`, those in brackets too."""
    for t in targets:
        if isinstance(t, (gast.Tuple, gast.List)):
            yield from parts(t.elts)
        else:
            yield t


def check(scope, means):
    """Refuse the `del` of a name of this function that may be read before it is assigned again."""
    live = AtDeletions()
    live.block(scope.body, frozenset(), frozenset(), frozenset())
    after = live.deleted
    inner = [f for s in scope.body for f in walk(s) if isinstance(f, FUNCTIONS)]
    own = [n for s in scope.body for n in walk_own(s) if isinstance(n, gast.Delete)]
    kept = {n.id for f in inner for n in walk(f) if isinstance(n, gast.Name)}
    kept |= shared_names(scope)
    for s in own:
        names = [t for t in parts(s.targets) if isinstance(t, gast.Name)]
        for t in names:
            if t.id in kept or s not in after or t.id in after[s] or sum(u.id == t.id for u in names) > 1:
                means.refuse(
                    f'del of {t.id}, which may be read again before it is assigned: leave it, or use another name', t
                )


def walk_own(node):
    if isinstance(node, FUNCTIONS):
        return
    yield node
    for child in gast.iter_child_nodes(node):
        yield from walk_own(child)


class AtDeletions(Liveness):
    """Notes for each `del` the names that may be read after it, or deleted once more."""

    def __init__(self):
        super().__init__()
        self.deleted, self.on_failure = {}, frozenset()

    def statement(self, s, live, on_break, on_continue):
        if isinstance(s, gast.Delete):
            self.deleted[s] = self.deleted.get(s, frozenset()) | live | self.on_failure
            return live | reads(s) | {t.id for t in parts(s.targets) if isinstance(t, gast.Name)}
        if isinstance(s, gast.With):
            inside = self.block(s.body, live, on_break, on_continue)
            return inside | live | frozenset().union(*(reads(i) for i in s.items))
        if isinstance(s, (gast.Try, gast.TryStar)):
            return self.tried(s, live | on_break | on_continue)
        return super().statement(s, live, on_break, on_continue)

    def tried(self, s, live):
        """What is read from a `try` on: any of its statements may fail, and then all that is behind it may be read."""
        others = [*(b for h in s.handlers for b in h.body), *s.orelse, *s.finalbody]
        before, live = self.on_failure, live.union(*map(reads, others), *(reads(h.type) for h in s.handlers if h.type))
        self.on_failure = before | live
        for block in (s.finalbody, s.orelse, *(h.body for h in s.handlers)):
            self.block(block, live, live, live)
        inside = self.block(s.body, live, live, live)
        self.on_failure = before
        return inside | live
