"""What each refusal prints.

golden/errors/NAME.py holds a function, NAME.txt what Python says when its text is asked for: the same bytes on every version of Python.
"""
import pathlib
import traceback

import pytest

from srcad import NoDerivative, UnsupportedSyntax
from tests.test_golden import load

ROOT = pathlib.Path(__file__).resolve().parents[1]
ERRORS = ROOT / 'golden' / 'errors'
NAMES = sorted(path.stem for path in ERRORS.glob('*.py'))


def refusal(name):
    """The exception that the function of this file meets."""
    module = load(ERRORS / f'{name}.py', f'golden_errors_{name}')
    with pytest.raises((UnsupportedSyntax, NoDerivative)) as caught:
        getattr(module, name).source(*module.arguments)
    return caught.value


def printed(error):
    """What Python prints for it, with file names as they are seen from the repository."""
    return ''.join(traceback.format_exception_only(type(error), error)).replace(f'{ROOT}/', '')


@pytest.mark.parametrize('name', NAMES)
def test_refusal(name, golden):
    golden(ERRORS / f'{name}.txt', printed(refusal(name)))


@pytest.mark.parametrize('name', NAMES)
def test_refusal_points_into_the_file(name):
    error = refusal(name)
    assert isinstance(error, SyntaxError)
    assert pathlib.Path(error.filename) == ERRORS / f'{name}.py'
    line = (ERRORS / f'{name}.py').read_text().splitlines()[error.lineno - 1]
    assert error.text.rstrip('\n') == line
    # Letters, from 1, within one line: what Python's own errors say, and what every version of it draws the same.
    assert error.end_lineno == error.lineno
    assert 1 <= error.offset < error.end_offset <= len(line) + 1
    assert line[error.offset - 1:error.end_offset - 1].strip()


def test_every_text_has_its_function():
    assert {path.stem for path in ERRORS.glob('*.txt')} == set(NAMES)
