"""Laws, references, figures and dates that differ between two texts."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.redline.weight_words import describe


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You pay £5 per week.", "You pay £5 a week."),
        ("You pay £5 per week.", "You pay £5 each week."),
        ("We meet twice a year.", "We meet twice per year."),
        ("We meet twice a term.", "We meet two times each term."),
        ("It weighs 5 kg.", "It weighs five kg."),
        ("Give 5 ml.", "Give five ml."),
        ("Staff get a day off.", "Staff get one day off."),
        # written twice, or in another unit
        ("A two-thirds majority decides.", "A two-thirds (2/3) majority decides."),
        ("Five percent of members ask.", "Five percent (5%) of members ask."),
        ("More than 50% (one half) of us agree.", "More than one half (50%) of us agree."),
        ("One candidate is left.", "One (1) candidate is left."),
        ("Reply within 14 days.", "Reply within two weeks."),
        ("Reply in a fortnight.", "Reply in 14 days."),
        ("Reply within 7 days.", "Reply within a week."),
        ("Keep it for 12 months.", "Keep it for one year."),
        ("Review it every 12 months.", "Review it every year."),
        ("Wait an hour at the gate.", "Wait 60 minutes at the gate."),
        ("50% of members agree.", "One half of members agree."),
        ("A quarter of pupils agree.", "25% of pupils agree."),
        ("The limit is £200.", "The limit is two hundred pounds."),
        ("Up to two hundred and fifty pupils.", "Up to 250 pupils."),
        ("Pay ten pounds.", "Pay £10."),
        ("Reply by March 15.", "Reply by 15 March."),
        ("Open from May 5 to June 7th.", "Open from 5 May to 7 June."),
        # names
        ("Have 1:1s with your manager.", "Have talks with your manager."),
        ("The Annual Meeting elects officers.", "The Meeting elects officers."),
        ("The graduating class votes.", "Fourth Year Members vote."),
        # a year is another period than the year, but neither came nor went
        ("It is kept for a year.", "It is kept for the year."),
        ("Reply within a day.", "Reply within the day."),
    ],
)
def test_same_amount_is_no_change(old: str, new: str) -> None:
    matters = {weight.matter for weight in (*weights(old, new), *weights(new, old))}
    assert matters <= {Matter.CONTENT, Matter.WORDING}


@pytest.mark.parametrize(("old", "new"), [("a year", "the year"), ("a term", "the term")])
def test_period_is_never_wording(old: str, new: str) -> None:
    (weight,) = weights(f"It is kept for {old}.", f"It is kept for {new}.")
    assert weight.matter is Matter.CONTENT


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("You pay £5 per week.", "You pay £5 per month.", "per week → per month"),
        ("We meet twice a year.", "We meet twice a term.", "twice a year → twice a term"),
        ("We meet twice a year.", "We meet 3 times a year.", "twice a year → 3 times a year"),
        ("It is kept for a year.", "It is kept.", "a year removed"),
        ("It is kept for a year.", "It is kept for a term.", "a year → a term"),
        ("Reply within 14 days.", "Reply within 3 weeks.", "14 days → 3 weeks"),
        ("Reply in 10 school days.", "Reply in two weeks.", "10 school days → two weeks"),
        ("Wait half an hour here.", "Wait an hour here.", "half an hour → an hour"),
    ],
)
def test_other_period_is_named(old: str, new: str, words: str) -> None:
    (weight,) = weights(old, new)
    assert (weight.matter, describe(weight)) == (Matter.DEADLINE, words)


@pytest.mark.parametrize(
    ("old", "new", "matter", "words"),
    [
        ("Pay by the fifth day.", "Pay by the tenth day.", Matter.NUMBER, "fifth → tenth day"),
        ("There are two first aiders.", "There is one first aider.", Matter.NUMBER, "two → one"),
        ("We meet on the first Monday.", "We meet on the last Friday.", Matter.DATE, "first Monday → last Friday"),
        ("You must be at least 18.", "You must be over 18.", Matter.AGE, "at least 18 → over 18"),
        ("See Section B.", "See Section B1.", Matter.REFERENCE, "Section B → Section B1"),
        ("Pay ten pounds.", "Pay £12.", Matter.NUMBER, "ten pounds → £12"),
        ("The limit is two hundred.", "The limit is three hundred.", Matter.NUMBER, "200 → 300"),
        ("50% of members agree.", "One third of members agree.", Matter.NUMBER, "50% → One third"),
        ("Serve for two weeks.", "Serve for one (1) year and two weeks.", Matter.DEADLINE, "one year added"),
    ],
)  # fmt: skip
def test_other_figure_is_named_once(old: str, new: str, matter: Matter, words: str) -> None:
    (weight,) = weights(old, new)
    assert (weight.matter, describe(weight)) == (matter, words)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("At least two members of staff are there.", "At least one member of staff is there.", "two members → one member"),
        ("Two people count the cash.", "One person counts the cash.", "Two people → One person"),
        ("Two children go together.", "One child goes.", "Two children → One child"),
        ("Each boat has three buoys.", "Each boat has one buoy.", "three buoys → one buoy"),
        ("One copy is sent.", "Two copies are sent.", "One copy → Two copies"),
        ("Two trustees sign.", "Only one of the trustees signs.", "Two trustees removed"),
        ("Get three written offers.", "Get two written offers.", "three → two"),
        ("Two trained guards watch.", "Four trained guards watch.", "Two → Four"),
        ("Use three separate bins.", "Use four separate bins.", "three → four"),
        ("One guard for every six pupils.", "One guard for every eight pupils.", "six → eight pupils"),
        ("The hall seats eighty people.", "The hall seats ninety people.", "eighty → ninety people"),
    ],
)  # fmt: skip
def test_counted_things_are_quoted(old: str, new: str, text: str) -> None:
    numbers = [weight for weight in weights(old, new) if weight.matter is Matter.NUMBER]
    assert [describe(weight).rpartition(": ")[2] for weight in numbers] == [text]


@pytest.mark.parametrize(
    ("old", "new", "is_period"),
    [
        ("Coaches get a daily allowance.", "Coaches are volunteers.", False),
        ("Coaches get a weekly wage.", "Coaches are volunteers.", False),
        ("Tenants pay a monthly service charge.", "Tenants are members.", False),
        ("The termly fee is due.", "The money is due.", False),
        ("Tenants pay a monthly fee.", "Tenants pay a weekly fee.", True),
        ("Tenants pay a monthly fee.", "Tenants pay a fee.", True),
        ("A daily check is made.", "A check is made.", True),
        ("Reports go out weekly.", "Reports go out.", True),
    ],
)
def test_period_of_money_is_none(old: str, new: str, is_period: bool) -> None:
    matters = {weight.matter for weight in weights(old, new)}
    assert (Matter.DEADLINE in matters) is is_period
    assert is_period or Matter.CONTENT in matters


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("Cubs join after their eighth birthday.", "Cubs join after their second birthday.", Matter.AGE),
        ("Hirers get a refund of half the fee.", "Hirers get a refund of a third of the fee.", Matter.NUMBER),
        ("The SEND governor signs.", "The chair of governors signs.", Matter.BODY),
        ("The vicar replies with no delay.", "The vicar replies without delay.", None),
        ("Caps need not be worn in heat or on Sundays.", "Caps must be worn in heat and on Sundays.", Matter.STRONGER),
    ],
)  # fmt: skip
def test_amounts_and_roles_in_words(old: str, new: str, matter: Matter | None) -> None:
    told = {weight.matter for weight in weights(old, new)} - {Matter.WORDING, Matter.CONTENT}
    assert told == ({matter} if matter else set())
