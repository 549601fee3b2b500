"""A summary that was changed after the approval gets an entry, once for each change."""

import pytest
from builders import PATH, TODAY, make_approved_text, make_sources

from policybook.approvals import approve
from policybook.approvals.summary_changes import plan_summary_entries
from policybook.model import EntryKind
from policybook.reading import summary_hashes
from policybook.reading.files import layout
from tests.approvals.commands import (
    apply_plan,
    list_errors,
    make_school,
    plan_review,
    read_library,
)

Files = dict[str, str | bytes]
PARENTS = "docs/policies/behaviour/2025-09.parents.md"
POLISH = "docs/policies/behaviour/2025-09.parents.pl.md"
WORDS = "- We help your child. [1.1]\n"


def make_approved() -> Files:
    """A school that approved a version together with its summary."""
    files: Files = {PATH: make_approved_text(), PARENTS: WORDS}
    request = approve.ApprovalRequest("", "", "")
    pairs = [("behaviour", "2025-09")]
    return apply_plan(files, approve.plan_approval(make_sources(files), pairs, request, TODAY))


def enter(files: Files, published: dict[str, str] | None = None) -> Files:
    project = read_library(files)
    entered = "2026-11-22T09:12Z"
    plan = plan_summary_entries(
        make_sources(files), project, published or {}, TODAY, entered=entered
    )
    return apply_plan(files, plan)


def list_kinds(files: Files) -> list[EntryKind]:
    return [entry.kind for entry in read_library(files).record]


def test_approval_keeps_the_hash() -> None:
    (entry,) = read_library(make_approved()).record
    assert entry.summaries.startswith("parents ") and len(entry.summaries) == 72


def test_unchanged_summary_has_no_entry() -> None:
    assert enter(make_approved()) == make_approved()


@pytest.mark.parametrize(
    ("words", "is_change"),
    [
        ("- We do not help your child. [1.1]\n", True),
        ("## School\n\n- We help your child. [1.1]\n", True),
        ("---\nheading: What counts\n---\n- We help your child. [1.1]\n", True),
        ("- We help your [child](https://example.org). [1.1]\n", True),
        ("* We help your child. [1.1]\n", False),
        ("\n- We help\n  your child. [1.1]\n\n", False),
        ("- We help your child. [1.1]\r\n", False),
    ],
)
def test_words_count_and_form_does_not(words: str, is_change: bool) -> None:
    done = enter({**make_approved(), PARENTS: words})
    assert (EntryKind.SUMMARY in list_kinds(done)) is is_change
    assert list_errors(done) == []


def test_each_change_has_one_entry() -> None:
    changed = enter({**make_approved(), PARENTS: "- Another. [1.1]\n"})
    assert enter(changed) == changed
    back = enter({**changed, PARENTS: WORDS})
    assert list_kinds(back) == [EntryKind.APPROVED, EntryKind.SUMMARY, EntryKind.SUMMARY]
    last = read_library(back).record[-1]
    assert (last.summary, last.on, last.entered) == ("parents", "2026-11-22", "2026-11-22T09:12Z")


def test_translation_has_its_own_entry() -> None:
    files = {**make_approved(), POLISH: "- Pomagamy. [1.1]\n"}
    assert enter(files) == files  # it is new, and nothing was changed
    project = read_library(files)
    published = summary_hashes.hash_recorded(project)
    changed = {**files, POLISH: "- Nie pomagamy. [1.1]\n"}
    assert read_library(enter(changed, published)).record[-1].summary == "parents.pl"


def test_older_record_uses_the_published_site() -> None:
    files = make_school(**{PARENTS: WORDS})
    published = summary_hashes.hash_recorded(read_library(files))
    changed = {**files, PARENTS: "- Another. [1.1]\n"}
    assert enter(changed) == changed
    assert list_kinds(enter(changed, published))[-1] is EntryKind.SUMMARY


def test_later_decisions_follow_an_entry() -> None:
    changed = enter({**make_approved(), PARENTS: "- Another. [1.1]\n"})
    done = apply_plan(changed, plan_review(changed))
    assert list_errors(done) == []
    assert layout.RECORD in done and list_kinds(done)[-1] is EntryKind.REVIEWED
