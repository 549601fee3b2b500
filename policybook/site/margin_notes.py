"""What is noticed in texts of today beside their own words, as pages show it.

That is: law and names that have moved, and sections that model policies have. None of it is the
policy's, and no page may mix it with a policy's words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.analysis import law, model_policies
from policybook.analysis.law import Cite, Register
from policybook.analysis.model_policies import PolicyModel, SectionResult, SectionState
from policybook.model import Standing, Version
from policybook.site.version_view import VersionView

_OF_TODAY = (Standing.IN_FORCE, Standing.UPCOMING, Standing.CONSULTATION, Standing.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedCitation:
    """A citation of what has moved, in words.

    `more` is the address of the source, empty where there is none. `weighs`: by a source that
    somebody read, the words are out of date.
    """

    view: VersionView
    number: str
    anchor: str
    beside: str
    line: int
    words: str
    short: str
    description: str
    source: str
    more: str
    weighs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What has moved in one version: `notes`, of which so many are out of date."""

    view: VersionView
    notes: tuple[MovedCitation, ...]

    @property
    def out_of_date(self) -> int:
        return sum(note.weighs for note in self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A version, compared with the model of its kind."""

    view: VersionView
    looks: tuple[SectionResult, ...]

    @property
    def counts(self) -> str:
        """`7 present, 5 brief, 5 missing`."""
        counted = Counter(look.state for look in self.looks)
        names = {SectionState.THIN: "brief"}
        return ", ".join(
            f"{counted[state]} {names.get(state, state)}"
            for state in SectionState
            if counted[state]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A policy's versions of today, compared with a model.

    A row is a section and what each version has of it.
    """

    model: PolicyModel
    columns: tuple[Column, ...]

    @property
    def rows(self) -> Iterator[tuple[model_policies.ExpectedSection, tuple[SectionResult, ...]]]:
        for place, wanted in enumerate(self.model.sections):
            yield wanted, tuple(column.looks[place] for column in self.columns)


def is_of_today(view: VersionView) -> bool:
    return view.standing in _OF_TODAY


def moved(
    version: Version, view: VersionView, register: Register, today: date
) -> tuple[MovedCitation, ...]:
    """Return where a text cites what has moved; nothing for a text of the past."""
    if not is_of_today(view):
        return ()
    return tuple(_find_moved(view, cite) for cite in law.cites(version, register, today))


def _find_moved(view: VersionView, cite: Cite) -> MovedCitation:
    return MovedCitation(
        view=view,
        number=cite.number,
        anchor=cite.anchor,
        beside=cite.beside,
        line=cite.line,
        words=cite.words,
        short=law.summarise(cite),
        description=f"{law.describe(cite)}.",
        source=law.source(cite),
        more=law.origin(cite).address,
        weighs=law.is_out_of_date(cite),
    )


def matrix(
    versions: Sequence[tuple[Version, VersionView]], register: Register, today: date
) -> Matrix | None:
    """Return a policy's texts of today beside the model of its kind, the text in force first.

    None where there is no model, or no text of today.
    """
    current = [(version, view) for version, view in versions if is_of_today(view)]
    model = model_policies.find_model(current[0][0]) if current else None
    if model is None:
        return None
    columns = (
        Column(view=view, looks=model_policies.compare_sections(version, model, register, today))
        for version, view in sorted(current, key=lambda pair: not pair[1].binds)
    )
    return Matrix(model=model, columns=tuple(columns))
