"""Eager scalar operations with gradients on: chains of one operation, forward and backward, beside PyTorch's own."""
import importlib.util

import srcad

LENGTH = 500
OPERATIONS = {
    'z + y': lambda z, y, lib: z + y,
    'z * y': lambda z, y, lib: z * y,
    'z / y': lambda z, y, lib: z / y,
    'z * 0.5': lambda z, y, lib: z * 0.5,
    '1 - z': lambda z, y, lib: 1 - z,
    'z**2': lambda z, y, lib: z**2,
    'sin(z)': lambda z, y, lib: lib.sin(z),
    'exp(z)': lambda z, y, lib: lib.exp(z),
}


def chain(lib, operation):
    """A function that does the operation again and again, and goes backward."""
    x, y = lib.tensor(1.01, requires_grad=True), lib.tensor(0.99, requires_grad=True)

    def run():
        z = x
        for _ in range(LENGTH):
            z = operation(z, y, lib)
        z.backward()
    return run


def rows(medians):
    """Rows of the table: the time of one operation and its part of backward, over PyTorch's."""
    torch = None
    if importlib.util.find_spec('torch'):
        import torch
        torch.set_num_threads(1)
    for name, operation in OPERATIONS.items():
        if torch is None:
            times, ratio = medians(chain(srcad, operation)), 'PyTorch is not installed'
        else:
            times = medians(chain(srcad, operation), chain(torch, operation))
            ratio = f'{times[0] / times[1]:.2f} x PyTorch'
        yield f'eager tensor, {name}', 'srcad', f'{1e6 * times[0] / LENGTH:.2f} µs', ratio, '1'
