"""Find references without a noun such as "rule": `2.3(2)`, `1.2 above`, `§1.2`, `see B.1`.

Most numbers in a sentence are quantities. So each form needs a sign that it is a reference,
and what it names decides: where nothing has the number, it is none.
"""

import re
from collections.abc import Iterator
from itertools import islice

from policybook.reading.references.number_patterns import (
    DOTTED,
    DOTTED_ITEM,
    END,
    INSIDE,
    JOIN,
    LETTERED_RULE,
    OWN_NUMBER,
)
from policybook.reading.references.reference_context import (
    comes_from_elsewhere,
    leads_elsewhere,
    names_outside,
    read_sentence,
)
from policybook.reading.references.reference_types import Reference

_UNIT = (
    r"(?!\s*(?:%|£|[mb]illion|(?:centi|milli|kilo)?met(?:re|er)s?\b|[ckm]?m\b|km|miles?|hours?"
    r"|minutes?|days?|weeks?|years?|times|per\b|k?g\b|litres?|[ap]\.?m\b))"
)
_OWN_ONE = re.compile(rf"{OWN_NUMBER}{END}")
#: In a policy with its own numbers: after a word that leads to it, or with a letter.
_OWN_ALONE = re.compile(
    rf"(?<![\w’'-])(?i:as|in|under|at)\s+(?P<dotted>{DOTTED}{END}(?:{JOIN}{DOTTED}{END})*)"
    r"(?!\s*(?:%|£|million|billion|met(?:re|er)s?|hours?|[ap]\.?m\b))"
    rf"|(?<![\w.(])(?P<inner>\d{{1,2}}(?:\.\d{{1,3}}){{0,3}}{INSIDE}+){END}"
)
_ONE = re.compile(rf"(?:{DOTTED_ITEM}|{LETTERED_RULE}){END}")
_LIST = rf"{DOTTED_ITEM}{END}(?:{JOIN}{DOTTED_ITEM}{END})*"
#: After "1.2 above": the end of the words, or a verb. "1.2 above the average" is a quantity.
_AFTER_PLACE = (
    r"(?:\s*[.,;:)”’\"']|\s*$|\s+(?:and|or|but|says?|sets?|appl(?:y|ies)|is|are|must|may|will"
    r"|for|do(?:es)?|has|have|shall|should)\b)"
)
_BARE = re.compile(
    rf"(?<![\w’'-])[Aa]s\s+(?:in|at|under|per)\s+(?P<led>{_LIST}){_UNIT}"
    rf"|(?<![\w.(£$€])(?P<placed>{_LIST})(?=\s+(?:above|below|overleaf|opposite){_AFTER_PLACE})"
    rf"|(?<![\w.£$€])(?P<inner>{DOTTED}{INSIDE}+){END}"
    rf"|(?<![\w’'.-])(?P<sign>§§?\s*|ss?\.\s?|(?i:points?|items?)\s+)(?P<signed>{_LIST}){_UNIT}"
    r"|(?:(?<![\w’'-])(?i:in|under|as|by|per|from|with|and|or)\s+|\()"
    rf"(?P<lettered>{LETTERED_RULE}{END})"
)
_KINDS = ("led", "placed", "inner", "signed", "lettered")
#: Before "1.2 above" or "point 1.2": then it is a quantity.
_MEASURES = re.compile(
    r"\b(?:by|than|is|was|are|were|rose|grade|decimal|price|set|agenda)\s+$", re.IGNORECASE
)
#: An item of a rule that the words name: "step 2 of rule 1.1", "items (a) and (b) of rule 3.1".
_ITEM = r"(?:\d{1,2}|\([a-z]{1,4}\)|\(\d{1,2}\))"
_ITEMS_INSIDE = re.compile(
    r"(?<![\w’'-])(?P<noun>(?i:step|criteri(?:on|a)|point|item|(?:sub-)?paragraph))s?\s+"
    rf"(?P<rest>{_ITEM}(?:{JOIN}{_ITEM})*)\s+(?:of|in|under)\s+"
    rf"(?P<inside>(?i:rule|section|paragraph|clause)\s+(?:{DOTTED}|\d{{1,2}}){END})"
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
        is_sure = not names_outside(read_sentence(text, *span))
        for number in _OWN_ONE.finditer(text, *span):
            start, end = number.span()
            yield Reference("", number[0], start, end, start, is_sure)


def find_bare(text: str) -> Iterator[Reference]:
    """Yield the references without a noun in a policy that Policybook numbers."""
    for hit in islice(_BARE.finditer(text), _MOST_IN_A_TEXT):
        kind = next(name for name in _KINDS if hit[name])
        start, end = hit.span(kind)
        first = hit.start("sign") if kind == "signed" else start
        if leads_elsewhere(text, end) or comes_from_elsewhere(text, first):
            continue
        if kind in ("placed", "signed") and _MEASURES.search(text, max(0, first - 20), first):
            continue
        is_inner = kind == "placed"
        is_sure = is_inner or not names_outside(read_sentence(text, start, end))
        for place, number in enumerate(_ONE.finditer(text, start, end)):
            yield Reference(
                noun="",
                number=number[0],
                start=number.start() if place else first,
                end=number.end(),
                number_start=number.start(),
                is_sure=is_sure,
                is_inner=is_inner,
            )


def find_items_inside(text: str) -> Iterator[Reference]:
    """Yield the items of a rule that the words name: `step 2` in "step 2 of rule 1.1"."""
    for hit in islice(_ITEMS_INSIDE.finditer(text), _MOST_IN_A_TEXT):
        if leads_elsewhere(text, hit.end()) or comes_from_elsewhere(text, hit.start()):
            continue
        noun = hit["noun"].lower()
        for place, number in enumerate(_ONE_ITEM.finditer(text, *hit.span("rest"))):
            yield Reference(
                noun=_INSIDE_NOUNS.get(noun, noun),
                number=number[0],
                start=number.start() if place else hit.start(),
                end=number.end(),
                number_start=number.start(),
                is_sure=not names_outside(read_sentence(text, hit.start(), hit.end())),
                inside=" ".join(hit["inside"].lower().split()),
            )
