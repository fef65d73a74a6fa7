"""What is refused, where the error points, and what is let through."""
import linecache
import sys
import textwrap

import pytest

import srcad
from srcad.errors import UnsupportedSyntax
from srcad.lower import lowered
from srcad.parse import parse
from srcad.subset import check

# A program; the letters that are underlined; what the message names.
REFUSED = [
    ('def f(x):\n    yield x', 'yield x', 'generators'),
    ('def f(x):\n    y = yield from x', 'yield from x', 'generators'),
    ('def f(x):\n    y = (a for a in x)\n    return y', '(a for a in x)', 'generators that no call uses up'),
    ('def f(x):\n    y = (a for a in x)\n    return sum(y) + sum(y)', '(a for a in x)', 'generators that no call uses up'),
    ('async def f(x):\n    return x', 'async def f(x):', 'async'),
    ('def f(x):\n    async def g():\n        await x\n    return g', 'async def g():', 'async'),
    ('def f(x):\n    match x:\n        case float(y, z): return y', 'float(y, z)', 'a pattern with more positions'),
    ('def f(x):\n    y = x; del y\n    return y', 'y', 'del of y'),
    ('def f(x):\n    from math import sine', 'from math import sine', 'an import that fails'),
    ('def f(x):\n    return (lambda y: (z := y))(x)', 'z := y', ':='),
]

ACCEPTED = [
    'def f(a, /, b, *, c=1):\n    return a + b + c',
    'def f(x: {"unit": "m"}) -> {"unit": "m"}:\n    y: {1} = x\n    z: float\n    return y',
    'def f(x):\n    def g(y):\n        return x * y\n    return g(x) + (lambda y: y)(x)',
    'def f(x):\n    return sum(y * y for y in x if y > 0) + max((y for y in x), default=0)',
    'def f(x):\n    assert x > 0, f"{x} is not positive"\n    if x > 9:\n        raise ValueError(x)\n    return x',
    'def f(x):\n    for i in range(3):\n        while x > 1:\n            x = x / 2 if x > 2 else 1\n    return x',
    'def f(x):\n    ys = [y for y in x]\n    ys[0], (a, b) = x, (1, 2)\n    print(f"{a!r}")\n    return ys[1:, ::2]',
    'def f(x):\n    a, *b = x\n    return [*b, (y := a) + y]',
    'def f(x):\n    import math\n    y = (a for a in x)\n    del x\n    return math.sin(sum(y))',
    'def f(x):\n    for y in x:\n        if y: break\n    else:\n        x = 1\n    return x',
    'def f(x):\n    def g():\n        nonlocal x\n        x = 1\n    g()\n    match x:\n        case 1: return x',
    'f = lambda x, y=1: x + y',
    'def f(x, *xs, **options):\n    return max(*x) + g(1, *x, **options) + (lambda *y: y)(x)[0]',
    'def f(x):\n    @g\n    def h(): return {"a": x, **{y: y for y in x}}["a"]\n    return h(), {x, 1}, {y for y in x}, (1, *x)',
]

# Programs that were refused once: the gradient of f at 3.0.
SUPPORTED = [
    ('def f(*xs):\n    return xs[0]**2', 6.0),
    ('def f(x, **options):\n    return x * x * (1 + len(options))', 6.0),
    ('def f(x):\n    return (lambda *y: y[0] * y[1])(x, x)', 6.0),
    ('def f(x):\n    y = [x, 1]\n    return max(*y) * x', 6.0),
    ('def f(x):\n    def g(a, b): return a * b\n    return g(x, **{"b": x})', 6.0),
    ('def f(x):\n    y = (x, 2)\n    return (1, *y)[1] * (1, *y)[2]', 2.0),
    ('def f(x):\n    return {"a": x}["a"]**2', 6.0),
    ('def f(x):\n    return {k: x**k for k in range(3)}[2]', 6.0),
    ('def f(x):\n    return sum({1, 2}) * x', 3.0),
    ('def f(x):\n    def g(h): return lambda: 2 * h()\n    @g\n    def h(): return x\n    return h()', 2.0),
]


@pytest.fixture
def source(monkeypatch):
    """source(text): the parsed function f of a text."""
    def made(text):
        monkeypatch.setitem(linecache.cache, '<typed>', (len(text), None, text.splitlines(True), '<typed>'))
        names = {}
        exec(compile(text, '<typed>', 'exec', dont_inherit=True), names)
        return parse(names['f'])
    return made


def refusal(source):
    with pytest.raises(UnsupportedSyntax) as caught:
        lowered(source)
        check(source, lambda: lowered(source))
    return caught.value


@pytest.mark.parametrize('text, letters, named', REFUSED)
def test_refused(source, text, letters, named):
    error = refusal(source(text))
    assert error.text[error.offset - 1:error.end_offset - 1] == letters
    what, advice = error.msg.rsplit(': ', 1)
    assert what.startswith('srcad does not differentiate ') and named in what
    assert advice


@pytest.mark.parametrize('text', ACCEPTED)
def test_accepted(source, text):
    source = source(text)
    assert check(source, lambda: lowered(source)) is None


@pytest.mark.parametrize('text, gradient', SUPPORTED)
def test_supported(source, text, gradient):
    assert srcad.grad(source(text).function)(3.0) == gradient


@pytest.mark.parametrize('text, letters', [
    ('def f(x):\n    async def g(): pass\n    class A: pass\n    return x', 'async def g(): pass'),
    ('def f(x):\n    y = [(lambda: (z := x))() for z in (yield x)]\n    return y', 'z := x'),
    ('def f(x, **options):\n    yield x', 'yield x'),
    ('def f(x):\n    for y in (yield): pass\n    else: del x', 'yield'),
])
def test_the_first_place_in_the_text_is_shown(source, text, letters):
    error = refusal(source(text))
    assert error.text[error.offset - 1:error.end_offset - 1] == letters


@pytest.mark.skipif(sys.version_info < (3, 12), reason='newer than this Python')
def test_type_parameters(source):
    assert 'type parameters' in refusal(source('def f[T](x: T):\n    return x')).msg
    assert 'type aliases' in refusal(source('def f(x):\n    type T = int\n    return x')).msg


@pytest.mark.skipif(sys.version_info < (3, 11), reason='newer than this Python')
def test_exception_groups(source):
    assert 'try' in refusal(source('def f(x):\n    try: pass\n    except* ValueError: pass\n    return x')).msg


def test_a_method_is_shown_where_it_stands(source):
    text = textwrap.dedent("""
        class A:
            def größe(self, x):
                return "ü", (yield)
        f = A().größe
        """)
    error = refusal(source(text))
    assert (error.lineno, error.offset, error.end_offset) == (4, 22, 27)
