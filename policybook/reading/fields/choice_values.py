"""Read a value that is one of few words, or a small number, into what the model holds.

A reader raises `InvalidValueError`, as those of `values` do.
"""

import re

from policybook.model import ApprovalLevel, ChangeSize, Numbering
from policybook.reading.fields.values import read_text
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

_MOST_MONTHS = 120


def read_numbering(value: Value) -> Numbering:
    """Return where numbers come from. Raise `InvalidValueError` for any other word."""
    word = read_text(value)
    try:
        return Numbering(word)
    except ValueError:
        raise InvalidValueError(
            f"is “{word}”, which is not one of the two words",
            f"Write headings or own, or leave the line out.{did_you_mean(word, Numbering)}",
        ) from None


def read_change_size(value: Value) -> ChangeSize:
    """Return how much a version changes. Raise `InvalidValueError` for any other word."""
    word = read_text(value)
    try:
        return ChangeSize(word)
    except ValueError:
        raise InvalidValueError(
            f"is “{word}”, which is not one of the two words",
            "Write major. Write minor if only slips of the pen are corrected."
            f"{did_you_mean(word, ChangeSize)}",
        ) from None


def read_approval_level(value: Value) -> ApprovalLevel:
    """Return who must approve. Raise `InvalidValueError` for any other word."""
    word = read_text(value)
    if word not in list(ApprovalLevel):
        raise InvalidValueError(
            f"is “{word}”, which is not one of its values",
            f"Write one of these: {', '.join(ApprovalLevel)}.{did_you_mean(word, ApprovalLevel)}",
        )
    return ApprovalLevel(word)


def read_months(value: Value) -> int:
    """Return a number of months, from 1 to 120. Raise `InvalidValueError` for anything else."""
    word = read_text(value)
    if not re.fullmatch(r"[1-9][0-9]{0,2}", word) or int(word) > _MOST_MONTHS:
        raise InvalidValueError(
            f"is “{word}”, which is not a number of months",
            f"Write a whole number from 1 to {_MOST_MONTHS}, such as 12 for every year.",
        )
    return int(word)


def read_yes(value: Value) -> bool:
    """Return whether the value is true. Raise `InvalidValueError` for other words."""
    word = read_text(value)
    if word not in ("true", "false"):
        raise InvalidValueError(f"is “{word}”", "Write true, or remove the line.")
    return word == "true"
