"""The tree of plain data and its parts."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Clause
from policybook.reading.texts.clauses import walk_sections
from policybook.site.pdf.document import version_document
from policybook.site.pdf.inlines import Setting, broken
from policybook.site.pdf.tables import table

from .cases import RICH, cover_of, version_of


def document(text: str, **links: str | None) -> Any:
    return json.loads(
        json.dumps(
            version_document(version_of(text), cover_of(), lambda t: links.get(t, t or None))
        )
    )


def pieces_of(text: str) -> Any:
    return document(text)["body"][0]["text"][0]


def test_document_is_plain_data() -> None:
    tree = document(RICH)
    assert tree["kind"] == "version"
    assert tree["day"] == "2023-11-01"
    assert tree["language"] == {"lang": "en", "region": "GB"}
    assert [n["number"] for n in tree["body"] if n["kind"] == "heading"] == ["1", "", "2", "3", "4"]


def test_links_become_targets_or_words() -> None:
    out = {"mark": "link", "target": "https://a.example", "pieces": ["x"]}
    assert pieces_of("[x](https://a.example)") == [out]
    assert pieces_of("[x](#s0-1)") == [{"mark": "jump", "id": "s0-1", "pieces": ["x"]}]
    assert pieces_of("[x](#nowhere)") == [{"mark": "span", "pieces": ["x"]}]
    assert pieces_of("[x]()") == [{"mark": "span", "pieces": ["x"]}]


def test_linked_clauses_have_anchors() -> None:
    assert document("a\n\n[x](#s0-1) [y](#s0-9)")["jumps"] == ["s0-1"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("cy", ("cy", None)),
        ("zh-Hans-CN", ("zh", "CN")),
        ("ur", ("ur", None)),
        ("x1", ("und", None)),
    ],
)
def test_languages_as_typst_wants_them(tag: str, expected: tuple[str, str | None]) -> None:
    tree = version_document(version_of(""), cover_of(language=tag))
    assert tree["language"] == {"lang": expected[0], "region": expected[1]}


def test_heading_levels_are_never_skipped() -> None:
    tree = document(
        "##### five\n\n## two\n\n###### six\n\n### three\n\n##### five\n\n## two\n\n#### four"
    )
    assert [n["level"] for n in tree["body"]] == [1, 1, 2, 2, 3, 1, 2]


def test_empty_headings() -> None:
    assert [(n["number"], n["pieces"]) for n in document("## \n\n### \n\n## b")["body"]] == [
        ("", ["1"]),
        ("2", ["b"]),
    ]


@given(st.text(st.sampled_from("ab /-.?é中 "), max_size=120), st.integers(4, 40))
def test_breaking_words_keeps_every_character(text: str, longest: int) -> None:
    parts = broken(text, longest)
    assert "".join(parts) == text
    if all(len(word) <= longest for word in text.split(" ")):
        assert parts == [text]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Responsibilities", ["Responsibilities"]),  # The template divides it.
        ("(Headteacher)", ["(Headteacher)"]),
        ("Counter-terrorism", ["Counter-", "terrorism"]),
        ("Headteacher/SLT", ["Headteacher/", "SLT"]),
        ("Pupils’/parents’", ["Pupils’/", "parents’"]),
        ("£1,250.00", ["£1,250.00"]),
        ("2026/2027", ["2026/", "2027"]),
        ("SENDCo/DSL", ["SENDCo/", "DSL"]),
        ("DSLs’-and-DDSLs’", ["DSLs’-", "and-", "DDSLs’"]),
        ("Understanding’s", ["", ["Unde", "rsta", "ndin", "g’s"]]),
        ("Internet2026", ["", ["Inte", "rnet", "2026"]]),
        ("office@hill.example", ["offi", "ce@", "hill", ".", "exam", "ple"]),
    ],
)
def test_words_in_a_cell_are_never_cut(word: str, parts: list[object]) -> None:
    assert broken(word, 7, hyphenates=True) == parts


def test_many_columns_get_smaller_letters() -> None:
    for columns, scale in ((6, 1.0), (10, 1.0), (14, 0.75)):
        row = "| word " * columns + "|\n"
        tree: Any = table(rows_of(row + "|---" * columns + "|\n" + row), Setting(href=str))
        assert tree["scale"] == scale


def rows_of(text: str) -> list[Clause]:
    return list(walk_sections(version_of(text).sections))


def test_ragged_table_becomes_full_grid() -> None:
    tree = table(
        rows_of("| a | b | c |\n|---|:-:|---|\n| 1 |\n| 1 | 2 | 3 |\n"), Setting(href=lambda t: t)
    )
    header: Any = tree["header"]
    assert [cell["pieces"] for cell in header] == [["a"], ["b"], ["c"]]
    assert tree["aligns"] == ["start", "center", "start"]
    rows: Any = tree["rows"]
    assert [len(row["cells"]) for row in rows] == [3, 3]


def test_column_fits_its_longest_word() -> None:
    tree: Any = table(
        rows_of("| a | b |\n|---|---|\n| safeguarding | " + "many words " * 30 + " |\n"),
        Setting(href=lambda t: t),
    )
    assert tree["widths"][0] >= len("safeguarding") + 3
    assert tree["widths"][1] > tree["widths"][0]


def test_cover_lines_have_no_numbers() -> None:
    cover, heading, rule = document("November 2023\n\n## Aims\n\nBe kind.")["body"]
    assert (cover["kind"], cover["below"][0]["label"]) == ("cover", "")
    assert cover["below"][0]["text"] == [["November 2023"]]
    assert (heading["number"], rule["label"]) == ("1", "1.1")


def test_mark_of_a_cover_is_its_label_alone() -> None:
    cover, *_ = document("From the cover:\n\nTel: 01632 960000\n\n## Aims\n\nBe kind.")["body"]
    assert [line["text"] for line in cover["below"]] == [[["Tel: 01632 960000"]]]
