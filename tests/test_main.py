"""python -m srcad FILE[:FUNCTION] [--at ARGS] [--check]: what it prints, where, and how it ends."""
import ast
import os
import pathlib
import subprocess
import sys
import textwrap

import pytest

from srcad import __main__ as command

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = sorted((ROOT / 'examples').glob('*.py'))

PROGRAM = """
    import math
    import numpy as np
    from srcad import differentiate

    def helper(x):
        return x * x

    @differentiate
    def first(x):
        return helper(x)

    @differentiate(wrt=('x', 'k'))
    def last(x, k=3.0):
        return k * x * helper(x)

    def plain(x, y):
        return math.sin(x) * y

    def arrays(A, b):
        A[0] = A[0] * b
        return np.sum(A**2)

    def refused(x):
        with x:
            return x

    def raises(x):
        if x < 0.0:
            assert False, 'negative'
        return x

    def kinked(x):
        return math.floor(x) * 100.0 + x

    def listed(xs):
        return xs[0] * xs[1]

    number = 3.0
    arguments = (2.0,)
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / 'program_of_a_user.py'
    path.write_text(textwrap.dedent(PROGRAM))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, 'path', list(sys.path))
    monkeypatch.setattr(sys, 'modules', sys.modules)
    yield path.name
    sys.modules.pop('program_of_a_user', None)
    sys.modules.pop('program_of_a_user_', None)


@pytest.fixture
def run(capsys):
    """run(*words): exit status, what was printed, what was complained of."""
    def main(*words):
        try:
            status = command.main(list(words))
        except SystemExit as end:
            status = end.code
        return (status or 0, *capsys.readouterr())
    return main


def shell(*words, cwd=None, **variables):
    done = subprocess.run([sys.executable, '-m', 'srcad', *words], cwd=cwd, capture_output=True, text=True,
                          env={**os.environ, 'PYTHONPATH': str(ROOT), **variables})
    return done.returncode, done.stdout, done.stderr


def text_of(out):
    """The source at the head of what was printed: it is Python, and what follows says value and gradient."""
    head, value, tail = out.partition('\nvalue =')
    assert value
    ast.parse(head)
    return head, value.lstrip() + tail


def test_the_last_decorated_function_at_the_files_arguments(run, file):
    status, out, complaints = run(file)
    assert (status, complaints) == (0, '')
    text, tail = text_of(out)
    assert 'def last_primal(x, k)' in text and 'def last_adjoint(' in text
    # k x**3 at (2, 3): 24, by x: 36, by k: 8
    assert tail.splitlines() == ['value = 24.0', 'gradient by x = 36.0', 'gradient by k = 8.0']


def test_a_named_function(run, file):
    status, out, complaints = run(file + ':first')
    assert (status, complaints) == (0, '')
    assert text_of(out)[1].splitlines() == ['value = 4.0', 'gradient by x = 4.0']


def test_a_function_that_is_not_decorated_at_arguments(run, file):
    status, out, complaints = run(file + ':plain', '--at', '0.0, 5')
    assert (status, complaints) == (0, '')
    assert text_of(out)[1].splitlines() == ['value = 0.0', 'gradient by x = 5.0']


def test_arguments_see_numpy_math_and_the_file(run, file):
    status, out, complaints = run(file + ':plain', '--at', 'math.pi * 0, number + 1')
    assert (status, complaints) == (0, '') and 'gradient by x = 4.0' in out
    status, out, complaints = run(file + ':arrays', '--at', 'np.ones(2), 3.0')
    assert (status, complaints) == (0, '')
    # A[0] b squared + A[1] squared: 9 + 1; by A: 2 b b A0 = 18, 2 A1 = 2
    assert 'value = 10.0' in out and out.rstrip().endswith('gradient by A = [18.  2.]')


def test_keyword_arguments_at_the_command_line(run, file):
    status, out, complaints = run(file + ':last', '--at', '2.0, k=5.0')
    assert status in (0, 2)
    assert 'gradient by k = 8.0' in out if status == 0 else complaints


def test_a_list(run, file):
    status, out, complaints = run(file + ':listed', '--at', '[2.0, 3.0]', '--check')
    assert (status, complaints) == (0, '')
    assert 'gradient by xs = [3.0, 2.0]' in out and 'value = 6.0' in out


def test_check_with_a_default_argument(run, file):
    """k has a default, is differentiated by, and is not among the arguments of the file."""
    status, out, complaints = run(file, '--check')
    assert (status, complaints) == (0, ''), out
    assert out.rstrip().splitlines()[-1] == 'central differences agree'


def test_check_agrees(run, file):
    for words in ([file + ':first'], [file + ':plain', '--at', '0.3, 2.0'], [file + ':arrays', '--at', 'np.ones((2, 3)), 3.0']):
        status, out, complaints = run(*words, '--check')
        assert (status, complaints) == (0, ''), out
        assert out.rstrip().splitlines()[-1] == 'central differences agree'


def test_check_finds_a_difference(run, file):
    """The slope of a step is zero; differences across the step say otherwise, which --check must not hide."""
    status, out, complaints = run(file + ':kinked', '--at', '2.0', '--check')
    assert status == 1 and 'central differences say' in out


def test_a_file_whose_name_no_statement_can_name(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / '02-my-model.py').write_text(textwrap.dedent("""
        WEIGHTS, TOTAL = [1.0, 2.0], {'a': 1.0}

        class Value:
            def __init__(self, x):
                self.x = x

        def f(x):
            TOTAL['a'] = 3.0 * x
            v = Value(x)
            return sum(k * v.x for k in WEIGHTS) * TOTAL['a']
        """))
    status, out, _ = run('02-my-model.py:f', '--at', '2.0', '--check')
    assert status == 0 and 'gradient by x = 36.0' in out and 'agree' in out


def test_a_refusal_points_at_the_place(run, file):
    status, out, complaints = run(file + ':refused', '--at', '1.0')
    assert (status, out) == (1, '')
    assert f'{file}", line ' in complaints and '^' in complaints and 'with' in complaints and 'Traceback' not in complaints


@pytest.mark.parametrize('words, said', [
    (['nothing.py'], 'nothing.py'), (['program_of_a_user.py:nothing'], 'nothing'), (['program_of_a_user.py:number'], 'number'),
    (['program_of_a_user.py:plain'], 'plain'), (['program_of_a_user.py:plain', '--at', '1.0'], 'plain'),
    (['program_of_a_user.py:plain', '--at', '1.0, 2.0, 3.0'], 'plain'), (['program_of_a_user.py:plain', '--at', '1.0, unknown'], 'unknown'),
    (['program_of_a_user.py:plain', '--at', '1.0, ('], '--at'), ([], 'usage'),
    (['program_of_a_user.py', '--unknown'], 'usage'), (['.'], '.')])
def test_a_mistake_is_told_in_a_line(run, file, words, said):
    status, out, complaints = run(*words)
    assert status == 2 and out == ''
    assert said in complaints and 'Traceback' not in complaints


def test_a_file_that_is_no_python(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for text in ('def f(:\n', 'import nothing_of_that_name\n', '1 / 0\n'):
        (tmp_path / 'broken_file.py').write_text(text)
        status, out, complaints = run('broken_file.py')
        assert status == 2 and out == '' and 'broken_file.py' in complaints and 'Traceback' not in complaints
    (tmp_path / 'broken_file.py').write_text('def f(x):\n    return x\n')
    status, out, complaints = run('broken_file.py')
    assert status == 2 and 'FUNCTION' in complaints


def test_what_the_program_raises_is_shown(file, tmp_path):
    status, out, complaints = shell(file + ':raises', '--at', '-1.0', cwd=tmp_path)
    assert status != 0 and 'negative' in complaints


def test_help(run):
    status, out, complaints = run('--help')
    assert status == 0 and 'FILE[:FUNCTION]' in out and '--at' in out and '--check' in out


@pytest.mark.parametrize('path', EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_agree_with_central_differences(run, path):
    status, out, complaints = run(str(path), '--check')
    assert (status, complaints) == (0, ''), out
    text, tail = text_of(out)
    assert text == (ROOT / 'golden' / path.name).read_text().rstrip('\n') or 'Written by srcad from examples/' in text


def test_from_the_shell_two_runs_and_nothing_written(file, tmp_path):
    before = sorted(tmp_path.rglob('*'))
    first = shell(file + ':first', '--check', cwd=tmp_path, PYTHONHASHSEED='1')
    again = shell(file + ':first', '--check', cwd=tmp_path, PYTHONHASHSEED='2')
    assert first == again and first[0] == 0 and first[2] == ''
    assert sorted(tmp_path.rglob('*')) == before


def test_a_file_beside_others(tmp_path):
    """As for `python FILE`, files beside it can be imported; a file named like a library's module is itself."""
    (tmp_path / 'beside.py').write_text('def helper(x):\n    return x**3\n')
    (tmp_path / 'json.py').write_text('from beside import helper\ndef f(x):\n    return helper(x)\n')
    status, out, complaints = shell('json.py:f', '--at', '2.0', cwd=tmp_path)
    assert (status, complaints) == (0, '') and 'gradient by x = 12.0' in out
    (tmp_path / 'folder').mkdir()
    status, out, complaints = shell('../json.py:f', '--at', '2.0', cwd=tmp_path / 'folder')
    assert (status, complaints) == (0, '') and 'gradient by x = 12.0' in out


def test_a_script_does_not_run_its_main_part(tmp_path):
    (tmp_path / 'script.py').write_text('def f(x):\n    return x * x\n\nif __name__ == "__main__":\n    print("running")\n')
    status, out, complaints = shell('script.py:f', '--at', '3', cwd=tmp_path)
    assert (status, complaints) == (0, '') and 'running' not in out and 'gradient by x = 6.0' in out


def test_a_closed_pipe_is_no_traceback(file, tmp_path):
    """`python -m srcad FILE | head -n 1`, with a reader that left before the first line."""
    run = subprocess.Popen([sys.executable, '-m', 'srcad', file], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                           env={**os.environ, 'PYTHONPATH': str(ROOT)})
    run.stdout.close()
    assert run.stderr.read() == ''
    run.stderr.close()
    run.wait()
