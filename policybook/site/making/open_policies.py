"""Hold a policy of which each file is made when somebody asks for it."""

from collections.abc import Callable, Iterator
from functools import cached_property

from policybook.site.elsewhere import Answers
from policybook.site.policy_row import PolicyRow
from policybook.site.render.types import Asset, FinishedFile, Page


class OpenFiles:
    """Files that are made one after the other, as far as somebody asks for them."""

    def __init__(self, parts: Iterator[Page | Asset | FinishedFile]) -> None:
        self._parts = parts
        self._made: dict[str, bytes] = {}
        self._fault: Exception | None = None

    def find(self, path: str) -> bytes | None:
        """Return a file; None if there is none of that path.

        Raises what the making of files raises, each time.
        """
        while path not in self._made:
            if self._fault:
                raise self._fault
            try:
                part = next(self._parts, None)
            except Exception as fault:
                self._fault = fault
                raise
            if part is None:
                return None
            self._made[part.path] = part.html.encode() if isinstance(part, Page) else part.data
        return self._made[path]


class OpenPolicy:
    """The files of one policy, and its row.

    `key` is that of its sources. `answers` are those that other policies have given so far.
    """

    def __init__(
        self,
        key: str,
        parts: Iterator[Page | Asset | FinishedFile],
        row: Callable[[], PolicyRow],
        answers: Answers,
    ) -> None:
        self.key, self.files, self.answers = key, OpenFiles(parts), answers
        self._row = row

    @cached_property
    def row(self) -> PolicyRow:
        return self._row()
