"""The literate cases: `tests/cases/redline*.md`, three blocks each: `old`, `new` and `redline`."""

from collections.abc import Iterator

import pytest
from builders import Block, blocks_of, documents

from .made import between, lines


def cases() -> Iterator[tuple[Block, Block, Block]]:
    for document in documents("cases", "redline*.md"):
        found = list(blocks_of(document))
        assert found and [block.info for block in found] == ["old", "new", "redline"] * (
            len(found) // 3
        )
        yield from zip(found[::3], found[1::3], found[2::3], strict=True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    list(cases()),
    ids=lambda b: f"line {b.line}" if b.info == "old" else "",
)
def test_redlines(old: Block, new: Block, expected: Block) -> None:
    assert list(lines(between(old.text, new.text))) == expected.text.splitlines()
