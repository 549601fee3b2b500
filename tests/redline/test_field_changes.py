"""The front matter of two versions, field by field."""

from policybook.model import AcademicYear, Status, VersionFacts
from policybook.redline import (
    is_identical,
    redline,
)

from .comparisons import FACTS, make_version


def test_front_matter_is_compared_by_field() -> None:
    later = VersionFacts(
        title="Phones",
        status=Status.DRAFT,
        owner="Deputy",
        review_year=AcademicYear(start=2027),
        applies_to=("staff", "pupils"),
    )
    comparison = redline(make_version("Be kind.", FACTS), make_version("Be kind.", later))
    assert [(fact.label, fact.old, fact.new) for fact in comparison.facts] == [
        ("Owner", "Headteacher", "Deputy"),
        ("Year of the next review", "2026/27", "2027/28"),
        ("Applies to", "staff", "staff, pupils"),
    ]
    assert is_identical(comparison)
