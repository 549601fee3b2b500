"""What a clause speaks of: duties, periods, dates, ages, numbers, laws, people. A text -> its terms in order. Knows no changes.

English as UK schools write it. Each pattern stands beside what it is for; `weight` says what follows from a difference.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policybook.redline.changes import Matter


class Duty(NamedTuple):
    """A modal verb or what stands for one. `force` is 4 for must, 3 for will, 2 for should, 1 for encouraged, 0 for may; `bars` says that it forbids."""

    said: str
    force: int
    bars: bool


class Term(NamedTuple):
    """A number with its unit, a date, a law, a person. `key` is what is compared; `value` and `unit` are what is said."""

    key: str
    value: str
    unit: str = ""

    @property
    def said(self) -> str:
        return f"{self.value} {self.unit}" if self.unit else self.value


_BE = r"(?:is|are|be|was|were|being|been)"
# Strongest first, longer before shorter: the first that fits at a place is taken.
_DUTIES: tuple[tuple[str, int, bool], ...] = (
    (rf"need not|(?:do|does) not (?:need|have) to|{_BE} not (?:required|obliged|expected|bound) to|no longer (?:need|have|has) to", 0, False),
    (r"under no circumstances|(?:must|shall|may|can) (?:not|never)|cannot|can't|mustn't|shan't|mayn't", 4, True),
    (rf"(?:{_BE} )?(?:not|never|no longer) (?:\w+ly )?(?:allowed|permitted|authorised|acceptable)", 4, True),
    (rf"(?:{_BE} )?(?:strictly )?(?:prohibited|forbidden|banned|barred)", 4, True),
    (r"(?:will|would) (?:not|never)|won't|wouldn't", 3, True),
    (r"(?:should|ought) (?:not|never)(?: to)?|shouldn't|oughtn't(?: to)?", 2, True),
    (r"could not|couldn't|might not", 1, True),
    (r"do not|don't|never", 4, True),
    (rf"must|shall|(?:{_BE} )?(?:required|obliged|bound) to|(?:has|have|had) to|needs? to|mandatory|compulsory", 4, False),
    (r"will|would", 3, False),
    (rf"should|ought to|(?:{_BE} )?expected to|good practice to", 2, False),
    (rf"(?:{_BE} )?(?:encouraged|advised|recommended|asked|invited)(?: to)?", 1, False),
    (rf"may|can|could|might|(?:{_BE} )?(?:allowed|permitted|able|free) to|optional", 0, False),
)
_DUTY = re.compile(r"\b(?:" + "|".join(f"(?P<d{at}>{pattern})" for at, (pattern, _, _) in enumerate(_DUTIES)) + r")\b", re.IGNORECASE)

_MODAL = re.compile(r"\b(?:must|shall|will|would|should|ought|may|can|cannot|could|might|\w+n't)\b", re.IGNORECASE)
_FIGURE_AHEAD = re.compile(r"\s+\d")
_NOT = re.compile(r"\b(?:not|no|nor|neither|never|none|nobody|nothing|\w+n't)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:unless|except(?: for| where| when| in)?|provided that|only if|only when|subject to|"
    r"(?:where(?:ver)?|when(?:ever)?|if|as far as|so far as)(?: it is| this is)?(?: reasonably)? (?:possible|practicable|practical|appropriate|necessary)|"
    r"reasonable|reasonably)\b",
    re.IGNORECASE,
)

_WORDS_FOR = {w: str(n) for n, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
)} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "a": "1", "an": "1", "each": "1", "every": "1"}  # fmt: skip
_SPELT = "|".join(w for w in sorted(_WORDS_FOR, key=len, reverse=True) if len(w) > 2 and w not in ("each", "every", "one"))
_N = rf"(?:\d+(?:[.,]\d+)*|{_SPELT}|one)"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|half[- ]term|term|year)s?"
_KIND_OF_DAY = r"(?:(?:school|working|calendar|clear|full|academic|consecutive|business|term-time)\s+)?"

_LAW = (
    r"(?!(?:Under|The|In|See|By|And|All|Any|This|Our|For|From|As|With|If|Of|To|Every|Each)\b)"
    r"(?:(?:[Ss]ections?|[Ss]chedules?|[Aa]rticles?|[Rr]egulations?)\s+\d+\w*(?:\(\w+\))*\s+(?:of|to)\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w'’-]*,?\s+(?:(?:and|of|the|for|in|to|on|etc\.?)\s+|\([^)]*\)\s+)*){1,9}?"
    r"(?:Act|Regulations|Order|Directive|Code\s+of\s+Practice|Bill|Convention)\b(?:\s+\(?(?:19|20)\d\d\)?)?"
    r"|(?:UK\s+|EU\s+)?GDPR(?:\s+(?:19|20)\d\d)?|General\s+Data\s+Protection\s+Regulation"
    r"|(?:Keeping\s+[Cc]hildren\s+[Ss]afe\s+in\s+[Ee]ducation|KCSIE|Working\s+[Tt]ogether\s+to\s+[Ss]afeguard\s+[Cc]hildren|Prevent\s+[Dd]uty(?:\s+[Gg]uidance)?)"
    r"(?:,?\s+\(?(?:19|20)\d\d\)?)?|[Aa]rticles?\s+\d+|[Ss]tatutory\s+guidance"
)
_REFERENCE = (
    r"(?i:\b(?:sections?|clauses?|paragraphs?|rules?|parts?|chapters?|appendix|appendices|annex|schedule|figure|table|page|see)\s+"
    r"(?:\d+(?:\.\d+)*|[A-Z]\b)(?:\([a-z]+\))*)"
)
_DATE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b(?:,?\s+\d{{4}})?|\b(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    rf"|\b(?:{_MONTH})\s+\d{{4}}|\b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|\b\d{{4}}/\d{{2,4}}\b"
    rf"|(?<=[a-z]\s)(?:{_MONTH})\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)|\b\d{1,2}:\d{2}\b|(?i:\b(?:autumn|spring|summer)(?:\s+term)?(?:\s+(?:19|20)\d\d)?\b)"
    r"|(?i:\b(?:academic|school)\s+year\s+\d{4}(?:[/-]\d{2,4})?)|\b(?:19|20)\d\d\b"
)
_AGE = (
    rf"(?i:\b(?:aged?|ages|age\s+of)\s+{_N}(?:\s*(?:to|-|–|and|or)\s*{_N})?|\b{_N}[\s-]years?(?:[\s-]olds?|\s+of\s+age)"
    rf"|\b(?:under|over)[\s-](?:the\s+age\s+of\s+)?(?:1\d|[3-9]|2[0-5])s?\b(?![.,]?\d|\s*(?:%|per|{_UNIT}\b|characters|pupils|people))"
    r"|\b(?:years?|key\s+stages?|KS)\s*\d{1,2}(?:\s*(?:to|-|–|and)\s*\d{1,2})?\b)"
)
_PERIOD = (
    rf"(?i:\b(?:{_N}|a|an|each|every)(?:\s+or\s+{_N})?[\s-]{_KIND_OF_DAY}{_UNIT}\b"
    rf"|\b(?:the\s+)?(?:same|next|following)\s+{_KIND_OF_DAY}{_UNIT}\b|\bimmediate(?:ly)?\b|\bwithout\s+(?:undue\s+)?delay\b|\bpromptly\b|\bat\s+once\b|\bforthwith\b"
    r"|\bas\s+soon\s+as(?:\s+is)?(?:\s+reasonably)?\s+(?:possible|practicable)\b|\b(?:half-)?(?:annual|term|month|week|dai|quarter|fortnight)ly\b|\bannual\b"
    r"|\b(?:once|twice)\b)"
)
_NUMBER = rf"(?i:[£$€]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|m|k)\b)?|\b\d+(?:[.,]\d+)*\s?(?:%|per\s?cent\b)|\b(?:\d+(?:[.,]\d+)*|{_SPELT})(?:st|nd|rd|th)?\b)"
_FIGURE = re.compile(rf"\d+|\b(?:{_SPELT}|one)\b", re.IGNORECASE)
_UNIT_AFTER = re.compile(r"[\s-](?!(?:and|or|to|of|in|on|at|by|the|a|an|for|with|is|are|as|from|per)\b)([a-z]{3,}(?:\s(?:days|hours|points|words))?)")
_FACT = re.compile(
    rf"(?P<LAW>{_LAW})|(?P<REFERENCE>{_REFERENCE})|(?P<AGE>{_AGE})|(?P<DEADLINE>{_PERIOD})|(?P<DATE>{_DATE})|(?P<NUMBER>{_NUMBER})"
)

_PLAIN_WORD = re.compile(r"[\w'@£$€%-]+")
_ROLES = (
    r"(?:(?:full|local|whole)\s+)?governing\s+(?:body|board)|(?:co-)?chairs?\s+of\s+(?:the\s+)?(?:governors|trustees|governing\s+(?:body|board))|(?:parent\s+|staff\s+|link\s+|safeguarding\s+)?governors?"
    r"|(?:board\s+of\s+)?trustees|trust\s+board|(?:multi-)?academy\s+trust|trust|academy|(?:deputy|assistant|acting|executive)?\s*head\s?teachers?|(?:deputy|assistant|executive)\s+heads?|principal"
    r"|heads?\s+of\s+\w+|phase\s+leaders?|(?:senior\s+)?leadership\s+team|senior\s+leaders?|SLT|SMT|(?:deputy\s+)?designated\s+safeguarding\s+leads?|D?DSLs?|SENCOs?|SENDCOs?"
    r"|data\s+protection\s+(?:officer|lead)|DPO|(?:school\s+)?business\s+manager|bursar|school\s+office|office\s+(?:staff|team)|caretaker|site\s+manager|network\s+manager"
    r"|(?:class\s+|form\s+|head\s+)?teachers?|teaching\s+assistants?|line\s+managers?|members?\s+of\s+staff|cover\s+staff|staff|employees?|volunteers?|visitors?|contractors?"
    r"|parents?\s*(?:/|and|or)\s*carers?|parents?|carers?|guardians?|families|family|pupils?|students?|children|child|learners?|young\s+people"
    r"|local\s+authority|council|LADO|LA|police|Ofsted|DfE|Department\s+for\s+Education|Secretary\s+of\s+State|Information\s+Commissioner(?:'s\s+Office)?|ICO|social\s+services|children's\s+services|CEOP"
    r"|committee|panel|diocese|union|school\s+council|clerk"
)
_BODY = re.compile(
    rf"(?i:\b(?:{_ROLES})\b)|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev)\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


def _starts(*patterns: str) -> re.Pattern[str]:
    """What a word starts with that may be part of one of the patterns; it lets pass too much rather than too little."""
    plain = [re.sub(r"\[[A-Z]([a-z])\]", r"\1", re.sub(r"\w\?", "", pattern)) for pattern in patterns]
    found = {word.lower() for pattern in plain for word in re.findall(r"(?<!\\)[A-Za-z]{3,}|(?<=\\[sbd])[A-Za-z]{3,}", pattern)}
    return re.compile("|".join(sorted(found - _COMMON)))


_COMMON = frozenset(["and", "the", "for", "all", "any", "this", "from", "with", "our", "see", "that", "are", "has", "had"])
_HINTS = {
    "duties": _starts(*(pattern for pattern, _, _ in _DUTIES), _MODAL.pattern, _NOT.pattern, _CONDITION.pattern, "no", "have"),
    "facts": _starts(_LAW, _REFERENCE, _DATE, _AGE, _PERIOD, _NUMBER, "per", "million"),
    "bodies": _starts(_ROLES, "DSL", "LADO", "ICO", "SLT", "SMT", "DPO", "CEOP"),
}
_HAS_LAW = re.compile(r"\b(?:Act|Regulations|Order|Directive|Code|Bill|Convention)\b")


def touched(old: str, new: str) -> frozenset[str]:
    """Which sorts of terms (duties, facts, bodies) can differ between two texts, by the words that only one of them has."""
    a, b = Counter(_PLAIN_WORD.findall(old.lower())), Counter(_PLAIN_WORD.findall(new.lower()))
    only = [*(a - b), *(b - a)]
    if not only:
        return frozenset(_HINTS)  # the same words in another order
    found = {sort for sort, hint in _HINTS.items() if any(map(hint.match, only))}
    if any(word.isdecimal() or not word.isalpha() for word in only) or _HAS_LAW.search(old) or _HAS_LAW.search(new):
        found |= {"facts", "bodies"}
    return frozenset(found)


def duties(text: str) -> Iterator[Duty]:
    """The duties, permissions and prohibitions of `text`, in order. The month of May is none."""
    for hit in _DUTY.finditer(text):
        at = int(hit.lastgroup[1:]) if hit.lastgroup else 0
        if not _is_month(hit, text):
            yield Duty(" ".join(hit[0].lower().split()), _DUTIES[at][1], _DUTIES[at][2])


def modals(text: str) -> list[str]:
    """Every modal verb by itself."""
    return [hit[0].lower() for hit in _MODAL.finditer(text) if not _is_month(hit, text)]


def figures(text: str) -> list[str]:
    """Every number by itself, whether in figures or spelt."""
    return [_WORDS_FOR.get(found.lower(), found) for found in _FIGURE.findall(text)]


def _is_month(hit: re.Match[str], text: str) -> bool:
    """`May 2026`, `in May`, `31 May`: the month starts with a capital where no sentence does."""
    return hit[0] == "May" and bool(_FIGURE_AHEAD.match(text, hit.end()) or (hit.start() > 1 and (text[hit.start() - 2].isalnum() or text[hit.start() - 2] == ",")))


def negations(text: str) -> Iterator[str]:
    """Words that turn a meaning round, those of duties left out."""
    rest = _DUTY.sub(lambda hit: " " * len(hit[0]), text)
    return (hit[0].lower() for hit in _NOT.finditer(rest))


def conditions(text: str) -> Iterator[str]:
    return (" ".join(hit[0].lower().split()) for hit in _CONDITION.finditer(text))


def facts(text: str) -> Mapping[Matter, list[Term]]:
    """Laws, references, ages, periods, dates and numbers, each in order; every figure of `text` is in one of them at most."""
    found: dict[Matter, list[Term]] = {}
    for hit in _FACT.finditer(text):
        matter = Matter[str(hit.lastgroup)]
        found.setdefault(matter, []).append(_term(matter, hit, text))
    return found


def bodies(text: str) -> Iterator[Term]:
    """People and bodies, by role or by name."""
    for hit in _BODY.finditer(text):
        said = " ".join(hit[0].split())
        key = said.lower().replace("head teacher", "headteacher")
        yield Term(key.removesuffix("s"), said)


def _term(matter: Matter, hit: re.Match[str], text: str) -> Term:
    said = " ".join(hit[0].split())
    unit = ""
    if matter is Matter.DEADLINE and (parted := re.fullmatch(rf"((?:{_N}|a|an|each|every)(?:\s+or\s+{_N})?)[\s-](.+)", said, re.IGNORECASE)):
        said, unit = parted[1], parted[2]
    elif matter is Matter.NUMBER and said[0] not in "£$€" and said[-1] not in "%t" and (after := _UNIT_AFTER.match(text, hit.end())):
        unit = after[1]
    return Term(_key(said, unit), said, unit)


def _key(said: str, unit: str) -> str:
    """The same for `ten days` and `10 days`; the noun after a bare number does not count."""
    figure = _WORDS_FOR.get(said.lower(), said.lower())
    is_period = re.fullmatch(rf"{_KIND_OF_DAY}{_UNIT}", unit, re.IGNORECASE)
    return f"{figure} {unit.lower().removesuffix('s')}" if is_period else figure.replace("–", "-")
