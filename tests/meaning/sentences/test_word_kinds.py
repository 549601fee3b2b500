"""Agents, deeds and words that bind."""

import pytest

from policybook.meaning.sentences.word_kinds import is_agent, is_deed, is_seldom, may_bind


@pytest.mark.parametrize("subject", ["the tutor", "we", "all staff who travel", "The Key Worker"])
def test_people_act(subject: str) -> None:
    assert is_agent(subject)


@pytest.mark.parametrize("subject", ["the tablet", "a letter", "good habits", "lunch", ""])
def test_things_do_not_act(subject: str) -> None:
    assert not is_agent(subject)


def test_deeds_have_any_form() -> None:
    assert all(map(is_deed, ("sends", "send", "sent", "notifies", "checked")))
    assert not any(map(is_deed, ("is", "seems", "blue")))


def test_what_happens_by_itself_is_seldom() -> None:
    assert is_seldom("children sometimes fall out") and not is_seldom("children sign in")


def test_words_of_force_may_bind() -> None:
    assert all(map(may_bind, ("must", "never", "required", "invited", "won't", "we'll")))
    assert not any(map(may_bind, ("gate", "blue")))
