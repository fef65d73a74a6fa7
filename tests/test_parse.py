"""From a function to its text, wherever it was written; and rather no text than a wrong one."""
import ast
import functools
import importlib.util
import linecache
import os
import pathlib
import textwrap
from types import ModuleType

import gast
import numpy as np
import pytest

from srcad.errors import UnsupportedSyntax
from srcad.load import load
from srcad.parse import parse


def body(source):
    """The text of each statement of a function."""
    return [source.statement_text(s) for s in source.tree.body]


def line_of(name):
    """The number of the line of this file where a function is defined."""
    lines = pathlib.Path(__file__).read_text(encoding='utf8').splitlines()
    return next(k for k, line in enumerate(lines, 1) if line.lstrip().startswith(f'def {name}('))


@pytest.fixture
def typed(monkeypatch):
    """typed(text, filename): the names of a text, each statement compiled by itself, as prompts and notebooks do."""
    def run(text, filename='<python-input-0>'):
        monkeypatch.setitem(linecache.cache, filename, (len(text), None, text.splitlines(True), filename))
        names = {'__name__': '__main__'}
        for statement in ast.parse(text).body:
            exec(compile(ast.Module([statement], []), filename, 'exec', dont_inherit=True), names)
        return names
    return run


@pytest.fixture
def imported(tmp_path):
    """imported(text): a module of a file with this text, as often as the text changes."""
    def make(text, name='imported'):
        path = tmp_path / f'{name}.py'
        path.write_text(textwrap.dedent(text), encoding='utf8')
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    return make


# Functions and methods

def passed_on(function):
    """A decorator that is not srcad's."""
    @functools.wraps(function)
    def wrapper(x):
        return function(x) + 1
    return wrapper


def plain(x):
    """Doc."""
    y = x*x  # a comment
    return (y
            + 1)


@passed_on
def wrapped(x):
    return x


class Ångström:
    @staticmethod
    def of_none(x):
        return x + 1

    @classmethod
    def of_class(cls, x):
        return x + 2

    class Inner:
        def of_inner(self, x):
            return self.__scale() * x

        def __scale(self):
            return super().__hash__()


def test_a_function():
    source = parse(plain)
    assert source.function is plain
    assert (source.filename, source.tree.lineno, source.tree.col_offset) == (__file__, line_of('plain'), 0)
    assert isinstance(source.tree, gast.FunctionDef) and source.tree.name == 'plain'
    assert source.lines[source.tree.lineno - 1] == 'def plain(x):'
    assert body(source) == ['"""Doc."""', 'y = x*x', 'return y + 1']


def test_every_node_has_the_position_of_the_file():
    source = parse(Ångström.Inner.of_inner)
    call = source.tree.body[0].value.left
    assert source.lines[call.lineno - 1].encode()[call.col_offset:call.end_col_offset] == b'self.__scale()'
    assert (call.lineno, call.col_offset) == (line_of('of_inner') + 1, 19)


@pytest.mark.parametrize('function, name', [
    (Ångström.of_none, 'of_none'),
    (Ångström().of_none, 'of_none'),
    (Ångström.__dict__['of_none'], 'of_none'),
    (Ångström.of_class, 'of_class'),
    (Ångström.Inner.of_inner, 'of_inner'),
    (Ångström.Inner().of_inner, 'of_inner'),
    (Ångström.Inner._Inner__scale, '__scale'),
])
def test_methods(function, name):
    source = parse(function)
    assert (source.tree.name, source.tree.lineno) == (name, line_of(name))
    assert source.tree.decorator_list == []


def test_a_closure():
    def outer(a):
        def inner(x):
            return a * x
        return inner
    source = parse(outer(2))
    assert source.function.__closure__[0].cell_contents == 2
    assert body(source) == ['return a * x']


def test_the_wrapper_of_another_decorator_is_what_is_called():
    source = parse(wrapped)
    assert source.function is wrapped
    assert (source.tree.name, body(source)) == ('wrapper', ['return function(x) + 1'])


def test_the_wrappers_of_srcad_stand_for_their_function():
    class Wrapper:
        def __init__(self, function):
            functools.update_wrapper(self, function)

    Wrapper.__module__ = 'srcad.somewhere'
    assert parse(Wrapper(plain)).function is plain
    assert parse(staticmethod(Wrapper(wrapped))).function is wrapped
    names = {'__name__': 'srcad.somewhere', 'functools': functools}
    exec('def wrap(f):\n    @functools.wraps(f)\n    def wrapper(x): pass\n    return wrapper', names)
    assert parse(names['wrap'](plain)).function is plain


def test_future_annotations(imported):
    module = imported('''
        from __future__ import annotations
        def f(x: float):
            def g(y: float): return y
            return g(x)
        ''')
    assert body(parse(module.f))[1] == 'return g(x)'


def asserting(x):
    assert x > 0, 'not positive'
    return [x for x in (x, 2)][0]


def test_asserts_that_pytest_has_rewritten():
    assert body(parse(asserting)) == ["assert x > 0, 'not positive'", 'return [x for x in (x, 2)][0]']


# Lambdas

named = lambda x: x**2
pair = [lambda x: 2*x, lambda x: 3*x]
nested = lambda x: (lambda y: x * y)
scale: object = lambda x: (
    x
    + 1)
same = [lambda x: x*x, lambda x: x*x]
alike = [lambda x, n=2: x**n, lambda x, n=3: x**n]


@pytest.mark.parametrize('function, name, text', [
    (named, 'named', 'return x**2'),
    (pair[0], 'function', 'return 2*x'),
    (pair[1], 'function', 'return 3*x'),
    (nested, 'nested', 'return lambda y: x * y'),
    (nested(1), 'function', 'return x * y'),
    (scale, 'scale', 'return x + 1'),
    (same[1], 'function', 'return x*x'),
])
def test_lambdas(function, name, text):
    source = parse(function)
    assert isinstance(source.tree, gast.FunctionDef)
    assert (source.tree.name, body(source)) == (name, [text])
    assert source.tree.lineno == function.__code__.co_firstlineno


def test_a_lambda_keeps_its_positions_and_parameters():
    source = parse(pair[1])
    (result,) = source.tree.body
    assert source.lines[result.lineno - 1][result.col_offset:result.end_col_offset] == '3*x'
    assert source.lines[source.tree.lineno - 1][source.tree.col_offset:source.tree.end_col_offset] == 'lambda x: 3*x'
    assert [a.id for a in source.tree.args.args] == ['x']


def test_lambdas_that_cannot_be_told_apart():
    with pytest.raises(UnsupportedSyntax, match='each on a line of its own') as caught:
        parse(alike[1])
    assert caught.value.text == 'alike = [lambda x, n=2: x**n, lambda x, n=3: x**n]'


# Prompts, notebooks, strings

CELL = '''\
import math
def f(x):
    return math.sin(x)
g = lambda x: x**2; h = lambda x: x**3
'''


@pytest.mark.parametrize(
    'filename', ['<python-input-0>', '<stdin>-0', '<ipython-input-1-8dc1>', '/tmp/ipykernel_1/23.py'])
def test_prompts_and_notebooks(typed, filename):
    names = typed(CELL, filename)
    source = parse(names['f'])
    assert (source.filename, source.tree.lineno, source.lines) == (filename, 2, CELL.splitlines())
    assert body(source) == ['return math.sin(x)']
    g, h = parse(names['g']), parse(names['h'])
    assert (g.tree.name, body(g), h.tree.name, body(h)) == ('g', ['return x**2'], 'h', ['return x**3'])


def test_one_cell_replaces_another(typed):
    old = typed('def f(x):\n    return x\n', '<ipython-input-1>')['f']
    new = typed('def f(x):\n    return -x\n', '<ipython-input-2>')['f']
    assert (body(parse(old)), body(parse(new))) == (['return x'], ['return -x'])


def test_a_notebook_may_await_between_functions(typed, monkeypatch):
    text = 'await g()\ndef f(x):\n    return x\n'
    monkeypatch.setitem(linecache.cache, '<cell>', (len(text), None, text.splitlines(True), '<cell>'))
    names = {}
    exec(compile(ast.Module(ast.parse(text).body[1:], []), '<cell>', 'exec', dont_inherit=True), names)
    assert body(parse(names['f'])) == ['return x']


def test_text_that_srcad_wrote_itself():
    module = load('test_parse_written', 'import numpy as np\n\n\ndef f_adjoint(x):\n    return np.sin(x)\n')
    assert body(parse(module.f_adjoint)) == ['return np.sin(x)']


@pytest.mark.parametrize('filename, advice', [
    ('<stdin>', 'put the function in a file, or type it into IPython or Python 3.13'),
    ('<string>', r"put its text in a file, or in linecache.cache\['<string>'\]"),
    ('/nowhere/f.py', '/nowhere/f.py cannot be read'),
])
def test_no_source(filename, advice):
    names = {}
    exec(compile('def f(x):\n    return x', filename, 'exec'), names)
    with pytest.raises(OSError, match=f'^f has no source to differentiate: .*{advice}'):
        parse(names['f'])


@pytest.mark.parametrize('value, name', [
    (len, 'len'), (print, 'print'), (np.sin, 'sin'), ([].append, 'list.append'), (Ångström, 'Ångström'), (3, '3'),
    (functools.partial(plain, 1), 'functools.partial'), (functools.lru_cache(plain), 'plain'), (ModuleType('m'), 'm'),
])
def test_what_is_no_python_function(value, name):
    with pytest.raises(TypeError, match=f'^{name}.* has no Python source to differentiate: it is of type'):
        parse(value)


# Files that changed

ORIGINAL = '''\
import math

def f(x):
    return math.sin(x)

def g(x):
    return x
'''


@pytest.mark.parametrize('change', [
    ('math.sin(x)', 'math.cos(x)'),
    ('def f(x)', 'def f(y)'),
    ('def f(x)', 'def h(x)'),
    ('import math\n', 'import math\n\n'),
    ('return math', 'return 2.0 * math'),
    ('import math', 'import math ('),
    (ORIGINAL, ''),
    (ORIGINAL, '\n' * 10),
])
def test_an_edited_file_gives_no_text(imported, change):
    module = imported(ORIGINAL)
    assert body(parse(module.f)) == ['return math.sin(x)']
    edit(module.__file__, *change)
    with pytest.raises(OSError, match='^f (is no longer what .*imported.py says in line 3|has no source)'):
        parse(module.f)


def test_a_function_above_the_edit_is_still_itself(imported):
    module = imported(ORIGINAL)
    edit(module.__file__, 'return x\n', 'return x + 1\n')
    assert body(parse(module.f)) == ['return math.sin(x)']
    with pytest.raises(OSError, match='^g is no longer'):
        parse(module.g)


def test_a_file_that_is_gone_gives_no_text(imported):
    module = imported(ORIGINAL)
    os.remove(module.__file__)
    with pytest.raises(OSError, match='^f has no source to differentiate: .* cannot be read'):
        parse(module.f)


def test_an_edited_file_that_pytest_has_rewritten(monkeypatch):
    lines = pathlib.Path(__file__).read_text(encoding='utf8').replace('(x, 2)', '(x, 3)').splitlines(True)
    monkeypatch.setitem(linecache.cache, __file__, (1, None, lines, __file__))
    with pytest.raises(OSError, match='^asserting is no longer'):
        parse(asserting)


def edit(filename, old, new):
    path = pathlib.Path(filename)
    text = path.read_text(encoding='utf8')
    assert old in text
    path.write_text(text.replace(old, new), encoding='utf8')
    os.utime(filename, (1, len(new)))  # whatever the clock says


# The text of a statement

STATEMENTS = '''
def f(x, n):
    y = x ;  z = y*2  # two
    ä = "ö # no comment" + x  # ö
    x = [1,
         2]
    if (x>0 and  (n)) :  # positive
        y += 1
    elif x:
        return
    else:
        while (z): z -= 1
    for i, (j, k) in enumerate({'a:b': 1}):
        break
    if (x
            > 1):
        y = 1
    for i in (n  # all: of them
              ): pass
    @g
    def h(a=1): return a
    with g(x) as y:
        pass
    """Some
    text"""
    return x, (y,)
'''


def test_statements_stand_on_one_line(typed):
    source = parse(typed(STATEMENTS)['f'])
    y, z, ö, x, positive, loop, longer, everything, h, block, text, result = source.tree.body
    assert [source.statement_text(s) for s in (y, z)] == ['y = x', 'z = y*2']
    assert [source.statement_text(s) for s in (ö, x)] == ['ä = "ö # no comment" + x', 'x = [1, 2]']
    assert source.statement_text(positive) == 'if (x>0 and  (n))'
    (other,) = positive.orelse
    assert source.statement_text(other) == 'elif x'
    assert source.statement_text(other.orelse[0]) == 'while (z)'
    assert source.statement_text(loop) == "for i, (j, k) in enumerate({'a:b': 1})"
    assert source.statement_text(longer) == 'if x > 1'
    assert source.statement_text(everything) == 'for i in n'
    assert source.statement_text(h) == 'def h(a=1)'
    assert source.statement_text(block) == 'with g(x) as y'
    assert source.statement_text(text) == r"'Some\n    text'"
    assert source.statement_text(result) == 'return x, (y,)'


def test_a_statement_that_nobody_wrote_is_printed():
    statement = gast.Assign([gast.Name('y', gast.Store(), None, None)], gast.Constant(1, None), None)
    assert parse(plain).statement_text(statement) == 'y = 1'
