"""The kinds of value: each is read, written, hashed, shown and described alike."""

import jsonschema
import pytest

from policybook.reading.fields import choice_types, field_types
from policybook.reading.fields.field_types import FieldType, format_review, make_mapping_schema
from policybook.text import strict_yaml

REVIEW = "{on: 2026-09, by: Head, outcome: 'No: none', review_year: 2028/29}"
#: A kind, a value as typed, as written again, in the approved text, and as people read it.
VALUES: list[tuple[FieldType, str, list[str], list[str], str]] = [
    (field_types.TEXT, "'A: b'", ['"A: b"'], ["A: b"], "A: b"),
    (field_types.NAME, "'Board: A'", ['"Board: A"'], ["Board: A"], "Board: A"),
    (field_types.STATUS, "draft", ["draft"], ["draft"], "draft"),
    (choice_types.NUMBERING, "own", ["own"], ["own"], "own"),
    (choice_types.APPROVAL_LEVEL, "committee", ["committee"], ["committee"], "committee"),
    (choice_types.MONTHS, "12", ["12"], ["12"], "12 months"),
    (choice_types.YES, "true", ["true"], ["true"], "yes"),
    (field_types.DAY, "2025-10", ["2025-10"], ["2025-10"], "October 2025"),
    (field_types.EXACT_DAY, "2025-10-06", ["2025-10-06"], ["2025-10-06"], "6 October 2025"),
    (field_types.ACADEMIC_YEAR, "1999/00", ["1999/00"], ["1999/00"], "1999/00"),
    (
        field_types.AUDIENCES,
        "[staff, parents]",
        ["[staff, parents]"],
        ["staff, parents"],
        "staff, parents",
    ),
    (choice_types.NUMBERING, "own", ["own"], ["own"], "own"),
    (choice_types.CHANGE_SIZE, "minor", ["minor"], ["minor"], "minor"),
    (field_types.LANGUAGE, "zh-Hant", ["zh-Hant"], ["zh-Hant"], "zh-Hant"),
    (
        field_types.SENTENCES,
        "[One., Two.]",
        ["", "  - One.", "  - Two."],
        ["One.", "Two."],
        "One. Two.",
    ),
    (
        field_types.REVIEWS,
        f"[{REVIEW}]",
        [
            "",
            "  - on: 2026-09",
            "    by: Head",
            '    outcome: "No: none"',
            "    review_year: 2028/29",
        ],
        ["2026-09, Head: No: none, 2028/29"],
        "September 2026, Head: No: none",
    ),
]
each_value = pytest.mark.parametrize(("kind", "typed", "written", "hashed", "words"), VALUES)


def read(kind: FieldType, typed: str) -> object:
    root, findings = strict_yaml.read(f"x: {typed}\n", "")
    assert root and root.fields and not findings
    return kind.read(root.fields["x"])


@each_value
def test_value_has_its_forms(
    kind: FieldType, typed: str, written: list[str], hashed: list[str], words: str
) -> None:
    value = read(kind, typed)
    assert (kind.write(value), kind.canonical(value), kind.in_words(value)) == (
        written,
        hashed,
        words,
    )
    assert read(kind, "\n".join(written)) == value


def test_every_kind_has_a_row() -> None:
    places = {**vars(field_types), **vars(choice_types)}
    kinds = [value for value in places.values() if isinstance(value, FieldType)]
    assert [kind for kind in kinds if not any(kind is row[0] for row in VALUES)] == []


def test_review_is_four_lines() -> None:
    root, _ = strict_yaml.read(f"x: [{REVIEW}]\n", "")
    assert root and root.fields
    (review,) = field_types.REVIEWS.read(root.fields["x"])
    assert format_review(review) == [
        "on: 2026-09",
        "by: Head",
        'outcome: "No: none"',
        "review_year: 2028/29",
    ]


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        ({"a": "x"}, True),
        ({"a": "x", "b": "y"}, True),
        ({"b": "y"}, False),
        ({"a": "x", "c": 1}, False),
    ],
)
def test_mapping_schema_allows_its_fields(value: dict[str, object], sound: bool) -> None:
    schema = make_mapping_schema({"a": {"type": "string"}, "b": {}}, ["a"])
    assert jsonschema.Draft202012Validator(schema).is_valid(value) is sound


@each_value
def test_recorded_lines_give_the_value(
    kind: FieldType, typed: str, written: list[str], hashed: list[str], words: str
) -> None:
    value = read(kind, typed)
    if kind is field_types.REVIEWS:  # no approval covers them
        with pytest.raises(ValueError, match="no approved text has reviews"):
            kind.recorded(hashed)
        return
    assert kind.recorded(hashed) == value


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (field_types.TEXT, ["a", "b"]),
        (field_types.STATUS, ["live"]),
        (choice_types.NUMBERING, ["roman"]),
        (choice_types.CHANGE_SIZE, ["small"]),
        (field_types.DAY, ["soon"]),
        (field_types.ACADEMIC_YEAR, ["2027"]),
    ],
)
def test_other_lines_are_refused(kind: FieldType, lines: list[str]) -> None:
    with pytest.raises(
        ValueError, match=r"not of an approved text|not a valid (Status|Numbering|ChangeSize)"
    ):
        kind.recorded(lines)
