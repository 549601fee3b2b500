"""The script fetches the facts for every query that may ask for one."""

import re
from pathlib import Path

import pytest

from policybook.search.facts import SIGN

from .test_asked_facts import ASKED, ASKED_OF_ALL

SCRIPT = Path(__file__).parents[3] / "templates/assets/search.js"


@pytest.mark.parametrize("query", [query for query, _ in (*ASKED, *ASKED_OF_ALL)])
def test_asking_query_has_a_sign(query: str) -> None:
    assert re.search(SIGN, query, re.IGNORECASE)


def test_script_has_the_same_signs() -> None:
    assert f"/{SIGN}/i" in SCRIPT.read_text(encoding="utf-8")
