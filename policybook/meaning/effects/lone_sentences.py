"""Say what a sentence does that is in one text only: its duty, ban or exception came or went.

Only what surely binds is named: many sentences describe, promise, wish or comfort.
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.force_words import NOT_DONE
from policybook.meaning.effects.procedures import is_procedure
from policybook.meaning.effects.rights import find_right, is_people
from policybook.meaning.effects.stated_rules import find_rule
from policybook.meaning.effects.weight_values import one_sided
from policybook.meaning.sentences.duty import StatedDuty
from policybook.meaning.sentences.reading import SentenceMeaning, complete, read, split_sentences
from policybook.meaning.sentences.word_kinds import NO_DEED, STATES, is_deed
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms

#: "We are not liable": what nobody answers for is no ban.
_LIABLE = re.compile(r"\b(?:liable|responsible)\b", re.IGNORECASE)
#: "You will not be charged" promises as often as it forbids.
_WILL_NOT_BE = re.compile(r"\b(?:will not|will never|won't) (?:\w+ly )?be (?:\w+ly )?(\w+)")
#: "We can't always control": nor is what nobody is able to do.
_NO_RULE = re.compile(
    rf"\b(?:can't|cannot|won't|will not) (?!be\b|\w+ be\b)|{_LIABLE.pattern}", re.IGNORECASE
)
#: "A child cannot be charged" forbids nobody; "phones cannot be used" does.
_CANNOT_BE = re.compile(r"\b(?:can't|cannot|can not) be (?:\w+ly )?(\w+)", re.IGNORECASE)
#: "Please do not worry" forbids nothing, and "you should feel free" asks for nothing.
#: Nor does "carers must bear in mind that"; nor "we should talk about this".
_FEELINGS = frozenset(
    """
    feel worry hesitate fear panic mind bear note remember understand recognise realise
    appreciate aware mindful care need
    """.split()
)
#: "Bullying shall not include play", "this rule may not apply": what is meant, and no ban.
_SAYS_WHAT = frozenset("include includes apply mean constitute affect".split())
_TALKS = frozenset({"talk", "discuss", "think"})
_WE = re.compile(r"\b(?:we|i)\b", re.IGNORECASE)
#: "The board shall consist of:", "tell the clerk, whose details are:" says what there is.
_DEFINES = re.compile(
    r"\b(?:consists?|comprise[ds]?|composed|made up|means?|defined|constitutes?)\b[^.;]*$"
    r"|\b(?:details|names?|numbers?|address(?:es)?) (?:is|are)\W*$",
    re.IGNORECASE,
)
#: "The dates of these teams shall be the same as those of the school:" says what is so.
_IS_SO = re.compile(r"\b(?:shall|will|must) be (?:the|as|an?) ", re.IGNORECASE)
#: "Priority is given in this order:": each item has a right to it.
_GIVES = re.compile(
    r"\b(?:priority|preference|precedence|places|leave|grants?|discounts?|refunds?)"
    r" (?:is|are|will be) (?:given|granted|offered|awarded|allocated|made)\b",
    re.IGNORECASE,
)
#: "Votes shall be counted as follows:" binds the one who counts; "the seat is filled" is so.
_STEPS = re.compile(
    r"\b(?:as follows|(?:procedure|process|steps|method|order)(?: (?:set out|given|described))?"
    r"(?: below)?|below)\W*$",
    re.IGNORECASE,
)
_STATED = re.compile(r"[A-Z](?:[^.]*\s)?(?:is|are|was|were)\b[^:]*\.")
#: "The following visits are permitted:", but not "no visits are permitted, except:".
_PERMITS = re.compile(
    r"^(?!no\b)(?:(?!\bnot\b).)*?\b((?:is|are) (?:allowed|permitted))(?=[,:]|$)"
    r"|^the following [\w ]{3,40}? (may) (?!be\b)",
    re.IGNORECASE,
)
#: "Unacceptable behaviour:" forbids each item.
_FORBIDS_ALL = re.compile(
    r"\b(?:unacceptable|prohibited|forbidden|banned) (?:\w+ )?(?:behaviou?rs?|conduct|items?"
    r"|activit(?:y|ies)|uses?|practices?|actions?|language|materials?)"
    r"(?: (?:includes?|is|are|including)\b[^.]*)?:?$",
    re.IGNORECASE,
)
#: "They are never left alone".
_NEVER_DONE = re.compile(
    r"^(?!(?:we|it|this|that)\b)[^,;]*\b(?:is|are) never (?!to\b)(\w+)", re.IGNORECASE
)
#: "These are not used": of what is told, and no ban.
_POINTS = re.compile(r"(?:this|these|it|they|the (?:term|word|name|phrase))\b", re.IGNORECASE)
#: "Parents do not pay for lunch", "the office does not open on Sundays".
_NO_BAN = re.compile(
    r"(?:pay|open|close|work|wait|receive|get|need|have|expect|realise|mind|fit|matter|count)$"
)
#: "Volunteers do not open letters", "do not work alone".
_STILL_A_BAN = re.compile(
    r"\bnot (?:(?:open|close) (?:(?:the|an?|any|their|other)\b|(?!\w+days\b)\w+s\b)"
    r"|work (?:alone|unsupervised|unaccompanied)\b)"
)
_NOBODY = re.compile(r"(?:no|nobody|no-one|no one|none)\b", re.IGNORECASE)
#: "The board is not responsible for", "no action needs to be taken": nobody must do anything.
_NOT_FOR = re.compile(r"(?:is|are) not responsible|no\w* … (?:needs?|ha[sv]e?|\w+ required)\b")
#: "Who is responsible for the keys", "shared with someone not authorised".
_NAMES = re.compile(
    r"^\W*(?:who|what|how|why|whether)\b|\b(?:someone|anyone|those|people|persons?) not \w+ed\b",
    re.IGNORECASE,
)
#: "Bags will be removed at the director's discretion".
_LEAVES = re.compile(
    r"\bat (?:the |his |her |their |our )?(?:[\w'’-]+ ){0,3}discretion\b", re.IGNORECASE
)
#: "With seven members, four would be required to vote": an example.
_SUPPOSED = re.compile(r"\bwould (?:be (?:required|expected|obliged)|need)\b", re.IGNORECASE)
#: "The maps are free and they will allow you to plan", "this should help you": what things do.
_HELPS = re.compile(
    r"\b(?:(?:it|they|these) (?:will|would)|(?:this|that) (?:will|would|should)) (?:also )?"
    r"(?:allow|enable|let|help|give|make|save|take|mean|ensure|instruct|encourage|bring|leave"
    r"|provide|work|solve|reassure|lead)\b",
    re.IGNORECASE,
)
#: "Pupils do not always know", "some members have to travel far", "you must be joking", "there must
#: be a better way", "the roof must be over 300 years old".
_DESCRIBES = re.compile(
    r"(?:not|n't) (?:always|often|usually|necessarily|really)\b"
    r"|^(?:some|many|most|few|several) [\w' -]{2,40}? (?:have|need) to\b"
    r"|\bmust be (?:joking|mistaken|dreaming|mad|(?:over|nearly|almost|about) [\w, ]+ old\b)"
    r"|\bthere must be (?:an?|some) (?:\w+ )?(?:way|reason|mistake|explanation)\b",
    re.IGNORECASE,
)
#: What is going to be.
_FUTURE = frozenset({"will", "would"})
#: "The team shall remain in default", "all rights shall cease", "the winner shall receive a cup".
_EFFECTS = frozenset("remain cease lapse expire lose retain revert gain earn awarded".split())
_EFFECT = re.compile(
    r"\bshall (?:receive (?:an?|one|two|three|no|\d+)"
    r"|be in (?:\w+ )?(?:forfeit|default|breach|force|effect|arrears|standing))\b",
    re.IGNORECASE,
)
#: "The vote shall be final", "the hall should be warm".
_TELLS = frozenset({"shall", "should", "need to", "needs to"})
_ADVISED = 2.0
#: "We work longer than we need to": this describes as often as it binds.
_NEEDS = frozenset("need needs have has had".split())


def lone_sentence(one: SentenceMeaning, is_new: bool) -> Iterator[Weight]:
    """Yield what adding or removing a whole sentence does."""
    if one.exception:
        words = next((c.words for c in one.conditions if c.kind == "unless"), one.exception)
        yield one_sided(Matter.CONDITION, words, is_new)
        return
    told = set()
    for duty in (one.duty, *one.further):
        if not (_is_sure(duty, one.text) or is_procedure(duty, one.text)):
            continue
        if duty.forbids:
            matter = Matter.PROHIBITED if is_new else Matter.LIFTED
        else:
            matter = Matter.STRONGER if is_new else Matter.WEAKER
        if matter not in told:
            told.add(matter)
            yield one_sided(matter, duty.verb or duty.deed, is_new)
    if not told and (rule := find_rule(one.text)):
        told.add(rule.new)
        yield one_sided(rule.new if is_new else rule.gone, rule.words, is_new)
    if not told and (right := find_right(one)):
        yield one_sided(Matter.RIGHT, right, is_new)


def _is_sure(duty: StatedDuty, text: str) -> bool:
    """Return whether a sentence that is in one text only surely binds.

    In the present tense, and with "will", whole sentences describe at least as often as they
    bind: "we don't like queues", "the road will be long". `procedures` has those that bind.
    """
    if not duty.force or _NOT_FOR.match(duty.verb) or _NAMES.search(text) or _LEAVES.search(text):
        return False
    if _DESCRIBES.search(text) and not (duty.agent and "must be" in text and " old" in text):
        return False
    if (helps := _HELPS.search(text)) and f"{duty.verb} " in helps[0].lower():
        return False
    if duty.deed.rpartition(" ")[2] in _FEELINGS or (duty.deed in _TALKS and _WE.match(text)):
        return False
    if duty.forbids and (duty.verb == "should be no" or duty.deed in _SAYS_WHAT):
        return False
    if duty.forbids:
        is_unable = _NO_RULE.search(text) and not _may_not(duty, text)
        return not is_unable and _is_ban(duty, text)
    if duty.verb.partition(" ")[0] in _NEEDS and not (duty.agent and not _WE.search(text)):
        return False
    if re.search(
        rf"\b{re.escape(duty.verb)} (?:\w+ )?\w+ no\b(?! (?:fewer|less|more|later))",
        text,
        re.IGNORECASE,
    ):
        return False
    if _SUPPOSED.search(text) and duty.verb.startswith(("be ", "need")):
        return False
    if duty.verb in _FUTURE:
        return is_deed(duty.deed)
    if _tells_what_is(duty, text):
        return False
    if duty.force < _ADVISED:
        return duty.verb.startswith(("must", "shall"))
    return bool(duty.verb) and (duty.force > _ADVISED or duty.agent or is_deed(duty.deed))


def _tells_what_is(duty: StatedDuty, text: str) -> bool:
    """Return whether "shall", "should" or "need to" says what is so, or would be good."""
    if duty.verb == "shall" and (duty.deed in _EFFECTS or _EFFECT.search(text)):
        return True
    if duty.verb not in _TELLS or (duty.agent and duty.verb == "shall"):
        return False
    state = re.search(rf"\b{duty.verb} (?:also )?(?!have\b)({STATES})\b", text.lower())
    return state is not None and not (state[1] == "be" and is_deed(duty.deed))


def _may_not(duty: StatedDuty, text: str) -> bool:
    """Return whether "cannot" says what people may not do: "guests cannot vote"."""
    cannot = duty.verb in ("cannot", "can not", "can't")
    cannot = cannot and not re.search(r"\b(?:cannot|can not|can't) always\b", text.lower())
    return cannot and duty.agent and is_deed(duty.deed) and not _WE.search(text)


def _is_ban(duty: StatedDuty, text: str) -> bool:
    """Return whether a sentence with a "not" forbids something.

    "Please do not worry", "we don't like queues" and "this is not covered" forbid nothing. In the
    present tense such a sentence must name people, and what they do not do.
    """
    if (duty.verb.startswith(("will", "won't"))) and (passive := _WILL_NOT_BE.search(text)):
        return is_deed(passive[1].lower())
    if passive := _CANNOT_BE.search(text):
        return is_deed(passive[1].lower())
    # "Some children do not tolerate milk."
    if "not tolerate" in text:
        return False
    if hit := _NEVER_DONE.search(text):
        return is_deed(hit[1].lower()) and not NO_DEED.match(hit[1].lower())
    if NOT_DONE.search(text):
        return _POINTS.match(text) is None
    if duty.verb == "never":
        return duty.agent or re.search(r"\b(?:and|but) never\b", text) is not None
    if duty.verb:
        return True
    words = duty.deed.split()
    names_people = _NOBODY.match(text) is not None or any(terms.bodies(text))
    names_people = names_people or is_people(text.lower().partition(f" {duty.deed}")[0])
    does = any(map(is_deed, words)) or not re.match(STATES, words[-1])
    does = does and not (_NO_BAN.match(words[-1]) and not _STILL_A_BAN.search(text))
    return names_people and does and words[0] not in ("is", "are")


def lone_item(lead: str, item: str, is_new: bool) -> Iterator[Weight]:
    """Yield what an item of a list does that is only in one version.

    An item after "except:" is a condition. An item takes a duty from its opening words only
    if these have a modal verb.
    """
    lead = split_sentences(lead)[-1] if lead else lead
    # "…" and a name with an address ask for nothing.
    names_only = "@" in item and not is_deed(item.split()[0].lower())
    if (
        _DEFINES.search(lead)
        or _IS_SO.search(lead)
        or names_only
        or not any(map(str.isalpha, item))
    ):
        return
    if gives := _GIVES.search(lead):
        yield one_sided(Matter.RIGHT, gives[0], is_new)
        return
    if bans := _FORBIDS_ALL.search(lead):
        yield one_sided(Matter.PROHIBITED if is_new else Matter.LIFTED, bans[0].rstrip(":"), is_new)
        return
    opening = read(lead)
    if any(one.is_modal for one in read(item)) or (_STEPS.search(lead) and _STATED.match(item)):
        lead, opening = "", ()
    if opening and any(c.kind == "unless" for c in opening[-1].conditions):
        yield one_sided(Matter.CONDITION, opening[-1].conditions[-1].words, is_new)
        return
    permits = _PERMITS.match(lead)
    if opening and (right := permits[1] or permits[2] if permits else find_right(opening[-1])):
        yield one_sided(Matter.RIGHT, right, is_new)
        return
    for one in read(complete(lead, item)):
        if one.is_modal or one.forbids or all(said.force is None for said in opening):
            yield from lone_sentence(one, is_new)
