"""Ordinary numerical programs, each with the arguments at which its gradient is judged.

A module holds one theme. Its list CASES has (function, arguments, positions to differentiate by).
"""
import importlib
import pkgutil


def modules():
    return sorted(info.name for info in pkgutil.iter_modules(__path__))


def cases(name):
    """(id, function, arguments, positions) for every case of a module."""
    seen = {}
    for function, args, wrt in importlib.import_module(f'{__name__}.{name}').CASES:
        index = seen[function.__name__] = seen.get(function.__name__, -1) + 1
        yield f'{name}.{function.__name__}-{index}', function, args, wrt
