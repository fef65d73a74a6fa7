"""Trees whose `__iter__` runs over the trees in them."""


class Tree:
    def __init__(self, t, kids=()):
        self.t, self.kids = t, list(kids)

    def __iter__(self):
        yield self
        for k in self.kids:
            yield from k


class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def insert(self, v):
        if v < self.v:
            if self.left is None:
                self.left = Node(v)
            else:
                self.left.insert(v)
        elif self.right is None:
            self.right = Node(v)
        else:
            self.right.insert(v)

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.v
        if self.right is not None:
            for v in self.right:
                yield v * 1.1


def all_of_a_tree(x):
    return sum(n.t for n in Tree(x, [Tree(2 * x), Tree(x * x, [Tree(1.0), Tree(x)])])) * x


def in_order(xs):
    root = Node(xs[0])
    for v in xs[1:]:
        root.insert(v)
    total = 0.0
    for k, v in enumerate(root):
        if k == 4:
            break
        total = total * 0.5 + v * v
    return total + max(root) * sum(root) * list(root)[1]


CASES = [(all_of_a_tree, (1.2,), (0,)), (in_order, ([0.5, 0.9, 0.2, 0.7, 1.4],), (0,))]
