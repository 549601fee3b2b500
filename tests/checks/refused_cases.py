"""A refused case: files, and the finding that they must give."""

from dataclasses import dataclass

from builders import (
    BODY,
    PATH,
    make_text,
)

SUMMARY = PATH.replace(".md", ".parents.md")
FOLDER = PATH.rpartition("/")[0] + "/"
PAGE = "docs/about.md"
RULES = "## Rules\n\n"


@dataclass(frozen=True)
class RefusedCase:
    """Files, the path and line of the finding that must be among those found, and a word of its message or remedy."""

    name: str
    files: dict[str, str | bytes]
    path: str
    line: int
    word: str


def make_field_case(name: str, line: int, word: str, **changed: str) -> RefusedCase:
    return RefusedCase(name, {PATH: make_text(BODY, **changed)}, PATH, line, word)


def make_body_case(name: str, written: str, word: str, line: int = 11) -> RefusedCase:
    return RefusedCase(name, {PATH: make_text(RULES + written)}, PATH, line, word)


def make_page_case(name: str, written: str | bytes, word: str, line: int = 1) -> RefusedCase:
    return RefusedCase(name, {PATH: make_text(), PAGE: written}, PAGE, line, word)


def make_summary_case(name: str, written: str | bytes, word: str, line: int = 1) -> RefusedCase:
    return RefusedCase(name, {PATH: make_text(), SUMMARY: written}, SUMMARY, line, word)


def make_name_case(name: str, file: str, word: str) -> RefusedCase:
    return RefusedCase(
        name, {PATH: make_text(), FOLDER + file: make_text(changes="More.")}, FOLDER + file, 1, word
    )
