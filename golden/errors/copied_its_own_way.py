"""A class that says itself how it is copied."""
import copy

from srcad import differentiate


class Node:
    def __init__(self, value):
        self.value = value

    def __deepcopy__(self, memo):
        return Node(self.value)


@differentiate
def copied_its_own_way(x):
    node = Node(x)
    other = copy.deepcopy(node)
    other.value *= x
    return node.value * other.value


arguments = (3.0,)
