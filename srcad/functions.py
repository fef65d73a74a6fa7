"""A function with a source for what can be called and has none: np.sin, math.exp, max, partial(f, 2.0), an object."""

import functools
import inspect
import math
import sys
import types

import numpy as np

from srcad.load import load
from srcad.rules import RULES
from srcad.tree import unused

BY_STAR = (max, min)  # which take one list as well as numbers


def with_source(f):
    """A function that can be parsed, or a method of an object, which does what `f` does.

    >>> import operator
    >>> with_source(functools.partial(operator.mul, 2.0))(3.0)
    6.0
    """
    f = getattr(f, 'py_func', f)
    if isinstance(f, (types.FunctionType, types.MethodType)):
        return f
    if not callable(f) or isinstance(f, type) and f not in RULES:
        kind = 'class' if isinstance(f, type) else type(f).__name__
        raise TypeError(f'srcad differentiates functions, methods and what is called as one, not {f!r}, a {kind}')
    method = getattr(f, '__call__', None)
    return method if isinstance(method, types.MethodType) else caller(f)


@functools.lru_cache(maxsize=256)
def caller(f):
    """A function that calls one whose source is not that of a function."""
    if f in RULES and f not in BY_STAR:
        rule = RULES[f]
        if rule.kind == 'inactive':
            raise TypeError(f'srcad cannot differentiate {f!r}: it has no derivative')
        params = [p for p, default in rule.params.items() if default is None]
        home = rule.name.split('.')[0]
        known = {'np': np, 'math': math} | ({home: sys.modules[home]} if home in sys.modules else {})
        return written(rule.name, f.__name__, ', '.join(params), params, known)
    inner, kept = (f.func, f.args) if isinstance(f, functools.partial) else (f, ())
    params = parameters(f)
    taken = {p.name for p in params}
    text = getattr(inner, '__name__', type(inner).__name__)
    text = unused(text if text.isidentifier() else 'function', taken)
    values = {unused('given', taken): v for v in kept}
    given = [*values, *map(handed_on, params)]
    made = written(text, text, str(inspect.Signature(map(declared, params)))[1:-1], given, {text: inner, **values})
    made.__defaults__ = tuple(p.default for p in params if by_position(p) and p.default is not p.empty) or None
    made.__kwdefaults__ = {p.name: p.default for p in params if p.kind is p.KEYWORD_ONLY and p.default is not p.empty} or None
    return made


def written(called, name, params, given, known):
    text = f'def {name}_({params}):\n    return {called}({", ".join(given)})\n'
    module = load(f'srcad.library.{called}', text)
    vars(module).update(known)
    return getattr(module, f'{name}_')


def parameters(f):
    try:
        return list(inspect.signature(f).parameters.values())
    except ValueError:  # some of Python's own do not tell
        return [inspect.Parameter('args', inspect.Parameter.VAR_POSITIONAL)]


def by_position(p):
    return p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)


def declared(p):
    """A parameter as it is written; its default has its value later."""
    return p.replace(default=p.empty if p.default is p.empty else None, annotation=p.empty)


def handed_on(p):
    star = '*' if p.kind is p.VAR_POSITIONAL else '**' if p.kind is p.VAR_KEYWORD else ''
    return f'{p.name}={p.name}' if p.kind is p.KEYWORD_ONLY else star + p.name
