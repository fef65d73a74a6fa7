"""horner(x, coefficients[:]), differentiated by x, coefficients.

Written by srcad from examples/horner.py.
"""


def horner_primal(x, coefficients):
    y = 0.0
    steps = []
    for c in coefficients:
        steps.append(y)
        y = y * x + c
    return y, (x, coefficients, steps)


def horner_adjoint(x, coefficients, steps, by):
    bx = 0.0
    bcoefficients = [0.0] * len(coefficients)
    for k, y in reversed(list(enumerate(steps))):
        # y = y * x + c
        bx += by * y
        bc = by
        by = by * x
        # for c in coefficients
        bcoefficients[k] += bc
    return bx, bcoefficients
