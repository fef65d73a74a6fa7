"""Calls that srcad does not look into, of things that carry no derivative: what they change is read before and after."""

import bisect
import heapq
import random

import numpy as np

_V = np.array([0.3, -0.7, 1.1, 0.5])


def shuffled(w, X):
    rng = np.random.default_rng(0)
    perm = np.arange(4)
    for _ in range(3):
        rng.shuffle(perm)
        for i in perm:
            w = w - 0.1 * (w * X[i] - 1.0) * X[i] ** (1 if i else 2)
    return w


def shuffled_first(w, X):
    rng = np.random.default_rng(0)
    perm = np.arange(4)
    total = 0.0
    for _ in range(3):
        rng.shuffle(perm)
        total += X[perm[0]] ** 2 * w
        total = total * X[perm[1]]
    return total


def shuffled_gather(X):
    rng = np.random.default_rng(1)
    perm = np.arange(4)
    total = 0.0
    for _ in range(3):
        rng.shuffle(perm)
        y = X[perm]
        total += y[0] * y[1] ** 2
    return total


def shuffled_list(X):
    r = random.Random(3)
    idx = [0, 1, 2, 3]
    total = 1.0
    for _ in range(3):
        r.shuffle(idx)
        total = total * X[idx[0]] + X[idx[1]] ** 2
    return total


def insorted(X):
    idx = [2]
    total = 1.0
    for k in (1, 3, 0):
        bisect.insort(idx, k)
        total = total * X[idx[0]] + X[idx[-1]] ** 2
    return total


def heap_of_ints(X):
    h = [3, 1, 2, 0]
    heapq.heapify(h)
    total = 1.0
    while h:
        k = heapq.heappop(h)
        total = total * X[k] + 0.1
    return total


def out_arg(X):
    buf = np.zeros(4, int)
    total = 1.0
    for k in range(3):
        np.add(np.arange(4), k, out=buf)
        np.mod(buf, 4, out=buf)
        total = total * X[buf[0]] + X[buf[1]]
    return total


def mask_changed(X):
    mask = np.zeros(4, bool)
    total = 1.0
    for k in range(4):
        mask[k] = True
        total = total * np.sum(X[mask])
    return total


def copyto_mask(X):
    mask = np.zeros(4, bool)
    total = 1.0
    for k in range(4):
        np.copyto(mask, np.arange(4) <= k)
        total = total * np.sum(X[mask])
    return total


def np_random_global(X):
    np.random.seed(0)
    p = np.arange(4)
    total = 1.0
    for _ in range(3):
        np.random.shuffle(p)
        total = total * X[p[0]] + X[p[1]] ** 2
    return total


def fill_ints(X):
    idx = np.zeros(2, int)
    total = 1.0
    for k in range(3):
        idx.fill(k)
        total = total * X[idx[0]] + np.sum(X[idx] ** 2)
    return total


def sort_ints(X):
    idx = np.array([3, 1, 2, 0])
    a = X[idx[0]] ** 2
    idx.sort()
    return a * X[idx[0]] + X[idx[1]] ** 3


def weights_inactive(X, n):
    w = np.ones(4)
    total = 0.0
    for k in range(n):
        total += np.sum(w * X) ** 2
        w *= 0.5
        w[k] = 2.0
    return total


def helper_changes_inactive(X):
    w = [1.0, 2.0]
    total = X[0]
    for k in range(3):
        total = total * w[0] * X[1]
        double(w)
    return total


def double(w):
    w[0] = w[0] * 2 + w[1]


def numpy_put(X):
    w = np.ones(4)
    total = 0.0
    for k in range(3):
        total += np.sum(w * X) ** 2
        np.put(w, [k], [3.0])
    return total


def set_changes(X):
    seen = set()
    total = 1.0
    for k in (1, 2, 1, 3, 2):
        if k not in seen:
            total = total * X[k]
        seen.add(k)
    return total


def dict_ints(X):
    d = {'i': 0}
    total = 1.0
    while d['i'] < 4:
        total = total * X[d['i']] + 1.0
        d['i'] += 1
    return total


def array_2d_rows(X):
    idx = np.arange(4).reshape(2, 2)
    total = 1.0
    for row in idx:
        row += 1
        row %= 4
        total = total * X[row[0]] + X[row[1]] ** 2
    return total


class Counter:
    def __init__(self):
        self.n = 0

    def next(self):
        self.n += 1
        return self.n % 4


def counter_object(X):
    c = Counter()
    total = 1.0
    for _ in range(5):
        total = total * X[c.next()] + X[c.n % 3]
    return total


def iter_state(X):
    order = iter([2, 0, 1])
    total = 1.0
    for k in order:
        total = total * X[k] + 1.0
    return total


def shuffled_gather_by_reference(data):
    data['X'] = data['X'] * 1.0
    return shuffled_gather(data['X'])


def shuffled_list_by_reference(data):
    data['X'] = data['X'] * 1.0
    return shuffled_list(data['X'])


def insorted_by_reference(data):
    data['X'] = data['X'] * 1.0
    return insorted(data['X'])


def heap_of_ints_by_reference(data):
    data['X'] = data['X'] * 1.0
    return heap_of_ints(data['X'])


def out_arg_by_reference(data):
    data['X'] = data['X'] * 1.0
    return out_arg(data['X'])


def mask_changed_by_reference(data):
    data['X'] = data['X'] * 1.0
    return mask_changed(data['X'])


def copyto_mask_by_reference(data):
    data['X'] = data['X'] * 1.0
    return copyto_mask(data['X'])


def np_random_global_by_reference(data):
    data['X'] = data['X'] * 1.0
    return np_random_global(data['X'])


def fill_ints_by_reference(data):
    data['X'] = data['X'] * 1.0
    return fill_ints(data['X'])


def sort_ints_by_reference(data):
    data['X'] = data['X'] * 1.0
    return sort_ints(data['X'])


def helper_changes_inactive_by_reference(data):
    data['X'] = data['X'] * 1.0
    return helper_changes_inactive(data['X'])


def set_changes_by_reference(data):
    data['X'] = data['X'] * 1.0
    return set_changes(data['X'])


def dict_ints_by_reference(data):
    data['X'] = data['X'] * 1.0
    return dict_ints(data['X'])


def array_2d_rows_by_reference(data):
    data['X'] = data['X'] * 1.0
    return array_2d_rows(data['X'])


def counter_object_by_reference(data):
    data['X'] = data['X'] * 1.0
    return counter_object(data['X'])


def iter_state_by_reference(data):
    data['X'] = data['X'] * 1.0
    return iter_state(data['X'])


CASES = [
    (shuffled, (0.5, _V), (0, 1)),
    (weights_inactive, (_V, 3), (0,)),
    (shuffled_first, (0.5, _V), (0, 1)),
    (shuffled_gather, (_V,), (0,)),
    (shuffled_list, (_V,), (0,)),
    (insorted, (_V,), (0,)),
    (heap_of_ints, (_V,), (0,)),
    (out_arg, (_V,), (0,)),
    (mask_changed, (_V,), (0,)),
    (copyto_mask, (_V,), (0,)),
    (np_random_global, (_V,), (0,)),
    (fill_ints, (_V,), (0,)),
    (sort_ints, (_V,), (0,)),
    (helper_changes_inactive, (_V,), (0,)),
    (numpy_put, (_V,), (0,)),
    (set_changes, (_V,), (0,)),
    (dict_ints, (_V,), (0,)),
    (array_2d_rows, (_V,), (0,)),
    (counter_object, (_V,), (0,)),
    (iter_state, (_V,), (0,)),
    (shuffled_gather_by_reference, ({'X': _V},), (0,)),
    (shuffled_list_by_reference, ({'X': _V},), (0,)),
    (insorted_by_reference, ({'X': _V},), (0,)),
    (heap_of_ints_by_reference, ({'X': _V},), (0,)),
    (out_arg_by_reference, ({'X': _V},), (0,)),
    (mask_changed_by_reference, ({'X': _V},), (0,)),
    (copyto_mask_by_reference, ({'X': _V},), (0,)),
    (np_random_global_by_reference, ({'X': _V},), (0,)),
    (fill_ints_by_reference, ({'X': _V},), (0,)),
    (sort_ints_by_reference, ({'X': _V},), (0,)),
    (helper_changes_inactive_by_reference, ({'X': _V},), (0,)),
    (set_changes_by_reference, ({'X': _V},), (0,)),
    (dict_ints_by_reference, ({'X': _V},), (0,)),
    (array_2d_rows_by_reference, ({'X': _V},), (0,)),
    (counter_object_by_reference, ({'X': _V},), (0,)),
    (iter_state_by_reference, ({'X': _V},), (0,)),
]
