"""Random programs with containers, objects and closures that change under several names (tests/fuzz_objects.py)."""
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from srcad.differentiate import Differentiable
from tests.fuzz_objects import judge, made, programs


@pytest.mark.parametrize('forced', [False, True])
def test_random_programs(forced, monkeypatch):
    if forced:
        monkeypatch.setattr(Differentiable, 'make', lambda self, args, argnums: self.make_by_reference(args, argnums))
    seen = Counter()

    @settings(max_examples=80, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink])
    @given(programs())
    def run(body):
        verdict = judge(*made(body))
        seen[verdict.split(' ')[0]] += 1
        assert not verdict.startswith(('wrong', 'crash')), '\n'.join([verdict, *body])

    run()
    assert seen['refused:'] < seen.total() / 3
    assert seen[''] > seen.total() / 2
