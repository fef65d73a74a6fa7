"""`nonlocal` and `global`: variables that are assigned elsewhere than where they belong are attributes of an object."""

import gast

from srcad.lower.comprehensions import KINDS, targets_of
from srcad.runtime import Scope
from srcad.tree import (
    FUNCTIONS,
    Ours,
    arguments,
    assign,
    blocks,
    call,
    children,
    clone,
    name,
    named_by,
    placed,
    stored_names,
    target,
    transform,
    walk,
)


class Variables:
    """The variables of others that a function assigns: those of its module, and of functions around it that have run.

    >>> from srcad.parse import parse
    >>> def f(x):
    ...     return len(x)
    >>> Variables(parse(f)).len is len
    True
    """

    def __init__(self, source):
        self.source = source

    def __getattr__(self, name):
        value = self.source.meaning(name, self)
        if value is self:
            raise AttributeError(name)
        return value


class Captured:
    """The variables of a function that the methods of classes in it capture."""

    def __init__(self, function):
        self.function = function


class Shared(gast.Global):
    """As `global`: names that are attributes of `owner` in all of a function."""

    def __init__(self, names, owner):
        super().__init__(names)
        self.owner = owner


def only_read(function, means):
    """Inner functions without `nonlocal` of names that they do not assign.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     xs = []
    ...     def add(a):
    ...         nonlocal xs
    ...         xs.append(a)
    ...     add(x)
    ...     return xs[0]
    >>> source = parse(f)
    >>> print(to_source(only_read(source.tree, Means(source.tree, source))), end='')
    def f(x):
        xs = []
    <BLANKLINE>
        def add(a):
            xs.append(a)
    <BLANKLINE>
        add(x)
        return xs[0]
    """
    for f in [f for f in walk(function) if isinstance(f, gast.FunctionDef)]:
        stored = set().union(*(stored_names(inner) for inner in walk(f) if isinstance(inner, gast.FunctionDef)))
        for s in f.body:
            if isinstance(s, gast.Nonlocal):
                s.names = [n for n in s.names if n in stored]
        f.body = [s for s in f.body if not isinstance(s, gast.Nonlocal) or s.names]
    return function


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
    boxed, others = {}, {}
    collect(function, [], boxed, others, means.source)
    if boxed or any(others.values()):
        box(function, boxed, means, others)
    function.body = blocks(function.body, lambda s: [] if isinstance(s, gast.Global) else [s])
    return function


def box(function, boxed, means, others=()):
    """Make variables attributes of objects; `boxed` says which of each function, `others` which are none's."""
    texts = {f: means.fresh('scope') for f in boxed}
    body(function, {}, boxed, texts, means, dict(others))
    known = set().union(*boxed.values(), *dict(others).values())

    def without(s):
        if isinstance(s, gast.Nonlocal):
            s.names = [n for n in s.names if n not in known]
        return [] if isinstance(s, gast.Nonlocal) and not s.names else [s]

    function.body = blocks(function.body, without)


def collect(function, around, boxed, others, source):
    """For each function the variables of its own that functions in it assign, and those of others that it assigns."""
    assigned, known = bound(function), others.setdefault(function, {})
    for s in here(function):
        known.update({n: s.owner for n in s.names} if isinstance(s, Shared) else {})
    for n in declared(function) - known.keys():
        owner = next((o for o in around if n in own(o)), None)
        outside = Ours('outside', Variables(source))
        if n in names_of(function, gast.Global):
            known.update({n: outside} if n in assigned or owner is not None else {})
        elif n in assigned and owner is not None:
            boxed.setdefault(owner, set()).add(n)
        elif n in assigned and n in source.function.__code__.co_freevars:
            known[n] = outside
    for f in here(function):
        if isinstance(f, gast.FunctionDef):
            collect(f, [function, *around], boxed, others, source)


def here(function):
    """The nodes of a function's body, with the functions right below it, but nothing in those."""
    todo = list(function.body)[::-1]
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, FUNCTIONS):
            todo += children(node)[::-1]


def declared(function):
    return names_of(function, (gast.Nonlocal, gast.Global))


def names_of(function, kinds):
    return {n for s in here(function) if isinstance(s, kinds) for n in s.names}


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


def body(function, env, boxed, texts, means, others):
    """Rewrite a function's body; `env` says which names are attributes, and of what."""
    local = own(function)
    mine = boxed.get(function, set())
    env = {n: of for n, of in env.items() if n not in local}
    env |= {n: name(texts[function]) for n in mine}
    env |= others.get(function, {})
    for n in here(function):
        text = next(iter(named_by(n) & set(env)), None) if isinstance(n, (gast.FunctionDef, gast.ClassDef)) else None
        if isinstance(n, gast.ExceptHandler) and isinstance(n.name, gast.Name) and n.name.id in env:
            text = n.name.id
        if text is not None:
            word = 'nonlocal' if text not in names_of(function, gast.Global) else 'global'
            means.refuse(f'{word} {text}, which is the name of a function or of an error: give it another name', n)
    for loop in (n for n in here(function) if isinstance(n, gast.For)):
        count_by_names(loop, env, means)
    start = [assign(texts[function], call(means.bind(Scope)))] if mine else []
    params = [a.id for a in arguments(function) if a.id in mine or a.id in others.get(function, ())]
    start += [gast.Assign([attribute(env[n], n, gast.Store())], name(n), None) for n in params]
    statements = [transform(s, lambda n: attributes(n, env, boxed, texts, means, others)) for s in function.body]
    first = isinstance(statements[0], gast.Expr) and isinstance(statements[0].value, gast.Constant)  # a docstring
    function.body = [*statements[:first], *placed(start, function), *statements[first:]]


def count_by_names(loop, env, means):
    """A loop whose variables become attributes counts in others, which are assigned to them."""
    counted = {n.id for n in walk(loop.target) if isinstance(n, gast.Name) and n.id in env and not isinstance(n.ctx, gast.Load)}
    texts = {n: means.fresh(n) for n in sorted(counted)}
    renamed = lambda n: target(texts[n.id]) if isinstance(n, gast.Name) and n.id in texts else None
    loop.target = placed([transform(loop.target, renamed)], loop.target)[0]
    loop.body[:0] = placed([assign(n, name(text)) for n, text in texts.items()], loop)


def attributes(node, env, boxed, texts, means, others):
    """What stands for a node in a function where `env` holds, or None if nothing of it changes by itself."""
    if isinstance(node, gast.Name) and node.id in env:
        return placed([attribute(env[node.id], node.id, node.ctx)], node)[0]
    if isinstance(node, gast.FunctionDef):
        node.args = transform_defaults(node.args, lambda n: attributes(n, env, boxed, texts, means, others))
        body(node, env, boxed, texts, means, others)
        return node
    hidden = {a.id for a in arguments(node)} if isinstance(node, gast.Lambda) else set()
    if isinstance(node, KINDS):
        hidden = targets_of(node)
    if hidden & set(env):
        inner = {n: of for n, of in env.items() if n not in hidden}
        if isinstance(node, KINDS):
            first = transform(node.generators[0].iter, lambda n: attributes(n, env, boxed, texts, means, others))
            node.generators[0].iter = first
            return transform(
                node,
                lambda n: (
                    n if n is first else attributes(n, inner, boxed, texts, means, others) if n is not node else None
                ),
            )
        node.args = transform_defaults(node.args, lambda n: attributes(n, env, boxed, texts, means, others))
        node.body = transform(node.body, lambda n: attributes(n, inner, boxed, texts, means, others))
        return node
    return None


def transform_defaults(args, f):
    args.defaults = [transform(d, f) for d in args.defaults]
    args.kw_defaults = [d and transform(d, f) for d in args.kw_defaults]
    return args


def attribute(of, attr, ctx):
    return gast.Attribute(clone(of), attr, ctx)
