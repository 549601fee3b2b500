"""The person at the terminal: whether there is one, what they answer, and the colours they see.

Errors are red, warnings yellow, notes blue, and codes dim.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from policybook.model.findings import Paint, Severity, paint_nothing


def ask(question: str) -> bool:
    """Ask the person, and return whether the answer is yes. No answer is a no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt, OSError, RuntimeError):
        print()
        return False


@contextlib.contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """Give a function that shows words at a terminal in place of those before."""
    watched = sys.stderr.isatty()

    def show(words: str) -> None:
        if watched:
            print(f"\r{words} …", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if watched:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def has_person() -> bool:
    """Return whether a person is at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


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
