"""Calls whose arguments stand behind stars."""

import dataclasses
import inspect
import itertools
import math

import gast

from srcad.analysis.call_kinds import KEYED, STARRED
from srcad.analysis.followed import NotYet
from srcad.analysis.heap import ITEM, KEY, FunctionValue
from srcad.analysis.inits import taken
from srcad.analysis.marks import CONTAINERS, as_site, is_super
from srcad.analysis.steps import is_made
from srcad.analysis.types import BOTTOM, Anything, Array, Bottom, Known, Number, Ref, TupleOf, is_text
from srcad.by_memory import Generator
from srcad.library import columns_of, without_keys
from srcad.runtime import length
from srcad.lower.evaluation import is_namedtuple, operands
from srcad.tree import Ours, call, is_written, positional_names, written


class Stars:
    """The part of `References` for stars in calls."""

    def unzipped(self, node, env):
        """`xs, ys = zip(*points)`: tuples, each of its own kind where the points are pairs."""
        item = self.item_of(self.expr(node.args[0], env), node.args[0])
        count = node.args[1].value
        if isinstance(item, Bottom):
            return BOTTOM
        if not isinstance(item, TupleOf) or len(item.items) != count:
            self.env = env
            return self.rewritten(node, gast.Call(Ours('columns_of', columns_of), node.args[:1], []), env)
        columns = [self.heap.make(tuple, (*as_site(self.site(node)), k)) for k in range(count)]
        for column, t in zip(columns, item.items):
            self.heap.store(column, ITEM, t)
        return TupleOf(items=tuple(self.heap.ref(column.sites) for column in columns))

    def no_iterators(self, rows, env):
        """Refuse `zip(*[iter(xs)] * 2)`: rows that are iterators give their items in turn."""
        item = self.item_of(self.expr(rows, env), rows)
        for part in item.items if isinstance(item, TupleOf) else [item]:
            if isinstance(part, Ref) and any(issubclass(k, Generator) for k in self.heap.kinds_of(part)):
                self.refuse('srcad does not follow zip() of iterators behind a star: make lists of them', rows)

    def without_stars(self, node, env):
        """A call of a library function without stars, where possible; of the program's own with one star, the last."""
        if isinstance(node.func, gast.Attribute) and is_super(node.func.value):
            return self.with_one_star(node, env)
        owner = self.expr(node.func.value, env) if isinstance(node.func, gast.Attribute) else None
        method = owner is not None and not isinstance(owner, Known) and not self.is_generator(owner)
        held = method and isinstance(owner, Ref) and self.heap.is_object(owner) and not self.methods(owner, node.func.attr)
        f = self.meant(self.expr(node.func, env)) if held or not method else None
        if held and self.program.incomplete and not inspect.isclass(f):
            f = None  # the attribute may turn out to hold another function too
        if f is None or self.program.user_function(f) is not None or self.is_class_of_program(f):
            return self.with_one_star(node, env)
        behind = [self.expr(k.value, env) for k in node.keywords if k.arg is None]
        if f is dict and not all(self.known_keys(t) is not None and self.heap.has_all_keys(t) for t in behind):
            return self.dict_of_dicts(node, env)
        args = []
        for a in node.args:
            t = self.expr(a, env)
            tuple_behind = isinstance(a, gast.Starred) and isinstance(t, TupleOf)
            written = getattr(a.value, 'elts', None) if isinstance(a, gast.Starred) else None
            if written is not None and not any(isinstance(e, gast.Starred) for e in written):
                args += written
                continue
            args += [self.part(a.value, k, i) for k, i in enumerate(t.items)] if tuple_behind else [a]
        needed = []
        keywords = [part for k in node.keywords for part in self.keywords_behind(k, f, needed, env)]
        star = next((a for a in args if isinstance(a, gast.Starred)), None)
        if args == node.args and keywords == node.keywords and star is None:
            return node
        made = (
            gast.Call(node.func, args, keywords) if star is None else self.of_any_number(f, node, args, keywords, star)
        )
        if made is not node:
            gast.copy_location(made, node).site = self.site(node)
            made.needed = needed
        return made

    def dict_of_dicts(self, node, env):
        """`dict(d, **e)` with keys of e that only the run knows, as `{**d, **e}`."""
        if any(k.arg is not None for k in node.keywords) or not all(self.heap.is_dict(self.expr(a, env)) for a in node.args):
            self.refuse(STARRED, node)
        wholes = [*node.args, *(k.value for k in node.keywords)]
        if len(node.keywords) > 1:
            self.refuse(STARRED, node)
        made = gast.copy_location(gast.Dict([None] * len(wholes), wholes), node)
        made.site = self.site(node)
        return made

    def meant(self, t):
        """The function or class that a value is known to be; None if it is not known."""
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        only = next(iter(kinds)) if len(kinds) == 1 else object
        return only.value if issubclass(only, FunctionValue) else getattr(t, 'value', None)

    def is_class_of_program(self, f):
        """Whether a class has an `__init__` that is a function of the program; that of a dataclass has no text."""
        if not inspect.isclass(f) or f in CONTAINERS or is_namedtuple(f):
            return False
        init = inspect.getattr_static(f, '__init__', None)
        return not (inspect.isfunction(init) and is_made(init))

    def keywords_behind(self, k, f, needed, env):
        """The arguments by name that a dict with known keys holds behind two stars; of a dataclass `spell_out` asks for
        those that it may lack."""
        t = self.expr(k.value, env)
        if k.arg is not None:
            return [k]
        keys, of_fields = self.known_keys(t), dataclasses.is_dataclass(f) or f is dataclasses.replace
        if keys is None and of_fields and self.heap.is_dict(t):
            return [k]
        if keys is None:
            self.refuse(KEYED, k.value)
        sure = self.heap.has_all_keys(t)
        if not sure and of_fields:
            return [k]
        parts = [self.part(k.value, key, self.heap.load(t, ('key', key))) for key in keys]
        if not sure and f is not dict:
            parts = [self.or_default(f, key, part, k, needed) for key, part in zip(keys, parts)]
        return [gast.keyword(key, part) for key, part in zip(keys, parts)]

    def or_default(self, f, key, part, k, needed):
        """What a dict that may lack it holds for a field of a named tuple, or its default; else it is `needed`."""
        if not is_namedtuple(f) or key not in f._fields or not is_written(f._field_defaults.get(key)):
            self.refuse(KEYED, k.value)
        if key not in f._field_defaults:
            needed.append((key, k.value))
            return part
        return self.if_there(k.value, gast.In, gast.Constant(key, None), k.value, part, written(f._field_defaults[key]))

    def of_any_number(self, f, node, args, keywords, star):
        """A call of a library function with as many arguments as a list has items."""
        whole = star.value if len(args) == 1 else self.chained(args, node)
        if f in (max, min):
            return gast.Call(node.func, [whole], keywords)
        if f is math.hypot:
            array = whole if isinstance(self.types.get(whole), Array) else call('np.array', whole)
            return gast.Call(Ours('length', length), [array], keywords)
        first, last = args[:-1], args[-1] is star and not keywords
        plain = last and not any(isinstance(a, gast.Starred) for a in first)
        count, most = self.wanted(f, star.value, len(first)) if plain else (None, None)
        if count is not None and most >= len(first):
            item = self.item_of(self.types[star.value], star.value)
            part = lambda k: self.part(star.value, k, item)
            parts = [part(k) for k in range(max(0, count - len(first)))]
            by_default = [
                self.if_there(star.value, gast.Gt, len_of(star.value), gast.Constant(k, None), part(k), written(value))
                for k, value in enumerate(written_defaults(f, max(count, len(first)), most), len(parts))
            ]
            made = gast.Call(node.func, [*first, *parts, *by_default], [])
            rows = getattr(self.types[star.value], 'dims', (None,))[:1]
            if rows != (len(parts),) or by_default:  # else it is known
                made.counted = star.value, len(parts), most - len(first), len(parts) + len(by_default)
            return made
        if f is not print and any(self.types[a].active for a in args):
            self.refuse(STARRED, star)
        return node

    def wanted(self, f, whole, before):
        """How many arguments a call with a star has, and how many it may have: as many as the class has fields (of those
        with a default the run tells that none is given), the function operands, or the array rows; None if unknown."""
        if not isinstance(whole, gast.Name):
            return None, None
        if is_namedtuple(f):
            return len(f._fields) - len(f._field_defaults), len(f._fields)
        if dataclasses.is_dataclass(f):
            params = taken(f).values()
            placed = [p for p in params if p.kind is p.POSITIONAL_OR_KEYWORD]
            needed = [p for p in params if p.default is p.empty]
            return (len(needed), len(placed)) if all(p in placed for p in needed) else (None, None)
        if operands(f) is not None:
            return operands(f), operands(f)
        t = self.types[whole]
        rows = before + t.dims[0] if isinstance(t, Array) and t.dims and isinstance(t.dims[0], int) else None
        return rows, rows

    def with_one_star(self, node, env):
        """`f(a, *xs, b)` as `f(*(a, *xs, b))`, where the number of items is not known."""
        types = [self.expr(a, env) for a in node.args]
        behind = [(a, t) for a, t in zip(node.args, types) if isinstance(a, gast.Starred)]
        unknown = [a for a, t in behind if not isinstance(t, (TupleOf, Bottom))]
        if not unknown or unknown == node.args[-1:]:
            return node
        whole = gast.copy_location(gast.Tuple(node.args, gast.Load()), node)
        whole.site = *as_site(self.site(node)), 'arguments'
        star = gast.copy_location(gast.Starred(whole, gast.Load()), node)
        star.site = *as_site(self.site(node)), 'star'
        made = gast.copy_location(gast.Call(node.func, [star], node.keywords), node)
        made.site = self.site(node)
        return made

    def _Starred(self, node, env):
        return self.expr(node.value, env)

    def spread(self, positional, keywords, tree, default):
        """The arguments of a call one by one: the items of a tuple behind a star, what a dict with known keys holds.

        `default` gives that of a parameter, or None."""
        out, names = [], positional_names(tree)
        for a in positional:
            if not isinstance(a, gast.Starred):
                out.append(a)
                continue
            t = self.types[a.value]
            if self.is_generator(t):
                self.instead[a.value] = call(Ours('list', list), a.value)
            if isinstance(t, Bottom) or a.value in self.instead:
                raise NotYet
            if isinstance(t, TupleOf):
                out += [self.part(a.value, k, i) for k, i in enumerate(t.items)]
            elif (self.heap.is_list(t) or isinstance(t, Array) and t.dims) and a is positional[-1]:
                by_name = {k.arg for k in keywords}
                missing = list(itertools.takewhile(lambda n: n not in by_name, names[len(out) :]))
                out += self.taken_from(a, t, missing, tree.args.vararg, default)
            else:
                self.refuse(STARRED, a)
        return out, [pair for k in keywords for pair in self.named_arguments(k, keywords, tree, default)]

    def taken_from(self, a, t, missing, takes_rest, default):
        """The arguments for the parameters that are missing, from a list of any length behind a star."""
        item = self.item_of(t, a) if isinstance(t, Array) else self.heap.load(t, ITEM)
        parts, others = [self.part(a.value, k, item) for k in range(len(missing))], [default(n) for n in missing]
        if any(getattr(other, 'once', False) for other in others):
            self.refuse(STARRED, a)
        out = [
            (
                part
                if other is None
                else self.if_there(a.value, gast.Gt, len_of(a.value), gast.Constant(k, None), part, other)
            )
            for k, (part, other) in enumerate(zip(parts, others))
        ]
        for k, part in enumerate(out):
            part.by_star = a, k
        a.parts = dict(zip(parts, missing)) if not takes_rest and not any(others) else {}
        a.alone = {k for k, other in enumerate(others) if other is None}  # the places that only this star fills
        a.least, a.most = len(a.alone), None if takes_rest else len(missing)
        if not takes_rest:
            return out
        rest = a.value
        if missing:
            behind = gast.Slice(gast.Constant(len(missing), None), None, None)
            rest = gast.copy_location(gast.Subscript(rest, behind, gast.Load()), a)
            rest.site = *as_site(self.site(a)), 'rest'  # the same place in every round
        return [*out, gast.copy_location(gast.Starred(rest, gast.Load()), a)]

    def named_arguments(self, k, keywords, tree, default):
        """The name and the value of each argument by name, those behind two stars too.

        A dict with unknown keys may hold every argument; `k.names` are those then.
        """
        if k.arg is not None:
            return [(k.arg, k.value)]
        t = self.types[k.value]
        if isinstance(t, Bottom):
            raise NotYet
        keys, k.names = self.known_keys(t), None
        out, sure = [], keys is not None and self.heap.has_all_keys(t)
        if keys == [] and not sure and not self.is_final():
            raise NotYet  # nothing is known to be in it as yet
        if keys is None:
            alone = self.heap.is_dict(t) and sum(other.arg is None for other in keywords) == 1
            key = self.heap.load(t, KEY) if alone else None
            if isinstance(key, Bottom):
                raise NotYet  # nothing is known to be in it
            if not alone or not (is_text(key) or isinstance(key, Anything) and not key.active):  # of others Python raises TypeError
                self.refuse(KEYED, k.value)
            keys = k.names = [a.id for a in [*tree.args.args, *tree.args.kwonlyargs]]
        for key in keys:
            part, other = self.part(k.value, key, self.heap.load(t, ('key', key), 'other')), default(key)
            if not sure and getattr(other, 'once', False):
                self.refuse(KEYED, k.value)
            if not sure and other is not None:
                part = self.if_there(k.value, gast.In, gast.Constant(key, None), k.value, part, other)
            part.perhaps = None if sure else k.value
            out.append((key, part))
        return out

    def by_star_or_name(self, part, value, whole, key, node):
        """An argument that a list behind one star gives if it is long enough, else one by name, perhaps of a dict."""
        a, place = part.by_star
        a.parts, a.alone = {}, a.alone - {place}
        a.least = max(a.alone, default=-1) + 1
        node.given_twice.append((a.value, place, whole, key))
        first = part
        if isinstance(part, gast.IfExp):
            first = part.body
        elif whole is not None:  # there is no default
            node.given_never.append((a.value, place, whole, key))
        return self.if_there(a.value, gast.Gt, len_of(a.value), gast.Constant(place, None), first, value)

    def if_there(self, place, op, left, right, part, other):
        """What stands behind a star, if it is there."""
        return gast.copy_location(gast.IfExp(gast.Compare(left, [op()], [right]), part, other), place)

    def part(self, whole, key, t):
        made = gast.copy_location(gast.Subscript(whole, gast.Constant(key, None), gast.Load()), whole)
        self.types[made], self.types[made.slice] = t, (
            Known(value=key) if isinstance(key, str) else Number(kind='int', size=key)
        )
        return made

    def rest_of(self, nodes, node):
        """What a parameter `*args` gets."""
        if len(nodes) == 1 and isinstance(nodes[0], gast.Starred):
            made = gast.copy_location(gast.Call(Ours('tuple', tuple), [nodes[0].value], []), node)
        else:
            made = gast.copy_location(gast.Tuple(list(nodes), gast.Load()), node)
        made.site = (*as_site(self.site(node)), 'star')
        return made

    def options_of(self, pairs, node):
        """What a parameter `**options` gets."""
        behind = {k for k, v in pairs if getattr(v, 'perhaps', None)}
        keys, values, seen = [], [], []
        for key, value in pairs:
            whole = getattr(value, 'perhaps', None)
            if whole is None:
                keys, values = [*keys, gast.Constant(key, None)], [*values, value]
            elif whole not in seen:
                seen.append(whole)
                keys, values = [*keys, None], [*values, self.without_parameters(whole, behind)]
        if len(seen) > 1:
            self.refuse(KEYED, seen[0])
        for k in node.keywords:
            if k.arg is None and k.names is not None:
                names = gast.Tuple([gast.Constant(n, None) for n in k.names], gast.Load())
                before = {other.arg for other in node.keywords[: node.keywords.index(k)]}
                at = sum(c is not None and c.value in before for c in keys)
                keys.insert(at, None)
                values.insert(at, call(Ours('without_keys', without_keys), k.value, names) if k.names else k.value)
        made = gast.copy_location(gast.Dict(keys, values), node)
        made.site = (*as_site(self.site(node)), 'options', *(k for k, _ in pairs))  # others with other keys
        return made

    def without_parameters(self, whole, behind):
        """What is left of a dict when its keys that are parameters are taken; not every dict that comes has all of them."""
        taken = [k for k in self.known_keys(self.types[whole]) if k not in behind]
        return call(Ours('without_keys', without_keys), whole, written(tuple(taken))) if taken else whole


def len_of(node):
    return gast.Call(Ours('len', len), [node], [])


def written_defaults(f, count, most):
    """The defaults of the fields of a class from a place on, as far as they can be written down."""
    if is_namedtuple(f):
        values = [f._field_defaults[n] for n in f._fields[count:most]]
    else:
        values = [p.default for p in list(taken(f).values())[count:most]] if dataclasses.is_dataclass(f) else []
    return itertools.takewhile(is_written, values)
