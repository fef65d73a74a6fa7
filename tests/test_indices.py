"""Parts of arrays by every kind of index, in places of every kind: read, written, kept as a view, written in objects.

An index may be a view, or take elements one by one, one of them twice; only the run may tell which.
"""
import pytest

from tests import fuzz

HEAD = """import numpy as np


class Holder:
    pass


def pick(n):
    return np.array([1, 1]) if n > 1 else 1


def slices(n):
    k = [slice(None)] * n
    k[0] = 1
    return tuple(k)


"""

# What stands in the brackets, and the lines before
INDICES = [
    ('1', ''),
    ('-1', ''),
    ('(1, 0)', ''),
    ('t', 't = (1, 0)'),
    ('(1, 1), 0', ''),
    ('t, 0', 't = (1, 1)'),
    ('t, :', 't = (1, 1)'),
    ('((1, 1), (0, 0))', ''),
    ('t', 't = ((1, 1), (0, 0))'),
    ('[1, 1]', ''),
    ('k', 'k = [1, 1]'),
    ('k, 1:', 'k = [1, 1]'),
    ('k, [0, 0]', 'k = [1, 1]'),
    ('k', 'k = np.array([1, 1])'),
    ('k, :', 'k = np.array([1, 1])'),
    (':, k', 'k = np.array([1, 1])'),
    ('None, k', 'k = np.array([1, 1])'),
    ('..., k', 'k = np.array([1, 1])'),
    ('k, k', 'k = np.array([1, 1])'),
    ('k[:, None], k', 'k = np.array([1, 1])'),
    ('t', 't = (np.array([1, 1]), 1)'),
    ('tuple(t)', 't = [np.array([1, 1]), 1]'),
    ('tuple(t)', 't = [[1, 1], [0, 0]]'),
    ('tuple(t)', 't = [slice(None), slice(0, 1)]'),
    ('tuple(t)', 't = [slice(None), 1]'),
    ('tuple(t)', 't = [slice(None), np.array([1, 1])]'),
    ('t', 't = (slice(None), np.array([1, 1]))'),
    ('t', 't = (slice(0, 2), slice(1, None))'),
    ('t', 't = (slice(0, 2), 1)'),
    ('range(2)', ''),
    ('list(range(2))', ''),
    ('[True, False, True]', ''),
    ('A[:, 0] > 0.4', ''),
    ('m', 'm = A > 0.4'),
    ('(A[:, 0] > 0.4, 1)', ''),
    ('np.ix_([1, 1], [0, 1])', ''),
    ('np.nonzero(A > 0.4)', ''),
    ('w', 'w = np.nonzero(A > 0.4)'),
    ('np.argsort(A[:, 0])', ''),
    ('np.s_[0:2, 1]', ''),
    ('s', 's = np.s_[1:, :]'),
    ('np.array(1)', ''),
    ('np.int64(1)', ''),
    ('k.tolist()', 'k = np.array([1, 1])'),
    ("d['a']", "d = {'a': np.array([1, 1]), 'b': 1}"),
    ('d[key]', "d = {'a': np.array([1, 1]), 'b': 1}; key = 'a' if A[0, 0] > -9 else 'b'"),
    ('ks[0]', 'ks = [np.array([1, 1]), 1]'),
    ('ks[0]', 'ks = [(np.array([1, 1]), 0), (1, 0)]'),
    ('ks[0]', 'ks = [([1, 1], 0), (1, 0)]'),
    ('ks[0]', 'ks = [((1, 1), 0), (1, 0)]'),
    ('pick(2)', ''),
    ('slices(2)', ''),
    ('tuple(np.argwhere(A > 0.4).T)', ''),
    ('np.unravel_index(np.array([3, 3]), A.shape)', ''),
    ('np.unravel_index(np.argmax(A), A.shape)', ''),
    ('divmod(3, 2)', ''),
    ('k', 'k = np.array([1, 1]) if A[0, 0] > -9 else 1'),
    ('k', 'k = (np.array([1, 1]), 0) if A[0, 0] > -9 else (1, 0)'),
    ('k', 'k = ((1, 1), 0) if A[0, 0] > -9 else (1, 0)'),
    ('(*k, 0)', 'k = [np.array([1, 1])]'),
    ('(*k, 0)', 'k = (1,)'),
    ('[i % 2 for i in (1, 3)]', ''),
    ('tuple(i % 2 for i in (1, 2))', ''),
    ('tuple([i % 2, 1] for i in (1, 3))', ''),
    ('tuple(zip((1, 0), (1, 0)))', ''),
    ('list(zip((1, 0), (1, 0)))[0]', ''),
    ("tuple(map(int, '10'))", ''),
    ('sorted([1, 1])', ''),
    ('reversed_t', 'reversed_t = (0, 1)[::-1]'),
    ('t + (np.array([0, 0]),)', 't = (np.array([1, 1]),)'),
    ('t + (0,)', 't = ((1, 1),)'),
    ('([1, 1],) * 2', ''),
    ('np.asarray([1, 1])', ''),
    ('[np.int64(1), np.int64(1)]', ''),
    ('k.ravel()', 'k = np.array([[1, 1]])'),
    ('k', 'k = np.array([1, 1], dtype=np.uint8)'),
    ('np.array([], dtype=int)', ''),
    ('...', ''),
    ('None', ''),
    ('(..., 0)', ''),
    ('t', 't = (Ellipsis, 0)'),
    ('t', 't = (None, slice(None), 1)'),
    ('A[0, 0] > 0.1', ''),
    ('A[0, 0] > 0.5', ''),
    ('0, q', 'q = A[0, 0] > 0.1'),
    ('q, 1', 'q = np.any(A > 1.0)'),
    ('..., q', 'q = A[0, 0] > 0.1'),
    (':, q', 'q = True'),
    ('None, q', 'q = A[0, 0] > 0.1'),
    ('q, q', 'q = A[0, 0] > 0.1'),
    ('(q, 1)', 'q = A[0, 0] > 0.1'),
    ('t', 't = (True, 1)'),
    ('tuple(t)', 't = [True, 1]'),
    ('q or 1', 'q = A[0, 0] > 0.5'),
    ('True', ''),
    ('False', ''),
]

PLACES = {
    'read': ['return np.sum(A[{index}] ** 2)'],
    'written': ['B = A * 2.0', 'B[{index}] += A[0, 0] * A[{index}]', 'return np.sum(B ** 2)'],
    'kept': ['B = A * 2.0', 'v = B[{index}]', 'v *= 3.0', 'return np.sum(B * A) + np.sum(v)'],
    'written in an object': [
        'o = Holder()',
        'o.a = A * 2.0',
        'o.a[{index}] += A[0, 0] * A[{index}]',
        'o.a[{index}] *= 2.0',
        'return np.sum(o.a ** 2)',
    ],
}

# What srcad refuses in some of the places: it cannot tell before the run that a tuple holds lists or arrays
REFUSED = {
    'tuple(t)': ['t = [np.array([1, 1]), 1]', 't = [[1, 1], [0, 0]]', 't = [slice(None), np.array([1, 1])]', 't = [True, 1]'],
    '(*k, 0)': ['k = [np.array([1, 1])]'],
    'tuple(np.argwhere(A > 0.4).T)': [''],
    '[i % 2 for i in (1, 3)]': [''],
    'tuple([i % 2, 1] for i in (1, 3))': [''],
    'tuple(zip((1, 0), (1, 0)))': [''],
    "tuple(map(int, '10'))": [''],
    '([1, 1],) * 2': [''],
}
ARRAY = 'np.array([[0.3, 0.7], [1.2, -0.4], [0.5, 0.9]])'


def program(index, before, place):
    lines = [line.format(index=index) for line in PLACES[place]]
    body = '\n'.join(f'    {line}' for line in [*filter(None, before.split('; ')), *lines])
    return f'{HEAD}def f(A):\n{body}\n\n\nCASES = [(f, ({ARRAY},), (0,))]\n'


@pytest.mark.parametrize('place', PLACES)
@pytest.mark.parametrize('index, before', INDICES)
def test_index(index, before, place):
    answer = fuzz.verdict(program(index, before, place))
    assert answer == 'right' or before in REFUSED.get(index, []) and answer.startswith('refused'), answer
