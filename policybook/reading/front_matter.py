"""The YAML block of a version <-> `VersionFacts`, with every fault and its line.

The table of fields (`fields`) says what each is. What a reader raises becomes a finding.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from policybook.model import Status, VersionFacts
from policybook.model.findings import Finding
from policybook.reading.fields import FIELDS, NAMES
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value, Wrong, did_you_mean

_MOST_UNKNOWN = 50  # a file with more is no policy


@dataclass(frozen=True, slots=True)
class Split:
    """A file's text: the YAML block (None where there is none), the body, and the file's lines on which they start."""

    block: str | None
    block_line: int
    body: str
    body_line: int


def split(whole: str) -> Split:
    """Part the front matter, between two lines of three dashes at the very start, from the body."""
    lines = whole.split("\n")
    if lines[0].rstrip() != "---":
        return Split(None, 1, whole, 1)
    for i, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return Split("\n".join(lines[1:i]) + "\n", 2, "\n".join(lines[i + 1 :]), i + 2)
    return Split(None, 2, whole, 1)


def read(whole: Split, path: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    """Return the facts, or None where they are not all sound, and every fault of the block."""
    if whole.block is None:
        return None, (_no_block(whole, path),)
    root, faults = strict_yaml.read(whole.block, path, whole.block_line)
    if root is None or root.fields is None:
        return None, faults
    reading = _FrontMatterReader(root, path)
    findings = [*faults, *reading.unknown(), *reading.values(), *reading.needs()]
    if findings:
        return None, tuple(findings)
    return VersionFacts(**reading.read, lines=root.key_lines), ()


def _no_block(whole: Split, path: str) -> Finding:
    message, remedy = (
        "the front matter is missing",
        "Start the file with a line of three dashes, then the fields (title, status, owner, review_year, applies_to), then three dashes again.",
    )
    if whole.block_line == 2:
        message, remedy = (
            "the front matter is not closed",
            "Put a line of three dashes under its last field.",
        )
    elif whole.body.lstrip().startswith("---\n"):
        message = "the front matter does not start on the first line of the file"
        remedy = "Remove the empty lines above its first line of three dashes."
    return Finding(path=path, line=1, code="front-matter", message=message, remedy=remedy)


def _odd_letter(name: str) -> str:
    """A letter that only looks like one of ours, by its name: nobody would see it otherwise."""
    odd = next((c for c in name if not c.isascii()), None)
    return f": it holds U+{ord(odd):04X} {unicodedata.name(odd, '')}".rstrip() if odd else ""


class _FrontMatterReader:
    def __init__(self, root: Value, path: str) -> None:
        assert root.fields is not None
        self.fields, self.lines, self.path = root.fields, root.key_lines, path
        self.read: dict[str, Any] = {}

    def unknown(self) -> Iterator[Finding]:
        unknown = [name for name in self.fields if name not in NAMES]
        for name in unknown[:_MOST_UNKNOWN]:
            names = ", ".join(NAMES)
            remedy = f"Remove it, or use a field that Policybook knows: {names}.{did_you_mean(name, NAMES)}"
            message = f"the field `{name[:100]}` is unknown{_odd_letter(name)}"
            yield self.fault(self.lines[name], "unknown-field", message, remedy)

    def values(self) -> Iterator[Finding]:
        for f in FIELDS:
            if f.name in self.fields:
                try:
                    self.read[f.name] = f.type.read(self.fields[f.name])
                except Wrong as wrong:
                    line = wrong.line or self.lines[f.name]
                    yield self.fault(line, wrong.code, f"`{f.name}` {wrong.message}", wrong.remedy)

    def needs(self) -> Iterator[Finding]:
        """Fields that the status asks for or forbids; without a sound status, those that always stand."""
        status = self.read.get("status")
        for f in FIELDS:
            stands = f.name in self.fields
            needed = status in f.required if status else f.required == frozenset(Status)
            if needed and not stands:
                remedy = f"Add a line `{f.name}: …` to the front matter: {f.help}."
                yield self.fault(1, "missing-field", f"the field `{f.name}` is missing", remedy)
            elif stands and status in f.forbidden:
                message = f"`{f.name}` cannot stand in a version whose status is {status}"
                remedy = "Remove the line; it is written when the version is approved or withdrawn."
                yield self.fault(self.lines[f.name], "barred-field", message, remedy)

    def fault(self, line: int, code: str, message: str, remedy: str) -> Finding:
        return Finding(path=self.path, line=line, code=code, message=message, remedy=remedy)


# ---------- writing


def block(rows: Iterable[str]) -> str:
    """Return front matter of these lines, between two lines of three dashes."""
    return "\n".join(["---", *rows, "---", ""])


def without_text(facts: VersionFacts) -> VersionFacts:
    """Return the facts that stay when the text of a version is removed."""
    values: dict[str, Any] = {f.name: getattr(facts, f.name) for f in FIELDS if f.kept_without_text}
    return VersionFacts(**values, lines=facts.lines)
