"""What a user of PyTorch tries next: leaves, views, hooks and graphs in less usual combinations."""
import copy
import gc
import weakref

import numpy as np


def tried(f, *args, **kwargs):
    """Print what a call answers, or how it is refused."""
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


def views_within_no_grad_are_leaves(torch):
    x = torch.arange(4.0, requires_grad=True)
    with torch.no_grad():
        vs = [x[0], x[1:], x.view(2, 2), x.reshape(4, 1), x.unsqueeze(0), x[None], x.expand(2, 4), x.t(), x.flip(0), x[[0]], x.clone(), x * 1, x.detach()]
    print([(v.requires_grad, v.is_leaf) for v in vs])
    (vs[2] * 3).sum().backward()
    print(vs[2].grad, x.grad)


def view_of_a_detached_tensor(torch):
    x = torch.arange(4.0, requires_grad=True)
    d = x.detach()
    v = d[1:]
    v += 10
    print(x, d, v, x._version, v.requires_grad)
    y = x * x
    v.zero_()
    tried(y.sum().backward)


def hook_returns_wrong_shape_on_inner(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.register_hook(lambda g: g.sum())
    tried(y.sum().backward)


def retain_grad_after_hook(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.register_hook(lambda g: g * 10)
    y.retain_grad()
    y.sum().backward()
    print(y.grad, x.grad)


def retain_grad_and_in_place(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.retain_grad()
    y.mul_(3)
    y.sum().backward()
    print(y.grad, x.grad)


def hook_before_in_place(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.register_hook(lambda g: print('hook', g))
    y.mul_(3)
    y.sum().backward()
    print(x.grad)


def removing_a_hook_within_a_hook(torch):
    x = torch.tensor(1.0, requires_grad=True)
    handles = []

    def once(g):
        handles[0].remove()
        return g * 2

    handles.append(x.register_hook(once))
    (x * 3).backward()
    (x * 3).backward()
    print(x.grad)


def backward_within_a_hook(torch):
    x, w = torch.tensor(2.0, requires_grad=True), torch.tensor(5.0, requires_grad=True)
    x.register_hook(lambda g: (w * 3).backward())
    (x * 2).backward()
    print(x.grad, w.grad)


def modes_within_a_hook(torch):
    x = torch.tensor(2.0, requires_grad=True)
    seen = []
    x.register_hook(lambda g: seen.append(torch.is_grad_enabled()))
    with torch.no_grad():
        pass
    (x * 2).backward()
    with torch.enable_grad():
        (x * 2).backward()
    print(seen, torch.is_grad_enabled())


def graph_is_freed(torch):
    x = torch.ones(2, requires_grad=True)
    y = (x * 2).exp()
    r = weakref.ref(y)
    z = y.sum()
    del y
    gc.collect()
    print(r() is None)
    z.backward()
    tried(z.backward)
    print(x.grad)


def grads_that_share_nothing(torch):
    x = torch.ones(2, requires_grad=True)
    y = torch.ones(2, requires_grad=True)
    (x + y).sum().backward()
    x.grad += 5
    print(x.grad, y.grad)
    g = torch.ones(2)
    (x * 1).backward(g)
    g += 100
    print(x.grad)


def grad_of_grad_is_none(torch):
    x = torch.ones(2, requires_grad=True)
    (x**2).sum().backward()
    print(x.grad.requires_grad, x.grad.grad, x.grad.is_leaf, x.grad.grad_fn)
    x.grad.requires_grad_()
    print(x.grad)


def leaf_overwritten_through_data(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = (x**2).sum()
    x.data = torch.tensor([10.0, 20.0])
    print(x, x.data_ptr() == x.data.data_ptr())
    x.data += 1
    print(x)
    with torch.no_grad():
        x.copy_(torch.zeros(2))
        x[:] = 3
        x[0], x[1] = 1, 2
    print(x)


def swapped_in_python(torch):
    a, b = torch.ones(2, requires_grad=True), torch.zeros(2, requires_grad=True)
    a, b = b, a
    (a * 2 + b * 3).sum().backward()
    print(a.grad, b.grad)


def accumulate_over_batches(torch):
    w = torch.tensor([1.0, -1.0], requires_grad=True)
    for k in range(3):
        ((w * k).sum() / 3).backward()
        print(w.grad)
    w.grad.detach_()
    w.grad.zero_()
    print(w.grad)


def loss_added_up(torch):
    w = torch.tensor([1.0, -1.0], requires_grad=True)
    total = 0
    for k in range(3):
        total += (w * k).pow(2).sum()
    print(total)
    total.backward()
    print(w.grad)
    running = 0.0
    for k in range(3):
        running += (w * k).sum().item()
    print(running)


def list_of_losses(torch):
    w = torch.tensor([1.0, -1.0], requires_grad=True)
    losses = [(w * k).pow(2).sum() for k in range(3)]
    sum(losses).backward()
    print(torch.stack(losses).mean(), w.grad, max(losses), sorted(losses, reverse=True)[0])


def recurrent(torch):
    h, W = torch.zeros(2), torch.tensor([[0.5, 0.1], [-0.3, 0.8]], requires_grad=True)
    hs = []
    for t in range(4):
        h = torch.tanh(W @ h + t)
        hs.append(h)
    out = torch.stack(hs)
    out[-1].sum().backward()
    print(out, W.grad)


def truncated_recurrence(torch):
    h, w = torch.ones(1), torch.tensor(0.5, requires_grad=True)
    for t in range(6):
        h = h * w
        if t % 2:
            h.backward()
            h = h.detach()
    print(w.grad, h)


def buffer_filled_by_rows(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    out = torch.empty(3, 3)
    for i in range(3):
        for j in range(3):
            out[i, j] = x[i] * x[j]
    print(out)
    torch.linalg.det(out + torch.eye(3)).backward()
    print(x.grad)


def column_and_row_written(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    m = torch.zeros(2, 2)
    m[:, 0] = x
    m[0, :] += x * 10
    m[1:, 1:] *= 2
    m.T[0] += 1
    m.diagonal().add_(x)
    print(m)
    (m * torch.arange(4.0).view(2, 2)).sum().backward()
    print(x.grad)


def overwritten_completely(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x * 2
    y[:] = torch.zeros(2)
    print(y.requires_grad, y)
    y.sum().backward()
    print(x.grad)
    z = x * 2
    z.zero_()
    z.sum().backward()
    print(x.grad)


def masked_writing(torch):
    x = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    y = x.clone()
    y[y < 0] *= 0.1
    y[y > 2] = y[y > 2] ** 2
    print(y)
    y.sum().backward()
    print(x.grad)


def tensor_as_condition_and_index(torch):
    x = torch.tensor([10.0, 20.0, 30.0])
    k = torch.tensor(1)
    print(x[k], x[k:], x[:k], [1, 2, 3][k], x[k] if k else None, list(range(k)), 'abc'[k], k + 1, x[x.argmax()], x[-k])
    if torch.tensor(0.0) or torch.tensor(1.0):
        print('yes')
    print(torch.arange(torch.tensor(3)), torch.zeros(torch.tensor(2), 1).shape, torch.ones(2, k).shape)


def copies_of_graphs(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    state = {'w': x, 'n': 3, 'l': [x, torch.zeros(1)]}
    other = copy.deepcopy(state)
    with torch.no_grad():
        other['w'].mul_(5)
    print(state['w'], other['w'], other['l'][0] is other['w'], other['w'].requires_grad)
    tried(lambda: copy.deepcopy({'y': x * 2}))
    print(copy.copy(x * 2))


def numbers_beside_tensors(torch):
    x = torch.tensor([1, 2, 3])
    print(x.float() @ torch.ones(3), sum([x, 1]), x.sum() / 3, x.sum().item() / 3, int(x.sum()), x.sum() // 2, x.max() - x.min())
    print(5 - x, 5 / x, 5 // x, 5 % x, 2**x, True + x, x * True, x + False)
    print(min(x), max(x.tolist()), x.min().item(), any(x > 2), all(x > 0), bool(any(x > 5)))


def chained_comparison_is_refused(torch):
    x = torch.tensor([1.0, 2.0])
    tried(lambda: 0 < x < 3)
    tried(lambda: x if x else 0)
    tried(lambda: x == x and True)
    tried(lambda: max(x, x + 1))
    tried(lambda: sorted([x, x + 1]))
    tried(lambda: x in [1.0])
    tried(lambda: int(x))
    tried(lambda: range(x))
    tried(lambda: x.item())
    tried(lambda: f'{x:.1f}')


def inputs_that_are_views(torch):
    x = torch.arange(4.0, requires_grad=True)
    v = x[1:3]
    (g,) = torch.autograd.grad((v**2).sum(), v)
    print(g)
    (g,) = torch.autograd.grad((x**2).sum(), v, allow_unused=True)
    print(g)
    tried(lambda: torch.autograd.grad((x**2).sum(), v))


def anomaly_mode(torch):
    x = torch.tensor([0.0, 1.0], requires_grad=True)
    with torch.autograd.detect_anomaly():
        (x * 2).sum().backward()
    print(x.grad)


def create_graph_and_accumulate(torch):
    x = torch.tensor(2.0, requires_grad=True)
    (x**3).backward(create_graph=True)
    (x.grad * x).backward()
    print(x.grad)


def second_derivative_through_many(torch):
    x = torch.tensor([0.3, 0.6], requires_grad=True, dtype=torch.float64)
    for f in (torch.sin, torch.tanh, torch.sigmoid, torch.exp, torch.log, torch.sqrt, torch.atan, lambda t: t**3, lambda t: 1 / t, lambda t: t**t,
              lambda t: t.softmax(0), lambda t: t.logsumexp(0), lambda t: t.cumsum(0) ** 2, lambda t: t.prod(), lambda t: t.norm(), lambda t: t.std(),
              lambda t: torch.outer(t, t), lambda t: t @ t, lambda t: torch.nn.functional.softplus(t), lambda t: torch.where(t > 0.5, t**2, t**3),
              lambda t: torch.stack([t, t**2]).sum(0) ** 2, lambda t: t.relu() ** 2, lambda t: t.abs() ** 3, lambda t: t.clamp(0.4, 1) ** 2,
              lambda t: t[0] * t[1], lambda t: torch.linalg.inv(torch.outer(t, t) + torch.eye(2, dtype=t.dtype)), lambda t: torch.erf(t), lambda t: t.max() ** 2):
        (g,) = torch.autograd.grad((f(x) ** 2).sum(), x, create_graph=True)
        (h,) = torch.autograd.grad((g * torch.tensor([1.0, 2.0], dtype=x.dtype)).sum(), x)
        print(g.detach(), h)


def shapes_in_messages(torch):
    a, b = torch.ones(2, 3), torch.ones(4, 3)
    for f in (lambda: a + b, lambda: a * torch.ones(2), lambda: a @ b, lambda: a.view(7), lambda: torch.cat([a, b], 1), lambda: torch.stack([a, b]),
              lambda: a.expand(4, 3), lambda: a[:, 3], lambda: a[2], lambda: a.sum(2), lambda: a.transpose(0, 2), lambda: a.squeeze(2), lambda: a == b,
              lambda: torch.where(a > 0, a, b), lambda: a.add_(b), lambda: a.copy_(b), lambda: a.reshape(5, -1), lambda: a.permute(0), lambda: a.unsqueeze(5),
              lambda: torch.dot(a, b), lambda: a.mm(a), lambda: a.mv(torch.ones(2)), lambda: torch.bmm(a, b), lambda: torch.linalg.inv(a), lambda: a.item(),
              lambda: a.gather(0, torch.tensor([[5]])), lambda: a.index_select(0, torch.tensor([3])), lambda: a.split(0), lambda: a.chunk(0), lambda: a.narrow(0, 1, 5),
              lambda: a.maximum(b), lambda: torch.einsum('ij,jk->ik', a, b), lambda: a.masked_fill(torch.ones(4, 3).bool(), 0), lambda: a.topk(5), lambda: a.repeat(2),
              lambda: a[torch.tensor([0, 5])], lambda: a[[True]], lambda: a[torch.ones(3).bool()], lambda: a[0, 0, 0], lambda: a['x'], lambda: a[1.0], lambda: a.flatten(3)):
        tried(f)


def arrays_and_graph(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x * torch.from_numpy(np.array([2.0, 3.0]))
    print(y)
    y.sum().backward()
    print(x.grad)
    a = np.array([1.0, 2.0, 3.0])
    t = torch.from_numpy(a).requires_grad_()
    (t * t).sum().backward()
    print(t.grad, t.grad.numpy(), a)
    with torch.no_grad():
        t -= t.grad
    print(a)


def random_numbers_have_a_seed(torch):
    torch.manual_seed(0)
    a = torch.rand(3), torch.randn(2), torch.randint(0, 9, (4,)), torch.randperm(5)
    torch.manual_seed(0)
    b = torch.rand(3), torch.randn(2), torch.randint(0, 9, (4,)), torch.randperm(5)
    print([bool((p == q).all()) for p, q in zip(a, b)], [v.dtype for v in a])
    g = torch.Generator().manual_seed(1)
    c = torch.rand(2, generator=g)
    g.manual_seed(1)
    print(torch.equal(c, torch.rand(2, generator=g)), bool((torch.rand(100) < 1).all()), torch.rand(2, 2, requires_grad=True).is_leaf)
