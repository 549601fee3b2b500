"""Without its insertions a redline is exactly the old text, without its deletions exactly the new one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline import (
    ChangeKind,
    ClauseChange,
    NotLossless,
    all_changes,
    changes_to_read,
    check,
    is_identical,
    redline,
    replay_new,
    replay_old,
)
from policybook.redline.replay import version_texts

from .comparisons import compare, make_version
from .edited_texts import BODY, edited_pairs

PAIRS = Path(__file__).parent / "pairs"


@limit_examples(150)
@given(edited_pairs())
def test_an_edited_text_comes_back(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    assert replay_old(comparison) == tuple(t or "" for t in _plain(comparison.old))
    assert replay_new(comparison) == tuple(t or "" for t in _plain(comparison.new))


def _plain(side) -> Sequence[str]:
    """The texts of a version as the redline holds them: a picture or link without words is U+FFFC."""
    return [unit.text for unit in sorted(_units(side), key=lambda unit: unit.place)]


def _units(side):
    from policybook.redline.units import read_units

    return read_units(side)


@limit_examples(150)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_come_back(old: str, new: str) -> None:
    compare(old, new)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: [July](https://example.org/july)",
        "Policy owner: [the head](mailto:a@example.org)",
        "[July](https://example.org/july)",
    ],
)
def test_links_of_a_cover_come_back(line: str) -> None:
    rest = "\n\n## Rules\n\nStaff sign [here](https://example.org/sign)."
    compare(f"# Phones\n\n{line}{rest}", f"# Phones\n\n{line.replace('ly', 'ne')}{rest}")


@limit_examples(60)
@given(BODY.map("\n\n".join))
def test_text_is_identical_to_itself(body: str) -> None:
    comparison = compare(body, body)
    assert is_identical(comparison)
    assert all(
        change.kind is ChangeKind.SAME and not change.moved for change in all_changes(comparison)
    )


OLD = "## A\n\nPupils **must not** bring phones.\n\n| A | B |\n| - | - |\n| x | y |\n"


def drop_new_words(change: ClauseChange) -> ClauseChange:
    return replace(change, runs=tuple(run._replace(new=()) for run in change.runs))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entries: entries[1:],
        lambda entries: (*entries, entries[0]),
        lambda entries: (drop_new_words(entries[0]), *entries[1:]),
        lambda entries: (
            replace(
                entries[0], runs=tuple(r._replace(new=drop_marks(r.new)) for r in entries[0].runs)
            ),
            *entries[1:],
        ),
        lambda entries: (*entries[:-1], replace(entries[-1], cells=entries[-1].cells[::-1][:1])),
    ],
    ids=[
        "a clause is missing",
        "a clause stands twice",
        "words are missing",
        "a mark is missing",
        "a cell is missing",
    ],
)
def test_redline_that_loses_text_is_refused(spoil) -> None:
    comparison = compare(OLD, OLD)
    section = comparison.sections[0]
    with pytest.raises(NotLossless):
        check(replace(comparison, sections=(replace(section, entries=spoil(section.entries)),)))


def drop_marks(pieces):
    return tuple(piece._replace(wraps=()) for piece in pieces)


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.old.md")), ids=lambda path: path.name)
def test_real_texts_come_back(path: Path) -> None:
    old, new = path.read_text("utf-8"), Path(str(path).replace(".old.", ".new.")).read_text("utf-8")
    comparison = compare(old, new)
    assert changes_to_read(comparison)
    for body, side in ((old, comparison.old), (new, comparison.new)):
        words = set(re.findall(r"[a-z]{4,}", " ".join(version_texts(side))))
        assert {
            word
            for word in re.findall(r"[a-z]{4,}", re.sub(r"\]\([^)]*\)", "]", body))
            if word not in words
        } == set()


def test_there_are_real_texts() -> None:
    assert len(list(PAIRS.glob("*.old.md"))) >= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "a"),
        ("a", ""),
        ("\u2028", "\f"),
        ("a\u2028b", "a b"),
        ("## \n", "## A\n"),
        ("![](x.png)", "![](y.png)"),
        ("[a]() [b](x)", "[a](y) [b]()"),
        ("[a](x) [b]() [c](x)", "![]() [c](x)"),
        ("- \n", "- - a\n"),
    ],
)
def test_the_smallest_texts_come_back(old: str, new: str) -> None:
    compare(old, new)


@pytest.mark.parametrize("size", [3000])
def test_long_repetitions_are_quick(size: int) -> None:
    compare("none " * size, "none none " * size + "all")
    compare("Yes.\n\n" * (size // 10), "No.\n\n" + "Yes.\n\n" * (size // 10))


def test_redline_is_deterministic() -> None:
    old, new = make_version(OLD), make_version(OLD.replace("bring", "carry"))
    assert redline(old, new).sections == redline(old, new).sections
