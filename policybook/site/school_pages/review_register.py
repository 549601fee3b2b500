"""The review register for governors: a page, `register.json`, `register.csv`, `readability.json`, and the dates as a calendar (`reviews.ics`)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from policybook.analysis import reading_ages
from policybook.analysis.reading_ages import Readings
from policybook.checks import catalogue
from policybook.model import (
    Library,
    ReviewState,
    Standing,
    Version,
    addresses,
    dates,
    findings,
    timeline,
)
from policybook.model.findings import Finding, Severity
from policybook.model.timeline import RegisterRow
from policybook.reading import layout
from policybook.site import margin_notes
from policybook.site.margin_notes import Matrix, MovedCitation, Moves
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView
from policybook.text import csv_file, json_file

COLUMNS = (
    "policy",
    "title",
    "version",
    "standing",
    "approved_by",
    "approved_on",
    "owner",
    "review_year",
    "review_by",
    "review_state",
    "proposal",
    "address",
    "sha256",
)


def register(library: Library, press: Press) -> Iterator[Page | Asset]:
    rows = timeline.register(library, press.today)
    lines = [_line(library, press, row) for row in rows]
    moves = tuple(margin_notes.moves(library, press.every, press.today))
    matrices = tuple(margin_notes.matrices(library, press.every, press.today))
    measured = reading_ages.measure_versions(library, rows, press.today)
    yield _page(library, press, rows, moves, matrices, measured)
    yield Asset(
        path=addresses.READABILITY, data=reading_ages.as_json(measured, press.today).encode()
    )
    beside = {
        "law": [_law(press, note) for one in moves for note in one.notes],
        "models": [_model(matrix) for matrix in matrices],
    }
    text = json_file.as_json(
        {
            "as_of": press.today.isoformat(),
            "school": library.school.name,
            "policies": lines,
            **beside,
        }
    )
    yield Asset(path="review/register.json", data=text.encode())
    yield Asset(
        path="review/register.csv", data=csv_file.as_csv(COLUMNS, (line.values() for line in lines))
    )
    yield Asset(path="review/reviews.ics", data=_calendar(library, press, rows))


def _law(press: Press, note: MovedCitation) -> dict[str, Any]:
    """A citation of what has moved, as data."""
    return {
        "policy": note.seen.policy.name,
        "version": note.seen.version.name,
        "clause": note.number,
        "line": note.line,
        "words": note.words,
        "says": note.said,
        "source": note.source,
        "out_of_date": note.weighs,
        "address": f"{press.url(note.seen.address)}#{note.anchor}",
    }


def _model(matrix: Matrix) -> dict[str, Any]:
    """What a policy's versions have of a model's sections, as data."""
    return {
        "policy": matrix.columns[0].seen.policy.name,
        "model": matrix.model.name,
        "sections": [
            {
                "name": wanted.name,
                "need": "required" if wanted.required else "recommended",
                "versions": {
                    column.seen.version.name: {
                        "state": str(look.state),
                        "why": look.why,
                        "clauses": [rule.number for rule in look.rules],
                    }
                    for column, look in zip(matrix.columns, looks, strict=True)
                },
            }
            for wanted, looks in matrix.rows
        ],
    }


def _page(
    library: Library,
    press: Press,
    rows: tuple[RegisterRow, ...],
    moves: tuple[Moves, ...],
    matrices: tuple[Matrix, ...],
    measured: tuple[Readings, ...],
) -> Page:
    seen = [_Line(library, press, row) for row in rows]
    groups = [
        ("overdue", "Overdue", [s for s in seen if s.state == "overdue"]),
        (
            "due",
            f"Due within {library.school.review_warning_days} days",
            [s for s in seen if s.state == "due"],
        ),
        ("fine", "Up to date", [s for s in seen if s.state == "fine"]),
        ("none", "No version in force", [s for s in seen if s.state == "none"]),
    ]
    return press.page(
        addresses.REVIEW,
        "policy/review.html",
        title="Review register",
        groups=groups,
        months=_months(rows, press.today),
        description="Every policy with its standing and review date.",
        proposals=[s for s in seen if s.proposal],
        moves=moves,
        matrices=matrices,
        readings=measured,
        found=_found(library, press),
    )


#: What the register itself says of each policy.
_SAID = ("review-due", "review-overdue", "law", "gap")


def _found(library: Library, press: Press) -> list["_Found"]:
    """The findings that governors need: warnings of what is in force, and whatever the school made lighter or weightier.

    Not what stands here already, and not hints to the author of a proposal: those are for whoever runs the checks.
    """
    places = dict(_places(library, press))
    binding = {
        path
        for seen in press.every
        if seen.binds or press.settings.drafts
        for path in _paths(seen.version)
    }
    return [
        _Found(finding, *places[finding.path])
        for finding in press.findings
        if finding.path in places and (finding.usual is not None or _is_worth_it(finding, binding))
    ]


def _is_worth_it(finding: Finding, binding: set[str]) -> bool:
    weighs = finding.severity is not Severity.NOTE and finding.code not in _SAID
    return weighs and finding.path in binding | {layout.SCHOOL}


def _paths(version: Version) -> Iterator[str]:
    yield version.path
    yield from (summary.path for summary in version.summaries)


def _places(library: Library, press: Press) -> Iterator[tuple[str, tuple[str, str]]]:
    """By path: what a published file is called on the site, and its address; a settings file by its name alone."""
    for path in (layout.SCHOOL, layout.VOCABULARY, layout.ASKED):
        yield path, (path.removeprefix(layout.POLICIES), "")
    for version in (v for p in library.policies for v in p.versions):
        called = f"{version.facts.title}, version {version.name}"
        yield version.path, (called, addresses.version(version.policy, version.name))
        for summary in version.summaries:
            number = "" if press.about(version).binds else version.name
            at = addresses.summary(version.policy, summary.reader, number, summary.language)
            yield summary.path, (f"{called}, for {summary.reader}", at)


class _Found:
    """A finding as the register's page shows it: whose it is, what is wrong, its level, and where the help explains it."""

    def __init__(self, finding: Finding, place: str, address: str) -> None:
        self.finding, self.level = finding, str(finding.severity).capitalize()
        self.message = finding.message[0].upper() + finding.message[1:]
        self.changed = findings.changed_level(finding)
        rule = catalogue.rule(finding.code)
        self.help = addresses.rule(rule.family.name, rule.code) if rule else ""
        self.place, self.address = place, address


class _Line:
    """A policy as the register's page shows it."""

    def __init__(self, library: Library, press: Press, row: RegisterRow) -> None:
        self.seen: VersionView = press.about(row.version)
        self.state = str(row.outlook.state) if row.standing is Standing.IN_FORCE else "none"
        self.proposal = press.about(row.proposal) if row.proposal else None
        self.redline = ""
        if row.proposal and press.has_redline(row.version, row.proposal, row.policy):
            self.redline = addresses.redline(row.policy.name, row.version.name, row.proposal.name)
        self.history = addresses.history(row.policy.name)


def _months(rows: tuple[RegisterRow, ...], today: date) -> list[tuple[str, list[str], bool]]:
    """The twelve months from this one: name, the policies whose review is due in it, and whether it is this month."""
    result = []
    for i in range(12):
        year, month = today.year + (today.month - 1 + i) // 12, (today.month - 1 + i) % 12 + 1
        due = [
            r.version.facts.title
            for r in rows
            if r.standing is Standing.IN_FORCE
            and (r.outlook.last_day.year, r.outlook.last_day.month) == (year, month)
        ]
        result.append((f"{dates.MONTHS[month - 1]} {year}", due, i == 0))
    return result


def _line(library: Library, press: Press, row: RegisterRow) -> dict[str, Any]:
    facts = row.version.facts
    binds = row.standing is Standing.IN_FORCE
    return dict(
        zip(
            COLUMNS,
            (
                row.policy.name,
                facts.title,
                row.version.name,
                str(row.standing),
                facts.approved_by or "",
                dates.as_typed(facts.approved_on) if facts.approved_on else "",
                facts.owner,
                dates.year_text(facts.review_year),
                row.outlook.last_day.isoformat(),
                str(row.outlook.state) if binds else "",
                row.proposal.name if row.proposal else "",
                press.url(addresses.policy(row.policy.name)),
                press.about(row.version).digest,
            ),
            strict=True,
        )
    )


def _calendar(library: Library, press: Press, rows: tuple[RegisterRow, ...]) -> bytes:
    """One all-day event a policy on the last day for its review, with a reminder 30 days before (RFC 5545); an overdue one stands today."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Policybook//Review register//EN",
        f"X-WR-CALNAME:{_ical(library.school.name)}: policy reviews",
    ]
    for row in rows:
        if row.standing is not Standing.IN_FORCE:
            continue
        overdue = row.outlook.state is ReviewState.OVERDUE
        day = press.today if overdue else row.outlook.last_day
        since = (
            f"overdue since {dates.in_words(dates.day_after(row.outlook.last_day))}"
            if overdue
            else "by today"
        )
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row.policy.name}-{row.version.name}@policybook",
            f"DTSTAMP:{press.today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"SUMMARY:Review {since}: {_ical(row.version.facts.title)}",
            f"DESCRIPTION:{_ical(f'Version {row.version.name}. Owner: {row.version.facts.owner}. {press.url(addresses.policy(row.policy.name))}')}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:Review {since}: {_ical(row.version.facts.title)}",
            "TRIGGER:-P30D" if not overdue else "TRIGGER:PT9H",
            "END:VALARM",
            "END:VEVENT",
        ]
    return ("\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n").encode()


def _ical(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of 75 octets at most (RFC 5545, 3.1)."""
    parts, size = [""], 0
    for c in line:
        if size + len(c.encode()) > (75 if len(parts) == 1 else 74):
            parts.append("")
            size = 0
        parts[-1] += c
        size += len(c.encode())
    return "\r\n ".join(parts)
