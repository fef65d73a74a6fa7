"""Random programs over numbers and lists, their gradients judged by central differences.

`python -m tests.fuzz_scalar SEED COUNT` prints what failed, shrunk, and counts what was right and what was refused.
"""
import ast
import collections
import copy
import importlib.util
import math
import pathlib
import re
import signal
import sys
import tempfile
import time
import traceback

import srcad
from tests.checking import central_differences
from tests.fuzz_programs import program

FOLDER = tempfile.mkdtemp(prefix='fuzz_scalar_')


def judged(text, args, wrt, counter=[0]):
    """('right' | 'skipped' | 'refused' | 'WRONG' | 'CRASH', message)."""
    counter[0] += 1
    path = pathlib.Path(FOLDER, f'case_{counter[0]}.py')
    path.write_text(text)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    try:
        signal.setitimer(signal.ITIMER_REAL, 1)
        spec.loader.exec_module(module)
        f = module.program
        want = f(*args)
        near, far = ([central_differences(f, args, k, h) for k in wrt] for h in (1e-6, 1e-5))
        if not all(map(math.isfinite, [want, *near, *far])) or max(map(abs, [want, *near])) > 1e4:
            return 'skipped', ''
        if not all(abs(a - b) <= 1e-4 * max(1e-2, abs(a)) for a, b in zip(near, far)):
            return 'skipped', ''
    except (Exception, KeyboardInterrupt):
        return 'skipped', ''
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        signal.setitimer(signal.ITIMER_REAL, 20)
        gradient = srcad.value_and_grad(f, argnums=wrt)
        value, got = gradient(*args)
        again = gradient(*args)
    except (srcad.NoDerivative, srcad.UnsupportedSyntax) as error:
        return 'refused', type(error).__name__ + ': ' + str(error.msg)
    except BaseException as error:
        where = [s for s in traceback.extract_tb(error.__traceback__) if 'fuzz_scalar.py' not in s.filename][-3:]
        return 'CRASH', f'{type(error).__name__}: {error}\n' + '\n'.join(
            f'  {pathlib.Path(s.filename).name}:{s.lineno} {s.name}: {s.line}' for s in where)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if value != want or again != (value, got):
        return 'WRONG', f'value: got {value!r}, want {want!r}, second call {again!r}, first {got!r}'
    if all(abs(a - b) <= 1e-4 * max(1e-1, abs(b)) for a, b in zip(got, near)):
        return 'right', ''
    return 'WRONG', f'gradient: got {got!r}, want {tuple(near)!r}'


def smaller(tree, expressions):
    """Ways to make a tree smaller: (number of a node, field, what to put there)."""
    for k, node in enumerate(ast.walk(tree)):
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                for at, one in enumerate(value):
                    for put in [[], *[getattr(one, b) for b in ('body', 'orelse') if getattr(one, b, None)]]:
                        yield k, field, value[:at] + put + value[at + 1:] or [ast.Pass()] * (field == 'body')
            elif not expressions or field in ('func', 'target', 'targets', 'iter'):
                continue
            elif isinstance(value, list) and value and isinstance(value[0], ast.expr):
                for at, one in enumerate(value):
                    yield from ((k, field, value[:at] + [x] + value[at + 1:]) for x in parts(one))
            elif isinstance(value, ast.expr):
                yield from ((k, field, x) for x in parts(value)[field == 'test':])


def parts(expression):
    inside = [x for x in ast.iter_child_nodes(expression) if isinstance(x, ast.expr)]
    simple = [ast.Constant(1.5)] if not isinstance(expression, (ast.Constant, ast.Name)) else []
    return simple + inside


def alike(verdict):
    """What two failures have in common: the kind of exception, and the function of srcad that raised it."""
    last = verdict[1].split('\n')[-1]
    return verdict[0], verdict[1].split(':')[0], 'generated' if '<srcad' in last else re.sub(':.*', '', last)


def shrunk(text, args, wrt, verdict, seconds=40):
    """A shorter program that fails in the same way."""
    end = time.monotonic() + seconds
    for expressions in (False, True):
        start, going = 0, True
        while going:
            going = False
            ways = list(smaller(ast.parse(text), expressions))
            for at in [*range(start, len(ways)), *range(min(start, len(ways)))]:
                k, field, put = ways[at]
                tree = ast.parse(text)
                setattr(list(ast.walk(tree))[k], field, copy.deepcopy(put))
                try:
                    candidate = ast.unparse(ast.fix_missing_locations(tree)) + '\n'
                    compile(candidate, 'candidate', 'exec')
                except Exception:
                    continue
                if time.monotonic() > end:
                    return text, verdict
                new = judged(candidate, args, wrt) if len(candidate) < len(text) else ('skipped', '')
                if alike(new) == alike(verdict):
                    text, verdict, going, start = candidate, new, True, at
                    break
    return text, verdict


def stop(*_):
    raise KeyboardInterrupt('too slow')


def main(first, count, shrink=True):
    signal.signal(signal.SIGALRM, stop)
    found, reasons, times = (collections.Counter() for _ in range(3))
    for seed in range(first, first + count):
        text, args, wrt = program(seed)
        verdict = judged(text, args, wrt)
        found[verdict[0]] += 1
        if verdict[0] == 'refused':
            reasons[verdict[1]] += 1
        elif verdict[0] in ('WRONG', 'CRASH'):
            times[alike(verdict)] += 1
            if shrink and (verdict[0] == 'WRONG' or times[alike(verdict)] < 2 and '--wrong' not in sys.argv):
                text, verdict = shrunk(ast.unparse(ast.parse(text)) + '\n', args, wrt, verdict)
                print(f'--- seed {seed}: {verdict[0]} at {args}, argnums {wrt}\n{verdict[1]}\n{text}', flush=True)
    print(dict(found))
    for kind, many in times.most_common():
        print(many, *kind)
    for reason, times in reasons.most_common():
        print(times, reason)


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]), '--whole' not in sys.argv)
