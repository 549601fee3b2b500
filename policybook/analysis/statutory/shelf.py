"""Put a school's policies beside the list of those that it must have, on one day.

The list also gives the usual group of a policy, for a school that names no groups. A title to
which no row of the list gives a group is looked up in `data/usual_groups.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.analysis.statutory.decisions import SchoolDecisions, school_decisions
from policybook.analysis.statutory.required_policies import (
    Need,
    RequiredPolicy,
    Shelf,
    ShelfRow,
    ShelfState,
    shipped_list,
)
from policybook.model import (
    Library,
    Nation,
    Policy,
    School,
    SchoolKind,
    SchoolPhase,
    Standing,
    dates,
    timeline,
)
from policybook.text import data_files, phrases

_AGES = frozenset({SchoolPhase.PRIMARY, SchoolPhase.SECONDARY})
_LISTED_KINDS = frozenset({SchoolKind.MAINTAINED, SchoolKind.ACADEMY})
#: "Safeguarding Policy for Volunteers" is a part of what the school must have.
_FOR_SOME = re.compile(
    r"\bfor (?:our |all )?(?:contractors|guests|helpers|hirers|visitors|volunteers)\b",
    re.IGNORECASE,
)
_GROUPS = data_files.read_toml("usual_groups.toml")
#: The order of groups for a school that gives none in `school.yml`.
USUAL_GROUPS = tuple(_GROUPS)
_BY_WORDS = tuple(
    (" ".join(words.split()), group)
    for group, every in _GROUPS.items()
    for words in every.split(",")
)
_OF_STAFF = phrases.compile_phrase("staff")


@dataclass(frozen=True, slots=True)
class ShelfCandidate:
    """A policy with a text that binds or is on its way, and the ids of its rows."""

    policy: str
    rows: frozenset[str]
    is_in_force: bool


def compare(library: Library, policies: Iterable[Policy], today: date) -> Shelf:
    """Return the shelf of the school on `today`. `policies` are those that its page may name.

    A policy of which every text is over or withdrawn is no longer on the shelf.
    """
    shown = tuple(policies)
    school = library.school
    if gap := _find_gap(school):
        return Shelf(rows=(), others=tuple(policy.name for policy in shown), gap=gap)
    decisions, _ = school_decisions(library)
    candidates = [
        ShelfCandidate(policy.name, find_rows(policy), is_in_force)
        for policy in shown
        if (is_in_force := _is_in_force(policy, today)) is not None
    ]
    rows = tuple(_row(wanted, school, decisions, candidates) for wanted in shipped_list())
    used = {name for row in rows for name in row.policies}
    return Shelf(rows=rows, others=tuple(p.name for p in shown if p.name not in used))


def _is_in_force(policy: Policy, today: date) -> bool | None:
    """Return whether a text binds on `today`; None if none does and none is on its way."""
    if timeline.version_in_force(policy, today):
        return True
    standings = {timeline.standing(policy, v, today) for v in policy.versions}
    return None if standings <= {Standing.WITHDRAWN, Standing.SUPERSEDED} else False


def list_missing(shelf: Shelf) -> list[str]:
    """Return the names of the policies that the school must have and lacks."""
    return [row.wanted.name for row in _asked_rows(shelf) if row.state is ShelfState.MISSING]


def list_held(shelf: Shelf) -> frozenset[str]:
    """Return the names of the school's policies that a list asks for."""
    return frozenset(name for row in _asked_rows(shelf) for name in row.policies)


def _asked_rows(shelf: Shelf) -> Iterator[ShelfRow]:
    """Yield the rows that a list which was read asks for as a policy."""
    for row in shelf.rows:
        wanted = row.wanted
        if wanted.need is not Need.GOOD_PRACTICE and not (wanted.recalled or wanted.information):
            yield row


def _find_gap(school: School) -> str:
    """Return why there is no list for the school, or an empty text."""
    if school.nation is None:
        return "The school has not said in which nation it is, so no list is compared."
    if school.nation is not Nation.ENGLAND:
        return f"There is no list for {school.nation} yet, so nothing is said to be missing."
    if school.kind is SchoolKind.INDEPENDENT:
        return "There is no list for independent schools yet, so nothing is said to be missing."
    return ""


def _row(
    wanted: RequiredPolicy,
    school: School,
    decisions: SchoolDecisions,
    candidates: Sequence[ShelfCandidate],
) -> ShelfRow:
    """Return what the school has of one row."""
    covering = decisions.covered_by.get(wanted.id, "")
    fitting = [c for c in candidates if c.policy == covering or wanted.id in c.rows]
    if fitting:
        names = tuple(candidate.policy for candidate in fitting)
        reason = "Part of a policy with another title." if covering in names else ""
        binds = any(candidate.is_in_force for candidate in fitting)
        state = ShelfState.PRESENT if binds else ShelfState.COMING
        return ShelfRow(wanted=wanted, state=state, policies=names, reason=reason)
    if because := decisions.not_applicable.get(wanted.id):
        return ShelfRow(wanted=wanted, state=ShelfState.NOT_APPLICABLE, reason=because)
    if because := _why_not(wanted, school):
        return ShelfRow(wanted=wanted, state=ShelfState.NOT_APPLICABLE, reason=because)
    if doubt := _why_undecided(wanted, school):
        return ShelfRow(wanted=wanted, state=ShelfState.UNDECIDED, reason=doubt)
    return ShelfRow(wanted=wanted, state=ShelfState.MISSING)


def find_rows(policy: Policy) -> frozenset[str]:
    """Return the ids of the rows that a policy's newest title names, or else its folder.

    A title that names only people from outside, such as "for Volunteers", has none.
    """
    return find_rows_called(policy.versions[-1].facts.title, policy.name)


def find_rows_called(title: str, folder: str) -> frozenset[str]:
    """Return the ids of the rows that a title names, or else the name of the policy's folder."""
    if _FOR_SOME.search(title):
        return frozenset()
    for name in (title, folder.replace("-", " ")):
        rows = (row for row in shipped_list() if phrases.names(name, row.titles, row.but_not))
        if ids := frozenset(row.id for row in rows):
            return ids
    return frozenset()


def _why_not(wanted: RequiredPolicy, school: School) -> str:
    """Return why a row is not for this kind of school or these ages, or an empty text."""
    if school.kind in _LISTED_KINDS - wanted.kinds - wanted.unchecked_kinds:
        return f"It is asked of other schools than {_plural(school.kind)}."
    if school.phase in _AGES and school.phase not in wanted.phases:
        return f"It is asked of other schools than {school.phase} schools."
    return ""


def _why_undecided(wanted: RequiredPolicy, school: School) -> str:
    """Return why the list cannot say whether the school must have it, or an empty text."""
    if wanted.need is Need.DEPENDS:
        return f"Only {wanted.when} must have it."
    if wanted.unchecked_kinds and (school.kind is None or school.kind in wanted.unchecked_kinds):
        return _describe_unchecked_kinds(wanted)
    if school.kind is None and wanted.kinds != _LISTED_KINDS:
        return f"Only {_list_kinds(wanted.kinds)} must have it."
    if school.kind is not None and school.kind not in _LISTED_KINDS:
        return "The list was made for maintained schools and academies."
    if school.phase is None and not wanted.phases >= _AGES:
        return f"Only {' and '.join(sorted(wanted.phases))} schools must have it."
    if school.phase in (SchoolPhase.NURSERY, SchoolPhase.SIXTEEN_PLUS):
        return "The list was made for primary and secondary schools."
    return ""


def _describe_unchecked_kinds(wanted: RequiredPolicy) -> str:
    """Return who must have it, and of whom nobody has checked that."""
    must, unchecked = _list_kinds(wanted.kinds), _list_kinds(wanted.unchecked_kinds)
    return (
        f"{must[0].upper()}{must[1:]} must have it. By {dates.format_day(wanted.checked)} nobody "
        f"had checked whether {unchecked} must."
    )


def _list_kinds(kinds: Iterable[SchoolKind]) -> str:
    """Return kinds of school in the plural: `academies and maintained schools`."""
    return " and ".join(sorted(map(_plural, kinds)))


def _plural(kind: SchoolKind) -> str:
    """Return a kind of school in the plural: `academies`."""
    return {SchoolKind.ACADEMY: "academies", SchoolKind.MAINTAINED: "maintained schools"}.get(
        kind, f"{kind} schools"
    )


def usual_group(policy: Policy) -> str:
    """Return the usual group of a policy of this title, or an empty text in any doubt.

    There is a doubt if words or rows of several groups fit the title, or none does.
    """
    ids = find_rows(policy)
    groups = {row.group for row in shipped_list() if row.id in ids}
    if groups <= {""}:
        groups = _find_groups(policy.versions[-1].facts.title)
    return groups.pop() if len(groups) == 1 else ""


def _find_groups(title: str) -> set[str]:
    """Return the groups of the longest words of the table that a title has.

    A title that begins with "Staff" is about staff, whatever comes after it.
    """
    if _OF_STAFF.match(title):
        return {"Staff"}
    fitting = [
        (words, group) for words, group in _BY_WORDS if phrases.compile_phrase(words).search(title)
    ]
    longer = {words for words, _ in fitting}
    return {
        group
        for words, group in fitting
        if not any(words != other and words in other for other in longer)
    }
