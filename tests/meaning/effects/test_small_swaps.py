"""Small words and letters that turn a rule round, and those that change nothing."""

import pytest

from policybook.meaning.effects.small_swaps import keeps_small_words
from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.redline.weight_words import describe

M = Matter

NAMED = [
    # bounds of time
    (
        "Parents pay within 10 days.",
        "Parents pay after 10 days.",
        M.DEADLINE,
        "within 10 days → after 10 days",
    ),
    (
        "Reply before 5 weeks are over.",
        "Reply after 5 weeks are over.",
        M.DEADLINE,
        "before 5 weeks → after 5 weeks",
    ),
    ("Sign by 9 am.", "Sign after 9 am.", M.DATE, "by 9 am → after 9 am"),
    ("Use it from 9 am.", "Use it before 9 am.", M.DATE, "from 9 am → before 9 am"),
    ("Leave before noon.", "Leave after noon.", M.DATE, "before noon → after noon"),
    ("Send it before Friday.", "Send it after Friday.", M.DEADLINE, "before Friday → after Friday"),
    # not
    (
        "Parents can see the file.",
        "Parents cannot see the file.",
        M.NEGATION,
        "‘can’ became ‘cannot’",
    ),
    (
        "Parents cannot see the file.",
        "Parents can see the file.",
        M.NEGATION,
        "‘cannot’ became ‘can’",
    ),
    ("You can see it online.", "You cannot see it online.", M.NEGATION, "‘can’ became ‘cannot’"),
    ("You can see it online.", "You can't see it online.", M.NEGATION, "‘can't’ added"),
    (
        "Staff could be asked to stay.",
        "Staff could not be asked to stay.",
        M.NEGATION,
        "‘could’ became ‘could not’",
    ),
    ("Pupils can use phones.", "Pupils cannot use phones.", M.PROHIBITED, "‘can’ became ‘cannot’"),
    ("Lockers can be shared.", "Lockers cannot be shared.", M.PROHIBITED, "‘can’ became ‘cannot’"),
    # or, and
    (
        "The head or the deputy signs.",
        "The head and the deputy sign.",
        M.CONDITION,
        "‘or’ became ‘and’",
    ),
    ("It is signed and returned.", "It is signed or returned.", M.CONDITION, "‘and’ became ‘or’"),
    (
        "The leader reads the label; and signs.",
        "The leader reads the label; or signs.",
        M.CONDITION,
        "‘and’ became ‘or’",
    ),
    (
        "Signed by parents or returned.",
        "Signed by parents and returned.",
        M.CONDITION,
        "‘or’ became ‘and’",
    ),
    # letters
    ("(a) L before the register closes", "(a) U before the register closes", M.CODE, "L → U"),
    ("U for after it closes", "L for after it closes", M.CODE, "U → L"),
    ("Use form A.", "Use form B.", M.CODE, "A → B"),
    ("Write C on the register.", "Write M on the register.", M.CODE, "C → M"),
    ("Badge S: staff", "Badge V: staff", M.CODE, "S → V"),
    ("See Appendix A.", "See Appendix B.", M.REFERENCE, "Appendix A → Appendix B"),
]


@pytest.mark.parametrize(("old", "new", "matter", "words"), NAMED)
def test_small_word_is_named(old: str, new: str, matter: Matter, words: str) -> None:
    first = weights(old, new)[0]
    assert (first.matter, describe(first)) == (matter, words)


def test_swapped_codes_stand_in_both_rules() -> None:
    assert [describe(w) for w in weights("Write L, then U.", "Write U, then L.")] == [
        "L → U",
        "U → L",
    ]


#: The same people, times that stay on one side, and sentences that are quite new.
UNNAMED = [
    ("Ask parents or carers.", "Ask parents and carers.", M.CONDITION),
    ("Reply within 5 days.", "Reply by 5 days.", M.DEADLINE),
    ("A pupil waits inside.", "I wait inside.", M.CODE),
    ("We meet before lunch.", "We meet after lunch.", M.DATE),
    ("Bring pens and rulers for art.", "Cook rice or pasta at the fair each spring.", M.CONDITION),
    ("Keep it at 5 °C.", "Keep it at 5 °F.", M.CODE),
]


@pytest.mark.parametrize(("old", "new", "matter"), UNNAMED)
def test_unsure_word_is_unnamed(old: str, new: str, matter: Matter) -> None:
    assert matter not in {weight.matter for weight in weights(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Staff call families below 90%.", "Staff call families at or below 90%."),
        ("Pupils above 90% win a badge.", "Pupils at or above 90% win a badge."),
        ("Staff report to the head.", "Staff report for the head."),
        ("Give the child their inhaler.", "Give the child an inhaler."),
        ("Pay by Friday.", "Pay on Friday."),
        ("Staff sign for the key.", "Staff sign with the key."),
        ("Come in the morning.", "Come by the morning."),
        ("They do not need a note.", "They need a note, not."),
        ("Bags for pupils.", "Bags from pupils."),
        ("Tell what you saw.", "Tell how you saw."),
        ("Take any tray.", "Take a tray."),
        ("Stay up there.", "Stay out there."),
    ],
)
def test_small_word_may_matter(old: str, new: str) -> None:
    for pair in ((old, new), (new, old)):
        assert not keeps_small_words(*pair)
        assert {w.matter for w in weights(*pair)}.isdisjoint({M.WORDING, M.SIGNS})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("All of the staff are trained.", "All the staff are trained."),
        ("A parent signs the form.", "The parents sign a form."),
        ("The bag that is lost", "The bag which is lost"),
        ("A pupil keeps his or her bag.", "A pupil keeps their bag."),
        ("A parent/carer signs it.", "A parent or carer signs it."),
        ("Hang coats in the hall.", "Hang coats at the hall."),
    ],
)
def test_other_form_keeps_small_words(old: str, new: str) -> None:
    assert keeps_small_words(old, new)
