"""Functions that are defined in a function and leave it as values: objects that know the variables they capture."""

import functools
import itertools

import gast

from srcad.lower.comprehensions import KINDS, collected, loop
from srcad.lower.evaluation import is_calm
from srcad.lower.scopes import box, here, own
from srcad.of_objects import is_active
from srcad.by_memory import OWN, Closure, Generator
from srcad.tree import (
    Ours,
    arguments,
    assign,
    blocks,
    call,
    clone,
    constant,
    free_names,
    name,
    own_variables,
    placed,
    transform,
    tuple_of,
    walk,
    walk_here,
)

OF_PARTIAL = ('args', 'keywords', 'func')
METHODS = ('append', 'extend', 'appendleft')  # of lists, that are handed over as values
USING_UP = (sum, list, tuple, sorted, max, min)  # which take all that a generator gives, at once
CACHES = (functools.cache, functools.lru_cache)


def lambdas(function, means):
    """A lambda is a function that is defined before the statement it stands in.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     return apply(lambda v: v * x, 2.0)
    >>> source = parse(f)
    >>> print(to_source(lambdas(source.tree, Means(source.tree, source))), end='')
    def f(x):
        def function(v):
            return v * x
    <BLANKLINE>
        return apply(function, 2.0)
    """

    repeated = {m for s in walk(function) if isinstance(s, (gast.For, gast.While)) for m in walk(s)}

    def rewrite(s):
        if isinstance(s, gast.FunctionDef):
            parts = [s] if s is function else [*default_lambdas(s, means), *undecorated(s, means)]
            return [d for p in parts for d in (rewrite(p) if isinstance(p, gast.Assign) else [p])]
        made, called = [], {n.func for n in walk(s) if isinstance(n, gast.Call)}

        def named(n, stands=None):
            if isinstance(n, gast.ListComp) and holds_function(n, means) and s not in repeated:
                text = means.fresh('items')
                empty, add = collected(text, n, means.fresh)
                lines = [assign(text, empty), *loop(n, add, function, means.fresh, (), stands)]
                made.extend(d for line in placed(lines, n) for d in blocks([line], rewrite))
                return gast.copy_location(name(text), n)
            if (
                isinstance(n, gast.Call)
                and n.args
                and means(n.func) in USING_UP
                and isinstance(n.args[0], gast.GeneratorExp)
            ):
                if holds_function(n.args[0], means) and s not in repeated:
                    whole = gast.copy_location(gast.ListComp(n.args[0].elt, n.args[0].generators), n)
                    return gast.copy_location(gast.Call(n.func, [named(whole, n.args[0]), *n.args[1:]], n.keywords), n)
            if isinstance(n, gast.Call) and means(n.func) is functools.partial and n.args:
                return partial(n, made, means, rewrite)
            if isinstance(n, gast.Attribute) and n.attr in OF_PARTIAL and isinstance(n.value, gast.Call):
                if means(n.value.func) is functools.partial:
                    means.refuse(f'.{n.attr} of a partial function: give what it is given a name', n)
            if isinstance(n, gast.Attribute) and n.attr in METHODS and n not in called:
                return method(n, made, means)
            if isinstance(n, KINDS):
                return with_source(n, transform(n.generators[0].iter, named))
            if isinstance(n, gast.stmt) and n is not s:
                return n
            if not isinstance(n, gast.Lambda):
                return None
            made.append(as_function(n, means))
            return gast.copy_location(name(made[-1].name), n)

        new = transform(s, named)
        return [*(lambdas(d, means) if isinstance(d, gast.FunctionDef) else d for d in made), new]

    function.body = blocks(function.body, rewrite)
    return function


def with_source(comprehension, source):
    """A comprehension that runs over a source, which is evaluated outside of it."""
    first = comprehension.generators[0]
    if source is first.iter:
        return comprehension
    new = clone(comprehension)
    new.generators[0].iter = source
    return new


def holds_function(comprehension, means):
    return any(
        isinstance(n, gast.Lambda) or isinstance(n, gast.Call) and means(n.func) is functools.partial
        for n in walk(comprehension.elt)
    )


def method(node, made, means):
    """`items.append` as a function that knows its list."""
    text, held, item = means.fresh(node.attr), means.fresh('held'), means.fresh('item')
    parameter = lambda p: gast.Name(p, gast.Param(), None, None)
    params = gast.arguments([parameter(item)], [], None, [parameter(held)], [name(held)], None, [])
    body = [gast.Expr(call(gast.Attribute(name(held), node.attr, gast.Load()), name(item)))]
    made.extend(placed([assign(held, node.value), gast.FunctionDef(text, params, body, [], None, None, [])], node))
    return gast.copy_location(name(text), node)


def partial(node, made, means, rewrite):
    """`functools.partial(f, a, k=v)` as a function with what it was given as captured variables."""
    parts = [means.fresh('given') for _ in [*node.args, *node.keywords]]
    given = [assign(p, v) for p, v in zip(parts, [*node.args, *(k.value for k in node.keywords)])]
    made.extend(d for line in placed(given, node) for d in rewrite(line))
    text, more, options = means.fresh('function'), means.fresh('args'), means.fresh('options')
    keywords = [gast.keyword(k.arg, name(p)) for k, p in zip(node.keywords, parts[len(node.args) :])]
    args = [*(name(p) for p in parts[1 : len(node.args)]), gast.Starred(name(more), gast.Load())]
    called = gast.Call(name(parts[0]), args, [*keywords, gast.keyword(None, name(options))])
    called.overrides = True  # what it is called with takes the place of what it was given
    parameter = lambda p: gast.Name(p, gast.Param(), None, None)
    kept = [name(p) for p in parts]  # as they are now, even if this stands in a loop
    params = gast.arguments([], [], parameter(more), [parameter(p) for p in parts], kept, parameter(options), [])
    made.extend(placed([gast.FunctionDef(text, params, [gast.Return(called)], [], None, None, [])], node))
    made[-1].stands_for = functools.partial
    return gast.copy_location(name(text), node)


def undecorated(f, means):
    """`@d` above an inner function: `f = d(f)` below it; functools.wraps changes nothing that is computed."""
    decorators = [d for d in f.decorator_list if not (isinstance(d, gast.Call) and means(d.func) is functools.wraps)]
    f.decorator_list = []
    if len(decorators) == 1 and is_cache(decorators[0], means):
        return cached(f, decorators[0], means)
    if not decorators:
        return [f]
    first = []
    if not all(d is None or is_calm(d, means) for d in (*f.args.defaults, *f.args.kw_defaults)):  # decorators come before
        texts = [means.fresh('decorator') for _ in decorators]
        first, decorators = [assign(t, d) for t, d in zip(texts, decorators)], [name(t) for t in texts]
    text = f.name
    f.name = means.fresh(f'{text}_plain')
    value = name(f.name)
    for d in reversed(decorators):
        value = call(d, value)
    return [*placed(first, f), f, *placed([assign(text, value)], f)]


def is_cache(d, means):
    return means(d) in CACHES or isinstance(d, gast.Call) and means(d.func) is functools.lru_cache


def forgets(decorator, means):
    """Whether `@lru_cache(...)` keeps less than it does by itself, or tells more apart."""
    given = dict(zip(('maxsize', 'typed'), decorator.args)) | {k.arg: k.value for k in decorator.keywords}
    size = given.pop('maxsize', constant(None))
    plenty = isinstance(size, gast.Constant) and (size.value is None or size.value >= 128)
    return not plenty or any(getattr(v, 'value', True) for v in given.values())


def cached(f, decorator, means):
    """`@functools.cache` above an inner function: a dict of its results; what is forgotten would be the same again."""
    a = f.args
    if isinstance(decorator, gast.Call) and forgets(decorator, means):
        means.refuse('a cache that forgets: give it maxsize=None', decorator)
    if any(isinstance(n, gast.Call) and getattr(n.func, 'id', None) == f.name and n.keywords for n in walk(means.tree)):
        means.refuse('a cached function that is called by the names of its parameters, which it keeps apart', decorator)
    if a.vararg or a.kwarg or a.kwonlyargs or a.defaults:
        means.refuse('a cache of a function with these parameters: give it positional ones without defaults', decorator)
    plain, table = means.fresh(f'{f.name}_plain'), means.fresh(f'{f.name}_cache')
    params = [p.id for p in arguments(f)]
    key = tuple_of([name(p) for p in params]) if len(params) != 1 else name(params[0])
    item = lambda ctx: gast.Subscript(name(table), clone(key), ctx)
    store = gast.Assign([item(gast.Store())], call(plain, *map(name, params)), None)
    lines = [
        gast.If(call(Ours('is_active', is_active), clone(key)), [gast.Return(call(plain, *map(name, params)))], []),
        gast.If(gast.Compare(clone(key), [gast.NotIn()], [name(table)]), [store], []),
        gast.Return(item(gast.Load())),
    ]
    outer = gast.FunctionDef(f.name, clone(a), lines, [], None, None, [])
    f.name = plain
    return placed([assign(table, gast.Dict([], [])), f, outer], decorator)


def as_function(n, means):
    """A lambda as a function with a name."""
    (made,) = placed([gast.FunctionDef(means.fresh('function'), n.args, [gast.Return(n.body)], [], None, None, [])], n)
    made.path = getattr(n, 'path', None)
    return made


def default_lambdas(s, means):
    """The functions that stand for lambdas among the defaults of a function, which is given their names."""
    made = []
    for group in (s.args.defaults, s.args.kw_defaults):
        for k, d in enumerate(group):
            if isinstance(d, gast.Lambda):
                made.append(as_function(d, means))
                group[k] = gast.copy_location(name(made[-1].name), d)
    return made


def defaults(function, means):
    """A default that is computed where a function is defined gets a name there.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     def g(v, k=2 * x):
    ...         return v * k
    ...     return g(x)
    >>> source = parse(f)
    >>> print(to_source(defaults(source.tree, Means(source.tree, source))), end='')
    def f(x):
        k_default = 2 * x
    <BLANKLINE>
        def g(v, k=k_default):
            return v * k
    <BLANKLINE>
        return g(x)
    """

    def rewrite(s):
        if not isinstance(s, gast.FunctionDef) or s is function:
            return [s]
        made, a = [], s.args
        params = [*a.posonlyargs, *a.args]
        for group, names in ((a.defaults, params[len(params) - len(a.defaults) :]), (a.kw_defaults, a.kwonlyargs)):
            for k, (d, p) in enumerate(zip(group, names)):
                if d is not None and not isinstance(d, gast.Constant):
                    text = means.fresh(f'{p.id}_default')
                    made.append(assign(text, d))
                    group[k] = gast.copy_location(name(text), d)
                    group[k].once = True
        return [*placed(made, s), s]

    function.body = blocks(function.body, rewrite)
    return function


def closures(function, means):
    """A function that is used as a value is an object with the variables it captures; those that change are boxed.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     def g(v):
    ...         return v * x
    ...     return apply(g, 2.0)
    >>> source = parse(f)
    >>> print(to_source(closures(source.tree, Means(source.tree, source))), end='')
    def f(x):
        def g(v):
            return v * x
    <BLANKLINE>
        g_object = Closure('f.g', g, x=x)
        return apply(g_object, 2.0)
    """
    changing = known_to_themselves(function, means)
    visit(function, [], changing, None)
    if changing:
        box(function, changing, means)
    visit(function, [], None, means)
    return function


def known_to_themselves(function, means):
    """Names for functions that are values in their own text, or in that of one before: {function around: names}."""
    out = {}
    for outer in [f for f in walk(function) if isinstance(f, gast.FunctionDef)]:
        inner = [f for f in here(outer) if isinstance(f, gast.FunctionDef)]
        for k, f in enumerate(inner):
            early = inner[: k + 1]
            called = {n.func for e in early for n in walk(e) if isinstance(n, gast.Call)}
            is_value = lambda n: isinstance(n, gast.Name) and n.id == f.name and n not in called
            if sum(g.name == f.name for g in inner) > 1 or not any(is_value(n) for e in early for n in walk(e)):
                continue
            text = means.fresh(f'{f.name}_itself')
            put = lambda n: gast.copy_location(name(text), n) if is_value(n) else None
            for e in early:
                e.body = [transform(s, put) for s in e.body]
            outer.body = blocks(outer.body, lambda s: [s, *placed([assign(text, name(f.name))], s)] if s is f else [s])
            out.setdefault(outer, set()).add(text)
    return out


def visit(function, around, changing, means):
    """Every function in a function: collect what must be boxed, or else make objects."""
    outer = [function, *around]
    inner = [f for f in here(function) if isinstance(f, gast.FunctionDef)]
    for f in inner:
        visit(f, outer, changing, means)
    several, defined = names_of_several(function), {}
    for o in reversed(outer):
        once = {f.name: f for f in here(o) if isinstance(f, gast.FunctionDef) and f.name not in names_of_several(o)}
        defined = {n: f for n, f in defined.items() if n not in own(o)} | once
    for f in inner:
        if f.name not in several and not escapes(f, function):
            continue
        locals_of = {n: o for o in reversed(outer) for n in own(o)}  # objects of functions before among them
        names = captured(f, defined, locals_of)
        if changing is not None:
            for n in names:
                if changes(n, locals_of[n], f):
                    changing.setdefault(locals_of[n], set()).add(n)
        elif any(generator_of(s, f) for s in function.body):
            capture(f, function, names, means)
        elif f.name in several:
            one_of_several(f, function, names, means)
        else:
            make_object(f, function, names, means)


def names_of_several(function):
    """The names that a function gives to one function and to another, or to something else."""
    text = [f.name for f in here(function) if isinstance(f, gast.FunctionDef)]
    assigned = {n.id for n in here(function) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)}
    return {n for n in text if text.count(n) > 1 or n in assigned | {a.id for a in arguments(function)}}


def escapes(f, function):
    """Whether a function is used other than by calling it."""
    called = {n.func for n in walk(function) if isinstance(n, gast.Call)}
    return any(
        isinstance(n, gast.Name) and n.id == f.name and isinstance(n.ctx, gast.Load) and n not in called
        for n in walk(function)
    )


def captured(f, defined, locals_of, seen=()):
    """The variables of functions around it that a function reads, also through those that it calls."""
    out = []
    once = [d.id for d in [*f.args.defaults, *f.args.kw_defaults] if isinstance(d, gast.Name)]
    for n in sorted({*free_names(f), *once}):
        if n in defined and n not in seen:
            out += [m for m in captured(defined[n], defined, locals_of, (*seen, n, f.name)) if m not in out]
        elif n in locals_of and n not in defined and n not in out:
            out.append(n)
    return out


def changes(n, function, f):
    """Whether a variable of a function may mean something else after it was captured by a function in it."""
    if n.endswith('_default') or is_settled(n, function, f):
        return False
    in_loops = {m for s in walk_here(function) if isinstance(s, (gast.For, gast.While)) for m in walk(s)}
    stores = [
        m
        for s in function.body
        for m in walk_here(s)
        if isinstance(m, gast.Name) and m.id == n and not isinstance(m.ctx, gast.Load)
    ]
    params = n in {a.id for a in walk(function.args) if isinstance(a, gast.Name)}
    known = {m for s in itertools.takewhile(lambda s: not any(m is f for m in walk(s)), function.body) for m in walk(s)}
    later = any(m not in known for m in stores)
    return later or len(stores) + params > 1 or any(m in in_loops for m in stores)


def is_settled(n, function, f):
    """Whether all that assigns a variable stands before the definition that captures it."""
    before = list(itertools.takewhile(lambda s: s is not f, function.body))
    stores = lambda m: isinstance(m, gast.Name) and m.id == n and not isinstance(m.ctx, gast.Load)
    later = [m for s in function.body[len(before) :] for m in walk(s)]
    from_within = any(isinstance(m, gast.Nonlocal) and n in m.names for m in walk(function))
    return f in function.body and not from_within and not any(map(stores, later))


def one_of_several(f, function, names, means):
    """A name that two definitions share is a variable."""
    text, f.name = f.name, means.fresh(f.name)
    made = call(Ours('Closure', Closure), constant(told_by(f, function, means)), name(f.name))
    made.keywords = [gast.keyword(n, name(n)) for n in names if n != text]

    def rewrite(s):
        return [s, *placed([assign(text, made)], s)] if s is f else [s]

    function.body = blocks(function.body, rewrite)


def told_by(f, function, means):
    """The text by which a function is told from others that have its name: `make_adder.f`, `Value.__add__.back`."""
    home = means.home
    f.told = f'{home}.{f.name}' if '.' in home and home.endswith(function.name) else f'{function.name}.{f.name}'
    return f.told


def generator_of(s, f):
    """The call that makes a generator of a function."""
    made = s.value if isinstance(s, gast.Assign) else None
    is_one = isinstance(made, gast.Call) and isinstance(made.func, Ours) and made.func.value_of is Generator
    return made if is_one and made.args[1].id == f.name else None


def capture(f, function, names, means):
    """The variables that a generator captures are among its attributes."""
    made = next(filter(None, (generator_of(s, f) for s in function.body)))
    clash = (own_variables(f) | OWN) & set(names)
    if clash:
        means.refuse(f'a generator that knows {min(clash)} of the function around it: use another name', function)
    made.keywords += [gast.keyword(n, name(n)) for n in names if n not in {k.arg for k in made.keywords}]


def make_object(f, function, names, means):
    text = means.fresh(f'{f.name}_object')
    called = {n.func for n in walk(function) if isinstance(n, gast.Call)}

    for n in walk(function):  # in place: the other definitions stay the nodes that they are
        if isinstance(n, gast.Name) and n.id == f.name and isinstance(n.ctx, gast.Load) and n not in called:
            n.id = text
    made = call(Ours('Closure', Closure), constant(told_by(f, function, means)), name(f.name))
    made.keywords = [gast.keyword(n, name(n)) for n in names]

    def rewrite(s):
        return [s, *placed([assign(text, made)], s)] if s is f else [s]

    function.body = blocks(function.body, rewrite)
