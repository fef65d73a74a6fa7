"""either(A[:], B[:], c), differentiated by A, B.

Written by srcad from examples/either.py.
"""
import numpy as np


def either_primal(A, B, c):
    A = A.copy()
    B = B.copy()
    w = A if c > 0 else B
    was = w.copy()
    w[1:] = w[1:] * w[:-1]
    return np.sum(A * B), (A, B, c, was)


def either_adjoint(A, B, c, w, bvalue):
    # return np.sum(A * B)
    bA = bvalue * B
    bB = bvalue * A
    # w = A if c > 0 else B
    bw = bA if c > 0 else bB
    # w[1:] *= w[:-1]
    bwritten = bw[1:].copy()
    bw[1:] *= w[:-1]
    bw[:-1] += bwritten * w[1:]
    return bA, bB
