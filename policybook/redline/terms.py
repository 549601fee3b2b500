"""A text -> what it speaks of, in order: duties, periods, dates, ages, numbers, laws, people. Knows no changes.

English as UK schools write it. Each pattern stands beside what it is for; `weight` says what follows from a
difference.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policybook.redline.changes import Matter


class Duty(NamedTuple):
    """A modal verb or what stands for one.

    `force` is 4 for must, 3 for will, 2 for should, 1 for encouraged, 0 for may; `bars` says that it forbids.
    """

    said: str
    force: int
    bars: bool


class Term(NamedTuple):
    """A number with its unit, a date, a law, a person.

    `key` is what is compared; `value` and `unit` are what is said.
    """

    key: str
    value: str
    unit: str = ""

    @property
    def said(self) -> str:
        return f"{self.value} {self.unit}" if self.unit else self.value


_BE = r"(?:is|are|be|was|were|being|been)"
# Strongest first, longer before shorter: the first that fits at a place is taken.
_DUTIES: tuple[tuple[str, int, bool], ...] = (
    (
        rf"need not|(?:do|does) not (?:need|have) to|{_BE} not (?:required|obliged|expected|bound) to"
        r"|no longer (?:need|have|has) to",
        0,
        False,
    ),
    (r"under no circumstances|(?:must|shall|may|can) (?:not|never)|cannot|can't|mustn't|shan't|mayn't", 4, True),
    (rf"(?:{_BE} )?(?:not|never|no longer) (?:\w+ly )?(?:allowed|permitted|authorised|acceptable)", 4, True),
    (rf"(?:{_BE} )?(?:strictly )?(?:prohibited|forbidden|banned|barred)", 4, True),
    (r"(?:will|would) (?:not|never)|won't|wouldn't", 3, True),
    (r"(?:should|ought) (?:not|never)(?: to)?|shouldn't|oughtn't(?: to)?", 2, True),
    (r"could not|couldn't|might not", 1, True),
    (r"(?:(?:^|(?<=[.;:!?] )|(?<=please ))(?:do not|don't))|never", 4, True),  # "if they do not reply" forbids nothing
    (
        rf"must|shall|(?:{_BE} )?(?:required|obliged|bound) to|(?:has|have|had) to|needs? to|mandatory|compulsory",
        4,
        False,
    ),
    (r"will|would", 3, False),
    (rf"should|ought to|(?:{_BE} )?expected to|good practice to", 2, False),
    (rf"(?:{_BE} )?(?:encouraged|advised|recommended|asked|invited)(?: to)?", 1, False),
    (rf"may|can|could|might|(?:{_BE} )?(?:able|free) to|(?:{_BE} )?(?:allowed|permitted)(?: to)?|optional", 0, False),
)
_DUTY = re.compile(r"\b(?:" + "|".join(f"(?P<d{at}>{pattern})" for at, (pattern, _, _) in enumerate(_DUTIES)) + r")\b")

_MODAL = re.compile(r"\b(?:must|shall|will|would|should|ought|may|can|cannot|could|might|\w+n't)\b")
_PLAIN_WORD = re.compile(r"[\w'@£$€%-]+")
_FIGURE_AHEAD = re.compile(r"\s+\d")
_NOT = re.compile(r"\b(?:not|no|nor|neither|never|none|nobody|nothing|\w+n't)\b")
_CONDITION = re.compile(
    r"\b(?:unless|except(?: for| where| when| in)?|provided that|only if|only when|subject to|"
    r"(?:where(?:ver)?|when(?:ever)?|if|as far as|so far as)(?: it is| this is)?(?: reasonably)?"
    r" (?:possible|practicable|practical|appropriate|necessary)|"
    r"reasonable|reasonably)\b"
)

_UP_TO_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
""".split()  # noqa: SIM905
_WORDS_FOR = {word: str(number) for number, word in enumerate(_UP_TO_TWENTY)}
_WORDS_FOR |= {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}
_WORDS_FOR |= {"a": "1", "an": "1", "each": "1", "every": "1"}  # a week, every term
_SPELT = "|".join(
    w for w in sorted(_WORDS_FOR, key=len, reverse=True) if len(w) > 2 and w not in ("each", "every", "one")
)
_N = rf"(?:\d+(?:[.,]\d+)*|{_SPELT}|one)"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|half[- ]term|term|year)s?"
_KIND_OF_DAY = r"(?:(?:school|working|calendar|clear|full|academic|consecutive|business|term-time)\s+)?"

_LAW = (
    r"(?!(?:Under|The|In|See|By|And|All|Any|This|Our|For|From|As|With|If|Of|To|Every|Each)\b)"
    r"(?:(?:[Ss]ections?|[Ss]chedules?|[Aa]rticles?|[Rr]egulations?)\s+\d+\w*(?:\(\w+\))*\s+(?:of|to)\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w'’-]*,?\s+(?:(?:and|of|the|for|in|to|on|etc\.?)\s+|\([^)]{0,60}\)\s+){0,4}){1,9}?"
    r"(?:Act|Regulations|Order|Directive|Code\s+of\s+Practice|Bill|Convention)\b(?:\s+\(?(?:19|20)\d\d\)?)?"
    r"|(?:UK\s+|EU\s+)?GDPR(?:\s+(?:19|20)\d\d)?|General\s+Data\s+Protection\s+Regulation"
    r"|(?:Keeping\s+[Cc]hildren\s+[Ss]afe\s+in\s+[Ee]ducation|KCSIE|Working\s+[Tt]ogether\s+to\s+[Ss]afeguard\s+[Cc]hildren|Prevent\s+[Dd]uty(?:\s+[Gg]uidance)?)"
    r"(?:,?\s+\(?(?:19|20)\d\d\)?)?|[Aa]rticles?\s+\d+|[Ss]tatutory\s+guidance"
)
_REFERENCE = (
    r"(?:sections?|clauses?|paragraphs?|rules?|parts?|chapters?|appendix|appendices|annex|schedule|figure|table|page|see)\s+"
    r"(?:\d+(?:\.\d+)*|(?<!see\s)[a-z]\b)(?:\([a-z]+\))*"
)
_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b(?:,?\s+\d{{4}})?|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    rf"|(?:{_MONTH})\s+\d{{4}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?\b|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|\d{{4}}/\d{{2,4}}\b"
    rf"|(?<=[a-z]\s)(?:{_MONTH})\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\d{1,2}(?:[:.]\d{2})?\s*[ap](?:m\b|\.m\.)|\d{1,2}:\d{2}\b|(?:autumn|spring|summer)(?:\s+term)?(?:\s+(?:19|20)\d\d)?\b"
    r"|(?:academic|school)\s+year\s+\d{4}(?:[/-]\d{2,4})?|(?:19|20)\d\d\b"
)
_AGE = (
    rf"(?:aged?|ages|age\s+of)\s+{_N}(?:\s*(?:to|-|–|and|or)\s*{_N})?|{_N}[\s-]years?(?:[\s-]olds?|\s+of\s+age)"
    rf"|(?:under|over)[\s-](?:the\s+age\s+of\s+)?(?:1\d|[3-9]|2[0-5])s?\b(?![.,]?\d|\s*(?:%|per|{_UNIT}\b|characters|pupils|people))"
    r"|(?:years?|key\s+stages?|ks)\s*\d{1,2}(?:\s*(?:to|-|–|and)\s*\d{1,2})?\b"
)
_PERIOD = (
    rf"(?:{_N}|a|an|each|every)(?:\s+or\s+{_N})?[\s-]{_KIND_OF_DAY}{_UNIT}\b"
    rf"|(?:the\s+)?(?:same|next|following)\s+{_KIND_OF_DAY}{_UNIT}\b|immediate(?:ly)?\b|without\s+(?:undue\s+)?delay\b|promptly\b|at\s+once\b|forthwith\b"
    r"|as\s+soon\s+as(?:\s+is)?(?:\s+reasonably)?\s+(?:possible|practicable)\b|(?:half-)?(?:annual|term|month|week|dai|quarter|fortnight)ly\b|annual\b"
    r"|(?:once|twice)\b"
)
_NUMBER = (
    r"[£$€]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|m|k)\b)?|\d+(?:[.,]\d+)*\s?(?:%|per\s?cent\b)"
    rf"|(?:\d+(?:[.,]\d+)*|{_SPELT})(?:st|nd|rd|th)?\b"
)
_FIGURE = re.compile(rf"\d+|\b(?:{_SPELT}|one)\b", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"[\s-](?!(?:and|or|to|of|in|on|at|by|the|a|an|for|with|is|are|as|from|per)\b)([a-z]{3,}(?:\s(?:days|hours|points|words))?)"
)
_FACT = re.compile(
    rf"(?<!\w)(?:(?P<REFERENCE>{_REFERENCE})|(?P<AGE>{_AGE})|(?P<DEADLINE>{_PERIOD})|(?P<DATE>{_DATE})|(?P<NUMBER>{_NUMBER}))"
)
_QUANTITY = re.compile(rf"((?:{_N}|a|an|each|every)(?:\s+or\s+{_N})?)[\s-](.+)", re.IGNORECASE)
_IS_PERIOD = re.compile(rf"{_KIND_OF_DAY}{_UNIT}")
_IS_LAW = re.compile(rf"\b(?:{_LAW})")
_HAS_LAW = re.compile(
    r"\b(?:Act|Regulations?|Order|Directive|Code|Bill|Convention|GDPR|KCSIE|Keeping|Working|Prevent|[Aa]rticles?|[Ss]tatutory|General)\b"
)

_ROLES = (
    r"(?:(?:full|local|whole)\s+)?governing\s+(?:body|board)|(?:co-)?chairs?\s+of\s+(?:the\s+)?(?:governors|trustees|governing\s+(?:body|board))|(?:parent\s+|staff\s+|link\s+|safeguarding\s+)?governors?"
    r"|(?:board\s+of\s+)?trustees|trust\s+board|(?:multi-)?academy\s+trust|trust|academy|(?:deputy|assistant|acting|executive)?\s*head\s?teachers?|(?:deputy|assistant|executive)\s+heads?|principal"
    r"|heads?\s+of\s+\w+|phase\s+leaders?|(?:senior\s+)?leadership\s+team|senior\s+leaders?|slt|smt|(?:deputy\s+)?designated\s+safeguarding\s+leads?|d?dsls?|sencos?|sendcos?"
    r"|data\s+protection\s+(?:officer|lead)|dpo|(?:school\s+)?business\s+manager|bursar|school\s+office|office\s+(?:staff|team)|caretaker|site\s+manager|network\s+manager"
    r"|(?:class\s+|form\s+|head\s+)?teachers?|teaching\s+assistants?|line\s+managers?|members?\s+of\s+staff|cover\s+staff|staff|employees?|volunteers?|visitors?|contractors?"
    r"|parents?\s*(?:/|and|or)\s*carers?|parents?|carers?|guardians?|families|family|pupils?|students?|children|child|learners?|young\s+people"
    r"|local\s+authority|council|lado|la|police|ofsted|dfe|department\s+for\s+education|secretary\s+of\s+state|information\s+commissioner(?:'s\s+office)?|ico|social\s+services|children's\s+services|ceop"
    r"|committee|panel|diocese|union|school\s+council|clerk"
)
_ROLE = re.compile(rf"\b(?:{_ROLES})\b")
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev)\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)


def _starts(*patterns: str) -> re.Pattern[str]:
    """What a word starts with that may be part of one of the patterns; it lets pass too much rather than too little."""
    plain = [re.sub(r"\[[A-Z]([a-z])\]", r"\1", re.sub(r"\w\?", "", pattern)) for pattern in patterns]
    found = {
        word.lower()
        for pattern in plain
        for word in re.findall(r"(?<!\\)[A-Za-z]{3,}|(?<=\\[sbd])[A-Za-z]{3,}", pattern)
    }
    return re.compile("|".join(sorted(found - _COMMON)))


_NEVER_A_TERM = frozenset(
    ["in", "on", "at", "by", "or", "as", "it", "we", "us", "he", "so", "if", "my", "me", "do", "go"]
)
_COMMON = frozenset(
    ["and", "the", "for", "all", "any", "this", "from", "with", "our", "see", "that", "are", "has", "had"]
)
_HINTS = {
    "duties": _starts(
        *(pattern for pattern, _, _ in _DUTIES), _MODAL.pattern, _NOT.pattern, _CONDITION.pattern, "no", "have"
    ),
    "facts": _starts(_LAW, _REFERENCE, _DATE, _AGE, _PERIOD, _NUMBER, "per", "million"),
    "bodies": _starts(_ROLES, "DSL", "LADO", "ICO", "SLT", "SMT", "DPO", "CEOP"),
}


def touched(old: str, new: str) -> frozenset[str]:
    """Which sorts of terms (duties, facts, bodies) can differ between two texts: by the words that only one has."""
    a, b = Counter(_PLAIN_WORD.findall(old.lower())), Counter(_PLAIN_WORD.findall(new.lower()))
    only = [*(a - b), *(b - a)]
    if not only:
        return frozenset(_HINTS)  # the same words in another order
    if any(len(word) < 3 and word not in _NEVER_A_TERM for word in only):
        return frozenset(_HINTS)
    found = {sort for sort, hint in _HINTS.items() if any(map(hint.match, only))}
    if not all(map(str.isalpha, only)) or _HAS_LAW.search(old) or _HAS_LAW.search(new):
        found.add("facts")
    if not all(map(str.isalpha, only)) or _NAME.search(old) or _NAME.search(new):
        found.add("bodies")
    return frozenset(found)


def duties(text: str) -> Iterator[Duty]:
    """The duties, permissions and prohibitions of `text`, in order. The month of May is none."""
    for hit in _DUTY.finditer(_low(text)):
        at = int(hit.lastgroup[1:]) if hit.lastgroup else 0
        if not _is_month(hit, text):
            yield Duty(" ".join(hit[0].split()), _DUTIES[at][1], _DUTIES[at][2])


def modals(text: str) -> list[str]:
    """Every modal verb by itself."""
    return [hit[0] for hit in _MODAL.finditer(_low(text)) if not _is_month(hit, text)]


def figures(text: str) -> list[str]:
    """Every number by itself, whether in figures or spelt."""
    return [_WORDS_FOR.get(found.lower(), found) for found in _FIGURE.findall(text)]


def _low(text: str) -> str:
    """`text` in small letters, each where it was."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _is_month(hit: re.Match[str], text: str) -> bool:
    """`May 2026`, `in May`, `31 May`: the month starts with a capital where no sentence does."""
    start, end = hit.span()
    if text[start:end] != "May":
        return False
    return bool(_FIGURE_AHEAD.match(text, end)) or (start > 1 and (text[start - 2].isalnum() or text[start - 2] == ","))


def negations(text: str) -> Iterator[str]:
    """Words that turn a meaning round, those of duties left out."""
    rest = _DUTY.sub(lambda hit: " " * len(hit[0]), _low(text))
    return (hit[0] for hit in _NOT.finditer(rest))


def conditions(text: str) -> Iterator[str]:
    return (" ".join(hit[0].split()) for hit in _CONDITION.finditer(_low(text)))


def facts(text: str) -> Mapping[Matter, list[Term]]:
    """Laws, references, ages, periods, dates and numbers, each in order; every figure is in one of them at most."""
    found: dict[Matter, list[Term]] = {}
    low = _low(text)
    if _HAS_LAW.search(text):
        for hit in _IS_LAW.finditer(text):
            said = " ".join(hit[0].split())
            found.setdefault(Matter.LAW, []).append(Term(said.lower(), said))
            low = low[: hit.start()] + " " * len(hit[0]) + low[hit.end() :]
    for hit in _FACT.finditer(low):
        matter = Matter[str(hit.lastgroup)]
        if not _is_mistaken(matter, hit, text):
            found.setdefault(matter, []).append(_term(matter, hit, text))
    return found


def _is_mistaken(matter: Matter, hit: re.Match[str], text: str) -> bool:
    """`staff may`, `part a`: a month and an appendix have a capital."""
    if matter is Matter.DATE:
        return hit[0] in ("may", "march") and text[hit.start()].islower()
    return matter is Matter.REFERENCE and hit[0][-2:-1] == " " and text[hit.end() - 1].islower()


def bodies(text: str) -> Iterator[Term]:
    """People and bodies, by role or by name."""
    found = [(hit.start(), hit.end()) for hit in (*_ROLE.finditer(_low(text)), *_NAME.finditer(text))]
    for start, end in sorted(found):
        said = " ".join(text[start:end].split())
        yield Term(said.lower().replace("head teacher", "headteacher").removesuffix("s"), said)


def _term(matter: Matter, hit: re.Match[str], text: str) -> Term:
    said, unit = " ".join(text[hit.start() : hit.end()].split()), ""
    if matter is Matter.DEADLINE and (parted := _QUANTITY.fullmatch(said)):
        said, unit = parted[1], parted[2]
    elif (
        matter is Matter.NUMBER
        and said[0] not in "£$€"
        and said[-1] not in "%t"
        and (after := _UNIT_AFTER.match(text, hit.end()))
    ):
        unit = after[1]
    return Term(_key(said.lower(), unit.lower()), said, unit)


def _key(said: str, unit: str) -> str:
    """The same for `ten days` and `10 days`; the noun after a bare number does not count."""
    figure = _WORDS_FOR.get(said, said)
    return f"{figure} {unit.removesuffix('s')}" if _IS_PERIOD.fullmatch(unit) else figure.replace("–", "-")
