"""The clauses of a section, one by one, and the fragments of headings."""

import pytest

from policybook.model import Clause, Mark
from policybook.reading.references import link_search
from policybook.reading.texts import clauses, text_outline


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What happens next?", "what-happens-next"),
        ("Staff & pupils", "staff-pupils"),
        ("Tŷ Ŵr", "tŷ-ŵr"),
        ("...", ""),
    ],
)
def test_heading_fragments(title: str, slug: str) -> None:
    assert clauses.slug(title) == slug


SECTIONS = text_outline.parse(
    "Before.\n\n## A\n\nBring:\n\n- a coat\n- a bag:\n  - blue\n\n### B\n\n"
    "| a |\n|---|\n| 1 |\n| 2 |\n\n| b |\n|---|\n| 3 |\n"
).sections


def test_clauses_are_in_reading_order() -> None:
    numbers = [clause.number for clause in clauses.walk_sections(SECTIONS)]
    assert numbers == ["0.1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.2", "1.3", "1.4"]
    assert [c.number for c in clauses.walk_section(SECTIONS[1])] == numbers[1:]
    bring = SECTIONS[1].parts[0]
    assert isinstance(bring, Clause)
    assert [c.number for c in clauses.walk_clause(bring)] == numbers[1:5]


def test_rows_of_one_table_stay_together() -> None:
    groups = clauses.group_table_rows(SECTIONS[1].parts)
    assert [[part.text for part in group] for group in groups] == [
        ["Bring:"],
        ["B"],
        ["1", "2"],
        ["3"],
    ]


NOTES = """## Aims

Be safe.[^1] Be kind.[^a b] See [^plan].

[^1]: As safe as *the guide* asks.

[^plan]: The head must sign:

    - a plan
    - a list

Rules count on.
"""


def test_footnotes_keep_their_names() -> None:
    (section,) = text_outline.parse(NOTES).sections
    parts = [part for part in section.parts if isinstance(part, Clause)]
    assert [(p.number, p.label, p.id, p.text) for p in parts] == [
        ("1.1", "1.1", "s1-1", "Be safe.[1] Be kind.[^a b] See [plan]."),
        ("footnote 1", "[1]", "note-1", "As safe as the guide asks."),
        ("footnote “plan”", "[plan]", "note-plan", "The head must sign:"),
        ("1.2", "1.2", "s1-2", "Rules count on."),
    ]
    assert [child.text for child in parts[2].children] == ["a plan", "a list"]
    assert [i.target for i in parts[0].inlines if i.mark is Mark.LINK] == ["#note-1", "#note-plan"]


#: A text, and what each of its paragraphs says and where its links lead.
DEFINITIONS = [
    ("[a][b]\n\n[b]: https://x.uk", [("a", ["https://x.uk"])]),
    ("[The B][]\n\n[the b]: <https://x.uk/a b>", [("The B", ["https://x.uk/a%20b"])]),
    ("[b]\n\n[B]: #s1-1", [("b", ["#s1-1"])]),
    ("[b]: /x\n\n| [b] |\n|---|\n| y |", [("y", [])]),  # in a table
    ("[Note]: important", [("[Note]: important", [])]),  # no address
    ("[b]: https://x.uk", [("[b]: https://x.uk", ["https://x.uk"])]),  # nothing uses it
    ('[b]\n\n[b]: https://x.uk "Title"', [("[b]", []), ('[b]: https://x.uk "Title"', ["https://x.uk"])]),
    ("[b]\n[b]: https://x.uk", [("[b] [b]: https://x.uk", ["https://x.uk"])]),  # no empty line
    ("[b]\n\n[b]: https://x.uk\n\n[b]: https://y.uk", [("b", ["https://x.uk"]), ("b: https://y.uk", ["https://x.uk", "https://y.uk"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DEFINITIONS)
def test_links_by_name_lose_no_word(text: str, expected: list[tuple[str, list[str]]]) -> None:
    parts = clauses.walk_sections(text_outline.parse(text).sections)
    assert [
        (p.text, [i.target for i in link_search.walk_links(p.inlines)]) for p in parts
    ] == expected


#: A text, and its clauses: number, and words.
DEFINED = [
    (
        "Pupil\n: A child.\n\nStaff\n: Who works here.\n\nRule.",
        [("0.1", "Pupil A child."), ("0.2", "Staff Who works here."), ("0.3", "Rule.")],
    ),
    (  # below a paragraph that ends with a colon
        "These mean:\n\nPupil\n: A child.\n: On the roll.",
        [("0.1", "These mean:"), ("0.1(a)", "Pupil A child. On the roll.")],
    ),
    (
        "Staff\n: Such as:\n\n    - teachers",
        [("0.1", "Staff Such as:"), ("0.1(a)", "teachers")],
    ),
    (": alone", [("0.1", ": alone")]),
    ("Time: 9", [("0.1", "Time: 9")]),
    ("Time\n:9", [("0.1", "Time :9")]),  # no space after the colon
]


@pytest.mark.parametrize(("text", "expected"), DEFINED)
def test_definitions_are_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    every = clauses.walk_sections(text_outline.parse(text).sections)
    assert [(clause.number, clause.text) for clause in every] == expected
