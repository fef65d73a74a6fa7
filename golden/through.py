"""through(A[:, :], v), differentiated by A, v.

Written by srcad from examples/through.py.
"""
import numpy as np


def through_primal(A, v):
    A = A.copy()
    total = 0.0
    steps = []
    for row in A:
        push, push_saved = push_primal(row, v)
        total += push
        steps.append(push_saved)
    return total + np.sum(A[0] * A[-1]), (A, steps)


def through_adjoint(A, steps, bvalue):
    # return total + np.sum(A[0] * A[-1])
    bA = np.zeros_like(A)
    bA[0] = bvalue * A[-1]
    bA[-1] += bvalue * A[0]
    bv = 0.0
    for brow, push_saved in zip(reversed(bA), reversed(steps)):
        # total += push(row, v)
        bv += push_adjoint(*push_saved, bvalue, brow)
    return bA, bv


def push_primal(row, v):
    row_was = row.copy()
    row[1:] = v * row[1:] * row[:-1]
    was = row[-1]
    return row[-1] ** 2, (row_was, v, was)


def push_adjoint(row, v, was, bvalue, brow):
    # return row[-1] ** 2
    brow[-1] += 2 * bvalue * was
    # row[1:] = v * row[1:] * row[:-1]
    bproduct = brow[1:] * row[:-1]
    bwritten = brow[1:].copy()
    bv = np.sum(bproduct * row[1:])
    brow[1:] = v * bproduct
    brow[:-1] += v * bwritten * row[1:]
    return bv
