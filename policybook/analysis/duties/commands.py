"""Read the commands of a text: "Ring the office", "- tests the alarm each Monday"."""

from collections.abc import Iterator, Sequence

from policybook.analysis.duties import clause_starts
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.present_tense import PlainDuty
from policybook.analysis.duties.sentence_words import SentenceWord, cut_words
from policybook.text import lexicon

#: "Date the policy is due" is a line of a form.
_NO_COMMANDS = frozenset("access see note remember thank let imagine welcome date".split())
_AFTER_COMMAND = kinds.DETERMINERS | kinds.OBJECTS | {"that", "whether", "what", "how"}
_PRONOUNS = frozenset(["it", "them", "us", "you", "me"])
_JOINS = frozenset(["&", "/", "-"])
_NEVER_NEXT = frozenset([":", ".", "of", "/", "&", "-", "(", "and", "or", ","])
#: How many words "Stage 1, informal:" may have.
_LABEL = 5


def read_unnamed(words: Sequence[SentenceWord]) -> PlainDuty | None:
    """Return the duty of words that leave out who does it: "- tests the alarm each Monday"."""
    start = clause_starts.skip_openers(words, 0)
    start += words[start : start + 1] != [] and words[start].word == "to"  # "- To assess the risk"
    if start + 1 >= len(words):
        return None
    word, following = words[start].word, words[start + 1].word
    if word in kinds.DO:
        place = start + 2 if following == "not" else start + 1
        bars = following == "not" or word not in ("do", "does")
        if place >= len(words) or not bars or not lexicon.is_verb(words[place].word):
            return None
        return PlainDuty(words[start].start, words[place].end, True, False, None)
    if following in _NEVER_NEXT or kinds.is_finite(following) or lexicon.is_person(word):
        return None
    if word == "be" or lexicon.is_verb(word) or lexicon.third_person(word):
        end, bars = words[start].end, _refuses(words, 0, start)
        if following in _AFTER_COMMAND or _brings_no_verb(words, start + 1):
            return PlainDuty(words[start].start, end, bars, passive=False, subject=None)
    return None


def goes_on_with(item: str) -> bool:
    """Return whether an item goes on with the verb before its list: "wear a hat, and …"."""
    duty = read_unnamed(cut_words(item))
    return duty is not None and not duty.bars


def read_command(words: Sequence[SentenceWord]) -> PlainDuty | None:
    """Return the duty of a sentence that tells its reader to do something: "Ring the office"."""
    if not words or words[-1].word == "?":
        return None
    for start in _command_starts(words):
        if (place := _find_command(words, start)) is not None:
            end = words[place].end
            return PlainDuty(words[place].start, end, bars=False, passive=False, subject=None)
    return None


def _command_starts(words: Sequence[SentenceWord]) -> Iterator[int]:
    """Yield where a command may start: at the first word, or after "If …," and "please"."""
    first = clause_starts.skip_openers(words, 0)
    opened = first < len(words) and words[first].word in kinds.SUBORDINATORS
    if not opened:
        yield _skip_adverbs(words, 0)
    for place, item in enumerate(words):
        if item.word == ":" and place <= _LABEL:
            yield _skip_adverbs(words, place + 1)
        joins = words[place + 1 : place + 2] and words[place + 1].word in ("and", "or")
        if item.word == "please" or (opened and item.word == "," and not joins):
            yield _skip_adverbs(words, place + 1)


def _skip_adverbs(words: Sequence[SentenceWord], start: int) -> int:
    """Return the place after words such as "also"; the end after "never" and "not"."""
    place = clause_starts.skip_openers(words, start)
    return len(words) if _refuses(words, start, place) else place


def _refuses(words: Sequence[SentenceWord], start: int, end: int) -> bool:
    return any(item.word in ("never", "not") for item in words[start:end])


def _find_command(words: Sequence[SentenceWord], start: int) -> int | None:
    """Return the place of the verb of a command that starts at `start`."""
    if start + 1 >= len(words):
        return None
    word, following = words[start].word, words[start + 1].word
    if (
        word in _NO_COMMANDS
        or word in lexicon.STATES
        or words[start + 1].word in (":", ".", "of", "/")
    ):
        return None
    if following in ("and", "or"):  # "read and sign it", but not "clear and meaningful"
        joined = words[start + 2 : start + 4]
        if len(joined) < 2 or not lexicon.is_verb(joined[0].word):
            return None
        following = joined[1].word
    behind = words[start + 2].word if words[start + 2 : start + 3] else ""
    keeps_us = lexicon.third_person(following) and behind in _PRONOUNS  # "Mail keeps us busy"
    if (
        keeps_us
        or word in kinds.DO
        or word == "be"
        or not lexicon.is_verb(word)
        or following in _JOINS
        or kinds.is_finite(following)
    ):
        return None
    if lexicon.is_person(word) and following not in ("the", "a", "an"):
        return None
    label = [item.word for item in words[start + 1 : start + 4]]
    label = label[: label.index(":")] if ":" in label and words[-1].word != ":" else []
    if label and not _AFTER_COMMAND & {*label}:
        return None  # "Risk assessment: this involves"
    if following == "that" and words[start + 2 : start + 3]:
        return None if kinds.is_finite(words[start + 2].word) else start
    if following in _AFTER_COMMAND:
        return start
    if not lexicon.is_mostly_verb(word):
        return None
    return start if _brings_no_verb(words, start + 1) else None


def _brings_no_verb(words: Sequence[SentenceWord], place: int) -> bool:
    """Return whether no other verb follows: "Visit reports are filed" is no command."""
    for item in words[place : place + 12]:
        if kinds.is_finite(item.word):
            return False
        if item.is_sign or item.word in kinds.RELATIVES or item.word in kinds.QUESTION_WORDS:
            break
    return True
