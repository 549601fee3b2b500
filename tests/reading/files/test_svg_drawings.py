"""Drawings are shapes and words: what they may hold, and what stops them."""

import pytest

from policybook.reading.files import svg_drawings

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
FRAME = START + 'viewBox="0 0 9 9">{}</svg>'

GOOD = [
    '<rect x="1" y="1" width="2" height="2" fill="#fff" style="stroke:#000"/>',
    "<text x='1'>Tell <tspan>the head</tspan></text>",
    '<defs><marker id="a"><path d="M0 0"/></marker></defs><path d="M1 1" marker-end="url(#a)"/>',
    '<use xlink:href="#a"/><use href="#b"/>',
    "<style>.a{fill:url(#b)}</style>",
    "<!-- made by hand --><metadata>x</metadata>",  # left out
    '<g data-name="x" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="x"/>',
]

BAD = [
    ("<script>alert(1)</script>", "<script>"),
    ('<g onclick="alert(1)"/>', "onclick"),
    ('<g OnLoad="alert(1)"/>', "OnLoad"),
    ("<foreignObject><p>x</p></foreignObject>", "<foreignObject>"),
    ('<image href="https://x.uk/a.png"/>', "<image>"),
    ('<use href="https://x.uk/a.svg#b"/>', "another place"),
    ('<a href="javascript:alert(1)"><text>x</text></a>', "<a>"),
    ("<style>@import 'https://x.uk/a.css';</style>", "style"),
    ('<rect fill="url(https://x.uk/a)"/>', "fill"),
    ("<rect style=\"background:url( '//x.uk')\"/>", "style"),
    ('<animate attributeName="href"/>', "<animate>"),
    ("<g>" * 100 + "</g>" * 100, "too many parts"),
    ("<g>", "damaged"),
    ("&x;", "damaged"),
]


@pytest.mark.parametrize("inside", GOOD)
def test_shapes_are_shown(inside: str) -> None:
    drawing = svg_drawings.read_drawing(FRAME.format(inside).encode())
    assert not drawing.fault
    assert drawing.data.startswith(b"<svg ")
    assert not any(word in drawing.data for word in (b"metadata", b"by hand", b"label", b"data-"))
    # What was cleaned stays as it is.
    assert svg_drawings.read_drawing(drawing.data).data == drawing.data


@pytest.mark.parametrize(("inside", "fault"), BAD)
def test_anything_else_is_named(inside: str, fault: str) -> None:
    drawing = svg_drawings.read_drawing(FRAME.format(inside).encode())
    assert fault in drawing.fault
    assert drawing.data == b""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"<html/>",
        FRAME.format("").encode("utf-16"),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + FRAME.format("&a;").encode(),
        b" " * 1_000_001,
    ],
)
def test_other_files_are_refused(data: bytes) -> None:
    assert svg_drawings.read_drawing(data).fault


def test_usual_doctype_is_left_out() -> None:
    doctype = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.uk/a.dtd">'
    )
    assert not svg_drawings.read_drawing((doctype + FRAME.format("<g/>")).encode()).fault
