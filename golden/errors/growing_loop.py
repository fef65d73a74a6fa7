"""A list that is changed while a loop goes over it."""
from srcad import differentiate


@differentiate
def growing_loop(x):
    ys = [x]
    for y in ys:
        if len(ys) < 4:
            ys.append(y * x)
    return ys[-1]


arguments = (3.0,)
