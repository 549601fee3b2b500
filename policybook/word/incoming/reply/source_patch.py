"""Change words in the Markdown of a clause, and leave every mark and line end around them."""

import re
from difflib import SequenceMatcher
from itertools import accumulate

#: Signs of Markdown that are no words: an address follows the words of a link.
_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|\]\([^)\s]*\)|\[\^[^\]\s]+\]|[*_`\[\]]|\n[ \t>]*|!(?=\[)"
)
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_STROKE = re.compile(r"(?<!\\)\|")
_TO_ESCAPE = re.compile(r"[\\`*\[\]<>]")


def patch_words(source: str, old: str, new: str) -> str | None:
    """Return `source`, whose words are `old`, with the words `new`; None if that is not sure.

    `source` may start with a mark of a list and a number, which stay.
    """
    places = _map_characters(source, old)
    if places is None:
        return None
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0, *accumulate(map(len, before))]
    pieces: list[str] = []
    done = 0
    for kind, i, i_end, j, j_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        first, last = starts[i], starts[i_end]
        is_new = last == first and first > 0
        start = places[first - 1][1] if is_new else places[first][0] if places else len(source)
        end = places[last - 1][1] if last > first else start
        if start < done:
            return None
        pieces += [
            source[done:start],
            _TO_ESCAPE.sub(lambda hit: f"\\{hit[0]}", "".join(after[j:j_end])),
        ]
        done = end
    return "".join(pieces) + source[done:]


def patch_cell(row: str, cell: int, old: str, new: str) -> str | None:
    """Return the line of a table's row with other words in one cell; None if that is not sure."""
    parts = _STROKE.split(row)
    place = cell + (1 if row.lstrip().startswith("|") else 0)
    if place >= len(parts):
        return None
    patched = patch_words(parts[place], old, new)
    if patched is None:
        return None
    parts[place] = patched.replace("|", "\\|") if "|" in new else patched
    return "|".join(parts)


def _map_characters(source: str, words: str) -> list[tuple[int, int]] | None:
    """Return where each character of `words` is in `source`, or None if there is no way.

    A character that is written with a backslash starts at the backslash.
    """
    head = source.find(words[:1]) if words else 0
    while head >= 0 and words:
        if (places := _follow(source, words, head)) is not None:
            return places
        head = source.find(words[0], head + 1)
    return None if words else []


def _follow(source: str, words: str, head: int) -> list[tuple[int, int]] | None:
    places: list[tuple[int, int]] = []
    place = head
    for sign in words:
        start = -1
        while place < len(source) and not _is_same(source[place], sign):
            mark = _MARK.match(source, place)
            if not mark:
                return None
            start = place if mark[0] == "\\" else -1
            place = mark.end()
        if place >= len(source):
            return None
        places.append((place if start < 0 else start, place + 1))
        place += 1
        if sign == " ":  # the spaces that start the next line of the file
            while place < len(source) and source[place] in " \t" and source[place - 1] in " \t\n":
                place += 1
    return places if not _MARK.sub("", source[place:]).strip() else None


def _is_same(sign: str, word_sign: str) -> bool:
    return sign == word_sign or (word_sign == " " and sign == "\n")
