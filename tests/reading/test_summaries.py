"""A summary's text to statements and what they cite."""

import pytest
from builders import PATH, list_documents, read_blocks
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Summary
from policybook.model.findings import Finding
from policybook.reading import summaries
from policybook.reading.files import layout

SUMMARY = PATH.replace(".md", ".parents.md")


def read(text: str, path: str = SUMMARY) -> tuple[Summary, tuple[Finding, ...]]:
    return summaries.read(text, path, layout.classify(path))


def statements(text: str) -> list[tuple[str, tuple[str, ...], int]]:
    project, findings = read(text)
    assert findings == (), findings
    return [(s.text, s.cites, s.line) for g in project.groups for s in g.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Be kind. [1.1]\n", ("Be kind.", ("1.1",), 1)),
        (
            "- Be kind. [1.1] [4.2(a)] [10.12(b)(iv)]\n",
            ("Be kind.", ("1.1", "4.2(a)", "10.12(b)(iv)"), 1),
        ),
        ("- Be kind [1.1][1.2]\n", ("Be kind", ("1.1", "1.2"), 1)),
        ("- Be\n  kind.\n  [1.1]\n", ("Be kind.", ("1.1",), 1)),
        ("- Be [kind] and *calm*. [ 1.1 ]\n", ("Be [kind] and calm.", ("1.1",), 1)),
        ("- Be **kind** [1.1]\n", ("Be kind", ("1.1",), 1)),
        ("- See [GOV.UK](https://www.gov.uk/). [1.1]\n", ("See GOV.UK.", ("1.1",), 1)),
        ("- Be kind.\n", ("Be kind.", (), 1)),
        ("1. Be kind. [1.1]\n", ("Be kind.", ("1.1",), 1)),
        ("---\nreviewed: 2025-09\n---\n\n- Be kind. [1.1]\n", ("Be kind.", ("1.1",), 5)),
        ("---\n---\n- Be kind. [1.1]\n", ("Be kind.", ("1.1",), 3)),
    ],
)
def test_statements_and_their_citations(
    text: str, expected: tuple[str, tuple[str, ...], int]
) -> None:
    assert statements(text) == [expected]


def test_nested_items_are_statements() -> None:
    assert statements("- One. [1.1]\n  - Two. [1.2]\n\n  Three. [1.3]\n- Four. [1.4]\n") == [
        ("One.", ("1.1",), 1),
        ("Two.", ("1.2",), 2),
        ("Three.", ("1.3",), 4),
        ("Four.", ("1.4",), 5),
    ]


def test_headings_group_statements() -> None:
    project, findings = read(
        "- First. [1.1]\n\n## What *you* do\n\n- Then. [1.2]\n\n### More\n\n- Last. [1.3]\n"
    )
    assert findings == ()
    assert [(g.title, len(g.statements), g.line) for g in project.groups] == [
        ("", 1, 1),
        ("What you do", 1, 3),
        ("More", 1, 7),
    ]


@pytest.mark.parametrize(
    ("path", "block", "language"),
    [
        (SUMMARY, "", ""),
        (SUMMARY, "---\nlanguage: pl\n---\n", "pl"),
        (SUMMARY.replace("parents.", "parents.cy."), "", "cy"),
        (SUMMARY.replace("parents.", "parents.cy."), "---\nlanguage: cy\n---\n", "cy"),
    ],
)
def test_language_from_name_or_field(path: str, block: str, language: str) -> None:
    project, findings = read(f"{block}- Be kind. [1.1]\n", path)
    assert (project.language, findings) == (language, ())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(1, "empty-summary")]),
        ("## Rules\n", [(1, "empty-summary")]),
        ("-\n", [(1, "empty-summary")]),
        ("Be kind.\n", [(1, "stray-words")]),
        ("- Be kind. [1.1]\n\nBe calm.\n", [(3, "stray-words")]),
        ("- Be kind. [1.1]\n\n> Be calm.\n", [(3, "stray-words")]),
        ("| a | b |\n|---|---|\n| Be | kind |\n", [(1, "stray-words")]),
        ("- Be kind. [page 3]\n", [(1, "citation")]),
        ("- Be kind. [4]\n", [(1, "citation")]),
        ("- Be kind. []\n", [(1, "citation")]),
        ("- Be kind. [4.a] [٤.٢]\n", [(1, "citation"), (1, "citation")]),
        ("---\nlanguage: polski\n---\n- Be kind. [1.1]\n", [(2, "field-value")]),
        ("---\nreviewed: 2025-09\ntitle: x\n---\n- Be kind. [1.1]\n", [(3, "unknown-field")]),
        ("---\nreviewed: [x\n---\n- Be kind. [1.1]\n", [(2, "yaml")]),
        ("---\nreviewed: [1, 2]\n---\n- Be kind. [1.1]\n", [(2, "field-value")]),
        ("---\nheading: \n---\n- Be kind. [1.1]\n", [(2, "field-value")]),
        ("---\nchanges: []\n---\n- Be kind. [1.1]\n", [(2, "field-value")]),
        ("# Our rules\n\n- Be kind. [1.1]\n", [(1, "top-heading")]),
    ],
)
def test_faults_are_reported(text: str, faults: list[tuple[int, str]]) -> None:
    assert [(f.line, f.code) for f in read(text)[1]] == faults


WORD = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
LINE = st.tuples(
    st.sampled_from(
        [
            "- ",
            "  - ",
            "",
            "## ",
            "# ",
            "> ",
            "1. ",
            "- > ",
            "- - ",
            "```\n",
            "| a | b |\n|---|---|\n| ",
        ]
    ),
    st.lists(WORD | st.sampled_from(["[1.1]", "[x]", "[", "]", "*", "`"]), max_size=4).map(
        " ".join
    ),
).map("".join)


@given(st.lists(LINE, max_size=8).map("\n".join) | st.text(st.characters()), st.booleans())
def test_any_text_gives_valid_lines(body: str, fields: bool) -> None:
    text = f"---\nreviewed: 2025-09\n---\n{body}" if fields else body
    project, findings = read(text)
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= f.line <= last for f in findings)
    assert all(1 <= s.line <= last for g in project.groups for s in g.statements)


SHORT = st.lists(
    st.tuples(st.sampled_from(["- ", "  - ", "", "## ", "> ", "- > ", "# "]), WORD).map("".join),
    max_size=6,
)


@given(SHORT.map("\n".join))
def test_no_word_is_lost(body: str) -> None:
    project, _ = read(body)
    sentences = [
        w
        for g in project.groups
        for part in (g.title, *(s.text for s in g.statements))
        for w in part.split()
    ]
    written = [w for w in body.split() if w.isalpha()]
    assert sorted(sentences) == sorted(written)


def test_document_cases() -> None:
    """The reader of cases itself: a block inside longer tildes is words of it."""
    findings = [
        b
        for d in list_documents("cases", "clauses-tables.md")
        for b in read_blocks(d)
        if "Important notice" in b.text
    ]
    assert findings[0].text.count("~~~") == 2
