"""The types of strings, of their parts, and of what their methods give."""

from srcad.analysis.types import BOOL, INT, TEXT, Anything, ListOf, TupleOf, is_text

TO_TEXT = set(
    'capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace '
    'rjust rstrip strip swapcase title translate upper zfill'.split()
)
TO_NUMBER = {'count', 'find', 'index', 'rfind', 'rindex'}
TO_LIST = {'split', 'rsplit', 'splitlines'}


class Texts:
    """The part of `Inference` for strings, which never change and carry no derivative."""

    def text_method(self, node, name, env):
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        self.plain(node, None)
        if name in TO_LIST:
            return self.texts(node)
        if name in ('partition', 'rpartition'):
            return TupleOf(items=(TEXT, TEXT, TEXT))
        if name.startswith('is') or name in ('startswith', 'endswith'):
            return BOOL
        return TEXT if name in TO_TEXT else INT if name in TO_NUMBER else Anything()

    def texts(self, node):
        """The type of a new list of strings."""
        return ListOf(item=TEXT)

    def item_of(self, t, node):
        return TEXT if is_text(t) else super().item_of(t, node)

    def item(self, owner, node):
        return TEXT if is_text(owner) else super().item(owner, node)

    def operation(self, op, args, node):
        types = list(args.values())
        if is_text(types[0]) and (op == 'Mod' or not any(t.active for t in types)):
            return TEXT
        return super().operation(op, args, node)
