"""Writing in place, versions, views and bases."""


def versions(torch):
    x = torch.ones(3)
    print(x._version)
    x.add_(1)
    x *= 2
    x[0] = 5
    print(x._version, x[1:]._version, x.detach()._version, x.data._version, x.clone()._version)


def kept_value_written(torch):
    x = torch.ones(3, requires_grad=True)
    w = torch.ones(3, requires_grad=True)
    y = x * w
    with torch.no_grad():
        w += 1
    y.sum().backward()


def constant_written(torch):
    x, c = torch.ones(3, requires_grad=True), torch.ones(3)
    y = x * c
    c += 1
    y.sum().backward()


def middle_written(torch):
    x = torch.ones(3, requires_grad=True)
    y = x * 2
    z = y**2
    y += 1
    z.sum().backward()


def result_written(torch):
    x = torch.ones(3, requires_grad=True)
    y = x.exp()
    y += 1
    y.sum().backward()


def result_not_needed(torch):
    x = torch.ones(3, requires_grad=True)
    y = x * 2
    y += 1
    y *= 3
    y.sum().backward()
    print(y, x.grad)


def sum_needs_no_values(torch):
    x = torch.ones(3, requires_grad=True)
    y = x * 2
    s = y.sum()
    y.add_(1)
    s.backward()
    print(x.grad)


def written_through_detach(torch):
    x = torch.ones(3, requires_grad=True)
    y = x.sin()
    z = y * y
    y.detach().zero_()
    z.sum().backward()


def written_through_data_is_not_seen(torch):
    x = torch.ones(3, requires_grad=True)
    y = x * x
    x.data.mul_(2)
    print(x._version)


def written_through_numpy_is_not_seen(torch):
    c = torch.ones(3)
    c.numpy()[0] = 5
    print(c, c._version)


def mul_by_itself(torch):
    x = torch.tensor(3.0, requires_grad=True)
    y = x * 2
    y.mul_(y)
    print(y)
    y.backward()


def chain_of_methods(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = (x * 1).mul_(3).add_(x).exp_().sub_(1)
    y.sum().backward()
    print(y, x.grad)


def augmented(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = x.clone()
    y += 1
    y -= x * 3
    y *= 2
    y /= 4
    y **= 2
    y.sum().backward()
    print(y, x.grad)


def leaf_methods(torch):
    torch.ones(2, requires_grad=True).zero_()


def leaf_item(torch):
    x = torch.ones(2, requires_grad=True)
    x[0] = 3


def leaf_view(torch):
    torch.ones(2, requires_grad=True).view(2, 1).add_(1)


def leaf_copy(torch):
    torch.ones(2, requires_grad=True).copy_(torch.zeros(2))


def fill_inside_no_grad(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.no_grad():
        x.fill_(3)
        x[0] = 7
    (x * x).sum().backward()
    print(x, x.grad)


def items_into_zeros(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    a = torch.zeros(3)
    print(a.requires_grad, a.is_leaf)
    for k in range(3):
        a[k] = x[k] ** (k + 1)
    print(a, a.requires_grad, a.is_leaf)
    a.sum().backward()
    print(x.grad)


def overwritten_items_get_nothing(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    a = x * 2
    a[1] = 10.0
    a.sum().backward()
    print(a, x.grad)


def mask_assignment(torch):
    x = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    a = x * 1
    a[a < 0] = 0.0
    (a * a).sum().backward()
    print(a, x.grad)


def slice_assignment(torch):
    x = torch.arange(6.0).reshape(2, 3).requires_grad_()
    a = x.clone()
    a[:, 1] = x[:, 0] * 2
    a[0] += 1
    a[1, 1:] *= 3
    a.sum().backward()
    print(a)
    print(x.grad)


def row_from_row(torch):
    a = torch.arange(6.0).reshape(2, 3)
    a[0] = a[1]
    a[:, 0] = torch.tensor([7.0, 8.0])
    a[[0, 1], [1, 2]] = 9
    print(a)


def view_follows(torch):
    x = torch.ones(4, requires_grad=True)
    a = x * 2
    v = a.view(2, 2)
    a.mul_(3)
    print(v)
    v.sum().backward()
    print(x.grad)


def base_follows(torch):
    x = torch.ones(4, requires_grad=True)
    a = x * 2
    v = a[:2]
    v.mul_(x[2:] * 5)
    print(a, v, a.grad_fn, v._base is a, a._base)
    a.sum().backward()
    print(x.grad)


def view_of_view(torch):
    x = torch.arange(6.0, requires_grad=True)
    a = x * 1
    v = a.view(2, 3)[1]
    v[0] = x[0] * 10
    print(v._base is a, a)
    (a * a).sum().backward()
    print(x.grad)


def transposed_view_written(torch):
    x = torch.ones(2, 3, requires_grad=True)
    a = x * 1
    a.t()[0] = 5.0
    a.T.mul_(2)
    a.sum().backward()
    print(a, x.grad)


def diagonal_written(torch):
    x = torch.ones(3, 3, requires_grad=True)
    a = x * 2
    a.diagonal().zero_()
    a.sum().backward()
    print(a, x.grad)


def unbind_written(torch):
    a = torch.ones(2, 2, requires_grad=True) * 2
    a.unbind()[0].add_(1)


def split_written(torch):
    a = torch.ones(4, requires_grad=True) * 2
    a.split(2)[0].add_(1)


def rows_written_without_gradients(torch):
    a = torch.ones(2, 2)
    for row in a:
        row.mul_(3)
    print(a)


def expanded_written(torch):
    torch.ones(3).expand(2, 3).add_(1)


def view_made_in_no_grad(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    with torch.no_grad():
        v = y[0]
    v.mul_(x[1])


def leaf_gains_history(torch):
    x = torch.ones(2, requires_grad=True)
    a = torch.zeros(2)
    a.add_(x)
    print(a, a.is_leaf)


def wrong_dtype(torch):
    a = torch.arange(3)
    a += 0.5


def integer_division(torch):
    a = torch.arange(3)
    a /= 2


def float_takes_integer(torch):
    a = torch.ones(3)
    a += torch.arange(3)
    a *= torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
    print(a)


def wrong_shape(torch):
    a = torch.ones(3)
    a += torch.ones(2, 3)


def assigned_shape(torch):
    a = torch.ones(2, 3)
    a[0] = torch.ones(2)


def integers_take_floats_by_item(torch):
    a = torch.zeros(3, dtype=torch.int64)
    a[0] = 2.7
    a[1] = torch.tensor(3.9)
    print(a)


def bool_assignment(torch):
    a = torch.zeros(3, dtype=torch.bool)
    a[1] = True
    a |= torch.tensor([True, False, False])
    print(a)


def copy_broadcasts(torch):
    a = torch.zeros(2, 3)
    a.copy_(torch.tensor([1, 2, 3]))
    print(a)


def hooks_before_a_write(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.register_hook(lambda g: print('old', g))
    y.mul_(5)
    y.sum().backward()
    print(x.grad)


def retained_before_a_write(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.retain_grad()
    y.mul_(5)
    (y * 2).sum().backward()
    print(y.grad, x.grad)


def relu_in_place(torch):
    x = torch.tensor([-1.0, 2.0], requires_grad=True)
    y = (x * 1).relu_()
    z = torch.relu_(x * 3)
    (y + z).sum().backward()
    print(y, z, x.grad)


def clamp_in_place(torch):
    x = torch.tensor([-1.0, 2.0, 5.0], requires_grad=True)
    y = (x * 1).clamp_(0, 3)
    y.sum().backward()
    print(y, x.grad)


def masked_fill_in_place(torch):
    x = torch.tensor([-1.0, 2.0, 5.0], requires_grad=True)
    y = (x * 1).masked_fill_(x > 3, 0.0)
    y.sum().backward()
    print(y, x.grad)


def zero_keeps_the_graph(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.zero_()
    (y + x).sum().backward()
    print(y, x.grad)


def names_after_writing(torch):
    x = torch.ones(2, requires_grad=True)
    a = x * 2
    print(a.add_(1).grad_fn.name(), a.exp_().grad_fn.name(), a.zero_().grad_fn.name())
    a[0] = 1
    print(a)
