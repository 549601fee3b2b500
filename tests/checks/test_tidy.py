"""`check --fix`: the same words in better form, and nothing else, ever."""

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
    given_ones = make_sources(files)
    return {
        m.path: m
        for m in tidy.tidy_files(given_ones, library.load(given_ones).library, lambda _: True)
    }


def better(words: str, path: str = PATH) -> str:
    """The file after mending; as it was where there is nothing to mend."""
    files = {PATH: make_text(), path: words}
    return mended(files)[path].data.decode() if path in mended(files) else words


def words_of(whole: str) -> list[str]:
    """The words of all clauses, headings and titles, without the signs of typed bullets."""
    outline = text_outline.parse(front_matter.split(whole).body)
    excerpt = [words for _, words in outline.titles]
    for section in outline.sections:
        excerpt.append(section.title)
        for part in section.parts:
            excerpt += (
                [c.text for c in clauses.walk_clause(part)]
                if isinstance(part, Clause)
                else [part.text]
            )
    return " ".join(excerpt).translate(dict.fromkeys(map(ord, "•·▪◦●■‣\uf0a7\uf0b7"))).split()


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
def test_form_is_tidied(body: str, after: str) -> None:
    assert better(make_text(body)) == make_text(after)


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
def test_meaning_is_never_changed(body: str) -> None:
    assert better(make_text(body)) == make_text(body)


def test_facts_are_sorted_with_comments() -> None:
    block = (
        "# for whom\napplies_to:\n  - pupils\nstatus: draft\n\n# the name\ntitle: "
        "Behaviour\nreview_year: 2027/28\nowner: Head\n# end\n"
    )
    after = (
        "\n# the name\ntitle: Behaviour\nstatus: draft\nowner: Head\nreview_year: 2027/28\n# for "
        "whom\napplies_to:\n  - pupils\n# end\n"
    )
    assert better(f"---\n{block}---\n\nBe kind.\n") == f"---\n{after}---\n\nBe kind.\n"


@pytest.mark.parametrize(
    "block",
    [
        "{status: draft, title: X}\n",
        "status: draft\ntitle: X\nstatus: draft\n",
        "colour: x\ntitle: X\n",
    ],
)
def test_unusual_facts_are_not_sorted(block: str) -> None:
    assert better(f"---\n{block}---\n\nBe kind.\n") == f"---\n{block}---\n\nBe kind.\n"


def test_summary_facts_are_sorted() -> None:
    whole = "---\nlanguage: cy\nreviewed: 2026-12\n---\n\n• Be kind. [1.1]\n* Be safe. [1.1]\n"
    assert (
        better(whole, SUMMARY)
        == "---\nreviewed: 2026-12\nlanguage: cy\n---\n\n- Be kind. [1.1]\n- Be safe. [1.1]\n"
    )


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (
            b"\xef\xbb\xbf" + make_text("Be kind. \n").replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + make_text("Be kind.\n").replace("\n", "\r\n").encode(),
        ),
        (make_text("Be kind.\n").encode().replace(b"\n", b"\r"), make_text("Be kind.\n").encode()),
        (
            make_text("Be kind.\n").encode().replace(b"\n", b"\r\n", 3),
            make_text("Be kind.\n").encode(),
        ),
    ],
)
def test_line_ends_become_the_same(data: bytes, after: bytes) -> None:
    assert mended({PATH: data})[PATH].data == after


def test_tidy_file_is_not_named() -> None:
    assert mended({PATH: make_text(), SUMMARY: "- Be kind. [1.1]\n"}) == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff" + make_text("Be kind. \n").encode(), "not UTF-8"),
        (make_text("Be kind. \n").encode("utf-16"), "UTF-16"),
        (make_text("Be\x0bkind. \n").encode(), "U+000B, on line 9"),
        (make_text("Be\fkind. \n").encode(), "U+000C, on line 9"),
        (make_approved_text("Be kind. \n\f\n").encode(), "U+000C, on line 12"),
        (make_text("Be kind.\n\f\nBe\fsafe.\n").encode(), "U+000C, on line 11"),
    ],
)
def test_unreadable_file_says_why(data: bytes, why: str) -> None:
    result = mended({PATH: data})[PATH]
    assert (result.data, result.steps) == (data, ())
    assert why in result.obstacle


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Be kind. \n\f\nBe safe.\n", "Be kind.\nBe safe.\n"),
        ("Be kind.\n\n\f\n\n• Be safe.\n", "Be kind.\n\n\n- Be safe.\n"),
        ("Be kind.\n\n\fBe safe.\f\n", "Be kind.\n\nBe safe.\n"),
        ("Be kind.\n\f", "Be kind.\n"),
    ],
)
def test_page_break_is_removed(body: str, after: str) -> None:
    result = mended({PATH: make_text(body)})[PATH]
    assert result.data.decode() == make_text(after)
    assert result.steps[0].startswith("removed ") and not result.obstacle


def test_meaningful_page_break_stays() -> None:
    assert "U+000C" in mended({PATH: make_text("Be kind.\n\f## Rules\n")})[PATH].obstacle


# ---------- approved texts

DIRTY = "## Rules \n\n* Be kind.\n• Be safe.\n"


@pytest.mark.parametrize("status", ["approved", "withdrawn"])
def test_approved_text_never_changes(status: str) -> None:
    gone = {"withdrawn_on": "2026-01-01", "reason": "Law."} if status == "withdrawn" else {}
    result = mended({PATH: make_approved_text(DIRTY, status=status, **gone)})[PATH]
    assert result.data.decode().endswith("## Rules\n\n* Be kind.\n• Be safe.\n")
    assert "approved" in result.obstacle


def test_recorded_text_never_changes() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(DIRTY)}
    files[layout.RECORD] = make_record(files)
    for words in (
        make_approved_text(DIRTY),
        make_approved_text(DIRTY, status="draft"),
        make_approved_text(DIRTY, title=None),
    ):
        result = mended({**files, PATH: words})[PATH]
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
    result = mended({PATH: whole}).get(PATH)
    after = result.data.decode() if result else whole
    assert canonical(after) == canonical(whole)
    assert outline(after) == outline(whole)


def canonical(whole: str) -> str:
    loaded = library.load(make_sources({PATH: whole})).library
    return approved_text.canonical_text(loaded.policies[0].versions[0], {})


def outline(whole: str) -> text_outline.Outline:
    parted = front_matter.split(whole)
    return text_outline.parse(parted.body, parted.body_line)


# ---------- whatever the text

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
def test_tidying_keeps_words(lines: list[str]) -> None:
    whole = make_text("\n".join(lines))
    after = better(whole)
    assert words_of(after) == words_of(whole)
    assert front_matter.read(front_matter.split(after), PATH) == front_matter.read(
        front_matter.split(whole), PATH
    )
    assert better(after) == after


@limit_examples(60)
@given(LINES)
def test_tidying_keeps_summary_words(lines: list[str]) -> None:
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
def test_any_order_of_facts_is_sorted(rows: list[str]) -> None:
    whole = "---\n" + "\n".join(rows) + "\n---\n\nBe kind.\n"
    after = better(whole)
    fields = [line.split(":")[0] for line in after.split("\n") if ":" in line]
    assert fields == ["title", "status", "owner", "review_year", "applies_to"]
    assert sorted(after.split("\n")) == sorted(whole.split("\n"))
    assert better(after) == after


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_tidying_never_raises(document: Path, tmp_path: Path) -> None:
    from builders import read_case, write_files

    from policybook.reading.snapshot import read_sources

    write_files(read_case(document).files, tmp_path)
    read = read_sources(tmp_path)
    for result in tidy.tidy_files(read, library.load(read).library, lambda _: True):
        assert result.steps or result.obstacle
