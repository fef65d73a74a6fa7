"""text -> module: the text becomes a real module, so that inspect, pdb, tracebacks, coverage and pickle find it."""
import io
import itertools
import linecache
import sys
from types import ModuleType


def load(name, text):
    """A module made of this text. A name that is taken gets `_2`, `_3`, ... appended: every call makes a new module.

    >>> import inspect
    >>> module = load('twice_gradient', 'def twice_adjoint(bvalue):\\n    return 2 * bvalue\\n')
    >>> module.twice_adjoint(1.5)
    3.0
    >>> print(inspect.getsource(module.twice_adjoint), end='')
    def twice_adjoint(bvalue):
        return 2 * bvalue
    >>> load('twice_gradient', '').__name__
    'twice_gradient_2'
    """
    names = itertools.chain([name], (f'{name}_{k}' for k in itertools.count(2)))
    name = next(n for n in names if n not in sys.modules)
    filename = f'<srcad {name}>'
    code = compile(text, filename, 'exec', dont_inherit=True)
    module = ModuleType(name)
    module.__file__ = filename
    # Without a time, linecache never compares the entry with a file, and so never drops it.
    linecache.cache[filename] = len(text), None, list(io.StringIO(text)), filename
    sys.modules[name] = module
    try:
        exec(code, vars(module))
    except BaseException:
        del sys.modules[name], linecache.cache[filename]
        raise
    return module
