"""pingpong(u[:], steps, dt), differentiated by u.

Written by srcad from examples/pingpong.py.
"""
import numpy as np


def pingpong_primal(u, steps, dt):
    A = u.copy()
    B = u.copy()
    kept = []
    for t in range(steps):
        lap = A[2:] - 2 * A[1:-1] + A[:-2]
        kept.append(A[1:-1].copy())
        B[1:-1] = A[1:-1] + dt * (lap + A[1:-1] * (1 - A[1:-1]))
        A, B = B, A
    return np.sum(A), (dt, A, B, kept)


def pingpong_adjoint(dt, A, B, kept, bvalue):
    # return np.sum(A)
    bA = np.full_like(A, bvalue)
    bB = np.zeros_like(B)
    for was in reversed(kept):
        # A, B = B, A
        bB, bA = bA, bB
        # B[1:-1] = A[1:-1] + dt * (lap + A[1:-1] * (1 - A[1:-1]))
        blap = dt * bB[1:-1]
        bA[1:-1] += bB[1:-1] + blap * (1 - was) - blap * was
        bB[1:-1] = 0
        # lap = A[2:] - 2 * A[1:-1] + A[:-2]
        bA[2:] += blap
        bA[1:-1] -= 2 * blap
        bA[:-2] += blap
    # B = u.copy()
    bu = bB
    # A = u.copy()
    bu += bA
    return bu
