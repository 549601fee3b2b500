"""Define the kinds of value that are one of few words, or a small number: `NUMBERING` …"""

from policybook.model import ApprovalLevel, ChangeSize, Numbering
from policybook.model.findings import format_count
from policybook.reading.fields import choice_values, recorded_values
from policybook.reading.fields.field_types import FieldType, make_choice

NUMBERING = make_choice(Numbering)
APPROVAL_LEVEL = make_choice(ApprovalLevel)
MONTHS = FieldType(
    read=choice_values.read_months,
    write=lambda number: [str(number)],
    canonical=lambda number: [str(number)],
    recorded=lambda lines: int(recorded_values.take_words(lines)),
    in_words=lambda number: format_count(number, "month"),
    schema={
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 120},
            {"type": "string", "pattern": "^([1-9]|[1-9][0-9]|1[01][0-9]|120)$"},
        ]
    },
)
YES = FieldType(
    read=choice_values.read_yes,
    write=lambda answer: ["true" if answer else "false"],
    canonical=lambda answer: ["true" if answer else "false"],
    recorded=lambda lines: recorded_values.take_words(lines) == "true",
    in_words=lambda answer: "yes" if answer else "no",
    schema={"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^(true|false)$"}]},
)
CHANGE_SIZE = make_choice(ChangeSize)
