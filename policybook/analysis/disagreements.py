"""Find rules of two policies that say different things about the same matter.

    Phones are handed to the class teacher.     All pupil phones must be handed in at the office.
    A complaint is answered within ten days.    Complaints must be answered within 15 school days.

Two rules are about the same matter if they do the same to the same thing, for the same people.
They differ if the place or person, the time, the number or the permission differs. Where a
policy says both things itself, nothing is reported: it is better to miss a pair than to list
one that agrees.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from policybook.analysis.statements import RuleStatement, read_statements
from policybook.model import Clause, Group, Version
from policybook.reading.texts import clauses

#: Rules about more things than this are too common to compare: they would list each other.
_MANY = 12


class DisagreementKind(StrEnum):
    """In what two rules differ."""

    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStatement:
    """What a rule of a version says, with the rule's place."""

    version: Version
    clause: Clause
    statement: RuleStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two rules that people should read together. `first` and `second` quote what differs."""

    kind: DisagreementKind
    matter: str
    one: PlacedStatement
    other: PlacedStatement
    first: str
    second: str


#: A rule, and one thing that it says.
ClauseStatement = tuple[Clause, RuleStatement]
StatementReader = Callable[[Version], Sequence[ClauseStatement]]


@lru_cache(maxsize=512)
def read_version(version: Version) -> tuple[ClauseStatement, ...]:
    """Return what the rules of a version say, with each rule. Cached."""
    statements = []
    for section in version.sections:
        heading = section.title
        for part in section.parts:
            if isinstance(part, Group):
                heading = f"{section.title} {part.text}"
                continue
            for clause in clauses.walk_clause(part):
                statements += [
                    (clause, statement) for statement in read_statements(clause.text, heading)
                ]
    return tuple(statements)


def find_disagreements(
    versions: Iterable[Version], read: StatementReader = read_version
) -> Iterator[Disagreement]:
    """Yield the rules of different policies that say different things about one matter.

    `read` gives what the rules of a version say.
    """
    by_matter: dict[tuple[str, str], list[PlacedStatement]] = defaultdict(list)
    for version in versions:
        for clause, statement in read(version):
            placed = PlacedStatement(version=version, clause=clause, statement=statement)
            by_matter[statement.action, statement.thing].append(placed)
    pairs = set()
    for (_, thing), group in by_matter.items():
        for pair in _compare_group(thing, group) if len(group) <= _MANY else ():
            key = (pair.one.clause.id, pair.other.clause.id, pair.one.version.policy,
                   pair.other.version.policy, pair.kind)  # fmt: skip
            if key not in pairs:
                pairs.add(key)
                yield pair


def _compare_group(thing: str, group: list[PlacedStatement]) -> Iterator[Disagreement]:
    """Yield the pairs of a group of statements about one action and thing that differ."""
    by_policy: Mapping[str, list[RuleStatement]] = defaultdict(list)
    for placed in group:
        by_policy[placed.version.policy].append(placed.statement)
    for one, other in combinations(group, 2):
        if one.version.policy == other.version.policy:
            continue
        if not one.statement.is_about_same(other.statement):
            continue
        for kind, values in _differences(one.statement, other.statement):
            first, second = values
            if _says_both(kind, by_policy[one.version.policy], other.statement) or _says_both(
                kind, by_policy[other.version.policy], one.statement
            ):
                continue
            yield Disagreement(
                kind=kind, matter=thing, one=one, other=other, first=first, second=second
            )


def _differences(
    one: RuleStatement, other: RuleStatement
) -> Iterator[tuple[DisagreementKind, tuple[str, str]]]:
    """Yield what differs between two statements about the same matter, with its words."""
    for kind in (DisagreementKind.PLACE, DisagreementKind.TIME, DisagreementKind.NUMBER):
        mine, others = _values(kind, one), _values(kind, other)
        if mine and others and not mine.keys() & others.keys():
            yield kind, (next(iter(mine.values())), next(iter(others.values())))
    # "Not in lessons" and "in the staff room" agree.
    if one.where and other.where and not one.where & other.where:
        return
    if one.permits is not None and other.permits is not None and one.permits != other.permits:
        yield DisagreementKind.PERMISSION, (one.verb, other.verb)


def _values(kind: DisagreementKind, statement: RuleStatement) -> Mapping[str, str]:
    """Return what a statement says of one kind: each value with its words."""
    return dict(getattr(statement, f"{kind}s"))


def _says_both(kind: DisagreementKind, mine: list[RuleStatement], other: RuleStatement) -> bool:
    """Return whether a policy also says what the other policy says."""
    if kind is DisagreementKind.PERMISSION:
        return any(statement.permits == other.permits for statement in mine)
    values = _values(kind, other).keys()
    return any(_values(kind, statement).keys() & values for statement in mine)
