"""The groups of policies: the school's own names and order."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text, make_sources

from policybook.project.templates import read_templates
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
TEXT = make_approved_text("## A\n\nBe kind.\n")


def read_home(groups: dict[str, str], school: str = "") -> BeautifulSoup:
    """Return the home page of a school with these policies and their groups."""
    files = {
        f"docs/policies/{name}/2025-09.md": TEXT.replace(
            "owner:", f"group: {group}\nowner:" if group else "owner:"
        ).replace("title: Behaviour", f"title: {name.capitalize()}")
        for name, group in groups.items()
    }
    files["docs/policies/school.yml"] = f"name: Hill View\n{school}"
    sources = make_sources(files)
    site = build.build(sources, read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False))
    pages = {file.path: file.data for file in site.files()}
    return BeautifulSoup(pages["index.html"], "html.parser")


def list_groups(home: BeautifulSoup) -> list[tuple[str, int]]:
    return [
        (heading.get_text(), len(section.select(".pb-line")))
        for section in home.select(".pb-list")
        for heading in section.select("h2")
    ]


OWN = "groups:\n  - Premises and safety\n  - Care\n"
GROUPS = [
    # groups of the policies, what school.yml says, headings with how many policies
    (["", ""], "", [("All policies", 2)]),
    (["Staff", "Learning"], "", [("Learning", 1), ("Staff", 1)]),
    (["staff", "Staff"], "", [("Staff", 2)]),
    (["Zoo", "", "Staff"], "", [("Staff", 1), ("Zoo", 1), ("Other policies", 1)]),
    (["Care", "Premises and safety"], OWN, [("Premises and safety", 1), ("Care", 1)]),
    (["Staff", "care"], OWN, [("Care", 1), ("Staff", 1)]),
]


@pytest.mark.parametrize(("groups", "school", "expected"), GROUPS)
def test_groups_follow_the_school(
    groups: list[str], school: str, expected: list[tuple[str, int]]
) -> None:
    names = dict(zip(("anti", "bees", "cats"), groups, strict=False))
    assert list_groups(read_home(names, school)) == expected


@pytest.mark.parametrize(("count", "has_letters"), [(11, False), (12, True)])
def test_long_lists_have_letters(count: int, has_letters: bool) -> None:
    home = read_home({f"{letter}-policy": "" for letter in "abcdefghijklmnop"[:count]})
    assert len(home.select(".pb-line")) == count
    letters = [link.get_text() for link in home.select(".pb-letters a")]
    assert letters == (["All", *"ABCDEFGHIJKL"] if has_letters else [])


def test_usual_groups_need_no_list() -> None:
    names = {"attendance": "", "kites": ""}
    assert list_groups(read_home(names)) == [("Behaviour and attendance", 1), ("Other policies", 1)]
    # A school with its own groups has no others.
    assert list_groups(read_home(names, OWN)) == [("All policies", 2)]
