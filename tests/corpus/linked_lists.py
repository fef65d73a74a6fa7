"""Linked lists as they are taught: appended to at the end, reversed; and loops whose variables are captured."""


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class Linked:
    def __init__(self, items=()):
        self.head = None
        for item in items:
            self.append(item)

    def append(self, v):
        node = Node(v)
        if self.head is None:
            self.head = node
            return
        cur = self.head
        while cur.next:
            cur = cur.next
        cur.next = node

    def reverse(self):
        last, cur = None, self.head
        while cur:
            cur.next, last, cur = last, cur, cur.next
        self.head = last

    def reverse_step_by_step(self):
        last, cur = None, self.head
        while cur is not None:
            rest = cur.next
            cur.next = last
            last, cur = cur, rest
        self.head = last

    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.value
            cur = cur.next


def reversed_at_once(xs):
    items = Linked(xs)
    items.reverse()
    total = 0.0
    for v in items:
        total = total * 0.5 + v
    return total


def reversed_step_by_step(xs):
    items = Linked(xs)
    items.reverse_step_by_step()
    items.append(xs[0] * xs[1])
    cur, total = items.head, 1.0
    while cur:
        total = total * 0.5 + cur.value * total
        cur = cur.next
    return total


def variables_of_a_loop_captured(cuts, x):
    n = x

    def more(by=1):
        nonlocal n
        n += by
        return n

    more(cuts[0])
    made, i = [], 7
    for i, c in enumerate(cuts):
        def scaled(y):
            return y**i + c * n
        made.append(scaled)

    def bump():
        nonlocal i, c
        i += 1
        c = c * x

    bump()
    for _ in range(2):
        for i in range(2):
            bump()
    return n + made[0](x) * made[1](x) + c * i


_xs = [0.3, 0.5, 0.8]

CASES = [
    (reversed_at_once, (_xs,), (0,)), (reversed_step_by_step, (_xs,), (0,)),
    (variables_of_a_loop_captured, ([0.5, 1.5, 2.5], 1.2), (0, 1)),
]  # fmt: skip
