"""What operations make of numbers, truths and texts, as far as their operands tell."""

from dataclasses import replace

import gast

from srcad.analysis.types import BOOL, Dim, Known, Number


def of_truths(op, t):
    """The type of what an operation makes of truths: of NumPy's `~` makes another, of Python's a number."""
    if op in ('BitAnd', 'BitOr', 'BitXor'):
        return replace(t, kind='bool', dtype=None, size=None)
    return replace(t, kind='int', whole=True, size=None) if op == 'Invert' else t


def int_size(op, types):
    """The value of an int sum or difference, as a size."""
    x, y = (getattr(t, 'size', None) for t in types) if len(types) == 2 else (None, None)
    if isinstance(x, int) and isinstance(y, int):
        return {'Add': x + y, 'Sub': x - y, 'Mult': x * y}.get(op)
    if isinstance(x, Dim) and isinstance(y, int) and op in ('Add', 'Sub'):
        k = y if op == 'Sub' else -y
        return x.minus(k) if k > 0 or x.less + k >= 0 and k else x if not k else None
    return None


def may_leave_reals(types, node):
    """Whether a power of Python's numbers may be complex: a negative number to a fraction."""
    exponent = node.right
    number = isinstance(exponent, gast.Constant) and isinstance(exponent.value, (int, float))
    whole = number and float(exponent.value).is_integer()
    return (
        all(isinstance(t, Number) and t.dtype is None and t.kind != 'complex' for t in types)
        and types[1].kind == 'float'
        and not whole
        and not (isinstance(node.left, gast.Constant) and node.left.value >= 0)
    )


def as_number(t):
    return BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t


def words(op):
    return {'Add': 'the sum', 'Sub': 'the difference', 'Mult': 'the product', 'Div': 'the quotient'}.get(op, op)


def equal_texts(a, b):
    """Whether two values are equal, where a text or None that is known tells it; else None."""
    known = [t for t in (a, b) if isinstance(t, Known) and isinstance(t.value, (str, type(None)))]
    if len(known) == 2:
        return a.value == b.value
    return False if known and any(isinstance(t, Number) for t in (a, b)) else None
