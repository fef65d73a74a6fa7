"""New statements and expressions from their text."""

import gast

from srcad.tree import clone, transform, walk


def statements(text, **parts):
    """The statements of a text in which each name of `parts` stands for a tree, or for another name.

    >>> from srcad.printer import to_source
    >>> from srcad.tree import dotted
    >>> print(to_source(statements('a[...] = np.sort(a)', a='b', np=dotted('numpy'))[0]).strip())
    b[...] = numpy.sort(b)
    """
    tree = gast.parse(text)

    def put(n):
        part = parts.get(n.id) if isinstance(n, gast.Name) else None
        if isinstance(part, str):
            return gast.Name(part, n.ctx, None, None)
        return None if part is None else clone(part)

    for n in (m for s in tree.body for m in walk(s)):
        for field in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
            if hasattr(n, field):
                delattr(n, field)
    return [transform(s, put) for s in tree.body]


def expression(text, **parts):
    """The expression of a text.

    >>> from srcad.printer import expression as printed
    >>> printed(expression('v[k]', v='w', k=gast.Constant(0, None)))
    'w[0]'
    """
    return statements(text, **parts)[0].value
