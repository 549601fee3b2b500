"""Releases are compared by their numbers."""

import pytest

from policybook.reading.school import release_number


@pytest.mark.parametrize(
    ("release", "other", "expected"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("0.1", "0.1.0", False),
        ("0.1.0.1", "0.1.0", True),
        ("0.1.0rc1", "0.1.0", False),
        ("1", "0.99", True),
        ("", "0.1.0", False),
        ("new", "0.1.0", False),
        ("9" * 400, "0.1.0", True),
    ],
)
def test_newer_release(release: str, other: str, expected: bool) -> None:
    assert release_number.is_newer_release(release, other) is expected
