"""The text that srcad writes for each of examples/, and whether that text is right.

golden/NAME.py is what is generated from examples/NAME.py, byte for byte, in any process. It is also executed here as a
module of its own, and judged by differences of the plain function: srcad has no part in that.
"""
import copy
import importlib.util
import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import pytest

from tests.checking import assert_gradient, central_differences, leaves, same

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path.stem for path in (ROOT / 'examples').glob('*.py'))
rng = np.random.default_rng(1)

# More arguments of the kinds that the example has, so that every path of the text is gone: loops that run zero times,
# exits not taken, the other branches.
MORE = {
    'absv': [(5,), (0.7,), (-0.1,)],
    'newton_sqrt': [(0.3,), (50.0,)],
    'settle': [(0.2, 5), (3.0, 0), (7.0, 1)],
    'notebook_branch': [(-4.3,), (1e-3,)],
    'early_return': [(1.2,), (0.5,), (3.0,), (-1.4,), (11.0,)],
    'break_continue': [(0.45,), (0.9,), (3.0,), (9.0,), (-0.4,)],
    'nested': [(0.8, 9), (1.5, 20), (5.0, 4), (1.2, 0)],
    'branches': [(2.7, 7), (-0.4, 8), (0.2, 3), (3.0, 0)],
    'horner': [(-0.3, [1.0]), (0.0, [1.0, 2.0, 4.0]), (2.0, [])],
    'power': [(1.1, 0), (0.9, 1), (-1.2, 8), (0.0, 3)],
    'closure': [(-0.3,), (1.9,)],
    'lists': [(0.1, 4), (-0.5, 3), (1.4, 1), (0.3, 0)],
    'guarded': [(0.3, 5), (1.4, 0), (2.9, 9)],
    'checked': [(0.3, 0), (2.9, 9)],
    'powers': [(0.7,), (0.0,), (-1.5,)],
    'heat': [(rng.normal(size=n), steps) for n, steps in [(3, 3), (4, 1), (7, 0)]],
    'logdet': [(np.eye(n) * 4 + np.ones((n, n)) + np.triu(rng.normal(size=(n, n))) / 9,) for n in (2, 7)],
    'energy': [(rng.normal(size=n), rng.uniform(size=n - 2), steps) for n, steps in [(6, 0), (7, 1)]],
    'rows': [(rng.normal(size=(2, 5)), 1.2), (rng.normal(size=(4, 6))[::2, ::-1], 0.5)],
    'search': [(0.6, 4), (1.5, 4), (3.0, 2), (0.7, 1), (0.9, 0), (20.0, 3), (2.0, 1)],
    'even': [(0.8, 0), (1.3, 1), (-0.4, 6)],
    'rest': [(0.7, 3), (2.5, 6), (1.1, 0)],
    'ways': [(0.3, 6), (1.2, 0), (-2.0, 4)],
    'choose': [(2.0,), (-1.0,)],
    'callback': [(1.4,)],
    'cube_grad': [(-0.4,)],
    'newton5_grad': [(0.003,), (0.02,)],  # far from converged
    'nested_grad': [(0.8, 9), (1.5, 20), (5.0, 4), (1.2, 0)],
    'pingpong': [(rng.uniform(size=n), t, 0.2) for n, t in [(2, 2), (3, 0), (3, 1), (6, 4)]],
    'lu': [(np.eye(n) * 4 + rng.normal(size=(n, n)) / 2,) for n in (1, 2, 7)],
    'forces': [(rng.normal(size=4), rng.normal(size=k), *rng.integers(0, 4, (2, k))) for k in (0, 1, 9)],
    'masks': [(rng.normal(size=6) * 2, 0.7, np.array(i, int)) for i in ([], [1], [0, 0, 0], [-1, 5, 2])],
    'both_any': [(np.linspace(-1.0, 2.0, 6).reshape(2, 3),), (np.linspace(-1.0, 2.0, 12).reshape(2, 6)[:, ::2],)],
    'waves': [(rng.normal(size=n), 0.4, t) for n, t in [(1, 2), (2, 1), (5, 0), (7, 2)]],
    'relax': [(rng.normal(size=n), rng.normal(size=(n, n)), t) for n, t in [(1, 2), (3, 0), (2, 5)]],
    'march': [(rng.uniform(size=n), t) for n, t in [(1, 2), (3, 0), (5, 1)]],
    'either': [(rng.normal(size=4), rng.normal(size=4), c) for c in (-1, 0)],
    'columns': [(rng.uniform(1, 2, size=s),) for s in [(1, 3), (4, 1), (3, 3)]],
    'through': [(rng.normal(size=s), 0.7) for s in [(1, 3), (3, 1), (4, 5)]],
    'scratch': [(rng.normal(size=(2, 3)), rng.normal(size=(2, 3)), np.zeros((2, 3)))],
    'keep': [(rng.normal(size=n),) for n in (1, 2, 6)],
    'lists_scaled': [([rng.normal(size=3)], 0.5), ([rng.normal(size=n) for n in (4, 4)], 2.0)],
    'layers': [(rng.normal(size=(2, 3)), [rng.normal(size=(3, 2))])],
}

# What the notebook that srcad comes from says of its examples.
NOTEBOOK = [
    ('notebook_square', (4.3,), (8.6,)),
    ('notebook_product', (4.3, 7.2), (2673.216, 1596.504)),
    ('notebook_branch', (4.3,), (2.0,)),
    ('powers', (4.3,), (1324555.4603,)),
    ('absv', (-5,), (-1.0,)),
    ('absv', (5,), (1.0,)),
    ('absv', (0,), (-1.0,)),
]


def load(path, name):
    """A module from a file, new at each call."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def example(name):
    """The differentiated function of an example, and its arguments."""
    module = load(ROOT / 'examples' / f'{name}.py', f'examples_{name}')
    function, = (value for value in vars(module).values() if hasattr(value, 'generated'))
    return function, module.arguments


def texts(names):
    """The text of each example, written in this order."""
    written = {}
    for name in names:
        function, arguments = example(name)
        written[name] = function.source(*arguments)
    return written


def pair(name, function):
    """The primal and the adjoint that the golden file holds."""
    module = load(ROOT / 'golden' / f'{name}.py', f'golden_{name}')
    plain = function.__wrapped__.__name__
    return getattr(module, plain + '_primal'), getattr(module, plain + '_adjoint')


def gradient_of_the_text(primal, adjoint):
    """A function that answers value and gradients, and looks after the contract of the two on the way."""
    def gradient(*arguments):
        value, saved = primal(*arguments)
        before = copy.deepcopy(saved)
        first, again = adjoint(*saved, 1.0), adjoint(*saved, 1.0)
        assert same(first, again), 'a second call of the adjoint answers something else'
        assert same(saved, before), 'the adjoint changed what was saved'
        return value, first if isinstance(first, tuple) else (first,)
    return gradient


@pytest.mark.parametrize('name', EXAMPLES)
def test_text(name, golden):
    golden(ROOT / 'golden' / f'{name}.py', texts([name])[name])


@pytest.mark.parametrize('name', EXAMPLES)
def test_golden_file_is_right(name):
    function, arguments = example(name)
    gradient = gradient_of_the_text(*pair(name, function))
    for case in [arguments, *MORE.get(name, [])]:
        assert_gradient(lambda f, wrt: gradient, function.__wrapped__, tuple(case), tuple(function.argnums))


@pytest.mark.parametrize('name', EXAMPLES)
def test_adjoint_is_linear_in_its_seed(name):
    function, arguments = example(name)
    primal, adjoint = pair(name, function)
    saved = primal(*arguments)[1]
    once, twice = numbers(adjoint(*saved, 1.0)), numbers(adjoint(*saved, 2.0))
    np.testing.assert_allclose(twice, 2 * once, rtol=1e-12)


def numbers(part):
    """All the numbers of a gradient, in one array."""
    return np.concatenate([np.zeros(0), *(np.ravel(leaf).astype(float) for leaf in leaves(part))])


@pytest.mark.parametrize('name, arguments, wanted', NOTEBOOK)
def test_notebook(name, arguments, wanted):
    function = example(name)[0]
    primal, adjoint = pair(name, function)
    for gradient in adjoint(*primal(*arguments)[1], 1.0), function.grad(*arguments):
        gradients = gradient if isinstance(gradient, tuple) else (gradient,)
        np.testing.assert_allclose(gradients, wanted, rtol=1e-10)
        assert all(isinstance(one, float) for one in gradients)


def test_notebook_with_another_number():
    import srcad

    def squared_error(x, y):
        return (y * (x * 3) - 12)**2
    gradients = srcad.grad(squared_error, argnums=(0, 1))(4.3, 7.2)
    np.testing.assert_allclose(gradients, (3494.016, 2086.704), rtol=1e-10)


def test_same_text_in_every_process():
    # Another hash seed, and another order: neither sets nor counters may show in a text.
    one = texts_of_a_process(1, EXAMPLES)
    other = texts_of_a_process(2, EXAMPLES[::-1])
    assert one == other
    assert one == texts(EXAMPLES)


def texts_of_a_process(seed, names):
    """The texts, as another process writes them."""
    script = f'import json; from tests.test_golden import texts; print(json.dumps(texts({names!r})))'
    environment = {**os.environ, 'PYTHONHASHSEED': str(seed)}
    done = subprocess.run([sys.executable, '-c', script], cwd=ROOT, env=environment, text=True, capture_output=True)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


RUN_ALL = """
import contextlib, io, json, pathlib, runpy, sys
printed = {}
for path in map(pathlib.Path, sys.argv[1:]):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        runpy.run_path(str(path), run_name='__main__')
    printed[path.stem] = out.getvalue()
print(json.dumps(printed))
"""


def test_examples_run(tmp_path):
    # From another directory: a text must not tell where it was asked for.
    path = [str(ROOT), *filter(None, [os.environ.get('PYTHONPATH')])]
    files = [ROOT / 'examples' / f'{name}.py' for name in EXAMPLES]
    done = subprocess.run([sys.executable, '-c', RUN_ALL, *files], cwd=tmp_path, text=True, capture_output=True,
                          env={**os.environ, 'PYTHONPATH': os.pathsep.join(path)})
    assert not done.returncode, done.stderr
    for name, printed in json.loads(done.stdout).items():
        assert printed.startswith((ROOT / 'golden' / f'{name}.py').read_text()), name
    assert not list(tmp_path.iterdir())


def test_every_golden_file_has_its_example():
    assert {path.stem for path in (ROOT / 'golden').glob('*.py')} == set(EXAMPLES)
    assert MORE.keys() <= set(EXAMPLES)


@pytest.mark.parametrize('name', ['square', 'newton_sqrt'])
def test_the_readme_shows_what_is_written(name):
    assert (ROOT / 'golden' / f'{name}.py').read_text().strip() in (ROOT / 'README.md').read_text()


def test_the_judge_notices_a_wrong_text():
    """A derivative that is off by a thousandth, and one that changes what it was handed, do not pass."""
    def plain(x):
        return x**2

    def off(x):
        return x**2, (x, 2.002 * x)

    with pytest.raises(AssertionError):
        assert_gradient(lambda f, wrt: gradient_of_the_text(off, lambda x, slope, b: b * slope), plain, (3.0,), (0,))
    with pytest.raises(AssertionError, match='second call|was saved'):
        gradient_of_the_text(lambda x: (x.sum(), (x,)), spoil)(np.ones(3))
    assert central_differences(plain, (3.0,), 0) == pytest.approx(6.0)


def spoil(x, bvalue):
    x += 1
    return x * bvalue
