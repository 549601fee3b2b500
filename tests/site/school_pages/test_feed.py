"""The feed of changes, read as a feed reader reads it, on the days around every event."""

from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from builders import PATH, make_approved_text, make_record, make_sources, make_text

from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
ATOM = "{http://www.w3.org/2005/Atom}"
NEXT = PATH.replace("2025-09", "2026-12")
URN = "urn:policybook:x.example:behaviour:"
CONSULTATION = {"status": "consultation", "changes": "Watches."}
DECEMBER = {"approved_on": "2026-11-20", "effective_from": "2027-01-04", "changes": "Watches."}
Entries = dict[str, tuple[str, str, str]]


def make_feed(files: dict[str, str | bytes], day: str) -> bytes:
    return make_files(files, day)[addresses.FEED]


def make_files(files: dict[str, str | bytes], day: str) -> dict[str, bytes]:
    approved = {path: words for path, words in files.items() if b"approved_on" in bytes_of(words)}
    record = {layout.RECORD: make_record(approved)}
    settings = Settings(url="https://x.example/", pdf=False)
    site = build.build(
        make_sources({**files, **record}),
        read_templates(ROOT),
        date.fromisoformat(day),
        settings,
    )
    return {asset.path: asset.data for asset in site.files()}


def bytes_of(words: str | bytes) -> bytes:
    return words.encode() if isinstance(words, str) else words


def read_entries(data: bytes) -> Entries:
    """Return by the end of its id: day, title and summary of each entry."""
    entries: Entries = {}
    for entry in ElementTree.fromstring(data).iter(f"{ATOM}entry"):
        name = entry.findtext(f"{ATOM}id", "").removeprefix(URN)
        assert name not in entries, "two entries have one id"
        parts = (entry.findtext(f"{ATOM}{part}", "") for part in ("updated", "title", "summary"))
        updated, title, summary = parts
        entries[name] = (updated.removesuffix("T00:00:00Z"), title, summary)
    return entries


def read_feed(files: dict[str, str | bytes], day: str) -> Entries:
    return read_entries(make_feed(files, day))


# ---------- consultations


@pytest.mark.parametrize(
    ("typed", "day", "expected"),
    [
        # not yet open, open, closing within 14 days, over
        ({"comments_from": "2026-11-16", "comments_until": "2027-01-04"}, "2026-11-15", []),
        (
            {"comments_from": "2026-11-16", "comments_until": "2027-01-04"},
            "2026-11-16",
            ["consultation"],
        ),
        (
            {"comments_from": "2026-11-16", "comments_until": "2027-01-04"},
            "2026-12-20",
            ["consultation"],
        ),
        (
            {"comments_from": "2026-11-16", "comments_until": "2027-01-04"},
            "2026-12-21",
            ["consultation", "consultation-closing"],
        ),
        (
            {"comments_from": "2026-11-16", "comments_until": "2027-01-04"},
            "2027-01-05",
            ["consultation", "consultation-closing"],
        ),
        # so short that its opening says all
        (
            {"comments_from": "2026-12-21", "comments_until": "2027-01-04"},
            "2027-01-04",
            ["consultation"],
        ),
        # without a first day, twelve weeks before the last
        ({"comments_until": "2027-01-04"}, "2026-10-11", []),
        ({"comments_until": "2027-01-04"}, "2026-10-12", ["consultation"]),
        # without a last day
        ({"comments_from": "2026-11-16"}, "2026-11-22", ["consultation"]),
        # without any day: the check asks for one
        ({}, "2026-11-22", []),
        # fourteen days before a leap day's morrow
        ({"comments_until": "2028-03-01"}, "2028-02-15", ["consultation"]),
        ({"comments_until": "2028-03-01"}, "2028-02-16", ["consultation", "consultation-closing"]),
    ],
)
def test_consultation_opens_and_closes(
    typed: dict[str, str], day: str, expected: list[str]
) -> None:
    files: dict[str, str | bytes] = {NEXT: make_text(**CONSULTATION, **typed)}
    entries = read_feed(files, day)
    assert sorted(entries) == [f"2026-12:{kind}" for kind in expected]


def test_consultation_names_its_days() -> None:
    typed = {"comments_from": "2026-11-16", "comments_until": "2027-01-04", "comments_to": "Ann"}
    files: dict[str, str | bytes] = {NEXT: make_text(**CONSULTATION, **typed)}
    entries = read_feed(files, "2027-02-01")
    assert entries["2026-12:consultation"] == (
        "2026-11-16",
        "Behaviour policy, proposed: comments by 4 January 2027",
        "Send comments by 4 January 2027 to Ann. Watches.",
    )
    assert entries["2026-12:consultation-closing"] == (
        "2026-12-21",
        "Behaviour policy, comments close on 4 January 2027",
        "Send comments by 4 January 2027 to Ann.",
    )


# ---------- approvals


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        (DECEMBER, "2026-11-20", ["2026-12"]),
        (DECEMBER, "2027-01-03", ["2026-12"]),
        (DECEMBER, "2027-01-04", ["2026-12", "2026-12:in-force"]),
        # in force on the day of its approval
        ({"approved_on": "2026-11-20", "changes": "x"}, "2030-01-01", ["2026-12"]),
        (
            {"approved_on": "2026-11-20", "effective_from": "2026-11-20", "changes": "x"},
            "2030-01-01",
            ["2026-12"],
        ),
        # before its approval, as some old files say
        (
            {"approved_on": "2026-11-20", "effective_from": "2026-11-01", "changes": "x"},
            "2030-01-01",
            ["2026-12"],
        ),
        # withdrawn before its first day, and on it
        (
            {**DECEMBER, "status": "withdrawn", "withdrawn_on": "2027-01-03", "reason": "x"},
            "2030-01-01",
            ["2026-12", "2026-12:withdrawn"],
        ),
        (
            {**DECEMBER, "status": "withdrawn", "withdrawn_on": "2027-01-04", "reason": "x"},
            "2030-01-01",
            ["2026-12", "2026-12:withdrawn"],
        ),
        (
            {**DECEMBER, "status": "withdrawn", "withdrawn_on": "2027-01-05", "reason": "x"},
            "2030-01-01",
            ["2026-12", "2026-12:in-force", "2026-12:withdrawn"],
        ),
        # it starts with the version that came before it, which stays in force
        (
            {"approved_on": "2025-09-15", "effective_from": "2025-09-15", "changes": "x"},
            "2030-01-01",
            ["2026-12"],
        ),
        # a leap day; and a month without a day
        (
            {"approved_on": "2027-12-01", "effective_from": "2028-02-29", "changes": "x"},
            "2028-02-29",
            ["2026-12", "2026-12:in-force"],
        ),
        (
            {"approved_on": "2026-11-20", "effective_from": "2026-12", "changes": "x"},
            "2026-12-01",
            ["2026-12", "2026-12:in-force"],
        ),
    ],
)
def test_approval_then_force(fields: dict[str, str], day: str, expected: list[str]) -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(), NEXT: make_approved_text(**fields)}
    entries = read_feed(files, day)
    assert sorted(entries) == ["2025-09", *expected]


def test_approval_says_when_it_binds() -> None:
    files: dict[str, str | bytes] = {NEXT: make_approved_text(**DECEMBER)}
    entries = read_feed(files, "2027-01-04")
    assert entries["2026-12"] == (
        "2026-11-20",
        "Behaviour policy, approved 20 November 2026",
        "Watches. In force from 4 January 2027.",
    )
    assert entries["2026-12:in-force"] == (
        "2027-01-04",
        "Behaviour policy, in force from 4 January 2027",
        "Watches.",
    )


# ---------- the feed as a whole


def test_quiet_day_changes_no_byte() -> None:
    typed = {"comments_from": "2026-11-16", "comments_until": "2027-01-04"}
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        NEXT: make_text(**CONSULTATION, **typed),
    }
    first = date(2026, 11, 10)
    days = [(first + timedelta(days=number)).isoformat() for number in range(64)]
    feeds = [make_feed(files, day) for day in days]
    changed = [day for day, old, new in zip(days[1:], feeds, feeds[1:], strict=False) if old != new]
    assert changed == ["2026-11-16", "2026-12-21"]


def test_entries_never_change_afterwards() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        NEXT: make_approved_text(**DECEMBER),
    }
    early, late = read_feed(files, "2026-11-20"), read_feed(files, "2031-01-01")
    assert early and {name: late[name] for name in early} == early


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-23"])
def test_empty_feed_names_no_build_day(day: str) -> None:
    data = make_feed({PATH: make_text(status="draft")}, day)
    updated = ElementTree.fromstring(data).findtext(f"{ATOM}updated")
    assert updated == "2000-01-01T00:00:00Z"


# ---------- feeds of one policy, and of one reader

OTHER = "docs/policies/uniform/2025-10.md"
SUMMARY = PATH.replace(".md", ".parents.md")
SCHOOL: dict[str, str | bytes] = {
    PATH: make_approved_text(approved_on="2025-09-15", applies_to="[staff, governors]"),
    SUMMARY: "---\nreviewed: 2025-09\n---\n\n## What it means\n\n- We are kind. [1.1]\n",
    OTHER: make_approved_text(approved_on="2025-10-01", applies_to="[pupils]"),
    NEXT: make_text(status="consultation", changes="Watches.", comments_until="2026-12-01"),
}
LINKS = [
    # feed, links of its entries
    ("feed.xml", ["behaviour/2026-12/", "uniform/2025-10/", "behaviour/2025-09/"]),
    ("policies/uniform/feed.xml", ["uniform/2025-10/"]),
    ("feed/staff.xml", ["behaviour/2025-09/"]),
    ("feed/parents.xml", ["behaviour/2026-12/", "behaviour/2025-09/parents/"]),
    ("feed/pupils.xml", ["behaviour/2026-12/", "uniform/2025-10/"]),
    (
        "feed/governors.xml",
        ["behaviour/changes/2025-09..2026-12/pack/", "uniform/2025-10/", "behaviour/2025-09/"],
    ),
]


@pytest.mark.parametrize(("address", "links"), LINKS)
def test_feed_has_what_concerns_its_reader(address: str, links: list[str]) -> None:
    files = make_files(SCHOOL, "2026-11-10")
    root = ElementTree.fromstring(files[address])
    base = "https://x.example/policies/"
    hrefs = [entry.find(f"{ATOM}link") for entry in root.iter(f"{ATOM}entry")]
    assert [str(tag.get("href")).removeprefix(base) for tag in hrefs if tag is not None] == links
    for target in links:
        assert f"policies/{target}index.html" in files


#: Two sentences and an open point, as a summary or a version says what changed.
TOLD = ["Phones are kept in the office.", "Watches too.", "To be confirmed by the school: where."]
PLAIN = "changes:\n  - Hand in your watch.\n  - 'To be decided by the governors: who asks.'\n"


@pytest.mark.parametrize("status", ["consultation", "approved"])
@pytest.mark.parametrize(
    ("address", "head", "expected"),
    [
        ("feed.xml", PLAIN, "Phones are kept in the office. Watches too."),
        ("feed/staff.xml", PLAIN, "Phones are kept in the office. Watches too."),
        ("feed/parents.xml", PLAIN, "Hand in your watch."),
        # A summary that does not say what changed.
        ("feed/parents.xml", "", "Phones are kept in the office."),
        ("feed/pupils.xml", PLAIN, "Phones are kept in the office."),
        ("policies/behaviour/feed.xml", PLAIN, "Phones are kept in the office. Watches too."),
    ],
)
def test_entry_is_in_readers_words(status: str, address: str, head: str, expected: str) -> None:
    changes = "\n" + "\n".join(f"  - '{words}'" for words in TOLD)
    fields: dict[str, str | None] = {"changes": changes, "applies_to": "[staff, pupils]"}
    text = (
        make_approved_text(**{**fields, "approved_on": "2026-11-20"})
        if status == "approved"
        else make_text(**{**fields, "status": status, "comments_until": "2027-01-04"})
    )
    summary = f"---\nreviewed: 2026-12\n{head}---\n\n## Watches\n\n- Hand in yours. [1.1]\n"
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(approved_on="2025-09-01"),
        NEXT: text,
        NEXT.replace(".md", ".parents.md"): summary,
    }
    entries = read_entries(make_files(files, "2026-11-25")[address])
    name = "2026-12" if status == "approved" else "2026-12:consultation"
    assert entries[name][2].endswith(expected)
    assert "To be" not in " ".join(told for _, _, told in entries.values())


def test_each_feed_has_an_id() -> None:
    files = make_files(SCHOOL, "2026-11-10")
    feeds = [data for path, data in files.items() if path.endswith("feed.xml") or "feed/" in path]
    ids = {ElementTree.fromstring(data).findtext(f"{ATOM}id") for data in feeds}
    assert len(ids) == len(feeds) == 7


def test_feed_without_address_leads_to_its_files() -> None:
    site = build.build(
        make_sources(SCHOOL), read_templates(ROOT), date(2026, 11, 10), Settings(pdf=False)
    )
    (data,) = (file.data for file in site.files() if file.path == "feed/staff.xml")
    links = [tag.get("href") for tag in ElementTree.fromstring(data).iter(f"{ATOM}link")]
    assert links == ["../feed/staff.xml", "../", "../policies/behaviour/2025-09/"]
