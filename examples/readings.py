"""Lines of a log, some of which hold no number: a generator that catches, and rows [name, value] scaled in place."""
from srcad import differentiate


def readings(lines):
    for line in lines:
        name, text = line.split()
        try:
            yield [name, float(text)]
        except ValueError:
            continue


@differentiate
def drift(gain, log):
    rows = []
    for row in readings(log):
        row[1] *= gain
        rows.append(row)
    total = 0.0
    for name, value in rows:
        total += value * value if name != 'inlet' else value
    return total


arguments = 1.3, ['inlet 1.5', 'valve ?', 'outlet 2.5']


if __name__ == '__main__':
    print(drift.source(*arguments))
    print(drift.value_and_grad(*arguments))
