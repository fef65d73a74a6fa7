"""cube_grad(x), differentiated by x.

Written by srcad from examples/cube_grad.py.
"""


def cube_grad_primal(x):
    bx = 3 * x**2
    return bx, (x,)


def cube_grad_adjoint(x, cbx):
    # bx = 3 * x**2
    cx = 6 * cbx * x
    return cx
