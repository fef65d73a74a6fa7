"""Arrays of real, complex and whole numbers in turn in one attribute, item or variable: each has an adjoint of its kind."""
from collections import deque
from functools import reduce

import numpy as np


class Held:
    def __init__(self, d):
        self.d = d


def item_of_a_dict(x, w):
    q = {'a': x}
    q['a'] = np.fft.fft(q['a'])
    return float(np.sum(np.abs(q['a'])))


def item_of_a_list(x, w):
    l = [x]
    l[0] = l[0] * 1j
    return float(abs(l[0][0] + w))


def appended_in_turn(x, w):
    st = [x]
    while len(st) < 3:
        st.append(st[-1] * np.exp(1j * w))
    return float(sum(np.sum(np.abs(e + x)**2) for e in st))


def within_a_deque(x, w):
    q = deque([x])
    q.append(q[0] * np.exp(1j * x))
    q[0] = q[0] * w
    return float(np.sum(np.abs(q[0] * q[1] + q[1])**2))


def zeros_first(x, w):
    h = Held(np.zeros(3))
    h.d = h.d + np.exp(1j * x)
    return float(np.sum(np.abs(h.d * w)**2))


def attribute_and_its_view(x, w):
    h = Held(x * 1.0)
    h.d[0] = w
    v = h.d[1:]
    h.d = h.d * (1 + 1j * w)
    v *= 2.0
    return float(np.sum(np.abs(h.d + np.sum(v))**2))


def gates(x, w):
    turn, phase = np.array([[np.cos(w), -np.sin(w)], [np.sin(w), np.cos(w)]]), np.array([[1, 0], [0, np.exp(1j * w)]])
    gates = [turn, phase, np.array([[0.0, 1.0], [1.0, 0.0]])]
    s = np.array([1, 0])
    for g in gates:
        s = g @ s
    u = reduce(np.dot, gates)
    k = reduce(np.kron, gates[:2])
    return float(abs(s[0])**2 + np.real(u[0, 1]) + np.imag(k[3, 3]) + abs(k[1, 0]))


def rows_written(x, w):
    rows = [x * 1.0, x * 1j]
    for r in rows:
        r[0] = r[1] * w
        r[[0, 0, 2]] += r[1]
    return float(np.sum(np.abs(rows[0] + rows[1])**2))


def transformed_there_and_back(x, w):
    h = Held(x)
    for k in range(3):
        h.d = np.fft.fft(h.d) if k % 2 == 0 else np.fft.ifft(h.d).real
        h.d = h.d * w
    return float(np.sum(np.abs(h.d)))


def broadcast_first(x, w):
    h = Held(np.broadcast_to(x, (2, 3)))
    s = np.sum(h.d * np.array([1j, 2]) [:, None])
    h.d = h.d * 1j
    return float(abs(s) + np.sum(np.abs(h.d + w)))


def whole_numbers_beside(x, w):
    s = 0.0
    for v in (np.arange(3), x):
        s += np.sum(v * v) * w
    return float(s)


def whole_numbers_summed(x, w): return float(sum(np.sum(v * v) for v in (np.arange(3), x)) * w)


def truths_beside(x, w):
    s = 0.0
    for v in (np.ones(3, bool), x):
        s += np.sum(v * x) * w
    return float(s)


def chosen_by_place(x, w): return float(np.sum(np.choose([0, 1, 0], [x * 1j, x]).imag * w))


def one_of_two(x, w):
    l = [x * 2, x * np.exp(1j * w)]
    d = l[int(w > 1)]
    return float(np.sum(d.real * d.imag) + np.sum(d.real** 2))


def in_a_loop(x, w):
    d = x
    for i in range(2):
        if w > 1: d = np.fft.fft(d)
    q = {'a': d}
    return float(np.sum(np.abs(q['a'] * q['a'])))


def imaginary_part_written(x, w):
    d = x * 1j if w > 1 else x
    e = d.astype(complex)
    e.imag = x
    return float(np.sum(np.abs(e * e)))


def put_into_and_taken_apart(x, w):
    c = np.exp(1j * x)
    e = x.astype(complex)
    for i in range(2):
        np.multiply(c.conj(), w, out=e)
        c = np.imag(e)
    return float(np.sum(np.abs(c)**2))


X = np.array([0.7, -0.4, 1.3])
CASES = [
    (f, (X, w), (0, 1))
    for f in (
        item_of_a_dict, item_of_a_list, appended_in_turn, within_a_deque, zeros_first, attribute_and_its_view, gates,
        rows_written, transformed_there_and_back, broadcast_first, whole_numbers_beside, whole_numbers_summed,
        truths_beside, chosen_by_place, one_of_two, in_a_loop, imaginary_part_written, put_into_and_taken_apart,
    )
    for w in (1.3, 0.8)
]  # fmt: skip
