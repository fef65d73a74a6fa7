"""A polynomial, differentiated by the point and by its list of coefficients."""
from srcad import differentiate


@differentiate(wrt=('x', 'coefficients'))
def horner(x, coefficients):
    y = 0.0
    for c in coefficients:
        y = y * x + c
    return y


arguments = 1.5, [2.0, -1.0, 0.5, 3.0]


if __name__ == '__main__':
    print(horner.source(*arguments))
    print(horner.value_and_grad(*arguments))
