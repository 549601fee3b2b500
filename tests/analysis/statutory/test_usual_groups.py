"""The usual group of a policy: sure, or none."""

import pytest
from builders import PATH, load_library, make_text

from policybook.analysis import statutory


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Safeguarding and Child Protection Policy", "Safeguarding and welfare"),
        ("Attendance Policy", "Behaviour and attendance"),
        ("SEN Information Report", "Equality and SEND"),
        ("Staff Code of Conduct", "Staff"),
        ("Data Protection Policy", "Data and finance"),
        ("Fire Drill Policy", ""),
        ("Complaints Procedure", ""),  # schools put it into different groups
        ("Admissions Policy", ""),
        ("Behaviour and SEND Policy", ""),  # two groups
    ],
)
def test_group_is_sure_or_none(title: str, group: str) -> None:
    library = load_library({PATH.replace("behaviour", "p1"): make_text(title=title)})
    assert statutory.usual_group(library.policies[0]) == group


def test_list_names_usual_groups() -> None:
    groups = {row.group for row in statutory.shipped_list()} - {""}
    assert groups == set(statutory.USUAL_GROUPS)
