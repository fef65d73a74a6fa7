"""The bodies of `except`."""

import gast

from srcad.lower.quiet import at, binds
from srcad.tree import assign, call, clone, name, tuple_of, walk, walk_here, blocks_of


def in_context(statements, error, alias=None):
    """Statements that raise while `error`, or `alias`, is handled, as in its `except`: Python shows both."""

    def rewrite(s):
        if not isinstance(s, gast.Raise) or getattr(s.exc, 'id', None) in (error, alias):
            return [s]
        handler = at(gast.ExceptHandler(name('BaseException'), None, [s]), s)
        return [at(gast.Try([at(gast.Raise(name(error), None), s)], [handler], [], []), s)]

    return [made for s in statements for made in (rewrite(s) if not blocks_of(s) else inside_if(s, error, alias))]


def inside_if(s, error, alias):
    if isinstance(s, gast.If):
        return [at(gast.If(s.test, in_context(s.body, error, alias), in_context(s.orelse, error, alias)), s)]
    return [s]


def raises(statements):
    """Whether a statement, or one in an `if`, raises."""
    return any(
        isinstance(s, gast.Raise) or isinstance(s, gast.If) and (raises(s.body) or raises(s.orelse)) for s in statements
    )


def is_read(h):
    """Whether a handler computes with its exception, rather than to print or raise it."""
    if h.name is None or h.body and binds(h.body[0], h.name.id):
        return False
    return any(
        isinstance(n, gast.Name) and n.id == h.name.id
        for b in h.body
        if not isinstance(b, (gast.Expr, gast.Raise))
        for n in walk(b)
    )


def passes_only_failed(statements, failed):
    """Whether control passes the end of statements only where a failure was marked in the variable `failed`."""
    if not statements:
        return False
    last = statements[-1]
    if isinstance(last, gast.If):
        unless = isinstance(last.test, gast.UnaryOp) and getattr(last.test.operand, 'id', None) == failed
        sides = [last.body] if unless else [last.body, last.orelse]
        return all(passes_only_failed(side, failed) for side in sides)
    if isinstance(last, gast.Try) and len(last.handlers) == 1 and not last.finalbody:
        return all(passes_only_failed(side, failed) for side in (last.handlers[0].body, [*last.body, *last.orelse]))
    marks = isinstance(last, gast.Assign) and getattr(last.targets[0], 'id', None) == failed
    return marks and bool(last.value.value) or isinstance(last, (gast.Return, gast.Raise, gast.Break, gast.Continue))


def instance_of(text, types):
    kinds = types or [name('BaseException')]
    return call('isinstance', name(text), clone(kinds[0]) if len(kinds) == 1 else tuple_of(clone(kinds)))


def without_bare_raise(statements, text):
    """Statements in which `raise` alone names what it raises; the same list where there is none."""
    out = []
    for s in statements:
        if isinstance(s, gast.Raise) and s.exc is None:
            s = gast.copy_location(gast.Raise(gast.copy_location(gast.Name(text, gast.Load(), None, None), s), None), s)
        elif blocks_of(s) and any(isinstance(n, gast.Raise) and n.exc is None for n in walk_here(s)):
            new = s.__class__.__new__(s.__class__)
            new.__dict__.update(s.__dict__)
            for field in ('body', 'orelse', 'finalbody'):
                if isinstance(getattr(s, field, None), list):
                    setattr(new, field, without_bare_raise(getattr(s, field), text))
            same = all(getattr(new, f, None) is getattr(s, f, None) for f in ('body', 'orelse', 'finalbody'))
            s = s if same else new
        out.append(s)
    return statements if all(a is b for a, b in zip(out, statements)) else out


def under_name(text, error, body, h):
    """A handler's body that finds `error` under the name `text`; where it gives that another name only, under that."""
    first, uses = body[0], [n for b in body for n in walk(b) if isinstance(n, gast.Name) and n.id == text]
    if isinstance(first, gast.Assign) and uses == [first.value]:
        return [at(gast.Assign(first.targets, name(error), None), first), *body[1:]]
    return [at(assign(text, name(error)), h), *body]


def with_body(handler, text, body):
    """A handler with another name for what it catches, and another body."""
    made = at(gast.ExceptHandler(handler.type, text, body), handler)
    made.leaves_function = getattr(handler, 'leaves_function', False)
    return made
