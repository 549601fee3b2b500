"""The literate cases: `tests/cases/redline*.md`, three blocks each: `old`, `new` and `redline`."""

from collections.abc import Iterator

import pytest
from builders import FencedBlock, list_documents, read_blocks

from .comparisons import compare, list_lines


def cases() -> Iterator[tuple[FencedBlock, FencedBlock, FencedBlock]]:
    for document in list_documents("cases", "redline*.md"):
        blocks = list(read_blocks(document))
        assert blocks and [block.info for block in blocks] == ["old", "new", "redline"] * (
            len(blocks) // 3
        )
        yield from zip(blocks[::3], blocks[1::3], blocks[2::3], strict=True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    list(cases()),
    ids=lambda b: f"line {b.line}" if b.info == "old" else "",
)
def test_redlines(old: FencedBlock, new: FencedBlock, expected: FencedBlock) -> None:
    assert list(list_lines(compare(old.text, new.text))) == expected.text.splitlines()
