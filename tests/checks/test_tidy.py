"""`check --fix`: the same words in better form, and nothing else, ever."""

from pathlib import Path

import pytest
from builders import PATH, approved, documents, examples, recorded, sources, text
from hypothesis import given
from hypothesis import strategies as st

from policybook.checks.fix import tidy
from policybook.checks.fix.tidy import TidiedFile
from policybook.model import Clause
from policybook.reading import (
    approved_text,
    clauses,
    front_matter,
    layout,
    library,
    text_outline,
)

SUMMARY = PATH.replace(".md", ".parents.md")


def mended(files: dict[str, str | bytes]) -> dict[str, TidiedFile]:
    given_ones = sources(files)
    return {
        m.path: m
        for m in tidy.tidy_files(given_ones, library.load(given_ones).library, lambda _: True)
    }


def better(words: str, path: str = PATH) -> str:
    """The file after mending; as it was where there is nothing to mend."""
    files = {PATH: text(), path: words}
    return mended(files)[path].data.decode() if path in mended(files) else words


def words_of(whole: str) -> list[str]:
    """The words of all clauses, headings and titles, without the signs of typed bullets."""
    outline = text_outline.parse(front_matter.split(whole).body)
    said = [words for _, words in outline.titles]
    for section in outline.sections:
        said.append(section.title)
        for part in section.parts:
            said += (
                [c.text for c in clauses.with_children(part)]
                if isinstance(part, Clause)
                else [part.text]
            )
    return " ".join(said).translate(dict.fromkeys(map(ord, "•·▪◦●■‣\uf0a7\uf0b7"))).split()


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("## Rules\n\n• Be kind.\n•\tBe safe.\n", "## Rules\n\n- Be kind.\n- Be safe.\n"),
        ("## Rules\n\nBring:\n\n●Coat\n  ◦ warm\n", "## Rules\n\nBring:\n\n- Coat\n  - warm\n"),
        ("## Rules\n\n* Be kind.\n+ Be safe.\n", "## Rules\n\n- Be kind.\n- Be safe.\n"),
        (
            "## Rules\n\n•\tBe kind.\n\to\tat lunch\no  Be safe.\n",
            "## Rules\n\n- Be kind.\n\t- at lunch\n- Be safe.\n",
        ),
        (
            "## Rules\n\nWrite o in the box.\n\no\tBe kind.\n",
            "## Rules\n\nWrite o in the box.\n\n- Be kind.\n",
        ),
        (
            "## Rules\n\nStaff must:\na) ask\nb) wait a\nwhile\n",
            "## Rules\n\nStaff must:\n- ask\n- wait a\nwhile\n",
        ),
        (
            "## Rules\n\n(i)\tAsk.\n\n(ii)\tWait.\n\n(iii) Go.\n",
            "## Rules\n\n- Ask.\n\n- Wait.\n\n- Go.\n",
        ),
        ("## Rules\n\na. Ask.\nb. Wait.\n", "## Rules\n\n- Ask.\n- Wait.\n"),
        ("## Rules  \n\nBe kind. \nBe safe.\t\n", "## Rules\n\nBe kind.\nBe safe.\n"),
        ("## Rules\n\nBe kind.", "## Rules\n\nBe kind.\n"),
        ("## Rules\n\nBe kind.\n\n\n", "## Rules\n\nBe kind.\n"),
    ],
)
def test_form_is_mended(body: str, after: str) -> None:
    assert better(text(body)) == text(after)


@pytest.mark.parametrize(
    "body",
    [
        "## Rules\n\nBe kind.  \nBe safe.\n",  # a line break
        "## Rules\n\n```\n* a \n• b\n```\n",  # code
        "## Rules\n\n* * *\n\nBe kind.\n",  # a rule across the page
        "## Rules\n\n• 1. Be kind.\n",  # a number that a list would swallow
        "## Rules\n\n• Be kind\n---\n",  # a heading
        "## Rules\n\n✓ Be kind.\n– Be safe.\n",  # signs that may be words
        "## Rules\n\n*Be kind.* Always.\n",
        "## Rules\n\n1. Be kind.\n2. Be safe.\n",
        "## Rules\n\na) Ask.\nb) Wait.\n\nAfter (b), go.\n",  # a letter that is referred to
        "## Rules\n\na) Ask.\nb) Wait, as in point a.\n",
        "## Rules\n\nb) Ask.\nc) Wait.\n",  # the rest of a list
        "## Rules\n\na) Ask.\n\nThen go.\n",  # one letter is no list
        "## Rules\n\na) Ask:\ni) once\nii) twice\nb) Wait.\n",  # whose items are whose, only its author knows
        "## Rules\n\nAsk\no clock.\n",
    ],
)
def test_what_might_change_a_meaning_is_left(body: str) -> None:
    assert better(text(body)) == text(body)


def test_facts_come_in_the_order_of_the_table_with_their_remarks() -> None:
    block = "# for whom\napplies_to:\n  - pupils\nstatus: draft\n\n# the name\ntitle: Behaviour\nreview_year: 2027/28\nowner: Head\n# end\n"
    after = "\n# the name\ntitle: Behaviour\nstatus: draft\nowner: Head\nreview_year: 2027/28\n# for whom\napplies_to:\n  - pupils\n# end\n"
    assert better(f"---\n{block}---\n\nBe kind.\n") == f"---\n{after}---\n\nBe kind.\n"


@pytest.mark.parametrize(
    "block",
    [
        "{status: draft, title: X}\n",
        "status: draft\ntitle: X\nstatus: draft\n",
        "colour: x\ntitle: X\n",
    ],
)
def test_facts_that_are_not_one_a_line_and_known_are_left(block: str) -> None:
    assert better(f"---\n{block}---\n\nBe kind.\n") == f"---\n{block}---\n\nBe kind.\n"


def test_a_summary_is_mended_by_its_own_table() -> None:
    whole = "---\nlanguage: cy\nreviewed: 2026-12\n---\n\n• Be kind. [1.1]\n* Be safe. [1.1]\n"
    assert (
        better(whole, SUMMARY)
        == "---\nreviewed: 2026-12\nlanguage: cy\n---\n\n- Be kind. [1.1]\n- Be safe. [1.1]\n"
    )


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"\xef\xbb\xbf" + text("Be kind. \n").replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text("Be kind.\n").replace("\n", "\r\n").encode()),
        (text("Be kind.\n").encode().replace(b"\n", b"\r"), text("Be kind.\n").encode()),
        (text("Be kind.\n").encode().replace(b"\n", b"\r\n", 3), text("Be kind.\n").encode()),
    ],
)  # fmt: skip
def test_line_ends_are_one_kind_and_stay_those_of_the_file(data: bytes, after: bytes) -> None:
    assert mended({PATH: data})[PATH].data == after


def test_a_file_in_good_form_is_not_named() -> None:
    assert mended({PATH: text(), SUMMARY: "- Be kind. [1.1]\n"}) == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff" + text("Be kind. \n").encode(), "not UTF-8"),
        (text("Be kind. \n").encode("utf-16"), "UTF-16"),
        (text("Be\x0bkind. \n").encode(), "U+000B, on line 9"),
        (text("Be\fkind. \n").encode(), "U+000C, on line 9"),
        (approved("Be kind. \n\f\n").encode(), "U+000C, on line 12"),
        (text("Be kind.\n\f\nBe\fsafe.\n").encode(), "U+000C, on line 11"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_and_says_why(data: bytes, why: str) -> None:
    one = mended({PATH: data})[PATH]
    assert (one.data, one.steps) == (data, ())
    assert why in one.obstacle


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Be kind. \n\f\nBe safe.\n", "Be kind.\nBe safe.\n"),
        ("Be kind.\n\n\f\n\n• Be safe.\n", "Be kind.\n\n\n- Be safe.\n"),
        ("Be kind.\n\n\fBe safe.\f\n", "Be kind.\n\nBe safe.\n"),
        ("Be kind.\n\f", "Be kind.\n"),
    ],
)
def test_a_page_break_is_no_word(body: str, after: str) -> None:
    one = mended({PATH: text(body)})[PATH]
    assert one.data.decode() == text(after)
    assert one.steps[0].startswith("took out ") and not one.obstacle


def test_a_page_break_stays_where_without_it_a_line_would_be_something_else() -> None:
    assert "U+000C" in mended({PATH: text("Be kind.\n\f## Rules\n")})[PATH].obstacle


# ---------- approved texts

DIRTY = "## Rules \n\n* Be kind.\n• Be safe.\n"


@pytest.mark.parametrize("status", ["approved", "withdrawn"])
def test_no_word_and_no_sign_of_an_approved_text_changes(status: str) -> None:
    gone = {"withdrawn_on": "2026-01-01", "reason": "Law."} if status == "withdrawn" else {}
    one = mended({PATH: approved(DIRTY, status=status, **gone)})[PATH]
    assert one.data.decode().endswith("## Rules\n\n* Be kind.\n• Be safe.\n")
    assert "approved" in one.obstacle


def test_a_recorded_text_is_as_recorded_whatever_its_status_says() -> None:
    files: dict[str, str | bytes] = {PATH: approved(DIRTY)}
    files[layout.RECORD] = recorded(files)
    for words in (approved(DIRTY), approved(DIRTY, status="draft"), approved(DIRTY, title=None)):
        one = mended({**files, PATH: words})[PATH]
        assert one.data.decode().endswith("## Rules\n\n* Be kind.\n• Be safe.\n")


@examples(60)
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
def test_whatever_is_done_the_record_sees_no_difference(lines: list[str]) -> None:
    whole = approved("\n".join(lines))
    one = mended({PATH: whole}).get(PATH)
    after = one.data.decode() if one else whole
    assert canonical(after) == canonical(whole)
    assert outline(after) == outline(whole)


def canonical(whole: str) -> str:
    loaded = library.load(sources({PATH: whole})).library
    return approved_text.canonical_text(loaded.policies[0].versions[0], {})


def outline(whole: str) -> text_outline.Outline:
    parted = front_matter.split(whole)
    return text_outline.parse(parted.body, parted.body_line)


# ---------- whatever the text

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["• a", "•b", "* c", "+ d", "- e", "## H  ", "•\tf ", "", " ", "x  ", "y \t", "Bring:", "* * *", "```", "    g ", "> * h", "| a | b |",
             "|---|---|", "• 1. i", "  ◦ j", "---", "===", "**k**", "*l*", "• [m](n)", "\\", "<!-- * -->", "• # o", "1) p"]
        ),
        st.text("•*+- ab#|>`\t1.", max_size=12),
    ),
    max_size=14,
)  # fmt: skip


@examples(60)
@given(LINES)
def test_no_word_is_lost_and_twice_is_once(lines: list[str]) -> None:
    whole = text("\n".join(lines))
    after = better(whole)
    assert words_of(after) == words_of(whole)
    assert front_matter.read(front_matter.split(after), PATH) == front_matter.read(
        front_matter.split(whole), PATH
    )
    assert better(after) == after


@examples(60)
@given(LINES)
def test_a_summary_keeps_its_words_and_twice_is_once(lines: list[str]) -> None:
    whole = "\n".join(lines)
    after = better(whole, SUMMARY)
    assert words_of(after) == words_of(whole)
    assert better(after, SUMMARY) == after


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
def test_any_order_of_facts_becomes_one_and_says_the_same(rows: list[str]) -> None:
    whole = "---\n" + "\n".join(rows) + "\n---\n\nBe kind.\n"
    after = better(whole)
    fields = [line.split(":")[0] for line in after.split("\n") if ":" in line]
    assert fields == ["title", "status", "owner", "review_year", "applies_to"]
    assert sorted(after.split("\n")) == sorted(whole.split("\n"))
    assert better(after) == after


@pytest.mark.parametrize("document", documents("xfail"), ids=lambda p: p.stem)
def test_nothing_makes_it_raise(document: Path, tmp_path: Path) -> None:
    from builders import case_of, put

    from policybook.reading.snapshot import read_sources

    put(case_of(document).files, tmp_path)
    read = read_sources(tmp_path)
    for one in tidy.tidy_files(read, library.load(read).library, lambda _: True):
        assert one.steps or one.obstacle
