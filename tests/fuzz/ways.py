"""What tests/fuzz/altered.py puts in the place of parts of a program, as texts, and of its arguments."""
import numpy as np

HELPERS = '''
import copy as copy_

import numpy as np_
from numpy import array, float32, float64


def same_(v):
    return v


def times_(v, k=1.5):
    return v * k


def put_(a, i, v):
    a[i] = v


def add_(a, i, v):
    a[i] += v
    return a


def scale_(a, k=1.2):
    a *= k


def each_(items):
    for item in items:
        yield item


class Box_:
    def __init__(self, v=None):
        self.v = v

    def get(self):
        return self.v

    def set(self, v):
        self.v = v


class Quiet_:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


'''

# Other ways to write an expression E
WAYS = '''
same_(E); (lambda: E)(); (lambda v_: v_)(E); [E][0]; (1, E)[-1]; {'k': E}['k']; Box_(E).get(); Box_(E).v; [v_ for v_ in [E]][0]
next(iter([E])); (E if len([1]) else 0.0); (E or 0.0); (None or E); (v_ := E); E + 0; times_(E); times_(v=E, k=0.7); E * 1.0; -(-E)
E.copy(); E[:]; E[...]; E.T; E.reshape(-1); E[::-1]; E[1:]; E[0]; E[-1]; np_.asarray(E); np_.array(E); np_.array([E, E])[0]
np_.sum(E); np_.sum(E, axis=0); np_.mean(E, axis=-1); np_.ravel(E); np_.atleast_1d(E); np_.squeeze(E); np_.stack([E, E])[1]
np_.maximum(E, 0.01); E[None]; E[..., None]; np_.broadcast_to(E, np_.shape(E)); list(E); tuple(E); sorted(E); float(E); copy_.copy(E)
np_.where(np_.ones(np_.shape(E)) > 0, E, 0.0); copy_.deepcopy(E); np_.float64(E); (E, E)[0]; [*[E]][0]; E.real; np_.outer(E, E); E @ E
E * E; E.astype(float); np_.hstack(E); np_.transpose(E); np_.flip(E); sum([E], 0.0); sum([], E); max([E, E], key=id); E[:1]; np_.cumsum(E)
'''

# What is done to a name N, with another name O
WRITES = '''
N *= 1.5; N += 0.25; N -= O; N *= O; N /= 1.25; N **= 2; N[0] = 0.5; N[0] = O; N[0] *= O; N[...] = N * 1.2; N[:] = N[::-1].copy(); N[:] = O
N[0] += N[-1]; N[-1] = N[0]; N[1:] *= 0.5; N[1:] = N[:-1].copy(); N = N * 1.1; N = O; N, O = O, N; N = N + O; N = N * O; N.append(0.3)
N.append(O); N.append(N[0]); N[-1] *= 2; N.reverse(); N.sort(); N.pop(); N.insert(0, O); N.extend(N); N += [O]; N.fill(0.4); N.v = O
np_.add.at(N, [0, 0], O); np_.multiply(N, O, out=N); np_.copyto(N, O); N[N > 0.3] *= 0.5; N[[0, -1]] = N[[-1, 0]]; N.T[0] *= 1.3
N.reshape(-1)[0] = O; put_(N, 0, O); add_(N, -1, O); scale_(N); N = add_(N, 0, 0.3); N = [N, N]; N = N[::-1]; N = N.copy(); N = list(N)
N = same_(N); N['k'] = O; del N[0]; N.clear(); N -= N; N = np_.array(N); N = N if O is N else O; N[0], N[-1] = N[-1], N[0]; N[k_ := 0] = O
N = 0.0; N = None; N = np_.asarray(N); N = tuple(N); N = N[1:]; N = {'k': N}; N = Box_(N); N = -N
'''

AROUND = [  # what a statement S may stand in; T is a test
    'if T:\n    S', 'if not T:\n    pass\nelse:\n    S', 'for k_ in range(2):\n    S', 'for k_ in range(1):\n    S\nelse:\n    pass',
    'while True:\n    S\n    break', 'try:\n    S\nexcept ZeroDivisionError:\n    pass', 'try:\n    S\nfinally:\n    pass',
    'try:\n    S\n    raise KeyError\nexcept KeyError:\n    S', 'with Quiet_():\n    S', "with np_.errstate(all='ignore'):\n    S", 'S\nS',
    'for k_ in range(3):\n    if k_ == 1:\n        continue\n    S', 'for k_ in range(3):\n    if k_ == 1:\n        break\n    S',
    'match 1:\n    case 1:\n        S', 'try:\n    S\nexcept Exception:\n    pass\nelse:\n    S', 'n_ = 0\nwhile n_ < 2:\n    S\n    n_ += 1',
]

# What a loop may run over in place of E
LOOPS = '''
list(E); tuple(E); each_(E); iter(E); reversed(list(E)); [v_ for v_ in E]; (v_ for v_ in E); map(same_, E); filter(None, E); [*E]
list(E)[:2]; list(E)[1:]; list(E) + list(E)
'''

# What is returned in place of E
RETURNS = ['result_ = E\nreturn result_ * result_', 'try:\n    return E\nfinally:\n    pass', 'result_ = [E]\nreturn result_[-1]',
           'result_ = E\nresult_ += 0.5 * result_\nreturn result_', 'return np_.sum(np_.array([E, 2.0]) ** 2)',
           'return float(np_.sum(E))', 'return float(np_.sum(np_.asarray(E) ** 2))']

# A second name O for N, and how it is read
ALIASES = {'O = N': 'O', 'O = N[:]': 'O', 'O = N[1:]': 'O', 'O = N.T': 'O', 'O = same_(N)': 'O', 'O = [N]': 'O[0]', 'O = (N, N)': 'O[1]',
           'O = N.copy()': 'O', 'O = N.reshape(-1)': 'O', 'O = Box_(N)': 'O.v', "O = {'k': N}": "O['k']"}

# What becomes of numbers and of arrays
KINDS = [
    (np.array, lambda a: a), (np.float64, lambda a: a[::-1].copy()), (lambda x: np.array([x, x * 0.83 + 0.07]), lambda a: a),
    (float, lambda a: a[:1].copy()), (float, lambda a: a[..., :1].copy()), (float, lambda a: np.concatenate([a, a * 0.9 + 0.03])),
    (float, lambda a: np.array([a, a * 0.93 + 0.01]) if a.ndim == 1 else a[0].copy()), (float, lambda a: a[1:].copy()),
]
