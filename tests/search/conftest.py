"""A small school with texts of every standing, and its search index."""

import json
from datetime import date
from pathlib import Path

import pytest

from policybook import library, search
from policybook.model import Library
from policybook.search import Index, Searcher
from policybook.sources import read_sources

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def school() -> Library:
    return library.load(read_sources(HERE / "school")).library


@pytest.fixture(scope="session")
def index(school: Library) -> Index:
    return search.index(search.documents(school, TODAY), search.shipped())


@pytest.fixture(scope="session")
def searcher(index: Index) -> Searcher:
    return Searcher(index)


@pytest.fixture(scope="session")
def queries() -> list[str]:
    judged = [
        one["query"]
        for name in ("a", "b", "c", "d")
        for one in json.loads((HERE / f"judged-{name}.json").read_text("utf-8"))
    ]
    lines = (HERE / "queries.txt").read_text(encoding="utf-8").splitlines()
    return [*(line for line in lines if line and not line.startswith("#")), *judged]
