"""Test which repeated lines are the header or footer of printed pages."""

import pytest
from builders import load_library, make_text

from policybook.checks.page_headers import is_page_header

PATH = "docs/policies/behaviour/2025-09.md"
LIBRARY = load_library({PATH: make_text(title="Safeguarding Children Policy")})
VERSION = LIBRARY.policies[0].versions[0]
HEADERS = [
    ["Hill View School Handbook 1", "Hill View School Handbook 2", "Hill View School Handbook 3"],
    ["Safeguarding Children"] * 3,
    ["Confidential to staff"] * 4,
    ["Online Banking Agreement, Page 1 of 8", "Online Banking Agreement, Page 2 of 8"],
    ["Acceptable Use Policy, issue 4"] * 3,
]
OTHERS = [
    ["GitHub B.V. Prins Bernhardplein 200, Amsterdam"] * 3,  # an address
    ["Maximum Portfolio Limit: 100%", "Maximum Portfolio Limit: 25%"],  # a row of a table
    ["Signed by the pupil ____"] * 3,
    ["[name of organisation]"] * 3,
    ["Contact"] * 5,
    ["from the Company List)"] * 3,
    ["By signing below you are certifying the reasons and agreeing to all of the terms"] * 3,
]


@pytest.mark.parametrize("lines", HEADERS)
def test_headers_are_recognised(lines: list[str]) -> None:
    assert is_page_header(list(enumerate(lines)), VERSION, LIBRARY)


@pytest.mark.parametrize("lines", OTHERS)
def test_other_repeats_are_left_alone(lines: list[str]) -> None:
    assert not is_page_header(list(enumerate(lines)), VERSION, LIBRARY)
