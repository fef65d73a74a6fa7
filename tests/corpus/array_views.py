"""Views of every kind, written through either name; `x.flat`."""
import numpy as np


def row_squeezed(A, s):
    row = A[:1].squeeze()
    row *= s
    return np.sum(A**2) * row[0]


def columns_squeezed(A, s):
    w = A[:, -1:].squeeze() * np.squeeze(A[:, 1:2])
    c = np.squeeze(A[-1:])
    c[0] = s * w[0]
    return np.sum(w * A[:, 0]) + np.sum(c * A[0])


def squeezed_in_loop(A, s):
    for k in range(2):
        r = np.squeeze(A[k:k + 1], axis=0)
        r[k] *= s
        if k == 1:
            r = r * 2
            r[0] = s
    return np.sum(A**2) + np.sum(r)


def expanded(A, s):
    col = np.expand_dims(A, 1)
    col[0, 0, 1] = s * A[1, 1]
    A[1, 2] *= s
    return np.sum(A**2 * col[0, 0]) * col[1, 0, 2]


def axes_swapped(T, s):
    W = np.swapaxes(T, 0, 2)
    for k in range(3):
        W[k, 1] *= s
        T[1, k, k] = W[0, 0, 0] * s
    return np.sum(np.sin(W)) + np.sum(T**2)


def axis_moved(T, s):
    W = np.moveaxis(T, 0, -1)
    W[0, :, 0] = T[1, 1] * s
    T[:, 2] += W[0, 0, 1]
    return np.sum(np.sin(W) * T[0, 0, 0])


def axis_rolled(T, s):
    W = np.rollaxis(T, 2)
    W[1] = T[:, :, 0] * s
    return np.sum(T**2) * W[1, 0, 0]


def as_a_row(v, s):
    row = np.atleast_2d(v)
    row[0, 1] = s * v[0]
    v[2] = v[1]**2
    return np.sum(row**2) + v[2] * row[0, 0]


def flipped(A, s):
    F = np.flip(A, 1)
    F[0] = F[1] * A[0]
    A[1, 0] = s
    return np.sum(F * A) + np.sum(np.fliplr(A)[0]**2)


def turned(A, s):
    F = np.flipud(A)
    G = np.fliplr(F)
    G[0, 0] *= s
    R = np.rot90(A)
    R[0, 0] = G[0, 0] * s
    return np.sum(R**2) + np.sum(G * F)


def real_part(A, s):
    r = A.real
    r[0] *= s
    A[1] = r[0] * r[1]
    return np.sum(A**2 * r)


def complex_parts(A, s):
    z = A + 1j * s * A
    z.real[0] = s
    z.imag[1] *= A[0]
    w = z.imag
    w[0, 0] = s**2
    return np.sum(np.abs(z)**2)


def broadcast_and_written(v, s):
    B = np.broadcast_to(v, (3, len(v)))
    v[1] = s * v[0]
    t = np.sum(B[2]**2)
    v *= s
    return t * np.sum(B)


def written_by_columns(A, s):
    A.T[1] = s * A[:, 0]
    A.T[2, 1] *= s
    return np.sum(A**3)


def part_reshaped(A, s):
    f = A[1:].reshape(-1)
    f[1] = s * f[0]
    g = A[:, 1:].reshape(-1)  # a copy
    g[0] = s
    A[0, 1] *= 2
    return np.sum(A**2) + np.sum(g**2) * f[1]


def shared_in_one_order_only(A, s):
    f = A.reshape(-1)
    for k in range(1, 5):
        f[k] += s * f[k - 1]
        if f[k] > 3.0:
            A[0, 0] = s
            break
    return np.sum(A**2) * f[0]


def list_of_parts(A, s):
    parts = np.split(A, 3, axis=1)
    parts[0] *= s
    parts[1][0] = parts[0][1]
    return np.sum(A**2)


def parts_in_loop(v, s):
    parts = np.split(v, [1, 3])
    t = 0.0
    for p in parts:
        p *= s
        t += np.sum(p * v[0])
    return t + v[3]


def new_axes(v, s):
    c = v[None]
    c[0, 1] = s
    d = v[:, np.newaxis]
    d[2] *= v[0]
    return np.sum(c**2) + np.sum(d[2] * v)


def last_axis(T, s):
    w = T[..., 1]
    w[0] *= s
    T[0, :, 1] += w[1]
    return np.sum(T**2) + np.sum(w)


def diagonal_follows(M, s):
    d = np.diagonal(M)
    t = np.sum(d**2)
    np.fill_diagonal(M, s)
    u = d[0] * t
    M[1, 1] = d[0] * M[0, 1]
    return u + np.sum(d * M[0])


def diagonals_of_several(T, s):
    d = T.diagonal(1, 1, 2)
    T[0, 0, 1] = s
    T[1, 1, 2] *= d[0, 0]
    return np.sum(d**2)


def upper_diagonal(M, s):
    d = np.diag(M, 1)
    M[0, 1] = s * d[1]
    M[1, 2] = d[0]
    return np.sum(d**2) + np.sum(M)


def scale(row, s):
    row *= s


def helper_writes_views(A, s):
    scale(A[0], s)
    scale(A.T[1], s)
    r = np.squeeze(A[1:], axis=0)
    scale(r, s)
    return np.sum(A**3)


# x.flat

def flat_elements(A, s):
    A.flat[1] = s * A.flat[0]
    A.flat[4] *= s
    A.flat[-1] = A.flat[-2] * s
    return np.sum(A**2)


def flat_places(M, s):
    M.flat[::4] += s
    M.flat[1:8:3] = np.array([s, 2 * s, s * s])
    M.flat[[0, 2, 2]] = np.array([s, 2.0]) * M[1, 1]
    return np.sum(M**2)


def flat_in_loop(T, s):
    for k in range(0, T.size, 5):
        T.flat[k] = s * T.flat[k] + T.flat[T.size - 1 - k]
    return np.sum(T**2)


def flat_run_over(A, s):
    t = 0.0
    for a in A.flat:
        t = t * 0.9 + np.sin(a * s)
        if t > 1.5:
            break
    return t


def flat_run_over_and_written(A, s):
    t = 0.0
    for a in A.flat:
        A[1, 2] += s * a
        t += a * a
    return t


def flat_read(A, s):
    t = sum(a * s for a in A.flat) + np.sum(A.flat)
    u = [a * a for a in A.flat if a > 0.75]
    items = list(A.flat)
    return t + sum(u) * s + items[2]


def flat_copies(A, s):
    y = A.flat[::2]
    y *= s
    z = A.flat[1:3]
    A[0] = s
    return np.sum(A**2) + np.sum(y**2) + z[0]


def flat_of_buffers(v, s):
    v.flat[1] = s
    B = np.zeros((2, 2))
    B.flat[3] = v[0] * s
    B.flat[0] = v.flat[1] * v[2]
    return np.sum(B**2)


_v = np.array([0.7, 1.1, 0.4, 1.3])
_A = np.array([[0.7, 1.2, 0.5], [1.1, 0.6, 0.9]])
_M = np.array([[1.1, 0.4, 0.8], [0.6, 1.3, 0.2], [0.9, 0.5, 0.7]])
_T = np.cos(np.arange(24.0)).reshape(2, 3, 4) + 1.5

_OF_MATRICES = (
    row_squeezed, columns_squeezed, squeezed_in_loop, expanded, flipped, turned, real_part, complex_parts, written_by_columns,
    part_reshaped, shared_in_one_order_only, list_of_parts, helper_writes_views, flat_elements, flat_run_over,
    flat_run_over_and_written, flat_read, flat_copies,
)

CASES = [
    *((f, (A, 1.3), (0, 1)) for f in _OF_MATRICES for A in (_A, np.asfortranarray(_A), _M[::2, :])),
    *((f, (T, 0.7), (0, 1)) for f in (axes_swapped, axis_moved, axis_rolled, last_axis, diagonals_of_several, flat_in_loop)
      for T in (_T, np.asfortranarray(_T))),
    *((f, (_v, 1.3), (0, 1)) for f in (as_a_row, broadcast_and_written, parts_in_loop, new_axes, flat_of_buffers)),
    *((f, (_M, 1.3), (0, 1)) for f in (diagonal_follows, upper_diagonal, flat_places)),
]
