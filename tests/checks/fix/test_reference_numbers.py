"""New numbers in the references of drafts: only the numbers change."""

import pytest
from builders import load_project, make_sources, make_text

from policybook.checks.fix.reference_numbers import update_references

OLD = "## A\n\n{}\n\n## B\n\nAppeals go to the panel of governors.\n"
NEW = (
    "## A\n\n{}\n\n## New\n\nUniform is worn every day.\n\n"
    "## B\n\nAppeals go to the panel of governors.\n"
)


def update(words: str, status: str = "draft") -> tuple[str, str]:
    """Return the body's sentence after `check --fix`, and the obstacle."""
    files = {
        "docs/policies/behaviour/2025-09.md": make_text(OLD.format(words)),
        "docs/policies/behaviour/2025-10.md": make_text(NEW.format(words), status=status),
    }
    results = list(update_references(make_sources(files), load_project(files).library, bool))
    if not results:
        return words, ""
    (file,) = results
    body = file.data.decode().partition("## A\n\n")[2]
    return body.partition("\n\n## New")[0], file.obstacle


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ask under rule 2.1 first.", "Ask under rule 3.1 first."),
        ("Ask under **rule 2.1** first.", "Ask under **rule 3.1** first."),
        ("Ask under rules 1.1 and 2.1.", "Ask under rules 1.1 and 3.1."),
        ("Ask under rule 2.1, and\nrule 2.1 again.", "Ask under rule 3.1, and\nrule 3.1 again."),
        ("Ask (see section 2), 2.1 times.", "Ask (see section 3), 2.1 times."),
        ("| A |\n| - |\n| Under rule 2.1 now. |", "| A |\n| - |\n| Under rule 3.1 now. |"),
        # Nothing to do.
        ("Ask under rule 1.1 first.", "Ask under rule 1.1 first."),
    ],
)
def test_numbers_follow_their_rules(words: str, expected: str) -> None:
    assert update(words) == (expected, "")


def test_split_reference_is_left_alone() -> None:
    assert update("Ask under rule **2.1** first.")[1].startswith("its references cannot")
