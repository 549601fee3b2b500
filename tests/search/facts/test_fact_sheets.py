"""What search answers about a policy, from its front matter and its dates."""

from datetime import date

import pytest
from builders import load_library, make_approved_text, make_text

from policybook.model import Library
from policybook.search.facts import FactKind, sheet_on, sheets_from

from ..conftest import TODAY

FOLDER = "docs/policies/behaviour"
CONTACTS = "checked: 2026-11-20\ncontacts:\n  - {role: Headteacher, phone: 01632 960002}\n"


def answer(library: Library, kind: FactKind, day: date = TODAY) -> list[str]:
    sheet = sheet_on(library, library.policies[0], day)
    assert sheet
    return [line for fact in sheet.facts if fact.kind is kind for line in fact.lines]


@pytest.fixture
def two_texts() -> Library:
    coming = make_approved_text(
        approved_on="2026-11-12",
        effective_from="2027-01-05",
        minute="FGB 11/26",
        changes="[Phones stay at home.]",
    )
    return load_library(
        {
            f"{FOLDER}/2025-09.md": make_approved_text(),
            f"{FOLDER}/2026-11.md": coming,
            f"{FOLDER}/2027-09.md": make_text(status="draft", changes="[Secret.]"),
            "docs/policies/contacts.yml": CONTACTS,
        }
    )


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            FactKind.APPROVED,
            [
                "Approved by Governing Body, 15 September 2025. "
                "In force from 15 September 2025 to 4 January 2027.",
                "November 2026: Approved by Governing Body, 12 November 2026, minute FGB 11/26. "
                "In force from 5 January 2027.",
            ],
        ),
        (
            FactKind.STANDING,
            [
                "September 2025: In force from 15 September 2025 to 4 January 2027.",
                "November 2026: Approved. In force from 5 January 2027.",
            ],
        ),
        (FactKind.OWNER, ["Owner: Headteacher.", "01632 960002"]),
        (FactKind.COMMENTS, ["No text of this policy is open for comment."]),
        (FactKind.READERS, ["It applies to pupils and parents."]),
        (
            FactKind.CHANGES,
            [
                "September 2025 is the first version published here.",
                "November 2026: Approved. In force from 5 January 2027.",
                "Phones stay at home.",
            ],
        ),
        (
            FactKind.VERSIONS,
            [
                "2 versions are published.",
                "November 2026: Approved. In force from 5 January 2027.",
                "September 2025: In force from 15 September 2025 to 4 January 2027.",
            ],
        ),
    ],
)
def test_answers_of_two_texts(two_texts: Library, kind: FactKind, lines: list[str]) -> None:
    assert answer(two_texts, kind) == lines


def test_answers_follow_the_day(two_texts: Library) -> None:
    later = date(2027, 1, 5)
    assert answer(two_texts, FactKind.STARTED, later) == ["In force since 5 January 2027."]
    (days,) = sheets_from(two_texts, TODAY)
    for day in (TODAY, date(2027, 1, 4), later, date(2030, 1, 1)):
        held = next(span.value for span in days if span.has(day))
        assert held == sheet_on(two_texts, two_texts.policies[0], day)


def test_draft_is_never_named(two_texts: Library) -> None:
    sheet = sheet_on(two_texts, two_texts.policies[0], TODAY)
    assert sheet and "Secret" not in repr(sheet) and "2027-09" not in repr(sheet)
    drafts = load_library({f"{FOLDER}/2027-09.md": make_text(status="draft")})
    assert sheet_on(drafts, drafts.policies[0], TODAY) is None


def test_withdrawn_text_is_not_in_force() -> None:
    text = make_approved_text(status="withdrawn", withdrawn_on="2026-03-02", reason="Merged.")
    library = load_library({f"{FOLDER}/2025-09.md": text})
    withdrawn = "Withdrawn on 2 March 2026. It is not in force."
    assert answer(library, FactKind.STANDING) == [
        "No text is in force.",
        f"September 2025: {withdrawn} Reason: Merged.",
    ]
    assert answer(library, FactKind.REVIEWED) == [withdrawn]


def test_proposal_alone_is_not_approved() -> None:
    text = make_text(status="consultation", comments_until="2027-01-15")
    library = load_library({f"{FOLDER}/2026-12.md": text})
    (line,) = answer(library, FactKind.APPROVED)
    assert line.startswith("Not approved. Proposed text.")


def test_comments_follow_the_day() -> None:
    text = make_text(status="consultation", comments_until="2027-01-15")
    library = load_library({f"{FOLDER}/2026-12.md": text})
    (line,) = answer(library, FactKind.COMMENTS)
    assert line.startswith("Send comments by 15 January 2027 to ")
    (line,) = answer(library, FactKind.COMMENTS, date(2027, 1, 16))
    assert line.startswith("Comments closed on 15 January 2027.")
