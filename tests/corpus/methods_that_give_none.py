"""append, update and others of their kind where their value is asked for: in a lambda, a return, an assignment."""
import numpy as np


class Hooks:
    def __init__(self):
        self.before, self.after = [], []


def appended_by_a_lambda(x):
    found = []
    note = lambda a: found.append(a.max())
    note(x)
    note(x * 2)
    return sum(found)


def appended_in_a_return(x):
    found = []

    def note(a):
        return found.append(np.exp(a))

    r = note(x[0])
    note(x[1])
    return sum(found) + (x[2] if r is None else 0.0)


def appended_and_assigned(x):
    found = []
    r = found.append(np.max(x))
    return sum(found) * (2.0 if r is None else 1.0)


def updated_and_kept(x):
    d = {}
    r = d.update(a=np.tanh(x[0]))
    s = [r, d.setdefault('b', np.exp(x[1]))]
    return d['a'] * d['b'] + s[1]


def several_in_a_list(x):
    found = [x[0], x[1]]
    note = lambda v: found.insert(0, v.max())
    out = [note(x), note(x * 2), found.reverse(), found.sort()]
    return found[0] * 2 + found[1] + found[3] * 3 if out[0] is None else 0.0


def appended_or(x):
    found = []
    return (found.append(np.exp(x[0])) or found[0]) * x[1]


def layer(x, W, hooks):
    x = x.copy()
    for f in hooks.before:
        f(x)
    y = W @ x
    for f in hooks.after:
        r = f(y)
        if r is not None:
            y = r
    return y


def hooked(x):
    hooks, seen = Hooks(), []

    def center(v):
        v -= v.mean()

    hooks.before.append(center)
    hooks.before.append(lambda v: seen.append(v[:2]))
    hooks.after.append(lambda v: np.tanh(v * 0.5))
    hooks.after.append(lambda v: seen.append(v.max()))
    y = layer(x, np.outer(x, x) + np.eye(3), hooks)
    return float(y.sum() + sum(np.sum(s**2) for s in seen))


CASES = [
    (f, (np.array([0.3, 1.2, 0.7]),), (0,))
    for f in (
        appended_by_a_lambda, appended_in_a_return, appended_and_assigned, updated_and_kept, several_in_a_list,
        appended_or, hooked,
    )
]  # fmt: skip
