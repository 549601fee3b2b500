"""Find the readers of summaries on whom a clause puts a duty: pupils, parents.

The result is a hint for the author, not a proof. Only a duty with "must", "should" or the
like counts: "Pupils must be taught" binds the school, and "Pupil phones must be handed in"
asks something of pupils.
"""

import re
from functools import lru_cache

from policybook.analysis.duties.sentence import ReadingContext
from policybook.analysis.duties.sentence_reader import read_text
from policybook.analysis.duties.verb_kinds import DutyKind
from policybook.model import Reader

#: A text without any of these names neither: a quick look.
_STEMS = ("pupil", "child", "student", "learner", "parent", "carer", "famil", "guardian")
_WHO = {
    Reader.PARENTS: re.compile(r"\b(?:parents?|carers?|famil(?:y|ies)|guardians?)$"),
    Reader.PUPILS: re.compile(r"\b(?:pupils?|children|child|students?|learners?)$"),
}
#: Whose things these are: "All pupil mobile phones must be handed in".
_THINGS = re.compile(r"(?:all |any |every |each )?(pupil|student|parent|family) (?!must|should)\w+")
_FREE = frozenset({DutyKind.MAY, DutyKind.NEED_NOT})


@lru_cache(maxsize=1 << 12)
def bound_readers(text: str) -> frozenset[Reader]:
    """Return the readers on whom a sentence of `text` puts a duty or a prohibition."""
    low = text.casefold()
    if not any(stem in low for stem in _STEMS):
        return frozenset()
    readers = set()
    for duty in read_text(text, ReadingContext(school="the school")):
        if duty.kind in _FREE or duty.is_plain:
            continue
        things = None if duty.who else _THINGS.match(duty.text.casefold())
        names = re.split(r", | and | or ", things[1] if things else duty.who)
        readers |= {who for who, form in _WHO.items() if any(map(form.search, names))}
    return frozenset(readers)
