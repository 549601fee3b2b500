"""Versions that differ from the record: altered, missing, renamed, taken back, never recorded."""

from collections.abc import Callable

import pytest

from policybook.analysis import integrity
from policybook.model import EntryKind
from policybook.reading.record import approval_record
from tests.reading.record.behaviour_record import (
    PATH,
    PICTURE,
    RECORD_LINE,
    TEXT,
    load_files,
    make_files,
    make_line,
)

from .record_findings import find_only, list_findings


@pytest.mark.parametrize(
    "resave",
    [
        lambda b: b,
        lambda b: b.replace(b"\n", b"\r\n"),
        lambda b: b"\xef\xbb\xbf" + b.replace(b"\n", b"\r\n"),
        lambda b: b"\xef\xbb\xbf" + b,
        lambda b: b.replace(b".\n", b".  \t\n"),
        lambda b: b + b"\n\n \n",
        lambda b: b.rstrip(b"\n"),
        lambda b: b.replace(b"---\n\n##", b"---\n\n\n\n##"),
        lambda b: b.replace(b"title: Behaviour policy", b'title: "Behaviour policy"'),
        lambda b: b.replace(b"owner: Headteacher", b"owner: Deputy headteacher"),
        lambda b: b.replace(b"[parents, pupils]", b"\n  - parents\n  - pupils"),
    ],
)
def test_resaving_is_no_change(resave: Callable[[bytes], bytes]) -> None:
    assert list_findings(make_files(resave(TEXT.encode())), RECORD_LINE) == []


def test_letters_count_whatever_their_form() -> None:
    composed, decomposed = TEXT.replace("child", "caf\u00e9"), TEXT.replace("child", "cafe\u0301")
    assert list_findings(make_files(decomposed), make_line(make_files(composed))) == []


def test_unrecorded_version_gets_a_remedy() -> None:
    finding = find_only(list_findings(make_files(), ""))
    assert (finding.path, finding.line, finding.code) == (PATH, 3, "not-in-record")
    assert "policybook approve behaviour 2025-09" in finding.remedy


def test_drafts_need_no_record() -> None:
    draft = TEXT.replace("status: approved", "status: draft").replace(
        "approved_by: Governing Body\n", ""
    )
    assert list_findings(make_files(draft.replace("approved_on: 2025-09\n", "")), "") == []


def test_numeric_version_names_stay_distinct() -> None:
    paths = [f"docs/policies/behaviour/{name}.md" for name in ("1.1", "1.10")]
    both = {**make_files(TEXT, paths[0]), **make_files(TEXT.replace("safe", "sound"), paths[1])}
    first = make_line(both, paths[0])
    assert find_only(list_findings(both, first)).path == paths[1]
    previous = approval_record.read(first.encode())[0][0].hash
    assert list_findings(both, first + make_line(both, paths[1], previous)) == []


def test_a_deleted_version_is_named() -> None:
    finding = find_only(list_findings({}, RECORD_LINE))
    assert (finding.path, finding.line) == (PATH, 1)
    assert "missing" in finding.message
    assert "deleted or renamed" in finding.message


@pytest.mark.parametrize(
    "path", ["docs/policies/conduct/2025-09.md", "docs/policies/behaviour/2025-10.md"]
)
def test_renamed_version_names_new_path(path: str) -> None:
    moved = make_files(TEXT, path)
    moved[PICTURE.replace("behaviour", path.split("/")[2])] = moved.pop(PICTURE)
    missing, stranger = list_findings(moved, RECORD_LINE)
    assert (missing.path, stranger.path, stranger.code) == (PATH, path, "not-in-record")
    assert f"its text now stands in {path}" in missing.message
    assert "approve" not in stranger.remedy
    assert PATH in stranger.remedy


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_recorded_version_cannot_become_draft(status: str) -> None:
    text = TEXT.replace("status: approved", f"status: {status}")
    text = text.replace("approved_by: Governing Body\n", "").replace("approved_on: 2025-09\n", "")
    finding = find_only(list_findings(make_files(text), RECORD_LINE))
    assert finding.code == "altered"
    assert any(f"Line 3: `status` was altered: it is {status}" in x for x in finding.details)


def test_recorded_withdrawal_cannot_be_undone() -> None:
    both = RECORD_LINE + make_line(
        make_files(),
        previous=approval_record.head(approval_record.read(RECORD_LINE.encode())[0]),
        kind="withdrawn",
    )
    finding = find_only(list_findings(make_files(), both))
    assert (finding.code, finding.line) == ("altered", 3)
    assert "holds this version as withdrawn" in finding.message
    gone = TEXT.replace("status: approved", "status: withdrawn\nwithdrawn_on: 2026-09\nreason: Law")
    assert list_findings(make_files(gone), both) == []


def test_double_entry_with_other_text() -> None:
    other = make_line(
        make_files(TEXT.replace("safe", "sound")),
        previous=approval_record.head(approval_record.read(RECORD_LINE.encode())[0]),
    )
    entry = load_files(make_files(), RECORD_LINE + other).library
    finding = find_only(list(integrity.findings(entry)))
    assert (finding.path, finding.line) == (approval_record.RECORD_PATH, 2)
    again = make_line(
        make_files(), previous=approval_record.head(approval_record.read(RECORD_LINE.encode())[0])
    )
    assert list_findings(make_files(), RECORD_LINE + again) == []


@pytest.mark.parametrize("altered", [0, 1])
def test_entry_without_hash_contradicts_nothing(altered: int) -> None:
    head = approval_record.head(approval_record.read(RECORD_LINE.encode())[0])
    lines = [RECORD_LINE, make_line(make_files(), previous=head)]
    # An altered line comes without its hash: what was approved is not known from it.
    lines[altered] = lines[altered].replace("safe", "sure")
    loaded_library = load_files(make_files(), "".join(lines)).library
    assert [bool(entry.sha256) for entry in loaded_library.record] == [altered != 0, altered != 1]
    assert list(integrity.findings(loaded_library)) == []


def test_altered_line_accuses_no_version() -> None:
    altered = RECORD_LINE.replace("safe", "sure")
    entries, findings = approval_record.read(altered.encode())
    assert len(findings) == 1
    assert [(e.sha256, e.text) for e in entries] == [("", "")]
    assert list(integrity.findings(load_files(make_files(), altered).library)) == []


def test_lost_line_of_approval_alters_nothing() -> None:
    """The review is still in the record, but nobody knows the text that was approved."""
    file = load_files(make_files(), RECORD_LINE)
    (approved,) = file.library.record
    review = approval_record.later_line(
        EntryKind.REVIEWED,
        approved,
        by="Head",
        on="2026-10-05",
        minute="",
        previous=approved.hash,
        besides={"outcome": "No change", "review_year": "2028/29"},
    )
    for files in (make_files(), {}):
        (finding,) = integrity.findings(load_files(files, review).library)
        assert (finding.path, finding.code) == (PATH, "not-in-record")
        assert "rejoin COPY" in finding.remedy and "restore" not in finding.remedy
