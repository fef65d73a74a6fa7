"""The gradient of five Newton steps to sqrt(a), as one function."""
from srcad import differentiate


def newton5(a):
    x = a
    for i in range(5):
        x = 0.5 * (x + a / x)
    return x


@differentiate
def newton5_grad(a):
    x = a
    steps = []
    for i in range(5):
        steps.append(x)
        x = 0.5 * (x + a / x)
    bx = 1.0
    ba = 0.0
    for x in reversed(steps):
        # x = 0.5 * (x + a / x)
        bsum = 0.5 * bx
        ba += bsum / x
        bx = bsum - bsum * a / x**2
    # x = a
    ba += bx
    return ba


arguments = (2.0,)


if __name__ == '__main__':
    print(newton5_grad.source(*arguments))
    print(newton5_grad.value_and_grad(*arguments))
