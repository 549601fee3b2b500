"""Turn duties into the rows of a table, as JSON and CSV.

The duties are those of one policy, or of the whole school.
"""

from collections.abc import Iterable

from policybook.analysis.duties import Duty
from policybook.model.spans import DaySpan
from policybook.site.version_view import VersionView
from policybook.text import csv_file, json_file

DutyCells = tuple[str, ...]
_FIELDS = "policy title version who kind verb text lead clause section address".split()


def rows(view: VersionView, duties: Iterable[Duty], url: str) -> list[DutyCells]:
    """Return a row for each duty of a text. `url` is the text's page."""
    return [
        (
            view.policy,
            view.title,
            view.name,
            duty.who,
            str(duty.kind),
            duty.verb,
            duty.text,
            duty.lead,
            duty.number,
            duty.section,
            f"{url}#{duty.id}",
        )
        for duty in duties
    ]


def as_json(rows: Iterable[DutyCells], school: str, span: DaySpan[object]) -> bytes:
    """Return the rows as JSON, with the days on which they hold and the name of the school."""
    duties = (dict(zip(_FIELDS, row, strict=True)) for row in rows)
    data = {"schema_version": 1, **span.as_data(), "school": school, "duties": duties}
    return json_file.as_bytes(data)


def as_csv(rows: Iterable[DutyCells]) -> bytes:
    """Return the rows as CSV, with a line of headings."""
    return csv_file.as_csv(_FIELDS, rows)
