"""Colours of findings in a terminal: errors red, warnings yellow, notes blue, codes dim."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from policybook.model.findings import Paint, Severity, paint_nothing

#: The parameters of a terminal's escape sequence (ECMA-48, “Select Graphic Rendition”).
_STYLES: Mapping[str, str] = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "33",
    Severity.NOTE: "34",
    "code": "2",
}


def choose_paint(stream: TextIO) -> Paint:
    """Return what gives parts of findings their colours on `stream`, or leaves them as they are."""
    return _paint if shows_colours(stream, os.environ, sys.platform) else paint_nothing


def shows_colours(stream: TextIO, environment: Mapping[str, str], platform: str) -> bool:
    """Return whether to colour: at a terminal, unless NO_COLOR is set; FORCE_COLOR always colours.

    NO_COLOR wins (no-color.org); an empty value counts as none. An old window of Windows
    shows escape sequences as text: only Windows Terminal says that it knows them.
    """
    if environment.get("NO_COLOR"):
        return False
    if force := environment.get("FORCE_COLOR"):
        return force not in ("0", "false")
    if environment.get("TERM") == "dumb" or not stream.isatty():
        return False
    return platform != "win32" or "WT_SESSION" in environment


def _paint(text: str, part: str) -> str:
    return f"\x1b[{_STYLES[part]}m{text}\x1b[0m"
