"""The docstring of a module that was generated: what it differentiates, and where that stands."""

import os

from srcad.analysis.types import UNSURE, Array, Fields, ListOf, Number, TupleOf


def heading(entry, argnums):
    """The docstring, for the function `entry` differentiated by the arguments with these numbers."""
    shown = ', '.join(p + shape_text(entry.types[p]) for p in entry.params)
    by = ', '.join(entry.params[k] for k in argnums)
    title = f'{entry.name}({shown}), differentiated by {by}.'
    return f'"""{title}\n\nWritten by srcad from {origin(entry.source.filename)}.\n"""\n'


def origin(path):
    """The last two parts of a file's path: the same wherever the program is run."""
    return '/'.join(path.replace(os.sep, '/').split('/')[-2:]) if os.sep in path else path


def shape_text(t):
    """How the axes of an argument are shown: x[:, 1], xs: list[[:]].

    >>> shape_text(Array(dims=(1, 1))), shape_text(ListOf(item=Number()))
    ('[1, 1]', '[:]')
    """
    if isinstance(t, Array):
        dims = '[' + ', '.join('1' if d == 1 else ':' for d in t.dims) + ']'
        dtype = '' if t.dtype in ('float64', UNSURE) or t.kind in ('int', 'bool') else f': {t.dtype}'
        return dtype + dims
    if isinstance(t, Number):
        return f': {t.dtype}' if t.dtype not in (None, 'float64') and t.kind == 'float' else ''
    if isinstance(t, ListOf):
        if t.item is None or isinstance(t.item, Number):
            return '[:]'
        return f': list[{shape_text(t.item)}]'
    if isinstance(t, Fields):
        return '{' + ', '.join(n + shape_text(i) for n, i in zip(t.names, t.items)) + '}'
    if isinstance(t, TupleOf):
        return '(' + ', '.join(shape_text(i) or 'number' for i in t.items) + ')'
    return ''
