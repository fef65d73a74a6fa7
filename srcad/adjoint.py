"""The adjoint's lines as a function: what they read under the names that the plan gave it."""

import types as pytypes

import gast

import srcad.runtime
from srcad.analysis.flow import Version
from srcad.core import Flag
from srcad.printer import Comment
from srcad.past import Each, Either, For, If, Index, Past, Theirs, Within, trees_in
from srcad.tree import all_names, assign, assigned_names, call, constant, name, target, transform, tuple_of, walk

RUNTIME = {n for n, f in vars(srcad.runtime).items() if isinstance(f, pytypes.FunctionType)}
ADJOINTS = {'Adjoints', 'AdjointsOfBoth'}
RUNTIME |= {*ADJOINTS, 'Closure', 'Generator', 'Outside', 'Scope', 'Twins'}
OURS = '_of_srcad'  # behind the name of a runtime function, where the user has a variable of that name


class Adjoint:
    def __init__(self, plan, reverse):
        self.plan, self.reverse, self.instance = plan, reverse, plan.instance
        self.theirs = all_names(plan.instance.tree) | set(plan.instance.params)

    def function(self):
        inst = self.instance
        fields = sorted(self.plan.fields[None].values(), key=lambda f: f.order)
        buffers = [self.reverse.names.adjoint(p) for p in inst.buffers] if not inst.entry else []
        params = [f.var for f in fields] + [v for v in self.reverse.values if v] + buffers + self.reverse.handed
        body = [*self.copies(), *self.block(self.reverse.out)]
        outs = [self.reverse.names.adjoint(p) for p in inst.outs]
        if outs:
            body.append(gast.Return(name(outs[0]) if len(outs) == 1 else tuple_of(map(name, outs))))
        args = gast.arguments([gast.Name(p, gast.Param(), None, None) for p in params], [], None, [], [], None, [])
        return gast.FunctionDef(inst.adjoint_name, args, body or [gast.Pass()], [], None, None, [])

    def copies(self):
        """Arrays that change back while this runs are copied: what is saved stays as it is."""
        restored = [
            f.var for v, f in self.plan.fields[None].items() if getattr(v, 'name', None) in self.reverse.restored
        ]
        return [assign(n, call(gast.Attribute(name(n), 'copy', gast.Load()))) for n in sorted(restored)]

    def tree(self, tree):
        def resolve(n):
            if isinstance(n, Theirs):
                return name(n.id)
            if type(n) is gast.Name and n.id in RUNTIME and n.id in self.theirs:
                return name(n.id + OURS)
            if isinstance(n, Either):
                return self.tree(n.choice)
            if isinstance(n, Index):
                return name(self.plan.index_names[n.loop])
            if isinstance(n, Past):
                if n.atom is not None and self.plan.base_of(n) is not None:
                    base_name = name(self.base_var(n))
                    return transform(
                        n.atom,
                        lambda m: (
                            base_name
                            if type(m) is gast.Name and m.id == n.id
                            else self.tree(m) if isinstance(m, (Past, Index, Theirs)) else None
                        ),
                    )
                return name(self.plan.var(n))
            return None

        return transform(tree, resolve)

    def base_var(self, p):
        v = self.plan.base_of(p)
        return self.plan.fields[v.level][v].var

    def block(self, lines):
        out, said = [], None
        for line in lines:
            if isinstance(getattr(getattr(line, 'value', None), 'value', None), Comment):
                if self.instance.inference.heap is not None and said == line.value.value:
                    continue  # a statement that was spelled out into several
                said = line.value.value
            if isinstance(line, If):
                out += self.branch(line)
            elif isinstance(line, For):
                out.append(self.loop(line))
            elif isinstance(line, Within):
                items = [gast.withitem(i.context_expr, None) for i in line.stmt.items]
                out.append(gast.With(items, self.block(line.body), None))
            elif isinstance(line, Each):
                out.append(gast.For(line.target, self.tree(line.iter), self.block(line.body), [], None))
            else:
                out.append(self.tree(line))
        return out

    def branch(self, line):
        body, orelse = self.side(line, True), self.side(line, False)
        if line.branch is not None and isinstance(line.branch.test, Flag):
            flag = line.branch.test
            test = name(self.plan.flags[flag].var)
            if flag.cases > 1:
                test = gast.Compare(test, [gast.Eq()], [constant(line.branch.value)])
            elif not line.branch.value:
                test = gast.UnaryOp(gast.Not(), test)
        else:
            test = self.tree(line.test)
        if not body and not orelse:
            return []
        if not body:
            body, orelse, test = orelse, [], negated(test)
        return [gast.If(test, body, orelse)]

    def side(self, line, first):
        lines = self.block(line.body if first else line.orelse)
        return [*self.again((line.branch, first)), *lines] if lines else []

    def again(self, where):
        """The lines that compute again what is not kept."""
        made = sorted(self.plan.again.get(where, ()), key=lambda m: self.plan.order[m[1]])
        return [assign(f.var, self.tree(tree)) for f, _, tree in made]

    def loop(self, line):
        rows = self.rows(line)
        if rows is not None:
            return self.loop_over_rows(line, *rows)
        loop, body = line.loop, [*self.again(line.loop), *self.block(line.body)]
        header = self.plan.headers[loop]
        counted, index = header['counter'], self.plan.index_names.get(loop)
        if header['form'] == 'steps':
            to = self.record(loop)
            steps = name(self.steps_var(loop))
            if counted:
                return gast.For(
                    gast.Tuple([target(index), to], gast.Store()),
                    call('reversed', call('list', call('enumerate', steps))),
                    body,
                    [],
                    None,
                )
            return gast.For(to, call('reversed', steps), body, [], None)
        if header['form'] == 'range':
            to = index or self.plan.names.nobodys()
            return gast.For(target(to), call('reversed', self.tree(header['source'])), body, [], None)
        count = Version(header['name'], loop.level, frozenset([loop]))
        trips = call('range', name(self.plan.fields[loop.level][count].var))
        to = index if counted else self.plan.names.nobodys()
        return gast.For(target(to), call('reversed', trips) if counted else trips, body, [], None)

    def rows(self, line):
        """The name and the array of `brow = bA[k]`, if the trips of a loop over all of A begin with that; else None."""
        loop, first, s = line.loop, line.body[0], line.loop.stmt
        header = self.plan.headers[loop]
        value = getattr(first, 'value', None)
        if (
            header['form'] == 'trips'
            or header['counter'] != {'index'}
            or self.plan.may_leave_early(loop)
            or not isinstance(first, gast.Assign)
            or not isinstance(value, gast.Subscript)
            or not isinstance(value.slice, Index)
            or value.slice.loop is not loop
            or not isinstance(s.iter, (gast.Name, gast.Attribute))
        ):
            return None
        read = [n for tree in trees_in(line.body) for n in walk(tree) if isinstance(n, Index) and n.loop is loop]
        whole = value.value.value if isinstance(value.value, gast.Attribute) else value.value
        if len(read) > 1 or type(whole) is not gast.Name or whole.id in assigned_names(*trees_in(line.body)):
            return None
        return first.targets[0].id, value.value

    def loop_over_rows(self, line, row, array):
        """`for brow, was in zip(reversed(bA), reversed(steps))`."""
        loop, body = line.loop, [*self.again(line.loop), *self.block(line.body[1:])]
        rows = call('reversed', array)
        if self.plan.headers[loop]['form'] == 'range':
            return gast.For(target(row), rows, body, [], None)
        steps = call('reversed', name(self.steps_var(loop)))
        to = gast.Tuple([target(row), self.record(loop)], gast.Store())
        return gast.For(to, call('zip', rows, steps), body, [], None)

    def record(self, loop):
        """What a step is taken apart into."""
        fields = sorted(self.plan.fields[loop].values(), key=lambda f: f.order)
        return target(fields[0].var) if len(fields) == 1 else gast.Tuple([target(f.var) for f in fields], gast.Store())

    def steps_var(self, loop):
        """What the adjoint calls the list of a loop's steps."""
        v = self.plan.list_version(loop)
        return self.plan.fields[v.level][v].var


def negated(test):
    """The opposite of a test; comparisons of numbers are not turned around, for one may be nan."""
    if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
        return test.operand
    if isinstance(test, gast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (gast.Is, gast.IsNot)):
        return gast.Compare(
            test.left, [gast.IsNot() if isinstance(test.ops[0], gast.Is) else gast.Is()], test.comparators
        )
    return gast.UnaryOp(gast.Not(), test)
