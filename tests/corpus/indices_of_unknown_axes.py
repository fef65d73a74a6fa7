"""Elements, rows and masks of arrays whose number of axes is not known: what a dict of parameters holds after a step."""
import numpy as np


def stepped(p):
    h = {'a': p, 'b': p[0]}
    for key in h:
        h[key] = h[key] * 1.5
    return h


def elements_by_lists(p):
    h = stepped(p)
    return np.sum(np.log(h['a'][range(2), [2, 0]])) + np.sum(h['b'][[0, 0, 2]] ** 2)


def elements_changed(p):
    h = stepped(p)
    q = h['a'].copy()
    q[range(2), [2, 0]] -= 1
    q[[0, 1], 1] *= 2
    return np.sum(q * q * p) + np.sum(h['b'] * q[0])


def elements_by_masks(p):
    h = stepped(p)
    q = h['a'] * 1.0
    q[q > 0.5] = 0.1
    return np.sum(q * q * p) + np.sum(h['b'][h['b'] > 0.4] ** 2)


def columns_by_an_array(p):
    h = stepped(p)
    q = h['a'] * 1.0
    k = np.array([1, 1, 0])
    r = q[:, k]
    r[0, 0] = 9.0
    q[k] *= 2.0
    return np.sum(r * r) + np.sum(q * p)


def elements_of_what_stays(p):
    h = stepped(p)
    q = h['a']
    q[[0, 1], [1, 1]] = p[0, :2]
    q[1, [0, 2]] += p[1, 1]
    return np.sum(q * q * h['a'])


def column_of_a_reduction(p):
    h = stepped(p)
    q = h['a'] * 1.0
    q -= np.max(q, axis=1)[:, np.newaxis]
    return np.sum(q * q * p) + 3 * np.mean(h['b'], axis=0, keepdims=True)[0]


class Holder:
    pass


def index_with_a_list_made_there(p, y):
    h = Holder()
    h.grads = {}
    n = p.shape[0]
    q = p.copy()
    q[range(n), list(y)] -= 1
    h.grads['w'] = q / n
    return np.sum(h.grads['w'] ** 2)


class TwoLayerNet:
    def __init__(self, W1, b1, W2, b2):
        self.params = {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}

    def loss(self, X, y, reg):
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        n = X.shape[0]
        h = np.maximum(0, X.dot(W1) + b1)
        scores = h.dot(W2) + b2
        scores -= np.max(scores, axis=1)[:, np.newaxis]
        p = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)
        loss = -np.sum(np.log(p[range(n), y])) / n + reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        grads = {}
        dscores = p.copy()
        dscores[range(n), list(y)] -= 1
        dscores /= n
        grads['W2'] = h.T.dot(dscores) + 2 * reg * W2
        grads['b2'] = np.sum(dscores, axis=0)
        dh = dscores.dot(W2.T)
        dh[h <= 0] = 0
        grads['W1'] = X.T.dot(dh) + 2 * reg * W1
        grads['b1'] = np.sum(dh, axis=0)
        return loss, grads


def trained_for_two_steps(W1, b1, W2, b2, X, rate):
    net, y, losses = TwoLayerNet(W1, b1, W2, b2), np.array([0, 2, 1]), []
    for _ in range(2):
        loss, grads = net.loss(X, y, 0.01)
        losses.append(loss)
        for k in net.params:
            net.params[k] = net.params[k] - rate * grads[k]
    return sum(losses) + net.loss(X, y, 0.01)[0]


P = np.array([[0.2, 0.5, 0.3], [0.1, 0.6, 0.3]])
W = np.array([[0.4, -0.3, 0.8], [0.1, 0.9, -0.5]])
CASES = [
    (f, (P,), (0,))
    for f in (
        elements_by_lists, elements_changed, elements_by_masks, columns_by_an_array, elements_of_what_stays,
        column_of_a_reduction,
    )
] + [
    (index_with_a_list_made_there, (P, np.array([2, 0])), (0,)),
    (
        trained_for_two_steps,
        (W, np.array([0.1, -0.2, 0.3]), W.T @ W, np.array([0.2, 0.1, -0.1]), np.array([[0.5, 1.0], [-0.3, 0.8], [1.2, -0.4]]), 0.3),
        (0, 1, 2, 3, 5),
    ),
]  # fmt: skip
