"""Leaves, requires_grad, grad."""
import copy
import pickle


def notebook_square(torch):
    x = torch.tensor(4.3, requires_grad=True, dtype=torch.double)
    (x**2).backward()
    print(x.grad)


def notebook_loop(torch):
    x = torch.tensor(4.3, requires_grad=True, dtype=torch.double)
    arr = torch.zeros((10, 1))
    for i in range(10):
        arr[i] = x**i
    print(arr)
    arr.sum().backward()
    print(x.grad)


def notebook_branch(torch):
    def f(x):
        if x > 0.0:
            return 2 * x
        return -x

    x = torch.tensor(-4.3, requires_grad=True)
    f(x).backward()
    print(x.grad, f(x))


def grad_of_non_leaf(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 3
    y.backward()
    print(y.grad)
    print(x.grad)


def retain_grad(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 3
    y.retain_grad()
    print(y.retains_grad, x.retains_grad)
    (y**2).backward()
    print(y.grad, x.grad)


def retain_grad_accumulates(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 3
    y.retain_grad()
    z = y**2
    z.backward(retain_graph=True)
    z.backward()
    print(y.grad, x.grad)


def two_backwards(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x * 2).sum().backward()
    (x * 3).sum().backward()
    print(x.grad)
    x.grad = None
    (x * 3).sum().backward()
    print(x.grad)


def grad_zero_(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x * 2).sum().backward()
    x.grad.zero_()
    print(x.grad)
    (x * x).sum().backward()
    print(x.grad)


def grad_is_the_same_object(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x * 2).sum().backward()
    g = x.grad
    (x * 2).sum().backward()
    print(g is x.grad, g)


def leaf_in_place(torch):
    x = torch.tensor(4.3, requires_grad=True)
    (x**2).backward()
    x -= 0.1 * x.grad


def leaf_in_no_grad(torch):
    x = torch.tensor(4.3, requires_grad=True)
    (x**2).backward()
    same = x
    with torch.no_grad():
        x -= 0.1 * x.grad
    print(x, x is same, x.is_leaf, x._version)


def numpy_of_grad(torch):
    x = torch.tensor(4.3, requires_grad=True, dtype=torch.double)
    print(repr(x.detach().numpy()))
    x.numpy()


def numpy_after_detach_shares(torch):
    x = torch.ones(3)
    a = x.numpy()
    a[0] = 5
    print(x)
    d = x.detach()
    d[1] = 7
    print(x, a)


def is_leaf(torch):
    a = torch.rand(3, requires_grad=True)
    b = a + 1
    c = torch.rand(3)
    d = c + 1
    e = torch.rand(3).requires_grad_()
    f = b.detach()
    print(a.is_leaf, b.is_leaf, c.is_leaf, d.is_leaf, e.is_leaf, f.is_leaf)
    print(b.requires_grad, d.requires_grad, f.requires_grad)


def set_on_non_leaf(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.requires_grad = True
    y.requires_grad = False


def requires_grad_of_integers(torch):
    torch.arange(3).requires_grad_()


def requires_grad_attribute_of_integers(torch):
    x = torch.arange(3)
    x.requires_grad = True


def tensor_of_integers(torch):
    torch.tensor([1, 2], requires_grad=True)


def requires_grad_off(torch):
    x = torch.ones(2, requires_grad=True)
    x.requires_grad_(False)
    print(x, (x * 2).requires_grad)
    x.requires_grad = True
    (x * 2).sum().backward()
    print(x.grad)


def assign_grad(torch):
    x = torch.ones(2, requires_grad=True)
    x.grad = torch.tensor([5.0, 6.0])
    (x * 2).sum().backward()
    print(x.grad)


def assign_wrong_type(torch):
    torch.ones(2, requires_grad=True).grad = 3


def assign_wrong_shape(torch):
    torch.ones(2, requires_grad=True).grad = torch.ones(3)


def assign_wrong_dtype(torch):
    torch.ones(2, requires_grad=True).grad = torch.ones(2, dtype=torch.float64)


def assign_itself(torch):
    x = torch.ones(2, requires_grad=True)
    x.grad = x


def delete_grad(torch):
    x = torch.ones(2, requires_grad=True)
    x.sum().backward()
    del x.grad
    print(x.grad)


def deepcopy_leaf(torch):
    x = torch.ones(2, requires_grad=True)
    x.sum().backward()
    y = copy.deepcopy(x)
    y.grad[0] = 9
    print(y, y.is_leaf, y.grad, x.grad)


def deepcopy_non_leaf(torch):
    copy.deepcopy(torch.ones(2, requires_grad=True) * 2)


def deepcopy_in_containers(torch):
    x = torch.ones(2, requires_grad=True)
    a = copy.deepcopy({'x': x, 'again': [x]})
    print(a['x'] is a['again'][0], a['x'] is x)


def pickled(torch):
    x = torch.tensor([[1.0, 2.0]], requires_grad=True)
    print(pickle.loads(pickle.dumps(x)))


def data_shares_memory(torch):
    x = torch.ones(3, requires_grad=True)
    x.data[0] = 5
    x.data *= 2
    print(x, x._version, x.data.requires_grad)


def data_assigned(torch):
    x = torch.ones(3, requires_grad=True)
    x.data = torch.zeros(2)
    (x + 1).sum().backward()
    print(x, x.grad)


def detach_cuts(torch):
    x = torch.tensor(3.0, requires_grad=True)
    y = x * x.detach()
    y.backward()
    print(x.grad)


def detach_in_place(torch):
    x = torch.tensor(3.0, requires_grad=True)
    y = x * 2
    y.detach_()
    print(y, y.is_leaf)


def clone_passes_gradients(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x.clone()
    y[0] = 10
    (y * y).sum().backward()
    print(x, y, x.grad)


def detach_clone_requires_grad(torch):
    x = torch.tensor([1.0], requires_grad=True)
    y = (x * 2).detach().clone().requires_grad_(True)
    print(y, y.is_leaf)


def hash_and_eq(torch):
    x, y = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0])
    print(x == y, len({x, y, x}), hash(x) == hash(x), x is x, x in [x])
    print(x != y, x == None, x == 'a')  # noqa: E711


def unused_input_has_no_grad(torch):
    x, y = torch.tensor(1.0, requires_grad=True), torch.tensor(1.0, requires_grad=True)
    (x * 2).backward()
    print(x.grad, y.grad)


def gradient_dtype(torch):
    x = torch.ones(2, dtype=torch.float64, requires_grad=True)
    y = torch.ones(2, dtype=torch.float32, requires_grad=True)
    z = (x * y).sum()
    z.backward()
    print(z.dtype, x.grad, y.grad)


def half_gradient(torch):
    x = torch.ones(2, dtype=torch.float16, requires_grad=True)
    (x * 3).sum().backward()
    print(x.grad)


def parameter(torch):
    p = torch.nn.Parameter(torch.ones(2))
    print(p.requires_grad, p.is_leaf)
    (p * p).sum().backward()
    print(p.grad)


def copy_constructor_warns(torch):
    x = torch.ones(2)
    y = torch.tensor(x)
    y[0] = 5
    print(x, y)


def new_like(torch):
    x = torch.ones(2, 3, dtype=torch.float64)
    print(x.new_zeros(2), x.new_ones(1, 2), x.new_full((2,), 3), x.new_tensor([1, 2]))
    print(torch.zeros_like(x), torch.full_like(x, 2).dtype, torch.ones_like(x, dtype=torch.int32))


def attributes(torch):
    x = torch.ones(2, 3)
    print(x.shape, x.size(), x.size(0), x.size(-1), x.dim(), x.ndim, x.numel(), x.nelement())
    print(x.stride(), x.is_contiguous(), x.t().is_contiguous(), x.element_size(), x.itemsize)
    print(x.dtype, x.device, x.layout, x.is_floating_point(), x.type(), x.is_cuda)
    print(torch.is_tensor(x), torch.is_tensor(1), torch.numel(x), isinstance(x, torch.Tensor))
    a, b = x.shape
    print(a * b, x.shape == (2, 3), x.shape[0], x.shape[:1], tuple(x.shape), list(x.shape))
