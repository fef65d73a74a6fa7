"""`differentiate`, `grad`, `value_and_grad`, `source`: one gradient for each signature, made when first asked for."""

import functools
import inspect
import types as pytypes

import gast
import numpy as np

from srcad import aliases, runtime, subset
from srcad.analysis.heap import Heap
from srcad.analysis.holders import none_given_back
from srcad.analysis.infer import ENDLESS
from srcad.analysis.described import classes_in, describe, fields
from srcad.analysis.types import Number, TupleOf
from srcad.arguments import (
    check_argument,
    check_scalar,
    floated,
    holds_objects,
    like,
    nothing,
    own,
    real_number,
    separate,
)
from srcad.copied import with_own_methods
from srcad.errors import Mistake, NoDerivative, OnlyByReference, Unfollowed, UnsupportedSyntax, refuse
from srcad.functions import with_source
from srcad.gradient import Gradient, functions_in
from srcad.infinities import as_numpy
from srcad.lower import lowered
from srcad.lower.yields import is_generator
from srcad.notes import note
from srcad.parse import parse
from srcad.signature import key_of


class Differentiable:
    """A function with a gradient. Calling it calls the function itself, unchanged.

    >>> @differentiate
    ... def square(x):
    ...     return x**2
    >>> square(3.0), square.grad(3.0), square.value_and_grad(3.0)
    (9.0, 6.0, (9.0, 6.0))
    """

    def __init__(self, function, wrt=None, has_aux=False):
        functools.update_wrapper(self, function)
        self.function, self.has_aux, self.parsed = function, has_aux, None
        self.made, self.numbers, self.last, self.wrt = {}, {}, None, wrt

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else Bound(self, instance)

    def __repr__(self):
        return f'<differentiable {self.__wrapped__!r}>'

    def __reduce__(self):
        """As Python's own functions it is pickled by its name, and copied as what it is."""
        return self.__qualname__

    @property
    def code(self):
        """The parsed function, parsed again if its code was replaced."""
        if self.parsed is None or self.parsed[0] is not self.function.__code__:
            source = parse(self.function)
            subset.check(source, lambda: lowered(source, by_reference=not is_generator(source.tree)))
            self.parsed = self.function.__code__, source
        return self.parsed[1]

    @functools.cached_property
    def names(self):
        return list(inspect.signature(self.function, follow_wrapped=False).parameters)

    @functools.cached_property
    def star(self):
        """The position of `*args` among the parameters, or None."""
        kinds = [p.kind for p in inspect.signature(self.function, follow_wrapped=False).parameters.values()]
        return kinds.index(inspect.Parameter.VAR_POSITIONAL) if inspect.Parameter.VAR_POSITIONAL in kinds else None

    @functools.cached_property
    def all_positional(self):
        kinds = [p.kind for p in inspect.signature(self.function, follow_wrapped=False).parameters.values()]
        return all(k in (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD) for k in kinds)

    @functools.cached_property
    def argnums(self):
        """The positions of the arguments by which it is differentiated."""
        return tuple(dict.fromkeys(k for k, _ in self.chosen))

    @functools.cached_property
    def chosen(self):
        """For each argument of `wrt` the position of its parameter, and its place behind a star or None."""
        return argument_numbers(self.wrt, self.names, self.function, self.star)

    def grad(self, *args, **kwargs):
        """The gradient by the arguments of `wrt`: like that argument, or a tuple if `wrt` is one."""
        return self.value_and_grad(*args, **kwargs)[1]

    def value_and_grad(self, *args, **kwargs):
        """The value, which must be a real number, and the gradient."""
        found = None if kwargs else self.numbers.get(tuple(map(type, args)))
        try:
            if found is not None and found.is_current():
                return self.run_numbers(found, args)
            args = (
                self.bound(args, kwargs) if kwargs or len(args) != len(self.names) or not self.all_positional else args
            )
            return self.run(args, self.argnums, isinstance(self.wrt, (tuple, list)))
        except (Exception, Unfollowed) as error:
            told = error.refusal() if isinstance(error, Unfollowed) else error
            if self.last is not None:
                note(told, self.last.module.__file__, self.last.lines)
            if told is error:
                raise
            raise told from None

    def run_numbers(self, made, args):
        """The value and the gradient for arguments that are floats, and whole numbers that are not differentiated."""
        self.last = made
        value, saved = made.primal(*args)
        try:
            grads = made.adjoint(*saved, 1.0)
        except (ZeroDivisionError, OverflowError):
            grads = made.adjoint(*as_numpy(saved), np.float64(1.0))
        if type(value) is not float:
            check_scalar(value, self.function)
        if type(grads) is tuple:
            return value, tuple(map(real_number, grads))
        return value, real_number(grads)

    def bound(self, args, kwargs):
        """The arguments as positional ones, defaults filled in; Python's own TypeError where they do not fit."""
        bound = inspect.signature(self.function, follow_wrapped=False).bind(*args, **kwargs)
        bound.apply_defaults()
        return tuple(bound.arguments.values())

    def gradient(self, args, argnums):
        """The generated module for these arguments."""
        key = (argnums, *map(key_of, args))
        found = self.made.get(key)
        if found is None:
            self.check(args, argnums)
        if found is None or not found.is_current():
            found = self.make(args, argnums)
            found.given_functions = any(functions_in(a, (), []) for a in args)
            self.made[key] = found  # whole, for other threads
        if self.is_simple(found, args, argnums):
            self.numbers[tuple(map(type, args))] = found
        self.last = found
        return found

    def check(self, args, argnums):
        """Refuse arguments of kinds that srcad does not take, or does not differentiate by: their keys tell them apart."""
        for k, a in enumerate(args):
            try:
                check_argument(a, self.names[k], k in argnums)
            except RecursionError:
                raise ValueError(f'{self.names[k]} contains itself, and cannot be differentiated') from None

    def is_simple(self, made, args, argnums):
        """Whether later calls with numbers of these types need no look at their arguments."""
        several = isinstance(self.wrt, (tuple, list))
        return (
            self.all_positional
            and not self.has_aux
            and isinstance(made.result, Number)
            and made.result.active
            and made.result.kind == 'float'
            and list(argnums) == made.outs
            and several == (len(argnums) > 1)
            and all(type(a) in (float, int, bool) for a in args)
            and all(type(args[k]) is float for k in argnums)
        )

    def make(self, args, argnums):
        refusal, held = None, any(holds_objects(args[k]) for k in argnums)
        try:
            types = [self.described(a, n, k in argnums) for k, (a, n) in enumerate(zip(args, self.names))]
            if None not in types:
                made = Gradient(self.function, self.code, types, argnums)
                if not any(classes_in(args[k]) for k in made.changing):  # one object may stand there twice
                    return self.shorter(made, args, argnums)
        except RecursionError:
            pass
        except Mistake:
            raise
        except OnlyByReference:
            pass
        except (NoDerivative, UnsupportedSyntax) as found:
            refusal = None if held else found  # by reference more is known of dicts and objects
        try:
            return self.make_by_reference(args, argnums)
        except RecursionError:
            refuse(NoDerivative, ENDLESS, self.code, self.code.tree)
        except OnlyByReference as found:
            if len(found.args) > 1:
                raise NoDerivative(*found.args) from None
            refuse(NoDerivative, found.msg, self.code, self.code.tree)
        except UnsupportedSyntax:
            if refusal is None or isinstance(refusal, UnsupportedSyntax):
                raise
        raise refusal

    def shorter(self, made, args, argnums):
        """A gradient, or that by reference, which knows more of what objects hold, where axes are not known."""
        if made.text.count('expanded(') < 3:
            return made
        try:
            other = self.make_by_reference(args, argnums)
        except (SyntaxError, RecursionError):
            return made
        return other if len(other.text) < len(made.text) else made

    def described(self, a, n, differentiated):
        """The type of an argument; None if it is differentiated, and known by reference only."""
        return fields(a, n) if differentiated and holds_objects(a) else describe(a, n)

    def make_by_reference(self, args, argnums):
        """The gradient where what changes is followed by reference: longer, and slower, and for any program."""
        heap = Heap()
        types = [heap.describe(a, ('argument', n), k in argnums) for k, (a, n) in enumerate(zip(args, self.names))]
        heap.remember()
        made = Gradient(self.function, self.code, types, argnums, heap)
        result = made.result
        if self.has_aux and isinstance(result, TupleOf) and len(result.items) == 2:
            result = result.items[0]
        if self.has_aux:
            none_given_back(made.result, heap, self.code)
        if result.active and not isinstance(result, Number):
            source = self.code
            last = next((s for s in reversed(source.tree.body) if isinstance(s, gast.Return)), source.tree)
            refuse(
                NoDerivative,
                f'srcad cannot tell that {source.tree.name} returns one real number: return one',
                source,
                last,
            )
        return made

    def run(self, args, argnums, several):
        made = self.gradient(args, argnums)
        given = args
        kept = {k for k, a in enumerate(args) if made.asks_identity and not made.may_change(self.names[k], a)}
        copied = lambda k, a: floated(a) if k in argnums else a if k in kept else own(a, made.writes, made.writes_any)
        args = [copied(k, a) for k, a in enumerate(args)]
        if made.heap is not None and made.heap.given_methods:
            args = [with_own_methods(b, a) for a, b in zip(given, args)]
        if made.asks_identity:
            apart = argnums if made.heap is not None else ()  # what is shared there, the text takes apart
            found = [None if k in apart else a for k, a in enumerate(args)]
            kinds = (tuple,) if made.heap is None else (tuple, np.ndarray)
            aliases.still_one(self.names, given, found, made.held_outside(), kinds)
        args = aliases.checked(made, self.names, given, args)
        if made.places or made.changed and (made.constants or made.defaults) or made.given_functions:
            made.must_be_apart(given, self.names)
        try:
            value, saved = made.primal(*args) if made.has_value else (None, made.primal(*args))
        except ValueError as error:
            told = aliases.explained(error, made, self.names, given)
            if told is error:
                raise
            raise told from error.__cause__
        if self.has_aux and not (type(value) is tuple and len(value) == 2):
            raise TypeError(f'with has_aux {self.function.__name__} must return two values, the first a real number')
        check_scalar(value[0] if self.has_aux and type(value) is tuple else value, self.function)
        try:
            grads = made.adjoint(*saved, *self.seeds(made, value, 1.0))
        except (ZeroDivisionError, OverflowError):  # NumPy says inf or nan here, with its warning
            grads = made.adjoint(*as_numpy(saved), *self.seeds(made, value, np.float64(1.0)))
        grads = grads if len(made.outs) > 1 else (grads,)
        found = dict(zip(made.outs, separate(grads)))
        each = {k: like(found[k], given[k]) if k in found else nothing(given[k], self.names[k]) for k in argnums}
        grads = tuple(each[k] if place is None else each[k][place] for k, place in self.chosen)
        return value, grads if several else grads[0]

    def seeds(self, made, value, one):
        """The adjoint of the value: one; with more values beside it, zeros for those."""
        if self.has_aux:
            items = made.result.items if isinstance(made.result, TupleOf) else ()
            items = items[:1] if made.heap is not None else items  # by reference the first alone has one
            return [one if k == 0 else runtime.zeros_like(value[k]) for k, t in enumerate(items) if t.active]
        return [one] if made.result.active else []

    def source(self, *args, mode='reverse', **kwargs):
        """The text of the gradient: for these arguments, else the last used signature, else numbers."""
        if mode != 'reverse':
            raise ValueError(f"srcad writes mode='reverse' so far, not {mode!r}")
        if args or kwargs:
            return self.gradient(self.bound(args, kwargs), self.argnums).text
        if self.last is not None:
            return self.last.text
        kinds = [p.kind for p in inspect.signature(self.function, follow_wrapped=False).parameters.values()]
        empty = {inspect.Parameter.VAR_POSITIONAL: (), inspect.Parameter.VAR_KEYWORD: {}}
        return self.make([empty.get(k, 0.0) for k in kinds], self.argnums).text

    def generated(self, *args, **kwargs):
        """The generated module for these arguments."""
        return self.gradient(self.bound(args, kwargs), self.argnums).module


class Bound:
    """A differentiable method of one object."""

    def __init__(self, method, instance):
        self.method, self.instance = method, instance
        functools.update_wrapper(self, method.function)

    def __call__(self, *args, **kwargs):
        return self.method.function(self.instance, *args, **kwargs)

    def grad(self, *args, **kwargs):
        return self.value_and_grad(*args, **kwargs)[1]

    def value_and_grad(self, *args, **kwargs):
        return self.method.value_and_grad(self.instance, *args, **kwargs)

    def source(self, *args, **kwargs):
        return self.method.source(*((self.instance, *args) if args or kwargs else ()), **kwargs)


def argument_numbers(wrt, names, function, star):
    """What `wrt` or `argnums` means; names and negative numbers are understood, and arguments behind a star."""
    first = 1 if names and names[0] == 'self' else 0
    chosen = (first,) if wrt is None else wrt if isinstance(wrt, (tuple, list)) else (wrt,)
    out = []
    for w in chosen:
        if isinstance(w, str):
            if w not in names:
                raise ValueError(f'{function.__name__}() has no argument {w!r}: its arguments are {", ".join(names)}')
            out.append((names.index(w), None))
        elif star is not None and w >= star:
            out.append((star, w - star))
        else:
            if not -len(names) <= w < len(names):
                raise ValueError(f'{function.__name__}() has {len(names)} arguments, none with number {w}')
            out.append((w % len(names), None))
    return tuple(out)


def differentiate(function=None, *, wrt=None):
    """Give a function a gradient: `f.grad`, `f.value_and_grad`, `f.source`.

    `wrt` names or numbers the arguments to differentiate by: one, or a tuple of
    them; by default the first. Nothing happens until a gradient is asked for.

    >>> @differentiate(wrt=('a', 'b'))
    ... def plane(a, b):
    ...     return 2 * a + 3 * b
    >>> plane.grad(1.0, 1.0)
    (2.0, 3.0)
    """
    if function is None:
        return lambda f: differentiate(f, wrt=wrt)
    if isinstance(function, (Differentiable, Bound)):
        return function if wrt is None else differentiate(plain(function), wrt=wrt)
    if inspect.ismethod(function):
        return Bound(Differentiable(function.__func__, shifted(wrt)), function.__self__)
    return Differentiable(function, wrt)


def plain(f):
    """The function, or method, under a decorator of srcad."""
    return f.function if isinstance(f, Differentiable) else pytypes.MethodType(f.method.function, f.instance)


def differentiable(f, argnums, has_aux=False):
    """The `Differentiable` of a function, kept with it so that what was made is found again."""
    argnums = tuple(argnums) if isinstance(argnums, list) else argnums
    code = getattr(getattr(f, '__func__', f), '__code__', None)
    if code is not None and code.co_filename == differentiable.__code__.co_filename:
        raise TypeError(
            'srcad does not differentiate what srcad.grad and the like return: '
            'take the functions of the text that srcad.source writes'
        )
    if isinstance(f, Differentiable):
        f = f.function
    elif isinstance(f, Bound):
        return Bound(remembered(f.method.function, shifted(argnums), has_aux), f.instance)
    f = with_source(f)
    if inspect.ismethod(f):
        return Bound(remembered(f.__func__, shifted(argnums), has_aux), f.__self__)
    return remembered(f, argnums, has_aux)


@functools.lru_cache(maxsize=256)
def remembered(function, argnums, has_aux):
    """`srcad.grad(f)(x)` in a loop writes its text once."""
    return Differentiable(function, argnums, has_aux)


def shifted(argnums):
    """Positions of a method's arguments, counted with `self`."""
    one = lambda k: k + 1 if isinstance(k, int) and k >= 0 else k
    return tuple(map(one, argnums)) if isinstance(argnums, (tuple, list)) else one(argnums)


def value_and_grad(f, argnums=0, has_aux=False):
    """A function that returns the value of `f` and its gradient by the arguments `argnums`.

    A tuple of numbers gives a tuple of gradients. With `has_aux` f returns
    (value, more), and so does the result: ((value, more), gradient).

    >>> value_and_grad(lambda x: x**3)(2.0)
    (8.0, 12.0)
    """
    made = differentiable(f, argnums, has_aux)

    @functools.wraps(f, updated=())
    def wrapper(*args, **kwargs):
        return made.value_and_grad(*args, **kwargs)

    return wrapper


def grad(f, argnums=0, has_aux=False):
    """A function that returns the gradient of `f` by the arguments `argnums`.

    >>> grad(np.sin)(0.0)
    1.0
    """
    both = value_and_grad(f, argnums, has_aux)

    @functools.wraps(f, updated=())
    def wrapper(*args, **kwargs):
        value, gradient = both(*args, **kwargs)
        return (gradient, value[1]) if has_aux else gradient

    return wrapper


def source(f, *arguments, argnums=0, mode='reverse'):
    """The text of the gradient of `f` for arguments like these.

    >>> print(source(lambda x: x**2, 3.0).splitlines()[-1])
        return bx
    """
    made = differentiable(f, argnums)
    return made.source(*arguments, mode=mode)
