"""What a minor version may change, and what it may not."""

import pytest
from builders import load_version, make_text

from policybook.checks.slips_of_the_pen import describe_difference, find_major_changes
from policybook.redline import redline

SLIPS = [
    ("We recieve your letter.", "We receive your letter."),
    ("Your behavoir matters.", "Your behaviour matters."),
    ("An emergancy exit.", "An emergency exit."),
    ("Be kind", "Be kind."),
    ("Pupils, staff and parents", "Pupils, staff, and parents"),
    ("pupils must be kind", "Pupils must be kind"),
    ("‘Golden time’ is fun", '"Golden time" is fun'),
    ("the the office", "the office"),
    ("The the office", "The office"),
    ("head teacher", "headteacher"),
    ("after-school club", "after school club"),
    ("the childs coat", "the child’s coat"),
    ("do n’t worry", "don’t worry"),
    ("caf\u00e9", "cafe\u0301"),
    ("MUST", "must"),
    ("", ""),
]

MAJOR = [
    ("must", "should"),
    ("may", "must"),
    ("within 10 days", "within 14 days"),
    ("£5", "€5"),
    ("5%", "5"),
    ("1.5 hours", "15 hours"),
    ("ten days", "tin days"),
    ("room 1,000", "room 1000"),
    ("not allowed", "allowed"),
    ("no thing", "nothing"),
    ("nowhere", "now here"),
    ("now", "not"),
    ("exclude", "include"),
    ("increase", "decrease"),
    ("Monday", "Sunday"),
    ("June", "July"),
    ("daily", "dally"),
    ("unable", "able"),
    ("unfavourable", "favourable"),
    ("careful", "careless"),
    ("ask Mrs Smyth", "ask Mrs Smith"),
    ("ask Anne Browm", "ask Anne Brown"),
    ("staff and parents", "staff or parents"),
    ("staff and parents", "staff parents"),
    ("staff", "staff and governors"),
    ("only staff may", "staff may only"),
    ("pupils", "parents"),
    ("weekly", "weekday"),
    ("Call 01632 960001", "Call 01632 960002"),
    ("office@school.uk", "head@school.uk"),
    ("with", "without"),
    ("before", "after"),
    ("word " * 3000, "term " * 3000),
]


@pytest.mark.parametrize(("old", "new"), SLIPS)
def test_slips_are_minor(old: str, new: str) -> None:
    assert describe_difference(old, new) == ""


@pytest.mark.parametrize(("old", "new"), MAJOR)
def test_other_words_are_major(old: str, new: str) -> None:
    assert describe_difference(old, new)
    assert describe_difference(new, old)


BODY = """## Rules

Staff must lock the door within 10 minutes.

Pupils recieve a [letter](https://school.uk/letter).

- pencil
- ruler

## Help

Ask the office.
"""


def find(new: str, **fields: str) -> list[str]:
    old = load_version(make_text(BODY))
    version = load_version(make_text(new, **fields))
    return [f"{c.line} {c.place}: {c.words}" for c in find_major_changes(redline(old, version))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("recieve", "receive"),
        ("10 minutes.", "10 minutes"),
        ("Ask the office", "Ask the **office**"),
        ("- pencil", "- Pencil"),
        ("## Help", "## HELP"),
        ("", ""),
    ],
)
def test_minor_texts_have_no_faults(old: str, new: str) -> None:
    assert find(BODY.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("must", "should", "duty made weaker (‘must’ became ‘should’)"),
        ("must lock", "lock", "duty made weaker"),
        ("must lock", "must not lock", "prohibition added"),
        ("10 minutes", "12 minutes", "deadline or period changed (10 → 12 minutes)"),
        ("10 minutes", "ten hours", "deadline or period changed"),
        ("school.uk/letter", "evil.uk/letter", "address of a link or picture changed"),
        ("Ask the office", "Ask the headteacher", "person or body changed"),
        ("Ask the office", "Phone the office", "became “Phone”"),
        ("\nAsk the office.\n", "\nAsk the office.\n\nOr wait.\n", "new text"),
        ("- ruler\n", "", "text taken out"),
        ("- pencil\n- ruler", "- ruler\n- pencil", "moved"),
        ("## Help", "## Complaints", "“Help” became “Complaints”"),
        ("lock the door within", "lock the door. Do so within", "came or went"),
        ("## Rules", "## Rules\n\nBe kind.", "its number was 1.1"),
        ("## Help\n", "## More\n\nSee below.\n\n## Help\n", "new text"),
    ],
)
def test_every_effect_is_named(old: str, new: str, words: str) -> None:
    faults = find(BODY.replace(old, new))
    assert any(words in fault for fault in faults), faults


def test_place_is_named() -> None:
    (fault,) = find(BODY.replace("must", "should"))
    line = make_text(BODY).split("\n").index("Staff must lock the door within 10 minutes.") + 1
    assert fault.startswith(f"{line} clause 1.1: ")


@pytest.mark.parametrize(
    ("field", "value", "is_major"),
    [
        ("title", "Behavior policy", True),
        ("title", "Behaviour Policy", False),
        ("title", "Conduct policy", True),
        ("owner", "Deputy headteacher", True),
        ("applies_to", "[pupils]", True),
        ("numbering", "headings", True),
        ("language", "cy", True),
        ("review_year", "2035/36", False),
        ("effective_from", "2027-01-04", False),
        ("changes", "A slip is corrected.", False),
    ],
)
def test_facts_of_the_approval_may_change(field: str, value: str, is_major: bool) -> None:
    faults = [fault for fault in find(BODY, **{field: value}) if f"`{field}`" in fault]
    assert bool(faults) == is_major


@pytest.mark.parametrize(
    ("old", "new", "is_minor"),
    [
        ("The goverrning body decides.", "The governing body decides.", True),
        ("The goverrnors must reply in ten days.", "The governors must reply in ten days.", True),
        ("Pupils shuold be kind.", "Pupils should be kind.", True),
        ("Pupils must reply by Febuary.", "Pupils must reply by February.", False),
        ("Tell the offfice and the goverrnors.", "Tell the office and the governors.", True),
        ("The goverrning body decides.", "The governing body must decide.", False),
        ("The goverrning body decides.", "The parents decide.", False),
        ("Ask the goverrning body.", "Ask the governing body, and the head.", False),
        ("Leave withot a coat.", "Leave without a coat.", False),
        ("Ask Mrs Browm.", "Ask Mrs Brown.", False),
        ("Phones may be used.", "Phones must be used.", False),
    ],
)
def test_misspelt_role_or_duty_is_a_slip(old: str, new: str, is_minor: bool) -> None:
    texts = [load_version(make_text(f"## Rules\n\n{line}\n")) for line in (old, new)]
    assert (list(find_major_changes(redline(*texts))) == []) is is_minor
