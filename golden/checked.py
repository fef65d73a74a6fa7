"""checked(x, steps), differentiated by x.

Written by srcad from examples/checked.py.
"""


def checked_primal(x, steps):
    if x <= 0.0:
        raise ValueError('x must be positive')
    y = x
    ys = []
    for _ in range(steps):
        ys.append(y)
        slope = 2.0 * y
        if abs(slope) < 1e-09:
            raise ZeroDivisionError('flat here')
        y = y - (y * y - x) / slope
    return y, (x, ys)


def checked_adjoint(x, ys, by):
    bx = 0.0
    for y in reversed(ys):
        slope = 2.0 * y
        # y = y - (y * y - x) / slope
        bdifference = -by / slope
        bx -= bdifference
        bslope = by * (y * y - x) / slope**2
        by += 2 * bdifference * y
        # slope = 2.0 * y
        by += 2.0 * bslope
    # y = x
    bx += by
    return bx
