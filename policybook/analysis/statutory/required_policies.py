"""Read the list of required policies that comes with Policybook, `data/statutory.yml`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from policybook.model import Day, Nation, SchoolKind, SchoolPhase, dates
from policybook.text import data_files


class Need(StrEnum):
    """Whether a school must have a policy."""

    MUST = "must"
    #: Only some schools must have it: `RequiredPolicy.when` says which.
    DEPENDS = "depends"
    GOOD_PRACTICE = "good practice"


class Publication(StrEnum):
    """Whether a school must publish a policy."""

    MUST = "must"
    SHOULD = "should"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredPolicy:
    """A row of the list: a policy that some schools must have.

    `unchecked_kinds` are kinds of school of which nobody has checked whether they must
    have it. `titles` are words in the title of a policy by which it is recognised, if they are
    not part of a phrase of `but_not`. `cycle` is
    the recommended review in months, or None. `recalled` says that nobody has read a
    source. `information` says that it is information for the website, not a policy.
    `group` is the usual group of such a policy, empty where schools do not agree on it.
    """

    id: str
    name: str
    titles: tuple[str, ...]
    but_not: tuple[str, ...] = ()
    unchecked_kinds: frozenset[SchoolKind] = frozenset()
    need: Need
    nations: frozenset[Nation]
    kinds: frozenset[SchoolKind]
    phases: frozenset[SchoolPhase]
    publish: Publication
    sources: tuple[str, ...]
    checked: Day
    recalled: bool
    when: str = ""
    approve: str = ""
    note: str = ""
    cycle: int | None = None
    information: bool = False
    group: str = ""


class ShelfState(StrEnum):
    """What a school has of a row on one day. Its review date is the policy's own."""

    PRESENT = "present"
    #: The school has an approved or proposed text that does not bind yet.
    COMING = "not in force yet"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"
    #: The list cannot say whether the school must have it.
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfRow:
    """A row of the list beside what the school has.

    `policies` are the names of the school's policies that are the one of the row.
    `reason` says why it does not apply, why that is undecided, or which policy covers
    it.
    """

    wanted: RequiredPolicy
    state: ShelfState
    policies: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All rows for one school. `others` are its policies that no row asks for.

    `gap` says why there is no list for the school; it is empty if there is one.
    """

    rows: tuple[ShelfRow, ...]
    others: tuple[str, ...]
    gap: str = ""


@cache
def shipped_list() -> tuple[RequiredPolicy, ...]:
    """Return the rows of our list. Raise ValueError, KeyError or TypeError if it is malformed."""
    rows = tuple(map(_row, data_files.read_yaml("statutory.yml")["policies"]))
    if len(rows) != len({row.id for row in rows}):
        raise ValueError("statutory.yml: an id is there twice")
    return rows


def _row(fields: Mapping[str, Any]) -> RequiredPolicy:
    read = {name: _READERS.get(name, str)(value) for name, value in fields.items()}
    read["recalled"] = read.pop("confidence") == "R"
    if read["recalled"] != ("recalled" in read["sources"]):
        raise ValueError(f"statutory.yml: {read['id']} is recalled or has a source, not both")
    return RequiredPolicy(**read)


def _set_of(choices: type[StrEnum]) -> Callable[[Sequence[str]], frozenset[StrEnum]]:
    return lambda words: frozenset(map(choices, words))


#: How fields of other than words are read.
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("titles", "but_not", "sources"), tuple),
    "need": Need,
    "nations": _set_of(Nation),
    "kinds": _set_of(SchoolKind),
    "unchecked_kinds": _set_of(SchoolKind),
    "phases": _set_of(SchoolPhase),
    "publish": Publication,
    "information": bool,
    "cycle": int,
    "checked": dates.read_day,
}
