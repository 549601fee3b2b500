"""Explain in plain words, with a remedy, why the system refuses something."""

import contextlib
import errno
from collections.abc import Iterator

from policybook.text import data_files

_WORDS = {
    number: (row["why"], row["remedy"])
    for name, row in data_files.read_toml("disk_errors.toml").items()
    for each in (name, *row.get("also", ()))
    if (number := getattr(errno, each, None)) is not None  # Windows lacks some of them
}
#: Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
_OPEN_ELSEWHERE = (32, 33)


class PublishError(Exception):
    """The site cannot be published, and the old site is still in place.

    The text is whole sentences: what is wrong, and what to do.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}. {remedy}")
        self.message, self.remedy = message, remedy


@contextlib.contextmanager
def explain_os_errors(doing: str) -> Iterator[None]:
    """Turn an `OSError` into a `PublishError` that starts with `doing`: “Cannot write site”."""
    try:
        yield
    except OSError as fault:
        raise explain(doing, fault) from fault


def explain(doing: str, fault: OSError) -> PublishError:
    """Return the `PublishError` for a fault of the system while `doing` something."""
    if getattr(fault, "winerror", None) in _OPEN_ELSEWHERE:
        return PublishError(
            f"{doing}: a file is open (locked) in another program",
            "Close browsers and editors that show the site, and build again.",
        )
    number = fault.errno or 0
    why, remedy = _WORDS.get(
        number, (fault.strerror or str(fault), "Correct that, and build again.")
    )
    return PublishError(f"{doing}: {why}", remedy)
