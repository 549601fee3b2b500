"""Read the main clauses of a sentence: whose verb it is, and which verb.

    The head of year | writes        A member of staff who is told | writes
    Doors to the yard | are          Parents of pupils in Year 6 | must

A subject is a group of words with a noun as its head. What follows it ("of pupils", "who is
told", "(or a deputy)") is passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.clause_starts import clause_starts, may_come_first
from policybook.analysis.duties.noun_group import (
    JOINS,
    ClauseSubject,
    is_in_group,
    is_verb_here,
    make_group,
    read_group,
)
from policybook.analysis.duties.sentence_words import SentenceWord
from policybook.text import lexicon

#: "The head of year", "a member of staff": the words after "of" are part of the name.
_OF_NAMES = frozenset("member members head heads chair chairs board director body group".split())
_LIST_SIGNS = JOINS | {","}
_IN_AMOUNTS = frozenset("£ $ € % -".split())
_MAX_WORDS = 60


@dataclass(frozen=True, slots=True)
class MainClause:
    """A clause: its subject, and the place of its verb; `len(words)` if it has none."""

    subject: ClauseSubject
    verb: int


def read_clauses(
    words: Sequence[SentenceWord], roles: frozenset[str] = frozenset()
) -> Iterator[MainClause]:
    """Yield the main clauses of a sentence. `roles` are words that the text itself defines."""
    free = 0
    for start in clause_starts(words):
        if start >= len(words) or (start and not free and not may_come_first(words, start)):
            continue
        if start >= free and (clause := read_clause(words, start, roles)):
            yield clause
            free = clause.verb


def read_clause(
    words: Sequence[SentenceWord], start: int, roles: frozenset[str]
) -> MainClause | None:
    """Return the clause that starts at `start`, or None."""
    subject = read_group(words, start, roles) if start < len(words) else None
    if subject is None:
        return None
    return _complete(words, subject, roles)


def _complete(
    words: Sequence[SentenceWord],
    subject: ClauseSubject,
    roles: frozenset[str],
    *,
    has_many: bool | None = None,
) -> MainClause | None:
    """Return the clause of a group: its verb may be one of its words, or come later.

    `has_many` says whether the subject is several people, if its head does not.
    """
    places = range(subject.start + 1, subject.end)
    for place in places if not kinds.is_finite(words[subject.start].word) else ():
        actor = words[place - 1].word.split("/")[-1]
        if actor not in roles and not lexicon.is_person(actor):
            continue
        group = make_group(words, (subject.first, subject.start, place), subject.quantity, roles)
        group = group if has_many is None else replace(group, has_many=has_many)
        if is_verb_here(words, place, group):
            return MainClause(subject=group, verb=place)
    return _find_verb(words, subject, roles)


def _find_verb(
    words: Sequence[SentenceWord], subject: ClauseSubject, roles: frozenset[str]
) -> MainClause | None:
    """Return the clause of a subject whose verb is after its whole group."""
    place, inner, is_told_apart = subject.end, False, False
    if place < len(words) and words[place].word in _LIST_SIGNS:
        joined = _join_subject(words, subject, roles)
        if joined:
            return joined
    if place < len(words) and words[place].word == "of" and subject.head in _OF_NAMES:
        subject = _name_with_of(words, subject)
    while place < min(len(words), subject.first + _MAX_WORDS):
        word = words[place].word
        if word == "(":
            place = _close(words, place)
        elif word in kinds.PRONOUNS and not is_told_apart:
            inner = is_told_apart = True  # "the form we use"
        elif word in kinds.RELATIVES and place - subject.end < 8 and not is_told_apart:
            inner = is_told_apart = True
        elif word == ",":
            if (close := _close_insert(words, place)) is None:
                return None
            place = close
        elif _ends_subject(words, place) or (not is_told_apart and _is_object(words, place)):
            return None
        elif not inner and words[place - 1].word == "and" and word in kinds.DO:
            return None  # "by you and your family and does not"
        elif _is_main_verb(words, place, subject, inner=inner):
            if not inner:
                return MainClause(subject, place)
            inner = False
            place = _skip_helpers(words, place)
            continue
        place += 1
    ended = place >= len(words) and not inner and subject.is_actor
    return MainClause(subject=subject, verb=len(words)) if ended else None


def _is_main_verb(
    words: Sequence[SentenceWord], place: int, subject: ClauseSubject, *, inner: bool
) -> bool:
    """Return whether a verb at `place` is no part of another: "and signs", "to sign"."""
    if words[place - 1].word in ("and", "or", "to", "not"):
        return False
    return kinds.is_finite(words[place].word) or is_verb_here(words, place, subject, inner=inner)


def _ends_subject(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a sign or another clause begins: "how", "if", but not "because of"."""
    following = words[place + 1].word if place + 1 < len(words) else ""
    if words[place].is_sign:
        # "Orders above £500 are", "a plan for the 12-month period is", "from 9am - 3pm sign in"
        joins = words[place - 1].end == words[place].start or following[:1].isdigit()
        return not (joins and words[place].word in _IN_AMOUNTS)
    return words[place].word in kinds.QUESTION_WORDS and following != "of"


def _is_object(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a word such as "the" opens an object: the verb was before it."""
    before = words[place - 1].word
    if words[place].word not in kinds.DETERMINERS:
        return False
    may_precede = before in kinds.PREPOSITIONS or before in kinds.DETERMINERS or before in JOINS
    return not (may_precede or before in kinds.RELATIVES or before.endswith("ing"))


def _skip_helpers(words: Sequence[SentenceWord], place: int) -> int:
    """Return the place after a verb and its parts: "have been", "do not"."""
    place += 1
    while place < len(words) and (
        kinds.is_finite(words[place].word) or words[place].word in ("not", "be", "been")
    ):
        place += 1
    return place + 1 if place < len(words) and lexicon.is_verb(words[place].word) else place


def _join_subject(
    words: Sequence[SentenceWord], subject: ClauseSubject, roles: frozenset[str]
) -> MainClause | None:
    """Return the clause of two or more subjects: "staff, governors and volunteers check"."""
    place = subject.end
    while place < len(words) and words[place].word in _LIST_SIGNS:
        place += 1
    other = read_group(words, place, roles) if place < len(words) else None
    if other is None:
        return None
    if words[subject.end].word == "," and not any(
        item.word in JOINS for item in words[subject.end : other.end + 1]
    ):
        return None  # "If …, staff" is no list.
    for has_many in (True, False):
        whole = replace(other, first=subject.first, start=subject.start, has_many=has_many)
        clause = _complete(words, whole, roles, has_many=has_many)
        if clause and clause.subject.is_actor == subject.is_actor:
            return clause
    return None


def _name_with_of(words: Sequence[SentenceWord], subject: ClauseSubject) -> ClauseSubject:
    """Return the subject with the words after "of": "the head of year"."""
    end = subject.end + 1
    while end < len(words) and words[end].word in kinds.DETERMINERS:
        end += 1
    taken = end
    while taken < len(words) and is_in_group(words, end, taken):
        if taken > end and is_verb_here(words, taken, subject):
            break
        taken += 1
    is_actor = subject.is_actor or lexicon.is_person(words[taken - 1].word)
    return replace(subject, end=taken, is_actor=is_actor)


def _close(words: Sequence[SentenceWord], place: int) -> int:
    """Return the place of the bracket that closes."""
    while place < len(words) - 1 and words[place].word != ")":
        place += 1
    return place


def _close_insert(words: Sequence[SentenceWord], place: int) -> int | None:
    """Return where words between two commas end: ", if appropriate,"; None if they do not."""
    following = words[place + 1].word if place + 1 < len(words) else ""
    limit = 25 if following in kinds.RELATIVES else 12 if following in JOINS else 8
    for end in range(place + 2, min(len(words), place + limit)):
        if words[end].word == ",":
            return end
    return None
