"""Values that are containers of Python's in one case, and objects of the program in another."""

from srcad.analysis.types import Ref
from srcad.by_memory import Generator

IN_TURN = 'this is a list in one case, and a generator or an object in another: make a list of it'


class Apart:
    """The part of `References` that tells them apart."""

    def no_dict_in_turn(self, t, node):
        """Refuse to run over, or to change, a dict in one case and a list in another."""
        if t.active and len({issubclass(kind, dict) for kind in self.heap.kinds_of(t)}) > 1:
            self.refuse('this is a dict in one case, and a list or an object in another: use a name for each', node)

    def is_in_turn(self, t):
        """Whether a value is a container of Python's in one case, and an object of the program in another."""
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        return len({self.heap.is_class_of_program(kind) for kind in kinds}) > 1

    def having(self, owner, attr, node):
        """What the owner of an attribute may be: only containers, or only objects, have one of most names."""
        if not self.is_in_turn(owner):
            return owner
        objects = {s for s in owner.sites if self.heap.is_class_of_program(self.heap.kinds[s])}
        says = lambda s: any(hasattr(self.heap.kinds[s], n) for n in (attr, '__getattr__'))
        by_object = any(attr in self.heap.fields[s] or says(s) for s in objects)
        if not any(hasattr(self.heap.kinds[s], attr) for s in owner.sites - objects):
            owner = self.heap.ref(objects, owner.maybe)
        elif not by_object:
            owner = self.heap.ref(owner.sites - objects, owner.maybe)
        else:
            self.in_turn.append(node)  # unless a test tells which, before the types are final
        self.types[node.value] = owner
        return owner

    def what_is_run_over(self, t, node):
        """The containers among what is one, or an object that cannot be run over: there Python raises TypeError."""
        objects = {s for s in t.sites if self.heap.is_class_of_program(self.heap.kinds[s])}
        kinds = {self.heap.kinds[s] for s in objects}
        runs = any(issubclass(k, Generator) or hasattr(k, '__iter__') or hasattr(k, '__getitem__') for k in kinds)
        if runs or self.program.catches_misfits:
            self.refuse(IN_TURN, node)
        return self.heap.ref(t.sites - objects, t.maybe)

    def each_container(self, over, node, type_of):
        """The type of what runs over a dict in one case, and a list in another: one call for each. None of others."""
        t = self.types.get(over)
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        if len({issubclass(kind, dict) for kind in kinds}) < 2 or any(map(self.heap.is_class_of_program, kinds)):
            return None
        before = dict(self.assumed)

        def one(kind, part):
            self.assumed[over] = part
            try:
                return type_of()
            finally:
                self.assumed = dict(before)

        return self.by_class(over, node, one)
