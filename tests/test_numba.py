"""The generated text runs as machine code as it stands: numba.njit on every function of a golden file, same numbers."""
import copy
import inspect
import warnings

import numpy as np
import pytest

numba = pytest.importorskip('numba')

import srcad.numba_support  # noqa: E402,F401
from srcad import runtime  # noqa: E402
from tests.test_golden import EXAMPLES, MORE, ROOT, example, load, numbers  # noqa: E402

BY_REFERENCE = 'the adjoints of its arrays are found by their memory'

# What Numba does not compile, and why.
PYTHON_ONLY = {
    'guarded': 'it catches a ValueError, under a context; the program itself does not compile either',
    'power': 'it calls itself: a record that holds a record of its own kind has no type',
    'even': 'it calls itself, by way of another',
    'callback': 'a name that is one of two functions, compared with `is`',
    'structures': 'a dict of arrays, an object',
    'dense': 'a dict of lists',
    'filter_class': BY_REFERENCE,
    'both': BY_REFERENCE,
    'both_any': BY_REFERENCE,
    'lists_scaled': BY_REFERENCE,
    'nested_grad': BY_REFERENCE,
    'readings': 'it reads numbers from texts, in rows of a text and a number; the program itself does not compile either',
    'lists': 'a sum over a generator; the program itself does not compile either',
}

for warning in (numba.NumbaPendingDeprecationWarning, numba.NumbaExperimentalFeatureWarning,
                numba.NumbaPerformanceWarning):
    warnings.simplefilter('ignore', warning)


def compiled(name, plain):
    """The gradient of the golden file, all of its functions compiled."""
    # `load` leaves the module in sys.modules: without that, a compiled function that calls itself ends the process.
    module = load(ROOT / 'golden' / f'{name}.py', f'golden_compiled_{name}')
    for key, function in list(vars(module).items()):
        if inspect.isfunction(function) and function.__module__ == module.__name__:
            # No wrappers for Python: Numba makes wrong ones for records in which a list may be None.
            setattr(module, key, numba.njit(function, no_cpython_wrapper=True))
    primal, adjoint = getattr(module, plain + '_primal'), getattr(module, plain + '_adjoint')

    # Primal and adjoint in one: a list of lists, as records often are, does not pass through Python.
    @numba.njit
    def gradient(*arguments):
        value, saved = primal(*arguments)
        return value, adjoint(*saved, 1.0)
    return gradient


def as_numba_takes_it(argument):
    return numba.typed.List(argument) if isinstance(argument, list) else argument


def as_python_has_it(part):
    return [as_python_has_it(one) for one in part] if isinstance(part, (numba.typed.List, list, tuple)) else part


@pytest.mark.parametrize('name', [name for name in EXAMPLES if name not in PYTHON_ONLY])
def test_compiled_text(name):
    function, arguments = example(name)
    plain = function.__wrapped__.__name__
    module = load(ROOT / 'golden' / f'{name}.py', f'golden_{name}')
    gradient = compiled(name, plain)
    # Arguments of one type: another layout or an empty list would be compiled anew, which takes seconds.
    cases = [arguments] + [case for case in MORE.get(name, []) if types(case) == types(arguments)]
    for case in cases:
        value, saved = getattr(module, plain + '_primal')(*copy.deepcopy(case))
        wanted = getattr(module, plain + '_adjoint')(*saved, 1.0)
        got_value, got = gradient(*map(as_numba_takes_it, copy.deepcopy(case)))
        np.testing.assert_allclose(got_value, value, rtol=1e-10)
        np.testing.assert_allclose(numbers(as_python_has_it(got)), numbers(wanted), rtol=1e-9, atol=1e-12)


def types(arguments):
    return [('empty', numba.typeof(0)) if isinstance(one, list) and not one else
            numba.typeof(one[0] if isinstance(one, list) else one) for one in arguments]


@pytest.mark.parametrize('name', [name for name in EXAMPLES if name in PYTHON_ONLY])
def test_text_for_python_only(name):
    """If it compiles after all, it goes out of the table."""
    function, arguments = example(name)
    with pytest.raises(numba.core.errors.NumbaError):
        compiled(name, function.__wrapped__.__name__)(*map(as_numba_takes_it, arguments))


def test_the_table_names_examples():
    assert PYTHON_ONLY.keys() <= set(EXAMPLES)


def array(*shape):
    return np.random.default_rng(0).uniform(0.5, 2.0, size=shape)


RUNTIME = {
    'unbroadcast': [(array(2, 3), array(3)), (array(2, 3), 1.0), (array(2, 3), array(2, 1)), (array(2, 3), array(2, 3)),
                    (2.0, 1.0), (array(4, 2, 3), array(1, 3)), (array(3), array(2, 3)), (2.0, array(2, 3)),
                    (array(2, 3).T, array(3, 2)), (array(1, 3), array(2, 3)), (array(3), array(1))],
    'expanded': [(2.0, array(3)), (array(3), array(2, 3)), (1.0, 2.0)],
    'spread': [(array(2), array(2, 3), 1, False), (array(2, 1), array(2, 3), 1, True), (2.0, array(2, 3), None, False)],
    'count': [(array(2, 3), 1), (array(2, 3), None)],
    'centered': [(array(3), None)],
    'chosen': [(np.array([1.0, 3.0, 3.0]), 3.0, None, False)],
    'others': [(array(2, 3), None), (np.array([2.0, 0.0, 5.0]), None)],
    'pow_dx': [(3.0, 2), (0.0, 0), (0.0, 1), (2.0, 0.5), (array(3), 2), (array(3), array(3)),
               (np.zeros(3), np.arange(3))],
    'pow_dy': [(2.0, 3.0, 8.0), (0.0, 3.0, 0.0), (array(3), 2.0, array(3) ** 2)],
    'sign': [(-2.0,), (0.0,), (3,), (array(3) - 1,)],
    'inside': [(2.0, None, 3.0), (array(3), 1.0, 1.5), (array(3), 1.0, None)],
    'matmul_dx': [(array(2, 2), array(2, 3), array(3, 2)), (array(2), array(3), array(3, 2)),
                  (array(2), array(2, 3), array(3)), (1.5, array(3), array(3))],
    'matmul_dy': [(array(2, 2), array(2, 3), array(3, 2)), (array(2), array(3), array(3, 2)),
                  (array(2), array(2, 3), array(3)), (1.5, array(3), array(3))],
    'dot_dx': [(1.5, array(3), array(3)), (array(2, 2), array(2, 3), array(3, 2)), (array(3), 2.0, array(3))],
    'dot_dy': [(1.5, array(3), array(3)), (array(2, 2), array(2, 3), array(3, 2)), (array(3), 2.0, array(3))],
    'outer_dx': [(array(2, 3), array(2), array(3))],
    'outer_dy': [(array(2, 3), array(2), array(3))],
    'inner_dx': [(1.5, array(3), array(3)), (array(2), array(2, 3), array(3)), (array(2, 4), array(2, 3), array(4, 3))],
    'transpose_dx': [(array(2, 3), None)],
    'diag_dx': [(array(2), array(2), 0), (array(2), array(2, 3), 1), (array(2), array(3, 2), -1)],
    'diff_dx': [(array(3),)],
    'cumsum_dx': [(array(3), array(3), None)],
    'part': [(array(5), 1, (array(2), array(3)), 0), (array(5, 2), 0, (array(2, 2), array(3, 2)), 0)],
    'zeros_like': [(array(3),), (2.0,), ([array(2), array(3)],)],
    'stayed': [(array(3), np.array([0, 0, 2]))],
    'max_dx': [(2.0, np.array([1.0, 5.0, 5.0]), 5.0)],
}


@pytest.mark.parametrize('name', RUNTIME)
def test_runtime_function(name):
    function = getattr(runtime, name)
    for arguments in RUNTIME[name]:
        given = [as_numba_takes_it(one) for one in arguments]
        # As many parameters as it has: Numba makes one tuple, of one kind perhaps, of *arguments.
        space = {'function': function}
        names = ', '.join(inspect.signature(function).parameters)
        exec(f'def call({names}): return function({names})', space)
        got, wanted = numba.njit(space['call'])(*given), function(*arguments)
        if isinstance(wanted, (list, tuple)):
            got, wanted = numbers(as_python_has_it(got)), numbers(wanted)
        assert np.shape(got) == np.shape(wanted), arguments
        np.testing.assert_allclose(got, wanted, rtol=1e-12, err_msg=f'{name}{arguments}')


def test_reversed():
    @numba.njit
    def of_range(start, stop, step):
        return [one for one in reversed(range(start, stop, step))]

    @numba.njit
    def of_records(n):
        return [k + x for k, x in reversed(list(enumerate([0.5 * i for i in range(n)])))]

    for case in [(0, 5, 1), (0, 0, 1), (7, -4, -3), (1, 8, 3)]:
        assert of_range(*case) == list(reversed(range(*case)))
    assert of_records(4) == [4.5, 3.0, 1.5, 0.0]
    assert numba.njit(lambda t: [one for one in reversed(t)])((1, 2, 3)) == [3, 2, 1]


def test_scatter():
    @numba.njit
    def scatter(a, index, b):
        np.add.at(a, index, b)
        np.subtract.at(a, index, 2.0)
        return a
    index = np.array([0, 1, 1, 3])
    for a, b in [(np.zeros(4), array(4)), (np.zeros((4, 2)), array(4, 2))]:
        wanted = scatter.py_func(a.copy(), index, b)
        np.testing.assert_allclose(scatter(a.copy(), index, b), wanted)
