"""The forms of a canonical text: frozen hashes, the examples of the page, and pictures by pattern."""

import pytest
from builders import load_project

from policybook.reading.record import approved_text, canonical_forms
from policybook.site.school_pages.verify_forms import EXAMPLES, PICTURE, read_example_file

#: Never change these: schools have them in their minutes.
HASHES = {
    ("plain", "1"): "3214183ef7d5b1e31e4a1e4b1961b9025070e46e89232b97f8fa5c43d9be4c1a",
    ("plain", "2"): "3214183ef7d5b1e31e4a1e4b1961b9025070e46e89232b97f8fa5c43d9be4c1a",
    ("picture", "2"): "919cfada967f63f303f6a9d457c94b364d34f3d5cab870e5da5b54b780d8b80c",
    ("windows", "2"): "e83deaed59b3bdf43a161a14d57904c7624e00949e7041658dbd18912b2ac40e",
}


def compute(name: str, form: str) -> str:
    folder = f"docs/policies/{name}/"
    files = {
        f"{folder}2026-09.md": read_example_file(f"{name}.md"),
        f"{folder}{PICTURE}": read_example_file(PICTURE),
    }
    project = load_project(files).library
    return approved_text.text_in_library(project, project.policies[0].versions[0], form)


@pytest.mark.parametrize(("name", "form"), HASHES)
def test_hashes_never_change(name: str, form: str) -> None:
    assert approved_text.sha256(compute(name, form).encode()) == HASHES[name, form]


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_follow_the_rules(name: str) -> None:
    assert compute(name, canonical_forms.NEWEST).encode() == read_example_file(f"{name}.txt")


def test_first_form_leaves_language_out() -> None:
    assert "language:" not in compute("windows", "1")
    assert "language: cy\n" in compute("windows", "2")


def test_windows_example_is_hard() -> None:
    data = read_example_file("windows.md")
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    assert "e\u0301" in data.decode() and "é" in read_example_file("windows.txt").decode()


@pytest.mark.parametrize(
    ("body", "is_shown"),
    [
        ("![A plan](plan.png)", True),
        ("![A plan](./plan.png)", True),
        ("![A plan](<plan.png>)", True),
        ('![A plan]( plan.png "The title")', True),
        ("![A plan](more/../plan.png)", True),
        ("![A plan](plan.png#top)", True),
        ("![A plan][plan]\r\n\r\n[plan]: plan.png", True),
        ("[A plan](plan.png)", True),
        ("![A plan](%70lan.png)", True),
        ("plan.png", False),
        ("![A plan](floorplan.png)", False),
        ("![A plan](more/plan.png)", False),
        ("![A plan](https://example.org/plan.png)", False),
        ("text [plan]: plan.png", False),
    ],
)
def test_pictures_are_found_by_pattern(body: str, is_shown: bool) -> None:
    assert canonical_forms.select_pictures(body, ["plan.png"]) == ["plan.png"] * is_shown


def test_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        canonical_forms.compose("3", [], [], "")
