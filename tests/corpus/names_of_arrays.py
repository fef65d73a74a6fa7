"""One name for several arrays that are written, in turn or as a test says; one array under several names of a helper."""
import numpy as np


def chosen_first(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    w = A if x > 0 else B
    w *= 2
    w[0] = A[1] * B[0]
    return np.sum(A*B) + w[2]


def chosen_in_a_loop(x):
    A = np.array([x, 2*x, 3.0, x**3])
    B = np.array([x*x, 1.0, x])
    t = 0.0
    for k in range(3):
        w = A[1:] if k % 2 else B
        w[1:] *= w[:-1]
        t = t + w[0] * A[k]
        A[k] = t
    return np.sum(A[:3]*B) + t


def chosen_rows_and_parts(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    B = np.array([[x*x, 1.0, x]])
    k = 1
    w = A[k] if x > 0 else B[0]
    k = 0
    u = w[1:] if k == 0 else w[:2]
    u[0] = u[1] * x
    A[k] += w
    return np.sum(A)*np.sum(B)


def chosen_zeros(x):
    A = np.zeros(3)
    B = np.zeros(3)
    w = A if x > 0 else B
    w[0] = x
    w[1] = x*x
    A[2] = x
    w[0] *= A[0] + w[0]
    return np.sum(A) + np.sum(w*B) + A[0]*w[1]


def chosen_by_a_name_that_changes(x):
    A = np.zeros(3)
    B = np.ones(3)
    tot = 0.0
    for i in range(4):
        c = i > 1
        w = A if c else B
        w[i % 3] += x * i
        c = False
        tot += w[0]*w[1]
    return tot + np.sum(A*B)


def chosen_or_not(u, v, c):
    w = u if c else v
    w[0] = w[1] * u[0]
    v[1] *= w[0]


def chosen_in_a_helper(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    chosen_or_not(A, B, True)
    chosen_or_not(A, B, False)
    return np.sum(A*B)


def one_of_three(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    C = np.array([1.0, x, x*x])
    w = A if x > 2 else B if x > 1 else C
    w[1:] = np.sin(w[:2])
    return np.sum(A*B*C)


def chosen_in_a_branch(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    if x > 1:
        w = A if x > 1.2 else B
        w[0] *= x
        r = w[0] + w[1]*A[2]
    else:
        r = x
    return r * np.sum(A*B)


def chosen_before_a_loop(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    w = A if x > 1 else B
    s = 0.0
    for j in range(3):
        s += w[j] * A[j]
        w[j] = s * B[j]
    return s * np.sum(A*B)


def chosen_rows_in_a_loop(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    w = A if x > 1 else B
    s = 0.0
    for row in w[None, :]:
        row *= x
        s += row[0]
    w = 3
    return s * np.sum(A*B)


def rows_in_turn(x):
    A = np.array([[x, 2*x, 3.0], [x*x, 1.0, x]])
    row = A[0]
    row *= 2
    row = row[1:]
    row[:] = row**2
    row = A[1]
    row[0] *= A[0, 1]
    return np.sum(A) * row[0]


def rows_and_choices_in_turn(x):
    A = np.array([x, 2*x, 3.0, x**3])
    B = np.array([x*x, 1.0, x])
    t = 0.0
    for k in range(3):
        if k % 2:
            w = A[1:]
        else:
            w = B
        w[1:] *= w[:-1]
        t = t + w[0] * A[k]
        A[k] = t
        w = B[1:]
        w += t
        w[0] = np.sin(w[1])
    return np.sum(A[:3]*B) + t


def rows_before_a_loop_and_in_it(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    r = A[0]
    for i in range(2):
        r = A[i]
        r[0] *= x + i
    r[1] = r[2] * x
    return np.sum(A**2)


def rows_in_turn_and_fresh(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    for i in range(2):
        r = A[i]
        r[0] *= x + i
        r = A[1 - i]
        r[1] = r[2] * A[0, 0]
        if i:
            r = r * 2
            r[0] = x
            A[1] += r
    return np.sum(A**2)


def fresh_then_a_row(x):
    r = np.zeros(3)
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    r[0] = x
    q = np.sum(r * A[0])
    r = A[1]
    r[1:] += q
    r = r * 2
    r[0] = x * r[1]
    return np.sum(A**2) + np.sum(r)


def rows_in_turn_that_may_fail(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    r = A[0]
    try:
        r[0] = x * x
        r = A[1]
        r[0] /= x
    except ZeroDivisionError:
        r[1] = 2 * x
    return np.sum(A**2) + np.sum(r)


def rows_in_turn_captured(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    r = A[0]
    r[0] *= r[1]
    h = lambda: r[0] + 1
    r = A[1]
    r[0] *= r[1]
    return np.sum(A**2) * h()


def rows_in_turn_by_exchange(x):
    A = np.array([[x, 2*x, 3.0], [x**3,1.0,x]])
    r = A[0]
    r[0] *= r[1]
    r, s = A[1], r
    r[0] *= r[1]
    s[1] = x
    return np.sum(A**2)


def branches_for_choices(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([x*x, 1.0, x])
    if x > 1:
        w = A
    elif x > 0:
        w = B
    else:
        w = A
    w[0] = w[1] * A[2] * B[0]
    if w[0] > 0:
        w = A
    else:
        w = B
    w[2] = w[1] * A[2] * B[0]
    return np.sum(A*B)


def blend(u, v):
    u *= 2
    u += v**2


def twice_the_same(x):
    A = np.array([x, 2*x, 3.0])
    blend(A, A)
    return np.sum(A**2)


def shift(u, v, s):
    for k in range(len(v)):
        u[k] = 0.3 * v[k] * s + 0.1 * u[k]**2


def overlapping_parts(x):
    A = np.array([x, 2*x, 3.0, x*x, 1.0])
    shift(A[1:], A[:-1], x)
    shift(A[:2], A[1:3], x * 2)
    return np.sum(A**2)


def rows_that_may_be_one(x):
    A = np.array([[x, 2*x, 3.0], [x*x, 1.0, 2.0]])
    for i in range(2):
        for j in range(2):
            shift(A[i], A[j], x + j)
    return np.sum(A**2)


def axpy(y, a, z):
    y += 0.2 * a * z
    return np.sum(z)


def read_and_written(x):
    A = np.array([[x, 2*x, 3.0], [x*x, 1.0, 2.0]])
    t = axpy(A[0], x, A[1])
    t = t * axpy(A[0], x, A[0])
    s = axpy(A[1], t, A[1, ::-1])
    return s * np.sum(A)


def back_and_forth(u, v, n):
    if n == 0:
        return
    u[0] = 0.2 * v[1] * u[0] + 0.3 * v[0]
    back_and_forth(v, u, n - 1)
    v[1] *= 0.3 * u[0]


def recursion_with_both(x):
    A = np.array([x, 2*x, 3.0])
    back_and_forth(A, A, 3)
    back_and_forth(A[1:], A[:-1], 2)
    return np.sum(A)


def choices_handed_on(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([1.0, x, 3.0])
    w = A if x > 0 else B
    blend(w, B)
    blend(A, w)
    return np.sum(A * B)


def of_three(u, v, w):
    u[1:] += 0.1 * v[:-1] * w[1:]
    w *= 0.5 * u
    return v[0] * 1.0


def two_of_three(x):
    A = np.array([x, 2*x, 3.0])
    B = np.array([1.0, x, 3.0])
    r = of_three(A, B, A)
    r = r * of_three(A, A, A)
    r += of_three(B, A, B)
    q = of_three(A, A, B)
    return np.sum(A * B) * r + q


def look(u, v):
    w = v[1:]
    u[0] = w[0] * w[1]
    return w[0] + w[1]


def a_view_within(x):
    A = np.array([x, 2*x, 3.0])
    r = look(A, A)
    r2 = look(A[::-1], A)
    return np.sum(A) * r + r2**2


def captured_and_given(x):
    A = np.array([x, 2*x, 3.0, 4.0])
    def inner(v):
        A[0] = v[1] * v[2]
        return v[0] + v[1]
    r = inner(A)
    s = inner(A[1:])
    return np.sum(A) * r * s


def nothing(u, v):
    return 0.1 * np.sum(u * v)


def twice_and_not_written(x):
    A = np.array([x, 2*x, 3.0, 4.0])
    r = nothing(A, A)
    A *= r
    return nothing(A, A[::-1])


def largest(v):
    return np.max(v * v)


def chosen_by_a_helper(x):
    A = np.array([x, 2 * x, 3.0])
    B = np.array([1.0, x])
    if largest(A) > 9.5:
        w = A[1:]
    else:
        w = B[::-1]
    w *= x
    u = B if largest(w) > 0.1 else A[:2]
    u[0] = w[1] * largest(A)
    return np.sum(A) * np.sum(B)


CASES = [
    (chosen_first, (1.3,), (0,)),
    (chosen_in_a_loop, (1.3,), (0,)),
    (chosen_rows_and_parts, (1.3,), (0,)),
    (chosen_zeros, (1.3,), (0,)),
    (chosen_by_a_name_that_changes, (1.3,), (0,)),
    (chosen_in_a_helper, (1.3,), (0,)),
    (one_of_three, (1.3,), (0,)),
    (chosen_in_a_branch, (1.3,), (0,)),
    (chosen_before_a_loop, (1.3,), (0,)),
    (chosen_rows_in_a_loop, (1.3,), (0,)),
    (rows_in_turn, (1.3,), (0,)),
    (rows_and_choices_in_turn, (1.3,), (0,)),
    (rows_before_a_loop_and_in_it, (1.3,), (0,)),
    (rows_in_turn_and_fresh, (1.3,), (0,)),
    (fresh_then_a_row, (1.3,), (0,)),
    (rows_in_turn_that_may_fail, (1.3,), (0,)),
    (rows_in_turn_captured, (1.3,), (0,)),
    (rows_in_turn_by_exchange, (1.3,), (0,)),
    (branches_for_choices, (1.3,), (0,)),
    (twice_the_same, (1.3,), (0,)),
    (overlapping_parts, (0.7,), (0,)),
    (rows_that_may_be_one, (0.3,), (0,)),
    (read_and_written, (1.3,), (0,)),
    (recursion_with_both, (1.3,), (0,)),
    (choices_handed_on, (1.3,), (0,)),
    (two_of_three, (0.8,), (0,)),
    (a_view_within, (1.3,), (0,)),
    (captured_and_given, (1.3,), (0,)),
    (twice_and_not_written, (1.3,), (0,)),
    (chosen_by_a_helper, (1.3,), (0,)),
    (chosen_by_a_helper, (1.7,), (0,)),
    (chosen_first, (-0.7,), (0,)),
    (branches_for_choices, (0.4,), (0,)),
    (branches_for_choices, (-0.4,), (0,)),
    (one_of_three, (2.2,), (0,)),
    (one_of_three, (0.4,), (0,)),
    (chosen_in_a_branch, (1.1,), (0,)),
    (chosen_in_a_branch, (0.4,), (0,)),
]
