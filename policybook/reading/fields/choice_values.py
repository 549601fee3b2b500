"""Read a value that is one of few words, or a small number, into what the model holds.

A reader raises `InvalidValueError`, as those of `values` do.
"""

from policybook.reading.fields.values import read_number, read_text
from policybook.text.strict_yaml import InvalidValueError, Value

_MOST_MONTHS = 120


def read_months(value: Value) -> int:
    """Return a number of months, from 1 to 120. Raise `InvalidValueError` for anything else."""
    return read_number(value, 1, _MOST_MONTHS, "months")


def read_yes(value: Value) -> bool:
    """Return whether the value is true. Raise `InvalidValueError` for other words."""
    word = read_text(value)
    if word not in ("true", "false"):
        raise InvalidValueError(f"is “{word}”", "Write true, or remove the line.")
    return word == "true"
