"""Home and the pages for readers show what to do in common situations, where the school answers."""

import pytest
from bs4 import BeautifulSoup
from builders import PATH, make_approved_text

from policybook.reading.files import layout
from policybook.search.situations import shipped_cards
from tests.site.school_pages.test_worried import build_pages, make_files

ENGLAND = "name: Hill View\nnation: England\n"
PAGES = ("", "parents/", "pupils/", "staff/")


def list_cards(files: dict[str, bytes], address: str) -> list[str]:
    page = BeautifulSoup(files[f"{address}index.html"], "html.parser")
    links = page.select("section[aria-labelledby=situations] li a")
    return [str(link["href"]).split("/")[-2] for link in links]


def test_home_shows_readers_in_turn() -> None:
    cards = list_cards(build_pages(make_files()), "")
    readers = {card.id: card.reader for card in shipped_cards()}
    assert cards[0] == "friend"  # the first of the file
    assert [readers[card] for card in cards] == ["pupils", "parents", "staff", "pupils", "parents"]


def test_home_says_for_whom_each_is() -> None:
    files = build_pages(make_files())
    for address, labels in (("", ["For children", "For parents", "For staff"]), ("pupils/", [])):
        page = BeautifulSoup(files[f"{address}index.html"], "html.parser")
        marks = page.select("section[aria-labelledby=situations] .pb-news-more")
        assert [mark.get_text() for mark in marks][:3] == labels


@pytest.mark.parametrize("address", PAGES)
def test_situations_are_about_different_harm(address: str) -> None:
    about = {card.id: card.about for card in shipped_cards()}
    assert all(about.values())
    kinds = [about[card] for card in list_cards(build_pages(make_files()), address)]
    assert len(set(kinds)) == len(kinds) == 5


@pytest.mark.parametrize("reader", ["parents", "pupils", "staff"])
def test_readers_see_their_own(reader: str) -> None:
    cards = list_cards(build_pages(make_files()), f"{reader}/")
    readers = {card.id: card.reader for card in shipped_cards()}
    assert len(cards) == 5 and {readers[card] for card in cards} == {reader}


@pytest.mark.parametrize("school", [ENGLAND, "name: Hill View\n"], ids=["England", "no nation"])
@pytest.mark.parametrize(
    ("title", "shown"), [("Safeguarding Policy", True), ("Kindness Policy", False)]
)
def test_safeguarding_policy_answers(title: str, shown: bool, school: str) -> None:
    text = make_approved_text(title=title)
    files = build_pages({PATH: text, layout.SCHOOL: school})
    assert all(bool(list_cards(files, address)) is shown for address in PAGES)
