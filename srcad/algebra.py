"""Products and sums as a person would write them: number, adjoint, the rest.

A `Term` is a number times factors over factors. Factors of arrays stand last,
so that an array is multiplied once.
"""
from dataclasses import dataclass, replace

import gast

from srcad.analysis.types import broadcast
from srcad.tree import constant


@dataclass(frozen=True)
class Term:
    """coef * over / under; each factor is a tree with its axes. `dims` None: axes unknown."""
    coef: object = 1
    over: tuple = ()
    under: tuple = ()

    @property
    def dims(self):
        out = ()
        for _, dims in (*self.over, *self.under):
            if dims is None:
                return None
            out = broadcast(out, dims, lambda axis: dims[-1] if dims else 1)
        return out

    @property
    def is_name(self):
        """Whether the term is a name, or a number times a name, and which."""
        return not self.under and len(self.over) == 1 and isinstance(self.over[0][0], gast.Name)

    def tree(self):
        scalars = [t for t, d in self.over if d == ()]
        arrays = [t for t, d in self.over if d != ()]
        count = sum(map(is_small, scalars + arrays))
        if count > 1 or count and self.coef != 1:  # behind what makes floats of them
            small = [t for t in scalars + arrays if is_small(t)]
            scalars, arrays = [t for t in scalars if not is_small(t)], [t for t in arrays if not is_small(t)] + small
        below, under = [t for t, d in self.under if d == ()], [t for t, d in self.under if d != ()]
        if not scalars and not arrays:
            return divided(constant(self.coef), below + under)
        head = scalars if scalars or abs(self.coef) != 1 else arrays
        head, rest = list(head), arrays if head is scalars else []
        first_is_small = is_small((head + rest)[0])
        if abs(self.coef) != 1 or self.coef == -1 and first_is_small:
            head.insert(0, constant(float(self.coef) if first_is_small else self.coef))
        elif self.coef == -1:
            head[0] = negated(head[0])
        out = head[0]
        for factor in head[1:]:
            out = times(out, factor)
        out = divided(out, below)
        for factor in rest:
            out = times(out, factor)
        return divided(out, under)

    def key(self):
        return tuple(sorted(key(t) for t, _ in self.over)), tuple(sorted(key(t) for t, _ in self.under))


ZERO = Term(0)


def small(tree):
    """The same tree, noted to be of truths or of integers that have a size: products of such may not fit."""
    new = tree.__class__.__new__(tree.__class__)
    new.__dict__.update(tree.__dict__, small=True)
    return new


def is_small(tree):
    return getattr(tree, 'small', False)


def factor(tree, dims=()):
    """The term of one factor; a number becomes the coefficient."""
    if isinstance(tree, gast.Constant) and type(tree.value) in (int, float):
        return Term(tree.value)
    if isinstance(tree, gast.UnaryOp) and isinstance(tree.op, gast.USub):
        return negative(factor(tree.operand, dims))
    return Term(1, ((tree, dims),))


def product(a, b):
    return Term(a.coef * b.coef, a.over + b.over, a.under + b.under)


def quotient(a, b):
    """a / b; the number of b goes into the coefficient only if that is exact."""
    coef, under = a.coef, a.under + b.over
    if b.coef in (1, -1):
        coef = coef * b.coef
    elif not isinstance(b.coef, int) and b.coef and (1 / b.coef).is_integer():
        coef = coef * int(1 / b.coef) if isinstance(coef, int) else coef / b.coef
    else:
        under = a.under + ((constant(b.coef), ()),) + b.over
    return Term(coef, a.over + b.under, under)


def negative(a):
    return replace(a, coef=-a.coef)


def negated(tree):
    return gast.UnaryOp(gast.USub(), tree)


def times(a, b):
    return gast.BinOp(a, gast.Mult(), b)


def divided(a, factors):
    for f in factors:
        a = gast.BinOp(a, gast.Div(), f)
    return a


def key(node):
    """A text that two trees share only if they are the same expression of the same versions."""
    if isinstance(node, gast.Name):
        point = getattr(node, 'point', None)
        atom = getattr(node, 'atom', None)
        place = key(atom) if atom is not None else node.id
        return f'{place}@{id(point)}{getattr(node, "after", "")}' if point is not None else node.id
    if isinstance(node, gast.AST):
        return f'{type(node).__name__}({",".join(key(v) for _, v in gast.iter_fields(node))})'
    if isinstance(node, list):
        return '[' + ','.join(map(key, node)) + ']'
    return repr(node)


def combined(terms):
    """The terms with like ones added up, in the order in which they first appear."""
    out = {}
    for t in terms:
        k = t.key()
        out[k] = replace(out[k], coef=out[k].coef + t.coef) if k in out else t
    return [t for t in out.values() if t.coef != 0] or [ZERO]


def total(terms):
    """The tree of a sum of terms; a negative one is subtracted."""
    first, *rest = terms
    out = first.tree()
    for t in rest:
        if t.coef < 0:
            out = gast.BinOp(out, gast.Sub(), negative(t).tree())
        else:
            out = gast.BinOp(out, gast.Add(), t.tree())
    return out