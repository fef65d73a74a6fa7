"""First and second derivatives of tensor functions, against central differences: every row that tensors stand on."""
import numpy as np
import pytest

import srcad
from srcad.rules import RULES
from srcad.tensors.record import operation

rng = np.random.default_rng(0)
A, B, C, v = (rng.uniform(0.3, 0.9, s) for s in [(3, 4), (3, 4), (4, 3), (4,)])
M = rng.normal(size=(3, 3))
P = M @ M.T + 2 * np.eye(3)
T = rng.uniform(0.3, 0.9, (2, 3, 4))

# An expression of x and y, and what they are
EXPRESSIONS = [
    *((f't.{name}(x)', A) for name in (
        'sin cos tan asin acos atan sinh cosh tanh asinh atanh exp exp2 expm1 sqrt log log2 log10 log1p reciprocal sinc '
        'deg2rad rad2deg erf erfc abs neg square rsqrt sigmoid relu frac logit floor sign').split()),
    *((f't.{name}(x)', np.array(0.7)) for name in 'sin exp log sqrt sinc erf'.split()),
    *((f'x {op} y', a, b) for op in ('+', '-', '*', '/', '**', '%') for a, b in [(A, B), (A, v), (v[0], A)]),
    *((f'{a}', A) for a in ('x**3', 'x**-1.5', '2**x', '1 - x', '3 / x', 'x * 2', 'x**x', 'x % 0.4')),
    *((f'x {op} y', np.array(0.7), np.array(1.6)) for op in ('+', '-', '*', '/', '**')), ('x**3.5', np.array(0.7)), ('2**x', v[0]),
    *((f't.{name}(x, y)', A, B) for name in 'maximum minimum fmod atan2 hypot logaddexp xlogy'.split()),
    *((f't.nn.functional.{name}(x - 0.6)', A) for name in (
        'relu leaky_relu elu selu gelu silu softplus logsigmoid softsign hardtanh relu6 softmin').split() if name != 'softmin'),
    *((f't.nn.functional.{name}(x, y)', A, B) for name in (
        'mse_loss smooth_l1_loss huber_loss binary_cross_entropy binary_cross_entropy_with_logits linear').split()),
    *((f'x.{name}({args})', A) for name in 'sum mean prod var std amax amin logsumexp norm'.split()
      for args in ('dim=0', 'dim=1, keepdim=True', '')
      if args or name != 'logsumexp'),
    *((expression, np.array([2.0, 0.0, 3.0, 0.0])) for expression in ('x.cumprod(0)', 'x.prod()')),
    *((expression, A) for expression in (
        'x.max()', 'x.max(0).values', 'x.min(1)[0]', 'x.median(1).values', 'x.sort(0).values', 'x.topk(2).values',
        'x.cummax(1).values', 'x.softmax(1)', 'x.log_softmax(0)', 'x.norm(3)', 'x.cumsum(0)', 'x.cumprod(1)',
        'x.reshape(4, 3)', 'x.t()', 'x.permute(1, 0)', 'x.flip(0)', 'x.roll(1, 1)', 'x.repeat(2, 1)', 'x.tril()', 'x.triu(1)',
        'x.diagonal()', 'x.diagonal(1)', 'x.unsqueeze(1)', 'x.expand(2, 3, 4)', 'x.split(2, 1)[1]', 'x.unbind(1)[2]',
        'x[0]', 'x[:, 1:3]', 'x[None, ..., 0]', 'x[[0, 1, 0]]', 'x[[0, 1], [1, 1]]', 'x[x > 0.5]', 'x[1, 2]',
        'x.gather(1, t.tensor([[0, 0], [1, 2], [3, 3]]))', 'x.index_select(1, t.tensor([0, 0, 3]))', 'x.masked_fill(x > 0.5, 2.0)',
        't.where(x > 0.5, x * x, x)', 'x.clamp(0.4, 0.7)', 't.stack([x, x * x], 1)', 't.cat([x, x * x], -1)', 'x.T.contiguous()',
        't.einsum("ij->j", x)', 't.einsum("ij,ij->i", x, x)', 't.linalg.svdvals(x)', 't.linalg.pinv(x)', 't.nn.functional.pad(x, (1, 2))',
        't.nn.functional.cross_entropy(x, t.tensor([0, 3, 1]))', 't.nn.functional.layer_norm(x, (4,))', 't.linalg.norm(x, "nuc")',
        '(x * 2).mul_(x)', '(x * 2).exp_()', '(x * 2).clamp_(min=1)', '(x * 2).div_(x).add_(x)')),
    *(('x @ y', a, b) for a, b in [(A, C), (A, v), (v, C), (v, v), (T, C), (T, v), (A, np.stack([C, C]))]),
    *((f't.einsum("{e}", x, y)', a, b) for e, a, b in [
        ('ij,jk->ik', A, C), ('ij,jk->', A, C), ('i,j->ij', v, v), ('bij,jk->bik', T, C), ('...ij,jk->...ki', T, C)]),
    *((expression, M) for expression in (
        't.einsum("ii->i", x)', 'x.trace()', 't.linalg.qr(x)[0]', 't.linalg.qr(x)[1]', 't.linalg.matrix_power(x, 3)', 'x.diag()',
        't.linalg.eigvalsh(x + x.T)', 't.linalg.eigh(x + x.T)[1]**2', 't.linalg.cholesky(x @ x.T + t.eye(3, dtype=t.float64))')),
    *((expression, P) for expression in ('t.linalg.inv(x)', 't.linalg.det(x)', 't.logdet(x)', 't.linalg.slogdet(x)[1]')),
    ('(lambda r: r[0] @ t.diag(r[1]**2) @ r[2])(t.linalg.svd(x, full_matrices=False))', A),
    ('(lambda r: r[0] @ t.diag(r[1]**2) @ r[2])(t.linalg.svd(x, full_matrices=False))', C),
    ('t.linalg.qr(x)[0]', C), ('t.linalg.solve(x, y)', P, A), ('t.linalg.solve(x, y)', P, v[:3]), ('t.diag(x)', v),
    ('x.scatter_add(1, t.tensor([[0, 0], [1, 1], [2, 3]]), y)', A, B[:, :2]), ('x.index_add(0, t.tensor([0, 0]), y)', A, B[:2]),
    ('x.scatter(1, t.tensor([[0], [1], [2]]), y)', A, B[:, :1]), ('t.kron(x, y)', A[:2], B[:, :2]), ('t.outer(x, y)', v, v),
]

# Programs that write in place
PROGRAMS = [
    ('''def f(x, t):
 a=t.zeros(3,4,dtype=t.float64)
 for i in range(3): a[i]=x[i]*x[i]
 return a*x''', A),
    ('''def f(x, t):
 a=x*2
 a[0]=a[1].clone()*x[2]
 a[:,1]*=x[:,2]
 a[1,2]+=x[0,0]
 return a*a''', A),
    ('''def f(x, t):
 a=x*2
 b=a[0]
 b*=x[1]
 c=a.t()
 c[1].mul_(x[:,2].sum())
 return a*c.t()+b''', A),
    ('''def f(x, t):
 a=x*2
 b=a.view(-1)
 b[3]=x[0,0]**2
 b[[0,2,1]]=x[1,:3]
 return a*x''', A),
    ('''def f(x, t):
 a=x*2
 a[a>1]=x.sum()
 return a*x''', A),
    ('''def f(x, t):
 a=x*2
 v=a[1:]
 a.mul_(x)
 return v*v''', A),
    ('''def f(x, t):
 a=x*2
 v=a[1:]
 w=v[0]
 w.copy_(x[0]*x[2])
 v.add_(x[1:])
 return a.sum()*w+v[0]''', A),
    ('''def f(x, t):
 a=x*2
 d=a.diagonal()
 d.mul_(x.diagonal())
 return a*a''', M),
    ('''def f(x, t):
 a=x*3
 a.diagonal().zero_()
 return a*a''', M),
    ('''def f(x, t):
 a=x*2
 b=a.squeeze(0)
 b+=x[0]
 return b*a''', A[:1]),
    ('''def f(x, t):
 a=t.empty(3,4,dtype=t.float64)
 a.copy_(x)
 a[:2]=a[1:]*2
 return a*a''', A),
    ('''def f(x, t):
 h=x
 for i in range(5):
  h=t.tanh(h@x.T)@x
 return h''', A),
    ('''def f(x, t):
 y=x*1
 y+=y
 return y*x''', A),
]


def function(program, *values):
    """The function of tensors that an expression or a program means."""
    if program.startswith('def'):
        names = {}
        exec(program, names)
        return lambda x: names['f'](x, srcad)
    return lambda *xs: eval(program, {'t': srcad, **dict(zip('xy', xs))})


def total(z):
    """A number that every element of z has a part in."""
    return (z * srcad.tensor(np.cos(1.0 + np.arange(z.numel())).reshape(z.shape))).sum()


def leaves(values):
    return [srcad.tensor(np.array(value), requires_grad=True) for value in values]


def gradients(f, values, create_graph=False):
    xs = leaves(values)
    y = total(f(*xs))
    return xs, srcad.autograd.grad(y, xs, create_graph=create_graph, materialize_grads=True)


@pytest.mark.parametrize('program, values', [(e, values) for e, *values in EXPRESSIONS + PROGRAMS])
def test_derivatives(program, values):
    f, h = function(program), 1e-6
    directions = [np.sin(1.0 + np.arange(np.size(value))).reshape(np.shape(value)) for value in values]
    ahead, behind = ([value + s * d for value, d in zip(values, directions)] for s in (h, -h))
    xs, grads = gradients(f, values, create_graph=True)
    along = sum((g * srcad.tensor(d)).sum() for g, d in zip(grads, directions))
    slope = (total(f(*leaves(ahead))).item() - total(f(*leaves(behind))).item()) / (2 * h)
    np.testing.assert_allclose(along.item(), slope, rtol=1e-6, atol=1e-7)
    again = [g.detach().numpy() for g in gradients(f, values)[1]]
    for g, plain in zip(grads, again):
        np.testing.assert_allclose(g.detach().numpy(), plain, rtol=1e-10, atol=1e-12)
    if not along.requires_grad:
        return
    second = srcad.autograd.grad(along, xs, materialize_grads=True)
    for s, after, before in zip(second, gradients(f, ahead)[1], gradients(f, behind)[1]):
        np.testing.assert_allclose(s.numpy(), (after - before).numpy() / (2 * h), rtol=1e-5, atol=1e-6)


def test_what_only_gives_a_shape_gives_nothing_else(monkeypatch):
    """Where a node keeps an outline in the place of an array, no value of it is read."""
    from srcad.tensors import derive

    kept = derive.outline

    def spoiled(x):
        made = kept(x)
        return [np.full(m.shape, np.nan, m.dtype) for m in made] if isinstance(made, list) else np.full(made.shape, np.nan, made.dtype)

    monkeypatch.setitem(derive.NAMESPACE, 'outline', spoiled)
    derive.form.cache_clear()
    for program, *values in EXPRESSIONS:
        if any(name in program for name in ('sum', 'mean', 'einsum', '@', 'x[', 'cumsum', 'stack', 'cat', 'gather')):
            for g in gradients(function(program), values)[1]:
                assert np.isfinite(g.numpy()).all(), program
    derive.form.cache_clear()


OF_SOURCE = {'elements.read_first'}  # which only generated text calls


def test_every_row_for_tensors_is_tried():
    """Rows of functions that only tensors call have been asked for a form by the expressions above."""
    asked = {op for key in RULES if RULES[key].name.startswith(('elements.', 'factors.')) and RULES[key].name not in OF_SOURCE for op in [operation(key).rule.name]}
    text = ' '.join(program for program, *_ in EXPRESSIONS + PROGRAMS)
    words = {'elements.item': 'x[', 'elements.replaced': 'scatter(', 'elements.written': 'a[0]', 'elements.diagonal': 'diagonal(',
             'elements.packed': 'contiguous', 'elements.trace': 'trace',
             'elements.einsum': 'einsum', 'elements.length': 'norm', 'elements.sigmoid': 'sigmoid', 'elements.rectified': 'relu',
             'elements.softmax': 'softmax', 'elements.log_softmax': 'log_softmax', 'elements.log_sum_exp': 'logsumexp', 'factors.determinant': 'det',
             'factors.log_determinant': 'slogdet', 'factors.lower': 'cholesky',
             'factors.eigenvalues': 'eigvalsh', 'factors.eigenvectors': 'eigh(', 'factors.singular_values': 'svdvals',
             'factors.left': 'svd(', 'factors.right': 'svd(', 'factors.orthogonal': 'qr(', 'factors.triangular': 'qr(',
             'elements.placed': 'scatter_add', 'elements.astype': 'x'}
    adjoints = {'elements.diagonal_dx'}  # tried by the second derivatives
    assert asked - adjoints == words.keys() and all(word in text for word in words.values())
