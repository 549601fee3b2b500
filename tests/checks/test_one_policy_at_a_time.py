"""A check of one policy finds the same as a check of all: else what is kept would hide a fault."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from builders import list_documents, make_sources, read_case

from policybook import checks
from policybook.checks import CHECKS
from policybook.model import Library
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources

TESTS = Path(__file__).parents[1]
TODAY = date(2026, 11, 29)
SCHOOLS = ("sample-school", "golden/school", "search/school")


def find_alone(whole: Library) -> list[str]:
    """Return the findings of the program, which asks most checks about one policy at a time."""
    return sorted({str(finding) for finding in checks.run(whole, TODAY)})


def find_together(whole: Library) -> list[str]:
    """Return the findings of each check about the whole library."""
    return sorted({str(finding) for check in CHECKS for finding in check(whole, TODAY)})


@pytest.mark.parametrize("school", SCHOOLS)
def test_schools_have_the_same_findings(school: str) -> None:
    whole = library.load(read_sources(TESTS / school)).library
    assert find_alone(whole) == find_together(whole)


@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_documents_have_the_same_findings(document: Path) -> None:
    files: Mapping[str, str | bytes] = read_case(document).files
    whole = library.load(make_sources(files)).library
    assert find_alone(whole) == find_together(whole)
