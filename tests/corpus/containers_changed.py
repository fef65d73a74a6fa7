"""Lists, dicts, sets, deques, heaps and objects that a program builds and changes on its way."""
import bisect
import collections
import copy
import dataclasses
import heapq
import math

import numpy as np

Point = collections.namedtuple('Point', 'x y')


@dataclasses.dataclass
class State:
    x: float
    v: float = 0.0
    history: list = dataclasses.field(default_factory=list)

    def step(self, dt):
        self.history.append(self.x)
        self.v -= dt * self.x
        self.x += dt * self.v


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Tree(key)
        else:
            self.right.insert(key)

    def weigh(self, depth):
        total = self.key * depth
        for child in (self.left, self.right):
            if child is not None:
                total += child.weigh(depth + 1)
        return total


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()


class Layer:
    def __init__(self, w):
        self.w = w
        self.seen = []

    def forward(self, x):
        self.seen.append(x)
        return np.tanh(self.w * x)

    def update(self, rate):
        for i in range(len(self.w)):
            self.w[i] -= rate * self.w[i] * self.seen[-1][i]


class Accumulator:
    def __init__(self):
        self.total = 0.0
        self.count = 0

    def add(self, x):
        self.total += x * x
        self.count += 1
        return self

    def mean(self):
        return self.total / self.count


def pop_in_loop(x, n):
    stack = [x * i for i in range(1, n)]
    total = 1.0
    while len(stack) > 1:
        a = stack.pop()
        b = stack.pop()
        stack.append(a * b * 0.1 + a)
        total += stack[0]
    return total * stack[-1]


def pop_front(x, n):
    queue = [x, x * x]
    for i in range(n):
        first = queue.pop(0)
        queue.append(first * 0.5 + queue[0] * x)
    return queue[0] * queue[1]


def pop_middle(xs, k):
    taken = xs.pop(k)
    return taken * sum(xs) + xs[k % len(xs)] ** 2


def pop_in_expression(x, y):
    xs = [x, y, x * y]
    return xs.pop() - xs.pop() * xs.pop()


def pop_then_push_same(x, n):
    xs = [x]
    for i in range(n):
        xs.append(xs.pop() * x + i)
    return xs[0] * len(xs)


def insert_front(x, n):
    xs = []
    for i in range(n):
        xs.insert(0, x**i)
    return sum(a * i for i, a in enumerate(xs))


def insert_sorted(values):
    ordered = []
    for a in values:
        k = 0
        while k < len(ordered) and ordered[k] < a:
            k += 1
        ordered.insert(k, a)
    return sum(a * (k + 1) ** 2 for k, a in enumerate(ordered))


def bisect_insort(values):
    ordered = []
    for a in values:
        bisect.insort(ordered, a)
    return ordered[0] * ordered[-1] + ordered[len(ordered) // 2] ** 2


def extend_and_add(x, y):
    xs = [x]
    xs.extend([y, x * y])
    xs += [xs[0] * 2]
    xs.extend(a * a for a in (x, y))
    return sum(a * k for k, a in enumerate(xs))


def extend_with_itself(x, n):
    xs = [x, 2 * x]
    for _ in range(n):
        xs.extend(xs)
        xs[-1] *= 0.5
    return sum(xs) * xs[1] + xs[-1]


def augmented_add_seen_by_alias(x, y):
    xs = [x]
    ys = xs
    ys += [y]
    ys = ys + [x * y]
    ys[0] = 7.0
    return sum(xs) * sum(ys)


def repeated_list(x):
    xs = [x, x * x] * 3
    xs[2] *= 2
    return sum(a * i for i, a in enumerate(xs))


def repeated_row_is_one_row(x):
    rows = [[0.0, x]] * 3
    rows[0][0] += x * x
    rows[1][0] *= 2
    rows[2][1] = rows[0][0] * 3
    return sum(rows[0]) + sum(rows[1]) * rows[2][1]


def reversed_in_place(x, n):
    xs = [x**i for i in range(n)]
    ys = xs
    xs.reverse()
    return sum(a * i for i, a in enumerate(ys)) + xs[0]


def sorted_in_place(values):
    ys = values
    values.sort()
    return sum(a * i for i, a in enumerate(ys))


def sorted_by_key(values):
    values.sort(key=lambda a: -abs(a))
    return values[0] * 3 + values[1] * values[-1]


def sorted_reverse_copy(values):
    top = sorted(values, reverse=True)[:2]
    top[0] *= 2
    return top[0] * top[1] + values[0]


def pairs_sorted(x, y):
    pairs = [(2, x), (1, y), (3, x * y)]
    pairs.sort()
    return sum(k * a**i for i, (k, a) in enumerate(pairs, 1))


def slice_assigned(x, y):
    xs = [0.0] * 5
    xs[1:3] = [x, y]
    xs[3:] = [a * 2 for a in xs[1:3]]
    return xs[1] * xs[4] + xs[3] ** 2


def slice_assigned_other_length(x, y):
    xs = [x, y, x * y, 1.0]
    xs[1:3] = [x + y]
    xs[:0] = [y, y]
    return sum(a * (i + 1) for i, a in enumerate(xs)) * len(xs)


def slice_assigned_everything(x, y):
    xs = [x, y]
    ys = xs
    xs[:] = [a * b for a, b in zip(xs, reversed(xs))] + [x]
    return sum(ys) * ys[0]


def slice_assigned_steps(x, n):
    xs = [x * i for i in range(2 * n)]
    xs[::2] = [a * a for a in xs[1::2]]
    return sum(a * i for i, a in enumerate(xs))


def deleted_items(x, n):
    xs = [x**i for i in range(n)]
    del xs[1]
    del xs[-1]
    del xs[1:3]
    return sum(a * i for i, a in enumerate(xs, 1)) * len(xs)


def cleared_and_refilled(x, n):
    xs = []
    total = 0.0
    for i in range(n):
        xs.append(x * (i + 1))
        if len(xs) == 3:
            total += xs[0] * xs[1] * xs[2]
            xs.clear()
    return total + sum(xs)


def batches(x, n):
    done, batch = [], []
    for i in range(n):
        batch.append(x * i)
        if len(batch) == 2:
            done.append(batch)
            batch = []
    return sum(a * b for a, b in done) + sum(batch)


def removed_ints(x, n):
    left = list(range(2, n))
    total = 0.0
    while left:
        prime = left.pop(0)
        for multiple in range(prime * 2, n, prime):
            if multiple in left:
                left.remove(multiple)
        total += x**prime
    return total


def order_of_names(x, y):
    names = ['b', 'a']
    values = [x, y]
    names.append('c')
    values.append(x * y)
    names[0], names[1] = names[1], names[0]
    return values[names.index('b')] * 3 + values[names.index('a')] ** 2 + names.count('c') * values[2]


def swapped_in_list(x, y, n):
    xs = [x, y, x * y]
    for i in range(n):
        xs[0], xs[1], xs[2] = xs[1] * 2, xs[2], xs[0]
    return xs[0] + xs[1] ** 2 + xs[2] ** 3


def swapped_by_index(values):
    i, j = 0, len(values) - 1
    while i < j:
        values[i], values[j] = values[j], values[i] * values[j]
        i, j = i + 1, j - 1
    return sum(a * k for k, a in enumerate(values))


def index_changed_with_element(x):
    xs = [x, 2.0, 3.0]
    i = 0
    i, xs[i] = 1, x * x
    xs[i] *= x
    return xs[0] + 10 * xs[1] + xs[2]


def grid_written(x, n):
    grid = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            grid[i][j] += x * i - j
            grid[j][i] += grid[i][j] * x
    return sum(sum(row) for row in grid) + grid[0][-1] * grid[-1][0]


def grid_rows_swapped(x):
    grid = [[x, 1.0], [2.0, x * x]]
    row = grid[0]
    grid[0], grid[1] = grid[1], grid[0]
    row[0] += 5 * x
    return grid[1][0] * grid[0][1] + row[1]


def grid_row_kept_in_two(x, y):
    row = [x, y]
    table = [row, row, row[:]]
    table[0][0] = y * y
    table[1][1] *= 2
    return sum(table[0]) * table[1][0] + sum(table[2]) * 3


def dynamic_programming(costs):
    n = len(costs)
    best = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            here = costs[i][j]
            if i == 0 and j == 0:
                best[i][j] = here
            elif i == 0:
                best[i][j] = here + best[i][j - 1]
            elif j == 0:
                best[i][j] = here + best[i - 1][j]
            else:
                best[i][j] = here + min(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] * 1.1)
    return best[-1][-1]


def list_of_lists_grown(x, n):
    rows = [[] for _ in range(3)]
    for i in range(n):
        rows[i % 3].append(x**i)
        rows[0].append(rows[i % 3][-1] * 2)
    return sum(sum(row) * k for k, row in enumerate(rows, 1))


def matrix_product(A, B):
    C = [[0.0 for _ in B[0]] for _ in A]
    for i, row in enumerate(A):
        for k, a in enumerate(row):
            for j in range(len(B[0])):
                C[i][j] += a * B[k][j]
    return C[0][0] * C[1][1] - C[0][1] * C[1][0]


def two_names(x, y):
    a = [x, y]
    b = a
    b[0] = a[1] * 2
    a[1] = b[0] * x
    return a[0] + b[1] * 3


def copies_are_apart(xs):
    a, b, c = xs[:], list(xs), xs.copy()
    a[0] = xs[1] * 2
    b[1] += a[0]
    c.append(b[1])
    xs[0] = c[-1] * xs[1]
    return sum(a) + 2 * sum(b) + 3 * sum(c) + 4 * sum(xs)


def shallow_copy_shares_rows(x, y):
    rows = [[x, y], [y, x]]
    some = rows[:]
    some[0][0] = y * y
    some[1] = [0.0, 0.0]
    return rows[0][0] * 2 + rows[1][0] + some[0][1] * some[1][1]


def deep_copy_does_not(x, y):
    rows = [[x, y], [y, x]]
    some = copy.deepcopy(rows)
    some[0][0] = y * y
    return rows[0][0] * 2 + some[0][0] * rows[1][1]


def list_in_tuple(x, y):
    pair = ([x], y)
    pair[0].append(y * 2)
    xs, z = pair
    xs[0] *= z
    return pair[0][0] * pair[0][1] + z


def grows_while_iterated(x):
    xs = [x, x * x]
    for a in xs:
        if len(xs) < 5:
            xs.append(a * 0.5 + 1)
    return sum(a * i for i, a in enumerate(xs))


def element_written_while_iterated(x, y):
    xs = [x, y, 1.0]
    total = 0.0
    for i, a in enumerate(xs):
        total += a * i
        if i + 1 < len(xs):
            xs[i + 1] *= a
        xs[i] = 0.5 * a
    return total + sum(xs)


def helper_appends(x, n):
    log = []
    for i in range(n):
        x = record(log, x * 1.1)
    return sum(log) * log[0]


def record(log, value):
    log.append(value * value)
    return value + log[0] * 0.1


def helper_rebinds_its_list(x, y):
    xs = [x, y]
    doubled(xs)
    return xs[0] * xs[1] + len(xs)


def doubled(xs):
    xs[0] *= 2
    xs = [a * 10 for a in xs]
    xs.append(1.0)
    xs[1] = 0.0


def mutable_default(x):
    return kept(x) + kept(x * x, []) + kept(x, [x])


def kept(x, before=None):
    if before is None:
        before = []
    before.append(x)
    return sum(before) * before[0]


def list_returned_and_changed(x, n):
    xs = powers(x, n)
    xs.append(xs[1])
    ys = powers(2 * x, n)
    xs += ys
    ys[0] = x
    return sum(xs) * ys[0] + len(xs)


def powers(x, n):
    result = []
    for i in range(n):
        result.append(x**i)
    return result


def arrays_in_list_written(v, n):
    rows = [v.copy() for _ in range(n)]
    for i, row in enumerate(rows):
        row[0] = row[1] * i
        rows[i - 1][2] += row[0]
    return sum(np.sum(row**2) for row in rows)


def same_array_in_list(v):
    a = v * 2
    rows = [a, a]
    rows[0][0] = v[1] ** 2
    rows[1] *= 3
    rows[0] = rows[0] + 1
    return np.sum(a * rows[0]) + np.sum(rows[1])


def dict_set_and_read(x, y):
    d = {}
    d['x'] = x
    d['y'] = y
    d['x'] = d['x'] * d['y']
    d['z'] = d['x'] + x
    return d['x'] * d['z'] - d['y']


def dict_augmented(x, n):
    d = {'even': 0.0, 'odd': 1.0}
    for i in range(n):
        d['odd' if i % 2 else 'even'] += x**i
        d['odd'] *= 1.1
    return d['even'] * d['odd']


def dict_counts_by_get(xs):
    sums = {}
    for x in xs:
        key = int(math.floor(x))
        sums[key] = sums.get(key, 0.0) + x * x
    return sum(key * value for key, value in sums.items()) + len(sums)


def dict_setdefault(xs):
    groups = {}
    for i, x in enumerate(xs):
        groups.setdefault(i % 2, []).append(x)
    return sum(groups[0]) * sum(groups[1]) + groups.setdefault(5, 3.0) * xs[0]


def dict_default_float(xs):
    sums = collections.defaultdict(float)
    for i, x in enumerate(xs):
        sums[i % 3] += x * i
        sums['all'] += sums[0]
    return sums[1] * sums['all'] + sums['none']


def dict_default_list(xs):
    groups = collections.defaultdict(list)
    for x in xs:
        groups[x > 1].append(x)
    return sum(groups[True]) * len(groups[False]) + sum(a * a for a in groups[False])


def dict_update(x, y):
    d = {'x': x, 'y': y}
    e = {'y': x * y, 'z': 1.0}
    d.update(e)
    e['y'] = 0.0
    d.update(x=d['y'] * 2)
    return sum(v * (k + 1) for k, v in enumerate(d.values()))


def dict_pop(x, y):
    d = {'x': x, 'y': y, 'z': x * y}
    a = d.pop('y')
    b = d.pop('nothing', 2.0)
    d['y'] = a * d.pop('x')
    return sum(v * (k + 1) for k, v in enumerate(d.values())) * b


def dict_popitem(x, n):
    d = {}
    for i in range(n):
        d[i] = x * (i + 1)
    total = 0.0
    while d:
        key, value = d.popitem()
        total = total * 0.5 + value * key
    return total


def dict_order_after_delete(x, y):
    d = {'a': x, 'b': y, 'c': x * y}
    del d['a']
    d['a'] = 2 * x
    d['b'] = d['b'] * d['c']
    acc = 0.0
    for v in d.values():
        acc = acc * 0.5 + v
    return acc


def dict_rewritten_while_iterated(x, y):
    d = {'a': x, 'b': y}
    for key in d:
        d[key] = d['a'] * d['b'] + 1
    for key in list(d):
        d[key + key] = d[key] ** 2
    return d['aa'] - d['bb'] * d['a']


def dict_of_lists(x, n):
    logs = {'x': [], 'v': []}
    v = 0.0
    for i in range(n):
        v -= 0.1 * x
        x += 0.1 * v
        logs['x'].append(x)
        logs['v'].append(v)
    return sum(a * b for a, b in zip(logs['x'], logs['v'])) + logs['x'][-1]


def list_of_dicts(x, n):
    table = []
    for i in range(n):
        table.append({'t': 0.1 * i, 'y': x**i})
    for entry, following in zip(table, table[1:]):
        following['y'] += entry['y'] * entry['t']
    return sum(entry['y'] for entry in table)


def dict_two_names(x, y):
    a = {'k': x}
    b = a
    c = dict(a)
    b['k'] *= y
    b['l'] = a['k'] + 1
    return a['k'] * a['l'] + c['k'] + len(c)


def dict_comprehension_built(xs):
    squares = {i: x * x for i, x in enumerate(xs)}
    squares = {i: s for i, s in squares.items() if i != 1}
    squares[0] += xs[1]
    return sum(squares.values())


def dict_zip(xs):
    d = dict(zip('abc', xs))
    d['b'], d['c'] = d['c'], d['b'] * d['a']
    return d['a'] + 2 * d['b'] + 3 * d['c']


def memo_recursion(x, n):
    memo = {0: 1.0, 1: x}

    def chebyshev(k):
        if k not in memo:
            memo[k] = 2 * x * chebyshev(k - 1) - chebyshev(k - 2)
        return memo[k]
    return chebyshev(n)


def memo_passed_along(x, n):
    return fibonacci(x, n, {})


def fibonacci(x, n, memo):
    if n < 2:
        return x + n
    if n not in memo:
        memo[n] = 0.5 * fibonacci(x, n - 1, memo) + fibonacci(x, n - 2, memo) * 0.3
    return memo[n]


def ordered_dict(x, y):
    d = collections.OrderedDict()
    d['a'] = x
    d['b'] = y
    d.move_to_end('a')
    acc = 0.0
    for value in d.values():
        acc = acc * 2 + value
    return acc * d['b']


def visited_set(x, n):
    visited = set()
    i, total = 0, 0.0
    while i not in visited:
        visited.add(i)
        total += x**i
        i = (3 * i + 1) % n
    return total * len(visited)


def counted_letters(x, text):
    counts = collections.Counter(text)
    return sum(count * x**k for k, (_, count) in enumerate(sorted(counts.items())))


def deque_window(xs, width):
    window = collections.deque(maxlen=width)
    total = 0.0
    for x in xs:
        window.append(x * x)
        total += sum(window) / len(window)
    return total * window[0]


def deque_both_ends(x, n):
    d = collections.deque([x])
    for i in range(n):
        d.append(d[0] * 2)
        d.appendleft(d[-1] + x)
        if len(d) > 4:
            d.pop()
            d.popleft()
    return sum(a * k for k, a in enumerate(d))


def deque_rotated(xs):
    d = collections.deque(xs)
    d.rotate(1)
    d[0] *= 2
    d.rotate(-2)
    return sum(a * (k + 1) for k, a in enumerate(d))


def breadth_first(weights, x):
    queue = collections.deque([(0, x)])
    total = 0.0
    while queue:
        i, value = queue.popleft()
        total += value
        for child in (2 * i + 1, 2 * i + 2):
            if child < len(weights):
                queue.append((child, value * weights[child]))
    return total


def queue_simulation(arrivals, service):
    busy_until = 0.0
    waiting, line = 0.0, []
    for t in arrivals:
        while line and line[0] <= t:
            line.pop(0)
        start = max(t, busy_until)
        waiting += (start - t) * (len(line) + 1)
        busy_until = start + service
        line.append(busy_until)
    return waiting + busy_until


def heap_merged(values):
    heap = []
    for a in values:
        heapq.heappush(heap, a)
    total = 0.0
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        total += a + b
        heapq.heappush(heap, a + b * 1.1)
    return total * heap[0]


def shortest_path(lengths):
    edges = {0: [(1, 0), (2, 1)], 1: [(2, 2), (3, 3)], 2: [(3, 4)], 3: []}
    distance = {0: 0.0}
    heap = [(0.0, 0)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, k in edges[node]:
            if other not in distance or d + lengths[k] < distance[other]:
                distance[other] = d + lengths[k]
                heapq.heappush(heap, (distance[other], other))
    return distance[3] ** 2 + distance[2]


def state_stepped(x, n):
    state = State(x, v=0.5)
    for _ in range(n):
        state.step(0.1)
    return state.x * state.v + sum(state.history)


def state_shared_by_two_names(x):
    a = State(x)
    b = a
    b.x *= 3
    a.v = b.x * x
    b = State(a.v, a.x)
    b.v += 1
    return a.x * a.v + b.x * b.v


def state_replaced(x, n):
    state = State(x, 1.0)
    first = state
    for _ in range(n):
        state = dataclasses.replace(state, x=state.x + 0.1 * state.v, v=state.v - 0.1 * state.x)
    return state.x * state.v + first.x


def point_replaced(x, n):
    p = Point(x, 1.0)
    for _ in range(n):
        q = p._replace(x=p.x + p.y * 0.1)
        p = q._replace(y=q.y * p.x)
    return p.x * p.y


def attributes_added(x, y):
    node = Node(x)
    node.extra = y * node.value
    node.value = node.extra + 1
    node.extra *= node.value
    return node.extra + node.value * x


def attribute_set_by_name(x, y):
    node = Node(x)
    for k, name in enumerate(('value', 'weight')):
        setattr(node, name, getattr(node, name, y) * x + k)
    return node.value * node.weight


def objects_in_loop(x, n):
    states = []
    for i in range(n):
        states.append(State(x * i, 0.1 * i))
    for a, b in zip(states, states[1:]):
        b.x += a.x * a.v
        a.v = b.x
    return sum(s.x * s.v for s in states)


def same_object_in_loop(x, n):
    state = State(x)
    states = []
    for i in range(n):
        state.x *= 1.1
        states.append(state)
    states[0].x += 1
    return sum(s.x for s in states)


def linked_list(x, n):
    head = None
    for i in range(n):
        head = Node(x**i, head)
    total, node = 0.0, head
    while node is not None:
        total = total * 0.5 + node.value
        node = node.next
    return total


def linked_list_reversed(x, n):
    head = None
    for i in range(n):
        head = Node(x + i, head)
    before = None
    while head is not None:
        head.next, before, head = before, head, head.next
    return before.value * before.next.value - before.next.next.value


def linked_list_written(x, n):
    head = tail = Node(x)
    for i in range(n):
        tail.next = Node(tail.value * x + i)
        tail = tail.next
        head.value += tail.value * 0.1
    return head.value * tail.value + head.next.value


def tree_inserted(values):
    root = Tree(values[0])
    for a in values[1:]:
        root.insert(a)
    return root.weigh(1) * root.key


def stack_machine(x, y, program):
    stack = Stack()
    for op in program.split():
        if op == '+':
            stack.push(stack.pop() + stack.pop())
        elif op == '*':
            stack.push(stack.pop() * stack.pop())
        elif op == '-':
            b = stack.pop()
            stack.push(stack.pop() - b)
        elif op == 'dup':
            stack.push(stack.items[-1])
        else:
            stack.push({'x': x, 'y': y}[op] if op.isalpha() else float(op))
    return stack.pop()


def array_attribute_written(w, x, n):
    layer = Layer(w.copy())
    for _ in range(n):
        x = layer.forward(x)
        layer.update(0.1)
    return np.sum(layer.w * x) + np.sum(layer.seen[0] * layer.seen[-1])


def array_attribute_is_argument(w, x):
    layer = Layer(w)
    layer.forward(x)
    layer.update(0.3)
    return np.sum(w * x) + np.sum(layer.w**2)


def chained_calls(x, y):
    acc = Accumulator().add(x).add(y).add(x * y)
    return acc.mean() * acc.total


def accumulators_in_dict(xs):
    table = {}
    for i, x in enumerate(xs):
        name = 'even' if i % 2 == 0 else 'odd'
        if name not in table:
            table[name] = Accumulator()
        table[name].add(x)
    return table['even'].mean() * table['odd'].mean()


def registers(x, n):
    r = {'a': x, 'b': 1.0, 'c': 0.0}
    for op, to, by in [('mul', 'a', 'b'), ('add', 'c', 'a'), ('mov', 'b', 'c'), ('mul', 'c', 'c')] * n:
        if op == 'mul':
            r[to] *= r[by]
        elif op == 'add':
            r[to] += r[by]
        else:
            r[to] = r[by]
    return r['a'] + r['b'] * r['c']


def convolution_of_lists(a, b):
    c = [0.0] * (len(a) + len(b) - 1)
    for i, s in enumerate(a):
        for j, t in enumerate(b):
            c[i + j] += s * t
    return sum(x**2 for x in c)


def horner_in_place(c, x):
    d = list(c)
    for i in range(len(d)):
        for k in range(len(d) - 2, i - 1, -1):
            d[k] += x * d[k + 1]
    return d[0] + 0.1 * d[1] - d[2]


def ring_buffer(xs, size):
    ring, total = [0.0] * size, 0.0
    for i, x in enumerate(xs):
        old = ring[i % size]
        ring[i % size] = x + 0.5 * old
        total += x * old
    return total + sum(ring)


def particles_by_cell(xs):
    cells = {}
    for i, x in enumerate(xs):
        cells.setdefault(round(x), []).append(i)
    energy = 0.0
    for members in cells.values():
        for k, i in enumerate(members):
            for j in members[k + 1:]:
                energy += (xs[i] - xs[j]) ** 2
    return energy + sum(xs) * len(cells)


def order_of_evaluation(x, y):
    log = []

    def noted(value):
        log.append(value)
        return value * len(log)
    z = noted(x) + noted(y) * noted(x * y)
    return z + log[0] * log[2]


_v = np.array([1.1, 0.4, 0.7])
_xs = [0.7, 1.2, 0.4, 2.1, 1.6]


def appended_to_the_same(x, n):
    xs = [x, x * x]
    ys = xs if n > 1 else [x]
    for _ in range(n):
        xs.append(ys[-1] * 2.0)
        ys.append(xs[-1] * xs[0])
    return sum(xs) + sum(ys)


def arrays_in_a_dict(params, s):
    total = 0.0
    for p in params.values():
        total += np.sum(p**2) + np.sum(np.sin(p) * s) + np.sum(2.0 * p / s) + np.sum(-p)
    return total + sum(np.sum(p * params['w'][0]) for p in params.values())


CASES = [
    (appended_to_the_same, (0.7, 1), (0,)), (appended_to_the_same, (0.7, 3), (0,)),
    (arrays_in_a_dict, ({'w': np.array([0.3, 0.7]), 'v': np.array([[1.1, 0.4]])}, 1.3), (0, 1)),
    (pop_in_loop, (0.7, 6), (0,)), (pop_in_loop, (0.7, 2), (0,)), (pop_front, (0.7, 4), (0,)),
    (pop_middle, (_xs, 1), (0,)), (pop_middle, (_xs, -1), (0,)), (pop_in_expression, (0.7, 1.2), (0, 1)),
    (pop_then_push_same, (0.7, 3), (0,)), (insert_front, (0.7, 4), (0,)), (insert_sorted, (_xs,), (0,)),
    (bisect_insort, (_xs,), (0,)), (extend_and_add, (0.7, 1.2), (0, 1)), (extend_with_itself, (0.7, 2), (0,)),
    (augmented_add_seen_by_alias, (0.7, 1.2), (0, 1)), (repeated_list, (0.7,), (0,)),
    (repeated_row_is_one_row, (0.7,), (0,)), (reversed_in_place, (0.7, 4), (0,)), (sorted_in_place, (_xs,), (0,)),
    (sorted_by_key, ([0.7, -1.2, 0.4],), (0,)), (sorted_reverse_copy, (_xs,), (0,)), (pairs_sorted, (0.7, 1.2), (0, 1)),
    (slice_assigned, (0.7, 1.2), (0, 1)), (slice_assigned_other_length, (0.7, 1.2), (0, 1)),
    (slice_assigned_everything, (0.7, 1.2), (0, 1)), (slice_assigned_steps, (0.7, 3), (0,)),
    (deleted_items, (0.7, 6), (0,)), (cleared_and_refilled, (0.7, 7), (0,)), (batches, (0.7, 5), (0,)),
    (removed_ints, (0.7, 12), (0,)), (order_of_names, (0.7, 1.2), (0, 1)), (swapped_in_list, (0.7, 1.2, 4), (0, 1)),
    (swapped_by_index, (_xs,), (0,)), (index_changed_with_element, (0.7,), (0,)), (grid_written, (0.7, 3), (0,)),
    (grid_rows_swapped, (0.7,), (0,)), (grid_row_kept_in_two, (0.7, 1.2), (0, 1)),
    (dynamic_programming, ([[0.7, 1.2, 0.4], [1.6, 0.3, 2.0], [0.9, 1.1, 0.5]],), (0,)),
    (list_of_lists_grown, (0.7, 5), (0,)),
    (matrix_product, ([[0.7, 1.2], [0.4, -0.3]], [[1.1, 0.2], [0.5, 0.8]]), (0, 1)), (two_names, (0.7, 1.2), (0, 1)),
    (copies_are_apart, ([0.7, 1.2],), (0,)), (shallow_copy_shares_rows, (0.7, 1.2), (0, 1)),
    (deep_copy_does_not, (0.7, 1.2), (0, 1)), (list_in_tuple, (0.7, 1.2), (0, 1)), (grows_while_iterated, (0.7,), (0,)),
    (element_written_while_iterated, (0.7, 1.2), (0, 1)), (helper_appends, (0.7, 3), (0,)),
    (helper_rebinds_its_list, (0.7, 1.2), (0, 1)), (mutable_default, (0.7,), (0,)),
    (list_returned_and_changed, (0.7, 3), (0,)), (arrays_in_list_written, (_v, 3), (0,)),
    (same_array_in_list, (_v,), (0,)), (dict_set_and_read, (0.7, 1.2), (0, 1)), (dict_augmented, (0.7, 5), (0,)),
    (dict_counts_by_get, (_xs,), (0,)), (dict_setdefault, (_xs,), (0,)), (dict_default_float, (_xs,), (0,)),
    (dict_default_list, (_xs,), (0,)), (dict_update, (0.7, 1.2), (0, 1)), (dict_pop, (0.7, 1.2), (0, 1)),
    (dict_popitem, (0.7, 4), (0,)), (dict_order_after_delete, (0.7, 1.2), (0, 1)),
    (dict_rewritten_while_iterated, (0.7, 1.2), (0, 1)), (dict_of_lists, (0.7, 4), (0,)),
    (list_of_dicts, (0.7, 4), (0,)), (dict_two_names, (0.7, 1.2), (0, 1)), (dict_comprehension_built, (_xs,), (0,)),
    (dict_zip, ([0.7, 1.2, 0.4],), (0,)), (memo_recursion, (0.7, 5), (0,)), (memo_recursion, (0.7, 0), (0,)),
    (memo_passed_along, (0.7, 6), (0,)), (ordered_dict, (0.7, 1.2), (0, 1)), (visited_set, (0.7, 11), (0,)),
    (counted_letters, (0.7, 'abracadabra'), (0,)), (deque_window, (_xs, 3), (0,)), (deque_both_ends, (0.7, 4), (0,)),
    (deque_rotated, ([0.7, 1.2, 0.4],), (0,)), (breadth_first, ([1.0, 0.7, 1.2, 0.4, -0.5], 0.9), (0, 1)),
    (queue_simulation, ([0.1, 0.3, 0.9, 2.7], 0.7), (0, 1)), (heap_merged, (_xs,), (0,)),
    (shortest_path, ([0.7, 2.1, 0.9, 3.5, 0.4],), (0,)), (state_stepped, (0.7, 4), (0,)),
    (state_shared_by_two_names, (0.7,), (0,)), (state_replaced, (0.7, 3), (0,)), (point_replaced, (0.7, 3), (0,)),
    (attributes_added, (0.7, 1.2), (0, 1)), (attribute_set_by_name, (0.7, 1.2), (0, 1)),
    (objects_in_loop, (0.7, 4), (0,)), (same_object_in_loop, (0.7, 3), (0,)), (linked_list, (0.7, 4), (0,)),
    (linked_list, (0.7, 0), (0,)), (linked_list_reversed, (0.7, 4), (0,)), (linked_list_written, (0.7, 3), (0,)),
    (tree_inserted, (_xs,), (0,)), (stack_machine, (0.7, 1.2, 'x y + dup * x - 2 *'), (0, 1)),
    (array_attribute_written, (_v, _v * 2, 3), (0, 1)), (array_attribute_is_argument, (_v, _v * 2), (0, 1)),
    (chained_calls, (0.7, 1.2), (0, 1)), (accumulators_in_dict, (_xs,), (0,)), (registers, (0.7, 2), (0,)),
    (convolution_of_lists, ([0.7, 1.2], [0.4, -0.3, 1.5]), (0, 1)),
    (horner_in_place, ([0.7, 1.2, 0.4, 1.0], 0.3), (0, 1)), (ring_buffer, (_xs, 2), (0,)),
    (particles_by_cell, (_xs,), (0,)), (order_of_evaluation, (0.7, 1.2), (0, 1)),
]
