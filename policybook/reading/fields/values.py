"""Read one value of the front matter into what the model holds.

A reader raises `InvalidValueError`, with what is wrong and the remedy. `field_types` has the kinds
of value.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from policybook.model import (
    AcademicYear,
    Day,
    Review,
    Status,
    dates,
)
from policybook.text import characters, strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

AUDIENCES = ("staff", "governors", "pupils", "parents", "volunteers", "visitors")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
#: Words that YAML or a form has where nobody wrote a name.
_NO_NAMES = re.compile(
    "(y|n|yes|no|true|false|on|off|null|none|nil|nan|na|n/a|undefined|unknown|nobody|xx+|tbc|tba"
    "|tbd|todo)[.?! ]*",
    re.IGNORECASE,
)
Choice = TypeVar("Choice", bound=StrEnum)

#: Characters in one value, and items in one list.
_LONGEST = 2_000
MOST_ITEMS = 100


def read_text(value: Value) -> str:
    """Return one line of words, trimmed.

    Raise `InvalidValueError` for hidden characters, several lines, and words after ` #`,
    which YAML would leave out.
    """
    words = read_word(value)
    if value.comment:
        raise InvalidValueError(
            f"ends before “{value.comment[:60]}”, because # starts a comment",
            f"If # is part of it, write it in quotation marks: "
            f"{strict_yaml.format_scalar(f'{words} {value.comment}')}. If not, put the comment on "
            "a line of its own.",
        )
    return words


def read_name(value: Value) -> str:
    """Return a title or the name of somebody. Raise `InvalidValueError` for what names nothing."""
    words = read_text(value)
    letters = [c for c in words if c.isalpha()]
    if _NO_NAMES.fullmatch(words) or not (
        len(letters) > 1 or any(unicodedata.category(c) == "Lo" for c in letters)
    ):
        raise InvalidValueError(
            f"is “{words}”, which is not a name", "Write the name in full, in letters."
        )
    return words


def read_word(value: Value) -> str:
    """Return one line of words, trimmed. A comment after ` #` does not belong to it."""
    if value.text is None:
        raise InvalidValueError(
            f"is {value.form}, but words are expected", "Write the words on the same line."
        )
    words = value.text.strip()
    if words in ("~", "null"):
        raise InvalidValueError(
            f"is “{words}”, which is YAML for nothing", "Write a value, or remove the line."
        )
    if "\n" in words:
        raise InvalidValueError("runs over several lines", "Write it on one line.")
    if len(words) > _LONGEST:
        raise InvalidValueError(
            f"is too long ({len(words):,} characters)",
            f"Use at most {_LONGEST:,}; the text of a policy goes below the front matter.",
        )
    if not words:
        raise InvalidValueError(
            "is empty", "Write a value, or remove the line if the field is optional."
        )
    if words[0] in "“”„" and words[-1] in "“”" and len(words) > 1:
        raise InvalidValueError(
            f"is in curly quotation marks, {words}", f"Write it without them, {words[1:-1]}."
        )
    hidden = next((c for _, c in characters.find_invisible(words)), None)
    if hidden is not None:
        raise InvalidValueError(
            f"contains {characters.describe_invisible(hidden)}",
            "Delete the value and type it again.",
        )
    return words


def read_status(value: Value) -> Status:
    """Return the status; a comment may follow. Raise `InvalidValueError` for any other word."""
    return read_choice(replace(value, comment=""), Status)


def read_choice(value: Value, choices: type[Choice]) -> Choice:
    """Return one of `choices`. Raise `InvalidValueError` for any other word."""
    word = read_text(value)
    if word not in list(choices):
        raise InvalidValueError(
            f"is “{word}”, which is not one of its values",
            f"Write one of these: {', '.join(choices)}.{did_you_mean(word, choices)}",
        )
    return choices(word)


def read_number(value: Value, least: int, most: int, noun: str) -> int:
    """Return a whole number of `noun`. Raise `InvalidValueError` for anything else."""
    word = read_text(value)
    if not re.fullmatch(r"[0-9]{1,3}", word) or not least <= int(word) <= most:
        raise InvalidValueError(
            f"is “{word}”, which is not a number of {noun}",
            f"Write a whole number from {least} to {most}, such as {most // 10}.",
        )
    return int(word)


def read_day(value: Value) -> Day:
    """Return the day of `2023-11-06`, or the month of `2023-11`.

    Raise `InvalidValueError` for anything else.
    """
    word = read_word(value)
    if match := dates.read_day(word):
        return match
    raise InvalidValueError(f"is “{word}”, which is not a date", _date_remedy(word), code="date")


def _date_remedy(word: str) -> str:
    """Return the remedy for a date in another form, with the dates that it may mean."""
    if slashed := _SLASHED.fullmatch(word):
        first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
        readings = {
            f"{year}-{m:02d}-{d:02d}" for d, m in ((first, second), (second, first)) if 0 < m < 13
        }
        return f"Write it as year-month-day: {' or '.join(sorted(readings)) or year + '-MM-DD'}."
    if match := dates.read_day_in_words(word):
        return f"Write {dates.format_iso_day(match)}."
    return (
        "Write a real day as year-month-day, such as 2026-09-15, "
        "or a month as 2026-09. The year has four digits."
    )


def read_exact_day(value: Value) -> Day:
    """Return a day. Raise `InvalidValueError` for a month too."""
    day_ = read_day(value)
    if day_.month_only:
        raise InvalidValueError(
            f"is “{value.text}”, a month, but a day is expected",
            "Write it as year-month-day, such as 2026-09-15.",
            code="date",
        )
    return day_


def read_academic_year(value: Value) -> AcademicYear:
    """Return the academic year of `2024/25`. Raise `InvalidValueError` for anything else.

    A bare year could mean two academic years, so the remedy offers both.
    """
    word = read_word(value)
    if match := dates.read_academic_year(word):
        return match
    if re.fullmatch(r"\d{4}", word, re.ASCII):
        year = int(word)
        first, second = (
            dates.format_academic_year(AcademicYear(start=start)) for start in (year - 1, year)
        )
        both = f"{first} (September {year - 1} to August {year}) or {second}"
        raise InvalidValueError(
            f"is “{word}”, which could mean either of two academic years",
            f"Write {both} (September {year} to August {year + 1}).",
            code="review-year",
        )
    spelt = re.fullmatch(r"(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)", word, re.ASCII)
    if spelt and (meant := dates.read_academic_year(f"20{spelt[1]}/{spelt[2]}")):
        raise InvalidValueError(
            f"is “{word}”, which is not in the form of an academic year",
            f"Write {dates.format_academic_year(meant)}.",
            code="review-year",
        )
    raise InvalidValueError(
        f"is “{word}”, which is not an academic year",
        "Write its two years, such as 2026/27.",
        code="review-year",
    )


def read_audiences(value: Value) -> tuple[str, ...]:
    """Return the audiences, each once. Raise `InvalidValueError` for any other word."""
    if value.items is None or not value.items:
        raise InvalidValueError(
            "must be a list",
            f"Write, for example, [staff, parents]; the words are {', '.join(AUDIENCES)}.",
        )
    _refuse_long_list(value.items)
    words = tuple(read_item(item, read_word) for item in value.items)
    for word, item in zip(words, value.items, strict=True):
        if word not in AUDIENCES:
            remedy = f"Use {', '.join(AUDIENCES)}.{did_you_mean(word, AUDIENCES)}"
            raise InvalidValueError(f"names “{word}”", remedy, line=item.line)
    return tuple(dict.fromkeys(words))


def _refuse_long_list(items: list[Value]) -> None:
    """Raise `InvalidValueError` for a list that nobody could read on a page."""
    if len(items) > MOST_ITEMS:
        raise InvalidValueError(
            f"is a list of {len(items):,} items, which nobody could read",
            f"Use at most {MOST_ITEMS}. Sum up what belongs together.",
        )


def read_item(value: Value, reader: Callable[[Value], Any], name: str = "") -> Any:
    """Return a value inside a list or mapping. A fault has its line and name."""
    try:
        return reader(value)
    except InvalidValueError as wrong:
        if name:
            message = f"has a review whose `{name}` {wrong.message}"
        else:
            message = f"has an item that {wrong.message}"
        raise InvalidValueError(
            message, wrong.remedy, wrong.code, wrong.line or value.line
        ) from None


def read_sentences(value: Value) -> tuple[str, ...]:
    """Return one sentence or a list of them."""
    if value.items is None:
        return (read_text(value),)
    if not value.items:
        raise InvalidValueError("is an empty list", "Write what changed, for governors to read.")
    _refuse_long_list(value.items)
    return tuple(read_item(item, read_text) for item in value.items)


def read_language(value: Value) -> str:
    """Return a language code (BCP 47). Raise `InvalidValueError` for anything else."""
    word = read_word(value)
    if not LANGUAGE.fullmatch(word):
        raise InvalidValueError(
            f"is “{word}”, which is not a language code",
            "Write a code such as en-GB, cy (Welsh), pl (Polish) or ur (Urdu).",
        )
    return word


def read_reviews(value: Value) -> tuple[Review, ...]:
    """Return the reviews. Raise `InvalidValueError` for anything but a list of whole reviews."""
    if value.items is None:
        raise InvalidValueError(
            "must be a list of reviews", "Each has `on`, `by`, `outcome` and `review_year`."
        )
    _refuse_long_list(value.items)
    return tuple(_review(item) for item in value.items)


def _review(value: Value) -> Review:
    """Return one review. Raise `InvalidValueError` unless it has exactly its four fields."""
    readers: dict[str, Callable[[Value], Any]] = {
        "on": read_day,
        "by": read_text,
        "outcome": read_text,
        "review_year": read_academic_year,
    }
    fields = value.fields if value.fields is not None else {}
    if set(fields) != set(readers):
        raise InvalidValueError(
            "has a review without exactly the fields on, by, outcome and review_year",
            "Write all four fields, and no others.",
            line=value.line,
        )
    return Review(**{name: read_item(fields[name], read, name) for name, read in readers.items()})
