"""The gradients of the programs in tests/corpus, against central differences."""
import copy
import functools
import importlib
import pathlib
import sys

import numpy as np
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from tests.checking import assert_gradient, assert_well_posed, same  # noqa: E402
from tests.corpus import cases, modules  # noqa: E402

# Programs that srcad refuses so far: what it is -> module.function, which may have arguments for which it is not refused.
# A refusal of any other is a failure, and so is a program of these that is not refused any more.
GAPS = {
    'ExitStack':
        'lang_statements.with_exit_stack',
}
KNOWN_GAPS = {program: reason for reason, programs in GAPS.items() for program in programs.split()}

ALL = [case for name in modules() for case in cases(name)]


@functools.lru_cache(maxsize=8)  # the cases of a program stand together, and share what was written
def grad_function(f, wrt):
    import srcad
    return srcad.value_and_grad(f, argnums=wrt)


@pytest.mark.parametrize('case, f, args, wrt', ALL, ids=[case[0] for case in ALL])
def test_gradient(case, f, args, wrt):
    import srcad
    program = case.rpartition('-')[0]
    try:
        assert_gradient(grad_function, f, args, wrt)
    except (srcad.UnsupportedSyntax, srcad.NoDerivative) as refusal:
        if program not in KNOWN_GAPS:
            raise
        pytest.xfail(f'{KNOWN_GAPS[program]}: {refusal}')


@pytest.mark.parametrize('program', KNOWN_GAPS)
def test_known_gaps_are_refused(program):
    import srcad
    refused = 0
    for case, f, args, wrt in cases(program.split('.')[0]):
        if case.rpartition('-')[0] == program:
            try:
                grad_function(f, wrt)(*args)
            except (srcad.UnsupportedSyntax, srcad.NoDerivative):
                refused += 1
    assert refused, 'it is differentiated now: take it off the list'


@pytest.mark.parametrize('name', modules())
def test_cases_are_well_posed(name):
    constants = {key: part for key, part in vars(importlib.import_module(f'tests.corpus.{name}')).items()
                 if isinstance(part, (int, float, str, list, tuple, np.ndarray)) and not key.startswith('__')}
    before = copy.deepcopy(constants)
    for _, f, args, wrt in cases(name):
        assert_well_posed(f, args, wrt)
    for key, part in constants.items():
        assert key == 'CASES' or same(part, before[key]), f'a program changed {key}'
