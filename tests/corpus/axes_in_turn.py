"""Arrays of one axis and of two in turn: in lists, in loops, as attributes; constants of these that are written."""
import numpy as np

W, B = np.array([[0.3, -0.2], [0.4, 0.5]]), np.array([0.1, 0.2])


def zeros_like_in_a_list(x):
    m = [np.zeros_like(p) for p in (B, W)]
    b = m[1]
    b += x
    return m[1].sum()


def zeros_like_in_pairs(x):
    r = [np.ones_like(p) for p in (B, W)]
    for a in r:
        a *= x
    return r[0].sum()


def zeros_like_in_a_dict(x):
    m = {k: np.zeros_like(p) for k, p in {'b': B, 'w': W}.items()}
    for v in m.values():
        v += x
    return m['b'].sum()


def zeros_of_shapes_in_turn(x):
    m = [np.zeros(s) for s in ((2, 2), 2)]
    for a in m:
        a += x * np.ones(2)
    return m[0].sum() + m[1].sum()


def zeros_of_shapes_of_arrays(x):
    m = [np.zeros(p.shape) for p in (W, B)]
    for a, p in zip(m, (W, B)):
        a += p * x
    return m[0].sum()


def zeros_of_sizes(x):
    m = [np.zeros(p.size) for p in (W, B)]
    for a in m:
        a += x * np.ones(1)
    return m[0].sum()


def zeros_of_shapes_plus_a_number(x):
    m = [np.zeros(p.shape) for p in (W, B)]
    for a in m:
        a += x
    return m[0].sum()


def momentum_of_arrays(ps, lr):
    m = [np.zeros_like(p) for p in ps]
    ps = [p.copy() for p in ps]
    for k in range(3):
        for p, v in zip(ps, m):
            v *= 0.9
            v += 2 * p
            p -= lr * v
    return sum((p * p).sum() for p in ps)


def zeros_like_two(ps, x):
    m, n = (np.zeros_like(ps[0]), np.zeros_like(ps[-1]))
    for a in (m, n):
        a += x
    return m.sum() + n.sum()


def momentum_by_shapes(ps, lr):
    m = [np.zeros(p.shape) for p in ps]
    ps = [p.copy() for p in ps]
    for k in range(3):
        for p, v in zip(ps, m):
            v *= 0.9
            v += 2 * p
            p -= lr * v
    return sum((p * p).sum() for p in ps)


def flat_part_written(x):
    v, w = (B * x, W * x)
    for p in (v, w):
        q = p.ravel()
        q += x
    return v.sum() + w.sum()


def flat_parts_read_later(x):
    v, w = B * x, W * x
    L = [p.reshape(-1) for p in (v, w)]
    v += x
    return L[0].sum() * x


def shapes_of_one_array(x):
    v = np.arange(4.0) * x
    for s in ((2, 2), (4,)):
        a = v.reshape(s)
        a *= x
    return v.sum()


def zeros_of_the_last_axis(x):
    K = [np.zeros(p.shape[-1]) for p in (B, W)]
    for a in K:
        a += x * np.ones(2)
    return K[0].sum()


def zeros_like_in_a_loop(x):
    t = 0.0
    for p in (B, W):
        m = np.zeros_like(p)
        n = m
        n += x
        t += m.sum()
    return t


class Parameter:
    def __init__(self, d):
        self.d = np.array(d, dtype=float)
        self.g = np.zeros_like(self.d)


def gradients_as_attributes(x):
    ps = [Parameter([[1.0, 2.0], [3.0, 4.0]]), Parameter([0.5, 0.6])]
    for p in ps:
        g = p.g
        g += p.d * x
    return sum(p.g.sum() for p in ps)


def gradients_as_attributes_in_two_loops(x):
    ps = [Parameter([[1.0, 2.0], [3.0, 4.0]]), Parameter([0.5, 0.6])]
    for p in ps:
        g = p.g
        g += x
    for p in ps:
        p.d = p.d - 0.1 * p.g
    return sum(p.d.sum() for p in ps)


# What may share memory with an array whose axes are not known


def itself(p):
    return p


def itself_or_twice(p, k):
    return p if k else p * 2


class Holder:
    def __init__(self, p):
        self.p = p

    def get(self):
        return self.p


def written_through_a_helper(x):
    v, w = B * x, W * x
    for p in (v, w):
        q = itself(p)
        q += x
    return v.sum() * x + w.sum()


def written_through_a_choice(x):
    v, w = B * x, W * x
    for k, p in enumerate((v, w)):
        q = itself_or_twice(p, k)
        q += x
    return v.sum() * x + w.sum()


def written_through_a_method(x):
    v, w = B * x, W * x
    for p in (v, w):
        q = Holder(p).get()
        q += x
    return v.sum() * x + w.sum()


def written_turned_round(x):
    v, w = B * x, W * x
    t = 0.0
    for p in (v, w):
        q = np.flip(p)
        q *= x
        t += np.sum(q)
    return v.sum() * x + w.sum() + t


def written_as_more_axes(x):
    v, w = B * x, W * x
    t = 0.0
    for p in (v, w):
        q = np.atleast_2d(p)
        q *= x
        t += q.sum() * x
        r = np.expand_dims(p, 0)
        r *= x
    return v.sum() * x + w.sum() + t


def constants_written_flat(x):
    v, w = B.copy(), W.copy()
    for p in (v, w):
        q = p.ravel()
        q += x
    return v.sum() * x + w.sum()


def log_sum_exp(a, axis=None, keepdims=False):
    m = np.max(a, axis=axis, keepdims=True)
    out = m + np.log(np.sum(np.exp(a - m), axis=axis, keepdims=True))
    return out if keepdims else np.squeeze(out, axis=axis)


def sinkhorn(x, y):
    f = np.zeros(2)
    g = np.zeros(3)
    cost = x * np.array([[1.0, 2, 3], [3, 1, 2]])
    for _ in range(3):
        f = y * log_sum_exp(g[None] - cost, axis=1)
        g = y * log_sum_exp(f[:, None] - cost, axis=0)
    return f.sum() + g[1]


CASES = [
    *((f, (1.2,), (0,)) for f in (
        zeros_like_in_a_list, zeros_like_in_pairs, zeros_like_in_a_dict, zeros_of_shapes_in_turn,
        zeros_of_shapes_of_arrays, zeros_of_sizes, zeros_of_shapes_plus_a_number, flat_part_written,
        flat_parts_read_later, shapes_of_one_array, zeros_of_the_last_axis, zeros_like_in_a_loop,
        gradients_as_attributes, gradients_as_attributes_in_two_loops, written_through_a_helper,
        written_through_a_choice, written_through_a_method, written_turned_round, written_as_more_axes,
        constants_written_flat,
    )),
    *((f, ([W, B], 0.1), (0, 1)) for f in (momentum_of_arrays, momentum_by_shapes)),
    (zeros_like_two, ([W, B], 1.2), (1,)),
    (sinkhorn, (0.7, 1.3), (0, 1)),
]
