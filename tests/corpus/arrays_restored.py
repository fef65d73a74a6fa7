"""Single elements change while much of the array is read: the adjoint goes back with them."""
import numpy as np


def relaxed(x, A, n):
    for _ in range(n):
        for i in range(len(x)):
            x[i] = np.tanh(A[i] @ x)
    return np.sum(x**2)


def swept(x, A, n):
    b = A[0] * 0.3
    for _ in range(n):
        for i in range(len(x)):
            x[i] += (b[i] - A[i] @ x) / (2.0 + A[i, i] ** 2)
        if np.sum(x**2) > 3.0:
            break
    return np.sum(x**3)


def left_in_the_middle(x, A, n):
    for _ in range(n):
        for i in range(len(x)):
            x[i] = np.sin(A[i] @ x) + x[i] ** 2
            if x[i] > 0.9:
                return np.sum(x**2) * x[i]
            if i == 2:
                break
            x[i] *= np.sum(x)
    return np.sum(x**2)


def element_decides(x, A, n):
    for _ in range(n):
        for i in range(len(x)):
            if x[i] > 0.3:
                x[i] = np.tanh(A[i] @ x)
            elif np.sum(x * A[i]) > 0.1:
                x[i] = np.sum(x**2)
            else:
                x[i - 1] *= np.sum(x)
    return np.sum(x**2)


def written_with_what_does_not_matter(x, A, n):
    total = 0.0
    for k in range(n):
        for i in range(len(x)):
            total = total + np.sum(x * A[i])
            x[i] = 0.5 * k
            total = total * np.sum(x**2)
    return total


def counted_by_a_while(x, A, n):
    k = 0
    while k < n:
        i = k % len(x)
        x[i] = x[i] * np.sum(np.sin(x))
        k += 1
        if k == 2:
            continue
        x[0] = x @ A[i]
    return np.sum(x**2)


def two_arrays(x, A, n):
    y = np.ones(len(x))
    for k in range(n):
        for i in range(len(x)):
            x[i] = np.sum(y * x)
            y[i] = np.tanh(A[i] @ x) * y[i]
        x[k] += y[0]
    return np.sum(x * y)


def read_outside_too(x, A, n):
    total = np.sum(x**2)
    for k in range(n):
        total = total + np.sum(np.sin(x))
        for i in range(len(x)):
            x[i] = np.tanh(A[i] @ x)
        total = total * np.sum(x)
        x[1] = total * 0.1
    x[0] = total
    return np.sum(x**2)


def energy(u):
    return np.sum(u * np.sin(u))


def helper_reads(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            x[i] = 0.3 * energy(x) + A[i] @ x
    return energy(x)


def of_its_own(x, A, n):
    y = np.zeros(len(x))
    for k in range(n):
        for i in range(len(x)):
            y[i] = np.tanh(A[i] @ y + x[i])
    return np.sum(y**2)


def helper_has_its_own(x, A, n):
    return of_its_own(x, A, n) * of_its_own(x * 0.5, A, n + 1)


def exchanged(x, A, n):
    for k in range(n):
        for i in range(1, len(x)):
            x[i], x[i - 1] = x[i - 1] * np.sum(x), x[i]
    return np.sum(x**2 * A[0])


def found_by_itself(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            x[int(x[0] > 0.2) + 1] *= np.sum(x) * A[k, i]
            x[0] = -x[0]
    return np.sum(x**2)


def whole_numbers(x, A, n):
    order = np.arange(len(x))
    total = 0.0
    for k in range(n):
        for i in range(len(x)):
            total = total + np.sum(x[order] * A[i])
            order[i] = (order[i] + 1) % len(x)
            x[i] *= 1.1
    return total


def elements_of_a_matrix(x, A, n):
    for i in range(len(A)):
        for j in range(len(A)):
            A[i, j] = np.tanh(A[i] @ A[:, j]) + x[j]
            A[j][i] *= np.sum(A[1:, j])
    return np.sum(A**2)


def rows_and_elements(x, A, n):
    for i in range(len(A)):
        row = A[i]
        for j in range(len(A)):
            row[j] = np.sum(row * x)
    return np.sum(A**2)


def number_of_trips_by_itself(x, A, n):
    for k in range(n):
        for i in range(1 + int(x[0] > 0.3)):
            x[i] = np.sum(x * A[i])
    return np.sum(x**2)


def looped_over(x, A, n):
    total = 0.0
    for k in range(n):
        for v in x:
            total = total + v * v
            x[k] = np.sum(x) * 0.3
    return total


def collected(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            x[i] = sum(v * w for v, w in zip(x, A[i])) + max(x[0], x[1])
    return np.sum(x**2)


def in_one_statement(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            x[i] = x[i] * x[i - 1] + np.exp(-np.sum(x**2)) * x[i] ** 2 / (1.0 + np.sum(x[:i] ** 2))
    return np.sum(x**2)


def result_read_beside_the_old(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            x[i] = np.exp(x[i] * 0.3) * (A[i] @ x)
            x[i] /= 1.0 + np.sum(x**2)
    return np.sum(x**2)


def failure_is_caught(x, A, n):
    for k in range(n):
        for i in range(len(x)):
            try:
                x[i] = np.sum(x) * (1.0 / (i - k))
            except ZeroDivisionError:
                x[i] = np.sum(x * A[i])
    return np.sum(x**2)


V = np.array([0.7, -0.2, 0.5])
M = np.array([[0.7, -1.2, 0.5], [1.3, 0.4, -0.8], [0.6, 1.4, -0.5]])

CASES = [
    (f, (V, M, n), (0, 1))
    for f in (
        relaxed, swept, left_in_the_middle, element_decides, written_with_what_does_not_matter, counted_by_a_while,
        two_arrays, read_outside_too, helper_reads, of_its_own, helper_has_its_own, exchanged, found_by_itself,
        whole_numbers, elements_of_a_matrix, rows_and_elements, number_of_trips_by_itself, looped_over, collected,
        in_one_statement, result_read_beside_the_old, failure_is_caught,
    )
    for n in (0, 1, 3)
]
