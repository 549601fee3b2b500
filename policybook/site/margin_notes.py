"""Turn what we notice about current texts into notes that pages show beside them.

The notes are about law and names that have changed, and about the sections of model
policies. They are not part of a policy. No page may mix them with a policy's words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.analysis import law, model_policies
from policybook.analysis.model_policies import PolicyModel, SectionResult, SectionState
from policybook.model import Nation, Standing, Version
from policybook.site.version_view import VersionView

_OF_TODAY = (Standing.IN_FORCE, Standing.UPCOMING, Standing.CONSULTATION, Standing.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedCitation:
    """A citation of law or a name that has changed, in words.

    `subject` is the name of the law, whatever spelling the text has. `more` is the
    address of the source, or empty. `weighs` says that the words are out
    of date by a source that somebody has read.
    """

    view: VersionView
    number: str
    anchor: str
    beside: str
    line: int
    words: str
    subject: str
    short: str
    description: str
    source: str
    more: str
    weighs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The notes on one version, and how many of them are out of date."""

    view: VersionView
    notes: tuple[MovedCitation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A version compared with the model policy of its kind."""

    view: VersionView
    looks: tuple[SectionResult, ...]

    @property
    def counts(self) -> str:
        """Return the figures in words: `7 present, 5 brief, 5 missing`."""
        counted = Counter(look.state for look in self.looks)
        names = {SectionState.THIN: "brief"}
        return ", ".join(
            f"{counted[state]} {names.get(state, state)}"
            for state in SectionState
            if counted[state]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The current versions of a policy compared with a model policy."""

    model: PolicyModel
    columns: tuple[Column, ...]

    @property
    def rows(self) -> Iterator[tuple[model_policies.ExpectedSection, tuple[SectionResult, ...]]]:
        """Yield each section of the model, with what each version has of it."""
        for place, wanted in enumerate(self.model.sections):
            yield wanted, tuple(column.looks[place] for column in self.columns)


def is_of_today(view: VersionView) -> bool:
    """Return whether a version is in force, proposed or a draft."""
    return view.standing in _OF_TODAY


def moved(
    version: Version, view: VersionView, register: law.Register, today: date
) -> tuple[MovedCitation, ...]:
    """Return where a current text cites law or names that have changed; none for an old text."""
    if not is_of_today(view):
        return ()
    return tuple(_find_moved(view, cite) for cite in law.cites(version, register, today))


def _find_moved(view: VersionView, cite: law.Cite) -> MovedCitation:
    return MovedCitation(
        view=view,
        number=cite.number,
        anchor=cite.anchor,
        beside=cite.beside,
        line=cite.line,
        words=cite.words,
        subject=law.subject(cite),
        short=law.summarise(cite),
        description=f"{law.describe(cite)}.",
        source=law.source(cite),
        more=law.origin(cite).address,
        weighs=law.is_out_of_date(cite),
    )


def matrix(
    versions: Sequence[tuple[Version, VersionView]],
    register: law.Register,
    today: date,
    nation: Nation | None,
) -> Matrix | None:
    """Return a policy's current texts compared with the model policy of its kind.

    The text in force comes first. None if there is no model or no current text.
    """
    current = [(version, view) for version, view in versions if is_of_today(view)]
    model = model_policies.find_model(current[0][0], nation) if current else None
    if model is None:
        return None
    columns = (
        Column(view=view, looks=model_policies.compare_sections(version, model, register, today))
        for version, view in sorted(current, key=lambda pair: not pair[1].binds)
    )
    return Matrix(model=model, columns=tuple(columns))
