"""Read and write `policies.csv`: a spreadsheet with the facts of many policies, one a row.

Bytes become rows, with a finding for every fault. A finding names the line and the
column. The reader takes what Excel, LibreOffice and Google Sheets save. It must not
know which policies there are.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policybook.model import Finding, Version, VersionFacts, dates
from policybook.reading.fields import typed_dates, values
from policybook.reading.school import sheet_columns
from policybook.reading.school.sheet_columns import FOLDER, VERSION, Columns
from policybook.text import csv_file, encodings
from policybook.text.csv_file import BrokenCsvError, CsvRow
from policybook.text.strict_yaml import InvalidValueError, Value

#: A spreadsheet of policies is far smaller.
_MOST_BYTES, _MOST_ROWS = 5_000_000, 2_000
_SEPARATORS = (",", ";", "\t")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAVE = "In the spreadsheet, save it as “CSV UTF-8”, and give that file."


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsRow:
    """What one row says of one policy.

    `facts` has the fields of the front matter that the row fills in. A blank cell fills
    in none. A review by a day gives `review_by` and its `review_year`; one by a year
    gives `review_by` None. `title`, `folder` and `version` say which policy is meant;
    each may be empty, but not both of the first two.
    """

    line: int
    title: str
    folder: str
    version: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactsSheet:
    """The rows of a spreadsheet, and the findings. With an error, nothing may be planned."""

    rows: tuple[FactsRow, ...]
    findings: tuple[Finding, ...]


def read(data: bytes, path: str) -> FactsSheet:
    """Return the rows and every fault. `path` names the file in findings. Never raise.

    The encoding may be UTF-8, UTF-16 or Windows-1252; the separator a comma, a semicolon
    or a tab. Rows without a word are left out.
    """
    text, fault = _decode(data)
    if fault:
        return FactsSheet((), (_fault(path, *fault),))
    try:
        rows, columns = _split_rows(text)
    except BrokenCsvError as broken:
        message = f"the row cannot be read: {broken.message}"
        remedy = "Look for a quotation mark without its partner. " + _SAVE
        return FactsSheet((), (_fault(path, broken.line, message, remedy),))
    if columns is None:
        names = ", ".join(sheet_columns.EXPORTED)
        remedy = f"The first row names the columns. These are read: {names}."
        message = "no row names a column for the title and one for something else"
        return FactsSheet((), (_fault(path, 1, message, remedy),))
    findings = list(sheet_columns.find_column_faults(columns, path))
    body = rows[columns.row + 1 :]
    if len(body) > _MOST_ROWS:
        message = f"there are {len(body):,} rows, more than {_MOST_ROWS:,}"
        findings.append(_fault(path, body[_MOST_ROWS].line, message, "Divide the file."))
    result = tuple(_read_row(row, columns, path, findings) for row in body[:_MOST_ROWS])
    return FactsSheet(result, tuple(findings))


def _decode(data: bytes) -> tuple[str, tuple[int, str, str] | None]:
    """Return the text of the file, or the line, the message and the remedy of what prevents it."""
    if data.startswith(_WORKBOOKS):
        return "", (1, "the file is a workbook of a spreadsheet, not a CSV file", _SAVE)
    if len(data) > _MOST_BYTES:
        return "", (1, f"the file has more than {_MOST_BYTES:,} bytes", "Divide the file.")
    if foreign := encodings.recognise(data):
        if not foreign.codec or "\ufffd" in foreign.text:
            line = data[: foreign.index].count(b"\n") + 1
            return "", (line, foreign.description, _SAVE)
        return foreign.text, None
    return data.decode("utf-8-sig"), None


def _split_rows(text: str) -> tuple[list[CsvRow], Columns | None]:
    """Return the rows as the separator divides them that shows most columns.

    Raise `BrokenCsvError` if no separator can.
    """
    best: tuple[list[CsvRow], Columns | None] = ([], None)
    broken: BrokenCsvError | None = None
    for separator in _SEPARATORS:
        try:
            rows = csv_file.read_rows(text, separator)
        except BrokenCsvError as fault:
            broken = fault if broken is None or fault.line > broken.line else broken
            continue
        columns = sheet_columns.find_columns(rows)
        if columns and (best[1] is None or len(columns.places) > len(best[1].places)):
            best = rows, columns
    if best[1] is None and broken:
        raise broken
    return best


# ---------- a row


def _read_row(row: CsvRow, columns: Columns, path: str, findings: list[Finding]) -> FactsRow:
    """Return what a row says, and add its faults to `findings`."""
    cells = {
        column: " ".join(csv_file.take_cell(row.cells[place]).split())
        for column, place in columns.places.items()
        if place < len(row.cells)
    }
    facts: dict[str, Any] = {}
    for column, read_cell in _READERS.items():
        if words := cells.get(column, ""):
            try:
                facts |= read_cell(words)
            except InvalidValueError as wrong:
                message = f"the column “{columns.name(column)}” {wrong.message}"
                findings.append(_fault(path, row.line, message, wrong.remedy))
    title, folder = cells.get("title", ""), cells.get(FOLDER, "")
    if not title and not folder:
        remedy = "Write the title, or delete the row."
        findings.append(_fault(path, row.line, "the row has no title", remedy))
    surplus = [cell for cell in row.cells[len(columns.names) :] if cell.strip()]
    if surplus:
        message = f"the row has a cell more than there are columns: “{surplus[0][:60].strip()}”"
        remedy = "Put a cell that has the separator in it between quotation marks."
        findings.append(_fault(path, row.line, message, remedy))
    # The word that `as_csv` writes before the name of a version, so that it stays text.
    version = cells.get(VERSION, "").removeprefix("version ")
    return FactsRow(line=row.line, title=title, folder=folder, version=version, facts=facts)


def _read_name(field: str) -> Callable[[str], Mapping[str, Any]]:
    """Return the reader of a column with a name."""
    return lambda words: {field: values.read_name(Value(1, text=words))}


def _read_review(words: str) -> Mapping[str, Any]:
    """Return the year of a review, and its day if the cell has a day."""
    if year := typed_dates.read_year(words):
        return {"review_year": year, "review_by": None}
    if words.isascii() and words.isdecimal() and len(words) == 4:
        values.read_academic_year(Value(1, text=words))
    day = typed_dates.read_day(words)
    year = dates.find_academic_year(day.date)
    if day.month_only:
        raise InvalidValueError(
            f"is “{words}”, a month, but a day or an academic year is expected",
            f"Write the last day for the review, or {dates.format_academic_year(year)}.",
        )
    return {"review_year": year, "review_by": day}


_READERS: Mapping[str, Callable[[str], Mapping[str, Any]]] = {
    "title": _read_name("title"),
    "owner": _read_name("owner"),
    "approved on": lambda words: {"approved_on": typed_dates.read_day(words)},
    "approved by": _read_name("approved_by"),
    "review": _read_review,
    "group": _read_name("group"),
}


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(path=path, line=line, code="spreadsheet", message=message, remedy=remedy)


# ---------- writing


def write(versions: Iterable[Version]) -> bytes:
    """Return the facts of versions as the file that `read` takes, a row for each.

    The file has a column for folders only if a title does not tell two policies apart, and
    one for versions only if a policy has several rows. It reads back as the same facts. A
    fact that could not be read is blank.
    """
    rows = list(versions)
    titles = {(version.policy, simplify_title(version.facts.title)) for version in rows}
    policies = {policy for policy, _ in titles}
    is_told_apart = len(titles) == len(policies) == len({title for _, title in titles})
    folders = () if is_told_apart and all(title for _, title in titles) else (FOLDER,)
    names = (VERSION,) if len(rows) > len(policies) else ()
    lines = (
        (*(v.policy for _ in folders), *_write_cells(v), *(v.name for _ in names)) for v in rows
    )
    return csv_file.as_csv((*folders, *sheet_columns.EXPORTED, *names), lines)


def simplify_title(title: str) -> str:
    """Return a title as titles are compared: without capitals, signs and forms of letters."""
    text = unicodedata.normalize("NFKD", title).casefold().replace("&", " and ")
    letters = (c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def _write_cells(version: Version) -> Iterator[str]:
    """Yield the cells of one policy, in the order of the exported columns."""
    facts, unread = version.facts, version.unread
    yield "" if "title" in unread else facts.title
    yield "" if "owner" in unread else facts.owner
    yield dates.format_iso_day(facts.approved_on)
    yield facts.approved_by or ""
    yield "" if "review_year" in unread else format_review(facts)
    yield facts.group or ""


def format_review(facts: VersionFacts) -> str:
    """Return when a version is to be reviewed next: a day, or an academic year."""
    if facts.reviews:
        latest = max(facts.reviews, key=lambda review: review.on)
        return dates.format_academic_year(latest.review_year)
    return dates.format_iso_day(facts.review_by) or dates.format_academic_year(facts.review_year)
