"""The command that checks: a published folder against its manifest and its record, or the record against the school's files."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from policybook import publish
from policybook.analysis import integrity
from policybook.cli.commands.options import Refused, shown
from policybook.model import addresses, findings
from policybook.model.findings import Finding, count_of
from policybook.reading import approval_record, layout, library
from policybook.reading.snapshot import read_sources


def verify(options: argparse.Namespace) -> int:
    if options.folder is None:
        return _record(options.project or Path())
    wrong = [*publish.verify(options.folder)]
    if options.folder.is_dir():
        wrong += _published(options.folder)
    if options.project:
        entries = library.load(read_sources(options.project)).library.record
        wrong += (
            f.message
            for f in integrity.find_lost_lines(
                entries, publish.head_of(options.folder), shown(options.folder)
            )
        )
    for line in wrong:
        print(line)
    print(
        f"{count_of(len(wrong), 'difference')}."
        if wrong
        else f"Every file is as it was published. The record ends with {publish.head_of(options.folder)}"
    )
    return 1 if wrong else 0


def _published(folder: Path) -> Iterator[str]:
    """What is wrong with the record that a site carries, and with the texts that it tells of."""
    try:
        data = (folder / addresses.RECORD).read_bytes()
    except OSError:
        return  # the manifest tells of a file that is missing; sites of older versions have none
    inside = folder.resolve()

    def text_of(policy: str, version: str) -> bytes | None:
        file = (folder / addresses.text(policy, version)).resolve()
        return file.read_bytes() if file.is_relative_to(inside) and file.is_file() else None

    yield from integrity.differences(data, publish.head_of(folder), text_of)


def _record(project: Path) -> int:
    """Whether the school's own record is whole, and its versions are as they were recorded."""
    if not (project / layout.POLICIES).is_dir():
        raise Refused(
            f"There is no folder {layout.POLICIES.rstrip('/')} in {project}. Name a site's folder, or --project."
        )
    loaded = library.load(read_sources(project))
    known = loaded.library
    found: list[Finding] = [f for f in loaded.findings if f.path == layout.RECORD]
    found += integrity.findings(known)
    if not found:
        site = project / "site"
        found += integrity.find_lost_lines(known.record, publish.head_of(site), shown(site))
    if found:
        print(findings.as_text(tuple(findings.in_order(found))))
        print(f"{count_of(len(found), 'problem')}.")
        return 1
    versions = len({(e.policy, e.version) for e in known.record})
    print(
        f"The record is whole: {count_of(len(known.record), 'entry', 'entries')} on {count_of(versions, 'version')}, each as it was recorded."
    )
    print(f"Its last hash, for the minutes: {approval_record.head(known.record)}")
    return 0
