"""Kinds of numbers that a call names or changes: dtypes, casts, rows for complex arguments."""

from dataclasses import replace

import gast
import numpy as np

from srcad.analysis.types import Anything, Array, Known, Number, kind_of
from srcad.rules.numbers import complex_row

MADE = {np.array, np.asarray, np.full, np.full_like}  # take a dtype


class Casts:
    """The part of `Calls` for the kinds of numbers."""

    def cast(self, node, owner):
        """`x.astype(dtype)`; with copy=False the result may be x itself."""
        given = [a for a in node.args] + [k.value for k in node.keywords if k.arg == 'dtype']
        kept = [k for k in node.keywords if k.arg == 'copy']
        dtype = dtype_named(self.types[given[0]]) if given else None
        if dtype is None or len(node.args) > 1 or len(given) + len(kept) < len(node.args) + len(node.keywords):
            if not owner.active:
                self.may_give_back([owner], node)
                return self.plain(node, Anything())
            if dtype is None and len(node.args) == 1 and not node.keywords and self.is_dtype_of_active(given[0]):
                self.calls[node] = self.rule_of(np.copy, node)
                return owner if isinstance(owner, Anything) else Anything(owner.active, array=True)
            self.refuse('srcad knows .astype() with a dtype, and copy, only: leave the others away', node)
        if owner.active and kind_of(dtype) == 'object':
            self.refuse(f'srcad does not differentiate arrays of {dtype}: use an array of floats, or a list', node)
        if kind_of(dtype) not in ('float', 'complex'):
            return self.plain(node, with_dtype(owner, dtype, False))
        self.no_truncation(Array(dtype=dtype), owner, node)
        f = np.asarray if kept else np.copy
        self.calls[node] = self.rule_of(f, node)
        return with_dtype(owner, dtype, owner.active)

    def is_dtype_of_active(self, node):
        """Whether an argument is the dtype, whichever, of what carries a derivative, and so is of real numbers."""
        t = self.types.get(node.value) if isinstance(node, gast.Attribute) and node.attr == 'dtype' else None
        return getattr(t, 'active', False) and getattr(t, 'array', True) and not self.program.has_complex

    def only_item(self, node, owner):
        """`x.item()`: a Python number."""
        self.calls[node] = self.rule_of(np.copy if isinstance(owner, Number) else np.squeeze, node)
        return Number(owner.active, owner.kind)

    def is_dtype(self, node):
        """Whether an argument names a dtype of floats or complex numbers."""
        dtype = dtype_named(self.types[node])
        return dtype is not None and kind_of(dtype) in ('float', 'complex')

    def complex_rule(self, rule, f, types, unsure, node):
        """The row of a function that is given complex numbers, or what may be such."""
        row = complex_row(rule, f)
        if row is None and any(t.active for t in types) and (rule.kind != 'inactive' or f is np.sign):
            numbers = 'numbers that may be complex' if unsure else 'complex numbers'
            self.refuse(
                f'srcad has no derivative for {rule.name} of {numbers}: use their real and imaginary parts', node
            )
        return row or rule


def dtype_named(t):
    """The name of the dtype that an argument stands for; None if it is not known."""
    try:
        return np.dtype(t.value).name if isinstance(t, Known) and t.value is not None else None
    except TypeError:
        return None


def with_dtype(t, dtype, active):
    """The type of a value of type `t` after a cast."""
    if isinstance(t, Anything):
        return Anything(active)
    number = isinstance(t, Number)
    return Number(active, kind_of(dtype), None, dtype) if number else replace(t, active=active, dtype=dtype, given='')
