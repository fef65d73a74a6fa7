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

ALL = [case for name in modules() for case in cases(name)]


@functools.lru_cache(maxsize=8)  # the cases of a program stand together, and share what was written
def grad_function(f, wrt):
    import srcad
    return srcad.value_and_grad(f, argnums=wrt)


@pytest.mark.parametrize('case, f, args, wrt', ALL, ids=[case[0] for case in ALL])
def test_gradient(case, f, args, wrt):
    assert_gradient(grad_function, f, args, wrt)


@pytest.mark.parametrize('name', modules())
def test_cases_are_well_posed(name):
    constants = {key: part for key, part in vars(importlib.import_module(f'tests.corpus.{name}')).items()
                 if isinstance(part, (int, float, str, list, tuple, np.ndarray)) and not key.startswith('__')}
    before = copy.deepcopy(constants)
    for _, f, args, wrt in cases(name):
        assert_well_posed(f, args, wrt)
    for key, part in constants.items():
        assert key == 'CASES' or same(part, before[key]), f'a program changed {key}'
