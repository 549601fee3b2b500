"""Tidying never changes an approved text, and keeps every word of the others."""

from pathlib import Path

import pytest
from builders import (
    PATH,
    limit_examples,
    list_documents,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)
from hypothesis import example, given
from hypothesis import strategies as st

from policybook.checks.fix import tidy
from policybook.reading import library
from policybook.reading.fields import front_matter
from policybook.reading.files import layout
from policybook.reading.record import approved_text
from policybook.reading.texts import text_outline
from tests.checks.tidied_files import SUMMARY, list_words, tidy_files, tidy_text

# ---------- approved texts

UNTIDY = "## Rules \n\n* Be kind.\n• Be safe.\n"


@pytest.mark.parametrize("status", ["approved", "withdrawn"])
def test_approved_text_never_changes(status: str) -> None:
    gone = {"withdrawn_on": "2026-01-01", "reason": "Law."} if status == "withdrawn" else {}
    result = tidy_files({PATH: make_approved_text(UNTIDY, status=status, **gone)})[PATH]
    assert result.data.decode().endswith("## Rules\n\n* Be kind.\n• Be safe.\n")
    assert "approved" in result.obstacle


def test_recorded_text_never_changes() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(UNTIDY)}
    files[layout.RECORD] = make_record(files)
    for words in (
        make_approved_text(UNTIDY),
        make_approved_text(UNTIDY, status="draft"),
        make_approved_text(UNTIDY, title=None),
    ):
        result = tidy_files({**files, PATH: words})[PATH]
        assert result.data.decode().endswith("## Rules\n\n* Be kind.\n• Be safe.\n")


@limit_examples(60)
@given(
    st.lists(
        st.sampled_from(
            [
                "* a",
                "• b",
                "- c",
                "## H ",
                "",
                "x  ",
                "y\t",
                "1. d",
                "```",
                "| a |",
                "|---|",
                "> * e",
                "  * f",
                "---",
            ]
        )
    )
)
def test_record_sees_no_difference(lines: list[str]) -> None:
    whole = make_approved_text("\n".join(lines))
    result = tidy_files({PATH: whole}).get(PATH)
    after = result.data.decode() if result else whole
    assert read_canonical_text(after) == read_canonical_text(whole)
    assert read_outline(after) == read_outline(whole)


def read_canonical_text(whole: str) -> str:
    loaded = library.load(make_sources({PATH: whole})).library
    return approved_text.canonical_text(loaded.policies[0].versions[0], {})


def read_outline(whole: str) -> text_outline.Outline:
    parted = front_matter.split(whole)
    return text_outline.parse(parted.body, parted.body_line)


# ---------- any text

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "• a",
                "•b",
                "* c",
                "+ d",
                "- e",
                "## H  ",
                "•\tf ",
                "",
                " ",
                "x  ",
                "y \t",
                "Bring:",
                "* * *",
                "```",
                "    g ",
                "> * h",
                "| a | b |",
                "|---|---|",
                "• 1. i",
                "  ◦ j",
                "---",
                "===",
                "**k**",
                "*l*",
                "• [m](n)",
                "\\",
                "<!-- * -->",
                "• # o",
                "1) p",
            ]
        ),
        st.text("•*+- ab#|>`\t1.", max_size=12),
    ),
    max_size=14,
)


@limit_examples(60)
@given(LINES)
@example(["1|1", "-|-", "• a", "• a"])
def test_tidying_keeps_words(lines: list[str]) -> None:
    whole = make_text("\n".join(lines))
    after = tidy_text(whole)
    assert list_words(after) == list_words(whole)
    assert front_matter.read(front_matter.split(after), PATH) == front_matter.read(
        front_matter.split(whole), PATH
    )
    assert tidy_text(after) == after


@limit_examples(60)
@given(LINES)
def test_tidying_keeps_summary_words(lines: list[str]) -> None:
    whole = "\n".join(lines)
    after = tidy_text(whole, SUMMARY)
    assert list_words(after) == list_words(whole)
    assert tidy_text(after, SUMMARY) == after


@given(
    st.permutations(
        [
            "title: Behaviour",
            "status: draft",
            "owner: Head",
            "review_year: 2027/28",
            "applies_to:\n- pupils",
            "# a remark",
            "",
        ]
    )
)
def test_any_order_of_facts_is_sorted(rows: list[str]) -> None:
    whole = "---\n" + "\n".join(rows) + "\n---\n\nBe kind.\n"
    after = tidy_text(whole)
    fields = [line.split(":")[0] for line in after.split("\n") if ":" in line]
    assert fields == ["title", "status", "owner", "review_year", "applies_to"]
    assert sorted(after.split("\n")) == sorted(whole.split("\n"))
    assert tidy_text(after) == after


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_tidying_never_raises(document: Path, tmp_path: Path) -> None:
    from builders import read_case, write_files

    from policybook.reading.files.snapshot import read_sources

    write_files(read_case(document).files, tmp_path)
    read = read_sources(tmp_path)
    for result in tidy.tidy_files(read, library.load(read).library, lambda _: True):
        assert result.steps or result.obstacle or result.left
