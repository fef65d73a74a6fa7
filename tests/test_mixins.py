"""Classes made of many: a method that takes another's place is meant to."""

import importlib
import inspect
import pkgutil

import srcad


def classes():
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(srcad.__path__, 'srcad.')]
    found = {c for m in modules for c in vars(m).values() if inspect.isclass(c)}
    return [c for c in found if c.__module__.startswith('srcad.')]


def methods_of(cls):
    """The functions of srcad that a class and those before it have under each name."""
    found = {}
    for base in cls.__mro__:
        for text, f in vars(base).items():
            if inspect.isfunction(f) and not text.startswith('__') and f.__module__.startswith('srcad.'):
                found.setdefault(text, []).append(f)
    return found


def required(f):
    stars = inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD
    given = inspect.signature(f).parameters.values()
    return tuple(p.name for p in given if p.default is p.empty and p.kind not in stars)


def two_ideas(cls):
    """Names of methods that two of its classes have, with other arguments."""
    return {text for text, found in methods_of(cls).items() if len({required(f) for f in found}) > 1}


def test_one_name_is_one_idea():
    assert {(c.__name__, text) for c in classes() for text in two_ideas(c)} == set()


def test_two_ideas_of_one_name_are_seen():
    class Asks:
        def has_places(self, node):
            pass

    class Refuses(Asks):
        def has_places(self, source):
            pass

    for c in (Asks, Refuses):
        c.has_places.__module__ = 'srcad.here'
    assert two_ideas(Refuses) == {'has_places'}
