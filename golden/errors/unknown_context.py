"""A context that keeps an exception from leaving its lines, and that a return may leave."""
from srcad import differentiate


class Forgiving:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is ZeroDivisionError


@differentiate
def unknown_context(x, y):
    with Forgiving():
        return x / y
    return x


arguments = (3.0, 2.0)
