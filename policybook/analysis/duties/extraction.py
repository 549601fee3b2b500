"""Extract the duties of a version's clauses, each with its sentence and its subject.

The verbs are those of the redline (`redline.terms`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from policybook.analysis.duties import subject
from policybook.model import Clause, Version
from policybook.redline import patterns, terms

_SENTENCE_END = re.compile(r"[.!?](?P<gap>[”\"'’)]?\s+)(?=[A-Z“\"'‘(])")
_CELL_END = re.compile(r" \| ")
#: Where a pasted text continues without a full stop: after a heading in capitals, and before
#: "The", "All" and similar words.
_RUNS_ON = re.compile(
    r"(?:^|[.!?:;)\d]\s+)(?=[A-Z\s,&]*[A-Z]{5})[A-Z]{2,}(?:,?\s+(?:&\s+)?[A-Z]{2,})+"
    r"(?P<gap>\s+)(?=[A-Z][a-z])"
    r"|(?<![\w'’)])(?P<word>[\w'’)]{1,40})(?P<space>\s+)(?=(?:The|All|Every|Each|Any|No"
    r"|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b)"
)
#: Where `_RUNS_ON` can find something: a quick look before it is tried at every word.
_CAPITALS = re.compile(r"[A-Z]{5}")
_MAY_RUN_ON = re.compile(
    r"\s(?=[TAENO])(?:The|All|Every|Each|Any|No|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b"
)
#: After these a capital begins a name: "see The Code", "of The Carpentries".
_BEFORE_NAMES = frozenset(
    "a about all an and are as at both but by called for from if in into is like nor "
    "of on or per read see than that the to under via with".split()  # noqa: SIM905
)
_DEFINES = re.compile(
    r"\bwe use the (?:term|words?|name)\b|\bthe term\b[^.]*\b(?:means?|refers|describes?"
    r"|covers|includes|is used)\b"
)
#: "Any tool that you can use" says what tool; "we agree that you can use it" allows it.
_WHAT_CAN = re.compile(r"(\w+),?\s+(?:that|which)\s+(?:[\w'-]+\s+){1,3}$")
_WARNS = re.compile(r"\b(?:aware|mindful|bear in mind|remember|warned?) that\b", re.IGNORECASE)
_HELD = re.compile(r"\s+be held (?:\w+ )?(?:accountable|liable|responsible)\b")
_SAYS_THAT = re.compile(
    r"(?:accept|agree|allow|announce|assur|check|clear|confirm|decid|ensur|expect"
    r"|explain|know|mean|note|provid|recogni|recommend|remember|rul|said|"
    r"say|so$|stat|sure|tell|told|understand|understood|is$|are$)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|couldn't|might|able to|would|wouldn't)\b")
_ABLE = re.compile(r"can ?not|can't")
_NOT_AHEAD = re.compile(r"\bnot\s+$")
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
_NEED_NOT = re.compile(r"\b(?:not|no)\b")
_NOT_NEXT = re.compile(r"\s+not\b")
_BE = re.compile(patterns.BE)
_BE_NEXT = re.compile(r"\s+be\b")
_REFUSES = re.compile(r"(?:do not|don't|never)\b")


ANYONE = "anyone"


class DutyKind(StrEnum):
    """What a duty's verb asks or allows."""

    MUST = "must"
    MUST_NOT = "must not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    WILL = "will"
    WILL_NOT = "will not"
    MAY = "may"
    NEED_NOT = "need not"


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
    for end, following in [*_sentence_breaks(text), (len(text), len(text))]:
        for duty in _read_sentence(text[start:end].rstrip(), people_pattern, earlier):
            earlier = duty.who or earlier
            yield (
                _SentenceDuty(duty.who, duty.kind, duty.verb, duty.text, start + duty.end)
                if start
                else duty
            )
        start = following


def _sentence_breaks(text: str) -> list[tuple[int, int]]:
    """Return where each sentence but the last ends, and where the next begins."""
    ends = {hit.span("gap") for hit in _SENTENCE_END.finditer(text)}
    if " | " in text:
        ends.update(hit.span() for hit in _CELL_END.finditer(text))
    if not _MAY_RUN_ON.search(text) and not _CAPITALS.search(text):
        return sorted(ends)
    for hit in _RUNS_ON.finditer(text):
        if hit["gap"] or hit["word"].lower() not in _BEFORE_NAMES:
            ends.add(hit.span("gap") if hit["gap"] else hit.span("space"))
    return sorted(ends)


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
        kind = _kind(duty, before, rest)
        if kind is None:
            continue
        if kind is DutyKind.MAY and _only_describes(duty.wording, before, rest, low):
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
            who = ANYONE  # what must not be done, nobody may do
        if not _is_only_possible(kind, duty.wording, who, passive, before, rest):
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


def _kind(duty: terms.DutyTerm, before: str, rest: str) -> DutyKind | None:
    """Return the kind of a duty, or None where the verb sets no duty and gives no permission.

    A question ("whether staff should") or a condition ("Should a pupil …") sets no
    duty.
    """
    if (
        _POSSIBLE.search(duty.wording)
        or ("whether" in before.lower() and subject.opening(before) == "whether")
        or (not before.strip() and duty.wording == "should")
    ):
        return None
    if duty.force == 1 and not _BE.match(duty.wording):
        if duty.wording.startswith("recommended") and _NOT_AHEAD.search(before):
            return DutyKind.SHOULD_NOT
        return None  # "the recommended form"
    bars = duty.bars or bool(_NOT_NEXT.match(rest))
    if duty.force == 0 and not bars:
        return DutyKind.NEED_NOT if _NEED_NOT.search(duty.wording) else DutyKind.MAY
    named = {4: (DutyKind.MUST, DutyKind.MUST_NOT), 3: (DutyKind.WILL, DutyKind.WILL_NOT)}.get(
        duty.force, (DutyKind.SHOULD, DutyKind.SHOULD_NOT)
    )
    return named[bars]


def _only_describes(verb: str, before: str, rest: str, sentence: str) -> bool:
    """Return whether "may" or "can" defines a word, says which thing is meant, or warns."""
    if _WARNS.search(before) or _HELD.match(rest):
        return True
    which = _WHAT_CAN.search(before) if verb == "can" else None
    return bool(_DEFINES.search(sentence) or (which and not _SAYS_THAT.match(which[1])))


def _is_only_possible(
    kind: DutyKind, verb: str, who: str, passive: bool, before: str, rest: str
) -> bool:
    """Return whether the verb says what could happen or what somebody is able to do."""
    if kind is DutyKind.MAY and not passive and _BE_NEXT.match(rest):
        return True  # "a child may be at risk"
    if _ABLE.match(verb):
        return not who or subject.opening(before) in (
            "as",
            "because",
            "since",
        )  # "as you cannot control what others do"
    return (
        not who
        and not passive
        and (
            kind in (DutyKind.MAY, DutyKind.WILL, DutyKind.WILL_NOT)
            or verb in ("is to", "are to", "never")
        )
    )
