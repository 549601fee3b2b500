"""Groups of words with a noun as their head."""

import pytest

from policybook.analysis.duties import noun_group
from policybook.analysis.duties.sentence_words import cut_words


@pytest.mark.parametrize(
    ("text", "head", "is_actor", "has_many"),
    [
        ("the trip leader of", "leader", True, False),
        ("all visitors to", "visitors", True, True),
        ("a green form for", "form", False, False),
        ("children arriving late", "children", True, True),
        ("visiting speakers at", "speakers", True, True),
        ("they", "they", True, True),
    ],
)
def test_group_has_a_head(text: str, head: str, is_actor: bool, has_many: bool) -> None:
    group = noun_group.read_group(cut_words(text), 0, frozenset())
    assert group is not None
    assert (group.head, group.is_actor, group.has_many) == (head, is_actor, has_many)


def test_no_group_begins_at_a_verb() -> None:
    assert noun_group.read_group(cut_words("must ask"), 0, frozenset()) is None


@pytest.mark.parametrize(
    ("text", "place", "is_verb"),
    [
        ("the cook rings home", 2, True),
        ("the cook ring home", 2, False),
        ("staff lock the gate", 1, True),
        ("staff report is long", 1, False),
    ],
)
def test_verb_agrees_with_its_head(text: str, place: int, is_verb: bool) -> None:
    words = cut_words(text)
    group = noun_group.make_group(words, (0, 0, place), "", frozenset())
    assert noun_group.is_verb_here(words, place, group) is is_verb
