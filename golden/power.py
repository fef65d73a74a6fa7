"""power(x, n), differentiated by x.

Written by srcad from examples/power.py.
"""


def power_primal(x, n):
    if n == 0:
        return 1.0, (x, n, None, None, None, None)
    if n % 2 == 1:
        power, power_saved = power_primal(x, n - 1)
        return x * power, (x, n, power, power_saved, None, None)
    half, half_saved = power_primal(x, n // 2)
    return half * half, (x, n, None, None, half, half_saved)


def power_adjoint(x, n, power, power_saved, half, half_saved, bvalue):
    if n == 0:
        # return 1.0
        bx = 0.0
    elif n % 2 == 1:
        # return x * power(x, n - 1)
        bx = bvalue * power + power_adjoint(*power_saved, bvalue * x)
    else:
        # return half * half
        bhalf = 2 * bvalue * half
        # half = power(x, n // 2)
        bx = power_adjoint(*half_saved, bhalf)
    return bx
