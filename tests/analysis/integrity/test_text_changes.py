"""Where a text differs from the approved one, line by line."""

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.record import approved_text
from tests.reading.record.behaviour_record import (
    PATH,
    PICTURE,
    RECORD_LINE,
    TEXT,
    find_version,
    make_files,
    make_line,
)

from .record_findings import find_only, list_findings


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
    finding = find_only(list_findings(make_files(text), RECORD_LINE))
    assert (finding.path, finding.code) == (PATH, "altered")
    assert finding.line == next(i for i, words in enumerate(text.split("\n"), 1) if number in words)
    assert words in finding.message
    assert "changed since the version was approved" in finding.message
    assert "policybook new-version behaviour" in finding.remedy


def test_added_empty_line_is_reported() -> None:
    finding = find_only(
        list_findings(make_files(TEXT.replace("## What", "\n## What")), RECORD_LINE)
    )
    assert finding.line == TEXT[: TEXT.index("## What")].count("\n") + 1
    assert "an empty line" in finding.message


def test_every_change_is_listed() -> None:
    text = TEXT.replace("safe", "unsafe").replace("2027/28", "2028/29")
    finding = find_only(list_findings(make_files(text), RECORD_LINE))
    assert (finding.line, finding.message) == (
        8,
        "2 places differ from the version that was approved",
    )
    assert [words.partition(":")[0] for words in finding.details] == ["Line 8", "Line 18"]
    assert "policybook restore behaviour 2025-09" in finding.remedy


def test_list_of_changes_is_bounded() -> None:
    text = TEXT + "\n".join(f"Line {i}.\n" for i in range(60))
    finding = find_only(list_findings(make_files(text), RECORD_LINE))
    assert len(finding.details) == 21
    assert finding.details[-1] == "… and 40 more places"


def test_long_texts_are_shortened() -> None:
    long = "a" * 500
    text = TEXT.replace("Every", f"{long} must be {long} Every")
    finding = find_only(
        list_findings(
            make_files(text.replace("must be aa", "must bo aa")), make_line(make_files(text))
        )
    )
    assert "must be aaa" in finding.message
    assert "must bo aaa" in finding.message
    assert len(finding.message) < 300


def test_a_picture_counts_by_its_bytes() -> None:
    finding = find_only(list_findings({**make_files(), PICTURE: b"\x89PNG new"}, RECORD_LINE))
    assert finding.line == TEXT[: TEXT.index("![The")].count("\n") + 1
    assert "the picture hall plan.png was changed since" in finding.message


def test_missing_picture_is_found_at_line() -> None:
    gone = make_files()
    del gone[PICTURE]
    assert (
        find_only(list_findings(gone, RECORD_LINE)).line
        == TEXT[: TEXT.index("![The")].count("\n") + 1
    )


def test_broken_front_matter_is_compared() -> None:
    broken = TEXT.replace("title: Behaviour", "titel: Conduct")
    finding = find_only(list_findings(make_files(broken), RECORD_LINE))
    assert (finding.code, "“Behaviour policy” and is now not there" in finding.message) == (
        "altered",
        True,
    )
    both = find_only(list_findings(make_files(broken.replace("safe", "sure")), RECORD_LINE))
    assert [words.partition(":")[0] for words in both.details] == ["Line 1", "Line 18"]


def test_unreadable_value_is_shown() -> None:
    finding = find_only(list_findings(make_files(TEXT.replace("2027/28", "2027")), RECORD_LINE))
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
    finding = find_only(list_findings(make_files(broken), RECORD_LINE))
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
        find_version(make_files(text))[1], {}
    ) == approved_text.canonical_text(find_version(make_files())[1], {})
    findings = list_findings(make_files(text), RECORD_LINE)
    assert same or find_only(findings).line == TEXT[:place].count("\n") + 1
