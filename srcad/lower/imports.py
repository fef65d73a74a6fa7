"""Imports within a function: their names stand for what is imported; those that mean more than that are assigned it."""

import importlib
import sys
from types import ModuleType

import gast

from srcad.lower.exits import exits
from srcad.lower.matches import matches
from srcad.lower.names import MISSING, Means
from srcad.parse import Bound
from srcad.tree import (
    FUNCTIONS,
    Ours,
    arguments,
    assign,
    blocks,
    call,
    clone,
    constant,
    name,
    named_by,
    placed,
    transform,
    walk,
    walk_here,
)

IMPORTS = (gast.Import, gast.ImportFrom)


def imports(function, means):
    """Names of imports are those of objects that are known; the imports go.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     import math as m
    ...     from math import sin
    ...     return m.exp(sin(x))
    >>> source = parse(f)
    >>> print(to_source(imports(source.tree, Means(source.tree, source))), end='')
    def f(x):
        return m.exp(sin(x))
    >>> sorted(source.bound)
    ['m', 'sin']
    """
    if any(isinstance(n, gast.Try) for n in walk(function)):
        function = exits(without_failing(function, means), means)
    meant = {(s, a): (scope, *imported(means, s, a)) for scope in scopes(function) for s in own(scope) for a in s.names}
    values = {}
    for (_, a), (_, value, _, _) in meant.items():
        values.setdefault(*named_by(a), []).append(value)
    several = {n for n, v in values.items() if assigned(function, n) or any(one is not v[0] for one in v)}

    def without(s):
        """An import as assignments of the names that mean something else too."""
        if not isinstance(s, IMPORTS):
            return [s]
        made = []
        for a in s.names:
            (n,), (scope, value, home, theirs) = named_by(a), meant[s, a]
            if theirs is not None and is_data(value):  # which the module may give another value, or the program change
                text = means.fresh(home.rpartition('.')[2])
                means.source.bound[text] = Bound(sys.modules[home], home, None)
                made.append(assign(n, gast.Attribute(name(text), theirs, gast.Load())))
            elif n in several:
                text = means.fresh(theirs or home.rpartition('.')[2])
                means.source.bound[text] = Bound(value, home, theirs)
                made.append(assign(n, name(text)))
            else:
                bind(function, means, scope, s, n, Bound(value, home, theirs))
        return placed(made, s)

    function.body = blocks(function.body, without)
    return function


def to_put_elsewhere(source, there):
    """A function's tree as it may stand in another, whose source is `there`: the names of its imports are what they stand
    for, a match is ifs."""
    kinds = {type(n) for n in walk(source.tree)}
    if kinds.isdisjoint((*IMPORTS, gast.Match)):
        return source.tree
    tree = clone(source.tree)
    tree = imports(tree, Means(tree, source))

    def known(n):
        read = isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load) and n.id in source.bound
        return gast.copy_location(Ours(n.id, source.bound[n.id].value), n) if read else None

    tree.body = [transform(s, known) for s in tree.body]
    tree = matches(tree, Means(tree, source))
    for b in source.bound.values():
        if b.name is not None and b.home in sys.modules:
            source.watch(sys.modules[b.home], b.name)
    there.watched.update(source.watched)
    return tree


def without_failing(function, means):
    """An import that fails in a `try` as the exception that it raises."""
    tried = {n for t in walk(function) if isinstance(t, gast.Try) for b in t.body for n in walk(b) if isinstance(n, IMPORTS)}

    def raised(s):
        errors = [error_of(means, s, a) for a in s.names] if s in tried else []
        k = next((k for k, error in enumerate(errors) if error is not None), None)
        if k is None:
            return [s]
        kind = ModuleNotFoundError if isinstance(errors[k], ModuleNotFoundError) else ImportError
        stop = placed([gast.Raise(call(kind.__name__, constant(str(errors[k]))), None)], s)
        before = clone(s)
        before.names = s.names[:k]  # which are bound by then
        return [*([before] if k else []), *stop]

    function.body = blocks(function.body, raised)
    return function


def error_of(means, s, alias):
    """The ImportError that an import raises; None if it raises none, or another."""
    try:
        object_of(means, s, alias)
    except ImportError as error:
        return error
    except Exception:
        return None


def is_data(value):
    """Whether an import is one of a value, not of a module, a function or a class."""
    return not callable(value) and not isinstance(value, ModuleType)


def scopes(function):
    return [n for n in walk(function) if isinstance(n, gast.FunctionDef)]


def own(scope):
    """The imports of a function that stand in no function within it."""
    return [n for s in scope.body for n in walk_here(s) if isinstance(n, IMPORTS)]


def bind(function, means, scope, s, text, meaning):
    inside = set(walk(scope))
    if any(isinstance(n, gast.Name) and n.id == text and n not in inside for n in walk(function)):
        if means.source.meaning(text, MISSING) is not meaning.value:
            means.refuse(f'an import of {text} in one of two functions that read it: import at the top of the file', s)
    means.source.bound[text] = meaning


def assigned(function, text):
    """Whether a name is bound in another way than by an import, anywhere in the function."""
    for n in walk(function):
        if isinstance(n, FUNCTIONS) and text in {a.id for a in arguments(n)}:
            return True
        if isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load):
            return True
        if not isinstance(n, gast.alias) and text in named_by(n) or text in getattr(n, 'names', ()):
            return True
    return False


def imported(means, s, alias):
    """(the object, its module, its name there) of one name of an import."""
    try:
        return object_of(means, s, alias)
    except Exception as error:
        means.refuse(f'an import that fails: {type(error).__name__}: {error}', s)


def object_of(means, s, alias):
    package = means.source.function.__globals__.get('__package__')
    if isinstance(s, gast.Import):
        module = importlib.import_module(alias.name)
        first = alias.name.partition('.')[0]
        return (module, alias.name, None) if alias.asname else (importlib.import_module(first), first, None)
    path = '.' * (s.level or 0) + (s.module or '')
    module = importlib.import_module(path, package)
    if not hasattr(module, alias.name):
        return importlib.import_module(f'{path.rstrip(".")}.{alias.name}', package), module.__name__, alias.name
    return getattr(module, alias.name), module.__name__, alias.name
