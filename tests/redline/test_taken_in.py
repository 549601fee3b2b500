"""Items that became words of a sentence, and words of a sentence that became items."""

import pytest

from policybook.redline import changes_to_read
from policybook.redline.story import tell_story
from policybook.redline.weight_words import notes

from .comparisons import compare

LIST = (
    "The form must be:\n\n1. filled in by the parent\n2. signed by both parents at home\n3. new\n"
)
LINE = "The form must be:\n\n1. filled in by the parent; 2. signed by both parents at home; 3. new;"


@pytest.mark.parametrize("is_back", [False, True])
def test_lists_and_lines_are_one(is_back: bool) -> None:
    old, new = (LIST, LINE) if is_back else (LINE, LIST)
    comparison = compare(f"## A\n\n{old}", f"## A\n\n{new}")
    told = {name for change in changes_to_read(comparison) for name, _ in notes(change)}
    assert told.isdisjoint({"Sets a duty", "It set a duty", "Number changed"})
    assert not tell_story(comparison).removed


def test_other_items_are_still_new() -> None:
    new = f"{LIST}4. sent by post to the clerk\n"
    comparison = compare(f"## A\n\n{LINE}", f"## A\n\n{new}")
    told = [name for change in changes_to_read(comparison) for name, _ in notes(change)]
    assert told.count("Sets a duty") == 1
