"""Find the references in a sentence: `rule 3.1`, `sections 3 and 4`, `Appendix B`.

A reference into a law or another document is none here ("section 89 of the Education and
Inspections Act 2006", "paragraph 12 of KCSIE"). Where that is unclear, there is none.
`reference_targets` says where a reference leads. A policy that brings its own numbers has
more forms: `paragraph (b)`, `stage 2`, `step 4 of section 5.2`, and `5.1` alone. This module
must not know clauses.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from policybook.reading.references import bare_references
from policybook.reading.references.number_patterns import (
    END,
    JOIN,
    MORE,
    NUMBER,
    OWN_NUMBER,
    SHORT_SECTION,
)
from policybook.reading.references.reference_context import (
    LONGEST_SENTENCE,
    comes_from_elsewhere,
    leads_elsewhere,
    names_outside,
    read_sentence,
)
from policybook.reading.references.reference_types import (
    ITEMS,
    LETTERED,
    RELATIVE,
    Reference,
    find_holder,
)

_SINGULAR = {
    "appendices": "appendix",
    "appendixes": "appendix",
    "annexes": "annex",
    "annexe": "annex",
    "criteria": "criterion",
    "para": "paragraph",
    "paras": "paragraph",
    "sub-paragraph": "paragraph",
    "app": "appendix",
    "appx": "appendix",
    **dict.fromkeys(("§", "§§", "s", "ss", "sec", "secs", "sub-section", "subsection"), "section"),
    **dict.fromkeys(("pt", "pts"), "part"),
}
_NOUN = (
    r"(?:rules?|(?:sub-?)?sections?|(?:sub-)?paragraphs?|paras?\.?|clauses?"
    r"|parts?|steps?|criteri(?:on|a)|chapters?|articles?|(?-i:App\.|Appx\.?)"
    rf"|pts?\.?(?=\s*(?:\d|[A-Z])(?![\w.]\w))|{SHORT_SECTION}"
    r"|appendi(?:x|ces|xes)|annex(?:es|e)?|schedules?|see)"
)
#: A bracket apart from the number before it: "rule 1.2 (b)".
_APART = r"(?:\s\((?:[a-z]{1,3}|\d{1,2})\)(?!\w))?"
#: After a number: "section 5-2" is one number, and "step 3/4/2026" is no reference.
_GOES_ON = re.compile(r"[-/]\d")
_REFERENCE = re.compile(
    rf"(?<![\w’'-])(?P<noun>(?i:{_NOUN}))(?P<gap>\s+|(?<=[.§]))"
    rf"(?P<rest>{NUMBER}{END}{_APART}(?:{JOIN}(?:{NUMBER}|{MORE}){END}{_APART})*)"
)
_ONE = re.compile(rf"(?:{NUMBER}|{MORE}){END}")
_OWN_NOUN = _NOUN.removesuffix("see)") + "stages?|points?|items?|see(?:\\s+also)?)"
_OWN_REFERENCE = re.compile(
    rf"(?<![\w’'-])(?<!\b[Kk]ey )(?P<noun>(?i:{_OWN_NOUN}))(?P<gap>\s+|(?<=[.§]))"
    rf"(?P<rest>{OWN_NUMBER}{END}{_APART}(?:{JOIN}{OWN_NUMBER}{END}{_APART})*)"
)
_OWN_ONE = re.compile(rf"{OWN_NUMBER}{END}")
_WITHIN = re.compile(
    r"\s+(?:of|in|under)\s+"
    r"(?P<within>(?:(?i:section|paragraph|rule|clause|part|appendix|annexe?|schedule)\s+)?"
    rf"{OWN_NUMBER}){END}"
)
_MAY_REFER = re.compile(r"[A-Za-z.§]\s+(?:\d|[A-Z]\b|[IVX]{2})|[\dA-Z]\.\d|[§.]\d")
_MAY_BE_BARE = re.compile(
    r"[\dA-Z]\.\d|\s(?:of|in|under)\s+(?:rule|section|paragraph|clause|[Aa]ppendix)\s"
    r"|[\dA-Z],?\s+\(?(?:rule|paragraph|clause|item|point|bullet|step|criteri)"
)
#: After a number with a space: "rule 1.2 (b)".
_SPACED = re.compile(r"\s\((?P<item>[a-z]{1,3}|\d{1,2})\)(?!\w)")
#: Between a reference and the name of its policy, and between a name and its reference.
_LEADS_TO_NAME = re.compile(
    r"\s*,?\s*\(?(?:of|in|from|under|to)\s+(?:(?:the|our)\s+)?(?:school[’']s\s+)?[“‘\"']?"
)
_FOLLOWS_NAME = re.compile(r"(?:[’']s\b|[”’\"'])?\s*[,(:–-]?\s*(?:(?:at|in|under|see)\s+)?")
#: References in a paragraph, and characters of a sentence. No policy has more.
_MOST_IN_A_TEXT = 300
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
#: Into the same text.
_INNER = re.compile(
    r"\s+(?:above|below|overleaf|opposite|of\s+this\s+(?:policy|procedure|document|code))\b"
)
#: After "rule 1.2 (b)": the end of the words, and no further bracket in the sentence.
_CLOSES = re.compile(r"(?=\s*(?:[.;,]|$))(?![^.;]*\([a-z\d])")
#: After "see 9.4": nothing that it may count.
_ENDS_SEE = re.compile(r"\s*[.;:)\]]|\s*$|\s+(?:above|below|overleaf|and|or|for)\b")
#: At the start of a clause, "Step 3:" is a name and no reference.
_IS_NAME = re.compile(r"\s*(?:[:.–—]|-\s|$)")


@lru_cache(maxsize=1 << 12)
def find_references(text: str, has_numbers: bool = False) -> tuple[Reference, ...]:
    """Return the references of one clause or cell. `has_numbers`: the policy brings its own."""
    if has_numbers:
        return tuple(_find_own(text))
    if not _MAY_REFER.search(text):
        return ()
    named = list(_find(text, _REFERENCE, _ONE))
    if not _MAY_BE_BARE.search(text):
        return tuple(named)
    return tuple(_merge(text, named))


def _merge(text: str, named: Sequence[Reference]) -> list[Reference]:
    """Return the references with those that have no noun, or that name an item of a rule."""
    inside = list(bare_references.find_items_inside(text))
    inner = [(r.start, r.end) for r in inside]
    result = [*inside, *(r for r in named if not _is_in(r, inner))]
    taken = [hit.span() for hit in _REFERENCE.finditer(text)]
    result += (r for r in bare_references.find_bare(text) if not _is_in(r, taken))
    return sorted(result, key=lambda r: r.start)


def _is_in(reference: Reference, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a reference overlaps one of the stretches of a text."""
    return any(reference.start < end and start < reference.end for start, end in spans)


def _find_own(text: str) -> Iterator[Reference]:
    """Yield the references of a policy that brings its own numbers, in order."""
    named = list(_find(text, _OWN_REFERENCE, _OWN_ONE))
    taken = [hit.span() for hit in _OWN_REFERENCE.finditer(text)]
    after = list(bare_references.find_items_inside(text, is_own=True))
    inner = [(r.start, r.end) for r in after]
    named = [*after, *(r for r in named if not _is_in(r, inner))]
    alone = [r for r in bare_references.find_own_bare(text) if not _is_in(r, taken + inner)]
    taken += [(r.start, r.end) for r in alone]
    bare = (r for r in bare_references.find_bare(text) if not _is_in(r, taken))
    end = 0
    for reference in sorted(chain(named, alone, bare), key=lambda r: r.start):
        # "section 5.2" after "step 4 of" belongs to that.
        if reference.start >= end:
            end = reference.end
            yield reference


def _find(text: str, pattern: re.Pattern[str], one: re.Pattern[str]) -> Iterator[Reference]:
    """Yield the references that lead into the policy itself, as far as the words tell."""
    is_own = pattern is _OWN_REFERENCE
    for hit in islice(pattern.finditer(text), _MOST_IN_A_TEXT):
        singular, is_list = _read_noun(hit["noun"])
        numbers = list(one.finditer(text, hit.start("rest"), hit.end("rest")))
        is_part = is_own and (len(numbers) == 1 or singular in RELATIVE | ITEMS)
        within = _WITHIN.match(text, hit.end()) if is_part else None
        end = (within or hit).end()
        # An item or cell that is only "Rule 3.2" cites it.
        is_alone = singular not in (*ITEMS, "stage") and not text[hit.end() :].strip(" .")
        may_name = not (hit.start() or singular == "see" or is_alone or numbers[1:])
        is_name = may_name and _IS_NAME.match(text, hit.end())
        is_range = is_list or "." in numbers[0][0]
        if _GOES_ON.match(text, hit.end() if is_range else numbers[0].end()):
            continue
        is_listed = is_own and singular in LETTERED and hit["noun"][0].isupper()
        is_inside = not is_listed and comes_from_elsewhere(text, hit.start())
        is_counted = singular == "see" and not bare_references.HAS_NO_UNIT.match(text, end)
        if is_name or is_inside or is_counted or leads_elsewhere(text, end):
            continue
        is_sure = not names_outside(read_sentence(text, hit.start(), hit.end()))
        is_inner = _INNER.match(text, end) is not None
        first = Reference(
            noun=singular.removeprefix("see"),
            number="",
            start=numbers[0].start() if singular == "see" else hit.start(),
            end=end,
            number_start=0,
            is_sure=is_inner or is_sure,
            is_inner=is_inner,
            is_certain=singular == "see" and _ENDS_SEE.match(text, end) is not None,
        )
        # "Appendix A and B" is a list; "Part A and I" is none.
        is_list = is_list or (singular in LETTERED and not {n[0] for n in numbers[1:]} - _LETTERS)
        numbers = numbers if is_list or "." in numbers[0][0] else numbers[:1]
        yield from _read_numbers(text, first, numbers, within, is_list=is_list, is_own=is_own)


def _read_numbers(
    text: str,
    first: Reference,
    numbers: Sequence[re.Match[str]],
    within: re.Match[str] | None,
    *,
    is_list: bool,
    is_own: bool,
) -> Iterator[Reference]:
    """Yield a reference for each number. `first` has the noun, and what holds for all."""
    whole, end = "", 0
    for number in numbers:
        typed = number[0]
        is_item = typed[0] == "(" != whole[:1] and whole.endswith(")")
        if number.start() < end or (typed[0] == "(" != whole[:1] and whole and not is_item):
            continue
        if whole and not (is_item or is_list or "." in typed):
            break
        if not (is_item or _fits(first.noun, typed, is_own)):
            break
        reference = first._replace(
            noun="item" if is_item else first.noun,
            number=typed,
            inside=f"rule {find_holder(whole, typed)}" if is_item else "",
            start=number.start() if whole else first.start,
            end=number.end(),
            number_start=number.start(),
            is_sure=first.is_sure
            or (first.noun == "rule" and "." in (whole if is_item else typed)),
        )
        spaced = None if is_own else _match_spaced(text, number)
        reference = _extend(text, reference, within, spaced, is_last=number is numbers[-1])
        whole, end = whole if is_item else reference.number, reference.end
        yield reference


def _extend(
    text: str,
    reference: Reference,
    within: re.Match[str] | None,
    spaced: re.Match[str] | None,
    *,
    is_last: bool,
) -> Reference:
    """Return a reference with the place that holds it, or with the bracket after its number."""
    if within:
        around = " ".join(within["within"].split())
        start = within.end() - len(around.rpartition(" ")[2])
        end = within.end() if is_last else reference.end
        reference = reference._replace(within=around, within_start=start, end=end)
    elif spaced:
        reference = reference._replace(
            number=f"{reference.number}({spaced['item']})",
            short_end=reference.end,
            end=spaced.end(),
            is_closed=_CLOSES.match(text, spaced.end()) is not None,
        )
    return reference


def _match_spaced(text: str, number: re.Match[str]) -> re.Match[str] | None:
    """Return the bracket that may belong to a number: "(b)" of "rule 1.2 (b)"."""
    is_rule = "." in number[0] and "(" not in number[0]
    return _SPACED.match(text, number.end()) if is_rule else None


def find_beside(text: str, start: int, end: int) -> Iterator[Reference]:
    """Yield the references into the policy that `text` names from `start` to `end`.

    These are "section 4.2" in "section 4.2 of the Behaviour Policy" and in "the Behaviour
    Policy (section 4.2)".
    """
    hits = [
        hit
        for hit in _REFERENCE.finditer(text, max(0, start - LONGEST_SENTENCE), start)
        if _LEADS_TO_NAME.fullmatch(text, hit.end(), start)
    ]
    after = _FOLLOWS_NAME.match(text, end)
    follows = _REFERENCE.match(text, after.end()) if after else None
    if follows and not leads_elsewhere(text, follows.end()):
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
    is_list = (noun.endswith("s") and noun != "s") or noun in ("criteria", "appendices", "§§")
    is_list = is_list or noun == "see"
    singular = _SINGULAR.get(noun, noun.removesuffix("s") if is_list else noun)
    return _SINGULAR.get(singular, singular), is_list


def _fits(noun: str, number: str, is_own: bool = False) -> bool:
    """Return whether a noun takes such a number: a letter only after "Appendix" and the like.

    `is_own`: in a policy that brings its own numbers.
    """
    if number[0] == "(":
        return is_own and (noun in RELATIVE or noun in LETTERED)
    if not noun:  # "see"
        return "." in number
    is_section = is_own and noun == "section"
    return number[0].isdigit() or noun in LETTERED or "." in number or is_section
