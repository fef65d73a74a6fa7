"""no_grad, enable_grad, set_grad_enabled."""


def no_grad(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.no_grad():
        y = x * 2
        print(torch.is_grad_enabled())
    print(y.requires_grad, y.grad_fn, y.is_leaf, torch.is_grad_enabled())


def nested(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.no_grad():
        with torch.enable_grad():
            print((x * 2).requires_grad)
        print((x * 2).requires_grad)


def decorators(torch):
    @torch.no_grad()
    def double(x):
        """Twice."""
        return x * 2

    @torch.no_grad
    def triple(x):
        return x * 3

    @torch.enable_grad()
    def half(x):
        return x / 2

    x = torch.ones(2, requires_grad=True)
    print(double(x).requires_grad, triple(x).requires_grad, double.__name__, double.__doc__)
    with torch.no_grad():
        print(half(x).requires_grad)


def set_grad_enabled(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.set_grad_enabled(False):
        print((x * 2).requires_grad)
    print((x * 2).requires_grad)
    torch.set_grad_enabled(False)
    print((x * 2).requires_grad, torch.is_grad_enabled())
    torch.set_grad_enabled(True)
    print((x * 2).requires_grad)


def mode_as_decorator(torch):
    @torch.set_grad_enabled(False)
    def f(x):
        return x * 2

    print(f(torch.ones(1, requires_grad=True)).requires_grad, torch.is_grad_enabled())


def exceptions_leave_the_mode(torch):
    try:
        with torch.no_grad():
            raise ValueError('inside')
    except ValueError:
        print(torch.is_grad_enabled())


def requires_grad_inside(torch):
    with torch.no_grad():
        x = torch.ones(2, requires_grad=True)
        y = x * 2
    print(x.requires_grad, y.requires_grad)


def inference(torch):
    with torch.inference_mode():
        y = torch.ones(2, requires_grad=True) * 2
    print(y.requires_grad)


def recursion(torch):
    @torch.no_grad()
    def f(n):
        return n if n == 0 else f(n - 1)

    f(3)
    print(torch.is_grad_enabled())


def detached_loop(torch):
    w = torch.tensor(2.0, requires_grad=True)
    h = torch.tensor(1.0)
    for _ in range(3):
        h = (h * w).detach() * w
    h.backward()
    print(w.grad)
