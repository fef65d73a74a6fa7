"""How tensors are printed."""
import math


def scalars(torch):
    for v in (1.0, 4.3, -0.5, 1e-5, 123456.789, 1e8, 1e9, 0.0, -0.0, math.nan, math.inf, -math.inf, 3, True, 1e-45, 12345678.0):
        print(torch.tensor(v))


def doubles(torch):
    print(torch.tensor(4.3, dtype=torch.double), torch.tensor([1.0, 2.5], dtype=torch.float64))
    print(torch.tensor(1 / 3, dtype=torch.float64))


def whole_floats(torch):
    print(torch.tensor([1.0, 2.0, 100.0]), torch.tensor([0.0]), torch.tensor([1.0, -10.0, 1000.0]))


def mixed_widths(torch):
    print(torch.tensor([1.5, -22.25, 333.125]), torch.tensor([0.001, 0.5]), torch.tensor([-1.0, 0.25]))


def scientific(torch):
    print(torch.tensor([1e-5, 1.0]), torch.tensor([1.0, 1e5]), torch.tensor([0.5, 1000.0]), torch.tensor([1e10]))
    print(torch.tensor([1.0, 1001.0]), torch.tensor([1.0, 1000.5]), torch.tensor([1e-4, 2e-4]), torch.tensor([9e-5]))


def nan_and_inf(torch):
    print(torch.tensor([1.0, math.nan, math.inf]), torch.tensor([1.5, math.nan, -math.inf]))
    print(torch.tensor([math.nan, math.nan]), torch.tensor([1e10, math.inf]), torch.tensor([[math.inf, 1.0]]))


def integers(torch):
    print(torch.tensor([1, -20, 300]), torch.tensor([[1, 2], [30, 4]]), torch.tensor([], dtype=torch.int64))
    print(torch.tensor([1, 2], dtype=torch.int32), torch.tensor(5, dtype=torch.int8), torch.tensor([1], dtype=torch.uint8))


def bools(torch):
    print(torch.tensor([True, False]), torch.tensor(True), torch.tensor([[True], [False]]))


def empties(torch):
    print(torch.tensor([]), torch.empty(0, 3), torch.zeros(2, 0), torch.tensor([], dtype=torch.float64))
    print(torch.zeros(0, dtype=torch.bool), torch.zeros(1, 0, 2, dtype=torch.int64))


def matrices(torch):
    print(torch.eye(3))
    print(torch.tensor([[1.5, -2.0], [30.25, 4.0]]))
    print(torch.ones(1, 1), torch.ones(2, 1))


def cubes(torch):
    print(torch.arange(24).reshape(2, 3, 4))
    print(torch.arange(8.0).reshape(2, 2, 2) / 3)
    print(torch.zeros(2, 1, 1, 2))


def long_rows(torch):
    print(torch.arange(40))
    print(torch.arange(30) / 7)
    print(torch.arange(60.0).reshape(2, 30))


def summarized(torch):
    print(torch.arange(1001))
    print(torch.arange(2000.0).reshape(40, 50))
    print(torch.arange(1000).sum(), torch.zeros(1001))


def summarized_cube(torch):
    print(torch.arange(2000).reshape(10, 20, 10))


def summarized_narrow(torch):
    print(torch.ones(1100, 2) * 0.5)
    print(torch.ones(3, 500))


def a_thousand(torch):
    print(torch.zeros(1000)[:5], torch.arange(1000).reshape(100, 10)[:3])


def requires_grad(torch):
    print(torch.ones(2, requires_grad=True), torch.tensor(1.5, dtype=torch.float64, requires_grad=True))
    print(torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True))


def grad_fns(torch):
    x = torch.ones(2, requires_grad=True)
    print(x * 2, x + 1, 1 - x, x / 2, 2 / x, -x, x**2, 2**x, x**x)
    print(x.sum(), x.mean(), x.exp(), x[0], x[:1], x @ x, x.max(), x.sum(0), x.view(2, 1))
    print((x * 2).double())


def suffix_on_a_new_line(torch):
    x = torch.arange(9.0, requires_grad=True)
    print(x * 1.5)
    print((torch.arange(16.0, dtype=torch.float64) / 3).requires_grad_())
    print(torch.arange(12.0).reshape(2, 6).requires_grad_() * 0.123)


def repr_str_format(torch):
    x = torch.tensor(1.23456)
    print(repr(x), str(x), f'{x}', f'{x:.2f}', '{:8.3f}|'.format(x), '%s' % x, '%.1f' % x)
    print(f'{torch.tensor(3)}', f'{torch.tensor(3):04d}', f'{torch.tensor([1.0])}')


def format_of_several(torch):
    print(f'{torch.ones(2):.2f}')


def in_containers(torch):
    print([torch.tensor(1.0), torch.tensor([2, 3])], {'a': torch.tensor(True)}, (torch.ones(1),))


def shapes(torch):
    print(torch.ones(2, 3).shape, torch.tensor(1).shape, torch.ones(2).size())
    print(f'{torch.ones(2, 3).shape}', list(torch.ones(4, 5).shape), str(torch.Size([1, 2])))


def dtypes(torch):
    print(torch.float32, torch.float64, torch.int64, torch.bool, torch.double, torch.long, torch.half, torch.float)


def options(torch):
    x = torch.tensor([1 / 3, 100.0])
    torch.set_printoptions(precision=2)
    print(x)
    torch.set_printoptions(precision=6, sci_mode=True)
    print(x)
    torch.set_printoptions(profile='short')
    print(torch.arange(2000) / 3)
    torch.set_printoptions(profile='default', sci_mode=False)
    print(torch.tensor([1e-8, 1e8]))


def named_results(torch):
    x = torch.tensor([[3.0, 1.0], [2.0, 5.0]])
    print(x.max(1))
    print(x.sort())
    print(x.topk(1))
    print(x.median(0))
    print(torch.linalg.slogdet(x))


def default_dtype(torch):
    torch.set_default_dtype(torch.float64)
    print(torch.tensor(1.5), torch.ones(2), torch.tensor(1.5, dtype=torch.float32), torch.get_default_dtype())


def half_precision(torch):
    print(torch.tensor([1.5, 2.25], dtype=torch.float16), torch.tensor(0.1, dtype=torch.half))


def negative_zero(torch):
    print(torch.tensor([-0.0, 1.5]), torch.tensor([-0.0]), torch.tensor(-0.0))


def large_integers_as_floats(torch):
    print(torch.tensor([16777216.0, 1.0]), torch.tensor([1e7, 2e7]), torch.tensor(99999.5), torch.tensor(123456789.0))


def tolist_and_item(torch):
    x = torch.tensor([[1.5, 2.0], [3.25, 4.0]])
    print(x.tolist(), x[0, 0].item(), torch.tensor(3).item(), torch.tensor(True).item(), torch.tensor(2.5).tolist())
    print(type(torch.tensor(1).item()), type(torch.tensor(1.0).item()), type(torch.tensor(True).item()))
