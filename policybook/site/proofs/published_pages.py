"""Compare a published site with the texts that it publishes: every page, print view and PDF.

It needs nothing but the files of the site, and trusts no manifest. The words of a page must
be those of the version's `text.txt`, in order, whoever made or changed the page.
"""

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policybook.model import Group, Inline, Mark, Numbering, Version, addresses
from policybook.reading.fields.front_matter import UNKNOWN_FACTS
from policybook.reading.record.approved_text import split_canonical
from policybook.reading.texts import character_balance, clauses, text_outline
from policybook.reading.texts.clause_numbers import shown_inlines
from policybook.reading.texts.source_marks import squeeze
from policybook.site.proofs import page_words

_TEXTS = "policies/*/*/text.txt"
#: Letters outside Latin scripts, and signs outside general punctuation.
_OTHER_SCRIPT = re.compile(r"[^\u0021-\u024f\u1e00-\u1eff\u2010-\u2026]+")
#: Signs that change the direction of the letters after them.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DIGITS = re.compile(r"\d+")
_HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedText:
    """A version as its `text.txt` has it. `words` are its characters without white space."""

    version: Version
    words: str

    @property
    def has_own_numbers(self) -> bool:
        """Return whether the policy brings its own numbers, which are words of its text."""
        return self.version.facts.numbering is Numbering.OWN


def find_differences(folder: Path) -> Iterator[str]:
    """Yield in words each page and PDF of a version that does not show its text. Never raises."""
    texts: dict[str, list[PublishedText]] = {}
    for file in sorted(folder.glob(_TEXTS)):
        policy, name = file.parts[-3:-1]
        text = read_text(file.read_text(encoding="utf-8", errors="replace"), policy, name)
        texts.setdefault(policy, []).append(text)
        yield from _compare_version(folder, text)
    for policy, of_policy in texts.items():
        in_force = addresses.policy(policy)
        for page in (in_force, addresses.print_view(in_force), addresses.embedded(policy)):
            yield from _compare_page(folder, page, of_policy, must_show=False)


def read_text(text: str, policy: str, name: str) -> PublishedText:
    """Return the version that a `text.txt` describes."""
    parts = split_canonical(text)
    own = parts.fields.get("numbering", ("",))[0]
    numbering = Numbering(own) if own in list(Numbering) else None
    version = Version(
        policy=policy,
        name=name,
        path=addresses.text(policy, name),
        facts=replace(UNKNOWN_FACTS, numbering=numbering),
        text=parts.body,
        outline=text_outline.read_later(parts.body, 1, numbering),
    )
    is_own = numbering is Numbering.OWN
    words = character_balance.cover_characters(version)
    words += character_balance.characters(version.sections, has_labels=is_own)
    return PublishedText(version=version, words=words)


def _compare_version(folder: Path, text: PublishedText) -> Iterator[str]:
    version = text.version
    page = addresses.version(version.policy, version.name)
    for address in (page, addresses.print_view(page)):
        yield from _compare_page(folder, address, [text], must_show=True)
    pdf = addresses.pdf(version.policy, version.name)
    data = _read(folder, pdf)
    if data is not None:
        yield from (f"{pdf}: {fault}" for fault in find_pdf_faults(data, version))


def _compare_page(
    folder: Path, address: addresses.Address, texts: list[PublishedText], *, must_show: bool
) -> Iterator[str]:
    """Yield a difference if a page shows other words than each of `texts`."""
    data = _read(folder, addresses.file_of(address))
    if data is None:
        if must_show:
            yield f"{address} is missing, though its text is published"
        return
    page = data.decode("utf-8", "replace")
    shown = [
        (t, page_words.read_text_words(page, has_own_numbers=t.has_own_numbers)) for t in texts
    ]
    if not must_show and all(words is None for _, words in shown):
        return  # no version is in force
    if not any(words == text.words for text, words in shown):
        text, words = shown[-1]
        yield f"{address} does not show the words of text.txt: {_describe(text.words, words or '')}"


def _describe(words: str, shown: str) -> str:
    """Return the first place where the words of a page differ from those of the text."""
    place = page_words.count_equal(words, shown)
    return (
        f"the text goes on with “{words[place : place + 40]}”, and the page with "
        f"“{shown[place : place + 40]}”"
    )


def _read(folder: Path, address: str) -> bytes | None:
    """Return a file of the site; None if it is not an ordinary file inside the site."""
    file = (folder / address).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return file.read_bytes()


# ---------- PDFs


def find_pdf_faults(data: bytes, version: Version) -> Iterator[str]:
    """Yield the first rule whose words a PDF does not show in their place.

    The lines at the head and foot of each page are no words of the policy. Cells of a table may
    be in any order, because one that reaches down comes later in the file.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        yield "it cannot be read"
        return
    shown, place = _fold("".join(_drop_running_lines(pages))), 0
    for words, is_cell in _list_words(version):
        ends = [_find_end(shown, run, place) for run in _split_scripts(words)]
        if -1 in ends:
            yield f"it does not show these words of text.txt in their place: “{words[:60]}”"
            return
        place = place if is_cell else max(ends, default=place)


def _split_scripts(words: str) -> list[str]:
    """Return the words in one piece, or its runs of Latin letters if it has other scripts.

    A PDF has letters that run from right to left in another order, and prints a letter that
    no font has as its number.
    """
    folded = _fold(words)
    if _DIRECTIONS.search(folded):
        return []
    if _OTHER_SCRIPT.search(folded):
        return _OTHER_SCRIPT.split(folded)
    return [folded]


def _find_end(shown: str, run: str, place: int) -> int:
    """Return where `run` ends in the words of a PDF after `place`, or -1 if it is not there."""
    index = shown.find(run, place)
    return index + len(run) if index >= 0 else -1


def _list_words(version: Version) -> Iterator[tuple[str, bool]]:
    """Yield the words of each heading and rule, in order, and whether they are a cell."""
    for section in version.sections:
        yield section.title, False
        for part in section.parts:
            if isinstance(part, Group):
                yield part.text, False
            else:
                for clause in clauses.walk_clause(part):
                    for inlines in clause.cells or (shown_inlines(clause),):
                        yield _read_inlines(inlines), bool(clause.cells)


def _read_inlines(inlines: Sequence[Inline]) -> str:
    """Return the words of a rule. A PDF shows a picture in place of its alternative text."""
    pieces = (piece for piece in inlines if piece.mark is not Mark.IMAGE)
    return "".join(_read_inlines(p.children) if p.children else p.text for p in pieces)


def _fold(words: str) -> str:
    """Return the characters without hyphens: a PDF divides words at the ends of lines."""
    folded = squeeze(unicodedata.normalize("NFKC", words))
    return folded.translate(_HYPHENS)


def _drop_running_lines(pages: list[str]) -> Iterator[str]:
    """Yield the words of each page without the lines that every page has."""
    counts: dict[str, int] = {}
    split = [page.split("\n") for page in pages]
    for lines in split:
        for line in {_DIGITS.sub("#", line) for line in lines}:
            counts[line] = counts.get(line, 0) + 1
    running: Mapping[str, bool] = {
        line: len(pages) > 2 and count >= len(pages) - 1 for line, count in counts.items()
    }
    for lines in split:
        yield "".join(line for line in lines if not running[_DIGITS.sub("#", line)])
