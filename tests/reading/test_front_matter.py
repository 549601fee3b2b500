"""The front matter as it is read: values, good and bad, what a status asks for, lines and bounds.

`test_fields` has a row for each field.
"""

from datetime import date

import pytest
from builders import BODY, FRONT, PATH, make_approved_text, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import AcademicYear, Day, Review, Status, VersionFacts
from policybook.model.findings import Finding
from policybook.reading import front_matter
from policybook.reading.fields import FIELDS


def read(whole: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    return front_matter.read(front_matter.split(whole), PATH)


def facts(whole: str) -> VersionFacts:
    findings, faults = read(whole)
    assert findings, faults
    return findings


SEPTEMBER = Day(date=date(2025, 9, 15))
REVIEW = "{on: 2026-09, by: Headteacher, outcome: No change, review_year: 2028/29}"

# field, what is typed, what is read
GOOD: list[tuple[str, str, object]] = [
    ("title", "Behaviour policy", "Behaviour policy"),
    ("title", '"Behaviour: a policy"', "Behaviour: a policy"),
    ("title", "  'Behaviour'  # a remark", "Behaviour"),
    ("title", "Behaviour 2024", "Behaviour 2024"),
    ("title", "行為", "行為"),
    ("title", "Polisi ymddygiad Tŷ Ŵr", "Polisi ymddygiad Tŷ Ŵr"),
    ("title", '"می\\u200cخواهم"', "می\u200cخواهم"),
    ("title", "Behaviour\n  and attendance", "Behaviour and attendance"),
    ("title", ">\n  Behaviour\n  and attendance", "Behaviour and attendance"),
    ("status", "draft", Status.DRAFT),
    ("status", "consultation", Status.CONSULTATION),
    ("owner", "Designated Safeguarding Lead", "Designated Safeguarding Lead"),
    ("review_year", "2024/25", AcademicYear(start=2024)),
    ("review_year", "1999/00", AcademicYear(start=1999)),
    ("review_by", "2028-02-29", Day(date=date(2028, 2, 29))),
    ("effective_from", "2025-10", Day(date=date(2025, 10, 1), month_only=True)),
    ("effective_from", "2025-09-15", SEPTEMBER),
    ("changes", "Phones.", ("Phones.",)),
    ("changes", "[Phones., Uniform.]", ("Phones.", "Uniform.")),
    ("changes", "\n  - Phones.\n  - Uniform.", ("Phones.", "Uniform.")),
    ("applies_to", "[staff]", ("staff",)),
    ("applies_to", "\n- staff\n- visitors", ("staff", "visitors")),
    ("applies_to", "[staff, staff]", ("staff",)),
    ("minute", "FGB 12/9", "FGB 12/9"),
    ("language", "cy", "cy"),
    ("language", "en-GB", "en-GB"),
    ("language", "zh-Hant-HK", "zh-Hant-HK"),
    ("reviews", "[]", ()),
    (
        "reviews",
        f"[{REVIEW}]",
        (
            Review(
                on=Day(date=date(2026, 9, 1), month_only=True),
                by="Headteacher",
                outcome="No change",
                review_year=AcademicYear(start=2028),
            ),
        ),
    ),
]
# field, what is typed, a word of the message or the remedy
BAD: list[tuple[str, str, str]] = [
    ("title", "", "empty"),
    ("title", '""', "empty"),
    ("title", '"   "', "empty"),
    ("title", '"\\u200d"', "U+200D"),
    ("title", "no", "not a name"),
    ("title", '"!!!"', "not a name"),
    ("title", "X", "not a name"),
    ("title", "Behaviour #BeKind", 'quotation marks: "Behaviour #BeKind"'),
    ("owner", "NULL", "not a name"),
    ("owner", "Head #2", "ends before “#2”"),
    ("owner", "12345", "not a name"),
    ("owner", "n/a", "not a name"),
    ("minute", "FGB #4", "ends before “#4”"),
    ("title", "{en: Behaviour}", "a mapping"),
    ("title", "[Behaviour]", "a list"),
    ("title", '"\\e[2JBehaviour"', "U+001B"),
    ("title", '"Beha\\u200bviour"', "U+200B"),
    ("title", '"Beha\\u202eviour"', "U+202E"),
    ("title", '"Beha\\nviour"', "several lines"),
    ("status", "aproved", "Did you mean `approved`?"),
    ("status", "Approved", "four words"),
    ("status", "[draft]", "a list"),
    ("status", "live", "four words"),
    ("owner", '""', "empty"),
    ("review_year", "2027", "2026/27 (September 2026 to August 2027) or 2027/28"),
    ("review_year", "2027/2028", "Write 2027/28."),
    ("review_year", "2027/29", "not an academic year"),
    ("review_year", "2027-28", "Write 2027/28."),
    ("review_year", "27/28", "Write 2027/28."),
    ("review_year", "٢٠٢٧/٢٨", "not an academic year"),
    ("review_year", "20278/79", "not an academic year"),
    ("review_by", "2028-03", "a month, but a day"),
    ("review_by", "2027-02-29", "not a date"),
    ("review_by", "2028-13-01", "not a date"),
    ("review_by", "2028-1-1", "year-month-day"),
    ("review_by", "20278-09-15", "four digits"),
    ("review_by", "03/04/2028", "2028-03-04 or 2028-04-03"),
    ("review_by", "31/12/2028", "2028-12-31."),
    ("review_by", "3.4.2028", "2028-03-04 or 2028-04-03"),
    ("review_by", "1 September 2028", "not a date"),
    ("review_by", "2028-03-01T00:00:00", "not a date"),
    ("review_by", "1066-10-14", "not a date"),
    ("effective_from", "soon", "not a date"),
    ("effective_from", "0000-00", "not a date"),
    ("changes", "[]", "empty list"),
    ("changes", '[Phones., ""]', "empty"),
    ("changes", "[[Phones.]]", "a list"),
    ("changes", "{a: b}", "a mapping"),
    ("applies_to", "staff", "must be a list"),
    ("applies_to", "[]", "must be a list"),
    ("applies_to", "[Staff]", "Did you mean `staff`?"),
    ("applies_to", "[everyone]", "names “everyone”"),
    ("minute", "", "empty"),
    ("language", "English please", "language code"),
    ("language", "english", "language code"),
    ("language", "en_GB", "language code"),
    ("language", '"en\\n"', ""),
    ("reviews", REVIEW, "must be a list"),
    ("reviews", "[soon]", "exactly the fields"),
    ("reviews", f"[{REVIEW.replace('outcome: No change, ', '')}]", "exactly the fields"),
    ("reviews", f"[{REVIEW.replace('{', '{note: x, ')}]", "exactly the fields"),
    ("reviews", f"[{REVIEW.replace('2026-09', 'soon')}]", "`on` is “soon”"),
    ("reviews", f"[{REVIEW.replace('2028/29', '2028')}]", "`review_year` is “2028”"),
]


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


# ---------- what the status asks for

NEEDED = {
    "draft": {"title", "status", "owner", "review_year", "applies_to"},
    "consultation": {"title", "status", "owner", "review_year", "applies_to"},
    "approved": {
        "title",
        "status",
        "owner",
        "review_year",
        "applies_to",
        "approved_by",
        "approved_on",
    },
    "withdrawn": {
        "title",
        "status",
        "owner",
        "review_year",
        "applies_to",
        "approved_by",
        "approved_on",
        "withdrawn_on",
        "reason",
    },
}
DECIDED = {
    "approved_by": "Governing Body",
    "approved_on": "2025-09-15",
    "withdrawn_on": "2026-01-01",
    "reason": "Law.",
}


@pytest.mark.parametrize("status", NEEDED)
def test_status_requires_fields(status: str) -> None:
    whole = {**FRONT, **DECIDED, "status": status}
    sound = {name: typed for name, typed in whole.items() if name in NEEDED[status]}
    assert read(_block(sound))[1] == ()
    for name in sound:
        _, faults = read(_block({k: v for k, v in sound.items() if k != name}))
        assert [(f.code, f.line) for f in faults if f"`{name}`" in f.message] == [
            ("missing-field", 1)
        ]


def _block(fields: dict[str, str]) -> str:
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()) + f"---\n{BODY}"


@pytest.mark.parametrize(
    ("status", "barred"),
    [
        ("draft", set(DECIDED)),
        ("consultation", set(DECIDED)),
        ("approved", {"withdrawn_on", "reason"}),
        ("withdrawn", set()),
    ],
)
def test_status_forbids_fields(status: str, barred: set[str]) -> None:
    _, faults = read(_block({**FRONT, **DECIDED, "status": status}))
    assert {f.message.split("`")[1] for f in faults if f.code == "barred-field"} == barred
    assert {f.code for f in faults} <= {"barred-field"}


def test_one_run_gives_all_faults() -> None:
    _, faults = read(make_text(title="", owner=None, review_year="2027", colour="blue"))
    assert sorted(f.code for f in faults) == [
        "field-value",
        "missing-field",
        "review-year",
        "unknown-field",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("reveiw_year", "review_year"), ("Title", "title"), ("approved", "approved_"), ("colour", "")],
)
def test_unknown_field_suggests_a_known_one(typed: str, meant: str) -> None:
    _, faults = read(make_text(**{typed: "x"}))
    (fault,) = faults
    assert (f"Did you mean `{meant}" in fault.remedy) is bool(meant)


# ---------- the block


@pytest.mark.parametrize(
    ("whole", "block", "body", "line"),
    [
        ("---\na: 1\n---\nx\n", "a: 1\n", "x\n", 4),
        ("---\na: 1\n...\nx", "a: 1\n", "x", 4),
        ("--- \na: 1\n---  \nx", "a: 1\n", "x", 4),
        ("---\n---\n", "\n", "", 3),
        ("---\na: 1\n---", "a: 1\n", "", 4),
        ("", None, "", 1),
        ("x\n---\na: 1\n---\n", None, "x\n---\na: 1\n---\n", 1),
        ("---\na: 1\n", None, "---\na: 1\n", 1),
        ("----\na: 1\n----\n", None, "----\na: 1\n----\n", 1),
        ("---\na: 1\n ---\n---\nx", "a: 1\n ---\n", "x", 5),
    ],
)
def test_block_and_body_are_split(whole: str, block: str | None, body: str, line: int) -> None:
    parted = front_matter.split(whole)
    assert (parted.block, parted.body, parted.body_line) == (block, body, line)


@given(st.text(st.characters()))
def test_nothing_makes_it_raise(words: str) -> None:
    for whole in (
        words,
        f"---\n{words}\n---\n",
        make_text(title=words),
        make_text(applies_to=words),
        make_text(reviews=words),
    ):
        parted = front_matter.split(whole)
        assert "\n".join(whole.split("\n")[parted.body_line - 1 :]) == parted.body
        findings, faults = front_matter.read(parted, PATH)
        assert (findings is None) is bool(faults)
        assert all(1 <= f.line <= whole.count("\n") + 1 for f in faults)


@given(
    st.dictionaries(
        st.sampled_from([f.name for f in FIELDS]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    )
)
def test_no_value_makes_it_raise(fields: dict[str, str]) -> None:
    read(_block(fields))
    read(_block({**FRONT, **{name: f"[{typed}]" for name, typed in fields.items()}}))


# ---------- lines and bounds


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


def test_fifty_unknown_fields_are_named() -> None:
    names = [f"colour_{number}" for number in range(60)]
    _, faults = read(make_text(**dict.fromkeys(names, "blue")))
    assert [f.message.split("`")[1] for f in faults] == names[:50]
