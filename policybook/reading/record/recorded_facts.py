"""Give the facts of a recorded version that says what was approved in words refused today.

A later release may refuse a value, or need a field, that an earlier one accepted. The
approved text stays as it is, so its facts come from the record. This module must not
know a file.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from policybook.model import Entry, Finding, Status, Version, VersionFacts
from policybook.reading.fields import front_matter
from policybook.reading.fields.fields import BY_NAME
from policybook.reading.record import approval_record
from policybook.reading.record.approved_text import canonical_text, split_canonical
from policybook.reading.record.canonical_forms import FIRST
from policybook.reading.record.record_file import RecordFile

#: Findings about the block itself, and not about the value of a field.
_OF_THE_BLOCK = frozenset(
    {"barred-field", "duplicate-field", "front-matter", "missing-field", "unknown-field", "yaml"}
)


def accept(
    version: Version, block: front_matter.FrontMatter, entry: Entry, record: RecordFile
) -> VersionFacts | None:
    """Return the facts of `version`, whose `block` has faults, if they are as `entry` has them.

    Return None if the block differs from what was approved. If the words of the version
    were removed, the record cannot tell.
    """
    fields = split_canonical(canonical_text(version, {}, entry.form or FIRST)).fields
    if entry.text and fields != split_canonical(entry.text).fields:
        return None
    if not _was_approved_so(block, approval_record.read_file(record, entry)):
        return None
    values: dict[str, Any] = {}
    for name, words in version.unread.items():
        field = BY_NAME[name]
        try:
            if words:
                values[name] = field.type.recorded(words)
            elif getattr(front_matter.UNKNOWN_FACTS, name) is not None:
                return None
        except ValueError:
            return None
    return replace(block.facts, **values)


def _was_approved_so(block: front_matter.FrontMatter, approved_file: str) -> bool:
    """Return whether each fault of the block itself was in the approved file too."""
    faults = {*_describe_faults(block.findings)}
    if approved_file:
        approved = front_matter.read_all(front_matter.split(approved_file), "")
        faults -= {*_describe_faults(approved.findings)}
    else:
        faults -= {*_describe_faults(_excuse_new_fields(block))}
    return not faults


def _excuse_new_fields(block: front_matter.FrontMatter) -> Iterator[Finding]:
    """Yield the findings on fields that every approved version needs today."""
    missing = [name for name, words in block.unread.items() if not words]
    names = [f"`{n}`" for n in missing if Status.APPROVED in BY_NAME[n].required]
    for finding in block.findings:
        if finding.code == "missing-field" and any(name in finding.message for name in names):
            yield finding


def _describe_faults(findings: tuple[Finding, ...] | Iterator[Finding]) -> Iterator[str]:
    """Yield the faults of a block, without the lines that they name."""
    for finding in findings:
        if finding.code in _OF_THE_BLOCK:
            yield f"{finding.code}: {re.sub(r'[0-9]+', '', finding.message)}"
