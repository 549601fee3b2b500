"""Tidy the files of a school held in memory."""

import re

from builders import (
    PATH,
    make_sources,
    make_text,
)

from policybook.checks.fix import tidy
from policybook.checks.fix.tidy import TidiedFile
from policybook.model import Clause
from policybook.reading import library
from policybook.reading.fields import front_matter
from policybook.reading.texts import clauses, text_outline

SUMMARY = PATH.replace(".md", ".parents.md")


def tidy_files(files: dict[str, str | bytes]) -> dict[str, TidiedFile]:
    given_ones = make_sources(files)
    return {
        m.path: m
        for m in tidy.tidy_files(given_ones, library.load(given_ones).library, lambda _: True)
    }


def tidy_text(words: str, path: str = PATH) -> str:
    """The file after mending; as it was where there is nothing to mend."""
    files = {PATH: make_text(), path: words}
    return tidy_files(files)[path].data.decode() if path in tidy_files(files) else words


def list_words(whole: str) -> list[str]:
    """The words of all clauses, headings and titles, without the signs of typed bullets.

    A sign may be typed without a space: `-a`. The line between two cells is no word.
    """
    outline = text_outline.parse(front_matter.split(whole).body)
    excerpt = [words for _, words in outline.titles]
    for section in outline.sections:
        excerpt.append(section.title)
        for part in section.parts:
            excerpt += (
                [c.text for c in clauses.walk_clause(part)]
                if isinstance(part, Clause)
                else [part.text]
            )
    signs = dict.fromkeys(map(ord, "•·▪◦●■‣\uf0a7\uf0b7"))
    return [
        re.sub(r"^[-*+](?=\w)", "", word)
        for word in " ".join(excerpt).translate(signs).split()
        if word != "|"
    ]
