"""Read the cards: those that come with Policybook, and the school's `help-cards.yml`.

A card of the school with the id of a card of Policybook replaces the fields that it gives.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files

from policybook.model import Library
from policybook.model.findings import Finding, Severity
from policybook.reading.fields import values
from policybook.reading.files import layout
from policybook.search.situations.phrases import UNCLEAR, Groups, walk_unknown_groups
from policybook.search.situations.types import HelpCard, Language, Subject
from policybook.text import strict_yaml
from policybook.text.list_labels import CLAUSE_NUMBER
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

PATH = "data/help_cards.yml"
READERS = ("pupils", "parents", "staff")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RULE = re.compile(rf"([a-z0-9][a-z0-9-]*) ({CLAUSE_NUMBER}(?: \([a-z0-9.-]+\))?)")
_LISTS = tuple("phrases whole but_not steps roles outside helplines see beside rules".split())
_TEXTS = ("title", "who", "about", "note")
_FIELDS = ("id", "for", *_TEXTS, *_LISTS)
_SCHOOL_FIELDS = ("numbers_of", "read_by", "read_on", "leave_out", "words", "cards")
_FORM = (
    "Write `- id: photo-asked` and below it `rules: [social-media 5.15]`; "
    "or a card of your own with id, title, for, phrases and steps."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFile:
    """All cards of a school, the most serious first, how people ask for them, and who read them.

    `read_by` and `read_on` say which safeguarding lead read the cards and the
    helplines; empty and None if nobody did.
    """

    cards: tuple[HelpCard, ...]
    subjects: tuple[Subject, ...] = ()
    language: Language = field(default_factory=Language)
    read_by: str = ""
    read_on: date | None = None
    findings: tuple[Finding, ...] = field(default=(), compare=False)


@cache
def shipped_cards() -> tuple[HelpCard, ...]:
    """Return the cards that come with Policybook. Raise ValueError where one is malformed."""
    root = _shipped_root()
    groups = _read_groups((root.fields or {}).get("words"))
    items = (root.fields or {})["cards"].items or ()
    return tuple(_new_card(item, groups, is_shipped=True) for item in items)


@cache
def shipped_change() -> date:
    """Return the day on which the words of the shipped cards last changed."""
    return values.read_exact_day((_shipped_root().fields or {})["changed"]).date


@cache
def _shipped_root() -> Value:
    text = files("policybook").joinpath(PATH).read_text(encoding="utf-8")
    root, faults = strict_yaml.read(text, PATH, what="file")
    if root is None or faults:
        raise ValueError(f"policybook/{PATH}: {faults}")
    return root


def read_school_file(library: Library, shipped: tuple[HelpCard, ...]) -> CardFile:
    """Return the cards of a school: its own, and `shipped` as it changed them. Never raise."""
    text = library.words.get(layout.HELP_CARDS, "")
    if strict_yaml.is_blank(text):
        return CardFile(cards=shipped, subjects=shipped_subjects(), language=shipped_language())
    root, faults = strict_yaml.read(text, layout.HELP_CARDS, what="file")
    findings = [replace(fault, severity=Severity.WARNING) for fault in faults]
    fields = (root.fields or {}) if root else {}
    for name in fields.keys() - set(_SCHOOL_FIELDS):
        message = f"the field `{name}` is unknown in this file"
        remedy = f"Use {', '.join(_SCHOOL_FIELDS)}.{did_you_mean(name, _SCHOOL_FIELDS)}"
        findings.append(_fault(fields[name].line, message, remedy))
    cards = {card.id: card for card in shipped}
    for name in _read_list(fields.get("leave_out"), findings):
        if cards.pop(name, None) is None:
            message = f"`leave_out` names the card “{name}”, which does not exist"
            findings.append(_fault(fields["leave_out"].line, message, _FORM))
    language = shipped_language()
    groups = {**language.groups, **_read_groups(fields.get("words"))}
    own = fields.get("cards")
    for item in (own.items if own else None) or ():
        _add_card(item, cards, groups, findings)
    read_by, read_on = _read_reader(fields, findings)
    return CardFile(
        cards=tuple(cards.values()),
        subjects=shipped_subjects(),
        language=replace(language, groups=groups),
        read_by=read_by,
        read_on=read_on,
        findings=tuple(findings),
    )


def _add_card(
    item: Value, cards: dict[str, HelpCard], groups: Groups, findings: list[Finding]
) -> None:
    """Change or add a card. A faulty one gives a finding and changes nothing."""
    try:
        name = _read_field(item, "id")
        known = cards.get(name)
        cards[name] = _changed(known, item, groups) if known else _new_card(item, groups)
    except InvalidValueError as wrong:
        findings.append(_fault(wrong.line or item.line, wrong.message, wrong.remedy))


def _new_card(item: Value, groups: Groups, is_shipped: bool = False) -> HelpCard:
    """Return a whole card. Raise `InvalidValueError` if a field is missing or wrong."""
    name = _read_field(item, "id")
    if not _ID.fullmatch(name):
        raise InvalidValueError(f"“{name}” is not an id", "Use small letters, digits and -.")
    card = HelpCard(
        id=name,
        title=_read_field(item, "title"),
        reader=_read_field(item, "for"),
        is_shipped=is_shipped,
        line=item.line,
    )
    card = _changed(card, item, groups)
    if not (card.phrases or card.whole or is_shipped) or not card.steps:
        raise InvalidValueError(f"the card “{name}” has no phrases or no steps", _FORM)
    return card


def _changed(card: HelpCard, item: Value, groups: Groups) -> HelpCard:
    """Return the card with the fields that `item` gives. Raise `InvalidValueError`."""
    fields = item.fields or {}
    for name in fields:
        if name not in _FIELDS:
            raise InvalidValueError(
                f"the field `{name}` is unknown in a card",
                f"Use {', '.join(_FIELDS)}.{did_you_mean(name, _FIELDS)}",
                line=fields[name].line,
            )
    lists = {name: _read_words(fields[name]) for name in _LISTS if name in fields}
    _refuse_unknown_groups((*lists.get("phrases", ()), *lists.get("but_not", ())), groups)
    reader = _read_field(item, "for") if "for" in fields else card.reader
    if reader not in READERS:
        raise InvalidValueError(f"`for` is “{reader}”", f"Write one of {', '.join(READERS)}.")
    has_own_words = bool({"title", "steps"} & fields.keys())
    return replace(
        card,
        **{name: _read_field(item, name) for name in _TEXTS if name in fields},
        reader=reader,
        phrases=lists.get("phrases", card.phrases),
        whole=lists.get("whole", card.whole),
        exceptions=lists.get("but_not", card.exceptions),
        steps=lists.get("steps", card.steps),
        roles=lists.get("roles", card.roles),
        outside=lists.get("outside", card.outside),
        helplines=lists.get("helplines", card.helplines),
        see=lists.get("see", card.see),
        beside=lists.get("beside", card.beside),
        rules=tuple(map(_read_rule, lists.get("rules", ()))) or card.rules,
        is_shipped=card.is_shipped and not (has_own_words and card.line != item.line),
        line=item.line,
    )


def _refuse_unknown_groups(phrases: Iterable[str], groups: Groups) -> None:
    """Raise `InvalidValueError` where phrases or exceptions name a group that is not there."""
    unknown = next(walk_unknown_groups(phrases, groups), "")
    if unknown:
        raise InvalidValueError(
            f"the phrases name the group {{{unknown}}}, which is not among `words`",
            "Add it to `words`, or correct its name.",
        )


def _read_words(value: Value) -> tuple[str, ...]:
    """Return a list of words, however long, or the one text. Raise `InvalidValueError`."""
    return tuple(map(values.read_text, [value] if value.items is None else value.items))


def _read_rule(text: str) -> tuple[str, str]:
    hit = _RULE.fullmatch(text.strip())
    if not hit:
        raise InvalidValueError(
            f"the rule “{text}” does not name a policy and a clause",
            "Write the policy's folder and the number, such as social-media 5.15.",
        )
    return hit[1], hit[2]


def _read_field(item: Value, name: str) -> str:
    value = (item.fields or {}).get(name)
    if value is None:
        raise InvalidValueError(f"a card has no `{name}`", _FORM)
    return values.read_text(value)


def _read_groups(value: Value | None) -> dict[str, tuple[str, ...]]:
    """Return the groups of words; what is no list of words is left out."""
    named = (value.fields or {}) if value else {}
    return {
        name: tuple(item.text for item in words.items or () if item.text)
        for name, words in named.items()
    }


@cache
def shipped_language() -> Language:
    """Return how people write about harm, as Policybook knows it."""
    fields = _shipped_root().fields or {}
    return Language(
        groups=_read_groups(fields["words"]),
        spellings=_read_groups(fields["spellings"]),
        not_slips=_read_words(fields["not_slips"]),
        people=_read_groups(fields["people"]),
        not_people=_read_groups(fields["not_people"]),
        ordinary=_read_words(fields["ordinary"]),
    )


@cache
def shipped_subjects() -> tuple[Subject, ...]:
    """Return the subjects that come with Policybook. Raise ValueError where one is malformed."""
    language = shipped_language()
    return tuple(
        _read_subject(item, language)
        for item in (_shipped_root().fields or {})["subjects"].items or ()
    )


def _read_subject(item: Value, language: Language) -> Subject:
    fields = item.fields or {}
    cards = {name: value.text or "" for name, value in (fields["cards"].fields or {}).items()}
    signs = _read_words(fields["signs"])
    exceptions = _read_words(fields["but_not"]) if "but_not" in fields else ()
    _refuse_unknown_groups((*signs, *exceptions), language.groups)
    if cards.keys() - language.people.keys() - {UNCLEAR} or UNCLEAR not in cards:
        raise InvalidValueError(f"the cards of {_read_field(item, 'id')} are not by person", "")
    return Subject(
        id=_read_field(item, "id"),
        signs=signs,
        cards=cards,
        exceptions=exceptions,
        is_urgent="is_urgent" in fields,
        comes_first="comes_first" in fields,
    )


def _read_list(value: Value | None, findings: list[Finding]) -> tuple[str, ...]:
    if value is None:
        return ()
    try:
        return values.read_sentences(value)
    except InvalidValueError as wrong:
        findings.append(_fault(wrong.line or value.line, f"`leave_out` {wrong}", wrong.remedy))
        return ()


def _read_reader(fields: Mapping[str, Value], findings: list[Finding]) -> tuple[str, date | None]:
    """Return who read the cards, and when; nobody if one of the two is missing or wrong."""
    by, on = fields.get("read_by"), fields.get("read_on")
    if by is None and on is None:
        return "", None
    if by is None or on is None:
        line = (by or on or Value(line=1)).line
        message = "the file says who read the cards or when, but not both"
        findings.append(_fault(line, message, "Write both `read_by:` and `read_on:`."))
        return "", None
    try:
        return values.read_name(by), values.read_exact_day(on).date
    except InvalidValueError as wrong:
        findings.append(
            _fault(wrong.line or by.line, f"`read_by` or `read_on` {wrong}", wrong.remedy)
        )
        return "", None


def _fault(line: int, message: str, remedy: str) -> Finding:
    """Return a finding about the form of the file: a fault in a card never stops the site."""
    return Finding(
        path=layout.HELP_CARDS,
        line=line,
        severity=Severity.WARNING,
        code="card-form",
        message=message,
        remedy=remedy,
    )
