"""Contrast: the figures of WCAG 2.2, and colours that people can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),  # the usual example of a grey that just fails
        ("#ff0000", "#ffffff", 4.0),
        ("#1e2230", "#1e2230", 1.0),
    ],
)
def test_ratio_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast.contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast.contrast(second, first) == contrast.contrast(first, second)


@pytest.mark.parametrize(
    ("words", "colour"),
    [("#7A1F3D", "#7a1f3d"), ("#abc", "#aabbcc"), ("7a1f3d", None), ("#12345", None), ("", None)],
)
def test_digits_are_read(words: str, colour: str | None) -> None:
    assert contrast.read_hex(words) == colour


@given(COLOURS)
def test_darkened_colour_can_be_read(colour: str) -> None:
    assert contrast.contrast(contrast.darken(colour, ("#ffffff",)), "#ffffff") >= contrast.LEAST


@given(COLOURS)
def test_lightened_colour_can_be_read(colour: str) -> None:
    assert contrast.contrast(contrast.lighten(colour, ("#2e3341",)), "#2e3341") >= contrast.LEAST


def test_readable_colour_stays() -> None:
    assert contrast.darken("#303f9f", ("#ffffff",)) == "#303f9f"
