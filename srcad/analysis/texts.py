"""The types of strings, of their parts, and of what their methods give."""

import ast
import itertools
import math

import gast
import numpy as np

from srcad.analysis.results import result
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    CONSTANT_TEXT,
    INT,
    TEXT,
    Anything,
    Known,
    ListOf,
    Number,
    Ref,
    Struct,
    Text,
    TupleOf,
    is_text,
)
from srcad.tree import walk

TO_TEXT = set(
    'capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace '
    'rjust rstrip strip swapcase title translate upper zfill'.split()
)
TO_NUMBER = {'count', 'find', 'index', 'rfind', 'rindex'}
READING = (float, complex, np.float64, np.float32, np.array, np.asarray, np.fromstring, ast.literal_eval)
OF_ONE = (float, complex, np.float64, np.float32, ast.literal_eval)  # of one text, or what is not known
TO_LIST = {'split', 'rsplit', 'splitlines'}


@result(str, repr, format)
def text(types, fresh):
    return text_of(types.values())


def text_of(types):
    """The type of a string that is made of these."""
    return CONSTANT_TEXT if all(map(tells_constants, types)) else TEXT


def tells_constants(t):
    """Whether a string that is made of a value tells of no number that carries a derivative."""
    if isinstance(t, TupleOf):
        return all(map(tells_constants, t.items))
    return isinstance(t, Known) or isinstance(t, Number) and not t.active or isinstance(t, Text) and t.constant


class Texts:
    """The part of `Inference` for strings, which never change and carry no derivative."""

    def text_method(self, node, name, env):
        given = [*node.args, *(k.value for k in node.keywords)]
        for a in given:
            self.expr(a, env)
        self.points(given)
        self.plain(node, None)
        if not hasattr(str, name):
            self.refuse(f'srcad takes this for a plain text, which has no .{name}: use a class, or a function', node)
        made = text_of([self.types[node.func.value], *(self.types[a] for a in given)])
        if name in TO_LIST:
            found = self.parts_of_known(node, name)
            return self.texts(node, Text.of(*found) if found else made)
        if name in ('partition', 'rpartition'):
            return TupleOf(items=tuple(self.parts_of_known(node, name) or (made, made, made)))
        if name.startswith('is') or name in ('startswith', 'endswith'):
            return BOOL
        known = self.made_of_known(node, name) if name in TO_TEXT - {'format', 'format_map', 'join'} else None
        if known is not None:
            return known
        return made if name in TO_TEXT else INT if name in TO_NUMBER else Anything()

    def made_of_known(self, node, name):
        """What a method makes of a string that is one of a few, given constants; None of others."""
        owner, given = self.types[node.func.value], [self.types[a] for a in node.args]
        values = [owner.value] if isinstance(owner, Known) else sorted(getattr(owner, 'values', ()))
        if not values or node.keywords or not all(isinstance(t, Known) for t in given):
            return None
        try:
            made = [Known(value=getattr(v, name)(*(t.value for t in given))) for v in values]
        except (TypeError, ValueError):  # as Python raises then
            return None
        return made[0] if len(made) == 1 else Text.of(*made)

    def parts_of_known(self, node, name):
        """The parts into which a method takes a known string, by constants; None of others."""
        owner, given = self.types[node.func.value], [self.types[a] for a in node.args]
        if node.keywords or not all(is_text(t) and isinstance(t, Known) for t in [owner, *given]):
            return None
        try:
            return [Known(value=part) for part in getattr(owner.value, name)(*(t.value for t in given))]
        except (TypeError, ValueError):  # as Python raises then
            return None

    def texts(self, node, item):
        """The type of a new list of strings."""
        return ListOf(item=item)

    def item_of(self, t, node):
        return letter_of(t) if is_text(t) else super().item_of(t, node)

    def item(self, owner, node):
        if not is_text(owner):
            return super().item(owner, node)
        return text_of([owner]) if isinstance(node.slice, gast.Slice) else letter_of(owner)

    def operation(self, op, args, node):
        types = list(args.values())
        if op == 'Add' and all(map(is_text, types)):
            return together(types)
        if is_text(types[0]) and op == 'Mod' and self.counts(op, types, node):
            return BOTTOM
        if is_text(types[0]) and (op == 'Mod' or not any(t.active for t in types)):
            return text_of(types)
        return super().operation(op, args, node)


def letter_of(t):
    """The type of a letter of a string: of a short one that is known, one of its letters.

    >>> sorted(letter_of(Known(value='ifi')).values)
    ['f', 'i']
    """
    known = isinstance(t, Known) and 0 < len(t.value) <= 12
    return Text.of(*(Known(value=letter) for letter in t.value)) if known else text_of([t])


def together(types):
    """The type of strings one behind the other.

    >>> together([Known(value='do_'), Text.of(Known(value='add'), Known(value='mul'))]).values == {'do_add', 'do_mul'}
    True
    """
    each = [[t.value] if isinstance(t, Known) else sorted(t.values) for t in types]
    few = math.prod(map(len, each)) < 99
    whole = [Known(value=''.join(parts)) for parts in itertools.product(*each)] if few else []
    if not whole:
        known = itertools.takewhile(lambda t: isinstance(t, Known), types)
        return Text(begins=''.join(t.value for t in known), constant=all(map(tells_constants, types)))
    return whole[0] if len(whole) == 1 else Text.of(*whole)


def read_back(instances):
    """Refuse numbers that are read from texts where others, which carry a derivative, are written into texts."""
    told = any(isinstance(n, gast.ExceptHandler) and n.name is not None for i in instances for n in walk(i.tree))
    if any(writes_number(n, i.inference.types) for i in instances for n in written_in(i.tree, told)):
        for i in instances:
            alone = {s.value for s in walk(i.tree) if isinstance(s, gast.Expr)}
            for n in walk(i.tree):
                if isinstance(n, gast.Call) and n not in alone and reads_number(n, i.inference):
                    what = 'whether this text tells a value that carries a derivative'
                    i.inference.refuse(f'srcad cannot tell {what}: keep the number', n)


def written_in(tree, told):
    """The nodes of a tree, without what is only printed, or said in an error that nobody is `told`."""
    todo = [tree]
    while todo:
        n = todo.pop()
        files = [k.value for k in getattr(n, 'keywords', ()) if k.arg == 'file']
        shown = getattr(getattr(n, 'func', None), 'id', '') == 'print' and all(
            getattr(f, 'attr', '') in ('stdout', 'stderr') for f in files
        )
        if (told or not isinstance(n, gast.Raise)) and not shown:
            yield n
            todo += gast.iter_child_nodes(n)


def writes_number(n, types):
    active = lambda e: getattr(types.get(e), 'active', False)
    if isinstance(n, gast.FormattedValue):
        return active(n.value)
    if isinstance(n, gast.BinOp) and isinstance(n.op, gast.Mod):
        return is_text(types.get(n.left)) and active(n.right)
    if not isinstance(n, gast.Call):
        return False
    method = isinstance(n.func, gast.Attribute) and is_text(types.get(n.func.value))
    shows = any(getattr(types.get(n.func), 'value', None) is f for f in (str, repr, format, print))
    return (method or shows) and any(map(active, (*n.args, *(k.value for k in n.keywords))))


def reads_number(n, inference):
    """Whether a call reads a text, or what may be one, or hands it to a function that may."""
    f, t = getattr(inference.types.get(n.func), 'value', None), inference.types.get(getattr(n.func, 'value', None))
    unknown = isinstance(n.func, gast.Attribute) and isinstance(t, (Struct, Anything)) and not is_text(t)
    if is_text(t) and n.func.attr == 'encode' and not tells_constants(t):
        return True
    reads = any(f is g for g in READING)
    if not reads and not unknown and (f is None or is_harmless(f) or inference.program.user_function(f)):
        return False
    given = [inference.types.get(a) for a in [*n.args, *(k.value for k in n.keywords)]]
    held = inference.heap.reached if inference.heap is not None else lambda t: getattr(t, 'items', [t])
    parts = [p for t in given for p in (held(t) if isinstance(t, (Ref, TupleOf)) else [t])]
    parts = [getattr(p, 'item', None) or p for p in parts if p is not None]
    if any(f is g for g in OF_ONE) and any(isinstance(p, Anything) and not p.array and not p.active for p in parts):
        return True
    return any(is_text(p) and not tells_constants(p) and (reads or not getattr(p, 'values', ())) for p in parts)


def is_harmless(f):
    """Whether a function gives no number that it reads from a text."""
    home = getattr(f, '__module__', None) or ''
    own = isinstance(getattr(f, '__self__', None), str) or home == 'builtins' and f not in (eval, int) or isinstance(f, type) and issubclass(f, BaseException)
    return own or home.split('.')[0] in ('warnings', 'logging', 'os', 'posixpath', 'pathlib', 'itertools', 'srcad')
