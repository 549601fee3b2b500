"""Make the pages behind the review register: law, model policies, reading ages, findings."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from policybook.model import addresses
from policybook.site import dated
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.lists.shown_findings import shown_findings
from policybook.site.margin_notes import MovedCitation
from policybook.site.render.renderer import Page, Renderer
from policybook.site.school_input import SchoolInput


def review_details(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield each page."""
    pages: tuple[tuple[addresses.Address, str, str, dict[str, Any]], ...] = (
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
            _gather_findings(inputs, drafts=renderer.settings.drafts),
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


def _gather_findings(inputs: SchoolInput, drafts: bool) -> dict[str, Any]:
    """Return what the checks found, and the cards, some of which no rule stands behind."""
    return {"shown": shown_findings(inputs, drafts=drafts), "cards": inputs.help.cards}


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
    def heading(self) -> str:
        """Return the name; for words that are no name, the sentence about the first place."""
        has_name = "…" not in self.name and self.name[:1].isupper()
        return self.name if has_name else self.note.description.removesuffix(".")

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
        CitedLaw(
            name, f"law-{number}", min(places, key=lambda note: not note.weighs), tuple(places)
        )
        for number, (name, places) in enumerate(sorted(notes.items()), 1)
    ]
    return sorted(laws, key=lambda law: (not law.weighs, -law.titles, law.name.casefold()))
