"""The corpus of recorded texts: every fault that a version's text can have, recorded as if it were approved.

`tests/recorded/approvals.jsonl` holds each file in its own entry; the pictures are beside it. The record's own
writer wrote them. Entries are added and never changed, because every release must build them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from builders import (
    TESTS,
    list_documents,
    list_findings,
    load_project,
    make_sources,
    read_blocks,
    read_case,
)
from builders import (
    TODAY as TODAY,
)

from policybook.approvals import plan
from policybook.model import EntryKind, Library, Status, Version, dates
from policybook.reading.files import layout
from policybook.reading.files.layout import FileKind
from policybook.reading.record import approval_record, record_file
from policybook.reading.references import link_search

FOLDER = TESTS / "recorded"
RECORD = FOLDER / "approvals.jsonl"
Files = dict[str, bytes]
_BEHAVIOUR = f"{layout.POLICIES}behaviour/"
_STATUS = re.compile(
    r"^status: (draft|consultation)$(\ncomments_(from|until|to): .*)*", re.MULTILINE
)
#: These findings are about the record or an address, and not about a text.
_NOT_OF_TEXTS = {"not-in-record", "name-clash", "review-due", "review-overdue"}


def read_corpus() -> Files:
    """The files of the corpus, by path: what the entries hold, the pictures and the record."""
    data = RECORD.read_bytes()
    record = record_file.split(data)
    entries, faults = approval_record.read_lines(record)
    assert not faults
    files = {layout.RECORD: data, layout.SCHOOL: b"name: Hill View School\n"}
    for entry in entries:
        if entry.kind is EntryKind.APPROVED:
            path = f"{layout.POLICIES}{entry.policy}/{entry.version}.md"
            files[path] = approval_record.read_file(record, entry).encode()
    for picture in FOLDER.glob("*/*"):
        files[f"{layout.POLICIES}{picture.relative_to(FOLDER).as_posix()}"] = picture.read_bytes()
    return files


def list_recordable() -> Iterator[tuple[str, Files]]:
    """The documents of `xfail` with a fault in a version's text: the name, and the files of one policy."""
    for document in list_documents("xfail"):
        if not any(block.info.endswith("as recorded") for block in read_blocks(document)):
            files = _approve(document)
            faults = {f.code for f in list_findings(make_sources(files)) if f.path in files}
            if faults - _NOT_OF_TEXTS:
                yield document.stem, files


def _approve(document: Path) -> Files:
    """The versions and pictures of a document as a policy of the document's name, with every version approved."""
    folder = f"{layout.POLICIES}{document.stem}/"
    kinds = (FileKind.VERSION, FileKind.PICTURE)
    files = {
        path.replace(_BEHAVIOUR, folder): data
        for path, data in read_case(document).files.items()
        if path.startswith(_BEHAVIOUR) and layout.classify(path).kind in kinds
    }
    for number, path in enumerate(sorted(path for path in files if path.endswith(".md"))):
        rows = f"status: approved\napproved_by: Governing Body\napproved_on: 202{5 + number}-09-15"
        try:
            files[path] = _STATUS.sub(rows, files[path].decode(), count=1).encode()
        except UnicodeDecodeError:
            return {}
    return files


def record(files: Files, data: bytes = b"") -> bytes:
    """The record with the versions of one policy after those that it has, as the record's own writer writes it."""
    project = load_project({**files, layout.RECORD: data}).library
    lines = plan.RecordLines(project)
    for version in list_versions(project):
        if version.path in files:
            _record_version(lines, project, version, files[version.path])
    return lines.append_to(data)


def list_versions(project: Library) -> list[Version]:
    return [*(v for p in project.policies for v in p.versions), *project.unsound]


def _record_version(
    lines: plan.RecordLines, project: Library, version: Version, data: bytes
) -> None:
    facts, pictures = version.facts, link_search.find_pictures(project, version)
    approved = lines.add(
        lambda previous: approval_record.entry_line(
            EntryKind.APPROVED,
            version,
            pictures,
            by=facts.approved_by or "",
            on=dates.format_iso_day(facts.approved_on),
            minute="",
            previous=previous,
            besides=approval_record.describe_file(data),
        )
    )
    for review in facts.reviews:
        plan.add_review(lines, approved, review)
    if facts.status is Status.WITHDRAWN:
        plan.add_withdrawal(lines, approved, facts)
