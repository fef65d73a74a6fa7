"""Python's own errors where the arguments of a call do not fit, as only the run can tell behind stars."""

import gast

from srcad.of_objects import has_others
from srcad.errors import Unfollowed
from srcad.tree import Ours, call, constant, written


def errors_of(node, called):
    """Python's own errors where what stood behind stars does not fit a class of a library."""
    values, count, most, followed = getattr(node, 'counted', (None, None, None, None))
    counted = [miscounted(values, count, most, called)] if values is not None else []
    if most != followed:
        said = f'srcad follows {called}() with at most {followed} values behind the star'
        more = gast.Compare(call('len', values), [gast.Gt()], [constant(followed)])
        counted.append(gast.If(more, [gast.Raise(call(Ours('Unfollowed', Unfollowed), constant(said)), None)], []))
    return [*counted, *(missing(key, given, called) for key, given in getattr(node, 'needed', ()))]


def miscounted(values, least, most, called):
    """Python's own error where there are too few or too many values behind a star."""
    count = call('len', values)
    if most is None:
        wanted, test = f'{least} or more', gast.Compare(count, [gast.Lt()], [constant(least)])
    elif not least:
        wanted, test = f'up to {most}', gast.Compare(count, [gast.Gt()], [constant(most)])
    elif least == most:
        wanted, test = f'{most}', gast.Compare(count, [gast.NotEq()], [constant(most)])
    else:
        wanted = f'{least} to {most}'
        between = gast.Compare(constant(least), [gast.LtE(), gast.LtE()], [count, constant(most)])
        test = gast.UnaryOp(gast.Not(), between)
    said = gast.JoinedStr([
        gast.Constant(f'{called}() takes {wanted} arguments behind the star but ', None),
        gast.FormattedValue(count, -1, None),
        gast.Constant(' were given', None),
    ])  # fmt: skip
    return gast.If(test, [gast.Raise(call('TypeError', said), None)], [])


def unexpected(key, given, called, params=()):
    """Python's own error where a dict behind two stars has this key."""
    said = f'{called}() got an unexpected or repeated argument {key!r}'
    if key in params:
        said = f'{called}() got multiple values for argument {key!r}'
    return raising(gast.Compare(constant(key), [gast.In()], [given]), said)


def beyond(keys, given, called):
    """The same where it has others than these."""
    test = call(Ours('has_others', has_others), given, written(tuple(keys)))
    return raising(test, f'{called}() got an unexpected argument by name')


def given_twice(values, place, given, key, called):
    """The same where a list behind one star and a dict behind two give one argument."""
    longer = gast.Compare(call('len', values), [gast.Gt()], [constant(place)])
    there = (
        longer
        if given is None
        else gast.BoolOp(gast.And(), [longer, gast.Compare(constant(key), [gast.In()], [given])])
    )
    return raising(there, f'{called}() got multiple values for argument {key!r}')


def given_never(values, place, given, key, called):
    """The same where neither gives it."""
    short = gast.Compare(call('len', values), [gast.LtE()], [constant(place)])
    lacks = gast.Compare(constant(key), [gast.NotIn()], [given])
    return raising(gast.BoolOp(gast.And(), [short, lacks]), f'{called}() is missing its argument {key!r}')


def missing(key, given, called):
    """The same where it lacks one that is needed."""
    said = f'{called}() is missing its argument {key!r}'
    return raising(gast.Compare(constant(key), [gast.NotIn()], [given]), said)


def raising(test, said):
    """A TypeError if a test holds."""
    return gast.If(test, [gast.Raise(call('TypeError', constant(said)), None)], [])
