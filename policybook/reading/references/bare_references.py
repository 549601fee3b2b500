"""Find references without a noun such as "rule": `2.3(2)`, `1.2 above`, `§1.2`, `see B.1`.

Most numbers in a sentence are quantities. So each form needs a sign that it is a reference,
and what it names decides: where nothing has the number, it is none.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from policybook.reading.references.number_patterns import (
    DOTTED,
    DOTTED_ITEM,
    END,
    INSIDE,
    JOIN,
    LETTERED_RULE,
    MORE,
    OWN_NUMBER,
)
from policybook.reading.references.reference_context import (
    comes_from_elsewhere,
    leads_elsewhere,
    names_outside,
    read_sentence,
)
from policybook.reading.references.reference_types import Reference, find_holder

_UNIT = (
    r"(?!\s*(?:%|£|[mb]illion|(?:centi|milli|kilo)?met(?:re|er)s?\b|[ckm]?m\b|km|miles?|hours?"
    r"|minutes?|seconds?|days?|weeks?|months?|years?|times|per\b|k?g\b|litres?|[ap]\.?m\b|points?\b"
    r"|degrees?|°|pounds?|tonnes?|mph|feet|inches|percent|[KMG]B\b))"
)
#: After a number that counts something.
HAS_NO_UNIT = re.compile(_UNIT)
_OWN_ONE = re.compile(rf"{OWN_NUMBER}{END}")
#: In a policy with its own numbers: after a word that leads to it, or with a letter.
_OWN_ALONE = re.compile(
    rf"(?<![\w’'-])(?i:as|in|under|at)\s+(?P<dotted>{DOTTED}{END}(?:{JOIN}{DOTTED}{END})*)"
    r"(?!\s*(?:%|£|million|billion|met(?:re|er)s?|hours?|[ap]\.?m\b))"
    rf"|(?<![\w.(])(?P<inner>\d{{1,2}}(?:\.\d{{1,3}}){{0,3}}{INSIDE}+){END}"
)
_ONE = re.compile(rf"(?:{DOTTED_ITEM}|{LETTERED_RULE}|{MORE}){END}")
_LIST = rf"{DOTTED_ITEM}{END}(?:{JOIN}(?:{DOTTED_ITEM}|(?<=[)–-]){MORE}|(?<=\s){MORE}){END})*"
#: After "1.2 above": the end of the words, or a verb. "1.2 above the average" is a quantity.
_AFTER_PLACE = (
    r"(?:\s*[.,;:)\]!?”’\"']|\s*$|\s+(?:and|or|but|says?|sets?|appl(?:y|ies)|is|are|must|may|will"
    r"|for|do(?:es)?|has|have|shall|should|binds?)\b)"
)
#: After "under 1.2": no noun that it may count.
_AFTER = (
    rf"(?={_AFTER_PLACE}|\s+(?:above|below|overleaf|the|an?|it|they|we|you|this|that|no|all|any"
    r"|each|every|if|when|unless|where|who|which|before|after|as|staff|pupils|parents)\b)"
)
#: After "this overrides 1.2".
_AFTER_ACT = (
    rf"(?={_AFTER_PLACE}|\s+(?:above|below|in|for|on|at|to|by|from|only|here|so|not|during|until"
    r"|with|if|when|unless|where|which|before|after|as)\b)"
)
_SAID = (
    r"(?:said|set\s+out|described|stated|defined|listed|given|explained|required|allowed|agreed"
    r"|shown|mentioned|named|covered|permitted|outlined|detailed|provided|specified|noted)"
)
_ITEM_NOUN = r"step|criteri(?:on|a)|point|item|bullet|(?:sub-)?paragraph"
_OUTER = (
    rf"(?i:rule|section|paragraph|clause)\s+(?:{DOTTED}|\d{{1,2}}){END}"
    r"|(?i:appendix|annex)\s+(?:[A-Z]|\d{1,2})\b"
)
_ITEM = r"(?:\d{1,2}|\([a-z]{1,4}\)|\(\d{1,2}\))"
#: Words that lead to a rule, whatever follows but a unit.
_LEADS = (
    rf"[Aa]s\s+(?:{_SAID}\s+)?(?:in|at|under|per|by)|(?i:{_SAID}\s+(?:in|at|under))"
    r"|(?i:refer(?:s|red|ring)?\s+(?:back\s+)?to|in\s+(?:line|accordance|keeping)\s+with"
    r"|subject\s+to|compl(?:y|ies|ying)\s+with|pursuant\s+to|see\s+also|cf\.)"
    r"|(?:[Rr]ules?|[Ll]ists?|[Ss]teps?|[Tt]able|[Pp]oints?|[Dd]uties|[Cc]onditions|[Ee]xceptions"
    r"|[Ss]taff|[Pp]upils|[Pp]arents)\s+(?:in|under)|[Rr]ules?\s+(?:numbers?|at)|[Bb]oth"
    rf"|(?i:{_ITEM_NOUN})s?\s+{_ITEM}(?:{JOIN}{_ITEM})*\s+(?:of|in|under)"
)
#: Verbs of which a rule is the object: "this overrides 3.2".
_ACTS = (
    r"(?i:overrid(?:es?|ing|den\s+by)|overrul(?:es?|ed\s+by)|replac(?:es?|ing|ed\s+by)"
    r"|amend(?:s|ing|ed\s+by)?|supersed(?:es?|ing|ed\s+by)|supplements?|repeals?|cancels?"
    r"|(?:qualif|modif|disappl)(?:y|ies|ied\s+by)|suspends?|notwithstanding|despite"
    r"|breach(?:es|ed|ing)?|break(?:s|ing)?|broke|obey(?:s|ed|ing)?|follow(?:s|ed|ing)?"
    r"|appl(?:y|ies|ying)|contradicts?|cit(?:es?|ing)|contrary\s+to|without\s+prejudice\s+to"
    r"|by\s+virtue\s+of|(?:governed|bound|covered|required|allowed|excluded)\s+by|together\s+with"
    r"|(?:addition|exceptions?|exempt(?:ions?)?|reference|relation|regard)\s+(?:to|from))"
)
#: These have versions, and a sentence about them may name one.
_VERSIONS = re.compile(
    r"\b(?:versions?|editions?|releases?|drafts?|software|apps?"
    r"|(?:policy|document)\s+(?:replaces|supersedes))\b",
    re.IGNORECASE,
)
_SAYS = r"(?=\s+(?:says?|sets?\s+out|appl(?:y|ies)|allows?|requires?|binds?|lists?|covers?)\b)"
_BARE = re.compile(
    rf"(?<![\w’'-])(?:{_LEADS})\s+(?P<led>{_LIST}){_UNIT}"
    rf"|(?<![\w.(£$€])(?P<placed>{_LIST})(?=\s+(?:above|below|overleaf|opposite){_AFTER_PLACE})"
    rf"|(?<![\w.£$€])(?P<inner>{DOTTED}{INSIDE}+){END}"
    r"|(?<![\w’'.-])(?P<sign>[§¶]{1,2}\s*|(?i:nos?\.\s?|no\s|points?\s+|items?\s+"
    rf"|articles?\s+|(?:ss?|rr?|cll?s?|secs?|pts?|(?:sub-?)?paras?|arts?|chs?)(?:\.\s*|\s+)))"
    rf"(?P<signed>{_LIST}){_UNIT}"
    rf"|(?<![\w’'-])(?:(?i:under|per)|In|By|To)\s+(?P<under>{_LIST}){_UNIT}{_AFTER}"
    rf"|(?<![\w’'-]){_ACTS}\s+(?P<acted>{_LIST}){_UNIT}{_AFTER_ACT}"
    rf"|(?:^|(?<=[.;:,(]\s)|(?<=[(])|(?<![\w’'-])(?i:as|and|or|but|if|when|where|unless|because"
    rf"|what|how|that|while)\s+)(?P<saying>{_LIST}){_SAYS}"
    r"|(?:(?<![\w’'-])(?i:in|under|as|by|per|from|with|and|or)\s+|\()"
    rf"(?P<lettered>{LETTERED_RULE}{END})"
)
_MAY_COUNT = ("placed", "signed", "under", "saying")
_KINDS = ("led", "placed", "inner", "signed", "under", "saying", "lettered", "acted")
#: Signs after which a number may be of another document, or of a room.
_UNCLEAR_SIGNS = ("no", "po", "it", "ar", "pt", "ch")
#: Before "1.2 above" or "point 1.2": then it is a quantity.
_MEASURES = re.compile(
    r"\b(?:by|than|is|was|are|were|rose|grade|decimal|price|set|agenda|aged?|scor(?:es?|ed|ing)"
    r"|averag(?:es?|ing)|mean|rates?|index|value|versions?|release|level|minutes?|forms?|order"
    r"|invoice|room|key)\s+$",
    re.IGNORECASE,
)
#: Before "No. 1.2", which is of a form or a room otherwise.
_BEFORE_NO = re.compile(
    r"(?:^|[.;:,(]\s*|\b(?:see|in|under|as|of|by|to|with|and|or|rules?|sections?|clauses?)\s+)$",
    re.IGNORECASE,
)
#: A name before a bare number, which is of that then: "Bylaw 13.2(a)", "KCSIE 4.2(a)".
_NAME_BEFORE = re.compile(
    r"(?<![\w’'])(?!(?:See|Under|In|As|At|By|Per|With|From|To|Of|And|Or|If|When|But|Both|Only"
    r"|Read|Where|Unless|While|Also|Then|Rules?|Sections?|Clauses?|Paragraphs?|Points?|Items?"
    r"|Steps?|Staff|Pupils|Parents|On|For|Either|Neither|Not|Although|Because|What)\b)"
    r"(?:[A-Z][\w’'-]+|[A-Z]{2,})\s+$"
)
#: An item of a rule that the words name: "step 2 of rule 1.1", "items (a) and (b) of 3.1".
_ITEMS_INSIDE = re.compile(
    rf"(?<![\w’'-])(?:(?P<noun>(?i:{_ITEM_NOUN}|rule|clause))s?\s+|(?=\())"
    rf"(?P<rest>{_ITEM}(?:{JOIN}{_ITEM})*)\s+(?:of|in|under)\s+(?P<inside>{_OUTER}|{DOTTED}{END})"
)
#: The same the other way round: "rule 1.1, step 2", "section 3, paragraph 2".
_ITEMS_AFTER = re.compile(
    rf"(?<![\w’'-])(?P<inside>{_OUTER})(?:,?\s+|\s*\()"
    rf"(?P<noun>(?i:{_ITEM_NOUN}|rule|clause))s?\s+(?P<rest>{_ITEM}(?:{JOIN}{_ITEM})*)(?![.\w]\w)"
)
_ONE_ITEM = re.compile(_ITEM)
_INSIDE_NOUNS = {"criteria": "criterion", "sub-paragraph": "paragraph"}
#: References in a paragraph. No policy has more.
_MOST_IN_A_TEXT = 300


def find_own_bare(text: str) -> Iterator[Reference]:
    """Yield the numbers alone in a policy that brings its own: `5.1` in "as 5.1 allows"."""
    for hit in _OWN_ALONE.finditer(text):
        span = hit.span("dotted" if hit["dotted"] else "inner")
        if leads_elsewhere(text, span[1]) or comes_from_elsewhere(text, span[0]):
            continue
        if hit["inner"] and _NAME_BEFORE.search(text, max(0, span[0] - 40), span[0]):
            continue
        is_sure = not names_outside(read_sentence(text, *span))
        for number in _OWN_ONE.finditer(text, *span):
            start, end = number.span()
            yield Reference("", number[0], start, end, start, is_sure)


def find_bare(text: str) -> Iterator[Reference]:
    """Yield the references without a noun in a policy that Policybook numbers."""
    for hit in islice(_BARE.finditer(text), _MOST_IN_A_TEXT):
        kind = next(name for name in _KINDS if hit[name])
        start, end = hit.span(kind)
        first, begin = hit.start("sign") if kind == "signed" else start, hit.start()
        if leads_elsewhere(text, end) or comes_from_elsewhere(text, first):
            continue
        if kind in _MAY_COUNT and _MEASURES.search(text, max(0, begin - 20), begin):
            continue
        # "§1.7 Staff must ask." starts with its own number.
        if kind == "signed" and not first and text[end:].lstrip()[:1].isupper():
            continue
        is_no = kind == "signed" and hit["sign"][0] in "nN"
        if is_no and not _BEFORE_NO.search(text, max(0, first - 20), first):
            continue
        if kind == "inner" and _NAME_BEFORE.search(text, max(0, first - 40), first):
            continue
        if kind == "acted" and _VERSIONS.search(read_sentence(text, begin, end)):
            continue
        is_inner = kind == "placed"
        sign = hit["sign"].lower() if kind == "signed" else ""
        is_certain = any(c in sign for c in "§.") and not sign.startswith(_UNCLEAR_SIGNS)
        is_sure = is_inner or not names_outside(read_sentence(text, start, end))
        whole = ""
        for place, number in enumerate(_ONE.finditer(text, start, end)):
            is_item = number[0][0] == "("
            whole = whole if is_item else number[0]
            yield Reference(
                noun="item" if is_item else "",
                number=number[0],
                inside=f"rule {find_holder(whole, number[0])}" if is_item else "",
                start=number.start() if place else first,
                end=number.end(),
                number_start=number.start(),
                is_sure=is_sure,
                is_inner=is_inner,
                is_certain=is_certain,
            )


def find_items_inside(text: str, is_own: bool = False) -> Iterator[Reference]:
    """Yield the items of a rule that the words name: `step 2` in "step 2 of rule 1.1".

    With own numbers, these are only those after the rule: "rule 1.1, step 2".
    """
    before = () if is_own else _ITEMS_INSIDE.finditer(text)
    hits = chain(before, _ITEMS_AFTER.finditer(text))
    for hit in islice(hits, _MOST_IN_A_TEXT):
        if leads_elsewhere(text, hit.end()) or comes_from_elsewhere(text, hit.start()):
            continue
        noun = (hit["noun"] or "item").lower()
        first = hit.start("noun") if hit["noun"] else hit.start("rest")
        for place, number in enumerate(_ONE_ITEM.finditer(text, *hit.span("rest"))):
            yield Reference(
                noun=_INSIDE_NOUNS.get(noun, noun),
                number=number[0],
                start=number.start() if place else first,
                end=number.end(),
                number_start=number.start(),
                is_sure=not names_outside(read_sentence(text, hit.start(), hit.end())),
                inside=_name_rule(hit["inside"]),
            )


def _name_rule(words: str) -> str:
    """Return a rule with its noun, in small letters: `rule 3.4` for "3.4"."""
    *noun, number = words.split()
    return f"{noun[0].lower() if noun else 'rule'} {number}"
