"""A citation in words."""

from policybook.analysis import law

from .cited_texts import list_cites


def test_unknown_old_edition_is_at_least() -> None:
    assert "at least 4 editions behind" in law.describe(list_cites("Read KCSIE 2019.")[0])
