"""either(A[:], B[:], c), differentiated by A, B.

Written by srcad from examples/either.py.
"""
import numpy as np

from srcad.runtime import Adjoints, separated


def either_primal(A, B, c):
    A = separated(A)
    B = separated(B)
    if c > 0:
        w = A
    else:
        w = B
    was = w.copy()
    w[1:] = w[1:] * w[:-1]
    return np.sum(A * B), (A, B, w, was)


def either_adjoint(A, B, w, was, bvalue):
    bars = Adjoints()
    # return np.sum(A * B)
    bA = bars[A]
    bB = bars[B]
    bA += bvalue * B
    bB += bvalue * A
    # w[1:] *= w[:-1]
    bw = bars[w]
    bwritten = bw[1:].copy()
    bw[1:] *= was[:-1]
    bw[:-1] += bwritten * was[1:]
    return bA, bB
