"""What the adjoint reads of the primal, before it is decided where that is kept."""
import gast

from srcad.tree import walk


class Past(gast.Name):
    """The value that a name (or `atom`, an element) had before, or after, the core node `point`.

    Or only its shape, or (`ref`) the thing itself.
    """

    gathered = False  # whether an index array picks the part: then it is no view
    in_place = is_kept = False  # of an array that the adjoint restores: stands there; what is put back

    def __init__(self, id, point, after=False, atom=None, type=None, shape=False, ref=False):
        super().__init__(id, gast.Load(), None, None)
        self.point, self.after, self.atom, self.type, self.shape, self.ref = point, after, atom, type, shape, ref


class Theirs(gast.Name):
    """A name of the user's from outside the function, whatever ours are called."""

    def __init__(self, id):
        super().__init__(id, gast.Load(), None, None)


class Either(gast.Name):
    """One value in two forms: read from where it is kept, or computed again."""

    def __init__(self, kept, again):
        super().__init__(kept.id, gast.Load(), None, None)
        self.kept, self.again = kept, again
        self.point, self.after = kept.point, kept.after


class Index(gast.Name):
    """The number of the trip in which a loop is, counted from 0."""

    def __init__(self, loop):
        super().__init__('k', gast.Load(), None, None)
        self.point = self.loop = loop


class If:
    """An `if` of the adjoint; its test is that of a branch of the core, or a tree."""

    def __init__(self, branch, test, body, orelse):
        self.branch, self.test, self.body, self.orelse = branch, test, body, orelse


class For:
    """A loop of the adjoint, over the trips of a loop of the core backwards; `collects` if it needs every trip."""

    def __init__(self, loop, body, collects=False):
        self.loop, self.body, self.collects = loop, body, collects


class Within:
    """Lines of the adjoint that stand under a `with` of the program: settings hold for them too."""

    def __init__(self, stmt, body):
        self.stmt, self.body = stmt, body


class Each:
    """A loop of the adjoint over the items of a comprehension."""

    def __init__(self, target, iter, body):
        self.target, self.iter, self.body = target, iter, body


BLOCKS = (If, For, Within, Each)


def lines_in(lines):
    """All statements of adjoint lines, those of blocks too; blocks come before what is in them."""
    for line in lines:
        yield line
        for field in ('body', 'orelse'):
            if isinstance(line, BLOCKS):
                yield from lines_in(getattr(line, field, []))


def trees_in(lines):
    """All trees of adjoint lines."""
    for line in lines_in(lines):
        if isinstance(line, If):
            if line.test is not None:
                yield line.test
        elif isinstance(line, Each):
            yield line.iter
        elif not isinstance(line, (For, Within)):
            yield line


def adjoint_names(lines):
    """The plain names that adjoint lines read or write."""
    return {n.id for tree in trees_in(lines) for n in walk(tree)
            if isinstance(n, gast.Name) and not isinstance(n, (Past, Either, Index))}
