"""Every row of the derivative table, against central differences of the function itself."""
import importlib.util
import itertools
import math
import sys
from types import ModuleType

import numpy as np
import pytest

import srcad
from srcad.analysis.created import STEPLESS
from srcad.rules import RULES, elementwise
from tests.checking import assert_gradient

rng = np.random.default_rng(3)
ABOVE_ONE = {'math.acosh', 'np.arccosh'}
OPERATORS = {'USub': '-x', 'UAdd': '+x', 'Add': 'x + y', 'Sub': 'x - y', 'Mult': 'x * y', 'Div': 'x / y', 'Pow': 'x ** y', 'Mod': 'x % y',
             'MatMult': 'x @ y', 'FloorDiv': 'x // y'}
A, B, C, v, w = rng.uniform(0.3, 0.9, (3, 4)), rng.uniform(0.3, 0.9, (3, 4)), rng.uniform(0.3, 0.9, (4, 2)), rng.uniform(0.3, 0.9, 4), rng.uniform(0.3, 0.9, 4)
T = rng.uniform(0.3, 0.9, (2, 3, 4))
S = rng.uniform(0.3, 0.9, (3, 3)) + 2 * np.eye(3)

# What a row of whole arrays is tried with: expressions of x and y, and their values.
LINEAR = {
    'np.sum': [('np.sum(x)', A), ('np.sum(x, axis=0)', A), ('np.sum(x, axis=-1, keepdims=True)', A), ('np.sum(x, axis=(0, 2))', T)],
    'np.mean': [('np.mean(x)', A), ('np.mean(x, axis=1)', A), ('np.mean(x, axis=0, keepdims=True)', A)],
    'np.prod': [('np.prod(x)', A), ('np.prod(x, axis=1)', A), ('np.prod(x, axis=(0, 1))', T), ('np.prod(x)', np.array([2.0, 0.0, 3.0]))],
    'np.max': [('np.max(x)', A), ('np.max(x, axis=0)', A), ('np.max(x, axis=1, keepdims=True)', A)],
    'np.min': [('np.min(x)', A), ('np.min(x, axis=0)', A)],
    'np.var': [('np.var(x)', A), ('np.var(x, axis=0)', A), ('np.var(x, axis=1, ddof=1)', A)],
    'np.std': [('np.std(x)', A), ('np.std(x, axis=1)', A)],
    'np.cumsum': [('np.cumsum(x)', v), ('np.cumsum(x)', A), ('np.cumsum(x, axis=1)', A)],
    'np.cumprod': [('np.cumprod(x)', v), ('x.cumprod()', A), ('np.cumprod(x, axis=1)', A), ('np.cumprod(x, 0)', np.array([2.0, 0.0, 3.0, 0.0]))],
    'np.ptp': [('np.ptp(x)', v), ('np.ptp(x, axis=0)', A), ('np.ptp(x, axis=1, keepdims=True)', A)],
    'np.median': [('np.median(x)', v), ('np.median(x)', A[:, :3]), ('np.median(x, axis=0)', A), ('np.median(x, axis=(0, 2), keepdims=True)', T)],
    'np.quantile': [('np.quantile(x, 0.3)', v), ('np.quantile(x, 0.8, axis=1)', A), ('np.quantile(x, [0.0, 0.5, 1.0], axis=0)', A)],
    'np.percentile': [('np.percentile(x, 30)', v), ('np.percentile(x, [25, 75], axis=1, keepdims=True)', A)],
    'np.average': [('np.average(x)', v), ('np.average(x, weights=y)', A, B), ('np.average(x, axis=1, weights=y)', A, v), ('np.average(x, 0, y, keepdims=True)', A, B)],
    'np.nansum': [('np.nansum(np.where(y > 0.5, np.nan, x))', v, w), ('np.nansum(x, axis=0)', A)],
    'np.nanmean': [('np.nanmean(np.where(y > 0.5, np.nan, x))', v, w), ('np.nanmean(x, axis=1)', A)],
    'np.nanmax': [('np.nanmax(np.where(y > 0.5, np.nan, x))', v, w), ('np.nanmax(x, axis=1, keepdims=True)', A)],
    'np.nanmin': [('np.nanmin(np.where(y > 0.5, np.nan, x))', v, w), ('np.nanmin(x, axis=0)', A)],
    'np.linalg.norm': [
        ('np.linalg.norm(x)', v), ('np.linalg.norm(x)', A), *((f'np.linalg.norm(x - 0.5, {p})', v) for p in (1, 2, 3, 2.5, -1, 'np.inf', '-np.inf', 0)),
        *((f'np.linalg.norm(x, {p})', A) for p in (1, -1, 'np.inf', '-np.inf', 2, -2, '"nuc"', '"fro"')),
        ('np.linalg.norm(x, axis=1)', A), ('np.linalg.norm(x, 1, axis=0, keepdims=True)', A), ('np.linalg.norm(x, axis=(0, 2))', T),
        ('np.linalg.norm(x, "nuc", axis=(2, 0), keepdims=True)', T), ('np.linalg.norm(x, ord=1, axis=(1, 2))', T)],
    'np.linalg.inv': [('np.linalg.inv(x)', S), ('np.linalg.inv(x + x[None])', S)],
    'np.linalg.pinv': [('np.linalg.pinv(x)', A)],
    'np.linalg.det': [('np.linalg.det(x)', S), ('np.linalg.det(np.stack([x, x * x]))', S), ('np.linalg.det(x)', np.diag([2.0, 0.0, 3.0]))],
    'np.linalg.solve': [('np.linalg.solve(x, y)', S, v[:3]), ('np.linalg.solve(x, y)', S, A), ('np.linalg.solve(np.stack([x, x.T]), y)', S, A)],
    'np.linalg.matrix_power': [(f'np.linalg.matrix_power(x, {n})', S) for n in (0, 1, 3, -2)],
    'np.linalg.cholesky': [('np.linalg.cholesky(x @ x.T)', S), ('np.linalg.cholesky(x)', S @ S.T)],
    'np.linalg.eigvalsh': [('np.linalg.eigvalsh(x)', S @ S.T), ('np.linalg.eigvalsh(x, "U")', S @ S.T)],
    'np.linalg.svdvals': [('np.linalg.svdvals(x)', A)],
    'np.linalg.slogdet': [('np.linalg.slogdet(x)[1]', S), ('np.linalg.slogdet(x).logabsdet * x', -S)],
    'np.linalg.eigh': [('np.linalg.eigh(x)[1]**2', S @ S.T), ('np.linalg.eigh(x, "U").eigenvectors**2', S @ S.T), ('np.linalg.eigh(x)[0] + x', S @ S.T)],
    'np.linalg.svd': [('np.linalg.svd(x)[0]**2', S), ('np.linalg.svd(x, full_matrices=False).Vh**2', A), ('np.linalg.svd(x, False)[0]**2', C), ('np.linalg.svd(x, False)[1]', C)],
    'np.linalg.qr': [('np.linalg.qr(x)[0]', C), ('np.linalg.qr(x).R', S)],
    'math.ldexp': [('math.ldexp(x, 3) * y', 2.3, 0.7)],
    'math.modf': [('math.modf(x)[0] * y + math.modf(x)[1]', 2.3, 0.7), ('math.modf(x)[0] * y', -2.3, 0.7)],
    'math.dist': [('math.dist([x, y], [1.0, x * y])', 0.3, 0.7), ('math.dist((x, y), (x, y)) + x', 0.3, 0.7), ('math.dist(x, y)', v, w)],
    'divmod': [('divmod(x, y)[1] * divmod(x, y)[0]', 7.5, 1.3), ('np.divmod(x, y)[1]', 3 * A, v)],
    'np.linalg.lstsq': [
        ('np.linalg.lstsq(x, y, rcond=None)[0]**2', C, v), ('np.linalg.lstsq(x, y)[0] * np.linalg.lstsq(x, y)[1]', C, v),
        ('np.linalg.lstsq(x, y, None)[1] * np.linalg.lstsq(x, y, None)[3][:1]', C, A.T), ('np.sum(np.linalg.lstsq(x, y)[1]) + x', S, v[:3])],
    'np.polyfit': [('np.polyfit(x, y, 2)', v, w), ('np.polyfit(x, y, deg=1)', v, A.T)],
    'np.select': [('np.select([x > 0.5, y > 0.5], [x * y, y], default=x[0])', v, w), ('np.select([x > 0.5], [x]) * x', v)],
    'np.bincount': [('np.bincount([0, 2, 2, 1], x)', v), ('np.bincount(np.argsort(x), weights=x * y, minlength=6)', v, w)],
    'np.meshgrid': [('np.meshgrid(x, y)[0] * np.meshgrid(x, y)[1]**2', v, w[:3])],
    'np.logaddexp.reduce': [
        ('np.logaddexp.reduce(x)', v), ('np.logaddexp.reduce(x)', A), ('np.logaddexp.reduce(x, axis=1)', A), ('np.logaddexp.reduce(x, None)', A),
        ('np.logaddexp.reduce(x, 1, keepdims=True)', A), ('np.logaddexp.reduce(x, (0, 2))', T), ('np.logaddexp.reduce(x, 1)', T)],
    'np.trace': [('np.trace(x)', A), ('np.trace(x, 1)', A), ('x.trace(-1)', A), ('np.trace(x, 0, 2, 1)', T)],
    'MatMult': [('x @ y', A, C), ('x @ y', A, v), ('x @ y', v, C), ('x @ y', v, w), ('x @ y', T, C)],
    'np.matmul': [('np.matmul(x, y)', A, C), ('np.matmul(x, y)', T, C)],
    'np.dot': [('np.dot(x, y)', A, C), ('np.dot(x, y)', v, w), ('np.dot(x, y)', T, C), ('np.dot(x, y)', A, v), ('np.dot(x, y)', v, 2.0)],
    'np.outer': [('np.outer(x, y)', v, w), ('np.outer(x, y)', A, v)],
    'np.inner': [('np.inner(x, y)', v, w), ('np.inner(x, y)', A, B)],
    'np.tensordot': [
        ('np.tensordot(x, y)', A, B), ('np.tensordot(x, y, 1)', T, C), ('np.tensordot(x, y, axes=0)', v, w), ('np.tensordot(x, y, axes=([1, 0], [0, 1]))', A, B.T),
        ('np.tensordot(x, y, axes=(2, 1))', T, A), ('np.tensordot(x, y, ([2, 0], [0, 1]))', T, C), ('np.tensordot(x, y, ((0, 2), (1, 2)))', T, np.moveaxis(T, 0, 1))],
    'np.einsum': [
        ('np.einsum("ij,jk->ik", x, y)', A, C), ('np.einsum("ij,ij", x, y)', A, B), ('np.einsum("ii->i", x)', S), ('np.einsum("ij->ji", x)', A), ('np.einsum("ii", x)', S),
        ('np.einsum("...ij,jk->...ik", x, y)', T, C), ('np.einsum("i,j->ij", x, y)', v, w), ('np.einsum("ij->", x) * x', A), ('np.einsum("ij,i->j", x, y)', A, v[:3]),
        ('np.einsum("iij,j->i", x, y)', np.stack([S, S * S, S.T], 2), v[:3]), ('np.einsum("ij,kj->", x, y)', A, v[None]), ('np.einsum("a b, b", x, y)', A, v),
        ('np.einsum("i,ij,j->", y, x, y)', S, v[:3]), ('np.einsum("ij,jk,kl->il", x, y, x)', A, C @ A[:2, :3]), ('np.einsum("i...,i...->...", x, y)', T, T[:, :1])],
    'np.kron': [('np.kron(x, y)', A, C), ('np.kron(x, y)', v, A), ('np.kron(x, y)', C, w[:3])],
    'np.cross': [('np.cross(x, y)', v[:3], w[:3]), ('np.cross(x, y)', A.T, v[:3]), ('np.sum(np.cross(x, y))', v[:3], A.T),
                 ('np.cross(x, y, axis=0)', A[:3], A[:3] + 1), ('np.cross(x, y, 0, -1)', A[:3], A.T[:, :3]),
                 ('np.cross(x, y, axisa=-1, axisb=0, axisc=0)', A.T, v[:3])],
    'np.convolve': [(f'np.convolve(x, y, "{mode}")', *pair) for mode in ('full', 'same', 'valid') for pair in ((v, w[:3]), (v[:2], w))] + [('np.convolve(x, y)', v, w)],
    'np.correlate': [(f'np.correlate(x, y, "{mode}")', *pair) for mode in ('full', 'same', 'valid') for pair in ((v, w[:3]), (v[:2], w), (v[:3], w))] + [('np.correlate(x, y)', v, w)],
    'np.trapezoid': [
        ('np.trapezoid(x)', v), ('np.trapezoid(x, y)', v, w), ('np.trapezoid(x, dx=0.3, axis=0)', A), ('np.trapezoid(x, y, axis=1)', A, v), ('np.trapezoid(x, y, axis=-2)', T, A),
        ('np.trapezoid(x, y, axis=0)', A, B), ('np.trapezoid(x, x=y)', A, B), ('np.trapezoid(x, dx=y, axis=0)', A, 0.7), ('np.trapezoid(x, y, 0.7 * y[0])', v, w)],
    'np.trapz': [('np.trapezoid(x)', v)],
    'np.interp': [
        ('np.interp(x, y, [1.0, 3.0, 2.0])', A, np.array([0.35, 0.5, 0.8])), ('np.interp(0.6, np.sort(x), y)', v, w), ('np.interp(x, np.sort(y), y * y)', 0.61, w),
        ('np.interp(x, np.sort(y), np.cos(y))', np.array([0.1, 0.95, 0.6]), w)],
    'np.polyval': [('np.polyval(x, y)', v, A), ('np.polyval(x, y)', v, 0.7), ('np.polyval(x[:1], y)', v, w)],
    'np.vdot': [('np.vdot(x, y)', v, w)],
    'np.transpose': [('np.transpose(x)', A), ('np.transpose(x, (2, 0, 1))', T), ('x.transpose(1, 0)', A), ('x.T', A)],
    'np.matrix_transpose': [('np.matrix_transpose(x)', A), ('np.matrix_transpose(x) * y', T, np.swapaxes(T, 1, 2))],
    'np.reshape': [('np.reshape(x, (4, 3))', A), ('x.reshape(-1)', A), ('x.reshape(2, 6)', A)],
    'np.ravel': [('np.ravel(x)', A), ('x.flatten()', A)],
    'np.squeeze': [('np.squeeze(x)', A[:1]), ('np.squeeze(x, axis=0)', A[:1]), ('x[:, :1].squeeze() * y', A, v[:3])],
    'np.expand_dims': [('np.expand_dims(x, 1)', A)],
    'np.atleast_1d': [('np.atleast_1d(x)', v)],
    'np.atleast_2d': [('np.atleast_2d(x)', v), ('np.atleast_2d(x) * y', A, v)],
    'np.atleast_3d': [('np.atleast_3d(x)', v), ('np.atleast_3d(x) * y', A, T[0][:, :, None])],
    'np.swapaxes': [('np.swapaxes(x, 0, 2)', T)],
    'np.moveaxis': [('np.moveaxis(x, 0, 2)', T), ('np.moveaxis(x, (0, 1), (-1, 0)) * y', T, np.moveaxis(T, (0, 1), (-1, 0)))],
    'np.rollaxis': [('np.rollaxis(x, 2)', T), ('np.rollaxis(x, 0, 3)', T), ('np.rollaxis(x, -1, -2) * y', T, np.rollaxis(T, -1, -2))],
    'np.flip': [('np.flip(x)', A), ('np.flip(x, 1)', A)],
    'np.flipud': [('np.flipud(x)', A)],
    'np.fliplr': [('np.fliplr(x)', A)],
    'np.rot90': [('np.rot90(x)', A), ('np.rot90(x, -2)', A), ('np.rot90(x, 3, (1, 2)) * y', T, np.rot90(T, 3, (1, 2)))],
    'np.roll': [('np.roll(x, 2)', v), ('np.roll(x, 1, axis=1)', A)],
    'np.diag': [('np.diag(x)', v), ('np.diag(x)', A), ('np.diag(x, -1)', v), ('np.diag(x, k=1)', A)],
    'np.lib.stride_tricks.sliding_window_view': [
        (f'np.lib.stride_tricks.sliding_window_view(x, {p})', a) for p, a in (('2', v), ('(2, 3)', A), ('2, axis=1', A), ('(2, 2), (0, 2)', T))],
    'np.diagonal': [('np.diagonal(x)', A), ('x.diagonal(1)', A), ('np.diagonal(x, -1, axis1=2, axis2=0)', T)],
    'np.triu': [('np.triu(x)', A), ('np.triu(x, 1)', A)],
    'np.tril': [('np.tril(x)', A), ('np.tril(x, -1)', A)],
    'np.diff': [('np.diff(x)', v), ('np.diff(x)', A), ('np.diff(x, 2)', A), ('np.diff(x, axis=0)', A), ('np.diff(x, n=3, axis=1)', T[:, :, 0][:, [0, 1, 2, 0]]), ('np.diff(x, n=0)', v)],
    'np.ediff1d': [('np.ediff1d(x)', v), ('np.ediff1d(x)', A)],
    'np.repeat': [('np.repeat(x, 2)', v), ('np.repeat(x, 3, axis=0)', A), ('x.repeat(2, axis=-1)', A), ('np.repeat(x, [0, 2, 1], axis=0)', A), ('np.repeat(x, 2)', A)],
    'np.tile': [('np.tile(x, 3)', v), ('np.tile(x, (2, 1, 3))', A), ('np.tile(x, 2)', A), ('np.tile(x, (2,))', T)],
    'np.pad': [('np.pad(x, 2)', v), ('np.pad(x, (1, 0))', A), ('np.pad(x, ((0, 2), (1, 1)))', A)],
    'np.copy': [('np.copy(x)', A)],
    'np.asarray': [('np.asarray(x)', A)],
    'np.broadcast_to': [('np.broadcast_to(x, (3, 4))', v)],
    'np.full': [('np.full((2, 3), x)', 0.7), ('np.full((3, 4), x)', v)],
    'np.full_like': [('np.full_like(np.zeros((2, 3)), x)', 0.7)],
    'np.where': [('np.where(x > y, x * x, y)', A, B), ('np.where(x > 0.5, x, 0.1)', v), ('np.where(y > 0.5, x, y)', 0.7, v)],
    'np.linspace': [('np.linspace(x, y, 5)', 0.3, 1.7), ('np.linspace(x, 2.0)', 0.3)],
    'np.array': [('np.array([x, y, x * y])', 0.3, 0.7), ('np.array([[x, 1.0], [y, x]])', 0.3, 0.7), ('np.array([x, y])', v, w)],
    'np.stack': [('np.stack([x, y])', v, w), ('np.stack([x, y], axis=1)', v, w)],
    'np.concatenate': [('np.concatenate([x, y])', v, w[:3]), ('np.concatenate((x, y), axis=1)', A, B[:, :2])],
    'np.vstack': [('np.vstack([x, y])', v, w), ('np.vstack((x, y))', A, B[:2])],
    'np.hstack': [('np.hstack([x, y])', v, w[:3]), ('np.hstack((x, y))', A, B[:, :2])],
    'np.column_stack': [('np.column_stack([x, y])', v, w), ('np.column_stack((x, y))', A, v[:3])],
    'np.sort': [('np.sort(x)', v), ('np.sort(x, axis=0)', A), ('np.sort(x, None)', A)],
    'np.take': [('np.take(x, [0, 0, 5])', A), ('np.take(x, [1, 1], axis=1)', A), ('x.take(2)', v), ('np.take(x, 1, 0)', A)],
    'np.take_along_axis': [('np.take_along_axis(x, np.argsort(x, axis=1), axis=1)', A), ('np.take_along_axis(x, np.array([[0, 0, 1, 2]]), 0)', A)],
    'math.fsum': [('math.fsum([x, y, x * y])', 0.3, 0.7), ('math.fsum(x)', v), ('math.fsum(x * k for k in range(4))', 0.3)],
    'math.prod': [('math.prod([x, y, x * y])', 0.3, 0.7), ('math.prod(x)', v), ('math.prod(x, start=y)', v, 0.7), ('math.prod((x, 0.0, y))', 0.3, 0.7)],
    'np.fft.fft': [('np.abs(np.fft.fft(x))', v), ('np.imag(np.fft.fft(x, 6, 0, "ortho"))', A), ('np.imag(np.fft.fft(x, n=2))', A)],
    'np.fft.ifft': [('np.abs(np.fft.ifft(x))', v), ('np.imag(np.fft.ifft(x, 6, 0, "forward"))', A)],
    'np.fft.rfft': [('np.abs(np.fft.rfft(x))', v), ('np.imag(np.fft.rfft(x, 5, axis=0))', A), ('np.abs(np.fft.rfft(x, n=3, norm="ortho"))', A)],
    'np.fft.irfft': [('np.fft.irfft(x)', v), ('np.fft.irfft(x, 7)', A), ('np.fft.irfft(x, 3, axis=0, norm="forward")', A), ('np.fft.irfft(x, 12)', v)],
    'np.fft.fft2': [('np.abs(np.fft.fft2(x))', T), ('np.imag(np.fft.fft2(x, (2, 5)))', A)],
    'np.fft.ifft2': [('np.abs(np.fft.ifft2(x, norm="ortho"))', T)],
    'np.fft.fftn': [('np.abs(np.fft.fftn(x))', A), ('np.abs(np.fft.fftn(x, axes=(0, 2)))', T)],
    'np.fft.ifftn': [('np.abs(np.fft.ifftn(x))', T)],
    'np.fft.fftshift': [('np.fft.fftshift(x)', A[:, :3]), ('np.fft.fftshift(x, axes=1)', A)],
    'np.fft.ifftshift': [('np.fft.ifftshift(x)', A[:, :3])],
    'sum': [('sum([x, y, x * y])', 0.3, 0.7), ('sum(x)', v), ('sum([x * k for k in range(4)], y)', 0.3, 0.7)],
}
for name in 'sum mean prod max min var std cumsum cumprod ptp median average nansum nanmean nanmax nanmin linalg.norm sort diff'.split():
    LINEAR[f'np.{name}'] += [(f'np.{name}(x, axis={axis})', T) for axis in (1, -1, 2)]

# Functions that only tensors call: tests/test_tensor_rules.py; or those in whose place they stand, tried below under their names
FOR_TENSORS = 'elements.', 'factors.', 'runtime.', 'matrices.', 'arrays.'


def for_tensors(rule):
    return rule.name.startswith(FOR_TENSORS)


def cases():
    for key, rule in RULES.items():
        if (not rule.formulas or rule.kind == 'inactive' or rule.name in LINEAR or for_tensors(rule)
                or rule.name.startswith(('cmath.', 'complex'))):
            continue
        for row in (rule, *rule.others.values()):
            params = list(row.params)
            call = OPERATORS.get(rule.name) or f'{rule.name}({", ".join(params)})'
            shift = 1.0 if rule.name in ABOVE_ONE else 0.0
            numbers = [float(x) + shift for x in rng.uniform(0.3, 0.9, len(params))]
            if 'a_min' in params:
                numbers = [0.5, 0.2, 0.8]
            wrt = tuple(k for k, p in enumerate(params) if p in row.formulas)
            yield f'{rule.name}-{len(params)}', call, params, numbers, wrt
            if rule.name.startswith('np.') or rule.name in OPERATORS:
                arrays = [np.asarray(n) + rng.uniform(-0.05, 0.05, s) for n, s in zip(numbers, [(2, 3), (3,), (2, 1)])]
                yield f'{rule.name}-{len(params)}-arrays', call, params, arrays, wrt
    for name, trials in LINEAR.items():
        for k, (call, *values) in enumerate(trials):
            yield f'{name}-{k}', call, ['x', 'y'][:len(values)], values, tuple(range(len(values)))


CASES = list(cases())


@pytest.fixture(scope='module')
def functions(tmp_path_factory):
    """A function for each case, in a file, so that it has a source."""
    lines = ['import math', 'import numpy as np', '']
    for k, (_, call, params, _, _) in enumerate(CASES):
        lines += [f'def case_{k}({", ".join(params)}):', f'    z = {call}',
                  '    return np.sum(np.cos(np.arange(np.size(z))) * np.ravel(z))' if shape_of(k) else '    return z * 1.0', '',
                  f'def spread_{k}({", ".join([*params, "column", "row"])}):',
                  f'    return np.mean({call}) + np.sum({call} * column) + np.sum({call} / row)', '']
    path = tmp_path_factory.mktemp('rules') / 'rule_cases.py'
    path.write_text('\n'.join(lines))
    spec = importlib.util.spec_from_file_location('rule_cases', path)
    module = sys.modules['rule_cases'] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shape_of(k):
    _, call, params, values, _ = CASES[k]
    return np.shape(eval(call, {'np': np, 'math': math, **dict(zip(params, values))}))


@pytest.mark.parametrize('k', range(len(CASES)), ids=[c[0] for c in CASES])
def test_row(k, functions):
    _, _, _, values, wrt = CASES[k]
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), getattr(functions, f'case_{k}'), tuple(values), wrt)


@pytest.mark.parametrize('k', [k for k in range(len(CASES)) if shape_of(k)], ids=lambda k: CASES[k][0])
def test_row_whose_adjoint_is_less_than_whole(k, functions):
    """Of a mean it is one number, of a product with a column one for each row, with a row it has fewer axes."""
    _, _, _, values, wrt = CASES[k]
    shape = shape_of(k)
    column = np.linspace(0.4, 0.9, shape[0]).reshape((-1,) + (1,) * (len(shape) - 1))
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), getattr(functions, f'spread_{k}'), (*values, column, np.linspace(0.3, 0.8, shape[-1])), wrt)


def test_every_linear_row_is_tried():
    names = {rule.name for rule in RULES.values() if rule.kind == 'linear' and rule.formulas} - {'complex'}  # in test_complex.py
    assert {name for name in names if not name.startswith(FOR_TENSORS)} <= set(LINEAR)


def third_by_position(x):
    return np.sum(np.sum(x, 0, float) * x)


def test_the_third_argument_of_a_reduction_is_not_keepdims():
    with pytest.raises(srcad.NoDerivative, match='by name'):
        srcad.grad(third_by_position)(A)


# Inactive rows

PRINTED = {'print', 'str', 'repr', 'format'}
SAME = {'runtime.index_of', 'runtime.no_array'}  # they give back what they test


def slopes(f, args):
    """How fast results change with each argument, as far as they can be compared."""
    for k, a in enumerate(args):
        for h in (1e-7,) if isinstance(a, (float, np.ndarray)) else ():
            try:
                up, down = (np.asarray(f(*args[:k], a + step, *args[k + 1:]), float) for step in (h, -h))
                yield np.max(np.abs(up - down), initial=0.0) / (2 * h)
            except (TypeError, ValueError, IndexError, AttributeError, np.linalg.LinAlgError):
                pass


@pytest.mark.filterwarnings('ignore')
@pytest.mark.parametrize('f', [f for f, rule in RULES.items() if rule.kind == 'inactive' and callable(f) and rule.name not in PRINTED | SAME],
                         ids=lambda f: f.__name__)
def test_what_is_inactive_changes_by_steps(f):
    pool = [0.737, 3.37, v, np.outer(v, w), 4, (2, 3)]
    found = [s for n in (1, 2, 3) for args in itertools.product(pool, repeat=n) for s in slopes(f, args)]
    assert f in STEPLESS or not any(1e-6 < s < 1e3 for s in found)


@pytest.mark.parametrize('f', [
    lambda d: np.sum(np.fft.fftfreq(4, d)), lambda d: np.sum(np.fft.rfftfreq(4, d=d)), lambda n: np.sum(np.hanning(n)),
    lambda x: np.sum(np.arange(x, 9.0)),
])  # fmt: skip
def test_what_is_inactive_only_of_constants_is_refused_of_others(f):
    with pytest.raises(srcad.NoDerivative, match='multiply'):
        srcad.grad(f)(3.5)


# Rules that a program registers

def advised(f, *args):
    """The pattern in the lines that a refusal shows."""
    with pytest.raises(srcad.NoDerivative) as caught:
        srcad.grad(f)(*args)
    first, second, third = caught.value.msg.splitlines()
    assert first.startswith('srcad has no derivative for ') and second == '    from srcad.rules import elementwise'
    return third.partition("('")[2].partition("'")[0], third


@pytest.fixture
def registered():
    before = dict(RULES)
    yield
    for f in set(RULES) - set(before):
        del RULES[f]


def test_the_advised_lines_register_a_rule(registered):
    special = pytest.importorskip('scipy.special')
    from scipy.special import erf

    pattern, line = advised(lambda x: erf(x) * x, 0.5)
    assert (pattern, line.strip()) == ('scipy.special.erf(x)', "elementwise('scipy.special.erf(x)', 'the derivative by x')")
    elementwise(pattern, '2 / np.sqrt(np.pi) * np.exp(-x**2)')
    slope = 2 / np.sqrt(np.pi) * np.exp(-0.25)
    np.testing.assert_allclose(srcad.grad(lambda x: erf(x) * x)(0.5), special.erf(0.5) + 0.5 * slope)
    np.testing.assert_allclose(srcad.grad(lambda v: np.sum(special.erf(v)))(np.full(3, 0.5)), slope)
    np.testing.assert_allclose(srcad.grad(erf)(0.5), slope)


def test_a_formula_may_use_any_module(registered):
    special = pytest.importorskip('scipy.special')
    assert advised(lambda x: special.beta(2.0, x), 0.5)[1].strip() == "elementwise('scipy.special.beta(x, y)', '', 'the derivative by y')"
    elementwise('scipy.special.gammaln(x)', 'scipy.special.digamma(x)')

    def f(x, special=1.0, scipy=2.0):
        return log_gamma(x) * special * scipy

    assert srcad.grad(f)(2.5) == 2 * special.digamma(2.5)


@pytest.mark.parametrize('f', [
    lambda x: x[::-1],
    lambda x: np.cumsum(x, 0),
    lambda x: x / (1 + np.max(np.abs(x))),
    lambda x: np.exp(x) / np.sum(np.exp(x), 0),
])
def test_what_depends_on_other_elements_is_not_elementwise(registered, monkeypatch, f):
    module = ModuleType('own_functions')
    module.f = f
    monkeypatch.setitem(sys.modules, 'own_functions', module)
    with pytest.raises(ValueError, match='own_functions.f is not elementwise'):
        elementwise('own_functions.f(x)', '1 + 0 * x')


@pytest.mark.parametrize('row, says', [
    (('scipy.special.beta(x, y)', '1'), 'has the arguments x, y: give a formula for each'),
    (('scipy.special.erf(x)', '1', '2'), 'give a formula for each'),
    (('scipy.special.jv(v, z)', '', '1'), 'z is the result'),
    (('scipy.special.dawsn(y)', '1 - 2*x*z'), 'x in .* is neither an argument'),
    (('scipy.special.dawsn(y)', 'the derivative by y'), 'is no formula'),
])
def test_a_row_that_does_not_say_each_derivative_is_refused(registered, row, says):
    pytest.importorskip('scipy')
    before = len(RULES)
    with pytest.raises(ValueError, match=says):
        elementwise(*row)
    assert len(RULES) == before


def test_a_row_that_is_given_again_holds_from_then_on(registered):
    special = pytest.importorskip('scipy.special')
    gradient = srcad.differentiate(lambda x: special.erf(x) * 1.0)
    elementwise('scipy.special.erf(x)', '1.0 + 0*x')
    assert gradient.grad(2.0) == 1.0
    elementwise('scipy.special.erf(x)', '5.0 + 0*x')
    assert gradient.grad(2.0) == 5.0


@pytest.mark.parametrize('name', ['special.logsumexp', 'special.softmax', 'linalg.expm'])
def test_a_function_that_is_not_elementwise_gets_no_rule_for_elements(registered, name):
    pytest.importorskip('scipy')
    with pytest.raises(ValueError, match=f'scipy.{name} is not elementwise'):
        elementwise(f'scipy.{name}(x)', 'z')
    assert not any(rule.name == f'scipy.{name}' for rule in RULES.values())


def test_a_function_of_an_own_module(registered, monkeypatch):
    module = ModuleType('own_functions')
    exec('def twice(x):\n    return x + x\n', vars(module))
    monkeypatch.setitem(sys.modules, 'own_functions', module)
    elementwise('own_functions.twice(x)', '2 + 0 * own_functions.twice(x)')
    assert srcad.grad(lambda x: module.twice(x)**2)(3.0) == 24.0


@pytest.mark.parametrize('keyword', ['kind="b"', 'stable=True', 'optimize=True', 'copy=True', 'order="C"'])
def test_only_functions_of_numpy_are_given_what_numpy_does_anyway(registered, monkeypatch, keyword, tmp_path):
    module = ModuleType('own_functions')
    exec('def twice(x, **more):\n    return x * (3 if more else 2)\n', vars(module))
    monkeypatch.setitem(sys.modules, 'own_functions', module)
    elementwise('own_functions.twice(x)', '2 + 0 * x')
    (tmp_path / 'asking.py').write_text(f'import own_functions\n\n\ndef f(x):\n    return own_functions.twice(x, {keyword})\n')
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, 'asking', raising=False)
    f = importlib.import_module('asking').f
    monkeypatch.delitem(sys.modules, 'asking')
    with pytest.raises(srcad.NoDerivative, match=f'argument {keyword.split("=")[0]} of own_functions.twice'):
        srcad.grad(f)(2.0)


@pytest.mark.parametrize('f', [
    lambda x: np.sum(np.meshgrid(x, x, x, x)[0]),
    lambda x: np.sum(np.diagflat(x, 0, x)),
])  # fmt: skip
def test_an_argument_by_position_is_not_taken_for_another(f):
    with pytest.raises(srcad.NoDerivative, match='positional arguments but'):
        srcad.grad(f)(np.array([2.0]))  # of one item: where it would pass for a flag


def log_gamma(x):
    from scipy.special import gammaln
    return gammaln(x)
