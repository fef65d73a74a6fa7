"""Calls of Python's own functions that it refuses, where what stands for them would not; and ways around names.

Each of `REFUSED` gives (why, node) for what it finds in a function.
"""

import functools
import importlib
import itertools
import sys

import gast

from srcad.analysis.arity import COUNTS, misfit
from srcad.errors import NoDerivative, refuse
from srcad.lower.evaluation import is_in
from srcad.lower.yields import is_generator
from srcad.tree import assigned_names, free_names, walk

HOLDERS = {'__globals__', '__defaults__', '__kwdefaults__', '__closure__'}  # of what a function knows
ISLICE = 'the arguments of islice() must be None or integers from 0 on'


def fitting(function, means):
    """Refuse such calls.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> def f(x):
    ...     return sorted([x, 2.0], None)[0]
    >>> source = parse(f)
    >>> try:
    ...     fitting(source.tree, Means(source.tree, source))
    ... except SyntaxError as error:
    ...     print(error.msg)
    sorted() takes no 2 arguments
    """
    for find in REFUSED:
        for why, node in find(function, means):
            refuse(NoDerivative, why, means.source, node)
    return function


def wrong_calls(function, means):
    for n in (n for n in walk(function) if isinstance(n, gast.Call)):
        f = means(n.func)
        wrong = misfit(n, COUNTS[f]) if is_in(f, COUNTS) else None
        if wrong:
            yield f'{f.__name__}() {wrong}', n
        if f is itertools.islice and any(map(is_no_count, n.args[1:])):
            yield ISLICE, n
        if f is functools.partial and n.args and isinstance(n.args[0], gast.Constant):
            yield 'the first argument of partial() must be callable', n


def ways_around_names(function, means):
    asked = {c for n in walk(function) if isinstance(n, gast.Compare) for c in n.comparators}
    for n in walk(function):
        if isinstance(n, gast.Call) and means(n.func) is importlib.import_module:
            yield 'srcad does not follow what is read by way of import_module(): import it', n
        if isinstance(n, gast.Attribute) and n not in asked and (n.attr in HOLDERS or means(n) is sys.modules):
            yield f'srcad does not follow what is read by way of .{n.attr}: name it, or import it', n


def stops_of_other_iterators(function, means):
    if not any(isinstance(h, gast.ExceptHandler) and catches_stops(h, means) for h in walk(function)):
        return
    iterators = [f for f in walk(function) if runs_for_another(f)]
    stops = lambda t: isinstance(t, gast.Try) and any(catches_stops(h, means) for h in t.handlers)
    guarded = {n for f in iterators for t in walk(f) if stops(t) for b in t.body for n in walk(b)}
    for n in (n for f in iterators for n in walk(f)):
        if isinstance(n, gast.Call) and means(n.func) is next and len(n.args) == 1 and n not in guarded:
            yield 'the StopIteration of this next() within an iterator is another exception outside, or none: give it a default', n


def stops_that_are_raised(function, means):
    generators = (f for f in walk(function) if isinstance(f, gast.FunctionDef) and is_generator(f))
    for s in (s for f in generators for s in walk(f)):
        if isinstance(s, gast.Raise) and raised(s) == 'StopIteration':
            yield 'a StopIteration within a generator: Python makes a RuntimeError of it, so return', s


def inner_functions_compared(function, means):
    inner = [n for n in walk(function) if isinstance(n, gast.FunctionDef) and n is not function]
    for f, n in ((f, n) for f in inner for n in walk(f) if isinstance(n, gast.Compare)):
        parts = {getattr(e, 'id', None) for part in (n.left, *n.comparators) for e in getattr(part, 'elts', [part])}
        if parts & {g.name for g in inner} & free_names(f):
            yield 'srcad does not follow which inner function this is, within another', n


def raised_under_another_name(function, means):
    for h in (h for h in walk(function) if isinstance(h, gast.ExceptHandler) and h.name is not None):
        if h.name.id in assigned_names(*h.body):
            for s in (s for b in h.body for s in walk(b) if isinstance(s, gast.Raise) and s.exc is None):
                yield f'`raise` alone where {h.name.id} has another value: raise it by a name', s


REFUSED = (
    wrong_calls,
    ways_around_names,
    stops_of_other_iterators,
    inner_functions_compared,
    raised_under_another_name,
    stops_that_are_raised,
)


def catches_stops(handler, means):
    """Whether a handler catches a StopIteration, or what Python makes of it in a generator."""
    kinds = [handler.type] if not isinstance(handler.type, gast.Tuple) else handler.type.elts
    caught = [means(k) if k is not None else BaseException for k in kinds]
    return any(isinstance(c, type) and issubclass(e, c) for c in caught for e in (StopIteration, RuntimeError))


def runs_for_another(f):
    """Whether an iterator runs this: a generator, or a function that `map` may be given."""
    return isinstance(f, (gast.GeneratorExp, gast.Lambda)) or isinstance(f, gast.FunctionDef) and is_generator(f)


def raised(s):
    return getattr(s.exc.func if isinstance(s.exc, gast.Call) else s.exc, 'id', None)


def is_no_count(node):
    """Whether a number that is written there is none of 0, 1, 2, ..."""
    minus = isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub)
    value = getattr(node.operand if minus else node, 'value', None)
    return isinstance(value, float) or minus and isinstance(value, int) and value > 0
