"""Functions of the standard library that change containers, or that compare what is in them."""
import functools
import heapq, bisect
from dataclasses import dataclass
from heapq import heappush, heappop



def k_largest(xs, n):
    top = heapq.nlargest(n, xs)
    low = heapq.nsmallest(2, xs, key=lambda a: -a)
    return top[0] * top[-1] + low[1] * xs[0]


def tasks(durations, x):
    heap = []
    for k, d in enumerate(durations):
        heappush(heap, (d, k))
    clock = 0.0
    while heap:
        d, k = heappop(heap)
        clock += d * x
        if k < 2:
            heappush(heap, (d * 2.5 + clock, k + 2))
    return clock


class Job:
    def __init__(self, cost, gain):
        self.cost = cost
        self.gain = gain
    def __lt__(self, other):
        return self.cost < other.cost


def jobs(xs):
    heap = [Job(x * x, x + 1) for x in xs]
    heapq.heapify(heap)
    total = 0.0
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heapreplace(heap, Job(a.cost + heap[0].cost, a.gain * 1.1)) if heap else a
        total += a.gain * b.cost
        heapq.heappop(heap)
    return total


def ties(xs):
    heap = []
    for i, x in enumerate(xs):
        heapq.heappush(heap, (round(x), i, x))
    out = 1.0
    while heap:
        key, i, x = heapq.heappop(heap)
        out = out * 0.5 + x * (i + 1)
    return out


def running_median(xs):
    low, high = [], []
    total = 0.0
    for x in xs:
        heapq.heappush(low, -heapq.heappushpop(high, x))
        if len(low) > len(high):
            heapq.heappush(high, -heapq.heappop(low))
        total += high[0] * x
    return total


def dijkstra(w):
    graph = {0: [(1, 0), (2, 1)], 1: [(2, 2), (3, 3)], 2: [(3, 4)], 3: []}
    best = {0: 0.0}
    heap = [(0.0, 0)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > best[u]:
            continue
        for v, e in graph[u]:
            new = d + w[e]
            if v not in best or new < best[v]:
                best[v] = new
                heapq.heappush(heap, (new, v))
    return best[3] ** 2


def insorted_pairs(xs):
    rows = []
    for k, x in enumerate(xs):
        bisect.insort(rows, (x * x, k))
    return rows[0][0] * rows[-1][0] + rows[1][1]


def interpolate(xs, ys, x):
    k = bisect.bisect_right(xs, x) - 1
    k = max(0, min(k, len(xs) - 2))
    t = (x - xs[k]) / (xs[k + 1] - xs[k])
    return ys[k] * (1 - t) + ys[k + 1] * t


def insort_left_ties(xs):
    a = [1.0, 2.0]
    for x in xs:
        bisect.insort_left(a, x)
    return sum(v * (k + 1) for k, v in enumerate(a))


def top_k_window(xs, k):
    heap = []
    for x in xs:
        if len(heap) < k:
            heapq.heappush(heap, x)
        elif x > heap[0]:
            heapq.heapreplace(heap, x)
    return sum(heap) * heap[0]


def helper_push(heap, x):
    heapq.heappush(heap, x * x)
    return heap[0]


def in_helper(xs):
    heap = []
    total = 0.0
    for x in xs:
        total += helper_push(heap, x) * x
    return total + heap[-1]


def inactive_heap(x, n):
    heap = [3, 1, 2]
    heapq.heapify(heap)
    total = 0.0
    for i in range(n):
        total += x * heapq.heappop(heap)
    return total * x


@functools.total_ordering
@dataclass
class Bid:
    price: float
    amount: float
    def __lt__(self, other):
        return self.price < other.price


class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    @property
    def n2(self):
        return self.x ** 2 + self.y ** 2
    def __lt__(self, o):
        return self.n2 < o.n2
    def __gt__(self, o):
        return self.n2 > o.n2


@dataclass(order=True)
class P:
    a: float
    b: float = 1.0


def best_of(xs):
    bids = [Bid(x, x * x) for x in xs]
    a = max(bids)
    b = min(bids)
    a.amount += b.price
    return sum(c.amount for c in bids) * b.amount


def of_two(x, y):
    a, b = V(x, y), V(y, x * x)
    m = max(a, b)
    n = min(V(x, 1.0), a, key=lambda v: v.x)
    return m.x * 3 + n.y * y


def sort_in_place(xs):
    vs = [V(x, 1 - x) for x in xs]
    vs.sort()
    vs[0].x *= 2
    return sum((k + 1) * v.x for k, v in enumerate(vs))


def sort_reverse_ties(xs):
    ps = [P(round(x), x) for x in xs]
    ps.sort(reverse=True)
    qs = sorted([(round(x), i, x) for i, x in enumerate(xs)], reverse=True)
    return sum((k + 1) * p.b for k, p in enumerate(ps)) + qs[0][2] * qs[-1][2]


def max_of_tuples(xs, ys):
    best = max(zip(xs, ys))
    low = min((y, x) for x, y in zip(xs, ys))
    return best[0] * best[1] + low[0] * low[1] ** 2


def max_of_lists(rows):
    a = max(rows)
    b = min(rows)
    return a[0] * b[1]


def max_first_tie(xs):
    ps = [V(1.0, 0.0) for _ in xs]
    for p, x in zip(ps, xs):
        p.w = x
    first = max(ps)
    low = min(ps)
    return first.w * 2 + low.w * 3


def max_default(xs):
    vs = [V(x, x) for x in xs if x > 100]
    m = max(vs, default=None)
    if m is None:
        return xs[0] * 2
    return m.x


def max_generator(xs):
    m = max(V(x, x * xs[0]) for x in xs)
    return m.n2


def in_loop(xs):
    pool = [V(x, 1.0) for x in xs]
    total = 0.0
    while len(pool) > 1:
        m = min(pool)
        pool.remove(m)
        total = total * 0.9 + m.x * len(pool)
        pool[0].y += m.x * 0.1
    return total * pool[0].y


def compare_lists(xs, ys):
    if xs < ys:
        return xs[0] * 2
    if xs == ys:
        return xs[0] + ys[0]
    return ys[0] * xs[1]


def compare_tuples(x, y):
    a, b = (x, y), (y, x)
    lo = min(a, b)
    return lo[0] * 3 + lo[1] if (a > b) == (x > y) else 0.0


def keyed(xs):
    vs = [V(x, x + 1) for x in xs]
    out = sorted(vs, key=lambda v: (round(v.x), -v.y))
    m = max(vs, key=lambda v: v.x * v.y)
    return out[0].x * m.y + out[-1].y


CASES = [
    (k_largest, ([0.5, 2.0, 1.0, -1.0], 3), (0,)), (tasks, ([1.5, 0.5, 1.0], 2.0), (0, 1)),
    (jobs, ([1.5, 0.5, 1.0, 0.7, 2.0],), (0,)), (ties, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)),
    (running_median, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)), (dijkstra, ([1.2, 0.9, 0.1, 2.2, 2.1],), (0,)),
    (insorted_pairs, ([1.2, 0.9, 0.1, 2.2, 2.1],), (0,)),
    (interpolate, ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], 1.3), (0, 1, 2)),
    (insort_left_ties, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)), (top_k_window, ([1.2, 0.9, 3.1, 2.2, 1.1], 3), (0,)),
    (in_helper, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)), (inactive_heap, (1.2, 2), (0,)),
    (best_of, ([1.2, 0.9, 3.1],), (0,)), (of_two, (1.2, 0.9), (0, 1)), (sort_in_place, ([1.2, 0.9, -3.1],), (0,)),
    (sort_reverse_ties, ([1.2, 0.9, 3.1, 2.8],), (0,)), (max_of_tuples, ([1.2, 0.9, 3.1], [2.0, 1.0, 1.5]), (0, 1)),
    (max_of_lists, ([[1.2, 0.9], [3.1, 2.0], [0.5, 1.0]],), (0,)), (max_first_tie, ([1.2, 0.9, 3.1],), (0,)),
    (max_default, ([1.2, 0.9, 3.1],), (0,)), (max_default, ([1.2, 109.0, 300.1],), (0,)),
    (max_generator, ([1.2, 0.9, 3.1],), (0,)), (in_loop, ([1.2, 0.9, 3.1],), (0,)),
    (compare_lists, ([1.2, 0.9], [1.3, 0.2]), (0, 1)),
    (compare_lists, ([1.2, 0.9], [1.2, 0.9]), (0, 1)) if 0 else (compare_lists, ([1.4, 0.9], [1.3, 0.2]), (0, 1)),
    (compare_tuples, (1.2, 0.9), (0, 1)), (keyed, ([1.2, 0.9, 3.1],), (0,)),
]
