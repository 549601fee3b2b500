"""A statement of a summary, when the clause that it explains has other words."""

import pytest
from builders import TODAY, make_approved_text, make_sources, make_text

from policybook.checks.rules.stale_statements import statements_are_up_to_date
from policybook.reading import library

FOLDER = "docs/policies/behaviour/"
RULE = "## Rules\n\nPupils must recieve a letter from the office.\n"
SUMMARY = "## For you\n\n- You get a letter. [1.1]\n"


@pytest.mark.parametrize(
    ("now", "change", "is_stale"),
    [
        (RULE.replace("recieve", "receive"), "minor", False),
        (RULE.replace("recieve", "receive"), None, True),
        (RULE.replace("office", "headteacher"), None, True),
        (RULE, None, False),
    ],
)
def test_corrected_slip_makes_nothing_stale(now: str, change: str | None, is_stale: bool) -> None:
    files = {
        f"{FOLDER}2024-09.md": make_approved_text(RULE, approved_on="2024-09-16"),
        f"{FOLDER}2024-09.parents.md": SUMMARY,
        f"{FOLDER}2025-09.md": make_text(now, change=change),
        f"{FOLDER}2025-09.parents.md": SUMMARY,
    }
    findings = statements_are_up_to_date(library.load(make_sources(files)).library, TODAY)
    assert [finding.code for finding in findings] == ["stale-statement"] * is_stale
