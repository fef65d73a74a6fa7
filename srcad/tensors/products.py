"""Products of vectors, matrices and stacks of them."""

import numpy as np

from srcad import elements
from srcad.tensors.elementwise import renamed
from srcad.tensors.record import operation, record
from srcad.tensors.tensor import WORDS, Tensor


def matmul(input, other):
    """The product of vectors, matrices, or stacks of matrices.

    >>> from srcad import tensor
    >>> matmul(tensor([[1, 2]]), tensor([[3], [4]]))
    tensor([[11]])
    """
    if not isinstance(other, Tensor) or not isinstance(input, Tensor):
        raise TypeError(f"unsupported operand type(s) for @: '{type(input).__name__}' and '{type(other).__name__}'")
    a, b = input.array, other.array
    if not a.ndim or not b.ndim:
        raise RuntimeError(f'both arguments to matmul need to be at least 1D, but they are {a.ndim}D and {b.ndim}D')
    if a.ndim == b.ndim == 1:
        return dot(input, other)
    if b.ndim == 1 and a.ndim == 2:
        return mv(input, other)
    if a.ndim <= 2 and b.ndim == 2:
        check_inner(a if a.ndim == 2 else a[None], b)
        return product(input, other, 'MmBackward0' if a.ndim == 2 else 'SqueezeBackward4')
    check_batches(a, b)
    return product(input, other, 'UnsafeViewBackward0' if min(a.ndim, b.ndim) < 3 else 'BmmBackward0')


def product(x, y, name):
    same_dtype(x, y, 'expected m1 and m2 to have the same dtype, but got: {} != {}')
    return record(operation(np.matmul), x, y, name=name)


def same_dtype(x, y, message):
    if x.array.dtype != y.array.dtype:
        raise RuntimeError(message.format(*(WORDS[t.array.dtype.name] for t in (x, y))))


def check_inner(a, b):
    if a.shape[1] != b.shape[0]:
        raise RuntimeError(
            f'mat1 and mat2 shapes cannot be multiplied ({a.shape[0]}x{a.shape[1]} and {b.shape[0]}x{b.shape[1]})'
        )


def check_batches(a, b):
    from srcad.tensors.arithmetic import mismatch

    try:
        np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except ValueError:
        raise mismatch(a.shape[:-2], b.shape[:-2]) from None
    inner = a.shape[-1], b.shape[-2 if b.ndim > 1 else -1]
    if inner[0] != inner[1]:
        if b.ndim <= 2 or a.ndim <= 2:
            rows = a.reshape(-1, a.shape[-1]).shape
            raise RuntimeError(
                f'mat1 and mat2 shapes cannot be multiplied ({rows[0]}x{rows[1]} and {inner[1]}x{b.shape[-1]})'
            )
        raise RuntimeError(
            f'Expected size for first two dimensions of batch2 tensor to be: [{a.shape[0]}, {a.shape[2]}] but got: '
            f'[{b.shape[0]}, {b.shape[1]}].'
        )


def check_axes(n, kind, **tensors):
    for name, x in tensors.items():
        if x.array.ndim != n:
            raise RuntimeError(f'{name} must be {kind}')


def mm(input, mat2):
    """The product of two matrices."""
    check_axes(2, 'a matrix', self=input, mat2=mat2)
    check_inner(input.array, mat2.array)
    return product(input, mat2, 'MmBackward0')


def mv(input, vec):
    """The product of a matrix and a vector."""
    a, b = input.array, vec.array
    if a.ndim != 2 or b.ndim != 1:
        raise RuntimeError(f'vector + matrix @ vector expected, got {1}, {a.ndim}, {b.ndim}')
    if a.shape[1] != b.shape[0]:
        raise RuntimeError(f'size mismatch, got input ({a.shape[0]}), mat ({a.shape[0]}x{a.shape[1]}), vec ({len(b)})')
    return product(input, vec, 'MvBackward0')


def dot(input, tensor):
    """The inner product of two vectors."""
    a, b = input.array, tensor.array
    if a.ndim != 1 or b.ndim != 1:
        raise RuntimeError(f'1D tensors expected, but got {a.ndim}D and {b.ndim}D tensors')
    if input.array.dtype != tensor.array.dtype:
        raise RuntimeError(
            f'dot : expected both vectors to have same dtype, but found {input.dtype.word} and {tensor.dtype.word}'
        )
    if len(a) != len(b):
        raise RuntimeError(
            f'inconsistent tensor size, expected tensor [{len(a)}] and src [{len(b)}] to have the same number of '
            f'elements, but got {len(a)} and {len(b)} elements respectively'
        )
    return product(input, tensor, 'DotBackward0')


vdot = dot


def bmm(input, mat2):
    """The products of two stacks of matrices."""
    check_axes(3, 'a 3D tensor', batch1=input, batch2=mat2)
    check_batches(input.array, mat2.array)
    return product(input, mat2, 'BmmBackward0')


def outer(input, vec2):
    """The product of each element of one vector with each of another."""
    if input.array.ndim != 1 or vec2.array.ndim != 1:
        wrong, name = (input, 'input') if input.array.ndim != 1 else (vec2, 'vec2')
        raise RuntimeError(
            f'outer: Expected 1-D argument {"self" if name == "input" else name}, but got {wrong.ndim}-D'
        )
    return input.reshape(-1, 1) * vec2


ger = outer


def inner(input, other):
    """Inner products along the last axes."""
    return tensordot(input, other, ([-1], [-1])) if input.array.ndim and other.array.ndim else input * other


def tensordot(a, b, dims=2):
    """Sums of products along several axes of each."""
    if isinstance(dims, int):
        dims = list(range(a.array.ndim - dims, a.array.ndim)), list(range(dims))
    left, right = ([d % x.array.ndim for d in ds] for ds, x in zip(dims, (a, b)))
    letters = 'abcdefghijklmnopqrstuvwxyz'
    first = list(letters[: a.array.ndim])
    second = list(letters[a.array.ndim : a.array.ndim + b.array.ndim])
    for i, j in zip(left, right):
        second[j] = first[i]
    kept = [c for k, c in enumerate(first) if k not in left] + [c for k, c in enumerate(second) if k not in right]
    return renamed(einsum(f'{"".join(first)},{"".join(second)}->{"".join(kept)}', a, b), 'ViewBackward0')


def addmm(input, mat1, mat2, *, beta=1, alpha=1):
    """`beta * input + alpha * mat1 @ mat2`."""
    return renamed(beta * input + alpha * mm(mat1, mat2), 'AddmmBackward0')


def addmv(input, mat, vec, *, beta=1, alpha=1):
    """`beta * input + alpha * mat @ vec`."""
    return renamed(beta * input + alpha * mv(mat, vec), 'AddmvBackward0')


def baddbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """`beta * input + alpha * bmm(batch1, batch2)`."""
    return renamed(beta * input + alpha * bmm(batch1, batch2), 'BaddbmmBackward0')


def kron(input, other):
    """The Kronecker product of two matrices or vectors."""
    rank = max(input.array.ndim, other.array.ndim)
    a = input.reshape((1,) * (rank - input.array.ndim) + input.array.shape)
    b = other.reshape((1,) * (rank - other.array.ndim) + other.array.shape)
    pairs = [n for pair in zip(a.array.shape, [1] * rank) for n in pair]
    wide = [n for pair in zip([1] * rank, b.array.shape) for n in pair]
    shape = [m * n for m, n in zip(a.array.shape, b.array.shape)]
    return renamed((a.reshape(pairs) * b.reshape(wide)).reshape(shape), 'UnsafeViewBackward0')


def cross(input, other, dim=-1):
    """The cross product of vectors of three elements along `dim`."""
    i = [input.select(dim, k) for k in range(3)]
    j = [other.select(dim, k) for k in range(3)]
    parts = [i[1] * j[2] - i[2] * j[1], i[2] * j[0] - i[0] * j[2], i[0] * j[1] - i[1] * j[0]]
    from srcad.tensors.shaping import stack

    return renamed(stack(parts, dim), 'LinalgCrossBackward0')


def einsum(equation, *operands):
    """Sums of products, as Einstein writes them.

    >>> from srcad import tensor
    >>> einsum('ij,j->i', tensor([[1, 2]]), tensor([3, 4]))
    tensor([11])
    """
    operands = list(operands[0] if len(operands) == 1 and isinstance(operands[0], (list, tuple)) else operands)
    inputs, output = spelled(equation.replace(' ', ''), [x.array.ndim for x in operands])
    sizes = {}
    for k, (labels, x) in enumerate(zip(inputs, operands)):
        if len(labels) != x.array.ndim:
            raise RuntimeError(
                f'einsum(): the number of subscripts in the equation ({len(labels)}) does not match the number of '
                f'dimensions ({x.array.ndim}) for operand {k} and no ellipsis was given'
            )
        for c, n in zip(labels, x.array.shape):
            if sizes.setdefault(c, n) != n:
                raise RuntimeError(
                    f'einsum(): subscript {c} has size {n} for operand {k} which does not broadcast with previously '
                    f'seen size {sizes[c]}'
                )
        inputs[k], operands[k] = without_repeats(labels, x)
    name = 'ViewBackward0'
    if len(operands) == 1:
        name = 'SumBackward1' if set(inputs[0]) - set(output) else 'PermuteBackward0'
    elif not set(''.join(inputs)) - set(output):
        name = 'MulBackward0'
    return record(operation(elements.einsum), ','.join(inputs) + '->' + output, operands, name=name)


def spelled(equation, ranks):
    """The labels of each operand and of the result, `...` as capital letters, the result never left out."""
    left, arrow, output = equation.partition('->')
    for k, c in enumerate(equation):
        if not (c.isalpha() or c in ',.' or k in (len(left), len(left) + 1)):
            raise RuntimeError(
                f'einsum(): invalid subscript given at index {k} in the equation string, subscripts must be in [a-zA-Z]'
            )
    for c in output.replace('.', ''):
        if output.count(c) > 1:
            raise RuntimeError(f'einsum(): output subscript {c} appears more than once in the output')
        if c not in left:
            raise RuntimeError(f'einsum(): output subscript {c} does not appear in the equation for any input operand')
    inputs, wide = left.split(','), 0
    if len(inputs) != len(ranks):
        raise RuntimeError(
            'einsum(): more operands were provided than specified in the equation'
            if len(ranks) > len(inputs)
            else 'einsum(): fewer operands were provided than specified in the equation'
        )
    capitals = 'ZYXWVUTS'
    for k, labels in enumerate(inputs):
        if '...' in labels:
            n = ranks[k] - len(labels) + 3
            wide = max(wide, n)
            inputs[k] = labels.replace('...', capitals[:n][::-1])
    dots = capitals[:wide][::-1]
    if not arrow:
        letters = [c for c in ''.join(inputs) if c not in dots]
        output = dots + ''.join(sorted(c for c in set(letters) if letters.count(c) == 1))
    return inputs, output.replace('...', dots)


def without_repeats(labels, x):
    """An operand whose labels differ: of a repeated one the diagonal is taken."""
    for c in sorted(set(labels)):
        while labels.count(c) > 1:
            i, j = labels.index(c), labels.rindex(c)
            x = x.diagonal(0, i, j)
            labels = labels[:i] + labels[i + 1 : j] + labels[j + 1 :] + c
    return labels, x
