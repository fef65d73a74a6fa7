"""break, continue and return, anywhere."""
import math

import numpy as np


def early_return(x):
    y = x
    for i in range(10):
        y = y * x
        if y > 10.0:
            return y * 2.0
    return y


def break_then_use(x, n):
    y = x
    for i in range(n):
        if y > 4:
            break
        y = y * x + 0.1
    return y * i


def break_continue(x):
    y = x
    total = 0.0
    k = 0
    while k < 20:
        k += 1
        if k % 3 == 0:
            continue
        total += y * y
        if y < 1.0:
            y = y + x * x
            continue
        if y > 8.0:
            break
        y = 1.1 * y * x
    return total * x / k


def return_from_two_loops(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = y * x
            if y > 10.0:
                return y * x
            y = y + math.sin(y)
        y = 0.5 * y * y
    return math.tanh(y)


def return_from_three_loops(x, n):
    y = x
    count = 0
    for i in range(n):
        for j in range(i + 1):
            k = 0
            while k < 3:
                y = y + x * (i + j + k)
                count += 1
                if y > 25:
                    return y * y / count
                k += 1
        y = y * 0.9
    return y - count


def break_inner_only(x, n):
    total = 0.0
    y = x
    for i in range(n):
        for j in range(5):
            y = y * x
            if y > 4:
                y = math.sqrt(y)
                break
            total += y
        total += j * y
    return total


def break_both(x, n):
    total = 0.0
    stop = False
    for i in range(n):
        for j in range(n):
            total += x * j + i
            if total > 8:
                stop = True
                break
            x = x * 1.1
        if stop:
            break
    return total * x


def continue_inner(x, n):
    total = 0.0
    for i in range(n):
        if i == 1:
            continue
        for j in range(n):
            if (i + j) % 2:
                continue
            total += x ** (i + j)
            if total > 6:
                continue
            total *= 1.1
    return total


def for_else(x, n, limit):
    for i in range(n):
        x = x * 1.3
        if x > limit:
            break
    else:
        x = x + 5
    return x * x


def for_else_return(v, limit):
    total = 0.0
    for a in v:
        total += a
        if total > limit:
            return total * a
    else:
        total = total * 3
    return total


def nested_else(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = y * 1.2
            if y > 3:
                y = y - 2.5
                break
        else:
            y = y + 0.1
            continue
        y = y * x
    return y


def first_above(v, limit):
    for i, a in enumerate(v):
        if a > limit:
            return a * i
    return -1.0


def return_first_trip(x, n):
    for i in range(n):
        return x * x + i
    return x


def return_in_both_branches(x, n):
    for i in range(n):
        x = x * 1.5
        if x > 10:
            return x + 1
        elif x < 0.5:
            return x - 1
    return x * 0


def statements_after_break(x):
    for i in range(3):
        x = x * 2
        break
        x = x * 100
    return x


def statements_after_continue(x):
    for i in range(3):
        x = x * 2
        if x > 3:
            x = x - 1
            continue
            x = x * 50
        x = x + 0.5
    return x


def infinite_loop(x):
    k = 0
    while True:
        k += 1
        x = x * 1.2 + 0.1
        if k < 3:
            continue
        if x > 6:
            return x / k
        if k > 10:
            break
    return x * k


def return_different_variables(a, b, n):
    for i in range(n):
        a = a * 1.2
        if a > 4:
            return a
        b = b + a
        if b > 9:
            return b
    return a * b


def return_inside_while(x, tol):
    err = 1.0
    k = 0
    while err > tol:
        new = 0.5 * (x + 2 / x)
        err = abs(new - x)
        x = new
        k += 1
        if k > 8:
            return x * k
    return x


def break_on_array(v, limit):
    acc = np.zeros(2)
    for a in v:
        acc = acc + a * np.array([1.0, 0.5])
        if acc[0] > limit:
            break
        acc[1] *= 2
    return acc[0] * acc[1]


def values_after_break(v):
    prev = v[0]
    for a in v:
        ratio = a / prev
        if ratio > 2:
            break
        prev = a
    return ratio * prev


def break_before_assignment(x, n):
    y = x
    z = 1.0
    for i in range(n):
        if y > 2:
            break
        z = y * x
        y = y + z
    return y + z


def continue_keeps_old(v):
    kept = 1.0
    total = 0.0
    for a in v:
        total += kept * a
        if a < 0:
            continue
        kept = a * a
    return total + kept


def guard_in_loop(v):
    total = 0.0
    for a in v:
        if a <= 0:
            continue
        total += math.log(a)
    return total


def nested_guard(A, limit):
    total = 0.0
    for row in A:
        if row[0] > limit:
            continue
        for a in row:
            if a > limit:
                break
            total += a * a
        else:
            total *= 2
    return total


def search_and_restart(x, n):
    i = 0
    tries = 0
    y = x
    while i < n:
        y = y * 1.25
        if y > 3 and tries < 3:
            tries += 1
            y = y - 2 * x
            i = 0
            continue
        i += 1
    return y * tries + y


def return_none_free(x):
    if x > 1:
        for i in range(4):
            if i == 2:
                return x**i
    else:
        while x < 5:
            x = x * 2
        return x
    return 0.0


def deep_exit(x, n):
    total = 0.0
    for i in range(n):
        if i % 2 == 0:
            for j in range(n):
                if x > 0.2:
                    while total < 50:
                        total = total * 1.5 + x
                        if total > 20:
                            if i > 0:
                                return total * x
                            break
                x = x * 0.9
        else:
            total = total * 0.5
    return total


def exit_with_helper(x, n):
    y = x
    for i in range(n):
        y = half_step(y, i)
        if y > 3:
            return half_step(y, 1) * x
    return y


def half_step(y, k):
    if k > 2:
        return y * 1.5
    return y + 0.5


def simulated_bounce(h, v, n):
    bounces = 0
    dt = 0.1
    for step in range(n):
        v = v - 9.81 * dt
        h = h + v * dt
        if h < 0:
            h = -h
            v = -0.7 * v
            bounces += 1
            if bounces == 2:
                break
    return h + 0.1 * v


def return_tuple_part(x, n):
    pair = (x, 1.0)
    for i in range(n):
        pair = (pair[0] * 1.5, pair[1] + pair[0])
        if pair[1] > 5:
            return pair[0]
    return pair[1]


_v = np.array([0.5, 1.2, -0.3, 3.7, 0.9])
_A = np.array([[0.5, 0.2, 0.9], [2.5, 0.1, 0.3], [0.7, 3.0, 0.4]])

CASES = [
    (early_return, (1.5,), (0,)), (early_return, (0.5,), (0,)), (break_then_use, (1.5, 8), (0,)),
    (break_then_use, (0.5, 3), (0,)), (break_then_use, (5.0, 3), (0,)), (break_continue, (1.3,), (0,)),
    (break_continue, (0.3,), (0,)), (return_from_two_loops, (1.2, 4), (0,)), (return_from_two_loops, (0.4, 3), (0,)),
    (return_from_three_loops, (0.8, 4), (0,)), (return_from_three_loops, (0.1, 2), (0,)),
    (break_inner_only, (1.3, 3), (0,)), (break_inner_only, (0.6, 2), (0,)), (break_both, (0.8, 3), (0,)),
    (break_both, (0.3, 2), (0,)), (continue_inner, (0.8, 4), (0,)), (for_else, (1.1, 4, 2.0), (0,)),
    (for_else, (1.1, 4, 20.0), (0,)), (for_else, (1.1, 0, 20.0), (0,)), (for_else_return, (_v, 1.0), (0,)),
    (for_else_return, (_v, 100.0), (0,)), (nested_else, (1.1, 5), (0,)), (first_above, (_v, 1.0), (0,)),
    (first_above, (_v, 10.0), (0,)), (return_first_trip, (1.3, 2), (0,)), (return_first_trip, (1.3, 0), (0,)),
    (return_in_both_branches, (1.3, 8), (0,)), (return_in_both_branches, (0.1, 8), (0,)),
    (return_in_both_branches, (1.3, 2), (0,)), (statements_after_break, (1.3,), (0,)),
    (statements_after_continue, (0.9,), (0,)), (infinite_loop, (1.3,), (0,)), (infinite_loop, (-0.6,), (0,)),
    (return_different_variables, (1.0, 0.5, 20), (0, 1)), (return_different_variables, (3.9, 0.5, 20), (0, 1)),
    (return_different_variables, (1.0, 0.5, 2), (0, 1)), (return_inside_while, (1.0, 1e-2), (0,)),
    (return_inside_while, (1.0, -1.0), (0,)), (break_on_array, (_v, 1.5), (0,)), (break_on_array, (_v, 50.0), (0,)),
    (values_after_break, (_v,), (0,)), (break_before_assignment, (0.8, 6), (0,)),
    (break_before_assignment, (2.8, 6), (0,)), (continue_keeps_old, (_v,), (0,)), (guard_in_loop, (_v,), (0,)),
    (nested_guard, (_A, 2.0), (0,)), (search_and_restart, (1.1, 4), (0,)), (return_none_free, (1.4,), (0,)),
    (return_none_free, (0.9,), (0,)), (deep_exit, (1.4, 4), (0,)), (deep_exit, (0.15, 3), (0,)),
    (exit_with_helper, (0.8, 9), (0,)), (exit_with_helper, (0.8, 2), (0,)), (simulated_bounce, (1.0, 0.5, 30), (0, 1)),
    (return_tuple_part, (0.7, 9), (0,)), (return_tuple_part, (0.7, 2), (0,)),
]


def behind_a_loop_with_else(x):
    for i in range(3):
        for j in range(2):
            x = x * 2
        else:
            return x
        return x * x + 1
    return x


def behind_an_endless_loop(x):
    for i in range(3):
        while True:
            x = x * 2
            if x > 3:
                return x
        x = x + 1
    return x


def behind_a_try(x, v=(1.0, 2.0)):
    for i in range(3):
        try:
            return x * v[5]
        except IndexError:
            return x
        if i == 1:
            return x * x + 1
        x = x * 2
    return x


def behind_a_loop_that_breaks(x):
    for i in range(3):
        while True:
            x = x * 2
            if x > 3:
                break
        x = x + 1
    return x


def endless_with_finally(x):
    while True:
        try:
            x = x * 2
            if x > 5:
                return x
        finally:
            x = x + 1
    return x


def going_on_in_else(x):
    for i in range(4):
        for j in range(2):
            if x > 3:
                break
            x = x * 2
        else:
            continue
        x = x * 3
        break
    return x


CASES += [(f, (1.47,), (0,)) for f in (
    behind_a_loop_with_else, behind_an_endless_loop, behind_a_try, behind_a_loop_that_breaks, endless_with_finally, going_on_in_else,
)]  # fmt: skip


def left_by_a_case(x):
    n = 0
    while True:
        n += 1
        match n:
            case 3:
                break
    return n * x


def value_behind_a_case(x):
    r = left_by_a_case(x)
    return x if r is None else r * x


def goes_on_behind_a_case(x):
    y = x
    if x > 0:
        n = 0
        while True:
            n += 1
            match n:
                case 3:
                    break
                case _:
                    y = y * 2
        y = y * n * x
    return y


def else_of_a_loop_with_cases(x):
    for n in range(5):
        match n:
            case 3:
                break
            case _:
                x = x * 1.1
    else:
        return x**3
    return x * 2


def case_that_raises(x):
    n = 0
    while True:
        try:
            match n:
                case 2:
                    raise ValueError
                case 4:
                    return x * n
                case _:
                    n += 1
        except ValueError:
            n += 2
            x = x * 3


CASES += [(f, (1.47,), (0,)) for f in (
    left_by_a_case, value_behind_a_case, goes_on_behind_a_case, else_of_a_loop_with_cases, case_that_raises,
)]  # fmt: skip
