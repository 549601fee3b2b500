"""The page that lists the register of law."""

import pytest
from builders import PATH, make_approved_text

from policybook.model import addresses
from policybook.reading.files import layout

from .test_statutory import SCHOOL, make_site

OWN = """\
rows:
  - old: [Blue Form]
    kind: renamed
    new: the Green Form
    source: the office
    checked: 2026-10
    confidence: S
"""


def read_page(school: str = SCHOOL, rows: str = "") -> str:
    files = {PATH: make_approved_text(), layout.SCHOOL: school}
    site = make_site({**files, **({layout.LAW: rows} if rows else {})})
    return site[addresses.file_of(addresses.LAW)].decode()


@pytest.mark.parametrize(
    ("nation", "here", "not_here"),
    [
        ("England", "Clinical Commissioning Group", "All Wales Child Protection Procedures"),
        ("Wales", "All Wales Child Protection Procedures", "Clinical Commissioning Group"),
    ],
)
def test_page_lists_the_nations_rows(nation: str, here: str, not_here: str) -> None:
    page = read_page(SCHOOL.replace("England", nation))
    assert here in page and not_here not in page


def test_page_says_how_sure() -> None:
    page = read_page(rows=OWN)
    assert "The school’s own row." in page and "Blue Form" in page
    assert (
        "Nobody has checked this yet, so it is only a hint" in page
        and "Checked against a source" in page
    )


def test_page_without_nation_says_so() -> None:
    page = read_page("name: Hill View School\n")
    assert "has not said which nation" in page and "Data Protection Act 1998" in page
