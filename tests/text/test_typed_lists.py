"""Test which typed letters make a list, and which of them become list markers."""

import time

import pytest

from policybook.text import typed_lists


def find_letters(text: str) -> list[list[str]]:
    return [
        [letter.typed for letter in run.letters] for run in typed_lists.find_lists(text.split("\n"))
    ]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Bring:\na) coat\nb) hat", [["a)", "b)"]]),
        ("(a) coat\n\n(b) hat", [["(a)", "(b)"]]),
        ("i. ask\nii. wait\niii. go", [["i.", "ii.", "iii."]]),
        ("h) ask\ni) wait\nj) go", [["h)", "i)", "j)"]]),
        ("a) ask:\ni) once\nii) twice\nb) wait", [["a)", "b)"], ["i)", "ii)"]]),
        ("a) ask\n\nThen go.\n\nb) wait", [["a)"], ["b)"]]),
        ("a) ask\n## Then\nb) wait", [["a)"]]),
        ("as written in\n(a) above", []),
        ("i. e. at once\ne. g. today\na. m.", []),
        ("a. alone", []),
        ("A. coat\nB. hat", [["A.", "B."]]),
        ("I. coat\nII. hat", [["I.", "II."]]),
        ("A. Smith decides.\n\nB. Jones too.", []),
        ("B. Jones\nC. Smith", []),
        ("A. Brown\nB. Okafor", []),
        ("A. O’Neill (chair)\nB. van Dyk, staff\nC. Smith", []),
        ("A. B. Brown\nB. C. Smith", []),
        ("A. Brown\nB. Jones", [["A.", "B."]]),  # They may be headings: the finding asks.
        ("A. Okafor decides\nB. Begum signs", [["A.", "B."]]),
        ("- a) an item\n1. a figure\nA) a capital", []),
    ],
)
def test_letters_in_order_make_lists(text: str, lists: list[list[str]]) -> None:
    assert find_letters(text) == lists


@pytest.mark.parametrize("pointer", ["see (b)", "under b)", "in point b", "rule 2b", "Paragraph B"])
def test_cited_letters_stay(pointer: str) -> None:
    assert typed_lists.bullet_lines(["a) ask", "b) wait", "", pointer]) == {}
    assert typed_lists.bullet_lines(["a) ask", "\tb)\twait", "", "see above"]) == {
        0: "- ask",
        1: "\t- wait",
    }


def test_many_letters_take_linear_time() -> None:
    start = time.perf_counter()
    typed_lists.bullet_lines(["a) x"] * 3_000)
    assert time.perf_counter() - start < 5


def test_list_with_a_gap_stays() -> None:
    assert typed_lists.bullet_lines(["a) lock;", "b) shut;", "d) open."]) == {}
    assert len(typed_lists.bullet_lines(["a) lock;", "b) shut;", "", "d) open."])) == 2
