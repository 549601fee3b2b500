"""A version in Word: every word and number of the site, and what Word and a screen reader need."""

import io
import re
from xml.etree.ElementTree import Element

import mammoth
import pytest
from bs4 import BeautifulSoup
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st
from redline.edited_texts import BODY

from policybook.model import Mark
from policybook.word.outgoing.xml_parts import NAMESPACES

from .accepting import W, list_misplaced, list_texts, read_part
from .policies import COVER, LONG_POLICY, list_units, write_policy

R = f"{{{NAMESPACES['r']}}}"


def roman(number: int) -> str:
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        if number >= value:
            return sign + roman(number - value)
    return ""


def list_labels(data: bytes) -> list[str]:
    """The numbers that Word shows, typed or counted as it counts, in the order of the text."""
    counters, labels = [0] * 9, []
    body = read_part(data).find(f"{W}body")
    assert body is not None
    forms = [lambda n: chr(96 + n) if n < 27 else chr(96 + n - 26) * 2, roman, str]
    for paragraph in body.iter(f"{W}p"):
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if level is not None:
            depth = int(level.get(f"{W}val") or 0)
            counters[depth] += 1
            counters[depth + 1 :] = [0] * (8 - depth)
            typed = ".".join(map(str, counters[: depth + 1]))
            labels.append(typed if depth < 2 else f"({forms[(depth - 2) % 3](counters[depth])})")
        elif paragraph.find(f"{W}r/{W}tab") is not None:
            labels.append(_text(paragraph.find(f"{W}r")))
    return labels


def _text(element: Element | None) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t")) if element is not None else ""


def test_every_number_is_the_sites() -> None:
    wanted = [unit.label for unit in list_units(LONG_POLICY) if unit.label]
    assert list_labels(write_policy(LONG_POLICY)) == wanted


@limit_examples(100)
@given(BODY.map("\n\n".join))
def test_numbers_and_words_of_any_text(body: str) -> None:
    data = write_policy(body)
    assert list_labels(data) == [unit.label for unit in list_units(body) if unit.label]
    assert not list_misplaced(data)


@limit_examples(100)
@given(st.text(max_size=300))
def test_any_text_can_be_written(text: str) -> None:
    assert not list_misplaced(write_policy(text))


def test_same_bytes_twice() -> None:
    assert write_policy(LONG_POLICY) == write_policy(LONG_POLICY)


def test_cover() -> None:
    texts = list_texts(write_policy(LONG_POLICY), accept=True)
    assert texts[:5] == [
        "Phones",
        "Hill View School · Version 2026-12",
        "Draft. It is private, and not in force.",
        "Owner | Headteacher",
        "Review | Planned for the academic year 2027/28.",
    ]


def test_file_says_title_and_language() -> None:
    data = write_policy(LONG_POLICY)
    core = read_part(data, "docProps/core.xml")
    facts = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert (facts["title"], facts["language"]) == ("Phones", "en-GB")
    styles = read_part(data, "word/styles.xml")
    assert [e.get(f"{W}val") for e in styles.iter(f"{W}lang")] == ["en-GB"]


def test_headings_have_words_names_and_levels() -> None:
    styles = read_part(write_policy(LONG_POLICY), "word/styles.xml")
    named = {
        style.find(f"{W}name").get(f"{W}val"): style.find(f"{W}pPr/{W}outlineLvl")
        for style in styles.iter(f"{W}style")
    }
    levels = {name: level.get(f"{W}val") for name, level in named.items() if level is not None}
    assert levels == {f"heading {n}": str(n - 1) for n in range(1, 7)}


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("## A\n\n##### B\n\n### C\n\n#### D\n", ["Heading1", "Heading2", "Heading2", "Heading3"]),
        ("#### B\n\nWords.\n\n## A\n", ["Heading1", "Heading1"]),
    ],
)
def test_no_heading_skips_a_level(text: str, styles: list[str]) -> None:
    body = read_part(write_policy(text))
    found = [e.get(f"{W}val") or "" for e in body.iter(f"{W}pStyle")]
    assert [style for style in found if style.startswith("Heading")] == styles


def test_notes_are_footnotes() -> None:
    data = write_policy(LONG_POLICY)
    calls = [e.get(f"{W}id") for e in read_part(data).iter(f"{W}footnoteReference")]
    notes = {
        note.get(f"{W}id"): " ".join(_text(note).split())
        for note in read_part(data, "word/footnotes.xml")
    }
    assert calls == ["1", "2"]
    assert notes == {"-1": "", "0": "", "1": "The Education Act.", "2": "law The Children Act."}


def test_note_without_reference_stays_in_its_place() -> None:
    texts = list_texts(write_policy("A.\n\n[^9]: Nobody calls this.\n"), accept=True)
    assert "[9] Nobody calls this." in texts


def test_header_of_a_table_repeats() -> None:
    tables = [*read_part(write_policy(LONG_POLICY)).iter(f"{W}tbl")]
    rows = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in tables[1].iter(f"{W}tr")]
    assert rows == [True, False, False, False]


def test_merged_cells() -> None:
    body = read_part(write_policy(LONG_POLICY))
    assert [e.get(f"{W}val") for e in body.iter(f"{W}gridSpan")] == ["2"]
    assert [e.get(f"{W}val") for e in body.iter(f"{W}vMerge")] == ["restart", "continue"]


def test_wide_table_has_a_sheet_across() -> None:
    row = "| " + " | ".join(f"column{n}" for n in range(9)) + " |\n"
    text = f"A.\n\n{row}{re.sub('column.', '---', row)}{row}\nB.\n"
    ways = [e.get(f"{W}orient") for e in read_part(write_policy(text)).iter(f"{W}pgSz")]
    assert ways == [None, "landscape", None]


def test_picture_is_described() -> None:
    body = read_part(write_policy(LONG_POLICY))
    (picture,) = body.iter(f"{{{NAMESPACES['wp']}}}docPr")
    assert picture.get("descr") == "A map of the school"


def test_link_leads_to_the_clause() -> None:
    body = read_part(write_policy(LONG_POLICY))
    (anchor,) = (e.get(f"{W}anchor") for e in body.iter(f"{W}hyperlink") if e.get(f"{W}anchor"))
    (marked,) = (
        p
        for p in body.iter(f"{W}p")
        if p.find(f"{W}bookmarkStart[@{W}name='{anchor}']") is not None
    )
    assert _text(marked) == "Pupils must:"


def test_every_relationship_has_a_part() -> None:
    data = write_policy(LONG_POLICY)
    rels = {e.get("Id"): e for e in read_part(data, "word/_rels/document.xml.rels")}
    named = {
        value
        for e in read_part(data).iter()
        for key, value in e.attrib.items()
        if key.startswith(R)
    }
    assert named <= set(rels)
    for rel in rels.values():
        if not rel.get("TargetMode") and not (rel.get("Target") or "").startswith("media/"):
            read_part(data, f"word/{rel.get('Target')}")


def test_head_and_foot_of_a_sheet() -> None:
    data = write_policy(LONG_POLICY)
    assert _text(read_part(data, "word/header.xml")) == "Phones  ·  Version 2026-12  ·  Draft"
    foot = read_part(data, "word/footer.xml")
    assert [e.get(f"{W}instr") for e in foot.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]
    assert _text(foot).startswith(COVER.school)


def test_mammoth_reads_every_word() -> None:
    """Test with a reader of Word files that has none of our code."""
    found = mammoth.convert_to_html(io.BytesIO(write_policy(LONG_POLICY)))
    soup = BeautifulSoup(found.value, "html.parser")
    shown = " ".join(soup.get_text(" ").split())
    pieces = [p for u in list_units(LONG_POLICY) for cell in u.cells or (u.pieces,) for p in cell]
    for line in [line for p in pieces if p.mark is not Mark.IMAGE for line in p.text.split("\n")]:
        assert " ".join(line.strip("[]").split()) in shown
    assert soup.find_all("h1")[-1].get_text(" ").split() == ["4", "Last", "words"]
    assert len(soup.select("ol ol ol")) > 0
    assert soup.find("img", alt="A map of the school") is not None
    assert "The Education Act." in shown and "The Children Act." in shown
