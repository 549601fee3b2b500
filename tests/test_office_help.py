"""The tables of fields in the office's help: written from the table of fields, and compared with it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from policybook.model import Status
from policybook.reading.fields.field_types import Field
from policybook.reading.fields.fields import FIELDS

PAGE = Path(__file__).parents[1] / "docs" / "help" / "office.md"
UPDATE = "uv run pytest tests/test_office_help.py --update-docs"
START = f"[//]: # (The fields: `{UPDATE}` writes these tables.)\n"
END = "[//]: # (The end of the fields.)\n"

#: The groups of fields, each with the sentence above its table.
GROUPS: tuple[tuple[str, Callable[[Field], bool]], ...] = (
    ("Every version needs these:", lambda field: Status.DRAFT in field.required),
    (
        "Write these where they apply:",
        lambda field: not field.required and Status.DRAFT not in field.forbidden,
    ),
    (
        "Write these while a text is out for consultation:",
        lambda field: (
            Status.DRAFT in field.forbidden and Status.CONSULTATION not in field.forbidden
        ),
    ),
    (
        "The commands `approve` and `withdraw` write these:",
        lambda field: Status.CONSULTATION in field.forbidden,
    ),
)


def table(fields: Iterable[Field]) -> str:
    rows = "".join(f"| `{f.name}` | {f.help} | `{f.example}` |\n" for f in fields)
    return f"| field | what to write | for example |\n|---|---|---|\n{rows}"


def tables() -> str:
    """Return the part of the page between the markers."""
    parts = (f"{words}\n\n{table(filter(belongs, FIELDS))}\n" for words, belongs in GROUPS)
    return "\n" + "".join(parts)


def test_office_help_has_every_field(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    assert before and after, "the markers are missing"
    expected = f"{before}{START}{tables()}{END}{after}"
    if request.config.getoption("--update-docs"):
        PAGE.write_text(expected, encoding="utf-8", newline="\n")
        return
    assert page == expected, f"run `{UPDATE}`"


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_field_is_in_one_table(field: Field) -> None:
    assert sum(belongs(field) for _, belongs in GROUPS) == 1
