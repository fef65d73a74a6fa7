"""A dict."""
from srcad import differentiate


@differentiate
def dictionary(x):
    rates = {'slow': 0.1 * x, 'fast': x}
    return rates['slow'] * rates['fast']


arguments = (3.0,)
