"""Put the groups of a summary into the order in which its reader needs them.

The order of each group's own statements is the school's. So is that of groups of one kind.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from policybook.model import Reader


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
    """Statements under a heading. `sign` has a name, which sets the tone, and what it shows.

    `heading` is the title in English if the group is translated.
    """

    title: str
    statements: tuple[StatementView, ...]
    sign: tuple[str, str]
    heading: str


_MEANS = re.compile(r"what (?:it|this|that|the policy|the .* policy) (?:means|would mean)", re.I)
_ASKS = re.compile(r"(?:what )?we (?:would )?(?:ask|need|expect)", re.I)
_DOES = re.compile(
    r"what (?:we|(?:the|our) (?:school|staff)|you (?:can|could) expect)"
    r"(?! (?:would )?(?:ask|need|expect))",
    re.I,
)
#: You must, never, tell someone, whom to tell. What is only good to know is before "tell".
_SIGNS = ("yes", "no", "note", "tell", "who")

Groups = tuple[SummaryGroup, ...]


def arrange(reader: Reader, groups: Iterable[SummaryGroup]) -> tuple[Groups, Groups]:
    """Return the groups before whom to tell, and those after it.

    Pupils read what they must do, what never to do, when to tell someone, and whom. Parents
    read what the policy means for them before whom to tell, and then what the school asks
    of them before what it does.
    """
    every = tuple(groups)
    if reader is Reader.PUPILS:
        return (), tuple(sorted(every, key=lambda group: _SIGNS.index(group.sign[0])))
    meanings = tuple(group for group in every if _MEANS.match(group.heading))
    rest = tuple(group for group in every if group not in meanings)
    return meanings, _ask_before_doing(rest)


def _ask_before_doing(groups: Groups) -> Groups:
    """Return the groups, with those that ask before the first that says what the school does."""
    first = next((n for n, group in enumerate(groups) if _DOES.match(group.heading)), len(groups))
    late = tuple(group for group in groups[first:] if _ASKS.match(group.heading))
    others = tuple(group for group in groups[first:] if group not in late)
    return (*groups[:first], *late, *others)
