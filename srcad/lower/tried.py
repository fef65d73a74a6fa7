"""A `try` with yields in it as one `try` for what stands between two of them: what is thrown at a yield is not its own."""

import gast

from srcad.lower.loops import continues, left_by, leaving
from srcad.tree import FUNCTIONS, assign, clone, constant, name, walk, walk_here

YIELDS = (gast.Yield, gast.YieldFrom)


class Tried:
    """One `try: body except ...: handlers` of a generator, whose body has only yields that are statements.

    `done` says whether a piece got to its end. A handler runs in its place, or from where it leaves loops or yields on
    behind all pieces, by `failed`; so does all of one that would be repeated.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n try:\\n  yield 1 / x\\n except ZeroDivisionError:\\n  yield 0.0').body[0]
    >>> means = Means(f, None)
    >>> f.body = Tried(f.body[0], means, means.fresh).statements()
    >>> print(to_source(f), end='')
    def f(x):
        failed = 0
        done = False
        try:
            value = 1 / x
            done = True
        except ZeroDivisionError:
            failed = 1
        if done:
            yield value
        if failed == 1:
            yield 0.0
    """

    def __init__(self, s, means, fresh):
        self.s, self.means, self.fresh = s, means, fresh
        self.done, self.failed = fresh('done'), fresh('failed')
        self.behind = any(leaving(h.body) or continues(h.body) or any(map(has_yield, h.body)) for h in s.handlers)
        yields = sum(isinstance(n, gast.Yield) for b in s.body for n in walk(b))
        if yields > 1 and not any(asks_what_failed(n, h) for h in s.handlers for b in h.body for n in walk(b)):
            self.behind = True  # else there would be as many copies of each handler

    def why_not(self):
        """What cannot be taken apart, and where it stands; None if all can."""
        for h in self.s.handlers:
            if any(map(has_yield, self.s.body)) and self.catches_the_end(h.type):
                return 'a yield in a try that also catches what ends the generator: name the exceptions', h
            if any(asks_what_failed(n, h) for b in self.divided(h)[1] for n in walk(b)):
                return 'a yield beside an except that asks what failed, or raises it again: yield behind the try', h
        return None

    def statements(self):
        s = self.s
        start = [self.tell(self.failed, 0)] if self.behind else []
        made = [*start, *self.pieces(s.body)]
        if s.orelse:
            made.append(self.is_done(s.orelse))
        for k, h in enumerate(s.handlers if self.behind else ()):
            rest = self.divided(h)[1] or [gast.Pass()]
            made.append(gast.If(unfailing(gast.Compare(name(self.failed), [gast.Eq()], [constant(k + 1)])), rest, []))
        return made

    def divided(self, h):
        """What a handler does in its place, and what it does behind all pieces."""
        if not self.behind:
            return h.body, []
        if not any(asks_what_failed(n, h) for b in h.body for n in walk(b)):
            return [], h.body
        k = next((k for k, b in enumerate(h.body) if has_yield(b) or leaving([b]) or continues([b])), len(h.body))
        return h.body[:k], h.body[k:]

    def catches_the_end(self, kind):
        """Whether an `except` may catch the GeneratorExit with which Python ends a generator at a yield."""
        if isinstance(kind, gast.Tuple):
            return any(map(self.catches_the_end, kind.elts))
        value = BaseException if kind is None else self.means(kind)
        return not (isinstance(value, type) or isinstance(value, tuple)) or issubclass(GeneratorExit, value)

    def tell(self, text, value):
        return unfailing(assign(text, constant(value)))

    def is_done(self, then):
        return gast.If(unfailing(name(self.done)), then, [])

    def attempt(self, statements):
        """Statements without yields under the handlers, after which `done` tells whether they got to their end."""
        if all(map(is_unfailing, statements)):
            return [*statements, self.tell(self.done, True)]
        handlers = []
        for k, h in enumerate(self.s.handlers):
            body = [*self.divided(h)[0], *([self.tell(self.failed, k + 1)] if self.behind else [])]
            handlers.append(clone(gast.ExceptHandler(h.type, h.name, body)))
        return [self.tell(self.done, False), gast.Try([*statements, self.tell(self.done, True)], handlers, [], [])]

    def pieces(self, statements):
        """What runs statements one after the other, each under the handlers, as long as none has failed."""
        k = next((k for k, s in enumerate(statements) if has_yield(s)), None)
        if k is None:
            return self.attempt(statements)
        s, rest = statements[k], statements[k + 1 :]
        first, held = self.around(s)
        begun, certain = [*statements[:k], *first], isinstance(s, (gast.Expr, gast.Assign))
        then, surely = [*held, *self.pieces_if_done(rest, certain)], all(map(is_unfailing, begun))
        if surely:
            return [*begun, *then, *([self.tell(self.done, True)] if certain and not rest else [])]
        return [*self.attempt(begun), self.is_done(then)]

    def pieces_if_done(self, rest, certain):
        if not rest:
            return []
        made = self.pieces(rest)
        return made if certain else [self.is_done(made)]

    def around(self, s):
        """What a statement with yields begins with, which may fail, and the rest of it in pieces."""
        if isinstance(s, (gast.Expr, gast.Assign)):
            y = s.value
            if y.value is None or is_unfailing(y.value):
                return [], [s]
            text = self.fresh('value')
            first, y.value = [assign(text, y.value)], unfailing(name(text))
            return first, [s]
        if isinstance(s, gast.If):
            sides = self.pieces(s.body), self.pieces(s.orelse)
            if is_unfailing(s.test):
                return [], [gast.If(s.test, *sides)]
            text = self.fresh('test')
            return [assign(text, s.test)], [gast.If(unfailing(name(text)), *sides)]
        if isinstance(s, gast.While):
            return [], [self.loop(s)]
        self.means.refuse('a yield in a finally or a context, in a try with except: yield behind it', s)

    def loop(self, s):
        unless = lambda text: gast.If(unfailing(gast.UnaryOp(gast.Not(), name(text))), [gast.Break()], [])
        stop, first = unless(self.done), []
        if not (isinstance(s.test, gast.Constant) and s.test.value):
            text = self.fresh('test')
            first = [*self.attempt([assign(text, s.test)]), stop, unless(text)]
        body = left_by(s.body, self.done)
        return gast.While(constant(True), [*first, *self.pieces(body), clone(stop)], [])


def has_yield(node):
    return any(isinstance(n, YIELDS) for n in walk_here(node)) and not isinstance(node, FUNCTIONS)


def unfailing(node):
    """A statement or an expression that this pass has made, and that cannot fail."""
    node.unfailing = True
    return node


def is_unfailing(node):
    return isinstance(node, (gast.Constant, gast.Pass)) or hasattr(node, 'unfailing')


def asks_what_failed(n, h):
    return isinstance(n, gast.Raise) and n.exc is None or h.name is not None and getattr(n, 'id', None) == h.name.id
