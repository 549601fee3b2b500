"""Explain in plain words, with a remedy, why the system refuses something."""

import contextlib
import errno
from collections.abc import Iterator

_WORDS = {
    errno.ENOSPC: ("there is no space left on the disk", "Free some space there, and build again."),
    errno.EROFS: (
        "the disk or folder is read-only",
        "Choose a folder that you may write to, with --site-dir.",
    ),
    errno.EACCES: (
        "permission denied",
        "Check who may write there, or choose another folder with --site-dir.",
    ),
    errno.EBUSY: (
        "it is in use, or it is a separate disk (a mount point)",
        "Choose a folder inside it with --site-dir.",
    ),
    errno.EXDEV: (
        "it is not on the same disk as the folder around it",
        "Choose a folder inside it with --site-dir.",
    ),
    errno.EIO: (
        "the disk reports an error",
        "Check the disk and its cable or network.",
    ),
    errno.EMFILE: ("too many files are open", "Close other programs, and build again."),
    errno.ENAMETOOLONG: (
        "its path is too long",
        "Choose a folder nearer the top of the disk with --site-dir.",
    ),
    errno.ENOLCK: (
        "this disk cannot lock files",
        "Choose a folder on another disk with --site-dir.",
    ),
}
_SAME = {
    getattr(errno, "EDQUOT", errno.ENOSPC): errno.ENOSPC,
    errno.EPERM: errno.EACCES,
    errno.ENFILE: errno.EMFILE,
    errno.ENOTSUP: errno.ENOLCK,
    errno.ENOSYS: errno.ENOLCK,
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
        _SAME.get(number, number),
        (fault.strerror or str(fault), "Correct that, and build again."),
    )
    return PublishError(f"{doing}: {why}", remedy)
