"""List the front-matter fields of texts that nobody has approved yet: questions and comments.

The days of a consultation stay in an approved text, so that people can see that there was
one. No approval covers them.

`fields` has the whole table, and says what each row decides.
"""

from policybook.model import Status
from policybook.reading.fields import field_types
from policybook.reading.fields.field_types import CoverRow, Field, Next

_NEVER = frozenset[Status]()
_DRAFT = frozenset({Status.DRAFT})
_ALL_BUT_CONSULTATION = frozenset(Status) - {Status.CONSULTATION}

QUESTIONS = Field(
    name="questions",
    label="Open questions",
    type=field_types.SENTENCES,
    help="what is still to be decided, a sentence or a list; approval waits until it is gone",
    example="Are five days in rule 3.1 too long?",
    required=_NEVER,
    forbidden=_NEVER,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=False,
    compared=False,
    cover=CoverRow.NONE,
)
COMMENTS_FROM = Field(
    name="comments_from",
    label="Comments from",
    type=field_types.EXACT_DAY,
    help="the day on which the consultation opens; not in a draft. The approval keeps it",
    example="2026-11-16",
    required=_NEVER,
    forbidden=_DRAFT,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=False,
    compared=False,
    cover=CoverRow.COMMENTS,
)
COMMENTS_UNTIL = Field(
    name="comments_until",
    label="Comments until",
    type=field_types.EXACT_DAY,
    help="the last day for comments; not in a draft. The approval keeps it",
    example="2027-01-04",
    required=_NEVER,
    forbidden=_DRAFT,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=False,
    compared=False,
    cover=CoverRow.COMMENTS,
)
COMMENTS_TO = Field(
    name="comments_to",
    label="Comments to",
    type=field_types.TEXT,
    help="who takes comments: words, an e-mail address or a web address; without it, the "
    "school's contact; only with `status: consultation`. The approval removes it",
    example="office@school.example",
    required=_NEVER,
    forbidden=_ALL_BUT_CONSULTATION,
    in_approval=False,
    next_version=Next.LEFT_OUT,
    kept_without_text=False,
    compared=False,
    cover=CoverRow.COMMENTS,
)
