"""The numbers of paragraphs are those that Word shows (ECMA-376, part 1, 17.9)."""

import pytest

from policybook.word.incoming.document import ListKind, Paragraph, walk_paragraphs
from policybook.word.incoming.word_file import read_word_file
from policybook.word.incoming.word_numbering import write_number
from tests.word.incoming.word_files import STYLES, definition, item, level, make_docx, num, p

DOTTED = definition(
    1,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)
START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def read_labels(body: str, numbering: str, styles: str = STYLES) -> list[str]:
    document = read_word_file(make_docx(body, numbering=numbering, styles=styles))
    return [paragraph.label for paragraph in walk_paragraphs(document.blocks)]


def count(levels: str, numbering: str = DOTTED + num(1, 1)) -> list[str]:
    """Return the labels of paragraphs at these levels of list 1."""
    return read_labels("".join(item(f"at {n}", level=int(n)) for n in levels), numbering)


def test_levels_count_and_restart() -> None:
    assert count("0112330122") == [
        *("1.", "1.1", "1.2", "(a)", "(i)", "(ii)", "2.", "2.1", "(a)", "(b)"),
    ]


def test_level_without_its_parent_starts_at_one() -> None:
    assert count("10") == ["1.1", "1."]


def test_lists_of_one_definition_go_on() -> None:
    body = item("a") + item("b", 2) + p("between") + item("c", 1)
    assert read_labels(body, DOTTED + num(1, 1) + num(2, 1)) == ["1.", "2.", "", "3."]


def test_start_override_counts_once() -> None:
    body = item("a") + item("b") + item("c", 2) + item("d", 2) + item("e", 1)
    assert read_labels(body, DOTTED + num(1, 1) + num(2, 1, START)) == [
        *("1.", "2.", "1.", "2.", "3."),
    ]


def test_level_can_be_replaced_in_one_list() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert read_labels(item("a", 2), DOTTED + num(2, 1, other)) == ["A)"]


def test_legal_form_is_in_figures() -> None:
    parts = definition(
        1, level(0, "upperRoman", "Part %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    assert count("0101", parts + num(1, 1)) == ["Part I", "1.1", "Part II", "2.1"]


def test_level_that_never_restarts_goes_on() -> None:
    steps = definition(
        1, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    )
    assert count("011011", steps + num(1, 1)) == ["1.", "1)", "2)", "2.", "3)", "4)"]


def test_style_brings_its_list_and_zero_switches_it_off() -> None:
    linked = definition(
        1,
        level(0, "decimal", "%1", '<w:pStyle w:val="Heading1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Clause"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/>'
        '<w:basedOn w:val="Clause"/></w:style>'
    )
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = p("Foreword", "Heading1", off) + p("Aims", "Heading1") + p("One", "Clause")
    body += p("Two", "Child")
    assert read_labels(body, linked + num(1, 1), styles) == ["", "1", "1.1", "1.2"]


def test_list_can_borrow_the_levels_of_a_style() -> None:
    numbering = (
        definition(1, level(0, "upperLetter", "%1."))
        + '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Letters"/></w:abstractNum>'
        + num(1, 1)
        + num(2, 2)
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Letters"><w:name w:val="Letters"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert read_labels(item("x", 2) + item("y", 2), numbering, STYLES + style) == ["A.", "B."]


def test_bullet_has_no_label() -> None:
    data = make_docx(item("x"), numbering=definition(1, level(0, "bullet", "\uf0b7")) + num(1, 1))
    (block,) = read_word_file(data).blocks
    assert isinstance(block, Paragraph)
    assert (block.label, block.list_kind) == ("", ListKind.BULLET)


def test_unknown_list_is_no_list() -> None:
    assert read_labels(item("x", 7) + item("y", 1, 8), DOTTED + num(1, 1)) == ["", ""]


@pytest.mark.parametrize(
    ("form", "count", "words"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 2026, "MMXXVI"),
        ("ordinal", 21, "21st"),
        ("ordinal", 112, "112th"),
        ("cardinalText", 3, "Three"),
        ("none", 4, ""),
        ("hindiVowels", 5, "5"),
        ("lowerRoman", 0, "0"),
        ("upperLetter", -1, "-1"),
    ],
)
def test_number_is_written_in_its_form(form: str, count: int, words: str) -> None:
    assert write_number(count, form) == words
