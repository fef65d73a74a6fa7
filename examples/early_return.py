"""A return inside a loop."""
from srcad import differentiate


@differentiate
def early_return(x):
    y = x
    for i in range(10):
        y = y * x
        if y > 10.0:
            return y * 2.0
    return y


arguments = (1.3,)


if __name__ == '__main__':
    print(early_return.source(*arguments))
    print(early_return.value_and_grad(*arguments))
