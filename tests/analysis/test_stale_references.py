"""References that no longer lead to the rule that they meant."""

import pytest
from builders import load_version, make_text

from policybook.analysis.stale_references import find_stale

OLD = "## A\n\n{}\n\n## B\n\nAppeals go to the panel of governors.\n"
NEW = (
    "## A\n\n{}\n\n## New\n\nUniform is worn every day.\n\n"
    "## B\n\nAppeals go to the panel of governors.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ask under rule 2.1 first.", "Ask under rule 2.1 first.", [("rule 2.1", ("3.1",))]),
        ("Ask as section 2 says.", "Ask as section 2 says.", [("section 2", ("3",))]),
        ("Ask under rule 2.1 first.", "Please ask under rule 2.1.", [("rule 2.1", ("3.1",))]),
        # The author corrected it.
        ("Ask under rule 2.1 first.", "Ask under rule 3.1 first.", []),
        # The author wrote it in the new version.
        ("Ask the head about everything.", "Ask the head under rule 2.1 now.", []),
        # The rule kept its number.
        ("Ask first, as rule 1.1 says here.", "Ask first, as rule 1.1 says here.", []),
        # It led nowhere before.
        ("Ask under rule 7.1 first.", "Ask under rule 7.1 first.", []),
        # It is of a law.
        ("Ask under section 2 of the Act.", "Ask under section 2 of the Act.", []),
    ],
)
def test_references_follow_their_rules(
    old: str, new: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    versions = load_version(make_text(OLD.format(old))), load_version(make_text(NEW.format(new)))
    assert [(s.place.reference.words, s.now) for s in find_stale(*versions)] == expected


def test_swapped_numbers_are_corrected() -> None:
    body = "## A\n\nAsk under rules {} and {}.\n\n## B\n\n{}\n\n{}\n"
    one, two = "Appeals go to the panel of governors.", "Parents may write to the chair at once."
    old = load_version(make_text(body.format("2.1", "2.2", one, two)))
    new = load_version(make_text(body.format("2.2", "2.1", two, one)))
    assert find_stale(old, new) == ()


def test_typed_number_is_named_as_typed() -> None:
    rest = "## 2. B\n\n2.1 Ask.\n\n2.1.1A Appeals go to the panel of governors.\n"
    words = "## 1. A\n\n1.1 Obey rule 2.1.1A first.\n\n"
    old = load_version(make_text(words + rest))
    more = "## 2. New\n\n2.1 Uniform is worn every day.\n\n" + rest.replace("2.", "3.")
    (stale,) = find_stale(old, load_version(make_text(words + more)))
    assert (stale.place.reference.words, stale.now, stale.new_number) == (
        "rule 2.1.1A",
        ("3.1.1A",),
        "",
    )


def test_number_that_two_rules_have_now_is_no_stale_reference() -> None:
    rest = "## 2. B\n\n2.1 Ask.\n\n2.2 Appeals go to the panel of governors.\n"
    words = "## 1. A\n\n1.1 Obey section 2.2 first.\n\n"
    new = "## 2. New\n\n2.1 Uniform is worn every day.\n\n2.2 Ties are blue.\n\n"
    old = load_version(make_text(words + rest, numbering="own"))
    assert find_stale(old, load_version(make_text(words + new + rest, numbering="own"))) == ()


STEPS = "## A\n\n{}\n\n{}## B\n\nTo lock up:\n\n1. look round\n{}turn the key of the gate\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See 2.1(2) first.", ("2.1(2)", ("3.1(3)",), "3.1(3)")),
        ("Obey rule 2.1(2).", ("rule 2.1(2)", ("3.1(3)",), "3.1(3)")),
        ("Obey rule 2.1 (2).", ("rule 2.1(2)", ("3.1(3)",), "3.1(3)")),
        ("Do step 2.", ("step 2", ("3.1(3)",), "3.1(3)")),
        ("Do step 2 of rule {}.", ("step 2", ("3.1(3)",), "3.1(3)")),
    ],
)
def test_items_follow_their_lists(words: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    old = STEPS.format(words.format("2.1"), "", "2. ")
    new = STEPS.format(words.format("3.1"), "## N\n\nTies are blue.\n\n", "2. ring twice\n3. ")
    versions = load_version(make_text(old)), load_version(make_text(new))
    assert [(s.place.reference.words, s.now, s.new_number) for s in find_stale(*versions)] == [
        expected
    ]


LIMITS = (
    "## Limits\n\n{}The day starts at nine.\n\nPhones stay in bags.\n\nTies are red.\n\n"
    "Coats hang on pegs.\n\n## Use\n\n{}\n"
)


def compare(old: str, new: str) -> list[tuple[str, str]]:
    """Return the stale references with what `--fix` would write; every rule is one further down."""
    texts = LIMITS.format("", old), LIMITS.format("Bells ring.\n\n", new)
    stale = find_stale(*(load_version(make_text(text)) for text in texts))
    return [(s.place.reference.words, s.new_number) for s in stale]


ITEMS = "In these cases:\n\n- breaches of rule {}\n- breaches of rule {}"
ROWS = "| A | B |\n| - | - |\n| x | rule {} |\n| x | rule {} |"
WORDS = "Staff act on rule {} and rule {}."


@pytest.mark.parametrize(
    "form", [ITEMS, ROWS, WORDS, WORDS.replace(" and", " now.\n\nStaff act on")]
)
def test_parallel_words_are_compared_in_order(form: str) -> None:
    old, new = form.format("1.2", "1.3"), form.format("1.3", "1.4")
    assert compare(old, old) == [("rule 1.2", "1.3"), ("rule 1.3", "1.4")]
    assert compare(old, new) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Staff act on rule 1.3, rule 1.4 and rule 1.1.", []),
        ("Staff act on rule 1.4 and rule 1.3.", []),
        ("Staff act on rule 1.4 alone.", []),
        ("Staff act on rule 1.3.\n\nAnd on rule 1.4 too.", [("rule 1.3", "")]),
        # Others are new already: the program cannot be sure.
        ("Staff act on rule 1.4. Rule 1.2 is for the office.", [("rule 1.2", "")]),
        ("Staff act on rule 1.2 and rule 1.4.", [("rule 1.2", "")]),
        ("Staff act on rule 1.3 and rule 1.3.", [("rule 1.3", "")] * 2),
        # All of them are old.
        ("Staff act on rule 1.3 and rule 1.2.", [("rule 1.3", "1.4"), ("rule 1.2", "1.3")]),
    ],
)
def test_corrected_references_are_meant(words: str, expected: list[tuple[str, str]]) -> None:
    assert compare(WORDS.format("1.2", "1.3"), words) == expected


LISTED = "Staff act on:\n\n- breaches of rule {};\n- breaches of rule {};\n- breaches of rule {}."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # One went: the others may have their new numbers, or their old ones.
        ("1.3 1.4", [("rule 1.3", ""), ("rule 1.4", "")]),
        ("1.3 1.3 1.4", [("rule 1.3", ""), ("rule 1.3", ""), ("rule 1.4", "")]),
        ("1.4 1.5", []),
        ("1.3 1.5", []),
        ("1.2 1.3", [("rule 1.2", "1.3"), ("rule 1.3", "1.4")]),
    ],
)
def test_parallel_items_of_which_one_went(words: str, expected: list[tuple[str, str]]) -> None:
    new = "Staff act on:\n\n" + ";\n".join(f"- breaches of rule {n}" for n in words.split()) + "."
    assert compare(LISTED.format("1.2", "1.3", "1.4"), new) == expected


def test_split_rule_is_compared_as_a_whole() -> None:
    old = "Staff act on rule {}. Pupils act on rule {}."
    new = old.replace(". ", ".\n\n")
    assert compare(old.format("1.2", "1.3"), new.format("1.3", "1.4")) == []
    both = [("rule 1.2", "1.3"), ("rule 1.3", "1.4")]
    assert compare(old.format("1.2", "1.3"), new.format("1.2", "1.3")) == both


def test_the_same_sentence_once_more_is_new() -> None:
    old = "Ties are checked at the gate. See rule 1.2."
    assert compare(old, f"{old}\n\nThe office has spare coats. See rule 1.2.") == [
        ("rule 1.2", "1.3")
    ]


PARTS = (
    "{}## Limits\n\nBells ring.\n\nPhones:\n\n{}- stay in bags;\n- are off.\n\nTies are red.\n\n"
    "## Talks\n\n{}Staff talk.\n\nStaff write.\n\n## Use\n\n{}\n"
)


def find_written(words: str) -> list[str]:
    """Return what `--fix` would write in each stale reference of a sentence."""
    old = PARTS.format("", "", "", words)
    new = PARTS.format("## Aims\n\nBe kind.\n\n", "- are small;\n", "Staff sit.\n\n", words)
    return [s.new_number for s in find_stale(*(load_version(make_text(t)) for t in (old, new)))]


@pytest.mark.parametrize(
    "words",
    [
        "Keep rule 1.2, and, for boys, 1.3.",
        "Keep rules 1.2 – the phones rule – and 1.3.",
        "Keep rule 1.2(a), and, where needed, (b).",
        "Sections 1 or, failing that, 2 apply.",
        "Keep rule 1.2 b.",
        "Keep rule 1.2 sub-rule a.",
        "See rule 1.2, first bullet.",
        "See section 2: rule 2.",
        "See rule 2, section 2.",
        "See the second rule of section 2.",
    ],
)
def test_half_of_a_sentence_is_never_written(words: str) -> None:
    assert set(find_written(words)) == {""}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Keep rules 1.1 + 1.2.", ["2.1", "2.2"]),
        ("Keep rule 1.2 along with 1.3.", ["2.2", "2.3"]),
        ("Keep rule 1.2 rather than 1.3.", ["2.2", "2.3"]),
        ("Keep rule 1.2 then 1.3.", ["2.2", "2.3"]),
        ("Keep rule 1.2 vs 1.3.", ["2.2", "2.3"]),
        ("Keep rules 1.2 [phones] and 1.3.", ["2.2", "2.3"]),
        ("Keep rules 1.2’s and 1.3’s limits.", ["2.2", "2.3"]),
        # These are other numbers and letters.
        ("Keep rule 1.2 within 1.3 metres.", ["2.2"]),
        ("Keep rule 1.2 at 1.30 pm.", ["2.2"]),
        ("Keep rule 1.2 a little.", ["2.2"]),
        ("Keep rule 1.2: (a) at work; (b) at play.", ["2.2"]),
        # A sentence starts with a verb.
        ("Act on section 2.", ["3"]),
        ("Act on paragraph 1.2.", ["2.2"]),
        ("Guidance for staff is in section 2.", ["3"]),
        ("The Act (section 2) says so.", []),
        ("Act 1998, section 2.", []),
    ],
)
def test_other_numbers_of_a_sentence_do_not_hinder(words: str, expected: list[str]) -> None:
    assert find_written(words) == expected
