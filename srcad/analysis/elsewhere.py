"""Functions that run out of srcad's sight: given to a library, or called by Python itself in tests and comparisons."""

import dis
import inspect
import types as pytypes

import gast

from srcad.analysis.types import Ref, TupleOf
from srcad.analysis.unknown import name_of
from srcad.by_memory import is_of_library
from srcad.lower.classes import functions_of
from srcad.lower.scopes import Captured, Variables
from srcad.tree import walk

# Functions that call methods of the objects that they are given
CALLING = (str, repr, print, format, hash, bool, int, round, all, any)
# What Python runs by itself: in tests, in comparisons
TESTED = ('__bool__', '__len__')
COMPARED = ('__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__', '__contains__', '__iter__', '__hash__')


def tests_in(tree):
    """The expressions whose truth is asked, and those that are compared; each with the methods that this runs."""
    for n in walk(tree):
        if isinstance(n, (gast.If, gast.While, gast.IfExp, gast.Assert)):
            yield n.test, TESTED
        elif isinstance(n, gast.BoolOp):
            yield from ((e, TESTED) for e in n.values)
        elif isinstance(n, gast.UnaryOp) and isinstance(n.op, gast.Not):
            yield n.operand, TESTED
        elif isinstance(n, gast.comprehension):
            yield from ((e, TESTED) for e in n.ifs)
        elif isinstance(n, gast.Compare) and not all(isinstance(op, (gast.Is, gast.IsNot)) for op in n.ops):
            yield from ((e, COMPARED) for e in (n.left, *n.comparators))
        elif isinstance(n, gast.Subscript):
            yield n.slice, COMPARED
        elif isinstance(n, gast.Call):
            yield from ((e, COMPARED) for e in n.args)


def run_by_python(instance, places):
    """Refuse tests and comparisons of objects whose methods read or set what is written outside."""
    types, heap = instance.inference.types, instance.inference.heap
    for node, names in tests_in(instance.tree):
        t = types.get(node)
        parts = heap.reached(t) if isinstance(t, (Ref, TupleOf)) else ()
        classes = {cls for part in parts if isinstance(part, Ref) for cls in heap.kinds_of(part)}
        for f in (inspect.getattr_static(cls, n, None) for cls in sorted(classes, key=name_of) for n in names):
            if uses(f, places):
                what = f'{name_of(f)} reads or sets outside, where Python calls it'
                instance.inference.refuse(f'srcad cannot follow what {what}: call a method', node)


def uses(f, places, seen=None):
    """Whether a function, or a method of a class, may read or set one of some places."""
    f, seen = plainly(f), set() if seen is None else seen
    if id(f) in seen or is_of_library(f):
        return False
    seen.add(id(f))
    if isinstance(f, type):
        return any(uses(m, places, seen) for c in f.__mro__ for m in functions_of(c))
    if not isinstance(f, pytypes.FunctionType):
        return False
    words, cells = names_in(f.__code__), f.__closure__ or ()
    for kind, owner, *attr in places:
        if kind == 'cell' and owner in map(id, cells) or kind == 'default' and owner == id(f):
            return True
        if attr and attr[0] in words:
            return True
    others = [f.__globals__.get(n) for n in words] + [getattr(c, 'cell_contents', None) for c in cells]
    return any(uses(g, places, seen) for g in others if callable(g))


def names_in(code):
    """The names that a function's code reads or sets, also in the functions in it."""
    return {n for c in codes_in(code) for n in (*c.co_names, *c.co_freevars)}


def plainly(f):
    """The function behind a method, or behind what a library has wrapped around it."""
    for part in ('__func__', '__wrapped__', 'py_func'):
        f = getattr(f, part, f) if callable(f) and not isinstance(f, (type, pytypes.FunctionType)) else f
    return f


def sets_globals(f, seen=None):
    """Whether a function, or one that it reads from its module, assigns variables of its module."""
    f, seen = plainly(f), set() if seen is None else seen
    if id(f) in seen or not isinstance(f, pytypes.FunctionType) or is_of_library(f):
        return False
    seen.add(id(f))
    steps = [step.opname for code in codes_in(f.__code__) for step in dis.get_instructions(code)]
    if 'STORE_GLOBAL' in steps or 'DELETE_GLOBAL' in steps:
        return True
    return any(sets_globals(f.__globals__.get(n), seen) for n in names_in(f.__code__))


def sets_others(tree):
    """Whether a function within a function assigns variables of others."""
    return any(isinstance(getattr(n, 'value_of', None), (Captured, Variables)) for n in walk(tree))


def codes_in(code):
    return [code, *(c for part in code.co_consts if isinstance(part, pytypes.CodeType) for c in codes_in(part))]
