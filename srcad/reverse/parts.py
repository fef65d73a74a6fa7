"""Complex numbers backwards: conjugates of partial derivatives, and real parts for what is real.

The convention is that of `srcad.rules.numbers`. Programs without complex numbers never come here.
"""

import gast

from srcad.algebra import Term, negative
from srcad.analysis.types import Array, ListOf, Number, TupleOf
from srcad.tree import call, constant, dotted, walk


class Parts:
    """The part of `Pullback` for complex numbers."""

    def narrowed(self, b, have, want):
        """The adjoint `b` of a value of type `have` as that of one of type `want`: if that is real, the real part."""
        whole = isinstance(want, (ListOf, TupleOf))  # whose items are narrowed when they are taken
        return real_part(b) if self.has_complex and not whole and is_real(want) and not is_real(have) else b

    def like(self, function, t, shape, *more):
        """`np.zeros_like(x)`; for what may be complex with its dtype, since x may still be real when it runs."""
        out = call(function, shape, *more)
        if isinstance(t, Array) and t.kind == 'complex':
            out.keywords = [gast.keyword('dtype', dotted(f'np.{t.dtype}'))]
        return out

    def with_conjugate(self, c, form, node, args):
        """A partial derivative by its formula, conjugated if it may be complex."""
        if not self.has_complex:
            return c
        power = isinstance(getattr(node, 'op', None), gast.Pow) or getattr(self.calls.get(node), 'key', None) is pow
        if power and not is_real(self.types[node]):  # (-2) ** 0.5
            return conjugate(c)
        return conjugate(c) if any(self.is_complex_factor(n, node, args) for n in walk(form)) else c

    def is_complex_factor(self, n, node, args):
        if isinstance(n, gast.Constant):
            return isinstance(n.value, complex)
        if not isinstance(n, gast.Name):
            return False
        if n.id == 'z':
            return not is_real(self.types[node])
        return n.id == 'cmath' or n.id in args and not is_real(self.types[args[n.id]])


def nothing(t):
    """The adjoint of a number that does not matter."""
    return constant(0j if t.kind == 'complex' else 0.0)


def is_real(t):
    """Whether a value is surely a real number, or an array or a list of them."""
    if isinstance(t, TupleOf):
        return all(map(is_real, t.items))
    if isinstance(t, ListOf):
        return is_real(t.item)
    return isinstance(t, (Number, Array)) and t.kind != 'complex'


def conjugate(term):
    """The complex conjugate of a term.

    >>> from srcad.algebra import factor, product
    >>> from srcad.printer import to_source
    >>> w = factor(gast.Name('w', None, None, None))
    >>> print(to_source(conjugate(product(factor(gast.Constant(2j, None)), w)).tree()).strip())
    -2j * w.conjugate()
    """
    sign = -1 if sum(map(is_imaginary, (*term.over, *term.under))) % 2 else 1
    return Term(sign * term.coef, conjugates(term.over), conjugates(term.under))


def conjugates(factors):
    literals = tuple(f for f in factors if is_imaginary(f))
    rest = tuple(f for f in factors if not is_imaginary(f))
    if not rest:
        return literals
    whole = Term(1, rest)
    tree = whole.tree()
    if isinstance(tree, gast.Call) and getattr(tree.func, 'attr', '') == 'conjugate' and not tree.args:
        return literals + ((tree.func.value, whole.dims),)
    return literals + ((call(gast.Attribute(tree, 'conjugate', gast.Load())), whole.dims),)


def is_imaginary(f):
    return isinstance(f[0], gast.Constant) and isinstance(f[0].value, complex) and f[0].value.real == 0


def real_part(term):
    """The real part of a term: with a factor of 1j, the imaginary part of the rest.

    >>> from srcad.algebra import factor, product
    >>> from srcad.printer import to_source
    >>> b = factor(gast.Name('b', None, None, None))
    >>> print(to_source(real_part(product(factor(gast.Constant(2j, None)), b)).tree()).strip())
    -2 * b.imag
    """
    rest, coef, turns = Term(1, tuple(f for f in term.over if not is_imaginary(f)), term.under), term.coef, 0
    for tree, _ in filter(is_imaginary, term.over):
        size = tree.value.imag
        coef, turns = coef * (int(size) if size.is_integer() else size), turns + 1
    tree = rest.tree()
    if not (isinstance(tree, gast.Attribute) and tree.attr in ('real', 'imag') and not turns):
        tree = gast.Attribute(tree, 'imag' if turns % 2 else 'real', gast.Load())
    out = Term(coef, ((tree, rest.dims),))
    return negative(out) if turns % 4 in (1, 2) else out
