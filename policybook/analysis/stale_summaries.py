"""Find statements of a summary that may no longer be right, from a pair of summaries.

The two versions are neighbours, and the summaries are for the same reader. The words
find each statement's earlier statement. The redline's alignment finds clauses again,
never their numbers. A clause counts with its items, and an item with the words that
lead into it. Signs, capitals, numbers and form are not words.

The alignment costs most. It is only made where the words of the cited clauses differ.

`compare_translation` finds statements of a translation whose original has changed since.
Statements that cite the same clauses are the same, in their order. A statement is behind

- when the original's words differ from those of the version in `reviewed`;
- when both have different numbers of statements for the same clauses;
- when the original has no statement for these clauses.

A translation without `reviewed` counts as made from the original beside it. The author
is asked to confirm.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from policybook.meaning.words.similarity import tokenise, words
from policybook.model import Policy, Statement, Summary, Version
from policybook.redline.successors import ClauseMap, citation_covers, words_in_context

_MIN_LIKENESS = (
    0.6  # of the words of two statements, in order, by which one is known as the other's rewording
)


class DoubtKind(StrEnum):
    """Why a statement is doubted."""

    STALE = "stale"  # the clause has other words, the statement has not
    GONE = "gone"  # the clause is no longer there, the statement is
    ASTRAY = "astray"  # the statement cites another clause than its twin


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason to read a statement again.

    `was` is the old number of a clause that the earlier statement cites. `now` has its
    new numbers: several where it was divided, none where it was removed. `cited` is the
    number that the statement cites instead.
    """

    kind: DoubtKind
    statement: Statement
    was: str
    now: tuple[str, ...] = ()
    cited: str = ""


def statements(summary: Summary) -> tuple[Statement, ...]:
    """Return the statements of a summary."""
    return tuple(s for group in summary.groups for s in group.statements)


class VersionPair:
    """Two neighbouring versions of a policy, compared as far as necessary."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new

    def doubts(self, before: Summary, after: Summary) -> Iterator[Doubt]:
        """Yield the doubts about `after`, in its order, given the earlier summary `before`."""
        for statement, earlier, same in match_statements(before, after):
            yield from self._statement_doubts(statement, earlier, same)

    def successors(self, number: str) -> tuple[str, ...]:
        """Return the new numbers of the old clause; none where it was removed or unknown."""
        return self._aligned.successors(number)

    def suggest_citations(
        self, before: Summary, after: Summary, statement: Statement, cite: str
    ) -> tuple[str, ...]:
        """Return what `statement` should cite in place of `cite`, which names no clause.

        These are the clauses of the earlier statement that it does not cite yet.
        """
        earlier = next(
            (old for new, old, _ in match_statements(before, after) if new is statement), None
        )
        if earlier is None:
            return ()
        named = [cite] if cite in earlier.cites else earlier.cites
        return tuple(n for was in named for n in self.successors(was) if n not in statement.cites)

    def _statement_doubts(
        self, statement: Statement, earlier: Statement, same: bool
    ) -> Iterator[Doubt]:
        if self._has_same_words(statement, earlier):
            return
        for was in (cite for cite in earlier.cites if cite in self._old_words):
            now = self.successors(was)
            still_cited = [
                n for n in now if any(citation_covers(n, cite) for cite in statement.cites)
            ]
            if still_cited:
                if same and not self._aligned.same_words(was, now):
                    yield Doubt(
                        kind=DoubtKind.STALE,
                        statement=statement,
                        was=was,
                        now=now,
                        cited=still_cited[0],
                    )
            elif cited := self._find_stray(statement, earlier, was, same):
                kind = DoubtKind.ASTRAY if now else DoubtKind.GONE
                yield Doubt(kind=kind, statement=statement, was=was, now=now, cited=cited)
            elif same and not now:
                yield Doubt(kind=DoubtKind.GONE, statement=statement, was=was)

    def _find_stray(self, statement: Statement, earlier: Statement, was: str, same: bool) -> str:
        """Return the citation in place of `was` that names none of the earlier clauses.

        For a reworded statement, only the same number counts.
        """
        mine = [c for c in statement.cites if c in self._new_words]
        ours = {n for cite in earlier.cites for n in self.successors(cite)}
        strays = [c for c in mine if not any(citation_covers(n, c) for n in ours)]
        if was in strays:
            return was
        return strays[0] if same and strays else ""

    def _has_same_words(self, statement: Statement, earlier: Statement) -> bool:
        """Return whether the statement cites clauses with the words of all those before."""
        mine = [self._new_words[c] for c in statement.cites if c in self._new_words]
        theirs = [self._old_words[c] for c in earlier.cites if c in self._old_words]
        return all(words(t) in [words(m) for m in mine] for t in theirs)

    @cached_property
    def _old_words(self) -> dict[str, str]:
        return dict(words_in_context(self._old))

    @cached_property
    def _new_words(self) -> dict[str, str]:
        return dict(words_in_context(self._new))

    @cached_property
    def _aligned(self) -> ClauseMap:
        return ClauseMap(self._old, self._new)


# --- which statement is which


def match_statements(
    before: Summary, after: Summary
) -> Iterator[tuple[Statement, Statement, bool]]:
    """Yield each statement with its earlier statement, and whether their words are the same.

    An earlier statement belongs to at most one statement.
    """
    old, new = list(statements(before)), list(statements(after))
    same = _match_equal(old, new)
    free_old = [s for s in range(len(old)) if s not in same.values()]
    free_new = [s for s in range(len(new)) if s not in same]
    alike = _match_similar(old, new, free_old, free_new)
    for place, statement in enumerate(new):
        if place in same:
            yield statement, old[same[place]], True
        elif place in alike:
            yield statement, old[alike[place]], False


def _match_equal(old: Sequence[Statement], new: Sequence[Statement]) -> dict[int, int]:
    """Return the old place for each new place with the same words, in order."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, statement in enumerate(old):
        places.setdefault(words(statement.text), []).append(place)
    matches = {}
    for place, statement in enumerate(new):
        if waiting := places.get(words(statement.text)):
            matches[place] = waiting.pop(0)
    return matches


def _match_similar(
    old: Sequence[Statement],
    new: Sequence[Statement],
    among_old: Sequence[int],
    among_new: Sequence[int],
) -> dict[int, int]:
    """Return the old place for each new place with similar words, the most similar first."""
    scored = []
    for j in among_new:
        tokens = tokenise(new[j].text)
        for i in among_old:
            other = tokenise(old[i].text)
            if (
                tokens.content & other.content
                and (likeness := tokens.places.likeness(other.words)) >= _MIN_LIKENESS
            ):
                scored.append((-likeness, abs(i - j), i, j))
    matches: dict[int, int] = {}
    for _, _, i, j in sorted(scored):
        if j not in matches and i not in matches.values():
            matches[j] = i
    return matches


class StaleReason(StrEnum):
    """Why a translated statement is behind."""

    CHANGED = "changed"
    UNPAIRED = "unpaired"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationState:
    """How a translation relates to its original.

    `behind` gives the reason for each place that is behind, `pairs` the place of each
    original. `missing` are statements of the original without a translation.
    """

    behind: dict[int, StaleReason]
    pairs: dict[int, int]
    missing: tuple[Statement, ...]


def original(version: Version, translation: Summary) -> Summary | None:
    """Return the summary for the same reader in the version's language, or None."""
    originals = (s for s in version.summaries if s.reader is translation.reader and not s.language)
    return next(originals, None) if translation.language else None


def compare_translation(
    policy: Policy, version: Version, translation: Summary
) -> TranslationState | None:
    """Return how `translation` relates to its original, or None if it has none."""
    source = original(version, translation)
    if source is None:
        return None
    olds, news = _group_by_cites(statements(source)), _group_by_cites(statements(translation))
    every = statements(source)
    translated = _translated_words(policy, version, translation)
    behind: dict[int, StaleReason] = {}
    pairs: dict[int, int] = {}
    for cites, places in news.items():
        origins = olds.get(cites, [])
        for index, place in enumerate(places):
            if not origins:
                behind[place] = StaleReason.GONE
            elif len(origins) != len(places):
                behind[place] = StaleReason.UNPAIRED
                pairs[place] = origins[0]
            else:
                pairs[place] = origins[index]
                if translated is not None and words(every[origins[index]].text) not in translated:
                    behind[place] = StaleReason.CHANGED
    missing = tuple(
        every[place] for cites, places in olds.items() if cites not in news for place in places
    )
    return TranslationState(behind=dict(sorted(behind.items())), pairs=pairs, missing=missing)


def _group_by_cites(listed: Iterable[Statement]) -> dict[frozenset[str], list[int]]:
    """Return the places of the statements that cite the same clauses."""
    places: dict[frozenset[str], list[int]] = {}
    for place, statement in enumerate(listed):
        places.setdefault(frozenset(statement.cites), []).append(place)
    return places


def _translated_words(
    policy: Policy, version: Version, translation: Summary
) -> set[tuple[str, ...]] | None:
    """Return the original's words as translated; None if that is the original beside it."""
    if translation.reviewed in (None, version.name):
        return None
    then = next((v for v in policy.versions if v.name == translation.reviewed), None)
    source = original(then, translation) if then else None
    return {words(s.text) for s in statements(source)} if source else set()
