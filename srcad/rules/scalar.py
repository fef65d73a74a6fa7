"""Arithmetic, and the functions that act on each element: math and NumPy.

Partial derivatives as in any table of derivatives (Abramowitz and Stegun,
chapters 3, 4 and 7).
"""
from srcad.rules.table import alias, elementwise, inactive

# Operators
elementwise('-x', '-1')
elementwise('+x', '1')
elementwise('x + y', '1', '1')
elementwise('x - y', '1', '-1')
elementwise('x * y', 'y', 'x')
elementwise('x / y', '1 / y', '-x / y**2 | -z / y')
elementwise('x ** y', 'pow_dx(x, y)', 'pow_dy(x, y, z)')
elementwise('x % y', '1', '-(x // y)')
elementwise('x // y', '', '')

# Builtins
elementwise('abs(x)', 'sign(x)')
elementwise('float(x)', '1')
elementwise('pow(x, y)', 'pow_dx(x, y)', 'pow_dy(x, y, z)')
inactive('int', 'len', 'round', 'range', 'bool', 'str', 'repr', 'print', 'isinstance', 'type', 'callable', 'id', 'hash',
         'all', 'any', 'format', 'bisect.bisect_left', 'bisect.bisect_right', 'runtime.index_of', 'runtime.no_array')

# Functions of one argument, of math and of NumPy
BOTH = {
    'exp': 'z', 'expm1': 'z + 1', 'exp2': 'z * {m}.log(2.0)', 'log': '1 / x', 'log2': '1 / (x * {m}.log(2.0))',
    'log10': '1 / (x * {m}.log(10.0))', 'log1p': '1 / (1 + x)', 'sqrt': '0.5 / z', 'cbrt': '1 / (3 * z**2)',
    'sin': '{m}.cos(x)', 'cos': '-{m}.sin(x)', 'tan': '1 + z**2', 'sinh': '{m}.cosh(x)', 'cosh': '{m}.sinh(x)',
    'tanh': '1 - z**2', 'asinh': '1 / {m}.sqrt(x**2 + 1)', 'acosh': '1 / {m}.sqrt(x**2 - 1)', 'atanh': '1 / (1 - x**2)',
    'asin': '1 / {m}.sqrt(1 - x**2)', 'acos': '-1 / {m}.sqrt(1 - x**2)', 'atan': '1 / (1 + x**2)',
    'fabs': 'sign(x)', 'degrees': '180.0 / {m}.pi', 'radians': '{m}.pi / 180.0',
}
for name, partial in BOTH.items():
    elementwise(f'math.{name}(x)', partial.format(m='math'))
    arc = name.replace('a', 'arc', 1) if name[0] == 'a' else name
    elementwise(f'np.{arc}(x)', partial.format(m='np'))
    alias(f'np.{arc}', f'np.{name}')
elementwise('math.erf(x)', '2.0 * math.exp(-x**2) / math.sqrt(math.pi)')
elementwise('math.erfc(x)', '-2.0 * math.exp(-x**2) / math.sqrt(math.pi)')
elementwise('math.gamma(x)', 'z * digamma(x)')
elementwise('math.lgamma(x)', 'digamma(x)')
elementwise('np.deg2rad(x)', 'np.pi / 180.0')
elementwise('np.rad2deg(x)', '180.0 / np.pi')
elementwise('np.abs(x)', 'sign(x)')
elementwise('np.square(x)', '2 * x')
elementwise('np.negative(x)', '-1')
elementwise('np.positive(x)', '1')
elementwise('np.reciprocal(x)', '-z**2')
elementwise('np.sinc(x)', 'sinc_dx(x)')
elementwise('np.nan_to_num(x)', 'np.isfinite(x)')

# Functions of two arguments
elementwise('math.pow(x, y)', 'pow_dx(x, y)', 'pow_dy(x, y, z)')
elementwise('math.log(x, base)', '1 / (x * math.log(base))', '-z / (base * math.log(base))')
elementwise('math.fmod(x, y)', '1', '-math.trunc(x / y)')
elementwise('math.remainder(x, y)', '1', '(z - x) / y')
elementwise('np.fmod(x, y)', '1', '-np.trunc(x / y)')
for m in ('math', 'np'):
    elementwise(f'{m}.hypot(x, y)', 'x / (z + (z == 0))', 'y / (z + (z == 0))')  # 0 at (0, 0), as for norm
    elementwise(f'{m}.copysign(x, y)', f'{m}.copysign(1.0, x) * {m}.copysign(1.0, y)', '0.0')
elementwise('math.hypot(x, y, w)', 'x / (z + (z == 0))', 'y / (z + (z == 0))', 'w / (z + (z == 0))')
elementwise('math.atan2(x, y)', 'y / (x**2 + y**2)', '-x / (x**2 + y**2)')
elementwise('np.arctan2(x, y)', 'y / (x**2 + y**2)', '-x / (x**2 + y**2)')
alias('np.arctan2', 'np.atan2')
elementwise('np.add(x, y)', '1', '1')
elementwise('np.subtract(x, y)', '1', '-1')
elementwise('np.multiply(x, y)', 'y', 'x')
elementwise('np.divide(x, y)', '1 / y', '-x / y**2 | -z / y')
elementwise('np.power(x, y)', 'pow_dx(x, y)', 'pow_dy(x, y, z)')
elementwise('np.float_power(x, y)', 'pow_dx(x, y)', 'pow_dy(x, y, z)')
elementwise('np.remainder(x, y)', '1', '-(x // y)')
alias('np.divide', 'np.true_divide')
alias('np.remainder', 'np.mod')
alias('np.power', 'np.pow')
# Ties share the derivative evenly, as JAX and PyTorch have it
elementwise('np.maximum(x, y)', '(x > y) + 0.5 * (x == y)', '(y > x) + 0.5 * (x == y)')
elementwise('np.minimum(x, y)', '(x < y) + 0.5 * (x == y)', '(y < x) + 0.5 * (x == y)')
elementwise('np.fmax(x, y)', '(x > y) + 0.5 * (x == y)', '(y > x) + 0.5 * (x == y)')
elementwise('np.fmin(x, y)', '(x < y) + 0.5 * (x == y)', '(y < x) + 0.5 * (x == y)')
elementwise('np.heaviside(x, y)', '0.0', 'x == 0')
FINITE = 'np.where(z == -np.inf, 0, z)'  # of -inf and -inf neither has a share
elementwise('np.logaddexp(x, y)', f'np.exp(x - {FINITE})', f'np.exp(y - {FINITE})')
elementwise('np.logaddexp2(x, y)', f'np.exp2(x - {FINITE})', f'np.exp2(y - {FINITE})')
elementwise('np.clip(x, a_min, a_max)', 'inside(x, a_min, a_max)', '(x < a_min) & (z == a_min)',
            '(x > a_max) + (x <= a_max) * (z == a_max) * (z != a_min) * (1 - inside(x, a_min, a_max))')  # if a_min > a_max

# Piecewise constant: the derivative is zero wherever it exists
for name in ('np.floor', 'np.ceil', 'np.trunc', 'np.rint', 'np.fix', 'np.sign', 'np.round', 'np.around', 'math.floor',
             'math.ceil', 'math.trunc', 'np.floor_divide', 'np.spacing', 'np.signbit'):
    inactive(name)
