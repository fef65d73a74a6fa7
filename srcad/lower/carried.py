"""What an exception carries to the handler that reads it: a variable that is set where the exception is raised.

`raise E(v)` in a `try` whose handler reads `error.args[0]`, or an attribute that the `__init__` of E sets, sets a
variable before; the handler reads that. A function that the `try` calls and that raises so stands in its place. A mark
says that the exception is one of those; that of any other must not be read, and is raised again as an error of srcad.
"""

import builtins
import inspect

import gast

from srcad.lower.contextmanagers import bound, defaults_of, means_the_same, refused
from srcad.lower.evaluation import in_order, is_atom
from srcad.lower.names import MISSING
from srcad.lower.quiet import at
from srcad.parse import parse
from srcad.tree import arguments, assign, blocks, clone, constant, name, stored_names, transform, walk, walk_here

PLAIN = {'__cause__', '__context__', '__traceback__', '__notes__', '__class__', 'with_traceback', 'add_note'}
SIMPLE = (gast.Assign, gast.AnnAssign, gast.Expr, gast.Return)
# Whose args are not just the arguments
SPECIAL = (OSError, UnicodeError, ImportError, SystemExit, SyntaxError, StopIteration)
SPECIAL += (BaseExceptionGroup,) if hasattr(builtins, 'BaseExceptionGroup') else ()  # noqa: F821  (from Python 3.11 on)
UNSEEN = 'srcad did not see what this exception carries'


class Unknown(Exception):
    """It cannot be told what an exception carries."""


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
            raise NotImplementedError('srcad did not see what this exception carries') from error
        return value
    """

    def rewrite(s):
        if not isinstance(s, gast.Try):
            return [s]
        return Carrying(s, means).statements()

    if any(isinstance(n, gast.Try) for n in walk(function)):
        function.body = blocks(function.body, rewrite)
    return function


class Carrying:
    """One `try`, with the handlers that read what their exception carries."""

    def __init__(self, s, means):
        self.s, self.means, self.texts = s, means, {}
        self.classes = [classes(h, means) for h in s.handlers]

    def statements(self):
        s = self.s
        wanted = [{} if h.name is None else reads(h) for h in s.handlers]
        if not any(wanted) or None in wanted:
            return [s]
        try:
            body = self.block(clone(s.body), wanted, ())
        except Unknown:
            return [s]
        if 'seen' not in self.texts:
            return [s]
        seen = self.texts['seen']
        handlers = [self.handler(h, seen) if keys else h for h, keys in zip(s.handlers, wanted)]
        return [at(assign(seen, constant(False)), s), at(gast.Try(body, handlers, s.orelse, s.finalbody), s)]

    def handler(self, h, seen):
        unseen = gast.Raise(gast.Call(name('NotImplementedError'), [gast.Constant(UNSEEN, None)], []), name(h.name.id))
        first = at(gast.If(gast.UnaryOp(gast.Not(), name(seen)), [at(unseen, h)], []), h)

        def value(n):
            key = key_of(n, h.name.id)
            return at(name(self.text(key)), n) if key is not None else None

        return at(gast.ExceptHandler(h.type, h.name, [first, *(transform(b, value) for b in h.body)]), h)

    def text(self, key):
        if key not in self.texts:
            self.texts[key] = self.means.fresh(key if isinstance(key, str) else 'value')
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
                self.nothing_raises([s.iter if isinstance(s, gast.For) else s.test])
                out.append(s)
            elif isinstance(s, gast.Try) and not s.finalbody:
                self.nothing_raises(s.body)
                for h in s.handlers:
                    h.body = self.block(h.body, wanted, chain)
                s.orelse = self.block(s.orelse, wanted, chain)
                out.append(s)
            else:
                simple = isinstance(s, SIMPLE) or isinstance(s, gast.AugAssign) and isinstance(s.target, gast.Name)
                call = self.first_call(s.value) if simple else None
                made = self.text_of_call(call, s, chain) if call is not None else None
                if made is None:
                    self.nothing_raises([s])
                    out.append(s)
                else:
                    lines, inner, result = made
                    rest = replaced(s, call, result)
                    out += self.block(lines, wanted, inner)
                    out += self.block([rest], wanted, chain) if rest is not None else []
        return out

    def raised(self, s, wanted):
        """A `raise`, behind what sets the variables that its handler reads."""
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
        for key in wanted[place]:
            value = found_in(found, key)
            if isinstance(value, gast.Name) and value.id in {text for text, _ in before} - set(renames):
                renames[value.id] = self.text(key)
            else:
                after.append(assign(self.text(key), value))
        for text, _ in before:
            if text not in renames:
                renames[text] = self.means.fresh('value')
        mark = assign(self.text('seen'), constant(True))
        lines = [*(assign(text, a) for text, a in before), *after, mark, gast.Raise(new, s.cause)]
        return [at(renamed(line, renames), s) for line in lines]

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

    def nothing_raises(self, trees):
        """Nothing here raises, in a way that can be told, what one of the handlers may catch."""
        for n in (m for t in trees for m in walk(t)):
            if isinstance(n, gast.Raise):
                kind = class_of(n, self.means)
                if not is_exception(kind) or self.place(kind) is not None:
                    raise Unknown
            if isinstance(n, gast.Call) and self.raises(self.means(n.func), set()):
                raise Unknown

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
        tree = clone(parse(f).tree)
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
    if whole or any(isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load) for n in nodes):
        return None
    return dict.fromkeys(k for k in keys if k not in (None, 'args'))


def key_of(n, text):
    """`('args', 0)` of `error.args[0]`, `'value'` of `error.value`; None of all else."""
    if isinstance(n, gast.Subscript) and key_of(n.value, text) == 'args':
        sign, k = (-1, n.slice.operand) if isinstance(n.slice, gast.UnaryOp) else (1, n.slice)
        whole = isinstance(k, gast.Constant) and type(k.value) is int
        return ('args', sign * k.value) if whole and (sign > 0 or isinstance(n.slice.op, gast.USub)) else None
    if isinstance(n, gast.Attribute) and isinstance(n.value, gast.Name) and n.value.id == text and n.attr not in PLAIN:
        return n.attr
    return None


# What a class of exceptions keeps of its arguments

def fields(kind, made):
    """The trees of an exception's attributes, `args` among them, in terms of those of its arguments."""
    init = inspect.getattr_static(kind, '__init__')
    own = [c for c in kind.__mro__ if c.__module__ != 'builtins']
    if any({'__new__', '__setattr__', '__getattribute__', '__getattr__'} & set(vars(c)) for c in own):
        raise Unknown
    if not inspect.isfunction(init):
        if issubclass(kind, SPECIAL) or made.keywords:
            raise Unknown
        return {'args': list(made.args)}
    try:
        tree = clone(parse(init).tree)
    except (OSError, SyntaxError):
        raise Unknown from None
    call = gast.Call(made.func, [gast.Constant(None, None), *made.args], made.keywords)
    given = bound(tree, call, defaults_of(tree, init))
    if given is None:
        raise Unknown
    values = dict(given)
    mine = arguments(tree)[0].id
    out = {'args': list(made.args)}
    for s in [part for s in tree.body for part in one_by_one(s)]:
        to = s.targets[0] if isinstance(s, gast.Assign) and len(s.targets) == 1 else None
        if isinstance(s, gast.Pass) or isinstance(s, gast.Expr) and isinstance(s.value, gast.Constant):
            continue
        own = isinstance(to, gast.Attribute) and getattr(to.value, 'id', None) == mine
        if own and is_arithmetic(s.value, values, mine):
            if to.attr == 'args' or hasattr(inspect.getattr_static(kind, to.attr, None), '__set__'):
                raise Unknown
            out[to.attr] = filled(s.value, values)
        elif is_call_of_init(s, mine):
            out['args'] = [filled(a, values) for a in s.value.args[len(s.value.args) - count(s) :]]
        else:
            raise Unknown
    base = next(c for c in kind.__mro__[1:] if '__init__' in vars(c))
    if any(is_call_of_init(s, mine) for s in tree.body) and inspect.isfunction(vars(base)['__init__']):
        raise Unknown
    return out


def one_by_one(s):
    """`self.a, self.b = x, y` as two statements: what is given there reads no attribute."""
    pair = isinstance(s, gast.Assign) and len(s.targets) == 1 and isinstance(s.targets[0], gast.Tuple)
    if not pair or not isinstance(s.value, gast.Tuple) or len(s.value.elts) != len(s.targets[0].elts):
        return [s]
    return [gast.Assign([to], value, None) for to, value in zip(s.targets[0].elts, s.value.elts)]


def is_call_of_init(s, mine):
    """`super().__init__(...)` or `Base.__init__(self, ...)`, with positional arguments."""
    c = s.value if isinstance(s, gast.Expr) else None
    if not isinstance(c, gast.Call) or getattr(c.func, 'attr', '') != '__init__' or c.keywords:
        return False
    owner = c.func.value
    by_super = isinstance(owner, gast.Call) and getattr(owner.func, 'id', '') == 'super' and not owner.args
    return by_super or bool(c.args) and getattr(c.args[0], 'id', None) == mine


def count(s):
    """How many arguments the base's `__init__` gets behind `self`."""
    return len(s.value.args) - (not isinstance(s.value.func.value, gast.Call))


def is_arithmetic(tree, values, mine):
    """Whether a tree only computes with parameters, so that it may be computed twice."""
    allowed = (gast.Name, gast.Constant, gast.BinOp, gast.UnaryOp, gast.operator, gast.unaryop, gast.expr_context)
    names = {n.id for n in walk(tree) if isinstance(n, gast.Name)}
    return all(isinstance(n, allowed) for n in walk(tree)) and names <= set(values) - {mine}


def filled(tree, values):
    return transform(tree, lambda n: clone(values[n.id]) if isinstance(n, gast.Name) and n.id in values else None)


def found_in(found, key):
    if isinstance(key, tuple):
        args = found['args']
        if not -len(args) <= key[1] < len(args):
            raise Unknown
        return args[key[1]]
    if key not in found:
        raise Unknown
    return found[key]
