"""Functions of the standard library that change containers, or that compare what is in them."""
import heapq, bisect
import itertools
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

CASES = [
 (k_largest, ([0.5, 2.0, 1.0, -1.0], 3), (0,)),
 (tasks, ([1.5, 0.5, 1.0], 2.0), (0, 1)),
 (jobs, ([1.5, 0.5, 1.0, 0.7, 2.0],), (0,)),
 (ties, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)),
 (running_median, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)),
 (dijkstra, ([1.2, 0.9, 0.1, 2.2, 2.1],), (0,)),
 (insorted_pairs, ([1.2, 0.9, 0.1, 2.2, 2.1],), (0,)),
 (interpolate, ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], 1.3), (0, 1, 2)),
 (insort_left_ties, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)),
 (top_k_window, ([1.2, 0.9, 3.1, 2.2, 1.1], 3), (0,)),
 (in_helper, ([1.2, 0.9, 3.1, 2.2, 1.1],), (0,)),
 (inactive_heap, (1.2, 2), (0,)),
]
