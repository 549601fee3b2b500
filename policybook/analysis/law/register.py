"""Read the register of law: names that have changed, and editions of guidance.

Ours is in `data/law`, a file for each field. A school adds its own in `law.yml`. Each
row has its nations, its source and the date when it was checked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache, partial
from importlib.resources import files
from typing import Any

from policybook.analysis.law.row_fields import read_row, read_series
from policybook.analysis.law.row_index import RowIndex
from policybook.analysis.law.types import ALL_NATIONS, Confidence, LawRow, Series, Source
from policybook.model import Finding, Library, Nation
from policybook.reading.files import layout
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value

PATH = "data/law"
#: A row that was checked longer ago than this is not to be relied on.
OLDEST = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class Register:
    """All rows and series."""

    rows: tuple[LawRow, ...] = ()
    series: tuple[Series, ...] = ()

    @property
    def sources(self) -> Iterator[tuple[str, Source]]:
        """Yield the name of each row and its source."""
        yield from ((row.old[0], row.source) for row in self.rows)
        yield from ((series.names[0], series.source) for series in self.series)

    @cached_property
    def index(self) -> RowIndex:
        """Return the index of the rows that give findings."""
        used = [row for row in self.rows if row.source.confidence is not Confidence.LOOK_UP]
        return RowIndex(used, self.series)

    def in_nation(self, nation: Nation | None) -> "Register":
        """Return what holds in `nation`; without one, only what holds in all four."""
        where = ALL_NATIONS if nation is None else frozenset({nation})
        return Register(
            rows=tuple(row for row in self.rows if where <= row.nations),
            series=tuple(item for item in self.series if where <= item.nations),
        )


def is_old(source: Source, today: date) -> bool:
    """Return whether a source was checked too long ago."""
    return source.checked.date + OLDEST < today


@cache
def shipped_register() -> Register:
    """Return the register that comes with Policybook. Raise ValueError where it is malformed."""
    rows: list[LawRow] = []
    series: list[Series] = []
    folder = files("policybook").joinpath(PATH)
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".yml"):
            continue
        part, findings = read_register(
            file.read_text(encoding="utf-8"), f"policybook/{PATH}/{file.name}"
        )
        if findings:
            raise ValueError("\n".join(map(str, findings)))
        rows += part.rows
        series += part.series
    return Register(rows=tuple(rows), series=tuple(series))


def school_register(library: Library) -> tuple[Register, tuple[Finding, ...]]:
    """Return the school's rows, `law.yml`, and the faults in their form."""
    text = library.words.get(layout.LAW, "")
    return (Register(), ()) if strict_yaml.is_blank(text) else _read_cached(text)


@lru_cache(maxsize=8)
def _read_cached(text: str) -> tuple[Register, tuple[Finding, ...]]:
    ours = {row.id: row for row in shipped_register().rows}
    return read_register(text, layout.LAW, ours)


def full_register(library: Library) -> Register:
    """Return the school's rows, and ours for its nation that no school row replaces."""
    return _merge_cached(library.words.get(layout.LAW, ""), library.school.nation)


@lru_cache(maxsize=8)
def _merge_cached(text: str, nation: Nation | None) -> Register:
    mine = Register() if strict_yaml.is_blank(text) else _read_cached(text)[0]
    theirs = shipped_register().in_nation(nation)
    ids = {row.id for row in mine.rows if row.id}
    phrases = {phrase.casefold() for row in mine.rows for phrase in row.old}
    names = {name.casefold() for series in mine.series for name in series.names}
    rows = (row for row in theirs.rows if row.id not in ids)
    rows = (row for row in rows if phrases.isdisjoint(p.casefold() for p in row.old))
    series = (s for s in theirs.series if names.isdisjoint(n.casefold() for n in s.names))
    return Register(rows=(*mine.rows, *rows), series=(*mine.series, *series))


def read_register(
    text: str, path: str, ours: Mapping[str, LawRow] | None = None
) -> tuple[Register, tuple[Finding, ...]]:
    """Return the rows in `text`, and its faults. Never raises.

    A row with the `id` of one of `ours` takes from it what it does not give itself.
    """
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
        reader = partial(read_row, ours=ours or {}) if name == "rows" else read_series
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
    except InvalidValueError as wrong:
        findings.append(_fault(path, wrong.line or item.line, f"a row {wrong}", wrong.remedy))
        return None


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(path=path, line=line, code="law-row", message=message, remedy=remedy)
