"""What an exception carries to the handler that reads it: a variable that is set where the exception is raised.

`raise E(v)` in a `try` whose handler reads `error.args[0]`, or an attribute that the `__init__` of E sets, sets a
variable before; the handler reads that. A function that the `try` calls and that raises so stands in its place. A mark
says that the exception is one of those; that of any other must not be read, and is raised again as an error of srcad.
"""

import inspect
from typing import NamedTuple

import gast

from srcad.by_memory import is_of_library
from srcad.errors import Unfollowed
from srcad.lower.contextmanagers import bound, defaults_of, means_the_same, refused
from srcad.lower.evaluation import in_order, is_atom, is_of_module
from srcad.lower.imports import to_put_elsewhere
from srcad.lower.names import MISSING
from srcad.lower.quiet import at, only_raises
from srcad.lower.raised import Unknown, fields, found_in
from srcad.parse import parse
from srcad.shadows import names_inside
from srcad.tree import (
    Ours,
    arguments,
    assign,
    blocks,
    call,
    clone,
    constant,
    name,
    raises_always,
    stored_names,
    transform,
    unset,
    walk,
    walk_here,
)

PLAIN = {'__cause__', '__context__', '__traceback__', '__notes__', '__class__', 'with_traceback', 'add_note'}
SIMPLE = (gast.Assign, gast.AnnAssign, gast.Expr, gast.Return)
SEEN = object()  # the key of the mark
UNSEEN = 'srcad did not see what this exception carries'


def carried(function, means):
    """Variables for what exceptions carry.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     try:
    ...         raise ValueError(x * x)
    ...     except ValueError as error:
    ...         return error.args[0]
    >>> source = parse(f)
    >>> print(to_source(carried(source.tree, Means(source.tree, source)).body[:2]).strip())
    seen = False
    try:
        value = x * x
        seen = True
        raise ValueError(value)
    except ValueError as error:
        if not seen:
            raise Unfollowed('srcad did not see what this exception carries') from error
        return value
    """

    def rewrite(s):
        if not isinstance(s, gast.Try):
            return [s]
        return Carrying(s, means, within.get(s)).statements()

    outer = [s for s in walk(function) if isinstance(s, gast.Try) and hasattr(s, 'hands_on')]
    within = {s: t.hands_on for t in outer for s in walk(t) if isinstance(s, gast.Try) and s is not t}
    if any(isinstance(n, gast.Try) for n in walk(function)):
        function.body = blocks(function.body, rewrite)
    return function


class Key(NamedTuple):
    """What handlers of exceptions of some classes read of them: an attribute, `('args', k)` or `('args', k, of_n)`."""

    of: object
    classes: tuple


class Carrying:
    """One `try`, with the handlers that read what their exception carries."""

    def __init__(self, s, means, handed_on=None):
        self.s, self.means, self.handed_on = s, means, handed_on  # what is read further out of what leaves this
        self.texts, self.calls, self.set, self.handlers = {}, False, set(), []
        self.classes = [classes(h, means) for h in s.handlers]
        self.caught = [c for found in self.classes for c in found or (Exception,)]

    def statements(self):
        s = self.s
        for h in s.handlers:
            h.body = blocks(h.body, unpacked_args(h.name.id)) if h.name is not None else h.body
        wanted = [{} if h.name is None else reads(h) for h in s.handlers]
        if self.handed_on and None not in wanted:
            wanted = [{**keys, **self.read_further_out(h)} for h, keys in zip(s.handlers, wanted)]
        if not any(wanted) or None in wanted:
            return [s]
        try:
            body = self.block(clone(s.body), wanted, ())
        except Unknown:
            return [s]
        own = names_inside(self.means.tree)
        if not self.handed_on and all(
            raises_always(h.body) and only_raises(h.body, self.means, own) for h in s.handlers
        ):
            self.calls = False  # nothing computes with it
        if SEEN not in self.texts and not self.calls and not hasattr(s, 'hands_on'):
            return [s]
        seen = self.text(SEEN)
        handlers = [self.handler(h, seen) if keys else h for h, keys in zip(s.handlers, wanted)]
        made = at(gast.Try(body, handlers, s.orelse, s.finalbody), s)
        if self.calls:
            made.carries = [
                ({Key(key, self.catching(key, wanted)): self.text(key) for keys in wanted for key in keys}, seen)
            ]
        begun = [assign(t, unset()) for key, t in self.texts.items() if key not in {SEEN, *self.set}]
        return [at(b, s) for b in [*begun, assign(seen, constant(False))]] + [made]

    def handler(self, h, seen):
        unseen = gast.Raise(call(Ours('Unfollowed', Unfollowed), constant(UNSEEN)), name(h.name.id))
        first = at(gast.If(gast.UnaryOp(gast.Not(), name(seen)), [at(unseen, h)], []), h)

        def value(n):
            key = key_of(n, h.name.id)
            if key is None:
                return None
            if key in self.set or self.calls:
                return at(name(self.text(key)), n)
            return at(unset(), n)

        made = at(gast.ExceptHandler(h.type, h.name, [first, *(transform(b, value) for b in h.body)]), h)
        made.brings = self.texts
        return made

    def read_further_out(self, h):
        """What a handler further out reads of an exception that this one raises again."""
        again = any(isinstance(n, gast.Raise) and is_raised_again(n, h) for b in h.body for n in walk(b))
        return {key.of: None for key in self.handed_on} if again and h.name is not None else {}

    def catching(self, key, wanted):
        """The classes of the handlers that read something, which may be unknown."""
        found = [c for keys, c in zip(wanted, self.classes) if key in keys]
        return None if None in found else tuple(dict.fromkeys(c for classes in found for c in classes))

    def text(self, key):
        if key not in self.texts:
            self.texts[key] = self.means.fresh(key if isinstance(key, str) else 'seen' if key is SEEN else 'value')
        return self.texts[key]

    # What raises

    def block(self, statements, wanted, chain):
        """Statements in which each `raise` that leads to a handler sets what that reads."""
        out = []
        for s in statements:
            if isinstance(s, gast.Raise):
                out += self.raised(s, wanted)
            elif isinstance(s, (gast.If, gast.For, gast.While)):
                s.body, s.orelse = self.block(s.body, wanted, chain), self.block(s.orelse, wanted, chain)
                self.nothing_is_raised([s.iter if isinstance(s, gast.For) else s.test])
                out.append(s)
            elif isinstance(s, gast.Try) and not s.finalbody:
                inner = [c for h in s.handlers for c in classes(h, self.means) or ()]
                self.nothing_is_raised(s.body, tuple(inner))
                for h in s.handlers:
                    self.handlers.append(h)
                    h.body = self.block(h.body, wanted, chain)
                    self.handlers.pop()
                s.orelse = self.block(s.orelse, wanted, chain)
                out.append(s)
            else:
                simple = isinstance(s, SIMPLE) or isinstance(s, gast.AugAssign) and isinstance(s.target, gast.Name)
                call = self.first_call(s.value) if simple else None
                made = self.text_of_call(call, s, chain) if call is not None else None
                if made is None:
                    self.nothing_is_raised([s])
                    out.append(s)
                else:
                    lines, inner, result = made
                    rest = replaced(s, call, result)
                    out += self.block(lines, wanted, inner)
                    out += self.block([rest], wanted, chain) if rest is not None else []
        return out

    def raised(self, s, wanted):
        """A `raise`, behind what sets the variables that its handler reads."""
        if self.handlers and is_raised_again(s, self.handlers[-1]):
            return self.raised_again(s, wanted)
        made = s.exc if isinstance(s.exc, gast.Call) else gast.Call(s.exc, [], [])
        kind = class_of(s, self.means)
        if not is_exception(kind) or s.cause is not None and not is_atom(s.cause):
            raise Unknown
        place = self.place(kind)
        if place is None or not wanted[place]:
            return [s]
        before, args = [], []
        for a in [*made.args, *(k.value for k in made.keywords)]:
            if isinstance(a, gast.Starred):
                raise Unknown
            args.append(a if isinstance(a, gast.Constant) else name(f'argument {len(args)}'))
            if args[-1] is not a:
                before.append((args[-1].id, a))
        keywords = [gast.keyword(k.arg, a) for k, a in zip(made.keywords, args[len(made.args) :])]
        new = gast.Call(made.func, args[: len(made.args)], keywords)
        found, renames, after = fields(kind, new), {}, []
        self.set |= set(wanted[place])
        for key in wanted[place]:
            value = found_in(found, key, kind)
            if isinstance(value, gast.Name) and value.id in {text for text, _ in before} - set(renames):
                renames[value.id] = self.text(key)
            else:
                after.append(assign(self.text(key), value))
        for text, _ in before:
            if text not in renames:
                renames[text] = self.means.fresh('value')
        mark, again = assign(self.text(SEEN), constant(True)), gast.Raise(new, s.cause)
        again.makes_at_once = True  # nothing of the program's runs but what sets attributes
        lines = [*(assign(text, a) for text, a in before), *after, mark, again]
        return [at(renamed(line, renames), s) for line in lines]

    def raised_again(self, s, wanted):
        """A `raise` of what a handler within has caught, and has read itself."""
        h, lines = self.handlers[-1], []
        kinds = classes(h, self.means)
        if kinds is None or None in self.classes:
            raise Unknown
        place, *others = {self.place(k) for k in kinds}
        narrower = (c for found in self.classes for c in found if issubclass(c, kinds) and c not in kinds)
        if others or any(narrower):
            raise Unknown
        for key in wanted[place] if place is not None else ():
            if key not in getattr(h, 'brings', {}):
                raise Unknown
            self.set.add(key)
            lines.append(assign(self.text(key), name(h.brings[key])))
        mark = [assign(self.text(SEEN), constant(True))] if lines else []
        return [at(line, s) for line in [*lines, *mark, s]]

    def place(self, kind):
        """Which handler catches exceptions of a class; None if none does, or it cannot be told."""
        if not is_exception(kind):
            return None
        for k, types in enumerate(self.classes):
            if types is None:
                return None
            if issubclass(kind, types):
                return k
        return None

    # Functions that raise

    def nothing_is_raised(self, trees, caught=()):
        """No `raise` stands here that one of the handlers may catch, but for what is `caught` before.

        What is called may raise it, and hands on what it carries.
        """
        for n in (m for t in trees for m in walk(t)):
            if isinstance(n, gast.Raise) and BaseException not in caught:
                kind = class_of(n, self.means)
                if not is_exception(kind) or self.place(kind) is not None and not issubclass(kind, caught):
                    raise Unknown
            self.calls = self.calls or may_be_of_the_program(n, self.means, self.caught)

    def raises(self, f, seen):
        """Whether a function of the program raises an exception that one of the handlers may catch."""
        if not inspect.isfunction(f) or f in seen:
            return False
        seen.add(f)
        try:
            source = parse(f)
        except (OSError, SyntaxError):
            return False
        theirs = type(self.means)(source.tree, source)
        for n in walk(source.tree):
            if isinstance(n, gast.Raise) and n.exc is not None:
                kind = class_of(n, theirs)
                if not is_exception(kind) or self.place(kind) is not None:
                    return True
            if isinstance(n, gast.Call) and self.raises(theirs(n.func), seen):
                return True
        return False

    def first_call(self, node):
        """The call of a function that raises, before which an expression does nothing, or None."""
        if node is None:
            return None
        for part, once in in_order(node):
            if any(isinstance(n, gast.Call) and self.raises(self.means(n.func), set()) for n in walk(part)):
                return self.first_call(part) if once else None
            if not is_atom(part) and self.means(part) is MISSING:
                break
        return node if isinstance(node, gast.Call) and self.raises(self.means(node.func), set()) else None

    def text_of_call(self, call, s, chain):
        """A function's statements in the place of its call, the functions they stand in, and its value.

        None if that would not be the same.
        """
        f = self.means(call.func)
        if f in chain:
            return None
        tree = clone(to_put_elsewhere(parse(f), self.means.source))
        given, inner = bound(tree, call, defaults_of(tree, f)), list(walk_here(gast.Module(tree.body, [])))
        last = tree.body[-1] if isinstance(tree.body[-1], gast.Return) else None
        early = any(isinstance(n, gast.Return) and n is not last for n in inner)
        scopes = any(isinstance(n, (gast.FunctionDef, gast.Lambda, gast.Import, gast.ImportFrom)) for n in inner)
        if given is None or early or scopes or any(map(refused, inner)) or not means_the_same(tree, f, self.means):
            return None
        renames = {n: self.means.fresh(n) for n in sorted(stored_names(tree) | {a.id for a in arguments(tree)})}
        body = tree.body if last is None else tree.body[:-1]
        result = gast.Constant(None, None)
        if last is not None and last.value is not None:
            result = name(self.means.fresh('result'))
            body = [*body, assign(result.id, last.value)]
        for n in (m for b in body for m in walk(b)):
            if isinstance(n, gast.Name) and n.id in renames:
                n.id = renames[n.id]
            if isinstance(n, gast.stmt):
                n.lineno = n.end_lineno = n.col_offset = n.end_col_offset = None
            elif isinstance(n, gast.expr):
                gast.copy_location(n, call)
        return [*(at(assign(renames[p], a), s) for p, a in given), *body], (*chain, f), result


def is_raised_again(s, h):
    """Whether a `raise` in a handler raises what that has caught."""
    return s.exc is None or h.name is not None and getattr(s.exc, 'id', None) == h.name.id


OPERATIONS = (gast.BinOp, gast.UnaryOp, gast.Compare, gast.Attribute, gast.Subscript)


def may_be_of_the_program(n, means, caught):
    """Whether a node may run a function of the program's that raises what is caught: a call, a property, an operator."""
    if isinstance(n, OPERATIONS):
        stored = isinstance(getattr(n, 'ctx', None), (gast.Store, gast.Del))
        return not (stored or any(map(is_of_library, caught)) or is_of_module(n, means))
    if not isinstance(n, gast.Call):
        return False
    f = means(n.func)
    return f is MISSING or not is_of_library(f) and not is_exception(f)


def carry(carries, error, s, calls):
    """What the `except` around `s` sets for a handler that reads what the exception `error` carries.

    The attributes are marked as what it carries under a key; what is no call carries nothing that is seen.
    """
    keys, seen = carries
    calls = calls and bool(keys)
    out = [assign(text, gast.Attribute(name(error), 'carried', gast.Load())) for key, text in keys.items() if calls]
    for key, line in zip(keys, out):
        line.value.carries = key
    mark = assign(seen, constant(calls))
    mark.of_carried = True
    return [at(line, s) for line in [*out, mark]]


def carried_by(handlers):
    """What `carry` has set in handlers, which is taken out of them; what stands in a `try` in one is that one's."""
    found = {}
    for h in handlers:
        keys, rest = {}, []
        for s in h.body:
            if hasattr(getattr(s, 'value', None), 'carries'):
                keys[s.value.carries] = s.targets[0].id
            elif hasattr(s, 'of_carried'):
                found[s.targets[0].id] = {**found.get(s.targets[0].id, {}), **keys}
                keys = {}
            else:
                rest.append(s)
        h.body = rest or [gast.copy_location(gast.Pass(), h)]
    return [(keys, seen) for seen, keys in found.items()]


def replaced(s, call, result):
    """A statement with the value of a call instead of it; None if nothing is left of it."""
    if isinstance(s, gast.Expr) and s.value is call:
        return None
    return transform(s, lambda n: at(clone(result), n) if n is call else None)


def renamed(tree, names):
    def new(n):
        return gast.Name(names[n.id], n.ctx, None, None) if isinstance(n, gast.Name) and n.id in names else None

    return transform(tree, new)


def class_of(s, means):
    """The class that a `raise` names, or MISSING."""
    made = s.exc.func if isinstance(s.exc, gast.Call) else s.exc
    return means(made) if made is not None else MISSING


def is_exception(kind):
    return inspect.isclass(kind) and issubclass(kind, BaseException)


def classes(h, means):
    """The classes that a handler catches; None if it cannot be told."""
    if h.type is None:
        return (BaseException,)
    found = tuple(means(t) for t in getattr(h.type, 'elts', [h.type]))
    return found if all(map(is_exception, found)) else None


def reads(h):
    """What a handler reads of its exception: attributes, and places in its args; None if it cannot be told."""
    text, nodes = h.name.id, [n for b in h.body for n in walk(b)]
    keys = [key_of(n, text) for n in nodes]
    whole = keys.count('args') - sum(isinstance(k, tuple) for k in keys)
    written = any(k is not None and not isinstance(n.ctx, gast.Load) for k, n in zip(keys, nodes))
    if (
        whole
        or written
        or any(isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load) for n in nodes)
    ):
        return None
    return dict.fromkeys(k for k in keys if k not in (None, 'args'))


def unpacked_args(text):
    """Rewrites `a, b = error.args` to an assignment for each name."""

    def rewrite(s):
        to = s.targets[0] if isinstance(s, gast.Assign) else None
        names = to.elts if isinstance(to, (gast.Tuple, gast.List)) else [to]
        plain = len(names) > 1 and all(isinstance(n, gast.Name) and n.id != text for n in names)
        if not plain or key_of(s.value, text) != 'args':
            return [s]
        return [at(gast.Assign([n], read_arg(text, k, len(names)), None), s) for k, n in enumerate(names)]

    return rewrite


def read_arg(text, k, of_so_many=None):
    """`error.args[k]`, of so many if that is known."""
    read = gast.Subscript(gast.Attribute(name(text), 'args', gast.Load()), constant(k), gast.Load())
    if of_so_many is not None:
        read.of_so_many = of_so_many
    return read


def key_of(n, text):
    """`('args', 0)` of `error.args[0]`, `'value'` of `error.value`; None of all else."""
    if hasattr(n, 'carries'):
        return None
    if isinstance(n, gast.Subscript) and key_of(n.value, text) == 'args':
        sign, k = (-1, n.slice.operand) if isinstance(n.slice, gast.UnaryOp) else (1, n.slice)
        whole = isinstance(k, gast.Constant) and type(k.value) is int
        if not whole or sign < 0 and not isinstance(n.slice.op, gast.USub):
            return None
        return 'args', sign * k.value, *([n.of_so_many] if hasattr(n, 'of_so_many') else [])
    if isinstance(n, gast.Attribute) and isinstance(n.value, gast.Name) and n.value.id == text and n.attr not in PLAIN:
        return n.attr
    return None
