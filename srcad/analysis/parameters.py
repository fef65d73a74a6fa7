"""The arguments of a call, one for each parameter; and what a function finds of the one around it."""

import math
from enum import Enum

import gast
import numpy as np

from srcad.analysis.call_kinds import STARRED
from srcad.analysis.types import Known, Local
from srcad.analysis.unknown import has_own_arithmetic
from srcad.lower.names import MISSING
from srcad.shadows import names_inside
from srcad.tree import Ours, arguments, call, constant, free_names, positional_names


class Parameters:
    """The part of `Program` for arguments."""

    def bind(self, inference, function, node, leading, env):
        """The argument for each parameter in turn: nodes of the call, or literals for defaults."""
        _, tree = self.definition(function, inference)
        params, star, options = arguments(tree), tree.args.vararg, tree.args.kwarg
        if getattr(node, 'bound', False):
            return [*leading, *node.args]
        if self.heap is None and (star or options):
            inference.refuse(STARRED, node)
        defaults = self.defaults(function, tree, inference)
        default = lambda n: self.default(function, defaults[n], inference, node, n) if n in defaults else None
        positional, keywords = inference.spread([*leading, *node.args], node.keywords, tree, default)
        unfit, names = inference.unfit, positional_names(tree)
        if len(positional) > len(names) and not star:
            unfit(f'{tree.name}() takes {len(names)} positional arguments but {len(positional)} were given', node)
        given = dict(zip(names, positional))
        if star:
            given[star.id] = inference.rest_of(positional[len(names) :], node)
        more = self.by_name(inference, given, keywords, node, tree, defaults)
        if options:
            given[options.id] = inference.options_of(more, node)
        out = []
        for a in params:
            if a.id not in given and a.id not in defaults:
                unfit(f'{tree.name}() is missing its argument {a.id!r}', node)
            out.append(given[a.id] if a.id in given else default(a.id))
        return out

    def by_name(self, inference, given, keywords, node, tree, defaults):
        """Add the arguments by name to those that are `given`; what is left over for `**options`.

        Which keys must not be in a dict behind two stars, and which must, is noted there: `spell_out` asks for them.
        """
        known, more, named = {a.id for a in [*tree.args.args, *tree.args.kwonlyargs]}, [], set()
        behind = {k.value: k for k in node.keywords if k.arg is None}
        node.given_twice, node.given_never = [], []
        for k in behind.values():
            k.unfit, k.required = [], []
        for k, value in keywords:
            taken = k not in known and tree.args.kwarg is None or k in known and k in given
            whole = behind.get(getattr(value, 'perhaps', None))
            before = behind.get(getattr(given.get(k), 'perhaps', None))
            if k in named and hasattr(node, 'overrides'):
                if whole is not None:
                    inference.refuse(STARRED, node)
                given[k] = value
            elif taken and k in known and hasattr(given.get(k), 'by_star'):
                where = whole.value if whole is not None else None
                given[k] = inference.by_star_or_name(given[k], value, where, k, node)
            elif taken and whole is not None:
                whole.unfit.append(k)
            elif taken and before is None:
                inference.unfit(f'{tree.name}() got an unexpected or repeated argument {k!r}', node)
            elif k in dict(more):
                self.again(inference, more, k, value, behind, node)
            elif k not in known:
                more.append((k, value))
                for other in behind.values():  # a dict that may hold it too
                    other.unfit += [k] if other.names is not None and whole is None else []
            else:
                given[k] = value
                named.add(k)
                before.unfit.append(k) if before is not None else None
                whole.required.append(k) if whole is not None and k not in defaults else None
        return more

    def again(self, inference, more, k, value, behind, node):
        """An argument for `**options` that is there already: Python raises TypeError, but of a partial function."""
        at, first = next((at, v) for at, (n, v) in enumerate(more) if n == k)
        whole = behind.get(getattr(value, 'perhaps', None)) or behind.get(getattr(first, 'perhaps', None))
        if hasattr(node, 'overrides'):
            more[at] = k, value  # in the place of the other
            if whole is not None:
                inference.refuse(STARRED, node)
        elif whole is not None:
            whole.unfit.append(k)
        else:
            inference.unfit(f'the call gives the argument {k!r} twice', node)

    def default(self, function, value, inference, node, name):
        if isinstance(value, gast.Name):
            made = gast.copy_location(gast.Name(value.id, gast.Load(), None, None), node)
            made.once = True
            return made
        if has_own_arithmetic(type(value)):
            inference.refuse(f'the default of {name} has arithmetic of its own: pass a plain number', node)
        made = literal(value)
        if made is None and self.heap is not None:
            return inference.default_value(function, name, value)
        if made is None:
            inference.refuse(f'the default of {name} cannot be written as a literal: pass it', node)
        return made

    def defaults(self, function, tree, inference):
        if isinstance(function, Known):
            f = function.value
            names = positional_names(tree)
            values = f.__defaults__ or ()
            return {**dict(zip(names[len(names) - len(values) :], values)), **(f.__kwdefaults__ or {})}
        a, names = tree.args, positional_names(tree)
        nodes = dict(zip(names[len(names) - len(a.defaults) :], a.defaults))
        nodes.update({x.id: d for x, d in zip(a.kwonlyargs, a.kw_defaults) if d is not None})
        for d in nodes.values():
            if not isinstance(d, gast.Constant) and (self.heap is None or not getattr(d, 'once', False)):
                inference.refuse('srcad wants a literal as the default of a function that is defined inside another', d)
        return {n: d.value if isinstance(d, gast.Constant) else d for n, d in nodes.items()}

    def captures(self, node, env, seen=()):
        """The names of the enclosing function that a local function reads, and the functions among them."""
        values, statics = [], {}
        for n in sorted(free_names(node)):
            t = env.get(n)
            if isinstance(t, Local):
                statics[n] = t
                if n not in seen:
                    inner, more = self.captures(t.node, env, (*seen, n))
                    needed = [
                        d.id for d in [*t.node.args.defaults, *t.node.args.kw_defaults] if getattr(d, 'once', False)
                    ]
                    values += [v for v in dict.fromkeys([*inner, *needed]) if v in env and v not in values]
                    statics.update(more)
            elif isinstance(t, Known) and callable(t.value):
                statics[n] = t
            elif t is not None and n not in values:
                values.append(n)
        return values, statics

    def around(self, function, inference, node, env):
        """What a function of another function, which is no object, captures where it is called."""
        here = function.source is inference.source and is_around(inference.tree, function.node)
        lost = free_names(function.node) & names_inside(function.source.tree) - (set(env) if here else set())
        lost -= {*getattr(function.node, 'of_module', ()), *function.source.bound}  # what is imported means the same anywhere
        lost = {n for n in lost if not here or function.source.meaning(n, MISSING) is not MISSING}
        if lost:
            what = f'{function.node.name} reads {min(lost)} of the function that it is defined in'
            inference.only_by_reference(f'srcad cannot follow that {what} where it is called: hand it in', node)
        return env if here else {}


def is_around(caller, function):
    """Whether a caller is, or is defined in, the function in which another is defined."""
    mine, theirs = getattr(caller, 'path', None), getattr(function, 'path', None)
    return mine is None or theirs is None or mine[: len(theirs) - 1] == theirs[:-1]


def literal(value):
    """A default as the text has it; None if that would be another value."""
    if isinstance(value, float) and math.isnan(value):  # for which Python has no literal
        return call(Ours('float', float), constant('nan'))
    if value is None or type(value) in (bool, int, float, str):
        return constant(value)
    if isinstance(value, Enum) and type(value).__members__.get(value.name) is value:
        return gast.Attribute(Ours(type(value).__name__, type(value)), value.name, gast.Load())
    if isinstance(value, (np.number, np.bool_, np.str_)) and type(value).__module__ == 'numpy':
        return call(gast.Attribute(Ours('np', np), type(value).__name__, gast.Load()), constant(value.item()))
    return None
