"""Expressions backwards: what each name in an expression receives from the adjoint of its value."""

import gast

from srcad.algebra import factor, is_small, key, negative, product, quotient, times
from srcad.analysis.call_kinds import TupleCall, RuleCall, UserCall
from srcad.analysis.indexing import is_ellipsis
from srcad.analysis.flow import names_read
from srcad.analysis.heap import holds_others
from srcad.analysis.results import REAL_VALUED
from srcad.analysis.types import FLOAT, NONE, Anything, Known, ListOf, Number, Ref, TupleOf, broadcast, dims_of, is_surely_array
from srcad.past import Either, Past
from srcad.reverse.items import Items
from srcad.reverse.parts import Parts, conjugate, is_real
from srcad.reverse.places import Places
from srcad.reverse.receive import Gain
from srcad.reverse.values import Values
from srcad.rules.table import RULES
from srcad.shapes import simplify, subscript
from srcad.tree import COMPREHENSIONS, assign, call, clone, constant, name, transform, tuple_of, walk

CHAIN = (gast.Mult, gast.Div, gast.USub)
SHAPE_ONLY = {
    'size': (0,),
    'shape': (0,),
    'count': (0,),
    'spread': (1,),
    'unbroadcast': (1,),
    'outer_dx': (1,),
    'outer_dy': (2,),
    'cumsum_dx': (1,),
    'diag_dx': (1,),
    'diagonal_dx': (1,),
    **{f'{n}_dx': (1,) for n in 'repeat tile pad windows differences tensordot kron convolve correlate trace average'.split()},
    **{f'{n}_dy': (2,) for n in 'tensordot kron correlate solve'.split()},
    'trapezoid_dy': (1,),
    'trapezoid_dx': (2,),
    'polyval_dp': (1,),
    'solve_dx': (2,),
    'einsum_dx': (2,),
    'einsum_dy': (3,),
    'einsum_dw': (4,),
    'einsum_dv': (5,),
    'interp_dfp': (3,),
}


class Pullback(Values, Items, Parts, Places):
    """Pushes adjoints through expressions. Needs what `Reverse` adds: names, state, out, gains, point."""

    # Pushing

    def push(self, node, b, chain=False, truth=None):
        """Send `b`, the adjoint of the value of `node`, on to the names that it reads."""
        t = self.types.get(node)
        if t is None or not t.active:
            return self.effects(node)
        if isinstance(node, gast.Name):
            if node.id in self.bound:
                self.sinks[self.bound[node.id]](b)
            elif node.id in self.locals and isinstance(t, ListOf) and b.dims is not None:
                self.gain(Gain(node.id, b, t, name(node.id), 'all'))
            elif node.id in self.locals:
                self.gain(Gain(node.id, b, t))
        elif isinstance(node, (gast.BinOp, gast.UnaryOp)) or isinstance(self.calls.get(node), RuleCall):
            self.push_rule(node, b, chain)
        elif isinstance(node, gast.Subscript):
            self.push_part(node, b)
        elif isinstance(node, gast.Attribute) and self.path(node) is not None:
            base, place = self.path(node)
            self.gain(Gain(base, b, self.base_type(node), place, part=t))
        elif isinstance(node, (gast.IfExp, gast.BoolOp)):
            self.push_choice(node, b, truth)
        elif isinstance(self.calls.get(node), UserCall):
            self.push_call(node, b)
        elif isinstance(node, (gast.Tuple, gast.List)) or isinstance(self.calls.get(node), TupleCall):
            b = self.named(b, 'bitems')
            for k, e in enumerate(self.calls[node].items if isinstance(node, gast.Call) else node.elts):
                self.push(e, self.part_of(b, constant(k), self.types[e]))
        elif isinstance(node, COMPREHENSIONS):
            self.push_comprehension(node, b, pops=True)
        else:
            self.inference.refuse(
                'srcad does not differentiate this expression: compute it in several statements', node
            )

    def part_of(self, b, index, t):
        return self.narrowed(factor(subscript(b.tree(), index), dims_of(t)), None, t)

    def named(self, b, noun, node=None):
        """`b` as a name, by a line of its own unless it is one already."""
        if b.is_name and b.coef == 1 and isinstance(b.over[0][0], gast.Name):
            return b
        temporary = self.temporary(noun)
        self.out.append(assign(temporary, self.apart(b.tree(), b.dims) if b.dims != () else b.tree()))
        return factor(name(temporary), b.dims)

    def temporary(self, noun):
        """A name for an adjoint, used by no other line of the statement."""
        return self.unused(self.names.letter + noun[1:])

    def unused(self, base):
        out, k = self.names.temporary(base), 2
        while out in self.used:
            out, k = self.names.temporary(f'{base}_{k}'), k + 1
        self.used.add(out)
        return out

    def live_names(self, node):
        """How many names of an expression are active."""
        if isinstance(node, gast.Subscript):
            return 1 if self.types.get(node) is not None and self.types[node].active else 0
        if isinstance(node, gast.Name):
            return int(node in self.types and self.types[node].active)
        if isinstance(node, gast.AST) and (
            not isinstance(node, gast.expr)
            or node in self.types
            and self.types[node].active
            or not isinstance(node, gast.expr)
        ):
            return sum(self.live_names(c) for c in gast.iter_child_nodes(node))
        return 0

    def operands(self, node):
        """The rule of an operation and the node of each of its arguments."""
        if isinstance(node, gast.BinOp):
            return RULES[type(node.op).__name__], {'x': node.left, 'y': node.right}, type(node.op).__name__
        if isinstance(node, gast.UnaryOp):
            return RULES[type(node.op).__name__], {'x': node.operand}, type(node.op).__name__
        c = self.calls[node]
        return c.rule, c.args, c.key

    def push_rule(self, node, b, chain):
        if isinstance(node, gast.BinOp) and type(node.op).__name__ not in RULES:
            self.inference.refuse('srcad has no derivative for this operator: write it with + - * / and **', node)
        rule, args, k = self.operands(node)
        if k in (sum, max, min) or 'items' in args:
            return self.push_items(node, b, rule, args, k)
        live = [p for p in rule.formulas if p in args and self.types[args[p]].active]
        linking = isinstance(node, (gast.BinOp, gast.UnaryOp)) and isinstance(node.op, CHAIN)
        spreads = any('spread' in getattr(n, 'id', '') for f in rule.formulas.values() for n in walk(f[0]))
        if spreads and dims_of(self.types[node]) is not None:
            b = self.full(b, node) if b.dims is None else self.with_all_axes(b, node)  # its axes are counted
        if (
            rule.kind == 'linear'
            and (rule.by_place or not rule.broadcasts)
            and not spreads
            and not (b.dims == () and self.sizes(self.types[node]) == ())
        ):
            b = self.full(b, node)
            if not b.is_name and (len(live) > 1 or isinstance(b.tree(), gast.BinOp)):
                b = self.named(b, 'b' + rule.noun)
        elif len(live) > 1 and not self.simple(b, node, chain, linking):
            b = self.named(b, 'b' + rule.noun)
        if len(live) == 2 and len(rule.formulas.get('y', ())) == 2 and self.form(node, rule, args, 'y') == 1:
            return self.push_ratio(node, args, b)
        for p in live:
            self.arg = args[p]
            c = self.contribution(node, rule, args, p, b)
            t = self.types[args[p]]
            if spreads and c.dims == () and isinstance(t, TupleOf):
                c = factor(call('np.full', call('np.shape', self.witness(args[p])), c.tree()), None)
            elif spreads and c.dims != () and isinstance(t, (ListOf, TupleOf, Ref)):
                c = factor(call('expanded', c.tree(), self.witness(args[p])), None)  # each item takes its part
            self.push(args[p], c, chain=linking and (chain or b.is_name) and b.dims == ())

    def push_ratio(self, node, args, b):
        """z = x / y where z is at hand: x receives q = b / y, and y receives -q * z."""
        under = self.with_conjugate(self.value(args['y']), gast.Name('y', None, None, None), node, args)
        q = self.fit(quotient(b, under), node, args['x'])
        want = self.sizes(self.types[args['x']])
        if want is None or want != self.sizes(self.types[node]):  # what fits x need not fit y
            q = quotient(b, under)
        q = self.named(q, 'bratio')
        self.arg = args['x']
        self.push(args['x'], self.narrowed(self.fit(q, node, args['x']), self.types[node], self.types[args['x']]))
        self.arg = args['y']
        z = self.with_conjugate(self.result(node), gast.Name('z', None, None, None), node, args)
        c = self.fit(negative(product(q, z)), node, args['y'])
        self.push(args['y'], self.narrowed(c, self.types[node], self.types[args['y']]))

    def form(self, node, rule, args, p):
        """Which of the forms of a formula to take: the second if the result is at hand and the first would do more."""
        return int(
            len(rule.formulas[p]) > 1
            and node is self.root
            and isinstance(self.stmt, (gast.Assign, gast.AugAssign))
            and not (
                not self.in_write
                and isinstance(args.get('x'), (gast.Name, gast.Constant))
                and isinstance(args.get('y'), (gast.Name, gast.Constant))
            )
            and self.root_value() is not None
            and not self.lazy
        )

    def simple(self, b, node, chain, linking):
        """Whether an adjoint is cheap enough to be written in each place that needs it."""
        if b.is_name and b.coef in (1, -1) or self.is_written_place(b):
            return True
        if b.dims == () and not self.cheap_term(b):
            return False
        if linking and chain and b.dims == ():
            return True
        return b.is_name and b.dims == () and self.live_names(node) <= 2

    def is_written_place(self, b):
        """Whether an adjoint is that of the place that the statement writes, as it stands."""
        return (
            self.written_key is not None
            and b.coef in (1, -1)
            and not b.under
            and len(b.over) == 1
            and key(b.over[0][0]) == self.written_key
        )

    def cheap_term(self, b):
        return all(isinstance(t, gast.Name) for t, _ in (*b.over, *b.under))

    def contribution(self, node, rule, args, p, b):
        """What argument `p` receives from `b`: its partial times b, or its linear formula."""
        form = rule.formulas[p][self.form(node, rule, args, p)]
        literal = {q: a for q, a in args.items() if not isinstance(a, list) and is_literal(a)}
        literal.update({q: d for q, d in rule.params.items() if q not in args and d is not None})
        left_out = {q for q, d in rule.params.items() if q not in args and d is None and q != rule.variadic}
        left_out |= {q for q, a in args.items() if not isinstance(a, list) and self.types[a] == NONE}
        literal.update({q: constant(None) for q in left_out})
        if b.dims == () and rule.kind == 'linear':
            form = transform(form, lambda n: lazy_spread(n))
        types = {q: self.types[a] for q, a in args.items() if not isinstance(a, list)}
        bindings = {q: clone(d) for q, d in literal.items() if q != p}
        short = simplify(form, bindings, types)
        self.conjugates = rule.formulas if self.has_complex and rule.kind == 'linear' and not rule.of_complex else ()
        if rule.of_complex and self.operands(node)[2] in REAL_VALUED:
            b = self.narrowed(b, self.types[node], FLOAT)
        c = self.formula(short, node, args, b, p)
        self.conjugates = ()
        if rule.kind == 'elementwise':
            c = product(b, self.with_conjugate(c, short, node, args))
        c = self.fit(c, node, args[p]) if rule.kind == 'elementwise' or rule.broadcasts else c
        t = self.types[args[p]]
        perhaps = isinstance(t, Number) or isinstance(t, Anything) and not is_surely_array(t)
        if perhaps and getattr(getattr(short, 'func', None), 'attr', '') == 'reshape':  # no view of an array without axes
            c = factor(subscript(c.tree(), tuple_of([])), () if isinstance(t, Number) else c.dims)
        return self.narrowed(c, self.types[node], self.types[args[p]])

    def operand(self, p, node):
        """The value of an argument as a row needs it: linear ones take conjugates (see `srcad.rules.numbers`)."""
        value, t = self.value(node), self.types[node]
        if p in ('x', 'y') and isinstance(t, (ListOf, TupleOf, Ref)) and not t.active:  # constants beside arrays
            value = factor(call('np.array', value.tree()), value.dims)
        return conjugate(value) if p in self.conjugates and not is_real(t) else value

    def formula(self, tree, node, args, b, p):
        """A formula of the table as a term."""
        if isinstance(tree, gast.Name):
            if tree.id == 'bz':
                return b
            if tree.id == 'z':
                return self.result(node)
            if tree.id in args and not hasattr(tree, 'point'):
                return self.operand(tree.id, args[tree.id])
            return factor(tree)
        if isinstance(tree, gast.Constant):
            return factor(tree)
        if isinstance(tree, gast.UnaryOp) and isinstance(tree.op, gast.USub):
            return negative(self.formula(tree.operand, node, args, b, p))
        if isinstance(tree, gast.BinOp) and isinstance(tree.op, (gast.Mult, gast.Div)):
            join = product if isinstance(tree.op, gast.Mult) else quotient
            return join(self.formula(tree.left, node, args, b, p), self.formula(tree.right, node, args, b, p))
        dims = self.formula_dims(tree, node, args, b, p)
        return factor(self.filled(tree, node, args, b), dims)

    def chosen_dims(self, node, test, b):
        """The axes of `np.where(c, bz, 0.0)`; None if unsure. What is handed to a sum may be one number for all."""
        whole, t = dims_of(self.types[node]), self.types[test]
        asked = () if isinstance(t, Known) else dims_of(t)
        return whole if whole in (b.dims, asked) else asked if b.dims == () else None

    def formula_dims(self, tree, node, args, b, p):
        head = (
            tree.func.attr
            if isinstance(tree, gast.Call) and isinstance(tree.func, gast.Attribute)
            else getattr(getattr(tree, 'func', None), 'id', None)
        )
        if (
            head in ('size', 'count')
            or isinstance(tree, gast.Subscript)
            and isinstance(tree.value, gast.Call)
            and getattr(tree.value.func, 'attr', '') == 'shape'
        ):
            return ()
        used = {n.id for n in walk(tree) if isinstance(n, gast.Name)}
        if head == 'spread':
            return None  # it broadcasts to the argument, with axes of one
        if used == {'bz'} and isinstance(tree, (gast.BinOp, gast.Attribute)) or head == 'conjugate' and 'bz' in used:
            return b.dims
        if 'bz' in used:
            if head == 'expand_dims' and b.dims is None:
                return None
            if head == 'expand_dims':
                dims, axis = list(b.dims), (
                    tree.args[1].value if isinstance(tree.args[1], gast.Constant) else -tree.args[1].operand.value
                )
                dims.insert(axis if axis >= 0 else len(dims) + 1 + axis, 1)
                return tuple(dims)
            if head == 'where':
                return self.chosen_dims(node, args['c'], b)
            return dims_of(self.types[node] if self.operands(node)[0].by_place else self.types[args[p]])
        if head in ('others', 'chosen', 'centered', 'eye'):
            return dims_of(self.types[args[p]])
        out = ()
        for q in used:
            t = (
                self.types[node]
                if q == 'z'
                else self.types[args[q]] if q in args and not isinstance(args[q], list) else None
            )
            if t is not None and not isinstance(t, Known):
                if dims_of(t) is None or out is None:
                    out = None
                else:
                    out = broadcast(out, dims_of(t), lambda axis: dims_of(t)[-1])
        return out

    def filled(self, tree, node, args, b):
        """A formula's tree with values for its parameters; where only a shape is read, any value of that shape."""
        if isinstance(tree, gast.Name):
            if tree.id == 'bz':
                return b.tree()
            if tree.id == 'z':
                return self.result(node).tree()
            if tree.id in args and not hasattr(tree, 'point'):
                return self.operand(tree.id, args[tree.id]).tree()
            return tree
        new = tree.__class__.__new__(tree.__class__)
        new.__dict__.update(tree.__dict__)
        if isinstance(tree, gast.Call):
            head = tree.func.attr if isinstance(tree.func, gast.Attribute) else tree.func.id
            shapes = SHAPE_ONLY.get(head, ())
            new.args = [self.shape_or_value(a, node, args, b, k in shapes) for k, a in enumerate(tree.args)]
            new.keywords = [gast.keyword(w.arg, self.filled(w.value, node, args, b)) for w in tree.keywords]
            if isinstance(tree.func, gast.Attribute):  # of a module, or a method
                new.func = gast.Attribute(self.filled(tree.func.value, node, args, b), head, gast.Load())
            return new
        for k, v in tree.__dict__.items():
            if isinstance(v, gast.AST):
                setattr(new, k, self.filled(v, node, args, b))
            elif isinstance(v, list):
                setattr(new, k, [self.filled(e, node, args, b) if isinstance(e, gast.AST) else e for e in v])
        if isinstance(tree, gast.BinOp) and isinstance(tree.op, gast.Pow) and is_small(new.left):
            new.left = times(constant(1.0), new.left)  # its square need not fit
        return new

    def shape_or_value(self, tree, node, args, b, shape_only):
        if isinstance(tree, gast.Starred):
            return gast.Starred(self.filled(tree.value, node, args, b), gast.Load())
        if shape_only and isinstance(tree, gast.Name) and tree.id in args:
            return self.witness(args[tree.id])
        return self.filled(tree, node, args, b)

    def result(self, node):
        """The value of an operation itself: the name it was given, or one that the primal gives it."""
        t = self.types[node]
        if node is self.root and not self.lazy:
            kept = self.root_value()
            if getattr(kept, 'id', None) in getattr(self.groups, 'several', ()):  # an array at times, which changes
                kept = None
            if kept is not None:
                again = None
                if isinstance(t, Number) and self.may_repeat(node) and not holds_others(self.types, node):
                    self.lazy += 1
                    again = self.rebuilt(node)
                    self.lazy -= 1
                tree = Either(kept, again) if again is not None and not kept.atom else kept
                return factor(tree, dims_of(t))
        if self.lazy:
            return factor(self.rebuilt(node), dims_of(t))
        return self.hoisted_value(node, dims_of(t))

    def root_value(self):
        """What holds the value of the statement's expression after the statement, if something does."""
        s = self.stmt
        if isinstance(s, gast.Assign) and len(s.targets) == 1 or isinstance(s, gast.AugAssign):
            to = s.targets[0] if isinstance(s, gast.Assign) else s.target
            if isinstance(to, gast.Name):
                return Past(to.id, self.point, True, type=self.types[to])
            if (
                isinstance(to, gast.Subscript)
                and is_ellipsis(to.slice)
                and isinstance(to.value, gast.Name)
                and to.value.id in self.changing
                and self.sizes(self.types[to.value]) == self.sizes(self.types[self.root]) not in (None, ())
            ):
                return Past(to.value.id, self.point, True, type=self.types[to.value])
            if (
                isinstance(to, gast.Subscript)
                and self.is_element(to)
                and dims_of(self.types[to]) == dims_of(self.types[self.root])
                and not self.is_gathered(to)
                and not names_read(to.slice) & set(self.flow.defs.get(self.point, ()))
            ):
                return self.element(to, after=True)
        return None


def is_literal(node):
    return (
        isinstance(node, gast.Constant)
        and not isinstance(node.value, str)
        or isinstance(node, gast.UnaryOp)
        and isinstance(node.op, gast.USub)
        and isinstance(node.operand, gast.Constant)
    )


def lazy_spread(n):
    """For an adjoint that is one number, laying it over the axes that went is nothing."""
    if isinstance(n, gast.Call) and getattr(n.func, 'id', '') == 'spread' and getattr(n.args[0], 'id', None) == 'bz':
        return n.args[0]
    return None
