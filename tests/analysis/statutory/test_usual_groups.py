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
        ("Fire Drill Policy", "Premises and safety"),
        ("Kite Flying Policy", ""),
        ("Complaints Procedure", ""),  # schools put it into different groups
        ("Admissions Policy", ""),
        ("Behaviour and SEND Policy", ""),  # two groups
    ],
)
def test_group_is_sure_or_none(title: str, group: str) -> None:
    library = load_library({PATH.replace("behaviour", "p1"): make_text(title=title)})
    assert statutory.usual_group(library.policies[0]) == group


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Anti-Bullying Policy", "Behaviour and attendance"),
        ("Antibullying Strategy", "Behaviour and attendance"),
        ("Searching, Screening and Confiscation", "Behaviour and attendance"),
        ("Assessment Policy", "Learning"),
        ("Curriculum Policy", "Learning"),
        ("Homework", "Learning"),
        ("Marking and Feedback Policy", "Learning"),
        ("Risk Assessment Policy", "Premises and safety"),  # the longer words count
        ("Fire Safety Policy", "Premises and safety"),
        ("Lockdown Procedure", "Premises and safety"),
        ("Finance Policy", "Data and finance"),
        ("Procurement Policy", "Data and finance"),
        ("CCTV Policy", "Data and finance"),
        ("Records Retention Schedule", "Data and finance"),
        ("Information Security Policy", "Data and finance"),  # not the security of the site
        ("Recruitment and Selection Policy", "Staff"),
        ("Staff Wellbeing Policy", "Staff"),  # it begins with whom it is about
        ("Social Media Policy", "Safeguarding and welfare"),
        ("Intimate Care Policy", "Safeguarding and welfare"),
        ("Homework and Bullying Policy", ""),  # two groups
        ("Safeguarding Policy for Volunteers", ""),  # two groups
        ("Leave of Absence Policy", ""),  # of pupils, or of staff
    ],
)
def test_words_of_titles_place_policies(title: str, group: str) -> None:
    library = load_library({PATH.replace("behaviour", "p1"): make_text(title=title)})
    assert statutory.usual_group(library.policies[0]) == group


def test_list_names_usual_groups() -> None:
    groups = {row.group for row in statutory.shipped_list()} - {""}
    assert groups == set(statutory.USUAL_GROUPS)
