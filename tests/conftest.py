"""`pytest --update-golden` writes the golden files anew; without it they are compared, byte for byte."""
import difflib
import gc
import os
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
READ_IT = 'read the difference: git diff golden; git status golden'
WRITTEN = []


def pytest_addoption(parser):
    parser.addoption('--update-golden', action='store_true', help=f'write the golden files anew, then {READ_IT}')


def pytest_configure(config):
    gc.set_threshold(50_000, 20, 100)  # trees are many, and the tests that stay more: they need a look less often
    # In CI a golden file that is written instead of compared would agree with anything.
    if config.getoption('--update-golden') and os.environ.get('CI'):
        raise pytest.UsageError('--update-golden is refused in CI: write the golden files at your desk, ' + READ_IT)


def pytest_terminal_summary(terminalreporter):
    if WRITTEN:
        terminalreporter.section('golden files')
        terminalreporter.line(f'written anew: {", ".join(WRITTEN)}')
        terminalreporter.line(READ_IT)


@pytest.fixture
def golden(request):
    """golden(path, text): the file holds this text, or is made to hold it."""
    def check(path, text):
        name = path.relative_to(ROOT).as_posix()
        known = path.read_bytes().decode() if path.exists() else ''
        if text == known:
            return
        if request.config.getoption('--update-golden'):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            WRITTEN.append(name)
            return
        changes = difflib.unified_diff(known.splitlines(True), text.splitlines(True), name, 'what is written now')
        pytest.fail(''.join(changes) + 'if the new text is the better one: pytest --update-golden', pytrace=False)
    return check
