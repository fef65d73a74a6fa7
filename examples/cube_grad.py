"""The gradient of x**3, as one function."""
from srcad import differentiate


def cube(x):
    return x**3


@differentiate
def cube_grad(x):
    # return x**3
    bx = 3 * x**2
    return bx


arguments = (1.5,)


if __name__ == '__main__':
    print(cube_grad.source(*arguments))
    print(cube_grad.value_and_grad(*arguments))
