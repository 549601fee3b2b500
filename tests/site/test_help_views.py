"""Whom a pupil can tell, on paper."""

from datetime import date

from policybook.model.library import Contact
from policybook.site.help_views import PersonView, pupil_lines
from policybook.site.version_view import contact_view

HEAD = contact_view(
    Contact(
        role="Headteacher", checked=date(2026, 11, 2), phone="01632 960002", hours="9 am to 3 pm"
    )
)


def test_pupils_get_helplines_without_people() -> None:
    lines = pupil_lines((), (PersonView(role="Headteacher", contact=None),))
    assert lines[0] == "Childline: 0800 1111" and len(lines) == 2


def test_people_at_school_are_named_once() -> None:
    lines = pupil_lines((HEAD,), (PersonView(role="Headteacher", contact=HEAD),))
    assert lines[:2] == ("Headteacher: 01632 960002", "Childline: 0800 1111")


def test_pupils_ring_no_chair_of_governors() -> None:
    chair = PersonView(role="Chair of governors", contact=HEAD)
    assert pupil_lines((), (chair,))[0] == "Childline: 0800 1111"
