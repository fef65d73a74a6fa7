"""backward, autograd.grad, hooks."""


def not_scalar(torch):
    (torch.ones(2, requires_grad=True) * 2).backward()


def no_graph(torch):
    torch.ones(1).backward()


def no_graph_of_several(torch):
    torch.ones(3).sum().backward()


def with_gradient(torch):
    x = torch.ones(2, requires_grad=True)
    (x * 2).backward(torch.tensor([1.0, 10.0]))
    print(x.grad)
    (x * 2).backward(gradient=torch.ones(2))
    print(x.grad)


def wrong_gradient_shape(torch):
    x = torch.ones(2, requires_grad=True)
    (x * 2).backward(torch.ones(3))


def gradient_of_a_list(torch):
    x = torch.ones(2, requires_grad=True)
    (x * 2).backward([1.0, 2.0])


def freed(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x**2
    y.backward()
    y.backward()


def freed_in_a_shared_part(torch):
    x = torch.tensor(2.0, requires_grad=True)
    h = x.exp()
    a, b = h * 2, h * 3
    a.backward()
    print(x.grad)
    b.backward()


def addition_keeps_nothing(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x + 1
    y.backward()
    y.backward()
    print(x.grad)


def retain_graph(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x**3
    y.backward(retain_graph=True)
    y.backward(retain_graph=True)
    y.backward()
    print(x.grad)


def inputs_of_backward(torch):
    x, w = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    (x * w).backward(inputs=[w])
    print(x.grad, w.grad)


def inputs_that_are_no_leaves(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 2
    (y * y).backward(inputs=y)
    print(y.grad, x.grad)


def empty_inputs(torch):
    torch.tensor(2.0, requires_grad=True).backward(inputs=[])


def grad_function(torch):
    x, y = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    z = x * x * y
    print(torch.autograd.grad(z, [x, y], retain_graph=True))
    print(torch.autograd.grad(z, x), x.grad)


def grad_unused(torch):
    x, y = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    z = x * 2
    print(torch.autograd.grad(z, [x, y], allow_unused=True))
    torch.autograd.grad(x * 2, [x, y])


def grad_of_no_grad_input(torch):
    x = torch.tensor(2.0, requires_grad=True)
    torch.autograd.grad(x * 2, torch.tensor(1.0))


def grad_outputs(torch):
    x = torch.ones(3, requires_grad=True)
    print(torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1.0, 2.0, 3.0])))
    print(torch.autograd.grad(x * 2, x, torch.ones(3)))
    torch.autograd.grad(x * 2, x)


def grad_materialized(torch):
    x, y = torch.tensor(2.0, requires_grad=True), torch.ones(2, requires_grad=True)
    print(torch.autograd.grad(x * 2, [x, y], materialize_grads=True))


def grad_by_the_output(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 2
    print(torch.autograd.grad(y, y))


def grad_by_a_middle(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 2
    print(torch.autograd.grad(y**2, [y, x]))


def several_outputs(torch):
    x = torch.tensor(2.0, requires_grad=True)
    print(torch.autograd.grad([x * 2, x**2], x))
    torch.autograd.backward([x * 2, x**2])
    print(x.grad)


def create_graph(torch):
    x = torch.tensor(2.0, requires_grad=True)
    (g,) = torch.autograd.grad(x**3, x, create_graph=True)
    print(g)
    (h,) = torch.autograd.grad(g, x, create_graph=True)
    print(h)
    print(torch.autograd.grad(h, x))


def create_graph_warns(torch):
    x = torch.tensor(2.0, requires_grad=True)
    (x**3).backward(create_graph=True)
    print(x.grad)
    g = x.grad
    x.grad = None
    g.backward()
    print(x.grad)


def gradient_penalty(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    y = (x**2).sin().sum()
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    ((g.norm() - 1) ** 2).backward()
    print(x.grad)


def hessian_by_rows(torch):
    x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    y = x[0] ** 2 * x[1] + x[1].exp()
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    rows = [torch.autograd.grad(g[k], x, retain_graph=True)[0] for k in range(2)]
    print(torch.stack(rows))


def hessian_vector_product(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    v = torch.tensor([1.0, 0.0, -1.0])
    y = (x**3).sum() * x.prod()
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    print(torch.autograd.grad(g @ v, x))


def second_derivatives_through_exp(torch):
    x = torch.tensor([0.5, 1.0], requires_grad=True)
    y = (x.exp() * x.sin() / x.sqrt()).sum()
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    print(g, torch.autograd.grad(g.sum(), x))


def second_derivative_of_linear(torch):
    x = torch.tensor(2.0, requires_grad=True)
    (g,) = torch.autograd.grad(x * 3, x, create_graph=True)
    print(g, g.requires_grad)
    torch.autograd.grad(g, x)


def hook_sees(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 3
    y.register_hook(lambda g: print('y', g))
    x.register_hook(lambda g: print('x', g))
    (y**2).backward()
    print(x.grad)


def hook_replaces(torch):
    x = torch.tensor([1.0, -2.0], requires_grad=True)
    y = x * 3
    y.register_hook(lambda g: g * 10)
    x.register_hook(lambda g: g.clamp(-5, 5))
    (y**2).sum().backward()
    print(x.grad)


def hook_removed(torch):
    x = torch.tensor(2.0, requires_grad=True)
    h = x.register_hook(lambda g: g * 100)
    (x * 2).backward()
    h.remove()
    h.remove()
    (x * 2).backward()
    print(x.grad)


def hooks_in_order(torch):
    x = torch.tensor(2.0, requires_grad=True)
    x.register_hook(lambda g: g + 1)
    x.register_hook(lambda g: g * 2)
    (x * 5).backward()
    print(x.grad)


def hook_order_over_the_graph(torch):
    a = torch.tensor(1.0, requires_grad=True)
    b = torch.tensor(2.0, requires_grad=True)
    c = a * 2
    d = c * b
    for name, t in [('a', a), ('b', b), ('c', c), ('d', d)]:
        t.register_hook(lambda g, name=name: print(name, g))
    d.backward()


def hook_on_no_grad(torch):
    torch.ones(1).register_hook(print)


def hook_of_wrong_type(torch):
    x = torch.ones(1, requires_grad=True)
    x.register_hook(lambda g: 3)
    (x * 2).backward()


def hook_of_wrong_shape(torch):
    x = torch.ones(1, requires_grad=True)
    x.register_hook(lambda g: torch.ones(2))
    (x * 2).backward()


def hook_and_retain(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * 3
    y.retain_grad()
    y.register_hook(lambda g: g * 2)
    y.backward()
    print(y.grad, x.grad)


def post_accumulate_hook(torch):
    x = torch.tensor(2.0, requires_grad=True)
    x.register_post_accumulate_grad_hook(lambda t: print('now', t.grad))
    (x * 2).backward()
    (x * 2).backward()


def post_accumulate_hook_on_non_leaf(torch):
    (torch.ones(1, requires_grad=True) * 2).register_post_accumulate_grad_hook(print)


def graph_names(torch):
    x = torch.ones(2, requires_grad=True)
    y = (x * 2 + 1).sum()
    node = y.grad_fn
    while node is not None:
        print(node.name(), type(node).__name__, len(node.next_functions))
        node = node.next_functions[0][0] if node.next_functions else None


def accumulate_variable(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    leaf = y.grad_fn.next_functions[0][0]
    print(leaf.variable is x, y.grad_fn.next_functions[1])


def grad_fn_of_leaf(torch):
    x = torch.ones(2, requires_grad=True)
    print(x.grad_fn, x.detach().grad_fn, (x.detach() * 2).grad_fn)


def diamond(torch):
    x = torch.tensor(2.0, requires_grad=True)
    a = x * x
    b = a + x
    c = a * b
    c.backward()
    print(x.grad)


def deep_chain(torch):
    x = torch.tensor(1.0, requires_grad=True, dtype=torch.float64)
    y = x
    for _ in range(20000):
        y = y + x * 1e-4
    y.backward()
    print(x.grad)


def broadcast_gradients(torch):
    a = torch.ones(3, 1, requires_grad=True)
    b = torch.ones(4, requires_grad=True)
    c = torch.tensor(2.0, requires_grad=True)
    (a * b * c).sum().backward()
    print(a.grad, b.grad, c.grad)


def gradient_dtype_is_cast(torch):
    x = torch.ones(2, requires_grad=True)
    (x * 2).backward(torch.ones(2, dtype=torch.float64))
    print(x.grad)


def backward_in_no_grad(torch):
    x = torch.tensor(2.0, requires_grad=True)
    y = x * x
    with torch.no_grad():
        y.backward()
    print(x.grad)


def jacobian_by_hand(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = torch.stack([x[0] * x[1], x[0] ** 2, x[1].sin()])
    rows = [torch.autograd.grad(y[k], x, retain_graph=True)[0] for k in range(3)]
    print(torch.stack(rows))


def anomaly(torch):
    with torch.autograd.set_detect_anomaly(True):
        x = torch.tensor(2.0, requires_grad=True)
        (x * x).backward()
    print(x.grad)


def grad_after_no_grad_update(torch):
    w = torch.tensor(1.0, requires_grad=True)
    for _ in range(3):
        loss = (w * 2 - 1) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.1 * w.grad
            w.grad.zero_()
    print(w, w.grad)


def update_by_data(torch):
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    (w**2).sum().backward()
    w.data -= 0.1 * w.grad
    print(w)


def update_without_no_grad_makes_a_new_tensor(torch):
    w = torch.tensor(1.0, requires_grad=True)
    (w**2).backward()
    w = w - 0.1 * w.grad
    print(w, w.is_leaf)
    (w**2).backward()
    print(w.grad)
