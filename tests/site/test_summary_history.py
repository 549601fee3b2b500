"""A page says when its summary was changed, in words that stay true."""

import pytest
from builders import PATH, load_library, make_approved_text

from policybook.model import Reader
from policybook.site.summary_history import describe_history
from tests.approvals.test_summary_changes import PARENTS, WORDS, enter, make_approved, read_library

CHANGED = "- Another. [1.1]\n"


@pytest.mark.parametrize(
    ("words", "is_entered", "sentence"),
    [
        (WORDS, True, ""),
        (CHANGED, True, "This summary was changed on 22 November 2026."),
        (CHANGED, False, "This summary was changed after 15 September 2025."),
    ],
)
def test_change_has_its_day(words: str, is_entered: bool, sentence: str) -> None:
    files = {**make_approved(), PARENTS: words}
    project = read_library(enter(files) if is_entered else files)
    (summary,) = project.policies[0].versions[0].summaries
    assert describe_history(summary, None, project.record, "English") == sentence


def test_nothing_is_said_without_an_entry() -> None:
    project = load_library(
        {
            PATH: make_approved_text(status="consultation", approved_by=None, approved_on=None),
            PARENTS: WORDS,
        }
    )
    (summary,) = project.policies[0].versions[0].summaries
    assert describe_history(summary, None, (), "English") == ""


def test_review_of_every_point_is_said() -> None:
    words = f"---\nreviewed: '2025-09'\n---\n{WORDS}"
    project = read_library({**make_approved(), PARENTS: words})
    (summary,) = project.policies[0].versions[0].summaries
    assert describe_history(summary, None, project.record, "English") == (
        "Every point was checked against the policy of September 2025."
    )


def test_pupils_hear_nothing_of_checks() -> None:
    words = f"---\nreviewed: '2025-09'\n---\n{WORDS}"
    pupils = PARENTS.replace("parents", "pupils")
    project = read_library({**make_approved(), pupils: words})
    summaries = project.policies[0].versions[0].summaries
    of_pupils = [summary for summary in summaries if summary.reader is Reader.PUPILS]
    assert [describe_history(summary, None, (), "English") for summary in of_pupils] == [""]
