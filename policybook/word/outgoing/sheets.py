"""Describe the sheets: their size, what stands at the head and foot, and the number of the page."""

from policybook.word.outgoing.xml_parts import Element, make, make_text, set_value

_UPRIGHT = {"w:w": "11906", "w:h": "16838"}
_ACROSS = {"w:w": "16838", "w:h": "11906", "w:orient": "landscape"}
_MARGINS = {"top": 1418, "right": 1418, "bottom": 1418, "left": 1418, "header": 709, "footer": 709}


def section_properties(header: str, footer: str, *, across: bool = False) -> Element:
    """Return a sheet of A4, upright or across, with its head and foot.

    `header` and `footer` are the ids of their parts.
    """
    margins = {**{f"w:{side}": str(width) for side, width in _MARGINS.items()}, "w:gutter": "0"}
    return make(
        "w:sectPr",
        None,
        make("w:headerReference", {"w:type": "default", "r:id": header}),
        make("w:footerReference", {"w:type": "default", "r:id": footer}),
        make("w:pgSz", _ACROSS if across else _UPRIGHT),
        make("w:pgMar", margins),
    )


def section_break(header: str, footer: str, *, across: bool) -> Element:
    """Return the end of a stretch of sheets that are upright, or across."""
    sheet = section_properties(header, footer, across=across)
    return make("w:p", None, make("w:pPr", None, set_value("w:pStyle", "Separator"), sheet))


def separator() -> Element:
    """Return an empty low paragraph, which keeps two tables apart and ends the file."""
    return make("w:p", None, make("w:pPr", None, set_value("w:pStyle", "Separator")))


def header_part(words: str) -> Element:
    """Return the head of every sheet."""
    return make("w:hdr", None, _line("header", make("w:r", None, make_text("w:t", words))))


def footer_part(words: str) -> Element:
    """Return the foot of every sheet: words, and `Page 3 of 9`."""
    return make(
        "w:ftr",
        None,
        _line(
            "footer",
            make("w:r", None, make_text("w:t", f"{words}  ·  Page ")),
            _field("PAGE"),
            make("w:r", None, make_text("w:t", " of ")),
            _field("NUMPAGES"),
        ),
    )


def _line(style: str, *inside: Element) -> Element:
    return make("w:p", None, make("w:pPr", None, set_value("w:pStyle", style)), *inside)


def _field(name: str) -> Element:
    """Return a number that Word works out itself."""
    return make("w:fldSimple", {"w:instr": f" {name} "}, make("w:r", None, make("w:t", text="1")))
