"""What surely raises nothing, and how statements leave their block."""

import inspect

import gast

from srcad.by_memory import is_of_library
from srcad.lower.names import MISSING
from srcad.runtime import is_array, is_flat, is_sequence
from srcad.tree import Ours, assigned_names, blocks_of, walk

CLOSING = {'release', 'close', 'flush', 'write', 'unlink'}
TELLING = (isinstance, type, is_array, is_flat, is_sequence)
WORDS = (print, repr, len, format, round, abs, isinstance, str, int, float, bool, type)  # for what is said of a failure
LOGGING = {'debug', 'info', 'warning', 'error', 'exception', 'critical', 'log'}
PLACES = (gast.expr_context, gast.cmpop, gast.boolop, gast.unaryop)


def calm(node, has_value):
    """Whether an expression cannot raise: constants, names that have values, and comparisons of them."""
    if is_told(node):
        return True
    for n in walk(node):
        if isinstance(n, gast.Name):
            if not has_value(n.id):
                return False
        elif isinstance(n, gast.UnaryOp):
            if not isinstance(n.op, gast.Not) and not isinstance(n.operand, gast.Constant):
                return False
        elif isinstance(n, gast.Call):
            if getattr(n.func, 'id', '') not in ('range', 'enumerate', 'zip', 'reversed') or n.keywords:
                return False
        elif isinstance(n, gast.Dict):
            if not all(isinstance(k, gast.Constant) for k in n.keys):
                return False
        elif not isinstance(n, (gast.Constant, gast.Compare, gast.BoolOp, gast.Tuple, gast.List) + PLACES):
            return False
    return True


def asks_truth(n):
    """Whether a name is asked for its truth, which an array of several elements has not."""
    values = n.values if isinstance(n, gast.BoolOp) else [n.operand] if isinstance(n, gast.UnaryOp) else []
    return any(isinstance(v, gast.Name) for v in values)


def is_told(test):
    """Whether srcad itself asks by a test what kind of value a name has."""
    asked = getattr(test, 'left', test)
    ours = isinstance(asked, gast.Call) and isinstance(asked.func, Ours) and asked.func.value_of in TELLING
    return ours or getattr(test, 'tells', None) is not None


def is_guarded(statements):
    """Whether something that fails in them may be caught there."""
    for s in statements:
        inner = [s.body] if isinstance(s, gast.FunctionDef) else blocks_of(s)
        if isinstance(s, (gast.Try, gast.With)) or any(map(is_guarded, inner)):
            return True
    return False


def calm_statement(s, is_calm):
    """Whether a simple statement cannot raise."""
    if isinstance(s, (gast.Pass, gast.Break, gast.Continue, gast.FunctionDef)):
        return True
    if isinstance(s, gast.Return):
        return s.value is None or is_calm(s.value)
    if isinstance(s, gast.Expr):
        return isinstance(s.value, gast.Constant)
    if not isinstance(s, gast.Assign) or not is_calm(s.value):
        return False
    to = s.targets[0]
    if isinstance(to, gast.Tuple):
        return (
            isinstance(s.value, gast.Tuple)
            and len(to.elts) == len(s.value.elts)
            and all(isinstance(e, gast.Name) for e in to.elts)
        )
    return isinstance(to, gast.Name)


def is_quiet(statements, means):
    """Whether statements only give back a lock or a file, or print."""

    def closes(call):
        of_library = gives_of_library(call.func.value, means) if isinstance(call.func, gast.Attribute) else False
        return means(call.func) is print or of_library and call.func.attr in CLOSING

    calls = [getattr(s, 'value', None) for s in statements if not isinstance(s, gast.Pass)]
    return all(isinstance(c, gast.Call) and closes(c) for c in calls)


def only_raises(statements, means, own):
    """Whether a handler that raises changes nothing before, but for names of its `own` function.

    A `try` further out would find it changed.
    """

    def is_calm_call(n):
        f, owner = means(n.func), n.func.value if isinstance(n.func, gast.Attribute) else None
        if isinstance(owner, gast.Constant) or owner is not None and n.func.attr in LOGGING:
            return isinstance(owner, gast.Constant) or gives_of_library(owner, means)
        tells = inspect.isfunction(f) and is_of_library(f) and not f.__module__.startswith('numpy')
        return tells or any(f is g for g in WORDS) or inspect.isclass(f) and issubclass(f, BaseException)

    def is_calm_line(s):
        if isinstance(s, gast.If):
            return only_raises(s.body, means, own) and only_raises(s.orelse, means, own)
        named = isinstance(s, gast.Assign) and all(isinstance(t, gast.Name) and t.id in own for t in s.targets)
        return named or isinstance(s, (gast.Raise, gast.Expr, gast.Pass))

    nodes = [n for s in statements for n in walk(s)]
    changes = any(isinstance(n, (gast.NamedExpr, gast.Yield, gast.YieldFrom)) for n in nodes)
    calls = [n for n in nodes if isinstance(n, gast.Call)]
    return not changes and all(map(is_calm_line, statements)) and all(map(is_calm_call, calls))


def gives_of_library(node, means):
    """Whether an expression is surely of a class that the program has not written itself."""
    if isinstance(node, gast.Call):
        return is_of_library(means(node.func))
    value = means(node)
    if value is not MISSING:
        return is_of_library(type(value))
    held = means.values(node.id) if isinstance(node, gast.Name) else []
    return bool(held) and all(isinstance(v, gast.Call) and gives_of_library(v, means) for v in held)


def bound_by(s):
    """The names that a statement, or the head of one, binds."""
    heads = s.targets if isinstance(s, gast.Assign) else [s.target] if isinstance(s, (gast.AugAssign, gast.For)) else []
    heads = [i.optional_vars for i in s.items if i.optional_vars is not None] if isinstance(s, gast.With) else heads
    return assigned_names(*heads)


def binds(s, text):
    """Whether a statement only gives a name another one."""
    return isinstance(s, gast.Assign) and isinstance(s.value, gast.Name) and s.value.id == text


def handled_names(function):
    """The names of exceptions, which are gone behind their handlers."""
    return {n.name.id for n in walk(function) if isinstance(n, gast.ExceptHandler) and n.name is not None}


def at(node, where):
    """A node in the place of another."""
    return gast.copy_location(node, where)
