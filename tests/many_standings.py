"""A school whose policies have every standing, and what its pages show on a later day.

`show` does what `templates/assets/standing.js` does. `tests/browser/test_any_day.py` proves it.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from bs4 import BeautifulSoup, Tag
from builders import TESTS, make_approved_text, make_record, make_sources, make_text

from policybook.model.findings import has_errors
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.build import Site
from policybook.site.render.types import Settings

BUILT = date(2026, 11, 28)
_SUMMARY = "- Be kind. [1.1]\n"


def _approved(title: str, body: str, **fields: str | None) -> str:
    words = f"## Purpose\n\nThis policy says how we keep {body} at school.\n"
    return make_approved_text(words, title=title, changes='["We say more."]', **fields)


def _proposed(title: str, status: str = "consultation", **days: str) -> str:
    words = "## Purpose\n\nThis policy will say more.\n"
    return make_text(words, title=title, status=status, changes='["We say more."]', **days)


_LATER = {"review_year": "2028/29"}
#: By policy: its versions, the oldest first. Each has another standing, or changes it on another day.
_POLICIES: dict[str, dict[str, str]] = {
    "admissions": {"2025-09": _approved("Admissions", "places", **_LATER)},
    "behaviour": {  # the next version comes into force on 4 January
        "2024-09": _approved("Behaviour", "calm", approved_on="2024-09-10", **_LATER),
        "2026-11": _approved(
            "Behaviour",
            "calm and kind",
            approved_on="2026-11-20",
            effective_from="2027-01-04",
            **_LATER,
        ),
    },
    "charging": {  # none in force until 1 February
        "2026-11": _approved(
            "Charging", "money", approved_on="2026-11-20", effective_from="2027-02-01", **_LATER
        )
    },
    "complaints": {  # in force, and a proposal: comments until 18 January
        "2025-09": _approved("Complaints", "talking", **_LATER),
        "2026-11": _proposed("Complaints", comments_until="2027-01-18"),
    },
    # never approved: comments from 1 to 18 December
    "dogs": {"2026-11": _proposed("Dogs", comments_from="2026-12-01", comments_until="2026-12-18")},
    "exclusions": {  # in force, and a draft
        "2025-09": _approved("Exclusions", "pupils", **_LATER),
        "2026-12": _proposed("Exclusions", "draft"),
    },
    "food": {  # withdrawn
        "2025-09": _approved(
            "Food", "lunch", status="withdrawn", withdrawn_on="2026-10-05", reason="No longer sold."
        )
    },
    "governors": {  # superseded in September
        "2024-09": _approved("Governors", "order", approved_on="2024-09-10"),
        "2026-09": _approved("Governors", "good order", approved_on="2026-09-10", **_LATER),
    },
    "health": {
        "2025-09": _approved("Health", "well", review_year="2026/27", review_by="2026-12-31")
    },  # due, then overdue
    "it": {"2023-09": _approved("IT", "safe", approved_on="2023-09-10", review_year="2024/25")},
    "jewellery": {  # reviewed, due in June and overdue in September
        "2024-09": _approved(
            "Jewellery",
            "plain",
            approved_on="2024-09-10",
            review_year="2025/26",
            reviews='\n  - on: 2026-06-10\n    by: Head\n    outcome: "No change."\n    '
            "review_year: 2026/27",
        )
    },
    "kit": {  # two versions to come, one from a month
        "2025-09": _approved("Kit", "warm", review_year="2026/27"),
        "2026-10": _approved(
            "Kit", "dry", approved_on="2026-10-08", effective_from="2027-03", **_LATER
        ),
        "2026-11": _approved(
            "Kit", "warm and dry", approved_on="2026-11-12", effective_from="2027-04-12", **_LATER
        ),
    },
}


@cache
def _files() -> dict[str, str]:
    files = {
        f"{layout.POLICIES}{policy}/{name}.md": text
        for policy, versions in _POLICIES.items()
        for name, text in versions.items()
    }
    files[f"{layout.POLICIES}behaviour/2024-09.parents.md"] = _SUMMARY
    files[f"{layout.POLICIES}behaviour/2024-09.pupils.md"] = _SUMMARY
    files[f"{layout.POLICIES}behaviour/2026-11.parents.md"] = _SUMMARY
    record = make_record({path: text for path, text in files.items() if path != layout.SCHOOL})
    files[layout.RECORD] = record
    files[layout.SCHOOL] = "name: Hill View School\nembedded_by: [https://www.school.example]\n"
    return files


def make_site(day: date) -> Site:
    """Return the school's site as it is made on `day`."""
    settings = Settings(url="https://hill-view.example/", pdf=False)
    site = build.build(make_sources(_files()), read_templates(TESTS), day, settings)
    assert not has_errors(site.findings), site.findings
    return site


@cache
def make_files(day: date) -> dict[str, bytes]:
    """Return every file of the site that is made on `day`."""
    return {file.path: file.data for file in make_site(day).files("<p>Welcome.</p>")}


def holds(days: str, day: date) -> bool:
    """Return whether a part with the attribute `data-days` is shown on `day`."""
    ends = (span.split("/") for span in days.split(" "))
    return any(
        first <= day.isoformat() and (last == ".." or day.isoformat() <= last)
        for first, last in ends
    )


@dataclass(frozen=True)
class ShownPage:
    """A page of which only what it shows on a day is left."""

    soup: BeautifulSoup

    def words(self, *selectors: str) -> list[str]:
        """Return the words of each element, in order, with single spaces."""
        return [
            " ".join(tag.get_text().split())
            for selector in selectors
            for tag in self.soup.select(selector)
        ]


def show(data: bytes, day: date | None) -> ShownPage:
    """Return the page as its script shows it on `day`; without a day, as it is without script."""
    soup = BeautifulSoup(data, "lxml")
    for part in soup.select("[data-days]"):
        if part.decomposed:
            continue
        if part.has_attr("hidden") if day is None else not holds(str(part["data-days"]), day):
            part.decompose()
    for tag in soup.select(".pb-hidden"):
        tag.decompose()
    assert all(isinstance(tag, Tag) for tag in soup.select("[data-days]"))
    return ShownPage(soup)


def change_days(data: bytes) -> set[date]:
    """Return every day from which the script shows something else on a page."""
    result = set()
    for days in re.findall(r'data-days="([^"]+)"', data.decode()):
        for span in days.split(" "):
            first, last = span.split("/")
            if first != "..":
                result.add(date.fromisoformat(first))
            if last != "..":
                result.add(date.fromordinal(date.fromisoformat(last).toordinal() + 1))
    return result
