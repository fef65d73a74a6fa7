"""Random expressions and random writes of tensors: their gradients against central differences."""
import random

import numpy as np
import pytest

import srcad as torch

UNARY = [torch.sin, torch.tanh, torch.exp, lambda x: x * x, lambda x: 1 / (x * x + 1), torch.sigmoid, lambda x: x[::2].sum() + x,
         lambda x: x.reshape(2, 3).t().reshape(-1), lambda x: x.flip(0), lambda x: torch.where(x > 0.1, x, x * x), lambda x: x.cumsum(0),
         lambda x: x.softmax(0), lambda x: x[[0, 0, 1, 2, 5, 5]], lambda x: x.abs() ** 1.5, lambda x: x.logsumexp(0) - x]
BINARY = [torch.add, torch.sub, torch.mul, lambda x, y: x / (y * y + 1), torch.maximum, lambda x, y: (x @ y) * x,
          lambda x, y: torch.cat([x[:3], y[3:]]), lambda x, y: torch.outer(x, y).sum(1), lambda x, y: torch.stack([x, y]).amax(0)]


def expression(seed):
    """A function of two vectors of six."""
    choose = random.Random(seed)
    steps = [(choose.choice(UNARY), None) if choose.random() < 0.5 else (choose.choice(BINARY), choose.randrange(9)) for _ in range(6)]

    def f(x, y):
        values = [x, y]
        for g, other in steps:
            values.append(0.5 * (g(values[-1]) if other is None else g(values[-1], values[other % len(values)])))
        return (values[-1] * torch.tensor(np.cos(np.arange(6.0)))).sum()
    return f


def slope(f, values, directions, h=1e-6):
    ahead, behind = ([torch.tensor(v + s * d) for v, d in zip(values, directions)] for s in (h, -h))
    return (f(*ahead).item() - f(*behind).item()) / (2 * h)


@pytest.mark.parametrize('seed', range(60))
def test_expression(seed):
    rng, f = np.random.default_rng(seed), expression(seed)
    values, directions = rng.normal(size=(2, 6)), rng.normal(size=(2, 6))
    xs = [torch.tensor(v, requires_grad=True) for v in values]
    grads = torch.autograd.grad(f(*xs), xs, create_graph=True, materialize_grads=True)
    along = sum(g @ torch.tensor(d) for g, d in zip(grads, directions))
    np.testing.assert_allclose(along.item(), slope(f, values, directions), rtol=1e-5, atol=1e-6)
    if along.requires_grad:
        def first(*xs):
            xs = [x.detach().requires_grad_() for x in xs]
            grads = torch.autograd.grad(f(*xs), xs, materialize_grads=True)
            return sum(g @ torch.tensor(d) for g, d in zip(grads, directions))

        second = torch.autograd.grad(along, xs, materialize_grads=True)
        got = sum((g @ torch.tensor(d)).item() for g, d in zip(second, directions))
        np.testing.assert_allclose(got, slope(first, values, directions), rtol=1e-4, atol=1e-4)


VIEWS = [lambda a: a[0], lambda a: a[:, 1], lambda a: a.t(), lambda a: a.view(-1), lambda a: a[1:], lambda a: a.view(-1)[2:7:2],
         lambda a: a.diagonal(), lambda a: a.unsqueeze(0), lambda a: a.transpose(0, 1)[1], lambda a: a, lambda a: a.reshape(4, 3)[2]]
WRITES = [lambda v, x: v.mul_(x), lambda v, x: v.add_(x, alpha=2), lambda v, x: v.copy_(v.clone() * x), lambda v, x: v.sin_(),
          lambda v, x: v.mul_(0.5), lambda v, x: v.zero_(), lambda v, x: v.sub_(v.clone() * x), lambda v, x: v.fill_(x),
          lambda v, x: v.__setitem__(v > 0.5, x), lambda v, x: v.pow_(2), lambda v, x: v.clamp_(max=0.8)]


def writing(seed):
    """A function that writes into an array through views of it, and looks at it in between."""
    choose = random.Random(seed)
    steps = [(choose.choice(VIEWS), choose.choice(VIEWS), choose.choice(WRITES), choose.randrange(12), choose.random() < 0.4)
             for _ in range(5)]

    def f(x):
        a, seen = x.reshape(3, 4).clone(), x.sum()
        for view, keep, write, k, look in steps:
            kept = keep(a)
            write(view(a), x[k])
            if look:
                seen = seen + (kept.clone() * x[k]).sum()
        return seen + (a * torch.tensor(np.cos(np.arange(12.0)).reshape(3, 4))).sum()
    return f


@pytest.mark.parametrize('seed', range(150))
def test_writing(seed):
    rng, f = np.random.default_rng(seed), writing(seed)
    value, direction = rng.uniform(0.2, 0.9, 12), rng.normal(size=12)
    x = torch.tensor(value, requires_grad=True)
    (g,) = torch.autograd.grad(f(x), x)
    np.testing.assert_allclose((g @ torch.tensor(direction)).item(), slope(f, [value], [direction]), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize('seed', range(40))
def test_a_value_that_is_kept_and_written_is_an_error_or_right(seed):
    """Writing between a use and backward raises, or changes nothing that backward reads."""
    choose = random.Random(seed)
    use = choose.choice([torch.sin, torch.exp, lambda a: a * a, lambda a: a + 1, lambda a: a.sum(), lambda a: a / 3, lambda a: a**3,
                         lambda a: a.t() @ a, lambda a: a.max(), torch.tanh, lambda a: a.cumsum(0), lambda a: a[a > 0.5].prod()])
    view, write = choose.choice(VIEWS), choose.choice(WRITES)
    value = np.random.default_rng(seed).uniform(0.2, 0.9, 12)

    def gradient(written):
        x = torch.tensor(value, requires_grad=True)
        a = x.reshape(3, 4) * 1
        z = use(a)
        if written:
            with torch.no_grad():
                write(view(a).detach(), torch.tensor(0.3, dtype=torch.float64))
        return torch.autograd.grad(z.sum(), x)[0].numpy()

    try:
        got = gradient(True)
    except RuntimeError as error:
        assert 'modified by an inplace operation' in str(error)
    else:
        np.testing.assert_allclose(got, gradient(False))
