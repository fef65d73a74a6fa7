"""`python -m srcad FILE[:FUNCTION] [--at ARGS] [--check]`: the gradient of a function in a file, to read and to try.

Prints the text of the gradient, then value and gradient. Exit status: 1 if the function is refused, or if --check finds
a difference; 2 if the file, the function or the arguments are not there.
"""
import argparse
import contextlib
import copy
import dataclasses
import importlib.machinery
import importlib.util
import inspect
import io
import math
import os
import sys
import traceback

import numpy as np

from srcad import differentiate


class Mistake(Exception):
    """What is wrong with the command line, in one line."""


def main(words=None):
    parser = argparse.ArgumentParser(prog='python -m srcad',
                                     description='Prints the gradient of a function: source, value and gradient.')
    parser.add_argument('file', metavar='FILE[:FUNCTION]',
                        help='FUNCTION: by default the last one in FILE that is decorated with @differentiate')
    parser.add_argument('--at', metavar='ARGS',
                        help='the arguments, as they stand in a call: --at "2.0, np.ones(3)"; by default what FILE '
                             'calls `arguments`')
    parser.add_argument('--check', action='store_true', help='compare with central differences')
    options = parser.parse_args(words)
    try:
        module, name = open_file(options.file)
        function = find_function(module, name)
        return show(function, find_arguments(module, function, options.at), options.check)
    except Mistake as mistake:
        print(f'python -m srcad: {mistake}', file=sys.stderr)
        return 2
    except SyntaxError as refusal:
        # What is refused is told as Python tells it: file, line, caret. The way to it through srcad says nothing more.
        print(*traceback.format_exception_only(type(refusal), refusal), sep='', end='', file=sys.stderr)
        return 1


def open_file(place):
    """FILE[:FUNCTION] -> module, name of the function or None."""
    path, name = place, None
    if not os.path.exists(place) and ':' in place:
        path, _, name = place.rpartition(':')
    if not os.path.isfile(path):
        raise Mistake(f'there is no file {path}')
    return load(os.path.abspath(path)), name


def load(path):
    """The module that a file holds; nothing of it is written to disk."""
    name = os.path.splitext(os.path.basename(path))[0]
    # As for `python FILE`, files beside it can be imported. A name that is in use (json.py) stays with its owner.
    sys.path.insert(0, os.path.dirname(path))
    name = name if name not in sys.modules else name + '_'
    loader = importlib.machinery.SourceFileLoader(name, path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    sys.modules[name] = module
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    except SyntaxError as error:
        raise Mistake(f'{error.filename}, line {error.lineno}: {error.msg}') from None
    except Exception as error:
        raise Mistake(f'{path} cannot be imported: {type(error).__name__}: {error}') from None
    finally:
        sys.dont_write_bytecode = before
    return module


def find_function(module, name):
    """The function of this name, differentiated; without a name the last of the module that is decorated."""
    if name is None:
        decorated = [value for value in vars(module).values() if is_differentiated(value)
                     and value.__wrapped__.__module__ == module.__name__]
        if not decorated:
            raise Mistake(f'{shown(module)} has no function with @differentiate: name one, FILE:FUNCTION')
        return decorated[-1]
    function = getattr(module, name, None)
    if not callable(function):
        raise Mistake(f'{shown(module)} has no function {name}')
    return function if is_differentiated(function) else differentiate(function)


def shown(module):
    return os.path.relpath(module.__file__)


def is_differentiated(value):
    return callable(value) and hasattr(value, 'generated') and hasattr(value, '__wrapped__')


def find_arguments(module, function, text):
    """The arguments that --at names, or the module's own; they fit the function."""
    name = function.__wrapped__.__name__
    if text is not None:
        try:
            arguments = eval(f'_srcad_arguments({text})', {
                'np': np, 'math': math, **vars(module), '_srcad_arguments': lambda *arguments: arguments})
        except Exception as error:
            raise Mistake(f'--at {text!r} cannot be evaluated: {type(error).__name__}: {error}') from None
    elif hasattr(module, 'arguments'):
        arguments = module.arguments
        if not isinstance(arguments, (tuple, list)):
            raise Mistake(f'`arguments` in {shown(module)} is {arguments!r}: make it a tuple')
    else:
        raise Mistake(f'{shown(module)} names no `arguments`: say where, --at ARGS')
    try:
        bound = inspect.signature(function.__wrapped__).bind(*arguments)
    except TypeError as error:
        raise Mistake(f'{name} cannot be called with {len(arguments)} arguments: {error}') from None
    bound.apply_defaults()
    return bound.args


def show(function, arguments, check):
    """Prints text, value and gradient; 0, or 1 if they are to be checked and are not right."""
    try:
        text = function.source(*arguments)
    except (TypeError, ValueError) as error:
        raise Mistake(f'{function.__wrapped__.__name__} cannot be differentiated there: {error}') from None
    print(text)
    try:
        value, gradient = function.value_and_grad(*copy.deepcopy(arguments))
    except TypeError as error:
        raise Mistake(str(error)) from None
    parameters = list(inspect.signature(function.__wrapped__).parameters)
    numbers = function.argnums if isinstance(function.argnums, tuple) else (function.argnums,)
    one_for_each = isinstance(gradient, tuple) and (len(numbers) > 1 or not isinstance(arguments[numbers[0]], tuple))
    gradients = {number: one for number, one in zip(numbers, gradient if one_for_each else (gradient,))}
    show_number('value', value)
    for number, one in gradients.items():
        show_number(f'gradient by {parameters[number]}', one)
    if not check:
        return 0
    # What the function itself prints was said once, above.
    with contextlib.redirect_stdout(io.StringIO()):
        wrong = [line for number, one in gradients.items()
                 for line in differences(function.__wrapped__, arguments, number, one, parameters[number])]
    print(*(wrong or ['central differences agree']), sep='\n')
    return 1 if wrong else 0


def show_number(name, number):
    text = str(number)
    print(f'{name} =\n{text}' if '\n' in text else f'{name} = {text}')


def differences(f, arguments, number, gradient, name):
    """A line for each place of an argument where the gradient is not what central differences say."""
    rtol = 2e-3 if any(narrow(part) for part in (*arguments, gradient)) else 1e-5

    def slope(path, h):
        values = []
        for by in (h, -h):
            moved = list(copy.deepcopy(arguments))
            moved[number] = nudged(moved[number], path, by)
            values.append(float(f(*moved)))
        return (values[0] - values[1]) / (2 * h), max(map(abs, values))

    for path, place in places(arguments[number]):
        try:
            got = float(reach(gradient, path))
        except (TypeError, LookupError, AttributeError):
            yield f'gradient by {name} has another form than {name}'
            return
        size = max(1.0, abs(reach(arguments[number], path)))
        fine, value = slope(path, 6e-6 * size)
        # A second opinion, from larger steps: less rounding, but it meets kinks that are farther away.
        wide = (4 * slope(path, 1e-4 * size)[0] - slope(path, 2e-4 * size)[0]) / 3
        atol = rtol * 1e-3 * max(1.0, value)
        if not any(math.isclose(got, want, rel_tol=rtol, abs_tol=atol) for want in (fine, wide)):
            yield f'gradient by {name}{place} is {got}, central differences say {fine}'


def places(part, path=(), name=''):
    """The numbers in an argument: (path, its name in Python)."""
    if isinstance(part, np.ndarray):
        if part.dtype.kind in 'iuf':
            for index in np.ndindex(part.shape):
                yield (*path, index), f'{name}[{", ".join(map(str, index))}]' if index else name
    elif isinstance(part, (list, tuple, dict)):
        for key, item in part.items() if isinstance(part, dict) else enumerate(part):
            yield from places(item, (*path, key), f'{name}[{key!r}]')
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from places(getattr(part, field.name), (*path, field.name), f'{name}.{field.name}')
    elif isinstance(part, (int, float, np.number)) and not isinstance(part, bool):
        yield path, name


def reach(part, path):
    """What stands at this place."""
    for key in path:
        part = getattr(part, key) if dataclasses.is_dataclass(part) else part[key]
    return part


def nudged(part, path, by):
    """The same argument, a little more at one place; floats, whatever it was."""
    if not path:
        return float(part) + by
    key, *rest = path
    if isinstance(part, np.ndarray):
        part = np.array(part, dtype=float, order='K')
        part[key] += by
        return part
    if dataclasses.is_dataclass(part):
        return dataclasses.replace(part, **{key: nudged(getattr(part, key), rest, by)})
    if isinstance(part, dict):
        return {**part, key: nudged(part[key], rest, by)}
    items = [nudged(item, rest, by) if k == key else item for k, item in enumerate(part)]
    return type(part)(*items) if hasattr(part, '_fields') else type(part)(items)


def narrow(part):
    """Is there a float32 in it? Its gradients have seven digits at best."""
    if isinstance(part, (list, tuple)):
        return any(map(narrow, part))
    return isinstance(part, (np.ndarray, np.floating)) and part.dtype.kind == 'f' and part.dtype.itemsize < 8


if __name__ == '__main__':
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
