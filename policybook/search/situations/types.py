"""The values of situations of harm: cards and helplines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SafetyRole(StrEnum):
    """The people whom every school names for a worry about a child."""

    LEAD = "Designated Safeguarding Lead"
    DEPUTY = "Deputy Designated Safeguarding Lead"
    HEAD = "Headteacher"
    CHAIR = "Chair of governors"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCard:
    """What to do in one situation.

    `reader` is who types it: pupils, parents or staff. `phrases` find it in what
    somebody typed; `whole` only if nothing else was typed. `exceptions` show an ordinary
    question. `about` is the kind of harm in a word: short lists show one card of each.
    `roles` are people in school, `outside` those outside it, who come first where nobody
    of `roles` can be reached. `helplines` are ids.
    `see` are the ids of cards that somebody who opens this one may look for.
    `beside` are the ids of those that search shows with this one, because nothing typed says
    who reads it; `who` says for whom a card is.
    `rules` are the clauses that the school tied to the card, as (policy, number); `note` says
    where they and the card differ, and what counts.
    `is_shipped` says that the words are Policybook's, not the school's.
    """

    id: str
    title: str
    reader: str
    about: str = ""
    phrases: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    helplines: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    who: str = ""
    rules: tuple[tuple[str, str], ...] = ()
    note: str = ""
    is_shipped: bool = True
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What happened, whoever it happened to.

    `signs` find it in what somebody typed; `exceptions` show another matter. `cards` has
    the id of its card for each person, and for `unclear`. `id` is what those cards are
    `about`. An urgent one comes before all cards, even in a question. One that comes first
    does so too, though not in a question.
    """

    id: str
    signs: tuple[str, ...]
    cards: Mapping[str, str]
    exceptions: tuple[str, ...] = ()
    is_urgent: bool = False
    comes_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How people write about harm.

    `groups` are the words that mean the same in a phrase, by name. `spellings` are the
    forms of phrases with other ways to write them, `not_slips` ordinary words that look
    like a slip of one. `people` are phrases for whom a query is about, the first that
    fits and for whom there is a card; `not_people` are phrases that say it is somebody else.
    `ordinary` are phrases of everyday matters, which are about no subject.
    """

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_slips: tuple[str, ...] = ()
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A national helpline.

    `says` is what the organisation's own page says. It is empty where nobody read that
    page. `to_check` is what remains to be checked. `also` are other names that people type.
    """

    id: str
    name: str
    readers: tuple[str, ...]
    source: str
    checked: date
    is_recalled: bool
    phone: str = ""
    web: str = ""
    says: str = ""
    to_check: str = ""
    also: tuple[str, ...] = ()
