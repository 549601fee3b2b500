"""The story of a redline: few lines, each with the words of both versions."""

import pytest
from hypothesis import given

from policybook.redline import EffectSide, Matter, changes_to_read
from policybook.redline.story import MOST_LINES, Story, tell_story

from .comparisons import compare
from .edited_texts import edited_pairs


def tell(old: str, new: str) -> Story:
    return tell_story(compare(old, new))


def test_line_quotes_both_versions() -> None:
    (line,) = tell(
        "## Loss\n\nTell the office within 14 school days.",
        "## Loss\n\nTell the office within 10 school days.",
    ).lines
    assert (line.matter, line.side) == (Matter.DEADLINE, EffectSide.BOTH)
    assert (line.old, line.new) == (
        "Tell the office within 14 school days.",
        "Tell the office within 10 school days.",
    )


def test_quotation_is_of_the_weighty_place() -> None:
    filler = "and so on for many more words that stay as they are in both of the versions, "
    (line,) = tell(
        f"## A\n\nPhones are big {filler * 2}but pupils should ask at the desk.",
        f"## A\n\nPhones are large {filler * 2}but pupils must ask at the desk.",
    ).lines
    assert line.matter is Matter.STRONGER
    assert "should ask" in line.old and "must ask" in line.new
    assert line.old.startswith("… ") and "big" not in line.old


def test_changed_link_is_quoted() -> None:
    old, new = (f"## A\n\nSee [the advice](https://www.gov.uk/{name})." for name in ("a", "b"))
    (line,) = tell(old, new).lines
    assert line.matter is Matter.LINK
    assert (line.old, line.new) == ("https://www.gov.uk/a", "https://www.gov.uk/b")


def test_cells_of_a_row_are_apart() -> None:
    head = "## A\n\n| Step | Who | When |\n|---|---|---|\n"
    (line,) = tell(
        f"{head}| A talk | Deputy | Within 3 days |", f"{head}| A talk | Deputy | Within 2 days |"
    ).lines
    assert (line.old, line.new) == ("A talk; When: Within 3 days", "A talk; When: Within 2 days")


def test_removed_rule_is_quoted() -> None:
    story = tell("## A\n\nKeep calm.\n\nStaff must run.", "## A\n\nKeep calm.")
    assert [line.old for line in story.removed] == ["Staff must run."]
    assert (story.lines, story.others) == ((), 0)


def test_new_section_is_one_line() -> None:
    story = tell("## A\n\nKeep calm.", "## A\n\nKeep calm.\n\n## B\n\nGo in.\n\nYou must sit.")
    ((title, rules),) = [(line.title, line.rules) for line in story.sections]
    assert (title, rules) == ("2 B", 2)
    assert (story.lines, story.others) == ((), 0)


def test_removed_section_is_one_line() -> None:
    story = tell("## A\n\nKeep calm.\n\n## B\n\nGo in.\n\nYou must sit.", "## A\n\nKeep calm.")
    assert [(line.title, line.rules) for line in story.removed] == [("2 B", 2)]


def test_small_changes_have_no_line() -> None:
    story = tell("## A\n\nKeep calm, please.", "## A\n\nKeep calm please.")
    assert (story.lines, story.removed, story.others) == ((), (), 1)


def test_no_effect_takes_every_line() -> None:
    subjects = [f"Class {chr(97 + n)} goes" for n in range(15)]
    old = [f"{s} out and should return the key." for s in subjects]
    new = [f"{s} out and must return the key." for s in subjects]
    lines = tell(
        "## A\n\n" + "\n\n".join([*old, "Wait 3 days."]),
        "## A\n\n" + "\n\n".join([*new, "Wait 5 days."]),
    ).lines
    assert len(lines) == MOST_LINES
    assert [line.matter for line in lines].count(Matter.DEADLINE) == 1
    assert lines[-1].matter is Matter.DEADLINE  # the order is that of importance


def test_long_rule_is_cut_between_words() -> None:
    words = "Bring the reading record and " * 20
    (line,) = tell(f"## A\n\nStay.\n\n{words}run.", "## A\n\nStay.").removed
    assert len(line.old) <= 222
    assert line.old.endswith(" …")


@pytest.mark.parametrize("rest", ["", " and then tell the office what they did" * 6])
def test_quotation_holds_the_changed_word(rest: str) -> None:
    filler = " ".join(f"the {word} of class {n}" for n, word in enumerate(["coats", "bags"] * 9))
    (line,) = tell(
        f"## A\n\nPupils bring {filler}. They should wait{rest}.",
        f"## A\n\nPeople take {filler.replace('the', 'a', 6)}. They must wait{rest}.",
    ).lines
    assert line.matter is Matter.STRONGER
    assert "should wait" in line.old and "must wait" in line.new
    assert max(len(line.old), len(line.new)) <= 222


def test_new_rule_is_quoted_at_its_duty() -> None:
    filler = "the lists that the office keeps for each class and each club in the year, "
    (line,) = tell(
        "## A\n\nStay.", f"## A\n\nStay.\n\nThese are {filler * 4}and staff must go."
    ).lines
    assert line.matter is Matter.STRONGER
    assert line.new.endswith("staff must go.")


@given(edited_pairs())
def test_every_change_counts_once(texts: tuple[str, str]) -> None:
    comparison = compare(*texts)
    story = tell_story(comparison)
    told = [line.change.count for line in (*story.lines, *story.removed)]
    assert len(told) == len(set(told))
    assert len(told) + story.others <= len(changes_to_read(comparison))


def test_reversal_comes_before_a_period() -> None:
    old = "## Detention\n\nDetention after school is not used."
    new = "## Detention\n\nDetention after school may be used. Parents have a day's notice."
    (line,) = tell_story(compare(old, new)).lines
    assert line.matter is Matter.NEGATION and "is not used" in line.old


def test_line_names_further_effects() -> None:
    old = "## A\n\nStaff should tell the office within 3 days."
    new = "## A\n\nStaff must tell the headteacher within 5 days."
    (line,) = tell(old, new).lines
    assert line.matter is Matter.STRONGER
    assert line.also == (Matter.DEADLINE, Matter.BODY)
    (line,) = tell(old, old.replace("3", "5")).lines
    assert line.also == ()


def test_reversal_comes_before_figures() -> None:
    old = "## A\n\nWait 3 days.\n\nDetention after school is not used."
    new = "## A\n\nWait 5 days.\n\nDetention after school may be used."
    matters = [line.matter for line in tell(old, new).lines]
    assert matters[-1] is Matter.DEADLINE and len(matters) == 2


def test_one_in_figures_is_no_line() -> None:
    old = "## Board\n\nThe board has:\n\n- Captain of the junior crew;\n- Captain of the senior crew.\n"
    new = old.replace("- Captain", "- One (1) Captain")
    assert [line.matter for line in tell(old, new).lines] == []
    assert tell(old, new.replace("One (1)", "Two (2)", 1)).lines


def test_freedom_from_a_duty_is_a_line() -> None:
    old = "## Races\n\nBoats are blue.\n"
    (line,) = tell(old, f"{old}\nThe captain need not attend a short race.\n").lines
    assert (line.matter, line.side) == (Matter.WEAKER, EffectSide.NEW)


def test_unlike_sentences_do_not_replace_each_other() -> None:
    (line,) = tell(
        "## A\n\nThe office keeps the form. Parents who smoke may be asked to stop.",
        "## A\n\nThe office keeps the form. Call the police at once, within one hour.",
    ).lines
    assert line.is_apart or not (line.old and line.new)


def test_kept_sentence_is_not_quoted_as_old() -> None:
    (line,) = tell(
        "## A\n\nBullying is looked into, wherever it happens",
        "## A\n\nBullying is looked into, wherever it happens. If a threat is serious, the head "
        "must call the police within one hour.",
    ).lines
    assert line.old == ""
    assert line.new.startswith("If a threat is serious, the head must call the police")


def test_rewritten_sentence_is_quoted_whole() -> None:
    old = (
        "Violation of this policy will be considered as gross misconduct and can result in "
        "disciplinary action being taken against the employee up to and including dismissal."
    )
    new = (
        "A breach of it can be misconduct. It can result in disciplinary action, up to and "
        "including dismissal, under the disciplinary procedure."
    )
    (line,) = tell(f"## A\n\n{old}", f"## A\n\n{new}").lines
    assert line.old == old and line.new.endswith("under the disciplinary procedure.")
    assert not line.new.startswith("…")


def test_new_opening_words_have_their_items() -> None:
    story = tell(
        "## A\n\nKeep calm.",
        "## A\n\nKeep calm.\n\nA pupil may be suspended if the pupil:\n\n- hits somebody;\n"
        "- breaks a window.",
    )
    quoted = [line.new for line in story.lines if "suspended" in line.new]
    assert quoted and all("hits somebody" in words for words in quoted)


def test_bans_and_duties_come_first_of_what_went() -> None:
    story = tell(
        "## A\n\nKeep calm.\n\nSchool is fun.\n\nNobody may run.\n\nStaff must lock the gate.",
        "## A\n\nKeep calm.",
    )
    assert [line.old for line in story.removed][-1] == "School is fun."


def test_dots_stand_for_a_sentence_between() -> None:
    new = "Nobody may run. The hall is large. Nobody may shout."
    (line,) = tell("## A\n\nKeep calm.", f"## A\n\nKeep calm.\n\n{new}").lines
    assert line.new == "Nobody may run. … Nobody may shout."
