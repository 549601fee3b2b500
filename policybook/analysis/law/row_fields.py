"""Read one row of the register from its YAML fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from policybook.analysis.law.types import (
    ALL_NATIONS,
    Confidence,
    Edition,
    LawKind,
    LawRow,
    LawSubject,
    Series,
    Since,
    Source,
)
from policybook.model import Nation, dates
from policybook.reading.fields import values
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

_NONE: Mapping[str, LawRow] = MappingProxyType({})
_ROW_NEEDS = ("old", "kind", "new", "source", "checked", "confidence")


def read_row(value: Value, path: str, ours: Mapping[str, LawRow] = _NONE) -> LawRow:
    """Return a row of law. A school's row with the `id` of one of `ours` need not repeat it."""
    known = ours.get(_given_id(value))
    needed = ("source", "checked", "confidence") if known else _ROW_NEEDS
    fields = _fields(value, _ROW_FIELDS, needed)
    given = {n: fields[n] for n in _LAW_FIELDS if n in fields}
    source = _source(fields, path, value.line)
    if known is None:
        return LawRow(source=source, **given)
    where = {"nations": ALL_NATIONS, "local": False}
    return replace(known, source=source, **{**where, **given})


def _given_id(value: Value) -> str:
    given = (value.fields or {}).get("id")
    return (given.text or "") if given else ""


def read_series(value: Value, path: str) -> Series:
    """Return a series of editions."""
    fields = _fields(value, _SERIES_FIELDS, ("name", "source", "checked", "years"))
    return Series(
        names=fields["name"],
        editions=fields["years"],
        source=_source(fields, path, value.line),
        nations=fields.get("nations", ALL_NATIONS),
    )


def _source(fields: Mapping[str, Any], path: str, line: int) -> Source:
    given = {n: fields[n] for n in ("checked", "address", "confidence", "to_check") if n in fields}
    return Source(words=fields["source"], path=path, line=line, **given)


def _fields(
    value: Value, readers: Mapping[str, Callable[[Value], Any]], needed: tuple[str, ...]
) -> dict[str, Any]:
    """Return the fields of a row. Raises `InvalidValueError`."""
    given = value.fields or {}
    if missing := [name for name in needed if name not in given]:
        raise InvalidValueError(f"has no `{missing[0]}`", f"A row needs {', '.join(needed)}.")
    results = {}
    for name, field_value in given.items():
        if name not in readers:
            remedy = f"Use {', '.join(readers)}.{did_you_mean(name, readers)}"
            raise InvalidValueError(f"has an unknown field `{name}`", remedy, line=field_value.line)
        try:
            results[name] = readers[name](field_value)
        except InvalidValueError as wrong:
            raise InvalidValueError(
                f"has a `{name}` that {wrong}", wrong.remedy, line=wrong.line or field_value.line
            ) from None
    return results


def _confidence(value: Value) -> Confidence:
    """Return how sure a row is."""
    word = values.read_text(value)
    if word not in list(Confidence):
        remedy = (
            "Write S (a source was read), R (recalled, to be checked) or L (to be looked up first)."
        )
        raise InvalidValueError(f"is “{word}”", remedy)
    return Confidence(word)


def _nations(value: Value) -> frozenset[Nation]:
    """Return the nations where a row holds. Raise `InvalidValueError` for another name."""
    names = values.read_sentences(value)
    if unknown := [name for name in names if name not in list(Nation)]:
        near = did_you_mean(unknown[0], Nation)
        raise InvalidValueError(f"names “{unknown[0]}”", f"Use {', '.join(Nation)}.{near}")
    return frozenset(Nation(name) for name in names)


def _yes(value: Value) -> bool:
    """Return True for the word yes. Raise `InvalidValueError` for anything else."""
    word = values.read_text(value)
    if word != "yes":
        raise InvalidValueError(f"is “{word}”", "Write yes, or remove the line.")
    return True


def _since(value: Value) -> Since:
    """Return a year, month or day."""
    word = values.read_text(value)
    if word.isdecimal() and len(word) == 4:
        return Since(word)
    day = values.read_day(value)
    return Since(dates.format_day(day), is_day=not day.month_only)


def _address(value: Value) -> str:
    word = values.read_text(value)
    if not word.startswith("https://"):
        raise InvalidValueError(
            f"is “{word}”", "Write the whole address, which starts with https://."
        )
    return word


def _editions(value: Value) -> tuple[Edition, ...]:
    if not value.items:
        raise InvalidValueError(
            "is no list of editions",
            "Write `- year: 2025` and below it `since: 2025-09-01`, `confidence: S`.",
        )
    return tuple(sorted(map(_edition, value.items), key=lambda e: e.since))


def _edition(value: Value) -> Edition:
    fields = _fields(
        value,
        {"year": values.read_text, "since": values.read_exact_day, "confidence": _confidence},
        ("year", "since", "confidence"),
    )
    if not (fields["year"].isdecimal() and len(fields["year"]) == 4):
        raise InvalidValueError(
            f"has the year “{fields['year']}”", "Write four figures.", line=value.line
        )
    return Edition(
        year=int(fields["year"]),
        since=fields["since"].date,
        recalled=fields["confidence"] is not Confidence.READ,
    )


_SOURCE_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "source": values.read_text,
    "address": _address,
    "checked": values.read_day,
    "confidence": _confidence,
    "to_check": values.read_text,
}
_LAW_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "id": values.read_text,
    "old": values.read_sentences,
    "kind": partial(values.read_choice, choices=LawKind),
    "new": values.read_text,
    "subject": partial(values.read_choice, choices=LawSubject),
    "nations": _nations,
    "known_as": values.read_sentences,
    "unless": values.read_sentences,
    "near": values.read_sentences,
    "but_not": values.read_sentences,
    "exact": _yes,
    "local": _yes,
    "since": _since,
    "note": values.read_text,
}
_ROW_FIELDS = {**_LAW_FIELDS, **_SOURCE_FIELDS}
_SERIES_FIELDS = {
    **_SOURCE_FIELDS,
    "name": values.read_sentences,
    "nations": _nations,
    "years": _editions,
}
