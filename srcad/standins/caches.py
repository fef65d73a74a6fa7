"""Methods with a cache of `functools`, in Python: what an object has been asked for, it keeps."""

from srcad.of_objects import is_active


def kept_by_object(f, text, o, *key):
    """f(o, *key), or what that has given before: in a dict that the object has as an attribute of this name.

    >>> from types import SimpleNamespace
    >>> asked = []
    >>> def f(o, k):
    ...     asked.append(k)
    ...     return o.a * k
    >>> o = SimpleNamespace(a=2.0)
    >>> [kept_by_object(f, 'kept', o, k) for k in (3, 3, 4)], asked
    ([6.0, 6.0, 8.0], [3, 4])
    """
    if is_active(key):
        return f(o, *key)
    if not hasattr(o, text):
        object.__setattr__(o, text, {})
    kept = getattr(o, text)
    if key not in kept:
        kept[key] = f(o, *key)
    return kept[key]
