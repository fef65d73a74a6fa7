"""squared_error(x, y), differentiated by x, y.

Written by srcad from examples/notebook_product.py.
"""


def squared_error_primal(x, y):
    return (y * (x * 3) - 31) ** 2, (x, y)


def squared_error_adjoint(x, y, bvalue):
    # return (y * (x * 3) - 31)**2
    bproduct = 2 * bvalue * (3 * y * x - 31)
    by = 3 * bproduct * x
    bx = 3 * bproduct * y
    return bx, by
