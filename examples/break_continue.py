"""A loop that skips some steps and may break off."""
from srcad import differentiate


@differentiate
def break_continue(x):
    y = x
    total = 0.0
    k = 0
    while k < 20:
        k += 1
        if k % 3 == 0:
            continue
        total += y * y
        if y < 1.0:
            y = y + x * x
            continue
        if y > 8.0:
            break
        y = 1.1 * y * x
    return total * x / k


arguments = (1.3,)


if __name__ == '__main__':
    print(break_continue.source(*arguments))
    print(break_continue.value_and_grad(*arguments))
