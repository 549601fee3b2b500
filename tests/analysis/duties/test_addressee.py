"""Test whom a duty binds."""

import pytest

from policybook.analysis.duties import addressee
from policybook.model import Reader


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("Pupils must hand in their phones.", {"pupils"}),
        ("No pupil may use a phone.", {"pupils"}),
        ("Pupils may use a phone.", set()),
        ("All pupil mobile phones must be handed in.", {"pupils"}),
        ("Parents and carers should not name pupils in posts.", {"parents"}),
        ("Parents and pupils must read this.", {"parents", "pupils"}),
        ("Children under 13 should not have an account.", {"pupils"}),
        ("Parents may take pictures. They must not publish them.", {"parents"}),
        ("Parents may come in. They must be met at the gate.", set()),
        ("If a pupil is ill, the parent must ring the office.", {"parents"}),
        ("Staff must tell parents.", set()),
        ("Pupils must be taught to swim.", set()),
        ("Pictures of pupils must be stored safely.", set()),
        ("A pupil's name must never be published.", set()),
        ("The school must protect each child.", set()),
        ("Staff must not speak. They should listen.", set()),
    ],
)
def test_bound_readers(clause: str, who: set[str]) -> None:
    assert addressee.bound_readers(clause) == {Reader(w) for w in who}
