"""Test which signs of bold words stay on the page, and which are words or marks."""

import pytest
from builders import load_version, make_text

from policybook.checks.rules.foreign_markup import find_signs


def find(body: str) -> list[str]:
    return [words for _, words in find_signs(load_version(make_text(f"## Rules\n\n{body}\n")))]


@pytest.mark.parametrize(
    "body",
    [
        "**Staff must sign in.",
        "**Note: text ** here.",
        "The ** Act ** says.",
        "Text** here.",
        "__Note and",
        "*Note: text * here.",
        "**One\n\nTwo.",
        "- a **desk",
        "| a | b |\n|---|---|\n| **c | d |",
        "### Two **words",
        "This is a *half of it.",
        "This is a _half of it.",
        "This is a half_ of it.",
        "| a | b |\n|---|---|\n| so *c | d |",
    ],
)
def test_loose_signs_are_named(body: str) -> None:
    assert len(find(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "**Bold**, *italic*, __bold__ and ***both***.",
        "**Act**, s. 1, (**all**) and “**quoted**” and **bold**s.",
        "> **Quote\n> goes on** here.",
        "Grades A* to C, 5* and *Required.",
        "2**3, 4 ** 5, my__file__name, a_b@c.example and ____.",
        "`**code**` and \\*\\*words\\*\\* and \\_\\_x.",
        "Fees** are due.\n\n** Not for all.",
        "The PIN is ****.",
        "Yes / no *delete as appropriate",
        "The fee is due *see the list.",
        "*Not on Fridays.",
        "Fees* are due.\n\nSo *Not for all.",
        "A \\*half and a \\_half.",
        "Open _config.yml and my_file and ___.",
    ],
)
def test_marks_and_words_are_left_alone(body: str) -> None:
    assert find(body) == []


def test_finding_is_in_its_line() -> None:
    version = load_version(make_text("## Rules\n\n**Bold** text.\n\nSo\n**loose text.\n"))
    lines = make_text("## Rules\n\n**Bold** text.\n\nSo\n**loose text.\n").split("\n")
    assert [line for line, _ in find_signs(version)] == [lines.index("**loose text.") + 1]
