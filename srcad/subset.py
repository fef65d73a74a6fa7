"""What of Python is refused, and what to write instead. What no row names is supported.

The rows are asked of the function after the passes of `srcad.lower`, which have refusals of their own.
"""
import gast

from srcad.errors import UnsupportedSyntax, refuse


def itself(node):
    return node


def type_parameter(node):
    return getattr(node, 'type_params', None) and node.type_params[0]


ASYNC = 'async code: write a plain function'
YIELD = 'generators: collect the values in a list and return it'
NAMES = 'a function that sets variables of others: take the value as an argument, and return the new one'
TRY = 'a try with except*: catch exceptions one by one, with except'

# (the kind of node, the part of it that is refused or nothing, what it is and what to write instead)
REFUSED = [
    (gast.AsyncFunctionDef, itself, ASYNC),
    (gast.AsyncFor, itself, ASYNC),
    (gast.AsyncWith, itself, ASYNC),
    (gast.Await, itself, ASYNC),
    (gast.comprehension, lambda node: node.is_async and node.target, ASYNC),
    (gast.Yield, itself, YIELD),
    (gast.YieldFrom, itself, YIELD),
    (gast.GeneratorExp, itself, 'generators that no call uses up at once: make a list'),
    (gast.Global, itself, NAMES),
    (gast.Nonlocal, itself, NAMES),
    (gast.TryStar, itself, TRY),
    (gast.NamedExpr, itself, ':= where it cannot be a line before: in a lambda, a default, the message of an assert'),
    (gast.ClassDef, itself, 'classes inside a function: define the class at the top of the file'),
    (gast.FunctionDef, type_parameter, 'type parameters: annotate with a typing.TypeVar instead'),
    (gast.TypeAlias, itself, 'type aliases inside a function: define them at the top of the file'),
]


def check(source, lower):
    """Refuse a function that uses what srcad does not differentiate, pointing at the first place in the text.

    `lower` gives the function after the passes that know other ways to say things.

    >>> from srcad.parse import parse
    >>> def f(x):
    ...     class C:
    ...         pass
    >>> source = parse(f)
    >>> check(source, lambda: source.tree)
    Traceback (most recent call last):
    ...
    srcad.errors.UnsupportedSyntax: srcad does not differentiate classes inside a function: define the class at the top of the file
    """
    if not any(True for node in nodes(source.tree) for _ in objections(node)):
        return
    found = [(part, why) for node in nodes(lower()) for part, why in objections(node)]
    if found:
        node, why = min(found, key=lambda one: place(one[0]))
        refuse(UnsupportedSyntax, f'srcad does not differentiate {why}', source, node)


def objections(node):
    """(the refused part, what it is and what to write instead) for each row that fits the node."""
    for kind, part, why in REFUSED:
        if isinstance(node, kind) and part(node):
            yield part(node), why


def place(node):
    return node.lineno, node.col_offset


def nodes(node):
    """A node and what it holds, but for annotations, which compute nothing, and the generators that a call uses up."""
    yield node
    for field, value in gast.iter_fields(node):
        if field in ('annotation', 'returns'):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(node, gast.Call) and isinstance(child, gast.GeneratorExp):
                yield from (inner for part in gast.iter_child_nodes(child) for inner in nodes(part))
            elif isinstance(child, gast.AST):
                yield from nodes(child)
