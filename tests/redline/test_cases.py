"""The literate cases: `tests/cases/redline*.md`, three blocks each: `old`, `new` and `redline`."""

from collections.abc import Iterator

import pytest
from builders import Block, blocks_of, documents

from .made import compare, lines


def cases() -> Iterator[tuple[Block, Block, Block]]:
    for document in documents("cases", "redline*.md"):
        blocks = list(blocks_of(document))
        assert blocks and [block.info for block in blocks] == ["old", "new", "redline"] * (
            len(blocks) // 3
        )
        yield from zip(blocks[::3], blocks[1::3], blocks[2::3], strict=True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    list(cases()),
    ids=lambda b: f"line {b.line}" if b.info == "old" else "",
)
def test_redlines(old: Block, new: Block, expected: Block) -> None:
    assert list(lines(compare(old.text, new.text))) == expected.text.splitlines()
