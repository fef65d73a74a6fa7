"""Judges gradients by central differences.

`central_differences` knows nothing of srcad: it calls the function itself, at moved arguments. `assert_gradient`
compares what a gradient function answers with that, and checks the rest of its contract: the value, arguments that
stay as they were, shapes, dtypes and containers, and the same answer when it is asked twice.
"""
import copy
import math

import numpy as np


class WrongGradient(AssertionError):
    """A gradient function broke its contract; an AssertionError of its own, since the programs may raise one too."""


def central_differences(f, args, argnum, h=1e-6):
    """The gradient of f by args[argnum], in the structure of that argument.

    A number gives a float (an int too), an array an array of floats, a list or tuple one of the same kind. Every call
    of f gets arguments of its own, in double precision.

    >>> round(central_differences(lambda x, y: x * y, (3.0, 2), 1), 6)
    3.0
    """
    def value_at(moved):
        return number(f(*(moved if k == argnum else widened(arg) for k, arg in enumerate(args))))

    def slope(at, put):
        step = h * max(1.0, abs(at))
        return (value_at(put(at + step)) - value_at(put(at - step))) / (2 * step)

    def walk(part, put):
        if isinstance(part, (list, tuple)):
            kind = type(part)
            return kind(
                walk(one, lambda new, k=k: put(kind([*widened(part[:k]), new, *widened(part[k + 1:])])))
                for k, one in enumerate(part))
        if isinstance(part, np.ndarray):
            slopes = np.zeros(part.shape)
            for place in np.ndindex(part.shape):
                def moved(new, place=place):
                    array = np.array(part, dtype=float, order='K')
                    array[place] = new
                    return put(array)
                slopes[place] = slope(float(part[place]), moved)
            return slopes
        if isinstance(part, (int, float, np.number)):
            return slope(float(part), lambda new: put(np.float64(new) if isinstance(part, np.floating) else new))
        raise TypeError(f'{part!r} is no number, array, list or tuple of them')

    return walk(args[argnum], lambda new: new)


def widened(part):
    """A copy, with what is in lower precision raised to double: differences of float32 would show its rounding."""
    if isinstance(part, (list, tuple)):
        return type(part)(map(widened, part))
    if isinstance(part, (np.ndarray, np.floating)) and part.dtype.kind == 'f' and part.dtype.itemsize < 8:
        return np.array(part, dtype=float, order='K') if isinstance(part, np.ndarray) else np.float64(part)
    return copy.deepcopy(part)


def number(value):
    """The value of a program as a float; a program whose value is no real scalar is not for this checker."""
    if not isinstance(value, (int, float, np.number, np.ndarray)) or np.ndim(value) or np.iscomplexobj(value):
        raise TypeError(f'the value of the function is {value!r}, not a real scalar')
    return float(value)


def assert_gradient(grad_function, f, args, wrt, rtol=1e-5, atol=1e-7):
    """grad_function(f, wrt)(*args) must answer (value, gradients), one gradient for each position in wrt."""
    name = getattr(f, '__name__', repr(f))
    differentiated = grad_function(f, wrt)
    given = copy.deepcopy(args)
    value, gradients = differentiated(*given)
    if not same(given, args):
        raise WrongGradient(f'{name}: the gradient changed its arguments, from {args!r} to {given!r}')

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
        extrapolated = [(4 * a - b) / 3 for a, b in zip(leaves(wide), leaves(wider))]
    except (ArithmeticError, ValueError):  # the larger steps leave the domain of f
        extrapolated = leaves(fine)
    if near(got, extrapolated, rtol, atol):
        return
    doubt = '' if near(fine, extrapolated, rtol, atol) else f' (unreliable: with larger steps {extrapolated!r})'
    raise WrongGradient(f'{which}\n  got  {got!r}\n  want {fine!r}{doubt}\n  at   {args!r}')


def assert_well_posed(f, args, wrt, rtol=1e-5, atol=1e-7):
    """The program runs, answers a finite scalar, the same one twice, and central differences of two sizes agree."""
    value = number(f(*copy.deepcopy(args)))
    assert math.isfinite(value), f'{f.__name__}: the value is {value}'
    assert number(f(*copy.deepcopy(args))) == value, f'{f.__name__}: a second call answers another value'
    assert abs(value) < 1e4, f'{f.__name__}: the value {value} is too large to judge differences'
    for argnum in wrt:
        fine, coarse = (central_differences(f, args, argnum, h) for h in (1e-6, 1e-5))
        assert near(fine, coarse, rtol, atol), f'{f.__name__}: differences {fine!r} and {coarse!r} at {args!r}'


def low_precision(args):
    return any(leaf.dtype.kind == 'f' and leaf.dtype.itemsize < 8
               for leaf in leaves(args) if isinstance(leaf, (np.ndarray, np.generic)))


def leaves(part):
    """The numbers and arrays in lists and tuples, in order."""
    if isinstance(part, (list, tuple)):
        return [leaf for one in part for leaf in leaves(one)]
    return [part]


def near(got, want, rtol, atol):
    """An array is judged against its largest entry where an entry is small: differences see no better than that."""
    for a, b in zip(leaves(got), leaves(want)):
        a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
        scale = np.max(np.abs(b[np.isfinite(b)]), initial=0.0)
        if not np.allclose(a, b, rtol=rtol, atol=atol + 1e-2 * rtol * scale, equal_nan=True):
            return False
    return True


def same(a, b):
    """Equal bit by bit, in kind and in structure."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and (a is b or a.tobytes() == b.tobytes())
    return bool(a == b) or a != a and b != b


def misfit(gradient, arg):
    """What is wrong with the form of a gradient by arg, or ''."""
    if isinstance(arg, (list, tuple)):
        if type(gradient) is not type(arg) or len(gradient) != len(arg):
            return f'must be a {type(arg).__name__} of {len(arg)}'
        return next(filter(None, map(misfit, gradient, arg)), '')
    if isinstance(arg, np.ndarray):
        dtype = arg.dtype if arg.dtype.kind == 'f' else np.dtype(float)
        # NumPy itself turns an array without axes into a number at every operation
        kinds = (np.ndarray,) if arg.ndim else (np.ndarray, np.floating)
        if not isinstance(gradient, kinds) or gradient.shape != arg.shape or gradient.dtype != dtype:
            return f'must be a {dtype} array of shape {arg.shape}'
        return ''
    if not isinstance(gradient, (float, np.floating)):
        return f'must be a float, not {type(gradient).__name__}'
    return ''
