"""branch(x), differentiated by x.

Written by srcad from examples/notebook_branch.py.
"""


def branch_primal(x):
    if x > 0:
        return 2 * x, (x,)
    return -3 * x, (x,)


def branch_adjoint(x, bvalue):
    if x > 0:
        # return 2 * x
        bx = 2 * bvalue
    else:
        # return -3 * x
        bx = -3 * bvalue
    return bx
