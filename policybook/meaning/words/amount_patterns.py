"""Patterns for amounts of several parts, each of which is one figure. Text is in small letters.

ratios              1:4, one to eight after "ratio", 1 in 5, two out of three
fractions           ¾, 1½, 2/3, two thirds of
days of a month     24/12–02/01, on 7/1
times               8.45 am, 08:45, 12 noon, at 8.45
measures            5 mg, 8 °C, 2 metres
signs               −£5, +5
"""

import re

from policybook.meaning.words.number_words import SPELT, N

#: One character that is a fraction.
PARTS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SHARE = r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)"
_NO_TIME = r"(?!\s+(?:\w+\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|terms?|years?)\b)"
AFTER_RATIO = r"(?:(?<=ratio of )|(?<=ratio is )|(?<=ratio at )|(?<=ratio )|(?<=ratios of ))"
#: "A ratio of one to eight".
SPELT_RATIO = rf"{AFTER_RATIO}{N}\s+(?:adults?\s+)?to\s+(?:every\s+)?{N}\b"
ONE_TO_ONE = r"(?:one|1)-to-(?:one|two|three|four|\d)\b|(?:one|1)\sto\s(?:one|1)\b"
SHARE_OF_MANY = (
    rf"(?:1|one)\s+in\s+(?:every\s+)?(?:\d{{1,3}}|{SPELT})\b(?![.,:/]\d){_NO_TIME}"
    rf"|{N}\s+out\s+of\s+(?:every\s+)?{N}\b{_NO_TIME}"
)
RATIO = rf"\d{{1,3}}(?::|\s:\s)\d{{1,4}}(?![\w:])|{ONE_TO_ONE}|{SPELT_RATIO}|{SHARE_OF_MANY}"
FRACTION = (
    rf"(?:\d{{1,2}}\s)?\d{{1,2}}/\d{{1,2}}(?![/\d])|(?:\d+\s?)?[{PARTS}](?!\w)"
    rf"|(?:{N}|an?)[\s-]{SHARE}(?=\s+(?:of|majority)\b)"
    rf"|half(?=\s+(?:of|the|their|its)\s+(?!term\b))"
)
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_SURE_DAY = rf"(?:0[1-9]/{_MONTH}|{_DAY}/0[1-9]|(?!24/7\b)(?:1[3-9]|2\d|3[01])/{_MONTH})(?![/\d])"
_UNTIL = r"(?:\s?[-–]\s?|\s(?:to|until)\s)"
#: Days without a year: a zero in front, or a day above 12, tells them from fractions.
DAYS = (
    rf"{_SURE_DAY}(?:{_UNTIL}{_DAY}/{_MONTH}(?![/\d]))?"
    rf"|{_DAY}/{_MONTH}{_UNTIL}{_SURE_DAY}"
    rf"|(?:(?<=\son\s)|(?<=\suntil\s)|(?<=\ssince\s)){_DAY}/{_MONTH}(?![/\d])"
)
_WHOLE_UNIT = (
    r"(?:(?:milli|kilo)?grams?|kilos?|[mk]g|ml|[ckm]m|(?:milli|centi)?lit(?:re|er)s?"
    r"|(?:milli|centi|kilo)?met(?:re|er)s?|miles?|feet|foot|yards?|inch(?:es)?|pence"
    r"|degrees?(?:\s(?:celsius|centigrade|fahrenheit))?)(?!\w)"
)
MEASURE = (
    rf"(?:{_WHOLE_UNIT}|(?:[mk]?g|mcg|[µμ]g|m?l|cl|[cmk]?m|lbs?|oz|ft|[kmgt]b|kwh?|mph|p"
    r"|°\s?[cf]\b|°)(?!\w))"
)
_DIGITS = r"\d+(?:[.,]\d+)*"
#: The number and the unit are groups.
QUANTITY = rf"(?:({_DIGITS})[\s-]?({MEASURE})|({N})[\s-]({_WHOLE_UNIT}))"
MEASURED = rf"(?:{_DIGITS}[\s-]?{MEASURE}|{N}[\s-]{_WHOLE_UNIT})"
#: After these, 8.45 is a time.
AT = (
    r"(?:(?<=\bat\s)|(?<=\buntil\s)|(?<=\btill\s)|(?<=\bbefore\s)|(?<=\bbetween\s)"
    r"|(?<=\bfrom\s)(?=\d{1,2}\.\d\d(?:\s?[-–]\s?|\sto\s|\suntil\s)\d{1,2}\.\d\d(?!\d))"
    r"|(?<=[:.]\d\d\sto\s)|(?<=[:.]\d\d\sand\s))"
)
TIME = (
    r"(?:12(?:[:.]00)?\s*)?(?:noon|midnight)\b"
    r"|\d{1,2}(?:[:.]\d{2})?\s*[ap](?:m\b|\.m\.)|\d{1,2}:\d{2}\b(?!:)"
    rf"|{N}\s+o['’]clock\b|(?:half|(?:a\s)?quarter)\s+(?:past|to)\s+{N}\b"
    rf"|{AT}(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|\.\d|\)|\s*(?:%|per\b|{MEASURE}))"
)
#: A minus or a plus, and no dash between two figures or before a word.
SIGN = r"(?:(?<![^\s(])(?:(?<!\d\s)[-–−+](?=[£$€\d])|[−+]\s(?=[£$€])))"

_MAY_BE_RATIO = re.compile(r"\d{1,2}:\d{2}")
_OF_RATIOS = re.compile(
    r"\b(?:ratios?|adults?|staffing|supervis\w+|dilut\w+|scale|scored?|for every)\b"
)
#: What tells that 1:15 is a time.
_OF_TIMES = re.compile(
    r"\b(?:at|by|from|until|till|before|after|between|since|time|times|clock|lunch\w*|break\w*"
    r"|opens?|closes?|starts?|ends?|begins?|finish\w*|lessons?|sessions?|registers?|bell|gates?"
    r"|am|pm|noon)\b"
    r"|\d[ap]m\b|\b(?:0\d|[2-9]|1\d|2[0-3]):\d\d\b"
)


def is_ratio(figure: str, text: str) -> bool:
    """Return whether a figure that looks like a time is a ratio in `text`: `1:14`, `1:10`."""
    if not _MAY_BE_RATIO.fullmatch(figure):
        return False
    hours, minutes = map(int, figure.split(":"))
    if hours > 24 or minutes > 59 or _OF_RATIOS.search(text):
        return not figure.startswith("0")
    return figure.startswith("1:") and not _OF_TIMES.search(text)
