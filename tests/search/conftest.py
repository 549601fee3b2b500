"""A small school with texts of every standing, and its search index."""

import json
from datetime import date
from pathlib import Path

import pytest

from policybook import search
from policybook.model import Library
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
from policybook.search import Index, Searcher

#: Each asks every query several times over.
SLOW = {
    "test_typos_keep_most_hits",
    "test_a_first_query_fetches_little",
}
HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.name in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def school() -> Library:
    return library.load(read_sources(HERE / "school")).library


@pytest.fixture(scope="session")
def index(school: Library) -> Index:
    return search.index(search.documents_in_force(school, TODAY), search.shipped_rows())


@pytest.fixture(scope="session")
def searcher(index: Index) -> Searcher:
    return Searcher(index)


@pytest.fixture(scope="session")
def queries() -> list[str]:
    judged = [
        question["query"]
        for name in ("a", "b", "c", "d")
        for question in json.loads((HERE / f"judged-{name}.json").read_text("utf-8"))
    ]
    lines = (HERE / "queries.txt").read_text(encoding="utf-8").splitlines()
    return [*(line for line in lines if line and not line.startswith("#")), *judged]
