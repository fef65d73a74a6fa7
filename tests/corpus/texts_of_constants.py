"""Numbers read from constant texts, where others are written into texts."""

DATA = """a 0.5
b 1.5
c 2.5"""


TABLE = {'k': '1.5', 'm': '2.5'}


def log_beside_lines(x, y):
    log = []
    s = 0.0
    for line in DATA.splitlines():
        name, v = line.split()
        s += float(v) * x
        log.append(f'{name} {s:.3f}')
    return s + len(log[-1])


def key_beside_a_told_one(x, y):
    d = {'a': '1.5'}
    d['b'] = str(x)
    return float(d['a']) * x


def table_written(x, y):
    rows = []
    for line in DATA.splitlines():
        k, v = line.split(' ')
        rows.append([k, float(v) * x])
    out = '\n'.join(f'{k:>5} {v:8.3f}' for k, v in rows)
    s = sum(float(t) for t in TABLE.values())
    return rows[0][1] * s + 0 * len(out)


class Err:
    def __init__(self, reason):
        self.reason = reason


def reason_of_an_object(x, y):
    s = x
    e = Err(f'value {x:.2f}')
    for tok in '0.5 1.5'.split():
        s += x * float(tok)
    return s


def log_of_percent(x, y):
    s = x
    log = []
    for tok in '0.5 1.5'.split():
        s += x * float(tok)
        log.append('%s: %.3f' % (tok, s))
    return s + len(log)


def log_of_braces(x, y):
    s = x
    log = []
    for tok in ['0.5', '1.5']:
        s += x * float(tok)
        log.append(f'{tok}: {s:.3f}')
    return s + len(log)


CASES = [
    (log_beside_lines, (1.3, 0.8), (0, 1)),
    (key_beside_a_told_one, (1.3, 0.8), (0, 1)),
    (table_written, (1.3, 0.8), (0, 1)),
    (reason_of_an_object, (1.3, 0.8), (0, 1)),
    (log_of_percent, (1.3, 0.8), (0, 1)),
    (log_of_braces, (1.3, 0.8), (0, 1)),
]
