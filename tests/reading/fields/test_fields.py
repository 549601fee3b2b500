"""The table of fields, one row for each field: its values, and what each of its flags must do."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import jsonschema
import pytest
import yaml
from builders import BODY, PATH, TODAY, load_library

from policybook import redline
from policybook.approvals import front_matter_edits
from policybook.model import (
    AcademicYear,
    ApprovalLevel,
    ChangeSize,
    Day,
    Numbering,
    Review,
    Status,
    Version,
    VersionFacts,
)
from policybook.model.findings import Finding
from policybook.project import scaffold
from policybook.reading import json_schema
from policybook.reading.fields import front_matter
from policybook.reading.fields.fields import FIELDS, NAMES
from policybook.reading.record import approved_text
from policybook.site import version_view

ABSENT = None
EVERY = frozenset(Status)
DECIDED = frozenset({Status.APPROVED, Status.WITHDRAWN})
WITHDRAWN = frozenset({Status.WITHDRAWN})
OFFERED = frozenset({Status.CONSULTATION})
NEVER = frozenset[Status]()
YEAR = AcademicYear(start=2030)
#: A field that the cover shows nowhere.
NOT_SHOWN = ""


def day(*parts: int) -> Day:
    return Day(date=date(*parts))


def month(year: int, number: int) -> Day:
    return Day(date=date(year, number, 1), month_only=True)


def review(on: Day, start: int) -> Review:
    year = AcademicYear(start=start)
    return Review(on=on, by="Headteacher", outcome="No change", review_year=year)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCase:
    """What is expected of one field. `typed` and `other` are two good values: as typed, as read."""

    typed: tuple[str, object]
    other: tuple[str, object]
    #: A bad value as typed, and the code of its finding.
    bad: tuple[str, str]
    required: frozenset[Status] = NEVER
    forbidden: frozenset[Status] = NEVER
    #: The lines of the approved text for `typed`; none where the approval does not cover the field.
    approved: tuple[str, ...]
    #: The value in the next version.
    next_version: object
    kept_without_text: bool = True
    #: The redline's words for `typed` and for `other`; None where it does not list the field.
    redline: tuple[str, str, str] | None
    #: A line of the cover that shows `typed`.
    cover: str


CASES = {
    "title": FieldCase(
        typed=("Behaviour policy", "Behaviour policy"),
        other=('"Behaviour: a policy"', "Behaviour: a policy"),
        bad=('""', "field-value"),
        required=EVERY,
        approved=("title: Behaviour policy",),
        next_version="Behaviour policy",
        redline=("Title", "Behaviour policy", "Behaviour: a policy"),
        cover="Behaviour policy",
    ),
    "status": FieldCase(
        typed=("approved", Status.APPROVED),
        other=("draft", Status.DRAFT),
        bad=("live", "field-value"),
        required=EVERY,
        approved=(),
        next_version=Status.DRAFT,
        redline=("Status", "approved", "draft"),
        cover="Standing: In force since 15 September 2025.",
    ),
    "owner": FieldCase(
        typed=("Headteacher", "Headteacher"),
        other=("Designated Safeguarding Lead", "Designated Safeguarding Lead"),
        bad=("[Headteacher]", "field-value"),
        required=EVERY,
        approved=(),
        next_version="Headteacher",
        redline=("Owner", "Headteacher", "Designated Safeguarding Lead"),
        cover="Owner: Headteacher",
    ),
    "approved_by": FieldCase(
        typed=("Governing Body", "Governing Body"),
        other=("Headteacher", "Headteacher"),
        bad=("{a: b}", "field-value"),
        required=DECIDED,
        forbidden=EVERY - DECIDED,
        approved=("approved_by: Governing Body",),
        next_version=ABSENT,
        redline=("Approved by", "Governing Body", "Headteacher"),
        cover="Approved by: Governing Body, 15 September 2025",
    ),
    "approved_on": FieldCase(
        typed=("2025-09-15", day(2025, 9, 15)),
        other=("2025-09", month(2025, 9)),
        bad=("15/09/2025", "date"),
        required=DECIDED,
        forbidden=EVERY - DECIDED,
        approved=("approved_on: 2025-09-15",),
        next_version=ABSENT,
        redline=("Approved on", "15 September 2025", "September 2025"),
        cover="Approved by: Governing Body, 15 September 2025",
    ),
    "effective_from": FieldCase(
        typed=("2025-10", month(2025, 10)),
        other=("2025-10-06", day(2025, 10, 6)),
        bad=("soon", "date"),
        approved=("effective_from: 2025-10",),
        next_version=ABSENT,
        redline=("In force from", "October 2025", "6 October 2025"),
        cover="In force from: October 2025",
    ),
    "review_year": FieldCase(
        typed=("2027/28", AcademicYear(start=2027)),
        other=("1999/00", AcademicYear(start=1999)),
        bad=("2027", "review-year"),
        required=EVERY,
        approved=("review_year: 2027/28",),
        next_version=YEAR,
        redline=("Year of the next review", "2027/28", "1999/00"),
        cover="Review: Next review by 31 August 2028.",
    ),
    "review_by": FieldCase(
        typed=("2028-02-29", day(2028, 2, 29)),
        other=("2028-03-01", day(2028, 3, 1)),
        bad=("2028-03", "date"),
        approved=("review_by: 2028-02-29",),
        next_version=ABSENT,
        redline=("Review by", "29 February 2028", "1 March 2028"),
        cover="Review: Next review by 29 February 2028.",
    ),
    "applies_to": FieldCase(
        typed=("[staff, pupils, parents]", ("staff", "pupils", "parents")),
        other=("\n  - visitors", ("visitors",)),
        bad=("[everyone]", "field-value"),
        required=EVERY,
        approved=("applies_to: staff, pupils, parents",),
        next_version=("staff", "pupils", "parents"),
        redline=("Applies to", "staff, pupils, parents", "visitors"),
        cover="Applies to: staff, pupils and parents",
    ),
    "minute": FieldCase(
        typed=("FGB 12/9", "FGB 12/9"),
        other=("2025", "2025"),
        bad=('""', "field-value"),
        approved=("minute: FGB 12/9",),
        next_version=ABSENT,
        redline=("Minute", "FGB 12/9", "2025"),
        cover="Minute: FGB 12/9",
    ),
    "language": FieldCase(
        typed=("cy", "cy"),
        other=("zh-Hant-HK", "zh-Hant-HK"),
        bad=("English", "field-value"),
        approved=("language: cy",),
        next_version="cy",
        redline=("Language", "cy", "zh-Hant-HK"),
        cover=NOT_SHOWN,
    ),
    "changes": FieldCase(
        typed=("[Phones., Uniform.]", ("Phones.", "Uniform.")),
        other=("Phones.", ("Phones.",)),
        bad=("[]", "field-value"),
        approved=("changes: Phones.", "changes: Uniform."),
        next_version=("Say here what changes and why, a sentence a line, for governors to read.",),
        kept_without_text=False,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "reviews": FieldCase(
        typed=(
            "\n  - on: 2026-09\n    by: Headteacher\n    outcome: No change\n    review_year: 2028/29",
            (review(month(2026, 9), 2028),),
        ),
        other=(
            "[{on: 2026-10-05, by: Headteacher, outcome: No change, review_year: 2029/30}]",
            (review(day(2026, 10, 5), 2029),),
        ),
        bad=("[{on: 2026-09}]", "field-value"),
        approved=(),
        next_version=ABSENT,
        redline=(
            "Reviews without a change",
            "September 2026, Headteacher: No change",
            "5 October 2026, Headteacher: No change",
        ),
        cover="Review: Next review by 31 August 2029.",
    ),
    "withdrawn_on": FieldCase(
        typed=("2026-01-05", day(2026, 1, 5)),
        other=("2026-01", month(2026, 1)),
        bad=("5 January", "date"),
        required=WITHDRAWN,
        forbidden=EVERY - WITHDRAWN,
        approved=(),
        next_version=ABSENT,
        redline=("Withdrawn on", "5 January 2026", "January 2026"),
        cover="Standing: Withdrawn on 5 January 2026. It is not in force.",
    ),
    "reason": FieldCase(
        typed=("The law changed.", "The law changed."),
        other=('"Law: it changed"', "Law: it changed"),
        bad=("[law]", "field-value"),
        required=WITHDRAWN,
        forbidden=EVERY - WITHDRAWN,
        approved=(),
        next_version=ABSENT,
        redline=("Reason", "The law changed.", "Law: it changed"),
        cover="Withdrawn on 5 January 2026. It is not in force. Reason: The law changed.",
    ),
    "numbering": FieldCase(
        typed=("headings", Numbering.HEADINGS),
        other=("own", Numbering.OWN),
        bad=("roman", "field-value"),
        approved=("numbering: headings",),
        next_version=Numbering.HEADINGS,
        redline=("Numbering", "headings", "own"),
        cover=NOT_SHOWN,
    ),
    "questions": FieldCase(
        typed=("[Why five., Who pays.]", ("Why five.", "Who pays.")),
        other=("Why five?", ("Why five?",)),
        bad=("[]", "field-value"),
        approved=(),
        next_version=ABSENT,
        kept_without_text=False,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "group": FieldCase(
        typed=("Safeguarding and welfare", "Safeguarding and welfare"),
        other=("Staff", "Staff"),
        bad=('""', "field-value"),
        approved=(),
        next_version="Safeguarding and welfare",
        redline=None,
        cover=NOT_SHOWN,
    ),
    "comments_from": FieldCase(
        typed=("2026-11-16", day(2026, 11, 16)),
        other=("2024-02-29", day(2024, 2, 29)),
        bad=("2026-11", "date"),
        forbidden={Status.DRAFT},
        approved=(),
        next_version=ABSENT,
        kept_without_text=False,
        redline=None,
        cover="Comments: Comments were invited from 16 November 2026, but the approval came before "
        "the first day.",
    ),
    "comments_until": FieldCase(
        typed=("2027-01-04", day(2027, 1, 4)),
        other=("2028-02-29", day(2028, 2, 29)),
        bad=("4 January", "date"),
        forbidden={Status.DRAFT},
        approved=(),
        next_version=ABSENT,
        kept_without_text=False,
        redline=None,
        cover="Comments: Comments were invited until 4 January 2027, but the approval came "
        "before the last day.",
    ),
    "comments_to": FieldCase(
        typed=("office@school.example", "office@school.example"),
        other=("the headteacher", "the headteacher"),
        bad=("[office]", "field-value"),
        forbidden=EVERY - OFFERED,
        approved=(),
        next_version=ABSENT,
        kept_without_text=False,
        redline=None,
        cover="Comments: Send comments to office@school.example.",
    ),
    "change": FieldCase(
        typed=("minor", ChangeSize.MINOR),
        other=("major", ChangeSize.MAJOR),
        bad=("small", "field-value"),
        approved=("change: minor",),
        next_version=ChangeSize.MAJOR,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "adopted_from": FieldCase(
        typed=("policy-2023.docx", "policy-2023.docx"),
        other=("policy-2024.docx", "policy-2024.docx"),
        bad=("[law]", "field-value"),
        forbidden=EVERY - DECIDED,
        approved=(),
        next_version=ABSENT,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "withdrawn_by": FieldCase(
        typed=("Governing Body", "Governing Body"),
        other=("Headteacher", "Headteacher"),
        bad=('""', "field-value"),
        forbidden=EVERY - WITHDRAWN,
        approved=(),
        next_version=ABSENT,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "approval_level": FieldCase(
        typed=("governing body", ApprovalLevel.GOVERNING_BODY),
        other=("headteacher", ApprovalLevel.HEADTEACHER),
        bad=("the governors", "field-value"),
        approved=(),
        next_version=ApprovalLevel.GOVERNING_BODY,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "reference": FieldCase(
        typed=("SG 04", "SG 04"),
        other=("12/B", "12/B"),
        bad=('""', "field-value"),
        approved=(),
        next_version="SG 04",
        redline=None,
        cover=NOT_SHOWN,
    ),
    "review_cycle": FieldCase(
        typed=("12", 12),
        other=("36", 36),
        bad=("yearly", "field-value"),
        approved=(),
        next_version=12,
        redline=None,
        cover=NOT_SHOWN,
    ),
    "kept_internally": FieldCase(
        typed=("true", True),
        other=("false", False),
        bad=("perhaps", "field-value"),
        approved=(),
        next_version=True,
        redline=None,
        cover=NOT_SHOWN,
    ),
}
each_field = pytest.mark.parametrize("name", CASES)


def document(status: Status, /, **typed: str) -> str:
    """Return a version with the fields that its status needs, and `typed` besides."""
    needed = {name: case.typed[0] for name, case in CASES.items() if status in case.required}
    fields = {**needed, "status": str(status), **typed}
    return front_matter.format_block(f"{name}: {words}" for name, words in fields.items()) + BODY


def status_with(name: str) -> Status:
    """Return a status in which the field is allowed, approved rather than another."""
    forbidden = CASES[name].forbidden
    order = (Status.APPROVED, Status.WITHDRAWN, Status.CONSULTATION)
    return next(status for status in order if status not in forbidden)


def read(words: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    return front_matter.read(front_matter.split(words), PATH)


def version(name: str) -> Version:
    """Return a version that has the field, and little else."""
    words = document(status_with(name), **{name: CASES[name].typed[0]})
    return load_library({PATH: words}).policies[0].versions[0]


def with_other(version: Version, name: str) -> Version:
    """Return the version with the field's other value."""
    other: dict[str, Any] = {name: CASES[name].other[1]}
    return replace(version, facts=replace(version.facts, **other))


def test_every_field_has_a_case() -> None:
    assert tuple(CASES) == NAMES


def test_model_has_the_tables_fields() -> None:
    assert set(VersionFacts.__slots__) - {"lines"} == set(NAMES)


# ---------- reading


@each_field
@pytest.mark.parametrize("value", ["typed", "other"])
def test_good_values_are_read(name: str, value: str) -> None:
    typed, expected = getattr(CASES[name], value)
    status = Status(typed) if name == "status" else status_with(name)
    facts, findings = read(document(status, **{name: typed}))
    assert facts, findings
    assert getattr(facts, name) == expected


@each_field
def test_bad_value_is_found(name: str) -> None:
    typed, code = CASES[name].bad
    words = document(status_with(name), **{name: typed})
    facts, findings = read(words)
    line = words.split("\n").index(f"{name}: {typed}") + 1
    assert facts is None
    assert [(f.code, f.line) for f in findings if f"`{name}`" in f.message] == [(code, line)]


@each_field
@pytest.mark.parametrize("status", list(Status))
def test_status_requires_and_forbids(name: str, status: Status) -> None:
    if name == "status":
        return  # the field itself: `test_status_is_required`
    case, words = CASES[name], document(status)
    without = "\n".join(row for row in words.split("\n") if not row.startswith(f"{name}:"))
    codes = {f.code for f in read(without)[1] if f"`{name}`" in f.message}
    assert codes == ({"missing-field"} if status in case.required else set())
    codes = {f.code for f in read(document(status, **{name: case.typed[0]}))[1]}
    assert codes == ({"barred-field"} if status in case.forbidden else set())


def test_status_is_required() -> None:
    _, findings = read(document(Status.DRAFT).replace("status: draft\n", ""))
    assert [f.code for f in findings] == ["missing-field"]


@each_field
def test_example_is_a_good_value(name: str) -> None:
    field = FIELDS[NAMES.index(name)]
    value = field.read_example()
    assert value
    root = "\n".join(field.rows(value))
    status = Status.DRAFT if name == "status" else status_with(name)
    rows = [row for row in document(status).split("\n") if not row.startswith(f"{name}:")]
    facts, findings = read("\n".join([rows[0], root, *rows[1:]]))
    assert facts, findings
    assert getattr(facts, name) == value


# ---------- what the flags do


@each_field
def test_hash_covers_approved_fields(name: str) -> None:
    first = version(name)
    assert (
        approved_text.digest(first, {}) != approved_text.digest(with_other(first, name), {})
    ) is bool(CASES[name].approved)
    header = approved_text.canonical_text(first, {}).partition("\n\n")[0].split("\n")
    assert tuple(row for row in header if row.startswith(f"{name}: ")) == CASES[name].approved


@each_field
def test_next_version_copies_or_leaves_out(name: str) -> None:
    first = version(name)
    words = document(status_with(name), **{name: CASES[name].typed[0]})
    facts, findings = read(scaffold.next_version(words, first, YEAR))
    assert facts, findings
    assert (getattr(facts, name) or ABSENT) == CASES[name].next_version


@each_field
def test_text_removal_keeps_the_field(name: str) -> None:
    first = version(name)
    facts, findings = read(front_matter_edits.remove_text(first.facts).decode())
    assert facts, findings
    assert facts == front_matter.drop_with_text(first.facts)
    assert (facts == first.facts) is CASES[name].kept_without_text
    assert bool(getattr(facts, name)) is CASES[name].kept_without_text


@each_field
def test_redline_lists_the_field(name: str) -> None:
    first = version(name)
    changes = [*redline.compare_fields(first.facts, with_other(first, name).facts)]
    expected = CASES[name].redline
    assert [(c.name, c.label, c.old, c.new) for c in changes] == (
        [(name, *expected)] if expected else []
    )


def cover(version: Version) -> list[str]:
    """Return what a cover says of the version, line by line."""
    library = load_library({PATH: document(Status.DRAFT)})
    policy = replace(library.policies[0], versions=(version,))
    view = version_view.view_of(replace(library, policies=(policy,)), policy, version, TODAY)
    return [
        view.title,
        view.notice,
        *(f"{row}: {words}" for row, words in version_view.cover_rows(view)),
    ]


@each_field
def test_cover_shows_the_field(name: str) -> None:
    first = version(name)
    line = CASES[name].cover
    assert (cover(first) != cover(with_other(first, name))) is bool(line)
    assert not line or line in cover(first)


@each_field
def test_schema_judges_the_values(name: str) -> None:
    schema = json_schema.build_schemas()["version"]["properties"][name]
    assert schema["description"] == FIELDS[NAMES.index(name)].help
    for typed, sound in (
        (CASES[name].typed[0], True),
        (CASES[name].other[0], True),
        (CASES[name].bad[0], False),
    ):
        value = yaml.load(f"x: {typed}\n", Loader=yaml.BaseLoader)["x"]
        assert jsonschema.Draft202012Validator(schema).is_valid(value) is sound, typed


# ---------- the order of the table


def test_approved_text_has_table_order() -> None:
    typed = {
        name: case.typed[0] for name, case in CASES.items() if Status.APPROVED not in case.forbidden
    }
    words = document(Status.APPROVED, **dict(reversed(typed.items())))
    header = approved_text.canonical_text(
        load_library({PATH: words}).policies[0].versions[0], {}
    ).partition("\n\n")[0]
    names = [row.partition(": ")[0] for row in header.split("\n")]
    assert list(dict.fromkeys(names)) == [field.name for field in FIELDS if field.in_approval]


def test_removal_keeps_table_order() -> None:
    typed = {
        name: case.typed[0]
        for name, case in CASES.items()
        if Status.WITHDRAWN not in case.forbidden
    }
    words = document(Status.WITHDRAWN, **{**typed, "status": "withdrawn"})
    left = front_matter_edits.remove_text(
        load_library({PATH: words}).policies[0].versions[0].facts
    ).decode()
    names = [row.partition(":")[0] for row in left.split("\n") if row[:1].isalpha()]
    assert names == [field.name for field in FIELDS if field.kept_without_text]
