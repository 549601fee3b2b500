"""Find the first place in a version's file that differs from the approved text."""

import posixpath
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import unquote

from policybook.model import Mark, Version
from policybook.reading import link_search

_LEFT, _RIGHT = 30, 50  # letters shown before and after the first that differs


@dataclass(frozen=True, slots=True)
class TextChange:
    """A place where a version differs from its approved text.

    `line` is its line in the file, `what` its description; `was` and `now` are the
    texts.
    """

    line: int
    what: str
    was: str | None
    now: str | None

    def __str__(self) -> str:
        return (
            f"{self.what} was changed since the version was approved: "
            f"{_describe_both(self.was, self.now)}"
        )


def first_change(version: Version, was: str, now: str, body_only: bool) -> TextChange | None:
    """Return the first change in the file between two canonical texts, or None."""
    (old_fields, old_body), (new_fields, new_body) = _split_header(was), _split_header(now)
    changes = [*_body_changes(version, old_body, new_body)]
    if not body_only:
        changes += _field_changes(version, old_fields, new_fields)
    return min(changes, key=lambda change: change.line, default=None)


def _split_header(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the header of a canonical text, by field or picture, and the lines of its body."""
    header, _, body = text.partition("\n\n")
    fields: dict[str, str] = {}
    for line in header.split("\n"):
        name, _, words = line.partition(": ")
        if name == "picture":
            words, _, path = words.partition(" ")
            name = f"picture {path}"
        fields[name] = f"{fields[name]} {words}" if name in fields else words
    return fields, body.removesuffix("\n").split("\n")


def _field_changes(
    version: Version, old: dict[str, str], new: dict[str, str]
) -> Iterator[TextChange]:
    """Yield fields and pictures that differ. A missing field is at the front matter's start."""
    for name in {**old, **new}:
        was, now = old.get(name), new.get(name)
        if was != now and name.startswith("picture "):
            path = name.removeprefix("picture ")
            yield TextChange(
                _picture_line(version, path),
                f"the picture {path}",
                was and was[:12],
                now and now[:12],
            )
        elif was != now:
            yield TextChange(version.facts.lines.get(name, 1), f"`{name}`", was, now)


def _picture_line(version: Version, path: str) -> int:
    """Return the line that shows a picture, or a line past the end if none does.

    A line past the end puts the change of the body first.
    """
    for line, piece in link_search.find_links(version):
        if piece.mark is Mark.IMAGE and posixpath.normpath(unquote(piece.target)) == path:
            return line
    return version.body_line + version.text.count("\n") + 1


def _body_changes(version: Version, old: list[str], new: list[str]) -> Iterator[TextChange]:
    """Yield the first line that differs, or was added or removed."""
    if old == new:
        return
    place = _first_difference(old, new)
    if place >= min(
        len(old), len(new)
    ):  # words were put to the end, or taken from it: not the empty line before them
        longer = old if len(old) > len(new) else new
        place = next((i for i, line in enumerate(longer) if i >= place and line), place)
    was, now = (lines[place] if place < len(lines) else None for lines in (old, new))
    line = _first_line(version) + place
    if now is None or (now in old[place:] and was not in new[place:]):
        yield TextChange(
            min(line, _first_line(version) + len(new) - 1), "a line that stood here", was, None
        )
    elif was is None or (was in new[place:] and now not in old[place:]):
        yield TextChange(line, "this line", None, now)
    else:
        yield TextChange(line, "this line", was, now)


def _first_line(version: Version) -> int:
    """Return the line of the file with the first line of the canonical body."""
    lines = version.text.split("\n")
    return version.body_line + next((i for i, line in enumerate(lines) if line.strip(" \t")), 0)


def _first_difference(old: list[str] | str, new: list[str] | str) -> int:
    """Return the place of the first difference."""
    return next((i for i, (a, b) in enumerate(zip_longest(old, new)) if a != b), 0)


def _describe_both(was: str | None, now: str | None) -> str:
    """Return the old and new text around the first letter that differs.

    Letters that look alike are named.
    """
    place = _first_difference(was or "", now or "")
    pair = (was or "")[place : place + 1], (now or "")[place : place + 1]
    unclear = all(pair) and (not "".join(pair).isascii() or "".join(pair).isspace())
    names = f" ({' became '.join(_letter(c) for c in pair)})" if unclear else ""
    return f"it was {_excerpt(was, place)} and is now {_excerpt(now, place)}{names}"


def _letter(character: str) -> str:
    """Return the code and the name of a character."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _excerpt(text: str | None, place: int) -> str:
    """Return the text around a place, in quotation marks."""
    if not text:
        return "not there" if text is None else "an empty line"
    start, end = max(0, place - _LEFT), place + _RIGHT
    return f"“{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}”"
