"""Read the duties that a text sets without a modal verb.

    The parent puts the complaint in writing.      must, parent
    Visitors are signed in.                        must, no one named
    Staff do not promise to keep a secret.         must not, staff
    Nobody goes back inside.                       must not, anyone
    Make sure that your child is in school.        must, you

What somebody is, has, feels or knows is a description. So is what happens sometimes or to most
people, and what a word means.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policybook.analysis.duties import clause_reader, noun_group
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.clause_reader import MainClause
from policybook.analysis.duties.noun_group import ClauseSubject
from policybook.analysis.duties.sentence_words import SentenceWord
from policybook.meaning.sentences.word_kinds import is_agent, is_deed
from policybook.text import lexicon

#: Before "that" these say what somebody thinks.
_SAYINGS = frozenset(
    "recommend advise acknowledge recognise recognize accept agree appreciate".split()
)
#: Verbs that give a duty to somebody else; true for those that only ask.
_ASKING = {
    "require": False, "instruct": False, "expect": True, "encourage": True, "request": True,
    "ask": True,
}  # fmt: skip
_SCHOOLS = frozenset(["we", "school", "nursery", "setting", "academy", "college", "trust"])
_QUANTITIES = frozenset(["most", "many", "some", "few", "several"])
_SOMETIMES = kinds.word_list("sometimes")
#: "In most years we have …": what is usual, and no rule.
_USUALLY = ("in", "most")
#: "We receive about 300 applications" counts what comes.
_ABOUT = frozenset(["about", "approximately", "around", "some", "over", "many"])
_WHEN = frozenset("if when where once after before".split())
_ALWAYS = frozenset(
    "each every all always within until daily weekly monthly termly annually".split()
)
_ANYBODY = frozenset(["nobody", "no-one"])
_OBJECTS = (kinds.DETERMINERS | kinds.OBJECTS | {"whether", "what", "how"}) - {"only"}
_NO_OBJECTS = noun_group.JOINS | kinds.QUESTION_WORDS
#: What "we" do for anybody is no rule: "we offer lunch", "we use cookies".
_SERVICES = kinds.word_list("services")
_GO_ON = frozenset(["and", "or", "but", "so", "including"]) | kinds.DETERMINERS
#: "This policy is shared", "you are classed as".
_NO_PASSIVES = frozenset("it we i you policy procedure document code guidance section".split())
_LIABILITY = frozenset(["responsibility", "liability"])


@dataclass(frozen=True, slots=True)
class PlainDuty:
    """A duty without a modal verb: the place of its verb, and its subject if it names one.

    `is_advice` says that it is a "should".
    """

    start: int
    end: int
    bars: bool
    passive: bool
    subject: ClauseSubject | None
    is_advice: bool = False


def read_plain_duties(
    words: Sequence[SentenceWord], clauses: Iterable[MainClause]
) -> Iterator[PlainDuty]:
    """Yield the duties of the clauses of a sentence that have them without a modal verb."""
    if not words or words[-1].word == "?":
        return
    if words[0].word == "by" and words[1:2] and words[1].word.endswith("ing"):
        return  # "By locking the gate, the school keeps …" gives a reason.
    if words[0].word in _SOMETIMES or tuple(item.word for item in words[:2]) == _USUALLY:
        return
    for clause in clauses:
        ahead = words[: clause.subject.first]
        if ahead and ahead[0].word == "to" and not any(item.word == "," for item in ahead):
            continue  # "To ensure the form is signed"
        if duty := _read_clause(words, clause):
            yield duty


def _read_clause(words: Sequence[SentenceWord], clause: MainClause) -> PlainDuty | None:
    subject, place = clause.subject, clause.verb
    if place >= len(words) or subject.quantity in _QUANTITIES:
        return None
    if any(item.word in _SOMETIMES for item in words[subject.end : place]):
        return None
    word = words[place].word
    if word in kinds.BE:
        return _read_passive(words, clause)
    if not subject.is_actor or _is_listed(words, subject):
        return None
    if word in kinds.DO:
        return _read_refusal(words, clause)
    if asked := _read_asked(words, clause):
        return asked
    if words[place + 2 : place + 3] and words[place + 1].word == ":":
        return None  # "Carer records: ten years"
    bars = subject.head in _ANYBODY or subject.quantity == "no" or words[place - 1].word == "never"
    if kinds.is_finite(word) or _describes(words, place) or not (bars or _acts(words, clause)):
        return None
    return PlainDuty(words[place].start, words[place].end, bars, passive=False, subject=subject)


def _is_listed(words: Sequence[SentenceWord], subject: ClauseSubject) -> bool:
    """Return whether a subject is only one of several things: "of children, staff and others"."""
    is_bare = subject.first == subject.start and subject.head not in kinds.PRONOUNS
    after_comma = subject.first > 0 and words[subject.first - 1].word == ","
    return is_bare and after_comma and words[0].word not in kinds.SUBORDINATORS


def _acts(words: Sequence[SentenceWord], clause: MainClause) -> bool:
    """Return whether a clause says what somebody does, by more than one sign.

    Its subject is a person, and its verb is a usual deed, or has an object ("banks cash"), or
    the sentence says when. What "we" do has to be a usual deed.
    """
    subject, verb = clause.subject, words[clause.verb].word
    after = [item.word for item in words[clause.verb + 1 : clause.verb + 3]]
    if subject.head == "we":
        return after[:1] == ["sure"] or (is_deed(verb) and verb not in _SERVICES)
    first, base = (after or [""])[0], lexicon.third_person(verb) or verb
    is_noun = not lexicon.is_mostly_verb(base) and first in (",", "or", "and")
    if verb == "be" or is_noun:
        return False  # "Children who see abuse or neglect"
    is_done = is_deed(verb) or _has_object(verb, after) or _says_when(words)
    return is_done and is_agent(" ".join(item.word for item in words[subject.start : subject.end]))


def _has_object(verb: str, after: Sequence[str]) -> bool:
    """Return whether the words after a verb are what it is done to: "gifts", "to the clerk"."""
    first, second = [*after, "", ""][:2]
    if first in kinds.PREPOSITIONS:
        return second in kinds.DETERMINERS
    if first in _OBJECTS:
        return True
    is_noun = first.isalpha() and not (first in _NO_OBJECTS or kinds.is_adverb(first))
    return is_noun and lexicon.is_mostly_verb(lexicon.third_person(verb) or verb)


def _says_when(words: Sequence[SentenceWord]) -> bool:
    """Return whether a sentence says when, how often or to whom without exception."""
    opens = words[0].word in _WHEN and any(item.word == "," for item in words)
    return opens or any(item.word in _ALWAYS for item in words)


def _read_asked(words: Sequence[SentenceWord], clause: MainClause) -> PlainDuty | None:
    """Return the duty of those who are asked: "we expect pupils to walk"."""
    verb = lexicon.third_person(words[clause.verb].word) or words[clause.verb].word
    if verb not in _ASKING or clause.verb + 1 >= len(words):
        return None
    if verb == "ask" and clause.subject.head not in _SCHOOLS:
        return None  # "The leader asks staff to search": the leader does it.
    after = clause.verb + 1
    if words[after].word == "that":
        asked = clause_reader.read_clause(words, after + 1, frozenset())
        to = asked.verb if asked and asked.verb < len(words) else None
        if to is not None and kinds.is_finite(words[to].word):
            return None
        group = asked.subject if asked else None
    else:
        group = noun_group.read_group(words, after, frozenset())
        rest = range(group.end, len(words)) if group else ()
        to = next((place for place in rest if words[place].word == "to"), None)
    if group is None or not group.is_actor or to is None:
        return None
    bars = words[to - 1].word == "not"
    start, end = words[clause.verb].start, words[to].end
    return PlainDuty(start, end, bars, passive=False, subject=group, is_advice=_ASKING[verb])


def _describes(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether the verb at `place` says what somebody is, has or thinks."""
    verb = lexicon.third_person(words[place].word) or words[place].word
    following = words[place + 1].word if place + 1 < len(words) else ""
    near = words[place : place + 4]
    counts = verb in ("receive", "give") and any(w.word in _ABOUT for w in near)
    defines = verb == "use" and any(w.word in ("term", "word", "terms") for w in near)
    reserves = (
        (verb in ("reserve", "retain") and following == "the")
        or following == "as"
        or (verb in ("offer", "provide") and following == "for")
    )
    if verb == "look" and following in ("at", "after", "into"):
        return False
    thinks = verb in _SAYINGS and following == "that"
    plays = verb == "play" and any(item.word == "role" for item in words[place : place + 6])
    disclaims = any(item.word in _LIABILITY for item in near) and following == "no"
    is_state = verb in lexicon.STATES or plays or disclaims
    return counts or defines or reserves or thinks or is_state


def _read_refusal(words: Sequence[SentenceWord], clause: MainClause) -> PlainDuty | None:
    """Return the duty of "staff do not promise"."""
    place = clause.verb + 1
    if words[clause.verb].word in ("do", "does"):
        if place >= len(words) or words[place].word != "not":
            return None
        place += 1
    while place < len(words) and kinds.is_adverb(words[place].word):
        place += 1
    if place >= len(words) or not lexicon.is_verb(words[place].word):
        return None
    if words[place].word in lexicon.STATES | {"have", "need", "do", "get", "receive"}:
        return None
    if any(item.word in _LIABILITY for item in words[place + 1 : place + 4]):
        return None  # "do not take responsibility"
    return PlainDuty(
        words[clause.verb].start, words[place].end, bars=True, passive=False, subject=clause.subject
    )


def _read_passive(words: Sequence[SentenceWord], clause: MainClause) -> PlainDuty | None:
    """Return the duty of "visitors are signed in", "codes are not written down"."""
    place, bars = clause.verb + 1, clause.subject.quantity == "no"
    while place < len(words) and kinds.is_adverb(words[place].word):
        if words[place].word in _SOMETIMES:
            return None
        bars = bars or words[place].word in ("not", "never")
        place += 1
    if place >= len(words) or not kinds.is_participle(words[place].word):
        return None
    after = [item.word for item in words[place + 1 : place + 4]]
    is_thing = not clause.subject.is_actor and after[:1] not in (["to"], ["by"])
    is_asked = words[place].word == "required" and is_thing  # "A fee is required."
    if after[:1] == [","] and after[1:] and not _goes_on(after[1]):
        return None  # "bullying is repeated, deliberate hurt"
    if (kinds.describes(words[place].word) and not is_asked) or (
        after[:1] == ["aware"]
        or (words[place].word in ("set", "laid") and after[:1] in (["out"], ["down"], ["so"]))
        or (words[place].word == "made" and after[:2] in (["up", "of"], ["of", "the"]))
        or (after[:1] == ["to"] and "as" in after)
        or (words[place].word == "used" and after[:1] in (["to"], ["for"]))
    ):
        return None  # "is based on", "are referred to as"
    if clause.subject.head in _NO_PASSIVES:
        return None
    is_on_a_scale = after[:1] == ["on"] and after[1:2] and after[1] in kinds.DETERMINERS
    if words[place].word == "paid" and clause.subject.is_actor and is_on_a_scale:
        return None  # "Teachers are paid on six points"
    if after[:1] == ["by"] and after[1:2] and after[1].endswith("ing"):
        return None  # "is opened by pushing the button"
    return PlainDuty(
        words[clause.verb].start, words[place].end, bars, passive=True, subject=clause.subject
    )


def _goes_on(word: str) -> bool:
    """Return whether `word` can follow "is signed,": "dated", "and", "if"."""
    is_known = word in kinds.SUBORDINATORS or word in kinds.RELATIVES or word in _GO_ON
    return is_known or kinds.is_participle(word) or kinds.is_adverb(word)
