"""What only changed its place is not listed as removed, or as new to the policy."""

import pytest

from policybook.redline import Direction, Matter, Weight, changes_to_read, effects
from policybook.redline.weight_words import describe, effect_item

from .comparisons import compare

M = Matter
MatterInWords = tuple[Matter, str]
#: What two rules were, what they are, and what is told of the first of them and of the second.
EDITS = [
    (
        ("All staff keep to the Equality Act 2010 and this policy.", "The law that binds us is on the noticeboard outside."),
        ("All staff keep to the law and this policy.", "The law that binds us (the Equality Act 2010) is on the noticeboard outside."),
        (M.LAW, "Equality Act 2010 moved to 1.2"),
        (M.LAW, "Equality Act 2010 moved here from 1.1"),
    ),
    (
        ("All staff keep to the Equality Act 2010 and this policy.", "Governors read the Equality Act 2010 every summer."),
        ("All staff keep to the law and this policy.", "Governors read the Equality Act 2010 every summer."),
        (M.LAW, "Equality Act 2010 removed here, still in 1.2"),
        None,
    ),
    (
        ("The office and the clerk keep the list of visitors.", "The register of gifts is kept in the office by the door."),
        ("The office keeps the list of visitors.", "The register of gifts is kept in the office by the clerk at the door."),
        (M.BODY, "clerk moved to 1.2"),
        (M.BODY, "clerk added"),
    ),
    (  # that visitors sign another form says nothing of this one
        ("Staff and visitors sign the book at the front door.", "Visitors wait in the hall until they are met."),
        ("Staff sign the book at the front door.", "Visitors wait in the hall until they are met."),
        (M.BODY, "visitors removed"),
        None,
    ),
    (  # nor that a rule has named them all along, whatever else became of it
        ("Staff and visitors sign the book at the front door.", "Visitors wait in the hall until they are met."),
        ("Staff sign the book at the front door.", "Visitors wait in the yard until they are met."),
        (M.BODY, "visitors removed"),
        (M.CONTENT, ""),
    ),
    (
        ("A trip to the seaside costs £40 for each pupil in the class.", "Swimming lessons are paid for by the fund of the school."),
        ("A trip to the seaside costs little for each pupil in the class.", "Swimming lessons are paid for by the fund of the school, £40 each."),
        (M.NUMBER, "£40 removed"),
        (M.NUMBER, "£40 added"),
    ),
    (  # without words around it, a figure is another one
        ("The office answers complaints about lunch within 10 school days.", "The head answers the letters that parents write to the school."),
        ("The office answers complaints about lunch.", "The head answers the letters that parents write to the school within ten school days."),
        (M.DEADLINE, "10 school days removed"),
        (M.DEADLINE, "ten school days added"),
    ),
    (
        ("The list of visitors is kept for a year in the office.", "The panel of the governors meets twice a year in the hall."),
        ("The list of visitors is kept for long in the office.", "The panel of the governors meets once a year in the hall."),
        (M.DEADLINE, "a year removed"),
        (M.DEADLINE, "twice a year → once a year"),
    ),
    (  # two keys and two pens are not the same two
        ("The caretaker has 2 spare keys of the main door.", "Each table in the classroom has a tray with pens."),
        ("The caretaker has spare keys of the main door.", "Each table in the classroom has a tray with 2 pens."),
        (M.NUMBER, "2 spare removed"),
        (M.NUMBER, "2 pens added"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "first", "second"), EDITS)
def test_moved_words_name_their_clause(
    was: tuple[str, str], now: tuple[str, str], first: MatterInWords, second: MatterInWords | None
) -> None:
    changed = changes_to_read(
        compare(*("## A\n\n" + "\n\n".join(rules) + "\n" for rules in (was, now)))
    )
    weights = {
        change.new[0].number: [(w.matter, describe(w)) for w in change.weights]
        for change in changed
    }
    assert first in weights["1.1"]
    if second:
        assert second in weights["1.2"]
    else:
        assert "1.2" not in weights


def test_law_in_new_rule_names_it() -> None:
    old = "## A\n\nWhat we post is subject to copyright, the Safeguarding Vulnerable Groups Act 2006 and other law.\n"
    new = "## A\n\nWhat we post is subject to the law named below.\n\n## Law\n\nThe Safeguarding Vulnerable Groups Act 2006 binds all schools.\n"
    (law,) = (effect for effect in effects(compare(old, new)) if effect.matter is M.LAW)
    assert [effect_item(law.side, weights) for _, weights in law.items] == [
        "Safeguarding Vulnerable Groups Act 2006 moved to 2.1"
    ]


def test_removed_law_is_reported_as_removed() -> None:
    comparison = compare(
        "## A\n\nStaff keep to the Equality Act 2010 and to this policy.\n",
        "## A\n\nStaff keep to the law and to this policy.\n",
    )
    assert changes_to_read(comparison)[0].weights == (
        Weight(matter=M.LAW, direction=Direction.REMOVED, old="Equality Act 2010"),
    )
