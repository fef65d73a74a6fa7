"""Shapes, joins, products, linear algebra."""


def reshaping(torch):
    x = torch.arange(6)
    print(x.reshape(2, 3), x.view(3, -1), x.reshape((3, 2)).flatten(), x.view(2, 3).t(), x.view(1, 6).squeeze(), x.unsqueeze(0).shape)
    print(x.reshape(-1).shape, x.view(1, 2, 3).flatten(1).shape, torch.flatten(x.view(2, 3)), x.view(2, 3).ravel(), x.view_as(x).shape)


def view_needs_memory(torch):
    torch.ones(2, 3).t().view(6)


def view_of_wrong_size(torch):
    torch.ones(3).view(2, 2)


def reshape_of_wrong_size(torch):
    torch.ones(3).reshape(2, -1)


def permuting(torch):
    x = torch.arange(24).reshape(2, 3, 4)
    print(x.permute(2, 0, 1).shape, x.transpose(0, 2).shape, x.mT.shape, x.movedim(0, -1).shape, x.swapaxes(0, 1).shape, x.T.shape)


def transpose_of_a_vector_warns(torch):
    torch.ones(3).T


def t_of_a_cube(torch):
    torch.ones(2, 2, 2).t()


def squeezing(torch):
    x = torch.zeros(1, 2, 1, 3)
    print(x.squeeze().shape, x.squeeze(0).shape, x.squeeze(1).shape, x.squeeze(-2).shape, x.unsqueeze(-1).shape, x.squeeze((0, 2)).shape)


def unsqueeze_too_far(torch):
    torch.ones(3).unsqueeze(3)


def expanding(torch):
    x = torch.tensor([[1.0], [2.0]], requires_grad=True)
    y = x.expand(2, 3)
    y.sum().backward()
    print(y, x.grad, x.expand(-1, 2).shape, torch.ones(3).expand(2, 3).shape, x.expand_as(torch.ones(2, 4)).shape)


def expand_wrong(torch):
    torch.ones(3).expand(2, 2)


def repeating(torch):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x.repeat(2, 3) * torch.arange(12.0).reshape(2, 6)).sum().backward()
    print(x.repeat(3), x.grad, x.tile(2), x.repeat_interleave(2), torch.arange(2).repeat(2, 2))


def joining(torch):
    a, b = torch.ones(2, requires_grad=True), torch.zeros(2)
    print(torch.stack([a, b]), torch.cat([a, b]), torch.stack((a, b), dim=1), torch.cat([torch.arange(2), b]), torch.vstack([a, b]))
    (torch.stack([a, b]) * torch.tensor([[1.0, 2.0], [3.0, 4.0]])).sum().backward()
    print(a.grad, torch.hstack([a, b]), torch.cat((torch.ones(2, 1), torch.zeros(2, 2)), dim=1), torch.cat([torch.tensor([]), b]))


def stack_of_lists(torch):
    xs = [torch.tensor(float(k), requires_grad=True) for k in range(3)]
    torch.stack(xs).pow(2).sum().backward()
    print([x.grad for x in xs])


def stack_of_unequal(torch):
    torch.stack([torch.ones(2), torch.ones(3)])


def cat_of_unequal(torch):
    torch.cat([torch.ones(2, 2), torch.ones(3, 3)])


def cat_of_other_ranks(torch):
    torch.cat([torch.ones(2), torch.ones(2, 2)])


def cat_of_nothing(torch):
    torch.cat([])


def splitting(torch):
    x = torch.arange(10.0, requires_grad=True)
    a, b, c, d = x.split(3)
    (a.sum() + d.sum() * 5).backward()
    print(a, d, x.grad, [p.shape for p in x.chunk(3)], x.split([4, 6])[1], torch.chunk(torch.arange(6).view(2, 3), 3, dim=1))
    print(torch.arange(6).view(2, 3).unbind(1), x.narrow(0, 2, 3), x.select(0, 1))


def split_by_zero(torch):
    torch.ones(3).split(0)


def flipping(torch):
    x = torch.arange(6).view(2, 3)
    print(x.flip(0), torch.flip(x, [0, 1]), x.roll(1), x.roll(1, 1), torch.roll(x, (1, 1), (0, 1)))


def triangles(torch):
    x = torch.ones(3, 3)
    print(x.tril(), x.triu(1), torch.tril(x, -1), torch.diag(torch.tensor([1.0, 2.0])), x.diagonal(), torch.eye(2).trace(), torch.diag(x))


def meshgrids(torch):
    a, b = torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')
    print(a, b)


def matmuls(torch):
    a, b = torch.arange(6.0).view(2, 3), torch.arange(12.0).view(3, 4)
    v = torch.tensor([1.0, 2.0, 3.0])
    print(a @ b, torch.mm(a, b), a @ v, torch.mv(a, v), v @ b, v @ v, torch.dot(v, v), torch.outer(v, v), torch.matmul(a, b).shape)
    print((torch.ones(5, 2, 3) @ b).shape, torch.bmm(torch.ones(2, 3, 4), torch.ones(2, 4, 1)).shape, (v @ torch.ones(2, 3, 4)).shape)


def matmul_gradients(torch):
    a, b = torch.arange(6.0).view(2, 3).requires_grad_(), torch.arange(3.0).requires_grad_()
    (a @ b).pow(2).sum().backward()
    print(a.grad, b.grad)


def matmul_shapes(torch):
    torch.ones(2, 3) @ torch.ones(2, 3)


def matvec_shapes(torch):
    torch.ones(2, 3) @ torch.ones(2)


def dot_shapes(torch):
    torch.ones(3) @ torch.ones(2)


def matmul_of_scalars(torch):
    torch.tensor(1.0) @ torch.tensor(2.0)


def matmul_of_a_number(torch):
    torch.ones(2) @ 3


def matmul_dtypes(torch):
    torch.ones(3) @ torch.arange(3)


def mm_of_vectors(torch):
    torch.mm(torch.ones(2), torch.ones(2))


def einsums(torch):
    a, b = torch.arange(6.0).view(2, 3).requires_grad_(), torch.arange(12.0).view(3, 4)
    y = torch.einsum('ij,jk->ik', a, b)
    y.sum().backward()
    print(y, a.grad, torch.einsum('ij->ji', b).shape, torch.einsum('ii', torch.ones(2, 2)), torch.einsum('i,j->ij', b[0], b[1]).shape)
    print(torch.einsum('bij,bjk->bik', torch.ones(2, 3, 4), torch.ones(2, 4, 1)).shape, torch.einsum('ij,ij->', a, a))


def einsum_sizes(torch):
    torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(2, 3))


def inverses(torch):
    a = torch.tensor([[4.0, 1.0], [2.0, 3.0]], requires_grad=True)
    y = torch.linalg.inv(a)
    y.sum().backward()
    print(y, a.grad, torch.linalg.det(a), torch.inverse(a), a.det(), torch.det(a))


def determinants(torch):
    a = torch.tensor([[4.0, 1.0], [2.0, 3.0]], requires_grad=True)
    (torch.linalg.det(a) + torch.logdet(a)).backward()
    print(a.grad, torch.linalg.slogdet(a), torch.logdet(-a))


def solving(torch):
    a, b = torch.tensor([[4.0, 1.0], [2.0, 3.0]], requires_grad=True), torch.tensor([1.0, 2.0], requires_grad=True)
    x = torch.linalg.solve(a, b)
    (x**2).sum().backward()
    print(x, a.grad, b.grad, torch.linalg.solve(a, torch.eye(2)))


def factors(torch):
    a = torch.tensor([[4.0, 1.0], [1.0, 3.0]])
    print(torch.linalg.cholesky(a), torch.linalg.eigvalsh(a), torch.linalg.svdvals(a), torch.linalg.matrix_rank(a), torch.linalg.pinv(a))
    values, vectors = torch.linalg.eigh(a)
    print(vectors @ torch.diag(values) @ vectors.T)
    u, s, vh = torch.linalg.svd(a)
    print(u @ torch.diag(s) @ vh, torch.linalg.matrix_power(a, 3))
    q, r = torch.linalg.qr(a)
    print(q @ r)


def factor_gradients(torch):
    m = torch.tensor([[4.0, 1.0], [1.0, 3.0]], dtype=torch.float64, requires_grad=True)
    for f in (lambda m: torch.linalg.cholesky(m).sum(), lambda m: torch.linalg.eigvalsh(m)[0], lambda m: torch.linalg.svdvals(m)[1],
              lambda m: torch.linalg.pinv(m).sum(), lambda m: torch.linalg.eigh(m)[1].abs().sum(), lambda m: torch.linalg.qr(m)[1].abs().sum()):
        print(torch.autograd.grad(f(m), m))


def singular_inverse(torch):
    torch.linalg.inv(torch.zeros(2, 2))


def inverse_of_a_rectangle(torch):
    torch.linalg.inv(torch.ones(2, 3))


def singular_solve(torch):
    torch.linalg.solve(torch.zeros(2, 2), torch.ones(2))


def not_positive(torch):
    torch.linalg.cholesky(torch.tensor([[1.0, 2.0], [2.0, 1.0]]))


def linalg_norms(torch):
    a = torch.tensor([[3.0, 4.0], [0.0, 5.0]])
    print(torch.linalg.norm(a), torch.linalg.norm(a, 1), torch.linalg.norm(a, 2), torch.linalg.norm(a, 'nuc'), torch.linalg.norm(a, dim=1))
    print(torch.linalg.vector_norm(a), torch.linalg.matrix_norm(a), torch.linalg.norm(a[0], float('inf')))


def norms_of_stacks(torch):
    a = torch.arange(12.0).reshape(2, 3, 2) - 4
    for ord in ('fro', 'nuc', 2, 1, float('inf')):
        print(torch.linalg.matrix_norm(a, ord), torch.linalg.matrix_norm(a, ord, dim=(0, 1)), torch.linalg.matrix_norm(a, ord, (2, 0), True).shape)


def other_triangle(torch):
    a = torch.tensor([[2.0, 9.0], [1.0, 3.0]])
    print(torch.linalg.eigvalsh(a), torch.linalg.eigvalsh(a, UPLO='U'), torch.linalg.eigh(a, 'U').eigenvalues)


def kron_and_cross(torch):
    print(torch.kron(torch.eye(2), torch.ones(1, 2)), torch.linalg.cross(torch.tensor([1.0, 0, 0]), torch.tensor([0, 1.0, 0])))
    print(torch.tensordot(torch.ones(2, 3), torch.ones(3, 4), 1).shape, torch.inner(torch.ones(3), torch.ones(3)))


def contiguous(torch):
    x = torch.arange(6).view(2, 3).t()
    y = x.contiguous()
    print(x.is_contiguous(), y.is_contiguous(), x.stride(), y.stride(), y.view(6))


def negative_zeros(torch):
    torch.zeros(-1)


def permute_wrong(torch):
    torch.ones(3).permute(0, 1)


def transpose_wrong(torch):
    torch.ones(3).transpose(0, 1)
