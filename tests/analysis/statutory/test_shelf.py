"""A school's policies beside those that it must have."""

import pytest
from builders import PATH, TODAY, load_library, make_approved_text

from policybook.analysis import statutory
from policybook.analysis.statutory import Shelf, ShelfRow, ShelfState
from policybook.reading.files import layout

MAINTAINED = "nation: England\nkind: maintained\nphase: primary\n"


def compare(
    titles: list[str] | None = None, school: str = MAINTAINED, decisions: str = ""
) -> Shelf:
    """The shelf of a school with policies of these titles."""
    files = {layout.SCHOOL: f"name: Hill View School\n{school}"}
    for number, title in enumerate(titles or ["Kindness"]):
        files[PATH.replace("behaviour", f"p{number}")] = make_approved_text(title=title)
    if decisions:
        files[layout.STATUTORY] = decisions
    library = load_library(files)
    return statutory.compare(library, library.policies, TODAY)


def find_row(shelf: Shelf, row_id: str) -> ShelfRow:
    return next(row for row in shelf.rows if row.wanted.id == row_id)


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Child Protection Policy", "safeguarding"),
        ("Safeguarding Children", "safeguarding"),
        ("Promoting Positive Behaviour", "behaviour"),
        ("Written statement of behaviour principles", "behaviour-principles"),
        ("Attendance and Punctuality Policy", "attendance"),
        ("GDPR Policy", "privacy"),
        ("SEN Information Report", "send"),
        ("School Uniform and Appearance", "uniform"),
        ("Managing Medicines", "medical"),
        ("Accessibility Plan 2025 to 2028", "accessibility"),
        ("Staff Code of Conduct", "discipline"),
        ("RSHE Policy", "rshe"),
        ("Suspensions and Exclusions", "exclusion"),
        ("Safeguarding Policy for Staff and Volunteers", "safeguarding"),
        ("Attendance Policy for Staff and Parents", "attendance"),
    ],
)
def test_policy_is_known_by_other_names(title: str, row: str) -> None:
    shelf = compare([title])
    assert (find_row(shelf, row).state, find_row(shelf, row).policies) == (
        ShelfState.PRESENT,
        ("p0",),
    )
    assert shelf.others == ()


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Written statement of behaviour principles", "behaviour"),
        ("Safeguarding Policy for Volunteers", "safeguarding"),
        ("Health and Safety for our Contractors", "health-safety"),
        ("Staff Attendance Policy", "attendance"),
        ("Staff Dress Code", "uniform"),
        ("Electric Vehicle Charging Policy", "charging"),
        ("Suspension of Staff", "exclusion"),
        ("Staff Behaviour Policy", "behaviour"),
        ("Parent Code of Conduct", "discipline"),
        ("Accessibility of this website", "accessibility"),
    ],
)
def test_similar_title_is_another_policy(title: str, row: str) -> None:
    assert find_row(compare([title]), row).state is ShelfState.MISSING


def test_one_policy_may_meet_two_rows() -> None:
    shelf = compare(["Behaviour, Suspension and Exclusion"])
    assert find_row(shelf, "behaviour").policies == find_row(shelf, "exclusion").policies == ("p0",)


@pytest.mark.parametrize(
    ("school", "row", "state", "reason"),
    [
        (MAINTAINED, "attendance", ShelfState.MISSING, ""),
        (MAINTAINED, "careers", ShelfState.NOT_APPLICABLE, "than primary schools"),
        (
            "nation: England\nkind: academy\nphase: primary\n",
            "behaviour-principles",
            ShelfState.NOT_APPLICABLE,
            "than academies",
        ),
        # Nobody has checked the source for maintained schools.
        (MAINTAINED, "food", ShelfState.UNDECIDED, "nobody had checked whether maintained"),
        (MAINTAINED, "first-aid", ShelfState.UNDECIDED, "Academies must have it. By 28"),
        ("nation: England\nkind: academy\n", "first-aid", ShelfState.MISSING, ""),
        (MAINTAINED, "biometric", ShelfState.UNDECIDED, "Only schools that use"),
        (
            "nation: England\nphase: primary\n",
            "food",
            ShelfState.UNDECIDED,
            "Academies must have it. By 28",
        ),
        ("nation: England\nkind: academy\n", "careers", ShelfState.UNDECIDED, "Only secondary"),
        ("nation: England\nkind: special\n", "attendance", ShelfState.UNDECIDED, "was made for"),
        (
            "nation: England\nkind: academy\nphase: nursery\n",
            "attendance",
            ShelfState.UNDECIDED,
            "primary and secondary",
        ),
        (
            "nation: England\nkind: academy\nphase: all-through\n",
            "careers",
            ShelfState.MISSING,
            "",
        ),
    ],
)
def test_state_follows_kind_and_phase(
    school: str, row: str, state: ShelfState, reason: str
) -> None:
    result = find_row(compare(school=school), row)
    assert result.state is state and reason in result.reason


@pytest.mark.parametrize(
    ("school", "words"),
    [
        ("", "in which nation it is"),
        ("nation: Wales\n", "no list for Wales"),
        ("nation: Northern Ireland\n", "no list for Northern Ireland"),
        ("nation: England\nkind: independent\n", "no list for independent schools"),
    ],
)
def test_school_without_list_hears_nothing(school: str, words: str) -> None:
    shelf = compare(["Attendance"], school=school)
    assert (shelf.rows, shelf.others) == ((), ("p0",)) and words in shelf.gap


def test_school_decides_for_itself() -> None:
    decisions = "not_applicable:\n  uniform: The school has no uniform.\ncovered_by:\n  whistleblowing: p0\n"
    shelf = compare(["Kindness"], decisions=decisions)
    uniform, whistle = find_row(shelf, "uniform"), find_row(shelf, "whistleblowing")
    assert (uniform.state, uniform.reason) == (
        ShelfState.NOT_APPLICABLE,
        "The school has no uniform.",
    )
    assert (whistle.state, whistle.policies) == (ShelfState.PRESENT, ("p0",))
    assert shelf.others == ()


def test_policy_that_is_here_wins() -> None:
    decisions = "not_applicable:\n  uniform: The school has no uniform.\n"
    shelf = compare(["Uniform"], decisions=decisions)
    assert find_row(shelf, "uniform").state is ShelfState.PRESENT


WITHDRAWN = {"status": "withdrawn", "withdrawn_on": "2026-10-05", "reason": "No longer worn."}


@pytest.mark.parametrize(
    ("fields", "state", "policies"),
    [
        ({}, ShelfState.PRESENT, ("uniform",)),
        (WITHDRAWN, ShelfState.MISSING, ()),
        # It is withdrawn from a later day.
        ({**WITHDRAWN, "withdrawn_on": "2026-12-18"}, ShelfState.PRESENT, ("uniform",)),
        ({"effective_from": "2027-01-04"}, ShelfState.COMING, ("uniform",)),
        (
            {"status": "consultation", "approved_by": None, "approved_on": None},
            ShelfState.COMING,
            ("uniform",),
        ),
    ],
)
def test_shelf_follows_the_day(
    fields: dict[str, str | None], state: ShelfState, policies: tuple[str, ...]
) -> None:
    text = make_approved_text(title="Uniform Policy", **fields)
    files = {PATH.replace("behaviour", "uniform"): text}
    files[layout.SCHOOL] = f"name: Hill View School\n{MAINTAINED}"
    library = load_library(files)
    shelf = statutory.compare(library, library.policies, TODAY)
    row = find_row(shelf, "uniform")
    assert (row.state, row.policies) == (state, policies)
    # A policy that is gone is still one of the school's.
    assert shelf.others == (() if policies else ("uniform",))


def test_text_in_force_outweighs_a_withdrawn_one() -> None:
    old = make_approved_text(title="Uniform Policy", **WITHDRAWN)
    new = make_approved_text(title="School uniform")
    files = {PATH.replace("behaviour", "old"): old, PATH.replace("behaviour", "new"): new}
    files[layout.SCHOOL] = f"name: Hill View School\n{MAINTAINED}"
    library = load_library(files)
    shelf = statutory.compare(library, library.policies, TODAY)
    assert (find_row(shelf, "uniform").policies, shelf.others) == (("new",), ("old",))
