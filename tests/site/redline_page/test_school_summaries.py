"""What the school says of several versions, before a redline that passes over some of them."""

from builders import load_version, make_approved_text, make_text

from policybook.model import Version
from policybook.site.redline_page.school_summaries import (
    SchoolSummary,
    school_summaries,
    title,
    without_open_points,
)


def load(name: str, words: str) -> Version:
    return load_version(words, f"docs/policies/behaviour/{name}.md")


FIRST = load("2023-09", make_approved_text())
MINOR = load("2024-09", make_approved_text(change="minor", changes="[A slip.]"))
DRAFT = load("2025-01", make_text(changes="[A plan.]"))
LAST = load("2025-09", make_approved_text(changes="[A new rule.]"))
VERSIONS = (FIRST, MINOR, DRAFT, LAST)
OF_MINOR = SchoolSummary(version="2024-09", is_minor=True, sentences=("A slip.",))
OF_LAST = SchoolSummary(version="2025-09", is_minor=False, sentences=("A new rule.",))


def test_neighbours_have_one_summary() -> None:
    assert school_summaries(VERSIONS, FIRST, MINOR) == (OF_MINOR,)
    assert title(OF_MINOR, (OF_MINOR,)) == "The school’s summary of the changes"


def test_every_version_between_is_told() -> None:
    told = school_summaries(VERSIONS, FIRST, LAST)
    assert told == (OF_MINOR, OF_LAST)
    assert [title(summary, told) for summary in told] == [
        "The school’s summary of version 2024-09",
        "The school’s summary of version 2025-09",
    ]


def test_proposal_is_told_at_its_own_end() -> None:
    assert [summary.version for summary in school_summaries(VERSIONS, MINOR, DRAFT)] == ["2025-01"]


def test_open_points_are_apart() -> None:
    point = "To be confirmed by the school: the day."
    both = SchoolSummary(version="2025-09", is_minor=False, sentences=("A new rule.", point))
    assert without_open_points([OF_MINOR, both], "2025-09") == (OF_MINOR, OF_LAST)
    # The open points of an earlier version are listed nowhere else.
    assert without_open_points([both], "2026-09") == (both,)
