"""The front-matter fields that say what was decided: the kind of change, the source, who withdrew.

They are rows of the table in `fields`.
"""

from policybook.model import Status
from policybook.reading.fields import choice_types, field_types
from policybook.reading.fields.field_types import CoverRow, Field, Next

_ALWAYS = frozenset(Status)
_NEVER = frozenset[Status]()
_WITHDRAWN = frozenset({Status.WITHDRAWN})
_DECIDED = _WITHDRAWN | {Status.APPROVED}

CHANGE = Field(
    name="change",
    label="Kind of change",
    type=choice_types.CHANGE_SIZE,
    help="`minor` if only slips of the pen are corrected (spelling, punctuation, form), so "
    "that nobody needs to hear of it; `major` for anything else. From the second version on",
    example="major",
    required=_NEVER,
    forbidden=_NEVER,
    in_approval=True,
    next_version=Next.WRITTEN_ANEW,
    kept_without_text=True,
    compared=False,
    cover=CoverRow.NONE,
)
ADOPTED_FROM = Field(
    name="adopted_from",
    label="Adopted from",
    type=field_types.TEXT,
    help="the document whose words it has; `approve --adopted-from` writes it",
    example="behaviour-policy-2023.docx",
    required=_NEVER,
    forbidden=_ALWAYS - _DECIDED,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=True,
    compared=False,
    cover=CoverRow.NONE,
)
WITHDRAWN_BY = Field(
    name="withdrawn_by",
    label="Withdrawn by",
    type=field_types.NAME,
    help="who withdrew it; `withdraw --by` writes it",
    example="Governing Body",
    required=_NEVER,
    forbidden=_ALWAYS - _WITHDRAWN,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=True,
    compared=False,
    cover=CoverRow.NONE,
)
