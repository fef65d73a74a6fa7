"""How many arguments Python's own functions and methods take: with others they raise TypeError."""

from collections import OrderedDict, deque

import gast

COUNTS = {
    abs: (1, 1), all: (1, 1), any: (1, 1), bool: (0, 1), callable: (1, 1), dict: (0, 1), divmod: (2, 2), enumerate: (1, 2),
    filter: (2, 2), frozenset: (0, 1), getattr: (2, 3), hasattr: (2, 2), isinstance: (2, 2), issubclass: (2, 2),
    iter: (1, 2), len: (1, 1), list: (0, 1), map: (2, 99), next: (1, 2), pow: (2, 3), range: (1, 3), reversed: (1, 1),
    round: (1, 2), set: (0, 1), setattr: (3, 3), sorted: (1, 1), sum: (1, 2), tuple: (0, 1),
}  # fmt: skip
ALL = {
    'append': (1, 1), 'appendleft': (1, 1), 'clear': (0, 0), 'copy': (0, 0), 'count': (1, 1), 'extend': (1, 1),
    'extendleft': (1, 1), 'get': (1, 2), 'index': (1, 3), 'insert': (2, 2), 'items': (0, 0), 'keys': (0, 0),
    'popleft': (0, 0), 'remove': (1, 1), 'reverse': (0, 0), 'rotate': (0, 1), 'setdefault': (1, 2), 'sort': (0, 0),
    'update': (0, 1), 'values': (0, 0),
}  # fmt: skip
SETS = {'add': (1, 1), 'discard': (1, 1)}
NAMED = {'sort': {'key', 'reverse'}, 'get': set(), 'setdefault': set(), 'append': set(), 'extend': set(), 'insert': set()}


def misfit(node, counts, named=None):
    """What is wrong with the number of arguments of a call, as Python says it; '' if nothing is, or a star may help."""
    if any(isinstance(a, gast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords):
        return ''
    least, most = counts
    wrong = [k.arg for k in node.keywords if named is not None and k.arg not in named]
    if wrong:
        return f'got an unexpected keyword argument {wrong[0]!r}'
    given = len(node.args) + (len(node.keywords) if named is None else 0)
    return '' if given >= least and len(node.args) <= most else f'takes no {given} arguments'


def misfit_of_method(node, kinds):
    """The same for a method of a container that is of one of these kinds."""
    name, each = node.func.attr, []
    for kind in kinds:
        if name == 'pop':
            counts = (1, 2) if issubclass(kind, dict) else (0, 1) if issubclass(kind, list) else (0, 0)
        else:
            counts = SETS.get(name) if issubclass(kind, (set, frozenset)) else ALL.get(name)
        if counts is None or kind is OrderedDict or kind is deque and name == 'index':
            return ''
        each.append(misfit(node, counts, None if name == 'update' else NAMED.get(name)))
    return each[0] if each and all(each) else ''
