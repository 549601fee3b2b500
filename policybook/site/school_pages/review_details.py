"""Make the pages behind the review register: law, model policies, reading ages, findings."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from policybook.checks import catalogue
from policybook.model import addresses, findings
from policybook.model.addresses import Address
from policybook.model.findings import Finding, Severity
from policybook.reading import layout
from policybook.site import dated
from policybook.site.margin_notes import MovedCitation
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Page
from policybook.site.school_input import SchoolInput
from policybook.site.school_pages.governors_pages import GOVERNORS_PAGES
from policybook.site.version_view import VersionView

#: The codes of findings that the register shows in another way.
_SHOWN_ALREADY = ("review-due", "review-overdue", "law", "gap")


def review_details(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield each page."""
    pages: tuple[tuple[Address, str, str, dict[str, Any]], ...] = (
        (
            addresses.OUT_OF_DATE,
            "out-of-date",
            "Out-of-date law and names",
            {"laws": _gather_laws(inputs)},
        ),
        (
            addresses.MODELS,
            "models",
            "Compared with model policies",
            {"matrices": [row.matrix for row in inputs.policies if row.matrix]},
        ),
        (
            addresses.READING_AGES,
            "reading-ages",
            "Reading ages",
            {"readings": [reading for row in inputs.register for reading in row.readings]},
        ),
        (
            addresses.FINDINGS,
            "findings",
            "Problems found",
            {"shown": shown_findings(inputs, drafts=renderer.settings.drafts)},
        ),
    )
    for address, template, title, values in pages:
        yield renderer.page(
            address,
            f"policy/{template}.html",
            title=title,
            trail=(("Review register", addresses.REVIEW),),
            around=GOVERNORS_PAGES,
            span=dated.parts((inputs.span,))[0],
            doubtful=inputs.doubt,
            **values,
        )


# ---------- law, by law


class CitedLaw(NamedTuple):
    """A law or name that has changed, with every place that cites it.

    `note` is the first of the notes, which says what holds now.
    """

    name: str
    anchor: str
    note: MovedCitation
    notes: tuple[MovedCitation, ...]

    @property
    def weighs(self) -> bool:
        """Return whether it is out of date by a source that somebody has read."""
        return any(note.weighs for note in self.notes)

    @property
    def titles(self) -> int:
        """Return how many policies cite it."""
        return len({note.view.policy for note in self.notes})


def _gather_laws(inputs: SchoolInput) -> list[CitedLaw]:
    """Return the laws that current texts cite: out of date first, then by how many cite them."""
    notes: dict[str, list[MovedCitation]] = {}
    for row in inputs.policies:
        for moves in row.moves:
            for note in moves.notes:
                notes.setdefault(note.subject, []).append(note)
    laws = [
        CitedLaw(name, f"law-{number}", _choose_note(places), tuple(places))
        for number, (name, places) in enumerate(sorted(notes.items()), 1)
    ]
    return sorted(laws, key=lambda law: (not law.weighs, -law.titles, law.name.casefold()))


def _choose_note(notes: Iterable[MovedCitation]) -> MovedCitation:
    return min(notes, key=lambda note: not note.weighs)


# ---------- findings


class _ShownFinding:
    """A finding as the page shows it: its file, what is wrong, its level, and its help page."""

    def __init__(self, finding: Finding, place: tuple[str, str, str]) -> None:
        self.finding, self.level = finding, str(finding.severity).capitalize()
        self.message = finding.message[0].upper() + finding.message[1:]
        self.changed = findings.explain_level(finding)
        rule = catalogue.find_rule(finding.code)
        self.help = addresses.rule(rule.family.name, rule.code) if rule else ""
        self.place, self.address, self.policy = place


def shown_findings(inputs: SchoolInput, *, drafts: bool) -> list[_ShownFinding]:
    """Return the findings that governors need.

    These are warnings about texts in force, and findings whose level the school
    changed. Hints to the author of a proposal appear only when somebody runs the
    checks.
    """
    places = dict(_places(inputs))
    binding = {path for view in inputs.views if view.binds or drafts for path in _paths(view)}
    return [
        _ShownFinding(finding, places[finding.path])
        for finding in inputs.findings
        if finding.path in places and (finding.usual is not None or _weighs(finding, binding))
    ]


def _weighs(finding: Finding, binding: set[str]) -> bool:
    weighs = finding.severity is not Severity.NOTE and finding.code not in _SHOWN_ALREADY
    return weighs and finding.path in binding | {layout.SCHOOL}


def _paths(view: VersionView) -> Iterator[str]:
    yield view.path
    yield from (summary.path for summary in view.summaries)


def _places(inputs: SchoolInput) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield by path: the name of a published file on the site, its address, and its policy.

    A settings file has only a name.
    """
    for path in (layout.SCHOOL, layout.VOCABULARY, layout.ASKED_QUESTIONS):
        yield path, (path.removeprefix(layout.POLICIES), "", "")
    for view in inputs.views:
        name = f"{view.title}, {view.month}"
        yield view.path, (name, view.own_address, view.policy)
        for summary in view.summaries:
            yield (
                summary.path,
                (f"{name}, for {summary.reader}", summary.address, view.policy),
            )
