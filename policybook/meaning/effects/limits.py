"""Find words without "if" or "unless" that limit a rule, where they came or went.

may keep hens with the written consent of the committee    somebody must agree
may work abroad where the manager has agreed               somebody must agree
Anyone who has passed the test may drive                   only some of them
any injury → any serious injury; Hirers → Regular hirers   only some of them

Hardly anything else of the sentence may differ, and it must bind, allow or give something.
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.force_words import find_change
from policybook.meaning.effects.rights import find_right
from policybook.meaning.effects.weight_values import first_words, one_sided
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import is_agent
from policybook.meaning.types import Matter, Weight
from policybook.text import lexicon

_CONSENT = r"(?:consent|permission|agreement|approval|authori[sz]ation|authority)"
_AGREED = re.compile(
    rf",? ?(?P<words>with (?:(?:the|an?|their|his|her|our|its) )?(?:[\w'-]+ ){{0,3}}{_CONSENT}\b)"
    r"(?! to)|,? ?(?P<where>where (?:the |an? |their |all |both )?(?P<who>[\w' -]+?) (?:has|have) "
    r"(?:first |already )?(?:agreed|approved|consented|authori[sz]ed|confirmed|given)\b)"
)
#: "But not in the hall", "but not dogs": no clause of its own.
_BUT_NOT = re.compile(
    r"(?:, )?(?P<words>but not|although not|though not)"
    r" (?!all\b|always|every|only|necessarily|limited|so\b|yet\b|too\b|very\b|both\b|as\b)\w.*"
)
#: When or where leave holds: only a permission is narrower by these.
_OUTSIDE = re.compile(
    r"(?!.*\bany\b)(?:[\w -]+? )??(?P<words>(?:outside|out of|during|between|in|at) "
    r"(?:the |of )?(?:[\w-]+ ){0,2}"
    r"(?:hours|times?|lessons|breaks?|sessions|weekends))"
)
_ANY_TIME = re.compile(r"(?:at any (?:time|hour)|whenever (?:they|he or she|you) (?:wish|like))")
_WHO = re.compile(r"who (?:(?:is|are) )?[\w'-]+(?: [\w'’-]+)*")
#: "Teachers on the upper pay range". Ages and places in the day have labels of their own.
_OF_SOME = re.compile(
    r"(?:on|from|with|under|of) (?!.*\b(?:years?|age|aged|term|day|week|\d+)\b)"
    r"[\w'’-]+(?: [\w'’-]+)+"
)
#: After the subject the verb of the rule follows.
_VERB = re.compile(
    r"(?:may|can|must|shall|will|should|cannot|is|are|has|have|do|does|(?P<deed>[a-z]+)) "
)
_WHOLE = re.compile(r"\b(?:any|all|every|each|no)$")
#: Words that say of which kind something is: an adjective by its end, or one of these.
_KIND = re.compile(
    r"\w{2,}(?:ous|al|ar|ive|ful|less|ible|able|ified|ered|ained|ised|ized|oned|ated|orised)"
    r"|new|old|young|older|younger|adult|junior|senior|full|part-time|full-time|paid|unpaid"
    r"|permanent|temporary|urgent|frequent|dangerous|wooden|broken|stolen|non-\w+"
)
#: These limit nothing, or not surely.
_NO_KIND = re.compile(
    r"reasonable|suitable|applicable|possible|potential|individual|additional|actual|general"
    r"|special|total|original|usual|normal|similar|particular|final|medical|financial|available"
    r"|\w*(?:school|club)\w*|personal|said|several|related|several|annual|local|animal|criminal"
)
_LONGEST_SUBJECT = 3


def limit_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield words that limit a rule and that only one of two sentences has."""
    for short, long, is_new in ((was, now, True), (now, was, False)):
        change = find_change(*(_spell(one.text) for one in (short, long)))
        excludes = _BUT_NOT.fullmatch(change.new) is not None and not short.forbids
        if not _rules(short) or not _rules(long) or (short.nots != long.nots and not excludes):
            continue
        is_free = not change.old or _ANY_TIME.fullmatch(change.old)
        if is_free and change.new:
            words = _find_limit(change.before, change.new, change.after)
            outside = _OUTSIDE.fullmatch(change.new) if find_right(short) else None
            words = words or (outside["words"] if outside else "")
        else:
            words = _find_first_kind(_spell(short.text), _spell(long.text))
        if words:
            text = " ".join(long.text.split())
            start = text.lower().find(words)
            yield one_sided(Matter.CONDITION, text[start : start + len(words)], is_new)
            return


def _spell(text: str) -> str:
    return " ".join(re.sub("([,;])", r" \1", text.lower()).split()).rstrip(".")


def _rules(one: SentenceMeaning) -> bool:
    """Return whether a sentence asks, forbids, allows or gives something."""
    return one.force is not None or bool(find_right(one))


def _find_limit(before: str, words: str, after: str) -> str:
    """Return the words that limit a rule, if a stretch of it is of their kinds."""
    if exclusion := _BUT_NOT.fullmatch(words):
        return exclusion["words"]
    hit = _AGREED.match(words)
    if hit and (hit["words"] or is_agent(hit["who"])):
        return hit["words"] or hit["where"]
    if _WHO.fullmatch(words) and len(words.split()) > 2:
        is_subject = len(before.split()) <= _LONGEST_SUBJECT and _is_people(before)
        return first_words(words) if is_subject and _starts_verb(after) else ""
    if _OF_SOME.fullmatch(words) and 1 <= len(before.split()) <= _LONGEST_SUBJECT:
        return first_words(words) if _is_people(before) and _starts_verb(after) else ""
    # "Any injury": the noun is behind.
    if _WHOLE.search(before) and _is_kind(words) and after.split()[:1] != ["of"]:
        return words
    return _find_first_kind(after, f"{words} {after}") if not before else ""


def _find_first_kind(short: str, long: str) -> str:
    """Return the word before the people with whom a sentence starts: `regular hirers`."""
    first, _, rest = long.partition(" ")
    head = rest.partition(" ")[0]
    is_bare = short.partition(" ")[0] == head and _is_people(head) and head.endswith(("s", "n"))
    return first if is_bare and _is_kind(first) else ""


def _is_kind(word: str) -> bool:
    return bool(_KIND.fullmatch(word)) and not _NO_KIND.fullmatch(word)


def _is_people(words: str) -> bool:
    return bool(words) and (is_agent(words) or lexicon.is_person(words.rpartition(" ")[2]))


def _starts_verb(text: str) -> bool:
    hit = _VERB.match(f"{text} ")
    return hit is not None and (not hit["deed"] or lexicon.is_verb(hit["deed"]))
