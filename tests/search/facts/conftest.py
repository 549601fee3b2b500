"""The facts of the small school of the search tests, and of the sample school."""

import pytest

from policybook.model import Library
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
from policybook.search.facts import FactFinder, list_people, sheet_on

from ..conftest import HERE, TODAY


@pytest.fixture(scope="session")
def sample() -> Library:
    return library.load(read_sources(HERE.parent / "sample-school")).library


@pytest.fixture(scope="session")
def finder(sample: Library) -> FactFinder:
    sheets = (sheet_on(sample, policy, TODAY) for policy in sample.policies)
    return FactFinder(sheets, list_people(sample))
