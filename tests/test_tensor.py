"""Tensors where PyTorch has nothing to compare with: long graphs, threads, NumPy's protocols, differentiated functions."""
import gc
import subprocess
import sys
import threading
import warnings

import numpy as np
import pytest

import srcad
import srcad as torch


def test_a_long_chain_goes_backward_and_is_freed():
    depth = sys.getrecursionlimit()
    x = torch.tensor(1.0, requires_grad=True, dtype=torch.float64)
    for keep in (False, True):
        y = x
        for _ in range(100_000):
            y = y * 1.00001
        x.grad = None
        y.backward(retain_graph=keep)
        assert x.grad.item() == pytest.approx(1.00001**100_000)
        del y
        gc.collect()
    assert sys.getrecursionlimit() == depth


def test_a_long_chain_is_differentiated_again():
    x = torch.tensor(1.0, requires_grad=True, dtype=torch.float64)
    y = x
    for _ in range(3000):
        y = y * 1.0001 + 0.0001 * y * y
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    (h,) = torch.autograd.grad(g, x)
    assert np.isfinite(h.item())


def test_a_graph_is_freed_without_the_collector():
    import weakref

    gc.disable()
    try:
        x = torch.ones(3, requires_grad=True)
        y = (x * 2).exp()
        node = weakref.ref(y.grad_fn)
        y.sum().backward()
        del y
        assert node() is None
        leaf = weakref.ref(x)
        del x
        assert leaf() is None
    finally:
        gc.enable()


def test_modes_belong_to_threads():
    seen = []

    def work():
        seen.append(torch.is_grad_enabled())
        x = torch.tensor([0.0, 2.0], requires_grad=True)
        with warnings.catch_warnings():
            warnings.simplefilter('error')
            x.log().sum().backward()
        seen.append(x.grad.tolist())

    with torch.no_grad():
        threads = [threading.Thread(target=work) for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
    assert seen.count(True) == 4 and seen.count([np.inf, 0.5]) == 4


def test_backward_within_a_hook():
    x = torch.tensor(2.0, requires_grad=True)
    w = torch.tensor(3.0, requires_grad=True)
    y = x * x

    def hook(g):
        with torch.enable_grad():
            (w * w).backward()

    y.register_hook(hook)
    y.backward()
    assert x.grad.item() == 4.0 and w.grad.item() == 6.0


def test_numpy_functions_are_recorded():
    x = torch.tensor([0.5, 1.0], dtype=torch.float64, requires_grad=True)
    for f, slope in [(np.sin, np.cos), (np.exp, np.exp), (np.square, lambda v: 2 * v), (np.tanh, lambda v: 1 - np.tanh(v) ** 2)]:
        (g,) = torch.autograd.grad(f(x).sum(), x)
        np.testing.assert_allclose(g.numpy(), slope(x.detach().numpy()))
    total = np.sum(np.concatenate([x, np.multiply(x, 2.0)]) * np.array([1.0, 2.0, 3.0, 4.0]))
    assert isinstance(total, torch.Tensor)
    (g,) = torch.autograd.grad(total, x)
    assert g.tolist() == [7.0, 10.0]
    assert isinstance(np.floor(torch.tensor(1.5)), torch.Tensor) and np.shape(x) == (2,)


def test_numpy_functions_without_a_row_are_refused():
    x = torch.ones(3, requires_grad=True)
    with pytest.raises(TypeError, match='fft'):
        np.fft.fft(x)
    with pytest.raises(TypeError):
        np.sum(x, out=np.zeros(3))
    with pytest.raises(RuntimeError, match="Can't call numpy"):
        np.asarray(x)
    assert np.asarray(torch.ones(2)).tolist() == [1.0, 1.0]


def test_arrays_beside_tensors_are_constants():
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    y = np.array([3.0, 4.0]) * x + x * np.array([1.0, 1.0])
    y.sum().backward()
    assert x.grad.tolist() == [4.0, 5.0]


@srcad.differentiate
def polynomial(x, coefficients):
    value = 0.0
    for c in coefficients:
        value = value * x + c
    return value


@srcad.differentiate
def both(x, y):
    return np.sin(x) * y, np.sum(x) + y


@srcad.differentiate
def mixed(x, W):
    h = np.tanh(W @ x)
    return np.sum(h * h)


@srcad.differentiate
def crossed(x):
    return np.sum(np.cross(x, np.array([0.3, 0.4])))


@srcad.differentiate
def writer(x):
    x[0] = 2.0 * x[1]
    return np.sum(x)


@srcad.differentiate
def weighted(x, *, scale=2.0):
    return x * scale


def test_a_differentiated_function_is_one_node():
    x = torch.tensor(2.0, requires_grad=True)
    y = polynomial(x, [1.0, 2.0, 3.0])
    assert y.dtype is torch.float32 and y.item() == 11.0
    assert y.grad_fn.name() == 'polynomialBackward' and y.grad_fn.next_functions[0][0].variable is x
    (y * y).backward()
    assert x.grad.item() == 2 * 11 * 6 and x.grad.dtype is torch.float32
    assert polynomial(2.0, [1.0, 2.0, 3.0]) == 11.0 and isinstance(polynomial(2.0, [1.0]), float)


def test_tensors_in_lists_are_arguments_too():
    c = [torch.tensor(1.0, requires_grad=True), torch.tensor(2.0), torch.tensor(3.0, requires_grad=True)]
    polynomial(3.0, c).backward()
    assert [None if t.grad is None else t.grad.item() for t in c] == [9.0, None, 1.0]


def test_arrays_of_tensors_and_gradients_in_their_dtype():
    rng = np.random.default_rng(0)
    W, x = rng.normal(size=(2, 3)), rng.normal(size=3)
    for d in (np.float32, np.float64):
        a = torch.tensor(W.astype(d), requires_grad=True)
        b = torch.tensor(x.astype(d), requires_grad=True)
        mixed(b, a).backward()
        wanted = srcad.grad(mixed, argnums=(0, 1))(x, W)
        for got, want in zip((b, a), wanted):
            assert got.grad.numpy().dtype == d
            np.testing.assert_allclose(got.grad.numpy(), want, rtol=1e-5)


def test_several_values_are_several_tensors():
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    y = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
    a, b = both(x, y)
    (a.sum() * b).backward()
    s, t = np.sin([1.0, 2.0]).sum(), 6.0
    np.testing.assert_allclose(x.grad.numpy(), 3 * np.cos([1.0, 2.0]) * t + 3 * s)
    np.testing.assert_allclose(y.grad.item(), s * t + 3 * s)


def test_keywords_methods_and_no_grad():
    x = torch.tensor(2.0, requires_grad=True)
    weighted(x, scale=5.0).backward()
    assert x.grad.item() == 5.0
    with torch.no_grad():
        y = weighted(x)
    assert not y.requires_grad and y.item() == 4.0
    assert not weighted(x.detach()).requires_grad


def test_what_only_a_run_refuses_is_an_exception_for_tensors():
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    for y in (np.cross(x, np.array([0.3, 0.4])), crossed(x)):
        with pytest.raises(NotImplementedError, match='three numbers'):
            y.backward()


def test_what_a_node_of_a_function_refuses():
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    for t in (x, x.detach()):
        with pytest.raises(TypeError, match='writer writes into'):
            writer(t)
    y = torch.tensor(3.0, dtype=torch.float64)
    with pytest.raises(NotImplementedError, match='second derivative through both'):
        torch.autograd.grad(both(x, y)[1], x, create_graph=True)
    z = both(x, y)[0].sum()
    with torch.no_grad():
        x += 1
    with pytest.raises(RuntimeError, match='modified by an inplace operation'):
        z.backward()
    z = both(x, y)[0].sum()
    z.backward()
    with pytest.raises(RuntimeError, match='backward through the graph a second time'):
        z.backward()


def test_the_value_has_memory_of_its_own():
    same = srcad.differentiate(lambda x: x)
    x = torch.ones(2, requires_grad=True)
    y = same(x)
    with torch.no_grad():
        x += 1
    assert y.tolist() == [1.0, 1.0]


def test_division_by_zero_in_an_adjoint_is_numpys():
    root = srcad.differentiate(lambda x: np.sqrt(x))
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    with np.errstate(all='ignore'):
        root(x).backward()
    assert x.grad.item() == np.inf


def test_names_are_imported_when_they_are_asked_for():
    script = 'import sys, srcad; assert "srcad.tensors" not in sys.modules; srcad.tensor(1.0); import srcad.nn.functional as F; F.relu'
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True)
    assert not done.returncode, done.stderr
    with pytest.raises(AttributeError):
        srcad.no_such_name


def test_a_hook_may_make_a_number_of_a_gradient_that_is_differentiated_again():
    x, seen = torch.tensor(2.0, requires_grad=True), []
    y = x * x
    y.register_hook(lambda g: seen.append(float(g)))
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        (g,) = torch.autograd.grad(y * y, x, create_graph=True)
        assert torch.autograd.grad(g, x)[0].item() == 48.0 and seen[0] == 8.0


def test_warnings_that_are_given_once():
    script = """
import warnings, srcad as torch
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    x = torch.ones(1, requires_grad=True)
    float(x), int(x), x.T, x.T, torch.tensor(1.0).T
print([str(w.message)[:20] for w in seen])
"""
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True)
    assert done.stdout.strip() == "['Converting a tensor ', 'The use of `x.T` on ', 'Tensor.T is deprecat']", done.stderr
