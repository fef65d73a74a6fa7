"""The absolute value: the gradient asks the same question as the function."""
from srcad import differentiate


@differentiate
def absv(x):
    if x <= 0:
        return -x
    else:
        return x


arguments = (-5,)


if __name__ == '__main__':
    print(absv.source(*arguments))
    print(absv.value_and_grad(*arguments))
