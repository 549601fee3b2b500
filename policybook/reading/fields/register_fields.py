"""The front-matter fields that only the lists of policies need. No approval covers them.

They are rows of the table in `fields`.
"""

from policybook.model import Status
from policybook.reading.fields import choice_types, field_types
from policybook.reading.fields.field_types import CoverRow, Field, FieldType, Next

_NEVER = frozenset[Status]()
_CYCLE_HELP = "how often it is reviewed, in months: 12 for every year"
_KEPT_HELP = "`true` keeps its text off the site; the list of policies says to ask the office"


def _register_fact(name: str, label: str, kind: FieldType, help_text: str, example: str) -> Field:
    """Return a field that no approval covers: a school may add it to an approved version."""
    return Field(
        name=name,
        label=label,
        type=kind,
        help=help_text,
        example=example,
        required=_NEVER,
        forbidden=_NEVER,
        in_approval=False,
        next_version=Next.COPIED,
        kept_without_text=True,
        compared=False,
        cover=CoverRow.NONE,
    )


GROUP = _register_fact(
    "group",
    "Group",
    field_types.NAME,
    "the group of policies that it belongs to, such as Safeguarding and welfare",
    "Safeguarding and welfare",
)
APPROVAL_LEVEL = _register_fact(
    "approval_level",
    "Who must approve it",
    choice_types.APPROVAL_LEVEL,
    "`governing body`, `trust board`, `committee`, `headteacher` or `proprietor`",
    "governing body",
)
REFERENCE = _register_fact(
    "reference", "Reference", field_types.TEXT, "the school's own code", "SG 04"
)
REVIEW_CYCLE = _register_fact(
    "review_cycle", "Review cycle", choice_types.MONTHS, _CYCLE_HELP, "12"
)
KEPT_INTERNALLY = _register_fact(
    "kept_internally", "Kept in school", choice_types.YES, _KEPT_HELP, "true"
)
