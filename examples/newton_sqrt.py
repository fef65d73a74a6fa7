"""The square root of a by Newton's method: the loop keeps what each step began with."""
from srcad import differentiate


@differentiate
def newton_sqrt(a):
    x = a
    while abs(x * x - a) > 1e-12:
        x = 0.5 * (x + a / x)
    return x


arguments = (2.0,)


if __name__ == '__main__':
    print(newton_sqrt.source(*arguments))
    print(newton_sqrt.value_and_grad(*arguments))
