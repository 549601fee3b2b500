"""Find the present clauses that numbers in `asked.yml` and `vocabulary.yml` name.

A number belongs to the version in the brackets after it (`social-media 5.11
(2023-11)`), else to the version in `numbers_of`, else to the version in force. The
redline's alignment follows it from there through the versions; similar numbers mean
nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from policybook.model import Library, Policy, Version, timeline
from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout
from policybook.redline.successors import ClauseMap, words_in_context
from policybook.search.thesaurus import NUMBERS_OF, ThesaurusRow, school_rows
from policybook.text import strict_yaml

PATHS = (layout.ASKED_QUESTIONS, layout.VOCABULARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedClause:
    """A clause as a row names it.

    `of` is the version of the number, and `current` the version in force; both are
    empty if there is none. `now` has its numbers in the version in force: several where
    it was divided, none where it was removed.
    """

    policy: str
    number: str
    of: str
    current: str
    now: tuple[str, ...]

    @property
    def bare(self) -> str:
        """Return the number without the version in brackets."""
        return self.number.partition(" (")[0]

    @property
    def has_moved(self) -> bool:
        """Return whether the clause has another number now."""
        return bool(self.now) and self.now != (self.number,)

    @property
    def is_gone(self) -> bool:
        """Return whether the clause was removed since."""
        return not self.now and self.of != self.current


class Numbers:
    """What the numbers of one file name on a day."""

    def __init__(self, library: Library, today: date, of: Mapping[str, str]) -> None:
        self.policies = {policy.name: policy for policy in library.policies}
        self.today, self.of = today, of

    def find_clause(self, policy: str, number: str) -> NamedClause:
        """Return the clause that a row names as `number`, with or without a version in brackets."""
        bare, _, brackets = number.partition(" (")
        typed = brackets.removesuffix(")")
        named_policy = self.policies.get(policy)
        current = timeline.version_in_force(named_policy, self.today) if named_policy else None
        if named_policy is None or current is None:
            return NamedClause(policy=policy, number=number, of="", current="", now=())
        start = version_of(named_policy, typed or self.of.get(policy, "")) or (
            None if typed else current
        )
        now = _follow(named_policy, start, current, bare) if start else ()
        if (
            not now
            and not typed
            and bare in _clauses(current)
            and bare not in _clauses(start or current)
        ):
            now = (bare,)  # no number of the older version: it can only have been written since
        return NamedClause(
            policy=policy,
            number=number,
            of=typed or (start or current).name,
            current=current.name,
            now=now,
        )

    def current_clauses(self, clauses: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return the clauses of texts in force that are named, each once.

        A removed clause keeps its name, and so matches no clause.
        """
        named_clauses = (self.find_clause(*clause) for clause in clauses)
        return tuple(
            dict.fromkeys(
                (n.policy, number)
                for n in named_clauses
                for number in n.now or (_unknown_number(n),)
            )
        )


def _unknown_number(named: NamedClause) -> str:
    """Return a number that no clause has, because another clause may have the old one now."""
    return f"{named.bare} ({named.of})" if named.is_gone else named.number


def version_of(policy: Policy, name: str) -> Version | None:
    """Return the version of that name, if it has words."""
    return next((v for v in policy.versions if v.name == name and _clauses(v)), None)


def _follow(policy: Policy, start: Version, current: Version, number: str) -> tuple[str, ...]:
    """Return the numbers in `current` of a clause of `start`; either may be the later version.

    The way leads through each version between them that was ever in force.
    """
    numbers: tuple[str, ...] = (number,) if number in _clauses(start) else ()
    first, last = sorted((policy.versions.index(start), policy.versions.index(current)))
    way = [
        v
        for v in policy.versions[first : last + 1]
        if v in (start, current) or (timeline.start_day(v) and _clauses(v))
    ]
    forward = way[0] is start
    steps = list(pairwise(way))
    for old, new in steps if forward else reversed(steps):
        pair = _pair(old, new)
        numbers = tuple(
            dict.fromkeys(
                n
                for was in numbers
                for n in (pair.successors if forward else pair.predecessors)(was)
            )
        )
    return numbers


@lru_cache(maxsize=16)
def _pair(old: Version, new: Version) -> ClauseMap:
    """Return the map between the clauses of two versions. Cached."""
    return ClauseMap(old, new)


@lru_cache(maxsize=64)
def _clauses(version: Version) -> frozenset[str]:
    """Return the numbers of a version's clauses. Cached."""
    return frozenset(number for number, _ in words_in_context(version))


def declared_versions(library: Library, path: str) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return the version that a file declares for each policy's numbers, and the faults in that.

    Never raises.
    """
    text = library.words.get(path, "")
    root = strict_yaml.read(text, path, what="file")[0] if NUMBERS_OF in text else None
    value = (root.fields or {}).get(NUMBERS_OF) if root else None
    if value is None:
        return {}, ()
    if value.fields is None:
        return {}, (
            _fault(path, value.line, f"`{NUMBERS_OF}` does not say which version of which policy"),
        )
    findings: list[Finding] = []
    result: dict[str, str] = {}
    policies = {policy.name: policy for policy in library.policies}
    for name, version in value.fields.items():
        if name in policies and version.text and version_of(policies[name], version.text):
            result[name] = version.text
        elif name not in policies:
            findings.append(_no_policy(path, version.line, name))
        else:
            message = (
                f"`{NUMBERS_OF}` names “{name}: {version.text or ''}”, but that version "
                "does not exist or its words were removed"
            )
            findings.append(_fault(path, version.line, message))
    return result, tuple(findings)


def _no_policy(path: str, line: int, name: str) -> Finding:
    """Return a finding about a policy that the school does not have: a row with no effect."""
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="numbers-of",
        message=f"`{NUMBERS_OF}` names “{name}”, but there is no such policy",
        remedy="Remove this line, and the rows whose clauses are in that policy.",
    )


def _fault(path: str, line: int, message: str) -> Finding:
    """Return a finding about `numbers_of`."""
    remedy = (
        f"Write `{NUMBERS_OF}:` and below it `  social-media: 2023-11`, the version "
        "that the numbers in this file are from."
    )
    return Finding(path=path, line=line, code="numbers-of", message=message, remedy=remedy)


def current_numbers(library: Library, today: date, path: str) -> Numbers:
    """Return what the numbers of the file at `path` name on `today`."""
    return Numbers(library, today, declared_versions(library, path)[0])


def current_vocabulary(
    library: Library, today: date
) -> tuple[tuple[ThesaurusRow, ...], tuple[Finding, ...]]:
    """Return the school's own rows with present clauses, and the faults in their form."""
    rows, findings = school_rows(library)
    numbers = current_numbers(library, today, layout.VOCABULARY)
    return tuple(
        replace(row, clauses=numbers.current_clauses(row.clauses)) for row in rows
    ), findings
