"""Read the list of required policies that comes with Policybook, `data/statutory.yml`."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from policybook.analysis.statutory.types import Need, Publication, RequiredPolicy
from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.reading.fields import choice_values, values
from policybook.text import strict_yaml

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
