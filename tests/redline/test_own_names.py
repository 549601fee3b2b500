"""The name and number of a heading or clause: no reference, and no number of a rule."""

import pytest

from policybook.redline import ChangeKind, Matter, all_changes, changes_to_read

from .comparisons import compare

RULE = "Staff lock the gate."


def headed(*headings: str) -> str:
    return "\n\n".join(f"{heading}\n\n{RULE} {place}" for place, heading in enumerate(headings))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Section 5 – Powers", "## Section 6 – Powers"),
        ("## Section 2. Quorum", "## Subsection 2. Quorum"),
        ("## Section 2. Quorum", "## Sub-section 2. Quorum"),
        ("## A. Delegates", "## Section 1. Delegates"),
        ("## Article VI – Committees", "## Article V – Committees"),
        ("## Section 1.4 Membership", "## Section 1.3 Membership"),
        ("### Chapter 4: Money", "### Chapter 5: Money"),
        ("### Part B Visitors", "### Part C Visitors"),
        ("## Appendix A: Forms", "## Appendix B: Forms"),
        ("Section 13.7. Keys are counted.", "Section 13.8. Keys are counted."),
        ("Article 3 - Keys are counted.", "Article IV - Keys are counted."),
        ("Rule 3: Keys are counted.", "Rule 4: Keys are counted."),
    ],
)
def test_own_number_is_no_change(old: str, new: str) -> None:
    assert not changes_to_read(compare(headed("## Aims", old), headed("## Aims", new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Section 3 – Duties", "## Section 5 – Roles"),
        ("## Section 1.4 Invested Membership", "## Section 1.3 Membership"),
        ("## Article VI – Committees", "## Article V – Working Groups"),
    ],
)
def test_other_words_of_headings_show(old: str, new: str) -> None:
    (change,) = changes_to_read(compare(headed("## Aims", old), headed("## Aims", new)))
    assert [weight.matter for weight in change.weights] == [Matter.CONTENT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Section 5 applies to trips.", "Section 6 applies to trips."),
        ("Rule 3.1 applies to trips.", "Rule 3.2 applies to trips."),
        ("Article VI applies to trips.", "Article VII applies to trips."),
        ("See section 4. Then lock the gate.", "See section 5. Then lock the gate."),
    ],
)
def test_reference_at_start_still_counts(old: str, new: str) -> None:
    (change,) = changes_to_read(compare(f"## Aims\n\n{old}", f"## Aims\n\n{new}"))
    assert [weight.matter for weight in change.weights] == [Matter.REFERENCE]


def test_missing_number_hides_no_other() -> None:
    old = "6.10 Keys\n\n6.11 Ropes\n\n6.12 Lamps\n\n6.13 Maps"
    new = old.replace("6.", "7.").replace("7.10 Keys\n\n", "")
    kinds = {change.kind for change in all_changes(compare(f"## A\n\n{old}", f"## A\n\n{new}"))}
    assert ChangeKind.REWORDED not in kinds


def test_title_of_clause_has_not_moved() -> None:
    old = "Section 4.6. Members of the guild of guides. Guides bring a map.\n\nBoots are cleaned."
    new = "Boots are cleaned.\n\nSection 4.7. Members of the guild of guides. Dogs stay at home."
    changes = changes_to_read(compare(f"## A\n\n{old}", f"## A\n\n{new}"))
    matters = {weight.matter for change in changes for weight in change.weights}
    assert Matter.MOVED not in matters
