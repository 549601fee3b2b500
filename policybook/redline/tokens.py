"""Split the pieces of a clause into tokens for comparison.

Tokens are words, numbers and signs. White space belongs to the token after it. Curly and
straight quotes are alike, and so are dashes of any length, and letters in any Unicode form.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from policybook.meaning.words.similarity import straighten
from policybook.model import Mark
from policybook.redline.types import Piece
from policybook.redline.units import OBJECT, plain_text
from policybook.text.characters import UNSEEN
from policybook.text.letter_forms import COMBINING, fold_forms

_LETTERS = rf"[^\W_](?:[^\W_]|[{COMBINING}{UNSEEN}])*+"
_PLAIN = rf"\d+(?:[.,:/-]\d+)+|{_LETTERS}(?:'{_LETTERS})*|{OBJECT}+|\S"
_SPACE = rf"[\s\x1c-\x1f{UNSEEN}]*+"
_TOKEN = re.compile(rf"{_SPACE}(?:{_PLAIN})")
# For texts with an @.
_TOKEN_OR_ADDRESS = re.compile(rf"{_SPACE}(?:[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|{_PLAIN})")
_LEADING_SPACE = re.compile(_SPACE)

Pieces = tuple[Piece, ...]


class TextSide(NamedTuple):
    """One side of a comparison: its texts as one row of pieces.

    Each token has a key, an end in that row, and in `owners` the number of its text.
    """

    pieces: Pieces
    keys: Sequence[str]
    ends: Sequence[int]
    owners: Sequence[int]


class Gap(IntEnum):
    """What stands before a token: nothing, white space, or the start of its text."""

    NONE = 0
    SPACE = 1
    START = 2


_GAPS = (Gap.NONE, Gap.SPACE)


def gaps(side: TextSide, first: int) -> list[Gap]:
    """Return what stands before each token of a side whose first one starts at `first`."""
    text = plain_text(side.pieces)
    starts = [first, *side.ends[:-1]]
    result = [_GAPS[text[start].isspace()] for start in starts[: len(side.keys)]]
    for place, owner in enumerate(side.owners):
        if not place or owner != side.owners[place - 1]:
            result[place] = Gap.START
    return result


def skip_space(pieces: Pieces, start: int) -> int:
    """Return where the text goes on after the white space at `start`; 0 stays 0."""
    text = plain_text(pieces)
    while 0 < start < len(text) and text[start].isspace():
        start += 1
    return start


def text_side(texts: Sequence[Pieces], typed: int) -> TextSide:
    """Return the texts as one side, without the first `typed` characters."""
    if len(texts) == 1:
        keys, ends = _tokens(texts[0], typed)
        return TextSide(texts[0], keys, ends, [0] * len(keys))
    keys, ends = [], []
    owners: list[int] = []
    start = 0
    for number, pieces in enumerate(texts):
        tokens, stops = _tokens(pieces, 0 if number else typed)
        keys += tokens
        ends += [start + stop for stop in stops]
        owners += [number] * len(tokens)
        start += sum([len(piece.text) for piece in pieces])
    return TextSide(tuple([p for pieces in texts for p in pieces]), keys, ends, owners)


@lru_cache(maxsize=1 << 8)
def _tokens(pieces: Pieces, first: int) -> tuple[Sequence[str], Sequence[int]]:
    """Return the key and the end of each token from character `first` on.

    The last token includes the white space after it. A picture is one token. Cached: a
    clause that changes is often new in one redline and old in the next.
    """
    whole = straighten(plain_text(pieces))
    text = whole
    if Mark.IMAGE in [piece.mark for piece in pieces]:
        text = "".join(
            [OBJECT * len(p.text) if p.mark is Mark.IMAGE else straighten(p.text) for p in pieces]
        )
    token = _TOKEN_OR_ADDRESS if "@" in text else _TOKEN
    # Each token includes the space before it, so that tokens touch each other.
    tokens = token.findall(text, first, len(text.rstrip()))
    if not tokens:
        return ([" "], [len(text)]) if len(text) > first else ([], [])
    ends = list(accumulate(map(len, tokens), initial=first))
    keys = [_LEADING_SPACE.sub("", token, count=1) for token in tokens]
    if text is not whole:
        keys = [whole[end - len(key) : end] for key, end in zip(keys, ends[1:], strict=True)]
    ends[-1] = len(text)
    return [key if key.isascii() else fold_forms(key) or key for key in keys], ends[1:]
