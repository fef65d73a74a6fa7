"""A function that makes functions; tests/made_there.py has one of the same text, where FACTOR is another."""
FACTOR = 2.0


def make(k):
    def inner(x):
        return x * k * FACTOR
    return inner
