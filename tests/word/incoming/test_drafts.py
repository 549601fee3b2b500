"""A draft has every word, number, table, note and link of its file, and proves it."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policybook.model import AcademicYear
from policybook.reading.fields.fields import BY_NAME
from policybook.reading.texts import markdown
from policybook.word.incoming.document import TextRun
from policybook.word.incoming.draft.imported_draft import (
    DraftRequest,
    ImportedDraft,
    make_draft,
)
from policybook.word.incoming.draft.inline_markdown import (
    Destinations,
    protect_start,
    split_sentences,
    write_inlines,
)
from policybook.word.incoming.word_file import read_word_file
from tests.word.incoming.word_files import (
    NS,
    STYLES,
    cell,
    definition,
    item,
    level,
    make_docx,
    num,
    p,
    table,
)

NOWHERE = Destinations(place=lambda _: "", picture=lambda _: "")
LISTS = (
    definition(
        1,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "(%3)"),
        level(3, "lowerRoman", "(%4)"),
    )
    + definition(2, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    + definition(3, level(0, "bullet", "o"), level(1, "bullet", "o"))
    + definition(4, level(0, "upperLetter", "Appendix %1"))
    + num(1, 1)
    + num(2, 2)
    + num(3, 3)
    + num(4, 4)
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
APPENDIX = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'


def draft(body: str, title: str = "Behaviour policy", **more: object) -> ImportedDraft:
    facts = {name: BY_NAME[name].read_example() for name in ("status", "owner", "applies_to")}
    request = DraftRequest(
        policy="behaviour",
        version="2027-01",
        title=title,
        review_year=AcademicYear(start=2027),
        facts=facts,
    )
    data = make_docx(body, numbering=LISTS, **more)  # type: ignore[arg-type]
    return make_draft(read_word_file(data), request)


def body_of(text: str) -> str:
    return text.split("---\n", 2)[2].strip()


def numbers(result: ImportedDraft) -> list[tuple[str, str]]:
    return [(pair.word, pair.number) for pair in result.numbers]


def test_numbers_of_word_are_those_of_the_site() -> None:
    result = draft(
        p("Aims", "Heading1", NUMBERED)
        + item("We do this:", 1, 1)
        + item("one;", 1, 2)
        + item("of these;", 1, 3)
        + item("two.", 1, 2)
        + p("Duties", "Heading1", NUMBERED)
        + item("In this order:", 1, 1)
        + item("First.", 2)
        + item("Second.", 2)
        + p("Then a pause.")
        + item("Third.", 2)
        + p("Forms", "Heading1", APPENDIX)
    )
    assert numbers(result) == [
        ("1.", "1"),
        ("1.1", "1.1"),
        ("(a)", "1.1(a)"),
        ("(i)", "1.1(a)(i)"),
        ("(b)", "1.1(b)"),
        ("2.", "2"),
        ("2.1", "2.1"),
        ("1.", "2.1(1)"),
        ("2.", "2.1(2)"),
        ("3.", "2.1(3)"),
        ("Appendix A", "Appendix A"),
    ]
    assert all(pair.is_same for pair in result.numbers)
    assert result.proof.lost == {}


def test_paragraph_between_inner_items_stays_inside() -> None:
    result = draft(
        p("Aims", "Heading1", NUMBERED)
        + item("Staff must:", 1, 1)
        + item("listen:", 1, 2)
        + item("to pupils;", 1, 3)
        + p("This includes siblings.")
        + item("to parents;", 1, 3)
        + item("write.", 1, 2)
    )
    assert numbers(result)[-3:] == [
        ("(i)", "1.1(a)(i)"),
        ("(ii)", "1.1(a)(ii)"),
        ("(b)", "1.1(b)"),
    ]
    assert result.proof.lost == {}


def test_numbers_that_no_site_shows_are_left_to_it() -> None:
    steps = definition(9, level(0, "decimal", "Step %1:")) + num(9, 9)
    data = make_docx(p("Aims", "Heading1") + item("Listen.", 9), numbering=steps)
    facts = {name: BY_NAME[name].read_example() for name in ("status", "owner", "applies_to")}
    request = DraftRequest(
        policy="a", version="2027-01", title="A", review_year=AcademicYear(start=2027), facts=facts
    )
    result = make_draft(read_word_file(data), request)
    assert "numbering" not in result.text
    assert result.look_at[-1].what == "number that the site shows in another way"


def test_column_that_counts_keeps_its_numbers() -> None:
    row = cell(item("", 2)) + cell("Lock the doors.")
    result = draft(p("Plan", "Heading1") + table(cell("No.") + cell("What"), row, row))
    assert "| 1. | Lock the doors. |\n| 2. | Lock the doors. |" in result.text


@pytest.mark.parametrize("words", ["^^", "<<"])
def test_cell_of_signs_stays_words(words: str) -> None:
    escaped = words.replace("<", "&lt;")
    result = draft(p("Plan", "Heading1") + table(cell("a") + cell("b"), cell("x") + cell(escaped)))
    assert result.version is not None
    rows = [c for s in result.version.sections for c in s.parts if getattr(c, "cells", ())]
    assert markdown.plain_text(rows[-1].cells[1]) == words  # type: ignore[union-attr]


def test_raised_figures_stay_raised() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    result = draft(p("Aims", "Heading1") + f"<w:p><w:r><w:t>10 m</w:t></w:r>{raised}</w:p>")
    assert "10 m²" in result.text
    assert result.proof.lost == {}


def test_month_of_a_review_is_its_last_day() -> None:
    cover = p("Behaviour Policy", "Title") + p("Next review date: September 2026")
    result = draft(cover + p("Aims", "Heading1") + p("Be kind."))
    assert "review_year: 2026/27\nreview_by: 2026-09-30\n" in result.text


@pytest.mark.parametrize(
    ("rows", "owner"),
    [
        (cell("Policy owner") + cell("Headteacher (Mrs J. Okafor)"), "Headteacher (Mrs J. Okafor)"),
        (cell("Version") + cell("Date") + cell("Author") + cell("Reason"), ""),
    ],
)
def test_owner_is_read_only_where_it_stands(rows: str, owner: str) -> None:
    result = draft(p("Behaviour Policy", "Title") + table(rows) + p("Aims", "Heading1") + p("x"))
    assert [f.words for f in result.facts if f.field == "owner"] == ([owner] if owner else [])


def test_text_without_numbers_leaves_them_to_the_site() -> None:
    result = draft(p("Aims", "Heading1") + p("Be kind.") + item("one", 3) + item("two", 3, 1))
    assert "numbering" not in result.text
    assert body_of(result.text) == "## Aims\n\nBe kind.\n\n- one\n    - two"


def test_items_stand_line_by_line() -> None:
    result = draft(p("Aims", "Heading1", NUMBERED) + item("one;", 2) + item("two;", 2))
    assert body_of(result.text) == "## 1. Aims\n\n1. one;\n2. two;"


def test_inner_list_that_goes_on_stays_one() -> None:
    result = draft(
        p("Aims", "Heading1", NUMBERED) + item("first;", 2) + p("Then.") + item("outer", 3)
    )
    assert body_of(result.text).endswith("1. first;\n\nThen.\n\n- outer")


def test_table_keeps_its_cells() -> None:
    result = draft(
        p("Plan", "Heading1")
        + table(
            cell(p("Aim", look="<w:b/>")) + cell(p("Who", look="<w:b/>")),
            cell("Aim 1 | all", '<w:gridSpan w:val="2"/>'),
            cell("Ramps", '<w:vMerge w:val="restart"/>') + cell(p("Bursar") + p("Head")),
            cell("", "<w:vMerge/>") + cell(item("one", 3) + item("two", 3)),
        )
    )
    assert body_of(result.text).split("\n\n")[1] == (
        "| Aim | Who |\n| --- | --- |\n| Aim 1 \\| all | << |\n| Ramps | Bursar<br>Head |\n"
        "| ^^ | - one<br>- two |"
    )
    assert result.proof.lost == {}


def test_frame_around_text_is_no_table() -> None:
    result = draft(p("Aims", "Heading1") + table(cell(p("In a frame.") + p("Still in it."))))
    assert body_of(result.text) == "## Aims\n\nIn a frame.\n\nStill in it."


def test_notes_stand_at_the_end() -> None:
    notes = ("footnotes", f'<w:footnotes {NS}><w:footnote w:id="2">{p("Always.")}</w:footnote>'
             "</w:footnotes>")  # fmt: skip
    call = '<w:p><w:r><w:t>Be kind</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>'
    result = draft(p("Aims", "Heading1") + call, parts={"footnotes": notes})
    assert body_of(result.text) == "## Aims\n\nBe kind[^1].\n\n[^1]: Always."


def test_cross_reference_becomes_a_link() -> None:
    target = '<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:t>Be kind.</w:t></w:r></w:p>'
    see = '<w:p><w:fldSimple w:instr=" REF _Ref1 "><w:r><w:t>the rule</w:t></w:r></w:fldSimple>'
    result = draft(p("Aims", "Heading1") + target + see + "</w:p>")
    (reference,) = result.references
    assert (reference.text, reference.target) == ("the rule", "s1-1")
    assert "[the rule](#s1-1)" in result.text


def test_reference_to_nothing_is_listed() -> None:
    result = draft(p("Aims", "Heading1") + p("See section 9.4 and section 29 of the Act 2002."))
    assert [(r.text, r.target) for r in result.references] == [("section 9.4", "")]


def test_facts_come_from_the_cover() -> None:
    result = draft(
        p("Behaviour Policy", "Title")
        + p("Owner: Chair of governors. Next review: autumn term 2028.")
        + table(cell("Approved by") + cell("Full governing body"))
        + p("Aims", "Heading1")
        + p("Be kind.")
    )
    assert [(f.field, f.words) for f in result.facts] == [
        ("owner", "Chair of governors"),
        ("review", "autumn term 2028"),
        ("approved_by", "Full governing body"),
    ]
    assert "owner: Chair of governors\nreview_year: 2028/29\n" in result.text
    assert "Owner: Chair of governors." in body_of(result.text)
    assert result.proof.lost == {}


@pytest.mark.parametrize(
    "words",
    [
        "Approved by: Governing Body on 3 December 2026",
        "Approved by: Governing Body, 3rd December 2026.",
        "Adopted by the Governing Body on 3 December 2026.",
    ],
)
def test_approval_in_one_line_is_two_facts(words: str) -> None:
    result = draft(p("Behaviour Policy", "Title") + p(words) + p("Aims", "Heading1") + p("x"))
    facts = {f.field: f for f in result.facts}
    assert facts["approved_by"].words == "Governing Body"
    assert str(facts["approved_on"].day) == "2026-12-03"


@pytest.mark.parametrize("words", ["Next review: 2028", "Review: when needed", "Owner: see below."])
def test_unclear_fact_is_no_fact(words: str) -> None:
    result = draft(p("Behaviour Policy", "Title") + p(words) + p("Aims", "Heading1") + p("x"))
    assert result.facts == ()
    assert "review_year: 2027/28" in result.text


def test_lost_word_is_named() -> None:
    document = read_word_file(make_docx(p("Aims", "Heading1") + p("Be kind.")))
    facts = {name: BY_NAME[name].read_example() for name in ("status", "owner", "applies_to")}
    request = DraftRequest(
        policy="a", version="2027-01", title="A", review_year=AcademicYear(start=2027), facts=facts
    )
    from dataclasses import replace

    more = replace(document, words_in={**document.words_in, "never": 2})
    proof = make_draft(more, request).proof
    assert proof.lost == {"never": 2}
    assert proof.words_in == proof.words_out + proof.left_out + 2


def test_picture_without_a_file_is_named() -> None:
    # A real picture is in the tests of the command; here nothing is in the package.
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A badge"/><a:blip '
        'r:embed="nowhere"/></wp:inline></w:drawing></w:r></w:p>'
    )
    result = draft(p("Aims", "Heading1") + p("Be kind.") + drawing)
    assert result.pictures == {}
    assert ("picture that was not taken", "A badge") in [(d.what, d.text) for d in result.look_at]


# --- words in Markdown


def read_back(text: str) -> str:
    return markdown.plain_text(markdown.read_inline(text))


def squeeze(text: str) -> str:
    for box in ("☐", "□"):
        text = text.replace(box, "[ ]")
    return "".join(text.split())


SIGNS = st.text(alphabet="ab *_[]()`<>&|~\\!#.^:{}-+=/@1\n\t☐", max_size=14)


@given(st.lists(st.tuples(SIGNS, st.booleans(), st.booleans()), max_size=4))
@example([("*Source: ", False, False), ("Health", False, True)])
@example([("a", True, False), ("b", False, False), ("c", True, True)])
@example([("[^1]", False, False)])
@example([("{contact: Head}", False, False)])
@settings(max_examples=400)
def test_any_words_come_back(pieces: Sequence[tuple[str, bool, bool]]) -> None:
    runs = [TextRun(text=text, bold=bold, italic=italic) for text, bold, italic in pieces]
    text = write_inlines(runs, NOWHERE)
    assert squeeze(read_back(text)) == squeeze("".join(run.text for run in runs))


@given(SIGNS.map(lambda text: f"a{text}. B{text}"))
@settings(max_examples=200)
def test_sentences_on_lines_are_one_paragraph(words: str) -> None:
    text = split_sentences(write_inlines([TextRun(text=words)], NOWHERE))
    blocks = markdown.read(protect_start(text)).blocks
    assert [block.kind for block in blocks] == ["paragraph"]
    assert squeeze(markdown.plain_text(blocks[0].inlines)) == squeeze(words)


@pytest.mark.parametrize(
    "words", ["# A", "- a", "+ a", "> a", "1. a", "12) a", "| a |", ": a", "---", "=== b", "~~~"]
)
def test_start_of_a_paragraph_is_words(words: str) -> None:
    text = protect_start(write_inlines([TextRun(text=words)], NOWHERE))
    (block,) = markdown.read(text).blocks
    assert block.kind == "paragraph"
    assert squeeze(markdown.plain_text(block.inlines)) == squeeze(words)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One. Two.", 2),
        ("It is 3.5 metres. That is all.", 2),
        ("See e.g. Facebook. Then stop.", 2),
        ("Mr. Smith came.", 1),
        ("“Stop.” She stopped.", 2),
    ],
)
def test_each_sentence_has_a_line(text: str, lines: int) -> None:
    assert len(split_sentences(text).split("\n")) == lines


def test_styles_of_another_language_make_headings() -> None:
    styles = STYLES.replace('w:styleId="Heading1"', 'w:styleId="Pennawd1"')
    assert "## Nodau" in draft(p("Nodau", "Pennawd1") + p("Croeso i bawb."), styles=styles).text
