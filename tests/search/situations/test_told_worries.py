"""A query tells what happens to somebody, or asks for a rule."""

from pathlib import Path

import pytest

from policybook.search.situations.told_worries import PATTERN, QUESTION, tells_of_somebody

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("query", "tells"),
    [
        ("my nan wont wake up", True),
        ("They took my shoes again", True),
        ("there is a man who watches us", True),
        ("no one believed me when i told", True),
        ("im scared of the older ones", True),
        ("he scares me", True),
        ("theres no food in our house", True),
        ("what do i do if they come back", True),
        ("can my nan collect me", False),
        ("got a certificate today", False),
        ("what is a hate incident", False),
        ("hate incident procedure", False),
        ("reporting physical harm to governors", False),
        ("sent a form to the office", False),
        ("what do we need for the trip", False),
        ("lost his bag", False),
        ("What do they do with my phone", False),
        ("my bag", False),
        ("school dinner menu for today", False),
        ("", False),
    ],
)
def test_telling_differs_from_asking(query: str, tells: bool) -> None:
    assert tells_of_somebody(query) is tells


def test_script_has_the_same_patterns() -> None:
    script = (ROOT / "templates/assets/help-cards.js").read_text(encoding="utf-8")
    assert f"/{PATTERN}/i" in script
    assert f"/{QUESTION}/i" in script
