"""Read and write the front matter of a version, with a finding for every fault.

The table of fields (`fields`) says what each field is.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from policybook.model import AcademicYear, Finding, Status, VersionFacts
from policybook.reading.fields import field_types
from policybook.reading.fields.fields import FIELDS, NAMES
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

#: The facts of a version whose front matter could not be read.
UNKNOWN_FACTS = VersionFacts(
    title="", status=Status.DRAFT, owner="", review_year=AcademicYear(start=2000), applies_to=()
)
#: A file with more unknown fields is no policy.
_MOST_UNKNOWN = 50


@dataclass(frozen=True, slots=True)
class FileParts:
    """A file in two parts: the YAML block (None if there is none) and the body.

    `block_line` and `body_line` are the lines of the file where they start.
    """

    block: str | None
    block_line: int
    body: str
    body_line: int


def split(whole: str) -> FileParts:
    """Return the front matter and the body of a file.

    The front matter is between two lines of three dashes at the start of the file.
    """
    lines = whole.split("\n")
    if lines[0].rstrip() != "---":
        return FileParts(None, 1, whole, 1)
    for i, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return FileParts("\n".join(lines[1:i]) + "\n", 2, "\n".join(lines[i + 1 :]), i + 2)
    return FileParts(None, 2, whole, 1)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a block says: its facts, as far as they could be read, and every fault.

    `unread` has the other fields: their words, or none where one is missing. Without
    faults, there is none.
    """

    facts: VersionFacts
    unread: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def read(whole: FileParts, path: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    """Return the facts, or None if one of them has a fault, and every fault of the block."""
    block = read_all(whole, path)
    return None if block.findings else block.facts, block.findings


def read_all(whole: FileParts, path: str) -> FrontMatter:
    """Return what a block says, whatever its faults are."""
    nothing: Mapping[str, tuple[str, ...]] = {field.name: () for field in FIELDS}
    if whole.block is None:
        return FrontMatter(UNKNOWN_FACTS, nothing, (_no_block(whole, path),))
    root, faults = strict_yaml.read(whole.block, path, whole.block_line)
    if root is None or root.fields is None:
        return FrontMatter(UNKNOWN_FACTS, nothing, faults)
    reading = _FrontMatterReader(root, path)
    findings = [*faults, *reading.unknown(), *reading.values(), *reading.needs()]
    facts = replace(UNKNOWN_FACTS, **reading.read, lines=root.key_lines)
    return FrontMatter(facts, reading.unread, tuple(findings))


def _no_block(whole: FileParts, path: str) -> Finding:
    """Return the finding for a file without front matter."""
    message = "the front matter is missing"
    remedy = (
        "Start the file with a line of three dashes. Write the fields below it "
        "(title, status, owner, review_year, applies_to), then three dashes again."
    )
    if whole.block_line == 2:
        message = "the front matter is not closed"
        remedy = "Write a line of three dashes under its last field."
    elif whole.body.lstrip().startswith("---\n"):
        message = "the front matter does not start on the first line of the file"
        remedy = "Remove the empty lines above its first line of three dashes."
    return Finding(path=path, line=1, code="front-matter", message=message, remedy=remedy)


def _odd_letter(name: str) -> str:
    """Return the name of the first letter that is not ASCII; empty if there is none.

    Such a letter may look exactly like one of ours.
    """
    odd = next((c for c in name if not c.isascii()), None)
    return f": it contains U+{ord(odd):04X} {unicodedata.name(odd, '')}".rstrip() if odd else ""


def _words(field: field_types.Field, value: Value) -> tuple[str, ...]:
    """Return the words of a value that is not valid, in the form of the approved text."""
    if value.items is None:
        return (" ".join((value.text or "").split()),)
    words = tuple(item.text or "" for item in value.items)
    takes_lists = field.type in (field_types.AUDIENCES, field_types.SENTENCES)
    return tuple(field.type.canonical(words)) if takes_lists else (", ".join(words),)


def _bar(field: field_types.Field) -> str:
    """Return the remedy for a field that the status forbids."""
    if Status.CONSULTATION in field.forbidden:
        return "Remove the line. Policybook writes it when the version is approved or withdrawn."
    return (
        "Remove the line. People comment on a text only while it has the line `status: "
        "consultation`."
    )


class _FrontMatterReader:
    """Reads the fields of one block. `read` has the values that are valid.

    `unread` has the words of the others.
    """

    def __init__(self, root: Value, path: str) -> None:
        assert root.fields is not None
        self.fields, self.lines, self.path = root.fields, root.key_lines, path
        self.read: dict[str, Any] = {}
        self.unread: dict[str, tuple[str, ...]] = {}

    def unknown(self) -> Iterator[Finding]:
        """Yield a finding for each unknown field, for the first 50."""
        unknown = [name for name in self.fields if name not in NAMES]
        for name in unknown[:_MOST_UNKNOWN]:
            names = ", ".join(NAMES)
            remedy = f"Remove it, or use one of these fields: {names}.{did_you_mean(name, NAMES)}"
            message = f"the field `{name[:100]}` is unknown{_odd_letter(name)}"
            yield self.fault(self.lines[name], "unknown-field", message, remedy)

    def values(self) -> Iterator[Finding]:
        """Read every known field, and yield a finding for each bad value."""
        for f in FIELDS:
            if f.name in self.fields:
                try:
                    self.read[f.name] = f.type.read(self.fields[f.name])
                except InvalidValueError as wrong:
                    self.unread[f.name] = _words(f, self.fields[f.name])
                    yield wrong.as_finding(self.path, self.lines[f.name], f"`{f.name}` ")

    def needs(self) -> Iterator[Finding]:
        """Yield a finding for each field that the status needs or forbids.

        Without a valid status, only the fields that every status needs are missing.
        """
        status = self.read.get("status")
        for f in FIELDS:
            stands = f.name in self.fields
            needed = status in f.required if status else f.required == frozenset(Status)
            if needed and not stands:
                self.unread[f.name] = ()
                remedy = f"Add a line `{f.name}: …` to the front matter: {f.help}."
                yield self.fault(1, "missing-field", f"the field `{f.name}` is missing", remedy)
            elif stands and status in f.forbidden:
                message = f"`{f.name}` is not allowed while the status is {status}"
                yield self.fault(self.lines[f.name], "barred-field", message, _bar(f))

    def fault(self, line: int, code: str, message: str, remedy: str) -> Finding:
        """Return a finding about this file."""
        return Finding(path=self.path, line=line, code=code, message=message, remedy=remedy)


# ---------- writing


def format_block(rows: Iterable[str]) -> str:
    """Return front matter of these lines, between two lines of three dashes."""
    return "\n".join(["---", *rows, "---", ""])


def drop_with_text(facts: VersionFacts) -> VersionFacts:
    """Return the facts that stay when the text of a version is removed."""
    values: dict[str, Any] = {f.name: getattr(facts, f.name) for f in FIELDS if f.kept_without_text}
    return VersionFacts(**values, lines=facts.lines)
