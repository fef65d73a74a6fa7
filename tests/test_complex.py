"""Every row of the derivative table that takes complex numbers, and the guards around them."""

import cmath
import importlib.util
import math
import sys

import numpy as np
import pytest

import srcad
from srcad.rules import RULES
from srcad.rules.numbers import HOLOMORPHIC
from srcad.rules.table import COMPLEX
from tests.checking import assert_gradient
from tests.test_rules import LINEAR, OPERATORS

rng = np.random.default_rng(7)
ROWS = [
    r
    for key, rule in {**RULES, **COMPLEX}.items()
    if key in COMPLEX or rule.name in HOLOMORPHIC
    for r in (rule, *rule.others.values())
]
REAL_ARGUMENTS = ['complex', 'cmath.rect']  # of two real numbers
MORE = {
    'np.full_like': [('np.full_like(np.zeros((2, 3), complex), x)', ())],
    'np.vdot': [('np.vdot(x, y)', 3, 3)],
    'np.linalg.norm': [('np.linalg.norm(x)', (2, 3))],
    'np.var': [('np.var(x)', (2, 3)), ('np.var(x, axis=0)', (2, 3))],
    'np.std': [('np.std(x, axis=1)', (2, 3))],
}


def cases():
    seen = set()
    for rule in ROWS:
        params = list(rule.params)
        if (rule.name, len(params)) in seen:
            continue
        seen.add((rule.name, len(params)))
        trials = MORE.get(rule.name) or [(c, *map(np.shape, v)) for c, *v in LINEAR.get(rule.name, [])]
        if not trials:
            call = OPERATORS.get(rule.name) or f'{rule.name}({", ".join(params)})'
            trials = [(call, *[()] * len(params))]
            if rule.name.startswith('np.') or rule.name in OPERATORS:
                trials.append((call, *[(2, 3), (3,)][: len(params)]))
        for k, (call, *shapes) in enumerate(trials):
            if rule.name == 'np.where':
                call = (
                    call.replace('x > y', 'abs(x) > abs(y)')
                    .replace('x > 0.5', 'abs(x) > 0.5')
                    .replace('y > 0.5', 'abs(y) > 0.5')
                )
            yield f'{rule.name}-{len(params)}-{k}', rule.name, call, (
                list(params) if 'base' in params or 'phi' in params or 'real' in params else ['x', 'y'][: len(shapes)]
            ), shapes


CASES = list(cases())


def text(k):
    """A function of the real and the imaginary parts of its arguments, or of real ones."""
    _, name, call, params, _ = CASES[k]
    parts = [p for n in params for p in ((n,) if name in REAL_ARGUMENTS else (n + '_re', n + '_im'))]
    lines = [f'def case_{k}({", ".join(parts)}):']
    if name not in REAL_ARGUMENTS:
        lines += [f'    {n} = {n}_re + 1j * {n}_im' for n in params]
    lines += (
        [
            f'    z = {call}',
            '    w = np.cos(np.arange(np.size(z))) * np.ravel(z) * (1 - 0.3j)',
            '    return np.sum(w.real + 0.7 * w.imag)',
        ]
        if CASES[k][4] and is_array(k)
        else [f'    z = {call}', '    w = z * (1 - 0.3j)', '    return w.real + 0.7 * w.imag']
    )
    return '\n'.join(lines) + '\n\n'


def values(k):
    _, name, _, params, shapes = CASES[k]
    count = len(params) * (1 if name in REAL_ARGUMENTS else 2)
    shapes = shapes if name in REAL_ARGUMENTS else [s for s in shapes for _ in range(2)]
    shift = 0.3 if 'cos' in name or 'sin' in name or 'tan' in name else -0.2
    made = [rng.uniform(0.3, 0.9, s) - (0.0 if name in REAL_ARGUMENTS else shift) for s in shapes[:count]]
    return tuple(v if np.ndim(v) else float(v) for v in made)


def is_array(k):
    _, name, call, params, shapes = CASES[k]
    made = {p: np.full(s, 0.4 + 0.3j) if np.shape(np.zeros(s)) else 0.4 + 0.3j for p, s in zip(params, shapes)}
    made = {p: abs(v) for p, v in made.items()} if name in REAL_ARGUMENTS else made
    return np.ndim(eval(call, {'np': np, 'math': math, 'cmath': cmath, **made})) > 0


@pytest.fixture(scope='module')
def functions(tmp_path_factory):
    path = tmp_path_factory.mktemp('complex') / 'complex_cases.py'
    path.write_text('import cmath\nimport math\nimport numpy as np\n\n' + '\n'.join(map(text, range(len(CASES)))))
    spec = importlib.util.spec_from_file_location('complex_cases', path)
    module = sys.modules['complex_cases'] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize('k', range(len(CASES)), ids=[c[0] for c in CASES])
def test_row(k, functions):
    args = values(k)
    f = getattr(functions, f'case_{k}')
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), f, args, tuple(range(len(args))))


def test_every_row_of_complex_numbers_is_tried():
    tried = {c[1] for c in CASES}
    assert HOLOMORPHIC <= tried
    assert {r.name for r in COMPLEX.values()} <= tried
