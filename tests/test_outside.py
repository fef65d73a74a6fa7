"""What lies outside a function: a run begins with what it holds then, and leaves it as it was."""
import functools
import types

import numpy as np
import pytest

import srcad

total = 0.0
log = []
state = types.SimpleNamespace(scale=2.0, log=log)
spare = []
table = np.array([1.0, 2.0, 3.0])
part = table[1:]


class Counter:
    made = 0


@pytest.fixture(autouse=True)
def as_it_was():
    global total, spare
    total, spare, Counter.made = 0.0, [], 0
    log.clear()
    state.log, state.scale = log, 2.0
    table[:] = [1.0, 2.0, 3.0]


def add(x):
    global total
    total += x
    Counter.made += 1
    log.append(x)
    return total


def adds(x):
    return add(x) * add(x * x) * Counter.made * len(state.log)


def writes_table(x):
    view = table[:2]
    view *= x
    return np.sum(table) * part[0]


def test_the_module_stays_as_it_was():
    assert srcad.value_and_grad(adds)(2.0) == (2.0 * 6.0 * 4, 4 * (6.0 + 2.0 * 5.0))
    assert (total, log, Counter.made) == (0.0, [], 0)
    value, gradient = srcad.value_and_grad(writes_table)(2.0)
    assert value == (3 * 2 + 3) * 4 and gradient == 3 * 4 + 9 * 2
    assert table.tolist() == [1.0, 2.0, 3.0]


def test_a_run_begins_with_what_is_there_then():
    made = srcad.value_and_grad(adds)
    assert made(2.0)[0] == 2.0 * 6.0 * 4
    adds(1.0)
    assert (total, Counter.made, len(log)) == (2.0, 2, 2)
    assert made(2.0)[0] == 4.0 * 8.0 * 4 * 4
    assert (total, Counter.made, len(log)) == (2.0, 2, 2)


def test_numbers_that_change_need_no_new_text():
    global total
    f = srcad.differentiate(adds)
    f.grad(2.0)
    text = f.generated(2.0)
    log.append(1.0)
    f.grad(2.0)
    text = f.generated(2.0)
    total = 5.0
    log.append(2.0)
    assert f.generated(2.0) is text
    assert f.grad(2.0) == srcad.grad(adds)(2.0)


def test_what_becomes_of_another_kind_needs_a_new_text():
    global total
    f = srcad.differentiate(adds)
    text = f.generated(2.0)
    total = np.float32(1.0)
    assert f.generated(2.0) is not text


def test_the_adjoint_may_run_later_and_twice():
    f = srcad.differentiate(adds)
    module = f.generated(2.0)
    value, saved = module.adds_primal(2.0)
    f.grad(3.0)
    assert module.adds_adjoint(*saved, 1.0) == module.adds_adjoint(*saved, 1.0) == f.grad(2.0)


def reads_spare(x):
    log.append(x)
    return x * len(spare) + sum(log)


def test_another_name_for_what_is_written():
    global spare
    f = srcad.differentiate(reads_spare)
    assert f.value_and_grad(2.0) == (2.0, 1.0)
    spare = log
    assert f.value_and_grad(2.0) == (4.0, 2.0)
    spare = []
    state.log = []
    assert f.value_and_grad(2.0) == (2.0, 1.0)


def reads_state(x):
    log.append(x)
    return x * len(state.log)


def test_another_way_to_what_is_written():
    f = srcad.differentiate(reads_state)
    state.log = []
    assert f.value_and_grad(2.0) == (0.0, 0.0)
    state.log = log
    assert f.value_and_grad(2.0) == (2.0, 1.0)


def given_as_well(x, items):
    log.append(x)
    return x * len(items)


def written_as_well(x, v):
    table[0] = x
    return np.sum(v) * x


def test_an_argument_that_is_written_outside_is_refused():
    assert srcad.grad(given_as_well)(2.0, [1.0]) == 1.0
    with pytest.raises(ValueError, match='items is a part of log'):
        srcad.grad(given_as_well)(2.0, log)
    with pytest.raises(ValueError, match='items is a part of log'):
        srcad.grad(given_as_well)(2.0, [log, 1.0])
    assert srcad.grad(written_as_well)(2.0, table.copy()) == 6.0
    with pytest.raises(ValueError, match='v is a part of table'):
        srcad.grad(written_as_well)(2.0, part)


def made_in_the_run(x):
    global found
    found = x * x
    return found * x


def adds_and_returns_the_key(k):
    global total
    total += 1.0
    return k


def given_to_a_library(x):
    return x * np.apply_along_axis(adds_and_returns_the_key, 0, np.ones(2))[0]


def test_a_function_that_a_library_runs_must_not_set_globals():
    with pytest.raises(srcad.NoDerivative, match='adds_and_returns_the_key changes'):
        srcad.grad(given_to_a_library)(2.0)
    assert total == 0.0


def test_a_global_that_is_not_there_before():
    assert srcad.value_and_grad(made_in_the_run)(2.0) == (8.0, 12.0)
    assert 'found' not in globals()


def test_globals_that_are_no_module():
    text = 'total = 1.0\ndef f(x):\n    global total\n    total = total + x * x\n    return total * x\n'
    import linecache

    linecache.cache['<outside>'] = len(text), None, text.splitlines(True), '<outside>'
    names = {}
    exec(compile(text, '<outside>', 'exec'), names)
    assert srcad.value_and_grad(names['f'])(2.0) == (10.0, 13.0)
    assert names['total'] == 1.0
    names['total'] = 2.0
    assert srcad.value_and_grad(names['f'])(2.0) == (12.0, 14.0)

# What programs leave on functions and classes, and ask for


class Body:
    def __init__(self, x):
        self.x = x


def powered(x):
    if not hasattr(powered, 'calls'):
        powered.calls = 0
    powered.calls += 1
    return x**powered.calls


def function_that_counts(x):
    return powered(x) + powered(x) + powered(x)


def remembered(x, key):
    cache = getattr(remembered, 'cache', None)
    if cache is None:
        cache = remembered.cache = {}
    if key not in cache:
        cache[key] = x ** (len(cache) + 2)
    return cache[key]


def function_that_remembers(x):
    return remembered(x, 'a') + remembered(x * 2, 'b') + remembered(x * 3, 'a')


class Numbered:
    def __init__(self, x):
        cls = type(self)
        if not hasattr(cls, 'count'):
            cls.count = 0
        cls.count += 1
        self.x, self.number = x, cls.count


class NumberedByName:
    def __init__(self, x):
        NumberedByName.count = getattr(NumberedByName, 'count', 0) + 1
        self.x, self.number = x, NumberedByName.count


def class_that_counts(x):
    return sum(n.x**n.number for n in [Numbered(x), Numbered(x * 2), Numbered(x * 3)])


def class_that_counts_by_name(x):
    return sum(n.x**n.number for n in [NumberedByName(x), NumberedByName(x * 2)])


class Shared:
    @classmethod
    def get(cls, x):
        if not hasattr(cls, 'late'):
            cls.late = Body(x * x)
        return cls.late


def class_with_one_object(x):
    return Shared.get(x).x * Shared.get(x * 2).x


def object_asked_for_what_its_class_got(x):
    body = Marked(x)
    y = getattr(body, 'late', 2.0)
    Marked.late = x * x
    return (getattr(body, 'late', 2.0) + y - 2.0) * body.x


class Marked(Body):
    pass


HOLDERS = powered, remembered, Numbered, NumberedByName, Shared, Marked


def forget():
    for holder in HOLDERS:
        for n in {'calls', 'cache', 'count', 'late'} & set(vars(holder)):
            delattr(holder, n)


@pytest.mark.parametrize('f', [
    function_that_counts, function_that_remembers, class_that_counts, class_that_counts_by_name, class_with_one_object,
    object_asked_for_what_its_class_got,
])
def test_what_was_not_there_before(f):
    def afresh(x):
        forget()
        return f(x)

    want, slope = afresh(1.3), (afresh(1.3 + 1e-6) - afresh(1.3 - 1e-6)) / 2e-6
    forget()
    for _ in range(2):
        value, gradient = srcad.value_and_grad(f)(1.3)
        assert value == pytest.approx(want, rel=1e-12) and gradient == pytest.approx(slope, rel=1e-6)
        assert not any({'calls', 'cache', 'count', 'late'} & set(vars(holder)) for holder in HOLDERS)


class Registry:
    items = {}

    @classmethod
    def add(cls, k, v):
        cls.items[k] = v


class Rooms:
    class Inner:
        items = {}


class Owner:
    registry = Registry
    kept = types.SimpleNamespace(cls=Registry)

    def total(self):
        return sum(self.registry.items.values())


def by_an_attribute_of_a_class(x):
    Registry.add('k', x)
    return Owner.registry.items['k'] * x


def by_an_attribute_of_an_object(x):
    Registry.add('k', x)
    return Owner().total() + x


def by_a_class_in_a_class(x):
    Rooms.Inner.items['k'] = x
    return sum(Rooms.Inner.items.values()) * x


def by_a_class_in_an_object(x):
    Registry.add('k', x)
    return Owner.kept.cls.items['k'] * x


@pytest.mark.parametrize('f', [
    by_an_attribute_of_a_class, by_an_attribute_of_an_object, by_a_class_in_a_class, by_a_class_in_an_object,
])
def test_another_way_to_a_class(f):
    slope = (f(1.3 + 1e-6) - f(1.3 - 1e-6)) / 2e-6
    want = f(1.3)
    Registry.items.clear()
    Rooms.Inner.items.clear()
    value, gradient = srcad.value_and_grad(f)(1.3)
    assert value == pytest.approx(want, rel=1e-12) and gradient == pytest.approx(slope, rel=1e-6)
    assert Registry.items == Rooms.Inner.items == {}


places = {'a': [1.0], 'b': [2.0]}
rows = types.SimpleNamespace(a=[1.0], b=[2.0])


def first_and_second(x):
    places['a'][0] = x
    rows.a[0] = x
    return places['b'][0] * rows.b[0] * x


def test_two_places_that_become_one():
    places.update(a=[1.0], b=[2.0])
    rows.a, rows.b = [1.0], [2.0]
    gradient = srcad.grad(first_and_second)
    assert gradient(3.0) == 4.0
    places['b'] = places['a']
    assert gradient(3.0) == 12.0
    rows.b = rows.a
    assert gradient(3.0) == 27.0


class Grows:
    def __init__(self, x):
        self.x = x

    def run(self):
        return self.hook(self.x) if hasattr(self, 'hook') else self.x


def with_a_hook(x):
    return Grows(x).run() * getattr(Grows, 'factor', 1.0)


def test_a_class_that_gets_more():
    gradient = srcad.grad(with_a_hook)
    try:
        assert gradient(3.0) == 1.0
        Grows.hook = lambda self, r: r**2
        assert gradient(3.0) == 6.0
        Grows.factor = 5.0
        assert gradient(3.0) == 30.0
    finally:
        for n in {'hook', 'factor'} & set(vars(Grows)):
            delattr(Grows, n)
    assert gradient(3.0) == 1.0


class Measured:
    def __init__(self, scale):
        self.scale = scale

    @functools.cached_property
    def total(self):
        return 3 * self.scale


measured = Measured(2.0)


def of_the_module(x):
    return x * measured.total


def of_an_argument(x, m):
    return x * m.total * m.total


def of_its_own(x):
    m = Measured(x)
    return m.total * m.total


def after_a_change(x):
    measured.scale = x
    return x * measured.total


def test_cached_properties_are_not_filled():
    m = Measured(2.0)
    assert srcad.value_and_grad(of_the_module)(1.0) == (6.0, 6.0)
    assert srcad.value_and_grad(after_a_change)(3.0) == (27.0, 18.0)
    assert srcad.grad(of_an_argument)(1.0, m) == 36.0
    assert srcad.grad(of_an_argument, argnums=1)(1.0, m).scale == 36.0
    assert srcad.value_and_grad(of_its_own)(1.0) == (9.0, 18.0)
    assert vars(m) == vars(measured) == {'scale': 2.0}
    assert measured.total == 6.0
    assert srcad.value_and_grad(after_a_change)(3.0) == (18.0, 6.0)
    del measured.total


def kept_while_it_changes(x, m):
    before = m.total
    m.scale = m.scale * x
    return before * m.total * m.scale


def kept_in_the_module(x):
    before = measured.total
    measured.scale = measured.scale * x
    return before * measured.total * measured.scale


def test_cached_properties_are_kept_within_a_run():
    for _ in range(2):
        m = Measured(2.0)
        assert srcad.value_and_grad(kept_while_it_changes, argnums=0)(3.0, m) == (216.0, 72.0)
        assert srcad.grad(kept_while_it_changes, argnums=1)(3.0, m).scale == 324.0  # of 27 w**3
        assert vars(m) == {'scale': 2.0}
        measured.scale = 2.0
        assert srcad.value_and_grad(kept_in_the_module)(3.0) == (216.0, 72.0)
        assert vars(measured) == {'scale': 2.0}
