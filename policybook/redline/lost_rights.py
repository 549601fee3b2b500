"""Say whether a removed rule gave somebody a right or a power.

    Any member may ask for a vote.                    The board reserves the right to refuse.

No label names these: they bind nobody. But whoever had the right has it no longer.
"""

import re

from policybook.meaning.sentences.reading import SentenceMeaning, complete, read

_VERBS = frozenset({"may", "reserves the right to", "reserve the right to"})
#: Nouns and forms by which a text gives a right without "may".
_GIVES = re.compile(
    r"\b(?:(?:is|are|be) (?:also )?entitled to|(?:has|have) the right to|is eligible (?:to|for)"
    r"|are eligible (?:to|for))\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:not|no|never|nor|neither|nobody)\b", re.IGNORECASE)
#: "There may be", "it may be that": what could happen.
_COULD = re.compile(r"(?:there|it|this|that|these|which) may\b", re.IGNORECASE)


def gives_right(text: str, lead: str = "") -> bool:
    """Return whether a rule surely gives a right or a power, and asks for nothing beside it.

    `lead` is the opening words before an item.
    """
    sentences = read(complete(lead, text))
    return any(map(_gives, sentences)) and not any(one.force or one.forbids for one in sentences)


def _gives(sentence: SentenceMeaning) -> bool:
    """Return whether one sentence gives a right."""
    if sentence.forbids or _COULD.search(sentence.text):
        return False
    if sentence.force == 0 and sentence.verb in _VERBS:
        return sentence.duty.agent or sentence.duty.deed != ""
    return bool(_GIVES.search(sentence.text)) and not _REFUSES.search(sentence.text)
