"""The literate cases: `tests/cases/redline*.md`, each heading with three fenced blocks: `old`, `new` and `redline`."""

import re
from pathlib import Path

import pytest

from tests.redline.made import between, lines

FOLDER = Path(__file__).parent.parent / "cases"
CASE = re.compile(
    r"^## ([^\n]+)\n\n(?:[^\n`]+\n\n)?````old\n(.*?)^````\n\n````new\n(.*?)^````\n\n````redline\n(.*?)^````$",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[tuple[str, str, str, str]]:
    """The name, old text, new text and expected lines of every case."""
    found = [case for path in sorted(FOLDER.glob("redline*.md")) for case in CASE.findall(path.read_text("utf-8"))]
    assert found, f"no case in {FOLDER}"
    return found


def test_every_case_is_read() -> None:
    fences = sum(path.read_text("utf-8").count("\n````old\n") for path in FOLDER.glob("redline*.md"))
    assert len(cases()) == fences >= 20


@pytest.mark.parametrize(("name", "old", "new", "expected"), cases(), ids=[case[0] for case in cases()])
def test_case(name: str, old: str, new: str, expected: str) -> None:
    assert "\n".join(lines(between(old, new))) == expected.rstrip("\n")
