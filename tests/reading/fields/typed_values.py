"""Values of the front matter as typed, good and bad, and what each status needs."""

from datetime import date

from builders import BODY, PATH

from policybook.model import AcademicYear, Day, Review, Status, VersionFacts
from policybook.model.findings import Finding
from policybook.reading.fields import front_matter


def read(whole: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    return front_matter.read(front_matter.split(whole), PATH)


def make_block(fields: dict[str, str]) -> str:
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()) + f"---\n{BODY}"


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
    ("changes", "[" + "Phones., " * 100 + "]", ("Phones.",) * 100),
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
    ("changes", "[" + "Phones., " * 101 + "]", "101 items"),
    ("questions", "[" + "Phones., " * 20_000 + "]", "20,000 items"),
    ("applies_to", "[" + "staff, " * 101 + "]", "101 items"),
    ("reviews", f"[{f'{REVIEW}, ' * 101}]", "101 items"),
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
    ("status", "Approved", "one of its values"),
    ("status", "[draft]", "a list"),
    ("status", "live", "one of its values"),
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
