"""The tables of the README are those that the tests give."""
from tests.support_table import README, split, tables


def test_the_readme_has_them():
    assert split(README.read_text(encoding='utf-8'))[1] == tables(), 'python -m tests.support_table --update'
