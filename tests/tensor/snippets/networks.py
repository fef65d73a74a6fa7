"""Losses, activations, training loops."""


def mse(torch):
    F = torch.nn.functional
    x, y = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([2.0, 4.0])
    loss = F.mse_loss(x, y)
    loss.backward()
    print(loss, x.grad, F.mse_loss(x, y, reduction='sum'), F.mse_loss(x, y, reduction='none'), F.l1_loss(x, y), F.smooth_l1_loss(x, y))


def mse_of_other_shape_warns(torch):
    print(torch.nn.functional.mse_loss(torch.ones(2), torch.ones(2, 1)))


def cross_entropy(torch):
    F = torch.nn.functional
    x = torch.tensor([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], requires_grad=True)
    t = torch.tensor([2, 0])
    loss = F.cross_entropy(x, t)
    loss.backward()
    print(loss, x.grad, F.cross_entropy(x, t, reduction='sum'), F.cross_entropy(x, t, reduction='none'), F.cross_entropy(x[0], t[0]))
    print(F.nll_loss(F.log_softmax(x, dim=1), t), F.cross_entropy(x, torch.softmax(x.detach(), 1)))


def cross_entropy_out_of_bounds(torch):
    torch.nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 3]))


def cross_entropy_weight_gradient(torch):
    w = torch.ones(3, requires_grad=True)
    torch.nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1]), weight=w).backward()


def cross_entropy_batch(torch):
    torch.nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1, 2]))


def cross_entropy_dtype(torch):
    torch.nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0.0, 1.0]))


def binary(torch):
    F = torch.nn.functional
    x = torch.tensor([0.5, -1.5, 3.0], requires_grad=True)
    t = torch.tensor([1.0, 0.0, 1.0])
    loss = F.binary_cross_entropy_with_logits(x, t)
    loss.backward()
    print(loss, x.grad, F.binary_cross_entropy(torch.sigmoid(x), t))


def activations(torch):
    F = torch.nn.functional
    x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])
    for f in (F.relu, F.leaky_relu, F.elu, F.gelu, F.silu, F.softplus, F.sigmoid, F.tanh, F.softsign, F.logsigmoid, F.relu6, F.hardtanh, F.selu):
        y = x.clone().requires_grad_()
        f(y).sum().backward()
        print(f(x), y.grad)


def more_functions(torch):
    F = torch.nn.functional
    x = torch.tensor([[1.0, 2.0, 2.0], [0.0, 3.0, 4.0]])
    print(F.normalize(x), F.softmax(x, dim=1), F.cosine_similarity(x, x * 2), F.layer_norm(x, (3,)), F.one_hot(torch.tensor([0, 2])))
    print(F.linear(x, torch.ones(2, 3), torch.ones(2)), F.pad(x, (1, 1)), F.dropout(x, 0.5, training=False), F.kl_div(x, x.softmax(1)))


def linear_regression(torch):
    x = torch.linspace(0, 1, 20).unsqueeze(1)
    y = 3 * x + 2
    w, b = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    for step in range(50):
        loss = ((x @ w + b - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            for p in (w, b):
                p -= 0.5 * p.grad
                p.grad = None
    print(f'{loss.item():.4f}', w, b)


def small_network(torch):
    x = torch.linspace(-1, 1, 12).reshape(4, 3)
    y = torch.tensor([0, 1, 0, 1])
    w1 = (torch.arange(15.0).reshape(3, 5) / 15 - 0.5).requires_grad_()
    w2 = (torch.arange(10.0).reshape(5, 2) / 10 - 0.5).requires_grad_()
    for _ in range(20):
        loss = torch.nn.functional.cross_entropy(torch.tanh(x @ w1) @ w2, y)
        g1, g2 = torch.autograd.grad(loss, [w1, w2])
        with torch.no_grad():
            w1 -= 0.5 * g1
            w2.sub_(g2, alpha=0.5)
    print(loss, w1, w2)


def momentum(torch):
    w, v = torch.tensor([5.0, -3.0], requires_grad=True), torch.zeros(2)
    for _ in range(10):
        (w**2).sum().backward()
        with torch.no_grad():
            v.mul_(0.9).add_(w.grad)
            w.add_(v, alpha=-0.05)
        w.grad.zero_()
    print(w, v)


def adam(torch):
    w = torch.tensor([1.0, -2.0], requires_grad=True)
    m, s = torch.zeros_like(w), torch.zeros_like(w)
    for t in range(1, 6):
        loss = (w**4).sum()
        (g,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            m.mul_(0.9).add_(g, alpha=0.1)
            s.mul_(0.999).addcmul_(g, g, value=0.001)
            w.addcdiv_(m / (1 - 0.9**t), (s / (1 - 0.999**t)).sqrt().add_(1e-8), value=-0.1)
    print(w, m, s)


def newton(torch):
    x = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
    for _ in range(5):
        f = x**4 - 2 * x**2
        (g,) = torch.autograd.grad(f, x, create_graph=True)
        (h,) = torch.autograd.grad(g, x)
        with torch.no_grad():
            x -= g / h
    print(x)


def recurrent(torch):
    w, u = torch.tensor([[0.5, -0.3], [0.2, 0.7]], requires_grad=True), torch.tensor([1.0, -1.0], requires_grad=True)
    h = torch.zeros(2)
    for k in range(6):
        h = torch.tanh(w @ h + u * k / 6)
    h.sum().backward()
    print(h, w.grad, u.grad)


def clip_by_norm(torch):
    w = torch.tensor([3.0, 4.0], requires_grad=True)
    (w**2).sum().backward()
    norm = w.grad.norm()
    w.grad.mul_(1.0 / norm.clamp(min=1.0))
    print(norm, w.grad)


def detached_target(torch):
    w = torch.tensor(2.0, requires_grad=True)
    target = (w * 3).detach()
    loss = (w * 2 - target) ** 2
    loss.backward()
    print(target, loss, w.grad)


def loss_values(torch):
    w = torch.tensor(2.0, requires_grad=True)
    losses = []
    for _ in range(3):
        loss = (w - 1) ** 2
        loss.backward()
        losses.append(loss.item())
        w.data.sub_(0.25 * w.grad)
        w.grad.zero_()
    print(losses, w.item())


def attention(torch):
    q = torch.linspace(0, 1, 6).reshape(2, 3).requires_grad_()
    k, v = torch.linspace(1, 2, 6).reshape(2, 3), torch.linspace(-1, 1, 4).reshape(2, 2)
    out = torch.softmax(q @ k.transpose(-2, -1) / 3**0.5, dim=-1) @ v
    out.sum().backward()
    print(out, q.grad)


def weight_decay(torch):
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    loss = (w.sum() - 1) ** 2 + 0.1 * w.norm() ** 2
    loss.backward()
    print(loss, w.grad)


def logistic_regression(torch):
    x = torch.tensor([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]])
    y = torch.tensor([1.0, 0.0, 1.0, 0.0])
    w = torch.zeros(2, requires_grad=True)
    for _ in range(10):
        p = torch.sigmoid(x @ w)
        loss = -(y * p.log() + (1 - y) * (1 - p).log()).mean()
        loss.backward()
        with torch.no_grad():
            w -= w.grad
            w.grad = None
    print(w, ((torch.sigmoid(x @ w) > 0.5).float() == y).float().mean())
