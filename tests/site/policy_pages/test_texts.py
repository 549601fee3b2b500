"""Pages of a proposed text: until when, and to whom, people send comments."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import PATH, TODAY, make_approved_text, make_record, make_sources, make_text

from policybook.model.findings import has_errors
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings
from tests.site.school_pages.test_feed import make_files

ROOT = Path(__file__).parents[3]
NEXT = PATH.replace("2025-09", "2026-12")
RULES = "## Rules\n\nHand your phone in.\n"
PROPOSAL_PAGES = (
    "policies/behaviour/2026-12/index.html",
    "policies/behaviour/2026-12/print/index.html",
    "policies/behaviour/2026-12/parents/index.html",
    "policies/behaviour/2026-12/parents/print/index.html",
)
OTHER_PAGES = (
    "policies/behaviour/2025-09/index.html",
    "policies/behaviour/2025-09/print/index.html",
)


def build_pages(today: date = TODAY, **fields: str) -> dict[str, BeautifulSoup]:
    approved = {PATH: make_approved_text(RULES)}
    files: dict[str, str | bytes] = {
        **approved,
        NEXT: make_text(RULES, status="consultation", changes="Watches.", **fields),
        NEXT.replace(".md", ".parents.md"): "## We ask\n\n- Hand your phone in. [1.1]\n",
        layout.RECORD: make_record(approved),
        layout.SCHOOL: "name: Hill View School\ncontact: the clerk\n",
    }
    settings = Settings(url="https://x.example/", pdf=False)
    site = build.build(make_sources(files), read_templates(ROOT), today, settings)
    assert not has_errors(site.findings), site.findings
    return {
        asset.path: BeautifulSoup(asset.data, "html.parser")
        for asset in site.files()
        if asset.path in (*PROPOSAL_PAGES, *OTHER_PAGES)
    }


def read_words(page: BeautifulSoup) -> str:
    return " ".join(page.get_text(" ").split()).replace(" .", ".")


@pytest.fixture(scope="module")
def pages() -> dict[str, BeautifulSoup]:
    return build_pages(comments_until="2027-01-04", comments_to="office@school.example")


@pytest.mark.parametrize("path", PROPOSAL_PAGES)
def test_proposal_says_where_comments_go(pages: dict[str, BeautifulSoup], path: str) -> None:
    words = read_words(pages[path])
    assert "Send comments by 4 January 2027 to office@school.example." in words


@pytest.mark.parametrize("path", [PROPOSAL_PAGES[0], PROPOSAL_PAGES[2]])
def test_address_is_a_link(pages: dict[str, BeautifulSoup], path: str) -> None:
    (link,) = pages[path].select(".pb-notice a[href^='mailto:']")
    assert link["href"] == "mailto:office@school.example"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            OTHER_PAGES[0],
            [
                "A new version is proposed: see what would change. "
                "Send comments by 4 January 2027 to office@school.example."
            ],
        ),
        (OTHER_PAGES[1], []),
    ],
)
def test_approved_text_names_the_proposal(
    pages: dict[str, BeautifulSoup], path: str, expected: list[str]
) -> None:
    lines = [p for p in pages[path].select("p") if "Send comments" in p.get_text()]
    assert [" ".join(p.get_text().split()) for p in lines] == expected


@pytest.mark.parametrize("path", PROPOSAL_PAGES)
def test_closed_consultation_says_so(path: str) -> None:
    words = read_words(build_pages(date(2027, 1, 5), comments_until="2027-01-04")[path])
    assert "Comments closed on 4 January 2027. The governors have not yet decided." in words
    assert "Send comments" not in words


def test_contact_takes_comments_otherwise() -> None:
    words = read_words(build_pages()[PROPOSAL_PAGES[0]])
    assert "Send comments to the clerk." in words


def test_typed_words_are_no_markup() -> None:
    page = build_pages(comments_to="'<b>the clerk</b>'")[PROPOSAL_PAGES[0]]
    assert "Send comments to <b>the clerk</b>." in read_words(page)
    assert page.select_one(".pb-notice b") is None


LAW = """rows:
  - old: [Blue Form]
    kind: renamed
    new: the Green Form
    source: the office
    checked: 2026-10
    confidence: S
  - old: [phones are handed]
    kind: watch
    new: the law is in motion
    source: the office
    checked: 2026-10
    confidence: S
"""


def test_readers_see_only_sure_notes() -> None:
    body = "## Rules\n\nUse the Blue Form.\n\nPhones are handed in.\n"
    approved = {PATH: make_approved_text(body)}
    files: dict[str, str | bytes] = {
        **approved,
        layout.RECORD: make_record(approved),
        layout.LAW: LAW,
    }
    site = build.build(
        make_sources(files),
        read_templates(ROOT),
        TODAY,
        Settings(url="https://x.example/", pdf=False),
    )
    pages = {
        a.path: BeautifulSoup(a.data, "html.parser")
        for a in site.files()
        if a.path in ("policies/behaviour/index.html", "review/out-of-date/index.html")
    }
    policy, register = map(read_words, map(pages.__getitem__, sorted(pages)))
    assert "“Blue Form” is now called the Green Form" in policy
    assert "may change" not in policy
    assert "Phones are handed" in register


@pytest.mark.parametrize("page", ["policies/aprons/", "policies/aprons/2020-09/"])
def test_withdrawal_leads_to_named_policy(page: str) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2026-03-10"}
    files: dict[str, str | bytes] = {
        "docs/policies/aprons/2020-09.md": make_approved_text(
            title="Aprons Policy", reason="The Uniform Policy has its rules now.", **gone
        ),
        "docs/policies/uniform/2025-09.md": make_approved_text(title="Uniform Policy"),
    }
    data = make_files(files, "2026-11-22")[f"{page}index.html"]
    notice = BeautifulSoup(data, "html.parser").select_one(".pb-notice")
    assert notice
    targets = {link.get_text(): str(link["href"]) for link in notice.select("a")}
    assert targets["Read the Uniform Policy."].endswith("/policies/uniform/")


def test_replaced_text_leads_to_its_rules_now() -> None:
    before = "## Rules\n\nDogs sleep in the hall.\n\nHand your phone in.\n\nStaff sign the book.\n"
    after = "## Rules\n\nHand your phone in.\n\nStaff sign the book at noon.\n\n## New\n\nNew.\n"
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(before),
        NEXT: make_approved_text(after, approved_on="2026-10-01", changes="No dogs."),
    }
    made = make_files(files, "2026-11-22")
    page = BeautifulSoup(made["policies/behaviour/2025-09/index.html"], "html.parser")
    start = "../../../policies/behaviour/"
    redline = f"{start}changes/2025-09..2026-12/"
    told = {
        tag.find_parent(class_="pb-clause")["id"]: (  # type: ignore[index]
            " ".join(tag.get_text().split()),
            [a["href"] for a in tag.select("a")],
        )
        for tag in page.select(".pb-mark")
    }
    assert told == {
        "s1-1": ("Taken out in December 2026: see the change", [f"{redline}#change-1"]),
        "s1-2": ("In December 2026: rule 1.1", [f"{start}2026-12/#s1-1"]),
        "s1-3": (
            "In December 2026: rule 1.2, changed",
            [f"{start}2026-12/#s1-2", f"{redline}#change-2"],
        ),
    }
    new = BeautifulSoup(made["policies/behaviour/2026-12/index.html"], "html.parser")
    assert not new.select(".pb-mark")
