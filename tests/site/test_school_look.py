"""The school's colours keep their contrast; its files are published under names of ours."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model.look import SiteLook
from policybook.reading.school import site_look
from policybook.site import school_look
from policybook.site.render.types import Templates
from policybook.text import contrast, readable_colours

TEMPLATES = Templates(pages={}, assets={}, pdf=Path())
SHEET = Path(__file__).parents[2] / "templates/assets/policybook.css"


def colours_of(sheet: str) -> list[dict[str, str]]:
    """Return the variables of the light list and of both dark ones."""
    return [
        dict(re.findall(r"--pb-([a-z-]+):(#[0-9a-f]{6})", part))
        for part in re.findall(r"\{(--pb[^{}]*)\}", sheet)
    ]


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_can_be_read(number: int) -> None:
    light, dark, again = colours_of(school_look.make_colours(f"#{number:06x}"))
    assert dark == again
    assert contrast.contrast(light["bar"], "#ffffff") >= contrast.LEAST
    assert contrast.contrast(dark["bar"], "#ffffff") >= contrast.LEAST
    for ground in ("#ffffff", "#f4f5fa", "#e8eaf8"):
        assert contrast.contrast(light["link"], ground) >= contrast.LEAST
    for ground in ("#191c25", "#222632", "#272d50"):
        assert contrast.contrast(dark["link"], ground) >= contrast.LEAST


@pytest.mark.parametrize("ground", [*readable_colours._GROUNDS, *school_look._DARK_GROUNDS])
def test_grounds_are_those_of_the_sheet(ground: str) -> None:
    short = "#fff" if ground == "#ffffff" else ground
    assert f": {short};" in SHEET.read_text(encoding="utf-8")


def test_named_colours_are_colours() -> None:
    assert all(contrast.read_hex(colour) == colour for colour in site_look.COLOURS.values())


def test_files_are_published() -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><metadata/><path d='M0 0'/></svg>"
    look = SiteLook(colour="#7a1f3d", logo="a/crest.svg", icon="i.png", style_sheets=("own.css",))
    files = {"docs/a/crest.svg": drawing, "docs/own.css": b"p{}"}
    result = school_look.add_look(TEMPLATES, look, files)
    assert result.logo == "assets/school-logo.svg"
    assert b"metadata" not in result.assets[result.logo]
    assert result.icon == ""  # the file is missing, and a finding says so
    assert result.school_styles == ("assets/school.css", "assets/school-1.css")
    assert result.assets["assets/school-1.css"] == b"p{}"


def test_no_choice_changes_nothing() -> None:
    assert school_look.add_look(TEMPLATES, SiteLook(), {}) == TEMPLATES
