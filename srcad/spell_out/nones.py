"""What may be None where it is called, or asked for a method or an item: behind Python's own error if it is."""

import inspect

import gast

from srcad.analysis.types import Anything, Ref
from srcad.errors import Unfollowed
from srcad.spell_out.nodes import asks_none, same_call
from srcad.spell_out.unfit import raising
from srcad.tree import COMPREHENSIONS, Ours, call, constant, transform, walk

OF_NONE = 'srcad does not follow an operation of None here: ask whether it is None before'


class Nones:
    """The part of `SpellOut` for what may be None."""

    def no_none(self, node):
        """A call of what may be None."""
        called = self.named(node.func)
        self.emit(raising(asks_none(called), "'NoneType' object is not callable"))
        return self.told_there(node, gast.Call(called, node.args, node.keywords))

    def of_an_object(self, node, c):
        """A method, a property, an item or an operation of what may be None."""
        operates = isinstance(node, (gast.BinOp, gast.UnaryOp))
        owner = c.args[len(c.instance.captured)] if operates else owner_of(node)
        if hasattr(node, 'is_there') or not self.may_go_unnoticed(owner, node):
            return node
        beside = [n for n in (getattr(node, 'left', None), getattr(node, 'right', None), getattr(node, 'slice', None)) if n not in (None, owner)]
        if any(isinstance(n, gast.Call) for e in beside for n in walk(e)):  # Python comes to it first
            self.inference.refuse('srcad wants a name for what stands beside this, which may be None', node)
        there = self.named(owner)
        self.emit(self.stop_at_none(node, owner, there))
        return self.told_there(node, transform(node, lambda n: there if n is owner else None))

    def stop_at_none(self, node, owner, there):
        """Python's error, or the end of the run where the other operand may have a say, too."""
        other = next((e for e in (node.left, node.right) if e is not owner), None) if isinstance(node, gast.BinOp) else None
        if not isinstance(self.types.get(other), (Ref, Anything)):
            return lacking(node, there)
        return gast.If(asks_none(there), [gast.Raise(call(Ours('Unfollowed', Unfollowed), constant(OF_NONE)), None)], [])

    def may_go_unnoticed(self, owner, node):
        """Whether a method may run without an object, or its failure be caught that is Python's in another place."""
        t = self.types.get(owner)
        if not isinstance(t, Ref) or not t.maybe:
            return False
        text = getattr(node.func if isinstance(node, gast.Call) else node, 'attr', '__getitem__')
        if text.startswith('__'):  # Python's error is another one
            return True
        found = [getattr(f, 'fget', f) for f in self.inference.methods(t, text)]
        reads = lambda f: inspect.isfunction(f) and reads_first(self.inference.program.parsed(f))
        return self.may_be_caught or not found or not all(map(reads, found))

    def told_there(self, node, made):
        made = same_call(gast.copy_location(made, node), node)
        made.is_there = True
        self.calls[made], self.types[made], self.changed = self.calls.get(node), self.types.get(node), True
        return made


def owner_of(node):
    """The object whose method, attribute or item a node is; None of others."""
    node = node.func if isinstance(node, gast.Call) else node
    return node.value if isinstance(node, (gast.Attribute, gast.Subscript)) else None


def lacking(node, owner):
    """What Python does at a method, an attribute or an item of None."""
    node = node.func if isinstance(node, gast.Call) else node
    if isinstance(node, (gast.BinOp, gast.UnaryOp)):
        return raising(asks_none(owner), 'unsupported operand type: NoneType')
    if isinstance(node, gast.Subscript):
        return raising(asks_none(owner), "'NoneType' object is not subscriptable")
    if isinstance(node, gast.Name):
        return raising(asks_none(owner), "'NoneType' object is not an iterator")
    if hasattr(node, 'of_operator') or node.attr.startswith('__'):  # `+=` as extend(), len() as __len__()
        return raising(asks_none(owner), "'NoneType' object does not support this")
    said = constant(f"'NoneType' object has no attribute {node.attr!r}")
    return gast.If(asks_none(owner), [gast.Raise(call(Ours('AttributeError', AttributeError), said), None)], [])


def reads_first(tree):
    """Whether the first thing that a method does is to read an attribute of its object, which fails if that is None."""
    if not tree.args.args:
        return False
    body = tree.body[1:] if isinstance(getattr(tree.body[0], 'value', None), gast.Constant) else tree.body
    first = body[0] if body else None
    head = next((getattr(first, f) for f in ('test', 'iter', 'value') if isinstance(getattr(first, f, None), gast.AST)), None)
    return head is not None and surely_reads(head, tree.args.args[0].id)


def surely_reads(node, me):
    if isinstance(node, gast.Attribute) and isinstance(node.value, gast.Name):
        return node.value.id == me
    if isinstance(node, gast.IfExp):
        return surely_reads(node.test, me)
    if isinstance(node, gast.BoolOp):
        return surely_reads(node.values[0], me)
    if isinstance(node, (gast.Lambda, gast.DictComp, gast.SetComp) + COMPREHENSIONS):
        return False
    return any(surely_reads(n, me) for n in gast.iter_child_nodes(node))
