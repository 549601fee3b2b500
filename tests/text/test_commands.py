"""Test that texts show commands as the reader types them."""

import pytest

from policybook.text.commands import with_program


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Run policybook check.", "Run python build.py check."),
        (
            "policybook new, then policybook check",
            "python build.py new, then python build.py check",
        ),
        ("See docs/policybook check.", "See docs/policybook check."),  # a path
        ("Ask policybook Check.", "Ask policybook Check."),  # no command starts with a capital
        ("my-policybook check", "my-policybook check"),
    ],
)
def test_commands_get_the_program(text: str, expected: str) -> None:
    assert with_program(text, "python build.py") == expected


def test_backslashes_stay() -> None:
    assert with_program("policybook check", r"C:\p\1.exe") == r"C:\p\1.exe check"
