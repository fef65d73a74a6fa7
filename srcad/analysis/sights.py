"""Values of outside through which a program would see what it writes outside, and srcad not.

Partial functions, views of dicts, weak references, what metaclasses do: they have the objects of outside themselves,
where the text works on copies.
"""

import gc
import inspect
import io
import logging
import types as pytypes
import weakref
from collections import deque

import gast
import numpy as np

from srcad.analysis.elsewhere import uses
from srcad.analysis.types import Known
from srcad.analysis.unknown import name_of
from srcad.by_memory import SCALARS, attributes, held_by, is_changeable, is_of_library, is_plain
from srcad.lower.names import MISSING
from srcad.tree import walk

FOLLOWED = (*SCALARS, pytypes.ModuleType, type, classmethod, staticmethod, property, logging.Logger, io.IOBase)
ENOUGH = 5000  # objects that are looked at


def refuse_sights(instance, lookup, places):
    """Refuse values of outside that lead to what is written there, and classes whose classes do."""
    inference, stored, held = instance.inference, inference_names(instance), written_in(places)
    asked = {}  # by id: the value, which is kept so that no other has its id, and whether it leads to a place
    for n in walk(instance.tree):
        t = inference.types.get(n)
        if isinstance(n, gast.Name) and n.id not in stored and isinstance(n.ctx, gast.Load):
            value = lookup(instance, n.id)
        elif isinstance(n, gast.Attribute) and isinstance(inference.types.get(n.value), Known):
            refuse_ways(inference, n, inference.types[n.value].value, places)
            value = inspect.getattr_static(inference.types[n.value].value, n.attr, MISSING)
        else:
            value = MISSING
        if value is not MISSING and id(value) not in asked:
            asked[id(value)] = value, leads_to(value, places) or hides(value, held)
        if value is not MISSING and asked[id(value)][1]:
            refuse(inference, n, value if hasattr(value, '__name__') else type(value))
        if isinstance(t, Known) and isinstance(t.value, type) and uses(type(t.value), places.by_key):
            refuse(inference, n, type(t.value))
        owner = getattr(inference.types.get(n.value), 'value', None) if isinstance(n, gast.Subscript) else None
        made = inspect.getattr_static(owner, '__class_getitem__', None) if isinstance(owner, type) else None
        if uses(getattr(made, '__func__', made), places.by_key):
            refuse(inference, n, owner)


def refuse_ways(inference, node, cls, places):
    """Refuse `A.__dict__` and `A.__subclasses__()`, where they lead to a class of which an attribute is written; and an
    attribute of its metaclass that is."""
    if isinstance(cls, type) and any(('attribute', id(m), node.attr) in places.by_key for m in type(cls).__mro__):
        inference.refuse(f'srcad does not follow .{node.attr} of a metaclass, where it is written: keep it in the class', node)
    if node.attr in ('__dict__', '__subclasses__') and isinstance(cls, type):
        written = {key[1] for key in places.by_key if key[0] == 'attribute'}
        if written & {id(c) for c in (*cls.__mro__, *below(cls))}:
            why = f'srcad does not follow what .{node.attr} leads to, where that is written: read the attribute by its name'
            inference.refuse(why, node)


def below(cls):
    return [d for c in type.__subclasses__(cls) for d in (c, *below(c))]


def inference_names(instance):
    return instance.inference.locals | set(instance.params)


def refuse(inference, node, value):
    what = f'{name_of(value)}, which reads what is written outside'
    inference.refuse(f'srcad does not follow {what}: call the function, or read the value, by its own name', node)


def leads_to(value, places):
    """Whether a value, which is no function of the program, has or calls what sees one of the places."""
    if isinstance(value, FOLLOWED) or isinstance(value, pytypes.FunctionType) and not is_of_library(value):
        return False
    if hasattr(type(value), '__get__') and not is_of_library(type(value)) and uses(type(value), places.by_key):
        return True
    if isinstance(value, (dict, pytypes.MappingProxyType)):
        written = {key[1] for key in places.by_key if key[0] in ('global', 'attribute')}
        if written and written & owners_of(value):
            return True
    held = {id(x) for x in places.written.values()}
    held |= {id(v) for p in places.by_key.values() if is_changeable(v := p.read())} | arrays_at(places)
    owners = {id(vars(x)) for x in places.written.values() if hasattr(x, '__dict__')}
    if is_changeable(value):
        return id(value) in owners
    todo, seen = [value], set()
    while todo:
        v = todo.pop()
        if id(v) in seen or isinstance(v, FOLLOWED):
            continue
        seen.add(id(v))
        if id(v) in held or id(v) in owners or len(seen) > ENOUGH:
            return True
        if isinstance(v, pytypes.FunctionType):
            if uses(v, places.by_key):
                return True
            todo += [getattr(c, 'cell_contents', None) for c in v.__closure__ or ()] if is_of_library(v) else []
        else:
            todo += parts_of(v)
    return False


def owners_of(names):
    """The ids of what has its variables or attributes in a dict, itself among them: `globals()`, `A.__dict__`."""
    (held,) = gc.get_referents(names) if isinstance(names, pytypes.MappingProxyType) else (names,)
    return {id(held)} | {
        id(o)
        for o in gc.get_referrers(held)
        if isinstance(o, type) or isinstance(o, pytypes.FunctionType) and o.__dict__ is held
    }


def parts_of(v):
    """What an object leads to."""
    if isinstance(v, weakref.ref):
        return [v()]
    if isinstance(v, memoryview):
        return [v.obj]
    return [v.base] if isinstance(v, (np.flatiter, np.ndarray)) else gc.get_referents(v)


def written_in(places):
    """What is written outside: ids of objects and arrays."""
    return places.written.keys() | arrays_at(places)


def arrays_at(places):
    """The ids of the arrays at the places, and in what lies there, and of those whose memory they show."""
    held = {}
    for p in places.by_key.values():
        if p.read() is not MISSING:
            held_by(p.read(), held)
    arrays = {i: a for i, a in held.items() if isinstance(a, np.ndarray)}
    return {*arrays, *map(id, arrays.values())}


def hides(value, held):
    """Whether a value leads to what is written by a set, the keys of a dict, or an array of objects or of another class."""
    todo, seen = [(value, False)], set()
    while todo:
        v, hidden = todo.pop()
        if isinstance(v, (*SCALARS, *FOLLOWED)) or (id(v), hidden) in seen:
            continue
        seen.add((id(v), hidden))
        if hidden and id(v) in held:
            return True
        if isinstance(v, dict):
            todo += [(k, True) for k in v] + [(i, hidden) for i in v.values()]
        elif isinstance(v, (list, tuple, deque)):
            todo += [(i, hidden) for i in v]
        elif isinstance(v, (set, frozenset)):
            todo += [(i, True) for i in v]
        elif isinstance(v, np.ndarray) and (v.dtype == object or type(v) is not np.ndarray):
            todo += [(i, True) for i in (v.flat if v.dtype == object else ())] + [(v.base, True)]
        elif is_plain(v):
            todo += [(getattr(v, k), hidden) for k in attributes(v)]
    return False


def refuse_hidden(inference, places):
    """Refuse what would be the module's own where the text has a copy of it."""
    held = written_in(places)
    for p in places.by_key.values():
        if p.read() is not MISSING and hides(p.read(), held):
            why = f'srcad does not follow what a set, the keys of a dict or an array of objects in {p.text} lead to, where that is written'
            inference.refuse(f'{why}: keep it in a list', inference.tree)


def refuse_attributes(inference, places):
    """Refuse to write into the dict of an object's attributes, under a name of its own."""
    for d in places.written.values():
        if isinstance(d, dict) and any(getattr(o, '__dict__', None) is d for o in gc.get_referrers(d)):
            inference.refuse('srcad does not follow what is written into the __dict__ of an object', inference.tree)
