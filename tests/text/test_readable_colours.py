"""A school's colour, changed until people can read with it."""

from hypothesis import given
from hypothesis import strategies as st

from policybook.text import contrast, readable_colours


@given(st.integers(0, 0xFFFFFF))
def test_changed_colours_can_be_read(number: int) -> None:
    colour = f"#{number:06x}"
    bar = readable_colours.darken_for_bar(colour)
    links = readable_colours.darken_for_links(colour)
    assert contrast.contrast(bar, "#ffffff") >= contrast.LEAST
    assert contrast.contrast(links, "#e8eaf8") >= contrast.LEAST
    if contrast.contrast(colour, "#e8eaf8") >= contrast.LEAST:
        assert colour == bar == links
