"""From the derivative table to the functions that nodes call: nothing is differentiated here.

A `Form` is a row of the table for one pattern of arguments, one letter for each:
'a' a tensor that the gradient passes to, 't' another tensor, 'v' any other value,
and for the rows of several arrays that become one 'i', a list of tensors.
"""

import ast
import functools

import gast
import numpy as np

from srcad import elements, factors, runtime
from srcad.tree import Ours, name as plain_name, transform

# Which arguments of a function are asked for their shape alone: no values of those are kept.
SHAPE_ONLY = {
    'shape': {0}, 'size': {0}, 'ndim': {0}, 'unbroadcast': {1}, 'spread': {1}, 'count': {0}, 'part': {2},
    'cumsum_dx': {1}, 'diag_dx': {1}, 'matmul_dx': {1}, 'matmul_dy': {2}, 'dot_dx': {1}, 'dot_dy': {2},
    'outer_dx': {1}, 'outer_dy': {2}, 'inner_dx': {1}, 'inner_dy': {2}, 'placed': {1}, 'take_along_dx': {1},
    'diagonal_dx': {1}, 'solve_dx': {2}, 'solve_dy': {2},
}  # fmt: skip


def outline(x):
    """An array of the shape and dtype of an array, a tensor or a node that takes no memory; its values mean nothing.

    >>> outline(np.ones((2, 3))).shape
    (2, 3)
    """
    if isinstance(x, (list, tuple)):
        return [outline(item) for item in x]
    x = getattr(x, 'array', x)
    return np.ndarray(x.shape, x.dtype, NOTHING, 0, (0,) * len(x.shape))


NOTHING = bytes(16)
# The table writes math for numbers; arrays have the same functions, under the same names, in NumPy.
NAMESPACE = {
    **vars(runtime),
    **vars(elements),
    **vars(factors),
    'runtime': runtime,
    'elements': elements,
    'factors': factors,
    'np': np,
    'math': np,
    'outline': outline,
}


class Form:
    """What a node of one row needs: `keep(*arguments, z)` and `adjoint(bz, *kept)`.

    `keep` answers the values that the adjoint reads, and for those that are
    tensors their counters of writes, each with its count of now. `names` are
    those of the values. `adjoint` answers one gradient for each differentiable
    argument, None where none is wanted.
    """

    def __init__(self, rule, kinds):
        given = dict(zip(rule.params, kinds))
        self.targets = [p for p in rule.params if p in rule.formulas]
        wanted = [p for p in self.targets if given[p] in 'ai']
        trees = {p: rule.formulas[p][0] for p in wanted}
        values, outlines = set(), set()
        for tree in trees.values():
            names_read(tree, values, outlines)
        names = [p for p in (*rule.params, 'z') if p in values or p in outlines]
        self.names = [n if n in values else None for n in names]
        kept = [kept_value(n, given.get(n, 't'), n in values) for n in names]
        self.guarded = [n for n in names if n in values and given.get(n, 't') != 'v']
        guards = [guard(n, given.get(n, 't')) for n in self.guarded]
        self.keep = function([*rule.params, 'z'], f'({tuple_of(kept)}, {tuple_of(guards)})')
        self.several, self.elementwise = 'items' in wanted, rule.kind == 'elementwise'
        gradients = [gradient(rule, trees[p]) if p in trees else 'None' for p in self.targets]
        body = f'[{gradients[0]} for k in range(n)]' if self.several else tuple_of(gradients)
        self.adjoint = function(['bz', *(['n'] if self.several else []), *names], body)

    def keeps(self, saved):
        """Whether what was kept is more than shapes and axes: then backward frees it."""
        return self.elementwise or any(holds_array(v) for n, v in zip(self.names, saved) if n is not None)

    def edges(self, rule, arguments):
        """The nodes of the arguments that can be differentiated by."""
        if self.several:
            return tuple(t.node for t in arguments[list(rule.params).index('items')])
        return tuple(getattr(a, 'node', None) for p, a in zip(rule.params, arguments) if p in rule.formulas)


class Refusal:
    """The form of a node whose backward is refused."""

    several, names, targets = False, [], [None]

    def __init__(self, message):
        self.message = message

    def adjoint(self, bz):
        """RuntimeError, whatever the gradient is."""
        raise RuntimeError(self.message)


def holds_array(value):
    return isinstance(value, np.ndarray) or isinstance(value, tuple) and any(map(holds_array, value))


def names_read(tree, values, outlines):
    """Sort the names that a formula reads: by their values, or by their shapes alone."""
    if isinstance(tree, gast.Name):
        values.add(tree.id)
    elif isinstance(tree, gast.Call):
        name = tree.func.attr if isinstance(tree.func, gast.Attribute) else tree.func.id
        values.add(name)  # a parameter may be a function
        for k, a in enumerate(tree.args):
            if isinstance(a, gast.Name) and k in SHAPE_ONLY.get(name, ()):
                outlines.add(a.id)
            else:
                names_read(a, values, outlines)
        for k in tree.keywords:
            names_read(k.value, values, outlines)
    else:
        for child in gast.iter_child_nodes(tree):
            names_read(child, values, outlines)


def kept_value(name, kind, by_value):
    if kind == 'v':
        return name
    if kind == 'i':
        return f'[t.array for t in {name}]' if by_value else f'outline({name})'
    return f'{name}.array' if by_value else f'outline({name}.array)'


def guard(name, kind):
    if kind == 'i':
        return f'*[c for t in {name} for c in (t.counter, t.counter[0])]'
    return f'{name}.counter, {name}.counter[0]'


def gradient(rule, tree):
    """What an argument receives: a linear row says it, a partial derivative is multiplied by `bz`."""
    text = unparse(tree)
    if rule.kind == 'linear':
        return text
    if text in ('1', '-1'):
        return text[:-1] + 'bz'
    if isinstance(tree, gast.BinOp) and isinstance(tree.op, gast.Div) and unparse(tree.left) in ('1', '-1'):
        return f'{unparse(tree.left)[:-1]}bz / ({unparse(tree.right)})'
    return f'bz * ({text})'


def unparse(tree):
    plain = transform(tree, lambda n: plain_name(n.id) if isinstance(n, Ours) else None)
    return ast.unparse(gast.gast_to_ast(plain))


def tuple_of(texts):
    return '(' + ''.join(t + ', ' for t in texts) + ')'


def function(params, body):
    return eval(f'lambda {", ".join(params)}: {body}', NAMESPACE)


@functools.lru_cache(maxsize=None)
def form(rule, kinds):
    """The form of a row for one pattern of arguments, written when it is first needed.

    >>> from srcad.rules import RULES
    >>> keep, adjoint = (f := form(RULES['Mult'], 'at')).keep, f.adjoint
    >>> f.names, adjoint(1.0, 5.0)
    (['y'], (5.0, None))
    """
    return Form(rule, kinds)


def caller(rule):
    """The function of a row, called with the row's parameters in their order."""
    given = [p for p, default in rule.params.items() if default is None]
    named = [f'{p}={p}' for p, default in rule.params.items() if default is not None]
    return function(list(rule.params), f'{rule.name}({", ".join(given + named)})')
