"""nested_grad(x, n), differentiated by x.

Written by srcad from examples/nested_grad.py.
"""
import numpy as np

from srcad.runtime import Adjoints


def nested_grad_primal(x, n):
    y = x
    i = 0
    outer = []
    outer_2 = []
    while i < n:
        inner = []
        inner_3 = []
        for j in range(i + 2):
            y_was = y
            was = y
            y = y * x
            items = was, y
            inner_3.append((y_was, y, items))
            inner.append(items)
            if y > 4.0:
                y = np.sqrt(y)
                break
        outer_2.append((inner, inner_3))
        i += j + 1
        items_2 = inner, i
        outer.append(items_2)
    bx = 0.0
    by = 0.0
    steps = []
    for item in reversed(outer):
        inner = item[0]
        i = item[1]
        by += i
        for item_2 in reversed(inner):
            was = item_2[0]
            y = item_2[1]
            sqrt = None
            taken = y > 4.0
            if taken:
                sqrt = np.sqrt(y)
                by = 0.5 * by / sqrt
            else:
                by += 1.0
            steps.append((item_2, was, taken, by, sqrt, by))
            bx += by * was
            by = by * x
    bx += by
    return bx, (x, outer, outer_2, steps)


def nested_grad_adjoint(x, outer, outer_2, steps, cbx):
    bars = Adjoints()
    # bx += by
    cby = cbx
    cx = 0.0
    for item_2, was, taken, by, sqrt, by_was in reversed(steps):
        # by = by * x
        cx += cby * by_was
        cby = cby * x
        # bx += by * was
        cby += cbx * was
        cwas = cbx * by_was
        if taken:
            # by = 0.5 * by / np.sqrt(y)
            cratio = cby / sqrt
            cy = -0.5 * cratio * by / sqrt
            cby = 0.5 * cratio
        else:
            cy = 0.0
        # y = item_2[1]
        citem_2 = bars[item_2]
        citem_2[1] += cy
        # was = item_2[0]
        citem_2[0] += cwas
    cy = 0.0
    for inner, inner_3 in reversed(outer_2):
        # outer.append((inner, i))
        couter = bars[outer]
        couter.pop()
        for y_was, y, items in reversed(inner_3):
            if y > 4.0:
                # y = np.sqrt(y)
                cy = 0.5 * cy / np.sqrt(y)
            # inner.append((was, y))
            cinner = bars[inner]
            cinner.pop()
            citems = bars[items]
            cwas = citems[0]
            cy += citems[1]
            # y = y * x
            cx += cy * y_was
            cy = cy * x
            # was = y
            cy += cwas
    # y = x
    cx += cy
    return cx
