"""Clauses -> duties: the verbs as the redline reads them (`redline.terms`), each with its sentence and its subject."""

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
#: Where a text that was pasted runs on without a full stop: after a heading in capitals, and before "The", "All" and their like.
_RUNS_ON = re.compile(
    r"(?:^|[.!?:;)\d]\s+)(?=[A-Z\s,&]*[A-Z]{5})[A-Z]{2,}(?:,?\s+(?:&\s+)?[A-Z]{2,})+(?P<gap>\s+)(?=[A-Z][a-z])"
    r"|(?<![\w'’)])(?P<word>[\w'’)]{1,40})(?P<space>\s+)(?=(?:The|All|Every|Each|Any|No|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b)"
)
#: Where `_RUNS_ON` can find something: a quick look before it is tried at every word.
_CAPITALS = re.compile(r"[A-Z]{5}")
_MAY_RUN_ON = re.compile(
    r"\s(?=[TAENO])(?:The|All|Every|Each|Any|No|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b"
)
#: After these a capital begins a name: "see The Code", "of The Carpentries".
_GOES_ON = frozenset(
    "a about all an and are as at both but by called for from if in into is like nor of on or per read see than that the to under via with".split()  # noqa: SIM905
)
_DEFINES = re.compile(
    r"\bwe use the (?:term|words?|name)\b|\bthe term\b[^.]*\b(?:means?|refers|describes?|covers|includes|is used)\b"
)
#: "Any tool that you can use" says what tool; "we agree that you can use it" allows it.
_WHAT_CAN = re.compile(r"(\w+),?\s+(?:that|which)\s+(?:[\w'-]+\s+){1,3}$")
_WARNS = re.compile(r"\b(?:aware|mindful|bear in mind|remember|warned?) that\b", re.IGNORECASE)
_HELD = re.compile(r"\s+be held (?:\w+ )?(?:accountable|liable|responsible)\b")
_SAYS_THAT = re.compile(
    r"(?:accept|agree|allow|announce|assur|check|clear|confirm|decid|ensur|expect|explain|know|mean|note|provid|recogni|recommend|remember|rul|said|"
    r"say|so$|stat|sure|tell|told|understand|understood|is$|are$)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|couldn't|might|able to|would|wouldn't)\b")
_ABLE = re.compile(r"can ?not|can't")
_NOT_AHEAD = re.compile(r"\bnot\s+$")
#: A sentence without any of these says no duty: a quick look before its verbs are read.
_SIGNS = (
    "must", "should", "may", "can", "will", "shall", "never", "not ", "n't", "need", "ave to", "as to", "ad to", "is to", "are to", "duty to",
    "ought", "required", "obliged", "bound to", "mandatory", "compulsory", "expected", "encouraged", "advised", "recommended", "asked",
    "invited", "good practice", "allowed", "permitted", "authorised", "acceptable", "prohibited", "forbidden", "banned", "barred", "optional",
    "free to", "no circumstances",
)  # fmt: skip
_FORBIDDEN = re.compile(
    r"prohibited|forbidden|banned|barred|allowed|permitted|authorised|acceptable"
)
_JOINS = re.compile(r"\b(?:and|or|but)(?:\s+(?:then|also))?\s*$")
_FAR = 300  # characters: in a sentence without an end, no subject is looked for further away
_NEED_NOT = re.compile(r"\b(?:not|no)\b")
_NOT_NEXT = re.compile(r"\s+not\b")
_BE = re.compile(patterns.BE)
_BE_NEXT = re.compile(r"\s+be\b")
_REFUSES = re.compile(r"(?:do not|don't|never)\b")


ANYONE = "anyone"


class DutyKind(StrEnum):
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
    """`text` is a part of the text of the clause `number`, letter for letter; so is `lead` of the clause that opens its list (empty: none).
    `verb` is what makes it a duty, `who` has it (empty: the text does not say)."""

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
class _Said:
    """A duty in a sentence; `end` is where its verb ends in the clause."""

    who: str
    kind: DutyKind
    verb: str
    text: str
    end: int


def duties(version: Version, school: str) -> Iterator[Duty]:
    """Every duty of `version`, in the order of the text; `school` is its name, which a text may use for "the school"."""
    own = school.lower()
    for section in version.sections:
        for part in section.parts:
            if isinstance(part, Clause):
                found = _of_clause(part, section.title, school, None, "")
                yield from _once_each(
                    replace(duty, who="school") if duty.who == own else duty for duty in found
                )


def _once_each(found: Iterable[Duty]) -> Iterator[Duty]:
    """A sentence with two verbs of one kind for one person ("should be seen, and should be observed") is one duty to its reader."""
    seen = set()
    for duty in found:
        key = (duty.id, duty.who, duty.kind, duty.text, duty.lead)
        if key not in seen:
            seen.add(key)
            yield duty


def _of_clause(
    clause: Clause, section: str, school: str, above: _Said | None, lead: str
) -> Iterator[Duty]:
    """The duties of a clause and of those below it; `above` is what the opening words of its list say."""
    found = _said(clause.text, school)
    if above and clause.text.strip() and all(said.kind is DutyKind.MAY for said in found):
        yield _duty(replace(above, text=clause.text.strip()), clause, section, lead)
    yield from (_duty(said, clause, section, "") for said in found if not _only_opens(clause, said))
    found = found or ((above,) if above else ())
    opens = found[-1] if found and clause.text.rstrip().endswith(":") else None
    for child in clause.children:
        yield from _of_clause(child, section, school, opens, opens.text if opens else "")


def _only_opens(clause: Clause, said: _Said) -> bool:
    """Whether the words after a verb are in the list below: "the headteacher must:"."""
    return bool(clause.children) and clause.text[said.end :].strip() == ":"


def _duty(said: _Said, clause: Clause, section: str, lead: str) -> Duty:
    return Duty(
        who=said.who, kind=said.kind, verb=said.verb, text=said.text, lead=lead,
        number=clause.number, id=clause.id, section=section, line=clause.lines[0],
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _said(text: str, school: str) -> tuple[_Said, ...]:
    """What a text says; read once, since checks and registers ask for it, and versions and policies share rules."""
    return tuple(_read(text, subject.people(school)))


def _read(text: str, known: re.Pattern[str]) -> Iterator[_Said]:
    earlier, start = "", 0
    for end, following in [*_ends(text), (len(text), len(text))]:
        for said in _of_sentence(text[start:end].rstrip(), known, earlier):
            earlier = said.who or earlier
            yield (
                _Said(said.who, said.kind, said.verb, said.text, start + said.end)
                if start
                else said
            )
        start = following


def _ends(text: str) -> list[tuple[int, int]]:
    """Where each sentence but the last ends, and the next begins."""
    ends = {hit.span("gap") for hit in _SENTENCE_END.finditer(text)}
    if " | " in text:
        ends.update(hit.span() for hit in _CELL_END.finditer(text))
    if not _MAY_RUN_ON.search(text) and not _CAPITALS.search(text):
        return sorted(ends)
    for hit in _RUNS_ON.finditer(text):
        if hit["gap"] or hit["word"].lower() not in _GOES_ON:
            ends.add(hit.span("gap") if hit["gap"] else hit.span("space"))
    return sorted(ends)


def _of_sentence(text: str, known: re.Pattern[str], earlier: str) -> Iterator[_Said]:
    plain = text.replace("’", "'")
    low = plain.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    last: _Said | None = None
    for duty, (start, end) in _verbs(plain):
        before, rest = plain[max(0, start - _FAR) : start], plain[end : end + _FAR]
        kind = _kind(duty, before, rest)
        if kind is None:
            continue
        if kind is DutyKind.MAY and _only_describes(duty.wording, before, rest, low):
            last = None  # what is joined to it goes on with it
            continue
        passive = subject.is_passive(rest)
        named = (
            subject.agent(rest, known) if passive else subject.subject(before, rest, known, earlier)
        )
        if not named:
            named = _is_told(before, duty) or ("" if passive else _goes_on(plain, start, last))
        if not named and kind is DutyKind.MUST_NOT and (passive or _FORBIDDEN.search(duty.wording)):
            named = ANYONE  # what must not be done, nobody may do
        if not _is_only_possible(kind, duty.wording, named, passive, before, rest):
            last = _Said(named, kind, duty.wording, text, end)
            yield last


def _goes_on(text: str, start: int, last: _Said | None) -> str:
    """Whose the verb at `start` is that is joined to the one before: "Staff must ask first, and must not …"."""
    joined = last and _JOINS.search(text[max(last.end, start - _FAR) : start])
    return last.who if last and joined else ""


def _is_told(before: str, duty: terms.DutyTerm) -> str:
    """A sentence that starts with "Do not" or "Never" is said to its reader."""
    starts = not before.strip(" \"'“‘").removeprefix("Please")
    return "you" if duty.bars and starts and _REFUSES.match(duty.wording) else ""


def _verbs(text: str) -> Sequence[tuple[terms.DutyTerm, tuple[int, int]]]:
    """The verbs of a sentence; of two that stand side by side ("will have to", "must be able to") the stronger."""
    found: list[tuple[terms.DutyTerm, tuple[int, int]]] = []
    for duty, span in terms.locate_duties(text):
        if found and not text[found[-1][1][1] : span[0]].strip():
            first, place = found.pop()
            duty, span = (duty if duty.force > first.force else first), (place[0], span[1])
        found.append((duty, span))
    return found


def _kind(duty: terms.DutyTerm, before: str, rest: str) -> DutyKind | None:
    """None: no duty and no permission, or one that is only asked about ("whether staff should") or supposed ("Should a pupil …")."""
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


def _only_describes(said: str, before: str, rest: str, sentence: str) -> bool:
    """Whether "may" or "can" is in the meaning of a word, says which thing is meant, or warns of what could come of it."""
    if _WARNS.search(before) or _HELD.match(rest):
        return True
    which = _WHAT_CAN.search(before) if said == "can" else None
    return bool(_DEFINES.search(sentence) or (which and not _SAYS_THAT.match(which[1])))


def _is_only_possible(
    kind: DutyKind, said: str, named: str, passive: bool, before: str, rest: str
) -> bool:
    """Whether the verb says what could or will happen, or what somebody is able to do, not what is to be done."""
    if kind is DutyKind.MAY and not passive and _BE_NEXT.match(rest):
        return True  # "a child may be at risk"
    if _ABLE.match(said):
        return not named or subject.opening(before) in (
            "as",
            "because",
            "since",
        )  # "as you cannot control what others do"
    return (
        not named
        and not passive
        and (
            kind in (DutyKind.MAY, DutyKind.WILL, DutyKind.WILL_NOT)
            or said in ("is to", "are to", "never")
        )
    )
