"""From Python as people write it to fewer kinds of statements: passes that need no types, in their order.

Each pass rewrites a function's tree so that it computes the same in the same
order. A pass gets the tree and `means`, which says what a dotted name of the
program stands for outside the function, or MISSING.
"""

from srcad.lower.names import Means
from srcad.lower.targets import targets

PASSES = [
    targets,  # one target for each assignment, a def for each lambda that has a name: what all others count on
]


def lowered(tree, function):
    """A function's tree in the simpler language, rewritten in place."""
    for run in PASSES:
        tree = run(tree, Means(tree, function))
    return tree
