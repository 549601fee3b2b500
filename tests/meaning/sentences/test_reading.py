"""Statements: where a sentence is cut, and what is counted."""

from policybook.meaning.sentences.reading import complete, read, split_sentences


def test_second_subject_starts_a_statement() -> None:
    assert len(read("Parents must sign, and pupils must hand it in.")) == 2
    assert len(read("Pupils in Years 5 and 6 may walk.")) == 1
    assert len(read("Fees are repaid if a guest leaves and the room can be let.")) == 1
    assert len(read("Fees are repaid if a guest leaves, and the room can be let.")) == 2


def test_sentences_end_at_full_stops() -> None:
    assert split_sentences("Ask Mr. Lee first. Then sign.") == ["Ask Mr. Lee first.", "Then sign."]


def test_opening_words_meet_their_item() -> None:
    assert complete("Guides must:", "sign") == "Guides must sign"
    assert complete("", "sign") == "sign"


def test_a_ban_counts_its_not_once() -> None:
    (ban,), (double,) = read("Guides must not smoke."), read("Guides must not sign no form.")
    assert (ban.nots, double.nots) == (1, 2)
    (refusal,) = read("No guide may smoke.")
    assert refusal.nots == 1
