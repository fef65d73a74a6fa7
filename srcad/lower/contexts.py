"""`with` in simple pieces: one context each; those that are assignments or `try` by another name are written so."""

import contextlib
import inspect
import io
import threading
import warnings

import gast
import numpy as np

from srcad import library
from srcad.lower.contextmanagers import inlined, makes_context, means_the_same_inside, of_inside, of_outside
from srcad.lower.evaluation import is_in
from srcad.lower.names import MISSING
from srcad.lower.quiet import at
from srcad.parse import parse
from srcad.tree import Ours, arguments, assign, assigned_names, blocks, call, clone, leaves, name, target, walk, walk_here

SETTINGS = (np.errstate, warnings.catch_warnings)  # the adjoint's lines stand under them too
HARMLESS = {*SETTINGS, open, np.printoptions, contextlib.redirect_stdout, contextlib.redirect_stderr}
LOCKS = tuple(type(f()) for f in (threading.Lock, threading.RLock, threading.Condition, threading.Semaphore))
MAKES_LOCKS = {threading.Lock, threading.RLock, threading.Condition, threading.Semaphore, threading.BoundedSemaphore}
GENERATED = contextlib.contextmanager(lambda: None).__code__


def contexts(function, means):
    """`with` with one context each, without those that are something else by another name.

    >>> from contextlib import nullcontext, suppress
    >>> def f(x):
    ...     with nullcontext(x) as y, suppress(ValueError):
    ...         return y
    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> source = parse(f)
    >>> print(to_source(contexts(source.tree, Means(source.tree, source)).body).strip())
    y = x
    try:
        return y
    except ValueError:
        pass
    """

    def rewrite(s):
        if not isinstance(s, gast.With):
            return [s]
        body = s.body
        for item in reversed(s.items):
            kept = kept_apart(item, body, s, means)
            body = [*kept, *one(item, body, s, means, function)]
        return body

    if any(isinstance(n, gast.With) for n in walk(function)):
        function.body = blocks(function.body, rewrite)
        named = {n.id for n in walk(function) if isinstance(n, gast.Name)}
        function.body = [s for s in function.body if getattr(s, 'name', None) in named or not makes_context(s, means)]
    return function


def kept_apart(item, body, s, means):
    """A name for a context whose own name means something else before it is left."""
    head, bound = item.context_expr, [item.optional_vars] if item.optional_vars is not None else []
    if not isinstance(head, gast.Name) or head.id not in assigned_names(*body, *bound):
        return []
    kept = at(assign(means.fresh('manager'), head), s)
    item.context_expr = at(name(kept.targets[0].id), s)
    return [kept]


def one(item, body, s, means, function):
    """The statements for one context around a body."""
    head, v = item.context_expr, item.optional_vars
    f = means(head.func) if isinstance(head, gast.Call) else None
    plain = isinstance(head, gast.Call) and not head.keywords
    if f is contextlib.nullcontext and plain:
        value = head.args[0] if head.args else gast.Constant(None, None)
        return [*([at(gast.Assign([v], value, None), s)] if v is not None else [at(gast.Expr(value), s)]), *body]
    if f is contextlib.suppress and plain and v is None:
        if not head.args:
            return body
        kinds = head.args[0] if len(head.args) == 1 else at(gast.Tuple(head.args, gast.Load()), s)
        return [at(gast.Try(body, [at(gast.ExceptHandler(kinds, None, [at(gast.Pass(), s)]), s)], [], []), s)]
    if f is contextlib.closing and plain and len(head.args) == 1 and (v is None or isinstance(v, gast.Name)):
        own = v is None or v.id in assigned_names(*body)
        text = means.fresh('closed') if own else v.id
        bound = [at(gast.Assign([v], name(text), None), s)] if v is not None and own else []
        close = at(gast.Expr(call(gast.Attribute(name(text), 'close', gast.Load()))), s)
        return [at(assign(text, head.args[0]), s), at(gast.Try([*bound, *body], [], [], [close]), s)]
    if f is contextlib.ExitStack and isinstance(v, gast.Name) and only_calls(v.id, function):
        head = item.context_expr = at(call(Ours('ExitStack', library.ExitStack)), s)
    generator, head = generator_of(head, f, s, means, function)
    made = generator and inlined(*generator, head, v, body, s, means)
    if made is not None:
        theirs = sorted(getattr(generator[0], 'shared', ())) if f is not MISSING else []
        return [*([at(gast.Global(theirs), s)] if theirs else []), *blocks_again(made, means)]
    leave = enter_and_exit(head, means, means.tree)[1]
    known = inspect.isfunction(leave) and text_of(leave) is not None and not leaves(body)
    if known and (not lets_pass(leave) or sees_exception(head, means, means.tree)):
        return swallowing(head, v, body, s, means)
    return [at(gast.With([item], body, None), s)]


def generator_of(head, f, s, means, function):
    """What generator a context is made of, if it is one, and the call with all that it is given."""
    known = getattr(f, '__func__', f)
    if isinstance(head, gast.Call) and isinstance(head.func, gast.Attribute):
        known = means.managers.get(place_of(head, means.source), known) if not hasattr(head, 'of_another') else known
        if known is not f and is_generated(known):
            head = gast.copy_location(gast.Call(head.func, [head.func.value, *head.args], head.keywords), head)
    if is_generated(known):
        owner = means(head.func.value) if isinstance(head.func, gast.Attribute) else MISSING
        if owner is not MISSING:
            means.source.watch(owner, head.func.attr)
        return of_outside(known.__wrapped__, means), head
    if f is MISSING and isinstance(head.func, gast.Name):
        found = of_inside(head.func.id, function, means)
        return found if found and means_the_same_inside(found[0], s, function) else None, head
    return None, head


def is_generated(f):
    """Whether `contextlib.contextmanager` made a function."""
    return inspect.isfunction(f) and f.__code__ is GENERATED


def place_of(head, source):
    """By what the call in the head of a `with` is found again."""
    return source.filename, head.lineno, head.col_offset


def only_calls(stack, function):
    """Whether all that is done with an ExitStack is to give it functions."""
    read = [n for n in walk(function) if isinstance(n, gast.Name) and n.id == stack and isinstance(n.ctx, gast.Load)]
    callbacks = [n.value for n in walk(function) if isinstance(n, gast.Attribute) and n.attr == 'callback']
    return all(n in callbacks for n in read)


def swallowing(head, v, body, s, means):
    """A context whose `__exit__` says whether an exception goes on, by its methods."""
    text, error = means.fresh('manager'), means.fresh('error')
    enter, leave = (gast.Attribute(name(text), f'__{word}__', gast.Load()) for word in ('enter', 'exit'))
    given = call(enter)
    trace = gast.Attribute(name(error), '__traceback__', gast.Load())
    told = call(leave, call('type', name(error)), name(error), trace)
    unless = at(gast.If(gast.UnaryOp(gast.Not(), told), [at(gast.Raise(None, None), s)], []), s)
    handler = at(gast.ExceptHandler(name('BaseException'), at(target(error), s), [unless]), s)
    done = at(gast.Expr(call(clone(leave), *(gast.Constant(None, None) for _ in range(3)))), s)
    return [
        at(assign(text, head), s),
        at(gast.Assign([v], given, None) if v is not None else gast.Expr(given), s),
        at(gast.Try(body, [handler], [done], []), s),
    ]


def blocks_again(made, means):
    """A generator may use `with` itself."""
    holder = gast.Module(made, [])
    return contexts(holder, means).body


def why_unknown(head, means, tree):
    """Why a context may do more than srcad sees; None if it cannot: it swallows no exception and changes no number."""
    made, value = maker(head, means, tree), means(head)
    if made is None:
        return f'srcad cannot tell what {head.id} does around these lines: make it in the head of the with'
    f = means(made.func) if isinstance(made, gast.Call) else MISSING
    if is_in(f, HARMLESS | MAKES_LOCKS) or isinstance(value, (*LOCKS, io.IOBase)):
        return None
    methods = enter_and_exit(head, means, tree)
    if all(map(inspect.isfunction, methods)) and all(map(is_plain, methods)) and lets_pass(methods[1]):
        return None
    what = getattr(f if f is not MISSING else value, '__name__', 'this context')
    return (
        f'srcad does not know what {what} does around these lines, nor whether it swallows exceptions: '
        'use try and except'
    )


def is_entered_again(head, means):
    """Whether a context may be left and entered again, with nobody the wiser: np.errstate that raises nothing."""
    f = means(head.func) if isinstance(head, gast.Call) else None
    quiet = lambda v: getattr(v, 'value', None) in ('ignore', 'warn')
    return f is np.errstate and all(map(quiet, [*head.args, *(k.value for k in head.keywords)]))


def maker(head, means, tree):
    """The call that makes a context, or the name that it has outside; None if it is not known."""
    if not isinstance(head, gast.Name) or means(head) is not MISSING:
        return head
    made = [n.value for n in walk_here(tree) if isinstance(n, gast.Assign) and binds(n, head.id)]
    return maker(made[0], means, tree) if len(made) == 1 and isinstance(made[0], gast.Call) else None


def enter_and_exit(head, means, tree):
    """The two methods of a context, as its class has them; None for what is not known."""
    made = maker(head, means, tree)
    f = means(made.func) if isinstance(made, gast.Call) else MISSING
    kind = f if inspect.isclass(f) else type(means(made)) if f is MISSING and made is not None else None
    return [inspect.getattr_static(kind, m, None) if kind is not None else None for m in ('__enter__', '__exit__')]


def sees_exception(head, means, tree):
    """Whether a context of the program looks at the exception with which it is left."""
    leave = enter_and_exit(head, means, tree)[1]
    text = text_of(leave) if inspect.isfunction(leave) else None
    if text is None:
        return False
    given = {a.id for a in arguments(text)[1:]}
    return any(isinstance(n, gast.Name) and n.id in given for s in text.body for n in walk(s))


def is_plain(method):
    """Whether a method written in Python sets only its own variables and plain attributes of its object."""
    tree = text_of(method)
    if tree is None:
        return False
    mine = arguments(tree)[0].id
    for n in walk(tree):
        if isinstance(n, (gast.Global, gast.Nonlocal, gast.FunctionDef)) and n is not tree:
            return False
        if isinstance(n, gast.Call) and getattr(n.func, 'id', '') in ('setattr', 'delattr', 'exec', 'eval'):
            return False
        if isinstance(n, (gast.Attribute, gast.Subscript)) and not isinstance(n.ctx, gast.Load):
            if isinstance(n, gast.Subscript) or getattr(n.value, 'id', None) != mine:
                return False
    return True


def lets_pass(leave):
    """Whether an `__exit__` written in Python never swallows an exception."""
    values = [n.value for n in walk(text_of(leave)) if isinstance(n, gast.Return)]
    return all(v is None or isinstance(v, gast.Constant) and not v.value for v in values)


def text_of(method):
    try:
        return parse(method).tree
    except (OSError, SyntaxError):
        return None


def binds(s, text):
    return isinstance(s.targets[0], gast.Name) and s.targets[0].id == text
