"""What the values of the primal are called in the adjoint, and which axes they have."""

import gast
import numpy as np

from srcad.algebra import Term, factor, is_small, negative, product, quotient, small
from srcad.analysis.call_kinds import PlainCall, RuleCall, UserCall
from srcad.analysis.types import Array, Known, ListOf, Local, Number, Ref, TupleOf, dims_of
from srcad.past import Past, Theirs
from srcad.rules.table import RULES
from srcad.runtime import is_array, is_flat
from srcad.shapes import method
from srcad.tree import COMPREHENSIONS, Ours, call, children, constant, name, transform, tuple_of, walk

CHEAP = {len, float, int, abs, range, zip, enumerate, reversed, is_array, is_flat}


class Values:
    """The part of `Pullback` that reads the primal."""

    # Values of the primal

    def value(self, node):
        """What the value of an expression of the program is called in the adjoint, as a term."""
        t = self.types.get(node)
        dims = dims_of(t) if t is not None else None
        if node in self.hoisted:
            return self.hoisted_value(node, dims)
        if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)) and self.is_cheap(node):
            if not (self.is_of_floats(node.left) and self.is_of_floats(node.right)):
                return factor(self.rebuilt(node), dims)
            made = product if isinstance(node.op, gast.Mult) else quotient
            return made(self.value(node.left), self.value(node.right))
        if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub) and self.is_of_floats(node.operand):
            return negative(self.value(node.operand))
        return Term(1, ((small(self.tree(node)), dims),)) if not self.is_of_floats(node) else factor(self.tree(node), dims)

    def is_of_floats(self, node):
        """Whether an operand may be moved about and `1 *` before it left out: of truths and small integers that is a number."""
        t, inverted = self.types.get(node), isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.Invert)
        if isinstance(node, gast.Constant) or isinstance(t, Number) and t.kind == 'int' and t.dtype is None and not inverted:
            return True
        return t is None or t.active or getattr(t, 'kind', '') in ('float', 'complex')

    def tree(self, node):
        """The value of an expression as a tree."""
        if isinstance(node, gast.Name):
            return self.read(node)
        if isinstance(node, gast.Constant):
            return node
        parts = isinstance(node, (gast.Slice, gast.Tuple))  # of an index: a slice is no value
        if self.inference.is_unseen(node) and not self.lazy and not parts:
            return self.hoisted_value(node, None).tree()
        if node in self.hoisted or isinstance(node, gast.Compare) and self.asks_now(node):
            if self.lazy and not self.surely and node not in self.hoisted:
                self.inference.refuse('srcad wants this test in a statement of its own: give its answer a name', node)
            return self.hoisted_value(node, None).tree()
        if isinstance(node, gast.Subscript) and self.is_element(node):
            return self.element(node)
        if isinstance(node, (gast.BinOp, gast.UnaryOp)) and self.is_cheap(node):
            if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)):
                return self.value(node).tree()
            return self.rebuilt(node)
        if isinstance(node, (gast.Compare, gast.Subscript, gast.Slice, gast.Tuple, gast.List, gast.Starred)) or isinstance(
            node, gast.Attribute
        ):
            return self.rebuilt(node)
        if isinstance(node, gast.Call) and self.may_repeat(node) and (self.lazy or self.is_cheap_call(node)):
            return self.rebuilt(node)
        if self.lazy:
            if not self.may_repeat(node):
                self.inference.refuse(
                    'srcad cannot compute this again for the gradient: give it a name in a statement of its own', node
                )
            return self.rebuilt(node)
        return self.hoisted_value(node, None).tree()

    def rebuilt(self, node):
        """The expression with the values of its parts."""
        if isinstance(node, COMPREHENSIONS + (gast.JoinedStr, gast.Lambda)):
            self.inference.refuse('srcad cannot compute this again for the gradient: give it a name', node)
        if asks_shape(node, self.types):
            return transform(node, lambda n: self.read(n, shape=True) if isinstance(n, gast.Name) else None)
        new = node.__class__.__new__(node.__class__)
        for k, v in node.__dict__.items():
            if isinstance(v, (gast.expr, gast.Slice)):
                v = self.tree(v)
            elif isinstance(v, gast.keyword):
                v = self.rebuilt(v)
            elif isinstance(v, list):
                v = [
                    (
                        self.tree(e)
                        if isinstance(e, (gast.expr, gast.Slice))
                        else self.rebuilt(e) if isinstance(e, gast.keyword) else e
                    )
                    for e in v
                ]
            setattr(new, k, v)
        return new

    def read(self, node, shape=False):
        if isinstance(node, Ours):
            return node
        if node.id in self.bound:
            return Theirs(self.bound[node.id])
        if self.inference.is_unseen(node):
            self.inference.refuse(
                f'srcad does not see how {node.id} changes: keep what you read of it in a variable', node
            )
        if node.id in self.locals:
            return Past(node.id, self.point, type=self.types.get(node), shape=shape)
        return Theirs(node.id)

    def is_element(self, node):
        """A number, or an item of a list, read from something that changes in place."""
        if any(isinstance(n, gast.Name) and n.id in self.bound for n in walk(node)):
            return False  # an item for each trip of a comprehension: the whole is kept
        base = self.whole_of(node)
        return isinstance(base, gast.Name) and base.id in self.changing and base.id not in self.bound

    def whole_of(self, node):
        """What an element is read from: `A` of `A[i][j]`, `p` of `p.rows[i]` where p is a named tuple."""
        while isinstance(node, gast.Subscript) or (
            isinstance(node, gast.Attribute) and isinstance(self.types.get(node.value), TupleOf)
        ):
            node = node.value
        return node

    def element(self, node, after=False):
        base = self.whole_of(node)
        past = Past(base.id, self.point, after, self.rebuilt_place(node), self.types.get(node))
        past.gathered = self.inference.is_gather(node)
        return past

    def rebuilt_place(self, node):
        """`A[i][j]` with the values of its subscripts; the array's name stays bare."""
        if isinstance(node, gast.Name):
            return name(node.id)
        if isinstance(node, gast.Attribute):
            return gast.Attribute(self.rebuilt_place(node.value), node.attr, gast.Load())
        return gast.Subscript(self.rebuilt_place(node.value), self.tree(node.slice), gast.Load())

    def is_cheap(self, node):
        """Arithmetic that costs no more to do again than to keep."""
        if isinstance(node, gast.BinOp):
            if isinstance(node.op, gast.MatMult):
                return self.lazy
            return not (
                isinstance(node.op, gast.Pow) and not isinstance(node.right, (gast.Constant, gast.Name, gast.UnaryOp))
            )
        return True

    def is_cheap_call(self, node):
        c = self.calls.get(node)
        f = getattr(self.types.get(node.func), 'value', None) if isinstance(node.func, gast.Name) else None
        return f in CHEAP or isinstance(c, RuleCall) and c.key in (np.shape, np.size, np.transpose)

    def may_repeat(self, node):
        """Whether computing an expression again gives the same and does nothing else."""
        for n in walk(node):
            if isinstance(n, gast.Call):
                c = self.calls.get(n)
                if isinstance(c, RuleCall):
                    continue
                f = getattr(self.types.get(n.func), 'value', None)
                if isinstance(n.func, gast.Attribute) and isinstance(self.types.get(n.func.value), (Array, Number)):
                    continue
                if f is print or not (isinstance(c, PlainCall) and (f in CHEAP or self.is_table(f))):
                    return False
            elif isinstance(n, COMPREHENSIONS + (gast.NamedExpr, gast.Lambda, gast.JoinedStr)):
                return False
        return True

    def keep_eager(self, node):
        """Give names to the calls in an expression that is surely evaluated, whose value one side only asks for."""
        if self.lazy or not isinstance(node, gast.AST):
            return
        if isinstance(node, gast.Call) and not self.may_repeat(node):
            if isinstance(self.calls.get(node), UserCall) and self.types[node].active:
                self.saved_name(node)
            self.hoisted_value(node, None)
        elif isinstance(node, gast.IfExp):
            self.keep_eager(node.test)
        elif isinstance(node, gast.BoolOp):
            self.keep_eager(node.values[0])
        elif isinstance(node, gast.Compare):
            self.keep_eager(node.left)
            self.keep_eager(node.comparators[0])
        elif not isinstance(node, COMPREHENSIONS):
            for child in children(node):
                self.keep_eager(child)

    def is_table(self, f):
        try:
            return f in RULES
        except TypeError:
            return False

    def hoisted_value(self, node, dims):
        """The name that the primal gives to a value that the adjoint reads."""
        if node is self.root and isinstance(self.stmt, gast.AugAssign):  # which has no place for a name
            return factor(self.rebuilt(node), dims if dims is not None else dims_of(self.types.get(node)))
        if node not in self.hoisted:
            if isinstance(self.types.get(node), ListOf) and self.inference.aliases(node) & self.groups.lists:
                self.inference.refuse('this may be a list that changes later: give a copy of it a name', node)
            self.hoisted[node] = self.names.fresh(self.noun(node))
            self.hoists_at.setdefault(self.point, []).append(node)
        t = self.types.get(node)
        return factor(Past(self.hoisted[node], self.point, True, type=t), dims if dims is not None else dims_of(t))

    def noun(self, node):
        c = self.calls.get(node)
        if node is self.root and isinstance(self.stmt, gast.Return):
            return 'value'
        if isinstance(c, UserCall):
            return c.instance.name
        if isinstance(c, RuleCall):
            return c.rule.noun
        if isinstance(node, gast.BinOp):
            return RULES[type(node.op).__name__].noun
        if isinstance(node, gast.Call):
            f = node.func
            return f.attr if isinstance(f, gast.Attribute) else f.id if isinstance(f, gast.Name) else 'result'
        return 'choice' if isinstance(node, (gast.IfExp, gast.BoolOp)) else 'items'

    # Axes

    def canon(self, d):
        while d in self.same:
            d = self.same[d]
        return d

    def sizes(self, t):
        dims = dims_of(t)
        return None if dims is None else tuple(map(self.canon, dims))

    def asks_now(self, node):
        """Whether a comparison asks which object something is, or what a container holds that changes later."""
        types = [self.types.get(e) for e in (node.left, *node.comparators)]
        if any(isinstance(t, Local) for t in types):
            return True
        if any(isinstance(op, (gast.Is, gast.IsNot)) for op in node.ops):
            return not any(isinstance(t, (Known, Number)) for t in types)
        heap = self.inference.heap
        changes = self.groups.lists if heap is None else heap.containers_written
        return bool(changes) and any(isinstance(t, (ListOf, Ref)) for t in types)

    def witness(self, node, same_dtype=False):
        """A value with the axes of `node`, the cheapest at hand."""
        want = self.sizes(self.types[node])
        if isinstance(node, gast.Name):
            return self.read(node, shape=True)
        if want:
            for n in walk(node):
                if (
                    isinstance(n, gast.Name)
                    and n.id in self.locals
                    and n.id not in self.bound
                    and n in self.types
                    and isinstance(self.types[n], Array)
                    and self.sizes(self.types[n]) == want
                    and (not same_dtype or self.types[n].dtype == self.types[node].dtype)
                ):
                    return self.read(n, shape=True)
        return self.value(node).tree()

    def full(self, b, node):
        """`b` laid out over all axes of the value of `node`."""
        want, have = self.sizes(self.types[node]), self.term_sizes(b)
        if isinstance(self.types[node], (ListOf, TupleOf)):
            return b
        if want == have and want is not None:
            return b
        if have == () and want is not None:
            return factor(
                self.like('np.full_like', self.types[node], self.witness(node, True), b.tree()),
                dims_of(self.types[node]),
            )
        return factor(call('expanded', b.tree(), self.witness(node)), dims_of(self.types[node]))

    def term_sizes(self, b):
        return None if b.dims is None else tuple(map(self.canon, b.dims))

    def fit(self, c, result, node):
        """What `node`, broadcast to the axes of `result`, receives if the result receives `c`."""
        want, over, have = self.sizes(self.types[node]), self.sizes(self.types[result]), self.term_sizes(c)
        if want is None or over is None or have is None:
            if want == () and over == () or self.is_spread_over(c, node) and self.keeps_shape(result, node):
                return c
            return factor(
                call('unbroadcast', call('expanded', c.tree(), self.outcome(result)), self.tree(node)),
                dims_of(self.types[node]),
            )
        lead, missing = len(over) - len(want), len(over) - len(have)
        gone, lacking, unsure = [], [], False  # axes to sum; those that c has only implicitly
        for axis, z in enumerate(over):
            x = 1 if axis < lead else want[axis - lead]
            if axis >= lead and z == x:
                continue
            if x == 1:
                mine = 1 if axis < missing else have[axis - missing]
                if axis < missing or mine == 1 and z != 1:
                    lacking += [axis] if z != 1 else []
                else:
                    unsure |= mine != z and not (isinstance(mine, int) or mine.many)  # it may be one
                    gone.append(axis)
            elif not (isinstance(x, int) or x.many):
                unsure = True
        if not gone and not lacking and not unsure:
            return c
        if unsure or lacking:
            if not unsure and have == () and want == ():
                return product(c, factor(call('np.size', self.witness(result))))
            return factor(
                call('unbroadcast', call('expanded', c.tree(), self.witness(result)), self.tree(node)),
                dims_of(self.types[node]),
            )
        return self.summed(c, gone, want, have, over)

    def outcome(self, node):
        """The value of an operation; of `w **= n`, what stands there when it has run."""
        if not isinstance(self.stmt, gast.AugAssign) or node is not self.root:
            return self.tree(node)
        if isinstance(self.types.get(getattr(self.stmt.target, 'value', None)), Array):
            return self.tree(node.left)  # a part of an array stays as large as it is
        if not isinstance(self.stmt.target, gast.Name):
            return self.tree(node)
        return self.result(node).tree() if not self.lazy else self.tree(node)

    def keeps_shape(self, result, node):
        """Whether an operation on `node`, and on numbers, surely has a result with the axes of `node`."""
        called = self.calls.get(result)
        if isinstance(result, gast.UnaryOp):
            return result.operand is node
        if isinstance(result, gast.BinOp) and not isinstance(result.op, gast.MatMult):
            others = [e for e in (result.left, result.right) if e is not node]
        elif isinstance(called, RuleCall) and called.rule.kind == 'elementwise':
            others = [e for e in called.args.values() if e is not node]
        else:
            return False
        return all(isinstance(e, gast.expr) and isinstance(self.types.get(e), Number) for e in others)

    def is_spread_over(self, c, node):
        """Whether a term has the value of `node`, a name, as a factor, and numbers beside it."""
        if not isinstance(node, gast.Name):
            return False
        read = self.read(node)
        if not isinstance(read, Past):
            return False
        arrays = [t for t, dims in (*c.over, *c.under) if dims != ()]
        return bool(arrays) and all(
            isinstance(t, Past)
            and (t.id, t.point, t.after, t.atom, t.shape) == (node.id, read.point, False, None, False)
            for t in arrays
        )

    def summed(self, c, gone, want, have, over):
        """`c` summed over axes; scalar factors stay outside."""
        arrays = Term(1, tuple((t, d) for t, d in c.over if d != ()), tuple((t, d) for t, d in c.under if d != ()))
        scalars = Term(
            c.coef, tuple((t, d) for t, d in c.over if d == ()), tuple((t, d) for t, d in c.under if d == ())
        )
        lead = len(over) - len(want)
        shift = len(over) - len(have)
        axes = [a - shift for a in gone]
        keywords = {}
        if len(axes) < len(have):
            keep = [a for a in gone if a >= lead]
            if keep and lead or keep and len(keep) != len(gone):
                return factor(call('unbroadcast', c.tree(), self.current_arg()), want)
            keywords['axis'] = constant(axes[0]) if len(axes) == 1 else tuple_of(map(constant, axes))
            if keep:
                keywords['keepdims'] = constant(True)
        elif want:  # every axis goes and some stay as 1
            keywords['axis'] = tuple_of(map(constant, axes)) if len(axes) > 1 else constant(axes[0])
            keywords['keepdims'] = constant(True)
            if lead:
                return factor(call('unbroadcast', c.tree(), self.current_arg()), want)
        if len(arrays.over) > 1 and all(is_small(t) for t, _ in arrays.over) and not arrays.under:
            arrays, scalars = c, Term()
        one = len(arrays.over) == 1 and not arrays.under
        tree = arrays.tree()
        if one and isinstance(tree, (gast.Name, gast.Subscript, gast.Attribute)):
            out = method(tree, 'sum', **keywords)
        else:
            out = gast.Call(call('np.sum').func, [tree], [gast.keyword(k, v) for k, v in keywords.items()])
        kept = tuple(1 if k in axes else d for k, d in enumerate(c.dims) if 'keepdims' in keywords or k not in axes)
        return product(scalars, factor(out, kept))

    def current_arg(self):
        return self.tree(self.arg)


def asks_shape(node, types):
    """`len(x)`, `x.shape`, `np.size(x)` of an array: no write changes them."""
    if isinstance(node, gast.Attribute):
        of = node.value if node.attr in ('shape', 'size', 'ndim') else None
    elif isinstance(node, gast.Call) and len(node.args) == 1 and not node.keywords:
        of = node.args[0] if getattr(types.get(node.func), 'value', None) in (len, np.shape, np.size, np.ndim) else None
    else:
        of = None
    return isinstance(of, gast.Name) and isinstance(types.get(of), Array)
