"""Judges gradients by central differences.

`central_differences` knows nothing of srcad: it calls the function itself, at moved arguments. `assert_gradient`
compares what a gradient function answers with that, and checks the rest of its contract: the value, arguments that
stay as they were, shapes, dtypes and containers, and the same answer when it is asked twice.

An argument is a leaf (a number or a real array) or a structure of them: lists, tuples, namedtuples, dicts, deques and
objects with attributes, nested in one another. What else is found there (strings, None, flags, functions) is no leaf.
"""
import collections
import copy
import enum
import functools
import math
import sys
import types

import numpy as np


class WrongGradient(AssertionError):
    """A gradient function broke its contract; an AssertionError of its own, since the programs may raise one too."""


def central_differences(f, args, argnum, h=1e-6):
    """The gradient of f by args[argnum], in the structure of that argument.

    A number gives a float (an int too), an array an array of floats, a structure one of the same kind. Every call
    of f gets arguments of its own, in double precision. An integer within a structure where f takes no float (a count,
    an index) has the gradient zero.

    >>> round(central_differences(lambda x, y: x * y, (3.0, 2), 1), 6)
    3.0
    >>> central_differences(lambda p: p['x'] * 2, ({'x': 1, 'name': 'p'},), 0, h=0.5)
    {'x': 2.0, 'name': 'p'}
    """
    def value_at(path, new, place):
        moved = [widened(arg) for arg in args]
        if place is not None:
            array = np.asarray(part_at(moved[argnum], path), dtype=float)
            array[place] = new
            new = array
        moved[argnum] = put(moved[argnum], path, new)
        return number(f(*moved))

    def slope(path, leaf, place=None):
        at = float(leaf)
        step = h * max(1.0, abs(at))
        kind = np.float64 if isinstance(leaf, np.floating) else float
        high, low = (value_at(path, kind(at + d), place) for d in (step, -step))
        return (high - low) / (2 * step)

    def slopes(path, leaf):
        try:
            if not isinstance(leaf, np.ndarray):
                return slope(path, leaf)
            places = [slope(path, leaf[place], place) for place in np.ndindex(leaf.shape)]
            return np.array(places, dtype=float).reshape(leaf.shape)
        except (TypeError, IndexError):
            if not path or not isinstance(leaf, int) and getattr(leaf, 'dtype', np.dtype(float)).kind not in 'iu':
                raise
            return np.zeros(leaf.shape) if isinstance(leaf, np.ndarray) else 0.0

    arg = args[argnum]
    if not is_leaf(arg) and parts(arg) is None:
        raise TypeError(f'{arg!r} is no number, array or structure of them')
    return filled(arg, [slopes(path, leaf) for path, leaf in places_of(arg)])


def widened(part):
    """A copy, with what is in lower precision raised to double: differences of float32 would show its rounding."""
    memo = {}
    for leaf in leaves(part):
        if single(leaf):
            wide = np.array(leaf, dtype=float, order='K') if isinstance(leaf, np.ndarray) else np.float64(leaf)
            memo[id(leaf)] = wide
    return copy.deepcopy(part, memo)


def is_leaf(part):
    if isinstance(part, np.ndarray):
        return part.dtype.kind in 'iuf'
    return isinstance(part, (int, float, np.integer, np.floating)) and not isinstance(part, bool)


def parts(part):
    """What a structure holds, by index, key or attribute; None of what is no structure."""
    if isinstance(part, dict):
        return dict(part)
    if isinstance(part, (list, tuple, collections.deque)):
        return dict(enumerate(part))
    if isinstance(part, (type, enum.Enum, types.FunctionType, types.MethodType, types.ModuleType)) or is_leaf(part):
        return None
    names = list(getattr(part, '__dict__', ()))
    slots = False
    for cls in type(part).__mro__:
        own = cls.__dict__.get('__slots__', ()) if cls.__module__ != 'builtins' else ()
        for name in (own,) if isinstance(own, str) else own:
            slots = True
            if name.startswith('__') and not name.endswith('__'):
                name = f'_{cls.__name__.lstrip("_")}{name}'
            if not name.startswith('__') and hasattr(part, name):
                names.append(name)
    return {name: getattr(part, name) for name in names} if slots or hasattr(part, '__dict__') else None


def places_of(part, path=()):
    """The (path, leaf) of all leaves, in order."""
    if is_leaf(part):
        yield path, part
    for key, one in (parts(part) or {}).items():
        yield from places_of(one, (*path, key))


def leaves(part):
    return [leaf for _, leaf in places_of(part)]


def part_at(part, path):
    for key in path:
        part = part[key] if isinstance(part, (list, tuple, dict, collections.deque)) else getattr(part, key)
    return part


def put(part, path, new):
    """The part with something new at a path in it: what can be changed is changed, a tuple is made anew."""
    if not path:
        return new
    key, *rest = path
    new = put(part_at(part, [key]), rest, new)
    if isinstance(part, tuple):
        return getattr(part, '_make', type(part))([*part[:key], new, *part[key + 1:]])
    if isinstance(part, (list, dict, collections.deque)):
        part[key] = new
    else:
        object.__setattr__(part, key, new)  # a frozen dataclass too
    return part


def filled(part, new):
    """A copy of a structure with these leaves in place of its own."""
    result = copy.deepcopy(part)
    for (path, _), leaf in zip(places_of(part), new):
        result = put(result, path, leaf)
    return result


def number(value):
    """The value of a program as a float; a program whose value is no real scalar is not for this checker."""
    if not isinstance(value, (int, float, np.number, np.ndarray)) or np.ndim(value) or np.iscomplexobj(value):
        raise TypeError(f'the value of the function is {value!r}, not a real scalar')
    return float(value)


def by_itself(f):
    """A program as Python runs it: if its module has `as_it_was`, that is done before and after."""
    begin = getattr(sys.modules.get(getattr(f, '__module__', None)), 'as_it_was', None)
    if begin is None:
        return f

    @functools.wraps(f)
    def run(*args):
        begin()
        try:
            return f(*args)
        finally:
            begin()

    return run


def kept_by_module(f):
    """What the module of a program that has `as_it_was` holds."""
    home = vars(sys.modules[f.__module__]) if by_itself(f) is not f else {}
    return {k: v for k, v in home.items() if isinstance(v, (list, dict, np.ndarray, collections.deque)) and k[:2] != '__' and k != 'CASES'}


def assert_gradient(grad_function, f, args, wrt, rtol=1e-5, atol=1e-7):
    """grad_function(f, wrt)(*args) must answer (value, gradients), one gradient for each position in wrt."""
    name = getattr(f, '__name__', repr(f))
    differentiated = grad_function(f, wrt)
    given, outside = copy.deepcopy(args), copy.deepcopy(kept_by_module(f))
    value, gradients = differentiated(*given)
    if not same(given, args):
        raise WrongGradient(f'{name}: the gradient changed its arguments, from {args!r} to {given!r}')
    if not same(kept_by_module(f), outside):
        raise WrongGradient(f'{name}: the gradient changed its module, from {outside!r} to {kept_by_module(f)!r}')

    f = by_itself(f)
    want = f(*copy.deepcopy(args))
    precision = 1e-5 if low_precision(args) else 1e-12
    if np.ndim(value) or not np.allclose(number(value), number(want), rtol=precision, atol=precision, equal_nan=True):
        raise WrongGradient(f'{name}: the value is {value!r}, not {want!r}')
    if not isinstance(gradients, tuple) or len(gradients) != len(wrt):
        raise WrongGradient(f'{name}: gradients by {wrt} must be a tuple of {len(wrt)}, not {gradients!r}')

    before = copy.deepcopy((value, gradients))
    again = differentiated(*given)
    if not same(again, before):
        raise WrongGradient(f'{name}: a second call answers {again!r}, the first {before!r}')
    if not same((value, gradients), before):
        raise WrongGradient(f'{name}: a second call changed what the first one answered')

    for argnum, got in zip(wrt, gradients):
        which = f'{name}: gradient by argument {argnum}'
        form = misfit(got, args[argnum])
        if form:
            raise WrongGradient(f'{which} {form}; got {got!r}')
        compare(which, f, args, argnum, got, rtol, atol)


def compare(which, f, args, argnum, got, rtol, atol):
    if low_precision(args):
        rtol, atol = max(rtol, 2e-3), max(atol, 2e-3)
    fine = central_differences(f, args, argnum)
    if near(got, fine, rtol, atol):
        return
    # A second opinion: larger steps, extrapolated. It has less rounding, but sees kinks that are farther away.
    try:
        wide, wider = (central_differences(f, args, argnum, h) for h in (1e-4, 2e-4))
        extrapolated = filled(wide, [(4 * a - b) / 3 for a, b in zip(leaves(wide), leaves(wider))])
    except (ArithmeticError, ValueError):  # the larger steps leave the domain of f
        extrapolated = fine
    if near(got, extrapolated, rtol, atol):
        return
    doubt = '' if near(fine, extrapolated, rtol, atol) else f' (unreliable: with larger steps {extrapolated!r})'
    raise WrongGradient(f'{which}\n  got  {got!r}\n  want {fine!r}{doubt}\n  at   {args!r}')


def assert_well_posed(f, args, wrt, rtol=1e-5, atol=1e-7):
    """The program runs, answers a finite scalar, the same one twice, and central differences of two sizes agree."""
    f = by_itself(f)
    value = number(f(*copy.deepcopy(args)))
    assert math.isfinite(value), f'{f.__name__}: the value is {value}'
    assert number(f(*copy.deepcopy(args))) == value, f'{f.__name__}: a second call answers another value'
    assert abs(value) < 1e4, f'{f.__name__}: the value {value} is too large to judge differences'
    for argnum in wrt:
        fine, coarse = (central_differences(f, args, argnum, h) for h in (1e-6, 1e-5))
        assert near(fine, coarse, rtol, atol), f'{f.__name__}: differences {fine!r} and {coarse!r} at {args!r}'


def low_precision(args):
    return any(map(single, leaves(args)))


def single(leaf):
    return isinstance(leaf, (np.ndarray, np.generic)) and leaf.dtype.kind == 'f' and leaf.dtype.itemsize < 8


def near(got, want, rtol, atol):
    """An array is judged against its largest entry where an entry is small: differences see no better than that."""
    for path, b in places_of(want):
        a, b = np.asarray(part_at(got, path), dtype=float), np.asarray(b, dtype=float)
        scale = np.max(np.abs(b[np.isfinite(b)]), initial=0.0)
        if not np.allclose(a, b, rtol=rtol, atol=atol + 1e-2 * rtol * scale, equal_nan=True):
            return False
    return True


def same(a, b, around=()):
    """Equal bit by bit, in kind and in structure; `around` are those that are being compared, which may hold themselves."""
    if type(a) is not type(b):
        return False
    if id(a) in around:
        return True
    around = (*around, id(a))
    if isinstance(a, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and (a is b or a.tobytes() == b.tobytes())
    if isinstance(a, types.MethodType):
        return a.__func__ is b.__func__ and same(a.__self__, b.__self__, around)
    ours, theirs = parts(a), parts(b)
    if ours is not None:
        return list(ours) == list(theirs) and all(same(ours[key], theirs[key], around) for key in ours)
    return bool(a == b) or a != a and b != b


def misfit(gradient, arg):
    """What is wrong with the form of a gradient by arg, or ''."""
    if isinstance(arg, np.ndarray) and is_leaf(arg):
        dtype = arg.dtype if arg.dtype.kind == 'f' else np.dtype(float)
        # NumPy itself turns an array without axes into a number at every operation
        kinds = (np.ndarray,) if arg.ndim else (np.ndarray, np.floating)
        if not isinstance(gradient, kinds) or gradient.shape != arg.shape or gradient.dtype != dtype:
            return f'must be a {dtype} array of shape {arg.shape}'
        return ''
    if is_leaf(arg):
        return '' if isinstance(gradient, (float, np.floating)) else f'must be a float, not {type(gradient).__name__}'
    theirs = parts(arg)
    if theirs is None:
        return ''
    if type(gradient) is not type(arg):
        return f'must be a {type(arg).__name__}, not {type(gradient).__name__}'
    ours = parts(gradient)
    # an object may leave out what is no leaf; a dict, list or tuple may not
    needed = {key for key, one in theirs.items() if leaves(one)} if is_object(arg) else theirs.keys()
    if not is_object(arg) and ours.keys() != needed or not needed <= ours.keys():
        return f'must have {sorted(needed, key=str)}, not {sorted(ours, key=str)}'
    return next(filter(None, (f'at {key!r} {wrong}' for key in theirs if key in ours
                              if (wrong := misfit(ours[key], theirs[key])))), '')


def is_object(part):
    return not isinstance(part, (dict, list, tuple, collections.deque))
