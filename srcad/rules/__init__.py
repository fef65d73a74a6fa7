"""The derivative of every function srcad knows, each written once."""
from srcad.rules import arrays, factors, numbers, places, scalar  # noqa: F401  (they fill the table)
from srcad.rules.table import RULES, Rule, elementwise, inactive, linear

# Methods and attributes of arrays are rows of the functions of those names
METHODS = ('sum mean prod max min var std cumsum cumprod dot transpose reshape ravel squeeze swapaxes copy diagonal '
           'trace clip argmax argmin argsort any all nonzero round conj conjugate repeat take').split()
ATTRIBUTES = {'T': 'transpose', 'real': 'real', 'imag': 'imag', 'mT': 'matrix_transpose'}
