"""Every word of the approved policy is on its page, in order, including its mistakes.

Only the form may differ. This file lists every such difference.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parent.parent
SOURCE = Path(__file__).parent / "data" / "social-media-policy-2023-11.txt"

#: Differences in form: as printed, as published. The title was printed twice, and the site has
#: it in the front matter.
HEADINGS = [
    ("SOCIAL MEDIA POLICY\n\nIt was approved", "It was approved"),
    ("OAKFIELD PRIMARY SCHOOL", "Oakfield Primary School"),
    ("November 2023\n\nSOCIAL MEDIA POLICY\n", "November 2023\n"),
    ("Introduction:", "Introduction"),
    ("\nPurpose:", "\nPurpose"),
    ("USING SOCIAL MEDIA IN YOUR WORK", "Using social media in your work"),
    ("PERSONAL USE OF SOCIAL MEDIA", "Personal use of social media"),
]
LIST_SIGNS = re.compile(r"^\s*[-•]\s+", re.MULTILINE)


def list_printed_words() -> list[str]:
    text = SOURCE.read_text(encoding="utf-8")
    for printed, published in HEADINGS:
        assert text.count(printed) == 1, printed
        text = text.replace(printed, published)
    return LIST_SIGNS.sub("", text).split()


@pytest.fixture(scope="module")
def pages() -> dict[str, BeautifulSoup]:
    site = build.build(
        read_sources(ROOT), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    wanted = {
        "policies/social-media/index.html",
        "policies/social-media/2023-11/index.html",
        "policies/social-media/print/index.html",
    }
    parsed = {
        a.path: BeautifulSoup(a.data, "html.parser") for a in site.files() if a.path in wanted
    }
    assert parsed.keys() == wanted
    return parsed


@pytest.mark.parametrize("address", ["", "2023-11/", "print/"])
def test_every_word_is_published_in_order(pages: dict[str, BeautifulSoup], address: str) -> None:
    text = pages[f"policies/social-media/{address}index.html"].select_one(".pb-text")
    assert text is not None
    # Numbers and notes are not the policy's words.
    for aside in text.select(
        ".pb-number, .pb-inshort, .pb-mark, .pb-law, .pb-from-cover > summary, .pb-from-cover-label"
    ):
        aside.extract()
    assert text.get_text(" ").split() == list_printed_words()


def test_mistakes_are_kept() -> None:
    words = " ".join(list_printed_words())
    for mistake in (
        "photo's, video's",
        "The pupil are in the school",
        "All schools representatives",
        "Child Protection person in school Guidance/protection for Pupils",
        "Data Protection Act 1998",
    ):
        assert mistake in words
