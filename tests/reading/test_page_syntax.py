"""Marks of Material's extensions in ordinary pages are found; ordinary words are not."""

import pytest

from policybook.reading import ordinary_pages


def find_names(body: str) -> list[str]:
    return [
        finding.message.removeprefix("these marks of ").removesuffix(
            " would be shown as they are typed"
        )
        for finding in ordinary_pages.find_unread_marks(body, "docs/about.md")
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('=== "Parents"', "tabs"),
        ("??? note", "a box that opens"),
        ('???+ warning "Careful"', "a box that opens"),
        ("- [x] Done", "a task list"),
        ("1. [ ] To do", "a task list"),
        ("{ .annotate }", "annotations"),
        ('--8<-- "other.md"', "text from another file"),
        ("Ask :material-school: here.", "an icon"),
        ("$$ x = 1 $$", "a formula"),
        ("{{ page.title }}", "a macro"),
        ("{% include x %}", "a macro"),
        ("```mermaid", "a chart"),
    ],
)
def test_marks_are_named(line: str, name: str) -> None:
    assert find_names(line) == [name]


@pytest.mark.parametrize(
    "line",
    [
        '!!! note "Title"',
        "Really???",
        "=====",
        "Five of them (5)! And more.",
        "- [Read it](x.md)",
        "Call at 10:30: or later.",
        '`=== "Tab"` is code',
        "It costs $5 or $$$.",
        "Set {contact: Headteacher} there.",
    ],
)
def test_ordinary_words_pass(line: str) -> None:
    assert find_names(line) == []


def test_code_does_not_count() -> None:
    assert find_names('````\n=== "Tab"\n```\n- [ ] x\n````\n- [ ] y') == ["a task list"]
