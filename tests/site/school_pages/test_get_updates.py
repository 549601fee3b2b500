"""The page on updates leads to each feed; other pages lead to it."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from builders import PATH, make_approved_text

from policybook.model import addresses
from tests.site.school_pages.test_feed import make_files

PAGE = "get-updates/index.html"


def test_page_leads_to_every_feed() -> None:
    files = make_files({PATH: make_approved_text()}, "2026-11-22")
    page = BeautifulSoup(files[PAGE], "html.parser")
    base = f"https://x.example/{addresses.UPDATES}"
    links = {urlsplit(urljoin(base, str(a["href"]))).path[1:] for a in page.select("main a")}
    feeds = {path for path in files if path.endswith("feed.xml") or path.startswith("feed/")}
    assert len(feeds) == 6
    assert feeds <= links
    assert "https://x.example/feed/parents.xml" in page.get_text()


def test_readers_meet_no_raw_feed() -> None:
    files = make_files({PATH: make_approved_text()}, "2026-11-22")
    pages = [path for path in files if path.endswith("index.html") and path != PAGE]
    assert len(pages) > 20
    for path in pages:
        for link in BeautifulSoup(files[path], "html.parser").select("body a[href$='.xml']"):
            raise AssertionError(f"{path}: {link}")


def test_places_on_the_page_exist() -> None:
    files = make_files({PATH: make_approved_text()}, "2026-11-22")
    page = BeautifulSoup(files[PAGE], "html.parser")
    ids = {str(element["id"]) for element in page.select("[id]")}
    places = set()
    for path, data in files.items():
        if path.endswith(".html"):
            for link in BeautifulSoup(data, "html.parser").select("a[href*='get-updates/#']"):
                places.add(str(link["href"]).partition("#")[2])
    assert {"parents", "governors", "policy-behaviour"} <= places
    assert places <= ids
