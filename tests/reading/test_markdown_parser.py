"""Rules of markdown-it that are not tried at a text: they would have found nothing in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading import front_matter, markdown_parser

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md"), *ROOT.glob("*.md")])
SIGNS = (
    "- ", "* ", "1. ", "## ", "a", "b c", "**d**", "\\", "> ", "-", "--", "---", "* * *", "___ ",
    "===", "= ", "#", "```", "~~~", "`", "|", "-|-\n", "a|b\n",
    ":-", "\t", "\r", "\r\n", "\0", " ", "   ", "    ", "\n", "\n", "\n\n",
)  # fmt: skip


def is_read_alike(text: str) -> None:
    tried = markdown_parser.block_parser(markdown_parser.find_needless_rules(text)).parse(text, {})
    assert [token.as_dict() for token in tried] == [
        t.as_dict() for t in markdown_parser.block_parser(()).parse(text, {})
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_texts_read_as_with_all_rules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_read_alike(text)
    is_read_alike(front_matter.split(text).body)


@given(st.lists(st.sampled_from(SIGNS), max_size=24).map("".join))
def test_any_text_reads_the_same(text: str) -> None:
    is_read_alike(text)


def test_needless_rules() -> None:
    assert markdown_parser.find_needless_rules("## A\n\n- b\n- c\n") == (
        "table",
        "footnote_def",
        "reference",
        "fence",
        "blockquote",
        "hr",
        "lheading",
        "deflist",
    )
    assert (
        markdown_parser.find_needless_rules(
            "A\n---\n\n|b|\n|-|\n\n```\nc\n```\n\n> d\n\n[^1]: x\n\ne\n: f\n"
        )
        == ()
    )
    assert (
        markdown_parser.find_needless_rules("| " * 4 * markdown_parser.MOST_PASSAGES)[-1] == "table"
    )
