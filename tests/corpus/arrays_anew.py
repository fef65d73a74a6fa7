"""Arrays that are made anew in each trip, filled, and take over a name."""
import numpy as np


def taken_over(u, n):
    for _ in range(n):
        new = np.empty_like(u)
        new[0] = u[0]
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2)


def taken_over_then_written(u, n):
    for _ in range(n):
        new = np.empty_like(u)
        new[:2] = u[:2] ** 2
        new[2:] = np.sin(u[2:])
        u = new
    u[1] *= u[0]
    return np.sum(u**3)


def written_then_taken_over(u, n):
    u[0] = 2.0 * u[1]
    for _ in range(n):
        new = np.zeros_like(u)
        new[1:] = u[:-1] * u[1:]
        u = new
    return np.sum(u * u) + u[0]


def written_in_the_trip_after(u, n):
    for k in range(n):
        u[k % 3] *= 1.5
        new = np.empty_like(u)
        new[0] = u[1]
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2)


def filled_twice(u, n):
    for _ in range(n):
        new = np.zeros_like(u)
        new[:2] = u[:2] * 0.9
        new[1:] = 0.5 * u[1:] ** 2
        new[0] = new[0] + u[2]
        u = new
    return np.sum(u**2)


def filled_in_a_loop(u, n):
    for _ in range(n):
        new = np.zeros_like(u)
        for i in range(len(u)):
            new[0] = u[i] * u[0]
            new[i] = np.sin(u[i]) + new[0]
        u = new
    return np.sum(u**2)


def filled_in_a_loop_once(u, n):
    for _ in range(n):
        new = np.zeros_like(u)
        for i in range(1, len(u)):
            new[i] = np.sin(u[i]) * u[i - 1]
        u = new
    return np.sum(u**2)


def filled_on_some_ways(u, n):
    for k in range(n):
        new = np.zeros_like(u)
        if k % 2:
            new[1:] = u[:-1] * u[1:]
        else:
            new[:] = u * u
        new[0] = u[0] * 0.5
        u = new
    return np.sum(u**2)


def filled_from_a_copy(u, n):
    for _ in range(n):
        new = u.copy()
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2)


def made_on_one_way(u, n):
    new = np.ones(len(u))
    for k in range(n):
        if k % 2 == 0:
            new = np.zeros_like(u)
        new[0] = u[0] * u[1]
        new[1:] += u[1:]
    return np.sum(new * u)


def filled_through_a_part(u, n):
    for _ in range(n):
        new = np.zeros_like(u)
        tail = new[1:]
        tail[:] = u[:-1] * u[1:]
        new[0] = u[0]
        tail[0] = u[0] * 2.0
        u = new
    return np.sum(u**2)


def left_early(u, n):
    for k in range(n):
        new = np.empty_like(u)
        new[0] = u[0] * 0.5
        if k == 2:
            break
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2)


def outer_array_filled_inside(u, n):
    total = 0.0
    out = np.zeros_like(u)
    for k in range(n):
        row = np.empty_like(u)
        row[:] = u * (k + 1.0)
        row[0] = u[1] ** 2
        out[k % 2] = row[0] * row[1]
        total += np.sum(row**2)
    return total + np.sum(out**3)


def fill_tail(new, u):
    new[1:] = u[1:] * u[:-1]


def filled_by_a_helper(u, n):
    for _ in range(n):
        new = np.zeros_like(u)
        fill_tail(new, u)
        new[0] = u[0]
        new[1] = u[0] * u[1]
        u = new
    return np.sum(u**2)


def given_part_changes(A):
    row = A[0]
    other = np.ones(3)
    other[1:] = row[1:] ** 2
    row[0] = other[1]
    return np.sum(A**2) + np.sum(other)


def rows_of_two(A, u):
    for row in [A[0], u]:
        row[0] *= 2.0
    return np.sum(A**2) + np.sum(u**3)


def later_twin(u):
    v = u * 2.0
    w = np.zeros_like(u)
    for k in range(3):
        w[0] = v[k]
        v = w
        w = np.ones(len(u))
        w[1:] = v[1:] + u[1:] * v[0]
    return np.sum(v * u) + np.sum(w**2)


V = np.array([0.7, -1.2, 1.3, 0.4])
M = np.array([[0.7, -1.2, 0.5], [1.3, 0.4, -0.8]])

CASES = [
    (f, (V, n), (0,))
    for f in (
        taken_over, taken_over_then_written, written_then_taken_over, written_in_the_trip_after, filled_twice,
        filled_in_a_loop, filled_in_a_loop_once, filled_on_some_ways, filled_from_a_copy, made_on_one_way,
        filled_through_a_part, left_early, outer_array_filled_inside,
        filled_by_a_helper,
    )
    for n in (0, 1, 2, 4)
] + [
    (given_part_changes, (M,), (0,)),
    (rows_of_two, (M, V[:3]), (0, 1)),
    (later_twin, (V,), (0,)),
]
