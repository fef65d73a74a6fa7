"""What a user of PyTorch tries line by line: each line is evaluated alone, and its refusal printed."""
import numpy as np


def each(torch, text, **names):
    """Evaluate each line of a text, and print what it is or how it is refused."""
    space = {'torch': torch, 'np': np, 'F': torch.nn.functional, **names}
    for line in text.strip().splitlines():
        try:
            found = eval(line.strip(), space)
            print(line.strip(), '->', found)
        except Exception as e:
            print(line.strip(), '->', type(e).__name__, '|', e)


def indexing(torch):
    x = torch.arange(24.0).reshape(2, 3, 4).requires_grad_()
    each(torch, """
        x[0]
        x[-1, -1, -1]
        x[..., 0]
        x[:, None, 1].shape
        x[None].shape
        x[:, ::2, 1:3]
        x[:, -2:]
        x[5]
        x[0, 3]
        x[0, 0, 0, 0]
        x[..., ...]
        x[::-1]
        x[1.5]
        x['a']
        x[[0, 1]].shape
        x[[0, 1], [1, 2]]
        x[[0, 1], :, [1, 2]]
        x[:, [0, 2]].shape
        x[:, [0, 2], 1]
        x[[[0, 1], [1, 0]]].shape
        x[torch.tensor([1, 0])].shape
        x[torch.tensor([1, 0]), torch.tensor([2, 2])]
        x[torch.tensor(1)].shape
        x[torch.tensor([True, False])]
        x[x > 20]
        x[x[:, :, 0] > 10]
        x[:, torch.tensor([True, False, True])].shape
        x[torch.tensor([True, False, True])]
        x[True].shape
        x[False].shape
        x[0, True].shape
        x[:, 1:1].shape
        x[2:].shape
        x[torch.tensor([0.5])]
        x[np.array([0, 1]), 0, 0]
        x[np.int64(1), 0, 0]
        x[slice(None), slice(0, 2), 3]
        x[(0, 1)]
        x[range(2)].shape
        x[torch.tensor([-1, -2])][:, 0, 0]
        x[torch.tensor([7])]
        x[[2]]
        x[[]].shape
        x[torch.tensor([], dtype=torch.int64)].shape
        x[0][1][2]
        x[0, ..., 1]
        x[None, ..., None].shape
        x[:, :, :, :]
        x[1, [0, 2], None].shape
        x[[0, 1], None, [1, 2]].shape
        x[torch.tensor([[0], [1]]), torch.tensor([[0, 1]])].shape
        x[torch.tensor([0, 1]), torch.tensor([0, 1, 2])]
        x[torch.tensor([0, 1], dtype=torch.int32)].shape
        x[torch.tensor([1, 0], dtype=torch.uint8)].shape
        x[0.0:1]
        x[torch.tensor(0):torch.tensor(1)].shape
        torch.tensor(5.0)[0]
        torch.tensor(5.0)[None]
        torch.tensor(5.0)[...]
        torch.tensor(5.0)[()]
        torch.tensor([1, 2, 3])[1:][0]
        torch.tensor([1, 2, 3])[-4]
        torch.tensor([1, 2, 3])[torch.tensor([True, False])]
        x[:, 0].grad_fn is not None
    """, x=x)


def assigning(torch):
    def after(f, *shape, dtype=None):
        x = torch.zeros(*shape, dtype=dtype)
        f(x)
        return x

    def put(index, value):
        return lambda x: x.__setitem__(index, value)

    each(torch, """
        after(put(0, 1), 2, 2)
        after(put((0, 1), torch.tensor(5.0)), 2, 2)
        after(put((slice(None), 0), torch.tensor([1.0, 2.0])), 2, 2)
        after(put((slice(None), 0), torch.tensor([1.0, 2.0, 3.0])), 2, 2)
        after(put(0, torch.ones(3)), 2, 2)
        after(put(0, torch.ones(2, 2)), 2, 2)
        after(put(0, torch.ones(1, 2)), 2, 2)
        after(put(0, [1.0, 2.0]), 2, 2)
        after(put(0, np.array([1.0, 2.0])), 2, 2)
        after(put(0, 'a'), 2, 2)
        after(put(0, None), 2, 2)
        after(put(5, 1.0), 2, 2)
        after(put((0, 0, 0), 1.0), 2, 2)
        after(put([0, 1], 3), 2, 2)
        after(put(([0, 1], [1, 0]), torch.tensor([7.0, 8.0])), 2, 2)
        after(put(torch.tensor([True, False]), 9), 2, 2)
        after(put(torch.tensor([[True, False], [False, True]]), torch.tensor([1.0, 2.0])), 2, 2)
        after(put(torch.tensor([[True, False], [False, True]]), torch.tensor([1.0, 2.0, 3.0])), 2, 2)
        after(put(..., 4), 2, 2)
        after(put(slice(None), 4), 2)
        after(put((None, 0), 4), 2)
        after(put(0, 1.7), 2, dtype=torch.int64)
        after(put(0, True), 2, dtype=torch.int64)
        after(put(0, 3), 2, dtype=torch.bool)
        after(put(0, torch.tensor(2.7)), 2, dtype=torch.int32)
        after(put([0], 2.7), 2, dtype=torch.int64)
        after(put([0], torch.tensor([2.7])), 2, dtype=torch.int64)
        after(put(0, torch.ones(2, dtype=torch.float64)), 2, 2)
        after(put([0], torch.ones(2, dtype=torch.float64)), 2, 2)
        after(put((), 3.0))
        after(put(..., 3.0))
        after(put(0, 3.0))
        after(put(None, 3.0), 2)
        after(put(torch.tensor([0, 0]), torch.tensor([1.0, 2.0])), 2)
        after(put(-1, 5), 3)
        after(put(slice(None, None, 2), 5), 4)
        after(put(slice(0, 2), torch.tensor([5.0])), 4)
    """, after=after, put=put)


def assigning_with_gradients(torch):
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    y = torch.zeros(4)
    y[1:] = x * 2
    y[torch.tensor([0, 1])] = x[:2] ** 2
    y[y > 5] = x.sum()
    print(y)
    y.sum().backward()
    print(x.grad)
    z = x.clone()
    z[z > 1.5] = 0
    z[0] += 5
    z[[0, 2]] *= x[1]
    print(z)
    z.sum().backward()
    print(x.grad)


def promotion(torch):
    i, f, d, b, h, u = torch.tensor([1, 2]), torch.tensor([1.5, 2.5]), torch.tensor([1.0, 2.0], dtype=torch.float64), torch.tensor([True, False]), torch.tensor([1.0, 2.0], dtype=torch.float16), torch.tensor([200, 100], dtype=torch.uint8)
    each(torch, """
        i + f
        i + 1.5
        i + 1
        i + True
        i / 2
        i // 2
        i % 2
        i ** 2
        i ** -1
        i ** 0.5
        2 ** i
        -i % 3
        i / i
        b + b
        b + 1
        b + 1.0
        b * f
        b - b
        b - 1
        ~b
        -b
        b & True
        b | b
        b ^ b
        b and b
        i & 1
        i | 4
        i ^ 3
        i << 2
        i >> 1
        ~i
        f & 1
        ~f
        f + d
        f * torch.tensor(2.0, dtype=torch.float64)
        f * np.float64(2)
        np.float64(2) * f
        i * torch.tensor(2.5)
        i + torch.tensor(2, dtype=torch.int32)
        h + f
        h + 1.0
        h * torch.tensor(2.0)
        u + u
        u + 1
        u + 300
        u * 2
        -u
        u + i
        u.to(torch.int8)
        f.to(torch.int64)
        f.int() + b
        i.float() / 3
        torch.result_type(i, 1.0)
        torch.result_type(f, d)
        torch.promote_types(torch.int32, torch.float16)
        torch.promote_types(torch.uint8, torch.int8)
        torch.can_cast(torch.float32, torch.int32)
        i == f
        i == 1.0
        i < 1.5
        b == 1
        i.sum().dtype, b.sum().dtype, u.sum().dtype, i.prod().dtype, i.cumsum(0).dtype
        i.mean()
        b.mean()
        i.float().mean()
        i.mean(dtype=torch.float32)
        f.sum(dtype=torch.float64)
        i.std()
        i.sqrt()
        i.exp()
        b.exp()
        i.abs()
        b.abs()
        i.sin().dtype
        i.relu()
        i.sigmoid()
        i.clamp(0, 1)
        i.clamp(0.5)
        i.floor()
        i.round()
        i.max(), b.max(), u.max()
        f.bool(), i.bool()
        torch.tensor(float('nan')).bool()
        torch.tensor(3) / torch.tensor(2)
        torch.tensor(7) // torch.tensor(-2), torch.tensor(7) % torch.tensor(-2)
        torch.tensor(7.5) // 2, torch.tensor(-7.5) // 2, torch.tensor(-7.5) % 2
        torch.tensor(1) // 0
        torch.tensor(1) % 0
        torch.tensor(1.0) // 0
        torch.tensor(1) / 0
        torch.fmod(torch.tensor(-7.5), 2)
        torch.div(torch.tensor([-7, 7]), 2, rounding_mode='floor')
        torch.div(torch.tensor([-7, 7]), 2, rounding_mode='trunc')
        torch.div(torch.tensor([-7, 7]), 2, rounding_mode='up')
        torch.true_divide(i, 2)
        torch.add(i, i, alpha=2)
        torch.add(f, 1, alpha=0.5)
        torch.add(i, i, alpha=0.5)
        torch.sub(f, i)
        torch.pow(2, f)
        torch.mul(f, 'a')
        f + 'a'
        'a' + f
        f + None
        f + [1, 2]
        [1, 2] + f
        f + (1, 2)
        f * np.array([1.0, 2.0])
        f + torch.ones(3)
        f @ f
        f @ 2
        f @ i
        i @ i
        f.type(), i.type(), b.type(), h.type()
        f.type(torch.int32)
        f.type_as(d)
        f.to(d)
        f.to('cpu')
        f.to('cuda')
        f.double().float().half().dtype
        torch.float32.is_floating_point, torch.int8.itemsize
        torch.float == torch.float32, torch.long is torch.int64
        torch.finfo(torch.float32).eps, torch.iinfo(torch.int16).max
        torch.finfo(torch.int32)
        torch.iinfo(torch.float32)
        torch.is_floating_point(f), torch.is_tensor(3), torch.numel(f)
    """, i=i, f=f, d=d, b=b, h=h, u=u)


def making(torch):
    each(torch, """
        torch.tensor(1), torch.tensor(1.0), torch.tensor(True), torch.tensor([])
        torch.tensor([1, 2.0]), torch.tensor([True, 2]), torch.tensor([True, 2.5])
        torch.tensor([[1, 2], [3]])
        torch.tensor([[1, 2], 3])
        torch.tensor([1, [2]])
        torch.tensor('a')
        torch.tensor(['a'])
        torch.tensor(None)
        torch.tensor([None])
        torch.tensor({1: 2})
        torch.tensor({1, 2})
        torch.tensor()
        torch.tensor(1, 2)
        torch.tensor([torch.tensor(1.0), torch.tensor(2.0)])
        torch.tensor([torch.ones(2), torch.ones(2)])
        torch.tensor(np.float64(2)), torch.tensor(np.float32(2)), torch.tensor(np.int32(2)), torch.tensor(np.bool_(True))
        torch.tensor([np.float64(2)]), torch.tensor([np.float32(2)])
        torch.tensor(np.arange(3)), torch.tensor(np.arange(3.0)), torch.tensor(np.arange(3, dtype=np.float32))
        torch.tensor(np.array(['a']))
        torch.tensor([1.5, 2.5], dtype=torch.int64)
        torch.tensor([1, 0], dtype=torch.bool), torch.tensor([1.5], dtype=torch.float16)
        torch.tensor(300, dtype=torch.uint8)
        torch.tensor([1, 2], dtype=float)
        torch.tensor([1.7, 2], dtype=int)
        torch.tensor(2**63)
        torch.tensor(1e400), torch.tensor(float('inf')), torch.tensor(-float('nan'))
        torch.tensor(range(3)), torch.tensor((1, 2)), torch.tensor([(1, 2), [3, 4]])
        torch.tensor([1.0], device='cpu').device
        torch.Tensor([1, 2]), torch.Tensor(2, 3).shape, torch.FloatTensor([1, 2]), torch.LongTensor([1, 2])
        torch.as_tensor([1, 2]), torch.as_tensor(3.0), torch.as_tensor(np.ones(2)), torch.as_tensor(np.ones(2), dtype=torch.float32)
        torch.from_numpy(np.ones(2)), torch.from_numpy(np.array(3))
        torch.from_numpy([1, 2])
        torch.from_numpy(3.0)
        torch.from_numpy(np.array(['a']))
        torch.zeros(2, 3), torch.zeros((2, 3)).shape, torch.zeros([2]).shape, torch.zeros(()), torch.zeros(2, 0)
        torch.zeros(size=(2,)), torch.zeros(torch.Size([1])), torch.zeros(2, dtype=torch.int32)
        torch.zeros(-1)
        torch.zeros(2.0)
        torch.zeros('a')
        torch.zeros()
        torch.ones(2, 2, dtype=torch.bool), torch.ones(2, dtype=torch.float64, requires_grad=True)
        torch.full((2, 2), 3.5), torch.full((2,), 3), torch.full((2,), True), torch.full((2,), 3, dtype=torch.float32)
        torch.full(2, 3)
        torch.full((), 1.0)
        torch.eye(3), torch.eye(2, 3), torch.eye(2, dtype=torch.int64)
        torch.eye(-1)
        torch.arange(5), torch.arange(1, 4), torch.arange(1, 2, 0.25), torch.arange(5, 0, -2), torch.arange(3.0)
        torch.arange(0)
        torch.arange(3, 0)
        torch.arange(0, 3, 0)
        torch.arange(end=3), torch.arange(start=1, end=3), torch.arange(0, 1, step=0.5)
        torch.arange(2.5), torch.arange(3, dtype=torch.float64)
        torch.linspace(0, 1, 5), torch.linspace(0, 10, steps=3), torch.linspace(1, 1, 1), torch.linspace(0, 1, 0)
        torch.logspace(0, 2, 3), torch.logspace(0, 3, 4, base=2)
        torch.zeros_like(torch.tensor([1, 2])), torch.ones_like(torch.tensor([1.0])), torch.full_like(torch.tensor([1.0, 2.0]), 7)
        torch.zeros_like(torch.tensor([1.0]), dtype=torch.int64), torch.ones_like(torch.ones(1, requires_grad=True)).requires_grad
        torch.zeros_like([1.0])
        torch.empty(2, 3).shape, torch.empty(0), torch.empty_like(torch.ones(2, 2)).shape
        torch.rand(2, 3).shape, torch.randn(2, dtype=torch.float64).dtype, torch.randint(0, 5, (3,)).dtype, torch.randperm(4).sort().values
        torch.rand(2, requires_grad=True).is_leaf, torch.randint(3, (2, 2)).shape
        torch.rand_like(torch.ones(2, 3)).shape, torch.randn_like(torch.ones(2, dtype=torch.float64)).dtype
        torch.randint(0, 0, (1,))
        torch.ones(2).new_zeros(3), torch.ones(2, dtype=torch.float64).new_tensor([1, 2]), torch.ones(1).new_full((2,), 5)
        torch.ones(2).new_ones(2, 2), torch.tensor([1]).new_empty(3).shape
        torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')
        torch.diag(torch.tensor([1.0, 2.0])), torch.diag(torch.ones(2, 2)), torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(3, 3), 1)
        torch.Size([2, 3]), torch.Size([2, 3]).numel(), torch.Size([2, 3])[0], tuple(torch.Size([2, 3])), torch.Size([2]) + (3,), torch.Size([2, 3])[1:], torch.Size((2, 3)) == (2, 3)
        torch.pi, torch.inf, torch.nan, torch.e
        torch.scalar_tensor(3.0)
        torch.tril_indices(3, 3)
        torch.device('cpu'), torch.tensor(1).device, torch.cuda.is_available()
        torch.get_default_dtype()
        torch.set_default_dtype(torch.int64)
    """)


def reductions(torch):
    x = torch.tensor([[3.0, 1.0, 2.0], [0.5, 4.0, 4.0]], requires_grad=True)
    each(torch, """
        x.sum(), x.sum(0), x.sum(dim=1), x.sum(1, keepdim=True), x.sum((0, 1)), x.sum(-1), x.sum([0])
        x.sum(2)
        x.sum(dim=(0, 0))
        x.sum(axis=1)
        x.sum(1, True)
        x.mean(), x.mean(0), x.mean(1, keepdim=True)
        x.prod(), x.prod(1)
        x.max(), x.min()
        x.max(1)
        x.max(dim=1).values, x.max(dim=1).indices, x.max(1)[0], x.min(0, keepdim=True)
        x.max(dim=2)
        x.max(torch.tensor(2.0))
        torch.max(x, 1), torch.max(x, x * 2), torch.min(x, dim=0)
        torch.maximum(x, torch.tensor(2.0)), torch.minimum(x, torch.zeros(3))
        torch.maximum(x, 2.0)
        x.argmax(), x.argmax(1), x.argmin(0), x.argmax(dim=1, keepdim=True)
        x.amax(1), x.amin((0, 1)), x.aminmax()
        x.std(), x.var(), x.std(1), x.var(0, unbiased=False), x.std(dim=1, correction=0), torch.var_mean(x)
        torch.tensor([1.0]).std()
        x.norm(), x.norm(1), x.norm(2, 1), x.norm(dim=0), x.norm(float('inf')), x.norm('fro'), x.norm(p=3, dim=1, keepdim=True)
        x.logsumexp(1), torch.logsumexp(x, (0, 1))
        x.logsumexp()
        x.cumsum()
        x.all(), x.any(), (x > 1).all(1), (x > 3).any(dim=0), (x > 1).sum(), x.count_nonzero()
        x.sort(), x.sort(0), x.sort(descending=True), x.argsort(1), x.sort(dim=1)[1], torch.sort(x, 1, True)
        x.topk(2), x.topk(1, dim=0), x.topk(2, largest=False)
        x.topk(4)
        x.kthvalue(2, 1)
        torch.unique(torch.tensor([3, 1, 1]))
        x.nonzero()
        (x > 2).nonzero(as_tuple=True)
        torch.where(x > 2)
        x.softmax(1), x.log_softmax(0), torch.softmax(x, -1)
        x.softmax()
        F.softmax(x, dim=1)
        F.softmax(x)
        F.log_softmax(x[0])
        torch.tensor([]).sum(), torch.tensor([]).prod(), torch.tensor([]).mean()
        torch.tensor([]).max()
        torch.ones(0, 3).max(0)
        torch.ones(0, 3).sum(0)
        torch.ones(2, 0).argmax()
        torch.tensor(3.0).sum(0), torch.tensor(3.0).max(0), torch.tensor(3.0).mean(-1)
        torch.tensor(3.0).sum(1)
        torch.tensor([float('nan'), 1.0]).max(), torch.tensor([float('nan'), 1.0]).nansum(), torch.tensor([float('nan'), 1.0]).argmax()
        torch.tensor([1, 2, 3]).prod(), torch.tensor([1, 5, 3]).max(0), torch.tensor([1, 2]).var()
        x.diff(), x.trace(), torch.trace(x), x.diagonal()
        torch.sum(x), torch.sum(x, 0), torch.sum(x, dim=0, keepdim=True), torch.mean(x, -1)
        torch.sum([1, 2])
        torch.sum(3.0)
        torch.sum(input=x, dim=1)
        torch.std_mean(x, 1), x.dist(x * 2), torch.dist(x, x + 1, 1)
    """, x=x)


def reduction_gradients(torch):
    x = torch.tensor([[3.0, 1.0, 2.0], [0.5, 4.0, 4.0]], requires_grad=True)

    def g(f):
        x.grad = None
        f(x).sum().backward()
        return x.grad

    each(torch, """
        g(lambda x: x.max())
        g(lambda x: x.min())
        g(lambda x: x.max(1).values)
        g(lambda x: x.amax(1))
        g(lambda x: x.amin(0))
        g(lambda x: x.median())
        g(lambda x: x.median(1).values)
        g(lambda x: x.std())
        g(lambda x: x.var(1))
        g(lambda x: x.norm())
        g(lambda x: (x * 0).norm())
        g(lambda x: x.norm(1))
        g(lambda x: x.norm(float('inf')))
        g(lambda x: x.norm(3, dim=1))
        g(lambda x: x.prod())
        g(lambda x: (x - 3).prod(1))
        g(lambda x: x.cumprod(1))
        g(lambda x: (x - 3).cumprod(1))
        g(lambda x: x.cumsum(0) ** 2)
        g(lambda x: x.logsumexp(1))
        g(lambda x: x.softmax(1) ** 2)
        g(lambda x: x.log_softmax(1)[:, 0])
        g(lambda x: x.sort(1).values[:, 0])
        g(lambda x: x.topk(2).values ** 2)
        g(lambda x: x.kthvalue(2, 1).values)
        g(lambda x: torch.maximum(x, torch.full((3,), 2.0)))
        g(lambda x: torch.max(x, x.detach()))
        g(lambda x: x.clamp(1, 3))
        g(lambda x: x.clamp(min=2))
        g(lambda x: x.relu())
        g(lambda x: (x - 1).abs())
        g(lambda x: (x - 1).sign())
        g(lambda x: x.round())
        g(lambda x: (x - 3).relu())
        g(lambda x: torch.sqrt(x - 0.5))
        g(lambda x: (x - 3) ** 2)
        g(lambda x: (x - 3) ** 0)
        g(lambda x: (x - 3) ** 1.5)
        g(lambda x: x ** x)
        g(lambda x: 2 ** x)
        g(lambda x: 0 ** x)
        g(lambda x: x / (x - 3))
        g(lambda x: x % 2)
        g(lambda x: x // 2)
        g(lambda x: torch.atan2(x, x * 0))
        g(lambda x: torch.where(x > 2, x, 1 / (x - 3)))
        g(lambda x: x.gather(1, torch.tensor([[0, 0], [1, 2]])))
        g(lambda x: x.index_select(1, torch.tensor([0, 0])))
        g(lambda x: x.masked_fill(x > 2, 0))
        g(lambda x: x.masked_select(x > 2))
        g(lambda x: x.expand(2, 2, 3))
        g(lambda x: x.repeat(2, 2))
        g(lambda x: x.flip(0) * x)
        g(lambda x: x.roll(1, 1) * x)
        g(lambda x: x.tril())
        g(lambda x: torch.cat([x, x * 2]))
        g(lambda x: torch.stack([x, x * 2], 1))
        g(lambda x: torch.einsum('ij,kj->ik', x, x))
        g(lambda x: x @ x.T)
        g(lambda x: x.T @ x)
        g(lambda x: torch.outer(x[0], x[1]))
        g(lambda x: x[0].dot(x[1]))
        g(lambda x: torch.linalg.norm(x))
        g(lambda x: torch.linalg.inv(x[:, :2]))
        g(lambda x: torch.linalg.det(x[:, :2]))
        g(lambda x: torch.linalg.solve(x[:, :2], x[:, 2]))
        g(lambda x: F.mse_loss(x, torch.zeros(2, 3)))
        g(lambda x: F.cross_entropy(x, torch.tensor([0, 2])))
        g(lambda x: F.normalize(x, dim=1)[:, 0])
        g(lambda x: torch.tanh(x).pow(2).mean())
        g(lambda x: torch.erf(x))
        g(lambda x: torch.logit(x / 10))
        g(lambda x: torch.lerp(x, x * 2, 0.3))
        g(lambda x: x.log1p() + x.expm1())
        g(lambda x: torch.addcmul(x, x, x, value=2))
        g(lambda x: torch.cummax(x, 1).values)
    """, g=g)


def products(torch):
    A, v, B = torch.arange(6.0).reshape(2, 3), torch.arange(3.0), torch.arange(12.0).reshape(2, 3, 2)
    each(torch, """
        A @ v, A @ A.T, v @ v, v @ A.T, A @ B, B @ torch.ones(2), torch.ones(2, 4, 2) @ A
        A @ A
        A @ torch.ones(2)
        v @ torch.ones(2)
        v @ torch.tensor(2.0)
        torch.tensor(2.0) @ v
        A @ A.T.double()
        A @ A.T.long()
        torch.mm(A, v)
        torch.mm(A, A)
        torch.mv(A, torch.ones(2))
        torch.mv(v, A)
        torch.dot(v, A)
        torch.dot(v, torch.ones(2))
        torch.dot(v, v.double())
        torch.bmm(B, B.transpose(1, 2)).shape
        torch.bmm(A, A)
        torch.bmm(B, B)
        torch.outer(v, v[:2]), torch.outer(A, v)
        torch.outer(A, v)
        torch.matmul(A, v), torch.matmul(B, A).shape
        torch.matmul(B, B)
        torch.matmul(torch.ones(3, 2, 2), torch.ones(2, 2, 2))
        torch.matmul(A, 3)
        A @ [1.0, 2.0, 3.0]
        [1.0, 2.0] @ A
        torch.einsum('ij->ji', A), torch.einsum('ij,j', A, v), torch.einsum('ij,ij->', A, A), torch.einsum('bij,ki->bkj', B, A).shape
        torch.einsum('ii->i', torch.eye(3)), torch.einsum('ii', torch.eye(3)), torch.einsum('...j,j->...', A, v), torch.einsum('i,j->ij', v, v)
        torch.einsum('ij,j->i', A, A)
        torch.einsum('ij,jk->ik', A, A)
        torch.einsum('ij,jk', A)
        torch.einsum('ij->k', A)
        torch.einsum('i1->i', A)
        torch.inner(A, v), torch.tensordot(A, A, 2), torch.tensordot(A, A, dims=([1], [1])), torch.kron(torch.eye(2), torch.ones(1, 2))
        torch.cross(v, torch.ones(3), dim=0), torch.linalg.cross(v, torch.ones(3))
        torch.addmm(torch.ones(2, 2), A, A.T, beta=2, alpha=0.5), torch.chain_matmul(A, A.T) if False else 0
        torch.linalg.inv(torch.tensor([[2.0, 0.0], [0.0, 4.0]])), torch.inverse(torch.eye(2))
        torch.linalg.inv(torch.ones(2, 2))
        torch.linalg.inv(A)
        torch.linalg.inv(v)
        torch.linalg.inv(torch.eye(2, dtype=torch.int64))
        torch.linalg.det(torch.tensor([[1.0, 2.0], [3.0, 4.0]])), torch.det(torch.eye(2)), torch.linalg.slogdet(torch.tensor([[1.0, 2.0], [3.0, 4.0]])), torch.logdet(torch.eye(2) * 2)
        torch.linalg.det(A)
        torch.linalg.solve(torch.tensor([[2.0, 1.0], [1.0, 3.0]]), torch.tensor([1.0, 2.0]))
        torch.linalg.solve(torch.ones(2, 2), torch.ones(2))
        torch.linalg.solve(torch.eye(2), torch.ones(3))
        torch.linalg.cholesky(torch.tensor([[4.0, 2.0], [2.0, 3.0]])), torch.linalg.eigvalsh(torch.tensor([[2.0, 1.0], [1.0, 2.0]]))
        torch.linalg.cholesky(torch.tensor([[1.0, 2.0], [2.0, 1.0]]))
        torch.linalg.eigh(torch.tensor([[2.0, 0.0], [0.0, 3.0]]))
        torch.linalg.svdvals(torch.tensor([[3.0, 0.0], [0.0, 4.0]])), torch.linalg.matrix_rank(torch.ones(2, 2)), torch.linalg.cond(torch.eye(2))
        torch.linalg.qr(torch.eye(2))
        torch.linalg.svd(torch.diag(torch.tensor([3.0, 2.0]))).S
        torch.linalg.norm(A), torch.linalg.norm(v, 1), torch.linalg.norm(A, 'fro'), torch.linalg.norm(A, dim=1), torch.linalg.vector_norm(A, 2, dim=0), torch.linalg.matrix_norm(A), torch.linalg.norm(A, 'nuc'), torch.linalg.norm(A, 2)
        torch.linalg.pinv(A), torch.linalg.matrix_power(torch.ones(2, 2), 3), torch.linalg.multi_dot([A, A.T, A]).shape
        torch.linalg.lstsq(torch.eye(2), torch.ones(2, 1)).solution
        torch.triu(A, -1), torch.tril(A), A.mT, A.t(), A.T, torch.trace(torch.eye(2)), A.diagonal(), torch.diagonal(B, 0, 1, 2)
        v.t(), v.T, B.mT.shape
        B.t()
        B.T.shape
        torch.ger(v, v).shape, torch.vdot(v, v), A.mm(A.T), A.mv(v), v.dot(v), A.matmul(v), v.outer(v)
    """, A=A, v=v, B=B)


def shapes(torch):
    x = torch.arange(6.0, requires_grad=True)
    m = torch.arange(6).reshape(2, 3)
    each(torch, """
        x.reshape(2, 3), x.reshape((3, 2)), x.reshape(-1, 2), x.reshape([6, 1]).shape, x.view(2, -1), x.view(-1)
        x.reshape(4, 2)
        x.reshape(-1, 4)
        x.reshape(-1, -1)
        x.view(5)
        m.t().view(6)
        m.t().reshape(6)
        m.t().contiguous().view(6)
        x.view_as(m), x.reshape_as(m)
        m.permute(1, 0), m.permute((1, 0)), m.permute(-1, 0), m.transpose(0, 1), m.T, m.swapaxes(0, 1), m.movedim(0, 1)
        m.permute(0)
        m.permute(0, 0)
        m.permute(0, 2)
        m.transpose(0, 2)
        m.unsqueeze(0).shape, m.unsqueeze(-1).shape, m.unsqueeze(1).squeeze(1).shape, m[None].squeeze().shape, m.squeeze(0).shape, m[None, :, None].squeeze((0, 2)).shape
        m.unsqueeze(4)
        m.squeeze(3)
        m.unsqueeze()
        m.flatten(), m[None].flatten(1), m.flatten(0, 1), m.ravel(), torch.flatten(torch.tensor(1))
        m.flatten(1, 0)
        m.unflatten(1, (3, 1)).shape
        m[:1].expand(4, 3), torch.ones(1).expand(2, 3).shape, m.expand(2, 2, 3).shape, m[:1].expand(4, -1).shape
        m.expand(3, 3)
        m.expand(3)
        m.expand_as(torch.ones(2, 2, 3)).shape, torch.broadcast_to(m, (2, 2, 3)).shape
        m.repeat(2, 1), m.repeat(2, 1, 1).shape, m.repeat_interleave(2, 0), torch.repeat_interleave(torch.arange(3), 2), m.tile(2)
        m.repeat(2)
        torch.stack([m, m]).shape, torch.stack((m, m), -1).shape, torch.stack([x[0], x[1]])
        torch.stack([m, x])
        torch.stack([])
        torch.stack([1, 2])
        torch.stack(m)
        torch.stack([m, m], 5)
        torch.cat([m, m]), torch.cat((m, m), 1), torch.cat([m, m], dim=-1), torch.cat([x, torch.tensor([1])])
        torch.cat([m, m[:, :2]])
        torch.cat([m, x])
        torch.cat([])
        torch.cat([m, 1])
        torch.cat(m)
        torch.cat([torch.tensor(1.0), torch.tensor(2.0)])
        torch.cat([m, m], 2)
        torch.hstack([m, m]).shape, torch.vstack([m, m]).shape, torch.dstack([m, m]).shape, torch.column_stack([m, m]).shape, torch.concat([m, m]).shape
        torch.chunk(x, 4), x.chunk(2), m.chunk(2, 1), m.split(1), m.split([1, 2], dim=1), x.split(4), torch.tensor_split(torch.arange(5), 3)
        x.chunk(0)
        x.split(0)
        x.split([1, 2])
        m.unbind(), m.unbind(1), torch.unbind(m, dim=-1), m.narrow(1, 0, 2), m.select(1, 0), m.take(torch.tensor([0, 5]))
        m.narrow(1, 2, 2)
        m.select(0, 5)
        torch.atleast_2d(torch.tensor(1)), torch.broadcast_tensors(m, torch.ones(1))[1], torch.meshgrid(torch.arange(2), torch.arange(2))
        m.size(), m.size(0), m.size(-1), m.shape[1], m.dim(), m.ndim, m.numel(), m.nelement(), len(m), m.stride(), m.element_size(), m.nbytes
        m.size(2)
        m.shape[2]
        m.gather(1, torch.tensor([[0], [2]])), torch.gather(m, 0, torch.tensor([[0, 1, 0]]))
        m.gather(1, torch.tensor([[5], [2]]))
        m.gather(1, torch.tensor([0, 1]))
        m.gather(1, torch.tensor([[0.0]]))
        m.index_select(0, torch.tensor([1, 1])), torch.index_select(m, 1, torch.tensor(0))
        m.index_select(0, torch.tensor([2]))
        m.index_select(0, [1])
        m.index_select(0, torch.tensor([[1]]))
        m.masked_fill(m > 2, -1), m.masked_select(m > 2), m.float().masked_fill(m > 2, float('-inf'))
        m.masked_fill(m, 1)
        m.masked_fill(m > 2, 1.5)
        torch.where(m > 2, m, -m), torch.where(m > 2, m, 0), torch.where(m > 2, 1.0, 0.0), torch.where(m > 2, m, 0.5)
        torch.where(m, m, m)
        torch.where(m > 2, m, torch.ones(2))
        m.scatter(1, torch.tensor([[0], [1]]), 9), torch.zeros(3).scatter_add(0, torch.tensor([0, 0, 2]), torch.ones(3)), torch.zeros(3).index_add(0, torch.tensor([0, 0]), torch.ones(2))
        torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [2]]), 1.0)
        torch.isclose(torch.tensor(1.0), torch.tensor(1.0)), torch.allclose(torch.ones(2), torch.ones(2) + 1e-9), torch.equal(m, m), torch.isnan(torch.tensor([float('nan')])), torch.isfinite(torch.tensor(1.0)), torch.isinf(torch.tensor([1.0]))
        torch.allclose(torch.ones(2), torch.ones(2).double())
        torch.clamp(m, 1, 3), m.clamp(min=2), m.clip(1), torch.clamp(x, max=2.5), x.clamp(torch.tensor(1.0))
        m.clamp()
        torch.logical_and(m > 1, m < 4), torch.logical_not(m), torch.logical_or(m, m), torch.eq(m, m), torch.ne(m, 1), torch.gt(m, 2), m.lt(3), m.ge(2)
        torch.squeeze(m), torch.unsqueeze(m, 0).shape, torch.reshape(m, (3, 2)), torch.permute(m, (1, 0)), torch.transpose(m, 0, 1), torch.t(m)
        torch.is_nonzero(torch.tensor(0)), torch.tensor(1).is_nonzero()
    """, x=x, m=m)


def calls_with_wrong_arguments(torch):
    x = torch.tensor([1.0, 2.0])
    each(torch, """
        torch.sin(1.0)
        torch.sin([1.0])
        torch.sin(x, x)
        torch.exp(None)
        torch.sqrt(np.ones(2))
        torch.relu(1)
        torch.add(1, x)
        torch.mul(2, x)
        torch.matmul(1, x)
        torch.dot(x, 1)
        torch.mean(1)
        torch.max(3)
        torch.reshape([1], (1,))
        torch.cat(1)
        torch.stack(1.0)
        torch.atan2(x, 1.0)
        torch.softmax(x)
        torch.cumsum(x)
        torch.abs('a')
        x.transpose(0)
        x.backward(1, 2, 3, 4, 5)
        x.foo()
        x.mean(dim=0, keepdims=True)
        x.requires_grad_(5)
        x.fill_(torch.ones(2))
        x.add_(torch.ones(2, 2))
        x.add_('a')
        torch.linspace(0, 1, -1)
        torch.arange('a')
        torch.ones(1, 2, 'a')
        F.mse_loss(x, torch.ones(3))
        F.cross_entropy(torch.ones(2, 3), torch.tensor([0.0, 1.0]))
        F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 5]))
        F.cross_entropy(torch.ones(2, 3), torch.tensor([0]))
        F.relu(1.0)
        x.T.T
        x < torch.ones(3)
        x == [1.0, 2.0]
        x > 'a'
        torch.autograd.grad(1, x)
        torch.autograd.backward(1)
        torch.autograd.grad(x.requires_grad_().sum(), 1)
    """, x=x)
