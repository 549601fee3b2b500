"""Put the groups of a summary into the order in which its reader needs them.

The order of each group's own statements is the school's. So is that of groups of one kind.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policybook.model import Reader, Summary
from policybook.site import pictograms


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with its anchor and its words. `placed` fits the words to a page.

    `cites` are the number and address of each clause that it explains. `picture` is the
    name of its picture and what that shows. `behind` says why its translation may be
    out of date, and `source` is the address of the original.
    """

    anchor: str
    words: Markup
    cites: tuple[tuple[str, str], ...]
    picture: tuple[str, str] = ("", "")
    behind: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryGroup:
    """Statements under a heading. `sign` has a name, which sets the tone, and what it shows."""

    title: str
    statements: tuple[StatementView, ...]
    sign: tuple[str, str]


_MEANS = re.compile(r"what (?:it|this|that|the policy|the .* policy) (?:means|would mean)", re.I)
_ASKS = re.compile(r"(?:what )?we (?:would )?(?:ask|need|expect)", re.I)
_DOES = re.compile(
    r"what (?:we|(?:the|our) (?:school|staff)|you (?:can|could) expect)"
    r"(?! (?:would )?(?:ask|need|expect))",
    re.I,
)
#: You must, never, tell someone, whom to tell. What is only good to know is before "tell".
_SIGNS = ("yes", "no", "note", "tell", "who")

_Places = tuple[int, ...]


def english_headings(summary: Summary, source: Summary | None) -> list[str]:
    """Return the titles of the groups. `source` is the original of a translation."""
    drawn = source.groups if source else ()
    groups = drawn if len(drawn) == len(summary.groups) else summary.groups
    return [group.title for group in groups]


def arrange(reader: Reader, headings: Sequence[str]) -> tuple[_Places, _Places]:
    """Return the places of the groups before whom to tell, and of those after it.

    Pupils read what they must do, what never to do, when to tell someone, and whom. Parents
    read what the policy means for them before whom to tell, and then what the school asks
    of them before what it does. `headings` are in English.
    """
    every = range(len(headings))
    if reader is Reader.PUPILS:
        signs = [_SIGNS.index(pictograms.heading_picture(words)[0]) for words in headings]
        return (), tuple(sorted(every, key=lambda place: signs[place]))
    meanings = tuple(place for place in every if _MEANS.match(headings[place]))
    rest = [place for place in every if place not in meanings]
    first = next((n for n, place in enumerate(rest) if _DOES.match(headings[place])), len(rest))
    # What asks comes before the first group that says what the school does.
    late = sorted(rest[first:], key=lambda place: not _ASKS.match(headings[place]))
    return meanings, (*rest[:first], *late)
