"""absv(x), differentiated by x.

Written by srcad from examples/absv.py.
"""


def absv_primal(x):
    if x <= 0:
        return -x, (x,)
    else:
        return x, (x,)


def absv_adjoint(x, bvalue):
    if x <= 0:
        # return -x
        bx = -bvalue
    else:
        # return x
        bx = bvalue
    return bx
