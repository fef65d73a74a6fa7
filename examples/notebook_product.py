"""The second example of the notebook: two arguments, both of them asked for."""
from srcad import differentiate


@differentiate(wrt=('x', 'y'))
def squared_error(x, y):
    return (y * (x * 3) - 31)**2


arguments = 4.3, 7.2


if __name__ == '__main__':
    print(squared_error.source(*arguments))
    print(squared_error.value_and_grad(*arguments))
