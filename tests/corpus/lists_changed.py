"""Lists and deques that change in every way: slices with steps, places from behind, whole lists, limited lengths."""
from collections import deque


def step_assign(xs):
    ys = [x * x for x in xs]
    ys[::2] = [y * 3 for y in ys[1::2]]
    ys[::-1] = ys[:]
    return sum(y * (k + 1) for k, y in enumerate(ys))


def step_negative(xs, x):
    ys = list(xs)
    ys[4:0:-2] = [x, x * x]
    ys[1:3] = [ys[0], ys[-1], x]
    return sum(y * (k + 1) for k, y in enumerate(ys))


def whole_assign(xs, n):
    ys = [x for x in xs]
    zs = ys
    for i in range(n):
        ys[:] = [y * 1.1 + i for y in zs]
        zs[1:1] = [ys[0]]
    return sum(zs) * ys[1]


def times_in_place(x, y):
    xs = [x, y]
    zs = xs
    xs *= 2
    xs[0] = x * y
    zs *= 1
    return sum(v * (k + 1) for k, v in enumerate(zs))


def times_zero(x):
    xs = [x, x * x]
    xs *= 0
    xs.append(x)
    ys = [x] * 3
    ys[1] = 2.0
    rows = [[x] * 2] * 2
    rows[0][1] = x * x
    return sum(xs) + sum(ys) + rows[1][1] * rows[1][0]


def inserts(x, y):
    xs = [x, y, x * y]
    xs.insert(-1, x * 3)
    xs.insert(100, y * 5)
    xs.insert(-100, 2.0)
    xs.insert(0, xs[-2])
    xs.insert(len(xs) // 2, xs.pop(1))
    return sum(v * (k + 1) for k, v in enumerate(xs))


def deque_limited(xs):
    d = deque(maxlen=3)
    total = 0.0
    for x in xs:
        d.append(x * x)
        total += sum(d) / len(d)
        if len(d) == 3 and x > 1:
            d.appendleft(x)
    return total * d[0] + d[-1]


def deque_init(xs):
    d = deque(xs, maxlen=2)
    e = deque([0.0] * 2, maxlen=2)
    total = 0.0
    for x in xs:
        old = e[0]
        e.append(x * old + 1)
        d.extend([x, x * 2])
        total += old * d[0] + d[1]
    return total


def deque_rotate(xs):
    d = deque(xs)
    d.rotate(2)
    d.rotate(-1)
    a = d.popleft()
    d.extendleft([a * 2, a])
    d.reverse()
    d[1] += a
    return sum(v * (k + 1) for k, v in enumerate(d))


def index_count(xs):
    ys = [x * x for x in xs]
    k = ys.index(max(ys))
    n = ys.count(ys[0])
    ys.remove(ys[k])
    return ys[0] * k + n * ys[-1]


def nested_comp(rows):
    flat = [v * len(row) for row in rows for v in row if v > 0.2]
    sq = [[v * w for w in row] for row in rows for v in row[:1]]
    tri = [[rows[i][j] for j in range(i + 1)] for i in range(len(rows))]
    return sum(flat) * sum(sum(r) for r in sq) + tri[-1][-1]


def comp_shadow(x, xs):
    x_ = [x * 2 for x in xs]
    ys = [x for x in x_ if x > 1]
    k = 3.0
    zs = [k * y for k, y in enumerate(ys)]
    return sum(zs) * k * x


def comp_cond(xs, y):
    zs = [a if a > 1 else a * y if a > 0.95 else y for a in xs]
    ws = {k % 3: a * y for k, a in enumerate(zs)}
    return sum(zs) + sum(ws.values())


def comp_of_objects(xs):
    pairs = [(x, [x * x]) for x in xs]
    for a, b in pairs:
        b.append(a)
    return sum(a * sum(b) for a, b in pairs)


def del_steps(xs):
    ys = [x * x for x in xs]
    del ys[::2]
    ys.append(xs[0])
    del ys[-1:]
    del ys[0]
    return ys[0] if ys else xs[0] * 3


def del_neg(xs):
    ys = [x * x for x in xs]
    del ys[-2]
    del ys[1:3]
    return sum(y * (k + 1) for k, y in enumerate(ys))


def swap_items(xs):
    ys = list(xs)
    ys[0], ys[-1] = ys[-1], ys[0] * 2
    ys[1], ys[2] = ys[2] * ys[1], ys[1]
    return sum(y * (k + 1) for k, y in enumerate(ys))


def pops(xs):
    ys = [x * x for x in xs]
    a = ys.pop(0)
    b = ys.pop(-2)
    c = ys.pop()
    ys.insert(0, c * a)
    return a * b + c + sum(ys)


def extend_self(x, y):
    xs = [x, y]
    xs.extend(xs)
    xs += xs[:1]
    xs += (x * y, 2.0)
    xs.extend(v * 2 for v in [x, y])
    return sum(v * (k + 1) for k, v in enumerate(xs))


def alias_reversed(xs):
    ys = xs[::-1]
    zs = list(reversed(xs))
    ys.reverse()
    ys[0] *= 3
    return ys[0] * zs[0] + xs[0] * sum(a * b for a, b in zip(ys, reversed(zs)))


def sort_key(xs):
    ys = [x * x - 1 for x in xs]
    ys.sort(key=abs)
    zs = sorted(ys, key=lambda v: -v)
    return sum(y * (k + 1) * z for k, (y, z) in enumerate(zip(ys, zs)))


def matrix_lists(A, B):
    C = [[sum(a * b for a, b in zip(row, col)) for col in zip(*B)] for row in A]
    C[0], C[1] = C[1], C[0]
    return sum(C[i][i] for i in range(len(C))) * C[0][1]


def slices_read(xs):
    a, b = xs[:-1], xs[1:]
    d = [q - p for p, q in zip(a, b)]
    return sum(v * v for v in d[::2]) + sum(d[-2:]) * d[0]


def clear_refill(xs):
    buf = []
    total = 0.0
    for x in xs:
        buf.append(x)
        if len(buf) == 2:
            total += buf[0] * buf[1]
            buf.clear()
    return total + (buf[0] if buf else 0.0)


def list_of_lists_alias(x, n):
    row = [0.0] * n
    rows = [row for _ in range(2)]
    own = [[0.0] * n for _ in range(2)]
    for i in range(n):
        rows[i % 2][i] += x * (i + 1)
        own[i % 2][i] += x * x
    return sum(sum(r) for r in rows) + sum(own[1]) * own[0][0]


def pass_list(xs):
    ys = xs
    grow(ys)
    zs = ys[:]
    grow(zs)
    return sum(ys) * zs[-1] + len(xs)


def grow(ys):
    ys.append(ys[-1] * ys[0])


def while_queue(xs):
    q = [x for x in xs]
    total = 0.0
    while q:
        a, *q = q
        total = total * 0.8 + a
        if a > 1.4:
            q.append(a - 1)
    return total


XS = [1.2, 0.9, 3.1, 1.5, 0.4]
R = [[1.2, 0.1, 0.3], [0.5, 2.0, 0.7]]


CASES = [
    (step_assign, (XS[:4],), (0,)), (step_negative, (XS, 0.7), (0, 1)), (whole_assign, (XS, 2), (0,)),
    (times_in_place, (1.2, 0.9), (0, 1)), (times_zero, (1.2,), (0,)), (inserts, (1.2, 0.9), (0, 1)),
    (deque_limited, (XS,), (0,)), (deque_init, (XS,), (0,)), (deque_rotate, (XS,), (0,)), (index_count, (XS,), (0,)),
    (nested_comp, (R,), (0,)), (comp_shadow, (0.8, XS), (0, 1)), (comp_cond, (XS, 0.7), (0, 1)),
    (comp_of_objects, (XS,), (0,)), (del_steps, (XS,), (0,)), (del_neg, (XS,), (0,)), (swap_items, (XS,), (0,)),
    (pops, (XS,), (0,)), (extend_self, (1.2, 0.9), (0, 1)), (alias_reversed, (XS,), (0,)), (sort_key, (XS,), (0,)),
    (matrix_lists, (R, [[1.0, 0.2], [0.3, 1.5], [0.6, 0.4]]), (0, 1)), (slices_read, (XS,), (0,)),
    (clear_refill, (XS,), (0,)), (list_of_lists_alias, (1.2, 4), (0,)), (pass_list, (XS,), (0,)),
    (while_queue, (XS,), (0,)),
]


def greatest_of_what_was_sorted(x, v):
    l = [y * x for y in v]
    l.sort()
    return max(l)


def greatest_of_what_was_turned(x, v):
    l = [y * x for y in v]
    l.sort(reverse=True)
    return max(l) * sum(l)


def left_in_both_ways(x, v):
    for i in range(3):
        if x > 0.01:
            return x * v[i]
        else:
            return x
        return 2 * x + 1
    return x


CASES += [(f, (1.3, [0.5, 1.7]), (0, 1)) for f in (
    greatest_of_what_was_sorted, greatest_of_what_was_turned, left_in_both_ways,
)]  # fmt: skip
