"""Say what it does that a member of a list came or went: a thing, a deed, or something allowed.

carries a kit and a list → and a telephone         duty made stronger
shreds it, logs it and tells us → shreds it and …  duty made weaker
may not be sold or consumed → may not be sold      prohibition lifted
may speak and bring a friend → may speak           right removed
receive training → receive training and travel     right added

Nothing else may differ, and no clause may be open before the member. Who does something is for
`people`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from policybook.meaning.effects.force_words import find_change
from policybook.meaning.effects.rights import find_right, is_people
from policybook.meaning.effects.weight_values import first_words, one_sided
from policybook.meaning.sentences.duty import TRIED, WILL
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import is_agent, is_seldom
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.similarity import EMPTY, count_common
from policybook.text import lexicon

_TOKEN = re.compile(r"[\w'’-]+|[,;]")
_JOINS = frozenset({",", "and", "or"})
_NUMBER_OF_VERB = {"is": "are", "has": "have", "was": "were"}
_LONGEST_MEMBER = 14
#: What opens another clause, or a part that says when, for whom or what for.
_OPENS = re.compile(
    r"\b(?:who|which|that|if|when|where|while|as|because|whether|how|what|so|unless|until|except"
    r"|without|only|once|provided|other|including|such|before|after|during"
    r"|following)\b|\bto (?=[a-z]+ )"
)
#: Before these words "to" opens no clause.
_TO_WHOM = re.compile(r"\bto (?:the|an?|all|any|each|every|their|his|her|its|our|this|that)\b")
_LEAD_CLAUSE = re.compile(r"^(?:if|when|whenever|where|once|after|before|as|during)\b[^,]*, ")
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely) (.*?),? but (?:also )?")
#: What is only an example, or another word for what is said already.
_EXAMPLES = re.compile(r"\((?:i\.?e\b|e\.?g\b|such as|for example)[^()]*\)")
_FIGURE = re.compile(r"\d+")
_GIVEN = re.compile(
    r"(?P<who>(?:[\w'-]+ ){0,3}(?!you|we|they|i|it)[\w'-]+)"
    r" (?:receives?|gets?|(?:is|are) (?:given|paid|offered|awarded)) (?!depends?|is|are)[\w-]+ .*"
)
#: With things after them these verbs tell what there is, or how something is done.
_TELLS = re.compile(
    r"(?:hold|own|offer|teach|serv|provid|welcom|cover|play|mak|us|support|promot|lead"
    r"|receiv|accept|hear|work|deal|manag|stor|stay|open|clos)(?:e|es|s)?$"
)
#: Pupils and the public do most things by nature; these they do under a rule.
_PUBLIC = re.compile(
    r"\b(?:child|children|pupils?|students?|learners?|users?|people|everyone|others?|we|you|they)$"
)
_OF_PUBLIC = re.compile(r"(?:bring|wear|carry|carries|return|sign|show|report|wash|hand)s?$")
_NO_OBJECT = re.compile(r"(?:open|close|start|finish|begin|end|stay|wait|work|stop|leave|live)s?$")
_ENDS = r"(?:in|out|up|down|on|off|to|from|into|before|after|during|inside|outside)"
_PAIR = re.compile(rf"\b(?P<first>{_ENDS}) and (?P<last>{_ENDS})\b(?: of)?")
_PREPOSITIONS = frozenset("at by for from in of on to under with within".split())
#: What is given together with a letter or an answer.
_SUPPLEMENT = re.compile(
    r"(?:together |along )?with (?:(?:the|an?|any|all|its|their|his|her|full|written|short) )+"
    r"(?:reasons?|summary|summaries|copy|copies|list|explanation|evidence|details|note|report"
    r"|receipt"
    r"|statement|minutes|translation|form|results?)\b.*"
)
_HANDS_OVER = re.compile(
    r"(?P<who>(?:[\w'-]+ ){1,6}?)(?:(?:must|shall|will) )?(?P<passive>(?:is|are|be) )?"
    r"(?:giv|sen[dt]|tell|told|publish|issu|inform|provid|report|submit|repl(?:y|ie)|notif"
    r"|circulat|writ|return)(?:e|es|s|ed|en|ies|y|ten)?\b(?!.*\b(?:if|when|who|which|that)\b)"
)
_AFTER_JOIN = re.compile(r"(?:,|\band) $")


class _Member(NamedTuple):
    """A member of a list: the words before it, its own words, and its conjunction."""

    before: str
    words: tuple[str, ...]
    joins: frozenset[str]


def member_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield what a member does that a list gained or lost; nothing else of the sentence differs."""
    for short, long, is_new in ((was, now, True), (now, was, False)):
        if short.duty.forbids != long.duty.forbids or short.negations != long.negations:
            return
        if is_seldom(long.text.lower()) or "?" in long.text:
            return
        texts = (
            _EXAMPLES.sub(" ", _NOT_ONLY.sub(r"\1 and ", one.text.lower())) for one in (short, long)
        )
        for member in _find_members(*texts):
            if matter := _judge(short, long, member, is_new=is_new):
                yield one_sided(matter, first_words(" ".join(member.words)), is_new)
                return
        if pair := _find_pair(short, long) or _find_supplement(short, long):
            yield one_sided(Matter.STRONGER if is_new else Matter.WEAKER, pair, is_new)
            return


def _find_members(short: str, long: str) -> Iterator[_Member]:
    """Yield the stretches of `long` that may be the member which `short` lacks."""
    hits = list(_TOKEN.finditer(long))
    tokens = compared = [hit[0] for hit in hits]
    others = _TOKEN.findall(short)
    # Another figure is named by itself.
    if _FIGURE.findall(short) != _FIGURE.findall(long):
        others, compared = ([_FIGURE.sub("0", word) for word in side] for side in (others, tokens))
    if _is_other_list(others, tokens):
        return
    places = [k for k, token in enumerate(tokens) if token not in _JOINS]
    olds, news = _content(others), _content(compared)
    extra = len(news) - len(olds)
    if not 0 < extra <= _LONGEST_MEMBER:
        return
    ahead = count_common(olds, news)
    behind = count_common(olds[::-1], news[::-1])
    for start in range(max(0, len(olds) - behind), ahead + 1):
        first, last = places[start], places[start + extra - 1]
        beside = {*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2]} & _JOINS
        if beside:
            joins = _JOINS & {*tokens[max(0, first - 1) :]}
            before = long[: hits[first].start()]
            words = tokens[first : last + 1]
            # "And then informs the crew".
            words = words[1:] if words[0] in ("then", "also") and words[1:] else words
            yield _Member(before, tuple(words), joins)


def _is_other_list(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether the joins of two sentences differ in more than one that came or went."""
    more = [long.count(join) - short.count(join) for join in ("and", "or")]
    return min(more) < 0 or sum(more) + long.count(",") - short.count(",") < 1


def _content(tokens: Sequence[str]) -> list[str]:
    return [_NUMBER_OF_VERB.get(token, token) for token in tokens if token not in _JOINS]


def _judge(
    short: SentenceMeaning, long: SentenceMeaning, member: _Member, *, is_new: bool
) -> Matter | None:
    """Return what it does that a member came or went, if that is sure."""
    before, first = member.before, member.words[0]
    main = _LEAD_CLAUSE.sub("", before)
    if short.is_modal and f" {short.verb} " in main:
        before = main  # "when the siren sounds, the guard must …"
    is_aside = before.endswith(", ") and first in _PREPOSITIONS
    # A second duty is no member: "and must not wash up".
    has_duty = any(terms.modals(" ".join(member.words)))
    if has_duty or _OPENS.match(first) or is_aside or member.joins.isdisjoint({"and", "or"}):
        return None
    if short.forbids:
        # "Drivers do not use phones".
        is_ban = short.is_modal or is_people(short.text.lower().partition(" do ")[0])
        is_ban = is_ban and not _is_open(before)
        # "Must not open the gate and leave it open" forbids both together.
        both = "and" in member.joins and short.verb in before and lexicon.is_verb(first)
        is_ban = is_ban and not (both or _is_somebody(member.words))
        return (Matter.PROHIBITED if is_new else Matter.LIFTED) if is_ban else None
    right = find_right(short)
    if right and right == find_right(long):
        after = before.partition(f"{right} ")[2]
        allows = not _is_open(after) and (bool(after) or before.endswith(f"{right} "))
        return Matter.RIGHT if allows and not _is_somebody(member.words) else None
    given = _GIVEN.fullmatch(before)
    is_given = given and (is_agent(given["who"]) or lexicon.is_person(given["who"].split()[-1]))
    if is_given and not _is_open(before) and "or" not in member.joins:
        return Matter.RIGHT
    is_modal = short.is_modal and (short.force or 0) > TRIED and not _is_open(before)
    is_modal = is_modal and (short.verb != "will" or short.duty.agent)
    is_thing = not _is_somebody(member.words) or (
        short.duty.deed in ("bring", "provide", "supply") and first in ("a", "an")
    )
    is_asked = (is_modal and is_thing) or _is_asked(short, member)
    if "or" in member.joins or not is_asked:
        return None
    return Matter.STRONGER if is_new else Matter.WEAKER


def _is_asked(short: SentenceMeaning, member: _Member) -> bool:
    """Return whether a duty asks for the member: a deed beside its verb, or a thing behind it."""
    duty, first = short.duty, member.words[0]
    if not duty.agent or (duty.force or 0) <= TRIED:
        return False
    words = re.escape((short.verb or duty.deed).lower())
    hit = re.match(rf"(?P<subject>.*?\b|){words} (?P<rest>.*)", member.before)
    if not hit or _OPENS.search(hit["subject"]):
        return False
    subject, rest = hit["subject"], hit["rest"]
    is_finite = not short.verb and duty.deed.endswith("s")
    deed = lexicon.third_person(first) if is_finite else first
    if _is_deed(deed, first) and len(member.words) > 1 and _AFTER_JOIN.search(member.before):
        # "When a child arrives late, loses a coat": the clause has somebody of its own.
        opens = _OPENS.search(rest)
        clause = rest[opens.end() :] if opens else ""
        return (is_finite or not opens) and not any(map(is_agent, clause.split()))
    # "Counts the riders and notes": a thing, or a deed.
    is_either = len(member.words) == 1 and (lexicon.third_person(first) or lexicon.is_verb(first))
    is_plain = not short.verb and duty.force == WILL and not _TELLS.match(duty.deed)
    is_public = _PUBLIC.search(subject.strip()) and not _OF_PUBLIC.match(duty.deed)
    is_sure = is_plain and not (is_either or is_public)
    return is_sure and not _is_open(rest) and not _is_somebody(member.words)


def _is_deed(verb: str, written: str) -> bool:
    """Return whether a word is a verb of what somebody does, and needs an object."""
    return lexicon.is_verb(verb) and verb not in lexicon.STATES and not _NO_OBJECT.match(written)


def _is_open(text: str) -> bool:
    return _OPENS.search(_TO_WHOM.sub(" ", text)) is not None


def _is_somebody(words: Sequence[str]) -> bool:
    """Return whether a member names people, for whom another rule looks."""
    head = list(takewhile(lambda word: word not in ("of", "for"), words))
    is_deed_to = lexicon.is_verb(words[0]) and not (EMPTY | _PREPOSITIONS).isdisjoint(words[1:2])
    return not is_deed_to and (any(terms.bodies(" ".join(head))) or lexicon.is_person(head[-1]))


def _find_pair(short: SentenceMeaning, long: SentenceMeaning) -> str:
    """Return what a pair such as "in and out" lost, if nothing else differs."""
    text, other = (one.text.lower().rstrip(".") for one in (long, short))
    if not short.duty.agent or short.forbids or (short.force or 0) < WILL:
        return ""
    for hit in _PAIR.finditer(text):
        for end, left in ((hit["first"], hit["last"]), (hit["last"], hit["first"])):
            ahead, behind = map(re.escape, (text[: hit.start()], text[hit.end() :]))
            if re.fullmatch(rf"{ahead}{end}(?: (?:to|of|from))?{behind}", other):
                return left
    return ""


def _find_supplement(short: SentenceMeaning, long: SentenceMeaning) -> str:
    """Return what must be given with an answer, if only one sentence has it: `with the reasons`."""
    change = find_change(*(one.text.lower().rstrip(".") for one in (short, long)))
    hit = _HANDS_OVER.match(change.before)
    is_done = hit and not short.forbids and (hit["passive"] or is_agent(hit["who"]))
    if is_done and not change.old and _SUPPLEMENT.fullmatch(change.new):
        return first_words(change.new)
    return ""
