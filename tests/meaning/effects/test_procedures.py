"""Steps of a procedure in the present tense, and what only describes."""

import pytest

from policybook.meaning.effects.procedures import is_procedure
from policybook.meaning.sentences.reading import read


@pytest.mark.parametrize(
    ("text", "is_step"),
    [
        ("The captain contacts the owner of any boat that drifts.", True),
        ("A report is sent to the owner.", True),
        ("The chart is signed by the captain.", True),
        ("The club keeps a log of all trips.", True),
        ("The captain informs us of the tide.", False),
        ("The club sends its best crew.", True),
        ("Crews keep log books.", False),
        ("The purser writes to every crew in June.", True),
        ("She reports any leak to the captain.", True),
        ("The owner holds third-party insurance.", True),
        ("Tenants trim the hedge twice a year.", True),
        ("Tenants trim hedges.", False),
        ("Motors trim the sails.", False),
        ("The owner holds strong views.", False),
        ("The club holds two hundred people.", False),
        ("Swimmers love the warm water.", False),
        ("The website sends a message to the owner.", False),
        ("The chart is written by the captain.", False),
        ("This chart is signed by the captain.", False),
        ("The captain signed the chart.", False),
        ("The captain sometimes signs the chart.", False),
        ("Does the captain sign the chart?", False),
        ("The captain reports that the tide is late.", False),
        ("The captain may sign the chart.", False),
    ],
)
def test_only_sure_steps_bind(text: str, is_step: bool) -> None:
    (statement,) = read(text)
    assert is_procedure(statement.duty, statement.text) is is_step
