"""Describe the sheets: their size, what stands at the head and foot, and the number of the page."""

from policybook.word.outgoing.xml_parts import Element, make, make_text, set_value

_UPRIGHT = {"w:w": "11906", "w:h": "16838"}
_MARGINS = {"top": 1418, "right": 1418, "bottom": 1418, "left": 1418, "header": 709, "footer": 709}


def section_properties(header: str, footer: str) -> Element:
    """Return a sheet of A4. `header` and `footer` are the ids of their parts."""
    return make(
        "w:sectPr",
        None,
        make("w:headerReference", {"w:type": "default", "r:id": header}),
        make("w:footerReference", {"w:type": "default", "r:id": footer}),
        make("w:pgSz", _UPRIGHT),
        make("w:pgMar", {**{f"w:{k}": str(v) for k, v in _MARGINS.items()}, "w:gutter": "0"}),
    )


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
