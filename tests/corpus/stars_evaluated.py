"""Stars beside arguments that act: what stands behind a star is looked at when Python comes to it."""


def changed_before_a_star(x):
    a = [x, 2 * x]
    def ch():
        a[0] = 5 * x
        return x
    def h(p, q, r):
        return p + 2 * q + 3 * r
    return h(ch(), *a)


def changed_behind_a_star(x):
    a = [x, 2 * x]
    def ch():
        a[0] = 5 * x
        return x
    def h(p, q, r):
        return p + 2 * q + 3 * r
    return h(*a, r=ch())


def dict_changed_before(x):
    d = {'p': x, 'q': 2*x}
    def ch():
        d['p'] = 5 * x
        return x
    def h(p, q, r):
        return p + 2 * q + 3 * r
    return h(r=ch(), **d)


def dict_changed_behind(x):
    d = {'q': x, 'r': 2*x}
    def ch():
        d['q'] = 5 * x
        return x
    def h(p, q, r):
        return p + 2 * q + 3 * r
    return h(**d, p=ch())


def with_defaults(x):
    a = [x, 2 * x]
    def ch():
        a[0] = 5 * x
        return x
    def h(p, q=1.0, r=3.0, s=2.0):
        return p + 2 * q + 3 * r + s
    return h(ch(), *a) + h(*a, s=ch()) * a[0]


def with_all_the_rest(x):
    a = [x, 2 * x]
    def ch():
        a.append(5 * x)
        return x
    def h(p, *q):
        return p + sum(q)
    return h(ch(), *a) + h(*a) + h(*a, ch(), a.pop(), *a)


def of_a_class(x):
    a = [x, 2 * x]
    class C:
        def __init__(self, p, q, r):
            self.v = p + 2*q+3*r
    def ch():
        a[0] = 5 * x
        return x
    return C(ch(), *a).v


class M:
    def __init__(self, x): self.a = [x, x*2]
    def ch(self):
        self.a[0] *= 3
        return self.a[1]
    def h(self, p, q, r): return p + 2*q+3*r


def of_methods(x):
    m = M(x)
    return m.h(m.ch(), *m.a) * max(m.ch(), *m.a)


def g(x, y): return x*y


def nothing_changes(x):
    d = {'q': x, 'r': 2*x}
    def h(p, q, r):
        return p + 2 * q + 3 * r
    return h(**d, p=g(x, x)) + h(g(x, 2.0), *[x, x*x])


def taken_by_a_lone_star(x):
    a = [x, 2 * x]

    def h(*p, k=1):
        return sum(p) * k

    return h(*a, k=a.pop())


CASES = [(f, (1.5,), (0,)) for f in (
    changed_before_a_star, changed_behind_a_star, dict_changed_before, dict_changed_behind, with_defaults, with_all_the_rest, of_a_class, of_methods, nothing_changes, taken_by_a_lone_star,
)]  # fmt: skip
