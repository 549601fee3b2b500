"""Texts that are read line by line: the very blocks that markdown-it gives, and the others left to it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook import blocks, everyday, frontmatter
from policybook.everyday import Block

ROOT = Path(__file__).parent.parent
TEXTS = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md"), *ROOT.glob("*.md")])
WORDS = ("a", "b c", "**d**", "# e", "5 f", "1.g", "é\u00a0", "\\", "<h>", "x" * 3)
MARKERS = ("- ", "* ", "+ ", "-   ", "1. ", "2. ", "1) ", "10. ", "## ")
ODD = (
    "> ",
    "-",
    "1.",
    "--",
    "---",
    "* * *",
    "===",
    "#",
    "## k ##",
    "```",
    "~~~",
    "|",
    "-|-\n",
    "a|b\n",
    "\t",
    "-     ",
    "\r",
    "\0",
    ":-",
)
SPACES = ("", " ", "  ", "   ", "    ", "      ")
line = st.tuples(
    st.sampled_from(SPACES),
    st.sampled_from(("", *MARKERS)),
    st.sampled_from(("", *WORDS)),
    st.sampled_from(("", "", "  ")),
)
everyday_lines = st.lists(line.map("".join), max_size=14).map("\n".join)
any_lines = st.lists(st.sampled_from((*SPACES, *MARKERS, *WORDS, *ODD, "\n", "\n", "\n\n")), max_size=24).map("".join)


def told(found: Sequence[Block]) -> list[Any]:
    return [
        (b.kind, b.lines, b.level, b.ordered, b.inlines, told(b.children), [[*r] for r in b.rows], [*b.row_lines], [*b.aligns])
        for b in found
    ]  # fmt: skip


def is_read_alike(text: str) -> None:
    document, (whole, _) = blocks.read(text), blocks._whole(text)
    assert told(document.blocks) == told(whole.blocks)
    assert (document.too_deep, document.too_long) == (whole.too_deep, whole.too_long)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_text_is_read_as_markdown_it_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_read_alike(text)
    is_read_alike(frontmatter.split(text).body)


@given(everyday_lines)
def test_headings_paragraphs_and_lists_are_read_alike(text: str) -> None:
    is_read_alike(text)


@given(any_lines)
def test_whatever_stands_in_a_text_it_is_read_alike(text: str) -> None:
    is_read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "# A\nb\nc  \nd\n\n## E\n",
        "Words:\n\n- a\n  b\n    - c\n\n      d\n- e\n* f",
        "1. a\n2. b\n   - c\n10) d\n",
        "a\n2. goes on\n1. is a list\n",
        "**Bold** words\n5 pupils\n#tag\n-no item\n",
        "",
    ],
)
def test_what_is_everyday(text: str) -> None:
    found = [block for part in everyday.read(text, blocks.read_inline) for block in part.blocks or ()]
    assert told(found) == told(blocks._whole(text)[0].blocks)


@pytest.mark.parametrize(
    "text",
    [
        "a\n---",
        "> a",
        "```\na",
        "    a",
        "-",
        "- - a",
        "- # a",
        "-     a",
        "a|b\n-|-",
        "# a #",
        "\ta",
        "***",
        "- a\n\n      b\n\n          c",
    ],
)
def test_what_is_not(text: str) -> None:
    assert [part.blocks for part in everyday.read(text, blocks.read_inline)] == [None]
    is_read_alike(text)


def test_a_text_with_a_table_is_read_by_its_parts() -> None:
    text = "# A\nb\n\n## C\n\n| d | e |\n|---|:-:|\n| f | g |\n\n- h\n## I\n> j\n# K\n\n- l\n"
    parts = everyday.read(text, blocks.read_inline)
    assert [(part.lines, part.blocks is None) for part in parts] == [
        ((0, 3), False),
        ((3, 10), True),
        ((10, 12), True),
        ((12, 15), False),
    ]
    is_read_alike(text)


def test_what_is_beyond_all_bounds_is_named_in_a_part_too() -> None:
    is_read_alike("# A\n\nb\n\n## C\n\n" + "d" * (blocks.LONGEST_PASSAGE + 1) + "\n\n## E\n\n" + "> " * 60 + "f\n")
    is_read_alike("## A\n\n" + "- b\n" * blocks.MOST_PASSAGES + "- c\n- d\n")
    wide = "|" * 41 + "\n|" + "-|" * 40 + "\n" + "|a\n" * 130
    is_read_alike(f"## A\n\n{wide}\n## B\n\n{wide}\n## C\n\nd\n")
