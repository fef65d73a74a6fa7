"""What a generated text needs from elsewhere: imports, functions at run time, values of the program's module."""

import builtins
import keyword
import sys
import types as pytypes

import gast
import numpy as np

from srcad import runtime
from srcad.adjoint import OURS, RUNTIME
from srcad.analysis.outside import of_variable
from srcad.lower.names import MISSING
from srcad.holding import meant
from srcad.tree import Ours, all_names, free_names, stored_names, transform, walk


class Direct:
    """A value that the module needs and that no name of the program means."""

    def __init__(self, value):
        self.value = value


class Bindings:
    """The part of `Writer` that binds names of the text to what they mean."""

    def outside(self, instance, definition):
        """Note the names that a definition takes from outside it."""
        local = stored_names(definition)
        mine = {
            n
            for i in self.program.all()
            if hasattr(i, 'primal_name')
            for n in (i.primal_name, i.adjoint_name)
        }
        definition = self.bound(definition, instance, local | all_names(instance.tree))
        read = {n.id for n in walk(definition) if isinstance(n, gast.Name)} - local - mine
        renames, theirs = {}, all_names(instance.tree)
        for n in sorted(read):
            value = self.lookup(instance, n)
            if n in RUNTIME and (n not in theirs or value is vars(runtime)[n]):
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

    def bound(self, definition, instance, theirs):
        """The definition with plain names for what generated code needs by itself."""
        stored = stored_names(definition) | stored_names(instance.tree)

        def named(n):
            if not isinstance(n, Ours):
                return None
            if n.id in RUNTIME and n.value_of is vars(runtime)[n.id]:
                return gast.Name(n.id + OURS if n.id in theirs else n.id, gast.Load(), None, None)
            if getattr(builtins, n.id, MISSING) is n.value_of is self.lookup(instance, n.id) and n.id not in theirs:
                return gast.Name(n.id, gast.Load(), None, None)
            cls = self.class_inside(n.value_of)
            if cls is not None:  # which the text defines anew, and with it its methods
                if all(made.cls is not cls for made in instance.source.inner.values()):
                    why = f'srcad does not tell {cls.__name__}.{n.id} from others of a class that another function makes'
                    instance.inference.refuse(why, instance.tree)
                return gast.Attribute(named(Ours(cls.__name__, cls)), n.value_of.__name__, gast.Load())
            stands = meant(n.value_of) if isinstance(n.value_of, type) else n.value_of
            if stands is not n.value_of:
                self.runtime.add('holding')
                self.imports.setdefault(stands.__name__, stands)
                self.values.setdefault(stands.__name__, Direct(stands))
                n = Ours(f'{stands.__name__}Like', n.value_of)
            text, k = n.id, 2
            while (
                self.imports.get(text, n.value_of) is not n.value_of
                or text in stored | RUNTIME
                or not any(self.lookup(instance, text) is v for v in (MISSING, n.value_of))
                or text in self.taken | theirs and self.lookup(instance, text) is not n.value_of
            ):
                text, k = f'{n.id}_{k}', k + 1
            self.imports[text], self.values[text] = n.value_of, Direct(n.value_of)
            return gast.Name(text, gast.Load(), None, None)

        return transform(definition, named)

    def class_inside(self, f):
        """The class within a function of the program of which a function is a method, or None."""
        classes = [made.cls for source in self.program.sources.values() for made in source.inner.values()]
        own = lambda cls: [getattr(m, '__func__', m) for m in vars(cls).values()]
        return next((cls for cls in classes if any(m is f for m in own(cls))), None)

    def lookup(self, instance, n):
        return instance.source.meaning(n, MISSING)

    def take(self, n, value, instance, avoid):
        """Bind a name of the module to a value; another value under that name gets another name."""
        if n not in RUNTIME and (
            isinstance(value, pytypes.ModuleType) or n not in self.imports and n not in self.values
        ):
            if self.imports.get(n, value) is value and n not in self.values:
                self.imports[n] = value
                (self.values.setdefault(n, (instance.source, n)) if not isinstance(value, pytypes.ModuleType) else None)
                return {}
        if self.imports.get(n, MISSING) is value and n not in RUNTIME:
            return {}
        k = 2
        while self.imports.get(f'{n}_{k}', value) is not value or f'{n}_{k}' in self.taken | avoid:
            k += 1
        self.imports[f'{n}_{k}'] = value
        if not isinstance(value, pytypes.ModuleType):
            self.values[f'{n}_{k}'] = instance.source, n
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
        standing = [line for n in sorted(self.imports) if (line := self.standing_line(n))]
        return '\n\n'.join(['\n'.join(sorted(joined(g))) for g in groups if g] + standing)

    def standing_line(self, n):
        """The line that makes a class which stands for one that inherits from list or dict; None for all else."""
        value = self.imports[n]
        cls = meant(value) if isinstance(value, type) else value
        if cls is value or import_line(cls.__name__, cls, Direct(cls)) is None or self.imports[cls.__name__] is not cls:
            return None
        return f'{n} = holding({cls.__name__})'

    def names_used(self):
        """Every name of outside that the functions read, and what it meant."""
        out = {}
        for i in self.program.all():
            for n in (free_names(i.tree) | free_names(i.source.tree)) - set(i.source.bound):
                value = self.lookup(i, n)
                place = self.heap is not None and of_variable(i.source, n)[0] in self.places.by_key
                if value is not MISSING and not place:
                    out[i.source.function, n] = value
        return out


def joined(lines):
    """Import lines, those of one module as one.

    >>> joined(['from m import b', 'import k', 'from m import a as c'])
    ['import k', 'from m import a as c, b']
    """
    of_module = {}
    for home, names in (line[5:].split(' import ') for line in lines if line.startswith('from ')):
        of_module.setdefault(home, []).append(names)
    plain = [line for line in lines if not line.startswith('from ')]
    return plain + [f'from {home} import {", ".join(sorted(names))}' for home, names in of_module.items()]


def import_line(n, value, origin):
    """The line that binds `n` to a value where the module is imported by itself; None if there is none."""
    if isinstance(value, pytypes.ModuleType):
        path = value.__name__
        if not is_importable(path):
            return None
        return f'import {path}' if path == n else f'import {path} as {n}'
    if isinstance(origin, Direct):
        cls = origin.value
        home = sys.modules.get(getattr(cls, '__module__', None))
        found = getattr(home, getattr(cls, '__name__', ''), MISSING) is cls and cls.__module__ != '__main__'
        found = found and (cls.__module__ != 'builtins' or n != cls.__name__) and is_importable(cls.__module__)
        return (
            f'from {cls.__module__} import {cls.__name__}' + (f' as {n}' if n != cls.__name__ else '')
            if found
            else None
        )
    source, theirs = origin
    function = source.function
    module, real = (getattr(value, k, None) if callable(value) else None for k in ('__module__', '__name__'))
    homes = [m for m in (module, 'numpy', 'math') if m in sys.modules and isinstance(real, str)]
    home = next((m for m in homes if getattr(sys.modules[m], real, MISSING) is value), None)
    if theirs in source.bound:
        _, home, real = source.bound[theirs]
    elif home is None or home == '__main__':
        home, real = function.__module__, theirs
        if (
            theirs in function.__code__.co_freevars
            or home not in sys.modules
            or vars(sys.modules[home]) is not function.__globals__
        ):
            return None
    if not is_importable(home):
        return None
    return f'from {home} import {real}' + (f' as {n}' if n != real else '')


def is_importable(path):
    """Whether a statement can name a module: no file like `my-model.py`, and no module that was never imported."""
    return path in sys.modules and all(part.isidentifier() and not keyword.iskeyword(part) for part in path.split('.'))
