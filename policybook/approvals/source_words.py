"""Compare a version with the document that it was adopted from, word for word.

The record vouches for that document, so every word of the version must be in it, and every
word of it in the version. What only belongs to printed pages may be in the document alone:
its cover, its contents, a line that comes back on each page, and the numbers of clauses.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from policybook.model import Clause, Section, Version
from policybook.reading.texts import clauses, markdown, version_words

#: A word, a figure with its decimals and its minus, or a sign that changes what is meant.
_WORD = re.compile(
    r"(?<![\w.,])[-−]\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*|[≥≤<>±=%£€$☑☐✓✗×÷]"
)
#: A number of a clause. The version has it beside its words, not in them.
_LABEL = re.compile(
    r"\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,6}|appendix|annexe?|part|section|schedule"
)
_LONGEST_LABEL = 4
_PAGE = re.compile(r"page \d{1,3}(?: of \d{1,3})?")
_MOST_SHOWN = 5
_CONTEXT = 3
#: A longer document is compared without the words that come again and again.
_MOST_TOKENS = 4_000


def find_differences(version: Version, source: str, *, is_read: bool = False) -> tuple[str, ...]:
    """Return sentences on the first words that differ; none if the words are the same.

    Capitals, commas, spaces and ends of lines do not count; figures and signs such as ≥ do.
    With `is_read`, the document is a Word file or a PDF: its numbers, headers and page
    numbers are not in `source`. Only the title may be in it alone, and a number that
    somebody typed, if the version has it as the label of the clause.
    """
    shown_old, lines = _read_source(source)
    shown_new, labels, first_rule = _read_version(version)
    old, new = ([word.casefold() for word in row] for row in (shown_old, shown_new))
    repeated = {words for words, count in Counter(lines.values()).items() if count > 1}
    is_long = len(old) > _MOST_TOKENS
    steps = SequenceMatcher(None, old, new, autojunk=is_long).get_opcodes()
    found: list[str] = []
    for kind, i, i_end, j, j_end in steps:
        if kind == "equal" or old[i:i_end] == new[j:j_end]:
            continue
        gone, added = old[i:i_end], new[j:j_end]
        if is_read:
            is_title = gone == [word.casefold() for word in _split(version.facts.title)]
            allowed = is_title or _is_label(old, i, i_end, j, labels)
        else:
            allowed = _is_of_pages(gone, j, labels, lines.get(i), repeated, j <= first_rule)
        if added or not allowed:
            before = shown_new[max(0, j - _CONTEXT) : j]
            found.append(_describe(shown_old[i:i_end], shown_new[j:j_end], before))
    more = len(found) - _MOST_SHOWN
    rest = (f"… and {more} more differences.",) if more > 0 else ()
    return (*found[:_MOST_SHOWN], *rest)


def explain(version: Version, name: str, source: str, *, is_read: bool) -> Iterator[str]:
    """Yield where a version's words are not those of the document `name`; nothing if they are."""
    differences = find_differences(version, source, is_read=is_read)
    if differences:
        yield (
            f"{version.policy} {version.name} does not have the words of {name}, so the record "
            "cannot say that it was adopted from there. Correct the draft, or leave --adopted-from "
            "out:"
        )
    yield from (f"  {difference}" for difference in differences)


def _split(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _read_source(text: str) -> tuple[list[str], dict[int, tuple[str, ...]]]:
    """Return the words of a document, and the words of each line by the place where it starts."""
    tokens: list[str] = []
    lines: dict[int, tuple[str, ...]] = {}
    for line in text.splitlines():
        words = _split(line)
        if words:
            lines[len(tokens)] = tuple(word.casefold() for word in words)
        tokens += words
    return tokens, lines


def _read_version(version: Version) -> tuple[list[str], dict[int, list[str]], int]:
    """Return the words of a version, the labels by the places of clauses, and the first rule's."""
    tokens: list[str] = []
    labels: dict[int, list[str]] = {}
    first_rule = -1
    for words, label, is_rule in _walk_texts(version):
        labels[len(tokens)] = [word.casefold() for word in _split(label)]
        if is_rule and first_rule < 0:
            first_rule = len(tokens)
        tokens += words
    labels.setdefault(len(tokens), [])
    return tokens, labels, first_rule


def _walk_texts(version: Version) -> Iterator[tuple[list[str], str, bool]]:
    """Yield each text's words and label in reading order, and whether it is after the cover."""
    is_rule, tables = False, set[int]()
    for part in clauses.walk_parts(version):
        is_rule |= isinstance(part, Section)
        words = part.text
        if isinstance(part, Clause) and part.table and part.table not in tables:
            tables.add(part.table)
            yield _split(" ".join(map(markdown.plain_text, part.header))), "", is_rule
        if isinstance(part, Clause) and is_rule and not part.cells:
            words = version_words.words_without_notes(part.inlines) or part.text
        yield _split(words), part.label, is_rule


def _is_label(
    old: Sequence[str], start: int, end: int, place: int, labels: Mapping[int, list[str]]
) -> bool:
    """Return whether words of the document are the label of the clause at `place`.

    In "(a) a visit", either "a" may count as the one that only the document has.
    """
    while start and old[start - 1] == old[end - 1] and labels.get(place) != old[start:end]:
        start, end, place = start - 1, end - 1, place - 1
    return labels.get(place) == old[start:end]


def _is_of_pages(
    words: Sequence[str],
    place: int,
    clause_starts: Collection[int],
    line: tuple[str, ...] | None,
    repeated: set[tuple[str, ...]],
    is_cover: bool,
) -> bool:
    """Return whether words of a text file belong to its printed pages.

    They do on its cover; as the number of a clause at the start of a line; and as a whole
    line that says "Page 2", or comes back on each page.
    """
    if is_cover:
        return True
    if line is None:
        return False
    if (
        (len(words) <= _LONGEST_LABEL and all(map(_LABEL.fullmatch, words)))
        and place in clause_starts
        and len(words) < len(line)
    ):
        return True
    whole = tuple(words) == line
    return whole and (line in repeated or _PAGE.fullmatch(" ".join(line)) is not None)


def _describe(gone: Sequence[str], added: Sequence[str], before: Sequence[str]) -> str:
    place = f"after “{' '.join(before)}”" if before else "at the start"
    if not added:
        return f"Only the document has “{_shorten(gone)}”, {place}."
    if not gone:
        return f"Only the version has “{_shorten(added)}”, {place}."
    return f"The document has “{_shorten(gone)}” and the version “{_shorten(added)}”, {place}."


def _shorten(words: Sequence[str]) -> str:
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
