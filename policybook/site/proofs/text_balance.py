"""Refuse an output that does not show exactly the characters of a version, in order.

Such a difference is a fault of a template or of Policybook, never of an author. A build
compares the source of every version with its page, print view, PDF and search text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape

from policybook.model import Numbering, Version
from policybook.reading.texts import character_balance, clauses
from policybook.reading.texts.source_marks import squeeze
from policybook.search import SearchDocument
from policybook.site.proofs import page_words, published_pages

#: Numbers of Policybook; a picture, whose alternative text counts; other tags.
_MARKUP = re.compile(
    r'<(?:a class="pb-number"[^>]*>[^<]*</a>|summary[^>]*>[^<]*</summary>'
    r'|p class="pb-from-cover-label"[^>]*>[^<]*</p>|img [^>]*?alt="([^"]*)"[^>]*>|[^>]*>)'
)
#: The same, if the numbers are the policy's own.
_OWN_MARKUP = re.compile(_MARKUP.pattern.replace('a class="pb-number"[^>]*>[^<]*</a>|', "", 1))
#: The id of a section in the data of a PDF.
_SECTION = re.compile(r"s(\d+)")
#: Fields of the data of a PDF that hold the policy's words, in the order of the page.
_WORDS = (
    *("above", "pieces", "parts", "alt", "code", "text"),
    *("header", "rows", "cells", "below", "items"),
)
#: Fields that hold numbers, before the words.
_NUMBERS = ("number", "label", "lead")


class Unbalanced(Exception):
    """An output would lose, add or alter characters. The message names version and output."""


def refuse_source(version: Version) -> None:
    """Raise `Unbalanced` if the clauses of `version` are not exactly its source."""
    if place := character_balance.find_imbalance(version):
        raise Unbalanced(
            f"{version.path}:{place.line}: the clauses of version {version.name} are not exactly "
            f"its source. The source goes on with “{place.source}”, the clauses with "
            f"“{place.words}”. This is a fault in Policybook, not in the text."
        )


def refuse_html(version: Version, parts: Sequence[str]) -> None:
    """Raise `Unbalanced` if the HTML of the text has not exactly the words of the clauses."""
    markup = _OWN_MARKUP if _brings_numbers(version) else _MARKUP
    text = markup.sub(r"\1", "".join(parts))
    shown = squeeze(unescape(text))
    culprit = "the template policy/clauses.html"
    _refuse(version, shown, _characters(version), "HTML of the text", culprit)


def refuse_cover(version: Version, html: str) -> None:
    """Raise `Unbalanced` if the HTML of the printed cover's lines has not exactly their words."""
    shown = squeeze(unescape(_MARKUP.sub(r"\1", html)))
    words = character_balance.cover_characters(version)
    _refuse(version, shown, words, "HTML of the cover", "the template policy/cover.html")


def refuse_page(version: Version, page: str, text: str, template: str) -> None:
    """Raise `Unbalanced` if a page does not contain the text as it was laid out."""
    if not page_words.has_words_of(page, text):
        raise Unbalanced(
            f"{version.path}: the page of version {version.name} would not show its text "
            f"unchanged. Correct the template {template}: it must contain "
            f'<div class="{page_words.REGION}">{{{{ text }}}}</div>, with nothing else inside.'
        )


def refuse_pdf(version: Version, body: object, after: str) -> None:
    """Raise `Unbalanced` if the data of a PDF has not exactly the words of the clauses.

    `after` are the words of Policybook after the text.
    """
    words = character_balance.cover_characters(version) + _characters(version) + squeeze(after)
    names = (*_NUMBERS, *_WORDS) if _brings_numbers(version) else _WORDS
    shown = squeeze("".join(_pdf_words(body, names)))
    _refuse(version, shown, words, "PDF", "the template pdf/policy.typ")


def refuse_printed(version: Version, pdf: bytes) -> None:
    """Raise `Unbalanced` if a finished PDF lacks words of the text: its template left them out."""
    for fault in published_pages.find_pdf_faults(pdf, version):
        raise Unbalanced(
            f"{version.path}: the PDF of version {version.name} is not its text: {fault}. "
            "Correct the template pdf/policy.typ."
        )


def refuse_search(version: Version, documents: Sequence[SearchDocument]) -> None:
    """Raise `Unbalanced` if search has not exactly the words of the clauses of `version`."""
    indexed = squeeze("".join(d.text for d in documents if not d.reader))
    words = squeeze("".join(c.text for c in clauses.walk_sections(version.sections)))
    _refuse(version, indexed, words, "search text", "the search index")


# The page, the print view and the PDF of one version are made one after the other.
@lru_cache(maxsize=64)
def _characters(version: Version) -> str:
    return character_balance.characters(version.sections, has_labels=_brings_numbers(version))


def _brings_numbers(version: Version) -> bool:
    return version.facts.numbering is Numbering.OWN


def _refuse(version: Version, shown: str, words: str, output: str, culprit: str) -> None:
    if shown == words:
        return
    place = page_words.count_equal(shown, words)
    raise Unbalanced(
        f"{version.path}:{_find_line(version, words[place : place + 12])}: the {output} of version "
        f"{version.name} is not exactly its text. The text goes on with "
        f"“{words[place : place + 40]}”, the {output} with “{shown[place : place + 40]}”. "
        f"This is a fault of {culprit}, not of the text."
    )


def _find_line(version: Version, words: str) -> int:
    """Return the first line of the clause that holds `words`, or else of the text."""
    lines = (
        c.lines[0] for c in clauses.walk_sections(version.sections) if words in squeeze(c.text)
    )
    return next(lines, version.body_line)


def _pdf_words(node: object, names: Sequence[str]) -> Iterator[str]:
    """Yield the words of a node in the order of the page, from the fields `names`.

    These leave out the numbers of Policybook.
    """
    if isinstance(node, str):
        yield node
    elif isinstance(node, Sequence):
        for inner in node:
            yield from _pdf_words(inner, names)
    elif isinstance(node, Mapping) and not _is_number_alone(node):
        for name in names:
            is_title = name in _NUMBERS and node.get("kind") == "cover"
            yield from () if is_title else _pdf_words(node.get(name), names)


def _is_number_alone(node: Mapping[str, object]) -> bool:
    """Return whether a node is the heading of a section without a title: it shows its number."""
    match = _SECTION.fullmatch(str(node.get("id")))
    return match is not None and node.get("number") == "" and node.get("pieces") == [match[1]]
