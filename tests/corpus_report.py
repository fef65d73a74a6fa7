"""How far srcad gets with the corpus: python -m tests.corpus_report [-v] [-j JOBS] [module or module.function ...]

Right, refused, wrong and crashed programs, counted and listed. --check runs the programs without srcad instead, and
sees that their cases are fit to judge a gradient by.
"""
import argparse
import collections
import concurrent.futures
import contextlib
import io
import os
import signal
import time
import traceback

from tests.checking import WrongGradient, assert_gradient, assert_well_posed
from tests.corpus import cases, modules

SECONDS = 10  # for one case


class TooLong(Exception):
    pass


@contextlib.contextmanager
def time_limit():
    if not hasattr(signal, 'SIGALRM'):
        yield
        return

    def stop(*_):
        raise TooLong(f'more than {SECONDS} s')

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def verdict(f, args, wrt, check):
    """('right' | 'refused' | 'wrong' | 'crashed', message, traceback) of one case."""
    refusals = ()
    try:
        with time_limit(), contextlib.redirect_stdout(io.StringIO()):
            if check:
                assert_well_posed(f, args, wrt)
            else:
                import srcad
                refusals = tuple(getattr(srcad, name) for name in ('UnsupportedSyntax', 'NoDerivative')
                                 if hasattr(srcad, name))
                assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), f, args, wrt)
        return 'right', '', ''
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        trace = ''.join(traceback.format_exception(type(error), error, error.__traceback__))
        if isinstance(error, refusals):
            return 'refused', error.msg or str(error), trace
        if isinstance(error, WrongGradient):
            return 'wrong', str(error), trace
        place = ''
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if 'srcad' in frame.filename or frame is error.__traceback__:
                place = f'  [{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}]'
                break
        return 'crashed', f'{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ""}{place}', trace


def judge(name, filters, check):
    return [(case, *verdict(f, args, wrt, check)) for case, f, args, wrt in cases(name)
            if not filters or any(wanted in (name, case, case.rpartition('-')[0]) for wanted in filters)]


def shortened(message):
    words = ' '.join(message.split())
    return words if len(words) <= 160 else words[:157] + '...'


def grouped(title, found):
    if not found:
        return
    groups = collections.defaultdict(list)
    for case, message in found:
        groups[message].append(case)
    print(f'\n{title}: {len(found)} cases, {len(groups)} messages')
    for message, names in sorted(groups.items(), key=lambda group: -len(group[1])):
        programs = sorted({case.rpartition('-')[0] for case in names})
        shown = ' '.join(programs[:6]) + (f' and {len(programs) - 6} more' if len(programs) > 6 else '')
        print(f'  {len(names):4}  {message}\n        {shown}')


def main():
    parser = argparse.ArgumentParser(prog='python -m tests.corpus_report', description=__doc__.splitlines()[0])
    parser.add_argument('filters', nargs='*', help='module, module.function or module.function-index')
    parser.add_argument('-v', action='store_true', help='print tracebacks')
    parser.add_argument('-j', type=int, default=min(4, os.cpu_count() or 1), help='processes')
    parser.add_argument('--check', action='store_true', help='judge the cases, not srcad')
    options = parser.parse_args()

    start = time.time()
    wanted = [name for name in modules()
              if not options.filters or name in {part.split('.')[0] for part in options.filters}]
    results = []
    if options.j > 1 and len(wanted) > 1:
        with concurrent.futures.ProcessPoolExecutor(options.j) as pool:
            running = {name: pool.submit(judge, name, options.filters, options.check) for name in wanted}
            for name, future in running.items():
                try:
                    results += future.result()
                except Exception as error:  # the process died, or the module cannot be imported
                    results.append((f'{name}.*-0', 'crashed', f'{type(error).__name__}: {error}', ''))
    else:
        for name in wanted:
            results += judge(name, options.filters, options.check)

    by_kind = collections.defaultdict(list)
    for case, kind, message, trace in results:
        by_kind[kind].append((case, message))
        if options.v and kind != 'right':
            print(f'---- {case}\n{trace}')
    grouped('refused', by_kind['refused'])
    grouped('crashed', by_kind['crashed'])
    if by_kind['wrong']:
        print(f'\nwrong: {len(by_kind["wrong"])} cases')
        for case, message in by_kind['wrong']:
            print(f'  {case}: {message}' if options.v else f'  {case}: {shortened(message)}')

    programs = collections.defaultdict(set)
    for case, kind, _, _ in results:
        programs[case.rpartition('-')[0]].add(kind)
    print()
    for name in wanted:
        counts = collections.Counter(kind for case, kind, _, _ in results if case.split('.')[0] == name)
        print(f'  {name:20}' + ''.join(f'{counts[kind]:5} {kind}' for kind in ('right', 'refused', 'wrong', 'crashed')))
    print('  ' + '-' * 60)
    print(f'  {"cases":20}' + ''.join(
        f'{len(by_kind[kind]):5} {kind}' for kind in ('right', 'refused', 'wrong', 'crashed')))
    print(f'  {"programs":20}{sum(kinds == {"right"} for kinds in programs.values()):5} right of {len(programs)}'
          f'   ({time.time() - start:.1f} s)')


if __name__ == '__main__':
    main()
