"""Objects of which an iterator is asked for later than Python does: where that may be another one, it is refused."""

import gast

from srcad.lower.yields import is_generator
from srcad.tree import walk


def not_too_late(iterated, instances):
    """Refuse to run later over an object whose `__iter__` changes something, or reads attributes that are set anew.

    `iterated` holds what was run over: where, and its type.
    """
    trees = [i.tree for i in instances if i.source.function.__name__ != '__init__']
    for inference, node, t in iterated:
        for f in inference.methods(t, '__iter__'):
            source = inference.program.sources.get(f)
            if source is not None and not is_generator(source.tree) and changes_meanwhile(source.tree, trees):
                why = 'srcad asks this object for its iterator where it is run over, and it may be another then'
                inference.refuse(f'{why}: write iter(...) in a line before', node)


def is_late(node, source):
    """Whether Python has the iterator already: of what a generator, or an iterator of itertools, was made with."""
    return getattr(node, 'late', False) or source.function.__module__ == 'srcad.iterators'


def changes_meanwhile(asked, trees):
    """Whether what a method asks for may be another iterator later: it does more than to hand on that of an attribute, or
    that attribute is set elsewhere."""
    attributes = lambda tree, ctx: {n.attr for n in walk(tree) if isinstance(n, gast.Attribute) and isinstance(n.ctx, ctx)}
    made = asked.body[-1].value if isinstance(asked.body[-1], gast.Return) else None
    if len(asked.body) > 1 or not isinstance(made, gast.Call) or not all(map(is_handed_on, [made, *made.args])):
        return True
    read = attributes(asked, gast.Load)
    return any(not read.isdisjoint(attributes(tree, gast.Store)) for tree in trees)


def is_handed_on(node):
    """`iter(self.xs)`, `self.xs`, `self.xs.values()`."""
    if isinstance(node, gast.Call):
        view = getattr(node.func, 'attr', '') in ('values', 'keys', 'items')
        return getattr(node.func, 'id', '') == 'iter' or view and is_handed_on(node.func.value)
    return isinstance(node, gast.Attribute) and isinstance(node.value, gast.Name)
