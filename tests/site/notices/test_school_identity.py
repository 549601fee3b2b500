"""Test that identifiers name the school, and which name they use."""

import pytest

from policybook.model import School
from policybook.site.notices.school_identity import school_identity


@pytest.mark.parametrize(
    ("school", "url", "identity"),
    [
        (School(name="Low Lane", identity="low.example"), "https://x.example/", "low.example"),
        (School(name="Low Lane"), "https://policies.low.example/a/", "policies.low.example"),
        (School(name="St Mary’s (Low Lane)"), "", "st-mary-s-low-lane"),
        (School(name="Ysgol Ŵyn"), "", "ysgol-ŵyn"),
    ],
)
def test_school_is_named(school: School, url: str, identity: str) -> None:
    assert school_identity(school, url) == identity
