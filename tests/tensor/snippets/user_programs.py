"""What a user of PyTorch tries first: training loops, losses, NumPy, printing, warnings, programs that combine several things."""
import math
import warnings

import numpy as np


def tried(f, *args, **kwargs):
    """Print what a call answers, or how it is refused."""
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


def linear_regression(torch):
    x = torch.linspace(-1, 1, 20).reshape(-1, 1)
    y = 3 * x - 0.5
    w, b = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    for step in range(50):
        loss = ((x @ w + b - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            for p in (w, b):
                p -= 0.3 * p.grad
                p.grad = None
        if step % 25 == 0:
            print(step, f'{loss.item():.4f}', loss)
    print(w, b)


def linear_regression_with_zeroing(torch):
    X = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]], dtype=torch.float64)
    y = torch.tensor([5.0, 1.0, 1.5], dtype=torch.float64)
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    opt = {'lr': 0.05, 'm': torch.zeros_like(w)}
    for _ in range(100):
        loss = torch.nn.functional.mse_loss(X @ w, y)
        if w.grad is not None:
            w.grad.zero_()
        loss.backward()
        opt['m'].mul_(0.9).add_(w.grad)
        w.data.sub_(opt['lr'] * opt['m'])
    print(w, loss, opt['m'].requires_grad)


def adam_by_hand(torch):
    p = torch.tensor([2.0, -3.0], requires_grad=True)
    m, v = torch.zeros(2), torch.zeros(2)
    for t in range(1, 21):
        loss = (p**2 + 0.1 * p**4).sum()
        (g,) = torch.autograd.grad(loss, p)
        m = 0.9 * m + 0.1 * g
        v.mul_(0.999).addcmul_(g, g, value=0.001)
        with torch.no_grad():
            p.addcdiv_(m / (1 - 0.9**t), (v / (1 - 0.999**t)).sqrt() + 1e-8, value=-0.1)
    print(p, m, v)


def multilayer_perceptron(torch):
    g = lambda *s: (torch.arange(float(np.prod(s))).reshape(s).sin() * 0.5).requires_grad_()
    ws = [g(2, 4), g(4), g(4, 1), g(1)]
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    for _ in range(30):
        h = torch.tanh(X @ ws[0] + ws[1])
        out = torch.sigmoid(h @ ws[2] + ws[3])
        loss = torch.nn.functional.binary_cross_entropy(out, y)
        for w in ws:
            w.grad = None
        loss.backward()
        with torch.no_grad():
            for w in ws:
                w -= 0.5 * w.grad
    print(loss, out.squeeze().detach(), ws[3])


def classifier(torch):
    F = torch.nn.functional
    X = torch.arange(12.0).reshape(4, 3).cos()
    y = torch.tensor([0, 2, 1, 2])
    W = torch.zeros(3, 3, requires_grad=True)
    for _ in range(20):
        logits = F.linear(X, W)
        loss = F.cross_entropy(logits, y)
        loss.backward()
        with torch.no_grad():
            W.add_(W.grad, alpha=-1.0)
            W.grad.zero_()
    print(loss, logits.argmax(1), (logits.argmax(dim=1) == y).float().mean().item())
    print(logits.softmax(1).sum(1), F.one_hot(y, num_classes=3))


def newton_with_second_derivatives(torch):
    x = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
    for _ in range(6):
        f = x**4 / 4 - x - 1
        (g,) = torch.autograd.grad(f, x, create_graph=True)
        (h,) = torch.autograd.grad(g, x)
        with torch.no_grad():
            x -= g / h
    print(x, g, h)
    z = torch.tensor([1.0, -2.0], requires_grad=True)
    for _ in range(4):
        f = (z[0] - 1) ** 4 + (z[0] + z[1]) ** 2 + z.exp().sum()
        (g,) = torch.autograd.grad(f, z, create_graph=True)
        H = torch.stack([torch.autograd.grad(gi, z, retain_graph=True)[0] for gi in g])
        z = (z - torch.linalg.solve(H, g)).detach().requires_grad_()
    print(z)


def inner_loop_differentiated(torch):
    lr = torch.tensor(0.1, requires_grad=True)
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    for _ in range(3):
        (g,) = torch.autograd.grad((w**2).sum(), w, create_graph=True)
        w = w - lr * g
    (w**2).sum().backward()
    print(w, lr.grad)


def clipping_gradients(torch):
    p = torch.tensor([3.0, 4.0], requires_grad=True)
    (p**2).sum().backward()
    norm = p.grad.norm()
    p.grad.mul_(torch.clamp(1.0 / (norm + 1e-6), max=1.0))
    print(norm, p.grad, p.grad.norm())


def frozen_parameter(torch):
    a, b = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    b.requires_grad_(False)
    (a * b).backward()
    print(a.grad, b.grad)
    b.requires_grad = True
    (a * b).backward()
    print(a.grad, b.grad)


def straight_through(torch):
    x = torch.tensor([0.3, 0.8, -0.2], requires_grad=True)
    y = x + (x.round() - x).detach()
    (y * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
    print(y, x.grad)


def attention(torch):
    q = torch.arange(6.0).reshape(2, 3).requires_grad_()
    k, v = torch.ones(4, 3) * torch.arange(4.0)[:, None] / 4, torch.arange(8.0).reshape(4, 2)
    s = q @ k.T / math.sqrt(3)
    mask = torch.tril(torch.ones(2, 4)).bool()
    a = torch.softmax(s.masked_fill(~mask, float('-inf')), dim=-1)
    out = a @ v
    out.sum().backward()
    print(a, out, q.grad)


def batch_normalization(torch):
    x = torch.arange(12.0).reshape(4, 3).requires_grad_()
    m, v = x.mean(0, keepdim=True), x.var(0, unbiased=False, keepdim=True)
    y = (x - m) / (v + 1e-5).sqrt()
    (y**3).sum().backward()
    print(y, x.grad.abs().max() < 1e-2)
    print(torch.nn.functional.layer_norm(x, (3,)))


def losses(torch):
    F = torch.nn.functional
    x, y = torch.tensor([0.2, 0.7, 0.9], requires_grad=True), torch.tensor([0.0, 1.0, 1.0])
    for f in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.binary_cross_entropy, F.binary_cross_entropy_with_logits):
        x.grad = None
        loss = f(x, y)
        loss.backward()
        print(loss, x.grad, f(x, y, reduction='sum'), f(x, y, reduction='none'))
    tried(lambda: F.mse_loss(x, y, reduction='avg'))
    tried(lambda: F.mse_loss(x, y[:, None]).detach())
    tried(lambda: F.binary_cross_entropy(x * 2, y))
    tried(lambda: F.l1_loss(x, torch.ones(2)))


def cross_entropies(torch):
    F = torch.nn.functional
    x = torch.tensor([[1.0, 2.0, 0.5], [0.1, -1.0, 3.0]], requires_grad=True)
    t = torch.tensor([1, 2])
    print(F.cross_entropy(x, t), F.cross_entropy(x, t, reduction='none'), F.cross_entropy(x, t, reduction='sum'))
    print(F.cross_entropy(x, t, weight=torch.tensor([1.0, 2.0, 3.0])), F.cross_entropy(x, t, label_smoothing=0.1))
    print(F.cross_entropy(x, torch.tensor([1, -100])), F.cross_entropy(x, t, ignore_index=2))
    print(F.cross_entropy(x, torch.tensor([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])), F.cross_entropy(x[0], torch.tensor(1)))
    print(F.nll_loss(F.log_softmax(x, 1), t))
    F.cross_entropy(x, t).backward()
    print(x.grad)


def activations(torch):
    F = torch.nn.functional
    for name in 'relu relu6 elu selu gelu silu leaky_relu softplus softsign sigmoid tanh hardtanh logsigmoid'.split():
        x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 7.0], requires_grad=True)
        y = getattr(F, name)(x)
        y.sum().backward()
        print(name, y.detach(), x.grad)


def numpy_shares_memory(torch):
    a = np.array([1.0, 2.0, 3.0])
    t = torch.from_numpy(a)
    a[0] = 10
    t[1] = 20
    print(t, a, t.numpy() is not None, t.dtype)
    u = torch.tensor(a)
    a[2] = 30
    print(u, t, torch.as_tensor(a)[2])
    n = torch.ones(2).numpy()
    n += 1
    print(n, n.dtype, type(n))
    t += 1
    print(a)
    b = torch.from_numpy(a[::2])
    b[0] = -1
    print(a, b.stride())
    print(torch.from_numpy(np.arange(6).reshape(2, 3).T).stride(), torch.tensor([1, 2]).numpy().dtype)


def numpy_of_a_tensor_with_gradients(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    tried(x.numpy)
    tried((x * 2).numpy)
    tried(lambda: x.numpy(force=True))
    print(x.detach().numpy(), repr(torch.tensor(4.3, dtype=torch.float64).numpy()))
    with torch.no_grad():
        tried(x.numpy)
        print((x * 2).numpy())


def numpy_numbers(torch):
    x = torch.tensor([1.0, 2.0])
    print(x * np.float32(2), x + np.int64(1), np.float64(3) + x, x ** np.float64(2))
    print(torch.tensor([np.float64(1), 2.0]).dtype, torch.tensor(np.float32(1)).dtype, torch.tensor(np.int16(3)))
    print(x[np.int64(0)], x[np.array([1, 0])], x[np.array([True, False])])
    x[np.int64(0)] = np.float64(7)
    print(x, torch.full((2,), np.float64(2)) if hasattr(np, 'float64') else 0)
    print(torch.zeros(np.int64(2)), x.sum(np.int64(0)), x.reshape(np.int64(1), 2))
    print(np.sin(x), np.exp(torch.zeros(2)), type(np.sin(x)).__name__)
    print(math.sin(torch.tensor(0.5)), math.isclose(torch.tensor(1.0), 1.0))


def printing_floats(torch):
    for data in ([1.0, 2.0], [1.5, 2.25], [1e-5, 1.0], [1e5, 1.0], [123456.789], [1e10], [0.00001], [float('nan'), 1.0],
                 [float('inf'), -1.5], [1e-10, 1e10], [-0.0], [0.1 + 0.2], [1234.5678, 0.001], [99999.0, 0.5], [1e8], [1e9], [3e38]):
        print(torch.tensor(data), torch.tensor(data, dtype=torch.float64), torch.tensor(data[0]))


def printing_shapes(torch):
    print(torch.zeros(0), torch.zeros(2, 0), torch.zeros(0, dtype=torch.int64), torch.zeros(1, 1, 1))
    print(torch.arange(30.0))
    print(torch.arange(24).reshape(2, 3, 4))
    print(torch.zeros(2, 3, dtype=torch.bool))
    print(torch.arange(2000))
    print(torch.arange(2000.0).reshape(40, 50))
    print(torch.ones(1001, 2))
    print(torch.ones(3, 3, requires_grad=True), torch.ones(12, requires_grad=True) * 1.123456)
    print(torch.full((20,), 1.5, dtype=torch.float64, requires_grad=True))
    print([torch.ones(1), torch.tensor(2)], {'a': torch.ones(2)}, (torch.tensor(1.0),))
    print(torch.tensor([1, -2, 300]), torch.tensor([[True], [False]]), torch.tensor([1, 2], dtype=torch.int8), torch.tensor([1.0], dtype=torch.float16))


def printing_grad_fn(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    for f in (lambda x: x + 1, lambda x: -x, lambda x: x.view(2, 1), lambda x: x.T if x.ndim == 2 else x.t(), lambda x: x[0],
              lambda x: x[:1], lambda x: x.sum(), lambda x: x.mean(), lambda x: x.double(), lambda x: x.clone(), lambda x: x.detach(),
              lambda x: x @ x, lambda x: torch.stack([x, x]), lambda x: torch.cat([x, x]), lambda x: x.expand(2, 2), lambda x: x.relu(),
              lambda x: x ** 2, lambda x: x ** x, lambda x: 2 ** x, lambda x: 1 / x, lambda x: 1 - x, lambda x: x / 2, lambda x: x.abs(),
              lambda x: x.max(), lambda x: x.norm(), lambda x: x.std(), lambda x: x.prod(), lambda x: x.cumsum(0), lambda x: x.squeeze(),
              lambda x: x.unsqueeze(0), lambda x: x[None], lambda x: x[[0]], lambda x: x[x > 1], lambda x: x.reshape(2), lambda x: x.flatten(),
              lambda x: torch.where(x > 1, x, x), lambda x: x.clamp(0, 1), lambda x: x.softmax(0), lambda x: x.sigmoid(), lambda x: x.float(),
              lambda x: x.to(torch.float64), lambda x: x.repeat(2), lambda x: x.flip(0), lambda x: x.sort().values, lambda x: x.unbind()[0],
              lambda x: x.split(1)[0], lambda x: x.exp(), lambda x: x.log(), lambda x: x.sqrt(), lambda x: x.square(), lambda x: x.pow(3),
              lambda x: torch.add(x, x, alpha=2), lambda x: x.floor(), lambda x: x % 2, lambda x: x.outer(x), lambda x: torch.dot(x, x)):
        y = f(x)
        print(y)


def print_options(torch):
    x = torch.tensor([1.23456789, 1000.5, 1e-6])
    torch.set_printoptions(precision=2)
    print(x)
    torch.set_printoptions(sci_mode=False)
    print(x)
    torch.set_printoptions(precision=8, sci_mode=True)
    print(x, torch.tensor(0.1))
    torch.set_printoptions(profile='default')
    torch.set_printoptions(threshold=5, edgeitems=1)
    print(torch.arange(10), torch.arange(12.0).reshape(3, 4))
    torch.set_printoptions(profile='default')
    torch.set_printoptions(linewidth=30)
    print(torch.arange(12.0))


def default_dtype(torch):
    torch.set_default_dtype(torch.float64)
    print(torch.tensor(1.5), torch.ones(2), torch.tensor(1.5, dtype=torch.float32), torch.arange(0, 1, 0.5), torch.tensor([1, 2]) / 2)
    torch.set_default_dtype(torch.float32)
    print(torch.tensor(1.5).dtype, torch.get_default_dtype())


def warnings_as_errors(torch):
    x = torch.ones(1, requires_grad=True)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        tried(lambda: (x * 2).grad)
        tried(lambda: torch.tensor(x))
        tried(lambda: torch.nn.functional.mse_loss(x, torch.ones(1, 1)))
        tried(lambda: torch.nn.functional.softmax(x))
        tried(lambda: torch.tensor([1.0]).std())


def where_the_warning_points(torch):
    x = torch.ones(1, requires_grad=True)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        (x * 2).grad
        torch.tensor(torch.ones(1))
        torch.nn.functional.mse_loss(x, torch.ones(1, 1))
    print([w.filename == __file__ for w in seen[:1]], len(seen))


def views_within_no_grad(torch):
    w = torch.zeros(2, 3, requires_grad=True)
    with torch.no_grad():
        row = w[0]
        print(row, row.is_leaf, row.requires_grad)
        row += 1
        w[1] = torch.tensor([1.0, 2.0, 3.0])
        w[:, 0].fill_(9)
        w.t()[2] = 4.0
        print(w)
        tried(lambda: w[0].numpy())
        print(w[0].tolist(), (w[0] + 1).requires_grad, w.detach()[0].requires_grad, w[0].detach())
    print(row.shape, w.is_leaf, w.requires_grad)
    tried(lambda: row.mul_(2))
    print(row)
    tried(lambda: row.grad_fn)
    w.sum().backward()
    print(w.grad)


def views_that_cannot_follow(torch):
    x = torch.arange(4.0, requires_grad=True)
    y = x * 1
    a, b = y.split(2)
    y.mul_(2)
    print(a)
    tried(lambda: a.grad_fn)
    y = x * 1
    with torch.no_grad():
        v = y[:2]
    y.mul_(2)
    print(v)
    tried(lambda: v.grad_fn)
    y.sum().backward()
    print(x.grad)


def ellipsis_assignment(torch):
    x = torch.arange(3.0, requires_grad=True)
    y = x * 1
    y[...] = x * 5
    print(y)
    y.sum().backward()
    print(x.grad)
    z = torch.zeros(2, 2)
    z[...] = 7
    print(z)
    tried(lambda: x.__setitem__(..., 1.0))


def generators_and_modes(torch):
    x = torch.ones(1, requires_grad=True)

    @torch.no_grad()
    def counting():
        try:
            got = yield (x * 1).requires_grad
            print('got', got, torch.is_grad_enabled())
            yield (x * 2).requires_grad
        except KeyError:
            print('caught', torch.is_grad_enabled())
            yield 'after'
        return 5

    g = counting()
    print(next(g), torch.is_grad_enabled())
    print(g.send('a'), torch.is_grad_enabled())
    print(g.throw(KeyError('k')))
    tried(lambda: next(g))
    g = counting()
    next(g)
    g.close()
    print(torch.is_grad_enabled())


def class_with_tensors(torch):
    class Layer:
        def __init__(self, n, m):
            self.w = torch.ones(n, m, requires_grad=True)

        def __call__(self, x):
            return x @ self.w

        @torch.no_grad()
        def step(self, lr):
            self.w -= lr * self.w.grad
            self.w.grad = None

    layer = Layer(2, 1)
    for _ in range(3):
        layer(torch.tensor([[1.0, 2.0]])).sum().backward()
        layer.step(0.1)
    print(layer.w)


def function_of_tensors_or_numbers(torch):
    def f(x):
        total = 0
        for k in range(4):
            if x > k:
                total = total + x**k / math.factorial(k)
        return total

    x = torch.tensor(2.5, requires_grad=True)
    y = f(x)
    y.backward()
    print(y, x.grad, f(2.5))


def exceptions_leave_the_graph_usable(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x**2
    for f in (lambda: y.backward(), lambda: y + torch.ones(3), lambda: y.view(3), lambda: y[5], lambda: y @ torch.ones(3)):
        tried(f)
    y.sum().backward()
    print(x.grad, torch.is_grad_enabled())


def integers_everywhere(torch):
    i = torch.arange(6).reshape(2, 3)
    print(i.sum(), i.sum(0), i * 2, i + 0.5, i / 2, i // 2, i @ i.T, i.max(1), i.float().mean(), i.prod(), i % 2 == 0, -i, abs(-i))
    print((i > 2).sum(), (i > 2).float(), i[i > 2], (i == 3).nonzero(), torch.where(i > 2, i, 0), i.cumsum(1), i.sort(descending=True))
    tried(lambda: i.mean())
    tried(lambda: i.softmax(0))
    tried(lambda: i.std())
    tried(lambda: i.sum().backward())
    tried(lambda: i.add_(0.5))
    tried(lambda: i.div_(2))
    tried(lambda: i.mul_(1.5))
    tried(lambda: i.sqrt_())
    i += 1
    i *= 2
    i //= 3
    print(i)


def in_place_with_wrong_values(torch):
    x = torch.ones(2)
    for f in (lambda: x.add_('a'), lambda: x.mul_(None), lambda: x.add_(torch.ones(2, 2)), lambda: x.add_(torch.ones(3)),
              lambda: x.fill_(torch.ones(2)), lambda: x.copy_(torch.ones(3)), lambda: x.sub_(torch.ones(2, dtype=torch.float64)),
              ):
        tried(f)
    try:
        x += 'a'
    except TypeError as e:
        print(e)
    try:
        x *= None
    except TypeError as e:
        print(e)
    b = torch.tensor([True])
    tried(lambda: b.add_(1))
    tried(lambda: b.mul_(1.5))
    e = torch.ones(1, 2).expand(3, 2)
    tried(lambda: e.add_(1))
    print(e.clone().add_(1))


def scalars_without_axes(torch):
    x = torch.tensor(2.0, requires_grad=True)
    print(x.shape, x.ndim, x.numel(), x.sum(), x.mean(), x.max(), x.view(1), x[None], x.unsqueeze(0), x.reshape(1, 1), x.T if False else 0)
    print(x + 1, 1 + x, x * x, x / 3, 3 / x, x - 1, 1 - x, x**2, 2**x, -x, +x, abs(x), x // 1, x % 1.5)
    y = x.sin().cos().tanh().exp().log().sqrt().sigmoid()
    y.backward()
    print(y, x.grad)
    print(torch.stack([x, x * 2]), torch.tensor([x.item(), 1.0]))
    print(x > 1, (x > 1).item(), x == 2, x != 2, 1 < x)


def mixed_precision_gradient(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    d = x.double() * torch.tensor(3.0, dtype=torch.float64)
    d.sum().backward()
    print(d, x.grad, x.grad.dtype)
    h = x.half() * 2
    print(h, (h.float() + x).dtype)


def where_gradients_are_nan(torch):
    x = torch.tensor([0.0, 1.0], requires_grad=True)
    torch.where(x > 0, x.log(), torch.zeros(2)).sum().backward()
    print(x.grad)
    x.grad = None
    x.sqrt().sum().backward()
    print(x.grad)
    x.grad = None
    (x.abs() + x.sign() + x.relu()).sum().backward()
    print(x.grad)
    x.grad = None
    (x / x).sum().backward()
    print(x.grad)
    x.grad = None
    (x**0.5 + x**0 + 0**x).sum().backward()
    print(x.grad)


def einsum_and_bilinear_gradients(torch):
    a, b = torch.arange(6.0).reshape(2, 3).requires_grad_(), torch.arange(12.0).reshape(3, 4).requires_grad_()
    torch.einsum('ij,jk->k', a, b).pow(2).sum().backward()
    print(a.grad, b.grad)
    a.grad = None
    torch.einsum('ij,ij->i', a, a).sum().backward()
    print(a.grad)
    a.grad = None
    torch.einsum('ij->', a).backward()
    print(a.grad)


def linear_algebra_gradients(torch):
    A = torch.tensor([[4.0, 1.0], [1.0, 3.0]], dtype=torch.float64, requires_grad=True)
    for f in (torch.linalg.inv, torch.linalg.det, lambda A: torch.linalg.slogdet(A)[1], torch.linalg.cholesky, lambda A: torch.linalg.eigvalsh(A),
              lambda A: torch.linalg.eigh(A).eigenvalues, torch.linalg.svdvals, lambda A: torch.linalg.solve(A, torch.ones(2, dtype=torch.float64)),
              torch.linalg.pinv, lambda A: torch.linalg.norm(A), lambda A: torch.linalg.norm(A, 2), lambda A: torch.linalg.matrix_power(A, 3),
              lambda A: torch.linalg.qr(A).R.abs(), torch.trace, torch.logdet):
        A.grad = None
        y = f(A)
        (y * y).sum().backward()
        print(y.detach(), A.grad)


def gather_scatter_gradients(torch):
    x = torch.arange(6.0).reshape(2, 3).requires_grad_()
    i = torch.tensor([[0, 0, 2], [1, 2, 2]])
    for f in (lambda: x.gather(1, i), lambda: torch.zeros(2, 3).scatter_add(1, i, x), lambda: torch.zeros(2, 3).scatter(1, torch.tensor([[0, 1, 2], [2, 1, 0]]), x),
              lambda: torch.zeros(4, 3).index_add(0, torch.tensor([3, 3]), x), lambda: x.index_select(0, torch.tensor([1, 1, 0])),
              lambda: x.masked_fill(x > 2, 0.0), lambda: x.take(torch.tensor([0, 5, 5])), lambda: x[i[0], :][:, 0] if False else x[[1, 1]],
              lambda: x.masked_select(x > 1), lambda: x.cumprod(1), lambda: x.flip(1), lambda: x.roll(1, 0), lambda: x.diagonal(), lambda: x.triu()):
        x.grad = None
        y = f()
        (y * y).sum().backward()
        print(y.detach().tolist(), x.grad.tolist())


def same_tensor_twice(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    torch.stack([x, x, x]).sum().backward()
    print(x.grad)
    x.grad = None
    (x * x * x + x / x).sum().backward()
    print(x.grad)
    print(torch.autograd.grad((x * 2).sum(), [x, x]))


def backward_of_several_roots(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    a, b = (x * 2).sum(), x**2
    torch.autograd.backward([a, b], [None, torch.ones(2)])
    print(x.grad)
    tried(lambda: torch.autograd.backward([x.sum(), x * 2]))
    torch.autograd.backward((x * 3).sum(), torch.tensor(2.0))
    print(x.grad)


def gradient_is_zeroed_or_none(torch):
    x, y = torch.tensor(1.0, requires_grad=True), torch.tensor(1.0, requires_grad=True)
    z = x * 0 + y.detach()
    z.backward()
    print(x.grad, y.grad)


def sizes_and_strides(torch):
    x = torch.zeros(2, 3, 4)
    print(x.size(), x.shape, x.size(1), x.shape[-1], len(x.shape), list(x.shape), x.shape == (2, 3, 4), x.shape == torch.Size([2, 3, 4]), *x.shape)
    print(x.stride(), x.stride(0), x.permute(2, 0, 1).stride(), x[0].stride(), x.T.shape if False else '', x.numel(), x.shape.numel())
    a, b, c = x.shape
    print(a * b * c, x.shape[:2], x.shape[0:1] + (5,), torch.zeros(x.shape[1:]).shape, torch.zeros(*x.shape[:2]).shape)
    print(isinstance(x.shape, tuple), hash(x.shape) == hash((2, 3, 4)), type(x.shape[0]), f'{x.shape}', str(x.size()))


def copying_to_other_dtypes(torch):
    x = torch.tensor([1.7, -2.3, 0.0])
    print(x.int(), x.long(), x.bool(), x.short(), x.double(), x.half(), x.to(torch.uint8 if False else torch.int8), x.type(torch.float64))
    y = torch.zeros(3, dtype=torch.int64)
    y.copy_(x)
    print(y, x.to(torch.float32) is x, x.to(dtype=torch.float64).dtype, x.to('cpu') is x, x.to(y).dtype, x.type(), x.cpu() is x)
    print(x.new_tensor([1, 2]), x.float() is x, torch.tensor(1).to(torch.bool), torch.tensor([0.5]).bool())


def comparisons_and_logic(torch):
    x, y = torch.tensor([1.0, 2.0, 3.0], requires_grad=True), torch.tensor([3.0, 2.0, 1.0])
    print(x > y, x >= y, x < 2, x <= 2.0, x == y, x != y, (x > 1) & (y > 1), (x > 1) | (y > 2), ~(x > 1), (x > 1) ^ (y > 1))
    print((x > y).requires_grad, (x > y).any(), (x > y).all(), torch.any(x > 5), not (x > 5).any(), torch.eq(x, y).sum().item())
    tried(lambda: x > 1 and y > 1)
    tried(lambda: (x > 1) & 1.5)
    tried(lambda: ~x)
    tried(lambda: x & y)
    tried(lambda: -(x > 1))
    tried(lambda: (x > 1) - (y > 1))
    tried(lambda: 1 < x < 3)
