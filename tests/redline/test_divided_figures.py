"""Figures that went to another rule with their words."""

import pytest

from policybook.redline import Matter, changes_to_read

from .comparisons import compare

FIGURES = {Matter.DEADLINE, Matter.AGE, Matter.DATE, Matter.NUMBER}


def figures(old: str, new: str) -> list[Matter]:
    texts = ("## A\n\n" + text.replace(" | ", "\n\n") + "\n" for text in (old, new))
    changes = changes_to_read(compare(*texts))
    return [w.matter for change in changes for w in change.weights if w.matter in FIGURES]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The clerk answers every letter within four days, tells the chair, who looks into it,"
            " and sends the ruling within twelve days.",
            "The clerk answers every letter within four days. | The chair then looks into it with"
            " the cook and sends out the ruling within twelve days.",
        ),
        # with its unit now, or as an age
        ("Bikes are mended in five days, skates in two hours.", "Bikes are mended in five days. | Skates are mended in two days."),
        (
            "Logs are kept for three years, or until the rider is 21.",
            "Logs on adults are kept for three years. | For a rider, the log is kept until the age of 21.",
        ),
        # into a rule that there was
        (
            "The club meets within 20 days and writes to riders within 5 days. | The clerk keeps the log.",
            "The club meets within 20 days. | The clerk keeps the log and writes to riders within 5 days.",
        ),
        # in other words, right after the rule that it left
        (
            "Riders pay £40 when they book and the rest six weeks before the race.",
            "Riders pay £40 when they book. | The balance has to reach the treasurer six weeks ahead.",
        ),
    ],
)  # fmt: skip
def test_figure_moved_with_its_words(old: str, new: str) -> None:
    assert figures(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # other words
        (
            "The cook answers letters about lunch within 9 days. | Skates are kept in the store.",
            "The cook answers letters about lunch. | Skates are kept in the store for 9 days.",
        ),
        # another figure
        (
            "Riders pay £40 when they book and the rest six weeks before the race.",
            "Riders pay £40 when they book. | The rest is paid four weeks before the race.",
        ),
        # a figure that is gone
        ("Bikes are mended in five days, skates in two hours.", "Bikes are mended in five days."),
    ],
)
def test_other_figures_are_named(old: str, new: str) -> None:
    assert figures(old, new)
