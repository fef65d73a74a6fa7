"""The module that was generated for one signature: what it was made from, and whether that still holds."""

import abc
import builtins
import functools
import inspect
import sys
import types as pytypes
from collections import deque

import gast
import numpy as np

from srcad.analysis.identity import asks_identity
from srcad.analysis.types import Array, Fields
from srcad.bindings import Direct
from srcad.by_memory import SCALARS, held_by, is_changeable, is_of_library, mapped, owner_of
from srcad.errors import SLIPS, slip
from srcad.generate import Writer
from srcad.holding import holding, meant
from srcad.load import load
from srcad.lower.names import MISSING
from srcad.pointed import at_the_call
from srcad.rules.table import REGISTERED
from srcad.signature import key_of
from srcad.tree import walk

LASTING = ('object', 'str')  # what begins the keys of values that cannot change in kind


def is_same(a, b):
    """Whether two values are one, or one method of one object, which Python makes anew at each look."""
    if a is b:
        return True
    if isinstance(a, pytypes.MethodType) and isinstance(b, pytypes.MethodType):
        return a.__func__ is b.__func__ and a.__self__ is b.__self__
    both = isinstance(a, pytypes.BuiltinMethodType) and isinstance(b, pytypes.BuiltinMethodType)
    return both and a.__name__ == b.__name__ and a.__self__ is b.__self__


def same_items(a, b):
    """Whether two dicts, or None for an empty one, hold the same things under the same names."""
    a, b = a or {}, b or {}
    return a is b or a.keys() == b.keys() and all(a[k] is b[k] for k in a)


def sharing(values):
    """Which places of values hold one thing that may change, by pairs of their paths.

    >>> a = [1.0]; sharing([{'a': a, 'b': [2.0]}]), sharing([{'a': a, 'b': a}])
    (frozenset(), frozenset({((0, 'a'), (0, 'b'))}))
    """
    first, pairs = {}, set()

    def look(x, path):
        if isinstance(x, SCALARS):
            return
        known = id(owner_of(x) if isinstance(x, np.ndarray) else x)
        if known in first:
            pairs.add((first[known], path)) if is_changeable(x) else None
        else:
            first[known] = path
            mapped(x, lambda item, of, key: look(item, (*path, '*' if isinstance(of, (list, deque)) else key)))

    for k, value in enumerate(values):
        look(value, (k,))
    return frozenset(pairs)


def classes_behind(writer, known):
    """The classes of the program that the text knows, as it stands or by an object."""
    used = [v if isinstance(v, type) else type(v) for v in known]
    used += [t.of for i in writer.program.all() for t in i.types.values() if isinstance(t, Fields)]
    used += writer.heap.kinds.values() if writer.heap is not None else []
    return {c for cls in used if isinstance(cls, type) for c in cls.__mro__ if c is not object and not is_of_library(c)}


def of_module(names, n):
    """What a function that has these globals means by a name."""
    return names[n] if n in names else getattr(builtins, n, MISSING)


def of_cell(cell, _):
    """What a function means by a variable that it captures."""
    return cell.cell_contents


def of_object(o, n):
    return getattr(o, n, MISSING)


def as_it_lies(o, n):
    """An attribute that is not asked for: a descriptor itself."""
    return inspect.getattr_static(o, n, None)


def of_partial(f, n):
    """What a partial function hands in under a name; how many names it has."""
    return len(f.keywords) if n is None else f.keywords.get(n, MISSING)


def stands_for(cls, _):
    """The class that stands for one that inherits from list or dict, by the one that stood."""
    return holding(meant(cls))


def meanings(writer, used, attributes):
    """What a text was made from and what may come to mean another thing: (how to read it, owner, name, value)."""
    for (f, n), v in used.items():
        inner = f.__code__.co_freevars
        yield (of_cell, f.__closure__[inner.index(n)], n, v) if n in inner else (of_module, f.__globals__, n, v)
    for names, n in {(id(names), n): (names, n) for names, n in writer.program.missing}.values():
        yield of_module, names, n, MISSING
    for o, n, value in attributes:
        yield of_object, o, n, value
    for f in [f for f in (*used.values(), *(v for _, _, v in attributes)) if type(f) is functools.partial]:
        yield of_partial, f, None, len(f.keywords)
        yield from ((of_partial, f, n, value) for n, value in f.keywords.items())
    for o, n, value in [w for s in {i.source for i in writer.program.all()} for w in s.watched.values()]:
        if as_it_lies(o, n) is value:  # not what an earlier text was put for
            yield as_it_lies, o, n, value
    for cls in {k for k in (writer.heap.kinds.values() if writer.heap is not None else ()) if meant(k) is not k}:
        yield stands_for, cls, None, cls


def imported(sources):
    """What functions import themselves: (module, name, value)."""
    found = [(sys.modules.get(b.home), b.name, b.value) for s in sources for b in s.bound.values() if b.name is not None]
    return [(module, n, value) for module, n, value in found if getattr(module, n, MISSING) is value]


def written(writer):
    """The text of a module; what is refused in a stand-in is refused at its call."""
    try:
        return writer.write()
    except SyntaxError as error:
        raise at_the_call(error, writer.program) from error.__cause__


def functions_in(x, inside, found):
    """The functions in an argument, but for methods of what holds them, which are followed."""
    if isinstance(x, pytypes.MethodType) and id(x.__self__) in inside or isinstance(x, SCALARS) or id(x) in inside:
        return found
    if isinstance(x, functools.partial) or callable(x) and not isinstance(x, type) and not is_changeable(x):
        found.append(x)
    elif not isinstance(x, np.ndarray):
        mapped(x, lambda item, of, key: functions_in(item, (*inside, id(x)), found))
    return found


def behind(f, found):
    """What a function has of its own that may change, by id."""
    if isinstance(f, pytypes.FunctionType):
        own = [c.cell_contents for c in f.__closure__ or () if c != pytypes.CellType()]
        own += [*(f.__defaults__ or ()), *(f.__kwdefaults__ or {}).values()]
    elif isinstance(f, functools.partial):
        own = [f.func, *f.args, *f.keywords.values()]
    else:
        own = [getattr(f, '__self__', None), getattr(f, '__func__', None)]
    for x in own:
        held_by(x, found)
        for g in functions_in(x, (), []):
            if g is not f and id(g) not in found:
                found[id(g)] = g
                behind(g, found)
    return found


class Gradient:
    """The module that was generated for one signature, ready to run."""

    def __init__(self, function, source, types, argnums, heap=None):
        try:
            writer = Writer(source, types, argnums, heap)
            self.text = written(writer)
        except SLIPS as error:
            raise slip(error, source) from error
        self.writer, self.argnums, self.lines = writer, argnums, writer.lines
        entry = writer.entry
        self.module = load(
            f'srcad.generated.{function.__module__}.{function.__qualname__}'.replace('<', '').replace('>', ''),
            self.text,
        )
        for n, origin in writer.values.items():
            setattr(self.module, n, origin.value if isinstance(origin, Direct) else origin[0].meaning(origin[1]))
        self.primal = getattr(self.module, entry.primal_name)
        self.adjoint = getattr(self.module, entry.adjoint_name)
        self.heap = heap
        self.catches = any(isinstance(n, gast.Try) for i in writer.program.all() for n in walk(i.tree))
        calls = [c for i in writer.program.all() if i.inference is not None for c in i.inference.calls.values()]
        self.may_show = any(getattr(c, 'may_view', False) for c in calls)
        self.writes = any(i.inference.written or i.inference.unseen for i in writer.program.all() if i.inference is not None)
        self.writes_any = heap is not None and heap.arrays_written  # of those that it is given, nobody knows which
        self.written = [(p, entry.params.index(p)) for p in entry.params if p in entry.writes]
        self.changing = [k for k, p in enumerate(entry.params) if p in entry.within | entry.unseen]
        used = writer.names_used()
        self.places = [(p, key_of(p.read())) for p in writer.places.by_key.values()] if heap is not None else []
        self.shared = sharing(p.read() for p, _ in self.places)
        attributes = {(id(o), n): (o, n, value) for o, n, value in writer.program.attributes}
        attributes = [*attributes.values(), *imported(writer.program.sources.values())]
        self.meanings = list(meanings(writer, used, attributes))
        known = [*used.values(), *(v for _, _, v in attributes)]
        behind = {f: [v for v in (f.__defaults__, f.__kwdefaults__) if v] for f in writer.program.sources}
        self.defaults = [v for f, values in behind.items() if f is not function for v in values]  # its own are arguments
        keys = [(v, key_of(v)) for v in known + sum(behind.values(), [])]
        self.kinds = [(v, key) for v, key in keys if type(key) is tuple and key[0] not in LASTING]
        self.constants = [v for v in known if is_changeable(v) or isinstance(v, tuple)]
        self.classes = [(c, c.__mro__, vars(c).get('__init__'), frozenset(vars(c))) for c in classes_behind(writer, known)]
        self.token, self.rules = abc.get_cache_token(), len(REGISTERED)
        self.functions = [(f, f.__code__, f.__defaults__, dict(f.__kwdefaults__ or {})) for f in writer.program.sources]
        self.result, self.has_value = entry.result, entry.has_value
        self.outs = [entry.params.index(p) for p in entry.outs]

    def is_current(self):
        """Whether everything that the text was made from is still what it was."""
        for read, owner, n, value in self.meanings:  # at each call: it has no more calls within than it needs
            found = read(owner, n)
            if found is not value and not is_same(found, value):
                return False
        for f, code, defaults, more in self.functions:
            if f.__code__ is not code or f.__defaults__ is not defaults or not same_items(f.__kwdefaults__, more):
                return False
        if self.places and not self.constants_stay():
            return False
        if self.rules != len(REGISTERED) or self.token != abc.get_cache_token():
            return False  # a function has got a row, an abstract class another one that counts as its own
        for cls, bases, init, names in self.classes:
            own = vars(cls)
            if cls.__mro__ is not bases or own.get('__init__') is not init or own.keys() != names:
                return False
        return all(key_of(value) == key for value, key in self.kinds)

    def constants_stay(self):
        """Whether what is written outside is of the kinds that it was, and nothing else leads to it."""
        written = self.written_outside()
        return (
            all(key_of(p.read()) == k for p, k in self.places)
            and not any(written.keys() & held_by(v, {}).keys() for v in self.constants)
            and sharing(p.read() for p, _ in self.places) == self.shared
        )

    def written_outside(self):
        """What may change of what the places of outside hold: the name of the place by its id."""
        return {i: p.text for p, _ in self.places for i in held_by(p.read(), {})}

    def must_be_apart(self, args, names):
        """Raise if an argument leads to what is written outside: only one of the two would see it."""
        written = self.written_outside()
        for n, a in zip(names, args):
            shared = held_by(a, {}).keys() & written.keys()
            if shared:
                text = written[shared.pop()]
                why = 'which lies outside the function and is written'
                raise ValueError(f'{n} is a part of {text}, {why}: pass a copy')
        self.functions_must_be_apart(args, names)
        outside = self.held_outside() if self.changed else {}
        for n, a in zip(names, args) if outside else ():
            kinds = self.changed.get(n, ())
            if any(i in outside and isinstance(x, np.ndarray) in kinds for i, x in held_by(a, {}).items()):
                also = f'{n} is written, and the function reads it, or a part of it'
                raise ValueError(f'{also}, from outside too: pass a copy')

    def functions_must_be_apart(self, args, names):
        """Raise if a function among the arguments reads by itself what is differentiated, or changed, as an argument."""
        called = {f for f, *_ in self.functions}
        for f in [f for a in args for f in functions_in(a, (), [])]:
            if isinstance(f, pytypes.FunctionType) and f not in called:
                continue
            reached = behind(f, {})
            for k, (n, a) in enumerate(zip(names, args)):
                if (k in self.argnums or n in self.changed) and reached.keys() & held_by(a, {}).keys():
                    what = 'differentiated' if k in self.argnums else 'changed'
                    why = f'a part of {n}, which is {what}: make it a method, or hand that part in'
                    text = getattr(f, 'func', f)
                    raise ValueError(f'{getattr(text, "__name__", text)} keeps {why}')

    @functools.cached_property
    def asks_identity(self):
        """Whether the program may ask whether two things are one: by `is`, `in`, `==` of objects, a set, id()."""
        return any(map(asks_identity, self.writer.program.all()))

    def held_outside(self):
        """What may change of the constants and the defaults that the program reads, by id."""
        found = {}
        for v in [*self.constants, *self.defaults]:
            held_by(v, found)
        return found

    def may_change(self, name, a):
        """Whether the function may change a container in an argument, or an array in one."""
        kinds = self.changed.get(name, ())
        return False in kinds or True in kinds and any(isinstance(x, np.ndarray) for x in held_by(a, {}).values())

    @functools.cached_property
    def changed(self):
        """Which arguments may change: by their names, whether it is arrays in them (True), containers in them (False)."""
        if self.heap is None:
            entry, arrays = self.writer.entry, {p for p, _ in self.written}
            held = {p for p in entry.within | entry.unseen if not isinstance(entry.types[p], Array)}
            return {p: {kind for kind, found in ((True, arrays), (False, held)) if p in found} for p in arrays | held}
        touched = {site[0][1] for site in self.heap.touched if isinstance(site[0], tuple) and site[0][0] == 'argument'}
        arrays = {True} if self.heap.arrays_written else set()
        out = {n: arrays | ({False} if n in touched else set()) for n in self.writer.entry.params}
        return {n: kinds for n, kinds in out.items() if kinds}
