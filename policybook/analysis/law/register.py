"""Read the register of law from `law.yml`: names that have changed, and editions of guidance.

Each row has its source and the date when it was checked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from policybook.model import Day, Library, dates
from policybook.model.findings import Finding
from policybook.reading import layout, values
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value, Wrong, did_you_mean

PATH = "data/law.yml"
#: A row that was checked longer ago than this is not to be relied on.
OLDEST = timedelta(days=400)


class LawKind(StrEnum):
    """What happened to the law or name of a row."""

    REPLACED = "replaced"
    RENAMED = "renamed"
    AMENDED = "amended"
    CHANGED = "changed"  # what the phrase says is no longer so
    WATCH = "watch"  # the law is moving


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row was read.

    `recalled` means that no source has been read yet. `to_check` is what remains to
    check in a source that was read.
    """

    words: str
    checked: Day
    address: str = ""
    recalled: bool = False
    to_check: str = ""
    path: str = ""
    line: int = 1


class Since(NamedTuple):
    """A year, a month or a day, in words."""

    words: str
    is_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A law or name. `old` are phrases (form: `phrases`), `new` is what holds now.

    `since` is the date of the change, if known.
    """

    old: tuple[str, ...]
    kind: LawKind
    new: str
    source: Source
    known_as: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    since: Since | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of guidance."""

    year: int
    since: date
    recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Guidance in editions, the oldest first. `names` are its full and short names."""

    names: tuple[str, ...]
    editions: tuple[Edition, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All rows and series."""

    rows: tuple[LawRow, ...] = ()
    series: tuple[Series, ...] = ()

    @property
    def sources(self) -> Iterator[tuple[str, Source]]:
        """Yield the name of each row and its source."""
        yield from ((row.old[0], row.source) for row in self.rows)
        yield from ((series.names[0], series.source) for series in self.series)


def is_old(source: Source, today: date) -> bool:
    """Return whether a source was checked too long ago."""
    return source.checked.date + OLDEST < today


@cache
def shipped_register() -> Register:
    """Return the register that comes with Policybook. Raise ValueError where it is malformed."""
    register, findings = read_register(
        files("policybook").joinpath(PATH).read_text(encoding="utf-8"), f"policybook/{PATH}"
    )
    if findings:
        raise ValueError("\n".join(map(str, findings)))
    return register


def school_register(library: Library) -> tuple[Register, tuple[Finding, ...]]:
    """Return the school's rows, `law.yml`, and the faults in their form."""
    text = library.words.get(layout.LAW, "")
    return _read_cached(text) if text.strip() else (Register(), ())


@lru_cache(maxsize=8)
def _read_cached(text: str) -> tuple[Register, tuple[Finding, ...]]:
    """Return the rows of a text, and its faults. Cached."""
    return read_register(text, layout.LAW)


def full_register(library: Library) -> Register:
    """Return the school's rows, and ours that no school row with the same name replaces."""
    return _merge_cached(library.words.get(layout.LAW, ""))


@lru_cache(maxsize=8)
def _merge_cached(text: str) -> Register:
    """Return the merged register of a text. Cached."""
    mine, theirs = _read_cached(text)[0] if text.strip() else Register(), shipped_register()
    phrases = {phrase.casefold() for row in mine.rows for phrase in row.old}
    names = {name.casefold() for series in mine.series for name in series.names}
    return Register(
        rows=(
            *mine.rows,
            *(r for r in theirs.rows if phrases.isdisjoint(p.casefold() for p in r.old)),
        ),
        series=(
            *mine.series,
            *(s for s in theirs.series if names.isdisjoint(n.casefold() for n in s.names)),
        ),
    )


def read_register(text: str, path: str) -> tuple[Register, tuple[Finding, ...]]:
    """Return the rows in `text`, and its faults. Never raises."""
    root, faults = strict_yaml.read(text, path, what="file")
    findings = list(faults)
    parts: dict[str, list[Any]] = {"rows": [], "editions": []}
    for name, value in ((root.fields if root else None) or {}).items():
        if name not in parts or value.items is None:
            remedy = "Write `rows:` or `editions:` and below it a list, each row after `- `."
            findings.append(
                _fault(path, value.line, f"`{name}` is not a list of rows or of editions", remedy)
            )
            continue
        reader = _row if name == "rows" else _series
        parts[name] += [
            row for item in value.items if (row := _try_reader(reader, item, path, findings))
        ]
    return Register(rows=tuple(parts["rows"]), series=tuple(parts["editions"])), tuple(findings)


def _try_reader(
    reader: Callable[[Value, str], Any], item: Value, path: str, findings: list[Finding]
) -> Any:
    """Return what `reader` makes of a row, or None with a finding."""
    try:
        return reader(item, path)
    except Wrong as wrong:
        findings.append(_fault(path, wrong.line or item.line, f"a row {wrong}", wrong.remedy))
        return None


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    """Return a finding about a row."""
    return Finding(path=path, line=line, code="law-row", message=message, remedy=remedy)


def _row(value: Value, path: str) -> LawRow:
    """Return a row of law."""
    fields = _fields(value, _ROW_FIELDS, ("old", "kind", "new", "source", "checked", "confidence"))
    return LawRow(
        source=_source(fields, path, value.line),
        **{n: fields[n] for n in _LAW_FIELDS if n in fields},
    )


def _series(value: Value, path: str) -> Series:
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
    """Return the fields of a row. Raises `Wrong`."""
    given = value.fields or {}
    if missing := [name for name in needed if name not in given]:
        raise Wrong(f"has no `{missing[0]}`", f"A row needs {', '.join(needed)}.")
    results = {}
    for name, field_value in given.items():
        if name not in readers:
            remedy = f"Use {', '.join(readers)}.{did_you_mean(name, readers)}"
            raise Wrong(f"has an unknown field `{name}`", remedy, line=field_value.line)
        try:
            results[name] = readers[name](field_value)
        except Wrong as wrong:
            raise Wrong(
                f"has a `{name}` that {wrong}", wrong.remedy, line=wrong.line or field_value.line
            ) from None
    return results


def _kind(value: Value) -> LawKind:
    """Return the kind of a row."""
    word = values.text(value)
    if word not in list(LawKind):
        raise Wrong(f"is “{word}”", f"Write {', '.join(LawKind)}.{did_you_mean(word, LawKind)}")
    return LawKind(word)


def _recalled(value: Value) -> bool:
    """Return whether no source has been read."""
    word = values.text(value)
    if word not in ("S", "R"):
        remedy = "Write S (a source was read) or R (recalled, to be checked)."
        raise Wrong(f"is “{word}”", remedy)
    return word == "R"


def _since(value: Value) -> Since:
    """Return a year, month or day."""
    word = values.text(value)
    if word.isdecimal() and len(word) == 4:
        return Since(word)
    day = values.day(value)
    return Since(dates.in_words(day), is_day=not day.month_only)


def _address(value: Value) -> str:
    """Return a web address."""
    word = values.text(value)
    if not word.startswith("https://"):
        raise Wrong(f"is “{word}”", "Write the whole address, which starts with https://.")
    return word


def _editions(value: Value) -> tuple[Edition, ...]:
    """Return the editions, oldest first."""
    if not value.items:
        raise Wrong(
            "is no list of editions",
            "Write `- year: 2025` and below it `since: 2025-09-01`, `confidence: S`.",
        )
    return tuple(sorted(map(_edition, value.items), key=lambda e: e.since))


def _edition(value: Value) -> Edition:
    """Return one edition."""
    fields = _fields(
        value,
        {"year": values.text, "since": values.exact_day, "confidence": _recalled},
        ("year", "since", "confidence"),
    )
    if not (fields["year"].isdecimal() and len(fields["year"]) == 4):
        raise Wrong(f"has the year “{fields['year']}”", "Write four figures.", line=value.line)
    return Edition(
        year=int(fields["year"]), since=fields["since"].date, recalled=fields["confidence"]
    )


_SOURCE_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "source": values.text,
    "address": _address,
    "checked": values.day,
    "confidence": _recalled,
    "to_check": values.text,
}
_LAW_FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "old": values.sentences,
    "kind": _kind,
    "new": values.text,
    "known_as": values.sentences,
    "unless": values.sentences,
    "since": _since,
}
_ROW_FIELDS = {**_LAW_FIELDS, **_SOURCE_FIELDS}
_SERIES_FIELDS = {**_SOURCE_FIELDS, "name": values.sentences, "years": _editions}
