"""What the adjoint calls what was kept."""

import gast

from srcad.algebra import key
from srcad.analysis.flow import Version
from srcad.core import Flag, Loop
from srcad.past import Each, Either, For, If, Index, Within
from srcad.record.fields import Field
from srcad.tree import walk


class Naming:
    """The part of `Plan` that names fields."""

    # Names in the adjoint

    def name_fields(self):
        items, self.counters = [], {}
        for level, fields in self.fields.items():
            for f in fields.values():
                items.append((level, f))
        for loop, header in self.headers.items():
            if header.get('counter') or header.get('form') == 'range':
                v = Version(
                    self.counts(loop) or 'k', loop, frozenset([('target', loop) if self.counts(loop) else 'index'])
                )
                if v not in self.fields[loop]:
                    self.counters[loop] = Field(v, (-2, 0, ''))
                    items.append((loop, self.counters[loop]))
        times, spans, taken = self.times()
        for where, made in self.again.items():
            for f, leaf, tree in made:
                items.append((where if isinstance(where, Loop) else where[0], f))
        anew = {id(f) for made in self.again.values() for f, _, _ in made}  # what is computed again keeps its name
        rank = lambda item: (
            id(item[1]) not in anew,
            item[1].flag is not None,
            item[1].version is not None and item[1].source != item[1].version.name,
            item[1].order,
        )
        for level, f in sorted(items, key=rank):
            span = self.span(level, f, times, spans)
            want = f.flag.name if f.flag is not None else f.version.name
            if f.flag is not None:
                want = self.names.fresh(want)
            options = [want] + ([f.source] if f.source and f.source != want else [])
            if f.version is not None and f.version.defs == frozenset(['index']):
                options = [o for o in options if o in self.reverse.locals or o not in self.names.users]  # else of the module
                options += [o for o in ('k_2', 'k_3', 'k_4') if o not in self.names.users]
            f.var = next((o for o in options if not any(n == o and meet(span, s) for n, s in taken)), None)
            if f.var is None:
                f.var = self.names.fresh('was') if self.names.is_free('was') else self.names.fresh(f'{want}_was')
            taken.append((f.var, span))
        self.index_names = {loop: f.var for loop, f in self.counters.items()}

    def times(self):
        """For each field the moments, in the adjoint's order, when it is read; the span of each loop; and what loops
        over the items of comprehensions call them, with their spans."""
        uses, spans, items, clock = {}, {}, [], [0]

        def note(tree, loops):
            for n in walk(tree):
                if isinstance(n, Index) and n.loop in self.counters:
                    uses.setdefault(self.counters[n.loop].version, []).append((clock[0], tuple(loops)))
            for p in self.pasts(tree):
                if isinstance(p, Either):
                    note(p.choice, loops)
                elif p.atom is not None and self.base_of(p) is not None:
                    for q in self.atom_parts(p) if self.atom_stands(p) else ():
                        note(q, loops)
                    uses.setdefault(self.base_of(p), []).append((clock[0], tuple(loops)))
                else:
                    v = self.resolve(p)
                    uses.setdefault(v, []).append((clock[0], tuple(loops)))

        def follow(lines, loops):
            for line in lines:
                clock[0] += 1
                if isinstance(line, For):
                    start = clock[0]
                    header = self.headers.get(line.loop, {})
                    if 'source' in header:
                        note(header['source'], loops)
                    if line.loop in self.lists:
                        uses.setdefault(self.list_version(line.loop), []).append((clock[0], tuple(loops)))
                    if header.get('name'):
                        trips = Version(header['name'], line.loop.level, frozenset([line.loop]))
                        uses.setdefault(trips, []).append((clock[0], tuple(loops)))
                    for f, leaf, tree in self.again.get(line.loop, ()):
                        note(tree, [*loops, line.loop])
                    follow(line.body, [*loops, line.loop])
                    clock[0] += 1
                    spans[line.loop] = (start, clock[0])
                elif isinstance(line, If):
                    if line.test is not None:
                        note(line.test, loops)
                    if line.branch is not None and isinstance(line.branch.test, Flag):
                        uses.setdefault(line.branch.test, []).append((clock[0], tuple(loops)))
                    for side, block in ((True, line.body), (False, line.orelse)):
                        if line.branch is not None:
                            spans[line.branch, side] = (clock[0], None)
                            for f, leaf, tree in self.again.get((line.branch, side), ()):
                                note(tree, loops)
                        follow(block, loops)
                elif isinstance(line, Within):
                    follow(line.body, loops)
                elif isinstance(line, Each):
                    note(line.iter, loops)
                    start = clock[0]
                    before = {k: len(u) for k, u in uses.items()}
                    follow(line.body, loops)
                    clock[0] += 1
                    for k, u in uses.items():  # what is read in the loop is read until its end
                        if len(u) > before.get(k, 0):
                            u.append((clock[0], tuple(loops)))
                    items.extend((n.id, (start, clock[0])) for n in walk(line.target) if isinstance(n, gast.Name))
                else:
                    note(line, loops)

        follow(self.lines, [])
        return uses, spans, items

    def resolve(self, p):
        """The version under which what a Past reads is kept."""
        if p.atom is not None:
            return Version(self.atoms[key(p.atom), p.point, p.after], p.point.level, frozenset([p.point]))
        return self.version(p)

    def span(self, level, f, uses, spans):
        start = 0 if level is None else spans.get(level, (0, 0))[0] if isinstance(level, Loop) else 0
        end = start
        for time, loops in uses.get(f.flag if f.flag is not None else f.version, ()):
            inner = [
                l
                for l in loops
                if l is not level and (level is None or not isinstance(level, Loop) or level in loops[: loops.index(l)])
            ]
            outermost = inner[0] if inner else None
            end = max(end, spans[outermost][1] if outermost is not None and outermost in spans else time)
        return start, end

    def var(self, p):
        """What the adjoint calls what a Past reads."""
        v = self.resolve(p)
        if v.level in self.counters and self.counters[v.level].version == v:
            return self.counters[v.level].var
        field = self.fields[v.level].get(v)
        if field is None:
            field = next((f for made in self.again.values() for f, _, _ in made if f.version == v), None)
        return field.var if field is not None else v.name


def meet(a, b):
    return a[0] <= b[1] and b[0] <= a[1]
