"""Loops whose trips are left in some branches and go on in others: all ways of saying so."""

import numpy as np


def a1(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            break
    return x


def a2(x, k):
    for i in range(3):
        if k:
            x = x * 2
            continue
        else:
            x = x + 1
            break
    return x


def a3(x, k):
    for i in range(3):
        if k:
            x = x * 2
            continue
        x = x + 1
        break
    return x


def a4(x, k):
    for i in range(3):
        if k:
            x = x * 2
        else:
            x = x + 1
            break
    return x


def a5(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        x = x + 1
        break
    return x


def a6(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            continue
        x = x + 1
        break
    return x


def a7(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            continue
    return x


def a8(x, k):
    for i in range(3):
        if x < 2:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            break
    return x


def a9(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                pass
        else:
            x = x + 1
            break
    return x


def a10(x, k):
    while True:
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            break
    return x


def a11(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            if x > 2.2:
                break
            else:
                continue
    return x


def a12(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                return x
            else:
                continue
        else:
            x = x + 1
            break
    return x


def a13(x, k):
    for i in range(3):
        if k:
            x = x * 2
            break
        else:
            x = x + 1
            continue
    return x


def a14(x, k):
    for i in range(3):
        if k:
            x = x * x
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            break
    return x


def a15(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
        else:
            x = x + 1
            break
    return x


def a16(x, k):
    for i in range(3):
        if k:
            x = x * 2
            break
        else:
            x = x + 1
            break
        x = 100.0
    return x


def a17(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
        else:
            x = x + 1
            break
        if x > 100:
            x = x + 3
    return x


def a18(x, k):
    for i in range(3):
        if k:
            x = x + 1
            if x > 3:
                break
            else:
                continue
        else:
            x = x * 2
            break
    return x


def a19(x, k):
    for i in range(3):
        if k:
            x = x + 1
            break
        else:
            x = x * 2
            if x > 3:
                break
            else:
                continue
    return x


def b1(x, ks):
    for k in ks:
        if k:
            x = x * 2
            continue
        x = x + 1
    return x


def b2(x, ks):
    s = 0.0
    for k in ks:
        if k < 0:
            s += 1.0
            continue
        s += x
    return s


def b3(x, ks):
    for k in ks:
        if k:
            x = x * 2
            continue
        else:
            x = x + 1
            continue
    return x


def b4(x, ks):
    for k in ks:
        if k:
            x = 0.5 * x
            continue
        print(end='')
        break
    return x


def b5(x, ks):
    s = 0.0
    for k in ks:
        if k:
            s += x
            continue
        s += 1.0
        break
    return s


def b6(x, ks):
    s = 0.0
    for k in ks:
        if k:
            s += x
            continue
        break
    return s


def b7(x, ks):
    s = 0.0
    for k in ks:
        if not k:
            break
        else:
            s += x
            continue
    return s


def b8(x, ks):
    n = 0
    for k in ks:
        if k:
            x = x * 2
            continue
        n += 1
        break
    return x * n


def b9(x, ks):
    for k in ks:
        if k > 1:
            x = x * 2
            continue
        elif k:
            x = x * 3
            continue
        else:
            x = x + 1
            break
    return x


def b10(x, ks):
    for k in ks:
        if k:
            x = x * 2
            continue
        for j in range(2):
            if j:
                
                x = x * 3
                break
            else:
                x = x + 1
                continue
        break
    return x


def b11(x, ks):
    for k in ks:
        if not k:
            x = x + 1
            break
        x = x * 2
        continue
    return x


def b12(x, ks):
    for k in ks:
        try:
            if k:
                x = x * 2
                continue
            x = x + 1; break
        finally:
            pass
    return x


def b13(v, ks):
    v = v * 1.0
    for k in ks:
        if k:
            v *= 2
            continue
        v += 1
        break
    return v.sum()


def b14(x, ks):
    for k in ks:
        match k:
            case 1:
                x = x * 2
                continue
            case _:
                x = x + 1
                break
    return x


def f1(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            try:
                break
            finally:
                x = x + 1
        x = 100.0
    return x


def f9(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x + 1
            break
        x = 100.0
    return x


def f8(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
        else:
            try:
                break
            finally:
                x = x + 1
    return x


def f2(x, k):
    for i in range(3):
        x = x * 2
        try:
            if x > 3:
                break
        finally:
            x = x + 1
    return x


def f3(x, k):
    while True:
        if k:
            x = x * 2
            break
        else:
            try:
                break
            finally:
                x = x * 3
    return x


def f4(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
        else:
            x = x + 1
            break
    return x


def f5(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
            else:
                continue
        else:
            x = x * 5
            break
    return x


def f6(x, k):
    for i in range(3):
        if k:
            x = x * 2
            if x > 3:
                break
        else:
            x = x * 5
            break
    else:
        x = x * 7
    return x


def f7(x, k):
    for i in range(3):
        if k:
            x = x * 2
            break
        else:
            x = x * 5
            break
    return x


CASES = [(f, (1.3, k), (0,)) for k in (0, 1) for f in (
    a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, f1, f2, f3, f4, f5, f6, f7, f8, f9,
)]  # fmt: skip
CASES += [(f, (1.3, ks), (0,)) for ks in ([1, 1, 0, 1], [0, 1, 1]) for f in (
    b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b14,
)]  # fmt: skip
CASES += [(b13, (np.array([1.3, 0.4]), ks), (0,)) for ks in ([1, 1, 0, 1], [0, 1, 1])]
