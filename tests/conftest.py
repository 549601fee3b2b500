"""Options and settings of the whole suite."""

import pytest
from hypothesis import settings

# The same examples on every run; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=100)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden tree anew instead of comparing with it"
    )
