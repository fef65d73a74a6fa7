"""Small programs written for PyTorch: srcad prints, warns and raises what PyTorch does, as tests/tensor/record.py noted it."""
import json

import pytest

import srcad
from tests.tensor.harness import EXPECTED, differs, run, same, snippets

ANSWERS = json.loads(EXPECTED.read_text())
SNIPPETS = snippets()


@pytest.mark.parametrize('name', SNIPPETS)
def test_snippet(name):
    got = run(SNIPPETS[name], srcad)
    if differs(SNIPPETS[name]):
        assert got['error'] is None
        return
    want = ANSWERS[name]
    assert same(want['out'], got['out']), f'PyTorch prints\n{want["out"]}\nand srcad\n{got["out"]}\n{got["error"]}'
    assert got['error'] == want['error']
    assert got['warnings'] == want['warnings']


def test_every_record_has_its_program():
    assert ANSWERS.keys() == {name for name, f in SNIPPETS.items() if not differs(f)}
