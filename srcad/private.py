"""Private names: within a class, Python takes `__x` for `_Class__x`."""

import gast

from srcad.tree import children


def mangled(node, cls):
    """A tree with the private names of a class, and of those in it, as they are in Python; it is changed in place.

    The Python Language Reference, 6.2.1, says which names are private.

    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(self, v):\\n    return self.__scale * self.__init__(v)').body[0]
    >>> print(to_source(mangled(f, '_Tank')), end='')
    def f(self, v):
        return self._Tank__scale * self.__init__(v)
    """
    own = getattr(node, 'name', None)
    for field in ('id', 'attr', 'name', 'asname', 'rest'):
        text = getattr(node, field, None)
        if isinstance(text, str):
            setattr(node, field, private(text, cls))
    if isinstance(node, (gast.Global, gast.Nonlocal)):
        node.names = [private(n, cls) for n in node.names]
    inside = set(node.body) if isinstance(node, gast.ClassDef) else ()
    for part in children(node):
        mangled(part, own if part in inside else cls)
    return node


def private(text, cls):
    """A name as it is in a class, or in none.

    >>> private('__x', 'A'), private('__x__', 'A'), private('__x', None), private('__x', '__')
    ('_A__x', '__x__', '__x', '__x')
    """
    hidden = text.startswith('__') and not text.endswith('__') and '.' not in text
    return f'_{cls.lstrip("_")}{text}' if hidden and cls and cls.strip('_') else text
