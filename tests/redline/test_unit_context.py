"""What a row or an item of a redline needs beside it: column names and opening words."""

import pytest

from policybook.redline import ClauseChange, UnitContext, changes_to_read

from .comparisons import compare

HEAD = "| Step | Who | Told |\n|---|---|---|\n"


def read_context(old: str, new: str) -> list[tuple[ClauseChange, UnitContext]]:
    comparison = compare(f"## Rules\n\n{old}", f"## Rules\n\n{new}")
    context = UnitContext(comparison)
    return [(change, context) for change in changes_to_read(comparison)]


@pytest.mark.parametrize(
    ("old", "new", "columns"),
    [
        (
            f"{HEAD}| 1 | Head | No |\n| 2 | Head | No |",
            f"{HEAD}| 1 | Head | No |\n| 2 | Head | Yes |",
            ("Step", "Who", "Told"),
        ),
        (f"{HEAD}| 1 | Head | No |\n| 2 | Deputy | No |", f"{HEAD}| 1 | Head | No |", ("Step", "Who", "Told")),
        (
            f"{HEAD}| 1 | Head | No |\n\n| A | B |\n|---|---|\n| one | two |",
            f"{HEAD}| 1 | Head | No |\n\n| A | B |\n|---|---|\n| one | three |",
            ("A", "B"),
        ),
    ],
)  # fmt: skip
def test_cells_have_their_columns(old: str, new: str, columns: tuple[str, ...]) -> None:
    ((change, context),) = read_context(old, new)
    assert context.columns(change) == context.columns(change, is_old=True) == columns


def test_renamed_column_has_both_names() -> None:
    *_, (change, context) = read_context(
        f"{HEAD}| 1 | Head | No |", f"{HEAD.replace('Told', 'Parents told')}| 1 | Head | Yes |"
    )
    assert context.columns(change)[2] == "Parents told"
    assert context.columns(change, is_old=True)[2] == "Told"


def test_header_has_no_columns() -> None:
    (change, context), *_ = read_context(
        f"{HEAD}| 1 | Head | No |", f"{HEAD.replace('Told', 'Ring')}| 1 | Head | No |"
    )
    assert set(context.columns(change)) == {""}


@pytest.mark.parametrize(
    ("old", "new", "stem"),
    [
        ("Pupils must:\n\n- walk\n- line up", "Pupils must:\n\n- walk", "Pupils must:"),
        ("Pupils must:\n\n- walk", "Pupils must:\n\n- walk\n- wait", "Pupils must:"),
        (
            "Ring us. On trips:\n\n- staff must:\n  - count\n  - wait here at noon",
            "Ring us. On trips:\n\n- staff must:\n  - count\n  - wait here at one",
            "On trips: staff must:",
        ),
        (
            "Some rules.\n\nTwo more days follow now.",
            "Some rules.\n\nSix more days follow now.",
            "",
        ),
        ("Walk on.\n\n- Run at 3.", "Walk on.\n\n- Run at 4.", ""),
    ],
)
def test_item_has_its_opening_words(old: str, new: str, stem: str) -> None:
    ((change, context),) = read_context(old, new)
    assert context.stem(change) == stem


def test_long_opening_words_are_shortened() -> None:
    lead = f"Staff who {'look after pupils and ' * 12}go home must:"
    ((change, context),) = read_context(f"{lead}\n\n- walk", f"{lead}\n\n- walk\n- wait")
    stem = context.stem(change)
    assert len(stem) < 120
    assert stem.startswith("Staff who look after") and stem.endswith("go home must:")
    assert " … " in stem
