"""The page for the fingerprint on a sheet says what the sheet is."""

import re

from bs4 import BeautifulSoup
from builders import PATH, make_approved_text, make_text

from policybook.model import addresses
from tests.site.school_pages.test_feed import NEXT, make_files

OLD = make_approved_text()
NEW = make_approved_text(approved_on="2026-11-20", effective_from="2027-01-04", changes="Watches.")


def read_sheets(files: dict[str, str | bytes], day: str) -> dict[str, str]:
    """Return the words of each page that a reader of that day sees, by its fingerprint."""
    sheets = {}
    for path, data in make_files(files, day).items():
        if place := re.fullmatch(r"check/([0-9a-f]{12})/index\.html", path):
            page = BeautifulSoup(data, "html.parser")
            for hidden in page.select("[hidden]"):
                hidden.decompose()
            sheets[place[1]] = " ".join(page.get_text(" ").split())
    return sheets


def test_every_version_has_its_sheet() -> None:
    files: dict[str, str | bytes] = {
        PATH: OLD,
        NEXT: make_text(status="consultation", changes="W."),
    }
    sheets = read_sheets(files, "2026-11-22")
    assert len(sheets) == 2
    in_force, proposed = sorted(sheets.values(), key=lambda words: "Proposed" in words)
    assert "September 2025" in in_force and "In force since" in in_force
    assert "Proposed text. It is not in force" in proposed


def test_replaced_sheet_names_the_next() -> None:
    before = read_sheets({PATH: OLD, NEXT: NEW}, "2027-01-03")
    after = read_sheets({PATH: OLD, NEXT: NEW}, "2027-01-04")
    assert not [words for words in before.values() if "Replaced" in words]
    (replaced,) = [words for words in after.values() if "Replaced" in words]
    assert "Replaced on 4 January 2027 by the text of December 2026." in replaced


def test_sheet_of_withdrawn_policy_leads_to_no_text_in_force() -> None:
    gone = make_approved_text(
        status="withdrawn", withdrawn_on="2026-10-01", reason="The law changed."
    )
    (sheet,) = read_sheets({PATH: gone}, "2026-11-22").values()
    assert "No text of this policy is in force" in sheet
    assert "Read what is in force" not in sheet
    before = read_sheets({PATH: OLD, NEXT: NEW}, "2026-11-22").values()
    assert all("Read what is in force" in words for words in before)
    assert not [words for words in before if "No text" in words]


def test_sheets_are_small_and_unlisted() -> None:
    files = make_files({PATH: OLD, NEXT: NEW}, "2026-11-22")
    pages = {path: data for path, data in files.items() if path.startswith("check/")}
    assert len(pages) == 2
    assert max(map(len, pages.values())) < 3_000
    assert b"/check/" not in files[addresses.SITEMAP]
    assert all(b"noindex" in data for data in pages.values())


def test_printed_views_name_their_sheet() -> None:
    files = make_files({PATH: OLD}, "2026-11-22")
    (sheet,) = [path for path in files if path.startswith("check/")]
    address = f"https://x.example/{sheet.removesuffix('index.html')}"
    assert address in files["policies/behaviour/print/index.html"].decode()
