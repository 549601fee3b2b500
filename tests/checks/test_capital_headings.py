"""Test which capitals read as a heading, and which are an abbreviation, a label or a warning."""

import pytest

from policybook.checks.capital_headings import find_headings

HEADINGS = [
    ("2. ROLES AND RESPONSIBILITIES", "2. ROLES AND RESPONSIBILITIES"),
    ("PURPOSE", "PURPOSE"),
    ("REWARDS:", "REWARDS"),
    ("APPENDIX A", "APPENDIX A"),
    ("SECTION 3. AREAS OF CONFLICT:", "3. AREAS OF CONFLICT"),
    ("2. REWARDS Good behaviour is praised every day.", "2. REWARDS"),
    ("ROLES AND DUTIES The headteacher keeps the register.", "ROLES AND DUTIES"),
    ("III. INVESTMENT PHILOSOPHY", "INVESTMENT PHILOSOPHY"),
]
OTHERS = [
    "1. OPTIONAL: Let us know if your request is urgent, and why it cannot wait for a week.",
    "UMACHA ACH Guidelines are with Data Processing and are read by everybody.",
    "The FFIEC BSA/AML Manual says more about how a bank must look at this.",
    "3. CUSIP Number",
    "TLP:CLEAR",
    "SARS",  # the text has SARs
    "IN NO EVENT WILL EITHER PARTY BE LIABLE FOR MORE THAN ${sum} FIVE HUNDRED DOLLARS "
    "(US) FOR ANY CAUSE WHATSOEVER AND REGARDLESS OF THE FORM OF ACTION (Limit of Liability).",
    "Pupils MUST NOT bring phones.",
    "## PURPOSE",
    "**PURPOSE**",
]
TEXT = "We report SARs each week."


@pytest.mark.parametrize(("line", "heading"), HEADINGS)
def test_headings_in_capitals_are_found(line: str, heading: str) -> None:
    assert [words for _, words in find_headings([(1, line)], TEXT)] == [heading]


@pytest.mark.parametrize("line", OTHERS)
def test_other_capitals_are_left_alone(line: str) -> None:
    assert list(find_headings([(1, line)], TEXT)) == []
