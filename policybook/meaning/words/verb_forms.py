"""Bring the forms of irregular verbs together: `sent` is a form of `send`.

    A copy is sent.  /  The office sends a copy.

Regular forms share a stem already (`stems`): `signed`, `signs`.
"""

import re
from collections import Counter

from policybook.meaning.words.stems import content_stems, stem

_ROWS = """
    bear bore borne; begin began begun; bind bound; break broke broken; bring brought;
    build built; buy bought; choose chose chosen; deal dealt; draw drew drawn;
    drive drove driven; feed fed; find found; forbid forbade forbidden; get got;
    give gave given; go went gone; hang hung; hear heard; hide hid hidden; hold held;
    keep kept; lay laid; lead led; leave left; lend lent; lose lost; make made; meet met;
    pay paid; ring rang rung; see saw seen; seek sought; sell sold; send sent; show shown;
    speak spoke spoken; spend spent; steal stole stolen; take took taken; teach taught;
    tell told; throw threw thrown; undertake undertook undertaken; withdraw withdrew withdrawn;
    withhold withheld; wear wore worn; write wrote written
"""
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_FIRST = {
    stem(form) or "": stem(row.split()[0]) or "" for row in _ROWS.split(";") for form in row.split()
}


def verb_stem(key: str) -> str:
    """Return the stem of a verb's first form for the stem of any of its forms.

    "Stopped" is a form of "stop", and "copied" of "copy".
    """
    return _FIRST.get(key) or undouble(key.removesuffix("i"))


def verb_stems(text: str) -> Counter[str]:
    """Return how often a text has each content word, whatever the form of its verbs."""
    return Counter(map(verb_stem, content_stems(text).elements()))


def undouble(key: str) -> str:
    """Return a stem without a doubled last letter: `stop` for `stopp`, and `cal` for `call`."""
    return _DOUBLED.sub(r"\1", key)
