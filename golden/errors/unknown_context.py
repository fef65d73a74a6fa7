"""A context that keeps an exception from leaving its lines."""
from srcad import differentiate


class Forgiving:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is ZeroDivisionError


@differentiate
def unknown_context(x, y):
    z = x
    with Forgiving():
        z = x / y
    return z * x


arguments = (3.0, 2.0)
