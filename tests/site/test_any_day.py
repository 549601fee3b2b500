"""A page that nobody makes again tells the truth on each of the next 400 days."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

import pytest
from many_standings import BUILT, ShownPage, change_days, make_files, make_site, show

from policybook.model import dates, terms, timeline

DAYS = [BUILT + timedelta(days=number) for number in range(401)]
#: What of a page says anything of standings, reviews and what is coming.
STATUS = (
    ".pb-notice",
    ".pb-status-line",
    ".pb-status .pb-facts",
    ".pb-status .pb-proposal",
    ".pb-validity",
    ".pb-versions",
    ".pb-changes-told summary",
)
SUMMARY, PAPER = (
    (".pb-notice", ".pb-lead"),
    (
        ".pb-facts > div:nth-last-child(n + 3)",
        ".pb-paper-parents > p, .pb-paper-pupils > p",
        ".pb-notice",
    ),
)
LINES = (".pb-line-name", ".pb-line-standing")
HOME = (*LINES, "section[aria-labelledby=open]", "section[aria-labelledby=proposed]")
REGISTER = (
    ".pb-states a",
    ".pb-terms > section",
    ".pb-register tr > :not(:last-child)",
)
IS_REGISTER = re.compile(r"review/(by-\w+/)?index\.html")
MONTHS = (".pb-months li", ".pb-year tr")
_DAY = re.compile(rf"\b(?:{'|'.join(dates.MONTHS)}) 2\d\d\d\b|\b2\d\d\d/\d\d\b")


def selectors_of(path: str) -> tuple[str, ...]:
    """Return what is compared on a page whose text does not depend on the day."""
    kinds = (
        (r"index\.html", HOME),
        (r"(parents|pupils|staff|governors)/index\.html", LINES),
        (r"review/(by-\w+/)?index\.html", REGISTER),
        (r"embed/index\.html", (".pb-policies li",)),
        (r"policies/[^/]+/\d[^/]+/index\.html", STATUS),
        (r"policies/[^/]+/\d[^/]+/(parents|pupils)/index\.html", SUMMARY),
        (r"policies/[^/]+/\d[^/]+/(.+/)?(print|slip)/index\.html", PAPER),
        (r"policies/[^/]+/changes/index\.html", (".pb-timeline",)),
        (r"policies/[^/]+/changes/.+\.\..+/index\.html", (".pb-standing",)),
    )
    return next((chosen for form, chosen in kinds if re.fullmatch(form, path)), ())


def spans() -> list[tuple[date, date]]:
    """Return the first and the last day of each span in which nothing falls due."""
    starts = [BUILT, *sorted({c.day for c in make_site(BUILT).changes() if c.day <= DAYS[-1]})]
    ends = [dates.day_before(day) for day in starts[1:]] + [DAYS[-1]]
    return list(zip(starts, ends, strict=True))


SPANS = spans()
PAGES = sorted(path for path in make_files(BUILT) if path.endswith(".html"))


def test_school_has_every_standing() -> None:
    site = make_site(BUILT)
    rows = timeline.register(site.published, BUILT)
    assert len(rows) >= 10
    standings = {
        timeline.standing(policy, version, BUILT)
        for policy in site.library.policies
        for version in policy.versions
    }
    assert len(standings) == 6
    assert {row.outlook.state for row in rows} == {"fine", "due", "overdue"}
    assert len(SPANS) >= 7


@pytest.mark.parametrize("first", [first for first, _ in SPANS[1:]], ids=str)
def test_old_pages_agree_with_fresh_ones(first: date) -> None:
    compared = 0
    for path in PAGES:
        chosen = selectors_of(path)
        if not chosen:
            continue
        old = show(make_files(BUILT)[path], first).words(*chosen)
        new = show(make_files(first)[path], first).words(*chosen)
        assert old == new, path
        compared += len(old)
    assert compared > 250


def test_pages_change_on_no_other_day() -> None:
    """Between two of the days compared above, the script shows the same parts of each page."""
    starts = {first for first, _ in SPANS}
    months = {day for day in DAYS if day.day == 1}
    months |= {period.first for period in terms.list_periods(BUILT, (), 6)}
    for path in PAGES:
        allowed = starts | months if IS_REGISTER.fullmatch(path) else starts
        changes = {day for day in change_days(make_files(BUILT)[path]) if BUILT < day <= DAYS[-1]}
        assert changes <= allowed, path


@pytest.mark.parametrize("day", [DAYS[3], date(2027, 2, 1), date(2027, 12, 1)], ids=str)
def test_months_follow_the_day(day: date) -> None:
    path = "review/index.html"
    old, new = (show(make_files(made)[path], day).words(*MONTHS) for made in (BUILT, day))
    assert old == new
    assert len(old) == 25


def _in_force(day: date) -> Iterator[tuple[str, str, str, str]]:
    """Yield each policy, the versions in force at the build and on `day`, and when that began."""
    for policy in make_site(BUILT).published.policies:
        old, new = (timeline.version_in_force(policy, d) for d in (BUILT, day))
        begins = timeline.start_day(new) if new else None
        starts = dates.format_day(begins) if begins else ""
        yield policy.name, old.name if old else "", new.name if new else "", starts


@pytest.mark.parametrize("day", [first for first, _ in SPANS], ids=str)
@pytest.mark.parametrize("page", ["policies/{}/index.html", "embed/{}/index.html"])
def test_permanent_addresses_name_other_versions(day: date, page: str) -> None:
    for policy, old, new, starts in _in_force(day):
        path = page.format(policy)
        shown = show(make_files(BUILT)[path], day)
        if old == new:
            fresh = show(make_files(day)[path], day)
            assert shown.words(*STATUS) == fresh.words(*STATUS), path
        else:
            notice = " ".join(shown.words(".pb-notice"))
            assert f"has been in force since {starts}" in notice
            assert ("This page still shows" in notice) == bool(old)
            assert "in-force" not in str(shown.soup.select(".pb-status, .pb-status-line"))


@pytest.mark.parametrize("day", [first for first, _ in SPANS[1:]], ids=str)
def test_search_names_later_texts(day: date) -> None:
    notices = show(make_files(BUILT)["search/index.html"], day).words(".pb-notice")
    later = [starts for _, old, new, starts in _in_force(day) if old != new]
    assert len(notices) == len(later)
    assert all(
        f"has been in force since {starts}" in words
        for starts, words in zip(later, notices, strict=True)
    )


def test_old_pages_say_their_age() -> None:
    """A decision may have been made where a review is overdue, or in the next school year."""
    page = make_files(BUILT)["policies/{}/index.html".format("health")]
    assert show(page, date(2026, 12, 31)).words(".pb-too-old") == []
    (words,) = show(page, date(2027, 1, 1)).words(".pb-too-old")
    assert words.startswith("This page was made before 1 January 2027. A review or a new version")
    for path in PAGES:
        if re.fullmatch(r"(policies/[^/]+/)?index\.html", path):
            data = make_files(BUILT)[path]
            assert show(data, date(2027, 9, 1)).words(".pb-too-old"), path
            assert show(data, None).words(".pb-too-old") == [], path


def test_sentences_name_days_without_script() -> None:
    """A sentence that later days make wrong names its days; those of the register have a head."""
    seen = 0
    for path in PAGES:
        page = show(make_files(BUILT)[path], None)
        if IS_REGISTER.fullmatch(path):
            assert page.words(".pb-review-page .pb-lead") == [
                "This list is correct until 31 December 2026, unless something new is approved."
            ]
            continue
        for part in page.soup.select("[data-days]"):
            words = " ".join(part.get_text().split())
            later = part.name == "details" or part.select("[data-days]")
            assert later or _DAY.search(words), (path, words)
            seen += 1
    assert seen > 100


def test_nothing_due_changes_few_files() -> None:
    """The manifest, which lists the other file, is the second file that changes."""
    old, new = make_files(BUILT), make_files(BUILT + timedelta(days=1))
    assert set(old) == set(new)
    differ = {path for path in old if old[path] != new[path]}
    assert differ <= {"build.json"}
    assert "build.json" in differ


@pytest.mark.parametrize(("first", "last"), SPANS[1:4], ids=str)
def test_pages_are_constant_between_changes(first: date, last: date) -> None:
    old, new = make_files(first), make_files(last)
    assert set(old) == set(new)
    differ = {path for path in old if old[path] != new[path]}
    assert differ <= {"build.json"}


def test_build_day_is_in_one_file() -> None:
    files = make_files(BUILT)
    assert json.loads(files["build.json"]) == {
        "schema_version": 1,
        "made_on": "2026-11-28",
        "publish_again_by": "2026-12-01",
        "because": ["the consultation on Dogs is announced"],
    }
    for path, data in files.items():
        # The register of law and the statutory list say on which day a source was read.
        if path.startswith(("review/law/", "statutory/", "build.json")):
            continue
        if PurePosixPath(path).suffix:
            assert b"28 November 2026" not in data, path
            assert b"2026-11-28" not in data, path


def test_shown_page_drops_hidden_parts() -> None:
    html = b'<p data-days="../2026-12-01">a</p><p data-days="2026-12-02/.." hidden>b</p><p>c</p>'
    assert isinstance(show(html, None), ShownPage)
    assert show(html, None).words("p") == ["a", "c"]
    assert show(html, date(2026, 12, 1)).words("p") == ["a", "c"]
    assert show(html, date(2026, 12, 2)).words("p") == ["b", "c"]
    assert change_days(html) == {date(2026, 12, 2)}
