"""The home page, the register and the summaries of a school of several policies."""

import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text, make_record, make_sources

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings
from tests.site.pack.cases import ROOT, TODAY, URL

PAGES = (
    "index.html",
    "review/index.html",
    "staff/index.html",
    "get-updates/index.html",
    "policies/behaviour/parents/index.html",
    "policies/behaviour/pupils/index.html",
)


@pytest.fixture(scope="module")
def pages() -> dict[str, BeautifulSoup]:
    """The pages of the sample school, by address."""
    sources, settings = read_sources(ROOT / "tests" / "sample-school"), Settings(url=URL, pdf=False)
    site = build.build(sources, read_templates(ROOT), TODAY, settings)
    return {
        file.path: BeautifulSoup(file.data, "html.parser")
        for file in site.files()
        if file.path in PAGES
    }


def test_latest_changes_name_first_day(pages: dict[str, BeautifulSoup]) -> None:
    rows = pages["index.html"].select("[aria-labelledby=changed] li")
    news = [" ".join(tag.get_text().split()) for tag in rows]
    assert news[0].startswith(
        "Behaviour and Anti-bullying Policy, November 2026Approved by Governing Body,"
        " 12 November 2026. In force from 5 January 2027. Staff must write up"
    )
    assert "In force from" not in " ".join(news[1:])


@pytest.mark.parametrize(
    "expected",
    [
        "Mobile Phones and Personal Devices Policy, March 2026: reviewed"
        "Reviewed on 5 October 2026. The text did not change.",
        "Photographs at School Events Policy, September 2021: withdrawn"
        "Withdrawn on 10 March 2026. It is not in force. Reason: The Mobile Phones and Personal"
        " Devices Policy has its rules now.",
    ],
)
@pytest.mark.parametrize("page", ["index.html", "get-updates/index.html"])
def test_latest_changes_tell_every_decision(
    pages: dict[str, BeautifulSoup], page: str, expected: str
) -> None:
    rows = pages[page].select("[aria-labelledby=changed] li")
    assert expected in [" ".join(tag.get_text().split()) for tag in rows]


def test_withdrawn_policy_has_no_review(pages: dict[str, BeautifulSoup]) -> None:
    rows = [tag.get_text(" ", strip=True) for tag in pages["review/index.html"].select("tr")]
    (row,) = [row for row in rows if "Photographs at School Events Policy" in row]
    assert "None: it was withdrawn" in row and "Planned for" not in row


def test_withdrawn_policy_is_apart(pages: dict[str, BeautifulSoup]) -> None:
    lists = [part.get_text(" ", strip=True) for part in pages["index.html"].select(".pb-list")]
    assert "Photographs" not in " ".join(lists[:-1])
    assert lists[-1] == "No longer in force Photographs at School Events Policy Withdrawn"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("index.html", {"In force since 8 July 2025", "In force since 10 March 2026"}),
        ("staff/index.html", {"In force"}),  # its lines have more links
    ],
)
def test_home_says_since_when(
    pages: dict[str, BeautifulSoup], page: str, expected: set[str]
) -> None:
    tags = pages[page].select(".pb-line-standing .pb-standing")
    standings = {tag.get_text() for tag in tags} - {"Withdrawn"}
    assert expected <= standings
    assert all(words.startswith("In force") for words in standings)


def test_short_home_ends_with_news(pages: dict[str, BeautifulSoup]) -> None:
    """The order of a phone: policies, situations, latest changes, texts open for comment."""
    headings = [tag.get("id") for tag in pages["index.html"].select("main h2")]
    assert headings[-4:] == ["situations", "changed", "open", "proposed"]


def test_closed_consultation_is_not_open(pages: dict[str, BeautifulSoup]) -> None:
    """The consultation on the Complaints Policy ends on 15 January 2027."""
    days = {
        tag.get("aria-labelledby"): tag.get("data-days")
        for tag in pages["index.html"].select("section")
    }
    assert days["open"] == "../2027-01-15"
    assert days["proposed"] == "2027-01-16/.."


def test_foot_has_the_office_number(pages: dict[str, BeautifulSoup]) -> None:
    for page in pages.values():
        foot = page.select_one(".pb-footer-ask p")
        assert foot
        assert foot.get_text() == (
            "Didn’t find it? Ask the school office: 01632 960000, 8 am to 4 pm on school days."
        )
        assert foot.select_one("a[href='tel:01632960000']")


@pytest.mark.parametrize("reader", ["parents", "pupils"])
def test_summary_names_each_person_once(pages: dict[str, BeautifulSoup], reader: str) -> None:
    page = pages[f"policies/behaviour/{reader}/index.html"]
    roles = [tag.get_text() for tag in page.select("main dt, article dt")]
    assert "Designated Safeguarding Lead" in roles and len(roles) == len(set(roles))
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert "ask-designated-safeguarding-lead" in ids and len(ids) == len(set(ids))


@pytest.mark.parametrize("reader", ["parents", "pupils"])
def test_summary_leads_to_coming_text(pages: dict[str, BeautifulSoup], reader: str) -> None:
    note = pages[f"policies/behaviour/{reader}/index.html"].select_one(".pb-proposal:not([hidden])")
    assert note and note.get_text().startswith("This changes on 5 January 2027.")
    (link,) = note.select("a")
    assert str(link["href"]).endswith(f"2026-11/{reader}/")


@pytest.mark.parametrize(("count", "is_long"), [(11, False), (12, True)])
def test_news_is_beside_long_lists(count: int, is_long: bool) -> None:
    """Below a long list nobody would see it. The order of a phone stays."""
    files: dict[str, str | bytes] = {
        f"{layout.POLICIES}rules-{number}/2025-09.md": make_approved_text(title=f"Rules {number}")
        for number in range(count)
    }
    sources = make_sources({**files, layout.RECORD: make_record(files)})
    site = build.build(sources, read_templates(ROOT), TODAY, Settings(url=URL, pdf=False))
    for path in ("index.html", "governors/index.html"):
        (data,) = (file.data for file in site.files() if file.path == path)
        page = BeautifulSoup(data, "html.parser")
        assert bool(page.select(".pb-notes #changed")) is is_long, path
        assert bool(page.select(".pb-lists--long")) is is_long, path
        before = page.select_one("#changed")
        assert before and len(before.find_all_previous("li", class_="pb-line")) == count


@pytest.mark.parametrize(("count", "expected"), [(20, []), (21, ["A", "B", "C"])])
def test_long_group_shows_letters(count: int, expected: list[str]) -> None:
    files: dict[str, str | bytes] = {
        f"{layout.POLICIES}p{number}/2025-09.md": make_approved_text(
            title=f"{'CAB'[number % 3]}{number} Policy"
        )
        for number in range(count)
    }
    sources = make_sources({**files, layout.RECORD: make_record(files)})
    settings = Settings(url=URL, pdf=False)
    made = {
        a.path: a.data for a in build.build(sources, read_templates(ROOT), TODAY, settings).files()
    }
    home = BeautifulSoup(made["index.html"], "html.parser")
    assert [tag.get_text() for tag in home.select(".pb-line-letter")] == expected
    assert len(home.select(".pb-line")) == count
