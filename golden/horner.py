"""horner(x, coefficients[:]), differentiated by x, coefficients.

Written by srcad from examples/horner.py.
"""


def horner_primal(x, coefficients):
    y = 0.0
    steps = []
    for c in coefficients:
        steps.append(y)
        y = y * x + c
    return y, (x, steps)


def horner_adjoint(x, steps, by):
    bx = 0.0
    bcoefficients = []
    for y in reversed(steps):
        # y = y * x + c
        bx += by * y
        bc = by
        by = by * x
        # for c in coefficients
        bcoefficients.append(bc)
    bcoefficients.reverse()
    return bx, bcoefficients
