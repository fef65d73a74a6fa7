"""`python -m tests.benchmarks`: the ratios that srcad is judged by, and other libraries beside it, in one run.

Every number is the median of repeated runs, in processor time, so that other programs on the machine do not count; one
thread each. What is compared is run in turn. The garbage collector runs as it does for everybody.
"""
import importlib.util
import itertools
import os
import pathlib
import platform
import statistics
import sys
import time

# Before NumPy and the others start their threads.
os.environ.update(OPENBLAS_NUM_THREADS='1', OMP_NUM_THREADS='1', MKL_NUM_THREADS='1',
                  XLA_FLAGS='--xla_cpu_multi_thread_eigen=false')

import numpy as np  # noqa: E402

import srcad  # noqa: E402
from tests.benchmarks import mlp_by_hand, others, problems, tensors  # noqa: E402
from tests.benchmarks.problems import (LOOP_ARGUMENTS, MLP_ARGUMENTS, RATE_ARGUMENTS, STEPS,  # noqa: E402
                                       STRAIGHT_ARGUMENTS)

SECONDS = 3.0  # for one comparison; at least three runs, whatever they take


def medians(*runs):
    """The median time of each of these functions in seconds, run in turn."""
    for run in runs:
        run()
    times = [[] for _ in runs]
    end = time.perf_counter() + SECONDS
    while len(times[0]) < 3 or time.perf_counter() < end and len(times[0]) < 1000:
        for run, row in zip(runs, times):
            start = time.process_time()
            run()
            row.append(time.process_time() - start)
    return [statistics.median(row) for row in times]


def generated(f, arguments, argnums=(0,)):
    """value and gradient by the generated functions themselves, with nothing between."""
    names = list(f.__code__.co_varnames)
    module = srcad.differentiate(f, wrt=tuple(names[k] for k in argnums)).generated(*arguments)
    return joined(getattr(module, f.__name__ + '_primal'), getattr(module, f.__name__ + '_adjoint'))


def joined(primal, adjoint):
    def gradient(*arguments):
        value, saved = primal(*arguments)
        return value, adjoint(*saved, 1.0)
    return gradient


def many(f, arguments, times):
    def run():
        for _ in range(times):
            f(*arguments)
    return run


def milliseconds(seconds):
    return f'{1e3 * seconds:,.0f} ms' if seconds > 0.1 else f'{1e3 * seconds:.3g} ms'


def loops():
    for name, f, arguments in [('math.sin', problems.loop, LOOP_ARGUMENTS),
                               ('math.sin, x in every step', problems.rate_loop, RATE_ARGUMENTS),
                               ('np.sin', problems.numpy_loop, LOOP_ARGUMENTS)]:
        gradient = generated(f, arguments)
        primal, time = medians(lambda: f(*arguments), lambda: gradient(*arguments))
        yield f'{STEPS:,}-step loop, {name}', 'srcad', milliseconds(time), f'{time / primal:.2f} x primal', '3.2'


def straight_lines():
    for name, f in [('with sin, exp, log', problems.functions), ('of + - * / alone', problems.straight)]:
        module = srcad.differentiate(f).generated(*STRAIGHT_ARGUMENTS)
        both = many_times(getattr(module, f.__name__ + '_primal'), getattr(module, f.__name__ + '_adjoint'))
        primal, time = medians(many(f, STRAIGHT_ARGUMENTS, STEPS), both)
        yield f'straight-line code {name}, {STEPS:,} calls', 'srcad', milliseconds(time), f'{time / primal:.2f} x primal', '3'


def many_times(primal, adjoint):
    """Value and gradient again and again, the generated functions called as a loop of the user's would."""
    x, y = STRAIGHT_ARGUMENTS

    def run():
        for _ in range(STEPS):
            value, saved = primal(x, y)
            adjoint(*saved, 1.0)
    return run


def networks():
    for size, arguments in MLP_ARGUMENTS.items():
        gradient = generated(problems.loss, arguments, (2, 3, 4, 5))
        by_hand = joined(mlp_by_hand.loss_primal, mlp_by_hand.loss_adjoint)
        times = 100 if size == '8 rows' else 1
        hand, time = medians(many(by_hand, arguments, times), many(gradient, arguments, times))
        yield f'MLP, {size}', 'srcad', milliseconds(time / times), f'{time / hand:.3f} x by hand', '1.1'


def writing():
    path = pathlib.Path(__file__).with_name('thirty_lines.py')

    def write():
        # A new module, and so a new function: nothing of the last time can help.
        spec = importlib.util.spec_from_file_location('thirty_lines', path)
        module = sys.modules['thirty_lines'] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        start = time.process_time()
        srcad.differentiate(module.thirty_lines, wrt=('x', 'w')).generated(*module.arguments)
        return time.process_time() - start

    first = write()
    median = statistics.median(write() for _ in range(15))
    yield 'writing the gradient of 30 lines', 'srcad', milliseconds(median), f'the first {milliseconds(first)}', '50 ms'


def dispatch():
    def product(x, y):
        return x * y

    raw = generated(product, STRAIGHT_ARGUMENTS, (0, 1))
    for name, call in [('.value_and_grad', srcad.differentiate(product, wrt=('x', 'y')).value_and_grad),
                       ('srcad.value_and_grad', srcad.value_and_grad(product, argnums=(0, 1)))]:
        bare, time = medians(many(raw, STRAIGHT_ARGUMENTS, 1000), many(call, STRAIGHT_ARGUMENTS, 1000))
        # Seconds for a thousand calls are milliseconds for one.
        yield (f'a later call, two numbers: {name}', 'srcad', f'{1e3 * time:.2f} µs',
               f'{1e3 * (time - bare):.2f} µs of dispatch', '3 µs')


def beside():
    """The other libraries, over the same plain primals."""
    by_hand = joined(mlp_by_hand.loss_primal, mlp_by_hand.loss_adjoint)
    # problem -> its name, what it is measured against, and how often it runs: one microsecond is too short for the clock.
    standards = {'loop': (f'{STEPS:,}-step loop', lambda: problems.loop(*LOOP_ARGUMENTS), 'primal', 1),
                 'straight': ('straight-line code', lambda: problems.straight(*STRAIGHT_ARGUMENTS), 'primal', 100)}
    for size, arguments in MLP_ARGUMENTS.items():
        standards[size] = f'MLP, {size}', lambda arguments=arguments: by_hand(*arguments), 'by hand', 10
    for tool, gradients in others.installed().items():
        for problem, gradient in gradients.items():
            name, standard, what, times = standards[problem]
            try:
                base, time = medians(many(standard, (), times), many(gradient, (), times))
            except Exception as error:
                yield name, tool, '-', f'fails: {type(error).__name__}', ''
            else:
                ratio = f'{time / base:,.{0 if time > 100 * base else 1}f} x {what}'
                yield name, tool, milliseconds(time / times), ratio, ''


def check():
    """The functions that are timed answer the same gradients."""
    for f, arguments in [(problems.loop, LOOP_ARGUMENTS), (problems.rate_loop, RATE_ARGUMENTS),
                         (problems.numpy_loop, LOOP_ARGUMENTS), (problems.straight, STRAIGHT_ARGUMENTS),
                         (problems.functions, STRAIGHT_ARGUMENTS)]:
        x, other = arguments
        low, high = f(x - 1e-6, other), f(x + 1e-6, other)
        got = generated(f, arguments)(*arguments)[1]
        assert np.isclose(got, (high - low) / 2e-6, rtol=1e-4), (f.__name__, got, (high - low) / 2e-6)
    for arguments in MLP_ARGUMENTS.values():
        by_hand = joined(mlp_by_hand.loss_primal, mlp_by_hand.loss_adjoint)(*arguments)[1]
        for one, other in zip(generated(problems.loss, arguments, (2, 3, 4, 5))(*arguments)[1], by_hand):
            assert np.allclose(one, other)


def main():
    check()
    print(f'Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}\n')
    rows = itertools.chain(loops(), straight_lines(), networks(), writing(), dispatch(), tensors.rows(medians), beside())
    head = 'problem', 'tool', 'value and gradient', 'ratio', 'at most'
    table = []
    for row in rows:
        table.append(row)
        print('.', end='', flush=True, file=sys.stderr)
    print(file=sys.stderr)
    widths = [max(map(len, column)) for column in zip(head, *table)]
    for row in (head, ['-' * width for width in widths], *table):
        print('| ' + ' | '.join(cell.ljust(width) for cell, width in zip(row, widths)) + ' |')


if __name__ == '__main__':
    main()
