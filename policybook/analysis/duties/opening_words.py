"""Read the words that open a list: what they make of its items.

Drivers have to                        each item is a duty of drivers
After a fight, the head of year:       each item says what the head of year does
If a child is hurt:                    each item is a sentence of its own
The aims of this policy are:           no item tells anybody to do it
Phones are banned, except:             no item is banned
The clerk moves a motion which:        no item binds the clerk
"""

import re
from dataclasses import dataclass

from policybook.analysis.duties import clause_reader
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.sentence import DutySentence, ReadingContext, SentenceDuty
from policybook.analysis.duties.sentence_reader import read_text
from policybook.analysis.duties.sentence_words import sentence_breaks
from policybook.analysis.duties.subject import common_name
from policybook.text import lexicon

_EXCEPT = re.compile(
    r"\b(?:except|unless|apart from|other than|save|exceptions?|not apply)"
    r"(?:\s+(?:for|to|where|when|if|in|are|is|the|following|cases|these|:))*\s*:?\s*$",
    re.IGNORECASE,
)
#: "A motion which:", "a form that:", "steps back if they:" say which thing is meant, or when.
_TELLS_WHICH = re.compile(
    r"\b(?:which|who|whose|(?:an?|any) (?:\w+ )?\w+ that"
    r"|\w.*\b(?:if|when|where|whether)(?: (?:they|you|it|he|she|we|i)"
    r"(?: (?:are|have|believe|feel|find|notice|see|suspect|think))?)?)$",
    re.IGNORECASE,
)
#: "Will be helped by:", "includes, but is not limited to:": the items are things or ways.
_TELLS_HOW = re.compile(
    r"\b(?:by|via|through|due to|because of|limited to|includ(?:es|ing)|particularly|like"
    r"|cases? of)(?: (?:the )?following)?$"
    r"|\b(?:such as|e\.g\.?|for (?:example|instance))"
    r"(?!.*\b(?:must|should|shall|will|may|can|needs?|(?:has|have|is|are) to)\b)[^.;]*$",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:aims?|seeks?|intends?|intended|hopes?)(?: is| are)? to$"
    r"|\b(?:aims?|objectives?|purposes?|goals?)\b[^.]* (?:is|are|include)(?: to)?$",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"\b(?:steps?|procedures?|process|protocol|as follows|following (?:rules|actions?|order|way)"
    r"|rules|in this (?:order|way)|do (?:this|these|the following))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:if|when|whenever|where|once|after|before|while|during|in the event|in an? |at the |on )",
    re.IGNORECASE,
)
#: Sections and lists that say what a policy is for, or what words mean.
NO_RULES = re.compile(
    r"\b(?:aims?|objectives?|purposes?|definitions?|glossary|rationale|signs|indicators|examples?"
    r"|vision|values|ethos|legislation|legal framework|statement of intent|what is|what are)\b",
    re.IGNORECASE,
)
#: How many words a label may have.
_LABEL = 4
#: How many words may follow the verb of words that only introduce: "must ensure:".
_FEW = 2
_MANY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What opens a list: the duty of its items, or who does what they say.

    `text` quotes it. `has_rules` says whether items are read as sentences of their own.
    `is_aim` says that they tell what a text is for: "the policy aims to".
    """

    text: str = ""
    duty: SentenceDuty | None = None
    reader: str = ""
    has_rules: bool = True
    is_list: bool = True
    is_aim: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether the items take something from these words."""
        return bool(self.duty or self.reader)


NOTHING = Opening(is_list=False)


def only_introduces(text: str, duty: SentenceDuty) -> bool:
    """Return whether the words after a verb are in the list below: "the headteacher must:"."""
    rest, plain = text[duty.end :].strip(), text.rstrip(":;-– ")
    if _TELLS_HOW.search(plain) or rest.endswith((".", "!", "?", ";")):
        return False
    opens = rest.endswith(":") and not (_STEPS.search(rest) or _opens_nothing(plain))
    return len(rest.split()) <= (_MANY if opens and not duty.is_plain else _FEW)


def _opens_nothing(text: str) -> bool:
    """Return whether no item says what somebody does: after "except", "if they", "through"."""
    return any(sign.search(text) for sign in (_EXCEPT, _TELLS_WHICH, _TELLS_HOW))


def read_opening(text: str, context: ReadingContext) -> Opening:
    """Return what `text` makes of the items of the list that it opens."""
    breaks = sentence_breaks(text)
    sentence = text[breaks[-1][1] if breaks else 0 :].strip()
    plain = sentence.replace("’", "'").rstrip(":;-– ")
    if _opens_nothing(plain):
        return Opening(text=sentence, has_rules=False)
    duty = next((duty for duty in reversed(read_text(text, context)) if duty.end), None)
    reader = read_subject(plain, context)
    # "Foster carers:" is no command.
    is_name = reader and duty and plain.lower().startswith(duty.verb)
    if duty and duty.text == sentence and not is_name:
        if only_introduces(text, duty) or (text.rstrip().endswith(":") and not duty.is_plain):
            return Opening(text=sentence, duty=duty)
        if plain.endswith(" to") and not duty.verb.endswith(" to"):
            return Opening(text=sentence, has_rules=False)  # "Applicants attend a course to:"
        if text.rstrip().endswith(":"):
            return Opening(text=sentence, reader=duty.who)
    if reader:
        return Opening(text=sentence, reader=reader)
    if _AIMS.search(plain):
        return Opening(text=sentence, has_rules=False, is_aim=True)
    has_rules = bool(_STEPS.search(plain) or _WHEN.match(plain)) or not text.rstrip().endswith(":")
    return Opening(text=sentence, has_rules=has_rules or _is_label(plain))


def _is_label(text: str) -> bool:
    """Return whether opening words only say where or to whom: "Also:", "At the gate:"."""
    words = [item.word for item in kinds.cut_words(text)]
    if not words or words[-1] in kinds.PREPOSITIONS or NO_RULES.search(text):
        return False
    return len(words) <= _LABEL and not any(
        kinds.is_finite(word) or lexicon.third_person(word) or lexicon.is_mostly_verb(word)
        for word in words
    )


def read_subject(text: str, context: ReadingContext) -> str:
    """Return the person at the end of words without a verb: "After a fight, the head of year"."""
    words = kinds.cut_words(text)
    if words and words[-1].word in ("we", "you"):
        return words[-1].word
    for clause in clause_reader.read_clauses(words, context.roles):
        if clause.verb == len(words) and clause.subject.is_actor:
            name = DutySentence(text, text, context.reader).name_group(clause.subject)
            return common_name(name) if name else ""
    return ""
