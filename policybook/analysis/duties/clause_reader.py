"""Read the main clauses of a sentence: whose verb it is, and which verb.

    The head of year | writes        A member of staff who is told | writes
    Doors to the yard | are          Parents of pupils in Year 6 | must

A subject is a group of words with a noun as its head. What follows it ("of pupils", "who is
told", "(or a deputy)") is passed over. The verb agrees with the head: "the head writes", "staff
write". A word that could be a noun ("visits", "report") is the verb only if what follows can
follow a verb, and if no other verb comes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.sentence_words import SentenceWord
from policybook.text import lexicon

#: "The head of year", "a member of staff": the words after "of" are part of the name.
_OF_NAMES = frozenset("member members head heads chair chairs board director body group".split())
_PLURAL_HEADS = frozenset("staff people children police personnel we you they i those".split())
#: Bodies that may have the verb of several people: "the panel meet".
_EITHER = frozenset("staff board committee team panel family leadership".split())
_ANYBODY = frozenset("everyone everybody anyone anybody nobody someone no-one all".split())
_NEW_CLAUSES = kinds.DETERMINERS | kinds.PRONOUNS
_SIGNS = frozenset([",", ";", ":", "–", "—"])
#: Where another clause may start, and brackets.
_PARTS = _SIGNS | {"and", "but", "(", ")"}
_LIST_SIGNS = frozenset(["and", "or", "&", "/", ","])
_WHOLE_GROUPS = kinds.PRONOUNS | _ANYBODY
_JOINS = frozenset(["and", "or", "&", "/"])
_NO_OBJECTS = frozenset(["all", "both", "each", "such"])
_IFS = frozenset(["if", "where", "wherever", "when", "whenever"])
_POSSIBLE = frozenset("possible appropriate necessary needed practicable required unsure".split())
_ARTICLES = frozenset("the a an all each every any our we they you staff".split())
#: How many words an opening without a comma may have.
_OPENER = 14
_MAX_WORDS = 60


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


@dataclass(frozen=True, slots=True, kw_only=True)
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
        if start >= len(words) or (start and not free and not _may_come_first(words, start)):
            continue
        if start >= free and (clause := read_clause(words, start, roles)):
            yield clause
            free = clause.verb


def _may_come_first(words: Sequence[SentenceWord], start: int) -> bool:
    """Return whether the first clause may start after the first word.

    "Notices for pupils, parents and staff explain" has no clause at "parents".
    """
    first = skip_openers(words, 0)
    opened = words[first].word in kinds.SUBORDINATORS
    return opened or start == first or words[start].word in _NEW_CLAUSES or words[start - 1].word != ","


def clause_starts(words: Sequence[SentenceWord]) -> Iterator[int]:
    """Yield where a main clause may start: at the first word, after a comma, after "and"."""
    if not words:
        return
    first = skip_openers(words, 0)
    opened = first < len(words) and words[first].word in kinds.SUBORDINATORS
    depth = 0
    if not opened:
        yield first
    elif words[0].word in kinds.PREPOSITIONS or not any(item.word == "," for item in words):
        yield from _after_short_opener(words)
    for place, item in enumerate(words[:-1]):
        if item.word not in _PARTS:
            continue
        depth += (item.word == "(") - (item.word == ")")
        if depth:
            continue
        if item.word in _SIGNS:
            start = skip_openers(words, place + 1)
            if start < len(words) and _may_start(words, place, start, opened=opened):
                yield start
            opened = opened and item.word == ";"
        elif item.word.isalpha() and not opened:
            start = skip_openers(words, place + 1)
            if words[start : start + 1] and words[start].word in _NEW_CLAUSES:
                yield start


def _after_short_opener(words: Sequence[SentenceWord]) -> Iterator[int]:
    """Yield where the subject may start after an opening without a comma: "On trips the leader"."""
    for place in range(2, min(len(words), _OPENER)):
        before = words[place - 1].word
        if words[place].word == ",":
            return
        if words[place].word in _ARTICLES and not (
            before in kinds.PREPOSITIONS or before in kinds.DETERMINERS or before in _JOINS
        ):
            yield place


def _may_start(words: Sequence[SentenceWord], sign: int, start: int, *, opened: bool) -> bool:
    """Return whether a clause may start at `start`, after the sign at `sign`."""
    word = words[start].word
    if word in kinds.SUBORDINATORS or words[sign + 1].word == "or":
        return False
    ends_list = words[sign].word != "," or opened
    if word in _NEW_CLAUSES or ends_list:
        return True
    return lexicon.is_person(word) and bool(lexicon.singulars(word) or word in _PLURAL_HEADS)


def skip_openers(words: Sequence[SentenceWord], start: int) -> int:
    """Return the place after words that may open a clause: "and", "then", "if possible"."""
    if words[start : start + 1] and words[start].word in _IFS:
        if words[start + 1 : start + 2] and words[start + 1].word in _POSSIBLE:
            start += 2
        elif [item.word for item in words[start + 1 : start + 3]] == ["in", "doubt"]:
            start += 3
    while start < len(words) and (
        words[start].word in ("and", "but", "so", "or", "(", '"', "“", "‘", "•", "-")
        or (kinds.is_adverb(words[start].word) and words[start].word not in ("all", "each", "both"))
        or (words[start].word == "," and start)
    ):
        start += 1
    return start


def read_clause(
    words: Sequence[SentenceWord], start: int, roles: frozenset[str]
) -> MainClause | None:
    """Return the clause that starts at `start`, or None."""
    subject = read_group(words, start, roles) if start < len(words) else None
    if subject is None:
        return None
    if not kinds.is_finite(words[subject.start].word):
        for place in range(subject.start + 1, subject.end):
            actor = words[place - 1].word.split("/")[-1]
            if actor not in roles and not lexicon.is_person(actor):
                continue
            places = (subject.first, subject.start, place)
            head = _group(words, places, subject.quantity, roles)
            if is_verb_here(words, place, head):
                return MainClause(subject=head, verb=place)
    return _find_verb(words, subject, roles)


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
        while end < len(words) and _is_in_group(words, begin, end):
            end += 1
    if end == begin:
        if begin > start and words[begin - 1].word == "all":  # "All must ask."
            return ClauseSubject(
                first=start, start=begin - 1, end=begin, head="all", is_actor=True, has_many=True
            )
        return None
    return _group(words, (start, begin, end), quantity, roles)


def _opens_group(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a word opens a group: "the", "two", "of the" after "all"."""
    word = words[place].word
    if word in kinds.DETERMINERS or word.isdigit():
        return True
    return word == "of" and place > 0 and words[place - 1].word in kinds.DETERMINERS


def _is_in_group(words: Sequence[SentenceWord], begin: int, end: int) -> bool:
    """Return whether a word belongs to the group of nouns that begins at `begin`."""
    word = words[end].word
    if words[end].is_sign or word in kinds.PREPOSITIONS or word in kinds.RELATIVES:
        return False
    if word in _JOINS or word == "but" or kinds.is_finite(word) or word in kinds.QUESTION_WORDS:
        return False
    if word in kinds.PRONOUNS or (word in kinds.DETERMINERS and end > begin):
        return False
    if kinds.is_adverb(word):
        return False
    before = words[end - 1].word if end > begin else ""
    # "children arriving late", but "visiting speakers"
    return not (word.endswith("ing") and before and lexicon.is_person(before.split("/")[-1]))


def _group(
    words: Sequence[SentenceWord],
    places: tuple[int, int, int],
    quantity: str,
    roles: frozenset[str],
) -> ClauseSubject:
    """Return a group of words; its last word is its head. `places` are first, start and end."""
    first, start, end = places
    head = words[end - 1].word
    last = head.split("/")[-1]
    is_actor = (
        head in kinds.PRONOUNS or head in _ANYBODY or last in roles or lexicon.is_person(last)
    ) and head != "it"
    has_many = (
        head in _PLURAL_HEADS or last in _PLURAL_HEADS or bool(lexicon.singulars(last))
    ) and not last.endswith("ss")
    return ClauseSubject(
        first=first, start=start, end=end, head=last, is_actor=is_actor, has_many=has_many,
        quantity=quantity,
    )  # fmt: skip


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
        elif words[place].is_sign or _opens_question(words, place):
            return None
        elif not is_told_apart and _is_object(words, place):
            return None
        elif kinds.is_finite(word) or is_verb_here(words, place, subject, inner=inner):
            if words[place - 1].word not in ("and", "or", "to", "not"):
                if not inner:
                    return MainClause(subject=subject, verb=place)
                inner = False
                place = _skip_helpers(words, place)
                continue
        place += 1
    ended = place >= len(words) and not inner and subject.is_actor
    return MainClause(subject=subject, verb=len(words)) if ended else None


def _opens_question(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether another clause begins: "how", "if", but not "because of"."""
    following = words[place + 1].word if place + 1 < len(words) else ""
    return words[place].word in kinds.QUESTION_WORDS and following != "of"


def _is_object(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether a word such as "the" opens an object: the verb was before it."""
    before = words[place - 1].word
    if words[place].word not in kinds.DETERMINERS or words[place].word in _NO_OBJECTS:
        return False
    may_precede = before in kinds.PREPOSITIONS or before in kinds.DETERMINERS or before in _JOINS
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
    other = read_clause(words, place, roles) if place < len(words) else None
    if other is None or other.subject.is_actor != subject.is_actor:
        return None
    if words[subject.end].word == "," and not any(
        item.word in _JOINS for item in words[subject.end : other.subject.end + 1]
    ):
        return None  # "If …, staff" is no list.
    whole = replace(other.subject, first=subject.first, start=subject.start, has_many=True)
    if other.verb < len(words) and lexicon.third_person(words[other.verb].word):
        whole = replace(whole, has_many=False)
    return MainClause(subject=whole, verb=other.verb)


def _name_with_of(words: Sequence[SentenceWord], subject: ClauseSubject) -> ClauseSubject:
    """Return the subject with the words after "of": "the head of year"."""
    end = subject.end + 1
    while end < len(words) and words[end].word in kinds.DETERMINERS:
        end += 1
    taken = end
    while taken < len(words) and _is_in_group(words, end, taken):
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
    limit = 25 if following in kinds.RELATIVES else 12 if following in _JOINS else 8
    for end in range(place + 2, min(len(words), place + limit)):
        if words[end].word == ",":
            return end
    return None


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
    if before in kinds.PREPOSITIONS or before in _JOINS or before.endswith("ing"):
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
        ends = words[later].is_sign or word in _JOINS or word in kinds.RELATIVES
        if ends or word in kinds.QUESTION_WORDS or word in kinds.DETERMINERS:
            break
    return True
