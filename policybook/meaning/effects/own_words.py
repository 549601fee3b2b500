"""Let a weight quote only words of its text.

There is no need to sign.  →  Visitors must sign.    ‘there is no need to’ became ‘must’

Sentences are read in a plain form, which says "need not" there.
"""

import re
from dataclasses import replace

from policybook.meaning.sentences.plain_forms import find_idiom
from policybook.meaning.types import QUOTED, Direction, Weight


def as_written(weight: Weight, old: str, new: str) -> Weight:
    """Return the weight with the words as its texts have them; without words if they have none."""
    if weight.matter not in QUOTED:
        return weight
    was, now = _find(weight.old, old), _find(weight.new, new)
    if bool(was) != bool(weight.old) or bool(now) != bool(weight.new):
        return Weight(matter=weight.matter, direction=Direction.WORDED)
    return replace(weight, old=was, new=now)


def _find(quoted: str, text: str) -> str:
    """Return the quoted words, or those that the text has for them, or nothing."""
    low = " ".join(text.lower().split())
    if all(part.strip().lower() in low for part in quoted.split("…")):
        return quoted
    # "Don't have to" is read as "do not have to".
    short = re.sub(r"\b(is|are|do|does|has|have) not\b", r"\1n't", quoted)
    return short if short in low else find_idiom(quoted, low)
