"""A weight quotes only words of its text."""

from policybook.meaning.effects.own_words import as_written
from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.types import Matter

OLD, NEW = "There is no need to sign.", "Visitors must sign."


def test_idiom_is_quoted_as_written() -> None:
    weight = as_written(replaced(Matter.STRONGER, "need not", "must"), OLD, NEW)
    assert (weight.old, weight.new) == ("there is no need to", "must")


def test_words_of_no_text_go() -> None:
    weight = as_written(replaced(Matter.STRONGER, "may", "must"), OLD, NEW)
    assert not weight.is_specific
