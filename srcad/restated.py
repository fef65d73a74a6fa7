"""Expressions of the primal: as the program has them, with what the adjoint reads under names before them."""

from functools import cached_property

import gast

from srcad.analysis.call_kinds import RuleCall, UserCall
from srcad.analysis.flow import ENTRY, Version
from srcad.analysis.types import Anything, Array, ListOf, Local, Number, Ref
from srcad.by_memory import Closure, Generator
from srcad.lower.scopes import Shared
from srcad.past import Past
from srcad.shapes import copy_of
from srcad.tree import Ours, arguments, assign, call, children, constant, name, read_names, target, transform, walk


class Restated:
    """The part of `Primal` that says expressions again: `expr(node, lifted)` adds lines to `lifted`."""

    def place(self, node, lifted):
        """A target, with what its subscripts compute lifted out."""
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.place(node.value, lifted), self.expr(node.slice, lifted), node.ctx)
        if isinstance(node, gast.Tuple):
            return gast.Tuple([self.place(e, lifted) for e in node.elts], node.ctx)
        return node

    def bare_call(self, node, lifted):
        """`smooth(u, k)`: only what its adjoint needs is kept."""
        called = self.primal_call(node, lifted)
        saved = self.reverse.saved[node]
        inst = self.calls[node].instance
        if inst.has_value:
            value = self.reverse.hoisted.get(node) or self.names.nobodys()  # of which the adjoint may want the shape
            return [gast.Assign([gast.Tuple([target(value), target(saved)], gast.Store())], called, None)]
        return [assign(saved, called)]

    def is_saved(self, node):
        return node in self.reverse.saved and self.is_kept(self.reverse.saved[node])

    def is_kept(self, text):
        node = self.plan.extra.get(text)
        kept = node is not None and Version(text, node.level, frozenset([node])) in self.plan.fields[node.level]
        return kept or text in self.plan.in_places

    def value_name(self, node):
        if node not in self.reverse.hoisted:
            self.reverse.hoisted[node] = self.names.fresh(self.calls[node].instance.name)
        return self.reverse.hoisted[node]

    def pair(self, text, node, called):
        return gast.Assign([gast.Tuple([target(text), target(self.reverse.saved[node])], gast.Store())], called, None)

    def primal_call(self, node, lifted):
        c = self.calls[node]
        trees = self.in_order(c.args, lifted)
        args = [self.argument(p, tree, a, c) for p, tree, a in zip(c.instance.params, trees, c.args)]
        return call(c.instance.primal_name, *args)

    def argument(self, p, tree, node, c):
        """What the callee may keep and this function changes later goes in as a copy."""
        if self.instance.inference.heap is not None:  # a callee copies what it keeps
            return tree
        t = c.instance.types[p]
        others = self.plan.inference.aliases(node) & self.plan.memory.changing
        if p in c.instance.writes or not isinstance(t, (Array, Anything, ListOf)) or not others:
            return tree
        if isinstance(tree, gast.Name) and self.reverse.later.is_safe(Past(tree.id, self.current)):
            return tree
        if isinstance(tree, gast.Name) and self.is_as_given(tree.id):
            return name(self.as_given()[tree.id])
        return copy_of(tree, t)

    def is_as_given(self, n):
        """Whether an argument still holds here what the caller gave, and that array has a name."""
        version = self.plan.flow.version(n, self.current, content=True)
        return n in self.as_given() and version.level is None and version.defs == {ENTRY}

    def expr(self, node, lifted):
        """An expression with the values that the adjoint reads lifted out, under their names."""
        if isinstance(node, gast.AST) and not isinstance(node, gast.Name):
            if self.is_saved(node):
                lifted.append(self.pair(self.value_name(node), node, self.primal_call(node, lifted)))
                return name(self.reverse.hoisted[node])
            if self.needs_primal(node):
                self.needed.add(node)
                called, hoist = self.primal_call(node, lifted), self.reverse.hoisted.get(node)
                if not self.calls[node].instance.has_value:
                    lifted.append(gast.Expr(called))
                    return constant(None)
                called = gast.Subscript(called, constant(0), gast.Load())
                if not hoist or not self.is_kept(hoist):
                    return called
                lifted.append(assign(hoist, called))
                return name(hoist)
            if is_generator(node):
                node = gast.Call(node.func, node.args[:1], node.keywords)
            if getattr(node, 'bound', False):
                node = unbound(node, self.calls[node].instance)
            hoist = self.reverse.hoisted.get(node)
            inner = children(node)
            new = dict(zip(inner, self.in_order(inner, lifted)))
            changes = {}
            for k, v in node.__dict__.items():
                if isinstance(v, gast.AST):
                    changes[k] = new.get(v, v)
                elif isinstance(v, list):
                    changes[k] = [new.get(e, e) if isinstance(e, gast.AST) else e for e in v]
            if any(v is not node.__dict__[k] and v != node.__dict__[k] for k, v in changes.items()):
                new = node.__class__.__new__(node.__class__)
                new.__dict__.update(node.__dict__)
                new.__dict__.update(changes)
            else:
                new = node
            if hoist and self.is_kept(hoist):
                kept = self.apart(node, new)
                if kept is not new and self.instance.inference.heap is not None:  # the program has the view itself
                    view = self.names.fresh('view')
                    lifted += [assign(view, new), assign(hoist, copy_of(name(view), self.types.get(node)))]
                    return name(view)
                lifted.append(assign(hoist, kept))
                changes = self.is_viewed(node) or self.is_named(node)
                return copy_of(name(hoist), self.types.get(node)) if changes else name(hoist)
            return new
        return node

    def is_named(self, node):
        """Whether a value gets a name, or is returned, by reference: it may be written there."""
        by_reference = self.instance.inference.heap is not None and self.plan.memory.arrays
        named = node is getattr(getattr(self.current, 'stmt', None), 'value', None)
        return by_reference and named and isinstance(self.types.get(node), (Array, Anything))

    def is_viewed(self, node):
        """Whether the statement makes a view of this value, which has no name, through which it changes later."""
        s = getattr(self.current, 'stmt', None)
        to = s.targets[0] if isinstance(s, gast.Assign) else None
        if not isinstance(to, gast.Name) or to.id not in self.plan.memory.changing or s.value is node:
            return False
        view = s.value
        while view is not node:
            called = self.calls.get(view)
            if isinstance(called, RuleCall) and called.views:
                view = called.args['x']
            elif isinstance(view, (gast.Subscript, gast.Attribute)):
                view = view.value
            else:
                return False
        return isinstance(self.types.get(node), (Array, Anything))

    def apart(self, node, tree):
        """A kept value is copied if it may be a view of an array that changes later."""
        t = self.types.get(node)
        if self.instance.inference.heap is not None:
            return (
                copy_of(tree, t)
                if isinstance(t, (Array, Anything)) and self.plan.memory.arrays and self.reverse.may_view(node)
                else tree
            )
        if not isinstance(t, Number) and self.plan.inference.is_unseen(node) and not self.plan.inference.is_new(node):
            return copy_of(tree, t)
        others = (
            self.plan.inference.aliases(node) & self.plan.memory.changing if isinstance(t, (Array, Anything)) else ()
        )
        if any(not self.reverse.later.is_safe(Past(n, self.current)) for n in others):
            return copy_of(tree, t)
        return tree

    def needs_primal(self, node):
        """Whether a call without derivative cannot stand as it does: of a function of elsewhere, or for a closure."""
        c = self.calls.get(node)
        if isinstance(c, UserCall) and (c.instance.may_stop or is_taken_out(c.instance.source)):
            return True
        if isinstance(c, UserCall) and (c.instance.outside is not None or self.is_step(node)):
            return True
        inner = isinstance(self.types.get(getattr(node, 'func', None)), Local)
        if isinstance(c, UserCall) and makes(c.instance, {Closure, Generator} if inner else {Closure}):
            return True
        if isinstance(c, UserCall) and c.instance.tree.name in self.instance.inference.program.hand_on:
            return True
        if isinstance(c, UserCall) and any(self.goes_on(a) or self.is_of_outside(a) for a in c.args):
            return True  # which only our text runs on, or has
        func = getattr(node, 'func', None)
        if isinstance(c, UserCall) and isinstance(func, gast.Name) and func.id in self.instance.statics:
            return True
        if not isinstance(c, UserCall) or not c.instance.has_value:
            return False
        t, heap = c.instance.result, self.instance.inference.heap
        return heap is not None and isinstance(t, Ref) and any(issubclass(k, Closure) for k in heap.kinds_of(t))

    def is_of_outside(self, node):
        """Whether an argument is what outside has, such as the default of a parameter that is written."""
        owner = node.value if isinstance(node, gast.Attribute) else None
        return self.instance.outside is not None and getattr(owner, 'id', None) == self.instance.outside

    def asked(self, test):
        """A test, which keeps nothing, with the calls that cannot stand as they do."""
        lines = []
        calls = lambda n: self.expr(n, lines) if isinstance(n, gast.Call) and self.needs_primal(n) else None
        new = transform(test, calls) if isinstance(test, gast.AST) else test
        if lines:
            self.instance.inference.refuse('srcad does not follow this call in a test: give its value a name before', test)
        return new

    def is_step(self, node):
        """Whether a call lets a generator run on: its object does not know its function."""
        return self.goes_on(getattr(node, 'func', None))

    def goes_on(self, node):
        inference = self.instance.inference
        return inference.heap is not None and inference.is_generator(self.types.get(node))

    def still_called(self, definition):
        """Whether a local function is still called as it stands: here, or in another that is."""
        return definition.name in self.called_here

    @cached_property
    def called_here(self):
        replaced = self.replaced_calls()
        functions = [f for s in self.instance.tree.body for f in walk(s) if isinstance(f, gast.FunctionDef)]
        inside = {n for f in functions for s in f.body for n in walk(s)}
        loaded = lambda n: isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load) and n not in replaced
        found = {n.id for s in self.instance.tree.body for n in walk(s) if loaded(n) and n not in inside}
        while more := [f for f in functions if f.name in found and not read_names(f) <= found]:
            found |= read_names(*more)
        return found

    def replaced_calls(self):
        """The names of functions that the text does not need: of calls that are written otherwise, of generators."""
        calls = {n.func for n in self.reverse.saved if self.is_saved(n) and isinstance(n, gast.Call)}
        return calls | {n.args[1] for s in self.instance.tree.body for n in walk(s) if is_generator(n)}


def unbound(node, instance):
    """A call with one argument for each parameter as one that Python understands."""
    a = instance.tree.args
    names = [n.id for n in arguments(instance.tree)]
    args, keywords = [], []
    for n, value in zip(names[len(names) - len(node.args):], node.args):
        if a.vararg and n == a.vararg.id:
            args.append(gast.Starred(value, gast.Load()))
        elif a.kwarg and n == a.kwarg.id:
            keywords.append(gast.keyword(None, value))
        elif n in {k.id for k in a.kwonlyargs}:
            keywords.append(gast.keyword(n, value))
        else:
            args.append(value)
    return gast.copy_location(gast.Call(node.func, args, keywords), node)


def is_generator(node):
    """Whether a node makes the object of a generator, from its name and its function."""
    return isinstance(node, gast.Call) and isinstance(node.func, Ours) and node.func.value_of is Generator


def makes(instance, kinds):
    """Whether a function makes objects of the functions in it, itself or by what it calls: of its own it makes functions.

    A generator's function of ours cannot run by itself.
    """
    seen, todo = set(), [instance]
    while todo:
        one = todo.pop()
        if any(isinstance(n, Ours) and any(n.value_of is k for k in kinds) for n in walk(one.tree)):
            return True
        seen.add(one)
        todo += {c.instance for c in one.inference.calls.values() if isinstance(c, UserCall)} - seen
    return False


def is_taken_out(source):
    """Whether a function is a method that captures variables: its class, in the text, is without it."""
    return any(isinstance(s, Shared) for s in source.tree.body)
