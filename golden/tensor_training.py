"""misfit(stiffness, damping, observed[:]), differentiated by stiffness, damping.

Written by srcad from examples/tensor_training.py.
"""


def misfit_primal(stiffness, damping, observed):
    x = 1.0
    v = 0.0
    total = 0.0
    steps = []
    for o in observed:
        v_was = v
        was = x
        v = v - 0.1 * (stiffness * x + damping * v)
        x = x + 0.1 * v
        steps.append((was, v_was, o, x))
        total += (x - o) ** 2
    return total / len(observed), (stiffness, damping, observed, steps)


def misfit_adjoint(stiffness, damping, observed, steps, bvalue):
    # return total / len(observed)
    btotal = bvalue / len(observed)
    bstiffness = 0.0
    bdamping = 0.0
    bx = 0.0
    bv = 0.0
    for was, v, o, x in reversed(steps):
        # total += (x - o)**2
        bx += 2 * btotal * (x - o)
        # x = x + 0.1 * v
        bv += 0.1 * bx
        # v = v - 0.1 * (stiffness * x + damping * v)
        bsum = -0.1 * bv
        bstiffness += bsum * was
        bx += bsum * stiffness
        bdamping += bsum * v
        bv += bsum * damping
    return bstiffness, bdamping
