"""Find the references in a sentence: `rule 3.1`, `sections 3 and 4`, `Appendix B`.

A reference into a law or another document is none here ("section 89 of the Education and
Inspections Act 2006", "paragraph 12 of KCSIE"). Where that is unclear, there is none.
`reference_targets` says where a reference leads. A policy that brings its own numbers has
more forms: `paragraph (b)`, `stage 2`, `step 4 of section 5.2`, and `5.1` alone. This module
must not know clauses.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from policybook.reading.references.policy_mentions import names_policy_before


class Reference(NamedTuple):
    """A reference in a text: its noun in the singular, its number, and where both are.

    `start` and `end` are the characters that become a link: "rule 3.1", or only "3.4"
    in a list. The number starts at `number_start`. `section 4` of a text about law may
    be of that law: then `is_sure` is false.
    """

    noun: str
    number: str
    start: int
    end: int
    number_start: int
    is_sure: bool
    #: The noun and number of the place that holds it: `section 5.2` after "step 4 of".
    within: str = ""
    #: The words say that it leads into this text: "section 4 below".
    is_inner: bool = False

    @property
    def words(self) -> str:
        """Return the reference in words: `rule 3.1`; without its noun in a list, `3.1`."""
        noun = self.noun.capitalize() if self.noun in LETTERED else self.noun
        words = f"{noun} {self.number}".strip()
        return f"{words} of {self.within}" if self.within else words


#: Nouns whose number may be a letter. Only a heading can answer.
LETTERED = frozenset({"appendix", "annex", "schedule", "part"})
#: Nouns that name an item of a numbered list.
ITEMS = frozenset({"step", "criterion"})
#: Nouns that name an item by its letter: "paragraph (b)".
RELATIVE = frozenset({"paragraph", "clause", "point", "item", "rule", "section"})
_SINGULAR = {
    "appendices": "appendix",
    "appendixes": "appendix",
    "annexes": "annex",
    "annexe": "annex",
    "criteria": "criterion",
    "para": "paragraph",
    "paras": "paragraph",
    "sub-section": "section",
    "subsection": "section",
    "sub-paragraph": "paragraph",
}
_NOUN = (
    r"(?:rules?|(?:sub-?)?sections?|(?:sub-)?paragraphs?|paras?\.?|clauses?"
    r"|parts?|steps?|criteri(?:on|a)"
    r"|appendi(?:x|ces|xes)|annex(?:es|e)?|schedules?|see)"
)
_FIGURE = r"\d{1,2}(?:\.\d{1,3}){0,3}(?:\([a-z]{1,5}\)(?:\(\d{1,2}\))?)*"
_LETTER = r"(?:[A-Z](?:\.\d{1,3})*|[IVX]{2,4})"
_NUMBER = rf"(?:{_FIGURE}|{_LETTER})"
#: What no number of a policy has after it: more figures, a letter (17A), a law's (1), %.
_END = r"(?![\w%£]|\.\d|\((?:\d|[a-z]{1,5}\))|[’']s\b|-[^\W\d])"
_JOIN = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s*(?:–|-|—|&|/)\s*|\s+(?:and|or|to)\s+)"
#: After a number: "section 5-2" is one number, and "step 3/4/2026" is no reference.
_GOES_ON = re.compile(r"[-/]\d")
_REFERENCE = re.compile(
    rf"(?<![\w’'-])(?P<noun>(?i:{_NOUN}))(?P<gap>\s+|\s*\u00a0)"
    rf"(?P<rest>{_NUMBER}{_END}(?:{_JOIN}{_NUMBER}{_END})*)"
)
_ONE = re.compile(rf"{_NUMBER}{_END}")
_INSIDE = r"(?:\((?:[a-z]{1,5}|[A-Z]|\d{1,2})\))"
_OWN_NUMBER = rf"(?:\d{{1,2}}(?:\.\d{{1,3}}){{0,3}}{_INSIDE}*|{_INSIDE}+|{_LETTER}{_INSIDE}*)"
_OWN_NOUN = _NOUN.removesuffix("see)") + "stages?|points?|items?|see(?:\\s+also)?)"
_OWN_REFERENCE = re.compile(
    rf"(?<![\w’'-])(?<!\b[Kk]ey )(?P<noun>(?i:{_OWN_NOUN}))(?P<gap>\s+)"
    rf"(?P<rest>{_OWN_NUMBER}{_END}(?:{_JOIN}{_OWN_NUMBER}{_END})*)"
)
_OWN_ONE = re.compile(rf"{_OWN_NUMBER}{_END}")
_WITHIN = re.compile(
    r"\s+of\s+(?P<within>(?:(?i:section|paragraph|rule|clause|part|appendix|annexe?|schedule)\s+)?"
    rf"{_OWN_NUMBER}){_END}"
)
_DOTTED = r"\d{1,2}(?:\.\d{1,3}){1,3}"
#: A number alone: after a word that leads to it, or with a letter.
_ALONE = re.compile(
    rf"(?<![\w’'-])(?i:as|in|under|at)\s+(?P<dotted>{_DOTTED}{_END}(?:{_JOIN}{_DOTTED}{_END})*)"
    r"(?!\s*(?:%|£|million|billion|met(?:re|er)s?|hours?|[ap]\.?m\b))"
    rf"|(?<![\w.(])(?P<inner>\d{{1,2}}(?:\.\d{{1,3}}){{0,3}}{_INSIDE}+){_END}"
)
#: Every reference has one of these.
_SIGNS = (
    *("ule", "ection", "aragraph", "para", "lause", "part", "step", "riteri", "ppendi", "nnex"),
    *("chedule", "see", "Part", "Step", "See", "Para"),
)
_MAY_REFER = re.compile(r"[A-Za-z.]\s+(?:\d|[A-Z]\b|[IVX]{2})")
#: After a reference: it is one into something else.
_OF_ELSEWHERE = re.compile(
    r"[\s,]*\(?(?:of|to|in|from|under|within)\s+"
    r"(?!(?:this|our(?!\s+[A-Z]\w+\s+(?:Policy|Procedure|Code))|these)\b"
    r"|the\s+(?:policy|procedure|rules)\b(?!\s+of))"
    r"(?P<what>[^.;]{0,60})"
)
_ELSEWHERE_NOUN = re.compile(
    r"^(?:the\s+|our\s+|an?\s+|its\s+|their\s+|that\s+|your\s+)?"
    r"(?:[A-Z“‘\"']|(?:\w+\s+){0,4}(?:act|regulations?|code|guidance|policy|handbook|contract"
    r"|document"
    r"|agreement|convention|form|statute|articles|constitution|standards?|framework|order|guide"
    r"|plan)\b)"
)
#: Before a reference into another document, such as "Bylaw 3, section 6.3".
_ELSEWHERE_BEFORE = re.compile(
    r"(?:\b(?:Bylaw|By-law|Chapter|Article|Book|Title|Volume|Module|Annex|Appendix"
    r"|CFR|Part)\s+\w{1,5}"
    r"|\b[A-Z]{2,}|[”\"’']),?\s*(?:[“\"‘'][^”\"’']{1,60}[”\"’'],?\s*)?$"
)
#: Between a reference and the name of its policy, and between a name and its reference.
_LEADS_TO_NAME = re.compile(
    r"\s*,?\s*\(?(?:of|in|from|under|to)\s+(?:(?:the|our)\s+)?(?:school[’']s\s+)?[“‘\"']?"
)
_FOLLOWS_NAME = re.compile(r"(?:[’']s\b|[”’\"'])?\s*[,(:–-]?\s*(?:(?:at|in|under|see)\s+)?")
#: A text that names one of these may refer into it.
_OUTSIDE = re.compile(
    r"\bActs?\b|\bRegulations?\b|\bOrder \d|\bDirective\b|\bConvention\b|\bCodes? of [Pp]ractice\b"
    r"|\bKCSIE\b|Keeping [Cc]hildren|Working [Tt]ogether|\bGDPR\b|\bDfE\b|\bOfsted\b"
    r"|\b[Gg]uidance\b|\blegislation\b|\bstatut|\bArticles?\b|\b[Ss]tandards\b|Burgundy Book"
    r"|\b[Hh]andbook\b|\b(?:19|20)\d\d Act\b|\bU\.?S\.?C\b|\bCFR\b|\bISO\b|\bNIST\b"
)
_PART_ELSEWHERE = re.compile(
    r"\b((?:Appendix|Annex|Schedule|Part) (?:\d+|[A-Z]))\s+(?:of|to)\s+(?:the\s+)?[A-Z]"
)
#: References in a paragraph, and characters of a sentence. No policy has more.
_MOST_IN_A_TEXT = 300
_LONGEST_SENTENCE = 600
_SENTENCE = re.compile(r"[.;!?]\s+(?=[A-Z(“‘\"'])")
#: Into the same text.
_INNER = re.compile(r"\s+(?:above|below|of\s+this\s+(?:policy|procedure|document|code))\b")
#: At the start of a clause, "Step 3:" is a name and no reference.
_IS_NAME = re.compile(r"\s*(?:[:.–—]|-\s|$)")


@lru_cache(maxsize=1 << 12)
def find_references(text: str, has_numbers: bool = False) -> tuple[Reference, ...]:
    """Return the references of one clause or cell. `has_numbers`: the policy brings its own."""
    if has_numbers:
        return tuple(_find_own(text))
    if any(sign in text for sign in _SIGNS) and _MAY_REFER.search(text):
        return tuple(_find(text, _REFERENCE, _ONE))
    return ()


def _find_own(text: str) -> Iterator[Reference]:
    """Yield the references of a policy that brings its own numbers, in order."""
    named = list(_find(text, _OWN_REFERENCE, _OWN_ONE))
    taken = [(hit.start(), hit.end()) for hit in _OWN_REFERENCE.finditer(text)]
    alone = (
        reference
        for reference in _find_alone(text)
        if not any(start <= reference.start < end for start, end in taken)
    )
    end = 0
    for reference in sorted(chain(named, alone), key=lambda r: r.start):
        # "section 5.2" after "step 4 of" belongs to that.
        if reference.start >= end:
            end = reference.end
            yield reference


def _find_alone(text: str) -> Iterator[Reference]:
    """Yield the numbers without a noun, such as `5.1` in "as 5.1 allows"."""
    for hit in _ALONE.finditer(text):
        span = hit.span("dotted" if hit["dotted"] else "inner")
        before = text[max(0, span[0] - 90) : span[0]]
        if _leads_elsewhere(text, span[1]) or _ELSEWHERE_BEFORE.search(before):
            continue
        is_sure = not _OUTSIDE.search(_sentence(text, *span))
        for number in _OWN_ONE.finditer(text, *span):
            start, end = number.span()
            yield Reference("", number[0], start, end, start, is_sure)


def _find(text: str, pattern: re.Pattern[str], one: re.Pattern[str]) -> Iterator[Reference]:
    """Yield the references that lead into the policy itself, as far as the words tell."""
    is_own = pattern is _OWN_REFERENCE
    for hit in islice(pattern.finditer(text), _MOST_IN_A_TEXT):
        singular, is_list = _read_noun(hit["noun"])
        numbers = list(one.finditer(text, hit.start("rest"), hit.end("rest")))
        within = _WITHIN.match(text, hit.end()) if is_own and len(numbers) == 1 else None
        end = within.end() if within else hit.end()
        is_name = not hit.start() and singular != "see" and _IS_NAME.match(text, hit.end())
        is_range = is_list or "." in numbers[0][0]
        if _GOES_ON.match(text, hit.end() if is_range else numbers[0].end()):
            continue
        before = text[max(0, hit.start() - 90) : hit.start()]
        is_listed = is_own and singular in LETTERED and hit["noun"][0].isupper()
        is_inside = (
            _ELSEWHERE_BEFORE.search(before) or names_policy_before(before)
        ) and not is_listed
        if is_name or is_inside or _leads_elsewhere(text, end):
            continue
        sentence = _sentence(text, hit.start(), hit.end())
        is_outside = _OUTSIDE.search(sentence) is not None
        is_inner = _INNER.match(text, end) is not None
        first = numbers[0][0]
        for place, number in enumerate(numbers):
            if place and not (is_list or ("." in number[0] and "." in first)):
                break
            if not (_fits(singular, number[0]) or (is_own and _fits_own(singular, number[0]))):
                break
            yield Reference(
                noun="" if singular == "see" else singular,
                number=number[0],
                start=number.start() if place or singular == "see" else hit.start(),
                end=within.end() if within else number.end(),
                number_start=number.start(),
                is_sure=is_inner or not is_outside or (singular == "rule" and "." in number[0]),
                within=" ".join(within["within"].split()) if within else "",
                is_inner=is_inner,
            )


def find_beside(text: str, start: int, end: int) -> Iterator[Reference]:
    """Yield the references into the policy that `text` names from `start` to `end`.

    These are "section 4.2" in "section 4.2 of the Behaviour Policy" and in "the Behaviour
    Policy (section 4.2)".
    """
    hits = [
        hit
        for hit in _REFERENCE.finditer(text, max(0, start - _LONGEST_SENTENCE), start)
        if _LEADS_TO_NAME.fullmatch(text, hit.end(), start)
    ]
    after = _FOLLOWS_NAME.match(text, end)
    follows = _REFERENCE.match(text, after.end()) if after else None
    if follows and not _leads_elsewhere(text, follows.end()):
        hits.append(follows)
    for hit in hits:
        noun, _ = _read_noun(hit["noun"])
        for place, number in enumerate(_ONE.finditer(text, *hit.span("rest"))):
            if noun != "see" and _fits(noun, number[0]):
                first = number.start() if place else hit.start()
                yield Reference(noun, number[0], first, number.end(), number.start(), is_sure=True)


def _read_noun(typed: str) -> tuple[str, bool]:
    """Return a noun in the singular, and whether a list of numbers may follow it."""
    noun = typed.lower().rstrip(".")
    noun = "see" if noun.startswith("see") else noun
    is_list = noun.endswith("s") or noun in ("criteria", "appendices") or noun == "see"
    singular = _SINGULAR.get(noun, noun.removesuffix("s") if is_list else noun)
    return _SINGULAR.get(singular, singular), is_list


def _fits(noun: str, number: str) -> bool:
    """Return whether a noun takes such a number: a letter only after "Appendix" and the like."""
    if noun == "see":
        return number[0].isdigit() and "." in number
    return number[0].isdigit() or noun in LETTERED or "." in number


def _fits_own(noun: str, number: str) -> bool:
    """Return whether a noun takes such a number in a policy that brings its own."""
    return noun in RELATIVE if number[0] == "(" else noun == "section"


def _leads_elsewhere(text: str, end: int) -> bool:
    """Return whether the words after a reference lead into another document."""
    hit = _OF_ELSEWHERE.match(text, end)
    if not hit:
        return False
    return hit[0].lstrip(" ,(").startswith("of") or bool(_ELSEWHERE_NOUN.match(hit["what"]))


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around the characters from `start` to `end`."""
    first, last = max(0, start - _LONGEST_SENTENCE), min(len(text), end + _LONGEST_SENTENCE)
    begin = max([hit.end() for hit in _SENTENCE.finditer(text, first, start)], default=first)
    stop = _SENTENCE.search(text, end, last)
    return text[begin : stop.start() + 1 if stop else last]


def list_parts_elsewhere(text: str) -> list[str]:
    """Return the parts that a text says another document has: "Schedule 4 to the Act"."""
    return _PART_ELSEWHERE.findall(text)


def names_outside(text: str) -> bool:
    """Return whether a text names a law or another document into which numbers may lead."""
    return _OUTSIDE.search(text) is not None
