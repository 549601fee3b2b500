"""One value of the front matter: good ones as read, bad ones with the remedy."""

from collections.abc import Callable
from datetime import date

import pytest
from builders import BODY, FRONT, make_approved_text, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import AcademicYear, Day, Status, VersionFacts
from policybook.reading.fields import values
from policybook.reading.fields.fields import FIELDS
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value

from .typed_values import BAD, GOOD, REVIEW, make_block, read


def facts(whole: str) -> VersionFacts:
    findings, faults = read(whole)
    assert findings, faults
    return findings


@pytest.mark.parametrize(("field", "typed", "value"), GOOD)
def test_good_values_are_read(field: str, typed: str, value: object) -> None:
    assert getattr(facts(make_text(**{field: typed})), field) == value


@pytest.mark.parametrize(("field", "typed", "words"), [b for b in BAD if b[1] != '"en\\n"'])
def test_bad_values_are_reported(field: str, typed: str, words: str) -> None:
    whole = make_text(**{field: typed})
    findings, faults = read(whole)
    assert findings is None
    (fault,) = faults
    assert f"`{field}`" in fault.message
    assert words in f"{fault.message} {fault.remedy}"
    assert fault.line == whole[: whole.index(f"\n{field}:")].count("\n") + 2


@pytest.mark.parametrize("field", ["approved_on", "withdrawn_on"])
@pytest.mark.parametrize(
    ("typed", "sound"),
    [("2025-09", True), ("2025-09-15", True), ("15/09/2025", False), ("", False)],
)
def test_dates_of_decisions(field: str, typed: str, sound: bool) -> None:
    whole = make_approved_text(
        **{
            "status": "withdrawn",
            "withdrawn_on": "2026-01",
            "reason": "The law changed.",
            field: typed,
        }
    )
    assert (read(whole)[0] is not None) is sound


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("applies_to:\n  - staff\n  - everyone\n", "  - everyone"),
        ("applies_to:\n  - staff\n  - [pupils]\n  - parents\n", "  - [pupils]"),
        ('changes:\n  - Phones.\n  - Uniform.\n  - ""\n  - Bags.\n', '  - ""'),
        ("reviews:\n  - {on: 2026-09}\n", "  - {on: 2026-09}"),
        (
            "reviews:\n  - on: 2026-09\n    by: Head\n    outcome: Fine\n    review_year: 2028\n",
            "    review_year: 2028",
        ),
        (
            f"reviews:\n  - {REVIEW}\n  - {REVIEW.replace('2026-09', 'soon')}\n",
            f"  - {REVIEW.replace('2026-09', 'soon')}",
        ),
    ],
)
def test_fault_in_list_has_own_line(rows: str, wrong: str) -> None:
    name = rows.partition(":")[0]
    front = "".join(f"{key}: {words}\n" for key, words in FRONT.items() if key != name)
    whole = f"---\n{front}{rows}---\n\n{BODY}"
    (fault,) = read(whole)[1]
    assert fault.line == whole.split("\n").index(wrong) + 1


@given(
    st.dictionaries(
        st.sampled_from([f.name for f in FIELDS]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    )
)
def test_no_value_makes_it_raise(fields: dict[str, str]) -> None:
    read(make_block(fields))
    read(make_block({**FRONT, **{name: f"[{typed}]" for name, typed in fields.items()}}))


def read_typed(reader: Callable[[Value], object], typed: str) -> object:
    root, _ = strict_yaml.read(f"x: {typed}\n", "")
    assert root and root.fields
    return reader(root.fields["x"])


YEAR = AcademicYear(start=2027)
READERS: list[tuple[Callable[[Value], object], str, object]] = [
    (values.read_text, " Head ", "Head"),
    (values.read_status, "withdrawn", Status.WITHDRAWN),
    (values.read_day, "2025-09", Day(date=date(2025, 9, 1), month_only=True)),
    (values.read_exact_day, "2025-09-15", Day(date=date(2025, 9, 15))),
    (values.read_academic_year, "2027/28", YEAR),
    (values.read_audiences, "[staff, parents, staff]", ("staff", "parents")),
    (values.read_sentences, "One.", ("One.",)),
    (values.read_language, "cy", "cy"),
    (values.read_reviews, "[]", ()),
]


@pytest.mark.parametrize(("reader", "typed", "value"), READERS)
def test_reader_returns_its_value(
    reader: Callable[[Value], object], typed: str, value: object
) -> None:
    assert read_typed(reader, typed) == value


@pytest.mark.parametrize(
    ("reader", "typed", "code"),
    [
        (values.read_text, "“Head”", "field-value"),
        (values.read_text, "null", "field-value"),
        (values.read_text, "x" * 2001, "field-value"),
        (values.read_status, "live", "field-value"),
        (values.read_day, "2025-13", "date"),
        (values.read_exact_day, "2025-09", "date"),
        (values.read_academic_year, "2027", "review-year"),
        (values.read_audiences, "[everyone]", "field-value"),
        (values.read_sentences, "[]", "field-value"),
        (values.read_language, "Welsh", "field-value"),
        (values.read_reviews, "soon", "field-value"),
    ],
)
def test_reader_refuses_other_values(
    reader: Callable[[Value], object], typed: str, code: str
) -> None:
    with pytest.raises(InvalidValueError) as wrong:
        read_typed(reader, typed)
    assert (wrong.value.code or "field-value") == code
    assert wrong.value.remedy


def test_faulty_item_names_its_field() -> None:
    root, _ = strict_yaml.read("x: [a, {b: c}]\n", "")
    assert root and root.fields and root.fields["x"].items
    item = root.fields["x"].items[1]
    with pytest.raises(InvalidValueError, match="has an item that is a mapping"):
        values.read_item(item, values.read_text)
    with pytest.raises(InvalidValueError, match="has a review whose `by` is a mapping"):
        values.read_item(item, values.read_text, "by")
