"""From a function and a signature to the text of its gradient module.

The passes, in order: infer (types decide everything else), core (exits gone),
flow and memory (what reaches, what changes in place), reverse (the adjoint's
lines), plan (what is kept), and the two functions' texts.
"""

import builtins
import os
import sys
import types as pytypes

import gast
import numpy as np

from srcad import core as cores
from srcad.adjoint import OURS, RUNTIME, Adjoint
from srcad.analysis.flow import Flow
from srcad.analysis.program import Instance, Program, canonical
from srcad.analysis.reads import Later
from srcad.analysis.types import NONE, Array, Known, ListOf, Number, TupleOf, with_active
from srcad.analysis.views import Memory
from srcad.names import Names
from srcad.primal import Primal
from srcad.printer import to_source
from srcad.record.plan import Plan
from srcad.reverse.reverse import Reverse
from srcad.lower import lowered
from srcad.tidy import tidy
from srcad.tree import all_names, arguments, clone, free_names, stored_names, transform, walk


class Writer:
    """Writes the module of one entry function for one signature."""

    def __init__(self, source, types, argnums):
        self.program = Program()
        self.program.sources[source.function] = source
        tree = lowered(clone(source.tree), source.function)
        params = [a.id for a in arguments(tree)]
        types = canonical(params, [with_active(as_float(t), True) if k in argnums else t for k, t in enumerate(types)])
        self.entry = Instance(tree.name, source, tree, params, dict(zip(params, types)), [], {}, source.function)
        self.program.instances[source.function, tuple(types), ()] = self.entry
        self.argnums = argnums
        self.taken = set()
        self.queue = []
        self.imports, self.values, self.runtime = {}, {}, set()

    def write(self):
        """Return the text of the module."""
        self.infer()
        self.enlist(self.entry)
        definitions = []
        while self.queue:
            instance = self.queue.pop(0)
            definitions += self.functions(instance)
        body = '\n\n\n'.join(to_source(d).strip('\n') for d in definitions)
        head = '\n'.join([f'"""{self.title()}', '', f'Written by srcad from {self.origin()}.', '"""'])
        imports = self.import_lines()
        return head + '\n' + (imports + '\n' if imports else '') + '\n\n' + body + '\n'

    def infer(self):
        """Types of all functions; what can be differentiated only in another form is rewritten, and typed again."""
        while True:
            self.program.settle(self.entry)
            changed = [
                i
                for i in self.program.instances.values()
                if i.inference is not None and i.round == self.program.round and tidy(i)
            ]
            if not changed:
                return
            for i in self.program.instances.values():
                i.round = 0

    def enlist(self, instance):
        """Give an instance its names in the module, and its turn."""
        if hasattr(instance, 'primal_name'):
            return
        instance.entry = instance is self.entry
        base, k = instance.name, 2
        text = base
        users = set().union(*(all_names(i.tree) for i in self.program.instances.values()))
        while text in self.taken or {f'{text}_primal', f'{text}_adjoint'} & users:
            text, k = f'{base}_{k}', k + 1
        self.taken.add(text)
        instance.primal_name, instance.adjoint_name = f'{text}_primal', f'{text}_adjoint'
        instance.has_value = instance.result != NONE
        inference = instance.inference
        instance.buffers = (
            []
            if instance.entry
            else [
                p
                for p in instance.params
                if p in instance.writes and inference.groups.find(p) in inference.active_writes
            ]
        )
        instance.outs = [p for p in instance.params if instance.types[p].active and p not in instance.buffers]
        self.queue.append(instance)

    def functions(self, instance):
        """The primal and the adjoint of an instance, as trees."""
        avoid = set()
        while True:
            found = self.attempt(instance, avoid)
            if not isinstance(found, set):
                return found
            avoid |= found

    def attempt(self, instance, avoid):
        """The two functions, or the names of functions that a value has taken though they are still called."""
        for c in instance.inference.calls.values():
            inner = getattr(c, 'instance', None)
            if inner is not None:
                self.prepare(inner)
        core = cores.build(instance.tree, lambda test: decided(instance.inference.types.get(test)))
        memory = Memory(instance, core)
        flow = Flow(core, memory.touched)
        called = {
            c.func.id
            for c, f in instance.inference.calls.items()
            if getattr(f, 'instance', None) is not None and isinstance(c.func, gast.Name)
        } - avoid
        users = all_names(instance.tree) - called | set(instance.params)
        names = Names(
            users, {'np', 'math'} | {f'{t}_{kind}' for t in self.taken for kind in ('primal', 'adjoint')} | RUNTIME
        )
        reverse = Reverse(instance, core, flow, names, memory)
        reverse.later = Later(reverse)
        reverse.run()
        reverse.finish()
        plan = Plan(reverse, reverse.out, names)
        primal = Primal(plan, instance.entry)
        first = primal.function()
        clash = (
            {n.func.id for n in walk(first) if isinstance(n, gast.Call) and isinstance(n.func, gast.Name)}
            & stored_names(first)
            & called
        )
        if clash:
            return clash
        second = Adjoint(plan, reverse).function()
        for c, call in instance.inference.calls.items():
            if getattr(call, 'instance', None) is not None and primal.is_saved(c):
                self.confirm(call.instance)
        return [self.outside(instance, first, primal=True), self.outside(instance, second, primal=False)]

    def prepare(self, instance):
        """Names for a callee, before it is known whether its gradient is called."""
        if not hasattr(instance, 'primal_name'):
            queue, self.queue = self.queue, []
            self.enlist(instance)
            self.queue = queue
            instance.confirmed = False

    def confirm(self, instance):
        if not getattr(instance, 'confirmed', True):
            instance.confirmed = True
            self.queue.append(instance)

    # What the text needs from elsewhere

    def outside(self, instance, definition, primal):
        """Note the names that a definition takes from outside it."""
        local = stored_names(definition)
        mine = {
            n
            for i in self.program.instances.values()
            if hasattr(i, 'primal_name')
            for n in (i.primal_name, i.adjoint_name)
        }
        read = {n.id for n in walk(definition) if isinstance(n, gast.Name)} - local - mine
        renames, theirs = {}, all_names(instance.tree)
        for n in sorted(read):
            value = self.lookup(instance, n)
            if n in RUNTIME and n not in theirs:
                self.runtime.add(n)
                continue
            if n.endswith(OURS):
                self.runtime.add(f'{n.removesuffix(OURS)} as {n}')
                continue
            if value is MISSING:
                if n in ('np', 'math'):
                    self.imports.setdefault(n, np if n == 'np' else sys.modules['math'])
                continue
            if getattr(builtins, n, MISSING) is value:
                continue
            renames.update(self.take(n, value, instance, local | theirs))
        if not renames:
            return definition
        return transform(
            definition,
            lambda m: (
                gast.Name(renames[m.id], m.ctx, None, None) if isinstance(m, gast.Name) and m.id in renames else None
            ),
        )

    def lookup(self, instance, n):
        f = instance.source.function
        closure = dict(zip(f.__code__.co_freevars, f.__closure__ or ()))
        if n in closure:
            return closure[n].cell_contents
        return f.__globals__.get(n, getattr(builtins, n, MISSING))

    def take(self, n, value, instance, avoid):
        """Bind a name of the module to a value; another value under that name gets another name."""
        if n not in RUNTIME and (
            isinstance(value, pytypes.ModuleType) or n not in self.imports and n not in self.values
        ):
            if self.imports.get(n, value) is value and n not in self.values:
                self.imports[n] = value
                (
                    self.values.setdefault(n, (instance.source.function, n))
                    if not isinstance(value, pytypes.ModuleType)
                    else None
                )
                return {}
        if self.imports.get(n, MISSING) is value and n not in RUNTIME:
            return {}
        k = 2
        while self.imports.get(f'{n}_{k}', value) is not value or f'{n}_{k}' in self.taken | avoid:
            k += 1
        self.imports[f'{n}_{k}'] = value
        if not isinstance(value, pytypes.ModuleType):
            self.values[f'{n}_{k}'] = instance.source.function, n
        return {n: f'{n}_{k}'}

    def import_lines(self):
        groups = [[], [], []]
        for n in sorted(self.imports):
            value = self.imports[n]
            line = import_line(n, value, self.values.get(n))
            if line:
                standard = line.split()[1].split('.')[0] in sys.stdlib_module_names
                library = line.split()[1].split('.')[0] in ('numpy', 'scipy')
                groups[0 if standard else 1 if library else 2].append(line)
        if self.runtime:
            groups[2].append('from srcad.runtime import ' + ', '.join(sorted(self.runtime)))
        return '\n\n'.join('\n'.join(sorted(g)) for g in groups if g)

    def names_used(self):
        """Every name of outside that the functions read, and what it meant."""
        out = {}
        for i in self.program.instances.values():
            f = i.source.function
            for n in free_names(i.tree):
                value = self.lookup(i, n)
                if value is not MISSING:
                    out[f, n] = value
        return out

    # The docstring

    def title(self):
        entry = self.entry
        shown = ', '.join(p + shape_text(entry.types[p]) for p in entry.params)
        by = ', '.join(entry.params[k] for k in self.argnums)
        return f'{entry.name}({shown}), differentiated by {by}.'

    def origin(self):
        """The last two parts of the file's path: the same wherever the program is run."""
        path = self.entry.source.filename
        return '/'.join(path.replace(os.sep, '/').split('/')[-2:]) if os.sep in path else path


MISSING = object()


def decided(t):
    """The truth of a test, where its type tells it: `scale is None`."""
    return t.value if isinstance(t, Known) and isinstance(t.value, bool) else None


def as_float(t):
    """An argument that is differentiated is of floats: integers are taken as such."""
    if isinstance(t, Number) and t.kind in ('int', 'bool'):
        return Number()
    if isinstance(t, Array) and t.kind in ('int', 'bool'):
        return Array(dims=t.dims)
    if isinstance(t, ListOf) and t.item is not None:
        return ListOf(item=as_float(t.item))
    if isinstance(t, TupleOf):
        return TupleOf(items=tuple(map(as_float, t.items)), of=t.of)
    return t


def shape_text(t):
    """How the axes of an argument are shown: x[:, 1], xs: list[[:]]."""
    if isinstance(t, Array):
        dims = '[' + ', '.join('1' if d == 1 else ':' for d in t.dims) + ']'
        dtype = '' if t.dtype == 'float64' or t.kind in ('int', 'bool') else f': {t.dtype}'
        return dtype + dims
    if isinstance(t, Number):
        return f': {t.dtype}' if t.dtype not in (None, 'float64') and t.kind == 'float' else ''
    if isinstance(t, ListOf):
        if t.item is None or isinstance(t.item, Number):
            return '[:]'
        return f': list[{shape_text(t.item)}]'
    if isinstance(t, TupleOf):
        return '(' + ', '.join(shape_text(i) or 'number' for i in t.items) + ')'
    return ''


def import_line(n, value, origin):
    """The line that binds `n` to a value where the module is imported by itself; None if there is none."""
    if isinstance(value, pytypes.ModuleType):
        path = value.__name__
        return f'import {path}' if path == n else f'import {path} as {n}'
    function, theirs = origin
    module = getattr(value, '__module__', None) if callable(value) else None
    home = next(
        (
            m
            for m in (module, 'numpy', 'math')
            if m in sys.modules and getattr(sys.modules[m], getattr(value, '__name__', ''), MISSING) is value
        ),
        None,
    )
    real = getattr(value, '__name__', None)
    if home is None or home == '__main__':
        home, real = function.__module__, theirs
        if (
            theirs in function.__code__.co_freevars
            or home not in sys.modules
            or vars(sys.modules[home]) is not function.__globals__
        ):
            return None
    return f'from {home} import {real}' + (f' as {n}' if n != real else '')
