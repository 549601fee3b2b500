"""References that only followed their rules to new numbers are no change of words."""

import pytest

from policybook.meaning.types import Matter
from policybook.redline import ChangeKind, changes_to_read

from .comparisons import compare

OLD = "## A\n\n{}\n\n## B\n\nAppeals go to the panel of governors.\n"
NEW = (
    "## A\n\n{}\n\n## New\n\nUniform is worn every day.\n\n"
    "## B\n\nAppeals go to the panel of governors.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Ask under rule 2.1 first.", "Ask under rule 3.1 first.", ChangeKind.FOLLOWED),
        ("Ask as section 2 says.", "Ask as section 3 says.", ChangeKind.FOLLOWED),
        ("Ask under rules 1.1 and 2.1.", "Ask under rules 1.1 and 3.1.", ChangeKind.FOLLOWED),
        ("Ask [the panel](#s2-1) first.", "Ask [the panel](#s3-1) first.", ChangeKind.FOLLOWED),
        ("Ask under [rule 2.1](#s2-1).", "Ask under [rule 3.1](#s3-1).", ChangeKind.FOLLOWED),
        ("Ask [the panel](#s2) first.", "Ask [the panel](#s3) first.", ChangeKind.FOLLOWED),
        # The link leads to another rule now.
        ("Ask under [rule 2.1](#s2-1).", "Ask under [rule 3.1](#s1-1).", ChangeKind.REWORDED),
        # Another rule is meant now.
        ("Ask under rule 2.1 first.", "Ask under rule 2.2 first.", ChangeKind.REWORDED),
        ("Ask under rule 1.1 first.", "Ask under rule 3.1 first.", ChangeKind.REWORDED),
        # Words changed too.
        ("Ask under rule 2.1 first.", "Never ask under rule 3.1.", ChangeKind.REWORDED),
        # It is of a law.
        ("Section 2 of the Act binds us.", "Section 3 of the Act binds us.", ChangeKind.REWORDED),
    ],
)
def test_numbers_that_followed_are_form(old: str, new: str, kind: ChangeKind) -> None:
    change = changes_to_read(compare(OLD.format(old), NEW.format(new)))[0]
    assert change.kind is kind
    assert bool(change.weights) is (kind is ChangeKind.REWORDED)


LISTS = "## A\n\n{}\n\n{}## B\n\nTo lock up:\n\n1. look round\n2. turn the key\n"
MAPS = "## A\n\n{}\n\n{}## Appendix {}: Map\n\nThe map is on the wall.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            LISTS.format("See 2.1(2) first.", ""),
            LISTS.format("See 3.1(2) first.", "## N\n\nX.\n\n"),
        ),
        (
            LISTS.format("Do rule 2.1 (2).", ""),
            LISTS.format("Do rule 3.1 (2).", "## N\n\nAll children wear ties.\n\n"),
        ),
        (
            LISTS.format("Do it as in 2.1 now.", ""),
            LISTS.format("Do it as in 3.1 now.", "## N\n\nAll children wear ties.\n\n"),
        ),
        (
            MAPS.format("Appendix A has a map.", "", "A"),
            MAPS.format("Appendix B has a map.", "## Appendix A: Keys\n\nA list.\n\n", "B"),
        ),
    ],
)
def test_labels_and_appendices_follow_too(old: str, new: str) -> None:
    change = next(
        c for c in changes_to_read(compare(old, new)) if c.new and c.new[0].number == "1.1"
    )
    assert (change.kind, change.weights) == (ChangeKind.FOLLOWED, ())


def test_link_to_another_rule_is_a_change() -> None:
    old, new = "Ask [the panel](#s2-1) first.", "Ask [the panel](#s1-1) first."
    change = changes_to_read(compare(OLD.format(old), NEW.format(new)))[0]
    assert change.kind is ChangeKind.LINK
    assert change.weights


NOTES = (
    "## A\n\nThe dose is 5 ml.[^1]\n\nThe fee is £2.50[^2] a day.\n\n[^1]: Ask the nurse.\n\n"
    "[^2]: From May on.\n"
)


def test_marks_follow_their_footnotes() -> None:
    new = NOTES.replace("[^2]", "[^3]").replace("[^1]", "[^2]")
    new = new.replace("## A\n\n", "## A\n\nBells ring.[^1]\n\n").replace(
        "[^2]: Ask", "[^1]: At noon.\n\n[^2]: Ask"
    )
    kinds = [(change.kind, change.weights) for change in changes_to_read(compare(NOTES, new))]
    followed = (ChangeKind.FOLLOWED, ())
    assert kinds[1:3] == [followed, followed]
    assert all(weight.matter is not Matter.NUMBER for _, weights in kinds for weight in weights)


def test_mark_of_another_footnote_is_substance() -> None:
    (change,) = changes_to_read(compare(NOTES, NOTES.replace("50[^2]", "50[^1]")))
    assert change.kind is ChangeKind.REWORDED
    (weight,) = change.weights
    assert (weight.matter, weight.old, weight.new) == (Matter.LINK, "#note-2", "#note-1")
