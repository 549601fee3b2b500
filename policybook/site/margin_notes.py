"""What is noticed in the texts of today beside their own words, as pages show it: law and names that have moved, sections that models have.

Nothing of it is the policy's, and no page may mix it with a policy's words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.analysis import law, model_policies
from policybook.analysis.law import Cite
from policybook.analysis.model_policies import PolicyModel, SectionResult, SectionState
from policybook.model import Library, Standing
from policybook.site.version_view import VersionView

_OF_TODAY = (Standing.IN_FORCE, Standing.UPCOMING, Standing.CONSULTATION, Standing.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedCitation:
    """A citation of what has moved, in words. `more` is the address of the source, empty where there is none; `weighs`: by a source that was
    read, the words are out of date."""

    seen: VersionView
    number: str
    anchor: str
    beside: str
    line: int
    words: str
    short: str
    said: str
    source: str
    more: str
    weighs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What has moved in one version: `notes`, of which so many are out of date."""

    seen: VersionView
    notes: tuple[MovedCitation, ...]

    @property
    def out_of_date(self) -> int:
        return sum(note.weighs for note in self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A version, set against the model of its kind."""

    seen: VersionView
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
    """A policy's versions of today, set against a model; a row is a section and what each version has of it."""

    model: PolicyModel
    columns: tuple[Column, ...]

    @property
    def rows(self) -> Iterator[tuple[model_policies.ExpectedSection, tuple[SectionResult, ...]]]:
        for at, wanted in enumerate(self.model.sections):
            yield wanted, tuple(column.looks[at] for column in self.columns)


def is_of_today(seen: VersionView) -> bool:
    return seen.standing in _OF_TODAY


def moved(library: Library, seen: VersionView, today: date) -> tuple[MovedCitation, ...]:
    """Where the text of `seen` cites what has moved; nothing for a text of the past."""
    if not is_of_today(seen):
        return ()
    return tuple(
        _moved(seen, cite) for cite in law.cites(seen.version, law.full_register(library), today)
    )


def moves(library: Library, every: Sequence[VersionView], today: date) -> Iterator[Moves]:
    """Every version of today in which something has moved."""
    for seen in every:
        if notes := moved(library, seen, today):
            yield Moves(seen=seen, notes=notes)


def _moved(seen: VersionView, cite: Cite) -> MovedCitation:
    return MovedCitation(
        seen=seen,
        number=cite.number,
        anchor=cite.anchor,
        beside=cite.beside,
        line=cite.line,
        words=cite.words,
        short=law.summarise(cite),
        said=f"{law.describe(cite)}.",
        source=law.source(cite),
        more=law.origin(cite).address,
        weighs=law.is_out_of_date(cite),
    )


def matrices(library: Library, every: Sequence[VersionView], today: date) -> Iterator[Matrix]:
    """A matrix for each policy of whose kind there is a model, the text in force first."""
    register = law.full_register(library)
    for policy in library.policies:
        seen = [one for one in every if one.policy.name == policy.name and is_of_today(one)]
        model = model_policies.find_model(seen[0].version) if seen else None
        if model:
            ordered = sorted(seen, key=lambda one: not one.binds)
            columns = (
                Column(
                    seen=one,
                    looks=model_policies.compare_sections(one.version, model, register, today),
                )
                for one in ordered
            )
            yield Matrix(model=model, columns=tuple(columns))
