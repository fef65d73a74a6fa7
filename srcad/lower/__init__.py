"""From Python as people write it to fewer kinds of statements: passes that need no types, in their order.

Each pass rewrites a function's tree so that it computes the same in the same
order. A pass gets the tree and `means`, which says what a dotted name of the
program stands for outside the function, or MISSING.
"""

import gast

from srcad.lower.attributes import attributes
from srcad.lower.closures import closures, defaults, lambdas
from srcad.lower.contexts import contexts
from srcad.lower.deletions import deletions
from srcad.lower.exceptions import exceptions
from srcad.lower.functional import functional
from srcad.lower.generators import generators
from srcad.lower.held import held
from srcad.lower.hoist import hoist
from srcad.lower.imports import imports
from srcad.lower.loops import loop_ends
from srcad.lower.matches import matches
from srcad.lower.names import Means
from srcad.lower.nested_arrays import nested_arrays
from srcad.lower.operators import operators
from srcad.lower.scopes import scopes
from srcad.lower.stars import stars
from srcad.lower.targets import targets
from srcad.lower.yields import yields
from srcad.tree import clone, walk

PASSES = [
    imports,  # what names mean, before anyone asks
    attributes,  # before what looks at targets
    yields,  # first of all, so that the rest sees plain loops
    matches,  # ifs and assignments, whose guards may hold walruses
    loop_ends,  # before walruses, which put breaks of their own into loops
    targets,  # one target for each assignment, a def for each lambda that has a name: what all others count on
    generators,  # to where they are used up, before what they hold is spelled out there
    held,  # functions and iterators stand where they are used: the next two look for them there
    operators,  # functions that are operators, lambdas that are called at once
    functional,  # what goes over iterators goes over what they go over
    nested_arrays,  # what functional has made comprehensions of, too
    contexts,  # `with` without what is `try`, an assignment or a generator by another name
    hoist,  # what expressions assign, and what only loops can spell out
    stars,  # after hoist, whose loops may have such targets
    deletions,  # needs the statements as they will run
    lambdas,  # after what spells expressions out, which may put them in other statements
    defaults,  # what inner functions are defined with
    scopes,  # late: names become attributes
    exceptions,  # `try` around single statements only; it divides what the passes before it have made
]


OF_ONE_FUNCTION = {contexts, exceptions}  # which leave the functions in a function alone


def lowered(source, by_reference=False):
    """A function's tree in the simpler language; the source's own stays as it was written."""
    tree = clone(source.tree)
    for run in [*PASSES, closures] if by_reference else PASSES:
        tree = run(tree, Means(tree, source))
        if run in OF_ONE_FUNCTION:
            for f in [f for f in walk(tree) if isinstance(f, gast.FunctionDef) and f is not tree]:
                run(f, Means(tree, source))
    code = source.function.__code__
    for k, node in enumerate(walk(tree)):  # what a value that is made there is called, whoever calls the function
        node.site = code.co_name, code.co_firstlineno, k
    return tree
