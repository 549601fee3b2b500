"""Hold a line of the record of approvals as values."""

from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry of the record records."""

    APPROVED = "approved"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record of approvals.

    `text` is the canonical text that the entry approves. `hash` covers all the other
    fields. `text` is empty on a review or a withdrawal. It is also empty if
    the words were removed; `sha256` stays. The fields after `hash` are empty on many lines.
    `adopted_from` and `source_sha256` give the source of an approval and the hash of
    its words; `source_file_sha256` is that of its file. `outcome` and `review_year` are
    the result of a review. `reason` says why a version was withdrawn, and `removed` is
    `text` if its words were removed. `file_sha256` is the hash of the whole file as it was
    approved, which its line has (`approval_record.read_file`). `form` is the form of the
    entry, and `entered` when it was written. `joined` is the end of a second record.
    `summaries` are the hashes of the summaries at the approval; `summary` and
    `summary_sha256` are of one that was changed later.
    """

    line: int
    kind: EntryKind
    policy: str
    version: str
    sha256: str
    text: str
    by: str
    on: str
    minute: str
    previous: str
    hash: str
    adopted_from: str = ""
    source_sha256: str = ""
    source_file_sha256: str = ""
    outcome: str = ""
    review_year: str = ""
    reason: str = ""
    removed: str = ""
    file_sha256: str = ""
    form: str = ""
    entered: str = ""
    joined: str = ""
    summaries: str = ""
    summary: str = ""
    summary_sha256: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return the policy and the name of the version that the entry is about."""
        return self.policy, self.version
