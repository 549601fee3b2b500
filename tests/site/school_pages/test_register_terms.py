"""The register says what needs a decision this term and next term."""

from bs4 import BeautifulSoup
from builders import make_approved_text

from policybook.reading.files import layout
from tests.site.school_pages.test_worried import build_pages

TERMS = """\
name: Hill View
terms:
  - first: 2026-09-03
    last: 2026-12-18
  - first: 2027-01-04
    last: 2027-03-25
"""
POLICIES = {
    "late": "review_year: 2024/25",
    "soon": "review_year: 2026/27\nreview_by: 2027-01-03",  # in the holidays after the term
    "next": "review_year: 2026/27\nreview_by: 2027-03-01",
    "then": "review_year: 2028/29",
}


def read_term(name: str, school: str) -> tuple[str, list[str]]:
    files = {
        f"docs/policies/{policy}/2023-09.md": make_approved_text(
            title=policy.capitalize(), approved_on="2023-09-10", review_year="2024/25"
        ).replace("review_year: 2024/25", days)
        for policy, days in POLICIES.items()
    }
    page = BeautifulSoup(
        build_pages({**files, layout.SCHOOL: school})["review/index.html"], "html.parser"
    )
    section = page.select_one(f"section[aria-labelledby={name}]")
    assert section and section.h2
    return section.h2.get_text(), [" ".join(li.get_text().split()) for li in section.select("li")]


def test_overdue_reviews_are_this_term() -> None:
    heading, lines = read_term("this-term", TERMS)
    assert heading == "This term to 18 December 2026"
    assert lines == ["Late Overdue since 1 September 2025", "Soon Due by 3 January 2027"]


def test_next_term_is_apart() -> None:
    heading, lines = read_term("next-term", TERMS)
    assert heading == "Next term to 25 March 2027"
    assert [line.split()[0] for line in lines] == ["Next"]


def test_usual_terms_have_no_day() -> None:
    assert read_term("this-term", "name: Hill View\n")[0] == "This term autumn 2026"
