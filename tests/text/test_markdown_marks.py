"""Words in Markdown for a forge: they show as they are, and nothing in them acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policybook.text.markdown_marks import escape_markdown, fence

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


@pytest.mark.parametrize(
    "text",
    [
        "Behaviour *and* _attendance_",
        "# Policy",
        "- a",
        "1. a",
        "12) a",
        "+ a",
        "= a",
        "a <b>c</b> <!-- d -->",
        "[a](javascript:b)",
        "![a](b)",
        "a | b",
        "&amp; &#64;",
        "a \\ b",
        "`a`",
        "~~a~~",
        "a\n\n# b",
        "fixes #12",
    ],
)
def test_words_show_as_they_are(text: str) -> None:
    tokens = MARKDOWN.parse(escape_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == " ".join(text.split())


@given(st.text())
def test_any_words_make_no_markup(text: str) -> None:
    tokens = MARKDOWN.parse(f"x {escape_markdown(text)}")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}


@pytest.mark.parametrize("text", ["@head", "ask @school/office", "a@b.example"])
def test_nobody_is_called(text: str) -> None:
    assert "@\N{WORD JOINER}" in escape_markdown(text)


@given(st.text(alphabet="`~ab \n>"))
def test_no_text_ends_its_block(text: str) -> None:
    tokens = MARKDOWN.parse(f"{fence(text)}\n\nafter")
    assert [token.type for token in tokens] == [
        "fence", "paragraph_open", "inline", "paragraph_close",
    ]  # fmt: skip
    assert tokens[0].content.rstrip("\n") == text.rstrip().rstrip("\n")
