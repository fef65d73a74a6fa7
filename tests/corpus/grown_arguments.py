"""Recursions whose arguments grow from call to call: texts, and tuples of what was seen."""


def code(n, prefix=''):
    if n == 0:
        return prefix or '0'
    return code(n - 1, prefix + '0')


def text(x):
    return x * len(code(3)) + x * x * len(code(12))


def weight(t, needs, weights, seen=()):
    if t in seen:
        raise RecursionError(t)
    return weights[t] + sum(weight(d, needs, weights, seen + (t,)) for d in needs[t])


def tuple_of_texts(x):
    return weight('a', {'a': ['b', 'c'], 'b': ['c'], 'c': []}, {'a': x, 'b': x * x, 'c': 2.0 * x})


def path_of_numbers(x):
    def best(k, path=()):
        if k == 5:
            return x * len(path)
        return max(best(k + 1, path), best(k + 1, path + (k,)) * x)
    return best(0)


CASES = [(f, (1.3,), (0,)) for f in (text, tuple_of_texts, path_of_numbers)]
