"""Elements in the order of columns, whether it is asked for by name or by place; elements by their number."""
import numpy as np

W = np.arange(1.0, 7.0)


def columns_by_name(A):
    return np.sum(np.ravel(A, order='F') * W) + np.sum(A.ravel(order='F') * W**2)


def columns_by_place(A):
    return np.sum(np.ravel(A, 'F') * W) + np.sum(A.ravel('F') * W**2) + np.sum(A.flatten('F') * W**3)


def flattened_by_name(A):
    return np.sum(A.flatten(order='F') * W) + np.sum(A.flatten('C') * W**2)


def reshaped_by_name(A):
    return np.sum(np.reshape(A, (3, 2), order='F') @ np.array([1.0, 3.0]) * W[:3])


def reshaped_by_place(A):
    return np.sum(np.reshape(A, (3, 2), 'F') @ np.array([1.0, 3.0]) * W[:3])


def reshaped_by_method(A):
    B, C = A.reshape(3, 2, order='F'), A.reshape((3, -1), order='F')
    return np.sum(B @ C.T * np.outer(W[:3], W[1:4]))


def reshaped_to_a_row(A):
    return np.sum(np.reshape(A, -1, order='F') * W) + np.sum(A.reshape(1, -1, order='F')[0] * W**2)


def flattened_is_a_copy(A):
    B = A * 1.0
    rows, columns = B.T.ravel('F'), B.T.flatten('F')
    rows[2] = A[0, 1] * 3
    columns[:] = 0.0
    return np.sum(B * B * A) + np.sum(columns)


def block_of_an_array(T):
    return np.sum(np.block(T) * np.arange(12.0).reshape(2, 3, 2))


def items_by_number(x):
    return x.item(0) * x.item(1) ** 2 + x.item(-1)


def items_by_place(A):
    total = 0.0
    for i in range(2):
        for j in range(3):
            total += A.item(i, j) * (i + 2 * j)
    return total * A.item((1, 1))


def item_is_no_view(A):
    last = A.item(5)
    A = A * 2.0
    A[1, 2] = 0.0
    return last * np.sum(A)


M = np.array([[0.3, -1.2, 0.5], [0.8, 0.1, -0.4]])
ON_MATRICES = [
    columns_by_name, columns_by_place, flattened_by_name, reshaped_by_name, reshaped_by_place, reshaped_by_method,
    reshaped_to_a_row, flattened_is_a_copy, items_by_place, item_is_no_view,
]  # fmt: skip
CASES = [(f, (M,), (0,)) for f in ON_MATRICES] + [
    (block_of_an_array, (np.arange(12.0).reshape(2, 3, 2) ** 1.3 / 7,), (0,)),
    (items_by_number, (M[0],), (0,)),
]
