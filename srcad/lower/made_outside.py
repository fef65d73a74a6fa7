"""Functions that a module has made of others, and `newaxis`: what made them stands where they are used."""

import functools
import itertools
import operator
import types as pytypes

import gast

from srcad.by_memory import is_changeable
from srcad.lower.evaluation import is_in
from srcad.tree import Ours, constant, is_written, named_function, transform, walk, written

GETTERS = (operator.itemgetter, operator.attrgetter, operator.methodcaller)
CALLING = (map, filter, functools.reduce, itertools.starmap, itertools.accumulate, itertools.groupby, itertools.takewhile)


def made_outside(function, means):
    """`double(x)` as `functools.partial(mul, 2.0)(x)`, where the module has `double = functools.partial(mul, 2.0)`.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> second = operator.itemgetter(1)
    >>> def f(x):
    ...     return second([x, x * x])
    >>> source = parse(f)
    >>> print(to_source(made_outside(source.tree, Means(source.tree, source))), end='')
    def f(x):
        return itemgetter(1)([x, x * x])
    """
    calls = [n for n in walk(function) if isinstance(n, gast.Call)]
    used = {n.func for n in calls} | {a for n in calls if is_in(means(n.func), CALLING) for a in n.args}
    used |= {k.value for n in calls for k in n.keywords if k.arg == 'key'}

    def made(n):
        if getattr(n, 'id', '') == 'newaxis' and means(n) is None:
            return gast.copy_location(constant(None), n)
        call = made_by(means(n)) if n in used else None  # elsewhere it may matter which object it is
        return call and gast.copy_location(call, n)

    function.body = [transform(s, made) for s in function.body]
    return function


def made_by(f):
    """The call that made a function; None of others, and of those that were given more than can be written down."""
    if type(f) is functools.partial:
        plain = isinstance(f.func, (pytypes.FunctionType, pytypes.BuiltinFunctionType))
        values = (*f.args, *f.keywords.values())
        plain = plain and not is_changeable(getattr(f.func, '__self__', None))
        if plain and is_written(values) and all(v == v for v in values):  # nan has no literal
            given = [gast.keyword(k, written(v)) for k, v in f.keywords.items()]
            return gast.Call(Ours('partial', functools.partial), [named_function(f.func), *map(written, f.args)], given)
    if type(f) in GETTERS:
        maker, args = f.__reduce__()[:2]
        if maker in GETTERS and is_written(args):
            return gast.Call(Ours(maker.__name__, maker), list(map(written, args)), [])
    return None
