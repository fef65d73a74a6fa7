"""Expressions backwards: what each name in an expression receives from the adjoint of its value."""
import gast
import numpy as np

from srcad.algebra import Term, factor, key, negative, product, quotient
from srcad.analysis.flow import names_read
from srcad.analysis.infer import PlainCall, RuleCall, UserCall, is_ellipsis
from srcad.analysis.types import (Anything, Array, Known, ListOf, Local, Number, TupleOf, broadcast, dims_of)
from srcad.past import Each, Either, If, Index, Past
from srcad.rules import RULES
from srcad.shapes import method, simplify, subscript
from srcad.tree import COMPREHENSIONS, assign, call, clone, constant, name, substitute, target, transform, tuple_of, walk

CHAIN = (gast.Mult, gast.Div, gast.USub)
CHEAP = {len, float, int, abs, range, zip, enumerate, reversed}
SHAPE_ONLY = {'size': (0,), 'shape': (0,), 'count': (0,), 'spread': (1,), 'unbroadcast': (1,), 'outer_dx': (1,),
              'outer_dy': (2,), 'cumsum_dx': (1,)}


class Gain:
    """What the adjoint of a name, or a part of it (`place`, a tree), receives; `scatter` is an index that may repeat, `part` the type of the part."""

    def __init__(self, base, term, type, place=None, scatter=None, part=None):
        self.base, self.term, self.type, self.place, self.scatter, self.part = base, term, type, place, scatter, part


class Pullback:
    """Pushes adjoints through expressions. Needs what `Reverse` adds: names, state, out, gains, point."""

    # Values of the primal

    def value(self, node):
        """What the value of an expression of the program is called in the adjoint, as a term."""
        t = self.types.get(node)
        dims = dims_of(t) if t is not None else None
        if node in self.hoisted and not self.lazy:
            return self.hoisted_value(node, dims)
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mult) and self.is_cheap(node):
            return product(self.value(node.left), self.value(node.right))
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Div) and self.is_cheap(node):
            return quotient(self.value(node.left), self.value(node.right))
        if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
            return negative(self.value(node.operand))
        return factor(self.tree(node), dims)

    def tree(self, node):
        """The value of an expression as a tree."""
        if isinstance(node, gast.Name):
            return self.read(node)
        if isinstance(node, gast.Constant):
            return node
        if node in self.hoisted and not self.lazy:
            return self.hoisted_value(node, None).tree()
        if isinstance(node, gast.Subscript) and self.is_element(node):
            return self.element(node)
        if isinstance(node, (gast.BinOp, gast.UnaryOp)) and self.is_cheap(node):
            if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Mult, gast.Div)):
                return self.value(node).tree()
            return self.rebuilt(node)
        if isinstance(node, (gast.Compare, gast.Subscript, gast.Slice, gast.Tuple, gast.List)) or isinstance(node, gast.Attribute):
            return self.rebuilt(node)
        if isinstance(node, gast.Call) and self.may_repeat(node) and (self.lazy or self.is_cheap_call(node)):
            return self.rebuilt(node)
        if self.lazy:
            if not self.may_repeat(node):
                self.inference.refuse('srcad cannot compute this again for the gradient: give it a name in a statement of its own', node)
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
                v = [self.tree(e) if isinstance(e, (gast.expr, gast.Slice)) else self.rebuilt(e) if isinstance(e, gast.keyword) else e for e in v]
            setattr(new, k, v)
        return new

    def read(self, node, shape=False):
        if node.id in self.bound:
            return name(self.bound[node.id])
        if node.id in self.locals:
            return Past(node.id, self.point, type=self.types.get(node), shape=shape)
        return node

    def is_element(self, node):
        """A number, or an item of a list, read from something that changes in place."""
        base = node
        while isinstance(base, gast.Subscript):
            base = base.value
        return isinstance(base, gast.Name) and base.id in self.changing and base.id not in self.bound

    def element(self, node, after=False):
        base = node
        while isinstance(base, gast.Subscript):
            base = base.value
        return Past(base.id, self.point, after, self.rebuilt_place(node), self.types.get(node))

    def rebuilt_place(self, node):
        """`A[i][j]` with the values of its subscripts; the array's name stays bare."""
        if isinstance(node, gast.Name):
            return name(node.id)
        return gast.Subscript(self.rebuilt_place(node.value), self.tree(node.slice), gast.Load())

    def is_cheap(self, node):
        """Arithmetic that costs no more to do again than to keep."""
        if isinstance(node, gast.BinOp):
            if isinstance(node.op, gast.MatMult):
                return self.lazy
            return not (isinstance(node.op, gast.Pow) and not isinstance(node.right, (gast.Constant, gast.Name, gast.UnaryOp)))
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
                if not (isinstance(c, PlainCall) and (f in CHEAP or self.is_table(f))):
                    return False
            elif isinstance(n, COMPREHENSIONS + (gast.NamedExpr, gast.Lambda, gast.JoinedStr)):
                return False
        return True

    def is_table(self, f):
        try:
            return f in RULES
        except TypeError:
            return False

    def hoisted_value(self, node, dims):
        """The name that the primal gives to a value that the adjoint reads."""
        if node not in self.hoisted:
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

    def witness(self, node, same_dtype=False):
        """A value with the axes of `node`, the cheapest at hand."""
        want = self.sizes(self.types[node])
        if isinstance(node, gast.Name):
            return self.read(node, shape=True)
        if want:
            for n in walk(node):
                if isinstance(n, gast.Name) and n.id in self.locals and n.id not in self.bound and n in self.types \
                        and isinstance(self.types[n], Array) and self.sizes(self.types[n]) == want \
                        and (not same_dtype or self.types[n].dtype == self.types[node].dtype):
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
            return factor(call('np.full_like', self.witness(node, True), b.tree()), dims_of(self.types[node]))
        return factor(call('expanded', b.tree(), self.witness(node)), dims_of(self.types[node]))

    def term_sizes(self, b):
        return None if b.dims is None else tuple(map(self.canon, b.dims))

    def fit(self, c, result, node):
        """What `node`, broadcast to the axes of `result`, receives if the result receives `c`."""
        want, over, have = self.sizes(self.types[node]), self.sizes(self.types[result]), self.term_sizes(c)
        if want is None or over is None or have is None:
            if want == () and over == ():
                return c
            return factor(call('unbroadcast', call('expanded', c.tree(), self.tree(result)), self.tree(node)), dims_of(self.types[node]))
        lead, missing = len(over) - len(want), len(over) - len(have)
        gone, lacking, unsure = [], [], False  # axes to sum; those that c has only implicitly
        for axis, z in enumerate(over):
            x = 1 if axis < lead else want[axis - lead]
            if axis >= lead and z == x:
                continue
            if x == 1:
                if axis < missing or have[axis - missing] == 1 and z != 1:
                    lacking += [axis] if z != 1 else []
                else:
                    gone.append(axis)
            elif not (isinstance(x, int) or x.many):
                unsure = True
        if not gone and not lacking and not unsure:
            return c
        if unsure or lacking:
            if not unsure and have == () and want == ():
                return product(c, factor(call('np.size', self.witness(result))))
            return factor(call('unbroadcast', call('expanded', c.tree(), self.witness(result)), self.tree(node)), dims_of(self.types[node]))
        return self.summed(c, gone, want, have, over)

    def summed(self, c, gone, want, have, over):
        """`c` summed over axes; scalar factors stay outside."""
        arrays = Term(1, tuple((t, d) for t, d in c.over if d != ()), tuple((t, d) for t, d in c.under if d != ()))
        scalars = Term(c.coef, tuple((t, d) for t, d in c.over if d == ()), tuple((t, d) for t, d in c.under if d == ()))
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

    # Pushing

    def push(self, node, b, chain=False, truth=None):
        """Send `b`, the adjoint of the value of `node`, on to the names that it reads."""
        t = self.types.get(node)
        if t is None or not t.active:
            return
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
        elif isinstance(node, (gast.IfExp, gast.BoolOp)):
            self.push_choice(node, b, truth)
        elif isinstance(self.calls.get(node), UserCall):
            self.push_call(node, b)
        elif isinstance(node, (gast.Tuple, gast.List)):
            b = self.named(b, 'bitems')
            for k, e in enumerate(node.elts):
                self.push(e, self.part_of(b, constant(k), self.types[e]))
        elif isinstance(node, COMPREHENSIONS):
            self.push_comprehension(node, b, pops=True)
        else:
            self.inference.refuse('srcad does not know how to differentiate this expression yet', node)

    def part_of(self, b, index, t):
        return factor(subscript(b.tree(), index), dims_of(t))

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
        if isinstance(node, gast.AST) and (not isinstance(node, gast.expr) or node in self.types and self.types[node].active
                                           or not isinstance(node, gast.expr)):
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
            self.inference.refuse('srcad has no derivative for this operator', node)
        rule, args, k = self.operands(node)
        if k in (sum, max, min) or 'items' in args:
            return self.push_items(node, b, rule, args, k)
        live = [p for p in rule.formulas if p in args and self.types[args[p]].active]
        lists = [p for p in live if isinstance(self.types[args[p]], (ListOf, TupleOf))]
        if lists and (k not in (np.sum, np.mean) or 'axis' in args or not isinstance(args[lists[0]], gast.Name)):
            self.inference.refuse(f'srcad differentiates {rule.name} of an array, not of a list: use np.array(...) of it', node)
        linking = isinstance(node, (gast.BinOp, gast.UnaryOp)) and isinstance(node.op, CHAIN)
        additive = isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Sub)) or not linking
        if rule.kind == 'linear' and not rule.broadcasts and not any('spread' in getattr(n, 'id', '') for f in rule.formulas.values()
                                                                    for n in walk(f[0])) and not (b.dims == () and self.sizes(self.types[node]) == ()):
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
            self.push(args[p], c, chain=linking and (chain or b.is_name) and b.dims == ())

    def push_ratio(self, node, args, b):
        """z = x / y where z is at hand: x receives q = b / y, and y receives -q * z."""
        q = self.fit(quotient(b, self.value(args['y'])), node, args['x'])
        if self.sizes(self.types[args['x']]) != self.sizes(self.types[node]):
            q = quotient(b, self.value(args['y']))
        q = self.named(q, 'bratio')
        self.arg = args['x']
        self.push(args['x'], self.fit(q, node, args['x']))
        self.arg = args['y']
        self.push(args['y'], self.fit(negative(product(q, self.result(node))), node, args['y']))

    def form(self, node, rule, args, p):
        """Which of the forms of a formula to take: the second if the result is at hand and the first would do more."""
        return int(len(rule.formulas[p]) > 1 and node is self.root and isinstance(self.stmt, (gast.Assign, gast.AugAssign))
                   and not (isinstance(args.get('x'), (gast.Name, gast.Constant)) and isinstance(args.get('y'), (gast.Name, gast.Constant)))
                   and self.root_value() is not None and not self.lazy)

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
        return self.written_key is not None and b.coef == 1 and not b.under and len(b.over) == 1 and key(b.over[0][0]) == self.written_key

    def cheap_term(self, b):
        return all(isinstance(t, gast.Name) for t, _ in (*b.over, *b.under))

    def contribution(self, node, rule, args, p, b):
        """What argument `p` receives from `b`: its partial times b, or its linear formula."""
        form = rule.formulas[p][self.form(node, rule, args, p)]
        literal = {q: a for q, a in args.items() if not isinstance(a, list) and is_literal(a)}
        literal.update({q: d for q, d in rule.params.items() if q not in args and d is not None})
        literal.update({q: constant(None) for q, d in rule.params.items() if q not in args and d is None and q != rule.variadic})
        if b.dims == () and rule.kind == 'linear':
            form = transform(form, lambda n: lazy_spread(n))
        types = {q: self.types[a] for q, a in args.items() if not isinstance(a, list)}
        bindings = {q: clone(d) for q, d in literal.items() if q != p}
        short = simplify(form, bindings, types)
        c = self.formula(short, node, args, b, p)
        if rule.kind == 'elementwise':
            return self.fit(product(b, c), node, args[p])
        return self.fit(c, node, args[p]) if rule.broadcasts else c

    def formula(self, tree, node, args, b, p):
        """A formula of the table as a term."""
        if isinstance(tree, gast.Name):
            if tree.id == 'bz':
                return b
            if tree.id == 'z':
                return self.result(node)
            if tree.id in args and not hasattr(tree, 'point'):
                return self.value(args[tree.id])
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

    def formula_dims(self, tree, node, args, b, p):
        head = tree.func.attr if isinstance(tree, gast.Call) and isinstance(tree.func, gast.Attribute) else \
            getattr(getattr(tree, 'func', None), 'id', None)
        if head in ('size', 'count') or isinstance(tree, gast.Subscript) and isinstance(tree.value, gast.Call) and \
                getattr(tree.value.func, 'attr', '') == 'shape':
            return ()
        used = {n.id for n in walk(tree) if isinstance(n, gast.Name)}
        if 'bz' in used:
            if head == 'expand_dims':
                dims, axis = list(b.dims or ()), tree.args[1].value if isinstance(tree.args[1], gast.Constant) else -tree.args[1].operand.value
                dims.insert(axis if axis >= 0 else len(dims) + 1 + axis, 1)
                return tuple(dims)
            return dims_of(self.types[node if head in ('where',) else args[p]])
        if head in ('others', 'chosen', 'centered', 'eye'):
            return dims_of(self.types[args[p]])
        out = ()
        for q in used:
            t = self.types[node] if q == 'z' else self.types[args[q]] if q in args and not isinstance(args[q], list) else None
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
                return self.value(args[tree.id]).tree()
            return tree
        new = tree.__class__.__new__(tree.__class__)
        new.__dict__.update(tree.__dict__)
        if isinstance(tree, gast.Call):
            head = tree.func.attr if isinstance(tree.func, gast.Attribute) else tree.func.id
            shapes = SHAPE_ONLY.get(head, ())
            new.args = [self.shape_or_value(a, node, args, b, k in shapes) for k, a in enumerate(tree.args)]
            new.keywords = [gast.keyword(w.arg, self.filled(w.value, node, args, b)) for w in tree.keywords]
            return new
        for k, v in tree.__dict__.items():
            if isinstance(v, gast.AST):
                setattr(new, k, self.filled(v, node, args, b))
            elif isinstance(v, list):
                setattr(new, k, [self.filled(e, node, args, b) if isinstance(e, gast.AST) else e for e in v])
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
            if kept is not None:
                again = None
                if isinstance(t, Number) and self.may_repeat(node):
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
            if isinstance(to, gast.Subscript) and self.is_element(to) and dims_of(self.types[to]) == dims_of(self.types[self.root]) \
                    and not self.is_gathered(to) and not names_read(to.slice) & set(self.flow.defs.get(self.point, ())):
                return self.element(to, after=True)
        return None

    # Parts of arrays and lists

    def is_gathered(self, node):
        while isinstance(node, gast.Subscript):
            if self.inference.is_gather(node):
                return True
            node = node.value
        return False

    def path(self, node):
        """The base name of a chain of views and the chain as a tree over a placeholder; None if it is no such chain."""
        if isinstance(node, gast.Name):
            return (node.id, name(node.id)) if node.id in self.locals and node.id not in self.bound else None
        if isinstance(node, gast.Subscript) and not self.inference.is_gather(node):
            if isinstance(self.types[node.value], (ListOf, TupleOf)) and isinstance(node.slice, gast.Slice):
                return None
            inner = self.path(node.value)
            return inner and (inner[0], subscript(inner[1], self.tree(node.slice)))
        if isinstance(node, gast.Attribute) and node.attr in ('T', 'real') and isinstance(self.types[node.value], Array):
            inner = self.path(node.value)
            return inner and (inner[0], gast.Attribute(inner[1], node.attr, gast.Load()))
        return None

    def push_part(self, node, b):
        """The adjoint of `x[...]` goes to that part of the adjoint of x."""
        owner = self.path(node.value)
        gather = self.inference.is_gather(node)
        t = self.types[node.value]
        if isinstance(t, (ListOf, TupleOf)) and isinstance(self.types[node], (ListOf,)):
            self.inference.refuse('srcad does not differentiate slices of lists yet', node)
        if isinstance(t, Anything):
            self.inference.refuse('srcad does not know the axes of this array, and cannot differentiate its parts', node)
        if owner is None:
            w = self.witness(node.value, True)
            temporary = self.temporary('b' + self.noun(node.value))
            self.out.append(assign(temporary, call('np.zeros_like', w)))
            self.out.append(self.added(subscript(name(temporary), self.tree(node.slice)), b, gather and self.may_meet_twice(node),
                                       name(temporary), self.tree(node.slice)))
            self.push(node.value, factor(name(temporary), dims_of(t)))
            return
        base, chain = owner
        index = self.tree(node.slice)
        scatter = (chain, index) if gather and self.may_meet_twice(node) else None
        self.gain(Gain(base, b, self.base_type(node), subscript(chain, index), scatter, self.types[node]))

    def base_type(self, node):
        while not isinstance(node, gast.Name):
            node = node.value
        return self.types[node]

    def added(self, place, b, scatter, array=None, index=None):
        if scatter:
            return gast.Expr(call('np.add.at', array, index, b.tree()))
        return gast.AugAssign(place, gast.Add(), b.tree())

    def may_meet_twice(self, node):
        """Whether an index array may name one place twice; masks do not."""
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        return any(isinstance(self.types[e], ListOf) or isinstance(self.types[e], Array) and self.types[e].kind != 'bool' for e in index)

    # Choices

    def push_choice(self, node, b, truth=None):
        """`a if t else b`, and `and`, `or` as values: the side that was taken receives."""
        if isinstance(node, gast.IfExp):
            b = self.choice_adjoint(b)
            self.fork(lambda: self.tree(node.test), lambda: self.push(node.body, b), lambda: self.push(node.orelse, b))
            return
        first, rest = node.values[0], node.values[1:]
        rest = rest[0] if len(rest) == 1 else gast.BoolOp(node.op, rest)
        self.types.setdefault(rest, self.types[node])
        is_or = isinstance(node.op, gast.Or)
        if truth is not None and truth != is_or:
            return self.push(node.values[-1], b) if not isinstance(node.values[-1], gast.BoolOp) else self.push_choice(node.values[-1], b, truth)
        b = self.choice_adjoint(b)
        stop = lambda: self.push_true(first, b, is_or)
        go = lambda: self.push_true(rest, b, None)
        self.fork(lambda: self.tree(first), *((stop, go) if is_or else (go, stop)))

    def push_true(self, node, b, truth):
        if isinstance(node, gast.BoolOp):
            if self.types.get(node) is not None and self.types[node].active:
                self.push_choice(node, b, truth)
        else:
            self.push(node, b)

    def choice_adjoint(self, b):
        return b if self.cheap_term(b) and b.dims == () or b.is_name else self.named(b, 'bchoice')

    def fork(self, test, then, other):
        """An `if` in the adjoint; what both sides receive is flushed inside."""
        gains, self.gains = self.gains, []
        self.lazy += 1
        tree = test()
        before, outer = dict(self.state), self.out
        sides = []
        for side in (then, other):
            self.state, self.out, self.gains = dict(before), [], []
            side()
            self.flush()
            sides.append((self.out, self.state))
        self.lazy -= 1
        self.out, self.gains, self.before_branch = outer, gains, before
        body, orelse = self.merge(sides[0], sides[1], self.point)
        if body or orelse:
            self.out.append(If(None, tree, body, orelse))

    # Comprehensions, and functions of several values

    def push_items(self, node, b, rule, args, k):
        t = self.types[node]
        if 'many' in args:
            return self.push_extreme(node, b, args['many'], k)
        items = args['items']
        if k in (max, min):
            z = self.result(node).tree()
            return self.push_all(items, factor(call('max_dx', b.tree(), self.tree(items), z), None))
        if k is sum:
            if 'start' in args:
                self.push(args['start'], b)
            if isinstance(items, COMPREHENSIONS):
                b = self.named(b, 'bsum') if not self.cheap_term(b) else b
                return self.push_comprehension(items, b, each=True)
            if isinstance(self.types[items], Array):
                if len(self.types[items].dims) > 1:
                    return self.push(items, self.full(factor(b.tree(), b.dims), items) if b.dims == () else b)
                return self.push(items, b)
            return self.push_all(items, b)
        b = self.full(b, node) if isinstance(self.types[items], (ListOf, TupleOf)) else b
        if not isinstance(self.types[items], (ListOf, TupleOf)):
            return self.push(items, b)
        if isinstance(items, COMPREHENSIONS):
            if k is not np.array:
                self.inference.refuse(f'srcad differentiates {rule.name} of a comprehension only if the list has a name', node)
            return self.push_comprehension(items, self.named(b, 'b' + rule.noun))
        if isinstance(items, (gast.List, gast.Tuple)):
            return self.push_literal(node, items, self.named(b, 'b' + rule.noun), rule, args, k)
        if k is np.concatenate or rule.name == 'np.vstack':
            self.inference.refuse(f'srcad differentiates {rule.name} only of a list that is written there', node)
        if 'axis' in args and not (isinstance(args['axis'], gast.Constant) and args['axis'].value == 0):
            self.inference.refuse('srcad differentiates np.stack of a named list along axis 0 only', node)
        self.push_all(items, b)

    def push_literal(self, node, items, b, rule, args, k):
        """np.array([a, b]), np.stack([a, b]), np.concatenate([a, b]): each item gets its part."""
        if k is np.array:
            return self.push_nested(items, b, [], node)
        for n, e in enumerate(items.elts):
            if not self.types[e].active:
                continue
            axis = args.get('axis') or rule.params.get('axis') or constant(0)
            if rule.name == 'np.stack' and isinstance(axis, gast.Constant) and axis.value == 0:
                tree = subscript(b.tree(), constant(n))
            elif rule.name == 'np.stack':
                tree = call('np.take', b.tree(), constant(n), self.tree(axis))
            else:
                tree = call('part', b.tree(), constant(n), tuple_of([self.witness(i) for i in items.elts]), self.tree(axis))
            self.push(e, factor(tree, dims_of(self.types[e])))

    def push_nested(self, items, b, index, node):
        for n, e in enumerate(items.elts):
            if not self.types[e].active:
                continue
            if isinstance(e, (gast.List, gast.Tuple)):
                self.push_nested(e, b, [*index, n], node)
            elif isinstance(e, COMPREHENSIONS):
                self.inference.refuse('srcad differentiates np.array of this only if the inner list has a name', e)
            else:
                place = [constant(i) for i in (*index, n)]
                self.push(e, factor(subscript(b.tree(), place[0] if len(place) == 1 else tuple_of(place)), dims_of(self.types[e])))

    def push_extreme(self, node, b, many, k):
        """max(a, b, ...) and min: the first extreme takes all."""
        b = b if self.cheap_term(b) else self.named(b, 'b' + k.__name__)
        op = gast.Gt if k is max else gast.Lt

        def choose(winner, rest):
            if not rest:
                return self.push(winner, b)
            test = gast.Compare(rest[0], [op()], [winner])
            self.fork(lambda: gast.Compare(self.tree(rest[0]), [op()], [self.tree(winner)]),
                      lambda: choose(rest[0], rest[1:]), lambda: choose(winner, rest[1:]))
        choose(many[0], many[1:])

    def push_all(self, items, b):
        """Every item of a list receives `b`, or its own part of it."""
        owner = self.path(items)
        if owner is None:
            if isinstance(items, (gast.List, gast.Tuple)):
                b = self.named(b, 'bitems') if not b.is_name else b
                for e in items.elts:
                    self.push(e, b)
                return
            self.inference.refuse('srcad wants this list to have a name', items)
        self.gain(Gain(owner[0], b, self.base_type(items), owner[1], 'all'))

    def push_comprehension(self, node, b, each=False, pops=False):
        """`[E for v in us if t]`: a loop that hands each item its part of `b`."""
        if len(node.generators) > 1:
            self.inference.refuse('srcad does not differentiate nested comprehensions yet: write the loop', node)
        g = node.generators[0]
        if pops and not b.is_name:
            b = self.named(b, 'bitems')
        source, depth = self.tree(g.iter), len(self.bound)
        names, before = {}, dict(self.bound)
        for n in walk(g.target):
            if isinstance(n, gast.Name):
                outside = any(isinstance(m, gast.Name) and m.id == n.id and m not in self.comprehended for m in walk(self.tree_of_function))
                names[n.id] = self.names.fresh(n.id + '_') if outside or n.id in before.values() else n.id
        count = self.names.temporary('k' if depth == 0 else f'k_{depth + 1}')
        filtered = bool(g.ifs)
        target_tree = transform(clone(g.target), lambda m: target(names[m.id]) if isinstance(m, gast.Name) else None)
        active = [m for m in walk(g.target) if isinstance(m, gast.Name) and self.types[m].active]

        def trip():
            self.bound = {**before, **names}
            part = b if each else factor(call(gast.Attribute(b.tree(), 'pop', gast.Load())), dims_of(self.types[node.elt])) \
                if filtered else factor(subscript(b.tree(), name(count)), dims_of(self.types[node.elt]))
            for m in active:
                self.sinks[names[m.id]] = lambda b, m=m: self.push_item(g.iter, g.target, m, b, name(count))

            def body():
                item = part
                if filtered and not each and not isinstance(node.elt, gast.Name):
                    item = self.named(part, 'bitem')
                self.push(node.elt, item)
                self.flush()
            if filtered:
                test = g.ifs[0] if len(g.ifs) == 1 else gast.BoolOp(gast.And(), list(g.ifs))
                self.fork(lambda: self.tree(test), body, lambda: None)
            else:
                body()
            self.flush()
        self.lazy += 1
        gains, self.gains = self.gains, []
        lines = self.repeat(trip, self.point)
        self.gains = gains
        self.lazy -= 1
        self.bound = before
        if not lines:
            return
        counted = count in {n.id for l in lines_names(lines) for n in walk(l) if isinstance(n, gast.Name)}
        iterated = source
        if counted:
            target_tree = gast.Tuple([target(count), target_tree], gast.Store())
            iterated = call('enumerate', source)
        if filtered and not each:
            iterated = call('reversed', call('list', iterated) if counted or not is_sequence(self.types[g.iter], g.iter) else iterated)
        self.out.append(Each(target_tree, iterated, lines))

    def push_item(self, source, whole, item, b, index):
        """The adjoint of a loop's target goes to the item of what the loop runs over."""
        kind = source.func.id if isinstance(source, gast.Call) and isinstance(source.func, gast.Name) else None
        if kind == 'enumerate':
            return self.push_item(source.args[0], whole.elts[1], item, b, index)
        if kind == 'zip':
            for part, s in zip(whole.elts, source.args):
                if item in set(walk(part)):
                    return self.push_item(s, part, item, b, index)
        if kind == 'reversed':
            return self.push_item(source.args[0], whole, item, b, gast.BinOp(constant(-1), gast.Sub(), index))
        owner = self.path(source)
        if owner is None:
            self.inference.refuse('srcad wants what this loop runs over to have a name', source)
        place = subscript(owner[1], index)
        for k in steps_to(whole, item):
            place = subscript(place, constant(k))
        self.gain(Gain(owner[0], b, self.base_type(source), place, part=self.types[item]))


def asks_shape(node, types):
    """`len(x)`, `x.shape`, `np.size(x)` of an array: no write changes them."""
    if isinstance(node, gast.Attribute):
        of = node.value if node.attr in ('shape', 'size', 'ndim') else None
    elif isinstance(node, gast.Call) and len(node.args) == 1 and not node.keywords:
        of = node.args[0] if getattr(types.get(node.func), 'value', None) in (len, np.shape, np.size, np.ndim) else None
    else:
        of = None
    return isinstance(of, gast.Name) and isinstance(types.get(of), Array)


def steps_to(whole, item):
    """The positions by which a nested target leads to one of its names."""
    if whole is item:
        return []
    for k, e in enumerate(whole.elts):
        if item in set(walk(e)):
            return [k, *steps_to(e, item)]
    return []


def lines_names(lines):
    from srcad.past import trees_in
    return list(trees_in(lines))


def is_sequence(t, node):
    return isinstance(t, Array) or isinstance(t, ListOf) and not isinstance(node, gast.Call)


def is_literal(node):
    return isinstance(node, gast.Constant) and not isinstance(node.value, str) or \
        isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub) and isinstance(node.operand, gast.Constant)


def lazy_spread(n):
    """For an adjoint that is one number, laying it over the axes that went is nothing."""
    if isinstance(n, gast.Call) and getattr(n.func, 'id', '') == 'spread' and isinstance(n.args[0], gast.Name):
        return n.args[0]
    return None
