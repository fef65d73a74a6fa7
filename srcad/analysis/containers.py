"""The types of lists, tuples and dicts, of what is in them, and of their methods."""

import copy
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import replace

import gast

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.heap import ITEM, KEY
from srcad.analysis.keys import Keys
from srcad.analysis.marks import Construction, Rewritten, as_site, field_of
from srcad.analysis.types import BOTTOM, INT, NONE, Anything, Bottom, Either, Known, ListOf, Number, Ref, TupleOf, kind_of_value
from srcad.library import added
from srcad.orders import backwards
from srcad.tree import COMPREHENSIONS, Ours, call, walk


# What Counters have and other dicts have not, or do otherwise
OF_COUNTERS = {'update', 'subtract', 'most_common', 'elements', 'total', 'copy', 'setdefault'}


class Containers(Keys):
    """The part of `References` for containers."""

    def literally(self, node, env):
        """The type of a display whose items are looked at and not kept: the argument of np.array."""
        before, self.literal = self.literal, True
        t = self.expr(node, env)
        self.literal = before
        return t

    def _List(self, node, env):
        if self.literal or node in self.literals:
            return super()._List(node, env)
        items = [self.kept(e, self.expr(e, env)) for e in node.elts]
        made = self.filled(list, node, items)
        known = made.sites & self.heap.rows.keys()  # once a row, always one: its places are known to hold these, too
        if known or len({kind_of_value(t) for t in items if not isinstance(t, Bottom)}) > 1:
            self.heap.make_row(made, items)
        return self.heap.ref(made.sites)

    def filled(self, kind, node, items):
        made = self.heap.make(kind, self.site(node))
        for t in items:
            if kind is set:
                self.not_by_value(t, node)
            if not isinstance(t, Bottom):
                self.heap.store(made, ITEM, t)
        return self.heap.ref(made.sites)

    def _Tuple(self, node, env):
        if not any(isinstance(e, gast.Starred) for e in node.elts):
            return super()._Tuple(node, env)
        parts = []
        for e in node.elts:
            t = self.expr(e, env)
            if isinstance(e, gast.Starred) and isinstance(t, Bottom):
                return BOTTOM
            if isinstance(e, gast.Starred) and isinstance(t, TupleOf):
                parts += [self.part(e.value, k, i) for k, i in enumerate(t.items)]
            else:
                parts.append(e)
        if not any(isinstance(e, gast.Starred) for e in parts):
            return self.rewritten(node, gast.Tuple(parts, gast.Load()), env)
        return self.rewritten(node, gast.Call(Ours('tuple', tuple), [self.chained(parts, node)], []), env)

    def joined(self, iterables, node):
        return self.chained([gast.Starred(e, gast.Load()) for e in iterables], node)

    def chained(self, parts, node):
        """`[a, *xs, b]` as `[a] + list(xs) + [b]`."""
        lists = []
        for k, e in enumerate(parts):
            if isinstance(e, gast.Starred):
                lists.append(gast.Call(Ours('list', list), [e.value], []))
            elif k and not isinstance(parts[k - 1], gast.Starred):
                lists[-1].elts.append(e)
            else:
                lists.append(gast.List([e], gast.Load()))
        site = as_site(self.site(node))
        for k, part in enumerate(lists):
            part.site = *site, 'part', k
        whole = lists[0]
        for k, part in enumerate(lists[1:]):
            whole = gast.copy_location(gast.BinOp(whole, gast.Add(), part), node)
            whole.site = *site, 'chain', k
            whole.chain = True
        return whole

    def _Dict(self, node, env):
        made = self.heap.make(dict, self.site(node))
        for k, v in zip(node.keys, node.values):
            if k is None:
                self.pour(made, self.expr(v, env), v)
                continue
            self.expr(k, env)
            if self.points_in(k):
                return BOTTOM
            self.store_pair(made, k, self.kept(v, self.expr(v, env)))
        return self.heap.ref(made.sites)

    def type_of_key(self, key):
        """The type of a key; of integers that count there, integers."""
        written = isinstance(key, gast.Tuple) and not any(isinstance(e, gast.Starred) for e in key.elts)
        return TupleOf(items=tuple(self.types[e] for e in key.elts)) if written else self.types[key]

    def store_pair(self, made, key, t):
        kt = self.type_of_key(key)
        self.heap.store(made, field_of(key), t)
        self.heap.store(made, ITEM, t)
        self.heap.store(made, KEY, replace(kt, size=None) if isinstance(kt, Number) else kt)

    def pour(self, made, t, node):
        """All that is in one dict is put into another."""
        if isinstance(t, Bottom):  # as long as nothing comes here
            return
        if not self.heap.is_dict(t):
            self.refuse('srcad does not know what is put into this dict: write d[key] = value for each', node)
        self.heap.poured |= made.sites
        for site in t.sites:
            for key, value in self.heap.fields[site].items():
                if key == KEY:
                    self.kept_for_one_run(made, value, node)
                self.heap.store(made, key, value)

    def _ListComp(self, node, env):
        t = super()._ListComp(node, env)
        return (
            t
            if isinstance(t, Bottom) or self.literal or node in self.literals or isinstance(node, gast.GeneratorExp)
            else self.filled(list, node, [t.item])
        )

    def _GeneratorExp(self, node, env):
        return super()._ListComp(node, env)

    def _DictComp(self, node, env):
        inner = dict(env)
        for g in node.generators:
            self.bind(g.target, self.item_of(self.expr(g.iter, inner), g.iter), g.iter, inner, element=True)
            for test in g.ifs:
                self.expr(test, inner)
                inner = self.sides(test, inner)[0] or inner
        made = self.heap.make(dict, self.site(node))
        self.expr(node.key, inner)
        if self.points_in(node.key):
            return BOTTOM
        self.store_pair(made, node.key, self.expr(node.value, inner))
        return self.heap.ref(made.sites)

    def _JoinedStr(self, node, env):
        """What an f-string shows must be there: it is not looked at again."""
        for n in walk(node):
            if isinstance(n, gast.Subscript) and isinstance(n.value, gast.Name):
                owner = self.expr(n.value, env)
                made = self.heap.load(owner, 'default') if self.heap.is_dict(owner) else BOTTOM
                if not isinstance(made, (Known, Bottom)):
                    self.refuse('srcad does not follow what makes this item: give it a name first', n)
        return super()._JoinedStr(node, env)

    def fresh_sizes(self, t, node):
        """The type of what one of several, or what is another one later: its sizes are its own."""
        return t.map(lambda part: self.fresh_sizes(part, node)) if isinstance(t, Either) else self.any_item(t, node)

    def item_of(self, t, node):
        if isinstance(t, Ref):
            if self.is_in_turn(t):
                t = self.types[node] = self.what_is_run_over(t, node)
            self.no_dict_in_turn(t, node)
            if self.heap.is_dict(t):
                return self.key_of(t, node)
            if self.heap.is_object(t):
                return self.iterated(t, node)
            item = self.heap.load(t, ITEM)
            if set in self.heap.kinds_of(t):
                self.not_by_value(item, node)
            return self.fresh_sizes(item, node)
        if isinstance(t, TupleOf):
            out = BOTTOM
            for k, i in enumerate(t.items):
                out = self.join(out, i, (node, k))
            return out
        if isinstance(t, Number) and not t.maybe or t == NONE:  # Python raises TypeError
            return BOTTOM
        return super().item_of(t, node)

    def argument_type(self, node):
        items = self.types.get(getattr(node, 'elt', None))
        if self.program.incomplete and isinstance(items, Bottom):  # fields of objects that are not made yet
            return BOTTOM
        return self.as_known_to_rules(super().argument_type(node))

    def as_known_to_rules(self, t):
        """A list as the rules of functions know it."""
        if self.heap.is_list(t):
            item = self.as_known_to_rules(self.heap.load(t, ITEM))
            return ListOf(item=item if not isinstance(item, Bottom) else None, active=item.active)
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(map(self.as_known_to_rules, t.items)))
        return t

    def kept_types(self, a):
        """A display that is only looked at, and those right in it."""
        self.literals.add(a)
        for e in getattr(a, 'elts', [getattr(a, 'elt', None)]):
            if isinstance(e, (gast.List, gast.Tuple) + COMPREHENSIONS):
                self.kept_types(e)

    def new_container(self, kind, node, env):
        args = [self.expr(a, env) for a in node.args]
        if kind is tuple and (not args or isinstance(args[0], (TupleOf, Anything)) or self.heap.is_tuple(args[0])):
            return self.same_tuple(node, args)
        if kind is Counter and (args or node.keywords):
            return self.counted(node, args)
        if kind is dict and args and isinstance(args[0], Number) and not args[0].maybe:
            return BOTTOM  # Python raises TypeError
        if kind is dict and args and self.will_be_told(args[0]):
            return BOTTOM
        made = self.heap.make(kind, self.site(node))
        self.calls[node] = Construction(kind)
        if kind is defaultdict:
            if node.args:
                self.heap.store(made, 'default', args[0])
            args = args[1:]
        if issubclass(kind, dict):
            for k in node.keywords:
                t = self.expr(k.value, env)
                self.heap.store(made, ('key', k.arg), t)
                self.heap.store(made, ITEM, t)
                self.heap.store(made, KEY, Known(value=k.arg))
            if args and self.heap.is_dict(args[0]):
                self.pour(made, args[0], node)
            elif args:
                pair = self.item_of(args[0], node)
                if isinstance(pair, TupleOf) and len(pair.items) == 2:
                    self.heap.store(made, 'other', pair.items[1])
                    self.heap.store(made, ITEM, pair.items[1])
                    self.heap.store(made, KEY, pair.items[0])
                elif not isinstance(pair, Bottom):
                    self.refuse('srcad cannot tell what this dict is made of: write {key: value, ...}', node)
            return self.heap.ref(made.sites)
        for k in node.keywords:
            self.expr(k.value, env)
        if kind is deque and self.given_to(deque, node):
            return BOTTOM
        if kind is deque and (len(args) > 1 or node.keywords):
            self.heap.store(made, 'limited', NONE)
        if args:
            item = self.item_of(args[0], node)
            if not isinstance(item, Bottom):
                self.heap.store(made, ITEM, item)
        return self.heap.ref(made.sites)

    def call_list(self, node, args, keywords):
        return self.new_container(list, node, self.env_of(node))

    def call_tuple(self, node, args, keywords):
        return self.new_container(tuple, node, self.env_of(node))

    def counted(self, node, args):
        """`Counter(words)`, which carries no derivative."""
        if node.keywords or any(t.active for t in args):
            self.refuse(
                'srcad does not follow what this Counter adds up: begin with Counter(), and add to its items', node
            )
        self.calls[node] = PlainCall()
        return Anything()

    def same_tuple(self, node, args):
        """`tuple(t)`: the tuple itself, a namedtuple's items, or what carries no derivative."""
        t = args[0] if args else TupleOf()
        if isinstance(t, TupleOf) and args and self.is_reversed(node.args[0]):
            return self.rewritten(node, backwards(node.args[0]), self.env)
        if isinstance(t, TupleOf) and (t.of is not tuple or not args):
            parts = [self.part(node.args[0], k, i) for k, i in enumerate(t.items)]
            return self.rewritten(node, gast.Tuple(parts, gast.Load()), self.env)
        if isinstance(t, Anything):
            if t.active:
                self.refuse('srcad cannot tell what this tuple is made of: write (a, b)', node)
            self.calls[node] = PlainCall()
            return t
        self.calls[node] = Rewritten(node.args[0])
        return t

    def compares_objects(self, node):
        types = [self.types[a] for a in node.args]
        if len(types) == 1:
            whole = types[0]
            runs = not self.heap.is_object(whole) or self.methods(whole, '__iter__')
            types = [self.item_of(whole, node.args[0])] if runs else []
        return any(isinstance(t, (Ref, TupleOf)) for t in types)

    def call_sum(self, node, args, keywords):
        t = args[0]
        start = args[1] if len(args) > 1 else keywords.get('start')
        if self.heap.is_list(t) and start is None:
            item = self.heap.load(t, ITEM)
            if isinstance(item, Bottom):
                return INT
        kinds = lambda i: [part for _, part in i.kinds] if isinstance(i, Either) else [i]
        written = [self.types[e] for e in getattr(node.args[0], 'elts', ()) if not isinstance(e, gast.Starred)]
        items = [i for one in (start, self.item_of(t, node.args[0]), *written) for i in kinds(one)]
        if any(isinstance(i, (Ref, TupleOf, ListOf)) for i in items) or self.may_be_its_start(node):
            given = [*node.args, *(k.value for k in node.keywords)]
            self.literals.difference_update(e for a in given for e in walk(a))
            return self.rewritten(node, gast.Call(Ours('added', added), given, []), self.env)
        return super().call_sum(node, args, keywords)

    def known_keys(self, t):
        """The keys of a dict, if all it ever holds was put there under a constant."""
        if not self.heap.is_dict(t) or any('other' in self.heap.fields[s] for s in t.sites):
            return None
        return list(
            dict.fromkeys(f[1] for s in sorted(t.sites, key=repr) for f in self.heap.fields[s] if isinstance(f, tuple))
        )

    def list_method(self, node, owner, name, env):
        if not isinstance(owner, Ref):  # a list of a class, or of the module
            return super().list_method(node, owner, name, env)
        if self.places_given_to(name, node):
            return BOTTOM
        if name in ('copy', 'sort', 'clear', 'remove'):  # which are written as other statements
            self.is_method_of_all(owner, name, node)
        if name in ('append', 'appendleft', 'insert'):
            self.put(owner, ITEM, self.kept(node.args[-1], self.types[node.args[-1]]), node)
            return NONE
        if name in ('extend', 'extendleft'):
            self.put(owner, ITEM, self.item_of(self.types[node.args[0]], node), node)
            return NONE
        if name in ('pop', 'popleft'):
            self.changes(owner, node)
            return self.fresh_sizes(self.heap.load(owner, ITEM), node)
        if name == 'remove' and deque in self.heap.kinds_of(owner):
            self.refuse('srcad does not follow .remove() of a deque: use popleft(), or a list', node)
        if name in ('reverse', 'clear', 'sort', 'remove', 'rotate'):
            self.changes(owner, node)
            return NONE
        if name == 'copy':
            return self.copied_as(list, owner, node) or self.filled(list, node, [self.heap.load(owner, ITEM)])
        if name in ('index', 'count'):
            return INT
        if not any(hasattr(kind, name) for kind in self.heap.kinds_of(owner)):
            return BOTTOM  # Python raises AttributeError
        self.refuse(
            f'srcad does not differentiate the method .{name}() of a list: use append, pop, indices and assignments',
            node,
        )

    def dict_method(self, node, owner, name, env):
        if name in ('get', 'pop', 'setdefault') and node.args and self.points_in(node.args[0]):
            return BOTTOM
        types = [self.types[a] for a in node.args]
        key = self.key_of(owner, node) if name in ('items', 'keys', 'popitem') else None
        value = self.heap.load(owner, ITEM)
        if Counter in self.heap.kinds_of(owner) and name in OF_COUNTERS:
            self.refuse(
                f'srcad does not follow the method .{name}() of a Counter that is filled here: use its items', node
            )
        if name == 'items':
            return ListOf(item=TupleOf(items=(key, value)), active=value.active)
        if name in ('keys', 'values'):
            t = key if name == 'keys' else value
            return ListOf(item=t, active=t.active)
        if name in ('get', 'pop', 'setdefault'):
            if not node.args:  # Python raises TypeError
                return BOTTOM
            found = self.load_key(owner, node.args[0])
            if name != 'get':
                self.changes(owner, node)
            if name == 'setdefault':
                self.put_key(owner, node.args[0], types[1] if len(types) > 1 else NONE, node)
            if len(types) > 1:
                return self.join(found, types[1], (node,))
            return self.join(found, NONE, (node,)) if name == 'get' else found
        if name == 'update':
            if any(k.arg is None for k in node.keywords):
                if len(node.keywords) > 1 or node.args:
                    self.refuse('srcad follows one dict in this call of update(): write a call for each', node)
                return self.rewritten(node, call(node.func, node.keywords[0].value), self.env)
            for k in node.keywords:
                self.put(owner, ('key', k.arg), self.types[k.value], node)
                self.put(owner, ITEM, self.types[k.value], node)
                self.put(owner, KEY, Known(value=k.arg), node)
            if types and self.heap.is_dict(types[0]):
                self.pour(owner, types[0], node)
            elif types:
                pair = self.item_of(types[0], node)
                if isinstance(pair, TupleOf):
                    self.kept_for_one_run(owner, pair.items[0], node)
                    self.put(owner, 'other', pair.items[1], node)
                    self.put(owner, ITEM, pair.items[1], node)
                    self.put(owner, KEY, pair.items[0], node)
                elif not isinstance(pair, Bottom):
                    self.refuse('srcad cannot tell what is put into this dict: write d[key] = value for each', node)
            self.changes(owner, node)
            return NONE
        if name in ('clear', 'move_to_end'):
            self.changes(owner, node)
            return NONE
        if name == 'popitem':
            if (node.args or node.keywords) and not self.heap.kinds_of(owner) <= {OrderedDict}:
                self.unfit('popitem() of this dict takes no arguments', node)
            self.changes(owner, node)
            return TupleOf(items=(key, value))
        if name == 'copy':
            known = self.copied_as(dict, owner, node)
            if known is not None:
                return known
            made = self.heap.make(dict, self.site(node))
            self.pour(made, owner, node)
            return self.heap.ref(made.sites)
        self.refuse(f'srcad does not differentiate the method .{name}() of a dict: use keys and assignments', node)

    def is_method_of_all(self, owner, name, node):
        for kind in self.heap.kinds_of(owner):
            if not hasattr(kind, name):
                self.unfit(f'{kind.__name__!r} object has no attribute {name!r}', node, AttributeError)

    def copied_as(self, plain, owner, node):
        """The copy of what is more than a plain list or dict, which is of the same kind; None of others."""
        if self.heap.kinds_of(owner) == {plain}:
            return None
        function = gast.Attribute(Ours('copy', copy), 'copy', gast.Load())
        return self.rewritten(node, call(function, node.func.value), self.env)

    def env_of(self, node):
        return {}
