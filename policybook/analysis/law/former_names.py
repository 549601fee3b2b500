"""Tell whether the words beside an old name say that it is of the past.

A text may say so before the name ("formerly Twitter"), after it ("the CRB, now part of
the DBS"), in a list ("replaced the Acts of 1995 and 1998"), by a time ("until 2014 pupils
had …") or by today's name ("X/Twitter", "child-on-child, also called peer-on-peer abuse").
"""

import re
from functools import lru_cache

from policybook.text import phrases

_THE = r"(?:\s*\(?(?:the|what was|both|an?|our|its)\b)*\s*[“\"'‘(]?$"
_REPLACING = (
    r"(?:replac(?:e|es|ed|ing)|repeal(?:s|ed|ing)?|supersed(?:e|es|ed|ing)|revok(?:e|es|ed|ing)"
    r"|succeed(?:s|ed|ing)?|(?:take|takes|took|taken|taking) (?:the place of|over from)"
    r"|in place of|instead of|success(?:or|ors) (?:to|of)|no longer)"
)
#: What stands directly before a name of the past.
_BEFORE = re.compile(
    r"(?:\b(?:formerly|previously|former|old|once|originally|ex|used to be|(?:was|were|once"
    r"|originally|then|previously|formerly) (?:known as|called|named)"
    rf"|{_REPLACING}|replac\w+ the \w+ (?:\w+ )?under|until (?:\w+ )?\d{{4}},?)|\bex-)" + _THE,
    re.IGNORECASE,
)
#: What stands earlier in the sentence before several names of the past.
_EARLIER = re.compile(
    rf"\b(?:{_REPLACING}|(?:former|previous|earlier|older|repealed|historic(?:al)?|past)\s+\w+"
    r"(?:\s+\w+)?,?\s+(?:such as|like|including))\b(?P<names>[^.;:!?]{0,200})$",
    re.IGNORECASE,
)
#: Between a verb of replacing and a name, these words start another statement.
_OTHER_STATEMENT = re.compile(
    r"\b(?:must|shall|should|will|may|can|is|are|was|has|have|had|we|staff|follows?|under"
    r"|apply|applies|compl(?:y|ies)|with|by)\b",
    re.IGNORECASE,
)
#: What stands after a name of the past.
_AFTER = re.compile(
    r"[”\"'’)]*(?:\s*\([^)]{0,20}\))?(?:\s+checks?|\s+disclosures?)?\s*[,(–—-]*\s*(?:"
    r"(?:(?:which|that|and|it)\s+)?(?:(?:is|are|was|were|has|have|had)\s+)?(?:(?:now"
    r"|since|later|then)\s+)?(?:been\s+)?(?:now\s+)?(?:the law\s+)?"
    r"(?:renamed|replaced|repealed|superseded|revoked|abolished|closed|withdrawn|merged into"
    r"|passed to|became|become|ceased|no longer|until\s+(?:\w+\s+)?\d{4})\b"
    r"|(?:which|that)\b[^.;]{0,60}\b(?:replaced|repealed|superseded)\b"
    r"|in the past\b|used to\b)",
    re.IGNORECASE,
)
_TIME = (
    r"(?:(?:until|before|prior to|up to|in|from|between) (?:[a-z]+ )?(?:19|20)\d\d\b"
    r"|in the past|formerly|previously|historically)"
)
_DID = r"\b(?:was|were|had|did|made|paid|gave|ran|took|held|sent|went|\w{2,}(?<!e)ed)\b"
#: A sentence of the past, NUL for the name: "In 2006 pupils had NUL", "opened in 2006 with NUL".
_TOLD = re.compile(
    rf"^\W*{_TIME}.*{_DID}|(?:{_DID}.*\0|\0 (?:\w+ly )?{_DID}).*\b{_TIME}|{_DID}.*\b{_TIME}.*\0"
    r"|\b(?:old|older|earlier|past) (?:letters|records|files|forms|reports|documents)\b.*\0"
    r"|\b(?:records|files|reports) made under (?:the )?\0 are (?:kept|destroyed|archived)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:must|shall|should|will|can|is|are(?! kept| destroyed| archived)|has|have|polic(?:y|ies)"
    r"|appl(?:y|ies)|compl(?:y|ies)|(?:follow|need|hold|meet|keep|use|give|require|train|set)s?)\b"
)
_ALSO_CALLED = re.compile(
    r"\b(?:also|sometimes|often|previously|formerly|once|still|until recently)\s+"
    r"(?:be\s+)?(?:known as|called|referred to as|named)" + _THE,
    re.IGNORECASE,
)


def is_past(text: str, start: int, end: int, known_as: tuple[str, ...]) -> bool:
    """Return whether the words beside `text[start:end]` say that it is a former name.

    `known_as` are names of what holds now.
    """
    before, after = text[max(0, start - 260) : start], text[end : end + 120]
    near = before[-80:]
    told = f"{re.split('[.;:!?]', before)[-1]}\0{re.split('[.,;:!?]| and ', after)[0]}"
    is_told = _TOLD.search(told) and not _STILL.search(told)
    if is_told or _BEFORE.search(near) or _AFTER.match(after) or _is_in_list(before):
        return True
    beside = f"{near} {after}".lower().replace("-", " ")
    if not any(phrases.longest_word(name) in beside for name in known_as):
        return False
    return bool(
        _ALSO_CALLED.search(near)
        or _current_name_pattern(known_as, False).search(near)
        or _current_name_pattern(known_as, True).match(after)
    )


def _is_in_list(before: str) -> bool:
    """Return whether a verb of replacing governs the name as one of several."""
    earlier = _EARLIER.search(before)
    return bool(earlier and not _OTHER_STATEMENT.search(earlier["names"]))


@lru_cache(maxsize=512)
def _current_name_pattern(known_as: tuple[str, ...], after: bool) -> re.Pattern[str]:
    """Return a pattern for today's name beside the old one.

    Before it: "X/Twitter", "X (Twitter)". After it: "Twitter (X)", "Twitter, now X".
    """
    names = "|".join(phrases.compile_phrase(name).pattern for name in known_as)
    if not after:
        return re.compile(rf"(?i:{names})[”\"'’]?(?:\s+\w+)?\s*[/(]\s*(?:the\s+)?[“\"'‘]?$")
    return re.compile(
        r"[”\"'’]?(?:\s*\([^)]{0,20}\))?\s*(?:[/(]\s*(?:now\s+)?|[,(–—-]*\s*(?:(?:which"
        r"|that)\s+)?(?:(?:is|are)\s+)?(?:now|today)\s+)"
        rf"(?:(?:called|known as|named|part of)\s+)?(?:the\s+)?[“\"'‘]?(?i:{names})"
    )
