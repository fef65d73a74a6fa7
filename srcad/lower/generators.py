"""Generator expressions that have a name and are used up once."""

import gast

from srcad.tree import FUNCTIONS, assign, children, clone, name, placed, walk

REPEATED = (gast.AsyncFor, gast.While, gast.ListComp, gast.SetComp, gast.DictComp, gast.GeneratorExp, *FUNCTIONS)


def generators(function, means):
    """A generator stands where it is used up; what it runs over is taken where it was made.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(v, x):\\n    g = (a * x for a in v)\\n    x = x * x\\n    return sum(g)').body[0]
    >>> print(to_source(generators(f, Means(f, None))), end='')
    def f(v, x):
        items = v
        x = x * x
        return sum(a * x for a in items)
    """

    def moved(statements):
        """The statements of a block, each generator that is named there and used once in it moved to its use."""
        out = list(statements)
        for k, s in enumerate(statements):
            if is_named(s) and uses(function, s.targets[0].id) == 2:
                text, generator = s.targets[0].id, s.value
                held = next((c for later in statements[k + 1 :] for c in calls_once(later, text)), None)
                if held is not None:
                    items = means.fresh('items')
                    out[k] = placed([assign(items, generator.generators[0].iter)], s)[0]
                    generator.generators[0].iter = gast.copy_location(name(items), generator)
                    generator.generators[0].iter.late = True
                    held.args = [generator if is_name(a, text) else a for a in held.args]
        return out

    for s in walk(function):
        if isinstance(s, gast.Assign) and isinstance(s.targets[0], (gast.Tuple, gast.List)):
            s.value = each_of_few(s.value, means)
        if (
            isinstance(s, gast.Assign)
            and isinstance(s.targets[0], (gast.Tuple, gast.List))
            and isinstance(s.value, gast.GeneratorExp)
        ):
            s.value = gast.copy_location(gast.ListComp(s.value.elt, s.value.generators), s.value)  # used up at once
    for part in list(walk(function)):
        for field in ('body', 'orelse', 'finalbody'):
            if isinstance(getattr(part, field, None), list):
                setattr(part, field, moved(getattr(part, field)))
    return function


def each_of_few(node, means):
    """`map(f, (a, b))`, whose values all get names at once, as `(f(a), f(b))`."""
    given = node.args[1:] if isinstance(node, gast.Call) and means(node.func) is map else []
    written = len(given) == 1 and isinstance(given[0], (gast.Tuple, gast.List)) and isinstance(node.args[0], gast.Name)
    if not written or any(isinstance(e, gast.Starred) for e in given[0].elts):
        return node
    each = [gast.Call(clone(node.args[0]), [e], []) for e in given[0].elts]
    return placed([gast.Tuple(each, gast.Load())], node)[0]


def is_named(s):
    return (
        isinstance(s, gast.Assign)
        and len(s.targets) == 1
        and isinstance(s.targets[0], gast.Name)
        and isinstance(s.value, gast.GeneratorExp)
    )


def is_name(node, text):
    return isinstance(node, gast.Name) and node.id == text


def uses(function, text):
    return sum(is_name(n, text) for n in walk(function)) + sum(text in getattr(n, 'names', ()) for n in walk(function))


def calls_once(node, text):
    """The calls in a statement that have the name as an argument, where nothing runs them more than once."""
    if isinstance(node, gast.For):
        node = node.iter
    if isinstance(node, REPEATED):
        return
    if isinstance(node, gast.Call) and any(is_name(a, text) for a in node.args):
        yield node
    for child in children(node):
        yield from calls_once(child, text)
