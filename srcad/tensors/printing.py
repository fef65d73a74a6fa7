"""How tensors are printed: PyTorch's rules for numbers, lines and suffixes."""

import math

import numpy as np

from srcad.tensors import dtypes
from srcad.tensors.graph import AccumulateGrad

OPTIONS = {'precision': 4, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 80, 'sci_mode': None}
PROFILES = {
    'default': {'precision': 4, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 80},
    'short': {'precision': 2, 'threshold': 1000, 'edgeitems': 2, 'linewidth': 80},
    'full': {'precision': 4, 'threshold': math.inf, 'edgeitems': 3, 'linewidth': 80},
}


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None
):  # fmt: skip
    """Choose how tensors are printed; `profile` is 'default', 'short' or 'full'.

    >>> from srcad import tensor
    >>> set_printoptions(precision=2); tensor([0.1234])
    tensor([0.12])
    >>> set_printoptions(profile='default')
    """
    OPTIONS.update(PROFILES[profile] if profile else {})
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth)
    OPTIONS.update({k: v for k, v in given.items() if v is not None})
    OPTIONS['sci_mode'] = sci_mode


def text(x):
    """What `repr` says of a tensor."""
    array, suffixes = x.array, []
    name = 'Parameter containing:\n' if getattr(x, 'is_parameter', False) else ''
    usual = array.dtype in (dtypes.DEFAULT[0].numpy, np.dtype('i8'), np.dtype(bool))
    if array.size == 0:
        body = '[]'
        if array.ndim != 1:
            suffixes.append(f'size={tuple(array.shape)}')
        usual = array.dtype == dtypes.DEFAULT[0].numpy
    else:
        summarize = array.size > OPTIONS['threshold']
        show = formatter(shown(array) if summarize else array)
        body = lines(array, len('tensor('), summarize, show)
    if not usual:
        suffixes.append(f'dtype={x.dtype!r}')
    if not x.is_leaf:
        suffixes.append(f'grad_fn=<{type(x.node).__name__}>')
    elif type(x.node) is AccumulateGrad:
        suffixes.append('requires_grad=True')
    return name + with_suffixes('tensor(' + body, suffixes)


def with_suffixes(out, suffixes):
    """Add what follows the numbers, on the last line or, where that is full, on the next."""
    room = len(out) - out.rfind('\n') + 1
    for s in suffixes:
        if room + len(s) + 2 > OPTIONS['linewidth']:
            out += ',\n' + ' ' * len('tensor(') + s
            room = len('tensor(') + len(s)
        else:
            out += ', ' + s
            room += len(s) + 2
    return out + ')'


def shown(array):
    """The elements that are left where a tensor is summarized."""
    edge = OPTIONS['edgeitems']
    for axis in range(array.ndim):
        if array.shape[axis] > 2 * edge:
            first = np.take(array, range(edge), axis)
            array = np.concatenate([first, np.take(array, range(-edge, 0), axis)], axis)
    return array


def formatter(array):
    """A function from an element to its text, padded to one width, and that width."""
    if array.dtype.kind == 'f':
        one, measured = float_formatter(array)
    else:
        one, measured = str, array.ravel().tolist()
    width = max((len(one(v)) for v in measured), default=1)
    return (lambda v: one(v).rjust(width)), width


def float_formatter(array):
    """The text of a float: `1.` if all are whole, four decimals, or an exponent where the range asks for it.

    With it the elements that decide how wide the texts are: those not zero, inf or nan.
    """
    digits, forced = OPTIONS['precision'], OPTIONS['sci_mode']
    array = array.astype(float)
    finite = array[np.isfinite(array) & (array != 0)]
    sizes = np.abs(finite)
    low, high = (sizes.min(), sizes.max()) if sizes.size else (1.0, 1.0)
    whole = bool((finite == np.ceil(finite)).all())
    wide = bool(high / low > 1000.0 or high > 1.0e8 or low < 1.0e-4)
    measured = finite.tolist()
    if (wide if forced is None else forced) and measured:
        return (lambda v: f'{v:.{digits}e}'), measured
    if whole:
        return (lambda v: f'{v:.0f}' + '.' * math.isfinite(v)), measured
    return (lambda v: f'{v:.{digits}f}'), measured


def lines(array, indent, summarize, show):
    """The numbers in their brackets, broken into lines."""
    edge = OPTIONS['edgeitems']
    if array.ndim == 0:
        return show[0](array.item())
    cut = summarize and len(array) > 2 * edge
    if array.ndim == 1:
        items = list(map(show[0], (array[:edge] if cut else array).tolist()))
        if cut:
            items += [' ...', *map(show[0], array[-edge:].tolist())]
        return row(items, indent, show[1])
    parts = [lines(a, indent + 1, summarize, show) for a in (array[:edge] if cut else array)]
    if cut:
        parts += ['...', *(lines(a, indent + 1, summarize, show) for a in array[-edge:])]
    return '[' + (',' + '\n' * (array.ndim - 1) + ' ' * (indent + 1)).join(parts) + ']'


def row(items, indent, width):
    """One row of numbers, over as many lines as it needs."""
    each = max(1, (OPTIONS['linewidth'] - indent) // (width + 2))
    rows = [', '.join(items[k : k + each]) for k in range(0, len(items), each)]
    return '[' + (',\n' + ' ' * (indent + 1)).join(rows) + ']'
