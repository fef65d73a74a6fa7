"""callback(x), differentiated by x.

Written by srcad from examples/callback.py.
"""
import numpy as np


def callback_primal(x):
    if x > 1.0:
        g = wave_primal
    else:
        g = cube_primal
    twice_2, twice_saved = twice_primal(g, x)
    return x * twice_2, (x, twice_2, twice_saved)


def callback_adjoint(x, twice_2, twice_saved, bvalue):
    # return x * twice(g, x)
    bx = bvalue * twice_2
    btwice_2 = bvalue * x
    bx += twice_adjoint(*twice_saved, btwice_2)
    return bx


def twice_primal(g, v):
    g_2_saved = None
    g_3_saved = None
    g_2_saved_2 = None
    g_4_saved = None
    if g is cube_primal:
        g_3, g_3_saved = cube_primal(v)
        g_2, g_2_saved = cube_primal(g_3)
    else:
        g_4, g_4_saved = wave_primal(v)
        g_2, g_2_saved_2 = wave_primal(g_4)
    return g_2, (g, g_3_saved, g_2_saved, g_4_saved, g_2_saved_2)


def twice_adjoint(g, g_3_saved, g_2_saved, g_4_saved, g_2_saved_2, bg_2):
    if g is cube_primal:
        # return g(g(v))
        bg_3 = cube_adjoint(*g_2_saved, bg_2)
        bv = cube_adjoint(*g_3_saved, bg_3)
    else:
        # return g(g(v))
        bg_4 = wave_adjoint(*g_2_saved_2, bg_2)
        bv = wave_adjoint(*g_4_saved, bg_4)
    return bv


def cube_primal(v):
    return v**3, (v,)


def cube_adjoint(v, bvalue):
    # return v**3
    bv = 3 * bvalue * v**2
    return bv


def wave_primal(v):
    return v + np.sin(v), (v,)


def wave_adjoint(v, bvalue):
    # return v + np.sin(v)
    bv = bvalue + bvalue * np.cos(v)
    return bv
