"""What of Python is refused, why, and what to write instead. What no row names is supported."""
import gast

from srcad.errors import UnsupportedSyntax, refuse


def itself(node):
    return node


def otherwise(node):
    """The first statement of the `else` of a loop."""
    return node.orelse and node.orelse[0]


def starred_parameter(node):
    return node.vararg or node.kwarg


def starred_keyword(node):
    return node.arg is None and node


def decorator(node):
    return node.decorator_list and node.decorator_list[0]


def type_parameter(node):
    return getattr(node, 'type_params', None) and node.type_params[0]


ASYNC = 'async code has no derivative: write a plain function'
YIELD = 'a generator has no derivative: collect its values in a list and return that'
STARRED = 'what a star spreads is known only at run time: name each of them, or use one list'
DICT = 'a dict keeps values under keys that are known only at run time: use variables, a tuple or a list'
SET = 'a set has no order, so its values cannot be told apart: use a tuple or a list'
NAMES = 'the function changes a variable that is not its own: take the value as an argument and return the new one'
IMPORT = 'an import inside the function: import at the top of the file'
LOOP_ELSE = 'else after a loop: keep in a variable whether the loop was left early, and test it with if'

# (the kind of node, which part of it is refused, or nothing, and why)
REFUSED = [
    (gast.Yield, itself, YIELD),
    (gast.YieldFrom, itself, YIELD),
    (gast.AsyncFunctionDef, itself, ASYNC),
    (gast.AsyncFor, itself, ASYNC),
    (gast.AsyncWith, itself, ASYNC),
    (gast.Await, itself, ASYNC),
    (gast.comprehension, lambda node: node.is_async and node.target, ASYNC),
    (gast.Global, itself, NAMES),
    (gast.Nonlocal, itself, NAMES),
    (gast.With, itself, 'with: do what it does outside of the function'),
    (gast.Try, itself, 'try: where an exception stops it is known only at run time; test the values with if'),
    (gast.TryStar, itself, 'try: where an exception stops it is known only at run time; test the values with if'),
    (gast.Match, itself, 'match: write it as if and elif'),
    (gast.Delete, itself, 'del: leave the variable, or use another name'),
    (gast.ClassDef, itself, 'a class inside the function: define it at the top of the file'),
    (gast.Import, itself, IMPORT),
    (gast.ImportFrom, itself, IMPORT),
    (gast.For, otherwise, LOOP_ELSE),
    (gast.While, otherwise, LOOP_ELSE),
    (gast.NamedExpr, itself, ':= changes a variable in the middle of an expression: assign it in a line before'),
    (gast.Starred, itself, STARRED),
    (gast.keyword, starred_keyword, STARRED),
    (gast.arguments, starred_parameter, STARRED),
    (gast.Dict, itself, DICT),
    (gast.DictComp, itself, DICT),
    (gast.Set, itself, SET),
    (gast.SetComp, itself, SET),
    (gast.FunctionDef, decorator, 'a decorator inside the function: what it makes of this def is known only at run time; '
                                  'call the plain function'),
    (gast.FunctionDef, type_parameter, 'type parameters: leave them away, or annotate with typing.TypeVar'),
    (gast.TypeAlias, itself, 'a type alias inside the function: define it at the top of the file'),
    (gast.GeneratorExp, itself, 'a generator that is kept can be used only once: write it into the call that uses it, '
                                'or make it a list'),
]


def check(source):
    """Refuse a function that uses what srcad does not differentiate, pointing at the first place in the text.

    >>> from srcad.parse import parse
    >>> def f(x):
    ...     with x:
    ...         return x
    >>> check(parse(f))
    Traceback (most recent call last):
    ...
    srcad.errors.UnsupportedSyntax: with: do what it does outside of the function
    """
    found = [(part, why) for node in nodes(source.tree) for part, why in objections(node)]
    if found:
        node, why = min(found, key=lambda one: place(one[0]))
        refuse(UnsupportedSyntax, why, source, node)


def objections(node):
    """(the refused part, why) for each row that meets the node."""
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
