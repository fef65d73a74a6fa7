"""Two lambdas in one line that give the same code."""
from srcad import differentiate

twice = [lambda x, k=2: x * k, (lambda x, k=3: x * k)]
two_lambdas = differentiate(twice[0])
arguments = (3.0,)
