"""A few hundred random programs of tests/fuzz, the same each time."""
import pytest

from srcad.differentiate import Differentiable
from tests import fuzz


def refused(seen):
    return sum(count for answer, count in seen.items() if answer.startswith('refused'))


EXAMPLES = {'scalar': 80, 'arrays': 80, 'complex': 60, 'exceptions': 25, 'objects': 40, 'everyday': 12, 'altered': 25}


@pytest.mark.parametrize('name, examples', EXAMPLES.items())
def test_random_programs(name, examples):
    seen = fuzz.check(name, examples)
    assert seen['right'] > 0.5 * examples
    assert refused(seen) < 0.2 * examples


@pytest.mark.parametrize('name, examples', [('arrays', 20), ('objects', 30)])
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
