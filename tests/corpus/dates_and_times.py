"""Dates, and the time between them, as numbers of days and parts of a year."""

import datetime as dt
from datetime import date, timedelta

D0 = date(2024, 1, 15)


FLOWS = [(date(2024, 7, 1), 5.0), (date(2025, 1, 1), 105.0)]


def yf(a, b):
    return (b - a).days / 365.0


def largest_of_years(x, y):
    d = dt.date(2024, 1, 15)
    vals = []
    for m in range(3):
        vals.append(x * yf(d, dt.date(2024 + m, 3, 15)))
    return max(vals)


def present_value(x, y):
    return sum(c / (1 + x) ** yf(D0, d) for d, c in FLOWS)


def weeks(x, y):
    d = D0
    s = 0.0
    while d < date(2024, 3, 1):
        d += timedelta(days=7)
        s = s * y + x * d.day / 30
        if d.weekday() == 0:
            s += x
    return s


def by_year(x, y):
    by = {}
    for d, c in FLOWS:
        by.setdefault(d.year, 0.0)
        by[d.year] += c * x
    return by[2024] * by[2025] + by.get(2030, y)


class Bond:
    def __init__(self, issue, cpn):
        self.issue, self.cpn = issue, cpn
        self.last = None

    def accrue(self, d):
        if self.last is None:
            self.last = self.issue
        n = (d - self.last).days
        self.last = d
        return self.cpn * n / 360


def accrued(x, y):
    b = Bond(date.fromisoformat('2024-01-01'), x)
    return b.accrue(date(2024, 2, 1)) + b.accrue(date(2024, 3, 1)) * y


def by_date(x, y):
    rows = [{'date': d.isoformat(), 'v': c * x} for d, c in FLOWS]
    rows.sort(key=lambda r: r['date'], reverse=True)
    return rows[0]['v'] * y + rows[1]['v'] if rows[0]['date'][:4] == '2025' else 0


CASES = [
    (largest_of_years, (1.3, 0.8), (0, 1)),
    (present_value, (1.3, 0.8), (0, 1)),
    (weeks, (1.3, 0.8), (0, 1)),
    (by_year, (1.3, 0.8), (0, 1)),
    (accrued, (1.3, 0.8), (0, 1)),
    (by_date, (1.3, 0.8), (0, 1)),
]
