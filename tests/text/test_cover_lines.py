"""Which lines plainly belong to a printed cover, and which may be rules."""

import pytest

from policybook.text import cover_lines

COVER = [
    "It was approved by the Governing Body Autumn Term 2023",
    "This policy will be reviewed in the academic year 2024",
    "This policy was adopted on 12th July 2022.",
    "This policy was adopted on 5 May 2022.",
    "Adopted by the Full Governing Body on 3 March 2022",
    "Oakfield Primary School",
    "ST MARY'S CHURCH OF ENGLAND PRIMARY SCHOOL",
    "The Oak Multi Academy Trust",
    "Behaviour Policy and Statement of Behaviour Principles",
    "November 2023",
    "2023-2024",
    "Date: 1 September 2024",
    "**Date**: May 2020",  # the month, not the verb
    "Version 2.1",
    "v1.2 (March 2024)",
    "Author: Mrs A. Smith",
    "Ratified by governors: May 2021",
    "Next review date:",
    "Review cycle: every two years",
    "Signed: ______________ (Chair of Governors)",
    "Document control",
]

RULES = [
    "This policy will be reviewed annually by the governing body",  # no date: a duty
    "This policy was approved by governors and must be followed from September 2023",
    "This policy applies from September 2024",  # says when it binds
    "The purpose of this policy is to keep pupils safe.",
    "Staff must not use phones.",
    "Be Ready, Respectful and Safe",
    "No Mobile Phones In School",
    "Contact the School",
    "Lock the nursery",
    "Follow the behaviour policy",
    "Parents drop children at school",
    "Headteacher: approves trips",
    "Headteacher: must approve every trip",
    "Reviewed by: the governors must review this every year",
    "Review: we will review each term what happened",
    "",
]


@pytest.mark.parametrize("line", COVER)
def test_line_belongs_to_cover(line: str) -> None:
    assert cover_lines.is_cover_line(line)


@pytest.mark.parametrize("line", RULES)
def test_line_may_be_a_rule(line: str) -> None:
    assert not cover_lines.is_cover_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ferndown Manor School, Station Road, Ferndown BH22 9AB",
        "Station Road, Ferndown",
        "Tel: 01202 555123",
        "Telephone: (01202) 555 123 ext 4",
        "01202 555123",
        "www.ferndown.sch.uk",
        "<office@ferndown.sch.uk>",
        "Tel: 01202 555123 | Email: office@ferndown.sch.uk",
        "Registered charity 1078217",
        "Company number: 07654321",
        "URN: 123456",
        "Tel: 01202 555123  Fax: 01202 555124",
        "Last updated September 2025 by the Head",
        "Reviewed annually",
        "To be reviewed every two years",
        "Monday 3 March 2025",
        "DfE number 835/2001 URN 113705",
        "© Fern Primary School 2025",
        "“Learning together, growing together”",
        "Policy title: Rules for toys",
        "Signed (Chair): J Smith",
        "Chair’s signature: J Smith",
        "Headteacher (signed): A Jones",
        "Minute reference: 12/24",
        "Signed (Chair of Governors): J Smith   Date: 3/11/23",
    ],
)
def test_line_may_be_cover_line(line: str) -> None:
    assert cover_lines.may_be_cover_line(line)
    # Texts in the record have such rules, and keep their numbers.
    assert not cover_lines.is_cover_line(line)


@pytest.mark.parametrize(
    "line",
    [
        *RULES,
        "Ring 999.",
        "999",
        "Call 01202 555123 at once.",
        "Tel: the office",
        "Headteacher: keeps the record",
        "Signed (Chair): the head signs each form.",
        "Author: Pupils are told.",
        "See www.ferndown.sch.uk",
        "Meet at Station Road, Ferndown.",
        "Reviewed by the head, who must sign",
        "Coats are reviewed annually",
        "All pupils use Park Lane, not the A31",
    ],
)
def test_rule_is_no_address(line: str) -> None:
    assert not cover_lines.may_be_cover_line(line)
