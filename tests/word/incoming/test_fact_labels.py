"""Lines of a cover are divided into labels and their words, or nothing is read from them."""

import pytest

from policybook.word.incoming.cover_facts import read_cover_facts
from policybook.word.incoming.document import Paragraph, TextRun

COMMITTEE, DAY = ("approved_by", "Finance Committee"), ("approved_on", "12th March 2024")
HEAD, BODY = ("owner", "Headteacher"), ("approved_by", "Governing Body")


def read_facts(text: str) -> list[tuple[str, str]]:
    facts = read_cover_facts([Paragraph(runs=(TextRun(text=text),))])
    return [(fact.field, fact.words) for fact in facts]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Approved by: Finance Committee\nDate: 12th March 2024", [COMMITTEE, DAY]),
        ("Approved by: Finance Committee Date: 12th March 2024", [COMMITTEE, DAY]),
        ("Approved by: Finance Committee\tDate: 12th March 2024", [COMMITTEE, DAY]),
        ("Approved by:\nFinance Committee\nDate:\n12th March 2024", [COMMITTEE, DAY]),
        ("Approved by: Finance Committee, 12th March 2024", [COMMITTEE, DAY]),
        ("Approved by: Finance Committee 12/03/2024", [COMMITTEE, ("approved_on", "12/03/2024")]),
        ("Approved by Finance Committee\nVersion 3", [COMMITTEE]),
        ("Owner: Headteacher\nApproved by: Governing Body", [HEAD, BODY]),
        ("Owner: Headteacher Approved by: Governing Body", [HEAD, BODY]),
        ("Policy owner – Headteacher Approved by – Governing Body", [HEAD, BODY]),
        ("Owner: Headteacher. Next review: May 2028.", [HEAD, ("review", "May 2028")]),
        ("Approved by: Governing Body  Chair: A Person", [BODY]),
        ("Approved by: Governing Body Review date: 1/9/2027", [BODY, ("review", "1/9/2027")]),
        # The date is that of the signature.
        ("Approved by: Governing Body\nSigned: ____\nDate: 3 May 2026", [BODY]),
    ],
)
def test_each_label_has_its_words(text: str, facts: list[tuple[str, str]]) -> None:
    assert read_facts(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Approved by: Finance Committee Minute number: 12",
        "Approved by: Governing Body Signed: ____ Date: 3 December 2026",
        "Approved by: Finance Committee: 12 March 2024",
        "Approved by: Governors Effective Date: 1 May 2024",
        "Approved by: Finance and\nPremises Committee",
        "Approved by the Governing\nBody in May",
        "Owner: Mrs Smith Designated Safeguarding Lead: Mr Jones",
        "Safeguarding Lead: Mr Jones",
        "Owner:",
    ],
)
def test_unsure_words_are_no_fact(text: str) -> None:
    assert read_facts(text) == []
