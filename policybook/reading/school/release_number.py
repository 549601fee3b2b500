"""Read and compare the numbers of releases of Policybook, such as 0.10.0."""

import re

from policybook.reading.fields import values
from policybook.text.strict_yaml import InvalidValueError, Value

PATTERN = r"[0-9]+(?:\.[0-9]+){1,3}[0-9A-Za-z.+-]{0,30}"
_RELEASE = re.compile(PATTERN)


def is_newer_release(release: str, other: str) -> bool:
    """Return whether `release` is newer than `other`: 0.10.0 is newer than 0.9.2.

    An empty release is older than any. Letters, such as those of 0.2.0rc1, do not count.
    """
    return _list_numbers(release) > _list_numbers(other)


def _list_numbers(release: str) -> list[int]:
    """Return the numbers of a release, always four: [0, 10, 0, 0]."""
    plain = re.match(r"[0-9.]*", release)
    parts = [int(part[:9]) for part in plain[0].split(".") if part] if plain else []
    return [*parts, 0, 0, 0, 0][:4]


def read_release(value: Value) -> str:
    """Return the number of a release. Raise `InvalidValueError` for anything else."""
    word = values.read_text(value)
    if not _RELEASE.fullmatch(word):
        raise InvalidValueError(
            f"is “{word}”, which is not the number of a release",
            "`policybook init` writes it, such as 0.1.0. Put it back, or remove the line.",
        )
    return word
