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
    was = w[:-1].copy()
    was_2 = w[1:].copy()
    w[1:] = w[1:] * w[:-1]
    return np.sum(A * B), (A, B, w, was, was_2)


def either_adjoint(A, B, w, was, was_2, bvalue):
    bars = Adjoints()
    # return np.sum(A * B)
    bA = bars[A]
    bB = bars[B]
    bA += bvalue * B
    bB += bvalue * A
    # w[1:] *= w[:-1]
    bw = bars[w]
    bwritten = bw[1:].copy()
    bw[1:] *= was
    bw[:-1] += bwritten * was_2
    bA = bars[A]
    bB = bars[B]
    return bA, bB
