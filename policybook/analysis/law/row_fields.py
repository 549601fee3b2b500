"""Read one row of the register from its YAML fields."""

from collections.abc import Callable, Mapping
from typing import Any

from policybook.analysis.law.types import Edition, LawKind, LawRow, Series, Since, Source
from policybook.model import dates
from policybook.reading import values
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean


def read_row(value: Value, path: str) -> LawRow:
    """Return a row of law."""
    fields = _fields(value, _ROW_FIELDS, ("old", "kind", "new", "source", "checked", "confidence"))
    return LawRow(
        source=_source(fields, path, value.line),
        **{n: fields[n] for n in _LAW_FIELDS if n in fields},
    )


def read_series(value: Value, path: str) -> Series:
    """Return a series of editions."""
    fields = _fields(value, _SERIES_FIELDS, ("name", "source", "checked", "years"))
    return Series(
        names=fields["name"], editions=fields["years"], source=_source(fields, path, value.line)
    )


def _source(fields: Mapping[str, Any], path: str, line: int) -> Source:
    """Return the source of a row."""
    return Source(
        words=fields["source"],
        checked=fields["checked"],
        address=fields.get("address", ""),
        recalled=fields.get("confidence", False),
        to_check=fields.get("to_check", ""),
        path=path,
        line=line,
    )


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


def _kind(value: Value) -> LawKind:
    """Return the kind of a row."""
    word = values.read_text(value)
    if word not in list(LawKind):
        raise InvalidValueError(
            f"is “{word}”", f"Write {', '.join(LawKind)}.{did_you_mean(word, LawKind)}"
        )
    return LawKind(word)


def _recalled(value: Value) -> bool:
    """Return whether no source has been read."""
    word = values.read_text(value)
    if word not in ("S", "R"):
        remedy = "Write S (a source was read) or R (recalled, to be checked)."
        raise InvalidValueError(f"is “{word}”", remedy)
    return word == "R"


def _since(value: Value) -> Since:
    """Return a year, month or day."""
    word = values.read_text(value)
    if word.isdecimal() and len(word) == 4:
        return Since(word)
    day = values.read_day(value)
    return Since(dates.format_day(day), is_day=not day.month_only)


def _address(value: Value) -> str:
    """Return a web address."""
    word = values.read_text(value)
    if not word.startswith("https://"):
        raise InvalidValueError(
            f"is “{word}”", "Write the whole address, which starts with https://."
        )
    return word


def _editions(value: Value) -> tuple[Edition, ...]:
    """Return the editions, oldest first."""
    if not value.items:
        raise InvalidValueError(
            "is no list of editions",
            "Write `- year: 2025` and below it `since: 2025-09-01`, `confidence: S`.",
        )
    return tuple(sorted(map(_edition, value.items), key=lambda e: e.since))


def _edition(value: Value) -> Edition:
    """Return one edition."""
    fields = _fields(
        value,
        {"year": values.read_text, "since": values.read_exact_day, "confidence": _recalled},
        ("year", "since", "confidence"),
    )
    if not (fields["year"].isdecimal() and len(fields["year"]) == 4):
        raise InvalidValueError(
            f"has the year “{fields['year']}”", "Write four figures.", line=value.line
        )
    return Edition(
        year=int(fields["year"]), since=fields["since"].date, recalled=fields["confidence"]
    )


_SOURCE_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "source": values.read_text,
    "address": _address,
    "checked": values.read_day,
    "confidence": _recalled,
    "to_check": values.read_text,
}
_LAW_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "old": values.read_sentences,
    "kind": _kind,
    "new": values.read_text,
    "known_as": values.read_sentences,
    "unless": values.read_sentences,
    "since": _since,
}
_ROW_FIELDS = {**_LAW_FIELDS, **_SOURCE_FIELDS}
_SERIES_FIELDS = {**_SOURCE_FIELDS, "name": values.read_sentences, "years": _editions}
