"""Read the list of required policies that comes with Policybook, `data/statutory.yml`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from policybook.model import Day, Nation, SchoolKind, SchoolPhase
from policybook.reading.fields import choice_values, values
from policybook.text import strict_yaml


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


PATH = "data/statutory.yml"


@cache
def shipped_list() -> tuple[RequiredPolicy, ...]:
    """Return the rows of our list. Raise ValueError or KeyError where it is malformed."""
    text = files("policybook").joinpath(PATH).read_text(encoding="utf-8")
    root, findings = strict_yaml.read(text, f"policybook/{PATH}", what="file")
    if findings or not root or not root.fields:
        raise ValueError("\n".join(map(str, findings)))
    rows = tuple(_row(item.fields or {}) for item in root.fields["policies"].items or ())
    ids = [row.id for row in rows]
    if len(ids) != len(set(ids)):
        raise ValueError(f"{PATH}: an id is there twice")
    return rows


def _row(fields: Mapping[str, strict_yaml.Value]) -> RequiredPolicy:
    if unknown := set(fields) - set(_READERS):
        raise ValueError(f"{PATH}: unknown fields {', '.join(sorted(unknown))}")
    read: dict[str, Any] = {name: _READERS[name](value) for name, value in fields.items()}
    read["recalled"] = read.pop("confidence") == "R"
    if read["recalled"] != ("recalled" in read["sources"]):
        raise ValueError(f"{PATH}: {read['id']} is recalled or has a source, not both")
    return RequiredPolicy(**read)


def _set_of(choices: type[StrEnum]) -> Callable[[strict_yaml.Value], frozenset[StrEnum]]:
    return lambda value: frozenset(map(choices, values.read_sentences(value)))


_READERS: Mapping[str, Callable[[strict_yaml.Value], Any]] = {
    "id": values.read_text,
    "name": values.read_text,
    "group": values.read_text,
    "titles": values.read_sentences,
    "but_not": values.read_sentences,
    "need": lambda value: Need(values.read_text(value)),
    "when": values.read_text,
    "nations": _set_of(Nation),
    "kinds": _set_of(SchoolKind),
    "unchecked_kinds": _set_of(SchoolKind),
    "phases": _set_of(SchoolPhase),
    "publish": lambda value: Publication(values.read_text(value)),
    "information": choice_values.read_yes,
    "cycle": choice_values.read_months,
    "approve": values.read_text,
    "note": values.read_text,
    "sources": values.read_sentences,
    "checked": values.read_day,
    "confidence": values.read_text,
}
