"""A function that calls itself."""
from srcad import differentiate


@differentiate
def power(x, n):
    if n == 0:
        return 1.0
    if n % 2 == 1:
        return x * power(x, n - 1)
    half = power(x, n // 2)
    return half * half


arguments = 1.1, 13


if __name__ == '__main__':
    print(power.source(*arguments))
    print(power.value_and_grad(*arguments))
