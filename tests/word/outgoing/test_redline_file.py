"""A redline in Word: all accepted it is the new text, all rejected the old one, paragraph by paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from builders import TESTS, limit_examples
from hypothesis import given
from hypothesis import strategies as st
from redline.comparisons import FACTS, compare, make_version
from redline.edited_texts import edited_pairs

from policybook.model import Day, Mark, Version
from policybook.redline import Piece, Redline, Unit, redline
from policybook.redline.units import read_units
from policybook.word.outgoing import redline_file

from .accepting import W, list_faults, list_misplaced, list_texts, read_part

PAIRS = sorted((TESTS / "redline" / "pairs").glob("*.old.md"))


def write(comparison: Redline) -> bytes:
    return redline_file(comparison, author="Hill View School")


def expected(version: Version) -> list[str]:
    """The title, and each unit with its number, as the model has them."""
    return [t for t in (version.facts.title, *map(_shown, read_units(version))) if t]


def _shown(unit: Unit) -> str:
    typed = unit.typed or (unit.ordered and re.match(r"\d+[.)](?:\s|$)", unit.text))
    label = "" if typed else f"{unit.label} "
    if not unit.cells:
        return _plain(label + _words(unit.pieces))
    cells = [_plain(_words(cell)) for cell in unit.cells]
    cells[0] = _plain(label + cells[0])
    return _plain(" | ".join(cells))


def _words(pieces: Sequence[Piece]) -> str:
    """The words of a unit; a picture that cannot be shown is named."""
    return "".join(
        f"[picture: {piece.text}]".replace(": \ufffc", "")
        if piece.mark is Mark.IMAGE
        else piece.text
        for piece in pieces
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("\ufffc", "").split())


def assert_comes_back(comparison: Redline) -> None:
    data = write(comparison)
    assert list_texts(data, accept=True) == expected(comparison.new)
    assert list_texts(data, accept=False) == expected(comparison.old)
    assert not list_faults(data)
    assert not list_misplaced(data)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_real_policies_come_back(path: Path, turned: bool) -> None:
    pair = [
        p.read_text(encoding="utf-8")
        for p in (path, path.with_name(path.name.replace(".old", ".new")))
    ]
    bodies = [text.partition("\n---\n")[2] if text.startswith("---\n") else text for text in pair]
    assert_comes_back(compare(*(reversed(bodies) if turned else bodies)))


@limit_examples(150)
@given(edited_pairs())
def test_an_edited_text_comes_back(pair: tuple[str, str]) -> None:
    assert_comes_back(compare(*pair))


@limit_examples(100)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_written(old: str, new: str) -> None:
    data = write(compare(old, new))
    assert not list_faults(data)
    assert not list_misplaced(data)


def test_same_bytes_twice() -> None:
    pair = ("## A\n\nOne **two**.\n", "## A\n\nOne *two* three.\n")
    assert write(compare(*pair)) == write(compare(*pair))


TABLE = "## A\n\n| Day | Who |\n| --- | --- |\n| Monday | Head |\n| Friday | Office |\n"
CASES = {
    "a row in the middle": (TABLE, TABLE.replace("| Friday", "| Tuesday | Cook |\n| Friday")),
    "another column": (TABLE, TABLE.replace(" |\n", " | x |\n")),
    "a table goes": (TABLE, "## A\n\nNothing is left of it.\n"),
    "a table between tables": (f"{TABLE}\nA.\n\n{TABLE[6:]}", f"{TABLE}\n{TABLE[6:]}"),
    "merged cells": (TABLE, TABLE.replace("| Friday | Office |", "| Friday | << |\n| ^^ | Cook |")),
    "the title of the printed text": ("# Phones\n\nA.\n", "# Mobile phones\n\nA.\n"),
    "nothing": ("", ""),
    "everything goes": ("## A\n\nOne two three.\n", ""),
    "a link goes elsewhere": ("See [this](https://a.uk/).\n", "See [this](https://b.uk/).\n"),
    "bold": ("Pupils must not bring phones.\n", "Pupils **must not** bring phones.\n"),
    "a line break": ("One two.\n", "One  \ntwo.\n"),
    "a clause above": ("## A\n\nOne.\n\nTwo.\n", "## A\n\nZero.\n\nOne.\n\nTwo.\n"),
    "steps": ("## A\n\n1. Ask.\n2. Wait.\n", "## A\n\n1. Ask.\n2. Write.\n3. Wait.\n"),
    "a note": ("A.[^1]\n\n[^1]: The Act.\n", "A.[^1]\n\n[^1]: The new Act.\n"),
    "control characters": ("A\x02b\x1fc.\n", "A\x02b\ufffec.\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_case_comes_back(name: str) -> None:
    old, new = CASES[name]
    for pair in ((old, new), (new, old)):
        if name == "control characters":
            assert not list_faults(write(compare(*pair)))
        else:
            assert_comes_back(compare(*pair))


WIDE = "| " + " | ".join(f"column {n}" for n in range(9)) + " |\n" + "|---" * 9 + "|\n"
ROW = "| " + " | ".join(f"word {n}" for n in range(9)) + " |\n"


@pytest.mark.parametrize(
    ("old", "new", "ways"),
    [
        (TABLE, TABLE + "| Sunday | Nobody |\n", [None]),
        (f"## A\n\nB.\n\n{WIDE}{ROW}\nC.\n", f"## A\n\nB.\n\n{WIDE}{ROW}{ROW}\nC.\n", "across"),
        ("## A\n\nB.\n\nC.\n", f"## A\n\nB.\n\n{WIDE}{ROW}\nC.\n", "across"),  # added
        (f"## A\n\nB.\n\n{WIDE}{ROW}\nC.\n", "## A\n\nB.\n\nC.\n", "across"),  # removed
    ],
)
def test_wide_table_has_a_sheet_across(old: str, new: str, ways: object) -> None:
    """Its header is the first row and repeats, so each changed row has the names of its columns."""
    comparison = compare(old, new)
    assert_comes_back(comparison)
    body = read_part(write(comparison))
    sheets = [e.get(f"{W}orient") for e in body.iter(f"{W}pgSz")]
    assert sheets == ([None, "landscape", None] if ways == "across" else ways)
    (header,) = [row for row in body.iter(f"{W}tr") if row.find(f".//{W}tblHeader") is not None]
    assert ("column 0" if ways == "across" else "Day") in "".join(header.itertext())


def test_title_is_tracked() -> None:
    old, new = (make_version("A.", replace(FACTS, title=title)) for title in ("Phones", "Mobiles"))
    assert_comes_back(redline(old, new))


def _xml(old: str, new: str) -> str:
    return ElementTree.tostring(read_part(write(compare(old, new))), encoding="unicode")


LONG = [
    f"Rule number {n} says that pupils of group {n * 7} meet at door {n * 3}." for n in range(6)
]


def test_moved_clause_is_a_move() -> None:
    old = "## A\n\n" + "\n\n".join(LONG)
    new = "## A\n\n" + "\n\n".join([*LONG[1:], LONG[0]])
    assert_comes_back(compare(old, new))
    root = read_part(write(compare(old, new)))
    names = [e.get(f"{W}name") for e in root.iter() if e.tag.endswith("RangeStart")]
    assert len(names) == 2 and len(set(names)) == 1
    assert root.find(f".//{W}moveFrom/{W}r") is not None
    assert root.find(f".//{W}moveTo/{W}r") is not None


def test_another_look_is_tracked_as_a_look() -> None:
    xml = _xml(*CASES["bold"])
    assert "rPrChange" in xml and ":del " not in xml


def test_author_and_day() -> None:
    facts = replace(FACTS, approved_on=Day(date=date(2026, 12, 3)))
    new = make_version("Two.", facts)
    root = read_part(redline_file(redline(make_version("One."), new), author="Hill View School"))
    changes = [e for e in root.iter() if e.tag in (f"{W}ins", f"{W}del")]
    assert {e.get(f"{W}author") for e in changes} == {"Hill View School"}
    assert {e.get(f"{W}date") for e in changes} == {"2026-12-03T00:00:00Z"}


def test_only_web_addresses_are_links() -> None:
    rels = read_part(
        write(compare("", "[a](javascript:x) [b](https://b.uk/) [c](../other/) [d](file:///x)\n")),
        "word/_rels/document.xml.rels",
    )
    outside = [rel.get("Target") for rel in rels if rel.get("TargetMode")]
    assert outside == ["https://b.uk/"]
