"""Lists and deques of constants that change: swapped, under two names, in helpers that read them, given back by helpers."""
from collections import deque


def ping_pong(x):
    a, b = [1, 0], [0, 0]
    t = 0.0
    for _ in range(3):
        b[0] = a[0] + 1
        a, b = b, a
        t += a[0] * x
    return t


def swapped_by_a_third_name(x):
    a, b = [1, 2], [3, 4]
    t = x
    for g in range(3):
        b[0] = (a[0] + g) % 4
        tmp = a
        a = b
        b = tmp
        t += a[0] * x
    return t


def swapped_indices(x):
    a, b = [1, 2], [3, 4]
    t = 0.0
    xs = [x, 2 * x * x, 5 * x, x**3]
    for g in range(3):
        b[0] = (a[0] + g) % 4
        b, a = a, b
        t += xs[a[0]]
    return t


def length_by_a_helper(x):
    b = deque([1, 5, 2, 1])
    t = 0.0

    def n(q):
        return len(q) * x * q[0]

    while b:
        t += n(b)
        b.popleft()
    return t


def shifted(x, a, b):
    b.popleft()
    return a[0] * x


def first_by_a_helper(x):
    a, b = deque([2, 1, 0, 0]), deque([1, 0, 2, 1])
    return shifted(x, a, b) + shifted(x, b, a)


def chain_of_names(x):
    a, b = deque([2, 1, 0, 0]), deque([1, 0, 2, 1])
    old = b
    t = 0.0
    for g in range(3):
        c = old
        old = a
        b.popleft()
        b.append(g)
        t += c[0] * x
    return t


def made(x):
    weights, queue = [1.0, 2.0], deque([1.0, 2.0])
    return weights, queue, weights[0] * x * queue[0]


def given_back(x):
    weights, queue, t = made(x)
    weights[0] = 5.0
    queue.popleft()
    return t * x + weights[0] * x + queue[0] * x


def rows_used_and_written(x):
    rows = [[1, 2], [3, 4]]
    t = x
    for row in rows:
        t = t * row[0] * x
        row[0] = 5
    for row in rows:
        t = t + row[0] * x
    return t


def dict_with_two_names(x):
    seen = {0: 1.0}
    other = seen
    t = x
    for k in range(3):
        t = t * seen[k] * x
        other[k + 1] = k + 2.0
        other[0] = 7.0
    return t * seen[0]


def work_list(x):
    todo = deque([(0, 1.0), (1, 2.0), (2, 0.5)])
    t = 0.0

    def top(q):
        return q[0][1] * x

    while len(todo) > 1:
        t += top(todo)
        k, w = todo.popleft()
        if k < 2:
            todo.append((k + 3, w * 2))
    return t


def captured_and_grown(x):
    a = deque([1, 2])

    def grow():
        a.append(3)

    t = len(a) * x
    grow()
    return t


def turned_and_returned(x):
    a = deque([2, 1, 0, 0])
    c = a
    t = 0.0

    def turned(q):
        q.rotate(1)
        return q

    for _ in range(3):
        t += c[0] * x
        a = turned(a)
    return t * a[0]


CASES = [
    (f, (1.3,), (0,))
    for f in (
        ping_pong, swapped_by_a_third_name, swapped_indices, length_by_a_helper, first_by_a_helper, chain_of_names,
        given_back, rows_used_and_written, dict_with_two_names, work_list, captured_and_grown, turned_and_returned,
    )
]  # fmt: skip
