"""Complex numbers, on the way from real arguments to a real result.

The adjoint bz of a complex z is the one with d(result) = Re(conj(bz) * dz): its real part is the derivative by the
real part of z, its imaginary part that by the imaginary part (W. Wirtinger, Math. Ann. 97, 1927; PyTorch has the same).
So a function that is complex differentiable, z = f(x), gives bx = bz * conj(f'(x)), and a real x receives the real part
of that. Both are the driver's business: such rows, listed as `holomorphic` here, are those of real numbers. Rows
`of_complex` say what a complex x receives where this does not hold. What has neither is refused for complex arguments.
"""

from dataclasses import replace

from srcad.rules.scalar import BOTH
from srcad.rules.table import COMPLEX, RULES, declare, elementwise, inactive, linear, parse, resolve

HOLOMORPHIC = set()


def holomorphic(*names):
    """Declare that the rows of these functions hold for complex arguments too."""
    HOLOMORPHIC.update(names)


def of_complex(pattern, *adjoints, broadcasts=True):
    """Declare what complex arguments receive from `bz`.

    >>> of_complex('np.imag(x)', '1j * bz').of_complex
    True
    """
    return declare(pattern, adjoints, 'linear', broadcasts, table=COMPLEX)


def complex_row(rule, key):
    """The row of a function for complex arguments, or None."""
    row = COMPLEX.get(key)
    if row is not None:
        return row.others.get(len(rule.params), row)
    return rule if rule.name in HOLOMORPHIC else None


holomorphic(*'USub UAdd Add Sub Mult Div Pow pow MatMult'.split())
holomorphic(
    *(
        f'np.{n}'
        for n in (
            'exp expm1 exp2 log log2 log10 log1p sqrt sin cos tan sinh cosh tanh arcsinh arctanh arcsin arccos arctan '
            'square negative positive reciprocal sinc add subtract multiply divide power float_power sum mean '
            'prod cumsum trace matmul dot outer inner transpose reshape ravel squeeze expand_dims atleast_1d '
            'swapaxes flip roll diag triu tril '
            'moveaxis rollaxis flipud fliplr rot90 atleast_2d atleast_3d diagonal repeat tile tensordot einsum kron '
            'diff copy asarray broadcast_to full full_like where array stack concatenate vstack hstack'
        ).split()
    )
)

# Parts of a number; of a real one the imaginary part and the angle do not change
elementwise('np.real(x)', '1')
elementwise('np.imag(x)', '')
elementwise('np.angle(x)', '')
elementwise('np.conj(x)', '1')
of_complex('np.real(x)', 'bz + 0j')
of_complex('np.imag(x)', '1j * bz')
of_complex('np.conj(x)', 'conj(bz)')
of_complex('np.angle(x)', '1j * bz / conj(x)')
of_complex('abs(x)', 'bz * phase_of(x)')
of_complex('np.abs(x)', 'bz * phase_of(x)')
elementwise('complex(real)', '1')
linear('complex(real, imag)', 'bz.real', 'bz.imag', broadcasts=True)
of_complex('complex(real)', 'bz')
of_complex('complex(real, imag)', 'bz', '-1j * bz')

# Sums in which the conjugate takes part
of_complex('np.vdot(x, y)', 'np.reshape(conj(bz) * y, np.shape(x))', 'np.reshape(bz * x, np.shape(y))', broadcasts=False)
for name in ('np.linalg.norm', 'np.var', 'np.std'):  # real, of squared distances: the formulas of real numbers
    COMPLEX[resolve(parse(name))] = replace(RULES[resolve(parse(name))], of_complex=True)

# Discrete Fourier transforms
for name in ('fft', 'ifft', 'rfft', 'irfft'):
    linear(f'np.fft.{name}(x, n=None, axis=-1, norm=None)', f'{name}_dx(bz, x, n, axis, norm)')
for name, axes in (('fft2', '(-2, -1)'), ('ifft2', '(-2, -1)'), ('fftn', None), ('ifftn', None)):
    linear(f'np.fft.{name}(x, s=None, axes={axes}, norm=None)', f'{name[:-1]}n_dx(bz, x, s, axes, norm)')
linear('np.fft.fftshift(x, axes=None)', 'np.fft.ifftshift(bz, axes)')
linear('np.fft.ifftshift(x, axes=None)', 'np.fft.fftshift(bz, axes)')
inactive('np.fft.fftfreq', 'np.fft.rfftfreq')
holomorphic(*(f'np.fft.{n}' for n in 'fft ifft irfft fft2 ifft2 fftn ifftn fftshift ifftshift'.split()))

# Functions of cmath: always complex, of a real argument too
for name, partial in BOTH.items():
    if name in 'exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh atanh'.split():
        elementwise(f'cmath.{name}(x)', partial.format(m='cmath'))
        holomorphic(f'cmath.{name}')
# The root of x**2 - 1 has the wrong sign left of the imaginary axis
of_complex('np.arccosh(x)', 'bz * conj(1 / (np.sqrt(x - 1) * np.sqrt(x + 1)))')
elementwise('cmath.acosh(x)', '1 / (cmath.sqrt(x - 1) * cmath.sqrt(x + 1))')
elementwise('cmath.log(x, base)', '1 / (x * cmath.log(base))', '-z / (base * cmath.log(base))')
elementwise('cmath.rect(r, phi)', 'cmath.exp(1j * phi)', '1j * z')
elementwise('cmath.phase(x)', '')
of_complex('cmath.phase(x)', '1j * bz / conj(x)')
holomorphic('cmath.acosh', 'cmath.rect')
