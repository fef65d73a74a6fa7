"""What is said of a function that has neither source nor a row in the table."""

import builtins
import functools
import inspect
import sys
from collections import deque
from numbers import Number
from types import BuiltinFunctionType, FunctionType, ModuleType

import gast
import numpy as np

from srcad.errors import at
from srcad.printer import expression

INSTEAD = {
    getattr: 'write the attribute, p.x',
    setattr: 'write the assignment, p.x = y',
    iter: 'loop over it, or take items by index',
    next: 'loop over it, or take items by index',
    type: 'use isinstance()',
}


OPERATIONS = {f'__{r}{o}__' for r in ('', 'r') for o in 'add sub mul truediv floordiv mod pow matmul lshift rshift and or xor'.split()}
OPERATIONS |= {'__neg__', '__pos__', '__abs__'}
OPERATIONS |= {'__array_ufunc__', '__array_function__'}
EXACT = ('fractions', 'decimal', 'numbers', 'enum')  # written in Python, and their arithmetic is that of numbers


def has_own_arithmetic(cls):
    """Whether a class of numbers or of arrays has operations that are not those of numbers and arrays."""
    return issubclass(cls, (Number, np.ndarray)) and has_operators(cls)


def has_operators(cls):
    """Whether a class that is written in Python says itself what operations of its objects give."""
    return any(OPERATIONS & vars(c).keys() for c in cls.__mro__ if in_python(c) and c.__module__ not in EXACT)


def is_own_container(value):
    """Whether a list, a dict or a set is of a class that says itself what some of its methods do."""
    cls = type(value)
    own = [c for c in cls.__mro__ if in_python(c) and c.__module__ not in ('collections', 'typing')]
    said = (v for c in own for v in vars(c).values())
    return isinstance(value, (list, dict, set, deque)) and any(callable(v) or isinstance(v, property) for v in said)


def gives_own(f):
    """Whether a function of NumPy makes a matrix or a masked array."""
    made = any(f is g for g in (np.matrix, np.asmatrix, np.bmat))
    return made or (getattr(f, '__module__', None) or '').startswith('numpy.ma')


def in_python(cls):
    return bool(cls.__flags__ & 1 << 9)


def own_ways(f):
    """What a class does in its own way that is not followed, in words; or None."""
    if not isinstance(f, type) or not in_python(f):
        return None
    if isinstance(inspect.getattr_static(type(f), '__call__'), FunctionType) and type(f).__module__ != 'enum':
        return 'makes its objects with the __call__ of a metaclass'
    if has_own_arithmetic(f) and not gives_own(f):
        return 'has arithmetic of its own'
    return None


def unclear(attr):
    """Why an attribute of an exception is not read."""
    return (
        f'srcad does not know whether .{attr} of an exception carries a derivative: keep what you need in a variable '
        'before it is raised'
    )


def name_of(f):
    module = getattr(f, '__module__', None)
    name = getattr(f, '__qualname__', None) or getattr(f, '__name__', None) or repr(f)
    return f'{module}.{name}' if module and module != 'builtins' else name


def no_rule(f, node, active, source):
    """What to say of a function without a row in the table: the lines that give it one, if it can be imported."""
    if isinstance(f, BuiltinFunctionType | type) and f in INSTEAD:
        return f'srcad does not differentiate {f.__name__}() here: {INSTEAD[f]}'
    dotted = importable(f, node.func, source)
    if dotted is None:
        return f'srcad has no derivative for {said(f, node.func)}: write it in Python, or keep it out of what is differentiated'
    params = ['x', 'y', *(f'x{k}' for k in range(3, len(node.args) + 1))][: len(node.args)]
    each = ', '.join(f"'the derivative by {p}'" if matters else "''" for p, matters in zip(params, active))
    return (
        f'srcad has no derivative for {dotted}: write it in Python or, if each element has its own result, '
        f'give it a rule:\n'
        f'    from srcad.rules import elementwise\n'
        f"    elementwise('{dotted}({', '.join(params)})', {each})"
    )


def said(f, func):
    """What is called, as the program says it if it is a method of an object, or no function at all."""
    has_name = hasattr(f, '__name__') or hasattr(f, '__qualname__')
    if has_name and isinstance(getattr(f, '__self__', None), (ModuleType, type(None))):
        return name_of(f)
    return expression(func) + ('' if has_name else f', an object of the class {name_of(type(f))}')


def clears_a_method(f):
    """Whether a call empties the cache of a method."""
    cache = getattr(f, '__self__', None)
    named = isinstance(cache, functools._lru_cache_wrapper) and getattr(cache, '__qualname__', '').rpartition('<locals>.')[2]
    return bool(named) and '.' in named and f.__name__ == 'cache_clear'


def changing_cache(f):
    """What to say of a function with a cache that changes something."""
    return f'srcad cannot tell whether {name_of(f)} runs, and changes something, or is in its cache: call it without a cache'


def unknown_function(func, source):
    """What to say of a call of which it is not known what it calls."""
    _, _, first, line, _, end = at(source, func)
    what = line[first - 1 : end - 1] if getattr(func, 'lineno', None) is not None else expression(func)
    return f'srcad cannot tell which function {what} is: call one by its name, in an `if` for each choice'


def importable(f, func, source):
    """The dotted name under which a function of numbers can be imported, or None."""
    name = getattr(f, '__name__', None) or getattr(func, 'attr', None)
    if (
        name is None
        or isinstance(f, type)
        or not isinstance(getattr(f, '__self__', None), (ModuleType, type(None)))
        or vars(builtins).get(name) is f
    ):
        return None
    chain = []
    while isinstance(func, gast.Attribute):
        chain, func = [func.attr, *chain], func.value
    root = source.meaning(func.id) if isinstance(func, gast.Name) else None
    for home in [getattr(f, '__module__', None), *public_modules(f, name), source.function.__module__]:
        if home in sys.modules and home.split('.')[0][:1] != '_' and getattr(sys.modules[home], name, None) is f:
            found = f'{home}.{name}'
            break
    else:
        found = None
    for part in chain[:-1]:
        root = getattr(root, part, None)
    if (
        chain
        and isinstance(root, ModuleType)
        and not root.__name__.startswith('_')
        and getattr(root, chain[-1], None) is f
    ):
        return f'{root.__name__}.{chain[-1]}'  # as the program says it
    own = sys.modules.get(source.function.__module__)
    if found is None and isinstance(func, gast.Name) and getattr(own, func.id, None) is f:
        return f'{own.__name__}.{func.id}'
    return found


def public_modules(f, name):
    """The loaded modules that have a function under its name, those with short names first."""
    home = (getattr(f, '__module__', None) or '').lstrip('_').split('.')[0]
    has = (
        [m for m, module in list(sys.modules.items()) if vars(module).get(name) is f and '._' not in m] if name else []
    )
    return sorted(has, key=lambda m: (m.split('.')[0] != home, len(m), m))
