"""Which assignments reach a place: the versions of a name.

Each loop is looked at on its own, as one trip: what an inner loop assigns is
assigned by that loop as a whole, and `ENTRY` is what a name holds when the
trip begins. A version is a name, the loop whose trips change it, and the set
of assignments that reach the place; within one trip it is one value.
"""

from dataclasses import dataclass

import gast

from srcad.core import Branch, Dead, End, Leaf, Loop, at_level, levels, nodes
from srcad.tree import COMPREHENSIONS, FUNCTIONS, Ours, children, name, walk, walk_here

ENTRY = 'entry'
START = frozenset([ENTRY])
NEVER_SURE = (*FUNCTIONS, *COMPREHENSIONS, gast.DictComp, gast.SetComp)


@dataclass(frozen=True)
class Version:
    name: str
    level: object  # a Loop, or None: the function
    defs: frozenset
    content: bool = False  # of an array that is written in place: what it holds


def assigned(stmt):
    """The names that a statement binds."""
    if isinstance(stmt, gast.Assign):
        places = stmt.targets
    elif isinstance(stmt, gast.AugAssign):
        places = [stmt.target]
    elif isinstance(stmt, gast.For):
        places = [stmt.target]
    elif isinstance(stmt, gast.With):
        places = [item.optional_vars for item in stmt.items if item.optional_vars is not None]
    else:
        return []
    out = []
    for p in places:
        parts = p.elts if isinstance(p, (gast.Tuple, gast.List)) else [p]
        for e in parts:
            if isinstance(e, gast.Name):
                out.append(e.id)
            elif isinstance(e, (gast.Tuple, gast.List)):
                out += [n.id for n in walk(e) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)]
    return out


class Flow:
    """The versions of names in a core. `touched(node)` adds names that a leaf changes without binding them."""

    def __init__(self, block, touched=lambda leaf: (), params=()):
        self.block, self.touched = block, touched
        self.known, self.order = set(params), {node: k for k, node in enumerate(nodes(block))}
        self.homes = {}  # name -> the nodes that give it a value
        for node in self.order:
            if isinstance(node, Leaf) or isinstance(node, Loop) and isinstance(node.stmt, gast.For):
                for n in assigned(node.stmt):
                    self.homes.setdefault(n, []).append(node)
        self.defs, self.before, self.after, self.ends = {}, {}, {}, {}
        for node in nodes(block):
            if isinstance(node, Leaf):
                self.defs[node] = frozenset(assigned(node.stmt)) | {n for n in touched(node) if self.may_exist(n, node)}
            elif isinstance(node, Loop):
                self.defs[node] = frozenset(assigned(node.stmt) if isinstance(node.stmt, gast.For) else ())
        self.inside = {n: self.changed_in(n) for n in nodes(block) if isinstance(n, Loop)}
        self.ends[None] = self.walk(block, {}, None)
        for loop in self.inside:
            self.ends[loop] = self.walk(loop.body, {n: frozenset([('target', loop)]) for n in self.defs[loop]}, loop)

    def may_exist(self, name, node):
        """Whether a name may have a value before a node: from before it, or from a trip of a loop around both."""
        homes = self.homes.get(name)
        around = set(levels(node))
        return not homes or name in self.known or any(
            self.order[d] < self.order[node] or not around.isdisjoint(levels(d)) for d in homes
        )

    def changed_in(self, loop):
        return self.defs[loop].union(*(self.defs.get(n, ()) for n in nodes(loop.body)))

    def walk(self, block, env, level):
        for node in block:
            if env is None:
                env = None
                break
            self.before[level, node] = env
            env = self.step(node, env, level)
            self.after[level, node] = env
        return env

    def step(self, node, env, level):
        if isinstance(node, (End, Dead)) or isinstance(node, Leaf) and isinstance(node.stmt, gast.Return):
            return None
        if isinstance(node, Leaf):
            return {**env, **{n: frozenset([node]) for n in self.defs[node]}}
        if isinstance(node, Loop):
            return {**env, **{n: env.get(n, START) | {node} for n in self.inside[node]}}
        return merge(self.walk(node.body, env, level), self.walk(node.orelse, env, level))

    def version(self, name, node, after=False, content=False):
        """The version of `name` that is current before (or after) `node`."""
        level = next((l for l in levels(node) if name in self.inside[l]), None)
        place = at_level(node, level)
        env = (self.after if after and place is node else self.before).get((level, place))
        if after and (env is None or place is node and isinstance(node, Branch)):
            env = merge(env, self.at_exits(place, level))
        if env is None:
            env = self.before.get((level, place)) or {}
        return Version(name, level, env.get(name, START), content)

    def at_exits(self, place, level):
        """What reaches the exits in a node, from where the adjoint passes it too; those before one that waits for them."""
        env = None
        flagged = isinstance(place, Branch) and place.stmt is None
        for n in nodes(self.block if flagged else [place]):
            if isinstance(n, End) or isinstance(n, Leaf) and isinstance(n.stmt, gast.Return):
                env = merge(env, self.before.get((level, n)))
        return env

    def reached(self, name, level, node=None, after=False):
        """The assignments of `name` that reach `node`, or the end of the level's block; None: never reached."""
        env = self.ends[level] if node is None else (self.after if after else self.before).get((level, node))
        return env and env.get(name, START) if env is not None else None

    def follow(self, version, target, after=False):
        """What became of a version on the ways to `target` (None: the end of the block): kept, lost, other."""
        self.found = None
        block = version.level.body if version.level else self.block
        first = {'kept'} if ENTRY in version.defs or ('target', version.level) in version.defs else {'other'}
        end = self.follow_block(block, first, version, target, after)
        return end if target is None else self.found if self.found is not None else set()

    def follow_block(self, block, state, version, target, after):
        for node in block:
            if not state:
                break
            if node is target and not after:
                self.found = set(state)
            if isinstance(node, Branch):
                state = {'kept'} if node in version.defs else state  # its answer, taken before it
                state = self.follow_block(node.body, set(state), version, target, after) | self.follow_block(
                    node.orelse, set(state), version, target, after
                )
            elif isinstance(node, (End, Dead)):
                state = set()
            else:
                changes = self.inside[node] if isinstance(node, Loop) else self.defs[node]
                if version.name in changes:
                    new = {'kept'} if node in version.defs else {'lost' if s == 'kept' else s for s in state}
                    state = state | new if isinstance(node, Loop) and node in version.defs else new
                    if isinstance(node, Loop) and node not in version.defs:
                        state = state | {'lost'} if 'kept' in state else state
                if node is target and after:
                    self.found = set(state)
                if isinstance(node, Leaf) and isinstance(node.stmt, gast.Return):
                    state = set()
        return state


def merge(a, b):
    if a is None or b is None:
        return b if a is None else a
    return {n: a.get(n, START) | b.get(n, START) for n in {*a, *b}}


def head_of(node):
    """What a node of the core evaluates before anything else; None if that is not the program's."""
    if isinstance(node, Leaf):
        return node.stmt
    if isinstance(node, Branch):
        return node.test if isinstance(node.test, gast.AST) else None
    return node.stmt.iter if isinstance(node.stmt, gast.For) else node.stmt.test


def surely_read(node):
    """The names that a statement or expression reads whatever the values are.

    >>> sorted(surely_read(gast.parse('u[i] = v if w else x + y').body[0]))
    ['i', 'u', 'w']
    """
    if node is None or isinstance(node, NEVER_SURE):
        return set()
    if isinstance(node, gast.Name):
        return {node.id} if isinstance(node.ctx, gast.Load) and not isinstance(node, Ours) else set()
    parts = children(node)
    if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
        parts = [name(node.target.id), node.value]
    elif isinstance(node, (gast.BoolOp, gast.IfExp)):
        parts = [node.test] if isinstance(node, gast.IfExp) else node.values[:1]
    elif isinstance(node, gast.Compare):
        parts = [node.left, node.comparators[0]]
    return set().union(*map(surely_read, parts))


def surely_assigned(block, names, extra, reads):
    """For each node, the names that are bound on every way to it; and at the end of the block under None.

    `extra` gives the names that are added at a node; `reads` those that an expression fails without.
    """
    out = {}

    def walk(block, have):
        for node in block:
            if have is None:
                return None
            returns = isinstance(node, Leaf) and isinstance(node.stmt, gast.Return)
            out[node] = have | extra.get(node, set()) | reads(node.stmt) if returns else have
            if isinstance(node, (End, Dead)) or returns:
                return None
            have = have | extra.get(node, set()) | reads(head_of(node))
            if isinstance(node, Leaf):
                have = have | set(assigned(node.stmt))
            elif isinstance(node, Branch):
                a, b = walk(node.body, have), walk(node.orelse, have)
                have = b if a is None else a if b is None else a & b
            else:
                targets = set(assigned(node.stmt)) if isinstance(node.stmt, gast.For) else set()
                out[node, 'end'] = walk(node.body, have | targets)
        return have

    out[None] = walk(block, frozenset(names))
    for node in nodes(block):  # a return in a loop, which the core moves behind it, knows what is known inside
        if isinstance(node, Leaf) and isinstance(node.stmt, gast.Return):
            inside = [n for n in nodes(block) if isinstance(n, End) and node.stmt in n.stmts and n in out]
            if inside:
                out[node] = max((out[n] for n in inside), key=len) | extra.get(node, set())
    return out


def names_read(node):
    """The names that a statement or expression reads."""
    return {n.id for n in walk_here(node) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load)}
