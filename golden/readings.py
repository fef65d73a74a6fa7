"""drift(gain, log), differentiated by gain.

Written by srcad from examples/readings.py.
"""
from srcad.runtime import Adjoints


def drift_primal(gain, log):
    rows = []
    lines = log
    row = None
    takens = []
    for line in lines:
        split = line.split()
        name_2, text = split
        failed = 0
        done = False
        try:
            value_2 = [name_2, float(text)]
        except ValueError:
            failed = 1
        else:
            done = True
        was = None
        taken = done
        if taken:
            row = value_2
            was = row[1]
            row[1] = row[1] * gain
            rows.append(row)
        takens.append((taken, row, was))
        if failed == 1:
            continue
    total = 0.0
    steps = []
    for item in rows:
        name, value = item
        steps.append((item, name, value))
        total += value * value if name != 'inlet' else value
    return total, (gain, rows, takens, steps)


def drift_adjoint(gain, rows, takens, steps, btotal):
    bars = Adjoints()
    for item, name, value in reversed(steps):
        # total += value * value if name != 'inlet' else value
        bresult = btotal
        if name != 'inlet':
            bvalue = 2 * bresult * value
        else:
            bvalue = bresult
        btotal = bresult
        # name, value = item
        bitem = bars[item]
        bitem[1] += bvalue
    bgain = 0.0
    for taken, row, was in reversed(takens):
        if taken:
            # rows.append(row)
            brows = bars[rows]
            brows.pop()
            # row[1] *= gain
            brow = bars[row]
            bitem_2 = brow[1]
            brow[1] = 0.0
            brow[1] += bitem_2 * gain
            bgain += bitem_2 * was
    return bgain
