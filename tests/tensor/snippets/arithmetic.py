"""Operators, dtypes, comparison, elementwise functions."""
import math


def promotion(torch):
    i, f, d, b = torch.arange(3), torch.ones(3), torch.ones(3, dtype=torch.float64), torch.tensor([True, False, True])
    print((i + 1).dtype, (i + 1.0).dtype, (i + f).dtype, (f + d).dtype, (b + 1).dtype, (b + b).dtype, (i * b).dtype)
    print((f + 1).dtype, (d + 1.5).dtype, (i / 2).dtype, (i / i).dtype, (i // 2).dtype, (b * 1.0).dtype, (i**2).dtype)


def zero_dim_promotion(torch):
    f, d0 = torch.ones(3), torch.tensor(2.0, dtype=torch.float64)
    i, i0 = torch.arange(3, dtype=torch.int32), torch.tensor(2)
    print((f * d0).dtype, (i * i0).dtype, (i * torch.tensor(1.5)).dtype, (d0 * torch.tensor(1.0)).dtype, (i * d0).dtype)
    print((torch.tensor(1) + torch.tensor(1.0)).dtype, (torch.tensor(True) + 1).dtype, (torch.ones(1) * d0).dtype)


def small_integers(torch):
    a, b = torch.tensor([200], dtype=torch.uint8), torch.tensor([100], dtype=torch.int8)
    print(a + a, (a + b), b + b, a + 100, (a * 1.0))


def creation_dtypes(torch):
    print(torch.tensor(1).dtype, torch.tensor(1.0).dtype, torch.tensor(True).dtype, torch.tensor([1, 2.5]).dtype)
    print(torch.zeros(2).dtype, torch.arange(3).dtype, torch.arange(3.0).dtype, torch.full((2,), 1).dtype)
    print(torch.eye(2).dtype, torch.linspace(0, 1, 3).dtype, torch.tensor([True, 2]).dtype, torch.tensor([]).dtype)
    print(torch.full((2,), 1.0).dtype, torch.full((2,), True).dtype, torch.empty(2, dtype=torch.int16).dtype)


def conversions(torch):
    x = torch.tensor([1.7, -2.3, 0.0])
    print(x.int(), x.long(), x.bool(), x.double(), x.half(), x.to(torch.int64), x.float() is x, x.type(torch.float64))
    print(torch.tensor([0, 2]).bool(), torch.tensor([True]).float(), x.to(torch.tensor([1])), x.type_as(torch.tensor(1)))


def true_division(torch):
    a = torch.tensor([7, -7, 0])
    print(a / 2, a // 2, a % 3, a / torch.tensor([2, 2, 0]), torch.tensor([1.0, -1.0, 0.0]) / 0)


def floor_division(torch):
    x = torch.tensor([7.5, -7.5])
    print(x // 2, x % 2, torch.div(x, 2, rounding_mode='trunc'), torch.div(x, 2, rounding_mode='floor'), torch.fmod(x, 2))
    print(torch.remainder(torch.tensor([-3, 3]), 2), torch.floor_divide(torch.tensor([-3, 3]), 2))


def integer_division_by_zero(torch):
    torch.arange(3) // 0


def integer_powers(torch):
    print(torch.arange(4) ** 2, 2 ** torch.arange(4), torch.arange(1, 4) ** torch.tensor([2, 1, 0]), torch.arange(3) ** 0.5)
    torch.arange(3) ** -1


def no_warnings(torch):
    z = torch.tensor([0.0, -1.0])
    print(1 / z, z.log(), z.sqrt(), torch.tensor(1e38) * 1e10, z / 0, torch.tensor(1000.0).exp(), z**-1)


def reflected(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    y = 2 - x + 3 * x - 1 / x + 2**x
    y.sum().backward()
    print(y, x.grad)


def comparisons(torch):
    a, b = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([3.0, 2.0, 1.0])
    print(a < b, a <= b, a > 2, a >= b, a == b, a != 2, (a < b).dtype, 2 < a, torch.eq(a, b), torch.equal(a, a))


def logic(torch):
    a, b = torch.tensor([True, False]), torch.tensor([True, True])
    print(a & b, a | b, a ^ b, ~a, torch.logical_and(a, b), torch.logical_not(torch.tensor([0.0, 2.0])))
    print(torch.tensor([5]) & 3, ~torch.tensor([5]), a.any(), a.all(), torch.tensor([0, 1]).any(), b.all().item())


def bool_of_several(torch):
    if torch.ones(2) > 0:
        print('never')


def bool_of_none(torch):
    bool(torch.tensor([]))


def python_numbers(torch):
    x = torch.tensor(2.5)
    print(float(x), int(x), bool(x), float(torch.tensor([3])), int(torch.tensor(7)), [10, 20, 30][torch.tensor(1)])
    print(math.sqrt(torch.tensor(4.0)), range(torch.tensor(3)), round(float(x), 1), bool(torch.tensor([0])))


def float_of_a_gradient_warns(torch):
    x = torch.tensor(2.5, requires_grad=True)
    print(x.item())


def float_of_several(torch):
    float(torch.ones(2))


def item_of_several(torch):
    torch.ones(2).item()


def broadcasting(torch):
    a, b = torch.arange(3).reshape(3, 1), torch.arange(2)
    print(a + b, (a * b).shape, (torch.ones(2, 1, 3) + torch.ones(4, 1)).shape)


def shapes_that_do_not_fit(torch):
    torch.ones(3) + torch.ones(4)


def shapes_that_do_not_fit_in_2d(torch):
    torch.ones(2, 3) * torch.ones(3, 2)


def text_operand(torch):
    torch.ones(2) + 'a'


def none_operand(torch):
    torch.ones(2) * None


def compared_with_text(torch):
    torch.ones(2) < 'a'


def negated_bools(torch):
    -torch.tensor([True])


def subtracted_bools(torch):
    torch.tensor([True]) - torch.tensor([False])


def inverted_floats(torch):
    ~torch.ones(1)


def functions(torch):
    x = torch.tensor([0.1, 0.5, 0.9])
    for n in ('sin cos tan asin acos atan sinh cosh tanh exp log sqrt rsqrt square reciprocal neg abs sigmoid relu log1p '
              'expm1 log2 log10 erf erfc floor ceil round trunc frac sign exp2 logit atanh asinh').split():
        print(n, getattr(torch, n)(x), getattr(x, n)())


def gradients_of_functions(torch):
    for n in 'sin cos tan asin acos atan sinh cosh tanh exp log sqrt rsqrt sigmoid log1p erf square reciprocal floor sign'.split():
        x = torch.tensor([0.2, 0.7], requires_grad=True)
        y = getattr(torch, n)(x)
        y.sum().backward()
        print(y, x.grad)


def gradients_at_corners(torch):
    for f in (torch.abs, torch.relu, torch.sqrt, torch.sign, lambda x: x.clamp(0, 1), lambda x: x**0.5, lambda x: x**2, lambda x: x**0,
              lambda x: torch.maximum(x, torch.zeros(3)), lambda x: x.clamp(min=0)):
        x = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
        f(x).sum().backward()
        print(x.grad)


def integers_in_float_functions(torch):
    print(torch.sin(torch.tensor([0, 1])), torch.arange(3).exp(), torch.tensor([1, 4]).sqrt(), torch.sigmoid(torch.tensor(0)))
    print(torch.abs(torch.tensor([-1, 2])), torch.sign(torch.tensor([-5, 0])), torch.square(torch.tensor([3])))


def function_of_a_number(torch):
    torch.sin(3)


def clamp(torch):
    x = torch.tensor([-2.0, 0.5, 3.0], requires_grad=True)
    y = x.clamp(-1, 1)
    y.sum().backward()
    print(y, x.grad, torch.clamp(x, min=0), x.clamp(max=1.0), torch.clamp(torch.arange(5), 1, 3), x.clip(0, 1))


def clamp_without_bounds(torch):
    torch.clamp(torch.ones(1))


def maximum_shares_ties(torch):
    a, b = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([1.0, 3.0], requires_grad=True)
    torch.maximum(a, b).sum().backward()
    print(a.grad, b.grad)


def alpha_and_friends(torch):
    a, b = torch.ones(2), torch.arange(2.0)
    print(torch.add(a, b, alpha=3), a.sub(b, alpha=2), torch.addcmul(a, b, b, value=2), torch.lerp(a, b, 0.5), torch.addcdiv(a, b, a))


def atan2_and_hypot(torch):
    x, y = torch.tensor([1.0, -1.0], requires_grad=True), torch.tensor([2.0, 3.0], requires_grad=True)
    (torch.atan2(y, x) + torch.hypot(x, y)).sum().backward()
    print(x.grad, y.grad)


def isnan_isclose(torch):
    x = torch.tensor([1.0, math.nan, math.inf])
    print(torch.isnan(x), x.isinf(), torch.isfinite(x), torch.isclose(torch.tensor([1.0]), torch.tensor([1.0 + 1e-9])))
    print(torch.allclose(torch.ones(2), torch.ones(2) + 1e-9), x.nan_to_num(0.0, 5.0))


def powers(torch):
    x = torch.tensor([2.0, 3.0], requires_grad=True)
    n = torch.tensor([3.0, 2.0], requires_grad=True)
    (x**n).sum().backward()
    print(x.grad, n.grad, torch.pow(x, 2), torch.pow(2, x), x.pow(0.5))


def linspace_and_arange(torch):
    print(torch.linspace(0, 1, 5), torch.arange(1, 2, 0.25), torch.arange(5, 0, -2), torch.linspace(3, 3, 2), torch.logspace(0, 2, 3))
    print(torch.arange(3, dtype=torch.float64), torch.arange(2, 5), torch.eye(2, 3), torch.full((2, 2), 0.5))


def unequal_lengths(torch):
    torch.tensor([[1, 2], [3]])


def text_tensor(torch):
    torch.tensor('abc')


def none_tensor(torch):
    torch.tensor(None)


def nested_tensors(torch):
    print(torch.tensor([torch.tensor(1.0), torch.tensor(2.0)]), torch.tensor(((1, 2), (3, 4))), torch.tensor(range(3)))


def manual_seed_repeats(torch):
    torch.manual_seed(0)
    a = torch.rand(3)
    torch.manual_seed(0)
    print(torch.equal(a, torch.rand(3)), a.shape, a.dtype, torch.randn(2, 3).shape, torch.randint(0, 5, (4,)).dtype)
    print(bool((a >= 0).all() and (a < 1).all()), torch.randperm(5).sort().values, torch.rand(2, requires_grad=True).is_leaf)
    print(torch.rand_like(a).shape, torch.randn_like(a, dtype=torch.float64).dtype, torch.rand(()).shape, torch.rand((2, 1)).shape)


def finfo(torch):
    print(torch.finfo(torch.float32).eps, torch.finfo(torch.float64).max, torch.iinfo(torch.int32).max)


def floor_divide_has_no_gradient(torch):
    x = torch.tensor([7.5], requires_grad=True)
    y = x // 2
    print(y)
    y.sum().backward()


def remainder_gradient(torch):
    x = torch.tensor([7.5, -7.5], requires_grad=True)
    (x % 2).sum().backward()
    print(x.grad)


def bool_from_integers(torch):
    torch.arange(2) - torch.tensor([True, False])


def powers_of_bools(torch):
    torch.tensor([True]) ** torch.tensor([True])


def softmax_of_integers(torch):
    torch.softmax(torch.arange(3), 0)


def rounded_integers(torch):
    print(torch.round(torch.tensor([1, 2])), torch.tensor([2.5, 3.5, -0.5]).round(), torch.tensor(1.2345).round(decimals=2))
