"""What the governors' page lists for a decision, by day."""

from datetime import date

from bs4 import BeautifulSoup, Tag
from builders import make_approved_text, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.policy_row import policy_row
from policybook.site.render.types import Settings
from policybook.site.school_input import school_input
from policybook.site.school_pages.reader_pages import reader_pages
from tests.site.pack.cases import ROOT, TODAY, URL

OLD = make_approved_text(title="Phone Policy", approved_on="2022-09", review_year="2023/24")
NEW = make_text(title="Phone Policy", status="consultation", changes="New.")
FINE = make_approved_text(title="Trips Policy", approved_on="2024-09", review_year="2030/31")
NEXT = make_approved_text(
    title="Trips Policy",
    approved_on="2026-11-10",
    effective_from="2027-01-04",
    review_year="2030/31",
    changes="New.",
)
LISTS = ("overdue", "due", "proposed", "coming")


def make_pages(files: dict[str, str | bytes], today: date = TODAY) -> dict[str, str]:
    """Return the pages for each reader, by address."""
    site = build.build(make_sources(files), read_templates(ROOT), today, Settings(url=URL))
    rows = [policy_row(site.published, site.policy_input(p)) for p in site.published.policies]
    intro = site.renderer.fragment("policy/_comments.html")
    inputs = school_input(
        site.published, rows, today, findings=(), intro=intro, listed=(), changes=site.changes()
    )
    return {page.address: page.html for page in reader_pages(inputs, site.renderer)}


def make_governors_page(files: dict[str, str | bytes], today: date = TODAY) -> BeautifulSoup:
    pages = make_pages(files, today)
    assert [a for a, html in pages.items() if 'id="decide"' in html] == ["governors/"]
    return BeautifulSoup(pages["governors/"], "html.parser")


def read_list(soup: BeautifulSoup, name: str) -> list[Tag]:
    """Return the lines of a list that the page shows as it is made."""
    return [
        line
        for line in soup.select(f"section[aria-labelledby={name}] li")
        if not any(tag.has_attr("hidden") for tag in (line, *line.parents))
    ]


def test_each_decision_is_listed_with_links() -> None:
    soup = make_governors_page(
        {
            "docs/policies/phones/2022-09.md": OLD,
            "docs/policies/phones/2026-12.md": NEW,
            "docs/policies/trips/2024-09.md": FINE,
            "docs/policies/trips/2027-01.md": NEXT,
        }
    )
    (overdue,) = read_list(soup, "overdue")
    words = " ".join(overdue.get_text(" ").split())
    assert words == "Phone Policy Overdue since 1 September 2024. Owner: Headteacher."
    (proposed,) = read_list(soup, "proposed")
    step = "../policies/phones/changes/2022-09..2026-12/"
    assert [a["href"] for a in proposed.select("a")][1:3] == [step, f"{step}pack/"]
    (coming,) = read_list(soup, "coming")
    assert "Trips Policy, January 2027, in force from 4 January 2027" in coming.get_text()
    assert read_list(soup, "due") == []
    nothing = soup.find("p", string=lambda s: bool(s) and s.startswith("No review is due"))
    assert not nothing


def test_quiet_page_says_nothing_is_due() -> None:
    soup = make_governors_page({"docs/policies/trips/2024-09.md": FINE})
    assert all(read_list(soup, name) == [] for name in LISTS)
    nothing = soup.find("p", string=lambda s: bool(s) and s.startswith("No review is due"))
    assert nothing
    assert not nothing.has_attr("hidden")
    later = soup.select_one("section[aria-labelledby=overdue]")
    assert later
    assert later.has_attr("hidden")
    assert "Overdue since 1 September 2031" in later.get_text()


def test_coming_text_leads_to_the_readers_summary() -> None:
    pages = make_pages(
        {
            "docs/policies/trips/2024-09.md": FINE,
            "docs/policies/trips/2027-01.md": NEXT,
            "docs/policies/trips/2027-01.parents.md": "- We plan each trip. [1.1]\n",
        }
    )
    links = {
        address: [a["href"] for a in BeautifulSoup(html, "html.parser").select(".pb-line-coming")]
        for address, html in pages.items()
    }
    assert links["parents/"] == ["../policies/trips/2027-01/parents/"]
    assert links["governors/"] == ["../policies/trips/changes/2024-09..2027-01/"]


def test_parents_do_not_get_a_withdrawn_policy() -> None:
    pages = make_pages(dict(read_sources(ROOT / "tests/sample-school").files))
    listed = {
        address: "Photographs at School Events Policy"
        in [a.get_text() for a in BeautifulSoup(html, "html.parser").select(".pb-line-name")]
        for address, html in pages.items()
    }
    assert listed == {"parents/": False, "pupils/": False, "staff/": True, "governors/": True}


def test_pupils_read_no_words_for_governors() -> None:
    version = make_approved_text(title="Trips Policy", applies_to="[pupils, staff]")
    summary = {"docs/policies/trips/2025-09.pupils.md": "## You must\n\n- Help. [1.1]\n"}
    pages = make_pages({"docs/policies/trips/2025-09.md": version, **summary})
    news = {
        a: BeautifulSoup(p, "html.parser").select_one("#changed ~ ul") for a, p in pages.items()
    }
    pupils, staff = news["pupils/"], news["staff/"]
    assert pupils and staff
    assert " ".join(pupils.text.split()) == "Trips PolicyNew in September 2025."
    assert pupils.select_one("a[href='../policies/trips/pupils/']")
    assert "Approved by" in staff.text


def test_one_version_has_no_changes() -> None:
    files: dict[str, str | bytes] = {
        "docs/policies/trips/2024-09.md": FINE,
        "docs/policies/phones/2022-09.md": OLD,
        "docs/policies/phones/2026-12.md": NEW,
    }
    governors = BeautifulSoup(make_pages(files)["governors/"], "html.parser")
    ways = [w.get_text(" ", strip=True) for w in governors.select(".pb-line-ways")]
    assert [("what changed" in way, "who must do what" in way) for way in ways] == [
        (True, True),
        (False, True),
    ]


def test_page_promises_only_what_it_has() -> None:
    bare = {"docs/policies/trips/2024-09.md": FINE}
    told = bare | {"docs/policies/trips/2024-09.parents.md": "- We plan it. [1.1]\n"}
    leads = [
        BeautifulSoup(make_pages(files)["parents/"], "html.parser").select_one(".pb-lead")
        for files in (bare, told)
    ]
    texts = [lead.get_text() for lead in leads if lead]
    assert texts == [
        "The school’s policies for you and your child. None has a summary in plain words yet.",
        "What the school’s policies mean for you and your child, in plain words.",
    ]
