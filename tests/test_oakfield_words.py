"""The words of the policy that governors approved stand on its page, every one and in order, mistakes included.

What may differ is form alone, and every such difference is listed here.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from policybook.project.templates import read_templates
from policybook.reading.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parent.parent
SOURCE = Path(__file__).parent / "data" / "social-media-policy-2023-11.txt"

#: (as printed, as published): the only differences in form.
HEADINGS = [
    (
        "SOCIAL MEDIA POLICY\n\nIt was approved",
        "It was approved",
    ),  # the title stands in the front matter …
    ("OAKFIELD PRIMARY SCHOOL", "Oakfield Primary School"),
    ("November 2023\n\nSOCIAL MEDIA POLICY\n", "November 2023\n"),  # … and was printed twice
    ("Introduction:", "Introduction"),
    ("\nPurpose:", "\nPurpose"),
    ("USING SOCIAL MEDIA IN YOUR WORK", "Using social media in your work"),
    ("PERSONAL USE OF SOCIAL MEDIA", "Personal use of social media"),
]
LIST_SIGNS = re.compile(r"^\s*[-•]\s+", re.MULTILINE)


def printed_words() -> list[str]:
    text = SOURCE.read_text(encoding="utf-8")
    for printed, published in HEADINGS:
        assert text.count(printed) == 1, printed
        text = text.replace(printed, published)
    return LIST_SIGNS.sub("", text).split()


@pytest.fixture(scope="module")
def pages() -> dict[str, BeautifulSoup]:
    made = build.build(
        read_sources(ROOT), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    wanted = {
        "policies/social-media/index.html",
        "policies/social-media/2023-11/index.html",
        "policies/social-media/print/index.html",
    }
    found = {a.path: BeautifulSoup(a.data, "html.parser") for a in made.files() if a.path in wanted}
    assert found.keys() == wanted
    return found


@pytest.mark.parametrize("address", ["", "2023-11/", "print/"])
def test_every_word_is_published_in_order(pages: dict[str, BeautifulSoup], address: str) -> None:
    text = pages[f"policies/social-media/{address}index.html"].select_one(".pb-text")
    assert text is not None
    for aside in text.select(
        ".pb-number, .pb-inshort, .pb-mark, .pb-law"
    ):  # numbers and notes are not the policy's words
        aside.extract()
    assert text.get_text(" ").split() == printed_words()


def test_the_mistakes_are_kept() -> None:
    words = " ".join(printed_words())
    for mistake in ("photo's, video's", "The pupil are in the school", "All schools representatives",
                    "Child Protection person in school Guidance/protection for Pupils", "Data Protection Act 1998"):  # fmt: skip
        assert mistake in words
