"""Read a month and a year in words, in either order: "Jan 2027", "2026 September"."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = (
    r"(?<![A-Za-z])(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])"
)
_NAMED_MONTH = re.compile(rf"{_WORD}[\s_,.-]*(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<year>20\d\d)[\s_,.-]*{_WORD}", re.IGNORECASE)


def read_month(words: str) -> str:
    """Return the first month in words as `2027-01`; empty if there is none."""
    hit = _NAMED_MONTH.search(words) or _YEAR_FIRST.search(words)
    if not hit:
        return ""
    return f"{hit['year']}-{_MONTHS.index(hit['month'][:3].lower()) + 1:02}"
