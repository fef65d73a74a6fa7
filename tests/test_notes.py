"""A traceback through generated text names the line of the program."""
import sys
import traceback

import numpy as np
import pytest

import srcad

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason='exceptions have no notes')


def inverse(x):
    y = x - 1.0
    return 1.0 / y  # fails at 1


def of_a_helper(x):
    return inverse(x) * x


def raises(x):
    if x > 2:
        raise ValueError('too large')
    return x * x


def by_the_line_that_ran(x):
    y = x - 2.0
    if x > 100:
        w = 1 / y
        return w
    z = 1/y  # fails at 2
    return z * x


def lacks_a_key(x):
    d = {'a': x}
    return d["b"] * x


def of_an_object(x):
    return Squared(x).value() / x


class Squared:
    def __init__(self, x):
        self.x = x

    def value(self):
        return self.x*self.x / (self.x-2.0)


def of_a_loop(x):
    total = 0.0
    for k in range(3):
        total += [x for j in range(2)][k]
    return total


def in_an_inner_function(x):
    inner = lambda t: t/(t-2)
    return inner(x) + x


def of_a_stand_in(x):
    return np.nanvar(np.ones(3)*x, axis=4)


def fails_backwards(x):
    y = np.sqrt(x)
    z = y[0] * y[1]
    return z


def noted(f, *args):
    """(the exception, the line of this file that its note names, the generated line)"""
    with pytest.raises(Exception) as caught:
        srcad.grad(f)(*args)
    (text,) = caught.value.__notes__
    head, line = text.split('\n')
    assert head.startswith('In the program: File ') and head.split('"')[1] == __file__
    number = int(head.rpartition(' ')[2])
    with open(__file__) as file:
        assert file.read().splitlines()[number - 1].strip() == line.strip()
    generated = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename.startswith('<srcad ')]
    assert generated[-1].line
    return caught.value, line.strip(), generated[-1].line


def test_in_a_primal():
    error, line, generated = noted(inverse, 1.0)
    assert isinstance(error, ZeroDivisionError)
    assert line == 'return 1.0 / y  # fails at 1' and '1.0 / y' in generated


def test_in_a_helper():
    assert noted(of_a_helper, 1.0)[1] == 'return 1.0 / y  # fails at 1'


@pytest.mark.parametrize('f, says', [
    (by_the_line_that_ran, 'z = 1/y  # fails at 2'),
    (lacks_a_key, 'return d["b"] * x'),
    (of_an_object, 'return self.x*self.x / (self.x-2.0)'),
    (of_a_loop, 'total += [x for j in range(2)][k]'),
    (in_an_inner_function, 'inner = lambda t: t/(t-2)'),
    (of_a_stand_in, 'return np.nanvar(np.ones(3)*x, axis=4)'),
])
def test_the_line_is_that_of_the_program_however_it_is_written(f, says):
    assert noted(f, 2.0)[1] == says


def test_what_the_program_raises():
    error, line, generated = noted(raises, 3.0)
    assert str(error) == 'too large' and line == generated == "raise ValueError('too large')"


def test_in_an_adjoint():
    gradient = srcad.differentiate(fails_backwards)
    gradient.grad(np.ones(2))
    with np.errstate(all='raise'), pytest.raises(FloatingPointError) as caught:
        gradient.grad(np.zeros(2))
    assert 'y = np.sqrt(x)' in caught.value.__notes__[0]
    assert sum('In the program' in n for n in caught.value.__notes__) == 1


def test_a_second_call_with_numbers():
    gradient = srcad.differentiate(inverse)
    gradient.grad(3.0)
    with pytest.raises(ZeroDivisionError) as caught:
        gradient.grad(1.0)
    assert 'return 1.0 / y' in caught.value.__notes__[0]


def test_refusals_have_none():
    with pytest.raises(srcad.NoDerivative) as caught:
        srcad.grad(lambda x: np.sum(np.linalg.eigvals(x).real))(np.eye(2))
    assert not hasattr(caught.value, '__notes__')
