"""Choose the picture beside a pupil's statement or heading.

A picture has a name, and words for people who cannot see it. It only hints at the words
beside it. `templates/policy/_pictures.html` draws the pictures.
"""

import re
from collections.abc import Collection
from functools import lru_cache

_ADULTS = r"teachers?|adults?|grown-ups?|staff|head ?teacher|parents?|carers?"
_ONLINE = r"social|online|internet|networks?|apps?|post(?:s|ed)?|share|message"
#: Name, what it shows, and the words that call for it. The first match counts.
_PICTURES = (
    ("off", "A switch that is off", r"switch(?:ed)? (?:it )?off|turn(?:ed)? (?:it )?off|turn off"),
    ("phone", "A phone", r"phones?|mobiles?|text(?:s|ed)?"),
    ("lock", "A closed lock", r"private|secret|passwords?|in confidence"),
    ("fake", "A mask", r"fakes?|pretend|false|made[- ]up"),
    ("camera", "A camera", r"pictures?|photos?|videos?|film(?:s|ed)?|record(?:s|ed|ings?)?"),
    ("computer", "A computer", r"computers?|laptops?|tablets?|blocks|filters?"),
    ("badge", "A name badge", r"accounts?|name|log ?in"),
    ("sad", "A sad face", r"bull(?:y|ies|ied|ying)|unkind|mean|hurt|upset|threats?|feels? wrong"),
    ("friends", "Two people", r"friends?"),
    ("cake", "A birthday cake", r"until you are \d+|under \d+|aged? \d+|years old"),
    ("shield", "A shield", r"protect|safe|look after"),
    ("clock", "A clock", r"as soon as|at once|on time|straight away|late"),
    ("adult", "A child and an adult", _ADULTS),
    ("chat", "Two speech bubbles", _ONLINE),
    ("school", "A school", r"school|class(?:room)?"),
)
_FORMS = tuple(
    (name, shows, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for name, shows, form in _PICTURES
)
_HEADINGS = (
    ("no", "A cross: do not", r"(?:you must )?(?:never|not\b|don['’]t|do not)"),
    ("tell", "A speech bubble: tell someone", r"tell|if something|if you|when something"),
    ("who", "A person", r"who|people"),
    ("yes", "A tick: do", r"you must|always|do\b|remember|you can|please|(?:our |the )?rules\b"),
)
_STARTS = tuple((name, shows, re.compile(form, re.IGNORECASE)) for name, shows, form in _HEADINGS)


@lru_cache(maxsize=1 << 10)
def statement_picture(text: str) -> tuple[str, str]:
    """Return the name of a statement's picture and what it shows; both are empty if none fits."""
    return next(((name, shows) for name, shows, form in _FORMS if form.search(text)), ("", ""))


def heading_picture(title: str) -> tuple[str, str]:
    """Return the name of a heading's sign and what it shows. The name sets the group's colour."""
    return next(
        ((name, shows) for name, shows, form in _STARTS if form.match(title.strip())),
        ("note", "A sign: good to know"),
    )


def belongs_on_slip(sign: str, signs: Collection[str]) -> bool:
    """Return whether a pupil signs for what is below a heading with this sign.

    The slip leaves out what is only good to know. If no heading of all the `signs` says what
    to do, nothing is left out.
    """
    return sign != "note" or "yes" not in signs
