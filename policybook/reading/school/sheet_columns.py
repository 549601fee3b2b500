"""Find which column of a spreadsheet has which fact, by the names that offices give it.

`Approved by`, `Date approved` and `Next review` are understood in any order and any
case. A name that nobody knows gets a finding, never a guess.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policybook.model.findings import Finding, Severity
from policybook.text.csv_file import CsvRow

#: The columns that an export has, in its order.
EXPORTED = ("title", "owner", "approved on", "approved by", "review", "group")
#: These name a policy or a version that the title does not settle. An export needs them rarely.
FOLDER, VERSION = "folder", "version"
#: What offices call each column, besides its own name.
_NAMES = {
    "title": (
        "policy, policy title, policy name, name, name of policy, title of policy, document, "
        "document title, document name"
    ),
    "owner": (
        "policy owner, owned by, responsible, responsible person, person responsible, "
        "responsibility, lead, policy lead, lead person, staff lead"
    ),
    "approved on": (
        "date approved, approved date, approval date, date of approval, approved at, last "
        "approved, last approved on, date last approved, ratified on, date ratified, adopted "
        "on, date adopted"
    ),
    "approved by": (
        "approver, approving body, approval by, approved by whom, who approved, who approved "
        "it, ratified by, adopted by"
    ),
    "review": (
        "review by, review date, review year, review on, review due, review due date, date of "
        "review, next review, next review date, next review due, next review by, next review "
        "year, date of next review, year of next review, year of the next review, due for "
        "review"
    ),
    "group": "policy group, category, policy category, area, policy area",
    FOLDER: "policy folder, folder name",
    VERSION: "policy version, version name",
}
_BY_NAME = {
    name: column for column, names in _NAMES.items() for name in (column, *names.split(", "))
}
#: A title of the whole spreadsheet may be above the names of the columns.
_ROWS_SEARCHED = 10
_MOST_COLUMNS = 100
#: How like a name must be to be a slip of the pen: `Aproved by`.
_SLIP = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The row with the names of the columns, and the place of each column that is used.

    `names` has the columns' names as typed.
    """

    row: int
    line: int
    places: Mapping[str, int]
    names: tuple[str, ...]

    def name(self, column: str) -> str:
        """Return the name of a column as the spreadsheet has it."""
        return " ".join(self.names[self.places[column]].split())


def find_columns(rows: Sequence[CsvRow]) -> Columns | None:
    """Return the columns, by the first row that names the title and one thing more."""
    for index, row in enumerate(rows[:_ROWS_SEARCHED]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row.cells[:_MOST_COLUMNS]):
            if column := _BY_NAME.get(_simplify(cell)):
                places.setdefault(column, place)
        if len(places) > 1 and ("title" in places or FOLDER in places):
            return Columns(row=index, line=row.line, places=places, names=row.cells)
    return None


def find_column_faults(columns: Columns, path: str) -> Iterator[Finding]:
    """Yield a finding for each column that has a partner, or that is not read."""
    unread: list[str] = []
    for place, cell in enumerate(columns.names[:_MOST_COLUMNS]):
        words = " ".join(cell.split())[:60]
        column = _BY_NAME.get(_simplify(cell))
        if column and columns.places[column] != place:
            message = f"“{columns.name(column)}” and “{words}” are both the column “{column}”"
            yield _fault(columns, path, message, "Keep one of the two columns.")
        elif words and not column:
            if slip := _find_slip(cell, columns):
                message = f"the column “{words}” is unknown"
                yield _fault(columns, path, message, f"Is it “{slip}”? Correct its name.")
            else:
                unread.append(words)
    if unread:
        yield Finding(
            path=path,
            line=columns.line,
            severity=Severity.NOTE,
            code="spreadsheet",
            message=f"these columns are not read: {', '.join(f'“{name}”' for name in unread)}",
            remedy=f"The columns that are read are {', '.join(EXPORTED)}.",
        )


def _simplify(name: str) -> str:
    """Return a column's name in small letters, without signs: `Approved By:` is `approved by`."""
    return " ".join(re.findall(r"[a-z]+", name.replace("_", " ").casefold()))


def _find_slip(name: str, columns: Columns) -> str:
    """Return the name that a column was meant to have, if that column is missing."""
    missing = [known for known, column in _BY_NAME.items() if column not in columns.places]
    near = difflib.get_close_matches(_simplify(name)[:60], missing, n=1, cutoff=_SLIP)
    return near[0] if near else ""


def _fault(columns: Columns, path: str, message: str, remedy: str) -> Finding:
    return Finding(path=path, line=columns.line, code="spreadsheet", message=message, remedy=remedy)
