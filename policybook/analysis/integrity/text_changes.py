"""Find every place in a version's file that differs from the approved text."""

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from urllib.parse import unquote

from policybook.model import Mark, Version
from policybook.reading.fields import front_matter
from policybook.reading.fields.fields import FIELDS
from policybook.reading.record.approved_text import split_canonical
from policybook.reading.references import link_search

_LEFT, _RIGHT = 30, 50  # letters shown before and after the first that differs
#: Pairs of lines that are compared to find the lines that match; more take too long.
_MOST_PAIRS = 4_000_000
#: Fields of what was decided after the approval. The record has lines of its own for them.
_DECISIONS = frozenset(
    {"status", "reviews", "withdrawn_on", "withdrawn_by", "reason", "adopted_from"}
)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A place where a version differs from its approved text.

    `line` is its line in the file, `what` its description; `was` and `now` are the
    texts. A picture's text is the start of its hash. `is_allowed` says that the approval
    does not cover the place.
    """

    line: int
    what: str
    was: str | None
    now: str | None
    is_picture: bool = False
    is_in_body: bool = False
    is_allowed: bool = False

    def __str__(self) -> str:
        allowed = ", as it may be" if self.is_allowed else ""
        return (
            f"{self.what} was changed since the version was approved{allowed}: "
            f"{_describe_both(self.was, self.now)}"
        )


def list_changes(version: Version, was: str, now: str) -> list[TextChange]:
    """Return the places in the file that differ between two canonical texts, by line."""
    old, new = split_canonical(was), split_canonical(now)
    if version.unread and version.body_line == 1:
        # Without front matter, nothing says where the body starts.
        return []
    if len(version.unread) == len(FIELDS) and not new.pictures:
        # Without fields, the text is only the body.
        new = replace(new, fields={}, body=now.strip("\n"))
    changes = [
        *_body_changes(version, old.body.split("\n"), new.body.split("\n")),
        *_picture_changes(version, old.pictures, new.pictures),
        *_field_changes(version, old.fields, new.fields),
    ]
    return sorted(changes, key=lambda change: change.line)


def _field_changes(
    version: Version, old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]
) -> Iterator[TextChange]:
    """Yield fields that differ. A missing field is at the front matter's start."""
    for name in {**old, **new}:
        was, now = (" ".join(fields[name]) if name in fields else None for fields in (old, new))
        if was != now:
            yield TextChange(version.facts.lines.get(name, 1), f"`{name}`", was, now)


def list_allowed_changes(version: Version, original: str) -> Iterator[TextChange]:
    """Yield the fields that differ from the approved file, but that no approval covers.

    They are no fault. But a command that puts the whole file back changes them too.
    """
    if not original:
        return
    lines = original.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    facts = front_matter.read_all(front_matter.split(lines), version.path).facts
    for field in FIELDS:
        if field.in_approval or field.name in _DECISIONS or field.name in version.unread:
            continue
        was, now = (field.in_words(which) or None for which in (facts, version.facts))
        if was != now:
            line = version.facts.lines.get(field.name, 1)
            yield TextChange(line, f"`{field.name}`", was, now, is_allowed=True)


def _picture_changes(
    version: Version, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[TextChange]:
    """Yield pictures that differ, with the start of their hashes."""
    for path in {**old, **new}:
        was, now = old.get(path), new.get(path)
        if was != now:
            yield TextChange(
                _picture_line(version, path),
                f"the picture {path}",
                was and was[:12],
                now and now[:12],
                is_picture=True,
            )


def _picture_line(version: Version, path: str) -> int:
    """Return the line that shows a picture, or the last line if none does."""
    for line, piece in link_search.find_links(version):
        if piece.mark is Mark.IMAGE and posixpath.normpath(unquote(piece.target)) == path:
            return line
    return version.body_line + version.text.count("\n")


def _body_changes(version: Version, old: list[str], new: list[str]) -> Iterator[TextChange]:
    """Yield each line that differs, or was added or removed.

    Empty lines count only where nothing else was added or removed.
    """
    first = _first_line(version)
    last = first + len(new) - 1
    for start, was, now in _differing_lines(old, new):
        gone, added = ([(i, line) for i, line in enumerate(lines) if line] for lines in (was, now))
        if len(was) == len(now):
            pairs = [(i, a, b) for i, (a, b) in enumerate(zip(was, now, strict=True)) if a != b]
            yield from (
                TextChange(first + start + i, "this line", a, b, is_in_body=True)
                for i, a, b in pairs
            )
            continue
        if not gone and not added:
            gone, added = [*enumerate(was)], [*enumerate(now)]
        for before, after in zip_longest(gone, added):
            line = min(first + start + (after[0] if after else len(now)), last)
            if after is None:
                yield TextChange(line, "a line that stood here", before[1], None, is_in_body=True)
            else:
                yield TextChange(line, "this line", before and before[1], after[1], is_in_body=True)


def _differing_lines(
    old: list[str], new: list[str]
) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """Yield each run of lines that differs: its place in `new`, then both runs."""
    same = next((i for i, (a, b) in enumerate(zip_longest(old, new)) if a != b), len(old))
    rest = min(len(old), len(new)) - same
    ends = zip(reversed(old), reversed(new), strict=False)
    same_end = next((i for i, (a, b) in enumerate(ends) if a != b or i == rest), rest)
    was, now = old[same : len(old) - same_end], new[same : len(new) - same_end]
    if len(was) * len(now) > _MOST_PAIRS:
        yield same, was, now
        return
    for name, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if name != "equal":
            yield same + j1, was[i1:i2], now[j1:j2]


def _first_line(version: Version) -> int:
    """Return the line of the file with the first line of the canonical body."""
    lines = version.text.split("\n")
    return version.body_line + next((i for i, line in enumerate(lines) if line.strip(" \t")), 0)


def _describe_both(was: str | None, now: str | None) -> str:
    """Return the old and new text around the first letter that differs.

    Letters that look alike are named.
    """
    place = next((i for i, (a, b) in enumerate(zip_longest(was or "", now or "")) if a != b), 0)
    pair = (was or "")[place : place + 1], (now or "")[place : place + 1]
    unclear = all(pair) and (not "".join(pair).isascii() or "".join(pair).isspace())
    names = f" ({' became '.join(_letter(c) for c in pair)})" if unclear else ""
    return f"it was {_excerpt(was, place)} and is now {_excerpt(now, place)}{names}"


def _letter(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _excerpt(text: str | None, place: int) -> str:
    """Return the text around a place, in quotation marks."""
    if not text:
        return "not there" if text is None else "an empty line"
    start, end = max(0, place - _LEFT), place + _RIGHT
    return f"“{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}”"
