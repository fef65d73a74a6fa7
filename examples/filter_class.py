"""A class within the function: its methods read variables of the function."""
from srcad import differentiate


@differentiate(wrt=('start', 'gain'))
def filter_class(start, gain):
    class Filter:
        def __init__(self, state):
            self.state = state

        def update(self, seen):
            self.state += gain * (seen - self.state)

    f = Filter(start)
    for k in range(3):
        f.update(k * 1.0)
    return f.state**2


arguments = (0.5, 0.3)


if __name__ == '__main__':
    print(filter_class.source(*arguments))
    print(filter_class.value_and_grad(*arguments))
