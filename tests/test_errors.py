"""Where an error points: Python's own letters and lines, whatever the text holds."""
import linecache
import traceback

import gast
import numpy as np
import pytest

import srcad
from srcad.errors import NoDerivative, UnsupportedSyntax, at, refuse
from srcad.parse import parse


@pytest.fixture
def typed(monkeypatch):
    """typed(text): the names of a text that stands in no file, but in linecache, as at a prompt."""
    def run(text, filename='<typed>'):
        monkeypatch.setitem(linecache.cache, filename, (len(text), None, text.splitlines(True), filename))
        names = {}
        exec(compile(text, filename, 'exec', dont_inherit=True), names)
        return names
    return run


def underlined(details):
    """The letters of the line above the carets."""
    _, line, offset, text, end_line, end_offset = details
    assert line == end_line
    return text[offset - 1:end_offset - 1]


def test_columns_count_letters(typed):
    source = parse(typed('def f(größe):\n    return "€" * 2 + größe + (1 if größe else 2)\n')['f'])
    value = source.tree.body[0].value
    assert at(source, value.right) == ('<typed>', 2, 31, '    return "€" * 2 + größe + (1 if größe else 2)', 2, 48)
    assert underlined(at(source, value.right)) == '1 if größe else 2'
    assert underlined(at(source, value.left.right)) == 'größe'


def test_a_method_has_the_columns_of_the_file(typed):
    source = parse(typed('class A:\n    class B:\n        def f(self, x):\n            return x @ x\n')['A'].B().f)
    assert at(source, source.tree.body[0].value) == ('<typed>', 4, 20, '            return x @ x', 4, 25)


def test_several_lines_are_underlined_to_the_end_of_the_first(typed):
    source = parse(typed('def f(x):\n    if x:  \n        x = (x +\n             1)\n    return x\n')['f'])
    test, result = source.tree.body
    assert underlined(at(source, test)) == 'if x:'
    assert underlined(at(source, test.body[0])) == 'x = (x +'
    assert underlined(at(source, test.body[0].value)) == 'x +'
    assert underlined(at(source, result)) == 'return x'


@pytest.mark.parametrize('node', [gast.Constant(1, None), gast.arguments([], [], None, [], [], None, []), None])
def test_a_node_that_nobody_wrote_is_shown_by_the_def(typed, node):
    source = parse(typed('def deco(f): return f\n\n@deco\ndef f(x):\n    return x\n')['f'])
    assert at(source, node) == ('<typed>', 4, 1, 'def f(x):', 4, 10)


@pytest.mark.parametrize('kind', [UnsupportedSyntax, NoDerivative])
def test_python_draws_file_line_and_caret(typed, kind):
    source = parse(typed('def f(x):\n    return x + größe(x)\n')['f'])
    with pytest.raises(kind) as caught:
        refuse(kind, 'not known', source, source.tree.body[0].value.right)
    error = caught.value
    assert isinstance(error, SyntaxError)
    assert (error.msg, error.filename, error.lineno, error.offset) == ('not known', '<typed>', 2, 16)
    assert ''.join(traceback.format_exception_only(kind, error)) == (
        '  File "<typed>", line 2\n'
        '    return x + größe(x)\n'
        '               ^^^^^^^^\n'
        f'srcad.errors.{kind.__name__}: not known\n')


def test_a_refusal_in_what_stands_in_for_a_library_function_points_at_its_call():
    def f(x):
        return np.sum(np.piecewise(x, [x > 0.5], [x[0], np.sin]))

    with pytest.raises(srcad.NoDerivative, match='np.piecewise with these arguments: .') as caught:
        srcad.grad(f)(np.array([0.3, 0.7]))
    error = caught.value
    called = error.text[error.offset - 1:error.end_offset - 1]
    assert error.filename == __file__ and called == 'np.piecewise(x, [x > 0.5], [x[0], np.sin])'


def test_a_stand_in_that_only_fails_is_refused_where_it_is_called():
    def f(x):
        return np.sum(np.pad(np.ones(3), 1, constant_values=x))

    def g(x):
        return np.sum(np.pad(np.arange(3), 1, constant_values=x))

    assert srcad.grad(f)(0.5) == 2.0 and srcad.grad(f)(np.array([0.5])) == [2.0]
    with pytest.raises(srcad.NoDerivative, match='np.pad rounds what it puts around'):
        srcad.grad(g)(0.5)


def squared_after_a_sum(x):
    y = np.sum(x)
    return y**2 * np.sum(x)


@pytest.mark.parametrize('slip', [KeyError, AttributeError])
def test_a_mistake_of_our_own_points_at_the_statement(monkeypatch, slip):
    from srcad.analysis.infer import Inference

    def failing(self, node, env):
        raise slip('lost')

    monkeypatch.setattr(Inference, '_BinOp', failing)
    with pytest.raises(NoDerivative, match=f'a mistake of its own .{slip.__name__}.*lost') as caught:
        srcad.grad(squared_after_a_sum)(np.ones(3))
    assert caught.value.text.strip() == 'return y**2 * np.sum(x)'
    assert isinstance(caught.value.__cause__, slip)
