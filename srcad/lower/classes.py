"""Classes that are defined in a function: each is made once, and known as what it is.

What its methods capture of the function, and what the class statement computes, become attributes of objects that are
no part of the program; they are written when the function runs, as what lies outside of it is (analysis/outside.py).
"""

import __future__

import collections
import dataclasses
import functools
import types as pytypes

import gast

from srcad.lower.comprehensions import KINDS
from srcad.lower.names import MISSING
from srcad.lower.scopes import Captured, Shared, here, names_of, own
from srcad.parse import Bound, Source, first_line
from srcad.tree import (
    Ours,
    arguments,
    assign,
    assigned_names,
    blocks,
    clone,
    free_names,
    name,
    named_by,
    placed,
    read_names,
    transform,
    walk,
)

SCOPES = (*KINDS, gast.Lambda)
DECORATORS = (property, classmethod, staticmethod, functools.cached_property, functools.wraps)


class Made:
    """A class, its text without what captures variables, and the sources of its methods."""

    def __init__(self, cls, tree, sources):
        self.cls, self.tree, self.sources = cls, tree, sources


def classes(function, means):
    """The name of a class is that of one that is known; what its statement computes is assigned to its attributes.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     class Line:
    ...         slope = 2 * x
    ...         def at(self, t):
    ...             return self.slope * t
    ...     return Line().at(3.0)
    >>> source = parse(f)
    >>> print(to_source(classes(source.tree, Means(source.tree, source))), end='')
    def f(x):
        Line.slope = 2 * x
        return Line().at(3.0)
    """
    function.body = blocks(function.body, lambda s: placed([as_class(s, means) or s], s))
    found = [s for s in here(function) if isinstance(s, gast.ClassDef)]
    looped = {m for s in here(function) if isinstance(s, (gast.For, gast.While)) for m in walk(s)}
    frame = without_classes(function)
    for c in [s for s in walk(function) if isinstance(s, gast.ClassDef)]:
        if c not in found or c in looped or stored(frame).count(c.name) > 1:
            means.refuse(
                'a class in a loop, in a function within the function, or under a name of another: '
                'define it at the top of the file',
                c,
            )
    for c in found:
        made = means.source.inner.get(c.lineno) or make(c, frame, means)
        means.source.inner[c.lineno] = made
        means.source.bound[c.name] = Bound(made.cls, means.source.function.__module__, c.name)

    def without(s):
        if not isinstance(s, gast.ClassDef):
            return [s]
        cls, computed = means.source.inner[s.lineno].cls, computed_in(s)
        attribute = lambda n, ctx: gast.Attribute(Ours(s.name, cls), n, ctx)
        own_name = lambda m: isinstance(m, gast.Name) and m.id in assigned_in(s)
        of_class = lambda m: attribute(m.id, gast.Load()) if own_name(m) else None
        return placed([assign(attribute(n, gast.Store()), transform(v, of_class)) for n, v in computed.items()], s)

    function.body = blocks(function.body, without)
    names = sorted({n for c in found for f in methods(c) for n in captured_by(f, frame)})
    if names:
        function.body = [*placed([Shared(names, Ours('outside', captured_of(means.source)))], function), *function.body]
    return function


def as_class(s, means):
    """`Point = namedtuple('Point', 'x y')` as the statement of a class; None for others."""
    made = s.value if isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Name) else None
    if not isinstance(made, gast.Call) or means(made.func) is not collections.namedtuple or len(s.targets) > 1:
        return None
    given = [e for part in [*made.args, *(k.value for k in made.keywords)] for e in getattr(part, 'elts', [part])]
    if not all(map(is_literal, given)):
        return None
    return gast.ClassDef(s.targets[0].id, [made], [], [gast.Pass()], [], [])


def captured_of(source):
    """What holds the captured variables of a function, for all classes in it."""
    return source.captured.setdefault('all', Captured(source.function))


def without_classes(function):
    """The function with nothing in its classes: what is left are its own names."""
    empty = lambda s: gast.ClassDef(s.name, [], [], [], [], [])
    return transform(function, lambda s: empty(s) if isinstance(s, gast.ClassDef) else None)


def stored(frame):
    """The names that a function binds, each as often as it does."""
    names = [n.id for n in here(frame) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)]
    return names + [n for s in here(frame) for n in named_by(s)] + [a.id for a in arguments(frame)]


def methods(c):
    return [s for s in c.body if isinstance(s, gast.FunctionDef)]


def captured_by(method, frame):
    """The variables of a function that a method in it reads or assigns."""
    classes_ = {c.name for c in here(frame) if isinstance(c, gast.ClassDef)}
    return (free_names(method) | names_of(method, gast.Nonlocal)) & own(frame) - classes_


def computed_in(c):
    """What the statement of a class computes when it runs: the attribute, and its value."""
    defined = {f.name for f in methods(c)}
    out = {}
    for s in c.body:
        if isinstance(s, gast.Assign) and not is_literal(s.value) and getattr(s.value, 'id', None) not in defined:
            out[s.targets[0].id] = clone(s.value)
    return out


def is_literal(node):
    if isinstance(node, gast.Tuple):
        return all(map(is_literal, node.elts))
    return isinstance(node, gast.Constant) or isinstance(node, gast.UnaryOp) and is_literal(node.operand)


def make(c, frame, means):
    """The class of a statement, without what the statement computes."""
    source = means.source
    known = lambda node: source.bound[node.id].value if getattr(node, 'id', None) in source.bound else means(node)
    check(c, known, means)
    inner = {f.name for f in here(frame) if isinstance(f, gast.FunctionDef)}
    others = inner | set(source.function.__code__.co_freevars)
    for f in methods(c):
        read = free_names(f) & others
        if read:
            means.refuse(
                f'a class within a function whose methods read {min(read)} of a function around them: '
                'define it at the top of the file',
                f,
            )
    computed, tree = computed_in(c), clone(c)
    kept = lambda s: not (isinstance(s, gast.Assign) and s.targets[0].id in computed)
    tree.body = [s for s in tree.body if kept(s)] or [gast.Pass()]
    cls = built(tree, c, frame, source)
    found = {}
    for f in functions_of(cls):
        place = f.__name__, f.__code__.co_firstlineno
        node = next((m for m in methods(c) if (m.name, first_line(m)) == place), None)
        if node is not None:
            found[f] = node
    if len(found) != len(methods(c)):
        means.refuse(
            'a class within a function whose methods have decorators of others: '
            'define the class at the top of the file',
            c,
        )
    sources = {f: method_source(f, node, captured_by(node, frame), source) for f, node in found.items()}
    free = {f.name for f in methods(c) if captured_by(f, frame)}
    left = []
    for s in tree.body:
        if isinstance(s, gast.Assign) and getattr(s.value, 'id', None) in free:  # another name for such a method
            free.add(s.targets[0].id)
        elif getattr(s, 'name', None) not in free:
            left.append(s)
    tree.body = left or [gast.Pass()]
    return Made(cls, tree, sources)


def check(c, known, means):
    """Refuse what a class statement does that is not known before it runs."""
    here_ = 'a class within a function that {}: define the class at the top of the file'
    defined = {f.name for f in methods(c)}
    for d in [*c.decorator_list, *c.bases]:
        if known(d.func if isinstance(d, gast.Call) else d) is MISSING:
            means.refuse(here_.format('is not made of known parts'), d)
    if c.keywords:
        means.refuse(here_.format('has a metaclass'), c)
    for k, s in enumerate(c.body):
        if isinstance(s, gast.Assign) and is_read_otherwise(s, c.body[:k], assigned_in(c)):
            means.refuse(here_.format('assigns a name twice, or reads one as only a class does'), s)
        plain = (
            isinstance(s, (gast.FunctionDef, gast.Pass))
            or isinstance(s, gast.Expr) and isinstance(s.value, gast.Constant)
            or isinstance(s, gast.Assign) and len(s.targets) == 1 and isinstance(s.targets[0], gast.Name)
            or isinstance(s, gast.AnnAssign) and (s.value is None or is_literal(s.value) or is_field(s.value, known))
        )
        if not plain:
            means.refuse(here_.format('does more than define methods and attributes'), s)
        if isinstance(s, gast.FunctionDef):
            values = [*s.args.defaults, *(d for d in s.args.kw_defaults if d is not None)]
            if not all(map(is_literal, values)):
                means.refuse(here_.format('computes the default of a parameter'), s)
            for d in s.decorator_list:
                setter = isinstance(d, gast.Attribute) and getattr(d.value, 'id', None) in defined
                if known(d) not in DECORATORS and not setter:
                    means.refuse(here_.format('has decorators of others'), d)


def assigned_in(c):
    """The names that the statement of a class assigns."""
    return assigned_names(*(s for s in c.body if isinstance(s, (gast.Assign, gast.AnnAssign))))


def is_read_otherwise(s, before, names):
    """Whether a class assigns a name again, reads one that it has not assigned yet, or one within a comprehension or a
    lambda, where it means what the function has under it."""
    known = assigned_names(*(b for b in before if isinstance(b, (gast.Assign, gast.AnnAssign))))
    inside = {n for m in walk(s.value) if isinstance(m, SCOPES) for n in read_names(m)}
    return bool(assigned_names(*s.targets) & known or (read_names(s.value) - known | inside) & names)


def is_field(node, known):
    """`dataclasses.field(...)` of what is known before the class statement runs."""
    return (
        isinstance(node, gast.Call)
        and known(node.func) is dataclasses.field
        and not node.args
        and all(is_literal(k.value) or isinstance(known(k.value), type) for k in node.keywords)
    )


def built(tree, c, frame, source):
    """The class that a statement makes, in a function that has what it reads of other functions."""
    given = {n: bound.value for n, bound in source.bound.items() if n != c.name}
    names = sorted({n for f in methods(c) for n in captured_by(f, frame)})
    params = [gast.Name(n, gast.Param(), None, None) for n in [*given, *(n for n in names if n not in given)]]
    args = gast.arguments(params, [], None, [], [], None, [])
    factory = gast.FunctionDef('factory', args, [tree, gast.Return(name(c.name))], [], None, None, [])
    module = gast.gast_to_ast(gast.Module(placed([clone(factory)], c), []))
    flags = source.function.__code__.co_flags & __future__.annotations.compiler_flag
    made = {}
    exec(compile(module, source.filename, 'exec', flags, dont_inherit=True), source.function.__globals__, made)
    cls = made['factory'](*(given.get(p.id) for p in params))
    cls.__qualname__ = f'{source.function.__qualname__}.<locals>.{c.name}'
    return cls


def functions_of(cls):
    """The functions that a class's own attributes are, or hold."""
    for value in vars(cls).values():
        for f in (value, *(getattr(value, part, None) for part in ('fget', 'fset', 'fdel', '__func__', 'func'))):
            if isinstance(f, pytypes.FunctionType):
                yield f


def method_source(f, node, names, source):
    """The source of a method, whose captured variables are attributes."""
    tree = clone(node)
    tree.decorator_list = []
    if names:

        def without(s):
            if isinstance(s, gast.Nonlocal):
                s.names = [n for n in s.names if n not in names]
            return [s] if not isinstance(s, gast.Nonlocal) or s.names else []

        tree.body = blocks(tree.body, without)
        tree.body = [*placed([Shared(sorted(names), Ours('outside', captured_of(source)))], node), *tree.body]
    return Source(f, tree, source.filename, source.lines, source.bound)
