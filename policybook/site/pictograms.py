"""A pupil's statement or heading -> the picture that stands before it: a name and words for those who cannot see it.

Pictures are hints to the words beside them and say nothing that the words do not. They are drawn in `templates/policy/_pictures.html`.
"""

import re
from functools import lru_cache

#: (name, what it shows, the words that call for it); the first that fits is taken.
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
    ("adult", "A child and an adult", r"teachers?|adults?|grown-ups?|staff|head ?teacher|parents?|carers?"),
    ("chat", "Two speech bubbles", r"social|online|internet|networks?|apps?|post(?:s|ed)?|share|message"),
    ("school", "A school", r"school|class(?:room)?"),
)  # fmt: skip
_FORMS = tuple(
    (name, shows, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for name, shows, form in _PICTURES
)
_HEADINGS = (
    ("no", "A cross: do not", r"(?:you must )?(?:never|not\b|don['’]t|do not)"),
    ("tell", "A speech bubble: tell someone", r"tell|if something|if you|when something"),
    ("who", "A person", r"who|people"),
    ("yes", "A tick: do", r"you must|always|do\b|remember|you can|please"),
)
_STARTS = tuple((name, shows, re.compile(form, re.IGNORECASE)) for name, shows, form in _HEADINGS)


@lru_cache(maxsize=1 << 10)
def statement_picture(text: str) -> tuple[str, str]:
    """The picture for a statement, and what it shows; no name where none fits. Versions share statements."""
    return next(((name, shows) for name, shows, form in _FORMS if form.search(text)), ("", ""))


def heading_picture(title: str) -> tuple[str, str]:
    """The sign for a heading, which gives its group a colour too, and what it shows."""
    return next(
        ((name, shows) for name, shows, form in _STARTS if form.match(title.strip())),
        ("note", "A sign: good to know"),
    )
