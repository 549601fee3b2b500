"""Figures that changed places."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.redline.weight_words import describe

M = Matter


@pytest.mark.parametrize(
    ("old", "new", "matter", "expected"),
    [
        ("Open at 8.40 am. Registers close at 9.15 am.", "Open at 9.15 am. Registers close at 8.40 am.", M.DATE, ["8.40 am → 9.15 am", "9.15 am → 8.40 am"]),
        ("Open at 8.40 and close at 9.15.", "Open at 9.15 and close at 8.40.", M.DATE, ["8.40 → 9.15", "9.15 → 8.40"]),
        ("Open from 8 am to 3 pm.", "Open from 3 pm to 8 am.", M.DATE, ["8 am → 3 pm", "3 pm → 8 am"]),
        ("Year 5 swim on Monday and Year 6 on Friday.", "Year 5 swim on Friday and Year 6 on Monday.", M.DATE, ["Monday → Friday", "Friday → Monday"]),
        ("Reply in 3 days and decide in 15 days.", "Reply in 15 days and decide in 3 days.", M.DEADLINE, ["3 days → 15 days", "15 days → 3 days"]),
        ("Year 5 pay £10 and Year 6 pay £15.", "Year 5 pay £15 and Year 6 pay £10.", M.NUMBER, ["£10 → £15", "£15 → £10"]),
        ("Year 5 dig and Year 6 paint.", "Year 6 dig and Year 5 paint.", M.AGE, ["Year 5 → Year 6", "Year 6 → Year 5"]),
        ("Use 1:4 indoors and 1:8 outdoors.", "Use 1:8 indoors and 1:4 outdoors.", M.NUMBER, ["1:4 → 1:8", "1:8 → 1:4"]),
        ("Give 5 mg at once and 10 mg later.", "Give 10 mg at once and 5 mg later.", M.NUMBER, ["5 mg → 10 mg", "10 mg → 5 mg"]),
        ("Bring 2 pens and 8 sheets.", "Bring 8 pens and 2 sheets.", M.NUMBER, ["2 pens → 8 pens", "8 sheets → 2 sheets"]),
    ],
)  # fmt: skip
def test_swapped_figures_are_named(old: str, new: str, matter: Matter, expected: list[str]) -> None:
    result = weights(old, new)
    assert [describe(weight) for weight in result if weight.matter is matter] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("On Monday at 9 am and on Friday at 3 pm.", "On Friday at 3 pm and on Monday at 9 am."),
        ("Year 5 pay £10 and Year 6 pay £15.", "Year 6 pay £15 and Year 5 pay £10."),
        ("Bring 2 pens and 8 sheets.", "Bring 8 sheets and 2 pens."),
        ("Reply in 3 days and decide in 15 days.", "Decide in 15 days and reply in 3 days."),
    ],
)
def test_other_order_is_left_to_reader(old: str, new: str) -> None:
    assert [weight.matter for weight in weights(old, new)] == [M.CONTENT]
