"""Read the duties of a text, sentence by sentence: with a modal verb, and without one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from policybook.analysis.duties import clause_reader, commands, present_tense, subject
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.modal_duties import read_modals
from policybook.analysis.duties.possibility import goes_on
from policybook.analysis.duties.present_tense import PlainDuty
from policybook.analysis.duties.sentence import (
    DutySentence,
    ReadingContext,
    SentenceDuty,
    cut_sentence,
)
from policybook.analysis.duties.sentence_words import cut_words, sentence_breaks
from policybook.analysis.duties.verb_kinds import DutyKind

_YOU = "you"
#: "Waste material – not to leave refuse": the words before the dash are a label.
_LABEL = re.compile(r"[A-Z]\w+(?: \w+){0,2} [–—-]+ (?=[A-Z])")
#: "Ensure staff understand": what follows such a command is a clause.
_OF_CLAUSES = re.compile(r"(?:ensure|check|help|let|make|have|see|agree|assume)\b", re.I)
#: "Risk Management in Early Years" is a title.
_TITLE = re.compile(r"(?!Please\b)[A-Z]\w+\s+(?:and\s+)?(?!I\b)[A-Z][a-z]\S*[^.]*$")
#: Words that "they" in the next sentence seldom means.
_TOO_WIDE = kinds.PRONOUNS | {"all", "everyone", "nobody", "no-one", "anyone", "school"}
#: A sentence without these has one clause: once its verb is read, there is no other.
_PARTED = re.compile(r"[,;:–—]|\b(?:and|but)\b")
#: "Is entitled to a reply", "has the right to appeal".
_RIGHT = re.compile(
    r"\b(?:(?:is|are|(?:shall|will) be) (?:also )?entitled (?:to|in)|(?:has|have|retains?"
    r"|reserves?) (?:also )?(?:the|a) (?:legal |statutory )?right (?:to|of)"
    r"|(?:shall|will) have (?:the )?power to)\b"
)
_CONDITION = re.compile(r"\b(?:who|that|which|if|when|where|whether)\s*$", re.IGNORECASE)

#: Who answers for what: "The deputy is responsible for training", "it falls to the clerk to".
_OFFICE = r"(?:responsibilit(?:y|ies)|accountability|duty|role|job|task|obligation)"
_SUBJECT_AHEAD = re.compile(
    r"\b(?:"
    r"(?:is|are|am|remains?)\s+(?:(?:\w+ly|also|both|all|each|themselves|overall"
    r"|the\s+(?:\w+\s+)?(?:person|people|governor|teacher|officer|body)s?)\s+){0,3}"
    r"(?:responsible|accountable|answerable)(?:\s+in\s+law)?\s+(?:for|to)"
    r"|(?:is|are)\s+(?:\w+\s+)?in\s+charge\s+of"
    r"|(?:has|have|holds?|takes?|shares?|bears?)\s+(?:(?!no\b)\w+\s+){0,3}?"
    r"(?:responsibilit(?:y|ies)|accountability|role|job|task|obligation)\s+(?:for|of|to)"
    r")\b",
    re.IGNORECASE,
)
_SUBJECT_AFTER = re.compile(
    r"\b(?:"
    rf"it\s+is\s+(?:[\w']+\s+){{0,6}}?{_OFFICE}\s+of\s+(?P<of>[^.;:,]+?)(?:\s+(?:to|that)|\s*:$)"
    rf"|it\s+is\s+(?P<owner>[\w' ]+?)(?:'s|s')\s+(?:\w+\s+)?{_OFFICE}\s+to"
    rf"|it\s+is\s+(?P<yours>your|our|their)\s+(?:own\s+)?{_OFFICE}\s+to"
    r"|it\s+(?:falls|is\s+left)\s+(?:up)?(?:on|to)\s+(?P<falls>[^.;:,]+?)\s+to"
    r"|it\s+is\s+(?:for|up\s+to|down\s+to)\s+(?P<is_for>[^.;:,]+?)\s+to"
    rf"|(?:is|are)\s+the\s+(?:\w+\s+)?{_OFFICE}\s+of\s+(?P<whose>[^.;:,]+)"
    rf"|{_OFFICE}\s+(?:for|to)\s+[^.;:]{{3,90}}?\s+(?:lies|rests|sits)\s+with\s+(?P<lies>[^.;:,]+)"
    r")",
    re.IGNORECASE,
)
_WHOSE = {"your": "you", "our": "we", "their": "they"}
#: A sentence without any of these says nothing of the kind.
_SIGNS = (
    "responsib", "accountab", "answerable", "in charge", "duty of", " duty to", "job", "role",
    "task", "obligation", "falls", "it is for", "up to", "down to", "is left",
)  # fmt: skip


@lru_cache(maxsize=1 << 12)
def read_text(text: str, context: ReadingContext) -> tuple[SentenceDuty, ...]:
    """Return the duties of a text. Cached, because versions and policies share rules."""
    return tuple(_read_sentences(text, context))


def _read_sentences(text: str, context: ReadingContext) -> Iterator[SentenceDuty]:
    earlier, start = context.reader, 0
    for end, following in [*sentence_breaks(text), (len(text), len(text))]:
        sentence = cut_sentence(text[start:end].rstrip(), context, earlier)
        named = ""
        for duty in _read_sentence(sentence, context, is_first=not start):
            named = duty.who or named
            yield replace(duty, end=start + duty.end) if start else duty
        # Only "they" in the next sentence needs it.
        earlier = named or (_first_person(sentence, earlier) if following < len(text) else "")
        start = following


def _first_person(sentence: DutySentence, earlier: str) -> str:
    """Return the person whom the first clause is about, else the person named `earlier`.

    After "this person" it is nobody: the text does not say who that is.
    """
    clause = next(iter(sentence.clauses.values()), None)
    if clause is None or clause.subject.head in _TOO_WIDE:
        return earlier
    if clause.subject.head == "person":
        return ""
    return sentence.name_group(clause.subject) or earlier


def _read_sentence(
    sentence: DutySentence, context: ReadingContext, *, is_first: bool
) -> Iterator[SentenceDuty]:
    """Yield the duties of a sentence, in their order."""
    continues = is_first and context.continues
    duties = [*read_modals(sentence, context), *_read_responsibilities(sentence, context)]
    duties += _read_rights(sentence)
    is_whole = bool(duties) and not _PARTED.search(sentence.plain)
    if context.has_plain and not continues and not is_whole:
        duties += _read_plain(sentence, context)
    if context.has_commands and not continues:
        duties += _read_command(sentence, context, min((duty.end for duty in duties), default=0))
    yield from sorted(duties, key=lambda duty: duty.end)


def _read_rights(sentence: DutySentence) -> Iterator[SentenceDuty]:
    """Yield the rights that a clause gives to the person who is its subject."""
    for hit in _RIGHT.finditer(sentence.plain):
        clause = sentence.clauses.get(hit.start())
        if clause and clause.subject.quantity != "no":
            who = sentence.name_group(clause.subject)
            yield SentenceDuty(who, DutyKind.MAY, hit[0], sentence.text, hit.end())


def _read_responsibilities(
    sentence: DutySentence, context: ReadingContext
) -> Iterator[SentenceDuty]:
    """Yield the duties of "is responsible for" and the like."""
    for part in _find_responsibilities(sentence.plain):
        before = sentence.plain[: part.start]
        if _CONDITION.search(before):
            continue
        if who := _find_holder(sentence, context, part):
            verb = sentence.plain[part.start : part.end] if not part.holder else "responsibility"
            yield SentenceDuty(who, DutyKind.MUST, verb, sentence.text, part.end)


class Responsibility(NamedTuple):
    """Words that give a responsibility, and the words after them that name who has it, if any."""

    start: int
    end: int
    holder: str


def _find_responsibilities(text: str) -> Iterator[Responsibility]:
    """Yield where a sentence gives somebody a responsibility."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for hit in _SUBJECT_AFTER.finditer(text):
        holder = next(words for words in hit.groupdict().values() if words)
        yield Responsibility(*hit.span(), _WHOSE.get(holder.lower(), holder))
    for hit in _SUBJECT_AHEAD.finditer(text):
        yield Responsibility(*hit.span(), "")


def _find_holder(sentence: DutySentence, context: ReadingContext, part: Responsibility) -> str:
    """Return who has a responsibility; empty if the sentence does not say."""
    if part.holder:
        words = cut_words(part.holder)
        clause = clause_reader.read_clause(words, 0, context.roles)
        if clause is None:
            return ""
        named = DutySentence(part.holder, part.holder, sentence.earlier)
        return named.name_group(clause.subject)
    before = sentence.plain[: part.start]
    if context.reader and not before.strip():
        return context.reader
    people = subject.people(context.school)
    rest = sentence.plain[part.end :]
    if who := subject.subject(before, rest, people, sentence.earlier):
        return who
    clause = sentence.clauses.get(part.start)
    return sentence.name_group(clause.subject) if clause else ""


def _read_plain(sentence: DutySentence, context: ReadingContext) -> Iterator[SentenceDuty]:
    """Yield the duties of a sentence that have no modal verb."""
    for duty in present_tense.read_plain_duties(sentence.words, sentence.clauses.values()):
        if duty.subject and duty.subject.head == "i":
            continue  # "I give permission" is what a form makes its signer say.
        is_name = sentence.plain[duty.start : duty.end].istitle()
        if is_name and sentence.words[0].start < duty.start:
            continue  # "The Children Act"
        if goes_on(sentence.plain[: duty.start]) or sentence.is_quoted(duty.start):
            continue
        if duty.passive:
            who = sentence.find_agent(duty.end, context)
        elif duty.subject:
            who = sentence.name_group(duty.subject)
        if duty.passive or who:
            yield _plain_duty(sentence, duty, who)


def _read_command(
    sentence: DutySentence, context: ReadingContext, first: int
) -> Sequence[SentenceDuty]:
    """Return the duty of a sentence that tells its reader what to do, if it does.

    `first` is the end of the first other verb that sets a duty, or 0.
    """
    duty = commands.read_command(sentence.words)
    is_purpose = sentence.words[:1] and sentence.words[0].word == "to" and sentence.clauses
    if duty is None and context.reader and not is_purpose:
        duty = commands.read_unnamed(sentence.words)
    if duty is None or (first and duty.end >= first) or _TITLE.match(sentence.plain):
        return []
    if sentence.is_quoted(duty.start) or _names_subject(sentence, duty.start):
        return []
    return [_plain_duty(sentence, duty, context.reader or _YOU)]


def _names_subject(sentence: DutySentence, start: int) -> bool:
    """Return whether a subject begins at `start`: "Support staff attend", "Use – to use"."""
    if _LABEL.match(sentence.plain, start):
        return True
    return not _OF_CLAUSES.match(sentence.plain, start) and any(
        clause.verb == clause.subject.end and sentence.words[clause.subject.start].start == start
        for clause in sentence.clauses.values()
    )


def _plain_duty(sentence: DutySentence, duty: PlainDuty, who: str) -> SentenceDuty:
    if duty.is_advice:
        kind = DutyKind.SHOULD_NOT if duty.bars else DutyKind.SHOULD
    else:
        kind = DutyKind.MUST_NOT if duty.bars else DutyKind.MUST
    verb = sentence.plain[duty.start : duty.end].lower()
    return SentenceDuty(who, kind, verb, sentence.text, duty.end, is_plain=True)
