"""Sentences that a rule lost and another rule has now, in nearly the same words."""

from policybook.redline.story import tell_story

from .comparisons import compare

RULE = "The boats are red and they lie in the yard. The crew keeps watch at night."
VOTE = "At each annual meeting the voting members elect the directors for a year."


def test_lost_sentence_is_looked_for_elsewhere() -> None:
    old = f"## A\n\n{RULE} {VOTE}\n\nBe kind."
    elsewhere = (
        "There are three groups. At every annual meeting all voting members elect new directors."
    )
    assert [
        line.is_sentence for line in tell_story(compare(old, f"## A\n\n{RULE}\n\nBe kind.")).removed
    ] == [True]
    assert not tell_story(compare(old, f"## A\n\n{RULE}\n\nBe kind.\n\n{elsewhere}")).removed


def test_ban_is_not_kept_by_leave() -> None:
    ban = "Members of the club may not elect two directors of one family at a meeting."
    leave = "Two directors of one family may be elected at a meeting of the club by members."
    old, new = f"## A\n\n{RULE} {ban}\n\nBe kind.", f"## A\n\n{RULE}\n\nBe kind.\n\n"
    assert tell_story(compare(old, f"{new}{leave}")).removed
    kept = leave.replace("may be", "may not be")
    assert not tell_story(compare(old, f"{new}{kept}")).removed
