"""Functions and iterators that have a name before they are used."""

import itertools

import gast

from srcad.by_memory import is_of_library
from srcad.lower.apply import WITH_ARGUMENTS, is_steady
from srcad.lower.evaluation import builtin, in_order, is_calm, is_in, is_only_read, place
from srcad.lower.streams import MAKERS as STREAMS
from srcad.tree import assign, call, clone, name, transform, walk

METHODS = ('append', 'extend', 'appendleft', 'pop', 'popleft')  # that programs give names, to call them faster
POOLED = (itertools.product, itertools.combinations, itertools.permutations, itertools.combinations_with_replacement)
QUESTIONS = (isinstance, type, id, hash, callable)


def held(function, means):
    """A partial function, and an iterator that is used once, stand where they are used.

    >>> import functools
    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x, xs):
    ...     scaled = functools.partial(pow, x)
    ...     x = 2.0
    ...     terms = map(scaled, xs)
    ...     return sum(terms) + scaled(x)
    >>> source = parse(f)
    >>> print(to_source(held(source.tree, Means(source.tree, source))).strip())
    def f(x, xs):
        held = x
        x = 2.0
        return sum(map(functools.partial(pow, held), xs)) + functools.partial(pow, held)(x)
    """
    for one in [n for n in walk(function) if isinstance(n, gast.FunctionDef)]:
        one.body = Held(function, means).block(one.body)
    return function


class Held:
    def __init__(self, function, means):
        self.function, self.means = function, means

    def block(self, statements):
        out, rest = [], list(statements)
        while rest:
            s = rest.pop(0)
            made = self.definition(s, rest)
            if made is None:
                for field in ('body', 'orelse'):
                    if isinstance(getattr(s, field, None), list) and not isinstance(s, gast.FunctionDef):
                        setattr(s, field, self.block(getattr(s, field)))
                out.append(s)
            else:
                before, rest = made
                out += before
        return out

    def definition(self, s, rest):
        """(what stands for the definition, the statements after it); None where the name stays."""
        if not isinstance(s, gast.Assign) or not isinstance(s.targets[0], gast.Name):
            return None
        text = s.targets[0].id
        reads = [n for n in walk(self.function) if is_read(n, text)]
        inside = {n for r in rest for n in walk(r) if is_read(n, text)}
        if not reads or any(n not in inside for n in reads) or not self.means.is_bound_once(text):
            return None
        if self.is_method_of_a_list(s.value) and not self.is_asked_about(text, rest):
            put = lambda n: place(clone(s.value), n) if n in inside else None
            return [], [transform(r, put) for r in rest]
        if not isinstance(s.value, gast.Call) or any(isinstance(a, gast.Starred) for a in s.value.args):
            return None
        f = self.means(s.value.func)
        if any(k.arg is None for k in s.value.keywords):
            return None
        if is_in(f, WITH_ARGUMENTS) and self.is_asked_about(text, rest):
            return None
        if is_in(f, WITH_ARGUMENTS) and (not self.is_captured(text, rest) or self.is_fixed(s.value)):
            before, value = self.frozen(s)
        elif is_in(f, STREAMS) and len(reads) == 1 and self.waits(rest, reads[0]) and builtin(self.means, 'list'):
            before, value = self.frozen(s)
            for a in value.args:
                a.late = True
        else:
            return None
        put = lambda n: place(clone(value), n) if n in inside else None
        return before, [transform(r, put) for r in rest]

    def is_method_of_a_list(self, node):
        """Whether a value is `items.append` of a name that means the same at any time."""
        if not isinstance(node, gast.Attribute) or node.attr not in METHODS or not isinstance(node.value, gast.Name):
            return False
        return is_steady(node.value, self.means) and self.means.is_bound_once(node.value.id)

    def is_asked_about(self, text, rest):
        """Whether it matters which object the name means, or of what class."""
        compared = [e for r in rest for n in walk(r) if isinstance(n, gast.Compare) for e in (n.left, *n.comparators)]
        calls = [n for r in rest for n in walk(r) if isinstance(n, gast.Call)]
        asked = [a for c in calls if is_in(self.means(c.func), QUESTIONS) for a in c.args]
        if any(is_read(n, text) for n in compared + asked):
            return True
        # a library does not tell one function from another
        used = {n for c in calls for n in (c.func, *(c.args if is_of_library(self.means(c.func)) else ()))}
        given = [n for r in rest for n in walk(r) if is_read(n, text) and n not in used]
        return len(given) > 1  # which may meet, and be compared there

    def is_captured(self, text, rest):
        """Whether a function that is defined later reads the name, at a time that nobody knows."""
        inner = [n for r in rest for n in walk(r) if isinstance(n, (gast.FunctionDef, gast.Lambda))]
        return any(is_read(n, text) for f in inner for n in walk(f))

    def is_fixed(self, call):
        """Whether the arguments of a call mean the same at any time."""
        names = [
            n for a in [*call.args, *(k.value for k in call.keywords)] for n in walk(a) if isinstance(n, gast.Name)
        ]
        return not any(n.id in self.means.local for n in names)

    def frozen(self, s):
        """The statements that keep what the arguments of a call mean now, and the call with what they keep."""
        before = []
        return before, self.kept_parts(s.value, before, s)

    def kept_parts(self, c, before, s):
        f = self.means(c.func)
        pools = c.args if f is itertools.product else c.args[:1] if is_in(f, POOLED) else ()
        first = pools if all(is_calm(a, self.means) for a in pools) else ()  # else all are evaluated before one is gone over
        args = [(a, a if a in first else self.kept(a, before, s)) for a in c.args]
        args = [self.pool(now, before, s) if a in pools else now for a, now in args]
        keywords = [gast.copy_location(gast.keyword(w.arg, self.kept(w.value, before, s)), w) for w in c.keywords]
        return gast.copy_location(gast.Call(c.func, args, keywords), c)

    def pool(self, node, before, s):
        """What an iterator takes all of where it is made."""
        steady = isinstance(node, gast.Name) and is_only_read(node.id, self.means) and self.means.is_bound_once(node.id)
        if steady or isinstance(node, (gast.List, gast.Tuple)):
            return self.kept(node, before, s)
        text = self.means.fresh('held')
        before.append(place(assign(text, call('list', node)), s))
        return place(name(text), node)

    def kept(self, node, before, s):
        steady = isinstance(node, gast.Name) and (
            node.id not in self.means.local or self.means.is_bound_once(node.id)
        )
        if isinstance(node, gast.Constant) or steady or isinstance(node, gast.Lambda) and self.is_closed(node):
            return node
        if isinstance(node, gast.List) and all(isinstance(self.means(e), type) for e in node.elts):
            return node
        f = self.means(node.func) if isinstance(node, gast.Call) else None
        if is_in(f, WITH_ARGUMENTS) or is_in(f, STREAMS) and not any(isinstance(a, gast.Starred) for a in node.args):
            return self.kept_parts(node, before, s)
        if isinstance(node, gast.Attribute) and callable(self.means(node)):
            return node
        text = self.means.fresh('held')
        before.append(place(assign(text, node), s))
        return place(name(text), node)

    def is_closed(self, node):
        """Whether a lambda has no defaults, which are taken where it is made."""
        return not node.args.defaults and not node.args.kw_defaults

    def waits(self, rest, read):
        """Whether what reads an iterator is in the head of one of these statements, and evaluated whenever that is."""
        s = next(s for s in rest if any(n is read for n in walk(s)))
        field = next((f for f in ('value', 'test', 'iter') if isinstance(getattr(s, f, None), gast.AST)), None)
        return field is not None and not isinstance(s, gast.While) and is_eager(getattr(s, field), read)


def is_read(n, text):
    return isinstance(n, gast.Name) and n.id == text and isinstance(n.ctx, gast.Load)


def is_eager(node, read):
    """Whether a name is read where an expression is evaluated, whenever it is: in no branch, function or loop of it."""
    if node is read:
        return True
    return any(when and is_eager(part, read) for part, when in in_order(node))
