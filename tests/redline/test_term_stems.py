"""Words without their endings."""

from policybook.redline.term_stems import content_stems, stem


def test_endings_are_left_out() -> None:
    assert stem("sending") == stem("sends") == stem("send")


def test_short_words_keep_their_end() -> None:
    assert (stem("ring"), stem("shed")) == ("ring", "shed")


def test_small_words_have_no_stem() -> None:
    assert stem("the") is None


def test_roles_have_one_spelling() -> None:
    assert content_stems("the DSL") == content_stems("the designated safeguarding lead")
