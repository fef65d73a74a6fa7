"""From Python as people write it to fewer kinds of statements: passes that need no types, in their order.

Each pass rewrites a function's tree so that it computes the same in the same
order. A pass gets the tree and `means`, which says what a dotted name of the
program stands for outside the function, or MISSING.
"""

import gast

from srcad.lower.attributes import attributes
from srcad.lower.carried import carried
from srcad.lower.classes import classes
from srcad.lower.closures import closures, defaults, lambdas
from srcad.lower.columns import columns
from srcad.lower.comprehensions import KINDS
from srcad.lower.contexts import contexts
from srcad.lower.deletions import deletions
from srcad.lower.exits import exits
from srcad.lower.exceptions import exceptions
from srcad.lower.fitting import fitting
from srcad.lower.functional import functional
from srcad.lower.generators import generators
from srcad.lower.held import held
from srcad.lower.hoist import hoist
from srcad.lower.imports import imports
from srcad.lower.lazy import lazy
from srcad.lower.loops import loop_ends
from srcad.lower.made_outside import made_outside
from srcad.lower.matches import matches
from srcad.lower.names import Means
from srcad.lower.nested_arrays import nested_arrays
from srcad.lower.operators import operators
from srcad.lower.one_by_one import one_by_one
from srcad.lower.own_names import own_names
from srcad.lower.pairs import pairs
from srcad.lower.pieces import pieces
from srcad.lower.poured import poured
from srcad.lower.raised_again import raised_again
from srcad.lower.renamed import renamed
from srcad.lower.resumable import resumable
from srcad.lower.searches import searches
from srcad.lower.scopes import Shared, only_read, scopes
from srcad.lower.stars import stars
from srcad.lower.targets import targets
from srcad.lower.yields import yields
from srcad.tree import clone, walk

# Each pass with the kinds of nodes without which it has nothing to do
PASSES = [
    (fitting, (gast.Call, gast.Attribute, gast.Raise)),  # as they are written
    (only_read, (gast.Nonlocal,)),
    (raised_again, (gast.Try,)),
    (exits, (gast.Return, gast.Raise, gast.Break, gast.Continue)),  # all others see only what may run
    (classes, (gast.ClassDef, gast.Call)),  # their methods are functions of their own, to which all passes come later
    (carried, (gast.Try,)),  # it may put the text of other functions here, which all others are to see
    (imports, (gast.Import, gast.ImportFrom)),  # what names mean, before anyone asks
    (made_outside, (gast.Name,)),  # before anyone asks what a function is
    (matches, (gast.Match,)),  # ifs and assignments, before generators with such are put elsewhere
    (renamed, (gast.Call,)),  # before anyone looks for loops over them
    (poured, (gast.Starred, gast.Call)),  # before what stands behind stars is spelled out
    (own_names, (gast.For, gast.Call, gast.Subscript, gast.Compare, gast.Dict) + KINDS),  # which read attributes by their names
    (lazy, (gast.Call,)),  # arguments in their order, before generators become lists or loops
    (attributes, (gast.Call,)),  # before what looks at targets
    (searches, (gast.Call,)),  # before generators are looked into
    (yields, (gast.For, gast.Call) + KINDS),  # first of all, so that the rest sees plain loops
    (contexts, (gast.With,)),  # it puts the text of other functions here too
    (loop_ends, (gast.For, gast.While)),  # before walruses, which put breaks of their own into loops
    (
        targets,
        (gast.Assign, gast.AnnAssign, gast.For) + KINDS,
    ),  # one target for each assignment, a def for each lambda that has a name: what all others count on
    (pairs, (gast.For,) + KINDS),  # what loops go over is looked at part by part from here on
    (generators, (gast.GeneratorExp, gast.Assign)),  # to where they are used up, before what they hold is spelled out there
    (held, (gast.Call,)),  # functions and iterators stand where they are used: the next two look for them there
    (operators, (gast.Call, gast.Subscript)),  # functions that are operators, lambdas that are called at once
    (functional, (gast.Call,)),  # what goes over iterators goes over what they go over
    (one_by_one, (gast.GeneratorExp,)),
    (nested_arrays, KINDS),  # what functional has made comprehensions of, too
    (pieces, (gast.GeneratorExp, gast.Call)),  # before hoist, which makes lists of what is left of generators
    (resumable, (gast.Yield, gast.YieldFrom)),  # what no loop has taken up before
    (
        hoist,
        (gast.NamedExpr, gast.Starred, gast.JoinedStr, gast.Compare, gast.Call) + KINDS,
    ),  # what expressions assign, and what only loops can spell out
    (stars, (gast.Starred,)),  # after hoist, whose loops may have such targets
    (deletions, (gast.Delete,)),  # needs the statements as they will run
    (
        lambdas,
        (gast.Lambda, gast.Call, gast.FunctionDef),
    ),  # after what spells expressions out, which may put them in other statements
    (defaults, (gast.FunctionDef,)),  # what inner functions are defined with
    (scopes, (gast.Nonlocal, gast.Global, Shared)),  # late: names become attributes
    (exceptions, (gast.Try,)),  # `try` around single statements only; it divides what the passes before it have made
]


BY_REFERENCE = [(columns, (gast.Starred,)), (closures, (gast.FunctionDef,))]
OBJECTS = {pieces, resumable}  # by reference only: they make objects
OF_ONE_FUNCTION = {contexts, exceptions}  # which leave the functions in a function alone


def lowered(source, by_reference=False, managers={}):
    """A function's tree in the simpler language; the source's own stays as it was written.

    `managers` are the methods that make contexts, by the places of their calls, as far as they are known.
    """
    tree = passed(source, [*PASSES, *BY_REFERENCE] if by_reference else PASSES, by_reference, managers)
    code = source.function.__code__
    for k, node in enumerate(walk(tree)):  # what a value that is made there is called, whoever calls the function
        node.site = code.co_name, code.co_firstlineno, k, code.co_filename
    return tree


def begun(source, by_reference):
    """A function's tree as far as `contexts` takes it, which puts its text elsewhere, where all others come to it."""
    names = [run for run, _ in PASSES]
    return passed(source, PASSES[: names.index(contexts)], by_reference)


def lowered_generator(source):
    """A generator's tree, by reference, in which each `yield` is left where it stands."""
    return passed(source, [p for p in [*PASSES, *BY_REFERENCE] if p[0] is not resumable], True)


def passed(source, passes, by_reference, managers={}):
    tree = clone(source.tree)
    held = None
    for run, kinds in passes:
        if run in OBJECTS and not by_reference:
            continue
        held = held or {type(n) for s in tree.body for n in walk(s)}
        if held.isdisjoint(kinds):
            continue
        tree = run(tree, Means(tree, source, by_reference, managers))
        if run in OF_ONE_FUNCTION:
            for f in [f for f in walk(tree) if isinstance(f, gast.FunctionDef) and f is not tree]:
                run(f, Means(tree, source, by_reference, managers))
        held = None
    return tree
