"""Returns from within branches and loops, behind which lists and arrays would have got another length."""

import numpy as np


def appended_and_left(x, c):
    xs = [1.0, 5.0]
    xs.append(x)
    if x > 0:
        xs.append(1.0)
        if c:
            xs.append(2.0)
            return xs[2]
    xs.append(3.0)
    return xs[2] * 2


def appended_twice_and_left(x, c):
    xs = [1.0, 5.0]
    xs.append(x)
    if x > 0:
        xs.append(x)
        if c:
            xs.append(2.0)
            xs.append(x)
            return xs[2] + xs[-1]*xs[3]
    return xs[2] * 2


def joined_and_left(x, c):
    a = np.zeros(2) + x
    if x > 0:
        a = np.concatenate((a, a*x))
        if c:
            a = np.concatenate((a, [x]))
            a[0] = 2.0
            return a[2] + a[-1]*a[3]
    a = np.concatenate((a, a))
    a[1] *= 3
    return a[2] * 2 + np.sum(a)


def left_or_raised(x, c):
    xs = [1.0, 5.0]
    xs.append(x)
    if x > 0:
        xs.append(1.0)
        if c:
            xs.append(2.0)
            return xs[2]
    xs.append(3.0)
    raise ValueError


def joined_anew_and_left(x, c):
    a = np.zeros(2) + x
    if x > 0:
        a = np.concatenate((a, a*x))
        if c:
            a = np.concatenate((a, [x]))
            return a[2] + a[-1]*a[3]
    a = np.concatenate((a, a))
    return a[2] * 2 + np.sum(a)


def left_from_a_loop(x, c):
    a = np.zeros(2) + x
    for i in range(3):
        a = np.concatenate((a, a*x))
        if i == 1:
            a = np.concatenate((a, a[:1]))
            if c:
                a = np.concatenate((a, [x]))
                return a[2] + a[-1]*a[3] + a.sum()
        a[0] *= x
    a = np.concatenate((a, a))
    return a[2] * 2 + np.sum(a)


def cut_and_left(x, c):
    a = np.zeros(2) + x
    if x > 0:
        a = np.concatenate((a, a*x))
        if c:
            a = a[1:] * x
            a[0] *= 2
            return a[2] + a[-1]*a[1]
    return x


def replaced_and_left(x, c):
    xs = [x]
    if x > 1:
        xs.append(x*2)
        if c:
            xs = [v*x for v in xs] + [1.0]
            return sum(xs)
        xs.append(3*x)
    xs = xs * 2
    xs.pop()
    return sum(xs)


def left_at_three_places(x, c):
    xs = [x]
    if x > 1:
        xs.append(x*2)
        if c:
            xs.pop(0)
            return xs[0]
        elif x > 5:
            xs.insert(0, x)
            return xs[0]*xs[1]
        xs.append(3*x)
    if c is False:
        xs.append(x)
        return xs[-1]*xs[0]
    return sum(xs)


def changed_behind_a_return(x, c):
    xs = [1.0, 5.0]
    xs.append(x)
    try:
        xs.append(1.0)
        return xs[2] * (2.0 if c else 3.0)
    finally:
        xs.append(2.0)


def changed_behind_a_return_in_else(x, c):
    xs = [x, 5.0 * x]
    try:
        xs[0] = x * x
    except IndexError:
        return x
    else:
        return xs[0] * xs[1]
    finally:
        if c:
            xs.append(2.0)
        xs.append(x)


def logged_behind_a_return(x, c):
    log = []
    try:
        log.append(x * 3)
        return log[0] * x
    finally:
        for _ in range(2 if c else 1):
            log.append(7.0)


def read_and_made_anew(x, c):
    a = np.array([0.6, 1.3]) * x
    if c:
        s = a[0]
        a = np.ones(1)
    else:
        s = a[-1]
        a = np.ones(1)
    return s


def listed_and_made_anew(x, c):
    l = [y * x for y in (0.6, 1.3)]
    if c:
        s = l[0] * l[-1]
        l = [1.0]
    else:
        s = l[-1]
        l = [1.0]
    return s


def left_or_made_anew(x, c):
    a = np.array([0.6, 1.3]) * x
    if c:
        return x
    b = a[[0]]
    a = b
    return b.sum()


CASES = [(f, (1.5, c), (0,)) for f in (
    appended_and_left, appended_twice_and_left, joined_and_left, joined_anew_and_left, left_from_a_loop, cut_and_left, replaced_and_left, left_at_three_places, changed_behind_a_return, changed_behind_a_return_in_else, logged_behind_a_return, read_and_made_anew, listed_and_made_anew,
    left_or_made_anew,
) for c in (True, False)] + [(left_or_raised, (1.5, True), (0,))]  # fmt: skip


def one_or_the_other_end(x, v):
    a = v * x
    try:
        s = a[3]
        a = a[:1]
    except IndexError:
        s = a[0] * 2
        a = a[1:]
    return s


def left_with_more(x, v):
    b = v
    if x > 0.5:
        b = np.concatenate([b, b * x])
        return b[0]
    return x


def left_or_multiplied(x, v):
    a = v[1:]
    if x < 0.5:
        return x
    if x > 0.6:
        a = v * x
    return a[0]


def made_anew_in_a_loop(x, v):
    t = 0.0
    for i in range(3):
        a = v * x
        if x > 0.5:
            s = a[0]
            a = np.ones(1)
        else:
            s = a[-1]
            a = np.ones(1)
        t += s * (i + 1) + a[0]
    return t


def cut_in_a_try(x, v):
    a = v * x
    try:
        b = a[:1]
        a = b
    except ValueError:
        return x
    return b.sum()


def chosen_in_a_try(x, v):
    a = v * x
    try:
        b = a[a > 0.3]
        a = b
    except ValueError:
        return x
    return b.sum()


def rows_or_columns(x, v):
    m = np.outer(v, v) * x
    if x > 0.5:
        s = m[0, 0]
        m = m[:1]
    else:
        s = m[-1, -1]
        m = m[:, :1]
    return s


def lists_cut(x, v):
    l = [y * x for y in v]
    if x > 0.5:
        s = l[0]
        l = l[:1]
    else:
        s = l[-1]
        l = l[1:]
    return s


def rows_of_lists(x, v):
    rows = [[x, x * x], [x]]
    if x > 0.5:
        s = rows[0][0]
        rows = [[1.0]]
    else:
        s = rows[0][1]
        rows = [[1.0]]
    return s


def made_a_number(x, v):
    a = v * x
    if x > 0.5:
        s = a[0]
        a = a.sum()
    else:
        s = a[-1]
        a = a.max()
    return s + a


def left_or_gathered(x, v):
    a = v * x
    if x > 0.5:
        return x
    b = a[[0]]
    a = b
    return b.sum()


CASES += [(f, (x, np.array([0.6, 1.3])), (0, 1)) for x in (0.3, 0.55, 0.8) for f in (
    one_or_the_other_end, left_with_more, left_or_multiplied, made_anew_in_a_loop, cut_in_a_try, chosen_in_a_try, rows_or_columns, lists_cut, rows_of_lists, made_a_number, left_or_gathered,
)]  # fmt: skip


def left_with_one_more(x, c):
    a = np.zeros(2) + x
    if x > 0:
        a = np.concatenate((a, a * x))
        if c:
            a = np.concatenate((a, [x]))
            return a[2] + a[-1] * a[3]
    return a[1] * 2 + a.sum()


def left_before_the_rest_reads(x, c):
    a = np.zeros(2) + x
    if c:
        if x > 0:
            a = np.concatenate((a, [x]))
            return a[2] * a[0]
        x = x * 2
    return a[1] * 2 + a.sum() * x


def left_from_a_later_trip(x, c):
    a = np.zeros(2) + x
    for i in range(3):
        if c and i == 1:
            a = np.concatenate((a, [x]))
            return a[2] * a[0] + a.sum()
        x = x * 1.1
    return a[1] * 2 + a.sum() * x


def left_with_other_rows(x, c):
    rows = [[x], [x, x * x]]
    if x > 0:
        if c:
            rows = [[x, x, x], [x]]
            return rows[0][2] * rows[1][0]
    return rows[1][1] * rows[0][0]


def left_with_a_row(x, c):
    a = np.outer([x, 1.0], [x, 2.0])
    if x > 0:
        x = x * 2
        if c:
            a = a[:1]
            return a[0, 1] * x
    return a[1, 0] * x + a.sum()


def left_with_a_list_of_more(x, c):
    t = (x, x * 2)
    xs = [x, 2.0]
    if x > 0:
        if c:
            xs = [x * v for v in t + (x,)]
            return xs[2] * xs[0]
        t = (x,)
    return xs[0] * t[0] + sum(xs)


CASES += [(f, (1.5, c), (0,)) for c in (True, False) for f in (
    left_with_one_more, left_before_the_rest_reads, left_from_a_later_trip, left_with_other_rows, left_with_a_row, left_with_a_list_of_more,
)]  # fmt: skip
