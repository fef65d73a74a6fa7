"""square(x), differentiated by x.

Written by srcad from examples/notebook_square.py.
"""


def square_primal(x):
    return x**2, (x,)


def square_adjoint(x, bvalue):
    # return x**2
    bx = 2 * bvalue * x
    return bx
