"""The list of required policies that comes with Policybook."""

from policybook.analysis import statutory
from policybook.analysis.statutory import Need
from policybook.model import Nation
from policybook.text import phrases


def test_every_row_has_its_source() -> None:
    rows = statutory.shipped_list()
    assert len(rows) >= 40
    for row in rows:
        assert row.sources and row.name and row.titles, row.id
        assert row.recalled == ("recalled" in row.sources), row.id
        assert row.nations == frozenset({Nation.ENGLAND}), row.id
        assert bool(row.when) == (row.need is Need.DEPENDS), row.id


def test_every_title_finds_itself() -> None:
    for row in statutory.shipped_list():
        for title in row.titles:
            assert phrases.compile_phrase(title).search(f"Our {title} here"), row.id


def test_exceptions_hold_a_title() -> None:
    for row in statutory.shipped_list():
        for phrase in row.but_not:
            assert any(phrases.compile_phrase(t).search(phrase) for t in row.titles), phrase
