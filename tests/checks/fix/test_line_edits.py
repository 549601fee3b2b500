"""`check --fix` types lines as they look, and proves each block."""

import pytest
from builders import PATH, make_text

from policybook.checks.fix.line_edits import LineEdits
from tests.checks.tidied_files import tidy_files, tidy_text


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("##\u00a0Trips\n\nWe go.\n", "## Trips\n\nWe go.\n"),
        ("-\u00a0Bring a coat.\n-\u00a0Bring a hat.\n", "- Bring a coat.\n- Bring a hat.\n"),
        ("1.\u00a0Sign.\n2.\u00a0Pay.\n", "1. Sign.\n2. Pay.\n"),
        ("１．Sign.\n２．Pay.\n", "1. Sign.\n2. Pay.\n"),
        ("A one.\n\u00a0\nB two.\n", "A one.\n\nB two.\n"),
        ("The steps are:\n2. Tell.\n3. Ask.\n", "The steps are:\n\n2. Tell.\n3. Ask.\n"),
        ("1. Tell.\n  - by phone\n2. Go.\n", "1. Tell.\n   - by phone\n2. Go.\n"),
        ("See:\n    • a\n        ◦ aa\n    • b\n", "See:\n- a\n    - aa\n- b\n"),
        ("See:\n\n    • a\n    • b\n", "See:\n\n- a\n- b\n"),
        ("Children may –\n–\tbe safe\n–\tbe heard\n", "Children may –\n- be safe\n- be heard\n"),
    ],
)
def test_line_becomes_what_it_looks_like(body: str, after: str) -> None:
    rules = "## Rules\n\n"
    assert tidy_text(make_text(rules + body)) == make_text(rules + after)


@pytest.mark.parametrize(
    "body",
    [
        "Be kind to all.\n---\n",  # a heading, or a line across the page
        "Add\n+ 2 pens.\n",  # plus, or an item
        "**Trips**\n\nWe go.\n",  # bold, or a heading
        "The panel meets within\n\n15. school days.\n",
    ],
)
def test_unclear_line_is_left_with_its_reason(body: str) -> None:
    text = make_text(f"## Rules\n\n{body}")
    assert tidy_text(text) == text
    assert tidy_files({PATH: text})[PATH].left


def test_other_changes_are_not_proved() -> None:
    before = make_text("## Rules\n\n• Be kind.\n")
    edits = LineEdits("typed-bullet", sealed=False)
    assert edits.prove(before, make_text("## Rules\n\n- Be kind.\n"))
    assert not edits.prove(before, make_text("## Rules\n\n- Be kin.\n"))
    assert not edits.prove(before, make_text("## Rules\n\nBe kind.\n"))
    assert not edits.prove(before, make_text("# Rules\n\n- Be kind.\n"))


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("• A:\no b\no c\n▪ d\n• E\n", "- A:\n  - b\n  - c\n    - d\n- E\n"),  # as Word pastes them
        ("•\tA:\no\tb\n§\tc\n•\tE\n", "- A:\n  - b\n    - c\n- E\n"),
        ("● A\n○ b\n■ c\n● D\n", "- A\n  - b\n    - c\n- D\n"),  # as Google Docs does
        ("• A\n\no b\n\n▪ c\n\n• D\n", "- A\n\n  - b\n\n    - c\n\n- D\n"),
        ("• A\n– b\n– c\n• D\n", "- A\n  - b\n  - c\n- D\n"),
        ("➢ A:\n• b\n➢ D\n", "- A:\n  - b\n- D\n"),  # a colon leads to the inner ones
        ("- A:\no b\n▪ c\n- D\n", "- A:\n  - b\n    - c\n- D\n"),
        ("1. A:\n\n• b\no c\n\n2. D\n", "1. A:\n\n   - b\n     - c\n\n2. D\n"),
        ("• A\n· B\n● C\n", "- A\n- B\n- C\n"),  # three signs of one level
        ("See.\n\n    • A\n    o b\n    • C\n", "See.\n\n- A\n  - b\n- C\n"),  # computer code
    ],
)
def test_levels_of_typed_bullets_are_kept(body: str, after: str) -> None:
    rules = "## Rules\n\n"
    assert tidy_text(make_text(rules + body)) == make_text(rules + after)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("[^1]: Staff:\n    • sign\n    o twice\n", "[^1]: Staff:\n    - sign\n      - twice\n"),
        ("[^1]: Staff:\n\n    – sign\n    – lock\n", "[^1]: Staff:\n\n    - sign\n    - lock\n"),
        ("[^1]: Staff:\n    • a\n\n• B\n• C\n", "[^1]: Staff:\n    - a\n\n- B\n- C\n"),
        ("DSL\n: the lead:\n    • a\n    • b\n", "DSL\n: the lead:\n    - a\n    - b\n"),
        ("DSL\n: the lead:\n• a\n• b\n", "DSL\n: the lead:\n    - a\n    - b\n"),
        ("- A:\n\n  • b\n  • c\n", "- A:\n\n  - b\n  - c\n"),
        # Perhaps no item is part of the definition; a step would leave its item.
        ("DSL\n: the lead.\n• a\n• b\n", "DSL\n: the lead.\n• a\n• b\n"),
        ("- A:\n  2. b\n  3. c\n", "- A:\n  2. b\n  3. c\n"),
    ],
)
def test_no_words_leave_their_block(body: str, after: str) -> None:
    rules = "## Rules\n\nBe kind.[^1]\n\n"
    assert tidy_text(make_text(rules + body)) == make_text(rules + after)


@pytest.mark.parametrize(
    "body",
    [
        "o a\no b\n• C\n",  # an inner sign first
        "➢ A\no b\n➢ C\n",  # a sign of no level, and no colon
        "• A\no b\n▪ c:\n• d\n",  # a colon, and then the outermost sign
        "• A\n• B\n\n▪ C\n▪ D\n",  # perhaps another list
        "o A\n• b\no C\n",  # the inner sign first, and alone
        "o A:\n- b\n- c\no D\n",
        "• A:\n- b\n- c\n• D\n",  # a colon leads to items at the same place
        "– A:\n• b\n– C\n",  # a dash that may be of the words leads to an item
        "• A\n  o b\n▪ c\n",  # the sign says further in, the indent further out
    ],
)
def test_unclear_levels_are_left_as_they_are(body: str) -> None:
    text = make_text(f"## Rules\n\n{body}")
    assert tidy_text(text) == text
    left = tidy_files({PATH: text})[PATH].left
    assert any("inside others" in reason for _, reason in left)
