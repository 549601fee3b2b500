"""The words of a change in HTML read back as both texts, with the spaces between their words."""

import re

import pytest
from bs4 import BeautifulSoup
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.texts import markdown
from policybook.redline import RunKind
from policybook.redline.units import flatten
from policybook.redline.word_diff import runs
from policybook.site.redline_page.ins_del import marked, one_side
from policybook.site.render.inline_html import LinkTargets

GLUED = st.lists(
    st.tuples(
        st.sampled_from(["half", "term", "-", "8.45", "am", "**x**", ",", ".", "(", "£5", "*so*"]),
        st.sampled_from(["", " ", " "]),
    ),
    min_size=1,
    max_size=10,
).map(lambda pairs: "Be " + "".join(map("".join, pairs)).strip())


def read_sides(old: str, new: str) -> list[list[str]]:
    """Return the words of a change: both sides of the marked text, then each side alone."""
    changed = runs(*([tuple(flatten(markdown.read_inline(text)))] for text in (old, new)))
    sides = []
    for gone in ("ins", "del"):
        soup = BeautifulSoup(marked(changed, LinkTargets()), "html.parser")
        for tag in soup.select(f"[data-note], {gone}"):
            tag.decompose()
        sides.append(soup.get_text().split())
    for side in (RunKind.REMOVED, RunKind.ADDED):
        html = one_side(changed, LinkTargets(), side)
        sides.append(BeautifulSoup(html, "html.parser").get_text().split())
    return sides


def plain(text: str) -> list[str]:
    read = flatten(markdown.read_inline(text))
    return "".join(piece.text for piece in read).split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every half term.", "every half-term."),
        ("from 8.45 am and", "from 8:45am and"),
        ("Be calm. Be kind.", "Be kind."),
        ("a **half** term note", "a **half**-term note"),
        ("a note, not a fee", "a note"),
    ],
)
def test_page_shows_every_space(old: str, new: str) -> None:
    assert read_sides(old, new) == [plain(old), plain(new)] * 2
    assert read_sides(new, old) == [plain(new), plain(old)] * 2


@limit_examples(300)
@given(GLUED, GLUED)
def test_page_reads_back(old: str, new: str) -> None:
    assert read_sides(old, new) == [plain(old), plain(new)] * 2


def test_words_that_went_have_their_mark() -> None:
    changed = runs(*([tuple(flatten(markdown.read_inline(t)))] for t in ("half term", "half-term")))
    html = marked(changed, LinkTargets())
    assert re.findall(r"<del.*?</i>(.*?)<i", html) == ["half term"]


def test_words_of_a_picture_are_seen() -> None:
    old, new = ("![Plan of the hall](plan.png)", "![Plan of the new hall](plan.png)")
    changed = runs(*([tuple(flatten(markdown.read_inline(t)))] for t in (old, new)))
    html = marked(changed, LinkTargets())
    assert re.findall("data-note> \\(“(.*?)”\\)", html) == [
        "Plan of the hall",
        "Plan of the new hall",
    ]
    for side, words in ((RunKind.REMOVED, "Plan of the hall"), (RunKind.ADDED, "Plan of the new")):
        assert f"(“{words}" in one_side(changed, LinkTargets(), side)
