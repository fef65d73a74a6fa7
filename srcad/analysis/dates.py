"""The types of dates, of the time between two, and of what they tell: numbers that carry no derivative."""

from datetime import date, datetime, time, timedelta

from srcad.analysis.types import CONSTANT_TEXT, FLOAT, INT, Number, Struct

DATES = (date, datetime, time, timedelta)
MAKING = {'fromisoformat', 'fromordinal', 'fromtimestamp', 'strptime', 'today', 'now', 'utcnow'}
PARTS = {
    date: 'year month day', datetime: 'year month day hour minute second microsecond',
    time: 'hour minute second microsecond', timedelta: 'days seconds microseconds',
}  # fmt: skip
METHODS = {
    'total_seconds': FLOAT, 'timestamp': FLOAT, 'toordinal': INT, 'weekday': INT, 'isoweekday': INT,
    'isoformat': CONSTANT_TEXT, 'strftime': CONSTANT_TEXT, 'ctime': CONSTANT_TEXT,
}  # fmt: skip


def date_made(f):
    """The type of what a class, or a method of one, makes; None of others."""
    home = getattr(f, '__self__', None) if getattr(f, '__name__', None) in MAKING else f
    return Struct(cls=home) if any(home is kind for kind in DATES) else None


def is_date(t):
    return isinstance(t, Struct) and t.cls in DATES


def part_of_date(t, name):
    """The type of an attribute; None of what is no part of a date."""
    return INT if is_date(t) and name in PARTS[t.cls].split() else None


def told_by_date(t, name):
    """The type of what a method gives; None of others."""
    if not is_date(t) or not hasattr(t.cls, name):
        return None
    return t if name == 'replace' else Struct(cls=date) if name == 'date' else METHODS.get(name)


def of_dates(op, types):
    """The type of an operation with dates; None of others, and of what is not known.

    >>> of_dates('Sub', [Struct(cls=date)] * 2) == Struct(cls=timedelta), of_dates('Div', [Struct(cls=timedelta)] * 2) == FLOAT
    (True, True)
    """
    if len(types) != 2 or not any(map(is_date, types)):
        return None
    kinds = [t.cls if is_date(t) else float if isinstance(t, Number) and t.dtype is None else None for t in types]
    spans = [k is timedelta for k in kinds]
    if op in ('Add', 'Sub') and any(spans) and None not in kinds and float not in kinds:
        return Struct(cls=next((k for k in kinds if k is not timedelta), timedelta))
    if op == 'Sub' and kinds[0] is kinds[1]:
        return Struct(cls=timedelta)
    if all(spans):
        return {'Div': FLOAT, 'FloorDiv': INT}.get(op)
    scaled = op == 'Mult' or op in ('Div', 'FloorDiv') and spans[0]
    return Struct(cls=timedelta) if scaled and any(spans) and float in kinds else None
