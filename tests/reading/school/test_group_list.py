"""The setting `groups` of `school.yml`."""

import pytest

from policybook.model.findings import Finding
from policybook.reading.school import school_yml

GOOD = [
    ("groups:\n  - Staff\n  - Learning\n", ("Staff", "Learning")),
    ("groups: [Staff]\n", ("Staff",)),
]
BAD = [
    ("groups: Staff\n", "not a list of groups", 1),
    ("groups: []\n", "not a list of groups", 1),
    ("groups:\n  - Staff\n  - staff\n", "twice", 3),
    ("groups:\n  - Staff\n  - '-'\n", "not a name", 3),
]


@pytest.mark.parametrize(("text", "expected"), GOOD)
def test_groups_keep_their_order(text: str, expected: tuple[str, ...]) -> None:
    findings: list[Finding] = []
    assert school_yml.read(text, findings).groups == expected
    assert findings == []


@pytest.mark.parametrize(("text", "words", "line"), BAD)
def test_bad_groups_are_findings(text: str, words: str, line: int) -> None:
    findings: list[Finding] = []
    assert school_yml.read(text, findings).groups == ()
    (finding,) = findings
    assert words in finding.message and finding.line == line
