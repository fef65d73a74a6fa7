"""What names receive: the lines that give adjoints their contributions."""

import gast

from srcad.algebra import Term, combined, factor, key, negative, total
from srcad.analysis.types import Anything, Array, ListOf, Number, TupleOf, dims_of
from srcad.past import BLOCKS, Index, Past, adjoint_names
from srcad.shapes import copy_of
from srcad.tree import assign, call, constant, name, transform, walk


class Gain:
    """What the adjoint of a name, or a part of it (`place`, a tree), receives.

    `scatter` is an index that may repeat, `part` the type of the part.
    """

    def __init__(self, base, term, type, place=None, scatter=None, part=None):
        self.base, self.term, self.type, self.place, self.scatter, self.part = base, term, type, place, scatter, part


class Receive:
    """The part of `Reverse` that writes contributions."""

    # What names receive

    def gain(self, g):
        self.gains.append(g)

    def ensure(self, n, t):
        """Make the adjoint of an array or a list exist, as the adjoint's own."""
        if n not in self.state:
            self.out.append(assign(self.names.adjoint(n), self.zeros(n, t)))
            self.state[n] = 'owned'
        elif self.state[n] == 'shared' and isinstance(t, (Array, Anything)):
            if n in self.instance.buffers:
                self.inference.refuse(f'{n} is written here, and its adjoint has another name: use a copy', self.stmt)
            self.wanted.add(n)
            self.out.append(self.own(n))
            views = [v for v in self.views_bound if n in self.groups.owners(v)]  # which lie in what was copied
            self.out += [self.laid_out(v) for v in self.in_order(views)]
            self.state[n] = 'owned'

    def ensure_owners(self, n, t=None):
        """Make the adjoints exist that may hold that of `n`, whose type is `t`, if that is known better."""
        for owner in self.groups.owners(n):
            self.ensure(owner, self.groups.type_of(owner) if owner != n or t is None else t)

    def flush(self, *consumed):
        """Write the lines by which names receive what the statement gives them."""
        gains, self.gains = self.gains, []
        entries = {}
        for g in gains:
            place = g.place
            if place is None and g.base in self.groups.views:
                place = name(g.base)
            kind = 'all' if g.scatter == 'all' else 'scatter' if g.scatter else None
            k = (g.base, key(place) if place is not None else None, kind)
            entries.setdefault(k, Entry(g.base, place, g.scatter, g.type, g.part)).terms.append(g.term)
        entries = list(entries.values())
        for e in entries:
            e.terms = e.terms if e.structured else combined(e.terms)
        for n, old in consumed:
            self.identity(n, old, entries)
        entries = [e for e in entries if e.terms]
        self.direct(entries)
        for n, _ in consumed:
            b = self.names.adjoint(n)
            if (
                n not in self.state
                and any(e.base == n and (e.place is not None or self.is_cell(n)) for e in entries)
                and any(b in tree_names(t) for e in entries for t in e.terms)
            ):
                temporary = self.temporary('bresult')
                self.out.append(assign(temporary, name(b)))
                for e in entries:
                    e.terms = [renamed(t, b, temporary) for t in e.terms]
        while entries:
            e = self.next_entry(entries, dict(consumed))
            entries.remove(e)
            self.pending = entries
            self.emit(e, dict(consumed))

    def identity(self, n, old, entries):
        """`y = y + ...`: the adjoint of y stays as it is."""
        b = self.names.adjoint(n)
        for e in entries:
            if e.base == n and e.place is None:
                same = [t for t in e.terms if t.is_name and t.over[0][0].id == b and not isinstance(t.over[0][0], Past)]
                fits = same and (not isinstance(e.type, Array) or self.term_sizes(same[0]) == self.sizes(e.type))
                fits = fits and not (isinstance(e.type, Anything) and self.term_sizes(same[0]) == ())  # it may be an array
                if fits and same[0].coef == 1 and n not in self.state:
                    e.terms.remove(same[0])
                    self.state[n] = old

    def direct(self, entries):
        """What a call's adjoint hands back for a name alone is assigned to that name at once."""
        for line in self.out:
            if not (isinstance(line, gast.Assign) and isinstance(line.targets[0], gast.Tuple)):
                continue
            for t in line.targets[0].elts:
                uses = [e for e in entries if any(t.id in tree_names(x) for x in e.terms)]
                if (
                    len(uses) == 1
                    and len(uses[0].terms) == 1
                    and uses[0].place is None
                    and not self.present(uses[0].base)
                ):
                    term, e = uses[0].terms[0], uses[0]
                    b = self.names.adjoint(e.base)
                    fits = not isinstance(e.type, (Number, Array)) or self.term_sizes(term) == self.sizes(e.type)
                    if (
                        fits
                        and term.is_name
                        and term.coef == 1
                        and b not in {x.id for x in line.targets[0].elts}
                        and b not in adjoint_names(self.out[self.out.index(line) + 1 :])
                        and not any(b in tree_names(x) for f in entries if f is not e for x in f.terms)
                        and b not in self.values
                    ):
                        t.id = b
                        self.state[e.base] = 'owned'
                        e.terms = []
        entries[:] = [e for e in entries if e.terms]

    def next_entry(self, entries, consumed):
        """The first entry whose adjoint no other entry still reads; in a circle, one is set aside first."""
        if self.unread:
            return entries[0]
        for e in sorted(entries, key=lambda e: e.base in consumed and e.place is None):
            b = self.names.adjoint(e.base)
            if not any(b in tree_names(t) for f in entries if f is not e for t in f.terms):
                return e
        e = entries[0]
        b = self.names.adjoint(e.base)
        temporary = self.temporary('bwas')
        self.out.append(assign(temporary, copy_of(name(b), e.type)))
        for f in entries:
            if f is not e:
                f.terms = [renamed(t, b, temporary) for t in f.terms]
        return e

    def emit(self, e, consumed):
        b = self.names.adjoint(e.base)
        if e.place is not None:
            return self.emit_place(e)
        if self.is_cell(e.base):
            self.ensure(e.base, e.type)
            self.out.append(augmented(name(b), e.terms))
            return
        if e.base not in self.state:
            return self.first(e, b, consumed)
        if isinstance(e.type, (ListOf, TupleOf)):
            self.out += [gast.Expr(call('add_to', name(b), t.tree())) for t in e.terms]
        elif isinstance(e.type, Number) or isinstance(e.type, Array) and self.state[e.base] == 'owned':
            self.out.append(augmented(name(b), e.terms))
        else:
            self.wanted.add(e.base)
            self.out.append(assign(b, total([factor(name(b)), *e.terms])))
            self.state[e.base] = 'owned'

    def is_cell(self, n):
        """Whether a name stands for an array without axes that is written: its adjoint must stay an array."""
        t = self.groups.variables.get(n)
        return isinstance(t, Array) and not t.dims and n in self.changing

    def emit_place(self, e):
        self.ensure_owners(e.base, e.type)
        if e.structured:
            self.out += [gast.Expr(call('add_to', self.adjoint_place(e.place, e.base), t.tree())) for t in e.terms]
        elif e.scatter:
            array, index = e.scatter
            less = len(e.terms) == 1 and e.terms[0].coef < 0
            what = negative(e.terms[0]).tree() if less else total(e.terms)
            at = 'np.subtract.at' if less else 'np.add.at'
            self.out.append(gast.Expr(call(at, self.adjoint_place(array, e.base), index, what)))
        else:
            self.out.append(augmented(self.adjoint_place(e.place, e.base), e.terms))

    def first(self, e, b, consumed):
        """The first contribution to an adjoint is assigned."""
        want = dims_of(e.type)
        have = ()
        for t in e.terms:
            have = None if have is None or t.dims is None else have if len(have) >= len(t.dims) and have else t.dims
        sizes = [self.term_sizes(t) for t in e.terms]
        if isinstance(e.type, (ListOf, TupleOf)):
            first, *rest = e.terms
            self.out.append(assign(b, first.tree()))
            self.out += [gast.Expr(call('add_to', name(b), t.tree())) for t in rest]
            self.state[e.base] = 'owned'
            return
        lazy = any(is_laid_later(n, e.base) for t in e.terms for n in walk(t.tree()))
        unsure = isinstance(e.type, Anything) and (lazy or all(s == () for s in sizes))  # it may be an array
        if unsure or isinstance(e.type, Array) and self.sizes(e.type) not in sizes:
            if all(s == () for s in sizes) and not unsure:
                tree = self.like('np.full_like', e.type, self.shape_of(e), total(e.terms))
            elif want is not None and None not in sizes:
                tree = gast.BinOp(call('np.zeros_like', self.shape_of(e)), gast.Add(), total(e.terms))
            else:
                tree = call('expanded', total(e.terms), self.shape_of(e))
            self.out.append(assign(b, tree))
            self.state[e.base] = (
                'owned' if not isinstance(tree, gast.Call) or tree.func.__class__ is gast.Attribute else 'shared'
            )
            return
        tree = total(e.terms)
        if isinstance(tree, gast.Name) and tree.id == b and not isinstance(tree, Past):
            self.state[e.base] = 'shared' if isinstance(e.type, Array) else 'owned'
            return
        tree = self.not_lent(self.apart(tree, e.type), e.type)
        self.out.append(assign(b, tree))
        moved = (
            len(e.terms) == 1
            and e.terms[0].is_name
            and e.terms[0].coef == 1
            and any(
                self.names.adjoint(n) == e.terms[0].over[0][0].id and old == 'owned' and n not in self.state
                for n, old in consumed.items()
            )
            and not any(e.terms[0].over[0][0].id in adjoint_names([l]) for l in self.out[:-1])
            and not any(reads(t, {e.terms[0].over[0][0].id}) for f in self.pending for t in f.terms)
        )
        fresh = is_fresh(tree) or is_adjoint_call(tree)
        self.state[e.base] = 'owned' if isinstance(e.type, Number) or fresh or moved else 'shared'
        if self.state[e.base] == 'shared' and not is_adjoint_call(tree):  # a call has seen to what it was given
            self.share(tree, e.base)

    def not_lent(self, tree, t):
        """A copy of what shares its memory with the adjoint of an array that was lent: a caller has that too."""
        lent = {self.names.adjoint(p) for p in self.instance.buffers}
        alone = is_fresh(tree) or isinstance(t, Number) or is_adjoint_call(tree) or not lent & self.handed_on(tree)
        return tree if alone else copy_of(tree, t)

    def share(self, tree, base=None):
        """What a tree hands on without making it anew has two names from here on."""
        names = self.handed_on(tree)
        for n, state in self.state.items():
            if (
                n != base
                and state == 'owned'
                and self.names.adjoint(n) in names
                and not isinstance(self.type_of(n), Number)
            ):
                self.state[n] = 'shared'

    def handed_on(self, tree):
        """The names in a tree, and those that what is under them may share its memory with."""
        names = {n.id for n in walk(tree) if type(n) is gast.Name}
        for line in reversed(self.out):
            if isinstance(line, gast.Assign) and getattr(line.targets[0], 'id', None) in names:
                if not is_fresh(line.value):
                    names |= {n.id for n in walk(line.value) if type(n) is gast.Name}
        return names

    def shape_of(self, e):
        if e.base in self.bound.values():
            return name(e.base)
        return Past(e.base, self.point, type=e.type, shape=True)


def is_laid_later(n, base):
    """Whether a call gives what a sum of `base` has received: one number for all, or axes of one."""
    f = getattr(n.func, 'id', None) if isinstance(n, gast.Call) else None
    return f == 'spread' or f == 'unbroadcast' and getattr(n.args[1], 'id', None) != base


class Entry:
    """All that one name, or one place of it, receives from a statement."""

    def __init__(self, base, place, scatter, type, part):
        self.base, self.place, self.scatter, self.type, self.part, self.terms = base, place, scatter, type, part, []
        self.structured = scatter == 'all' or isinstance(part if place is not None else type, (ListOf, TupleOf))


def augmented(place, terms):
    """`place += terms`; a single negative term is subtracted."""
    if len(terms) == 1 and terms[0].coef < 0:
        return gast.AugAssign(stored(place), gast.Sub(), negative(terms[0]).tree())
    return gast.AugAssign(stored(place), gast.Add(), total(terms))


def as_argument(index):
    """A subscript as an argument of a call: its slices are written as calls."""

    def sliced(n):
        if isinstance(n, gast.Slice):
            return call('slice', *(constant(None) if e is None else e for e in (n.lower, n.upper, n.step)))
        return None

    return transform(index, sliced)


def stored(tree):
    new = tree.__class__.__new__(tree.__class__)
    new.__dict__.update(tree.__dict__)
    new.ctx = gast.Store()
    return new


def is_adjoint_call(tree):
    return isinstance(tree, gast.Call) and isinstance(tree.func, gast.Name) and tree.func.id.endswith('_adjoint')


def is_fresh(tree):
    """Whether an expression surely makes a new array."""
    if isinstance(tree, (gast.BinOp, gast.UnaryOp)):
        return True
    return isinstance(tree, gast.Call) and getattr(tree.func, 'attr', getattr(tree.func, 'id', '')) in FRESH


FRESH = {
    'stayed',
    'diag_dx',
    'diff_dx',
    'outer',
    'full_like',
    'zeros_like',
    'copied',
    'copied_down',
    'copy',
    'where',
    'sum',
    'sin',
    'cos',
    'exp',
}


def tree_names(term):
    return {
        n.id
        for t, _ in (*term.over, *term.under)
        for n in walk(t)
        if isinstance(n, gast.Name) and not isinstance(n, (Past, Index))
    }


def reads(term, names):
    return bool(tree_names(term) & names)


def renamed(term, old, new):
    swap = lambda t: transform(
        t, lambda n: name(new) if isinstance(n, gast.Name) and n.id == old and not isinstance(n, Past) else None
    )
    return Term(term.coef, tuple((swap(t), d) for t, d in term.over), tuple((swap(t), d) for t, d in term.under))


def renamed_in(lines, old, new):
    """Lines of the adjoint with another name for a plain name."""
    swap = lambda tree: transform(tree, lambda n: name(new) if type(n) is gast.Name and n.id == old else None)
    out = []
    for line in lines:
        if isinstance(line, BLOCKS):
            for field in ('body', 'orelse'):
                if hasattr(line, field):
                    setattr(line, field, renamed_in(getattr(line, field), old, new))
            if getattr(line, 'test', None) is not None:
                line.test = swap(line.test)
            if hasattr(line, 'iter'):
                line.iter = swap(line.iter)
            out.append(line)
        else:
            out.append(swap(line))
    return out
