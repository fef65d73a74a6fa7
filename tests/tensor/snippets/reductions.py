"""Reductions, sorting, softmax, norms."""


def sums(torch):
    x = torch.arange(6.0).reshape(2, 3)
    print(x.sum(), x.sum(0), x.sum(1, keepdim=True), x.sum(dim=(0, 1)), x.sum(-1), torch.sum(x, dim=0), x.sum(dtype=torch.float64))
    print(torch.arange(3).sum(), torch.tensor([True, True]).sum(), torch.tensor([], dtype=torch.int64).sum(), torch.tensor([]).sum())


def means(torch):
    x = torch.arange(6.0).reshape(2, 3)
    print(x.mean(), x.mean(0), x.mean(dim=1, keepdim=True), x.mean((0, 1)), torch.tensor([]).mean())


def mean_of_integers(torch):
    torch.arange(3).mean()


def spreads(torch):
    x = torch.tensor([[1.0, 2.0, 4.0], [3.0, 3.0, 9.0]])
    print(x.var(), x.std(), x.var(0), x.std(1), x.var(unbiased=False), x.std(0, unbiased=False), x.var(1, correction=0))
    print(torch.var_mean(x, 1), torch.std_mean(x))


def std_of_integers(torch):
    torch.arange(3).std()


def products(torch):
    x = torch.tensor([[2.0, 0.0], [3.0, 4.0]], requires_grad=True)
    y = x.prod()
    y.backward()
    print(y, x.grad, x.prod(0), torch.prod(torch.tensor([2, 3])))
    x.grad = None
    x.prod(1).sum().backward()
    print(x.grad)


def extremes(torch):
    x = torch.tensor([[3.0, 1.0, 3.0], [2.0, 5.0, 4.0]])
    print(x.max(), x.min(), x.max(0), x.min(1), x.max(1).values, x.max(dim=1).indices, x.max(1, keepdim=True)[0])
    values, indices = torch.max(x, dim=1)
    print(values, indices, x.argmax(), x.argmin(1), x.argmax(dim=0, keepdim=True), x.amax(), x.amin(1), torch.max(x, x * 2))


def extreme_gradients(torch):
    for f in (lambda x: x.max(), lambda x: x.amax(), lambda x: x.max(0).values, lambda x: x.min(), lambda x: x.median()):
        x = torch.tensor([1.0, 3.0, 3.0, 1.0], requires_grad=True)
        f(x).backward()
        print(x.grad)


def max_of_nothing(torch):
    torch.tensor([]).max()


def argmax_of_nothing(torch):
    torch.tensor([]).argmax()


def max_of_integers_and_bools(torch):
    print(torch.arange(3).max(), torch.tensor([True, False]).any(), torch.tensor([3, 1]).min(0))


def sorting(torch):
    x = torch.tensor([3.0, 1.0, 2.0], requires_grad=True)
    values, indices = x.sort()
    (values * torch.tensor([1.0, 10.0, 100.0])).sum().backward()
    print(values, indices, x.grad, x.argsort(), x.sort(descending=True), x.topk(2), x.topk(1, largest=False), x.kthvalue(2))


def sorting_2d(torch):
    x = torch.tensor([[3, 1, 2], [0, 5, 4]])
    print(x.sort(0), x.sort(1, descending=True).values, x.topk(2, dim=1).indices, torch.argsort(x, dim=1))


def topk_too_many(torch):
    torch.ones(2).topk(3)


def cumulative(torch):
    x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    (x.cumsum(0) * x.cumprod(1)).sum().backward()
    print(x.cumsum(1), x.cumprod(0), x.grad, torch.arange(4).cumsum(0), x.cummax(0))


def medians(torch):
    x = torch.tensor([[1.0, 5.0, 2.0, 4.0], [9.0, 7.0, 8.0, 6.0]])
    print(x.median(), x.median(1), torch.median(torch.tensor([1, 2, 3, 4])))


def softmaxes(torch):
    x = torch.tensor([[1.0, 2.0, 3.0], [1000.0, 0.0, -1000.0]], requires_grad=True)
    y = x.softmax(1)
    z = torch.log_softmax(x, dim=1)
    (y[0, 0] + z[1, 1]).backward()
    print(y, z, x.grad, torch.softmax(x.detach(), dim=0), x.logsumexp(1))


def softmax_without_dim(torch):
    torch.softmax(torch.ones(2))


def logsumexps(torch):
    x = torch.tensor([[1.0, 2.0], [500.0, 500.0]], requires_grad=True)
    y = torch.logsumexp(x, 1)
    y.sum().backward()
    print(y, x.grad, torch.logsumexp(torch.tensor([-float('inf'), -float('inf')]), 0))


def norms(torch):
    x = torch.tensor([[3.0, 4.0], [0.0, 0.0]], requires_grad=True)
    print(x.norm(), x.norm(dim=1), x.norm(1), x.norm(p=float('inf')), x.norm(2, dim=0, keepdim=True), torch.norm(x), torch.dist(x, x + 1))
    x.norm(dim=1).sum().backward()
    print(x.grad)


def counts(torch):
    x = torch.tensor([[0, 1], [2, 3]])
    print(torch.count_nonzero(x), (x > 0).sum(), (x > 0).sum(1), x.any(1), x.all(0), (x > 0).float().mean())


def wrong_dim(torch):
    torch.ones(2, 3).sum(2)


def wrong_negative_dim(torch):
    torch.ones(2).mean(-3)


def doubled_dim(torch):
    torch.ones(2, 3).sum((0, 0))


def accuracy(torch):
    logits = torch.tensor([[2.0, 1.0], [0.0, 3.0], [5.0, 4.0]])
    labels = torch.tensor([0, 1, 1])
    correct = (logits.argmax(dim=1) == labels).sum().item()
    print(correct, correct / len(labels))


def reductions_of_scalars(torch):
    x = torch.tensor(3.0, requires_grad=True)
    print(x.sum(), x.mean(), x.max(), x.sum(0), x.norm(), x.softmax(0), x.prod())


def std_gradient(torch):
    x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
    x.std().backward()
    print(x.grad)


def aminmax(torch):
    print(torch.aminmax(torch.tensor([1.0, 5.0, 3.0])))


def standardize(torch):
    x = torch.tensor([[1.0, 2.0], [3.0, 6.0]], requires_grad=True)
    y = (x - x.mean(0)) / (x.std(0) + 1e-5)
    (y**3).sum().backward()
    print(y, x.grad)
