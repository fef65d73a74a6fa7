"""Whether operations are recorded, and NumPy without its warnings: both for each thread."""

import contextvars
import functools
import inspect
import threading
import warnings

import numpy as np

if np.lib.NumpyVersion(np.__version__) < '2.0.0':
    raise ImportError('the Tensor of srcad wants NumPy 2 or later')


class Mode(threading.local):
    """The state of a thread: `enabled`, and `quietly(f, *args)`, which calls f where NumPy does not warn.

    >>> Mode().quietly(np.log, 0.0)
    np.float64(-inf)
    """

    def __init__(self):
        self.enabled, self.creating, self.anomaly = True, False, False
        # A context of its own costs a twentieth of np.errstate.
        context = contextvars.copy_context()
        context.run(np.seterr, all='ignore')
        self.quietly = context.run


MODE = Mode()
SAID = set()


def warn_once(text, stacklevel=4):
    """Warn, as PyTorch does of some things, once in a process."""
    if text not in SAID:
        SAID.add(text)
        warnings.warn(text, UserWarning, stacklevel)


class GradMode:
    """A context manager, and a decorator, within which operations are recorded or not."""

    wanted = True

    def __enter__(self):
        self.before = MODE.enabled
        MODE.enabled = self.wanted

    def __exit__(self, *error):
        MODE.enabled = self.before

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with self.again():
                return function(*args, **kwargs)

        @functools.wraps(function)
        def generator(*args, **kwargs):
            return stepped(function(*args, **kwargs), self.again)

        return generator if inspect.isgeneratorfunction(function) else wrapper

    def again(self):
        """A context manager of the same kind, so that a decorated function may call itself."""
        return type(self)()


def stepped(generator, mode):
    """A generator that runs within a mode, and who reads it outside."""
    step, given = generator.send, None
    while True:
        try:
            with mode():
                item = step(given)
        except StopIteration as end:
            return end.value
        try:
            step, given = generator.send, (yield item)
        except GeneratorExit:
            generator.close()
            raise
        except BaseException as error:
            step, given = generator.throw, error


class no_grad(GradMode):
    """Nothing is recorded within.

    >>> with no_grad():
    ...     is_grad_enabled()
    False
    """

    wanted = False

    def __new__(cls, function=None):
        made = super().__new__(cls)
        return made if function is None else made(function)


class enable_grad(no_grad):
    """Operations are recorded within, also inside of `no_grad`.

    >>> with no_grad(), enable_grad():
    ...     is_grad_enabled()
    True
    """

    wanted = True


class set_grad_enabled(GradMode):
    """Turn recording on or off: from now on, or within a `with`.

    >>> with set_grad_enabled(False):
    ...     is_grad_enabled()
    False
    """

    def __init__(self, mode):
        self.wanted, self.before = bool(mode), MODE.enabled
        MODE.enabled = self.wanted

    def __enter__(self):
        MODE.enabled = self.wanted

    def __repr__(self):
        return f'srcad.autograd.grad_mode.set_grad_enabled(mode={self.wanted})'

    def __call__(self, function):
        MODE.enabled = self.before
        return super().__call__(function)

    def again(self):
        return set_grad_enabled(self.wanted)


def is_grad_enabled():
    """Whether operations on tensors that require gradients are recorded.

    >>> is_grad_enabled()
    True
    """
    return MODE.enabled
