"""Attributes by name: `getattr(o, 'x')` is `o.x`, `setattr(o, 'x', v)` is an assignment."""

import inspect
from types import ModuleType

import gast

from srcad.of_objects import set_own
from srcad.by_memory import LIBRARIES
from srcad.lower.evaluation import asks_objects, is_atom, is_calm, is_in
from srcad.lower.lazy import makes_generator
from srcad.lower.template import statements
from srcad.tree import Ours, assign, blocks, call, clone, name, placed, target, transform


SETTERS = (setattr, object.__setattr__)


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
        if isinstance(s, gast.Expr) and is_set_late(s.value, means):
            first, args = [], s.value.args
            for k, text in enumerate(('owner', 'key')):
                if not is_atom(args[k]):
                    first.append(assign(means.fresh(text), args[k]))
                    args[k] = name(first[-1].targets[0].id)
            return [*placed(first, s), *rewrite(s)]
        if isinstance(s, gast.Expr) and is_call(s.value, setattr, 3, means):
            owner, key, value = s.value.args
            to = gast.copy_location(gast.Attribute(transform(owner, read), key.value, gast.Store()), s)
            return [gast.copy_location(gast.Assign([to], transform(value, read), None), s)]
        if is_put(s, means):
            return placed([transform(t, read) for t in put(s, means)], s)
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


def is_set_late(node, means):
    """Whether `setattr(e, name, value)` has a value that may change what e and the name are, which come first."""
    if not isinstance(node, gast.Call) or not is_in(means(node.func), SETTERS) or len(node.args) != 3 or node.keywords:
        return False
    owner, key, value = node.args
    return not (is_atom(owner) and is_atom(key)) and not (is_calm(value, means) and not asks_objects(value, means))


def is_put(s, means):
    """Whether a statement is `o.__dict__[key] = value`."""
    to = s.targets[0] if isinstance(s, gast.Assign) and len(s.targets) == 1 else None
    if not isinstance(to, gast.Subscript):
        return False
    of_vars = isinstance(to.value, gast.Call) and means(to.value.func) is vars and len(to.value.args) == 1
    named = is_dict_of_name(to.value) or of_vars and isinstance(to.value.args[0], gast.Name)
    return named and means(name('setattr')) is setattr


def put(s, means):
    """The same as an attribute that is set; the value comes first."""
    (to,), out, value = s.targets, [], s.value
    if not is_atom(value):
        text = means.fresh('value')
        out, value = [assign(text, value)], name(text)
    owner = to.value.value if is_dict_of_name(to.value) else to.value.args[0]
    return [*out, gast.Expr(call(Ours('set_own', set_own), owner, to.slice, value))]


def is_dict_of_name(node):
    return isinstance(node, gast.Attribute) and node.attr == '__dict__' and isinstance(node.value, gast.Name)


def is_update(node):
    """Whether an expression is `o.__dict__.update(options, a=x)`."""
    f = getattr(node, 'func', None)
    return (
        isinstance(f, gast.Attribute)
        and f.attr == 'update'
        and is_dict_of_name(f.value)
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
        text = 'for key, value in options.items():\n    put(me, key, value)'
        out += statements(text, key=key, value=value, options=options, me=me, put=Ours('set_own', set_own))
    to = [gast.Attribute(clone(me), k.arg, gast.Store()) for k in node.keywords]
    for t in to:
        t.frozen = t.into_dict = True
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
    return view and not node.args or known or makes_generator(node.func, means)


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
