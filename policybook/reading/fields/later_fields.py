"""The front-matter fields that came after the first release, in the order that hashes need.

They say what a text that nobody has approved still waits for, what was decided, and what only
the lists of policies need.
"""

from policybook.model import Status
from policybook.reading.fields import choice_types, field_types
from policybook.reading.fields.field_types import CoverRow, Field, FieldType, Next

_NEVER = frozenset[Status]()
_DRAFT = frozenset({Status.DRAFT})
_ALL_BUT_CONSULTATION = frozenset(Status) - {Status.CONSULTATION}


def _list_fact(name: str, label: str, kind: FieldType, help_text: str, example: str) -> Field:
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


def _proposal_fact(
    name: str,
    label: str,
    kind: FieldType,
    help_text: str,
    example: str,
    forbidden: frozenset[Status],
    cover: CoverRow,
) -> Field:
    """Return a field about the time before the approval: nothing of it binds anybody."""
    return Field(
        name=name,
        label=label,
        type=kind,
        help=help_text,
        example=example,
        required=_NEVER,
        forbidden=forbidden,
        in_approval=False,
        next_version=Next.LEFT_OUT,
        kept_without_text=False,
        compared=False,
        cover=cover,
    )


def _decision_fact(
    name: str, label: str, kind: FieldType, help_text: str, example: str, *needed: Status
) -> Field:
    """Return a field that a command writes, and that only a text of status `needed` has."""
    return Field(
        name=name,
        label=label,
        type=kind,
        help=help_text,
        example=example,
        required=_NEVER,
        forbidden=frozenset(Status) - {*needed},
        in_approval=False,
        next_version=Next.LEFT_OUT,
        kept_without_text=True,
        compared=False,
        cover=CoverRow.NONE,
    )


LATER_FIELDS: tuple[Field, ...] = (
    _proposal_fact(
        "questions",
        "Open questions",
        field_types.SENTENCES,
        "what is still to be decided, a sentence or a list; approval waits until it is gone",
        "Are five days in rule 3.1 too long?",
        _NEVER,
        CoverRow.NONE,
    ),
    _list_fact(
        "group",
        "Group",
        field_types.NAME,
        "the group of policies that it belongs to, such as Safeguarding and welfare",
        "Safeguarding and welfare",
    ),
    _proposal_fact(
        "comments_from",
        "Comments from",
        field_types.EXACT_DAY,
        "the day on which the consultation opens; not in a draft. The approval keeps it",
        "2026-11-16",
        _DRAFT,
        CoverRow.COMMENTS,
    ),
    _proposal_fact(
        "comments_until",
        "Comments until",
        field_types.EXACT_DAY,
        "the last day for comments; not in a draft. The approval keeps it",
        "2027-01-04",
        _DRAFT,
        CoverRow.COMMENTS,
    ),
    _proposal_fact(
        "comments_to",
        "Comments to",
        field_types.TEXT,
        "who takes comments: words, an e-mail address or a web address; without it, the "
        "school's contact; only with `status: consultation`. The approval removes it",
        "office@school.example",
        _ALL_BUT_CONSULTATION,
        CoverRow.COMMENTS,
    ),
    Field(
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
    ),
    _decision_fact(
        "adopted_from",
        "Adopted from",
        field_types.TEXT,
        "the document whose words it has; `approve --adopted-from` writes it",
        "behaviour-policy-2023.docx",
        Status.APPROVED,
        Status.WITHDRAWN,
    ),
    _decision_fact(
        "withdrawn_by",
        "Withdrawn by",
        field_types.NAME,
        "who withdrew it; `withdraw --by` writes it",
        "Governing Body",
        Status.WITHDRAWN,
    ),
    _list_fact(
        "approval_level",
        "Who must approve it",
        choice_types.APPROVAL_LEVEL,
        "`governing body`, `trust board`, `committee`, `headteacher` or `proprietor`",
        "governing body",
    ),
    _list_fact("reference", "Reference", field_types.TEXT, "the school's own code", "SG 04"),
    _list_fact(
        "review_cycle",
        "Review cycle",
        choice_types.MONTHS,
        "how often it is reviewed, in months: 12 for every year",
        "12",
    ),
    _list_fact(
        "kept_internally",
        "Kept in school",
        choice_types.YES,
        "`true` keeps its text off the site; the list of policies says to ask the office",
        "true",
    ),
)
