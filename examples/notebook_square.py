"""The first example of the notebook that srcad comes from."""
from srcad import differentiate


@differentiate
def square(x):
    return x**2


arguments = (4.3,)


if __name__ == '__main__':
    print(square.source(*arguments))
    print(square.value_and_grad(*arguments))
