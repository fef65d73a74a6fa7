"""Indices of lists of which nothing says that they are numbers: a slice object there would give a list."""

import gast

from srcad.runtime import index_of
from srcad.tree import Ours, call, walk


def checked_indices(instance):
    """Let the text look at such indices when it runs; whether there were any."""
    unsure = instance.inference.unsure_indices
    found = [n for n in walk(instance.tree) if n in unsure]
    for n in found:
        n.slice = gast.copy_location(call(Ours('index_of', index_of), n.slice), n.slice)
    if unsure and not found:
        instance.inference.refuse('srcad cannot tell a number from a slice here: use int(...)', next(iter(unsure)))
    return bool(found)
