"""What is checked on the way: a line that raises never comes to the adjoint, so nothing of its test is kept."""
from srcad import differentiate


@differentiate
def checked(x, steps):
    if x <= 0.0:
        raise ValueError('x must be positive')
    y = x
    for _ in range(steps):
        slope = 2.0 * y
        if abs(slope) < 1e-9:
            raise ZeroDivisionError('flat here')
        y = y - (y * y - x) / slope
    return y


arguments = 1.7, 5


if __name__ == '__main__':
    print(checked.source(*arguments))
    print(checked.value_and_grad(*arguments))
