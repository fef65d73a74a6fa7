"""Programs whose gradients were wrong once."""

import collections
import math
import typing

import numpy as np

_u, _v = np.array([0.3, -0.7, 1.1]), np.array([0.5, 0.2, -0.4])
_B = np.array([[0.1, 0.2], [0.3, 0.5]])


def iterated_name_rebound(B):
    for row in B:
        B = np.diag(row[1:2] + row[:])
    return np.sum(np.sin(B) * 0.7)


def iterated_list_rebound(ys):
    for y in ys:
        ys = [y * 2.0, y * y]
    return ys[0] + ys[1]


def handed_on_and_read_again(x, y):
    t = np.sum(y * y)
    y = y + x
    return t + np.sum(np.sin(y))


def first_of(a, b):
    c = a
    return c


def helper_result_not_written(x, y):
    z = first_of(x, y)
    w = z + y
    return np.sum(w * w) + np.sum(z)


def tie_of_one_array(A):
    v = A + np.minimum(A[:, -1:], A[::-1])
    return np.sum(np.sin(v))


def leaves_before_it_changes(x, y, n):
    s = y
    for i in range(2):
        if n > 0:
            break
        s += 0.5 * x
    return s * 3


def leaves_at_once(x, y, n):
    s = y
    while True:
        n -= 1
        if n < 0:
            break
        s *= 0.5
    return s * 3


def one_branch_then_truth(x, y, n):
    if n > 5:
        x = 2.0
    x = x and y
    return x * x


def view_kept_in_a_call(x, B):
    out = 0.0
    for row in B:
        x[:] /= 1.5 + mixed(row, np.diag(B[::-1])) ** 2
        out += np.sum(x * row)
        row *= 0.5
    return out


def mixed(u, v):
    return np.tanh(u) * v


def chained_writes(x):
    x[0] = x[1] = 3 * x[0]
    return x[0] * x[1]


def mean_over_a_tuple_of_axes(A, y):
    A[:, -1] = y * y
    return np.prod(np.mean(A, axis=(1,)))


def reshape_kept(x, y):
    t = np.sum(y * x.reshape(3))
    x *= 2.0
    return t


def own_operand_read_later(x):
    s = x
    s = 2.0 and squared(s)
    return s + math.sin(x)


def squared(a):
    return a * a


def gathered_by_an_unknown_index(x):
    return np.sum(x[np.argwhere(x < 0.75)[:, 0] % 2] ** 2)


def written_by_an_unknown_index(x):
    k = np.argwhere(x < 0.75)[:, 0] % 2
    x[k] = x[:3] * 3
    x[k] *= x[1:]
    return np.sum(x * x)


def whole_and_rest(x, y):
    q, r = divmod(x, y)
    return q * x + r


def default_of_an_extreme(x):
    return min([], default=x) ** 2


def items_taken_once(v):
    few = iter([0.5, 2.0, 1.0])
    return sum(a * b * b for a, b in zip(few, v))


def scaled_by_its_own_sum(x):
    x *= sum([a for a in x])
    return x[0] * x[1]


def element_from_all(x):
    x[0] = sum([a * a for a in x])
    return x[0] + x[1]


def scaled_by_a_choice(x, y):
    x *= x[0] if y[0] > 0 else x[1]
    return np.sum(x * y)


def nothing_to_join(values, x):
    return sum(values) + x**2


def choice_of_array_dtype(x, y):
    v = np.array([(1j * y).imag, x**0.5, 1.0])  # typed complex, since x may be negative, and real when it runs
    return abs((1j * v)[0]) + v[1].real


def grow_second(z, a):
    z[1] *= a


def kept_after_a_call_that_writes(y):
    z = np.array([y, 0.7, 1.5])
    for k in range(3):
        grow_second(z, z[1])
        z.T[1] *= y
    return np.sum(z)


def view_of_a_value_without_a_name(y):
    z = np.exp(0.3 * np.array([y, 0.7, y]))[::1]
    z[-1] *= 1.5
    return np.sum(z)


def items_of_each_row(rows):
    total = 1.0
    for row in rows:
        squares = [item * item for item in row]
        total = total * squares[0] + sum(squares)
    return total


def position_assigned_beside_its_use(x, y):
    slots = [x, 0.0, 0.0]
    i = 0
    i, slots[i] = 1, x * y
    slots[i + 1], slots[i] = slots[0] * x, y
    return slots[0] + slots[1] * slots[2]


def exit_deep_inside(x, n):
    w = 1.0
    if n > 1:
        if x > 0:
            if x > 5:
                return x
        w = x * x
    return x + w


def list_that_one_exit_knows_shorter(x, n):
    v = [x, x * x]
    if n > 2:
        return x * v[1]
    v.append(x * v[0])
    return x + sum(v)


def view_of_a_list_of_arrays(x, y):
    m = np.array([x, y])[::-1]
    box = {'m': m}
    return np.sum(np.sin(box['m']) * m)


def sum_of_starred(*values, scale=0.5):
    total = 0.0
    for v in values:
        total = total + scale * v * v
    return total


def starred_beside_a_comprehension(x, ys):
    box = {'n': sum_of_starred(*ys)}
    return box['n'] * sum([t * t * x for t in ys])


def first_and_rest_of_a_list(x, y):
    def joined(a, *rest):
        return sum(rest) * a

    ys = [x, y, x * y]
    return joined(*ys) * joined(x, *ys)


class Plane(typing.NamedTuple):
    x: float
    y: float

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def scale(self, s):
        return Plane(self.x * s, self.y * s)

    def sub(self, other):
        return Plane(self.x - other.x, self.y - other.y)


def methods_of_a_tuple_chained(x, r):
    o, d = Plane(x, r), Plane(0.3, 1.0)
    n = Plane(o.x + r * d.x, o.y + r * d.y).sub(d).scale(1 / r)
    return n.dot(d)


def emptied(x):
    xs = [x, x * x]
    total = 0.0
    while len(xs) < 4:
        if xs:
            total += xs.pop() * x
        else:
            total += x**3
        if len(xs) == 0:
            xs = [x] * 4
    return total


def emptied_later(x, n):
    q = collections.deque()
    total = 0.0
    for k in range(n):
        last = q[-1] if q else 0.5
        total += last * x
        q.append(x * k)
    q.clear()
    return total


def or_list(x, n):
    xs = []
    total = x
    for k in range(n):
        ys = xs or [x, x * x]
        total = total + ys[-1] * ys[0]
        if xs and k > 1:
            xs.clear()
        else:
            xs.append(total)
    return total


def object_truth(x, n):
    s = Bag()
    total = 0.0
    for k in range(n):
        if s:
            total = total * x + s.items[0]
        if k % 2:
            s.items.clear()
        else:
            s.items.append(x * k)
    return total


class Bag:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)


def array_truth(v):
    w = v * 1.0
    flag = w[:1]
    total = 0.0
    for k in range(3):
        if flag:
            total += v[1] * w[0] ** 2
        w[0] = w[0] - 1.0 if k else 0.0
    return total


def leaves_a_loop_before_the_rest(x, ys):
    out = x * ys[0]
    if x > 0.2:
        for y in ys:
            if y > 0.9:
                return out
            out += y * y
    out *= x
    return out


class Held:
    def __init__(self, a):
        self.a = a


def array_of_a_new_object_in_place(x, s):
    held = Held(x * s)
    other = held.a
    held.a += s
    other *= 2.0
    return np.sum(held.a * other)


def views_that_a_list_holds(x):
    a = x * 2.0
    views = [a[:2], a[1:]]
    views[0] *= 3.0
    views[1] += views[0]
    return np.sum(a * a) + np.sum(views[0] * views[1])


def rows_that_a_list_holds(A):
    rows = list(A)
    rows[0] *= rows[1]
    rows[1] = rows[1] * 3.0
    rows[1] += rows[0]
    return np.sum(A) + np.sum(rows[1] * rows[0])


def appended_within_an_expression(xs):
    log = []
    ys = [log.append(x * x) or x for x in xs]
    return sum(log) * ys[0]


def deque_that_drops_what_was_read(x, y):
    q = collections.deque([x, y], maxlen=3)
    for k in range(4):
        q.append(q[-1] * q[0])
    return q[0] * q[1] + q[2]


def list_that_grows_by_itself(xs):
    ys = xs
    ys += [xs[0] * 2]
    xs.extend(ys)
    ys = ys + [xs[1]]
    xs[0] *= 3
    return sum(ys) * xs[-1] + xs[0]


def added_at_where_failures_are_caught(x, ys):
    out = 0.0
    try:
        np.add.at(x, [0, 0, 1], ys[0])
        out += ys[99]
    except LookupError:
        out = ys[0]
    return out + np.sum(x * x)


def rows_exchanged_as_views(A):
    A[0], A[1] = A[1], A[0]
    return np.sum(A * np.arange(4).reshape(2, 2) ** 2)


def element_written_before_its_row_is_read(A, v):
    A[0, 0], v[:] = v[1], A[0]
    return np.sum(A * A) + np.sum(v * v * v)


def list_asked_while_it_lasts(xs, ys):
    out = []
    while xs or ys:
        if xs:
            out.append(xs.pop(0))
        if ys:
            out.append(ys.pop() * out[-1])
    return out[0] * out[1] + out[2] * out[3] ** 2


def dict_asked_before_it_is_empty(d, y):
    s = y
    for k in range(3):
        if d:
            s = s * d.pop('a')
        else:
            s += y
    return s


def view_asked_before_it_changes(x, y):
    v = x[:1]
    if v:
        s = y * y
    else:
        s = y
    x[0] = 0.0
    return s * y


def choice_by_a_list_that_is_cleared(xs, y):
    s = y * 2 if xs else y * 3
    xs.clear()
    return s * y


def item_of_a_mixed_display(y, ys):
    n = (y, ys)[0]
    return n * sum(ys) + [ys, [y]][1][0] ** 2


def filled_beside_another(x):
    y = np.sum(x)
    x[:], x[0] = y, y * y
    return np.sum(x * x)


def rows_filled_beside_one_another(A, v):
    A[:], v[0] = v, v[1] * 2
    A[:, 0], A[:, 1] = v
    return np.sum(A * A * v)


def loop_that_counts_in_an_element(v, w):
    for v[0] in w:
        w[1] += v[0] * w[1]
    return np.sum(v * v * w)


def number_as_array(x, s):
    y = np.atleast_1d(x)
    y[0] = y[0] * s
    return np.sum(y * s)


def number_with_axis(x, s):
    y = np.expand_dims(x, 0)
    y[0] *= s
    return y[0] * x


def computed_again_by_a_counter(x, y):
    z = x
    for k in range(3):
        try:
            z = z * y + k
            if k == 1:
                raise OverflowError
            z = z * x
        except ArithmeticError:
            pass
    return z


def sum_of_nothing(x):
    ys = []
    return sum(ys, x) * x


def sum_of_nothing_is_its_start(x):
    start = [x]
    out = sum([], start)
    out.append(x * x)
    return sum(start)


def views_named(x, y):
    d = {'a': x, 'b': y}
    values = d.values()
    items = d.items()
    keys = d.keys()
    d['c'] = x * y
    total = sum(values)
    for k, v in items:
        total += v * len(k)
    return total * len(keys)


def self_merged(x, y):
    d = {'a': x, 'b': y}
    d = {**d, 'b': x * y, 'c': x}
    d.update(d)
    for k in range(2):
        d = {'b': d['b'] * 2, **d, 'a': d['b'] * d['a']}
    return d['a'] * d['b'] + d['c']


def view_beside_another(d):
    vals, n = d.values(), len(d)
    d['c'] = n * d['a']
    return sum(vals) * n


def text_pops(x):
    ys = [x, x * x, 2 * x]
    text = f'{ys.pop():.3f}'
    return sum(ys) * len(text)


def text_changes(x):
    ys = [x, x * x, 2 * x]
    text = f'{change_first(ys)}'
    return sum(ys) * len(text)


def change_first(ys):
    ys[0] = ys[1] * 2
    return 'ab'


def text_changes_array(v):
    A = v * 2
    print(f'{double_in_place(A)}, {A.sum():.2f} {A.shape} {len(A)}')
    return np.sum(A)


def double_in_place(A):
    A *= 2
    return 'x'


def part_written_after_the_change_of_name(u, n):
    for k in range(n):
        new = np.zeros_like(u)
        tail = new[1:]
        tail[:] = u[:-1] * u[1:]
        new[0] = u[0] ** 2
        u = new
        tail[0] = u[0] * (k + 1.0)
    return np.sum(u**2)


def part_read_after_the_change_of_name(u, n):
    for k in range(n):
        new = np.zeros_like(u)
        tail = new[1:]
        tail[:] = u[:-1] * u[1:]
        new[0] = u[0] ** 2
        u = new
        u = u * tail[0]
    return np.sum(u**2)


def part_that_stays_beside_the_whole(x):
    y = x * x[-1:]
    x[-2] *= 2.0
    return np.sum(np.sin(y) * x)


def first_iterable_of_a_comprehension(x, y):
    v = x
    for k in range(2):
        items = [v * y for v in [y, v]]
        pairs = {n: v * n for n, v in [(k, v), (2, v * 2)]}
        v = items[0] + pairs[2]
    return v * items[1] * pairs[1]


def value_before_the_place_it_goes_to(x, y):
    d = {'a': x[1], 'b': y}

    def place(k):
        x[0] *= y
        return k
    x[place(1)] = x[0] * 2
    x[place(1)] += x[0]
    d[place('b')] = x[0] * d['a']
    e = {place(k): x[0] * k for k in range(2)}
    return np.sum(x * x) * d['b'] * e[1]


def dict_updated_in_place(d, e):
    f = d
    d |= e
    d['b'] *= f['c']
    e['c'] = 0.0
    return f['b'] * d['c'] * f['a']


_table, _items = np.array([1.0, 2.0, 3.0]), []


def table_of_the_module():
    return _table


def written_under_another_name(x):
    t = _table
    t[0] = x
    y = np.sum(_table * _table)
    t[0] = 1.0
    return y


def written_where_it_was_returned(x):
    t = table_of_the_module()
    t[0] = x
    y = np.sum(_table) * x
    t[0] = 1.0
    return y


def written_beside_a_list(x):
    items = [x]
    items.append(x)
    t = _table
    t[0] = x
    items[0] = x
    y = items[0] * _table[0]
    t[0] = 1.0
    return y


_push = _items.append


def changed_by_a_method_with_a_name(x):
    _items.clear()
    _push(1.0)
    _push(2.0)
    y = _items[0] * x + len(_items)
    _items.clear()
    return y


def default_of_a_dict(x, d):
    d['k'].append(x)
    return d['k'][0] * x


def changed_within_a_text(xs):
    ys = list(xs)
    text = f'{ys.pop():.1f}'
    return ys[-1] * len(text)


def sum_of_arrays_in_a_list(w, v):
    """As many arrays as each has elements: what one item receives is no part of what the sum receives."""
    items = [a * b for a, b in zip(w, v)]
    return (sum(items)**2).sum() + items[0].sum()


def sum_that_fills_a_row(w, v):
    out = np.empty((2, 2))
    for i in range(2):
        out[i] = sum((a * b for a, b in zip(w, v)), np.ones(2)) * w[i]
    return (out**2).sum()


def sum_of_no_arrays_yet(x, v):
    """Of no items the sum is v itself, whose adjoint must not be added to itself."""
    d = [v * x]
    for _ in range(3):
        d.append(sum(d[1:], v) * sum(d))
        d[0] = d[0] + x
    return d[-1].sum() * 0.01


def largest_of_none_so_far(xs):
    d = []
    for x in xs:
        d.append(max(d, default=0.5) * x)
    return d[-1] + d[0]


def latest_of_those_before(durations, buffer):
    before = {'a': (), 'b': ('a',), 'c': ('a', 'b')}
    finish = {}
    for t, d in zip(before, durations):
        start = max((finish[u] for u in before[t]), default=0.0)
        finish[t] = start + d * (1 + buffer)
    return finish['c'] + 0.1 * finish['b']


def item_of_a_list_or_another(xs):
    """What the choice was is a list that grows until the gradient asks for its length."""
    d, e = [], [0.5]
    for x in xs:
        m = (d or e)[-1] + (d if d and x > 1 else xs)[0]
        d.append(m * x)
    return d[-1] + sum(d)


def array_of_lists_that_grow(x):
    rows = [[x], [x * x]]
    out = 0.0
    for _ in range(3):
        a = np.array(rows)
        out += (a[0] * a[1]).sum()
        for r in rows:
            r.append(out * x * 0.1)
    return out


def with_options(x, **options):
    return x * options.get('a', 1.0) + options.get('b', 0.3)


def options_of_several_kinds(x):
    """Not every dict behind the stars has every key; its own copy may be changed."""
    t = 0.0
    for o in [{'a': x}, {'b': 2 * x}, {'a': x, 'b': 3.0}, {}]:
        t += with_options(x, c=t, **o) * with_options(t, **o)
    return t


class Scaled:
    def __init__(self, a):
        self.a = a

    def __call__(self, t):
        return self.a * t


def functions_called_where_failures_are_caught(x, y):
    total = 0.0
    try:
        for f in [lambda t: t * y, math.sin, Scaled(x * y)]:
            total += f(x)
            if total > 9.0:
                raise ValueError
    except (ValueError, LookupError):
        total = total * y
    return total


def kinds_where_failures_are_caught(x, v):
    total = 0.0
    try:
        for thing in [x, v, x * v, None]:
            total += np.sum(thing * x)
    except TypeError:
        total = total * x
    return total


def chosen_by_a_text(x, n):
    match f'{n}':
        case '3':
            return x * x
        case '':
            return x * 7
        case _:
            return x


def texts_in_a_list(x, n):
    names = [f'{i}' for i in range(4)]
    return x * x if names[3] == '3' and f'{n}' in names else x


def doubled(a):
    return 2 * a


def option_of_a_name_outside(x, y):
    def f(t, **doubled):
        return t * doubled.get('a', 0.2)

    return f(x, a=doubled(y))


def names_within_of_a_name_outside(x, y):
    def f(doubled):
        return doubled * x

    def g(t):
        doubled = t * x
        return doubled * t

    class Given:
        doubled = 3.0

    return f(doubled(y)) + g(doubled(x)) * Given().doubled


CASES = [
    (option_of_a_name_outside, (0.3, 0.4), (0, 1)),
    (names_within_of_a_name_outside, (0.3, 0.4), (0, 1)),
    (functions_called_where_failures_are_caught, (0.3, 0.4), (0, 1)),
    (functions_called_where_failures_are_caught, (2.9, 4.4), (0, 1)),
    (kinds_where_failures_are_caught, (0.3, _u), (0, 1)),
    (written_under_another_name, (0.7,), (0,)),
    (written_where_it_was_returned, (0.7,), (0,)),
    (written_beside_a_list, (0.7,), (0,)),
    (changed_by_a_method_with_a_name, (0.7,), (0,)),
    (default_of_a_dict, (0.7, collections.defaultdict(list)), (0,)),
    (changed_within_a_text, ([0.3, 0.5, 0.2],), (0,)),
    (first_iterable_of_a_comprehension, (0.3, 0.5), (0, 1)), (value_before_the_place_it_goes_to, (_u, 0.5), (0, 1)),
    (dict_updated_in_place, ({'a': 0.3, 'b': 0.5}, {'b': 0.2, 'c': 0.7}), (0, 1)),
    (part_that_stays_beside_the_whole, (_u,), (0,)),
    *((f, (_u, n), (0,)) for f in (part_written_after_the_change_of_name, part_read_after_the_change_of_name) for n in (1, 3)),
    (views_named, (1.2, 0.9), (0, 1)),
    (self_merged, (1.2, 0.9), (0, 1)),
    (view_beside_another, ({'a': 1.0, 'b': 2.0},), (0,)),
    (text_pops, (1.2,), (0,)),
    (text_changes, (1.2,), (0,)),
    (text_changes_array, (np.array([1.0, 2.0]),), (0,)),
    (sum_of_nothing, (1.3,), (0,)),
    (sum_of_nothing_is_its_start, (1.3,), (0,)),
    (number_as_array, (0.7, 1.3), (0, 1)),
    (number_with_axis, (0.7, 1.3), (0, 1)),
    (computed_again_by_a_counter, (1.5, 0.7), (0, 1)),
    (filled_beside_another, (_u,), (0,)), (rows_filled_beside_one_another, (_B, _u[:2]), (0, 1)),
    (loop_that_counts_in_an_element, (_u, _v), (0, 1)),
    (item_of_a_mixed_display, (0.5, [0.3, 0.2]), (0, 1)),
    (rows_exchanged_as_views, (_B,), (0,)),
    (element_written_before_its_row_is_read, (_B, _u[:2]), (0, 1)),
    (list_asked_while_it_lasts, ([0.3, 0.6], [0.7, 0.2]), (0, 1)),
    (dict_asked_before_it_is_empty, ({'a': 0.3}, 0.7), (0, 1)),
    (view_asked_before_it_changes, (_u, 0.7), (0, 1)),
    (choice_by_a_list_that_is_cleared, ([0.3], 0.7), (0, 1)),
    (views_that_a_list_holds, (_u,), (0,)),
    (rows_that_a_list_holds, (_B,), (0,)),
    (appended_within_an_expression, ([0.3, 0.6, 0.8],), (0,)),
    (deque_that_drops_what_was_read, (0.4, 0.8), (0, 1)),
    (list_that_grows_by_itself, ([0.3, 0.5, 0.9],), (0,)),
    (added_at_where_failures_are_caught, (_u, [0.3, 0.2]), (0, 1)),
    (array_of_a_new_object_in_place, (_u, 0.7), (0, 1)),
    (leaves_a_loop_before_the_rest, (0.7, [0.4, 1.1]), (0, 1)),
    (leaves_a_loop_before_the_rest, (0.7, [0.4, 0.1]), (0, 1)),
    (leaves_a_loop_before_the_rest, (0.1, [0.4, 1.1]), (0, 1)),
    (leaves_a_loop_before_the_rest, (0.7, {0: 0.4, 1.3: 1.1}), (0, 1)),
    (methods_of_a_tuple_chained, (0.2, 1.5), (0, 1)),
    (emptied, (0.7,), (0,)),
    (emptied_later, (0.7, 4), (0,)),
    (or_list, (0.7, 5), (0,)),
    (object_truth, (0.7, 5), (0,)),
    (array_truth, (np.array([0.3, 0.4]),), (0,)),
    (view_of_a_list_of_arrays, (_u, _v), (0, 1)),
    (starred_beside_a_comprehension, (0.7, [0.3, 0.9]), (0, 1)),
    (first_and_rest_of_a_list, (1.3, 0.7), (0, 1)),
    (view_of_a_value_without_a_name, (0.49,), (0,)),
    (kept_after_a_call_that_writes, (0.49,), (0,)),
    (scaled_by_its_own_sum, (_u,), (0,)),
    (element_from_all, (_u,), (0,)),
    (scaled_by_a_choice, (_u, _v), (0, 1)),
    (nothing_to_join, ([], 1.3), (0, 1)),
    (choice_of_array_dtype, (1.35, -0.69), (0, 1)),
    (exit_deep_inside, (2.0, 3), (0,)),
    (exit_deep_inside, (6.0, 3), (0,)),
    (exit_deep_inside, (2.0, 1), (0,)),
    (list_that_one_exit_knows_shorter, (0.7, 1), (0,)),
    (list_that_one_exit_knows_shorter, (0.7, 3), (0,)),
    (iterated_name_rebound, (_B,), (0,)),
    (iterated_list_rebound, ([0.3, 0.4, 0.5],), (0,)),
    (handed_on_and_read_again, (_u, _v), (0, 1)),
    (helper_result_not_written, (_u, _v), (0, 1)),
    (tie_of_one_array, (np.array([[0.5, -0.2], [0.6, -0.6], [0.7, -0.3]]),), (0,)),
    (leaves_before_it_changes, (0.2, 1.3, 3), (0, 1)),
    (leaves_before_it_changes, (0.2, 1.3, 0), (0, 1)),
    (leaves_at_once, (0.2, 1.3, 3), (0, 1)),
    (one_branch_then_truth, (0.2, 1.3, 3), (0, 1)),
    (one_branch_then_truth, (0.2, 1.3, 7), (0, 1)),
    (view_kept_in_a_call, (np.array([0.4, 0.9]), _B), (0, 1)),
    (chained_writes, (np.array([2.0, 3.0]),), (0,)),
    (mean_over_a_tuple_of_axes, (np.array([[0.5, 0.2, 0.1], [0.6, 0.6, 0.8]]), np.array([0.7, 1.3])), (0, 1)),
    (reshape_kept, (_u, _v), (0, 1)),
    (own_operand_read_later, (0.9,), (0,)),
    (gathered_by_an_unknown_index, (np.array([0.5, 0.6, 0.7, 0.9]),), (0,)),
    (written_by_an_unknown_index, (np.array([0.5, 0.6, 0.7, 0.9]),), (0,)),
    (whole_and_rest, (7.3, 2.1), (0, 1)),
    (default_of_an_extreme, (1.4,), (0,)),
    (items_taken_once, ([0.5, 1.2, 3.0],), (0,)),
    (items_of_each_row, ([[0.3, 0.5, 0.2], [0.4, 0.7]],), (0,)),
    (position_assigned_beside_its_use, (0.5, 1.5), (0, 1)),
    (sum_of_arrays_in_a_list, (np.array([0.3, 0.5]), np.array([[0.4, 1.0], [2.0, 0.7]])), (0, 1)),
    (sum_that_fills_a_row, (np.array([0.3, 0.5, 0.9]), np.array([[0.4, 1.0], [2.0, 0.7], [0.1, 0.6]])), (0, 1)),
    (sum_of_no_arrays_yet, (1.3, np.array([0.4, 0.7])), (0, 1)),
    (largest_of_none_so_far, ([1.3, 0.7, 1.9],), (0,)),
    (latest_of_those_before, ([1.0, 2.0, 1.5], 0.1), (0, 1)),
    (item_of_a_list_or_another, ([1.3, 0.7, 1.9],), (0,)),
    (array_of_lists_that_grow, (1.3,), (0,)),
    (options_of_several_kinds, (1.3,), (0,)),
    (chosen_by_a_text, (1.3, 3), (0,)),
    (chosen_by_a_text, (1.3, 4), (0,)),
    (texts_in_a_list, (1.3, 3), (0,)),
    (texts_in_a_list, (1.3, 7), (0,)),
]
