"""NumPy beside tensors, and Python's own functions on them."""
import numpy as np


def from_numpy(torch):
    a = np.arange(3.0)
    x = torch.from_numpy(a)
    a[0] = 9
    print(x, x.dtype, torch.tensor(a).dtype, torch.as_tensor(a).dtype, torch.tensor(np.float32(1.5)).dtype, torch.tensor(np.int32(3)).dtype)


def as_tensor(torch):
    x = torch.ones(2)
    print(torch.as_tensor(x) is x, torch.as_tensor([1, 2]), torch.as_tensor(2.5), torch.as_tensor(x, dtype=torch.int64))
    a = np.zeros(2)
    t = torch.as_tensor(a)
    t += 1
    print(a)


def asarray(torch):
    print(torch.ones(2).numpy().dtype, torch.ones(2).numpy(), torch.tensor(2.0).numpy().shape)
    np.asarray(torch.ones(2, requires_grad=True))


def numpy_forced(torch):
    print(torch.ones(2, requires_grad=True).numpy(force=True))


def numpy_functions(torch):
    """Differs: NumPy's functions called on tensors are recorded; PyTorch refuses where gradients are wanted."""
    x = torch.tensor([0.5, 1.0], requires_grad=True)
    y = np.sum(np.sin(x) * np.exp(x))
    y.backward()
    print(type(y), x.grad)


def numpy_arguments(torch):
    print(torch.tensor(np.array([[1, 2], [3, 4]])), torch.zeros(tuple(np.array([2, 1]))), torch.tensor([np.float64(1.5), 2.0]))


def numpy_scalars(torch):
    x = torch.ones(2)
    print(x * np.float64(2), x + np.int64(1), (x * np.float64(2)).dtype)


def python_builtins(torch):
    x = torch.tensor([1.0, -2.0])
    print(abs(x), sum(x), max(x), min(x), list(x), tuple(x)[0], [v * 2 for v in x], list(reversed(torch.arange(3))))
    print(all(torch.tensor([True, True])), any(torch.tensor([False, True])), pow(x, 2), -x, +x)


def from_numpy_of_a_list(torch):
    torch.from_numpy([1, 2])


def zero_dim_numpy(torch):
    print(repr(torch.tensor(4.3, dtype=torch.double).numpy()), repr(torch.tensor([1, 2]).numpy()))


def unknown_attribute(torch):
    torch.ones(1).no_such_thing


def identity_of_grad_mode_functions(torch):
    print(torch.is_grad_enabled(), callable(torch.no_grad), torch.float is torch.float32, torch.long is torch.int64)


def size_arithmetic(torch):
    s = torch.ones(2, 3).shape
    print(s + (4,), s[0] * s[1], s.numel(), len(s), s == torch.Size([2, 3]), torch.zeros(s).shape, torch.ones(*s).shape)


def functions_of_tensors(torch):
    def f(x, n=3):
        y = x
        for _ in range(n):
            y = y * x if y.sum() < 10 else y + x
        return y

    x = torch.tensor([1.5, 2.0], requires_grad=True)
    f(x).sum().backward()
    print(f(x), x.grad)


def while_loop(torch):
    x = torch.tensor(100.0, requires_grad=True)
    y = x
    while y > 1:
        y = y / 2
    y.backward()
    print(y, x.grad)


def dictionary_of_parameters(torch):
    params = {'w': torch.ones(2, requires_grad=True), 'b': torch.zeros(1, requires_grad=True)}
    (params['w'].sum() * 2 + params['b']).backward()
    print({k: p.grad for k, p in params.items()})


def list_of_results(torch):
    x = torch.tensor(2.0, requires_grad=True)
    ys = [x**k for k in range(4)]
    sum(ys).backward()
    print(ys, x.grad)


def to_device(torch):
    x = torch.ones(2)
    print(x.to('cpu') is x, x.cpu() is x, x.to(torch.float64).dtype, torch.ones(1, device='cpu').device, x.device.type)
