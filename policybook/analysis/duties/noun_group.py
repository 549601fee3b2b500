"""Read a group of words with a noun as its head, and the verb that agrees with it.

    the head of year | writes      all staff | write      no child's name | is

A word that could be a noun ("visits", "report") is a verb only if what follows can follow a
verb, and if no other verb comes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.sentence_words import SentenceWord
from policybook.text import lexicon

PLURAL_HEADS = frozenset("staff people children police personnel we you they i those".split())
#: Bodies that may have the verb of several people: "the panel meet".
_EITHER = frozenset(["staff", "board", "committee", "team", "panel", "family", "leadership"])
_ANYBODY = frozenset("everyone everybody anyone anybody nobody someone no-one all".split())
#: "The most senior teacher present".
_BEHIND = frozenset(["present", "concerned", "involved", "responsible", "affected"])
_WHOLE_GROUPS = kinds.PRONOUNS | _ANYBODY
JOINS = frozenset(["and", "or", "&", "/"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSubject:
    """The subject of a clause: the places of its first word, its name and its head."""

    first: int
    start: int
    end: int
    head: str
    is_actor: bool
    has_many: bool
    quantity: str = ""


def read_group(
    words: Sequence[SentenceWord], start: int, roles: frozenset[str]
) -> ClauseSubject | None:
    """Return the group of words at `start`: up to a sign, a preposition or a clear verb."""
    begin, quantity = start, ""
    while begin < len(words) and _opens_group(words, begin):
        quantity = quantity or words[begin].word
        begin += 1
    if begin < len(words) and words[begin].word in _WHOLE_GROUPS:
        end = begin + 1
    else:
        end = begin
        while end < len(words) and is_in_group(words, begin, end):
            end += 1
    if end == begin:
        if begin > start and words[begin - 1].word == "all":  # "All must ask."
            return ClauseSubject(
                first=start, start=begin - 1, end=begin, head="all", is_actor=True, has_many=True
            )
        return None
    return make_group(words, (start, begin, end), quantity, roles)


def _opens_group(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a word opens a group: "the", "two", "of the" after "all"."""
    word = words[place].word
    if word in kinds.DETERMINERS or word.isdigit():
        return True
    return word == "of" and place > 0 and words[place - 1].word in kinds.DETERMINERS


def is_in_group(words: Sequence[SentenceWord], begin: int, end: int) -> bool:
    """Return whether a word belongs to the group of nouns that begins at `begin`."""
    word = words[end].word
    if words[end].is_sign or word in kinds.PREPOSITIONS or word in kinds.RELATIVES:
        return False
    if word in JOINS or word == "but" or kinds.is_finite(word) or word in kinds.QUESTION_WORDS:
        return False
    if word in kinds.PRONOUNS or (word in kinds.DETERMINERS and end > begin):
        return False
    if kinds.is_adverb(word):
        return False
    before = words[end - 1].word if end > begin else ""
    # "children arriving late", but "visiting speakers"
    return not (word.endswith("ing") and before and lexicon.is_person(before.split("/")[-1]))


def make_group(
    words: Sequence[SentenceWord],
    places: tuple[int, int, int],
    quantity: str,
    roles: frozenset[str],
) -> ClauseSubject:
    """Return a group of words; its last word is its head. `places` are first, start and end."""
    first, start, end = places
    if end - start > 1 and words[end - 1].word in _BEHIND:
        end -= lexicon.is_person(words[end - 2].word)
    head = words[end - 1].word
    last = head.split("/")[-1]
    is_actor = (
        head in kinds.PRONOUNS or head in _ANYBODY or last in roles or lexicon.is_person(last)
    ) and head != "it"
    has_many = (
        head in PLURAL_HEADS or last in PLURAL_HEADS or bool(lexicon.singulars(last))
    ) and not last.endswith("ss")
    return ClauseSubject(
        first=first, start=start, end=end, head=last, is_actor=is_actor, has_many=has_many,
        quantity=quantity,
    )  # fmt: skip


def is_verb_here(
    words: Sequence[SentenceWord], place: int, subject: ClauseSubject, *, inner: bool = False
) -> bool:
    """Return whether the word at `place` is a verb that agrees with the subject.

    Inside "who …" (`inner`) another verb may follow.
    """
    word = words[place].word
    before = words[place - 1].word
    if before in kinds.DETERMINERS and before not in ("all", "each", "both"):
        return False
    if before in kinds.PREPOSITIONS or before in JOINS or before.endswith("ing"):
        return False
    if lexicon.is_person(word) and not _opens_object(words, place + 1):
        return False  # "members of the wider school community"
    third = lexicon.third_person(word)
    if subject.head in _EITHER:
        agrees = bool(third) or lexicon.is_verb(word)
    elif subject.has_many:
        agrees = lexicon.is_verb(word)
    else:
        agrees = bool(third)
    if place > subject.end and place + 1 >= len(words) and not third:
        return False  # "complaints from parents in their personal file"
    return agrees and (inner or _can_follow_verb(words, place + 1))


def _opens_object(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether an object begins at `place`: "the", "it"."""
    following = words[place].word if place < len(words) else ""
    return following in kinds.DETERMINERS or following in kinds.OBJECTS


def _can_follow_verb(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether the words at `place` can follow a verb, and bring no other verb."""
    if place >= len(words):
        return True
    word = words[place].word
    if word == "of" or kinds.is_finite(word):
        return False
    if words[place].is_sign or word in kinds.DETERMINERS or word in kinds.OBJECTS:
        return word not in ("/", "(", "'")
    if word in kinds.QUESTION_WORDS or word == "that":
        return True
    for later in range(place, min(len(words), place + 12)):
        word = words[later].word
        if kinds.is_finite(word):
            return False
        ends = words[later].is_sign or word in JOINS or word in kinds.RELATIVES
        if ends or word in kinds.QUESTION_WORDS or word in kinds.DETERMINERS:
            break
    return True
