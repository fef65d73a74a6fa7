"""Attributes by name: `getattr(o, 'x')` is `o.x`, `setattr(o, 'x', v)` is an assignment."""

import inspect
from types import ModuleType

import gast

from srcad.by_memory import LIBRARIES
from srcad.lower.evaluation import asks_objects, is_calm
from srcad.lower.template import statements
from srcad.tree import assign, blocks, call, clone, name, placed, target, transform, walk, walk_here


def attributes(function, means):
    """What is read or set under a name that is written there.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(o, x):
    ...     setattr(o, 'x', x)
    ...     return getattr(o, 'x')
    >>> source = parse(f)
    >>> print(to_source(attributes(source.tree, Means(source.tree, source))), end='')
    def f(o, x):
        o.x = x
        return o.x
    """

    def read(n):
        if isinstance(n, gast.List):  # becomes loops over what stands behind its stars
            return gast.copy_location(gast.List([shown(e) for e in n.elts], n.ctx), n)
        if isinstance(n, gast.Starred) and isinstance(n.value, gast.GeneratorExp):  # `f(*(...))`: all are made first
            made = gast.copy_location(gast.ListComp(transform(n.value.elt, read), n.value.generators), n.value)
            return gast.copy_location(gast.Starred(made, n.ctx), n)
        if isinstance(n, gast.Starred) and is_iterator(n.value, means):  # `f(*reversed(xs))`: of a list
            made = gast.copy_location(call('list', transform(n.value, read)), n.value)
            return gast.copy_location(gast.Starred(made, n.ctx), n)
        if isinstance(n, gast.IfExp) and of_module(n.test, means) is not None:
            return transform(n.body if of_module(n.test, means) else n.orelse, read)
        if isinstance(n, gast.Lambda):  # no statement can stand before what it computes
            return transform(n, lambda m: None if m is n or is_call(m, getattr, 3, means) else read(m))
        if is_call(n, getattr, 3, means):
            return asked_once(transform(n, lambda m: None if m is n else read(m)), means)
        if is_call(n, getattr, 2, means):
            owner = transform(n.args[0], read)
            return gast.copy_location(gast.Attribute(owner, n.args[1].value, gast.Load()), n)
        return None

    def shown(e):
        if isinstance(e, gast.Starred) and isinstance(e.value, gast.Call) and means(e.value.func) not in (map, filter):
            return gast.copy_location(gast.Starred(transform(e.value, read), e.ctx), e)
        return transform(e, read)

    def rewrite(s):
        if isinstance(s, gast.Expr) and is_call(s.value, setattr, 3, means):
            owner, key, value = s.value.args
            to = gast.copy_location(gast.Attribute(transform(owner, read), key.value, gast.Store()), s)
            return [gast.copy_location(gast.Assign([to], transform(value, read), None), s)]
        if isinstance(s, gast.Expr) and is_update(s.value):
            return placed(updated(s.value, means), s)
        if isinstance(s, gast.If) and of_module(s.test, means) is not None:
            return s.body if of_module(s.test, means) else s.orelse
        return [s if hasattr(s, 'body') else transform(s, read)]

    function.body = blocks(function.body, rewrite)
    return function


def asked_once(node, means):
    """`getattr(e, 'x', d)` with names for what acts: e is asked twice, and d not always, in what it becomes."""
    owner, key, default = node.args
    if not isinstance(owner, gast.Name) and (not is_calm(owner, means) or asks_objects(owner, means)):
        owner = gast.NamedExpr(target(means.fresh('owner')), owner)
    if not is_calm(default, means) or asks_objects(default, means):
        default = gast.NamedExpr(target(means.fresh('default')), default)
    node.args = [owner, key, default]
    return node


def of_module(test, means):
    """What `hasattr(np, 'trapezoid')` says; None of other tests: a module of the program may get it later."""
    module = means(test.args[0]) if is_call(test, hasattr, 2, means) else None
    known = isinstance(module, ModuleType) and module.__name__.split('.')[0] in LIBRARIES
    return hasattr(module, test.args[1].value) if known else None


def is_update(node):
    """Whether an expression is `o.__dict__.update(options, a=x)`."""
    f = getattr(node, 'func', None)
    owner = f.value if isinstance(f, gast.Attribute) and f.attr == 'update' else None
    return (
        isinstance(owner, gast.Attribute)
        and owner.attr == '__dict__'
        and isinstance(owner.value, gast.Name)
        and all(isinstance(a, (gast.Name, gast.DictComp)) for a in node.args)
        and len(node.args) + bool(node.keywords) == 1
        and all(k.arg is not None for k in node.keywords)
    )


def updated(node, means):
    """The same as attributes that are set."""
    me, out = node.func.value.value, []
    for options in node.args:
        if not isinstance(options, gast.Name):
            text = means.fresh('options')
            out.append(assign(text, options))
            options = name(text)
        key, value = means.fresh('key'), means.fresh('value')
        text = 'for key, value in options.items():\n    setattr(me, key, value)'
        out += statements(text, key=key, value=value, options=options, me=me)
        out[-1].body[0].value.into_dict = True  # past what the class says of the name
    to = [gast.Attribute(clone(me), k.arg, gast.Store()) for k in node.keywords]
    for t in to:
        t.into_dict = True
    values = [k.value for k in node.keywords]
    if len(to) == 1:
        out.append(gast.Assign(to, values[0], None))
    elif to:  # all values are worked out before the first is set
        out.append(gast.Assign([gast.Tuple(to, gast.Store())], gast.Tuple(values, gast.Load()), None))
    return out


def is_iterator(node, means):
    """Whether a value can only be run over: that of `map(f, xs)`, `d.values()`, a generator's."""
    if not isinstance(node, gast.Call) or means(name('list')) is not list:
        return False
    view = isinstance(node.func, gast.Attribute) and node.func.attr in ('items', 'keys', 'values')
    f = means(node.func)
    known = any(f is g for g in (map, filter, zip, reversed, enumerate)) or inspect.isgeneratorfunction(f)
    return view and not node.args or known or makes_generator(node.func, means.tree)


def makes_generator(func, tree):
    """Whether a name means a generator that the function defines."""
    made = [n for n in walk(tree) if isinstance(n, gast.FunctionDef) and n.name == getattr(func, 'id', None)]
    return bool(made) and all(any(isinstance(m, (gast.Yield, gast.YieldFrom)) for m in walk_here(f)) for f in made)


def is_call(node, f, count, means):
    return (
        isinstance(node, gast.Call)
        and len(node.args) == count
        and not node.keywords
        and isinstance(node.args[1], gast.Constant)
        and isinstance(node.args[1].value, str)
        and node.args[1].value.isidentifier()
        and means(node.func) is f
    )
