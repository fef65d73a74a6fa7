"""Random programs, their gradients judged by central differences.

Each module here composes programs of one theme. Its `program(random)` writes the text of a module like those of
tests/corpus, with CASES at its end. The source of its choices is Hypothesis's, so that what fails is shrunk.

tests/test_fuzz.py tries a few hundred. `python -m tests.fuzz NAME --examples 5000` tries as many as a night has room
for, under NAME `scalar`, `arrays`, `complex`, `exceptions`, `objects`, `everyday`, `tables`, `outside` or `altered` (programs of
tests/corpus, altered), with `--by-reference` by the second way of writing gradients only. It prints each program that
fails as a file, whose functions and cases belong into tests/corpus/found.py, and counts what was refused.
"""
import collections
import contextlib
import copy
import importlib
import io
import itertools
import pathlib
import signal
import tempfile
import warnings

import numpy as np
from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st

import srcad
from srcad.arguments import floated
from tests.checking import WrongGradient, assert_gradient, assert_well_posed, places_of, put, same

NAMES = 'scalar', 'arrays', 'complex', 'exceptions', 'objects', 'everyday', 'tables', 'outside', 'altered'
FOLDER, NUMBERS = tempfile.TemporaryDirectory(prefix='fuzz_'), itertools.count()


def programs(name):
    """The strategy of a theme: texts of modules."""
    return st.randoms(use_true_random=False).map(importlib.import_module(f'tests.fuzz.{name}').program)


def check(name, examples, number=0):
    """Judges programs of a theme, the same for the same number; answers how many there were of each verdict."""
    seen, answers = collections.Counter(), {}

    @seed(number)
    @settings(max_examples=examples, database=None, deadline=None, suppress_health_check=list(HealthCheck),
              phases=[Phase.generate, Phase.shrink], report_multiple_bugs=False)
    @given(programs(name))
    def run(text):
        if text not in answers:  # Hypothesis may write a program again
            answers[text] = verdict(text)
            seen[answers[text]] += 1
        answer = answers[text]
        assume(answer != 'ill-posed')

    run()
    return seen


def verdict(text):
    """'right', 'refused: ' and why, or 'ill-posed'; for several cases the first of these that one of them gets.

    What is wrong is raised, as a WrongGradient with the text.
    """
    path, module = pathlib.Path(FOLDER.name, f'case{next(NUMBERS)}.py'), {'__name__': 'case'}
    path.write_text(text)
    exec(compile(text, path, 'exec'), module)
    problem = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            made = {(f, wrt): srcad.differentiate(wrt=wrt)(f) for f, _, wrt in module['CASES']}
            answers = [judge(f, args, wrt, made[f, wrt]) for f, args, wrt in module['CASES']]
    except Exception as error:
        problem = f'{type(error).__name__}: {error}\n\n{text}'
    if problem is not None:  # outside of except: Hypothesis tells failures apart by where their contexts come from
        raise WrongGradient(problem)
    return max(answers, key=lambda answer: (answer[:7] == 'refused', answer == 'right'))


def judge(f, args, wrt, differentiated):
    want, error, printed = outcome(f, args, seconds=2)
    if error is None:
        try:
            with silence():
                assert_well_posed(f, args, wrt, rtol=1e-4, atol=1e-5)
        except Exception:
            return 'ill-posed'
    elif isinstance(error, TooSlow):
        return 'ill-posed'

    got, problem, seen = outcome(differentiated.value_and_grad, args, seconds=60)
    if isinstance(problem, (srcad.NoDerivative, srcad.UnsupportedSyntax)):
        return f'refused: {problem.msg}'
    if error is None and isinstance(problem, NotImplementedError):  # at the latest when it runs
        return f'refused: {problem}'
    if error is not None:
        if problem is None:
            raise WrongGradient(f'{error!r} is not raised; got {got!r}')
        # of two failures in one statement the other may come first, outside of try
        return 'right' if (type(error), str(error)) == (type(problem), str(problem)) else 'ill-posed'
    if problem is not None:
        raise problem
    if seen != printed:
        raise WrongGradient(f'printed {seen!r}, not {printed!r}')
    with silence():
        assert_gradient(lambda *_: differentiated.value_and_grad, f, args, wrt, rtol=1e-4, atol=1e-5)
        assert_apart(differentiated, args)
    return 'right'


def assert_apart(differentiated, args):
    """The adjoint answers the same twice, and nothing of what it answers is kept by it or shared between answers."""
    given = differentiated.bound(copy.deepcopy(args), {})
    made = differentiated.gradient(given, differentiated.argnums)
    bound = [floated(a) if k in differentiated.argnums else a for k, a in enumerate(given)]
    value, saved = made.primal(*bound) if made.has_value else (None, made.primal(*bound))
    try:
        first, again = (made.adjoint(*saved, *differentiated.seeds(made, value, 1.0)) for _ in range(2))
    except (ZeroDivisionError, OverflowError):  # the driver runs it again with NumPy's numbers
        return
    if not same(first, again):
        raise WrongGradient(f'a second call of the adjoint answers {again!r}, the first {first!r}')
    for answer in (first, differentiated.value_and_grad(*args)[1]):
        for path, leaf in places_of(answer):
            spoil(answer, path, leaf)
    if not same(again, made.adjoint(*saved, *differentiated.seeds(made, value, 1.0))):
        raise WrongGradient('what the adjoint answers shares memory with what is kept')
    gradients = differentiated.value_and_grad(*args)[1]
    for k, (one, kept) in enumerate(zip(gradients, copy.deepcopy(gradients))):
        if not same(one, kept):
            raise WrongGradient(f'gradient {k} shares memory with one before it')
        for path, leaf in places_of(one):
            spoil(gradients, (k, *path), leaf)


def spoil(part, path, leaf):
    """Changes one leaf, as a caller may who owns what was answered."""
    if isinstance(leaf, np.ndarray):
        leaf[...] = 77.0
    else:
        put(part, path, 77.0)


def outcome(f, args, seconds):
    """(what f answers, what it raises, what it prints)"""
    with silence() as printed:
        try:
            with at_most(seconds):
                return f(*copy.deepcopy(args)), None, printed.getvalue()
        except Exception as error:
            return None, error, printed.getvalue()


def silence():
    return contextlib.redirect_stdout(io.StringIO())


class TooSlow(Exception):
    pass


@contextlib.contextmanager
def at_most(seconds):
    def stop(*_):
        raise TooSlow(f'longer than {seconds} seconds')

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
