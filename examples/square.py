"""The smallest example."""
from srcad import differentiate


@differentiate
def square(x):
    return x**2


arguments = (3.0,)


if __name__ == '__main__':
    print(square.source(*arguments))
    print(square.value_and_grad(*arguments))
