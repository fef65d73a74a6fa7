"""Reading by index."""


def numbers_and_slices(torch):
    x = torch.arange(24).reshape(2, 3, 4)
    print(x[0], x[-1, 0], x[1, 2, 3], x[:, 1], x[..., 0], x[0, ..., 1], x[:, :, 1:3], x[:, ::2, ::3])


def new_axes(torch):
    x = torch.arange(3)
    print(x[None].shape, x[:, None].shape, x[None, :, None].shape, x[..., None].shape)


def lists_and_tensors(torch):
    x = torch.arange(12).reshape(3, 4)
    print(x[[0, 2]], x[[0, 1], [1, 2]], x[torch.tensor([2, 0])], x[:, torch.tensor([0, 0])], x[torch.tensor(1)])
    print(x[torch.tensor([[0, 1], [2, 0]])].shape, x[[-1]], x[1:, [1, 3]])


def masks(torch):
    x = torch.arange(6).reshape(2, 3)
    print(x[x > 2], x[torch.tensor([True, False])], x[:, torch.tensor([True, False, True])], x[x > 100])


def gradients(torch):
    x = torch.arange(6.0).reshape(2, 3).requires_grad_()
    (x[0, 1] * 2 + x[1].sum() + x[:, [0, 0]].sum() + x[x > 3].sum() * 10).backward()
    print(x.grad)


def names(torch):
    x = torch.arange(6.0).reshape(2, 3).requires_grad_()
    for y in (x[0], x[:1], x[0, 1], x[:, 1:], x[None], x[[0]], x[x > 1], x[...], x[0:1, 0], x[:], x[0, None]):
        print(y.grad_fn.name(), y.shape)


def views_share(torch):
    x = torch.arange(6)
    y = x[1:4]
    y[0] = 100
    x[2] = 200
    z = x[[1, 2]]
    z[0] = -1
    print(x, y, z)


def scalar_view(torch):
    x = torch.zeros(3)
    y = x[1]
    y += 5
    print(x, y)


def out_of_bounds(torch):
    torch.arange(3)[5]


def out_of_bounds_in_a_list(torch):
    torch.arange(3)[[0, 7]]


def out_of_bounds_second_axis(torch):
    torch.zeros(2, 3)[0, -4]


def too_many(torch):
    torch.arange(3)[0, 0]


def of_a_scalar(torch):
    torch.tensor(3.0)[0]


def by_a_float(torch):
    torch.arange(3)[1.5]


def negative_step(torch):
    torch.arange(3)[::-1]


def wrong_mask(torch):
    torch.arange(3)[torch.tensor([True, False])]


def iteration(torch):
    x = torch.arange(6).reshape(3, 2)
    for row in x:
        print(row, row.sum())
    a, b, c = x
    print(a, [int(v) for v in c], list(enumerate(b)), [v.item() for v in torch.arange(3)])
    print(max(torch.tensor([3.0, 1.0])), sum(torch.tensor([1, 2, 3])), sorted([torch.tensor(3), torch.tensor(1)]))


def iteration_of_a_scalar(torch):
    list(torch.tensor(3.0))


def iteration_gradients(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    total = 0
    for k, v in enumerate(x):
        total = total + k * v**2
    total.backward()
    print(total, x.grad)


def length(torch):
    print(len(torch.zeros(4, 2)), len(torch.zeros(0)))
    len(torch.tensor(1.0))


def contains(torch):
    x = torch.tensor([1, 2, 3])
    print(2 in x, 5 in x, torch.tensor(3) in x)


def gather(torch):
    x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    y = x.gather(1, torch.tensor([[0, 0], [1, 0]]))
    y.sum().backward()
    print(y, x.grad)


def gather_out_of_range(torch):
    torch.zeros(3).gather(0, torch.tensor([5]))


def gather_float_index(torch):
    torch.zeros(3).gather(0, torch.tensor([0.5]))


def index_select(torch):
    x = torch.arange(6.0).reshape(2, 3).requires_grad_()
    y = x.index_select(1, torch.tensor([2, 0, 2]))
    y.sum().backward()
    print(y, x.grad)


def scatter(torch):
    x = torch.zeros(2, 3)
    print(x.scatter(1, torch.tensor([[0], [2]]), 5.0))
    print(x.scatter_(1, torch.tensor([[0, 1], [2, 0]]), torch.ones(2, 2)), x)
    print(torch.zeros(3).scatter_add(0, torch.tensor([0, 0, 2]), torch.tensor([1.0, 2.0, 3.0])))


def one_hot_by_scatter(torch):
    labels = torch.tensor([0, 2, 1])
    print(torch.zeros(3, 3).scatter_(1, labels.unsqueeze(1), 1))


def masked(torch):
    x = torch.arange(4.0)
    print(x.masked_fill(x > 1, -1), torch.masked_select(x, x > 1), x.masked_fill(torch.tensor([True, False, False, False]), 9))


def where(torch):
    x = torch.tensor([-1.0, 2.0], requires_grad=True)
    y = torch.where(x > 0, x * 3, x**2)
    y.sum().backward()
    print(y, x.grad, torch.where(torch.tensor([True, False])), torch.where(x > 0, 1.0, 0.0))


def where_avoids_nothing(torch):
    x = torch.tensor([0.0, 1.0], requires_grad=True)
    torch.where(x > 0, x.sqrt(), x).sum().backward()
    print(x.grad)


def nonzero(torch):
    x = torch.tensor([[0, 1], [2, 0]])
    print(x.nonzero(), torch.nonzero(x), x.nonzero(as_tuple=True))


def take_and_unique(torch):
    x = torch.tensor([[3, 1], [3, 2]])
    print(torch.take(x, torch.tensor([0, 3])), torch.unique(x), torch.bincount(torch.tensor([0, 1, 1])))


def ellipsis_assignment(torch):
    x = torch.zeros(2, 2, 2)
    x[..., 0] = 1
    x[0, ..., 1] = torch.tensor([5.0, 6.0])
    print(x)


def embedding_like(torch):
    table = torch.arange(6.0).reshape(3, 2).requires_grad_()
    y = table[torch.tensor([0, 2, 0])]
    (y * torch.tensor([[1.0], [2.0], [3.0]])).sum().backward()
    print(table.grad)
