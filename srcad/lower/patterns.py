"""What a pattern of `match` tests, and what it assigns."""

import inspect
from collections.abc import Mapping

import gast

from srcad.analysis.inits import fields_of
from srcad.runtime import is_sequence
from srcad.tree import assign, call, clone, constant, name, placed, target, tuple_of, walk

WHOLE = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)  # their one item is themselves


def captures(pattern):
    """The names that a pattern binds."""
    found = {getattr(n, 'name', None) for n in walk(pattern) if isinstance(n, (gast.MatchAs, gast.MatchStar))}
    return (found | {n.rest for n in walk(pattern) if isinstance(n, gast.MatchMapping)}) - {None}


class Patterns:
    """Reads patterns against a subject; of one that is a tuple in the text the length is known."""

    def __init__(self, means, written):
        self.means = means
        fixed = isinstance(written, gast.Tuple) and not any(isinstance(e, gast.Starred) for e in written.elts)
        self.length = len(written.elts) if fixed else None

    def read(self, pattern, subject):
        """(the test or None where everything fits, the assignments of what it captures)"""
        tests, binds = [], []
        self.visit(pattern, subject, tests, binds, self.length)
        return all_of(placed(tests, pattern)), placed(binds, pattern)

    def visit(self, pattern, subject, tests, binds, length=None):
        kind = type(pattern).__name__
        if kind == 'MatchSequence':
            self.sequence(pattern, subject, tests, binds, length)
        elif kind == 'MatchAs':
            if pattern.pattern is not None:
                self.visit(pattern.pattern, subject, tests, binds, length)
            if pattern.name is not None:
                binds.append(assign(pattern.name, clone(subject)))
        else:
            getattr(self, kind)(pattern, subject, tests, binds)

    def MatchValue(self, pattern, subject, tests, binds):
        tests.append(gast.Compare(clone(subject), [gast.Eq()], [pattern.value]))

    def MatchSingleton(self, pattern, subject, tests, binds):
        tests.append(gast.Compare(clone(subject), [gast.Is()], [gast.Constant(pattern.value, None)]))

    def MatchOr(self, pattern, subject, tests, binds):
        found = []
        for p in pattern.patterns:
            inner, bound = [], []
            self.visit(p, subject, inner, bound)
            found.append((all_of(inner), bound))
            if not inner:
                break
        if all(test is not None for test, _ in found):
            tests.append(gast.BoolOp(gast.Or(), [test for test, _ in found]))
        if any(bound for _, bound in found):
            binds += which(found)

    def sequence(self, pattern, subject, tests, binds, length):
        stars = [k for k, p in enumerate(pattern.patterns) if isinstance(p, gast.MatchStar)]
        needed = len(pattern.patterns) - len(stars)
        if length is not None:
            if length != needed and not (stars and length > needed):
                tests.append(constant(False))
                return
        else:
            tests.append(call(self.means.bind(is_sequence), clone(subject)))
            if needed or not stars:
                relation = gast.GtE() if stars else gast.Eq()
                tests.append(gast.Compare(call('len', clone(subject)), [relation], [constant(needed)]))
        for k, p in enumerate(pattern.patterns):
            after = len(pattern.patterns) - k - 1
            if isinstance(p, gast.MatchStar):
                if p.name is not None:
                    binds.append(assign(p.name, self.middle(subject, k, after)))
            else:
                place = k - len(pattern.patterns) if stars and k > stars[0] else k
                self.visit(p, item(subject, constant(place)), tests, binds)

    def middle(self, subject, first, after):
        """The list of the items from `first` on but for the last `after`."""
        end = call('len', clone(subject))
        end = gast.BinOp(end, gast.Sub(), constant(after)) if after else end
        k = self.means.fresh('k')
        over = call('range', *([constant(first)] if first else []), end)
        return gast.ListComp(item(subject, name(k)), [gast.comprehension(target(k), over, [], 0)])

    def MatchMapping(self, pattern, subject, tests, binds):
        tests.append(call('isinstance', clone(subject), name(self.means.bind(Mapping))))
        for key, p in zip(pattern.keys, pattern.patterns):
            tests.append(gast.Compare(clone(key), [gast.In()], [clone(subject)]))
            self.visit(p, item(subject, clone(key)), tests, binds)
        if pattern.rest is not None:
            key, value = self.means.fresh('key'), self.means.fresh('value')
            store = gast.Assign([gast.Subscript(name(pattern.rest), name(key), gast.Store())], name(value), None)
            if pattern.keys:
                test = gast.Compare(name(key), [gast.NotIn()], [tuple_of(map(clone, pattern.keys))])
                store = gast.If(test, [store], [])
            pair = gast.Tuple([target(key), target(value)], gast.Store())
            items = call(gast.Attribute(clone(subject), 'items', gast.Load()))
            binds += [assign(pattern.rest, gast.Dict([], [])), gast.For(pair, items, [store], [], None)]

    def MatchClass(self, pattern, subject, tests, binds):
        cls = self.means(pattern.cls)
        if (pattern.patterns or pattern.kwd_attrs) and not isinstance(cls, type):
            self.means.refuse('a pattern of a class that no name of outside stands for: define it outside', pattern)
        tests.append(call('isinstance', clone(subject), pattern.cls))
        if cls in WHOLE and len(pattern.patterns) == 1:
            self.visit(pattern.patterns[0], subject, tests, binds)
            named = []
        else:
            named = self.positional(pattern, cls)
        for attr, p in [*named, *zip(pattern.kwd_attrs, pattern.kwd_patterns)]:
            self.plain_attribute(pattern, cls, attr)
            if not always_has(cls, attr):
                tests.append(call('hasattr', clone(subject), constant(attr)))
            self.visit(p, gast.Attribute(clone(subject), attr, gast.Load()), tests, binds)

    def positional(self, pattern, cls):
        if not pattern.patterns:
            return []
        self.means.source.watch(cls, '__match_args__')
        fields = getattr(cls, '__match_args__', ())
        if len(fields) < len(pattern.patterns):
            self.means.refuse(f'a pattern with more positions than {cls.__name__} has: name the attributes', pattern)
        return zip(fields, pattern.patterns)

    def plain_attribute(self, pattern, cls, attr):
        """A property is asked once by a pattern, but more often by the tests that stand for it."""
        found = inspect.getattr_static(cls, attr, None)
        plain = (
            not hasattr(found, '__get__') or inspect.ismemberdescriptor(found) or attr in getattr(cls, '_fields', ())
        )
        if (
            not plain
            or hasattr(cls, '__getattr__')
            or cls.__getattribute__ not in (object.__getattribute__, tuple.__getattribute__)
        ):
            self.means.refuse(f'a pattern that computes .{attr}: take the attribute in the body of the case', pattern)


def always_has(cls, attr):
    """Whether every instance has an attribute: a field of a dataclass or namedtuple, or one of the class itself."""
    return (
        any(f.name == attr for f in fields_of(cls))
        or attr in getattr(cls, '_fields', ())
        or (hasattr(cls, attr) and not inspect.ismemberdescriptor(inspect.getattr_static(cls, attr)))
    )


def item(subject, index):
    return gast.Subscript(clone(subject), index, gast.Load())


def all_of(tests):
    if not tests:
        return None
    return tests[0] if len(tests) == 1 else gast.BoolOp(gast.And(), tests)


def which(found):
    """The assignments of the first alternative that fits."""
    (test, binds), *rest = found
    return binds if test is None or not rest else [gast.If(clone(test), binds, which(rest))]
