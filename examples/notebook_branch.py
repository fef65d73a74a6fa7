"""The third example of the notebook: one slope or another, by the sign of x."""
from srcad import differentiate


@differentiate
def branch(x):
    if x > 0:
        return 2 * x
    return -3 * x


arguments = (4.3,)


if __name__ == '__main__':
    print(branch.source(*arguments))
    print(branch.value_and_grad(*arguments))
