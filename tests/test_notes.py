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
