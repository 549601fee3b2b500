"""Say what a clause does that came or went at the side of a sentence which goes on.

Bags are left here. →  … and must not be opened.                prohibition added
The clerk takes notes. → … and they are sent to the board.      duty made stronger
A tenant may appeal. → … and may bring a friend.                right added
The head rings home if a child is ill. → … and has no coat.     condition added

The clause is read as a sentence of its own, with the subject of the rule if it has none; what
such a sentence does is in `lone_sentences`. Of two deeds the second may have the form of the first.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.lone_sentences import lone_sentence
from policybook.meaning.effects.rights import find_right, is_people
from policybook.meaning.effects.weight_values import first_words, one_sided
from policybook.meaning.sentences.duty import WILL, read_duty
from policybook.meaning.sentences.reading import SentenceMeaning, read
from policybook.meaning.sentences.word_kinds import PASSIVE, is_deed, starts_with_agent
from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words import terms

#: A verb after these has the subject of the rule.
_VERB = re.compile(
    r"(?:must|shall|will|should|may|can|cannot|is|are|has|have|do|does|needs?|never)\b"
)
_PARTICIPLE = re.compile(
    r"\w+ed\b|\w*(?:given|taken|written|sent|kept|told|put|read|shown|drawn)\b"
)
#: "By the head", "to all parents".
_WHO = re.compile(r"\b(?:by|to) ((?:(?:the|an?|all|each|every|any|both|two|our) )?[\w' -]+)")
#: What opens another clause.
_CLAUSE = re.compile(
    r"\b(?:(?P<when>who|which|that|if|when|whenever|where|unless)|while|because|whether|how|what"
    r"|so|until)\b"
)
_OPENERS = ("if ", "when ", "where ", "once ", "after ", "before ", "as ", "until ", "unless ")
_NOR = re.compile(r"[,;]? nor (?:do|does|may|can|must|shall|should|will|are|is) (?:\w+ )+\w+")
_JOINED = re.compile(r"(?P<comma>[,;]| -)? (?P<join>and|but|or) (?:then |also )?(?P<clause>.+)")
#: Without a word of force these bind, too: "any pupil who is ill".
_WHOSE = re.compile(r"\b(?:any|all|every|each|no|those|anyone|when|if|unless)\b")
#: "Are checked monthly and after every fall".
_OCCASION = re.compile(r"(?:after|before|following|at|on|whenever|when) (?:every|each|any|all)\b")
_GOES_HOME = re.compile(
    r"(?:a|the|each|every|one) (?:[\w-]+ ){1,4}goes (?:home|to (?:the|each|every))\b"
)
#: "And no note has come", "or who lives far away": more of a condition.
_STATE = re.compile(
    r"(?:(?:who|which|that) )?(?:(?!must|shall|will|may|can)[\w'-]+ ){0,6}?"
    r"(?:is|are|has|have|was|were|do not|does not) (?!to )"
)
#: "A pupil who is late", where no verb of the rule is sure.
_RELATIVE = re.compile(
    r"^(?:(?:an?|the|any|each|every|all) [\w-]+(?: [\w-]+)?|\w+s) (?:who|which|that)\b"
)
_NAMED = re.compile(
    r"(?:the|an?|each|every|all) (?:(?!who|that|which)[\w'-]+ ?){1,4}|(?!others)\w+s"
)
#: They may also do it alone.
_ALONE = re.compile(
    r"(?:alone|unaccompanied|unsupervised|(?:by|on) their own|by themselves|without an? \w+"
    r"|from home|online) (?:if|when|where|with|provided) "
)


def added_clauses(was: SentenceMeaning, now: SentenceMeaning) -> Sequence[Weight] | None:
    """Return what a clause does that a sentence gained or lost; nothing else of it may differ.

    No clause with a verb came or went: nothing is returned, and other rules may look.
    """
    for short, long, is_new in ((was, now, True), (now, was, False)):
        before, stretch = _find_addition(short.text, long.text)
        hit = _JOINED.fullmatch(stretch)
        if _NOR.match(stretch):
            matter = Matter.PROHIBITED if is_new else Matter.LIFTED
            return [one_sided(matter, first_words(stretch.lstrip(", ")), is_new)]
        if hit:
            weights = list(_judge(short, before, hit, is_new=is_new))
            return weights if weights or _VERB.match(hit["clause"]) else None
    return None


def _judge(
    short: SentenceMeaning, before: str, hit: re.Match[str], *, is_new: bool
) -> Iterator[Weight]:
    """Yield what a clause does behind the words before it."""
    clause = hit["clause"]
    subject, rest = _divide(short, before)
    # Behind a comma a verb is that of the rule.
    is_back = hit["comma"] and _VERB.match(clause) and hit["join"] != "or"
    opens = None if is_back else _CLAUSE.search(rest)
    if opens:
        rules = short.force is not None or _WHOSE.search(before)
        if opens["when"] and rules and _STATE.match(clause) and not any(terms.duties(clause)):
            yield one_sided(Matter.CONDITION, first_words(clause), is_new)
        return
    if hit["join"] == "or":
        if _ALONE.match(clause) and any(map(is_people, before.split()[:3])):
            yield one_sided(Matter.RIGHT, f"or {first_words(clause)}", is_new)
        return
    whole = _complete(short, subject, clause)
    lone = [_quote(w, clause) for one in read(whole) for w in lone_sentence(one, is_new)]
    if not lone and _adds_deed(short, clause):
        matter = Matter.STRONGER if is_new else Matter.WEAKER
        lone = [one_sided(matter, first_words(clause), is_new)]
    yield from lone


def _quote(weight: Weight, clause: str) -> Weight:
    """Return a weight that quotes the first words of a clause, if its own are not there."""
    quote = (weight.new or weight.old).lower().rpartition("… ")[2]
    is_new = weight.direction is Direction.ADDED
    return weight if quote in clause else one_sided(weight.matter, first_words(clause), is_new)


def _divide(short: SentenceMeaning, before: str) -> tuple[str, str]:
    """Return the subject of a sentence, and the rest of it before a clause."""
    verb = (short.verb or short.duty.deed or find_right(short)).lower().rpartition("… ")[2]
    subject, hit, rest = f"{before} ".partition(f"{verb} ")
    if not verb or not hit:
        subject, rest = "", _RELATIVE.sub("", before)
    if subject.startswith(_OPENERS):
        subject = subject.rpartition(", ")[2]
    return subject.strip(), rest


def _complete(short: SentenceMeaning, subject: str, clause: str) -> str:
    """Return a clause with the subject of the rule, if it has no subject of its own."""
    subject = subject or "it"
    if _VERB.match(clause):
        clause = f"{subject} {clause}"
    elif _PARTICIPLE.match(clause) and (passive := PASSIVE.search(short.text.lower())):
        clause = f"{subject} {passive[1]} {clause}"
    return f"{clause[:1].upper()}{clause[1:]}."


def _adds_deed(short: SentenceMeaning, clause: str) -> bool:
    """Return whether a clause surely asks for more behind what a sentence asks."""
    if short.forbids or short.further or (short.force or 0) < WILL:
        return False
    if _OCCASION.match(clause) or _GOES_HOME.match(clause):
        return True
    passive = PASSIVE.match(clause)
    deed = passive[2] if passive else clause.partition(" ")[0]
    if passive or (_PARTICIPLE.match(clause) and PASSIVE.search(short.text.lower())):
        is_done = is_deed(deed.removeprefix("re-")) and " not " not in f" {clause}"
        return is_done and _names_somebody(f"{short.text} {clause}" if not passive else clause)
    duty = read_duty(clause)
    is_step = duty.agent and duty.force == WILL and not duty.verb and is_deed(duty.deed)
    return is_step and _NAMED.fullmatch(clause.partition(f" {duty.deed}")[0]) is not None


def _find_addition(short: str, long: str) -> tuple[str, str]:
    """Return what the longer sentence has more and what is before it, if that is one stretch.

    Both are in small letters. Where a stretch may start in several places, it starts with "and".
    """
    low, more = short.lower().rstrip(". "), long.lower().rstrip(". ")
    pairs = enumerate(zip(low, more, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), len(low))
    extra = len(more) - len(low)
    for place in range(start, -1, -1):
        # The addition starts between two words.
        if extra <= 0 or more[place + extra :] != low[place:]:
            break
        stretch = more[place : place + extra]
        is_joined = _JOINED.match(stretch) or _NOR.match(stretch)
        if is_joined and not low[place : place + 1].isalnum():
            return low[:place], stretch
    return "", ""


def _names_somebody(text: str) -> bool:
    """Return whether a text says by whom something is done, or for whom."""
    return any(starts_with_agent(hit[1].split()[:5]) for hit in _WHO.finditer(text.lower()))
