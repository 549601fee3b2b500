"""Extract the duties of a version's clauses, each with its sentence and its subject.

The verbs are those of the redline (`redline.terms`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policybook.analysis.duties import subject
from policybook.analysis.duties.sentence_breaks import sentence_breaks
from policybook.analysis.duties.verb_kinds import (
    DutyKind,
    duty_kind,
    is_only_possible,
    only_describes,
)
from policybook.model import Clause, Version
from policybook.redline import terms

#: A sentence without any of these says no duty: a quick look before its verbs are read.
_SIGNS = (
    "must",
    "should",
    "may",
    "can",
    "will",
    "shall",
    "never",
    "not ",
    "n't",
    "need",
    "ave to",
    "as to",
    "ad to",
    "is to",
    "are to",
    "duty to",
    "ought",
    "required",
    "obliged",
    "bound to",
    "mandatory",
    "compulsory",
    "expected",
    "encouraged",
    "advised",
    "recommended",
    "asked",
    "invited",
    "good practice",
    "allowed",
    "permitted",
    "authorised",
    "acceptable",
    "prohibited",
    "forbidden",
    "banned",
    "barred",
    "optional",
    "free to",
    "no circumstances",
)
_FORBIDDEN = re.compile(
    r"prohibited|forbidden|banned|barred|allowed|permitted|authorised|acceptable"
)
_JOINS = re.compile(r"\b(?:and|or|but)(?:\s+(?:then|also))?\s*$")
_MAX_DISTANCE = (
    300  # characters: in a sentence without an end, no subject is looked for further away
)
_REFUSES = re.compile(r"(?:do not|don't|never)\b")


ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty of a policy.

    `text` is a part of the text of the clause `number`, letter for letter. `lead` is
    the part of the clause that opens its list, or empty. `verb` makes it a duty, and
    `who` has it; empty if the text does not say.
    """

    who: str
    kind: DutyKind
    verb: str
    text: str
    lead: str
    number: str
    id: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class _SentenceDuty:
    """A duty in a sentence. `end` is the place in the clause where its verb ends."""

    who: str
    kind: DutyKind
    verb: str
    text: str
    end: int


def duties(version: Version, school: str) -> Iterator[Duty]:
    """Yield every duty of `version`, in the order of the text.

    `school` is the school's name, which a text may use for "the school".
    """
    school_name = school.lower()
    for section in version.sections:
        for part in section.parts:
            if isinstance(part, Clause):
                clause_duties = _clause_duties(part, section.title, school, None, "")
                yield from _unique_duties(
                    replace(duty, who="school") if duty.who == school_name else duty
                    for duty in clause_duties
                )


def _unique_duties(clause_duties: Iterable[Duty]) -> Iterator[Duty]:
    """Yield each duty once.

    A sentence with two verbs of one kind for one person ("should be seen, and should be
    observed") is one duty to its reader.
    """
    keys = set()
    for duty in clause_duties:
        key = (duty.id, duty.who, duty.kind, duty.text, duty.lead)
        if key not in keys:
            keys.add(key)
            yield duty


def _clause_duties(
    clause: Clause, section: str, school: str, above: _SentenceDuty | None, lead: str
) -> Iterator[Duty]:
    """Yield the duties of a clause and its items. `above` is the duty that opens its list."""
    sentence_duties = _read_cached(clause.text, school)
    if above and clause.text.strip() and all(duty.kind is DutyKind.MAY for duty in sentence_duties):
        yield _duty(replace(above, text=clause.text.strip()), clause, section, lead)
    yield from (
        _duty(duty, clause, section, "")
        for duty in sentence_duties
        if not _only_introduces(clause, duty)
    )
    sentence_duties = sentence_duties or ((above,) if above else ())
    opens = sentence_duties[-1] if sentence_duties and clause.text.rstrip().endswith(":") else None
    for child in clause.children:
        yield from _clause_duties(child, section, school, opens, opens.text if opens else "")


def _only_introduces(clause: Clause, duty: _SentenceDuty) -> bool:
    """Return whether the words after a verb are in the list below: "the headteacher must:"."""
    return bool(clause.children) and clause.text[duty.end :].strip() == ":"


def _duty(source: _SentenceDuty, clause: Clause, section: str, lead: str) -> Duty:
    """Return the duty of a sentence with its place in the policy."""
    return Duty(
        who=source.who,
        kind=source.kind,
        verb=source.verb,
        text=source.text,
        lead=lead,
        number=clause.number,
        id=clause.id,
        section=section,
        line=clause.lines[0],
    )


@lru_cache(maxsize=1 << 12)
def _read_cached(text: str, school: str) -> tuple[_SentenceDuty, ...]:
    """Return the duties of a text. Cached, because versions and policies share rules."""
    return tuple(_read_text(text, subject.people(school)))


def _read_text(text: str, people_pattern: re.Pattern[str]) -> Iterator[_SentenceDuty]:
    """Yield the duties of a text, sentence by sentence."""
    earlier, start = "", 0
    for end, following in [*sentence_breaks(text), (len(text), len(text))]:
        for duty in _read_sentence(text[start:end].rstrip(), people_pattern, earlier):
            earlier = duty.who or earlier
            yield (
                _SentenceDuty(duty.who, duty.kind, duty.verb, duty.text, start + duty.end)
                if start
                else duty
            )
        start = following


def _read_sentence(
    text: str, people_pattern: re.Pattern[str], earlier: str
) -> Iterator[_SentenceDuty]:
    """Yield the duties of a sentence. `earlier` is the person named last."""
    plain = text.replace("’", "'")
    low = plain.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    last: _SentenceDuty | None = None
    for duty, (start, end) in _verbs(plain):
        before, rest = (
            plain[max(0, start - _MAX_DISTANCE) : start],
            plain[end : end + _MAX_DISTANCE],
        )
        kind = duty_kind(duty, before, rest)
        if kind is None:
            continue
        if kind is DutyKind.MAY and only_describes(duty.wording, before, rest, low):
            # A verb that is joined to it has the same sense.
            last = None
            continue
        passive = subject.is_passive(rest)
        who = (
            subject.agent(rest, people_pattern)
            if passive
            else subject.subject(before, rest, people_pattern, earlier)
        )
        if not who:
            who = _implied_reader(before, duty) or (
                "" if passive else _joined_subject(plain, start, last)
            )
        if not who and kind is DutyKind.MUST_NOT and (passive or _FORBIDDEN.search(duty.wording)):
            # What must not be done, nobody may do.
            who = ANYONE
        if not is_only_possible(kind, duty.wording, who, passive, before, rest):
            last = _SentenceDuty(who, kind, duty.wording, text, end)
            yield last


def _joined_subject(text: str, start: int, last: _SentenceDuty | None) -> str:
    """Return the subject of a verb that is joined to the one before.

    Example: "Staff must ask first, and must not …".
    """
    joined = last and _JOINS.search(text[max(last.end, start - _MAX_DISTANCE) : start])
    return last.who if last and joined else ""


def _implied_reader(before: str, duty: terms.DutyTerm) -> str:
    """Return "you" for a sentence that starts with "Do not" or "Never", else an empty text."""
    starts = not before.strip(" \"'“‘").removeprefix("Please")
    return "you" if duty.bars and starts and _REFUSES.match(duty.wording) else ""


def _verbs(text: str) -> Sequence[tuple[terms.DutyTerm, tuple[int, int]]]:
    """Return the verbs of a sentence with their places.

    Of two neighbouring verbs ("will have to", "must be able to") the stronger counts.
    """
    verbs: list[tuple[terms.DutyTerm, tuple[int, int]]] = []
    for duty, span in terms.locate_duties(text):
        if verbs and not text[verbs[-1][1][1] : span[0]].strip():
            first, place = verbs.pop()
            duty, span = (duty if duty.force > first.force else first), (place[0], span[1])
        verbs.append((duty, span))
    return verbs
