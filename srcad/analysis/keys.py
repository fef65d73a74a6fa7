"""The types of keys of dicts, and of what stands under them."""

from dataclasses import replace

import gast

from srcad.analysis.heap import ITEM, KEY
from srcad.analysis.marks import field_of
from srcad.analysis.sets import AS_KEY, FROM_KEYS
from srcad.analysis.types import Known, Number


class Keys:
    """The part of `Containers` for keys."""

    def put_key(self, owner, key, t, node):
        self.put(owner, field_of(key), t, node)
        self.put(owner, ITEM, t, node)
        self.note_key(owner, key, node)

    def note_key(self, owner, key, node):
        t = self.type_of_key(key)
        self.kept_for_one_run(owner, t, key)
        self.put(owner, KEY, replace(t, size=None) if isinstance(t, Number) else t, node)

    def kept_for_one_run(self, owner, key, node):
        """Refuse keys that carry a derivative in a dict of outside: what a call before has left there is found again,
        as a constant."""
        if self.heap.was_there(owner):
            self.not_by_value(key, node, AS_KEY)

    def key_of(self, owner, node):
        """The type of the keys of a dict, as they are read from it: what is only looked for may carry a derivative."""
        key = self.heap.load(owner, KEY)
        self.not_by_value(key, node, FROM_KEYS)
        return key

    def load_key(self, owner, key):
        t = self.types.get(key)
        known = isinstance(t, Known) and isinstance(t.value, str) and not isinstance(key, gast.Constant)
        texts = {t.value} if known else getattr(t, 'values', ())  # which a name is one of
        if field_of(key) == 'other' and not texts:
            return self.heap.load(owner, ITEM)
        out = self.heap.load(owner, 'other')
        for field in [('key', text) for text in sorted(texts)] or [field_of(key)]:
            out = self.heap.join(self.heap.load(owner, field), out, 'item')
        if known and self.program.catches_misfits and (self.is_function(out) or isinstance(out, Known) and callable(out.value)):
            return self.heap.load(owner, ITEM)  # of several functions one may not take what it is given, which is caught
        return out
