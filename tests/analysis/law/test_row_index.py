"""The index of the register: which rows a text may cite."""

from policybook.analysis import law
from policybook.analysis.law.row_index import RowIndex
from policybook.analysis.law.types import LawRow, Series


def find_names(text: str) -> set[str]:
    names = set()
    for about, pattern in law.shipped_register().index.find(text):
        assert pattern.pattern
        names.add(about.old[0] if isinstance(about, LawRow) else about.names[0])
    return names


def test_only_rows_with_all_words_are_tried() -> None:
    assert "Data Protection Act 1998" in find_names("The Data Protection Act 1998 applies.")
    assert find_names("Be kind to each other, and walk.") == set()


def test_work_grows_with_the_text() -> None:
    rows = law.shipped_register().rows
    tried = [list(RowIndex(rows[:size], ()).find("Be kind. " * 50)) for size in (10, len(rows))]
    assert tried == [[], []]  # no row of a register of any size is tried


def test_row_to_look_up_gives_nothing() -> None:
    rows = {row.id: row for row in law.shipped_register().rows}
    assert rows["ico"].source.confidence is law.Confidence.LOOK_UP
    assert "Information Commissioner's Office" not in find_names("Ask the ICO.")


def test_series_are_found_by_name() -> None:
    about = [a for a, _ in law.shipped_register().index.find("Read KCSIE 2021.")]
    assert {item.names[1] for item in about if isinstance(item, Series)} == {"KCSIE"}
