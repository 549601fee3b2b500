"""Follow the rules that a text cites in another policy through the versions of that policy.

A text means the rule that had the number when the text was approved. Later versions of the
other policy may give that number to another rule. The redline's alignment follows the rule.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise

from policybook.model import Library, Policy, Standing, Status, Version, timeline
from policybook.reading.references import reference_links
from policybook.reading.references.reference_context import read_sentence
from policybook.reading.references.reference_links import (
    CitedRule,
    ReferenceFinder,
    ReferenceIntoOther,
    find_into_others,
)
from policybook.reading.references.version_places import find_place
from policybook.reading.texts import markdown
from policybook.redline.successors import ClauseMap

_WORD = re.compile(r"[^\W\d_]{4,}")
#: Returns the references of a version into other policies.
CitationReader = Callable[[Version], Iterable[ReferenceIntoOther]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRule:
    """A rule of the text `old`, cited by number elsewhere, that `new` has under another number.

    `now` has the numbers of the rule in `new`; none if it was removed. `is_taken` says that its
    old number is now of another rule.
    """

    old: Version
    new: Version
    now: tuple[str, ...]
    is_taken: bool


def list_moved(
    library: Library, today: date, find: ReferenceFinder = find_into_others
) -> Iterator[tuple[Version, ReferenceIntoOther, MovedRule]]:
    """Yield each reference of today's texts to a rule that another policy has moved since."""
    titles = reference_links.read_titles(library)
    read = partial(find, titles)
    for _, version, _ in timeline.live_versions(library, today):
        for place in read(version):
            if moved := find_moved(library, version, place.rule, read, today):
                yield version, place, moved


def find_moved(
    library: Library, version: Version, rule: CitedRule, read: CitationReader, today: date
) -> MovedRule | None:
    """Return what became of a rule that `version` cites, if its number no longer leads to it.

    The other policy's texts in force and coming count, not its proposals.
    """
    cited = _find_policy(library, rule.policy)
    day = _find_day(library, version, rule, read)
    if cited is None or day is None:
        return None
    meant = _list_meant(cited, day)
    for text in cited.versions:
        if timeline.standing(cited, text, today) in (Standing.IN_FORCE, Standing.UPCOMING):
            moves = [_compare(old, text, rule.noun, rule.number) for old in meant]
            if moves and all(moves):
                return moves[0]
    return None


def find_lasting_id(
    library: Library, version: Version, rule: CitedRule, read: CitationReader
) -> str:
    """Return the id of the rule that `version` cites, if no published text has moved it.

    Otherwise return nothing: on some day, that id would lead to another rule.
    """
    cited = _find_policy(library, rule.policy)
    if cited is None or any(v.facts.kept_internally for v in cited.versions):
        return ""
    day = _find_day(library, version, rule, read)
    texts = list(_list_published(cited, day))
    places = [find_place(text, rule.noun, rule.number) for text in texts]
    if len({name for name, _ in places}) != 1:
        return ""
    steps = pairwise(zip(texts, places, strict=True))
    is_same = all(b[1] in _map(old, new).successors(a[1]) for (old, a), (new, b) in steps)
    return places[0][0] if is_same else ""


def is_written_anew(
    library: Library, version: Version, place: ReferenceIntoOther, read: CitationReader
) -> bool:
    """Return whether the sentence of a reference shares few words with those of the text before.

    Then its author may mean the rule that has the number now.
    """
    citing = _find_policy(library, version.policy)
    before = timeline.predecessor(citing, version) if citing else None
    words = _read_words(place)
    olds = [_read_words(was) for was in read(before) if was.rule == place.rule] if before else []
    return bool(olds) and all(2 * len(words & was) < min(len(words), len(was)) for was in olds)


def _read_words(place: ReferenceIntoOther) -> set[str]:
    """Return the words of the sentence of a reference, without short ones and names."""
    cells = place.clause.cells
    text = markdown.plain_text(cells[place.cell]) if cells else place.clause.text
    rest = f"{text[: place.start]}{' ' * (place.end - place.start)}{text[place.end :]}"
    sentence = read_sentence(rest, place.start, place.end)
    words = _WORD.findall(sentence[:1].lower() + sentence[1:])
    return {word for word in words if word.islower()}


def _find_policy(library: Library, name: str) -> Policy | None:
    return next((p for p in (library.whole or library).policies if p.name == name), None)


def _find_day(
    library: Library, version: Version, rule: CitedRule, read: CitationReader
) -> date | None:
    """Return the day on which the first text with this reference was approved.

    None stands for a reference that is new in a text on which nobody has decided.
    """
    citing = _find_policy(library, version.policy)
    first = next((v for v in citing.versions if v.name == version.name), None) if citing else None
    while citing and first:
        before = timeline.predecessor(citing, first)
        if before is None or all(other.rule != rule for other in read(before)):
            break
        first = before
    if first is None or first.facts.is_undecided:
        return None
    return timeline.changed_on(first)


def _list_meant(cited: Policy, day: date) -> list[Version]:
    """Return the text that was in force on a day, and those approved by then to come later."""
    begun = timeline.version_in_force(cited, day)
    coming = (
        v
        for v in cited.versions
        if v.facts.status is Status.APPROVED
        and v.facts.approved_on
        and v.facts.approved_on.date <= day
        and _begins_after(v, day)
    )
    return [*([begun] if begun else []), *coming]


def _begins_after(version: Version, day: date) -> bool:
    """Return whether a version has a first day, and that is after `day`."""
    begins = timeline.start_day(version)
    return begins is not None and begins.date > day


def _list_published(cited: Policy, day: date | None) -> Iterator[Version]:
    """Yield the texts that readers may meet since `day`, by name; since the newest without one."""
    approved = [v for v in cited.versions if v.facts.status is Status.APPROVED]
    if not approved:
        return
    if day is None:
        newest = approved[-1]
        day = timeline.changed_on(newest)
    meant = _list_meant(cited, day)
    for version in cited.versions:
        is_coming = version in approved and _begins_after(version, day)
        if is_coming or version in meant or version.facts.status is Status.CONSULTATION:
            yield version


def _compare(old: Version, new: Version, noun: str, number: str) -> MovedRule | None:
    """Return the rule of `old` with that number if `new` gives the number to another rule."""
    was, now = find_place(old, noun, number)[1], find_place(new, noun, number)[1]
    if old is new or not was:
        return None
    after = _map(old, new).successors(was)
    if {now, number} & set(after) or not (now or after):
        return None
    return MovedRule(old=old, new=new, now=after, is_taken=bool(now))


@lru_cache(maxsize=64)
def _map(old: Version, new: Version) -> ClauseMap:
    """Return the clauses of two versions, matched. Cached: many texts may cite one policy."""
    return ClauseMap(old, new)
