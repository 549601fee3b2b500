"""Test what makes two versions or two schools the same."""

from dataclasses import replace

from builders import make_version

from policybook.model import School


def test_equal_versions_are_one_object() -> None:
    version = make_version("2025-09")
    assert replace(version) != version
    assert {version: "cached"}[version] == "cached"


def test_school_has_usual_settings() -> None:
    school = School()
    assert (school.name, school.language, school.review_warning_days) == ("Our school", "en-GB", 90)
    assert not school.required_sections


def test_setting_lines_do_not_count() -> None:
    assert School(lines={"name": 3}) == School()
