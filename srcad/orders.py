"""`sorted`, `max` and `min` by keys: an order of numbers, and the items in that order."""

import gast

from srcad.analysis.types import NONE, Known, ListOf, TupleOf
from srcad.lower.apply import applied
from srcad.lower.evaluation import builtin, is_atom, is_only_read
from srcad.lower.template import expression, statements
from srcad.tree import COMPREHENSIONS, arguments, clone, constant, name, tuple_of, walk


class Orders:
    """Rewrites calls of sorted, max, min, list and tuple, and x.tolist(); `before` takes statements."""

    def __init__(self, instance, means):
        self.inference, self.means, self.before = instance.inference, means, []

    def expression(self, node, what, plain):
        if what in (list, tuple):
            return self.copied(node, what)
        if what == 'tolist':
            return self.numbers(node)
        if (
            what not in (sorted, max, min)
            or not plain
            or not builtin(self.means, 'sorted', 'max', 'min', 'range', 'len')
        ):
            return None
        given = {k.arg: k.value for k in node.keywords}
        if self.inference.types.get(given.get('key')) == NONE:
            return gast.Call(node.func, node.args, [k for k in node.keywords if k.arg != 'key'])
        reverse, key = given.pop('reverse', None), given.pop('key', None)
        default = given.pop('default', None)
        if given or reverse is not None and (what is not sorted or not is_atom(reverse)):
            return None
        if what is not sorted and len(node.args) > 1:
            source = gast.List(node.args, gast.Load())
            self.before += statements('items = source', items=self.new('items'), source=source)
        else:
            parts = dict(items=self.new('items'), v=self.fresh('item'), source=listed(node.args[0]))
            self.before += statements('items = [v for v in source]', **parts)
        if default is not None:
            return self.or_default(node, what, key, default) if len(node.args) == 1 else None
        if what is not sorted:
            return self.best(what, key)
        keys = self.keys(key)
        if keys is None:
            return None
        order = self.fresh('order')
        made = statements('order = sorted(range(len(keys)), key=keys.__getitem__)', order=order, keys=keys)
        if reverse is not None:
            made[0].value.keywords.append(gast.keyword('reverse', reverse))
        self.before += made
        return expression('[items[k] for k in order]', items=self.items, k=self.fresh('k'), order=order)

    def keys(self, key):
        """The name of the list of what the items are compared by; None where that cannot be written down."""
        if key is None:
            return self.items
        keys, v = self.fresh('keys'), self.fresh('item')
        value = self.key_of(key, v)
        if value is None:
            return None
        self.before += statements('keys = [e for v in items]', keys=keys, e=value, v=v, items=self.items)
        return keys

    def best(self, what, key):
        """The first of the largest or the smallest items."""
        keys = self.keys(key)
        if keys is None:
            return None
        place = self.fresh('best')
        by = 'range(len(keys)), key=keys.__getitem__'
        self.before += statements(f'best = {what.__name__}({by})', best=place, keys=keys)
        return expression('items[best]', items=self.items, best=place)

    def or_default(self, node, what, key, default):
        """`max(xs, key=f, default=d)`."""
        if not is_atom(default):
            other = self.fresh('other')
            self.before += statements('other = d', other=other, d=default)
            default = name(other)
        if key is None and not self.inference.compares_objects(node):
            return expression(f'{what.__name__}(items) if len(items) > 0 else d', items=self.items, d=default)
        outer, self.before, found = self.before, [], self.fresh('found')
        value = self.best(what, key)
        if value is None:
            return None
        text = 'if len(items) > 0:\n    found = e\nelse:\n    found = d'
        choice = statements(text, found=found, e=value, d=default, items=self.items)
        choice[0].body = [*self.before, *choice[0].body]
        self.before = [*outer, *choice]
        return name(found)

    def key_of(self, key, v):
        """The key of the item v."""
        if isinstance(key, gast.Lambda) and len(arguments(key)) != 1:
            return None
        made = applied(key, [name(v)], self.means)
        if made is not None and getattr(self.inference.types.get(key), 'maybe', False):
            return gast.IfExp(gast.Compare(clone(key), [gast.IsNot()], [constant(None)]), made, name(v))
        return made

    def fresh(self, text):
        return self.means.fresh(text)

    def new(self, text):
        setattr(self, text, self.fresh(text))
        return getattr(self, text)

    def numbers(self, node):
        """`x.tolist()` of one axis or two: the numbers are Python's own."""
        x, v, row = node.func.value, self.fresh('item'), self.fresh('row')
        if not builtin(self.means, 'float'):
            return None
        if len(self.inference.types[x].dims) == 1:
            return expression('[float(v) for v in x]', x=x, v=v)
        return expression('[[float(v) for v in row] for row in x]', x=x, v=v, row=row)

    def copied(self, node, what):
        """`list(x)` of what can be run through; `tuple(x)` where the number of items is known."""
        t, x = self.inference.types[node.args[0]], node.args[0]
        if what is list:
            v = self.fresh('item')
            return expression('[v for v in x]', v=v, x=x)
        if isinstance(t, TupleOf) and t.of is tuple:
            return backwards(x) if is_reversed(x, self.inference.types) else x
        length = t.length if isinstance(t, ListOf) else None
        if isinstance(length, int) and isinstance(x, gast.Name):
            return tuple_of([expression('x[k]', x=clone(x), k=constant(k)) for k in range(length)])
        if isinstance(length, int) and isinstance(x, gast.List):
            return tuple_of(x.elts)
        return gast.ListComp(x.elt, x.generators) if isinstance(x, COMPREHENSIONS) and self.is_as_a_list(node) else None

    def is_as_a_list(self, node):
        """Whether a tuple has a name of which only items are read, its length, and functions of its items."""
        made = [s for s in walk(self.means.tree) if isinstance(s, gast.Assign) and s.value is node]
        if (
            not made
            or not isinstance(made[0].targets[0], gast.Name)
            or len(self.means.values(made[0].targets[0].id)) != 1
        ):
            return False
        return is_only_read(made[0].targets[0].id, self.means, slices=False)


def listed(node):
    """What a generator gives, as a list."""
    return gast.ListComp(node.elt, node.generators) if isinstance(node, gast.GeneratorExp) else node


def is_reversed(node, types):
    f = types.get(node.func) if isinstance(node, gast.Call) and len(node.args) == 1 else None
    return isinstance(f, Known) and f.value is reversed


def backwards(node):
    """`t[::-1]` of what is `reversed(t)`."""
    return expression('t[::-1]', t=node.args[0])
