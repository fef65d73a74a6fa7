"""What is at hand: the types of arguments and of values of outside, and what they hold."""

import sys
from collections import defaultdict, deque
from dataclasses import replace
from types import MethodType

import numpy as np

from srcad.analysis.described import describe, given_kind
from srcad.analysis.types import Anything, Array, Number, TupleOf
from srcad.analysis.unknown import is_own_container
from srcad.by_memory import attributes, is_plain
from srcad.errors import OnlyByReference

ITEM, KEY = '*', 'a key'  # the fields of what any item, any key of a container is


class BoundMethod:
    """The kind of `o.method` as a value; `function` is the method's."""


class AtHand:
    """The part of `Heap` for them."""

    def describe(self, value, path, active=False):
        """The type of an argument or of a value of outside, and what it holds."""
        if value is sys.modules:
            return Anything()
        if isinstance(value, tuple):
            return TupleOf(
                items=tuple(self.describe(v, (*path, k), active) for k, v in enumerate(value)), of=type(value)
            )
        if (isinstance(value, (list, deque, dict, set)) or is_plain(value)) and not is_own_container(value):
            return self.container(value, path, active)
        if isinstance(value, MethodType) and id(value.__self__) in self.around:
            self.given_methods = True
            return self.bound_method(value.__func__, path, self.around[id(value.__self__)])
        t = describe(value, path)
        if path[0] == 'outside' and isinstance(t, Array):
            self.has_outside_arrays = True
            return replace(t, outside=self.marks)
        if active and isinstance(t, (Number, Array)) and (self.lists_only or not isinstance(value, (bool, np.bool_))):
            given = given_kind(t)
            if isinstance(t, Number):
                return Number(True, dtype=None if given else t.dtype, given=given if self.lists_only or not given else 'kept')
            return replace(t, active=True, dtype='float64' if given else t.dtype, given=given) if t.kind != 'complex' else t
        return t

    def container(self, value, path, active):
        if id(value) in self.known and path[0] == 'outside':
            return self.ref(self.known[id(value)].sites)
        kind = next((k for k in (list, deque, set) if isinstance(value, k)), type(value))
        own = value if isinstance(value, dict) else getattr(value, '__dict__', value)
        if self.dicts.setdefault(id(own), value) is not value:
            raise OnlyByReference(
                'srcad does not follow an object beside its __dict__, or beside another object that has the same'
            )
        t, outer, self.describing = self.make(kind, path), (self.describing, self.lists_only), True
        self.lists_only &= kind is list
        if path[0] == 'argument':
            self.around[id(value)] = t
        if path[0] == 'outside':
            self.known[id(value)] = t
            self.held.setdefault((path, kind), {})[id(value)] = value
        if isinstance(value, (list, deque, set)):
            for v in value:
                self.store(t, ITEM, self.describe(v, (*path, ITEM), active and not isinstance(value, set)))
        elif isinstance(value, dict):
            if isinstance(value, defaultdict):
                self.store(t, 'default', describe(value.default_factory, path))
            for k, v in value.items():
                item = self.describe(v, (*path, k if isinstance(k, (str, int)) else ITEM), active)
                self.store(t, ('key', k), item) if isinstance(k, (str, int)) else self.store(t, 'other', item)
                self.store(t, ITEM, item)
                self.store(t, KEY, describe(k, path))
        else:
            for k in attributes(value):
                self.store(t, k, self.describe(getattr(value, k), (*path, k), active))
        self.describing, self.lists_only = outer
        self.around.pop(id(value), None)
        return self.ref(t.sites)

    def bound_method(self, function, site, owner):
        """The reference to a method of an object as a value."""
        made = self.make(self.kind_of_method(function), site)
        self.store(made, '__self__', owner)
        return self.ref(made.sites)

    def kind_of_method(self, function):
        if function not in self.methods:
            named = lambda f: (getattr(f, '__module__', ''), getattr(f, '__qualname__', ''))
            alike = sum(named(f) == named(function) for f in self.methods)  # lambdas of one class
            text = f'{function.__qualname__} {alike + 1}' if alike else function.__qualname__
            said = {'function': staticmethod(function), '__module__': function.__module__, '__qualname__': text}
            self.methods[function] = type(function.__name__, (BoundMethod,), said)
        return self.methods[function]
