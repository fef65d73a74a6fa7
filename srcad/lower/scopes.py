"""`nonlocal`: variables that two functions assign are attributes of an object."""

import gast

from srcad.lower.comprehensions import KINDS, targets_of
from srcad.runtime import Scope
from srcad.tree import FUNCTIONS, arguments, assign, blocks, call, children, name, named_by, placed, transform, walk


def scopes(function, means):
    """A variable that an inner function assigns with `nonlocal` is an attribute of an object that both know.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     total = 0.0
    ...     def add(a):
    ...         nonlocal total
    ...         total = total + a
    ...     add(x)
    ...     return total
    >>> source = parse(f)
    >>> print(to_source(scopes(source.tree, Means(source.tree, source))), end='')
    def f(x):
        scope = Scope()
        scope.total = 0.0
    <BLANKLINE>
        def add(a):
            scope.total = scope.total + a
    <BLANKLINE>
        add(x)
        return scope.total
    """
    boxed = {}
    collect(function, [], boxed)
    if boxed:
        box(function, boxed, means)
    return function


def box(function, boxed, means):
    """Make variables attributes of objects; `boxed` says which of each function."""
    texts = {f: means.fresh('scope') for f in boxed}
    body(function, {}, boxed, texts, means)
    known = set().union(*boxed.values())

    def without(s):
        if isinstance(s, gast.Nonlocal):
            s.names = [n for n in s.names if n not in known]
        return [] if isinstance(s, gast.Nonlocal) and not s.names else [s]

    function.body = blocks(function.body, without)


def collect(function, around, boxed):
    """For each function the variables of its own that functions in it assign."""
    for f in here(function):
        if isinstance(f, gast.FunctionDef):
            for n in declared(f) & bound(f):
                owner = next((o for o in [function, *around] if n in own(o)), None)
                if owner is not None:
                    boxed.setdefault(owner, set()).add(n)
            collect(f, [function, *around], boxed)


def here(function):
    """The nodes of a function's body, with the functions right below it, but nothing in those."""
    todo = list(function.body)[::-1]
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, FUNCTIONS):
            todo += children(node)[::-1]


def declared(function):
    return {n for s in here(function) if isinstance(s, gast.Nonlocal) for n in s.names}


def bound(function):
    """The names that a function's statements assign, but for the variables of comprehensions."""
    inside = {t for c in here(function) if isinstance(c, KINDS) for g in c.generators for t in walk(g.target)}
    out = {a.id for a in arguments(function)}
    for n in here(function):
        out |= named_by(n)
        if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load) and n not in inside:
            out.add(n.id)
    return out


def own(function):
    return bound(function) - declared(function)


def body(function, env, boxed, texts, means):
    """Rewrite a function's body; `env` says which names are attributes, and of what."""
    local = own(function)
    mine = boxed.get(function, set())
    env = {n: text for n, text in env.items() if n not in local}
    env |= {n: texts[function] for n in mine}
    for n in here(function):
        text = next(iter(named_by(n) & set(env)), None) if isinstance(n, (gast.FunctionDef, gast.ClassDef)) else None
        if isinstance(n, gast.ExceptHandler) and isinstance(n.name, gast.Name) and n.name.id in env:
            text = n.name.id
        if text is not None:
            means.refuse(f'nonlocal {text}, which is the name of a function or of an error: give it another name', n)
    start = []
    if mine:
        start = [assign(texts[function], call(means.bind(Scope)))]
        params = [a.id for a in arguments(function) if a.id in mine]
        start += [gast.Assign([attribute(texts[function], n, gast.Store())], name(n), None) for n in params]
    statements = [transform(s, lambda n: attributes(n, env, boxed, texts, means)) for s in function.body]
    first = isinstance(statements[0], gast.Expr) and isinstance(statements[0].value, gast.Constant)  # a docstring
    function.body = [*statements[:first], *placed(start, function), *statements[first:]]


def attributes(node, env, boxed, texts, means):
    """What stands for a node in a function where `env` holds, or None if nothing of it changes by itself."""
    if isinstance(node, gast.Name) and node.id in env:
        return placed([attribute(env[node.id], node.id, node.ctx)], node)[0]
    if isinstance(node, gast.FunctionDef):
        node.args = transform_defaults(node.args, lambda n: attributes(n, env, boxed, texts, means))
        body(node, env, boxed, texts, means)
        return node
    hidden = {a.id for a in arguments(node)} if isinstance(node, gast.Lambda) else set()
    if isinstance(node, KINDS):
        hidden = targets_of(node)
    if hidden & set(env):
        inner = {n: text for n, text in env.items() if n not in hidden}
        if isinstance(node, KINDS):
            first = transform(node.generators[0].iter, lambda n: attributes(n, env, boxed, texts, means))
            node.generators[0].iter = first
            return transform(
                node,
                lambda n: n if n is first else attributes(n, inner, boxed, texts, means) if n is not node else None,
            )
        node.args = transform_defaults(node.args, lambda n: attributes(n, env, boxed, texts, means))
        node.body = transform(node.body, lambda n: attributes(n, inner, boxed, texts, means))
        return node
    return None


def transform_defaults(args, f):
    args.defaults = [transform(d, f) for d in args.defaults]
    args.kw_defaults = [d and transform(d, f) for d in args.kw_defaults]
    return args


def attribute(text, attr, ctx):
    return gast.Attribute(name(text), attr, ctx)
