"""Bring a sentence into one form: its words and signs, with one wording for each of several.

co-operate, e-mail                    cooperate, email
£9 per hour, £9 an hour               £9 a hour
in the event of a fire                if there is a fire
boats are to be locked                boats must be locked
those who are unable to pay           those who cannot pay: what a rule forbids stays
the name of the child                 the child's name: "the care of the child" stays
every boat must, all boats must       every boat must: not with "share" or "not"
keys and badges                       badges and keys: no verbs, no order
must be clean and must be kept        must be clean and kept: not with "not" or "only"
if s/he leaves his or her bag         if they leave their bag
where the matter concerns a pupil     if the matter is about a pupil: not "about 30"
will not suffer any loss              will suffer no loss
"""

import re
from collections.abc import Callable, Set

from policybook.meaning.effects.sentence_forms import doing, every_one
from policybook.meaning.sentences.word_kinds import PASSIVE, is_agent, is_deed, leads_with_agent
from policybook.meaning.words.phrase_tables import one_phrase
from policybook.meaning.words.similarity import EMPTY, straighten
from policybook.text import lexicon

_TOKEN = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*'?|[^\w\s]")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w'-]*")
_HYPHENS = re.compile(r"(?<=\bco)-(?=op|ord)|(?<=\be)-(?=mail)|(?<=\bon)-(?=line)")
_SUBORDINATE = r"\b(?:if|when|where|who|whom|which|that|whether|because|as|since|unless)\b"
#: "The aims are to be kept": these do not tell what must be done.
_AIMS = r"\b(?:aim|purpose|intention|goal|role|policy|plan|objective|idea|hope)s?\b"
_TO_BE = re.compile(r"\b(?:is|are) to (be )?(?=(\w+))")
#: A sentence with one of these may mean an order.
_IN_ORDER = re.compile(
    r"\b(?:order|respectively|first|firstly|then|former|latter|turn|priority|sequence|rank\w*"
    r"|preference|followed|next|finally|last|between|only|not)\b"
)
_PAIR = re.compile(r"(?<![\w'-])((?:the |an? )?)([\w-]+) (and|or) \1([\w-]+)(?![\w'-])")
#: These say of which kind the word after both is.
_KIND = re.compile(
    r"\w+(?:ical|ional|ental|tural|cial|sexual)$|(?:verbal|legal|local|moral|formal|informal"
    r"|religious|academic|domestic|public|private|written|spoken|oral|sexual|racial)$"
)
#: What may be before or after a pair of nouns and belongs to both.
_BEFORE_BOTH = frozenset("of for to in at on with about by keep have has use both and".split())
_AFTER_BOTH = frozenset("is are must shall will should may can cannot has have do does".split())
_REFUSES = re.compile(r"\b(?:not|no|never|nor|neither|only|cannot|may|can|unless|or)\b")
#: "Must ask members to pay and must sign": who signs?
_OTHER_VERB = re.compile(
    r"\b(?:who|whom|whose|which|that|if|when|where|because|so|how|what|to|\w{2,}ing|is|are"
    r"|has|have)\b"
)
_AGAIN = re.compile(
    r"\b(must|shall|should|will) ((?:be )?)(.*?\band,? )\1( ?,[^,]*,)? (?:\2)(?=\w)"
)
#: The team is no pronoun.
_IT = re.compile(r"\bIT\b")
_THEY = re.compile(r"\bthey (is|has|was|does|[a-z]{2,}s)\b")
_OF_THEY = {"is": "are", "has": "have", "was": "were", "does": "do"}
_NOT_ANY = re.compile(
    r"\b(must|shall|should|will|would)( also)? not ([a-z]+) any (?![\w ]*\bany\b)|"
    r"\b(?:do|does) not ([a-z]+) any (?!\w*\W+of\b)"
)


def plain_wording(text: str) -> list[str]:
    """Return the words and signs of a sentence in one form, in small letters."""
    plain = " ".join(straighten(text).split()).rstrip(" .")
    names = frozenset(name.lower() for name in _NAME.findall(plain))
    low = _IT.sub("ict", plain).lower()
    for step in _STEPS:
        low = step(low)
    return _TOKEN.findall(_sorted_pairs(low, names))


def _one_phrase(low: str) -> str:
    """Return a sentence with one phrase for several that say the same."""
    return doing(_need(one_phrase(_HYPHENS.sub("", low))))


def _need(low: str) -> str:
    """Return "need" for "require", where nobody asks for it."""
    hit = re.search(r"\brequire(s?) (?=\w)", low)
    if not hit or leads_with_agent(low[: hit.start()]) or " to " in low[hit.end() :]:
        return low
    return f"{low[: hit.start()]}need{hit[1]} {low[hit.end() :]}"


def _they(low: str) -> str:
    """Return a sentence with the verb that goes with "they", which was "he or she"."""
    return _THEY.sub(lambda hit: f"they {_OF_THEY.get(hit[1]) or _infinitive(hit[1])}", low)


def _infinitive(word: str) -> str:
    return lexicon.third_person(word) or word


def _no_for_not_any(low: str) -> str:
    """Return a sentence with "will suffer no" for "will not suffer any"."""
    hit = _NOT_ANY.search(low)
    if not hit or re.search(r"\b(?:no|never|nor|unless|or|only)\b|, and\b", low):
        return low
    verb = f"{hit[1]}{hit[2] or ''} {hit[3]}" if hit[1] else hit[4]
    return f"{low[: hit.start()]}{verb} no {low[hit.end() :]}"


def _must_be(low: str) -> str:
    """Return a sentence with "must be kept" for "is to be kept", where that binds."""
    hit = _TO_BE.search(low)
    if not hit:
        return low
    ahead = low[: hit.start()]
    is_doer = not hit[1] and leads_with_agent(ahead) and is_agent(ahead) and lexicon.is_verb(hit[2])
    if not is_doer and not PASSIVE.match(f"{hit[1]}{hit[2]}"):
        return low
    if re.search(rf"{_SUBORDINATE}|{_AIMS}|\b(?:no|none|neither|nor)\b", ahead):
        return low
    return f"{ahead}must {hit[1] or ''}{low[hit.end() :]}"


def _sorted_pairs(low: str, names: Set[str]) -> str:
    """Return a sentence with the two nouns or adjectives of each pair in one order.

    "Teaching and Learning" may be the name of something.
    """
    if _IN_ORDER.search(low):
        return low

    def ordered(hit: re.Match[str]) -> str:
        if not names.isdisjoint((hit[2], hit[4])) or not _is_free_pair(low, hit):
            return hit[0]
        first, second = sorted((hit[2], hit[4]))
        return f"{hit[1]}{first} {hit[3]} {hit[1]}{second}"

    return _PAIR.sub(ordered, low)


def _is_free_pair(low: str, hit: re.Match[str]) -> bool:
    """Return whether both words of a pair are of one kind, and nothing belongs to one alone.

    "Large cats and dogs" are not "large dogs and cats". "Ask the head or the deputy" may mean
    that order.
    """
    pair = (hit[2], hit[4])
    if any(is_deed(word) or word in EMPTY or word[:1].isdigit() for word in pair):
        return False
    if hit[3] == "or" and any(map(is_agent, pair)):
        return False
    before = low[: hit.start()].split()
    after = low[hit.end() :].split()
    if all(map(_KIND.match, pair)):
        return bool(after) and after[0].isalpha() and after[0] not in EMPTY
    is_plain_before = not before or before[-1] in _BEFORE_BOTH or is_deed(before[-1])
    return is_plain_before and (not after or after[0] in _AFTER_BOTH)


def _verb_once(low: str) -> str:
    """Return a sentence that says "must" once before two deeds of one subject."""
    hit = _AGAIN.search(low)
    if not hit or _REFUSES.search(low) or _OTHER_VERB.search(hit[3]):
        return low
    once = f"{hit[1]} {hit[2]}{hit[3]}{hit[4] or ''}".rstrip()
    return f"{low[: hit.start()]}{once} {low[hit.end() :]}"


_STEPS: tuple[Callable[[str], str], ...] = (
    _one_phrase,
    _they,
    _no_for_not_any,
    _must_be,
    every_one,
    _verb_once,
)
