"""The record of approvals: what was recorded comes back, and what was altered since is found, with its line."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis import integrity
from policybook.model import Entry, EntryKind, Library, Version
from policybook.model.findings import Finding
from policybook.reading import approval_record, approved_text, library, link_search
from policybook.reading.snapshot import Sources

FRONT = """---
title: Behaviour policy
status: approved
owner: Headteacher
approved_by: Governing Body
approved_on: 2025-09
effective_from: 2025-10-01
review_year: 2027/28
applies_to: [parents, pupils]
minute: FGB 12/9
changes:
  - Phones.
  - Uniform.
---

"""
BODY = """## Purpose

Every child must be safe.

![The plan of the hall](hall%20plan.png)

## What happens next

Call the office.
"""
PATH = "docs/policies/behaviour/2025-09.md"
PICTURE = "docs/policies/behaviour/hall plan.png"
TEXT = FRONT + BODY
Files = dict[str, bytes]


def files(text: str | bytes = TEXT, path: str = PATH) -> Files:
    return {path: text.encode() if isinstance(text, str) else text, PICTURE: b"\x89PNG old"}


def loaded(given_files: Files, lines: str = "") -> library.LoadedProject:
    everything = {**given_files, **({approval_record.RECORD_PATH: lines.encode()} if lines else {})}
    return library.load(Sources(files=everything, pages=(), findings=()))


def version(given_files: Files, path: str = PATH) -> tuple[Library, Version]:
    loaded_library = loaded(given_files).library
    return loaded_library, next(
        v for p in loaded_library.policies for v in p.versions if v.path == path
    )


def line(
    given_files: Files,
    path: str = PATH,
    previous: str = approval_record.NOTHING_BEFORE,
    kind: str = "approved",
) -> str:
    first, of = version(given_files, path)
    return approval_record.entry_line(
        EntryKind(kind),
        of,
        link_search.find_pictures(first, of),
        by="Governing Body",
        on="2025-09",
        minute="FGB 12/9",
        previous=previous,
    )


def findings_in(given_files: Files, lines: str) -> list[Finding]:
    """What the record has against the library, and no fault of the record's form."""
    loaded_files = loaded(given_files, lines)
    assert not [f for f in loaded_files.findings if f.code == "record"]
    return list(integrity.findings(loaded_files.library))


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


RECORDED = line(files())


# ---------- the canonical text


def test_canonical_text_has_documented_form() -> None:
    loaded_library, of = version(files())
    text = approved_text.canonical_text(of, link_search.find_pictures(loaded_library, of))
    assert [x for x in text.split("\n") if not x.startswith("picture")] == [
        "title: Behaviour policy",
        "approved_by: Governing Body",
        "approved_on: 2025-09",
        "effective_from: 2025-10-01",
        "review_year: 2027/28",
        "applies_to: parents, pupils",
        "minute: FGB 12/9",
        "changes: Phones.",
        "changes: Uniform.",
        "",
        *BODY.split("\n"),
    ]
    assert text.split("\n")[9].endswith(" hall plan.png")
    assert (
        approved_text.digest(of, link_search.find_pictures(loaded_library, of))
        == hashlib.sha256(text.encode()).hexdigest()
    )


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
        lambda b: b.replace(b"owner: Headteacher", b"owner: Deputy headteacher\nlanguage: en-GB"),
        lambda b: b.replace(b"[parents, pupils]", b"\n  - parents\n  - pupils"),
    ],
)
def test_resaving_is_no_change(resave: Callable[[bytes], bytes]) -> None:
    assert findings_in(files(resave(TEXT.encode())), RECORDED) == []


def test_letters_count_whatever_their_form() -> None:
    composed, decomposed = TEXT.replace("child", "caf\u00e9"), TEXT.replace("child", "cafe\u0301")
    assert findings_in(files(decomposed), line(files(composed))) == []


def test_later_decisions_do_not_alter_text() -> None:
    review = "reviews:\n  - {on: 2026-09, by: Head, outcome: No change, review_year: 2028/29}\nlanguage: en"
    reviewed = only(findings_in(files(TEXT.replace("owner:", f"{review}\nowner:")), RECORDED))
    assert (reviewed.code, reviewed.line) == ("review-not-recorded", 4)
    gone = TEXT.replace("status: approved", "status: withdrawn\nwithdrawn_on: 2026-09\nreason: Law")
    assert only(findings_in(files(gone), RECORDED)).code == "withdrawal-not-recorded"


# ---------- altered


@pytest.mark.parametrize(
    ("old", "new", "number", "words"),
    [
        (
            "must be safe",
            "must bo safe",
            "must bo",
            "“Every child must be safe.” and is now “Every child must bo safe.”",
        ),
        ("title: Behaviour policy", "title: Behaviour", "title:", "`title` was changed"),
        ("Governing Body", "Head", "approved_by:", "it was “Governing Body” and is now “Head”"),
        (
            "approved_on: 2025-09",
            "approved_on: 2025-08",
            "approved_on:",
            "it was “2025-09” and is now “2025-08”",
        ),
        ("effective_from: 2025-10-01\n", "", "---", "`effective_from` was changed since"),
        ("2027/28", "2028/29", "review_year:", "“2027/28”"),
        ("[parents, pupils]", "[parents]", "applies_to:", "“parents, pupils” and is now “parents”"),
        ("FGB 12/9", "FGB 13/9", "minute:", "“FGB 13/9”"),
        ("  - Uniform.\n", "", "changes:", "“Phones. Uniform.” and is now “Phones.”"),
        (
            "Call the office.\n",
            "Call the office.\n\nOr do not.\n",
            "Or do not",
            "this line was changed",
        ),
        ("## What", "Be late.\n\n## What", "Be late", "it was not there and is now “Be late.”"),
        ("Every child must be safe.\n\n", "", "![The", "a line that stood here was changed"),
        ("\n\nCall the office.\n", "", "## What", "a line that stood here"),
        (
            "Every child",
            "Every\u00a0child",
            "must be",
            "(U+0020 SPACE became U+00A0 NO-BREAK SPACE)",
        ),
        (
            "Every child",
            "Every сhild",
            "must be",
            "(U+0063 LATIN SMALL LETTER C became U+0441 CYRILLIC SMALL LETTER ES)",
        ),
    ],
)
def test_altered_version_is_found_at_line(old: str, new: str, number: str, words: str) -> None:
    text = TEXT.replace(old, new, 1)
    finding = only(findings_in(files(text), RECORDED))
    assert (finding.path, finding.code) == (PATH, "altered")
    assert finding.line == next(i for i, words in enumerate(text.split("\n"), 1) if number in words)
    assert words in finding.message
    assert "changed since the version was approved" in finding.message
    assert "policybook new-version behaviour" in finding.remedy


def test_added_empty_line_is_reported() -> None:
    finding = only(findings_in(files(TEXT.replace("## What", "\n## What")), RECORDED))
    assert finding.line == TEXT[: TEXT.index("## What")].count("\n") + 1
    assert "an empty line" in finding.message


def test_every_change_is_listed() -> None:
    text = TEXT.replace("safe", "unsafe").replace("2027/28", "2028/29")
    finding = only(findings_in(files(text), RECORDED))
    assert (finding.line, finding.message) == (
        8,
        "2 places differ from the version that was approved",
    )
    assert [words.partition(":")[0] for words in finding.details] == ["Line 8", "Line 18"]
    assert "policybook restore behaviour 2025-09" in finding.remedy


def test_list_of_changes_is_bounded() -> None:
    text = TEXT + "\n".join(f"Line {i}.\n" for i in range(60))
    finding = only(findings_in(files(text), RECORDED))
    assert len(finding.details) == 21
    assert finding.details[-1] == "… and 40 more places"


def test_long_texts_are_shortened() -> None:
    long = "a" * 500
    text = TEXT.replace("Every", f"{long} must be {long} Every")
    finding = only(findings_in(files(text.replace("must be aa", "must bo aa")), line(files(text))))
    assert "must be aaa" in finding.message
    assert "must bo aaa" in finding.message
    assert len(finding.message) < 300


def test_a_picture_counts_by_its_bytes() -> None:
    finding = only(findings_in({**files(), PICTURE: b"\x89PNG new"}, RECORDED))
    assert finding.line == TEXT[: TEXT.index("![The")].count("\n") + 1
    assert "the picture hall plan.png was changed since" in finding.message


def test_missing_picture_is_found_at_line() -> None:
    gone = files()
    del gone[PICTURE]
    assert only(findings_in(gone, RECORDED)).line == TEXT[: TEXT.index("![The")].count("\n") + 1


def test_broken_front_matter_is_compared() -> None:
    broken = TEXT.replace("title: Behaviour", "titel: Conduct")
    finding = only(findings_in(files(broken), RECORDED))
    assert (finding.code, "“Behaviour policy” and is now not there" in finding.message) == (
        "altered",
        True,
    )
    both = only(findings_in(files(broken.replace("safe", "sure")), RECORDED))
    assert [words.partition(":")[0] for words in both.details] == ["Line 1", "Line 18"]


def test_unreadable_value_is_shown() -> None:
    finding = only(findings_in(files(TEXT.replace("2027/28", "2027")), RECORDED))
    assert "`review_year` was changed" in finding.message
    assert "it was “2027/28” and is now “2027”" in finding.message


@pytest.mark.parametrize(
    "broken",
    [
        TEXT.replace("---\n", "", 1),
        TEXT.replace("title: Behaviour policy", "title: Behaviour: policy"),
        TEXT.replace("owner: Headteacher", "ownr: Headteacher"),
        "",
    ],
)
def test_unreadable_version_names_the_command(broken: str) -> None:
    finding = only(findings_in(files(broken), RECORDED))
    assert finding.code == "altered"
    assert "policybook restore behaviour 2025-09" in finding.remedy


@limit_examples(150)
@given(st.data())
def test_any_changed_letter_is_found(data: st.DataObject) -> None:
    place = data.draw(st.integers(TEXT.index("## Purpose"), len(TEXT) - 1))
    letter = data.draw(
        st.characters(
            exclude_categories=["Cs", "Cc", "Zs", "Mn", "Mc", "Me"], exclude_characters=TEXT[place]
        )
    )
    if TEXT[place].isspace():
        place = TEXT.index("must")
    text = TEXT[:place] + letter + TEXT[place + 1 :]
    same = text[place].isspace() or approved_text.canonical_text(
        version(files(text))[1], {}
    ) == approved_text.canonical_text(version(files())[1], {})
    findings = findings_in(files(text), RECORDED)
    assert same or only(findings).line == TEXT[:place].count("\n") + 1


# ---------- missing, renamed, taken back, never recorded


def test_unrecorded_version_gets_a_remedy() -> None:
    finding = only(findings_in(files(), ""))
    assert (finding.path, finding.line, finding.code) == (PATH, 3, "not-in-record")
    assert "policybook approve behaviour 2025-09" in finding.remedy


def test_drafts_need_no_record() -> None:
    draft = TEXT.replace("status: approved", "status: draft").replace(
        "approved_by: Governing Body\n", ""
    )
    assert findings_in(files(draft.replace("approved_on: 2025-09\n", "")), "") == []


def test_numeric_version_names_stay_distinct() -> None:
    paths = [f"docs/policies/behaviour/{name}.md" for name in ("1.1", "1.10")]
    both = {**files(TEXT, paths[0]), **files(TEXT.replace("safe", "sound"), paths[1])}
    first = line(both, paths[0])
    assert only(findings_in(both, first)).path == paths[1]
    previous = approval_record.read(first.encode())[0][0].hash
    assert findings_in(both, first + line(both, paths[1], previous)) == []


def test_a_deleted_version_is_named() -> None:
    finding = only(findings_in({}, RECORDED))
    assert (finding.path, finding.line) == (PATH, 1)
    assert "missing" in finding.message
    assert "deleted or renamed" in finding.message


@pytest.mark.parametrize(
    "path", ["docs/policies/conduct/2025-09.md", "docs/policies/behaviour/2025-10.md"]
)
def test_renamed_version_names_new_path(path: str) -> None:
    moved = files(TEXT, path)
    moved[PICTURE.replace("behaviour", path.split("/")[2])] = moved.pop(PICTURE)
    missing, stranger = findings_in(moved, RECORDED)
    assert (missing.path, stranger.path, stranger.code) == (PATH, path, "not-in-record")
    assert f"its text now stands in {path}" in missing.message
    assert "approve" not in stranger.remedy
    assert PATH in stranger.remedy


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_recorded_version_cannot_become_draft(status: str) -> None:
    text = TEXT.replace("status: approved", f"status: {status}")
    text = text.replace("approved_by: Governing Body\n", "").replace("approved_on: 2025-09\n", "")
    finding = only(findings_in(files(text), RECORDED))
    assert finding.code == "altered"
    assert any(f"Line 3: `status` was altered: it is {status}" in x for x in finding.details)


def test_recorded_withdrawal_cannot_be_undone() -> None:
    both = RECORDED + line(
        files(),
        previous=approval_record.head(approval_record.read(RECORDED.encode())[0]),
        kind="withdrawn",
    )
    finding = only(findings_in(files(), both))
    assert (finding.code, finding.line) == ("altered", 3)
    assert "holds this version as withdrawn" in finding.message
    gone = TEXT.replace("status: approved", "status: withdrawn\nwithdrawn_on: 2026-09\nreason: Law")
    assert findings_in(files(gone), both) == []


def test_double_entry_with_other_text() -> None:
    other = line(
        files(TEXT.replace("safe", "sound")),
        previous=approval_record.head(approval_record.read(RECORDED.encode())[0]),
    )
    entry = loaded(files(), RECORDED + other).library
    finding = only(list(integrity.findings(entry)))
    assert (finding.path, finding.line) == (approval_record.RECORD_PATH, 2)
    again = line(files(), previous=approval_record.head(approval_record.read(RECORDED.encode())[0]))
    assert findings_in(files(), RECORDED + again) == []


@pytest.mark.parametrize("altered", [0, 1])
def test_entry_without_hash_contradicts_nothing(altered: int) -> None:
    head = approval_record.head(approval_record.read(RECORDED.encode())[0])
    lines = [RECORDED, line(files(), previous=head)]
    # An altered line comes without its hash: what was approved is not known from it.
    lines[altered] = lines[altered].replace("safe", "sure")
    loaded_library = loaded(files(), "".join(lines)).library
    assert [bool(entry.sha256) for entry in loaded_library.record] == [altered != 0, altered != 1]
    assert list(integrity.findings(loaded_library)) == []


def test_review_without_outcome_is_not_missed() -> None:
    head = approval_record.head(approval_record.read(RECORDED.encode())[0])
    # A line of the oldest form names no outcome, so that no review of the file can match it.
    assert findings_in(files(), RECORDED + line(files(), previous=head, kind="reviewed")) == []


# ---------- the record itself


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def three(by: str = "Governing Body", minute: str = "") -> str:
    loaded_library, of = version(files())
    lines, previous = "", approval_record.NOTHING_BEFORE
    for kind in EntryKind:
        lines += approval_record.entry_line(
            kind,
            of,
            link_search.find_pictures(loaded_library, of),
            by=by,
            on="2025-09",
            minute=minute,
            previous=previous,
        )
        previous = approval_record.head(approval_record.read(lines.encode())[0])
    return lines


THREE = three().encode()


@given(WORDS, WORDS)
def test_what_is_written_is_read_again(by: str, minute: str) -> None:
    entries, findings = approval_record.read(three(by, minute).encode())
    assert findings == ()
    assert [e.kind for e in entries] == list(EntryKind)
    assert {(e.by, e.minute, e.policy, e.version, e.on) for e in entries} == {
        (by, minute, "behaviour", "2025-09", "2025-09")
    }
    assert [e.line for e in entries] == [1, 2, 3]
    assert [e.previous for e in entries] == [
        approval_record.NOTHING_BEFORE,
        entries[0].hash,
        entries[1].hash,
    ]


def test_an_empty_record_is_sound() -> None:
    assert approval_record.read(b"") == ((), ())
    assert approval_record.head(()) == "0" * 64


def test_line_endings_are_no_change() -> None:
    as_written = approval_record.read(THREE)
    assert approval_record.read(THREE.replace(b"\n", b"\r\n")) == as_written
    assert approval_record.read(b"\xef\xbb\xbf" + THREE) == as_written


@limit_examples(400)
@given(st.integers(0, len(THREE) - 1), st.integers(1, 255))
def test_any_byte_that_differs_is_found(place: int, by: int) -> None:
    assert approval_record.read(THREE[:place] + bytes([THREE[place] ^ by]) + THREE[place + 1 :])[1]


@limit_examples(300)
@given(st.binary(max_size=300))
def test_nothing_makes_it_raise(data: bytes) -> None:
    approval_record.read(data)
    approval_record.read(THREE + data)
    approval_record.read(THREE[: len(data)] + data + THREE[len(data) :])


@pytest.mark.parametrize(
    ("harm", "number", "words"),
    [
        (lambda x: [*x, x[2][: len(x[2]) // 2]], 4, "incomplete"),
        (lambda x: [x[0], x[1], x[2].rstrip("\n")], 3, "incomplete"),
        (lambda x: x[1:], 1, "chain"),
        (lambda x: [x[0], x[2]], 2, "chain"),
        (lambda x: [x[1], x[0], x[2]], 1, "chain"),
        (lambda x: [x[0], "\n", x[1], x[2]], 2, "empty"),
        (lambda x: [x[0], "not JSON\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], "[" * 100_000 + "\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], "7\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], x[1].replace("2025-09", "\\ud800", 1), x[2]], 2, "damaged"),
        (lambda x: [x[0], change_entry(x[1], minute=None), x[2]], 2, "lacks minute"),
        (lambda x: [x[0], change_entry(x[1], note="!"), x[2]], 2, "also has note"),
        (lambda x: [x[0], change_entry(x[1], on=7), x[2]], 2, "damaged"),
        (lambda x: [x[0], change_entry(x[1], kind="blessed"), x[2]], 2, "unknown kind, “blessed”"),
        (lambda x: [x[0], x[1].replace("safe", "sure"), x[2]], 2, "text in this line"),
        (lambda x: [x[0], x[1].replace("Governing", "governing"), x[2]], 2, "hash of this line"),
        (lambda x: [x[0], x[1].replace('": "', '":"', 1), x[2]], 2, "altered"),
    ],
)
def test_damaged_record_is_found_at_line(
    harm: Callable[[list[str]], list[str]], number: int, words: str
) -> None:
    _, findings = approval_record.read(
        "".join(harm(THREE.decode().splitlines(keepends=True))).encode()
    )
    first = findings[0]
    assert (first.path, first.line) == (approval_record.RECORD_PATH, number)
    assert words in first.message
    assert "record" in first.message
    assert "last good copy" in first.remedy
    assert "git" not in first.remedy.replace("policybook", "")


def change_entry(entry_line: str, **change: object) -> str:
    values = {
        key: value
        for key, value in {**json.loads(entry_line), **change}.items()
        if value is not None
    }
    return json.dumps(values, sort_keys=True, ensure_ascii=False) + "\n"


def test_altered_line_accuses_no_version() -> None:
    altered = RECORDED.replace("safe", "sure")
    entries, findings = approval_record.read(altered.encode())
    assert len(findings) == 1
    assert [(e.sha256, e.text) for e in entries] == [("", "")]
    assert list(integrity.findings(loaded(files(), altered).library)) == []


def test_line_holds_the_whole_entry() -> None:
    besides = {"adopted_from", "source_sha256", "outcome", "review_year", "reason", "removed"}
    besides |= {"file", "file_sha256"}
    assert set(json.loads(RECORDED)) == set(Entry.__slots__) - {"line"} - besides


def test_record_has_its_documented_path() -> None:
    assert Path(approval_record.RECORD_PATH).parts == ("docs", "policies", "approvals.jsonl")
