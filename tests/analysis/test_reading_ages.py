"""How hard each policy and summary is to read."""

import json
from datetime import date

import pytest
from builders import PATH, TODAY, load_library, make_approved_text, make_text

from policybook.analysis import reading_ages
from policybook.analysis.reading_ages import Readings
from policybook.model import Standing, timeline
from policybook.model.spans import DaySpan

EASY = "".join(f"- We ask you to be kind on day {number}. [1.1]\n" for number in range(8))
HARD = "".join(
    f"- Organisational responsibilities necessitate comprehensive documentation {number}. [1.1]\n"
    for number in range(10)
)
NEXT = PATH.replace("2025-09", "2026-12")


def measure(**files: str) -> tuple[Readings, ...]:
    parts = {PATH.replace(".md", f".{name}.md"): text for name, text in files.items()}
    library = load_library(
        {
            PATH: make_approved_text(),
            NEXT: make_text(status="consultation", changes="More."),
            **parts,
        }
    )
    rows = timeline.register(library, TODAY)
    return reading_ages.measure_versions(library, rows, TODAY)


def test_version_and_proposal_are_measured() -> None:
    current, proposal = measure(parents=EASY)
    assert (current.name, current.standing, current.address) == (
        "2025-09",
        Standing.IN_FORCE,
        "policies/behaviour/",
    )
    assert (proposal.name, proposal.address) == ("2026-12", "policies/behaviour/2026-12/")
    assert current.score and current.score.words == 11


@pytest.mark.parametrize(
    ("text", "is_measured", "within"),
    [
        (EASY, True, True),
        (HARD, True, False),
        (HARD[: HARD.index("1. [")] + "1. [1.1]\n", False, True),  # too short for a verdict
    ],
)
def test_summary_keeps_to_its_age(text: str, is_measured: bool, within: bool) -> None:
    (reading,) = measure(parents=text)[0].summaries
    assert bool(reading.score) is is_measured and reading.limit == 11
    assert reading.within is within


def test_other_languages_have_no_score() -> None:
    (reading,) = measure(**{"parents.pl": EASY})[0].summaries
    assert (reading.language, reading.score, reading.within) == ("pl", None, True)


def test_data_has_every_sentence() -> None:
    data = json.loads(
        reading_ages.as_json(
            measure(parents=EASY), DaySpan(first=None, last=date(2027, 8, 31), value=None)
        )
    )
    assert data["holds_until"] == "2027-08-31"
    (summary,) = data["policies"][0]["summaries"]
    assert (summary["reader"], summary["within_its_age"]) == ("parents", True)
    first = summary["sentences"][0]
    assert (first["text"], first["line"]) == ("We ask you to be kind on day 0.", 1)
    assert len(summary["sentences"]) == summary["score"]["sentences"] == 8
