"""What a user of PyTorch tries first: leaves, hooks, backward, modes, copies."""
import copy
import pickle
import warnings

import numpy as np


def tried(f, *args, **kwargs):
    """Print what a call answers, or how it is refused."""
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


def refuse_grad_of_int_by_keyword(torch):
    tried(lambda: torch.tensor([1, 2], requires_grad=True))
    tried(lambda: torch.ones(2, dtype=torch.int64, requires_grad=True))
    tried(lambda: torch.tensor([True]).requires_grad_())
    tried(lambda: torch.arange(3).requires_grad_())
    tried(lambda: torch.arange(3, requires_grad=True))
    tried(lambda: torch.arange(3.0, requires_grad=True))
    tried(lambda: torch.zeros(2, dtype=torch.bool, requires_grad=False))
    tried(lambda: setattr(torch.tensor([1]), 'requires_grad', True))
    tried(lambda: setattr(torch.tensor([1]), 'requires_grad', False))
    tried(lambda: setattr(torch.tensor([1.0]), 'requires_grad', 1))
    tried(lambda: setattr(torch.tensor([1.0]), 'requires_grad', None))


def turn_requires_grad_off_on_computed(torch):
    x = torch.tensor([1.0], requires_grad=True)
    y = x * 2
    tried(lambda: setattr(y, 'requires_grad', False))
    tried(lambda: setattr(y, 'requires_grad', True))
    tried(lambda: y.requires_grad_(True))
    tried(lambda: y.requires_grad_(False))
    z = y.detach()
    z.requires_grad = True
    print(z, z.is_leaf, z.grad_fn)
    x.requires_grad = False
    print(x, x.is_leaf, y.requires_grad)
    y.backward()
    print(x.grad)


def leaf_or_not(torch):
    a = torch.rand(3, requires_grad=True)
    print(a.is_leaf, (a + 1).is_leaf, (a + 1).detach().is_leaf, torch.rand(3).is_leaf, (torch.rand(3) * 2).is_leaf)
    print(a.double().is_leaf, a.float().is_leaf, a.float() is a, a.to(torch.float32) is a)
    print(a.clone().is_leaf, a.detach().clone().is_leaf, a.data.is_leaf, a[0].is_leaf, a.view(3).is_leaf)
    with torch.no_grad():
        b = a * 2
    print(b.is_leaf, b.requires_grad, b.grad_fn)


def grad_assignment(torch):
    x = torch.zeros(2, requires_grad=True)
    x.grad = torch.ones(2)
    print(x.grad)
    tried(lambda: setattr(x, 'grad', torch.ones(3)))
    tried(lambda: setattr(x, 'grad', torch.ones(2, 1)))
    tried(lambda: setattr(x, 'grad', torch.ones(2, dtype=torch.float64)))
    tried(lambda: setattr(x, 'grad', 1.0))
    tried(lambda: setattr(x, 'grad', np.ones(2)))
    tried(lambda: setattr(x, 'grad', [1.0, 2.0]))
    tried(lambda: setattr(x, 'grad', x))
    tried(lambda: setattr(x, 'grad', torch.tensor([1, 2])))
    x.grad = None
    print(x.grad)
    del x.grad
    print(x.grad)
    y = torch.zeros(2)
    y.grad = torch.ones(2)
    print(y.grad, y.requires_grad)


def grad_accumulates_in_the_given_tensor(torch):
    x = torch.ones(2, requires_grad=True)
    g = torch.tensor([10.0, 20.0])
    x.grad = g
    (x * 3).sum().backward()
    print(g, x.grad is g)
    h = x.grad
    x.grad.zero_()
    print(h, h is x.grad, h._version)


def second_backward(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * x
    y.backward()
    tried(y.backward)
    z = x + 1
    z.backward()
    z.backward()
    print(x.grad)
    w = (x + 1) * 3
    w.backward()
    tried(w.backward)
    e = x.exp()
    e.backward(retain_graph=True)
    e.backward()
    tried(e.backward)
    print(x.grad)


def shared_part_of_two_graphs(torch):
    x = torch.tensor(2.0, requires_grad=True)
    h = x.exp()
    a, b = h * 2, h * 3
    a.backward()
    tried(b.backward)
    print(x.grad)


def backward_of_vector(torch):
    x = torch.ones(3, requires_grad=True)
    tried((x * 2).backward)
    tried((x * 2).backward, torch.ones(2))
    tried((x * 2).backward, torch.ones(3, 1))
    tried((x * 2).backward, 1.0)
    tried((x * 2).backward, [1.0, 1.0, 1.0])
    tried((x * 2).backward, np.ones(3))
    (x * 2).backward(torch.tensor([1.0, 2.0, 3.0]))
    print(x.grad)
    (x * 2).backward(gradient=torch.tensor([1, 1, 1]))
    print(x.grad)
    (x * 2).backward(gradient=torch.ones(3, dtype=torch.float64))
    print(x.grad)
    tried((x * 2)[:1].backward)
    tried((x * 2)[:1].sum().backward, torch.tensor(5.0))
    print(x.grad)
    tried(x.sum().backward, torch.tensor([1.0]))


def backward_where_nothing_wants_it(torch):
    tried(torch.ones(1).backward)
    tried(torch.ones(3).backward)
    tried(lambda: torch.autograd.grad(torch.ones(1), torch.ones(1)))
    x = torch.ones(1, requires_grad=True)
    tried(lambda: torch.autograd.grad(x * 2, torch.ones(1)))
    tried(lambda: torch.autograd.grad(torch.ones(1), x))
    tried(lambda: torch.autograd.backward([x * 2, torch.ones(1)]))
    tried(lambda: torch.autograd.grad([], x))
    tried(lambda: torch.autograd.grad(x * 2, []))
    tried(lambda: (x * 2).backward(inputs=[]))
    tried(lambda: (x * 2).backward(inputs=torch.ones(1)))
    with torch.no_grad():
        y = x * 2
    tried(y.backward)
    tried(x.backward)
    print(x.grad)


def backward_of_a_leaf(torch):
    x = torch.tensor(3.0, requires_grad=True)
    x.backward()
    x.backward(torch.tensor(5.0))
    print(x.grad)


def inputs_of_backward(torch):
    x, w = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    h = x * w
    y = h * h
    y.backward(inputs=[w], retain_graph=True)
    print(x.grad, w.grad)
    y.backward(inputs=x, retain_graph=True)
    print(x.grad, w.grad)
    y.backward(inputs=(h,))
    print(h.grad, x.grad, w.grad)


def grad_by_a_value_between(torch):
    x = torch.tensor(2.0, requires_grad=True)
    h = x**2
    y = h.sin() * x
    print(torch.autograd.grad(y, [h, x], retain_graph=True))
    print(torch.autograd.grad(y, h, retain_graph=True))
    print(torch.autograd.grad(y, y))
    print(x.grad)


def unused_inputs(torch):
    x, u = torch.tensor(2.0, requires_grad=True), torch.tensor([1.0, 2.0], requires_grad=True)
    tried(lambda: torch.autograd.grad(x * 2, [x, u]))
    tried(lambda: torch.autograd.grad(x * 2, [u, x], allow_unused=False))
    print(torch.autograd.grad(x * 2, [x, u], allow_unused=True))
    print(torch.autograd.grad(x * 2, (x, u), materialize_grads=True))
    tried(lambda: torch.autograd.grad(x * 2, (x, u), materialize_grads=True, allow_unused=False))
    tried(lambda: torch.autograd.grad(x * 2, x, allow_unused=False))


def grad_outputs_of_several(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    a, b = x * 2, x**2
    print(torch.autograd.grad([a, b], x, grad_outputs=[torch.ones(2), torch.tensor([10.0, 1.0])], retain_graph=True))
    tried(lambda: torch.autograd.grad([a, b], x, grad_outputs=[torch.ones(2)]))
    tried(lambda: torch.autograd.grad([a, b], x, grad_outputs=torch.ones(2)))
    tried(lambda: torch.autograd.grad(a, x, grad_outputs=torch.ones(3)))
    tried(lambda: torch.autograd.grad([a, b.sum()], x, grad_outputs=[torch.ones(2), None]))
    tried(lambda: torch.autograd.grad([a, b], x, grad_outputs=[torch.ones(2), None]))


def grad_does_not_touch_leaves(torch):
    x = torch.tensor(2.0, requires_grad=True)
    g = torch.autograd.grad(x**3, x)
    print(g, x.grad, type(g).__name__, g[0].requires_grad)


def third_derivative(torch):
    x = torch.tensor(0.5, requires_grad=True, dtype=torch.float64)
    f = torch.sin(x) * torch.exp(x)
    for _ in range(3):
        (f,) = torch.autograd.grad(f, x, create_graph=True)
        print(f'{f.item():.10f}', f.requires_grad, type(f.grad_fn).__name__ != 'NoneType')


def create_graph_in_backward_warns(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x**3).sum().backward(create_graph=True)
    g = x.grad
    print(g.detach(), g.requires_grad)
    x.grad = None
    g.sum().backward()
    print(x.grad)


def hessian_by_rows(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    f = x[0] ** 2 * x[1] + torch.sin(x[1])
    (g,) = torch.autograd.grad(f, x, create_graph=True)
    print(torch.stack([torch.autograd.grad(gi, x, retain_graph=True)[0] for gi in g]))
    print(torch.autograd.functional.hessian(lambda t: t[0] ** 2 * t[1] + torch.sin(t[1]), x.detach()))
    print(torch.autograd.functional.jacobian(lambda t: t**2, x.detach()))
    print(torch.autograd.functional.jacobian(lambda a, b: a * b, (x.detach(), x.detach() + 1)))


def hessian_vector_product(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    v = torch.tensor([1.0, 0.0, -1.0])
    (g,) = torch.autograd.grad((x**3).sum() * x[0], x, create_graph=True)
    (hv,) = torch.autograd.grad(g @ v, x)
    print(hv)
    (hv2,) = torch.autograd.grad(torch.autograd.grad((x**3).prod(), x, create_graph=True)[0], x, grad_outputs=v)
    print(hv2)


def gradient_penalty(torch):
    x = torch.tensor([[0.5, -0.3]], requires_grad=True)
    w = torch.tensor([[1.0], [2.0]], requires_grad=True)
    out = torch.tanh(x @ w)
    (g,) = torch.autograd.grad(out.sum(), x, create_graph=True)
    loss = (g.norm(2, dim=1) - 1).pow(2).mean()
    loss.backward()
    print(loss, w.grad, x.grad)


def second_derivatives_that_vanish(torch):
    x = torch.tensor(2.0, requires_grad=True)
    (g,) = torch.autograd.grad(3 * x, x, create_graph=True)
    print(g, g.requires_grad)
    tried(lambda: torch.autograd.grad(g, x))
    (g,) = torch.autograd.grad(x + x, x, create_graph=True)
    tried(g.backward)


def retain_grad_twice_and_of_leaf(torch):
    x = torch.ones(2, requires_grad=True)
    x.retain_grad()
    print(x.retains_grad)
    y = x * 2
    print(y.retains_grad)
    y.retain_grad()
    y.retain_grad()
    print(y.retains_grad)
    (y * y).sum().backward()
    print(y.grad, x.grad)
    tried(torch.ones(1).retain_grad)
    y.grad = None
    print(y.grad)


def reading_grad_of_non_leaf(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    print(y.grad)
    print(y.grad)
    print(y.detach().grad, torch.ones(1).grad)
    y.sum().backward()
    print(y.grad is None)


def hook_that_replaces(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    h = x.register_hook(lambda g: g * 10)
    (x**2).sum().backward()
    print(x.grad)
    h.remove()
    h.remove()
    x.grad = None
    (x**2).sum().backward()
    print(x.grad)


def hooks_order(torch):
    x = torch.tensor(1.0, requires_grad=True)
    y = x * 2
    y.retain_grad()
    y.register_hook(lambda g: print('first', g) or g + 1)
    y.register_hook(lambda g: print('second', g))
    x.register_hook(lambda g: print('leaf', g))
    x.register_post_accumulate_grad_hook(lambda p: print('after', p.grad, p is x))
    y.register_hook(lambda g: g * 100)
    (y * 3).backward()
    print(x.grad, y.grad)


def hooks_refused(torch):
    tried(lambda: torch.ones(1).register_hook(print))
    x = torch.ones(2, requires_grad=True)
    tried(lambda: x.register_hook(3))
    h = x.register_hook(lambda g: 5)
    tried(x.sum().backward)
    h.remove()
    h = x.register_hook(lambda g: g[:1])
    tried(x.sum().backward)
    h.remove()
    h = x.register_hook(lambda g: g.double())
    tried(x.sum().backward)
    h.remove()

    def failing(g):
        raise KeyError('mine')

    x.register_hook(failing)
    tried(x.sum().backward)
    print(x.grad)
    tried(lambda: (x * 2).register_post_accumulate_grad_hook(print))


def hook_gradients_are_plain(torch):
    x = torch.ones(2, requires_grad=True)
    seen = []
    x.register_hook(lambda g: seen.append((g.requires_grad, g.is_leaf, torch.is_grad_enabled())))
    (x * x).sum().backward()
    (x * x).sum().backward(create_graph=True)
    print(seen)


def hook_on_value_used_twice(torch):
    x = torch.tensor(3.0, requires_grad=True)
    y = x * 1
    y.register_hook(lambda g: print('once', g))
    (y * y + y).backward()
    print(x.grad)


def hook_as_context(torch):
    x = torch.tensor(3.0, requires_grad=True)
    with x.register_hook(lambda g: g * 0):
        (x * 2).backward()
        print(x.grad)
    (x * 2).backward()
    print(x.grad)


def hook_writes_in_place(torch):
    x = torch.tensor([3.0, 4.0], requires_grad=True)
    x.register_hook(lambda g: g.clamp_(-1, 1))
    (x * 5).sum().backward()
    print(x.grad)


def modes_as_decorators(torch):
    x = torch.ones(1, requires_grad=True)

    @torch.no_grad()
    def f(t):
        """Doc of f."""
        return t * 2

    @torch.no_grad
    def g(t):
        return t * 2

    @torch.enable_grad()
    def h(t):
        return t * 2

    @torch.set_grad_enabled(False)
    def k(t):
        return t * 2

    print(f(x).requires_grad, g(x).requires_grad, h(x).requires_grad, k(x).requires_grad, f.__name__, f.__doc__)
    with torch.no_grad():
        print(h(x).requires_grad, (x * 2).requires_grad)
    print(torch.is_grad_enabled(), k(x).requires_grad, (x * 2).requires_grad)


def modes_of_generators(torch):
    x = torch.ones(1, requires_grad=True)

    @torch.no_grad()
    def several():
        yield x * 2
        yield x * 3

    for y in several():
        print(y.requires_grad, (x * y).requires_grad, torch.is_grad_enabled())


def modes_nested(torch):
    x = torch.ones(1, requires_grad=True)
    with torch.no_grad():
        print(torch.is_grad_enabled())
        with torch.enable_grad():
            y = x * 2
            print(torch.is_grad_enabled())
            with torch.set_grad_enabled(False):
                print((x * 2).requires_grad)
            with torch.no_grad(), torch.enable_grad():
                print((x * 2).requires_grad)
        print(torch.is_grad_enabled())
    print(torch.is_grad_enabled(), y)
    torch.set_grad_enabled(False)
    print((x * 2).requires_grad)
    torch.set_grad_enabled(True)
    print((x * 2).requires_grad)


def mode_after_exception(torch):
    x = torch.ones(1, requires_grad=True)
    try:
        with torch.no_grad():
            x.fill_(3.0)
            raise ValueError('within')
    except ValueError as e:
        print(e, torch.is_grad_enabled())
    print(x, (x * 2).requires_grad)


def mode_in_inference(torch):
    x = torch.ones(1, requires_grad=True)
    with torch.inference_mode():
        y = x * 2
        print(y, y.requires_grad)
    print(torch.is_grad_enabled())


def made_within_no_grad(torch):
    with torch.no_grad():
        x = torch.ones(2, requires_grad=True)
        y = x * 2
        x.requires_grad_(True)
    print(x, y)
    x.sum().backward()
    print(x.grad)


def update_within_no_grad(torch):
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    (w**2).sum().backward()
    before = id(w)
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
    print(w, w.is_leaf, id(w) == before, w.grad, w._version)


def update_without_no_grad(torch):
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    (w**2).sum().backward()
    for f in (lambda: w.sub_(0.1 * w.grad), lambda: w.zero_(), lambda: w.__setitem__(0, 5.0), lambda: w[0].add_(1), lambda: w.view(2).mul_(2), lambda: w.data.mul_(2), lambda: w.detach().mul_(2)):
        tried(f)
    w = w - 0.1 * w.grad
    print(w.is_leaf, w)
    print(w.grad)


def iadd_of_a_leaf(torch):
    x = torch.tensor(1.0, requires_grad=True)
    try:
        x += 1
    except RuntimeError as e:
        print(e)
    try:
        x[...] = 2
    except RuntimeError as e:
        print(e)
    y = x.detach()
    y += 1
    print(x, y)
    z = torch.tensor([1.0], requires_grad=True)
    with torch.no_grad():
        v = z[0:1]
        v += 5
    print(z, v.requires_grad)


def detach_and_data_share(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    y = (x * 2)
    d, e = x.detach(), x.data
    d[0] = 100
    e[1] = 200
    print(x, y, x._version, d._version, e._version, d.data_ptr() == x.data_ptr())
    z = (x**2).sum()
    d[2] = -1
    tried(z.backward)
    z = (x**2).sum()
    x.data[2] = 7.0
    z.backward()
    print(x.grad)


def clone_is_recorded(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    c = x.clone()
    c[0] = 0
    print(c, x)
    (c * 3).sum().backward()
    print(x.grad, c.requires_grad, c.is_leaf)


def deepcopies(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x * 2).sum().backward()
    y = copy.deepcopy(x)
    print(y, y.grad, y.is_leaf, y is x, y.grad is x.grad)
    y.data[0] = 9
    print(x)
    tried(lambda: copy.deepcopy(x * 2))
    print(copy.deepcopy((x * 2).detach()))
    both = copy.deepcopy([x, x])
    print(both[0] is both[1])
    z = copy.copy(x)
    print(z, z is x, z.requires_grad)
    print(copy.deepcopy({'a': torch.arange(3), 'b': [torch.tensor(True)]}))


def pickled(torch):
    for x in (torch.tensor([1.0, 2.0], requires_grad=True), torch.arange(4).reshape(2, 2), torch.tensor(True), torch.float64):
        print(pickle.loads(pickle.dumps(x)))
    y = pickle.loads(pickle.dumps([x := torch.ones(2), x]))
    print(y[0] is y[1])


def versions_count(torch):
    x = torch.zeros(3)
    print(x._version)
    x += 1
    x[0] = 5
    x.mul_(2)
    v = x[1:]
    v.add_(1)
    print(x._version, v._version, x.detach()._version, x.data._version, x.clone()._version)
    x.zero_()
    x.fill_(2)
    x.copy_(torch.ones(3))
    print(x._version, v._version)


def kept_value_written(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x.exp()
    z = y * y
    y.add_(1)
    tried(z.sum().backward)
    a = x.exp()
    a += 1
    tried(a.sum().backward)
    a = x.sin()
    b = a + 1
    a += 1
    b.sum().backward()
    print(x.grad)
    a = x.sigmoid()
    a.mul_(2)
    tried(a.sum().backward)
    w = torch.ones(2)
    b = (x * w).sum()
    w[0] = 5
    tried(b.backward)
    b = (x + w).sum()
    w[0] = 6
    tried(b.backward)
    h = x.relu()
    h[0] = 5
    tried(h.sum().backward)
    s = (x * 2).softmax(0)
    s.zero_()
    tried(s.sum().backward)


def base_follows_view(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    y = x * 2
    v = y[:2]
    v.mul_(10)
    print(y, v)
    y.sum().backward()
    print(x.grad)
    y = x * 2
    v = y.view(3, 1)
    y.mul_(3)
    print(v)
    v.sum().backward()
    print(x.grad)


def view_of_view_written(torch):
    x = torch.arange(6.0, requires_grad=True)
    y = (x * 1).reshape(2, 3)
    row = y[1]
    el = row[0]
    el.fill_(100.0)
    print(y, row, el)
    (y**2).sum().backward()
    print(x.grad)


def views_and_bases(torch):
    x = torch.arange(6.0)
    v = x.view(2, 3)
    print(v._base is x, x._base, v._is_view(), x._is_view(), v[0]._base is x, v.t()._base is x, v.T[0]._base is x)
    print(v.clone()._base, v.reshape(6)._base is x, v.t().reshape(6)._base is x, (v + 1)._base, v.detach()._base is x)
    v[0, 0] = 42
    print(x, v.is_contiguous(), v.t().is_contiguous(), v.stride(), v.t().stride(), v[:, 1].storage_offset())


def split_views_written(torch):
    x = torch.arange(4.0, requires_grad=True)
    y = x * 1
    a, b = y.split(2)
    tried(lambda: a.add_(1))
    a, b = y.chunk(2)
    tried(lambda: a.mul_(2))
    for row in y.unbind():
        tried(lambda: row.zero_())
    with torch.no_grad():
        z = y.view(2, 2)
    tried(lambda: z.add_(1))


def no_grad_view_of_leaf(torch):
    x = torch.zeros(2, 2, requires_grad=True)
    with torch.no_grad():
        v = x[0]
        v.fill_(7)
        x[1].copy_(torch.tensor([1.0, 2.0]))
        x[:, 0] += 1
    print(x, x._version, v.requires_grad)
    tried(lambda: v.add_(1))


def requires_grad_of_a_view(torch):
    x = torch.zeros(3)
    v = x[:2]
    v.requires_grad_()
    print(v, x)
    tried(lambda: v.add_(1))
    x += 1
    print(v)


def in_place_makes_a_leaf_a_node(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    buf = torch.zeros(2)
    print(buf.is_leaf, buf.requires_grad)
    buf += x * 3
    print(buf.is_leaf, buf)
    buf.sum().backward()
    print(x.grad)
    arr = torch.zeros(3, 1)
    for i in range(3):
        arr[i] = x[0] ** i
    print(arr)
    arr.sum().backward()
    print(x.grad)


def items_and_numbers(torch):
    x = torch.tensor([3.7], requires_grad=True)
    print(x.item(), type(torch.tensor(3).item()), type(torch.tensor(True).item()))
    tried(lambda: torch.ones(2).item())
    tried(lambda: torch.ones(0).item())
    tried(lambda: float(torch.ones(2)))
    tried(lambda: int(torch.ones(2)))
    tried(lambda: float(torch.ones(0)))
    tried(lambda: bool(torch.ones(2)))
    tried(lambda: bool(torch.ones(0)))
    tried(lambda: complex(torch.tensor(1.5)))
    print(int(torch.tensor(3.99)), int(torch.tensor(-3.99)), float(torch.tensor(3)), bool(torch.tensor([[0.0]])), bool(torch.tensor(float('nan'))))
    print(round(torch.tensor(2.567).item(), 2), abs(torch.tensor(-2.0)), divmod(7, 2))
    print(torch.tensor([[1, 2], [3, 4]]).tolist(), torch.tensor(1.5).tolist(), torch.tensor([True, False]).tolist(), x.tolist(), torch.ones(0).tolist())
    tried(lambda: int(torch.tensor(float('nan'))))
    tried(lambda: int(torch.tensor(float('inf'))))
    tried(lambda: [1, 2, 3][torch.tensor(1)])
    tried(lambda: [1, 2, 3][torch.tensor(1.0)])
    tried(lambda: [1, 2, 3][torch.tensor([1])])
    tried(lambda: list(range(torch.tensor(3))))
    tried(lambda: 'ab' * torch.tensor(2))
    tried(lambda: round(torch.tensor(2.567)))
    tried(lambda: round(torch.tensor(2.567), 2))
    tried(lambda: divmod(torch.tensor(7.0), 2))
    tried(lambda: __import__('math').floor(torch.tensor(2.5)))
    tried(lambda: __import__('math').sqrt(torch.tensor(4.0)))
    tried(lambda: __import__('math').trunc(torch.tensor(2.5)))


def iterations(torch):
    x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    for row in x:
        print(row)
    a, b = x
    print(len(x), a.grad_fn is not None, [float(v) for v in b.detach()])
    tried(lambda: list(torch.tensor(1.0)))
    tried(lambda: len(torch.tensor(1.0)))
    tried(lambda: iter(torch.tensor(1.0)))
    print(list(torch.ones(0)), len(torch.ones(0, 3)), list(zip(torch.arange(2), 'ab')))
    for i, v in enumerate(torch.arange(2)):
        print(i, v, v.dtype)
    print(sum(torch.arange(4)), max(torch.tensor([1, 5, 2])), sorted(torch.tensor([3.0, 1.0])), list(reversed(torch.arange(3))))
    total = sum(v**2 for v in x.flatten())
    total.backward()
    print(total, x.grad)


def membership_hash_and_equality(torch):
    x = torch.tensor([1.0, 2.0, 3.0])
    print(2 in x, 5 in x, torch.tensor(3.0) in x, x in [x], hash(x) == hash(x), hash(x) == id(x))
    tried(lambda: 'a' in x)
    tried(lambda: None in x)
    print({x: 'a'}[x], len({x, x.clone()}))
    print(x == x, x == 2, x != torch.tensor([1.0, 0.0, 3.0]), x == None, x == 'a')
    print(x is None, x.equal(x.clone()), torch.equal(x, x + 1))
    tried(lambda: x == torch.ones(2))
    tried(lambda: bool(x == x))
    tried(lambda: x < 'a')
    tried(lambda: x < None)
    tried(lambda: x in [torch.ones(2)])
    print([torch.tensor(1)] == [torch.tensor(1)], [1, 2].index(torch.tensor(2)))


def formats(torch):
    x = torch.tensor(3.14159265, requires_grad=True)
    print(f'{x:.2f}', f'{x}', f'{x!r}', f'{x.item():8.3f}', '%s' % x, str(x), '{:>10.1f}'.format(x))
    print('%.3f' % x, '%d' % torch.tensor(7))
    print(f'{torch.tensor(5):03d}', f'{torch.tensor(5)}', f'{torch.tensor(True)}')
    tried(lambda: f'{torch.ones(2):.2f}')
    tried(lambda: f'{torch.tensor(1.5):d}')
    tried(lambda: f'{torch.tensor([1.5]):.1f}')
    print(f'{torch.ones(2)}')
    print('{}'.format(torch.arange(3)), repr(torch.Size([1, 2])), str(torch.float32), repr(torch.int64))


def deletions(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    z = y.sum()
    del y
    z.backward()
    print(x.grad)
    tried(lambda: x.__delitem__(0))
    tried(lambda: x.nothing)
    tried(lambda: torch.nothing_like_this)


def grad_in_own_dtype(torch):
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    w = torch.tensor([1.0, 2.0], dtype=torch.float32, requires_grad=True)
    h = torch.tensor([1.0, 2.0], dtype=torch.float16, requires_grad=True)
    y = x * w * h
    print(y.dtype)
    y.sum().backward()
    print(x.grad, w.grad, h.grad)
    i = torch.tensor([1, 2])
    w.grad = None
    (w * i).sum().backward()
    print(w.grad)


def set_detect_anomaly_names_the_operation(torch):
    x = torch.tensor(0.0, requires_grad=True)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        with torch.autograd.set_detect_anomaly(True):
            tried(lambda: (torch.sqrt(x) * 0).backward())


def gradcheck_by_hand(torch):
    x = torch.tensor([0.3, -0.4], dtype=torch.float64, requires_grad=True)
    f = lambda t: (t.sin() * t.exp() / (1 + t * t)).sum()
    f(x).backward()
    eps = 1e-6
    for i in range(2):
        d = torch.zeros(2, dtype=torch.float64)
        d[i] = eps
        print(f'{((f(x.detach() + d) - f(x.detach() - d)) / (2 * eps)).item():.6f} {x.grad[i].item():.6f}')


def graph_is_walked(torch):
    x = torch.tensor(1.0, requires_grad=True)
    y = (x * 2 + 1).sin()
    n = y.grad_fn
    while n is not None:
        print(n.name(), type(n).__name__)
        n = n.next_functions[0][0] if n.next_functions else None
    print(y.grad_fn.next_functions[0][0].next_functions[0][0].next_functions[0][0].variable is x)
    print(x.grad_fn, str(y.grad_fn).split(' object')[0])


def setting_data(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    x.data = torch.tensor([5.0, 6.0, 7.0])
    print(x)
    (x * 2).sum().backward()
    print(x.grad)
    tried(lambda: setattr(x, 'data', 5))
    tried(lambda: setattr(x, 'data', [1.0]))
    tried(lambda: setattr(x, 'data', torch.tensor([1, 2])))
    x.data.zero_()
    print(x)


def detach_in_place(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x * 2
    y.detach_()
    print(y, y.is_leaf, y.requires_grad)
    v = (x * 2)[0]
    tried(v.detach_)
    x.detach_()
    print(x)


def parameters(torch):
    p = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
    print(p, p.requires_grad, p.is_leaf, isinstance(p, torch.Tensor), isinstance(p, torch.nn.Parameter))
    print((p * 2), p.data, p.detach())
    (p * 2).sum().backward()
    print(p.grad)
    tried(lambda: p.add_(1))
    tried(lambda: torch.nn.Parameter(torch.tensor([1, 2])))
    print(torch.nn.Parameter(torch.ones(1), requires_grad=False))


def warns_once_or_always(torch):
    x = torch.ones(1, requires_grad=True)
    y = x * 2
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        y.grad
        y.grad
        torch.tensor(x.detach())
        torch.tensor(torch.ones(1))
        torch.as_tensor(x)
    print(len(seen), [w.category.__name__ for w in seen])


def branch_on_tensor(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x**2 if x > 0.0 else -x
    y.backward()
    print(x.grad, bool(x > 0), not x, x and 5, x or 6)
    while x.grad > 1:
        x.grad /= 2
    print(x.grad, 1 < x < 3, max(x, torch.tensor(5.0)))
    assert x, 'message'


def long_chain(torch):
    x = torch.tensor(1.0, requires_grad=True, dtype=torch.float64)
    y = x
    for i in range(20000):
        y = y * 1.0001 if i % 2 else y - 0.00001
    y.backward()
    print(f'{x.grad.item():.6f}')
    z = torch.zeros(())
    for _ in range(3000):
        z = z + x.float().sin()
    x.grad = None
    z.backward()
    print(f'{x.grad.item():.3f}')


def in_place_chain(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x.clone()
    for k in range(4):
        y *= 2
        y += k
    print(y, y._version)
    y.sum().backward()
    print(x.grad)
    y = x.clone()
    for _ in range(2):
        y **= 2
    y.sum().backward()
    print(y, x.grad)
    y = x.clone()
    y /= y
    y.sum().backward()
    print(x.grad)
    y = x.clone()
    y *= y
    y.sum().backward()
    print(x.grad)
