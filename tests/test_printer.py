"""The text that srcad writes for a tree: few parentheses, the spaces of a person, the same on every Python."""
import ast
import textwrap

import gast
import pytest

from srcad.printer import Comment, comment, expression, to_source

EXPRESSIONS = '''
x**2
x**i
x**-1
x**0.5
err.size**2
x.T**n.size
hs[1] ** 2
row[:-1] ** 2
(1 + exp) ** 2
(-x) ** 2
-x**2
x ** -y
f(x) ** 2
2 ** f(x)
'a' ** 2
x ** y**z
(x**y) ** z
2 * bvalue / np.size(err) * err
a - (b - c)
a - b - c
a / (b * c)
a * b / c
a @ b.T
-(a * b)
-a * b
not (a and b)
not a == b
(a and b) or c
a and (b or c)
a < b <= c
(a < b) < c
a if b else c if d else e
(a if b else c) if d else e
(a if b else c) + 1
f(a if b else c)
lambda: 0
lambda x, *y, k=1, **z: x + k
(lambda x: x)(1)
f(*args, key=1, **rest)
sum(x * y for x, y in zip(a, b) if x)
sum((x for x in a), 0)
[x for y in z for x in y if x if y]
[x for x in (a if b else c)]
{k: v for k, v in d.items()}
{x**2 for x in a}
{'a': 1, **rest}
{1, 2}
x[1:2, ::3]
x[1:]
x[i + 1:, ::-1]
x[...]
x[..., None]
x[1,]
x[()]
x[(*a, b)]
x[i, j][k]
()
(a,)
(a, (b, c))
[a, *b]
(a, *(b or c))
1e-12
10000000000.0
1e309
2j
(1).real
1.5.real
-1
~a & b | c ^ d
a << b + 1
(a << b) + 1
"it's"
b'x'
'a # b ** c'
f'{x} {y!r:>{width}}'
f"it's {x}"
f"{d['key']}"
f'{x:.3f}{{}}'
f'{a if b else c}'
f'{(lambda: 1)}'
f'{ {1: 2}[x]}'
f(y := 1)
(y := x) + y
'''.strip().splitlines()

STATEMENTS = '''
x = 1
x = y = 2
x, y = y, x
x, = kept
x = y,
x, (y, z) = a
(x, y), z = a
*x, y = a
x: float = 1.0
x: float
x.y: tuple = 1, 2
x += 1
x **= 2
x @= A.T
A[i, 1:] -= b
return
return x
return x, (y,)
return (x, y), z
return [x], {}
pass
del x, y[0]
global x, y
nonlocal z
assert x > 0, 'x is negative'
raise ValueError('x') from error
raise
import numpy as np, math
from . import a as b, c
from ..a import b
break
yield x
x = yield
x = yield from y
return (yield x)
f(x)
'''.strip().splitlines()

BLOCKS = '''
if x := f():
    y = 1
elif x > 1:
    y = 2
else:
    if y:
        pass
    y = 3
---
while x and not y:
    x -= 1
else:
    y = 2
---
for i, (y, failed) in reversed(steps):
    continue
else:
    pass
---
for x, in y, z:
    break
---
with np.errstate(divide='ignore'), open(x) as (y, z):
    pass
---
try:
    x = 1
except (ValueError, TypeError) as error:
    pass
except:
    pass
else:
    x = 2
finally:
    x = 3
---
def f(a, /, b: float, c: int = 1, d=2, *, e, f=3, **g) -> float:
    """What it does."""
    return a
---
def f(*args: int, k):
    x = 1

    @decorator(1)
    @other
    def g():
        return x

    return g
---
class A(B, metaclass=C):
    x = 1

    def f(self):
        pass
---
async def f():
    async with a as b:
        await c
    async for x in y:
        pass
    return [x async for x in y]
---
match x, y:
    case [1, -2.5, *rest] | {'a': None, **others} if z:
        pass
    case Point(0, y=1 | 2 as k) as p:
        pass
    case a.b | [*_]:
        pass
    case [[c], 'x'] | c:
        pass
    case _:
        pass
'''.strip().split('\n---\n')

MODULE = '''
"""f(x), differentiated by x.

Written by srcad "by hand".
"""
import math

import numpy as np


limit = 1.0


def f(x):
    # y = x
    y = x

    # The end.
    return y


# About g.
@njit
def g(x):
    def inner():
        return 1

    h = inner()
    return h


table = {f: g}
'''.lstrip()


@pytest.mark.parametrize('text', EXPRESSIONS)
def test_expression_prints_as_it_was_written(text):
    assert expression(gast.parse(text).body[0].value) == text


@pytest.mark.parametrize('text', [*STATEMENTS, *BLOCKS])
def test_statement_prints_as_it_was_written(text):
    assert to_source(gast.parse(text)) == text + '\n'


@pytest.mark.parametrize('messy, tidy', [
    ('((x)**(2))', 'x**2'),
    ('(a*b)+(c*(d))', 'a * b + c * d'),
    ('a or (b or c)', 'a or (b or c)'),
    ('a and b or c', '(a and b) or c'),
    ('x[(1,2)]', 'x[1, 2]'),
    ('f((x for x in y))', 'f(x for x in y)'),
    ('{**(a or b)}', '{**(a or b)}'),
    ("'it\\'s'", '"it\'s"'),
    ("f'it\\'s {d[\"x\"]} \"\\n'", 'f"""it\'s {d[\'x\']} \\"\\n"""'),
    ("f'{lambda_}'", "f'{lambda_}'"),
    ('1_000', '1000'),
])
def test_expression_is_tidied(messy, tidy):
    assert expression(gast.parse(messy).body[0].value) == tidy


def with_comments(text):
    """The tree of a text, with its comments and blank lines within functions as statements."""
    marked = []
    for line in text.splitlines():
        words = line.strip()
        margin = line[:len(line) - len(words)]
        marked.append(f'{margin}COMMENT({words[2:]!r})' if words.startswith('# ') else line)
    tree = gast.parse('\n'.join(marked))
    for node in gast.walk(tree):
        if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call) and node.value.func.id == 'COMMENT':
            node.value = gast.Constant(Comment(node.value.args[0].value), None)
    return tree


def test_module():
    tree = with_comments(MODULE)
    tree.body.insert(2, comment())  # between the imports
    (f,) = [s for s in tree.body if getattr(s, 'name', '') == 'f']
    f.body.insert(2, comment())
    assert to_source(tree) == MODULE


def test_blank_lines_between_functions_are_two_whoever_asks_for_more():
    tree = gast.parse('import a\ndef f(): pass\nx = 1')
    tree.body[1:1] = [comment()]
    tree.body[3:3] = [comment()]
    assert to_source(tree) == 'import a\n\n\ndef f():\n    pass\n\n\nx = 1\n'


def test_docstring_stands_close_to_the_imports_and_far_from_the_rest():
    assert to_source(gast.parse('"""A."""\nimport b\nx = 1')) == '"""A."""\nimport b\n\n\nx = 1\n'
    assert to_source(gast.parse('"""A."""\nx = 1')) == '"""A."""\n\n\nx = 1\n'


def test_a_block_of_comments_gets_a_pass():
    tree = gast.parse('if x:\n    pass\nelse:\n    pass')
    tree.body[0].body = [comment('nothing to do')]
    tree.body[0].orelse = []
    assert to_source(tree) == 'if x:\n    # nothing to do\n    pass\n'


def test_a_comment_keeps_an_if_out_of_elif():
    tree = gast.parse('if x:\n    pass\nelse:\n    if y:\n        pass')
    assert to_source(tree) == 'if x:\n    pass\nelif y:\n    pass\n'
    tree.body[0].orelse.insert(0, comment('y'))
    assert to_source(tree) == 'if x:\n    pass\nelse:\n    # y\n    if y:\n        pass\n'


def test_comments_of_several_lines_and_with_quotes():
    assert to_source([comment('it\'s "x"\ny')]) == '# it\'s "x"\n# y\n'


@pytest.mark.parametrize(
    'text', ['a', 'a\nb', 'a\n  b\n', 'ö', '\\', 'a\\n', '"', 'a"', '"""', 'a\\"', '""a""', "'", '\t\r\0', ''])
def test_a_docstring_keeps_every_letter(text):
    assert ast.literal_eval(to_source([gast.Expr(gast.Constant(text, None))])) == text


@pytest.mark.parametrize('text', ['\n  x  **  2 # "', 'a \\ b', 'ö\t', '"\'', "'''\"\"\"", '{}'])
def test_strings_keep_every_letter(text):
    assert ast.literal_eval(expression(gast.Constant(text, None))) == text
    x = gast.FormattedValue(gast.Name('x', gast.Load(), None, None), -1, None)
    joined = gast.JoinedStr([gast.Constant(text, None), x])
    assert eval(expression(joined), {'x': 1}) == text + '1'


@pytest.mark.parametrize('base, expected', [(-1, '(-1) ** n'), (-1.5, '(-1.5) ** n'), (1, '1**n'), (True, 'True**n')])
def test_negative_constants_keep_their_value(base, expected):
    tree = gast.BinOp(gast.Constant(base, None), gast.Pow(), gast.Name('n', gast.Load(), None, None))
    assert expression(tree) == expected


def test_a_tree_may_share_nodes_and_is_not_changed():
    x = gast.Name('x', gast.Load(), None, None)
    tree = gast.BinOp(gast.BinOp(x, gast.Add(), x), gast.Mult(), x)
    statement = gast.Assign([x], tree, None)
    before = gast.dump(gast.Module([statement], []), include_attributes=True)
    assert to_source([statement, statement]) == 'x = (x + x) * x\nx = (x + x) * x\n'
    assert gast.dump(gast.Module([statement], []), include_attributes=True) == before


def test_fragments():
    assert to_source([]) == ''
    assert to_source(gast.parse('def f(x): return x').body[0]) == 'def f(x):\n    return x\n'
    assert expression(gast.parse('f(x, y=1)').body[0].value.keywords[0]) == 'y=1'
    assert expression(gast.parse('def f(x, *, y=1): pass').body[0].args) == 'x, *, y=1'


def test_the_text_of_a_program_means_the_same():
    text = textwrap.dedent("""
        def f(a, b=[1, 2][0], *c, d: 'int' = (lambda q=1: q)(), **e):
            for i in range(3): a[i], b = (b, a[i]) if a[i] > 0 < b or not c else (-b ** -2, +i // 2 % 3)
            return [x for x in [*c, *e.values()] if (y := x) is not None and x not in (y, -1)], f'{a!r}' 'x'
        """)
    assert ast.dump(ast.parse(to_source(gast.parse(text)))) == ast.dump(ast.parse(text))
