"""Runs small programs that are written for `torch`, and says what they print, warn and raise."""
import contextlib
import importlib
import inspect
import io
import json
import pathlib
import re
import warnings

HERE = pathlib.Path(__file__).parent
EXPECTED = HERE / 'expected.json'
# Warnings that both libraries give once in a process (tests/test_tensor.py asks for them), and those between PyTorch and NumPy
APART = (
    'Converting a tensor with requires_grad=True', 'The use of `x.T`', 'Tensor.T is deprecated', 'torch.meshgrid: in an',
    'Using backward() with create_graph=True', '__array_wrap__ must accept',
)  # fmt: skip
NUMBER = re.compile(r'-?\d+\.?\d*(?:e[+-]?\d+)?')


def snippets():
    """name -> function, of all programs; a function whose docstring begins with "Differs" is not compared."""
    found = {}
    for path in sorted((HERE / 'snippets').glob('*.py')):
        if path.stem != '__init__':
            module = importlib.import_module(f'tests.tensor.snippets.{path.stem}')
            for name, f in vars(module).items():
                if inspect.isfunction(f) and f.__module__ == module.__name__ and list(inspect.signature(f).parameters) == ['torch']:
                    found[f'{path.stem}.{name}'] = f
    return found


def differs(f):
    """Whether a program says that srcad differs on purpose."""
    return (f.__doc__ or '').startswith('Differs')


def run(f, torch):
    """What a program prints, the warnings it raises, and the exception that ends it."""
    out, error = io.StringIO(), None
    with warnings.catch_warnings(record=True) as seen, contextlib.redirect_stdout(out):
        warnings.simplefilter('always')
        try:
            f(torch)
        except Exception as raised:
            error = [type(raised).__name__, tidy(str(raised))]
    torch.set_grad_enabled(True)
    torch.set_printoptions(profile='default')
    torch.set_default_dtype(torch.float32)
    said = [[w.category.__name__, tidy(str(w.message))] for w in seen if not tidy(str(w.message)).startswith(APART)]
    return json.loads(json.dumps({'out': tidy(out.getvalue()), 'warnings': said, 'error': error}))


def tidy(text):
    """A text without the names of the two libraries, without places in memory or in source files."""
    text = re.sub(r' ?\(Triggered internally at [^)]*\)\.?', '', text).replace('srcad', 'torch')
    return re.sub(r'0x[0-9a-f]+', '0x', text).strip()


def same(one, other):
    """Whether two texts agree, numbers to about what is printed of them."""
    if one == other:
        return True
    if NUMBER.sub('#', one) != NUMBER.sub('#', other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other))
    return all(abs(float(a) - float(b)) <= 2e-4 * max(1.0, abs(float(a))) for a, b in pairs)
