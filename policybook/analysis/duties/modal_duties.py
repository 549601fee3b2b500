"""Read the duties that a sentence sets with a modal verb, or with words of the same force.

The verbs are those of `meaning.words.terms`.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.analysis.duties import clause_reader, subject
from policybook.analysis.duties.clause_reader import MainClause
from policybook.analysis.duties.clause_starts import POSSIBLE
from policybook.analysis.duties.noun_group import ClauseSubject
from policybook.analysis.duties.possibility import is_only_possible, is_side_clause, only_predicts
from policybook.analysis.duties.sentence import ANYONE, DutySentence, ReadingContext, SentenceDuty
from policybook.analysis.duties.sentence_words import cut_words
from policybook.analysis.duties.verb_kinds import (
    DutyKind,
    duty_kind,
    is_adjective,
    only_comforts,
    protects,
)
from policybook.meaning.sentences.word_kinds import is_deed
from policybook.meaning.words import terms
from policybook.meaning.words.patterns import MOST
from policybook.text import lexicon

#: A sentence without any of these says no duty: a quick look before its verbs are read.
_SIGNS = (
    "must", "should", "may", "can", "will", "shall", "never", "not ", "n't", "need", "ave to",
    "as to", "ad to", "is to", "are to", "duty to", "ought", "required", "obliged", "bound to",
    "mandatory", "compulsory", "expected", "encouraged", "advised", "recommended", "asked",
    "invited", "good practice", "allowed", "permitted", "authorised", "acceptable", "prohibited",
    "forbidden", "banned", "barred", "optional", "free to", "no circumstances",
)  # fmt: skip
_FORBIDDEN = re.compile(
    r"prohibited|forbidden|banned|barred|allowed|permitted|authorised|acceptable"
)
_VERB = re.compile(r"\b(?:is|are|be|was|were|has|have|must|may|can|will|should)\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:and|or|but)(?:\s+(?:then|also))?\s*$")
#: In a sentence without an end, no subject is looked for further away: characters.
_MAX_DISTANCE = 300
_REFUSES = re.compile(r"(?:do not|don't|never)\b")
_NO_SUBJECT = re.compile(r"\W*(?:(?:also|always|then|both|please|and)\s+)*", re.IGNORECASE)
_CONDITIONS = frozenset(["if", "when", "whenever", "where", "wherever", "once", "unless", "on"])
_GETS = re.compile(r"\s+(?:\w+ly\s+|also\s+)?(?:have|get|receive|hear|be)\b")
_WHO = re.compile(r"\w\s+(?:who|which|that)\s+(?:\w+ly\s+|also\s+)?$")
#: How far before a verb its "who" may begin.
_WHO_LENGTH = 30
#: "To the business manager, who must answer".
_TOLD_OF = re.compile(
    r"\b(?:the|an?|our|each|their|your|its) ((?:[\w'-]+ ){0,2}([\w'-]+)), who (?:\w+ly )?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+(?:\w+ly\s+|also\s+)*([a-z]+)\b")
_WILL = 3
#: What may stand between "will" and "be expected to".
_BETWEEN = frozenset(["", "also", "always", "all", "normally", "strongly"])
_HOPED = re.compile(r"be\s+(?:strongly\s+)?(?:expected|encouraged)\b")
_ALLOWED = re.compile(r"be\s+(?:permitted|allowed|accepted)$")
_NEED = re.compile(r"(?:need|have) to\b")
_NO_CASE = re.compile(r"under\s+no\b", re.IGNORECASE)
_ASKED = re.compile(
    r"be\s+(?:barred|banned|prohibited|asked|invited|required|expected|advised|encouraged)\b"
)


def read_modals(sentence: DutySentence, context: ReadingContext) -> Iterator[SentenceDuty]:
    """Yield the duties of a sentence with a modal verb."""
    plain, low = sentence.plain, sentence.plain.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    last: SentenceDuty | None = None
    for duty, (start, end) in _verbs(plain):
        before = plain[max(0, start - _MAX_DISTANCE) : start]
        rest = plain[end : end + _MAX_DISTANCE]
        clause = sentence.clauses.get(start)
        duty = _refused(duty, clause)
        kind = duty_kind(duty, before, rest)
        if kind is None or is_adjective(duty.wording, before):
            continue
        if (
            is_side_clause(kind, before)
            or only_predicts(kind, duty.wording, before, rest)
            or only_comforts(duty, rest)
            or _binds_nobody(sentence, context, duty, start)
        ):
            last = None  # A verb that is joined to it has the same sense.
            continue
        passive = subject.is_passive(rest)
        who = _find_who(sentence, context, (start, end), passive=passive)
        if protects(duty, plain[start + len(duty.verb) : start + _MAX_DISTANCE]):
            last = SentenceDuty("", kind, duty.wording, sentence.text, end)
            yield last
            continue
        who = who or _implied_reader(before, duty)
        if not who and not passive:
            who = _joined_subject(plain, start, last)
        if not who and kind is DutyKind.MUST_NOT and (passive or _FORBIDDEN.search(duty.wording)):
            who = ANYONE  # What must not be done, nobody may do.
        gets = who == "you" and kind is DutyKind.WILL and _GETS.match(rest)
        if gets or (who == ANYONE and _only_lacks(duty, clause)):
            continue  # "You will have an answer."
        if not is_only_possible(kind, duty.wording, who, passive, before, rest):
            last = SentenceDuty(who, kind, duty.wording, sentence.text, end)
            yield last


def _refused(duty: terms.DutyTerm, clause: MainClause | None) -> terms.DutyTerm:
    """Return the verb as a ban if its subject says "no": "No dog (big or small) may"."""
    if duty.bars or clause is None or clause.subject.quantity != "no":
        return duty
    return duty._replace(bars=True, force=duty.force or MOST)


def _only_lacks(duty: terms.DutyTerm, clause: MainClause | None) -> bool:
    """Return whether "cannot" says what is missing: "Where the deed cannot be found"."""
    is_first = clause is not None and clause.subject.first == 0
    return duty.bars and duty.verb.startswith("can") and not is_first


def _binds_nobody(
    sentence: DutySentence, context: ReadingContext, duty: terms.DutyTerm, start: int
) -> bool:
    """Return whether a verb is quoted, in a condition, tells who is meant, or bans in a table."""
    # "Visits: not allowed" in a row is no sentence.
    is_bare = (
        context.in_row and _FORBIDDEN.search(duty.wording) and not _VERB.search(sentence.plain)
    )
    ahead = sentence.plain[:start]
    tells_apart = _WHO.search(ahead, max(0, start - _WHO_LENGTH))
    is_aside = is_in_condition(sentence, start) or tells_apart
    return bool(sentence.is_quoted(start) or is_aside or is_bare)


def is_in_condition(sentence: DutySentence, start: int) -> bool:
    """Return whether a verb is in the condition that opens its sentence: "If staff must go, …"."""
    words = sentence.words
    if words[0].word not in _CONDITIONS or (len(words) > 1 and words[1].word in POSSIBLE):
        return False
    comma = next((item.start for item in words if item.word == "," and item.start > start), None)
    if comma is None or any(item.word == "," for item in words if item.start < start):
        return False
    return any(place > comma for place in sentence.clauses)


def _find_who(
    sentence: DutySentence, context: ReadingContext, span: tuple[int, int], *, passive: bool
) -> str:
    """Return who has the duty of the verb at `span`; empty if the sentence does not say."""
    start, end = span
    people = subject.people(context.school)
    before = sentence.plain[max(0, start - _MAX_DISTANCE) : start]
    rest = sentence.plain[end : end + _MAX_DISTANCE]
    if passive:
        return sentence.find_agent(end, context)
    no_case = _NO_CASE.match(sentence.plain, start)
    if context.reader and not no_case and _NO_SUBJECT.fullmatch(before):
        return context.reader
    if no_case:
        words = cut_words(rest)
        after = clause_reader.read_clause(words, 0, context.roles) if words else None
        return DutySentence(rest, rest, sentence.earlier).name_group(after.subject) if after else ""
    if who := subject.subject(before, rest, people, sentence.earlier):
        return who
    if told := _TOLD_OF.search(before):
        return subject.common_name(told[1]) if lexicon.is_person(told[2].lower()) else ""
    clause = sentence.clauses.get(start)
    if clause is None:
        return ""
    return sentence.name_group(clause.subject) or _own_name(sentence, clause.subject, rest)


def _own_name(sentence: DutySentence, group: ClauseSubject, rest: str) -> str:
    """Return the own name of a body that does something: "Hull Scouts will keep"."""
    words = sentence.words[group.first : group.end]
    name = sentence.plain[words[0].start : words[-1].end]
    verb = _NEXT.match(rest)
    is_name = len(words) > 1 and all(word[0].isupper() for word in name.split())
    does = is_name and group.first == group.start and verb is not None and is_deed(verb[1])
    return subject.common_name(name) if does else ""


def _joined_subject(text: str, start: int, last: SentenceDuty | None) -> str:
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
    "May be asked to" asks nothing yet.
    """
    verbs: list[tuple[terms.DutyTerm, tuple[int, int]]] = []
    for duty, span in terms.locate_duties(text):
        if verbs and text[verbs[-1][1][1] : span[0]].strip() in _BETWEEN:
            first, place = verbs.pop()
            if first.force == 0 and not first.bars and _NEED.match(duty.wording):
                continue  # "you may need to"
            is_free = first.force in (0, _WILL) or first.verb == "may not"
            if is_free and duty.verb == "be able to":
                continue
            weaker = first.force == 0 and not first.bars and _ASKED.match(duty.wording)
            asks = first.force == _WILL and not first.bars and _HOPED.match(duty.wording)
            stronger = duty if asks or (duty.force > first.force and not weaker) else first
            is_done = weaker or _ALLOWED.match(duty.wording)
            duty, span = stronger, (place[0], span[0] if is_done else span[1])
        verbs.append((duty, span))
    return verbs
