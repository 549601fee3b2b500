"""What a whole sentence rules with other words than a verb that binds somebody."""

import pytest

from policybook.meaning.effects.stated_rules import find_rule
from policybook.meaning.types import Matter

BANS, BINDS, FREES = Matter.PROHIBITED, Matter.STRONGER, Matter.WEAKER


@pytest.mark.parametrize(
    ("text", "matter", "words"),
    [
        ("The harbour club prohibits all open fires.", BANS, "prohibits"),
        ("Our rules expressly forbid open fires.", BANS, "forbid"),
        ("Shouting at umpires will not be tolerated.", BANS, "will not be tolerated"),
        ("We do not allow dogs in the boat house.", BANS, "do not allow"),
        ("Sails may only be dried in the loft.", BANS, "may only"),
        ("Only the porter may open the safe.", BANS, "only … may"),
        ("A past captain, once replaced, shall not be eligible to stand again.", BANS, "shall not be eligible"),
        ("Crews may not change the course without the consent of the race officer.", BANS, "may not"),
        ("These ropes are only to be used for mooring.", BANS, "are only to be used"),
        ("Life jackets are required of every rower.", BINDS, "are required"),
        ("A loan of a boat requires the approval of the board.", BINDS, "requires"),
        ("Subscriptions shall be £40 a season.", BINDS, "shall be"),
        ("It's your responsibility to rinse the boat.", BINDS, "it's your responsibility to"),
        ("The captain need not attend.", FREES, "need not"),
        ("You don't have to bring a cup.", FREES, "don't have to"),
        ("Since one objection is enough, no second is required.", FREES, "no … is required"),
        ("Guests are not subject to the dress code.", FREES, "are not subject to"),
        ("Short trips do not require a notice.", FREES, "do not require"),
    ],
)  # fmt: skip
def test_rule_is_read(text: str, matter: Matter, words: str) -> None:
    rule = find_rule(text)
    assert rule and (rule.new, rule.words.replace("do not have", "don't have")) == (matter, words)


@pytest.mark.parametrize(
    "text",
    [
        "If no second is required, the vote is taken.",
        "Ask which form is required.",
        "The law does not prohibit this.",
        "It may only take a minute.",
        "The mark may only be visible in daylight.",
        "A late reply may not be about you.",
        "You don't need to worry.",
        "Fees will be a matter for the board.",
        "No subscriptions will be paid in that time.",
        "Is a key required?",
        "Boats are blue.",
    ],
)
def test_no_rule_is_read(text: str) -> None:
    assert find_rule(text) is None
