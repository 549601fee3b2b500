"""Read what a sentence does to which thing: where, by when, how many, and whether it may be.

    All pupil mobile phones must be handed in at the office by 9 o'clock.
    action "give", thing "phone", people "pupil", places "office", times "9 o'clock"

Only actions on the list are read: those of which two policies can say different things.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policybook.analysis.duties import noun_group
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.clause_reader import MainClause
from policybook.analysis.duties.sentence import parse_sentence
from policybook.analysis.duties.sentence_words import SentenceWord, sentence_breaks
from policybook.meaning.types import Matter
from policybook.meaning.words import terms
from policybook.text import lexicon

#: Actions, each with the verbs that mean it.
_ACTION_OF = kinds.words_to_names("actions")
#: The same with the ending of a third person. A text without any of them is not read.
_SIGNS = frozenset(_ACTION_OF) | {f"{verb}{end}" for verb in _ACTION_OF for end in ("s", "es")}
_WORD = re.compile("[a-z]+")
_SAME_THINGS = kinds.words_to_names("same_things")
#: Things of which a policy has many: the words before or after them must be the same too.
_WIDE = kinds.word_list("wide_things")
#: Actions of which "Complaints are answered within ten days" says all.
_PLAIN = frozenset({"answer", "acknowledge"})
#: Words before a place or an occasion: "in the staff room", "during lessons".
_WHERE = frozenset(["in", "at", "on", "during", "inside", "outside"])
#: Places that hold one another: "in school", "in the office", "in a locked cupboard".
_WIDE_PLACES = kinds.word_list("wide_places")
#: The sides that a rule can be for. Others, such as the office, are places here.
_SIDES = frozenset("pupil staff parent visitor governor volunteer contractor".split())
_TO = frozenset(["to", "into", "at", "in", "with"])
_ENDS = frozenset([",", ";", ":", ".", "(", ")", "–", "—", "?"])
_CONDITION = re.compile(
    r"\b(?:if|unless|except|without|only|when|where|while|until|after|before|who|which|during"
    r"|other than|apart from|save|provided|subject to|necessary|possible|appropriate)\b",
    re.IGNORECASE,
)
_NOT = frozenset(["not", "never", "cannot", "can't", "mustn't", "shouldn't", "won't"])
_MAY = frozenset(["may", "can"])
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|\b\d{1,2}[.:]\d\d\b")
_MINUTES_OF_A_DAY = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleStatement:
    """What a sentence does to which thing.

    `people` are those whom the thing or the heading names, and `who` does it. `marks`
    are the other words of the thing. `places`, `times` and `numbers` have a key and the
    words for it. `where` has all places and occasions. `permits` is None if a condition is set.
    """

    action: str
    thing: str
    marks: frozenset[str]
    people: frozenset[str]
    who: str
    verb: str
    places: tuple[tuple[str, str], ...]
    times: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    where: frozenset[str]
    permits: bool | None

    def is_about_same(self, other: "RuleStatement") -> bool:
        """Return whether two statements about one action and thing mean the same matter."""
        if self.people and other.people and not self.people & other.people:
            return False
        if self.thing in _WIDE and not (self.action in _PLAIN and not self.marks | other.marks):
            return bool(self.marks) and self.marks == other.marks
        return self.marks <= other.marks or other.marks <= self.marks


@lru_cache(maxsize=1 << 12)
def read_statements(text: str, heading: str) -> tuple[RuleStatement, ...]:
    """Return what the sentences of a text say, below a heading. Cached: rules recur."""
    return tuple(_read_text(text, heading))


def _read_text(text: str, heading: str) -> Iterator[RuleStatement]:
    start = 0
    for end, following in [*sentence_breaks(text), (len(text), len(text))]:
        sentence = text[start:end].replace("’", "'")
        start = following
        if not _SIGNS.isdisjoint(_WORD.findall(sentence.lower())):
            words, by_verb = parse_sentence(sentence.rstrip())
            for clause in by_verb.values():
                yield from _read_clause(sentence, words, clause, heading)


def _read_clause(
    sentence: str, words: Sequence[SentenceWord], clause: MainClause, heading: str
) -> Iterator[RuleStatement]:
    """Yield what a clause says, if its action is on the list."""
    place = clause.verb
    while place < len(words) and _is_helper(words, place):
        place += 1
    helpers = [item.word for item in words[clause.verb : place]]
    if place >= len(words):
        return
    verb = lexicon.third_person(words[place].word) or words[place].word
    if (action := _ACTION_OF.get(verb)) is None:
        return
    passive = any(word in kinds.BE or word == "be" for word in helpers)
    if passive and not kinds.is_participle(verb):
        return
    signs_in = action == "sign" and place + 1 < len(words) and words[place + 1].word == "in"
    action = "sign in" if signs_in else action
    group = clause.subject if passive or signs_in else _object(words, place + 1)
    if group is None or (group.is_actor and not signs_in) or group.head in kinds.PRONOUNS:
        return
    end = _end(words, place)
    part = sentence[words[clause.subject.first].start : words[end - 1].end]
    yield RuleStatement(
        action=action,
        thing=_thing(group.head),
        marks=_marks(words, group),
        people=_people(words, clause, group, heading),
        who="" if passive else clause.subject.head,
        verb=_quote_verb(sentence[words[clause.verb].start : words[place].end], clause),
        places=tuple(_places(sentence, words, place + (2 if signs_in else 1), end)),
        times=tuple(find_times(part)),
        numbers=tuple(find_numbers(part)),
        where=frozenset(_list_where(words, place + 1, end)),
        permits=_permits(helpers, sentence, clause),
    )


def _list_where(words: Sequence[SentenceWord], start: int, end: int) -> Iterator[str]:
    """Yield the head of each group after "in", "at", "on" or "during"."""
    for place in range(start, end - 1):
        if words[place].word in _WHERE:
            group = noun_group.read_group(words, place + 1, frozenset())
            if group is not None and group.end <= end:
                yield _thing(group.head)


def _quote_verb(verb: str, clause: MainClause) -> str:
    """Return the words of a verb with the "no" before its subject: "no … may be worn"."""
    return f"no … {verb}" if clause.subject.quantity == "no" else verb


def _is_helper(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a word comes before the main verb: "must", "not", "be"."""
    word = words[place].word
    return kinds.is_finite(word) or word in ("be", "not") or kinds.is_adverb(word)


def _object(words: Sequence[SentenceWord], start: int) -> noun_group.ClauseSubject | None:
    """Return the thing that a verb is followed by: "hand in their phones"."""
    if start < len(words) and words[start].word in ("in", "out", "up", "back"):
        start += 1
    return noun_group.read_group(words, start, frozenset()) if start < len(words) else None


def _end(words: Sequence[SentenceWord], place: int) -> int:
    """Return where what belongs to a verb ends: at a sign, or before another clause."""
    end = place + 1
    while end < len(words):
        word = words[end].word
        if word in _ENDS or word in kinds.QUESTION_WORDS or word in kinds.RELATIVES:
            break
        if kinds.is_finite(word) or word in ("but", "so"):
            break
        end += 1
    return end


def _thing(head: str) -> str:
    """Return one word for a thing: `phone` for `mobiles`."""
    single = (lexicon.singulars(head) or (head,))[0]
    return _SAME_THINGS.get(single, single)


def _marks(words: Sequence[SentenceWord], group: noun_group.ClauseSubject) -> frozenset[str]:
    """Return the other words of a thing that are no people: "lost property", "form of consent"."""
    marks = {item.word for item in words[group.start : group.end - 1]}
    after = words[group.end : group.end + 3]
    if after and after[0].word in ("of", "about", "for", "on"):
        marks |= {
            item.word
            for item in after[1:]
            if not (item.word in kinds.DETERMINERS or kinds.is_finite(item.word))
        }
    # A complaint about the head is another one; the phone of a pupil is a phone.
    about = {item.word for item in after} if after and after[0].word == "about" else set()
    return frozenset(
        mark for mark in marks
        if (mark in about or not _is_owner(mark))
        and mark not in ("mobile", "own", "personal") and mark.isalpha()
    )  # fmt: skip


def _is_owner(word: str) -> bool:
    return lexicon.is_person(word.removesuffix("'s").removesuffix("'"))


def _people(
    words: Sequence[SentenceWord], clause: MainClause, group: noun_group.ClauseSubject, heading: str
) -> frozenset[str]:
    """Return the people whom a clause and its heading name: whose phones, whose books."""
    near = [item.word for item in words[group.start : group.end + 3]]
    near += [clause.subject.head, *(word.lower() for word in re.findall(r"[\w'’]+", heading))]
    people = {
        (lexicon.singulars(name) or (name,))[0]
        for word in near
        if _is_owner(name := word.replace("’", "'").removesuffix("'s").removesuffix("'"))
    }
    same = {"student": "pupil", "child": "pupil", "employee": "staff", "carer": "parent"}
    return frozenset(same.get(name, name) for name in people) & _SIDES


def _places(
    sentence: str, words: Sequence[SentenceWord], start: int, end: int
) -> Iterator[tuple[str, str]]:
    """Yield to whom or where: the head of each group after "to", "into" or "at"."""
    for place in range(start, end - 1):
        following = words[place + 1].word
        if words[place].word not in _TO or lexicon.is_verb(following):
            continue  # "to the office", not "to avoid"
        first = place
        while place < end:
            group = noun_group.read_group(words, place + 1, frozenset())
            if group is None or group.end > end:
                break
            head = _thing(group.head)
            if head not in _WIDE_PLACES and head[:1].isalpha():
                yield head, sentence[words[first].start : words[group.end - 1].end]
            if group.end >= end or words[group.end].word not in ("and", "or", "/"):
                break
            place = group.end


def _permits(helpers: Sequence[str], sentence: str, clause: MainClause) -> bool | None:
    """Return whether a sentence allows something; None if it sets a condition."""
    if _CONDITION.search(sentence):
        return None
    if any(word in _NOT for word in helpers) or clause.subject.quantity == "no":
        return False
    return True if any(word in _MAY for word in helpers) else None


def find_times(part: str) -> Iterator[tuple[str, str]]:
    """Yield the one deadline or time of a part; nothing where there are several."""
    times = [
        (_in_days(term.key), term.wording) for term in terms.facts(part).get(Matter.DEADLINE, [])
        if any(sign.isdigit() for sign in term.key)
    ]  # fmt: skip
    times += [(hit[0].replace(":", "."), hit[0]) for hit in _CLOCK.finditer(part)]
    if len({key for key, _ in times}) == 1:
        yield times[0]


def _in_days(key: str) -> str:
    """Return the key of a period, in days if it has whole ones: 24 hours is 1 day here."""
    count, _, unit = key.partition(" ")
    if unit == "minute" and count.isdigit() and int(count) % _MINUTES_OF_A_DAY == 0:
        return f"{int(count) // _MINUTES_OF_A_DAY} day"
    return key


def find_numbers(part: str) -> Iterator[tuple[str, str]]:
    """Yield the one number of a part, with its unit."""
    numbers = [
        (term.key, term.wording) for term in terms.facts(part).get(Matter.NUMBER, [])
        if term.unit
    ]  # fmt: skip
    if len(numbers) == 1:
        yield numbers[0]
