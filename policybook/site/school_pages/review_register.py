"""Make the review register for governors: a page, JSON, CSV and a calendar.

Reading ages have their own file, `readability.json`.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from policybook.analysis import reading_ages
from policybook.checks import catalogue
from policybook.model import Standing, addresses, dates, findings, spans
from policybook.model.findings import Finding, Severity
from policybook.reading import layout
from policybook.site import dated
from policybook.site.dated import DatedPart
from policybook.site.margin_notes import Matrix, MovedCitation
from policybook.site.policy_row import PolicyRow, RowStatus
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.review_calendar import review_calendar
from policybook.site.review_months import review_months
from policybook.site.school_input import SchoolInput
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
#: The codes of findings that the register shows in another way.
_SHOWN_ALREADY = ("review-due", "review-overdue", "law", "gap")


def review_register(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the register's page and files."""
    yield _page(inputs, renderer)
    readings = [reading for row in inputs.register for reading in row.readings]
    ages = reading_ages.as_json(readings, inputs.span)
    yield Asset(path=addresses.READABILITY, data=ages.encode())
    lines = [_cells(renderer, row) for row in inputs.register]
    yield Asset(path=addresses.REGISTER_JSON, data=_data(inputs, renderer, lines).encode())
    spreadsheet = csv_file.as_csv(COLUMNS, (line.values() for line in lines))
    yield Asset(path=addresses.REGISTER_CSV, data=spreadsheet)
    yield Asset(path=addresses.CALENDAR, data=review_calendar(inputs, renderer))


def _page(inputs: SchoolInput, renderer: Renderer) -> Page:
    return renderer.page(
        addresses.REVIEW,
        "policy/review.html",
        title="Review register",
        description="Every policy with its standing and review date.",
        span=dated.parts((inputs.span,))[0],
        doubtful=inputs.doubt,
        groups=_groups(inputs),
        coming=_RegisterGroup(
            "coming",
            "Approved, not yet in force",
            [line for line in _lines(inputs) if line.upcoming],
            inputs.today,
        ),
        proposed=_RegisterGroup(
            "proposed",
            "Proposed, not in force",
            [line for line in _lines(inputs) if line.proposal],
            inputs.today,
        ),
        months=review_months(inputs),
        moves=[moves for row in inputs.policies for moves in row.moves],
        matrices=[row.matrix for row in inputs.policies if row.matrix],
        readings=[reading for row in inputs.register for reading in row.readings],
        found=_findings(inputs, drafts=renderer.settings.drafts),
    )


# ---------- the rows


class _Line:
    """A policy as the register's page shows it on some days."""

    def __init__(self, row: PolicyRow, part: DatedPart[RowStatus]) -> None:
        self.view, self.coming, self.proposal = part.value
        is_upcoming = self.view.standing is Standing.UPCOMING
        self.upcoming = dated.link_to(self.view) if is_upcoming else self.coming
        self.group, self.span, self.when = part.value.group, part.span, part.when
        self.history = addresses.history(row.name)


class _RegisterGroup:
    """Lines under one heading, with how many there are on which days."""

    def __init__(self, key: str, heading: str, lines: Sequence[_Line], today: date) -> None:
        self.key, self.heading, self.lines = key, heading, lines
        counted = spans.count([line.span for line in lines], today)
        self.counts = dated.by_value(counted)
        self.filled = dated.when(counted, bool)
        self.empty = dated.when(counted, lambda count: not count)


def _lines(inputs: SchoolInput) -> list[_Line]:
    """Return a line for each policy and each of its spans of days, in the register's order."""
    lines = [_Line(row, part) for row in inputs.policies for part in dated.parts(row.days)]
    return sorted(lines, key=lambda line: (line.view.review_last_day, line.view.policy))


def _groups(inputs: SchoolInput) -> list[_RegisterGroup]:
    headings = {
        "overdue": "Overdue",
        "due": f"Due within {inputs.school.review_warning_days} days",
        "fine": "Up to date",
        "none": "No version in force",
    }
    lines = _lines(inputs)
    return [
        _RegisterGroup(key, heading, [line for line in lines if line.group == key], inputs.today)
        for key, heading in headings.items()
    ]


def _cells(renderer: Renderer, row: PolicyRow) -> dict[str, Any]:
    view, facts = row.shown, row.shown.facts
    cells = (
        row.name,
        facts.title,
        view.name,
        str(view.standing),
        facts.approved_by or "",
        dates.format_iso_day(facts.approved_on) if facts.approved_on else "",
        facts.owner,
        dates.format_academic_year(facts.review_year),
        view.review_last_day.isoformat(),
        str(view.review_state) if view.binds else "",
        row.proposal.name if row.proposal else "",
        renderer.url(addresses.policy(row.name)),
        view.digest,
    )
    return dict(zip(COLUMNS, cells, strict=True))


# ---------- the register as data


def _data(inputs: SchoolInput, renderer: Renderer, lines: list[dict[str, Any]]) -> str:
    return json_file.as_json(
        {
            "schema_version": 1,
            **inputs.span.as_data(),
            "school": inputs.school.name,
            "policies": lines,
            "law": [
                _law(renderer, note)
                for row in inputs.policies
                for moves in row.moves
                for note in moves.notes
            ],
            "models": [_model(row.matrix) for row in inputs.policies if row.matrix],
        }
    )


def _law(renderer: Renderer, note: MovedCitation) -> dict[str, Any]:
    """Return a note on a citation as data."""
    return {
        "policy": note.view.policy,
        "version": note.view.name,
        "clause": note.number,
        "line": note.line,
        "words": note.words,
        "says": note.description,
        "source": note.source,
        "out_of_date": note.weighs,
        "address": f"{renderer.url(note.view.address)}#{note.anchor}",
    }


def _model(matrix: Matrix) -> dict[str, Any]:
    """Return the versions of a policy compared with a model policy, as data."""
    return {
        "policy": matrix.columns[0].view.policy,
        "model": matrix.model.name,
        "sections": [
            {
                "name": wanted.name,
                "need": "required" if wanted.required else "recommended",
                "versions": {
                    column.view.name: {
                        "state": str(look.state),
                        "why": look.why,
                        "clauses": [rule.number for rule in look.rules if rule.number],
                    }
                    for column, look in zip(matrix.columns, looks, strict=True)
                },
            }
            for wanted, looks in matrix.rows
        ],
    }


# ---------- findings


class _ShownFinding:
    """A finding as the page shows it: its file, what is wrong, its level, and its help page."""

    def __init__(self, finding: Finding, place: str, address: str) -> None:
        self.finding, self.level = finding, str(finding.severity).capitalize()
        self.message = finding.message[0].upper() + finding.message[1:]
        self.changed = findings.explain_level(finding)
        rule = catalogue.find_rule(finding.code)
        self.help = addresses.rule(rule.family.name, rule.code) if rule else ""
        self.place, self.address = place, address


def _findings(inputs: SchoolInput, *, drafts: bool) -> list[_ShownFinding]:
    """Return the findings that governors need.

    These are warnings about texts in force, and findings whose level the school
    changed. Hints to the author of a proposal appear only when somebody runs the
    checks.
    """
    places = dict(_places(inputs))
    binding = {path for view in inputs.views if view.binds or drafts for path in _paths(view)}
    return [
        _ShownFinding(finding, *places[finding.path])
        for finding in inputs.findings
        if finding.path in places and (finding.usual is not None or _weighs(finding, binding))
    ]


def _weighs(finding: Finding, binding: set[str]) -> bool:
    weighs = finding.severity is not Severity.NOTE and finding.code not in _SHOWN_ALREADY
    return weighs and finding.path in binding | {layout.SCHOOL}


def _paths(view: VersionView) -> Iterator[str]:
    yield view.path
    yield from (summary.path for summary in view.summaries)


def _places(inputs: SchoolInput) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield by path: the name of a published file on the site, and its address.

    A settings file has only a name.
    """
    for path in (layout.SCHOOL, layout.VOCABULARY, layout.ASKED_QUESTIONS):
        yield path, (path.removeprefix(layout.POLICIES), "")
    for view in inputs.views:
        name = f"{view.title}, version {view.name}"
        yield view.path, (name, view.own_address)
        for summary in view.summaries:
            yield summary.path, (f"{name}, for {summary.reader}", summary.address)
