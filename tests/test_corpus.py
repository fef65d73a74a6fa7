"""The gradients of the programs in tests/corpus, against central differences."""
import copy
import importlib
import pathlib
import sys

import numpy as np
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from tests.checking import assert_gradient, assert_well_posed, same  # noqa: E402
from tests.corpus import cases, modules  # noqa: E402

# Programs that srcad refuses so far, function or module.function -> reason. A refusal of any other is a failure,
# except in the module `beyond`, whose programs may be refused.
KNOWN_GAPS = {
    **dict.fromkeys('arrays_write.alias_before_copy arrays_write.alias_then_rebound arrays_write.conditional_which_array '
                    'arrays_write.rebound_view'.split(), 'a name that is a view of different arrays in turn'),
    **dict.fromkeys('arrays_write.raveled_view_written arrays_write.reshaped_view_written'.split(), 'written through a reshape'),
    **dict.fromkeys('calls.helper_copies_first calls.helper_returns_its_argument calls.helper_returns_view'.split(),
                    "written through a helper's result"),
    'calls.local_buffer_filled': 'one array for two arguments, one of them written',
    **dict.fromkeys('calls.chosen_function closures_globals.nested_defined_in_branch'.split(), 'a function that is chosen at run time'),
    **dict.fromkeys('calls.helper_appends closures_globals.capture_list lists.list_argument_changed '
                    'recursion.starts_list_recursion'.split(), 'a list that a helper changes'),
    **dict.fromkeys('exits.for_else exits.for_else_return exits.nested_else exits.nested_guard loops_while.while_else'.split(),
                    'else of a loop'),
    **dict.fromkeys('lists.comprehension_of_comprehensions lists.list_of_lists lists.list_alias '
                    'mixed_algorithms.dynamic_time_warping'.split(), 'lists that grow under two names'),
    'lists.arrays_of_list_changed': 'arrays in a list that are written',
    'lists.stack_of_list': 'np.concatenate of a named list',
    **dict.fromkeys('lazy.ternary_tuple tuples.tuple_concatenation tuples.tuple_slice'.split(), 'tuples as values of operators'),
}

ALL = [case for name in modules() for case in cases(name)]


def grad_function(f, wrt):
    import srcad
    return srcad.value_and_grad(f, argnums=wrt)


@pytest.mark.parametrize('case, f, args, wrt', ALL, ids=[case[0] for case in ALL])
def test_gradient(case, f, args, wrt):
    import srcad
    try:
        assert_gradient(grad_function, f, args, wrt)
    except (srcad.UnsupportedSyntax, srcad.NoDerivative) as refusal:
        for name in (f.__name__, case.rpartition('-')[0]):
            if name in KNOWN_GAPS:
                pytest.xfail(f'{KNOWN_GAPS[name]}: {refusal}')
        if not case.startswith('beyond.'):
            raise
        pytest.xfail(str(refusal))


@pytest.mark.parametrize('name', modules())
def test_cases_are_well_posed(name):
    constants = {key: part for key, part in vars(importlib.import_module(f'tests.corpus.{name}')).items()
                 if isinstance(part, (int, float, str, list, tuple, np.ndarray)) and not key.startswith('__')}
    before = copy.deepcopy(constants)
    for _, f, args, wrt in cases(name):
        assert_well_posed(f, args, wrt)
    for key, part in constants.items():
        assert key == 'CASES' or same(part, before[key]), f'a program changed {key}'


def test_known_gaps_are_programs():
    assert KNOWN_GAPS.keys() <= {name for case, f, _, _ in ALL for name in (f.__name__, case.rpartition('-')[0])}
