"""What a proposal changes, from two states of a school's folder."""

import pytest

from policybook.analysis.proposed_changes import ProjectState, Proposal, compare_states
from policybook.reading import library
from policybook.reading.files.snapshot import Sources

BODY = "---\ntitle: Snow Policy\nstatus: draft\nowner: Headteacher\nreview_year: 2027/28\napplies_to: [staff]\n---\n\n## Rules\n\n{}\n"
OLD, NEW = "docs/policies/snow/2025-01.md", "docs/policies/snow/2026-01.md"


def state(**texts: str) -> ProjectState:
    names = {"old": OLD, "new": NEW, "parents": NEW.replace(".md", ".parents.md")}
    files = {names[name]: text.encode() for name, text in texts.items()}
    loaded = library.load(Sources(files=files, pages=(), findings=()))
    return ProjectState(files=files, library=loaded.library)


def compare(base: ProjectState, head: ProjectState) -> Proposal:
    return compare_states(base, head)


FIRST, SECOND = BODY.format("We clear the paths."), BODY.format("We clear all the paths.")


@pytest.mark.parametrize(
    ("base", "head", "expected"),
    [
        ({"old": FIRST}, {"old": FIRST}, []),
        ({}, {"old": FIRST}, [("new", "2025-01", None)]),
        ({"old": FIRST}, {"old": FIRST, "new": SECOND}, [("new", "2026-01", "2025-01")]),
        ({"old": FIRST}, {"old": SECOND}, [("edited", "2025-01", "2025-01")]),
        ({"old": FIRST, "new": SECOND}, {"old": FIRST}, [("removed", "2026-01", None)]),
        ({"old": FIRST}, {"old": "no details"}, []),
        ({"old": "no details"}, {"old": FIRST}, [("new", "2025-01", None)]),
        ({"old": "no details"}, {}, []),
    ],
)
def test_versions_that_change(
    base: dict[str, str], head: dict[str, str], expected: list[tuple[str, str, str | None]]
) -> None:
    proposal = compare(state(**base), state(**head))
    assert [
        (change.kind, change.version.name, change.earlier.name if change.earlier else None)
        for change in proposal.versions
    ] == expected
    assert all(bool(change.comparison) is bool(change.earlier) for change in proposal.versions)


def test_every_other_file_is_listed() -> None:
    proposal = compare(state(old=FIRST), state(old="no details", parents="- We clear. [1.1]\n"))
    assert proposal.unread == (OLD,)
    assert proposal.other_files == (NEW.replace(".md", ".parents.md"),)
