"""A few hundred random programs of tests/fuzz, the same each time."""
import numpy as np
import pytest

import srcad
from srcad.differentiate import Differentiable
from tests import fuzz
from tests.corpus import beyond, by_the_row, found_lately, lazy


def refused(seen):
    return sum(count for answer, count in seen.items() if answer.startswith('refused'))


EXAMPLES = {'scalar': 80, 'arrays': 80, 'complex': 60, 'exceptions': 25, 'objects': 30, 'everyday': 12, 'tables': 20, 'outside': 20, 'altered': 40}


@pytest.mark.parametrize('name, examples', EXAMPLES.items())
def test_random_programs(name, examples):
    seen = fuzz.check(name, examples)
    assert seen['right'] > 0.5 * examples
    assert refused(seen) < 0.2 * examples


@pytest.mark.parametrize('name, examples', [('arrays', 20), ('objects', 20)])
def test_random_programs_by_reference(name, examples, monkeypatch):
    monkeypatch.setattr(Differentiable, 'make', Differentiable.make_by_reference)
    seen = fuzz.check(name, examples)
    assert seen['right'] > 0.5 * examples
    assert refused(seen) < 0.4 * examples


def test_a_program_that_fails_is_shrunk_to_a_file(monkeypatch):
    judge = fuzz.judge

    def without_loops(f, *case):
        assert 'range' not in f.__code__.co_names
        return judge(f, *case)

    monkeypatch.setattr(fuzz, 'judge', without_loops)
    with pytest.raises(fuzz.WrongGradient) as wrong:
        fuzz.check('scalar', 80)
    text = str(wrong.value).partition('\n\n')[2]
    assert len(text.splitlines()) < 20
    monkeypatch.setattr(fuzz, 'judge', judge)
    assert fuzz.verdict(text) == 'right'


@pytest.mark.parametrize('f, args, wrt', [
    (by_the_row.list_less_a_number, (np.array([0.3, 0.7, 0.4]),), (0,)),
    (by_the_row.area_over_rows_of_places, (np.array([0.3, 0.7, 0.4]), np.array([0.0, 1.0, 3.0])), (0,)),
    (lazy.ternary_number_or_array, (2, np.array([0.5, 1.2, -0.3])), (0, 1)),
    (beyond.einsums, (np.ones((1, 3)), np.ones((3, 2))), (0, 1)),
    (found_lately.ranks_exchanged, (np.ones((2, 3)), np.array([0.7, -1.2, 1.9])), (0, 1)),
])  # fmt: skip
def test_what_an_adjoint_answers_can_be_written(f, args, wrt):
    fuzz.assert_apart(srcad.differentiate(wrt=wrt)(f), args)
