"""Names for what the generated text adds: a name of the user's wins, ours moves aside."""
import builtins
import itertools
import keyword


class Names:
    """Names that are free in one function.

    >>> names = Names({'x', 'bx'})
    >>> names.adjoint('x'), names.fresh('exp'), names.fresh('exp')
    ('cx', 'exp', 'exp_2')
    """

    def __init__(self, users, others=(), read=()):
        self.users, self.nobody = set(users), '_' not in read
        self.taken = self.users | set(others)
        letters = itertools.chain('bcaeghpqrst', (f'b{k}_' for k in itertools.count()))
        self.letter = next(l for l in letters if not any(l + n in self.users for n in {*users, 'value'}))
        self.reserved = {self.letter + n for n in self.users}
        self.lent = set()  # temporary ones

    def adjoint(self, name):
        return self.letter + name

    def is_free(self, name):
        return not (name in self.taken | self.lent | self.reserved or hasattr(builtins, name) and name not in HARMLESS
                    or keyword.iskeyword(name))

    def fresh(self, name):
        """`name`, or with the first number that is free; taken from now on."""
        out, k = name, 2
        while not self.is_free(out):
            out, k = f'{name}_{k}', k + 1
        self.taken.add(out)
        return out

    def nobodys(self):
        """A name for what nobody reads: `_`, unless the user reads that."""
        return '_' if self.nobody else self.fresh('unread')

    def temporary(self, name):
        """A name that may be used again by another statement."""
        out, k = name, 2
        while out in self.taken or out in self.reserved:
            out, k = f'{name}_{k}', k + 1
        self.lent.add(out)
        return out


HARMLESS = {'sum', 'abs', 'max', 'min', 'pow', 'iter', 'next', 'vars', 'round'}
